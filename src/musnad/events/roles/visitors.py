"""Who pays a visit that no verb beside it tells: «X said during | a visit», «a visit | of X | to Y»."""

from dataclasses import replace

from musnad.arabic import BA
from musnad.events.draft import Draft, Party
from musnad.events.phrases import Phrase
from musnad.events.roles.acting import is_subject, last_subject
from musnad.events.roles.antecedents import clause_start
from musnad.events.scene import Scene
from musnad.lexicon import Hit

_VISIT = "visit"  # a mode
_ACTOR = "actor"
_ACTING = frozenset({"subject", "idafa", "nisba", "agent"})
_VISITORS = frozenset({"person", "office"})
_BODIES = frozenset({"group", "organisation"})
_TOWARDS = frozenset({"to", "for", "in"})
_OCCASIONS = frozenset({"cause", "in", "from"})  # particles of a visit that tells when somebody acts, or whence
_PAID = 4  # tokens behind a visit in which a verb tells who paid it
_NEAR = 3  # adjectives between a visit and «of»


def add_visitor(scene: Scene, draft: Draft) -> None:
    """Add who pays a visit where nobody beside it does: whose it is, else the subject of its sentence."""
    if draft.hit.entry.text("mode") != _VISIT or draft.hit.definite or draft.hit.suffix:
        return
    support = draft.support
    if any(party.slot in _ACTING for party in draft.parties):
        return
    if support is None or support.entry.text("subject") != _ACTOR or _begins(draft, support):
        draft.parties = [replace(p, slot="idafa") if _whose(draft, p) else p for p in draft.parties]
    paying = _subject(scene, draft) if support is None else None
    if paying is not None and all(party.slot not in _ACTING for party in draft.parties):
        draft.parties.append(Party("idafa", paying))


def _begins(draft: Draft, support: Hit) -> bool:
    """Say whether a visit is itself the subject of a verb that carries it: «began | a visit of X to Y»."""
    return support.entry.flag("starts") and support.first < draft.first and draft.hit.prefix not in BA


def _whose(draft: Draft, party: Party) -> bool:
    """Say whether a party with «of» near a visit pays it: a person, and a body that goes somewhere."""
    phrase = party.phrase
    if phrase is None or party.slot != "for" or (phrase.head - draft.last > _NEAR and not phrase.joined):
        return False
    goes = phrase.mention.kind in _BODIES and any(other.slot == "to" for other in draft.parties)
    return phrase.head == phrase.first and (phrase.mention.kind == "person" or goes)


def _subject(scene: Scene, draft: Draft) -> Phrase | None:
    """Return who acts in the sentence of a visit that only tells when: «X arrived in Y on | a visit»."""
    before = scene.words.particle_before(draft.first)
    towards = all(party.slot in _TOWARDS and _is_place(party) for party in draft.parties)
    paid = any(i in scene.words.supports and scene.verb(i) for i in range(draft.last, draft.last + _PAID))
    if before is None or before.part not in _OCCASIONS or paid or not towards:  # «a visit that | X paid»
        return None
    sentence = scene.units.sentence(draft.first)
    if before.first > sentence.first:
        subject = last_subject(scene, sentence.first, before.first, suits=_one_official)
        tells = before.part == "in" and subject is not None and subject.head < clause_start(scene, draft.first)
        return None if tells else subject  # «X said that a delegation went on | a visit»
    behind = (one for one in scene.bare(draft.last, sentence.last) if is_subject(scene, one, sentence.first))
    first = next(behind, None)  # «during | a visit to Y | X said»
    return first if first is not None and _one_official(first) else None


def _one_official(phrase: Phrase) -> bool:
    return phrase.mention.kind in _VISITORS and phrase.entity.number == "s"


def _is_place(party: Party) -> bool:
    return party.phrase is not None and party.phrase.mention.kind == "place"
