"""What stands between a verb's subject and its object: an aside between commas, a relative clause, «of the party X»."""

from musnad.arabic import AND, ARTICLE, BA, LAM
from musnad.arabic.letters import ALEF, HA, MIM
from musnad.events.draft import FALLEN, Draft
from musnad.events.phrases import Phrase
from musnad.events.roles.attached import behind_relative
from musnad.events.scene import Scene
from musnad.events.unnamed import construct, counted, definite, owned, unnamed_phrase, whole
from musnad.events.voices import SPOKEN
from musnad.events.words import NONE, PREPOSITIONS

_LED_BY = frozenset({"context.led_by", "context.chaired"})
_SHORT_ASIDE = 10  # tokens of what stands between two commas before a verb
DASHES = frozenset("-–—")
CLOSING = frozenset('،,»"”)')
_LONGEST = 12  # tokens from one comma to the next around what is said by the way
_ASKING, _ADDRESSED = "REQUEST", "from"
_MEETING, _CONSULT = "meeting_word", "CONSULT"
_SEAT = "about"
_GOALS = frozenset({"to"})
_SINGLE = frozenset({"person", "office"})
_FAR = 18  # tokens from a verb of asking or its subject to whom it asks
_CLAUSES = frozenset({"complementiser", "that_he", "conjunction", "relative", "if"})
_TO_GOAL = 5  # tokens from those who are called on to what they are called to
_THEIRS = (HA + ALEF, HA, HA + MIM)
_PRESS = 2  # words of «a press conference»


def behind_aside(scene: Scene, at: int, high: int) -> int:
    """Return the token behind what stands between commas by the way, 0 without any: «called, in a talk, on X»."""
    norms = scene.units.norms
    if at + 1 >= high or norms[at][0] not in "،,":
        return 0
    particle = scene.words.particle(at + 1)
    phrase = scene.at_head.get(at + 1)
    aside = particle is not None and particle.part in PREPOSITIONS | {"other", "cause", "when"}
    held = phrase is not None and phrase.slot in PREPOSITIONS and not phrase.joined
    held = held or (phrase is None and norms[at + 1][0] in BA and scene.prefixed(at + 1))
    if not (aside or held or at + 1 in scene.timed):
        return 0
    for i in range(at + 1, min(high, at + _LONGEST)):
        if norms[i][0] in "،,":
            bare = i + 1 in scene.at_head and not scene.at_head[i + 1].slot
            return i + 1 if bare or definite(scene, i + 1) is not None else behind_aside(scene, i, high)
        if scene.verb(i) or norms[i][0] in ".؛:":
            return 0
    return 0


def behind_seat(scene: Scene, subject: Phrase) -> int:
    """Return the token behind the body for which a person sits, 0 without any: «the deputy | of the party X»."""
    body = scene.at_head.get(subject.last + 1)
    sits = body is not None and body.slot == _SEAT and body.mention.kind == "organisation"
    return body.last if sits and body is not None and subject.mention.kind == "person" else 0


def behind_leader(scene: Scene, i: int) -> int:
    """Return the token behind who leads those before a token, else 0: «a delegation | led by X | met Y»."""
    led = next((hit for hit in scene.hits.at(i, "context") if hit.entry.id in _LED_BY), None)
    leader = None if led is None else scene.at_head.get(led.last) or scene.at_head.get(i)
    return 0 if leader is None else scene.chain(leader)[-1].last


def behind_meeting(scene: Scene, draft: Draft) -> int:
    """Return the token behind the meeting that a verb of attending has for object: «attended | the meeting | X»."""
    i = draft.last
    attends = i < len(scene.units) and draft.hit.entry.texts("within") == (_MEETING,)
    if attends and scene.told_of(i, _MEETING) and not scene.units.norms[i].startswith(ARTICLE):
        i += 1  # «the session | of the talks»
    definite_noun = attends and any(hit.definite for hit in scene.words.triggers.get(i, NONE))
    if not definite_noun:
        return 0
    i += 1
    while i < len(scene.units) and scene.units.norms[i].startswith(ARTICLE) and i not in scene.at_head:
        i += 1  # «the emergency meeting»
    return i


def resumed_object(scene: Scene, comma: int) -> list[Phrase]:
    """Return the object behind a relative clause between commas: «X, who won, called on | Y»."""
    at = behind_relative(scene, comma)
    phrase = (scene.at_head.get(at) or definite(scene, at) or whole(scene, at)) if at else None
    return [] if phrase is None or phrase.slot or phrase.joined else [phrase]


def behind_circumstance(scene: Scene, at: int) -> list[Phrase]:
    """Return the object behind when or where its subject speaks: «X called, during a visit to Y, | on Z | to stop»."""
    particle, end = scene.words.particle(at), min(scene.units.sentence(at - 1).last, at + _LONGEST)
    if at >= end or particle is None or particle.part not in {"cause", "in", "when"}:
        return []
    comma = next((i for i in range(at, end - 1) if scene.units.norms[i][0] in "،,"), 0)
    phrase = scene.at_head.get(comma + 1) if comma else None
    if phrase is None or phrase.slot or phrase.joined or any(map(scene.verb, range(at, comma))):
        return []
    return [phrase] if _called(scene, scene.chain(phrase)[-1].last) else []


def _called(scene: Scene, i: int) -> bool:
    """Say whether a token starts what those before it are called to or asked for."""
    to = scene.words.particle(i) if i < len(scene.units) else None
    norm = scene.units.norms[i] if i < len(scene.units) else ""
    asked = norm in BA or (norm[:1] in BA and scene.prefixed(i))  # «of it | to «hurry»»
    asked = asked or (norm[:1] in LAM and norm != "" and scene.prefixed(i))
    return asked or (to is not None and to.part in _GOALS | {"from", "by", "on"})


def behind_comma(scene: Scene, subject: Phrase, at: int) -> list[Phrase]:
    """Return the object that only a comma parts from its subject: «the Union called on, | the sides | to stop».

    One person behind another rather says who that is.
    """
    if at + 1 >= scene.units.sentence(subject.first).last or scene.units.norms[at][0] not in "،,":
        return []
    phrase = scene.at_head.get(at + 1)
    if phrase is None or phrase.slot or phrase.joined or {phrase.mention.kind, subject.mention.kind} == {"person"}:
        return []
    last = scene.chain(phrase)[-1].last
    ends = phrase.mention.kind != "person" and scene.units.norms[last - 1 : last + 1][-1][0] in ".؛"
    comma = last < len(scene.units) and scene.units.norms[last][0] in "،,"  # «on the Union and Y, | to stop»
    return [phrase] if ends or _called(scene, last + comma) else []  # «the head of X criticised, | the Union.»


def far_object(scene: Scene, subject: Phrase | None, at: int) -> list[Phrase]:
    """Return the object behind all that is said by the way: «X called, in a statement after a meeting, on | Y | to».

    One person behind another rather says who that is.
    """
    end, norms = min(scene.units.sentence(at - 1).last, at + _FAR), scene.units.norms
    aside = False  # behind «and he is …», whose verbs are its own
    for i in range(at, end):
        phrase = scene.at_head.get(i)
        if i in scene.covered and phrase is None:
            continue
        apart = norms[i - 1][0] in "،," or i - 1 in scene.timed
        apart = apart or (norms[i - 1].startswith(ARTICLE) and i - 1 not in scene.covered)  # «at the meeting | Y»
        own = scene.hits.has(i - 1, "adjective") or owned(scene, i - 1)  # «at a long meeting | Y», «in its report | Y»
        apart = apart or (own and not norms[i - 1].startswith(AND)) or _closed(scene, at, i)
        if phrase is not None and apart and _may_be_asked(subject, phrase):
            return [phrase] if _called(scene, scene.chain(phrase)[-1].last) else []
        particle = scene.words.particle(i)
        aside = aside or scene.hits.has(i, "pronoun")
        to = particle is not None and particle.part in _GOALS and norms[i - 1][0] not in "،,"
        stops = (scene.verb(i) and not aside) or norms[i][0] in '.؛:«"“' or to
        if stops or (particle is not None and particle.part in _CLAUSES):
            return []
    return []


def _closed(scene: Scene, at: int, i: int) -> bool:
    """Say whether what ends before a token has no owner behind it: «at a press conference | Y», «in Cairo | Y»."""
    if any(hit.last == i for hit in scene.hits.at(i - _PRESS, "medium")):
        return True
    ruled = scene.at_last.get(i)
    whole = ruled is not None and (_definite(scene, i - 1) or ruled.mention.proper is not None)
    return whole and ruled is not None and ruled.first >= at and ruled.slot != ""


def behind_day(scene: Scene, subject: Phrase, at: int) -> list[Phrase]:
    """Return the object right behind the day on which its subject did it: «X received, at the palace today, | Y»."""
    end, norms = min(scene.units.sentence(at - 1).last, at + _FAR), scene.units.norms
    for i in range(at, end):
        if i in scene.timed:
            continue
        nxt = i + (norms[i][0] in "،,")
        if nxt < end and i > at and i - 1 in scene.timed:
            phrase = scene.at_head.get(nxt) or (None if scene.prefixed(nxt) else counted(scene, nxt))
            bare = phrase is not None and not (phrase.slot or phrase.joined) and phrase.entity != subject.entity
            bare = bare and phrase is not None and phrase.head == phrase.first
            return [phrase] if bare and phrase is not None else []
        particle = scene.words.particle(i)
        if scene.verb(i) or norms[i][0] in ".؛:" or (particle is not None and particle.part in _CLAUSES):
            return []
    return []


def behind_dashes(scene: Scene, at: int) -> list[Phrase]:
    """Return the object behind what stands between two dashes: «X criticised - in a speech - | the Union»."""
    norms, end = scene.units.norms, min(scene.units.sentence(at - 1).last - 1, at + _FAR)
    if at >= end or norms[at] not in DASHES:
        return []
    close = next((i for i in range(at + 1, end) if norms[i] in DASHES), 0)
    phrase = scene.at_head.get(close + 1) if close else None
    return [] if phrase is None or phrase.slot or phrase.joined else [phrase]


def _may_be_asked(subject: Phrase | None, phrase: Phrase) -> bool:
    """Say whether a phrase is a bare one for those who can be called on, and not who the subject is."""
    town = phrase.mention.kind == "place" and phrase.entity.sector is None
    single = phrase.mention.kind in _SINGLE and phrase.entity.number == "s"
    same = single and (subject is None or subject.mention.kind != "place")
    return not (phrase.slot or phrase.joined or town or same) and phrase.entity.id != ""


def asked_own(scene: Scene, draft: Draft, at: int) -> list[Phrase]:
    """Return those of his own whom somebody calls on: «the ministry called on | its citizens | to leave»."""
    end = scene.units.sentence(draft.first).last
    if draft.type != _ASKING or at >= end or not scene.plain(at) or scene.prefixed(at):
        return []
    theirs = (i for i in range(at, min(at + 2, end)) if scene.units.surface(i, i + 1).strip().endswith(_THEIRS))
    last = next(theirs, end)  # «the sons | of her country»
    ordered = last + 1 < end and scene.units.norms[last + 1][0] in BA and scene.prefixed(last + 1)
    calls = last < end and any(
        particle is not None and particle.part in _GOALS | {"on"}
        for particle in map(scene.words.particle, range(last + 1, min(last + _TO_GOAL, scene.clause_end(last + 1))))
    )
    return [unnamed_phrase(scene, at, last + 1)] if calls or ordered else []  # «ordered | his forces | to leave»


def _definite(scene: Scene, i: int) -> bool:
    return scene.units.norms[i].startswith(ARTICLE)


def asked(scene: Scene, draft: Draft, subject: Phrase | None) -> list[Phrase]:
    """Return who is asked behind «from», whom the cast does not know: «asked | of the water company | to open»."""
    at = draft.last if subject is None else scene.chain(subject)[-1].last
    particle = scene.words.particle(at) if at < len(scene.units) else None
    known = draft.type == _ASKING and _ADDRESSED in draft.recipient_slots and (subject is None or subject.entity.id)
    if not known or particle is None or particle.part != _ADDRESSED or particle.last in scene.at_head:
        return []
    i, end = particle.last, scene.units.sentence(draft.first).last
    phrase = definite(scene, i) or construct(scene, i)
    aged = any(hit.entry.flag("own") for hit in scene.hits.at(i, "age_word"))
    if aged or phrase is None or phrase.last >= end or not scene.units.is_word(phrase.last):
        return []
    if phrase.last == i + 1 and not _definite(scene, i) and _definite(scene, phrase.last):
        phrase = unnamed_phrase(scene, i, phrase.last + 1)
    alone = phrase.last == i + 1 and scene.units.norms[i].endswith(_THEIRS)
    aside = alone and scene.units.norms[phrase.last][0] in BA
    return [] if aside else [phrase]  # «demanded | through it | that …»


def between_commas(scene: Scene, i: int, start: int) -> int:
    """Return where «, among them two children,» starts, or «who leads it,» of «X had»; 0 where nothing of the kind."""
    norms = scene.units.norms
    if norms[i - 1][0] not in "،,":
        return 0
    for at in range(i - 2, max(start, i - _SHORT_ASIDE), -1):
        if norms[at][0] in "،,":
            among = any(hit.entry.text("part") == "between" for hit in scene.hits.at(at + 1, "bound_preposition"))
            return at if among else 0
        particle = scene.words.particle(at)
        if particle is not None and particle.part == "relative":
            behind = next(k for k in range(at, start - 1, -1) if k == start or norms[k - 1][0] not in CLOSING)
            phrase = scene.at_last.get(behind)
            return behind if phrase is not None and was(scene, phrase.head) else 0
    return 0


def was(scene: Scene, head: int) -> bool:
    """Say whether a form of «was» stands before a phrase: «X had attacked», whose subject stands between the two."""
    particle = scene.words.particle_before(head)
    return particle is not None and particle.part == "was"


def object_apart(scene: Scene, draft: Draft, behind: list[Phrase], end: int) -> list[Phrase]:
    """Return the object that stands apart from its verb: behind an aside, a relative clause, of the subject's own."""
    if "object" not in draft.recipient_slots + draft.actor_slots or draft.hit.suffix:
        return []
    last = scene.chain(behind[0])[-1].last if behind else 0
    apart = behind_dashes(scene, last) if behind else []
    if draft.type not in SPOKEN:
        apart = apart or (behind_day(scene, behind[0], last) if behind and draft.type == _CONSULT else [])
        done = behind and not apart and draft.level != FALLEN and "object" in draft.recipient_slots
        return resumed_object(scene, end) if done else apart
    if "object" not in draft.recipient_slots:
        return []
    if apart:
        return apart
    if not behind:
        own = asked_own(scene, draft, draft.last)
        return resumed_object(scene, end) or own or far_object(scene, None, draft.last)
    apart = asked_own(scene, draft, last) or behind_circumstance(scene, last)
    apart = resumed_object(scene, end) or apart or behind_comma(scene, behind[0], last)
    return apart or far_object(scene, behind[0], last)
