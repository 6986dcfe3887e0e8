"""Who takes part in a meeting or a fight as the subject of the clause that it dates: «he said after | talks with Y»."""

from musnad.events.draft import FALLEN, HARMING, Draft, Party
from musnad.events.phrases import Phrase, are_pair
from musnad.events.roles.acting import DOERS, last_subject, previous_start
from musnad.events.roles.agreement import agrees, differs
from musnad.events.roles.antecedents import clause_start
from musnad.events.roles.behind import MARGIN
from musnad.events.roles.suffering import ARMED
from musnad.events.scene import Scene
from musnad.events.words import NONE
from musnad.lexicon import Hit

_VIOLENT = "ASSAULT"
_OCCASION = "occasion"  # the level of gatherings
_SIDES = frozenset({"with", "against"})
_VISIT, _MEETING = "visit", "CONSULT"
_SOURCE = "source"  # the kind of people and media that only tell


def attend(scene: Scene, draft: Draft) -> None:
    """Let the subject of the sentence take part in a meeting that only dates its verb: «he said after talks with».

    Who held it or came is he for whom the pronoun of a verb behind stands: «a visit that | he made».
    """
    if any(party.slot in {"subject", "between", "nisba"} for party in draft.parties):
        return
    if not (draft.symmetric or draft.hit.entry.text("mode") == _VISIT):
        return
    holder = _pronoun_held(scene, draft)
    if holder is not None:
        draft.parties.append(Party("subject", holder))
    held = [party.phrase for party in draft.parties if party.slot == "idafa" and party.phrase is not None]
    if holder is not None or not draft.symmetric or not (draft.type == _MEETING or draft.level == "clash"):
        return
    if held and (draft.level != _OCCASION or are_pair(held)):
        return
    start = scene.units.sentence(draft.first).first
    for i in range(draft.first, max(start, draft.first - 3), -1):
        particle = scene.words.particle_before(i)
        if particle is None:
            continue
        beside = particle.hit.entry.id == MARGIN and all(party.slot != "with" for party in draft.parties)
        if particle.part in {"cause", "in"} and not beside:  # «she said on the sidelines of | the meeting»
            subject = last_subject(scene, start, draft.first) or _behind(scene, draft, particle.first, held)
            spoke = particle.part == "cause" and subject is None
            spoke = spoke and any(party.slot == "with" for party in draft.parties)
            if spoke and draft.type != _VIOLENT:  # «she added, in a meeting | with X»
                subject = last_subject(scene, previous_start(scene, draft.first), start)
            if held and not (subject is not None and _speaks_there(scene, subject)):
                return
            tells = subject is not None and subject.mention.subkind == _SOURCE  # «media quoted X as saying in | talks»
            if subject is not None and not tells and (draft.type != _VIOLENT or _fights(scene, draft, subject)):
                # «he said that at the talks …»
                far = subject.first < draft.first and subject.head < clause_start(scene, draft.first)
                draft.parties.append(Party("subject", subject._replace(doubted=far)))
        return


def _behind(scene: Scene, draft: Draft, opening: int, held: list[Phrase]) -> Phrase | None:
    """Return the subject of the clause that a meeting with somebody opens: «after talks with Y, | X said»."""
    sentence = scene.units.sentence(draft.first)
    if opening != sentence.first or held or all(party.slot != "with" for party in draft.parties):
        return None
    return _main_subject(scene, draft.last)


def _main_subject(scene: Scene, low: int, hit: Hit | None = None) -> Phrase | None:
    """Return the subject right behind the first verb that follows a comma behind a token, if a verb agrees with it."""
    norms, end = scene.units.norms, scene.units.sentence(low - 1).last
    for i in range(low, end - 1):
        if norms[i][0] in ".؛:" or scene.opens_content(i):
            return None
        if norms[i][0] in "،," and scene.verb(i + 1):
            phrase = scene.at_head.get(i + 2)
            named = phrase is not None and not (phrase.slot or phrase.joined) and phrase.mention.kind in DOERS
            fits = hit is None or phrase is None or not (agrees(hit, phrase) is False or differs(hit, phrase))
            return phrase if named and fits else None
    return None


def _pronoun_held(scene: Scene, draft: Draft) -> Phrase | None:
    """Return for whom the pronoun of the verb stands that carries a meeting behind it: «the talks that | he held»."""
    verb = draft.support
    if verb is None or verb.first < draft.last or verb.form.pos != "verb" or verb.entry.text("subject") != "actor":
        return None
    i, sentence = verb.last, scene.units.sentence(draft.first)
    if i >= sentence.last or verb.form.number != "s":
        return None
    held = scene.hits.has(i, "bound_preposition")  # «that | he made it»
    apart = scene.words.particle(i) is not None or i in scene.timed or scene.prefixed(i)
    named = scene.at_head.get(i + held)
    if not (held or (verb.suffix and apart)) or (named is not None and not named.slot):
        return None
    agreeing = verb if verb.entry.text("object") else None  # «the talks that brought | him | together with Y»
    return last_subject(scene, sentence.first, draft.first, agreeing) or _main_subject(scene, verb.last, agreeing)


def _speaks_there(scene: Scene, subject: Phrase) -> bool:
    """Say whether a subject is a person with a name who said something: «X said at the meeting | of the council»."""
    said = scene.hits.has(subject.head - 1, "cue") or scene.hits.has(subject.last, "cue")
    return subject.mention.kind == "person" and subject.mention.proper is not None and said


def _fights(scene: Scene, draft: Draft, subject: Phrase) -> bool:
    """Say whether a subject fights those beside a noun, or did something to others: none who tells or fell."""
    beside = (*scene.words.triggers.get(subject.head - 1, NONE), *scene.words.triggers.get(subject.last, NONE))
    if any(hit.entry.text("level") == FALLEN for hit in beside):
        return False
    against = any(party.slot in _SIDES for party in draft.parties)
    return (against and subject.entity.sector in ARMED) or any(hit.entry.text("type") in HARMING for hit in beside)
