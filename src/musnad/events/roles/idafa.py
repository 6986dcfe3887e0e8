"""Who stands in construct behind a masdar or a noun: who does it, or to whom it is done: «the bombing | of X»."""

from musnad.arabic import AND, ARTICLE, BA, LAM, OBLIQUE
from musnad.arabic.letters import ALEF, WAW
from musnad.events import unnamed
from musnad.events.draft import FALLEN, HARMING, Draft
from musnad.events.parts import without_for
from musnad.events.phrases import Phrase, of_role
from musnad.events.roles.acting import DOERS
from musnad.events.roles.attached import add
from musnad.events.roles.suffering import ARMED, is_target, unnamed_object
from musnad.events.scene import Scene
from musnad.events.words import NONE
from musnad.lexicon import Hit

_VIOLENT, _MOVING, _COERCING = "ASSAULT", "MOBILIZE", "COERCE"
_POWERS = frozenset({"MIL", "COP", "SPY"})  # sectors
_CROWD = "PROTEST"
_RELEASE, _CALLING = "release", "REQUEST"
_TRYING = "ACCUSE"  # the type of trials
_VISIT, _STATES = "visit", "states"  # a mode, and the kind of people that are countries
_BODIES = frozenset({"organisation", "office", "group"})  # behind a person stands who that is, more often
_SUFFERERS = DOERS - {"place"}
_TAKERS = frozenset({"person", "organisation", "office"})
_HOUSES = frozenset(f"body.{house}" for house in ("centre", "university", "hospital", "school", "institute"))
_TOWARDS = frozenset({"to", "for"})
_MEMBERS = frozenset({"person", "group"})
_WHO = ("number_word", "one_of", "group", "country")  # the kinds of words for those to whom a deed is done
_OF = LAM - {""}
_ADJECTIVES = 2  # of a masdar behind who does it


def in_idafa(scene: Scene, draft: Draft, phrase: Phrase) -> int:
    """Take the second part of an idafa, and the object behind it where the noun is a masdar: «X's bombing of Y»."""
    last = scene.chain(phrase)[-1].last
    behind = scene.at_head.get(last)
    has_object = behind is not None and not behind.slot and not behind.joined
    has_object = has_object and behind is not None and not _apposed(scene, draft, phrase, behind)
    takes_object = "object" in draft.recipient_slots
    counted = _counted_behind(scene, draft, phrase, last) if takes_object else None
    if counted is not None:
        add(scene, draft, "subject", phrase)
        add(scene, draft, "object", counted)
        return counted.last
    follows = not (draft.hit.suffix or has_object) and object_follows(scene, phrase, last)
    follows = follows and _may_take(scene, draft, phrase, last)
    if (
        draft.hit.suffix
        or (draft.hit.entry.text("mode") == _VISIT and _is_goal(scene, phrase, last))
        or (takes_object and phrase.head < phrase.first and draft.type == _VIOLENT and not has_object)
        or (takes_object and not (has_object or follows) and phrase.mention.kind == "place")
        or (takes_object and not has_object and (_site(scene, draft, phrase) or _own_people(scene, phrase)))
        or (takes_object and not (has_object or follows) and "idafa" not in draft.hit.entry.texts("actor"))
    ):
        slot = "object"
    else:
        # «X's deployment | of troops», not «the deployment | of troops».
        acts = takes_object or (phrase.mention.kind != "group" and (has_object or follows))
        slot = "subject" if acts and "idafa" not in draft.actor_slots else "idafa"
    target = _behind_adjectives(scene, draft, last)
    suffers = slot == "object" or (
        draft.type in HARMING and slot in draft.recipient_slots and slot not in draft.actor_slots
    )
    if suffers and (done_to(scene, draft, phrase, target) or _by_force(draft, phrase)):
        slot = "subject"  # «X's killing | of Y»: the preposition, which marks the object, is read by all
        behind = scene.at_head.get(target, behind)
    moved = draft.type == _MOVING and draft.hit.form.pos == "masdar"
    if slot == "idafa" and moved and slot not in draft.actor_slots:
        slot, phrase = "agent", phrase._replace(doubted=True)  # «the deployment | of soldiers» is somebody else's
    add(scene, draft, slot, phrase)
    named = behind is not None and not (behind.slot or behind.joined) and behind.mention.proper is not None
    if slot == "object" and named and behind is not None and phrase.mention.kind == "group":
        add(scene, draft, slot, behind)  # «the arrest of two citizens, | X and Y»
    if slot == "subject" and behind is not None and behind.slot == "for":
        add(scene, draft, "object", behind)
        return scene.chain(behind)[-1].last
    if slot in {"subject", "idafa"} and follows and takes_object and phrase.mention.kind in _TAKERS:
        for unlisted in unnamed_object(scene, draft, last, subject=False):
            add(scene, draft, "object", unlisted)  # «the arrest by the army | of a young man», in Arabic bare
    if has_object and behind is not None and _called_on(scene, draft, behind):
        add(scene, draft, "to", behind)
    if has_object and takes_object and behind is not None:
        add(scene, draft, "object", behind)
        last = scene.chain(behind)[-1].last
    return last


def _own_people(scene: Scene, phrase: Phrase) -> bool:
    """Say whether people are called by a pronoun, that of whoever does it: «threatening | its neighbours»."""
    return phrase.mention.kind == "group" and unnamed.owned(scene, phrase.last - 1)


def _is_goal(scene: Scene, phrase: Phrase, last: int) -> bool:
    """Say whether a state, or a house without a name, is visited: «a visit to | the new centre», nobody goes there."""
    if phrase.mention.subkind == _STATES:
        return True
    nameless = phrase.mention.kind in _BODIES and phrase.head == phrase.first
    house = nameless and any(hit.entry.id in _HOUSES for hit in scene.hits.at(phrase.first, "body"))
    particle = scene.words.particle(last) if last < len(scene.units) else None
    return house and (particle is None or particle.part not in _TOWARDS)


def _called_on(scene: Scene, draft: Draft, behind: Phrase) -> bool:
    """Say whether those behind who calls are on whom he calls for something: «the call of X | on Y | for talks»."""
    if draft.type != _CALLING or draft.hit.suffix or behind.head != behind.first:
        return False
    particle = scene.words.particle(scene.chain(behind)[-1].last)
    return "to" in draft.recipient_slots and particle is not None and particle.part == "to"


def _by_force(draft: Draft, phrase: Phrase) -> bool:
    """Say whether a body of armed state power rather takes others than is taken: «the arrests by | the police»."""
    power = phrase.mention.kind == "organisation" and phrase.entity.sector in _POWERS and phrase.entity.country
    return draft.type == _COERCING and not draft.hit.suffix and bool(power)


def _site(scene: Scene, draft: Draft, phrase: Phrase) -> bool:
    return draft.type == _VIOLENT and is_target(scene, phrase)


def _counted_behind(scene: Scene, draft: Draft, phrase: Phrase, last: int) -> Phrase | None:
    """Return the people counted right behind who killed or took them: «X's killing | of five men», in Arabic bare."""
    named = phrase.mention.kind in DOERS and phrase.head == phrase.first and _is_known(scene, phrase)
    bare = named and draft.hit.form.pos != "verb" and not draft.hit.suffix and draft.fells_or_seizes
    listed = scene.at_head.get(last)
    if not bare or (listed is not None and (listed.slot or listed.joined)):
        return None
    group = listed is not None and listed.mention.rule.endswith("counted")
    people = listed if group else unnamed.counted(scene, last)
    ruled = people is not None and any(hit.prefix and hit.prefix in LAM for hit in scene.hits.at(last))
    return without_for(people) if ruled and people is not None else people  # «the holding by X | of three»


def done_to(scene: Scene, draft: Draft, phrase: Phrase, at: int) -> bool:
    """Say whether a masdar has its actor in idafa and its object behind: «the targeting by X | of civilians».

    `at` is the token behind the adjectives of the masdar. «On» and a place without people mark only what a force or a
    state does: «the blockade by Israel | on Gaza».
    """
    freed = draft.hit.form.pos == "word" and "about" in draft.recipient_slots  # «the letting go | of X»
    masdar = draft.hit.form.pos != "verb" and not freed and not draft.hit.suffix and phrase.head == phrase.first
    acts = phrase.mention.kind in DOERS and (phrase.mention.kind != "place" or phrase.entity.sector is not None)
    if not (masdar and acts and _is_known(scene, phrase)) or at >= scene.units.sentence(phrase.first).last:
        return False
    if any(hit.entry.text("part") == "for" for hit in scene.hits.at(at, "bound_preposition")):
        return True
    force = phrase.mention.kind == "place" or (phrase.mention.kind in _BODIES and phrase.entity.sector in ARMED)
    behind, particle = scene.at_head.get(at), scene.words.particle(at)
    if behind is not None:
        storming = phrase.mention.kind == "group" and not draft.takes_people  # «the settlers' storming | of it»
        named = behind.slot == "for" and (force or storming or _suffers(behind))
        return named and not (draft.takes_people and of_role(phrase, behind))
    if particle is not None:
        body = draft.hit.form.pos == "noun" and phrase.mention.kind == "organisation"  # «the raids of NATO | on»
        return (force or body) and particle.part == "on" and particle.part in draft.recipient_slots
    if gathering_of(scene, at) and draft.type == _COERCING:
        return True  # «the crushing by the police | of a march»
    counted = force and draft.type in HARMING and any(hit.prefix in _OF for hit in scene.hits.at(at, *_WHO))
    unnamed_one = scene.units.norms[at][0] in LAM and scene.plain(at) and phrase.mention.kind != "group"
    role = phrase.mention.kind == "person" and phrase.mention.proper is None
    return counted or (unnamed_one and not (draft.takes_people and role))  # «the arrest of the leader | of that group»


def gathering_of(scene: Scene, i: int) -> bool:
    """Say whether «of» is written onto a noun of protest at a token; onto a masdar it would say what for."""
    nouns = (hit for hit in scene.words.triggers.get(i, NONE) if hit.prefix in _OF and hit.form.pos == "noun")
    return any(hit.entry.text("type") == _CROWD for hit in nouns)


def _behind_adjectives(scene: Scene, draft: Draft, last: int) -> int:
    """Return the token behind the adjectives of a masdar that stand behind who does it: «Israel's long | siege»."""
    i, end = last, min(last + _ADJECTIVES, scene.units.sentence(draft.first).last)
    while i < end and scene.units.norms[i].startswith(ARTICLE) and not (i in scene.covered or scene.verb(i)):
        i += 1
    return i


def _suffers(phrase: Phrase) -> bool:
    """Say whether a phrase may suffer a deed behind «of»: people, bodies and states."""
    return phrase.mention.kind in _SUFFERERS or (phrase.mention.kind == "place" and phrase.entity.sector is not None)


def _is_known(scene: Scene, phrase: Phrase) -> bool:
    """Say whether a phrase has a name or an article."""
    articles = (scene.units.norms[i].startswith(ARTICLE) for i in (phrase.first, phrase.last - 1))
    return phrase.mention.proper is not None or any(articles)


def _apposed(scene: Scene, draft: Draft, phrase: Phrase, behind: Phrase) -> bool:
    """Say whether people behind others only say who those are: «the arrest of X, brother of Y», «of citizens | X, Y».

    Behind people who are killed or taken an object would have the ending of one.
    """
    kinds = {phrase.mention.kind, behind.mention.kind}
    if kinds == {"person"}:
        return not _two_men(scene, draft, phrase, behind)
    if draft.type != _CALLING and kinds == {"group"} and _alike(scene, phrase, behind):
        return True
    held = draft.fells_or_seizes or draft.hit.entry.text("mode") == _RELEASE
    return held and kinds <= _MEMBERS and not unnamed.accusative(scene, behind.head)


def _alike(scene: Scene, phrase: Phrase, behind: Phrase) -> bool:
    """Say whether people behind definite ones only tell of what kind they are: «the arrest of students | on strike».

    In Arabic that is a participle with the article and the ending of the plural.
    """
    norm = scene.units.norms[behind.head]
    both = scene.units.norms[phrase.head].startswith(ARTICLE) and norm.startswith(ARTICLE)
    return both and phrase.entity.number == "p" and norm.endswith(OBLIQUE) and behind.head == phrase.last


def _two_men(scene: Scene, draft: Draft, phrase: Phrase, behind: Phrase) -> bool:
    """Say whether a named man is followed by an office with a name of its own: «X's dismissal | of the minister Y».

    Nobody has two names; kin of somebody may be told behind his own.
    """
    if draft.level == FALLEN or phrase.mention.proper is None or behind.mention.proper is None:
        return False
    office = behind.head == behind.first and behind.mention.proper.start > behind.mention.span.start
    kin = scene.told_of(behind.first, "kin") or scene.told_of(behind.first, "kin_of")
    return office and not kin and phrase.mention.proper.end == phrase.mention.span.end


def _may_take(scene: Scene, draft: Draft, phrase: Phrase, last: int) -> bool:
    """Say whether who stands in idafa may be who kills or takes those of the noun behind him, by its ending."""
    if not draft.fells_or_seizes:
        return True
    if phrase.mention.rule.endswith("counted"):
        return False
    ends = unnamed.accusative(scene, last) and not scene.units.norms[last].endswith(WAW + ALEF)
    told = draft.level != FALLEN and phrase.mention.kind != "group"
    return told or ends or (draft.level == FALLEN and unnamed.owned(scene, last))


def object_follows(scene: Scene, phrase: Phrase, last: int) -> bool:
    """Say whether an unnamed object follows an actor in idafa: an indefinite noun behind a body that acts."""
    units = scene.units
    if last >= len(units) or units.sentence_of[last] != units.sentence_of[phrase.first]:
        return False
    joined = units.norms[last].startswith((AND, *BA))
    if phrase.mention.kind == "place" and phrase.entity.sector is not None:  # «Moscow's expulsion | of two diplomats»
        return unnamed.accusative(scene, last) and not joined
    return phrase.mention.kind in _BODIES and scene.plain(last) and not joined


def behind_pair(scene: Scene, draft: Draft) -> int:
    """Return the token behind a noun, and behind those that share its complement: «the killing and wounding | of».

    So it is of masdars of harm: «the arrest | and torture | of X».
    """
    i, end = draft.last, scene.units.sentence(draft.first).last
    bare = draft.hit.form.pos == "masdar" and not (draft.hit.definite or draft.hit.suffix)
    harms = bare and draft.type in HARMING and "object" in draft.recipient_slots
    while i < end and scene.units.norms[i].startswith(AND):
        twins = (hit for hit in scene.words.triggers.get(i, NONE) if not (hit.definite or hit.suffix))
        pair = next((hit for hit in twins if _shares(draft, hit, harms=harms)), None)
        if pair is None:
            return i
        i = pair.last
    return i


def _shares(draft: Draft, hit: Hit, *, harms: bool) -> bool:
    """Say whether a word joined to a noun may share its complement: both tell who fell, or of harm done to somebody."""
    if draft.level == FALLEN and hit.entry.text("level") == FALLEN:
        return True
    return harms and hit.form.pos == "masdar" and hit.entry.text("type") in HARMING | {_TRYING}
