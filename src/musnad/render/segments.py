"""A text cut where its evidence begins and ends, so that each piece can be shown with all that covers it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from musnad.model import Reading, Span

CONTENT, CUE, SPEAKER, TIME, EVENT, HIT = "content", "cue", "speaker", "time", "event", "hit"


@dataclass(frozen=True, slots=True)
class Layer:
    """A stretch of text that is evidence: of which fact, as what of it."""

    span: Span
    kind: str
    fact: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of text that nothing begins or ends in.

    `kinds` are those of all layers over it, `facts` theirs, the longest first. `begins` are facts whose first evidence
    begins here; `leads` is the fact to whose record a link leads from here.
    """

    text: str
    kinds: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    leads: str | None = None


_LEADING = (EVENT, TIME, CUE, SPEAKER)  # what is short enough to be a link, the best first


def layers(reading: Reading) -> Iterator[Layer]:
    """Yield the evidence of a reading: of statements content, cue and speaker, times, and what tells of events."""
    for statement in reading.statements:
        for span in statement.content:
            yield Layer(span, CONTENT, statement.id)
        yield Layer(statement.cue, CUE, statement.id)
        if statement.speaker is not None and statement.speaker.span is not None:
            yield Layer(statement.speaker.span, SPEAKER, statement.id)
    for event in reading.events:
        yield Layer(event.trigger, EVENT, event.id)
    for number, time in enumerate(reading.times):
        yield Layer(time.span, TIME, time_id(number))


def time_id(number: int) -> str:
    """Return the name of a time expression within its reading; it has no id of its own."""
    return f"t{number}"


def segments(text: str, found: Iterable[Layer], at: Iterable[int] = ()) -> tuple[Segment, ...]:
    """Return the pieces of a text in order, cut `at` further places too; together they are exactly that text.

    >>> [(s.text, s.kinds) for s in segments("abcd", [Layer(Span(1, 3), CUE, "x")])]
    [('a', ()), ('bc', ('cue',)), ('d', ())]
    """
    end = len(text)
    inside = sorted(
        (each for each in found if each.span.start < end), key=lambda each: (each.span.start, -each.span.end)
    )
    cuts = sorted({0, end, *(min(cut, end) for each in inside for cut in _ends(each)), *at})
    pieces: list[Segment] = []
    active: list[Layer] = []
    begun: set[str] = set()
    ahead = 0
    for low, high in pairwise(cuts):
        active = [each for each in active if each.span.end > low]
        while ahead < len(inside) and inside[ahead].span.start <= low:
            active.append(inside[ahead])
            ahead += 1
        begins = tuple(dict.fromkeys(each.fact for each in active if each.fact and each.fact not in begun))
        begun.update(begins)
        pieces.append(_segment(text[low:high], active, begins))
    return tuple(pieces)


def _segment(text: str, active: list[Layer], begins: tuple[str, ...]) -> Segment:
    ordered = sorted(active, key=lambda each: each.span.start - each.span.end)
    leading = [each for kind in _LEADING for each in reversed(ordered) if each.kind == kind]
    return Segment(
        text,
        tuple(dict.fromkeys(each.kind for each in ordered)),
        tuple(dict.fromkeys(each.fact for each in ordered if each.fact)),
        begins,
        leading[0].fact if leading else None,
    )


def _ends(layer: Layer) -> tuple[int, int]:
    return layer.span.start, layer.span.end


def around(text: str, start: int, end: int, room: int) -> tuple[int, int]:
    """Return a stretch of text with so many code points more on either side at most, cut between words.

    >>> around("one two three four", 8, 13, 4)
    (4, 13)
    """
    low, high = max(0, start - room), min(len(text), end + room)
    if low:
        low = text.find(" ", low - 1, start) + 1 or start
    if high < len(text):
        high = max(end, text.rfind(" ", end, high + 1))
    return low, high


def lines(text: str, found: Iterable[Layer]) -> tuple[tuple[Segment, ...], ...]:
    """Return the lines of a text that hold more than space, each as pieces."""
    starts = [0]
    while (at := text.find("\n", starts[-1])) >= 0:
        starts.append(at + 1)
    whole: list[tuple[Segment, ...]] = []
    line: list[Segment] = []
    for piece in segments(text, found, starts):
        line.append(piece)
        if piece.text.endswith("\n"):
            whole.append(tuple(line))
            line = []
    return tuple(each for each in (*whole, tuple(line)) if any(piece.text.strip() for piece in each))
