"""Who takes part in a meeting or a deal without a verb of its own: «he said after | talks with X», «Y's | deal»."""

from dataclasses import replace

from musnad.arabic.letters import HA
from musnad.events.draft import FALLEN, HARMING, Draft, Party
from musnad.events.phrases import Phrase, are_pair
from musnad.events.roles.acting import DOERS, is_subject, last_subject, previous_start
from musnad.events.roles.agreement import agrees, differs
from musnad.events.roles.antecedents import clause_start, relative_before
from musnad.events.roles.attached import BROUGHT_HIM
from musnad.events.roles.behind import MARGIN
from musnad.events.roles.pronouns import subject_meant
from musnad.events.roles.suffering import ARMED
from musnad.events.scene import Scene
from musnad.events.words import NONE, Particle
from musnad.lexicon import Hit

_VIOLENT, _MEETING = "ASSAULT", "CONSULT"
_OCCASION = "occasion"  # the level of gatherings
_SOURCE = "source"  # the kind of people and media that only tell
_PEOPLE = frozenset({"person", "group"})
_PLACE, _STATE = "place", "country"
_OWNERS = DOERS - {"group"}  # «the deal of the prisoners | with X» is about them
_ADJECTIVES = 2  # tokens between a meeting and «of»
_VISIT = "visit"
_TO_VERB = 3  # tokens from a meeting to what it brought together


def add_owner(draft: Draft) -> None:
    """Let whose a deal or talks are take part beside those they are with: «Iran's | deal with the powers»."""
    if draft.symmetric and not draft.verbal and any(party.slot == "with" for party in draft.parties):
        draft.parties = [replace(p, slot="subject") if _owns(draft, p) else p for p in draft.parties]


def _owns(draft: Draft, party: Party) -> bool:
    """Say whether a party stands in idafa or near «of», and acts: no town, where it was: «the Doha deal | with X»."""
    phrase = party.phrase
    if phrase is None or phrase.mention.kind not in _OWNERS or phrase.head < draft.last:
        return False
    if party.slot == "for":
        near = phrase.head - draft.last <= _ADJECTIVES and phrase.head == phrase.first
        return near and draft.type == _MEETING and phrase.mention.kind != _PLACE
    bare = party.slot in {"idafa", "object"} and not phrase.slot
    return bare and (phrase.mention.kind != _PLACE or phrase.mention.subkind == _STATE)


def add_attendant(scene: Scene, draft: Draft) -> None:
    """Let the subject of the sentence take part in a meeting that only dates its verb: «he said after talks with».

    Who held it or came is he for whom the pronoun of a verb behind stands: «a visit that | he made».
    """
    if any(party.slot in {"subject", "between", "nisba"} for party in draft.parties):
        return
    meets = draft.symmetric and (draft.type == _MEETING or draft.level == "clash")
    pointed = draft.symmetric or draft.hit.entry.text("mode") == _VISIT
    holder = _pronoun_held(scene, draft) if pointed else None
    if holder is not None:
        draft.parties.append(Party("subject", holder))
    if holder is not None or not meets:
        return
    held = [party.phrase for party in draft.parties if party.slot == "idafa" and party.phrase is not None]
    if held and (draft.level != _OCCASION or are_pair(held)):
        return
    start = scene.units.sentence(draft.first).first
    for i in range(draft.first, max(start, draft.first - 3), -1):
        particle = scene.words.particle_before(i)
        if particle is None:
            continue
        beside = particle.hit.entry.id == MARGIN and all(party.slot != "with" for party in draft.parties)
        if particle.part in {"cause", "in"} and not beside:  # «she said on the sidelines of | the meeting»
            subject = _acting(scene, draft, particle)
            if held and not (subject is not None and _speaks_there(scene, subject)):
                return
            tells = subject is not None and subject.mention.subkind == _SOURCE  # «media quoted X as saying in | talks»
            if subject is not None and not tells and _fought(scene, draft, subject):
                # «he said that at the talks …»
                far = subject.first < draft.first and subject.head < clause_start(scene, draft.first)
                draft.parties.append(Party("subject", subject._replace(doubted=far)))
            return
        break
    him = _brought(scene, draft)
    if him is not None:
        draft.parties.append(Party("subject", him))


def _fought(scene: Scene, draft: Draft, subject: Phrase) -> bool:
    """Say whether a subject may take part in what is no meeting: who has arms or did something to others."""
    return draft.type != _VIOLENT or _clashed(scene, draft, subject) or _did(scene, subject)


def _clashed(scene: Scene, draft: Draft, subject: Phrase) -> bool:
    """Say whether a subject bears arms and went on after clashes with others: none who tells of them or fell."""
    faced = any(party.slot == "with" for party in draft.parties) and subject.mention.kind != "person"
    fell = any(hit.entry.text("level") == FALLEN for hit in scene.words.triggers.get(subject.head - 1, NONE))
    return faced and subject.entity.sector in ARMED and not (fell or scene.hits.has(subject.head - 1, "cue"))


def _acting(scene: Scene, draft: Draft, particle: Particle) -> Phrase | None:
    """Return who acts in the sentence of a meeting, behind it where it opens that, else in the sentence before."""
    start = scene.units.sentence(draft.first).first
    subject = last_subject(scene, start, draft.first)
    with_one = subject is None and draft.type == _MEETING and any(party.slot == "with" for party in draft.parties)
    if with_one and particle.first == start:
        subject = _behind(scene, draft)  # «after talks with X, | Y decided»
    if with_one and subject is None and particle.part == "cause":  # «she added, in a meeting | with X»
        subject = last_subject(scene, previous_start(scene, draft.first), start)
    return subject


def _behind(scene: Scene, draft: Draft) -> Phrase | None:
    """Return the first one behind a meeting and its parties who is the subject of a verb outside relative clauses."""
    taken = [party.phrase for party in draft.parties if party.phrase is not None]
    sentence = scene.units.sentence(draft.first)
    for phrase in scene.bare(max(one.last for one in taken), sentence.last):
        verb = phrase.head - 1
        acts = phrase.mention.kind in DOERS and not phrase.joined and scene.verb(verb)
        if acts and not relative_before(scene, verb) and is_subject(scene, phrase, sentence.first):
            return phrase if all(one.entity != phrase.entity for one in taken) else None
    return None


def _main_subject(scene: Scene, low: int, hit: Hit) -> Phrase | None:
    """Return the subject right behind the first verb that follows a comma behind a token, if a verb agrees with it."""
    norms, end = scene.units.norms, scene.units.sentence(low - 1).last
    for i in range(low, end - 1):
        if norms[i][0] in ".؛:" or scene.opens_content(i):
            return None
        if norms[i][0] in "،," and scene.verb(i + 1):
            phrase = scene.at_head.get(i + 2)
            named = phrase is not None and not (phrase.slot or phrase.joined) and phrase.mention.kind in DOERS
            if phrase is None or not named or agrees(hit, phrase) is False or differs(hit, phrase):
                return None
            return phrase
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
    before = last_subject(scene, sentence.first, draft.first, verb, suits=_alone)
    return before or _main_subject(scene, verb.last, verb)


def _alone(phrase: Phrase) -> bool:
    """Say whether a verb in the singular may follow a phrase: no «workers»."""
    return phrase.mention.kind not in _PEOPLE or phrase.entity.number != "p"


def _brought(scene: Scene, draft: Draft) -> Phrase | None:
    """Return for whom the pronoun on the verb of a meeting stands: «spoke of a summit | that brought him together»."""
    for i in range(draft.last, min(draft.last + _TO_VERB, len(scene.units))):
        if BROUGHT_HIM in scene.contexts_at(i):
            norm = scene.units.norms[i]
            return subject_meant(scene, norm[norm.rindex(HA) :], draft.first, None)
    return None


def _speaks_there(scene: Scene, subject: Phrase) -> bool:
    """Say whether a subject is a person with a name who said something: «X said at the meeting | of the council»."""
    said = scene.hits.has(subject.head - 1, "cue") or scene.hits.has(subject.last, "cue")
    return subject.mention.kind == "person" and subject.mention.proper is not None and said


def _did(scene: Scene, subject: Phrase) -> bool:
    """Say whether a subject did something to others, and so may have fought: none who tells or suffers."""
    beside = (*scene.words.triggers.get(subject.head - 1, NONE), *scene.words.triggers.get(subject.last, NONE))
    return any(hit.entry.text("type") in HARMING and hit.entry.text("level") != FALLEN for hit in beside)
