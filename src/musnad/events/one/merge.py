"""One draft a happening: casualties go to their attack, talks to the occasion on which they were held."""

from dataclasses import replace

from musnad.arabic import AND, BA, SO
from musnad.events.belief import complete
from musnad.events.draft import FALLEN, Draft, compatible
from musnad.events.referring import relative
from musnad.events.scene import Scene
from musnad.events.status.ahead import purpose
from musnad.events.words import NONE

_LEVELS = {"attack": 4, "casualty": 3, "clash": 2, "hit": 1, "occasion": 4, "talk": 3}
_LINK = frozenset({"in", "cause", "agent", "by", "when"})
_LINK_REACH = 3  # tokens between the linking preposition and the attack: «in a series of»
_HIT_REACH = 7  # tokens between an attack and the verb that says whom it hit
_NEIGHBOURS = 3  # drafts back to which casualties may belong to an attack: other types may stand between
_CLASH = "clash"
_VISIT, _HOSTED, _ATTENDED, _OCCASION = "visit", "third-party", "multilateral", "occasion"
_DESTROYING, _OUTCOMES = "destroy", frozenset({"cause", "leave"})
_JUDGING = frozenset({"ACCUSE", "SUPPORT"})
_BESIDE = frozenset({"between", "with", "idafa", "nisba", "pair", "for"})
_ADJECTIVE = 1  # tokens between two nouns that are listed
_BREATH = 12  # tokens from one count of casualties to the next


def absorb(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts without casualties told with their attack, and without the clash in which casualties fell."""
    kept: list[Draft] = []
    for draft, following in zip(drafts, [*drafts[1:], None], strict=True):
        at = _latest(kept, draft.type)
        if at is None or not _belongs(scene, kept[at], draft, following):
            kept.append(draft)
            continue
        previous = kept[at]
        known = draft.hit.definite and not draft.actors and _rank(previous) == _LEVELS["casualty"]
        later = draft.type == "AID" and not draft.hit.entry.texts("support")  # what is sent tells more than the sending
        later = later or (draft.type == "AGREE" and not previous.verbal and draft.verbal)
        told = (
            known or _damage(previous, draft) or (previous.verbal and previous.type == "CONSULT" and not previous.level)
        )
        later = later or (_rank(draft) > _rank(previous) and not told)
        later = later or (previous.hit.definite and _that_hit(scene, previous, draft))
        later = later or (draft.type == "PROTEST" and draft.verbal and bool(draft.actors) and not previous.actors)
        later = later or (draft.type == "CONSULT" and _hosted(previous, draft))
        later = later and not _lost_in(draft, previous)  # «sent | relief planes»: relief that lacks somebody
        later = (later or _lost_in(previous, draft)) and not (_aim(scene, previous, draft) and complete(previous))
        stronger, weaker = (draft, previous) if later else (previous, draft)
        toll = stronger.toll or weaker.toll or not _listed(previous, draft)  # a second word for a deed tells no victims
        _take(stronger, weaker)
        stronger.toll = toll
        kept[at] = stronger
    return kept


def _lost_in(previous: Draft, draft: Draft) -> bool:
    """Say whether a draft would be lost in the one before, which lacks somebody even with all that the draft knows."""
    if not complete(draft) or complete(previous):
        return False
    both = replace(previous, actors=[*previous.actors], recipients=[*previous.recipients], absorbed=[], evidence=[])
    _take(both, draft)
    return not complete(both)


def _latest(kept: list[Draft], event_type: str) -> int | None:
    """Return which of the last few drafts is of a type."""
    low = max(0, len(kept) - _NEIGHBOURS)
    return next((n for n in range(len(kept) - 1, low - 1, -1) if kept[n].type == event_type), None)


def _belongs(scene: Scene, previous: Draft, draft: Draft, following: Draft | None) -> bool:
    """Say whether a draft tells more of the one before, and not rather of the one behind."""
    if not _one(scene, previous, draft):
        return False
    return _rank(previous) != _LEVELS["attack"] or not _falls_in(scene, draft, following)


def _falls_in(scene: Scene, draft: Draft, following: Draft | None) -> bool:
    """Say whether casualties belong to the attack behind them rather than to the one before: «and eight in a raid»."""
    if following is None or draft.level != "casualty" or _rank(following) != _LEVELS["attack"]:
        return False
    return not following.hit.definite and _one(scene, draft, following)


def _rank(draft: Draft) -> int:
    level = draft.level
    return _LEVELS["attack"] if level == "hit" and not draft.verbal else _LEVELS.get(level, 0)


def _one(scene: Scene, one: Draft, two: Draft) -> bool:
    """Say whether two neighbours tell one happening: «killed … in an attack», «a bombing that left three dead»."""
    if one.type != two.type:
        return False
    if two.support is not None and two.support.first == one.first:
        return True  # «deployed troops»: both words are known, it is one deed
    if one.type == "CONSULT":
        return _talk_at(scene, one, two)
    if one.type == "AGREE":
        return _concluded(scene, one, two)
    if one.type == "AID":
        return not one.verbal and two.first - one.last <= 1  # «the provision of | aid»
    near = scene.units.sentence_of[one.first] == scene.units.sentence_of[two.first]
    if near and two.hit.entry.flag("by_means") and purpose(scene, two):
        return True  # «used tear gas | to disperse the crowd»
    if near and _in_such(scene, one, two):
        return True
    if one.type in _JUDGING:
        return near and _judged_twice(one, two)
    if one.type == "PROTEST":
        return near and one.status == two.status
    if not near or any(scene.units.norms[i][0] in ".؛:" for i in range(one.last, two.first)):
        return False
    return compatible(one.status, two.status) and _one_attack(scene, one, two)


def _in_such(scene: Scene, one: Draft, two: Draft) -> bool:
    """Say whether a noun only tells in what a verb of its kind was done: «kidnapped X | in a kidnapping», «arrests»."""
    mode = one.hit.entry.text("mode")
    kind = one.hit.entry.id == two.hit.entry.id or (mode != "" and mode == two.hit.entry.text("mode"))
    kind = kind or (one.level == two.level == _CLASH)
    noun = one.verbal and not two.verbal and two.hit.form.pos in {"noun", "masdar"} and not two.recipients
    return kind and noun and compatible(one.status, two.status) and not one.passive and _linked(scene, two)


def _one_attack(scene: Scene, one: Draft, two: Draft) -> bool:
    """Say whether two neighbours in a clause are an attack and who fell in it."""
    if _listed(one, two) or _damage(one, two) or _that_hit(scene, one, two):
        return True
    first, second = _rank(one), _rank(two)
    if first == _LEVELS["casualty"] and second == _LEVELS["attack"] and two.hit.definite and not two.actors:
        second = _LEVELS["clash"]  # «killed in the attack»: the attack is known, the death is the news
    if not first or not second:
        return False
    if _LEVELS["hit"] in {first, second}:
        fell = second == _LEVELS["casualty"] and two.verbal and two.hit.prefix == SO  # «targeted …, | so killed five»
        return two.first - one.last <= (_BREATH if fell else _HIT_REACH)
    if first == second and first != _LEVELS["casualty"]:
        return two.first - one.last <= 1 and not two.hit.prefix
    if first == second:
        return _same_breath(scene, one, two)
    if first == _LEVELS["casualty"]:
        return _linked(scene, two)
    return second == _LEVELS["casualty"] and _led_to(scene, one, two)


def _that_hit(scene: Scene, one: Draft, two: Draft) -> bool:
    """Say whether a relative clause right behind an attack tells whom it hit: «the blasts that | struck X»."""
    attacks = not one.verbal and two.verbal and one.level == two.level == "attack" and not one.parties
    return attacks and 0 < two.first - one.last <= _LINK_REACH and relative(scene, two)


def _damage(one: Draft, two: Draft) -> bool:
    """Say whether a noun tells what a deed led to, or goes on to: «led to | the destruction of … and | of …»."""
    if two.verbal or two.hit.entry.text("mode") != _DESTROYING:
        return False
    if _outcome(two):
        return True
    told = one.absorbed[-1] if one.absorbed else None
    return told is not None and _outcome(told) and two.hit.prefix == AND and 0 <= two.first - told.last <= _BREATH


def _outcome(draft: Draft) -> bool:
    """Say whether a verb tells that something led to a deed."""
    return draft.support is not None and draft.support.entry.text("group") in _OUTCOMES


def _judged_twice(one: Draft, two: Draft) -> bool:
    """Say whether a verb goes on to judge what the one before it judges: «condemned the attack | and called it»."""
    goes_on = one.verbal and two.verbal and two.hit.prefix == AND and two.hit.suffix != ""
    return goes_on and one.status == two.status and two.first - one.last <= _LINK_REACH and not two.recipients


def _listed(one: Draft, two: Draft) -> bool:
    """Say whether two nouns are one deed in two words: «raids | and shelling of the town»."""
    nouns = not (one.verbal or two.verbal or one.hit.definite or two.hit.definite or FALLEN in {one.level, two.level})
    return nouns and two.hit.prefix == AND and two.first - one.last <= _ADJECTIVE and not one.parties


def _talk_at(scene: Scene, one: Draft, two: Draft) -> bool:
    """Say whether a talk takes place at the occasion named behind it, or is what one travels for.

    «Discussed with … in a telephone call», «flies to X | to hold talks».
    """
    levels = one.level, two.level
    if _hosted(one, two):
        return True
    if scene.units.sentence_of[one.first] != scene.units.sentence_of[two.first]:
        return False
    if one.verbal and not (two.verbal or _own_people(two)) and one.hit.entry.text("mode") != _VISIT:
        return compatible(one.status, two.status) and _linked(scene, two)
    return _aim(scene, one, two) or (levels == ("talk", "occasion") and _linked(scene, two))


def _own_people(draft: Draft) -> bool:
    """Say whether somebody stands beside a noun of meeting: «in a meeting | with X»."""
    return any(party.slot in _BESIDE for party in draft.parties)


def _aim(scene: Scene, one: Draft, two: Draft) -> bool:
    """Say whether talks are what somebody travels for: «visited X | to meet Y»."""
    visit = one.verbal and one.hit.entry.text("mode") == _VISIT
    return visit and purpose(scene, two) and two.type == one.type and two.first - one.last <= _BREATH


def _hosted(one: Draft, two: Draft) -> bool:
    """Say whether the second names what the first tells: «Riyadh hosted | talks between X and Y»."""
    mode = one.hit.entry.text("mode") if one.verbal and not two.verbal else ""
    if mode == _VISIT and two.hit.entry.text("mode") == _VISIT:
        return two.first - one.last <= _BREATH  # «arrived in Y | on a visit»
    if mode == _ATTENDED and two.level == _OCCASION and compatible(one.status, two.status):
        return two.first - one.last <= _BREATH  # «attended | the sessions of the summit»
    return mode == _HOSTED and two.first - one.last <= _HIT_REACH


def _concluded(scene: Scene, one: Draft, two: Draft) -> bool:
    """Say whether a relative clause behind an agreement tells that it was made: «the deal that was signed»."""
    if one.verbal or two.first - one.last > _LINK_REACH:
        return False
    if not two.verbal:
        return two.first - one.last <= 1 and not two.hit.prefix  # «the signing of | the deal»
    between = map(scene.words.particle, range(one.last, two.first))
    return any(particle is not None and particle.part == "relative" for particle in between)


def _linked(scene: Scene, later: Draft) -> bool:
    """Say whether «in», «by» or «after» stands right before the attack or clash that caused casualties."""
    if later.hit.prefix in BA:
        return True
    carrier = later.support
    masdar = carrier is not None and carrier.first < later.first and carrier.form.tense == ""
    first = carrier.first if carrier is not None and masdar else later.first  # «by | the shooting of shots by X»
    for i in range(first, max(first - _LINK_REACH, 0), -1):
        particle = scene.words.particle_before(i)
        if particle is not None:
            return particle.part in _LINK
        if i < first and scene.verb(i):
            return False
    return False


def _same_breath(scene: Scene, one: Draft, two: Draft) -> bool:
    """Say whether two casualties are counted together: «three killed and four wounded»."""
    doers = [{party.phrase.entity.name for party in d.actors if party.phrase is not None} for d in (one, two)]
    if all(doers) and not doers[0] & doers[1]:
        return False  # «Iraq, which executed 12, | and Iran, which executed 20»
    between = (i for i in range(one.last, two.first) if not scene.hits.has(i, "approximate"))  # «no less | than 30»
    return two.first - one.last <= _BREATH and not any(
        particle is not None and particle.part == "conjunction" for particle in map(scene.words.particle, between)
    )


def _led_to(scene: Scene, one: Draft, two: Draft) -> bool:
    """Say whether casualties are told as the outcome of the attack before them."""
    support = two.support
    if support is not None and (support.first >= one.last or support.first == one.first - 1):
        return True
    if _in_it(scene, two) or (two.verbal and _goes_on(one, two)):
        return True
    for i in range(one.last, two.first):
        if any(hit.entry.text("object") == "recipient" for hit in scene.words.supports.get(i, NONE)):
            return True
    return two.hit.prefix != "" and two.verbal and two.first - one.last <= _BREATH * 2


def _in_it(scene: Scene, two: Draft) -> bool:
    """Say whether a pronoun stands for the attack in which somebody fell: «clashes broke out, four fell | in them»."""
    return any(hit.entry.text("part") == "in" for hit in scene.hits.at(two.last, "bound_preposition"))


def _goes_on(one: Draft, two: Draft) -> bool:
    """Say whether a verb goes on behind the relative clause of an attack: «a shell | that X fired | killed twelve»."""
    carrier = one.support
    relative = carrier is not None and one.last <= carrier.first < two.first
    return relative and not one.verbal and two.first - one.last <= _BREATH


def _take(stronger: Draft, weaker: Draft) -> None:
    """Give a draft what another one knows of the same happening."""
    known = {id(party.phrase) for party in (*stronger.actors, *stronger.recipients)}
    fresh = [p for p in weaker.recipients if id(p.phrase) not in known]
    if weaker.level == "casualty" or not stronger.recipients:
        stronger.recipients += fresh
    doubted = all(party.phrase is not None and party.phrase.doubted for party in stronger.actors)
    if doubted or stronger.symmetric:
        stronger.actors += [p for p in weaker.actors if id(p.phrase) not in known]
    if weaker.status == "happened" and weaker.level == "casualty":
        stronger.status = "happened"
    stronger.toll = True
    stronger.absorbed.append(weaker)
    stronger.evidence += weaker.evidence
