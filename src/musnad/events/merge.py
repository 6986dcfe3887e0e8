"""One event a happening: casualties go to their attack, later mentions to the first full one."""

from dataclasses import replace

from musnad.events.draft import Draft
from musnad.events.scene import Scene
from musnad.events.status import purpose
from musnad.events.words import NONE
from musnad.model import Event, Participant

_LEVELS = {"attack": 4, "casualty": 3, "clash": 2, "hit": 1, "occasion": 4, "talk": 3}
_REAL = frozenset({"happened", "ongoing"})
_MEMORY = 20  # events of one type back to which a later mention may belong; articles tell fewer
_SEPARATE = frozenset({"ASSAULT", "CONSULT", "COERCE"})
_LINK = frozenset({"in", "cause", "agent", "by", "when"})
_LINK_REACH = 3  # tokens between the linking preposition and the attack: «in a series of»
_HIT_REACH = 7  # tokens between an attack and the verb that says whom it hit
_NEIGHBOURS = 3  # drafts back to which casualties may belong to an attack: other types may stand between
_LEAD = 1  # paragraphs in which the event of a title is told again
_STATE = "country."
_COUNTED = 2  # words that name counted people: «four soldiers», without what else is said of them
_VIOLENT = "ASSAULT"
_VISIT, _HOSTED = "visit", "third-party"
_OPEN = frozenset({"planned", "hypothetical", "requested"})
_TARGETS = frozenset({"on", "against", "object", "hit"})
_DAY = 10  # letters of an ISO day
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
        later = later or (_rank(draft) > _rank(previous) and not known)
        later = later or (draft.type == "PROTEST" and draft.verbal and bool(draft.actors) and not previous.actors)
        later = later or (draft.type == "CONSULT" and _hosted(previous, draft))
        stronger, weaker = (draft, previous) if later else (previous, draft)
        _take(stronger, weaker)
        kept[at] = stronger
    return kept


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
    if one.type == "PROTEST":
        return near and one.status == two.status
    if not near or any(scene.units.norms[i][0] in ".؛:" for i in range(one.last, two.first)):
        return False
    return _compatible(one, two) and _one_attack(scene, one, two)


def _one_attack(scene: Scene, one: Draft, two: Draft) -> bool:
    """Say whether two neighbours in a clause are an attack and who fell in it."""
    first, second = _rank(one), _rank(two)
    if first == _LEVELS["casualty"] and second == _LEVELS["attack"] and two.hit.definite and not two.actors:
        second = _LEVELS["clash"]  # «killed in the attack»: the attack is known, the death is the news
    if not first or not second:
        return False
    if _LEVELS["hit"] in {first, second}:
        return two.first - one.last <= _HIT_REACH
    if first == second and first != _LEVELS["casualty"]:
        return two.first - one.last <= 1 and not two.hit.prefix
    if first == second:
        return _same_breath(scene, one, two)
    if first == _LEVELS["casualty"]:
        return _linked(scene, two)
    return second == _LEVELS["casualty"] and _led_to(scene, one, two)


def _talk_at(scene: Scene, one: Draft, two: Draft) -> bool:
    """Say whether a talk takes place at the occasion named behind it, or is what one travels for.

    «Discussed with … in a telephone call», «flies to X | to hold talks».
    """
    levels = one.level, two.level
    if _hosted(one, two):
        return True
    if scene.units.sentence_of[one.first] != scene.units.sentence_of[two.first]:
        return False
    aim = one.verbal and one.hit.entry.text("mode") == _VISIT and purpose(two) and two.first - one.last <= _BREATH
    return aim or (levels == ("talk", "occasion") and _linked(scene, two))


def _hosted(one: Draft, two: Draft) -> bool:
    """Say whether the second names what the first tells: «Riyadh hosted | talks between X and Y»."""
    mode = one.hit.entry.text("mode") if one.verbal and not two.verbal else ""
    if mode == _VISIT and two.hit.entry.text("mode") == _VISIT:
        return two.first - one.last <= _BREATH  # «arrived in Y | on a visit»
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
    for i in range(later.first, max(later.first - _LINK_REACH, 0), -1):
        particle = scene.words.particle_before(i)
        if particle is not None:
            return particle.part in _LINK
        if i < later.first and scene.verb(i):
            return False
    return False


def _same_breath(scene: Scene, one: Draft, two: Draft) -> bool:
    """Say whether two casualties are counted together: «three killed and four wounded»."""
    return two.first - one.last <= _BREATH and not any(
        particle is not None and particle.part == "conjunction"
        for particle in map(scene.words.particle, range(one.last, two.first))
    )


def _led_to(scene: Scene, one: Draft, two: Draft) -> bool:
    """Say whether casualties are told as the outcome of the attack before them."""
    if two.support is not None and two.support.first >= one.last:
        return True
    for i in range(one.last, two.first):
        if any(hit.entry.text("object") == "recipient" for hit in scene.words.supports.get(i, NONE)):
            return True
    return two.hit.prefix != "" and two.verbal and two.first - one.last <= _BREATH * 2


def _compatible(one: Draft, two: Draft) -> bool:
    return one.status == two.status or (one.status in _REAL and two.status in _REAL)


def _take(stronger: Draft, weaker: Draft) -> None:
    """Give a draft what another one knows of the same happening."""
    known = {id(party.phrase) for party in (*stronger.actors, *stronger.recipients)}
    fresh = [p for p in weaker.recipients if id(p.phrase) not in known]
    if weaker.level == "casualty" or not stronger.recipients:
        stronger.recipients += fresh
    if not stronger.actors or stronger.symmetric:
        stronger.actors += [p for p in weaker.actors if id(p.phrase) not in known]
    if weaker.status == "happened" and weaker.level == "casualty":
        stronger.status = "happened"
    stronger.toll = True
    stronger.absorbed.append(weaker)
    stronger.evidence += weaker.evidence


def merge(scene: Scene, events: list[tuple[Event, Draft]]) -> list[tuple[Event, Draft]]:
    """Return events without later mentions of ones told before, which take over what those add."""
    kept: list[tuple[Event, Draft]] = []
    by_type: dict[str, list[int]] = {}
    retold: set[int] = set()  # events of the title that the body has told: each once
    for event, draft in events:
        told = by_type.setdefault(event.type, [])
        for n in reversed(told[-_MEMORY:]):
            first, first_draft = kept[n]
            in_title = n not in retold and _from_title(scene, first_draft, draft)
            if _same(first, event, draft, in_title=in_title):
                kept[n] = (first if _detail(draft) else _joined(first, event, in_title=in_title), first_draft)
                retold.add(n)
                break
        else:
            told.append(len(kept))
            kept.append((event, draft))
    return kept


def _from_title(scene: Scene, first: Draft, later: Draft) -> bool:
    """Say whether the first mention stands in the title and the later one in the body's beginning."""
    title = scene.units.sentence(first.first).paragraph == 0
    return title and 0 < scene.units.sentence(later.first).paragraph <= _LEAD


def _same(first: Event, later: Event, draft: Draft, *, in_title: bool) -> bool:
    """Say whether a later mention can be the happening that was told first."""
    if _detail(draft):
        return not _other_day(first, later)
    if _the_attack(draft):
        return not _apart(first.actors, later.actors) and not _other_day(first, later)
    if in_title and _shares(first.recipients, later.recipients):
        return True
    if _anaphoric(draft) and first.rule == later.rule and later.type not in _SEPARATE:
        return not _apart(first.actors, later.actors) and not _other_day(first, later)
    if _conflict(first, later):
        return False
    told, new = (_keys(first.actors), _keys(first.recipients)), (_keys(later.actors), _keys(later.recipients))
    alike = first.rule == later.rule or first.status == later.status or {first.status, later.status} <= _REAL
    if (in_title and alike) or _one_day(first, later) or _still_open(first, later):
        return True
    shared = [bool(a & b) for a, b in zip(told, new, strict=True)]
    if _anaphoric(draft) and ((not any(new) and not _targeted(draft)) or any(shared)):
        return True
    if shared[1] and (shared[0] or not told[0] or not new[0]):
        return True
    return shared[0] and told == new and (draft.symmetric or not draft.verbal) and first.status == later.status


def _conflict(first: Event, later: Event) -> bool:
    """Say whether place, day or participants of two mentions exclude each other."""
    if first.place and later.place and not _nested(first.place, later.place):
        return True
    if _other_day(first, later):
        return True
    if _apart(first.actors, later.actors):
        return True
    # A toll and a target are two ways to tell whom an attack hit: they exclude each other only among themselves.
    told, new = _by_count(first.recipients), _by_count(later.recipients)
    return any(_apart(a, b) for a, b in zip(told, new, strict=True))


def _by_count(participants: tuple[Participant, ...]) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
    """Divide participants into those that are counted and those that are named."""
    counted = tuple(p for p in participants if p.entity is None and p.name[:1].isdigit())
    return counted, tuple(p for p in participants if p not in counted)


def _detail(draft: Draft) -> bool:
    """Say whether a word tells a detail of a protest: banners, chants; the protest told before is meant."""
    return draft.type == "PROTEST" and draft.hit.entry.number("doubt") > 0


def _the_attack(draft: Draft) -> bool:
    """Say whether the trigger is «the attack» without a target of its own: the one told before."""
    return draft.level == "attack" and draft.hit.definite and not _targeted(draft)


def _targeted(draft: Draft) -> bool:
    """Say whether an attack has a target of its own, though it be a place."""
    return draft.type == _VIOLENT and any(party.slot in _TARGETS for party in draft.parties)


def _anaphoric(draft: Draft) -> bool:
    """Say whether the trigger is a definite noun: «the agreement», «his visit»."""
    return draft.hit.definite or bool(draft.hit.suffix and not draft.verbal)


def _still_open(first: Event, later: Event) -> bool:
    """Say whether two mentions tell by the same word what is only planned, asked for or thought of."""
    return first.rule == later.rule and first.status == later.status and first.status in _OPEN


def _one_day(first: Event, later: Event) -> bool:
    """Say whether two mentions name an attack by the same word and day, and nothing sets them apart."""
    dated = first.date is not None and first.date == later.date and len(first.date) == _DAY
    return dated and first.type == _VIOLENT and first.rule == later.rule and first.status == later.status


def _shares(one: tuple[Participant, ...], other: tuple[Participant, ...]) -> bool:
    return bool(_keys(one) & _keys(other))


def _other_day(first: Event, later: Event) -> bool:
    one, other = first.date, later.date
    return bool(one and other and not (one.startswith(other) or other.startswith(one)))


def _apart(one: tuple[Participant, ...], other: tuple[Participant, ...]) -> bool:
    """Say whether nobody of one side can be somebody of the other; a state may stand for its people and bodies."""
    if not one or not other or _shares(one, other):
        return False
    states = {p.country for p in (*one, *other) if p.country and (p.entity or _STATE).startswith(_STATE)}
    return not any(a.country == b.country and a.country in states for a in one for b in other)


def _nested(one: str, other: str) -> bool:
    return one in other or other in one


def _keys(participants: tuple[Participant, ...]) -> frozenset[str]:
    """Return what tells participants apart; of counted people the number and the noun."""
    return frozenset(p.entity or " ".join(p.name.split()[:_COUNTED]) for p in participants)


def _vaguer(one: tuple[Participant, ...], other: tuple[Participant, ...]) -> bool:
    """Say whether the first mention names another side, or only its country: «an Israeli raid», «the army»."""
    nisba = all(p.entity is None and p.country for p in one)
    return _apart(one, other) or (nisba and bool(other) and all(p.entity for p in other))


def _joined(first: Event, later: Event, *, in_title: bool) -> Event:
    """Return the first mention with what the later one adds; a title leaves to the lead that it is yet to come."""
    if in_title and first.status == "happened" and later.status in _OPEN:
        first = replace(first, status=later.status)
    real = first.status == later.status or (first.status in _REAL and later.status in _REAL)
    return replace(
        first,
        actors=later.actors if _vaguer(first.actors, later.actors) else first.actors or later.actors,
        recipients=first.recipients or later.recipients,
        date=first.date or (later.date if real else None),
        place=first.place or later.place,
        place_span=first.place_span or later.place_span,
    )
