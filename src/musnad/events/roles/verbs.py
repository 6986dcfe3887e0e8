"""Who stands where around a finite verb: subject, object, agent, prepositions."""

from dataclasses import replace

from musnad.arabic import AND
from musnad.events.draft import FALLEN, HARMING, OTHER, SEIZING, Draft
from musnad.events.parts import with_whole
from musnad.events.phrases import Phrase
from musnad.events.roles import asides
from musnad.events.roles.acting import last_subject
from musnad.events.roles.after_verb import divide_behind, listed, resumes_before, told_in_it
from musnad.events.roles.agreement import agrees
from musnad.events.roles.antecedents import (
    left_out,
    qualifies_other,
    relative_antecedent,
    relative_before,
    resumed,
)
from musnad.events.roles.attached import OWNER, add, chair, host, prepositional, resumes
from musnad.events.roles.behind import MEDIUM, bare_chain
from musnad.events.roles.machines import by_machine
from musnad.events.roles.nearer import of_participle
from musnad.events.roles.own import own_asked, says_we
from musnad.events.roles.pronouns import (
    described,
    done_to_him,
    held_meant,
    is_sentenced,
    object_meant,
    other_subject,
    qualified_object,
)
from musnad.events.roles.strangers import add_judged, add_stranger, strange_object
from musnad.events.roles.subjects import dropped_subject, speaker, subject_before
from musnad.events.roles.suffering import (
    accused,
    aims_at,
    falls,
    fell_there,
    is_target,
    marked_passive,
    suffers,
    tells_target,
    unnamed_object,
    were_taken,
)
from musnad.events.roles.undergone import undergone
from musnad.events.scene import Scene
from musnad.events.unnamed import (
    accusative_before,
    indefinite,
    owned,
    unnamed_phrase,
)
from musnad.events.voices import SPOKEN

_BESIDE = 3  # tokens behind a verb of meeting in which only the other side has room
_AGENT, _ASKED = "agent", "from"
_TALK = "talk"  # the level of verbs of discussing
_VISIT = "visit"  # the mode of events that go to a place
_VIOLENT = "ASSAULT"
_BODIES = frozenset({"organisation", "office"})
_RULED = 2  # tokens of what a verb of speech rules before «by»: «was refused | the proposal | by»
_BY_PRONOUN = frozenset({"ACCUSE", "REQUEST", "SANCTION", "SUPPORT", "THREATEN"})
_COERCING, _REJECTING, _ASKING = "COERCE", "REJECT", "REQUEST"


def verb_parties(scene: Scene, draft: Draft) -> None:
    """Fill the parties of a draft whose trigger is a finite verb."""
    hit = draft.hit
    end = scene.clause_end(draft.last)
    draft.reach = end
    draft.passive = hit.form.voice == "passive" or _marked_passive(scene, draft, end)
    before = subject_before(scene, draft.first, hit) or speaker(scene, draft.first, hit)
    apart = not scene.units.norms[draft.first - 1][0].isalnum()  # «in X, the stronghold of Y, | hit»
    if by_machine(scene, draft, end, alone=before is None or apart):
        return
    antecedent = relative_antecedent(scene, draft.first)
    behind = _bare_behind(scene, draft, end, alone=before is None and antecedent is None)
    subject, objects = _sides(scene, draft, before, antecedent, behind)
    unlisted = subject is not None and not (objects or subject.entity.id)
    if unlisted and subject is not None and draft.type == _COERCING and is_target(scene, subject):
        draft.passive, objects = True, []  # «the border | will be closed»
    objects = objects or (asides.object_apart(scene, draft, behind, end) if subject is not None else [])
    if behind and behind[0].slot == "for" and scene.hits.has(draft.last, MEDIUM):
        subject, objects = behind[0], behind[1:2]  # «accused | a report of X»
    if subject is not None:
        add(scene, draft, "object" if draft.passive else "subject", subject)
    elif objects and scene.chain(objects[0])[-1].last == draft.first:
        pass  # nobody is told whose relative clause without «who» it is
    elif not relative_before(scene, draft.first) or (
        not behind and draft.level != FALLEN and left_out(scene, draft.hit)
    ):
        subject, objects = _unwritten(scene, draft, behind, objects)
    if not objects and not draft.passive:
        acts = subject is not None and (bool(behind) or before is not None or draft.hit.form.number == "p")
        objects = _other_objects(scene, draft, behind, subject, acts=acts)
    _add_objects(scene, draft, subject, accused(scene, draft, behind, objects))
    _add_held(scene, draft, behind, subject, objects)
    prepositional(scene, draft, draft.last, end)
    host(scene, draft)
    chair(scene, draft)
    for phrase in asides.asked(scene, draft, behind[0] if behind else None):
        add(scene, draft, _ASKED, phrase)
    add_stranger(scene, draft, draft.last, end)
    add_judged(scene, draft)
    behind_aside = resumes(scene, end)
    if behind_aside:
        prepositional(scene, draft, behind_aside, scene.clause_end(behind_aside))
    if draft.type in SPOKEN and not draft.passive:  # «criticise | the exclusion by X»: that is another deed's agent
        draft.parties = [party for party in draft.parties if party.slot != _AGENT]


def _bare_behind(scene: Scene, draft: Draft, end: int, *, alone: bool) -> list[Phrase]:
    """Return the bare phrases behind a verb; `alone` says that its subject is not before it."""
    behind = bare_chain(scene, draft, end, at=asides.behind_meeting(scene, draft) if alone else 0)
    opening = scene.words.particle_before(draft.first)
    goes_on = scene.units.norms[draft.first].startswith(AND) or (opening is not None and opening.part == "conjunction")
    goes_on = goes_on and draft.level == _TALK
    if goes_on and not any(map(listed, behind)):
        return []  # «X met Y | and discussed | the issues of the region»
    return behind


def _unwritten(
    scene: Scene, draft: Draft, behind: list[Phrase], objects: list[Phrase]
) -> tuple[Phrase | None, list[Phrase]]:
    """Add the subject of a verb that is unnamed or carried; return that of an active one, and the objects."""
    hit = draft.hit
    if draft.passive:
        gone_on = undergone(scene, draft)
        if gone_on is not None:
            add(scene, draft, "object", gone_on)
        return None, objects
    objects = objects or own_asked(scene, draft)
    unnamed = None if objects else _indefinite(scene, draft)
    if unnamed is not None and (_goes_on(scene, draft, unnamed) or aims_at(scene, draft, unnamed)):
        objects, unnamed = [unnamed], None
    attack = draft.level == "hit" and tells_target(scene, draft)  # «a raid | hit the school»: nobody else did
    unnamed = None if unnamed is None else with_whole(scene, unnamed)
    beside = scene.between(draft.last, draft.last + _BESIDE) if draft.symmetric else []
    acts = bool(objects) or any(one.slot == "with" for one in beside)  # «X visited the town. | He met | with Y»
    subject = unnamed or (None if attack else dropped_subject(scene, draft.first, hit, acts=acts))
    if draft.level == FALLEN and subject is not None and subject.last <= scene.units.sentence(draft.first).first:
        return None, objects  # «a student was wounded» is nobody of the sentence before
    if subject is not None:
        fell = unnamed is not None and falls(scene, draft, unnamed)
        draft.passive = unnamed is None and not behind and not hit.suffix and were_taken(scene, draft, subject)
        add(scene, draft, "object" if fell or draft.passive else "subject", subject)
    return subject, objects


def _other_objects(
    scene: Scene, draft: Draft, behind: list[Phrase], subject: Phrase | None, *, acts: bool
) -> list[Phrase]:
    """Return the object of an active verb that the cast does not know, or for whom its pronoun stands."""
    taken, objects = draft.fells_or_seizes, list[Phrase]()  # people, and no towns
    seizes = draft.hit.entry.text("mode") in SEIZING and draft.hit.form.number != "d"  # «two years | in jail»
    if (draft.type == _VIOLENT or seizes) and not draft.hit.suffix:
        at = scene.chain(behind[0])[-1].last if behind else draft.last
        objects = unnamed_object(scene, draft, at, subject=acts and not seizes)
    if not objects and acts and subject is not None:
        objects = strange_object(scene, draft, subject, scene.chain(behind[0])[-1].last if behind else draft.last)
    hosts = "object" in draft.actor_slots and not draft.symmetric  # «where the king | received him»
    if not objects and (draft.type in _BY_PRONOUN or hosts or (taken and draft.type in HARMING)):
        meant = object_meant(scene, draft, subject)
        return [] if meant is None else [meant]
    return objects


def _add_held(scene: Scene, draft: Draft, behind: list[Phrase], subject: Phrase | None, objects: list[Phrase]) -> None:
    """Add for whom a preposition with pronoun behind a verb or its subject stands: «asked | of him»."""
    named = subject is not None and not subject.slot
    slot = done_to_him(scene, draft, subject) if named and subject is not None else ""
    if slot and is_sentenced(draft):
        held = None
    else:
        ends = () if objects else (draft.last, *(scene.chain(phrase)[-1].last for phrase in behind[:1]))
        held = next(filter(None, (held_meant(scene, draft, at, subject) for at in ends)), None)
    if held is not None:
        add(scene, draft, *held)
    elif slot:  # «he was held until | they let him go»: nobody is told who did
        draft.parties = [replace(p, slot=slot) if p.slot == "subject" else p for p in draft.parties]


def _add_objects(scene: Scene, draft: Draft, subject: Phrase | None, objects: list[Phrase]) -> None:
    """Add the objects of a verb; who seems to be its subject once more is somebody else, or only says who that is."""
    for phrase in objects:
        slot = OWNER if draft.type == _REJECTING and _owns_it(scene, draft, subject, phrase) else "object"
        if subject is None or not phrase.entity.id or phrase.entity != subject.entity:
            add(scene, draft, slot, phrase)
        elif subject.last <= draft.first:  # «the president will meet | the Chinese president»: not himself
            add(scene, draft, "object", unnamed_phrase(scene, phrase.first, phrase.last, rule=OTHER))


def _owns_it(scene: Scene, draft: Draft, subject: Phrase | None, phrase: Phrase) -> bool:
    """Say whether a noun before a phrase is what is rejected, which is that one's: «rejected | the proposal of X»."""
    low = draft.last if subject is None or subject.last > phrase.head else max(draft.last, subject.last)
    at = phrase.head - 1
    closed = at in scene.timed or scene.words.is_particle(at) or scene.prefixed(at)  # «led by | X»
    noun = at >= low and scene.units.is_word(at) and not closed
    return phrase.head < phrase.first or noun


def _goes_on(scene: Scene, draft: Draft, unnamed: Phrase) -> bool:
    """Say whether a verb with «and» tells what a body did next: «the forces stormed the camp | and wrecked houses»."""
    opening = scene.words.particle_before(draft.first)
    also = opening is not None and opening.part == "conjunction" and opening.first == draft.first - 1
    joined = also or scene.units.norms[draft.first].startswith(AND)
    attacks = draft.type == _VIOLENT and draft.level != FALLEN
    if not (joined and (attacks or draft.type == _COERCING)):
        return False
    if not (is_target(scene, unnamed) or falls(scene, draft, unnamed)):
        return False
    subject = last_subject(scene, scene.units.sentence(draft.first).first, draft.first, draft.hit)
    return subject is not None and subject.mention.kind in _BODIES


def _indefinite(scene: Scene, draft: Draft) -> Phrase | None:
    """Return the unnamed subject behind a verb, so that nobody else acts: «an armed alliance seized the city»."""
    if draft.hit.suffix or draft.hit.form.number != "s":
        return None
    return indefinite(scene, draft.last)


def _sides(
    scene: Scene, draft: Draft, before: Phrase | None, antecedent: Phrase | None, behind: list[Phrase]
) -> tuple[Phrase | None, list[Phrase]]:
    """Return subject and object of a verb: of one that qualifies without «who», nobody: «a couple | they abducted»."""
    sayer = says_we(scene, draft) if before is None and antecedent is None else None
    if sayer is not None:
        return sayer, behind[:1]
    noun = before
    if noun is None and antecedent is None and draft.hit.suffix:
        noun = accusative_before(scene, draft.first)
    if noun is not None and not behind and described(scene, draft, noun):
        return None, [noun]
    if before is not None and not before.entity.id and behind and resumes_before(scene, draft, behind[0]):
        return behind[0], behind[1:2]  # «that it is a decision | that X welcomes»
    whose = antecedent is not None and antecedent.mention.kind == "person" and not draft.passive
    if whose and len(behind) == 1 and told_in_it(scene, draft):
        return antecedent, behind  # «the remarks of X in which he accused | Y»
    return _divide(scene, draft, before, antecedent, behind)


def _divide(
    scene: Scene, draft: Draft, before: Phrase | None, antecedent: Phrase | None, behind: list[Phrase]
) -> tuple[Phrase | None, list[Phrase]]:
    """Say who of the phrases around a verb is its subject and who its object."""
    suffix = bool(draft.hit.suffix)
    if draft.hit.form.pos == "participle":
        return None, behind[:1]
    own = _own_subject(scene, draft, antecedent, behind) if relative_before(scene, draft.first) else None
    if own is not None:
        return own, [phrase for phrase in behind if phrase.head >= own.last][:1]
    held = draft.passive or suffix or scene.hits.has(draft.last, "bound_preposition")  # «that | the army seized it»
    if behind and not held and qualifies_other(scene, draft.hit):
        return divide_behind(scene, draft, behind)
    if antecedent is not None:
        if suffix and (behind or qualified_object(scene, draft.hit, antecedent)):
            return (behind[0] if behind else other_subject(scene, draft, antecedent)), [antecedent]
        if resumed(scene, draft.last):
            named = behind or [phrase for phrase in scene.bare(draft.last, draft.reach) if not phrase.joined]
            draft.passive = draft.passive or (named != [] and fell_there(scene, draft, named[0]))
            return (named[0] if named else None), []
        if draft.passive:
            return antecedent, []
        draft.passive = not behind and (suffers(scene, draft) or were_taken(scene, draft, antecedent))
        return antecedent, behind[:1]
    if before is not None and suffix and behind and behind[0].head == draft.last:
        return behind[0], [before]  # «X, whom has congratulated | Y»
    if before is not None:
        seizes = draft.hit.entry.text("mode") in SEIZING and before.mention.kind in _BODIES
        fell = not (behind or suffix or seizes) and (suffers(scene, draft) or were_taken(scene, draft, before))
        draft.passive = draft.passive or fell
        return before, [] if draft.passive else behind[:1]
    if not behind:
        draft.passive = draft.passive or (not suffix and suffers(scene, draft))
        return None, []
    if relative_before(scene, draft.first) and not held:
        return None, behind[:1]  # «the shells that | hit the ward»
    return (behind[0], []) if draft.passive or suffix else divide_behind(scene, draft, behind)


def _own_subject(scene: Scene, draft: Draft, antecedent: Phrase | None, behind: list[Phrase]) -> Phrase | None:
    """Return the subject of a relative clause that belongs to whom it qualifies: «X, whose followers | blame Y»."""
    i, hit = draft.last, draft.hit
    if hit.suffix or draft.passive or not owned(scene, i) or scene.prefixed(i):
        return None
    phrase = scene.covered.get(i)
    named = phrase is not None and phrase.first == i and phrase.last == i + 1
    heads = phrase is None or phrase.head == i
    if not (named or (scene.plain(i) and heads)):
        return None
    followed = any(one.head >= i and one is not phrase for one in behind)
    if (
        "object" in draft.recipient_slots
        and (antecedent is None or agrees(hit, antecedent) is not False)
        and not followed
    ):
        return None
    return phrase if named else unnamed_phrase(scene, i, i + 1, rule=OTHER)


def _marked_passive(scene: Scene, draft: Draft, end: int) -> bool:
    """Say whether a vowel sign or an agent marks the passive."""
    if marked_passive(scene, draft.hit):
        return True
    for i in range(draft.last, end):
        particle = scene.words.particle(i)
        if particle is not None and particle.part == _AGENT and not (i > draft.last and of_participle(scene, i)):
            if draft.type in SPOKEN and i not in scene.at_last:  # «criticise | the exclusion by X»
                return i - draft.last <= (0 if draft.hit.form.tense == "present" else _RULED)
            return i == draft.last or bool({"object", _AGENT} & {*draft.recipient_slots})
        if scene.words.is_event_noun(i):
            return False  # the agent is that of another event: «protested the killing of X | by»
    return False
