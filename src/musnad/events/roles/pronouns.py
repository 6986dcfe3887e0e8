"""Whom a pronoun on a verb, or «him» behind it, stands for: «since | it accuses them», «accusing | him»."""

from musnad.arabic import AND, ARTICLE
from musnad.arabic.letters import ALEF, HA, MIM, NUN, TA, YA
from musnad.events.draft import REAL, Draft, Party
from musnad.events.phrases import Phrase
from musnad.events.roles.acting import last_subject, previous_start
from musnad.events.roles.agreement import plural_body
from musnad.events.roles.antecedents import relative_antecedent, relative_before
from musnad.events.roles.asides import DASHES
from musnad.events.roles.attached import add
from musnad.events.roles.subjects import dropped_subject
from musnad.events.scene import Scene
from musnad.events.unnamed import definite, unnamed_phrase
from musnad.events.words import NONE
from musnad.lexicon import Hit

HIM = "particle.him"
_FEMININE = (HA, ALEF + TA)
_SUFFERING = frozenset({"person", "group"})
_VISIT, _SENTENCED = "visit", "convict"  # modes
_COURTS = "JUD"  # the sector of judges
_THEN = frozenset({"release", "allege", "investigate"})  # what comes behind an arrest: «he was | referred to a court»
_BLAMING = "ACCUSE"
_UPON = frozenset({"about", "on"})
_CAPTURING = frozenset({"arrest", "abduct", "convict", "deport"})
_FREEING = frozenset({"RETREAT", "SANCTION", "COERCE"})
_OF_STATES = frozenset({"SANCTION", "AID"})
_TAKEN = "COERCE"  # «its seizure»: what is seized is a thing, more often
_FREED = "RETREAT"  # «they demanded | their release»: those who are held are told further off
_OFFICIALS = frozenset({"person"})
_ACTING = frozenset({"person", "office", "organisation"})
_OPENING = 1  # tokens before a noun that opens its sentence: «during»
_DATELINE = 10  # tokens of a dateline: «Ankara, Turkey (X) --»
_ACCUSED = _SUFFERING | {"organisation", "office"}
_HELD = {
    "REQUEST": {"from"},
    "CONSULT": {"with", "by"},
    "ACCUSE": {"with", "on", "to", "for", "against"},
    "ASSAULT": {"on", "against"},
    "AID": {"to", "for"},
    "RETREAT": {"about"},
    "COERCE": {"on", "against"},
    "SANCTION": {"on", "against"},
}
_PEOPLE = frozenset({"person", "office", "organisation", "group", "place"})
_WHOLES = frozenset({"organisation", "office", "place"})
_PAIR = 2  # of whom a pronoun would be in the dual
_MEN = frozenset({"organisation", "office"})  # bodies whose gender is that of their first noun


def object_meant(scene: Scene, draft: Draft, subject: Phrase | None) -> Phrase | None:
    """Return the last one named before a verb in its sentence for whom its object pronoun can stand."""
    pronoun = _pronoun(scene, draft)
    if not pronoun or relative_before(scene, draft.first):
        return None
    if subject is None and draft.hit.form.pos != "participle":
        return None
    noun = _described_noun(scene, draft) if subject is not None and subject.first >= draft.last else None
    if noun is not None:
        return noun
    start = scene.units.sentence(draft.first).first
    for phrase in reversed(scene.between(start, draft.first)):
        joined = phrase.joined and phrase.head == phrase.first  # no «and rejected | the ruling of X»
        if phrase.last > draft.first or joined or phrase.mention.kind not in _PEOPLE:
            continue
        if subject is not None and phrase.entity == subject.entity:
            continue
        if agrees(scene, pronoun, phrase):
            return phrase
    return None


def described(scene: Scene, draft: Draft, phrase: Phrase) -> bool:
    """Say whether the pronoun on a verb stands for indefinite people right before it: «two nuns | whom they took»."""
    pronoun = draft.hit.suffix
    group = phrase.mention.kind == "group" and phrase.mention.proper is None
    group = group and scene.chain(phrase)[-1].last == draft.first
    known = draft.hit.prefix or scene.units.norms[phrase.first].startswith(ARTICLE)
    if known or not (pronoun.startswith(HA) and group):
        return False
    ends = scene.units.norms[phrase.first].endswith(YA + NUN)
    counted = phrase.mention.rule.endswith("counted") or phrase.entity.number in {"p", "d"} or ends
    if counted:
        return MIM in pronoun
    return MIM not in pronoun and _fits(scene, phrase.first, pronoun)


def _described_noun(scene: Scene, draft: Draft) -> Phrase | None:
    """Return the noun right before a verb for which its pronoun stands: «a shepherd | whom gunmen abducted»."""
    i, hit = draft.first - 1, draft.hit
    if not (draft.takes_people and hit.suffix.startswith(HA)) or hit.prefix or hit.form.tense != "past":
        return None
    noun = i > scene.units.sentence(i).first and scene.plain(i) and not scene.words.is_particle(i)
    noun = noun and not (scene.hits.has(i, "bound_preposition") or scene.units.norms[i].startswith(AND))
    return unnamed_phrase(scene, i, i + 1) if noun and MIM not in hit.suffix and _fits(scene, i, hit.suffix) else None


def _fits(scene: Scene, i: int, pronoun: str) -> bool:
    """Say whether the ending of a noun has the gender of a pronoun."""
    return scene.units.norms[i].endswith(_FEMININE) == pronoun.endswith(ALEF)


def qualified_object(scene: Scene, hit: Hit, antecedent: Phrase) -> bool:
    """Say whether the pronoun on a verb stands for whom its relative clause qualifies: «the party that | he backed»."""
    differs = antecedent.entity.number == "s" and {hit.form.gender, antecedent.entity.gender} == {"m", "f"}
    return differs or agrees(scene, hit.suffix, antecedent)


def other_subject(scene: Scene, draft: Draft, antecedent: Phrase) -> Phrase | None:
    """Return the dropped subject of a relative clause whose object is whom it qualifies: the last other one."""
    for low in (scene.units.sentence(draft.first).first, previous_start(scene, draft.first)):
        found = last_subject(scene, low, antecedent.head, draft.hit, suits=lambda one: one.entity != antecedent.entity)
        if found is not None:
            return found
    return None


def held_meant(scene: Scene, draft: Draft, at: int, subject: Phrase | None) -> tuple[str, Phrase] | None:
    """Return the slot and the phrase for whom a preposition with pronoun at a token stands: «asked | of him»."""
    slot = _slot(scene, at)
    if slot not in _HELD.get(draft.type, ()) or slot not in {*draft.actor_slots, *draft.recipient_slots}:
        return None
    if relative_before(scene, draft.first):
        found = relative_antecedent(scene, draft.first)
        return None if found is None or found.mention.kind not in _PEOPLE else (slot, found)
    other = _last_of(scene, draft.first, scene.units.norms[at], _ACCUSED, subject)
    return None if other is None else (slot, other)


def add_held(scene: Scene, draft: Draft, ends: tuple[int, ...]) -> None:
    """Add for whom a preposition with pronoun behind a noun stands, at one of some tokens: «sanctions | on it»."""
    slots = _HELD.get(draft.type)
    if not slots or draft.hit.suffix or any(party.slot in draft.recipient_slots for party in draft.parties):
        return
    at = next((i for i in ends if _slot(scene, i)), None)
    slot = "" if at is None else _slot(scene, at)
    thing = draft.type == _FREED or (draft.type == _TAKEN and not draft.fells_or_seizes)
    if at is None or slot not in slots or slot not in draft.recipient_slots or thing:
        return
    acting = next((p.phrase for p in draft.parties if p.slot in draft.actor_slots and p.phrase is not None), None)
    kinds = _PEOPLE if draft.type in _OF_STATES else _SUFFERING if draft.fells_or_seizes else _ACCUSED
    found = _last_of(scene, draft.first, scene.units.norms[at], kinds, acting)
    if found is not None:
        add(scene, draft, slot, found)


def _slot(scene: Scene, i: int) -> str:
    """Return the part of the preposition with a pronoun at a token, empty where none stands."""
    held = scene.hits.at(i, "bound_preposition") if i < len(scene.units) else NONE
    return held[0].entry.text("part") if held else ""


def done_to_him(scene: Scene, draft: Draft, subject: Phrase) -> str:
    """Return the slot of a pronoun behind a verb that stands for its dropped subject, empty where it does not.

    Then somebody else, who is not told, did it: «before | he was let go».
    """
    behind = draft.last < len(scene.units) and draft.type in _FREEING and subject.last <= draft.first
    slot = _slot(scene, draft.last) if behind and _may_be_him(scene, draft, subject) else ""
    named = slot in draft.recipient_slots and not relative_before(scene, draft.first)
    person = subject.mention.kind in _SUFFERING and draft.hit.form.number == "s"
    norm = scene.units.norms[draft.last] if named else ""
    return slot if named and person and agrees(scene, norm[norm.rindex(HA) :], subject) else ""


def _may_be_him(scene: Scene, draft: Draft, subject: Phrase) -> bool:
    """Say whether a pronoun behind a verb may stand for whom its subject seems to be.

    Who stands right before an active verb does it to others, unless many stand before a verb in the singular («the
    rebels | will be let go») or somebody who is no judge is sentenced.
    """
    if subject is not scene.at_last.get(draft.first):
        return True
    many = subject.mention.kind == "group" and subject.entity.number != "s"
    return many or (is_sentenced(draft) and subject.entity.sector != _COURTS)


def is_sentenced(draft: Draft) -> bool:
    """Say whether a word tells that somebody is sentenced: who stands before it then suffers it, more often."""
    return draft.hit.entry.text("mode") == _SENTENCED


def imposed_on(scene: Scene, draft: Draft, verb: Hit) -> tuple[str, Phrase] | None:
    """Return slot and phrase for whom the pronoun behind a carrying verb stands: «sanctions were imposed | on it»."""
    slot = _slot(scene, verb.last)
    if slot not in draft.recipient_slots or relative_before(scene, verb.first):
        return None
    found = _last_of(scene, verb.first, scene.units.norms[verb.last], _PEOPLE, None)
    return None if found is None else (slot, found)


def _last_of(scene: Scene, token: int, held: str, kinds: frozenset[str], subject: Phrase | None) -> Phrase | None:
    """Return the last one named before a token, but its subject, who agrees with a pronoun behind a preposition."""
    pronoun = held[held.rindex(HA) :]
    first = scene.units.sentence(token).first
    that = next((i for i in range(token - 1, first, -1) if scene.opens_content(i)), first)
    named = list(reversed(scene.between(first, token)))
    named.sort(key=lambda one: one.head < that or one.slot != "")  # who acts in the clause before whom it is done to
    for phrase in named:
        fits = phrase.last <= token and not phrase.joined and phrase.mention.kind in kinds
        state = phrase.mention.kind == "place" and phrase.entity.sector is not None
        if (
            fits
            and (subject is None or phrase.entity != subject.entity)
            and (agrees(scene, pronoun, phrase) or (state and pronoun.endswith(ALEF)))
        ):
            return phrase
    return None


def noun_meant(scene: Scene, draft: Draft, *, acts: bool) -> Phrase | None:
    """Return whom the pronoun on a noun stands for: who acts, or whom it is done to: «his visit», «killing her».

    Who acts is the last subject that has number and gender of the pronoun; who is killed, taken or accused is the last
    one named who has them; without a name he is doubted in the sentence before.
    """
    start = scene.units.sentence(draft.first).first
    pronoun = draft.hit.suffix
    if not acts and draft.takes_people:
        taken = {party.phrase.entity for party in draft.parties if party.phrase is not None and party.slot == "subject"}
        for low, high in ((start, draft.first), (previous_start(scene, draft.first), start)):
            named = list(reversed(scene.between(low, high)))
            named.sort(key=lambda one: not _object(scene, one))
            for phrase in named:
                if phrase.entity in taken:
                    continue
                if phrase.last <= draft.first and phrase.mention.kind in _SUFFERING and matches(scene, pronoun, phrase):
                    return phrase._replace(doubted=low < start and phrase.mention.proper is None)
        return None

    told = draft.support is not None and definite(scene, draft.support.last) is not None
    dropped = None if told else (draft.first, draft.hit)  # «| the rabbis | voiced their support»: nobody named before
    ahead = _ahead(scene, draft) if draft.first - _behind_dateline(scene, start) <= _OPENING else None
    subject = ahead or subject_meant(scene, pronoun, draft.first, dropped)
    if subject is None and draft.hit.entry.text("mode") == _VISIT:
        people = (one for one in reversed(scene.between(start, draft.first)) if one.mention.kind in _OFFICIALS)
        subject = next((one for one in people if matches(scene, pronoun, one)), None)  # «welcomed X on | his visit»
    return subject


def _object(scene: Scene, phrase: Phrase) -> bool:
    """Say whether a phrase without a preposition is named behind a subject: «the police held | X, a friend of Y»."""
    beside = scene.verb(phrase.head - 1) or scene.hits.has(phrase.head - 1, "cue") or scene.hits.has(phrase.last, "cue")
    return not (phrase.slot or beside or (phrase.last < len(scene.units) and scene.verb(phrase.last)))


def _behind_dateline(scene: Scene, start: int) -> int:
    """Return the token behind the dateline with which a sentence opens, else the one at which it starts."""
    marks = range(start, min(start + _DATELINE, scene.units.sentence(start).last))
    return next((i + 1 for i in reversed(marks) if scene.units.norms[i][0] in DASHES), start)


def _ahead(scene: Scene, draft: Draft) -> Phrase | None:
    """Return the subject of the clause behind a noun that opens its sentence: «during his visit to Y, | X | said»."""
    taken = {party.phrase.entity for party in draft.parties if party.phrase is not None}
    for i in range(draft.last, scene.units.sentence(draft.first).last - 1):
        if not scene.verb(i) or i in scene.covered or relative_before(scene, i):
            continue
        phrase = scene.at_head.get(i + 1)
        acts = phrase is not None and not (phrase.slot or phrase.joined) and phrase.mention.kind in _ACTING
        named = acts and phrase is not None and phrase.entity not in taken and phrase.entity.id != ""
        return phrase if named and phrase is not None and matches(scene, draft.hit.suffix, phrase) else None
    return None


def subject_meant(scene: Scene, pronoun: str, at: int, dropped: tuple[int, Hit] | None) -> Phrase | None:
    """Return the last subject before a token whom a pronoun there can mean, else that of a verb without its own.

    `dropped` is the token of that verb, and the verb.
    """

    def suits(phrase: Phrase) -> bool:
        return matches(scene, pronoun, phrase)

    found = last_subject(scene, scene.units.sentence(at).first, at, suits=suits)
    if found is None and dropped is not None:
        found = dropped_subject(scene, *dropped)
    return found if found is not None and suits(found) else None


def matches(scene: Scene, pronoun: str, phrase: Phrase) -> bool:
    """Say whether a phrase may have the number and gender of a pronoun on a noun, as far as they are known."""
    entity = phrase.entity
    if entity.kind == "group":
        return MIM in pronoun or not (phrase.mention.rule.endswith("counted") or entity.number == "d")
    many = len(scene.chain(phrase)) > 1 or entity.number in {"p", "d"} or plural_body(phrase)
    if MIM in pronoun:
        return many
    if entity.kind == "person":
        return not many and entity.gender != ("m" if pronoun.endswith(ALEF) else "f")
    if pronoun.endswith(ALEF):
        return many or not _masculine(scene, phrase)
    return not many and entity.gender != "f"


def means_all(scene: Scene, pronoun: str, phrase: Phrase) -> bool:
    """Say whether a pronoun stands for all who are joined to a phrase: «them», or «her» of more than two bodies."""
    chain = scene.chain(phrase)
    if MIM in pronoun:
        return len(chain) > 1
    return pronoun.endswith(ALEF) and len(chain) > _PAIR and all(one.mention.kind in _WHOLES for one in chain)


def _masculine(scene: Scene, phrase: Phrase) -> bool:
    """Say whether a body has a masculine noun for its name, so that «her» is another one: «the Council», no «Hamas»."""
    entity, norm = phrase.entity, scene.units.norms[phrase.first]
    noun = phrase.last - phrase.first > 1 or norm.startswith(ARTICLE)
    return noun and entity.kind in _MEN and entity.gender == "m" and entity.number == "s" and not norm.endswith(HA)


def _pronoun(scene: Scene, draft: Draft) -> str:
    """Return the letters of the pronoun of the third person on a verb or behind it, empty where there is none."""
    if draft.hit.suffix:
        return draft.hit.suffix if draft.hit.suffix.startswith(HA) else ""
    behind = scene.words.particle(draft.last)
    return scene.units.norms[draft.last] if behind is not None and behind.hit.entry.id == HIM else ""


def agrees(scene: Scene, pronoun: str, phrase: Phrase) -> bool:
    """Say whether a phrase has the number and gender of a pronoun: «them», «her», «him»."""
    entity = phrase.entity
    many = len(scene.chain(phrase)) > 1 or entity.number in {"p", "d"}
    if MIM in pronoun:
        return many or entity.kind == "group"
    body = entity.kind == "organisation"
    if body and entity.number == "p" and len(scene.chain(phrase)) == 1:
        return pronoun.endswith(ALEF)  # «the authorities, accusing | it»
    if entity.kind == "place" and not many and entity.sector is not None:
        return pronoun.endswith(ALEF) and entity.gender != "m"
    if many or entity.kind in {"group", "place"}:
        return False
    return (entity.gender or ("f" if body else "m")) == ("f" if pronoun.endswith(ALEF) else "m")


def set_free(scene: Scene, found: list[Draft]) -> None:
    """Take the last one told to be held for whom a pronoun stands that names nobody: «he was arrested … | let him go».

    So it is with who is arrested or tried again, whatever stands between.
    """
    for k, draft in enumerate(found):
        pronoun = _of_held(scene, draft)
        if not pronoun or any(p.phrase is None or not p.phrase.doubted for p in draft.recipients):
            continue
        acting = {p.phrase.entity.id for p in draft.actors if p.phrase is not None and not p.phrase.doubted}
        for before in reversed(found[:k]):
            held = before.hit.entry.text("mode") in _CAPTURING
            named = [
                p.phrase for p in before.recipients if p.phrase is not None and p.phrase.mention.kind in _SUFFERING
            ]
            fits = [one for one in named if held and _may_be_held(scene, pronoun, one, len(named))]
            fits = [one for one in fits if not one.entity.id or one.entity.id not in acting]
            if fits:
                draft.recipients = [Party("object", one) for one in fits]
                break


def _of_held(scene: Scene, draft: Draft) -> str:
    """Return the pronoun of the third person on or behind a word of holding or letting go, empty where it has none."""
    mode = draft.hit.entry.text("mode")
    thought = draft.type == _BLAMING and (draft.verbal or draft.status not in REAL)  # «threatened | to try them»
    if mode not in _CAPTURING | _THEN or thought:
        return ""
    if draft.hit.suffix.startswith(HA):
        return draft.hit.suffix
    slot = _slot(scene, draft.last)
    norm = scene.units.norms[draft.last] if slot in _UPON and slot in draft.recipient_slots else ""
    return norm[norm.rindex(HA) :] if HA in norm else ""


def _may_be_held(scene: Scene, pronoun: str, phrase: Phrase, count: int) -> bool:
    """Say whether one of some who were held may have the number and gender of a pronoun."""
    if phrase.doubted:
        return False
    return MIM in pronoun if count > 1 else matches(scene, pronoun, phrase)
