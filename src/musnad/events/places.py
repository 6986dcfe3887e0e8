"""Where an event took place: whom a visit goes to, what is hit or taken, or a place in its clause or sentence."""

import itertools
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from musnad.arabic import AND, ARTICLE, BA, fold_word
from musnad.events.draft import WHERE, Draft
from musnad.events.phrases import Phrase
from musnad.events.scene import CLAUSE_ENDS, Scene
from musnad.events.status.governing import BEFORE
from musnad.events.voices import SPOKEN
from musnad.events.words import NONE
from musnad.model import Event, Mention, Span

_PLACE, _STATE = "place", "country"
_BY = "by"
_OF = "from"  # the preposition behind a part of a place
_WIDE = frozenset({"country", "area"})  # the kinds of places that are talked about
_TALKS, _LATER = frozenset({"CONSULT", "AGREE"}), "particle.after"
_TALK = "talk"  # the level of verbs of discussing
_ABOUT, _TOPIC = "about", 6  # tokens from «about» to the place of what is talked about
_PARTS = 4  # tokens before a place among which its part is told: «in large | areas of»
_IN = frozenset({"in", _BY})  # the prepositions of where something is: «في عدن», «ببلدة»
_HIT = frozenset({"object", "on", "against", "idafa", "hit", "sufferer"})  # the slots of what is attacked or held
_LEFT = frozenset({"from"})  # the slot of what is left
_TAKING = frozenset({"ASSAULT", "COERCE", "RETREAT", "MOBILIZE"})
_DEEDS = frozenset({"ASSAULT", "COERCE", "PROTEST"})  # what is done where its doer is
_LEAVING, _MEETING = "RETREAT", "CONSULT"
_APART = {_MEETING: BEFORE} | dict.fromkeys(_DEEDS, _LATER)  # the word that parts deeds from talks elsewhere
_SIGNING = "AGREE"
_PENAL = "SANCTION"  # the place beside it is mostly that of whom it is imposed on
_BOUND_FOR = frozenset({"to", "for"})  # the slots of where something is sent
_VISIT, _SENDING = "visit", frozenset({"AID", "MOBILIZE"})
_HOST = ("subject",)  # the only slot of the recipient where somebody hosts others
_VISITED = frozenset({"object"})  # the slot of the city or camp that is visited
_SEATED = frozenset({"office", "organisation"})  # the kinds of what has a seat: «the consulate of X | in Y»
_MANY = frozenset({"person", "group"})  # of whom it may be told where they are: «the ministers of X | in Y»
_LEG = 25  # tokens from a visit to the place to which it leads
_HEAD, _TOWN = "place_head", "place_head.town"
_FAR = 60  # mentions before a noun among which the place is looked for that it takes up
_TOWNS = frozenset({"city", "capital", "town"})  # the kinds of places after which meetings are called
_ALIKE = {  # the kinds of places that a noun takes up, where they are more than its own
    "place_head.city": _TOWNS,
    _TOWN: frozenset({"city", "town", "village"}),
}
_OPENING = 3  # tokens in which the place that opens a sentence starts: «and in the city of X,»


def place_of(scene: Scene, draft: Draft) -> Mention | None:
    """Return the mention of the place that tells best where an event took place, or None."""
    told = (place for one in (draft, *draft.absorbed) for place in _places(scene, one))
    return next((p for p in told if not (_of_a_topic(scene, draft, p) or _after_talks(scene, draft, p))), None)


def going_on(scene: Scene, told: list[tuple[Event, Draft]]) -> list[tuple[Event, Draft]]:
    """Place events where the one before took place whose actor goes on: «raided the town | and arrested X».

    A state is too wide for what is told further on in the sentence, and a word of speech is said anywhere.
    """
    placed: dict[int, list[tuple[Event, Draft]]] = {}
    for event, draft in told:
        if event.place:
            placed.setdefault(scene.units.sentence_of[draft.first], []).append((event, draft))
    return [(_where_before(scene, event, draft, placed), draft) for event, draft in told]


def _where_before(scene: Scene, event: Event, draft: Draft, placed: dict[int, list[tuple[Event, Draft]]]) -> Event:
    """Return an event with the place of the last one before it in its sentence that its actor did, if it has none.

    `placed` are the events that have a place, by the number of their sentence.
    """
    verb = draft.first if draft.support is None else draft.support.first
    goes_on = scene.verb(verb) and scene.units.norms[verb].startswith(AND)
    if event.place or not goes_on or draft.type in SPOKEN - {_SIGNING} or draft.type == _PENAL:
        return event
    beside = placed.get(scene.units.sentence_of[draft.first], ())
    before = (pair for pair in beside if pair[1].first < draft.first)
    done, _ = max(before, key=lambda pair: pair[1].first, default=(None, None))
    if done is None or done.status != event.status or done.type in SPOKEN or _is_state(scene, done.place_span):
        return event
    same = {p.name for p in done.actors} & {p.name for p in event.actors}
    return replace(event, place=done.place, place_span=done.place_span) if same else event


def closer(scene: Scene, first: Event, later: Event) -> bool:
    """Say whether a later mention names a place where the first one names only a state."""
    return _is_state(scene, first.place_span) and not _is_state(scene, later.place_span)


def _is_state(scene: Scene, span: Span | None) -> bool:
    return span is not None and any(m.span == span and m.subkind == _STATE for m in _inside_of(scene, span))


def _places(scene: Scene, draft: Draft) -> Iterator[Mention]:
    """Yield what may tell the place, the best first."""
    yield from _parties(scene, draft)
    if draft.hit.entry.text("mode") == _VISIT and "subject" not in draft.recipient_slots:
        yield from _bound_for(scene, draft)
    first = draft.last if draft.support is None else min(draft.last, draft.support.last)
    own = draft.type not in SPOKEN and draft.type != _PENAL  # what stands around it is where it took place
    if draft.type == _MEETING:
        yield from _named_after(scene, draft)
    if own:
        yield from _within(scene, first, draft.reach)
        yield from _taken_up(scene, draft, first)
    elif draft.type in SPOKEN:
        yield from _beside(scene, first, draft.reach)
    yield from _at_the_head(scene, draft)
    if draft.type in _DEEDS and draft.verbal:
        yield from _told_before(scene, draft.first)
    if own:
        yield from _within(scene, draft.reach, _told_on(scene, draft))


def _told_on(scene: Scene, draft: Draft) -> int:
    """Return the token behind the clause of an event at which the sentence tells something else."""
    end = scene.units.sentence(draft.first).last
    low = max(draft.reach, draft.last)
    low += not (draft.verbal or draft.hit.definite) and low == draft.last  # «a march | that thousands joined | in X»
    rest = range(low, end)
    return next((i for i in rest if scene.verb(i) or i in scene.words.triggers or scene.opens_content(i)), end)


def _told_before(scene: Scene, verb: int) -> Iterator[Mention]:
    """Yield the places told before a verb in its clause: «a youth in X | blew up», «died in X today, when | Y hit».

    A verb behind «and» goes on from another clause.
    """
    found: list[Mention] = []
    joined = scene.units.norms[verb].startswith(AND)
    for i in range(verb - 1, verb if joined else scene.units.sentence(verb).first, -1):
        mark = scene.units.norms[i][0] in CLAUSE_ENDS and not {i - 1, i + 1} & scene.timed
        if mark or (i not in scene.covered and (scene.verb(i) or i in scene.words.triggers or scene.opens_content(i))):
            break
        phrase = scene.at_head.get(i)
        if phrase is not None and phrase.joined:
            break  # «advances in X | and Y executed»
        if phrase is not None and _is_where(phrase):
            found.append(phrase.mention)
    yield from reversed(found)


def _parties(scene: Scene, draft: Draft) -> Iterator[Mention]:
    """Yield the places told as participants: who hosts or is visited, where aid goes, what is hit, held or left."""
    slots, visit = {WHERE}, draft.hit.entry.text("mode") == _VISIT
    hosted = visit or (draft.type == _MEETING and draft.recipient_slots == _HOST)
    if draft.type in _SENDING:
        slots |= _BOUND_FOR
    if draft.type in _TAKING:
        slots |= _HIT
    if draft.type == _LEAVING:
        slots |= _LEFT
    if visit:
        slots |= _VISITED
    parties = draft.recipients if hosted else ()
    for party in (*parties, *(p for p in draft.parties if p.slot in slots)):
        phrase = party.phrase
        if phrase is None:
            continue
        if phrase.mention.kind != _PLACE:
            yield from _seat(scene, phrase)
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


def _named_after(scene: Scene, draft: Draft) -> Iterator[Mention]:
    """Yield the city after which a meeting is called: «the summit of | Riyadh»; a state would rather take part."""
    behind = scene.at_head.get(draft.last)
    alone = behind is not None and behind.first == draft.last and not (behind.slot or behind.joined)
    if alone and behind is not None and behind.mention.subkind in _TOWNS and not (draft.verbal or draft.hit.definite):
        yield behind.mention


def _within(scene: Scene, low: int, high: int) -> Iterator[Mention]:
    """Yield the places behind a preposition of place between two tokens: «in Aden», «before the embassy | in Aden»."""
    for phrase in scene.between(low, high):
        if _is_where(phrase) or (phrase.mention.kind == _PLACE and _part_of(scene, low, phrase)):
            yield phrase.mention
        elif phrase.slot or phrase.mention.kind in _MANY:
            yield from _seat(scene, phrase)


def _of_a_topic(scene: Scene, draft: Draft, place: Mention) -> bool:
    """Say whether a state or region is only what is talked about: «talks on the situation | in Sudan».

    A verb of discussing has what is discussed right before it.
    """
    if draft.type != _MEETING or place.subkind not in _WIDE or draft.hit.entry.text("mode") == _VISIT:
        return False
    at = scene.units.token_at(place.span.start)
    parts = ((i, scene.words.particle(i)) for i in range(at - 1, max(draft.last, at - _TOPIC) - 1, -1))
    for i, particle in parts:
        if particle is not None and particle.part == _ABOUT:
            return True
        inside = particle is not None and particle.part in _IN and draft.verbal and draft.level == _TALK
        if inside and i > draft.last and i - 1 not in scene.covered and scene.units.norms[i - 1].startswith(ARTICLE):
            return True
    return False


def _after_talks(scene: Scene, draft: Draft, place: Mention) -> bool:
    """Say whether a place is that of talks after which a deed was done: «hit X, hours after the deal | in Doha».

    Or of those before which people met: «met X before a conference | in Paris».
    """
    at = scene.units.token_at(place.span.start)
    if draft.type not in _APART or at - draft.last < _PARTS or place.subkind not in _TOWNS:
        return False
    later = False
    for i in range(draft.last, at):
        particle = scene.words.particle(i)
        later = later or (particle is not None and particle.hit.entry.id == _APART[draft.type])
        if later and any(hit.entry.text("type") in _TALKS for hit in scene.words.triggers.get(i, NONE)):
            return True
    return False


def _is_where(phrase: Phrase) -> bool:
    """Say whether a phrase is a place behind a preposition of place."""
    return phrase.slot in _IN and phrase.mention.kind == _PLACE


def _part_of(scene: Scene, low: int, phrase: Phrase) -> bool:
    """Say whether a noun for a place stands before «of» and a place: «shelled | several quarters of Mosul»."""
    if phrase.slot != _OF or phrase.first != phrase.head:
        return False
    nouns = range(phrase.head - 2, max(low, phrase.head - _PARTS) - 1, -1)
    plain = itertools.takewhile(lambda i: i not in scene.covered and not scene.verb(i), nouns)
    return any(scene.hits.has(i, _HEAD) for i in plain)


def _seat(scene: Scene, phrase: Phrase) -> Iterator[Mention]:
    """Yield the place that ends the name of a body or what people are called: «the consulate of X | in Y»."""
    whole, unnamed = phrase.mention.span, phrase.mention.kind in _MANY and phrase.mention.proper is None
    if phrase.mention.kind in _SEATED or unnamed:
        held = _inside_of(scene, whole)
        yield from (m for m in held if m.kind == _PLACE and m.span.end == whole.end and _behind_in(scene, m))


def _inside_of(scene: Scene, span: Span) -> Iterator[Mention]:
    """Yield the mentions that start inside a span."""
    at = bisect_left(scene.cast.mentions, span.start, key=lambda mention: mention.span.start)
    return itertools.takewhile(lambda m: m.span.start < span.end, scene.cast.mentions[at:])


def _behind_in(scene: Scene, place: Mention) -> bool:
    """Say whether a preposition of place, a word or a letter, stands right before a place."""
    i = scene.units.token_at(place.span.start)
    letters = fold_word(scene.units.text[scene.units.starts[i] : place.span.start])
    particle = scene.words.particle_before(scene.words.place_head(i))
    return letters in BA if letters else particle is not None and particle.part in _IN


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
    taken = draft.type in _TAKING or (draft.verbal and draft.hit.entry.text("mode") == _VISIT)
    for i in range(low, draft.reach):
        if i in scene.covered or not scene.hits.has(i, _HEAD):
            continue
        hit = scene.hits.at(i, _HEAD)[0]
        particle = scene.words.particle_before(i)
        inside = particle is not None and particle.part in _IN
        if hit.definite and not hit.suffix and (inside or (particle is None and taken)):
            kinds = _ALIKE.get(hit.entry.id, frozenset({hit.entry.id.removeprefix(f"{_HEAD}.")}))
            before = bisect_left(scene.cast.mentions, hit.start, key=lambda mention: mention.span.start)
            near = scene.cast.mentions[max(0, before - _FAR) : before]
            told = (m for m in reversed(near) if m.kind == _PLACE and m.subkind in kinds)
            if hit.entry.id == _TOWN:
                told = (m for m in told if not _only_near(scene, m))
            yield from itertools.islice(told, 1)


def _only_near(scene: Scene, place: Mention) -> bool:
    """Say whether a place only tells on which side of it another one lies: «the town of X, | south of Y»."""
    return scene.hits.has(scene.units.token_at(place.span.start) - 1, "side")


def _leads_on(scene: Scene, i: int) -> bool:
    """Say whether a token is a preposition of place, a day, or a word that builds no clause and tells no deed."""
    particle = scene.words.particle(i)
    return scene.idle(i) or i in scene.timed or (particle is not None and particle.part in _IN)


def _at_the_head(scene: Scene, draft: Draft) -> Iterator[Mention]:
    """Yield the place that opens the sentence: «In Aden, | the Houthis shelled»."""
    first = scene.units.sentence(draft.first).first
    return (p.mention for p in scene.between(first, min(draft.first, first + _OPENING)) if _is_where(p))
