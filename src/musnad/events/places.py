"""Where an event took place: whom a visit goes to, what is hit or taken, or a place in its clause or sentence."""

import itertools
from bisect import bisect_left
from collections.abc import Iterator

from musnad.events.draft import WHERE, Draft
from musnad.events.phrases import Phrase
from musnad.events.scene import CLAUSE_ENDS, Scene
from musnad.events.voices import SPOKEN
from musnad.model import Event, Mention, Span

_PLACE, _STATE = "place", "country"
_BY = "by"
_IN = frozenset({"in", _BY})  # the prepositions of where something is: «في عدن», «ببلدة»
_HIT = frozenset({"object", "on", "against", "idafa"})  # the slots of what is attacked, taken or held
_LEFT = frozenset({"from"})  # the slot of what is left
_TAKING = frozenset({"ASSAULT", "COERCE", "RETREAT", "MOBILIZE"})
_LEAVING = "RETREAT"
_PENAL = "SANCTION"  # the place beside it is mostly that of whom it is imposed on
_BOUND_FOR = frozenset({"to", "for"})  # the slots of where something is sent
_VISIT, _SENDING = "visit", frozenset({"AID", "MOBILIZE"})
_LEG = 25  # tokens from a visit to the place to which it leads
_HEAD = "place_head"
_FAR = 60  # mentions before a noun among which the place is looked for that it takes up
_ALIKE = {  # the kinds of places that a noun takes up, where they are more than its own
    "place_head.city": frozenset({"city", "capital", "town"}),
    "place_head.town": frozenset({"city", "town", "village"}),
}
_OPENING = 3  # tokens in which the place that opens a sentence starts: «and in the city of X,»


def place_of(scene: Scene, draft: Draft) -> Mention | None:
    """Return the mention of the place that tells best where an event took place, or None."""
    told = (place for one in (draft, *draft.absorbed) for place in _places(scene, one))
    return next(told, None)


def closer(scene: Scene, first: Event, later: Event) -> bool:
    """Say whether a later mention names a place where the first one names only a state."""
    return _is_state(scene, first.place_span) and not _is_state(scene, later.place_span)


def _is_state(scene: Scene, span: Span | None) -> bool:
    phrase = None if span is None else scene.phrase_at(span.start)
    return phrase is not None and phrase.mention.span == span and phrase.mention.subkind == _STATE


def _places(scene: Scene, draft: Draft) -> Iterator[Mention]:
    """Yield what may tell the place, the best first."""
    yield from _parties(draft)
    if draft.hit.entry.text("mode") == _VISIT and "subject" not in draft.recipient_slots:
        yield from _bound_for(scene, draft)
    first = draft.last if draft.support is None else min(draft.last, draft.support.last)
    own = draft.type not in SPOKEN and draft.type != _PENAL  # what stands around it is where it took place
    if own:
        yield from _within(scene, first, draft.reach)
        yield from _taken_up(scene, draft, first)
    elif draft.type in SPOKEN:
        yield from _beside(scene, first, draft.reach)
    yield from _at_the_head(scene, draft)
    if own:
        yield from _within(scene, draft.reach, _told_on(scene, draft))


def _told_on(scene: Scene, draft: Draft) -> int:
    """Return the token behind the clause of an event at which the sentence tells something else."""
    end = scene.units.sentence(draft.first).last
    rest = range(max(draft.reach, draft.last), end)
    return next((i for i in rest if scene.verb(i) or i in scene.words.triggers or scene.opens_content(i)), end)


def _parties(draft: Draft) -> Iterator[Mention]:
    """Yield the places told as participants: the host of a visit, where aid goes, what is hit, held or left."""
    slots = {WHERE}
    if draft.type in _SENDING:
        slots |= _BOUND_FOR
    if draft.type in _TAKING:
        slots |= _HIT
    if draft.type == _LEAVING:
        slots |= _LEFT
    parties = draft.recipients if draft.hit.entry.text("mode") == _VISIT else ()
    for party in (*parties, *(p for p in draft.parties if p.slot in slots)):
        phrase = party.phrase
        if phrase is None or phrase.mention.kind != _PLACE:
            continue
        if party in parties or party.slot == WHERE or phrase.mention.subkind != _STATE:
            yield phrase.mention  # a state that is attacked or given aid is rather whom it is done to


def _bound_for(scene: Scene, draft: Draft) -> Iterator[Mention]:
    """Yield the place to which a visit leads, behind whoever pays it: «the visit of X, who …, | to Y»."""
    end = scene.units.sentence(draft.first).last
    rest = range(draft.last, min(end, draft.last + _LEG))
    high = next((i for i in rest if _tells_on(scene, i)), rest.stop)
    yield from (p.mention for p in scene.between(draft.last, high) if p.mention.kind == _PLACE and p.slot in _BOUND_FOR)


def _tells_on(scene: Scene, i: int) -> bool:
    """Say whether a sentence tells something else from a token on: «that», a mark, a verb that carries no noun."""
    told = (scene.verb(i) and i not in scene.words.supports) or i in scene.words.triggers
    return i not in scene.covered and (told or scene.opens_content(i) or scene.units.norms[i][0] in CLAUSE_ENDS)


def _within(scene: Scene, low: int, high: int) -> Iterator[Mention]:
    """Yield the places behind a preposition of place between two tokens."""
    return (p.mention for p in scene.between(low, high) if p.slot in _IN and p.mention.kind == _PLACE)


def _inside(scene: Scene, phrase: Phrase) -> bool:
    """Say whether a place stands behind a preposition of place: «in the north of X», not «praised | the role of X»."""
    nouns = range(phrase.head, phrase.first)
    direct = phrase.slot != _BY or not nouns or any(scene.hits.has(i, _HEAD, "side") for i in nouns)
    return phrase.slot in _IN and direct


def _beside(scene: Scene, low: int, high: int) -> Iterator[Mention]:
    """Yield the place right behind a word of speech and its speaker: «signed | in Accra», no «to invest in Africa»."""
    at = low
    for phrase in scene.between(low, high):
        if not all(_leads_on(scene, i) for i in range(at, phrase.head)):
            return
        if phrase.mention.kind == _PLACE and _inside(scene, phrase):
            yield phrase.mention
        at = phrase.last


def _taken_up(scene: Scene, draft: Draft, low: int) -> Iterator[Mention]:
    """Yield the place told last that a noun in the clause takes up: «in | the camp», «stormed | the city»."""
    for i in range(low, draft.reach):
        if i in scene.covered or not scene.hits.has(i, _HEAD):
            continue
        hit = scene.hits.at(i, _HEAD)[0]
        particle = scene.words.particle_before(i)
        inside = particle is not None and particle.part in _IN
        if hit.definite and not hit.suffix and (inside or (particle is None and draft.type in _TAKING)):
            kinds = _ALIKE.get(hit.entry.id, frozenset({hit.entry.id.removeprefix(f"{_HEAD}.")}))
            before = bisect_left(scene.cast.mentions, hit.start, key=lambda mention: mention.span.start)
            near = scene.cast.mentions[max(0, before - _FAR) : before]
            told = (m for m in reversed(near) if m.kind == _PLACE and m.subkind in kinds)
            yield from itertools.islice(told, 1)


def _leads_on(scene: Scene, i: int) -> bool:
    """Say whether a token is a preposition of place, a day, or a word that builds no clause and tells no deed."""
    particle = scene.words.particle(i)
    return scene.idle(i) or i in scene.timed or (particle is not None and particle.part in _IN)


def _at_the_head(scene: Scene, draft: Draft) -> Iterator[Mention]:
    """Yield the place that opens the sentence: «In Aden, | the Houthis shelled»."""
    first = scene.units.sentence(draft.first).first
    return _within(scene, first, min(draft.first, first + _OPENING))
