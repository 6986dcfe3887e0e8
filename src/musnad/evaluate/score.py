"""Score readings against annotations: precision, recall and F1 of every layer.

Facts of the two sides are paired one to one, the best pair first. A layer below another one (`statement.speaker` below
`statement`) counts as right only what is right there too, over the same numbers of facts.

    statement          half of the words of both contents together are shared
    statement.exact    nine tenths are
    statement.speaker  found, and said by the right one
    statement.via      found, and the names between speaker and document are right, in their order
    statement.via+     the same over statements that have such names on their own side
    statement.form     found, and direct, indirect or mixed as annotated
    cue                the cues overlap (paired on their own)
    time.span          the expressions overlap
    time.value         and have equal values; no value is right only where the annotation has none
    event              the triggers overlap and the types are equal
    event.actors       participants with their side, over events that were found
    event.status       found, with the right status
    event.date         found, with the right day, over events that have one on their own side
    event.place        found, with the right place, over events that have one on their own side
    tail               names of the document's own chain
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from musnad.evaluate.names import same_name, same_names
from musnad.evaluate.views import EventView, StatementView, View
from musnad.model import Span

LAYERS = (
    "statement",
    "statement.exact",
    "statement.speaker",
    "statement.via",
    "statement.via+",
    "statement.form",
    "cue",
    "time.span",
    "time.value",
    "event",
    "event.actors",
    "event.status",
    "event.date",
    "event.place",
    "tail",
)
"""All layers, in the order in which they are shown."""

FOUND = 0.5  # share of common words from which two contents are the same statement
EXACT = 0.9  # share from which they have the same extent
CUE_BONUS = 0.2  # of two statements with like contents (nested ones) the one with the same cue is meant

_WORD = re.compile(r"\w+")
_A = TypeVar("_A")
_B = TypeVar("_B")
_Found = Sequence[tuple[StatementView, StatementView, float]]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many facts were right, read and annotated."""

    right: int = 0
    read: int = 0
    gold: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        """Add the counts of two articles."""
        return Tally(self.right + other.right, self.read + other.read, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """Return the share of what was read that is right, 0 where nothing was read."""
        return self.right / self.read if self.read else 0.0

    @property
    def recall(self) -> float:
        """Return the share of what was annotated that was read right, 0 where nothing was annotated."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        return 2 * self.right / (self.read + self.gold) if self.right else 0.0


Scores = Mapping[str, Tally]
"""One tally a layer."""


def score(gold: View, read: View, text: str) -> Scores:
    """Return the tallies of one article, layer by layer."""
    return {**_statements(gold, read, text), **_times(gold, read), **_events(gold, read), "tail": _tail(gold, read)}


def total(scores: Iterable[Scores]) -> Scores:
    """Return the sum over articles: every fact counts the same, wherever it stands."""
    sums = dict.fromkeys(LAYERS, Tally())
    for one in scores:
        for layer in LAYERS:
            sums[layer] += one[layer]
    return sums


def pair(gold: Sequence[_A], read: Sequence[_B], rate: Callable[[_A, _B], float]) -> list[tuple[_A, _B]]:
    """Pair two sides one to one, the best rated pair first, at equal rates the earlier; a rate of 0 never pairs.

    >>> pair([1, 5], [5, 6], lambda a, b: 1 / (1 + abs(a - b)))
    [(5, 5), (1, 6)]
    """
    rated = [(rate(a, b), i, j) for i, a in enumerate(gold) for j, b in enumerate(read)]
    taken_gold: set[int] = set()
    taken_read: set[int] = set()
    pairs = []
    for _, i, j in sorted((r for r in rated if r[0] > 0), key=lambda r: (-r[0], r[1], r[2])):
        if i not in taken_gold and j not in taken_read:
            taken_gold.add(i)
            taken_read.add(j)
            pairs.append((gold[i], read[j]))
    return pairs


def _tail(gold: View, read: View) -> Tally:
    return Tally(len(pair(gold.tail, read.tail, same_name)), len(read.tail), len(gold.tail))


def _statements(gold: View, read: View, text: str) -> Scores:
    found = _found(gold.statements, read.statements, word_spans(text))
    size = (len(read.statements), len(gold.statements))
    via = [(g, _same_via(g.via, r.via)) for g, r, _ in found]
    cues = pair([s.cue for s in gold.statements], [s.cue for s in read.statements], _overlap)
    return {
        "statement": Tally(len(found), *size),
        "statement.exact": Tally(sum(share >= EXACT for *_, share in found), *size),
        "statement.speaker": Tally(sum(same_names(g.name, r.name) for g, r, _ in found), *size),
        "statement.via": Tally(sum(right for _, right in via), *size),
        "statement.via+": Tally(
            sum(right for g, right in via if g.via),
            sum(bool(s.via) for s in read.statements),
            sum(bool(s.via) for s in gold.statements),
        ),
        "statement.form": Tally(sum(g.form == r.form for g, r, _ in found), *size),
        "cue": Tally(len(cues), *size),
    }


def _found(gold: Sequence[StatementView], read: Sequence[StatementView], words: Sequence[Span]) -> _Found:
    """Return the pairs of statements that are the same, with the share of words that their contents have in common."""
    held_gold = [_held(s, words) for s in gold]
    held_read = [_held(s, words) for s in read]

    def rate(i: int, j: int) -> float:
        share = _share(held_gold[i], held_read[j])
        return 0.0 if share < FOUND else share + CUE_BONUS * _overlap(gold[i].cue, read[j].cue)

    pairs = pair(range(len(gold)), range(len(read)), rate)
    return [(gold[i], read[j], _share(held_gold[i], held_read[j])) for i, j in pairs]


def word_spans(text: str) -> tuple[Span, ...]:
    """Return the spans of all runs of letters, digits and signs that belong to letters."""
    return tuple(Span(m.start(), m.end()) for m in _WORD.finditer(text))


def _held(statement: StatementView, words: Sequence[Span]) -> frozenset[int]:
    return frozenset(i for i, word in enumerate(words) if any(word.overlaps(piece) for piece in statement.content))


def _share(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / len(one | other) if one or other else 0.0


def _overlap(one: Span | None, other: Span | None) -> bool:
    return one is not None and other is not None and one.overlaps(other)


def _same_via(gold: Sequence[str], read: Sequence[str]) -> bool:
    return len(gold) == len(read) and all(same_name(a, b) for a, b in zip(gold, read, strict=True))


def _times(gold: View, read: View) -> Scores:
    pairs = pair(gold.times, read.times, lambda g, r: _closeness(g.span, r.span))
    size = (len(read.times), len(gold.times))
    return {
        "time.span": Tally(len(pairs), *size),
        "time.value": Tally(sum(g.value == r.value for g, r in pairs), *size),
    }


def _closeness(one: Span, other: Span) -> float:
    common = min(one.end, other.end) - max(one.start, other.start)
    return max(0, common) / (max(one.end, other.end) - min(one.start, other.start))


def _events(gold: View, read: View) -> Scores:
    pairs = pair(gold.events, read.events, lambda g, r: g.type == r.type and g.trigger.overlaps(r.trigger))
    size = (len(read.events), len(gold.events))
    participants = _sum(_participants(g, r) for g, r in pairs)
    return {
        "event": Tally(len(pairs), *size),
        "event.actors": participants,
        "event.status": Tally(sum(g.status == r.status for g, r in pairs), *size),
        "event.date": Tally(
            sum(g.date is not None and r.date is not None and _day(g.date) == _day(r.date) for g, r in pairs),
            sum(e.date is not None for e in read.events),
            sum(e.date is not None for e in gold.events),
        ),
        "event.place": Tally(
            sum(same_name(g.place or "", r.place or "") for g, r in pairs),
            sum(e.place is not None for e in read.events),
            sum(e.place is not None for e in gold.events),
        ),
    }


def _sum(tallies: Iterable[Tally]) -> Tally:
    return sum(tallies, Tally())


def _participants(gold: EventView, read: EventView) -> Tally:
    one, other = gold.participants, read.participants
    same = pair(one, other, lambda g, r: g[0] == r[0] and same_name(g[1], r[1]))
    return Tally(len(same), len(other), len(one))


def _day(value: str) -> str:
    """Return the day of a value that may also hold a clock time or a part of the day."""
    return value[: len("2021-09-14")]
