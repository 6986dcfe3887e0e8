"""The passages that two texts share, as spans in both.

Runs of equal folded words are found by their three-word beginnings and made as long as they go; runs that follow each
other in both texts with only a few other words between them are one passage. What two texts share in single phrases
is no passage.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from musnad.model import Article, Span, Units
from musnad.model.copies import Overlap, Passage
from musnad.text import cut

SEED = 3  # words of which every run begins
ALONE = 8  # words that a passage needs: shorter ones are phrases of the language
MOST = 64  # places in a text where one beginning of a run is looked at
GAP = 6  # other words between two runs of one passage, in either text


@dataclass(frozen=True, slots=True)
class Words:
    """The words of an article without marks: folded forms, and where each starts and ends in `text`."""

    units: Units
    norms: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, article: Article) -> "Words":
        """Return the words of an article, its title included."""
        return cls._of(cut(article), 0)

    @classmethod
    def body(cls, article: Article) -> "Words":
        """Return the words behind the title: what a copy takes, for headlines are each paper's own."""
        return cls._of(cut(article), 0 if article.title_span is None else article.title_span.end)

    @classmethod
    def _of(cls, units: Units, start: int) -> "Words":
        tokens = [i for i in range(units.token_at(start), len(units)) if units.is_word(i)]
        return cls(
            units,
            tuple(units.norms[i] for i in tokens),
            tuple(units.starts[i] for i in tokens),
            tuple(units.ends[i] for i in tokens),
        )

    def span(self, first: int, last: int) -> Span:
        """Return the span of words `[first, last)`."""
        return Span(self.starts[first], self.ends[last - 1])


@dataclass(frozen=True, slots=True)
class Run:
    """Equal words: `size` of them from `first` in one text and from `second` in the other."""

    first: int
    second: int
    size: int

    @property
    def ends(self) -> tuple[int, int]:
        """Return the words behind the run."""
        return self.first + self.size, self.second + self.size


def overlap(first: Words, second: Words) -> Overlap:
    """Return what two texts share. No word of the second text is shared twice."""
    found = passages(runs(first.norms, second.norms))
    shown = tuple(_passage(first, second, passage) for passage in found)
    return Overlap(sum(p.words for p in shown), len(first.norms), len(second.norms), shown)


def runs(first: Sequence[str], second: Sequence[str]) -> list[Run]:
    """Return the runs of at least `SEED` equal words, in the order of the first text; the longest at each place.

    Among equally long ones the next behind the run before wins, so that order is kept where texts repeat themselves.
    """
    places: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in range(len(second) - SEED + 1):
        places[tuple(second[at : at + SEED])].append(at)
    taken = bytearray(len(second))
    found: list[Run] = []
    at, expected = 0, 0
    while at <= len(first) - SEED:
        best = _longest(first, second, at, places.get(tuple(first[at : at + SEED]), ()), taken, expected)
        if best is None:
            at += 1
            continue
        found.append(best)
        taken[best.second : best.second + best.size] = b"\x01" * best.size
        at, expected = best.ends
    return found


def passages(found: Sequence[Run]) -> list[list[Run]]:
    """Join runs that follow each other in both texts; leave out what is too short to be a passage."""
    joined: list[list[Run]] = []
    for run in found:
        if joined and _follows(joined[-1][-1], run):
            joined[-1].append(run)
        else:
            joined.append([run])
    return [each for each in joined if sum(run.size for run in each) >= ALONE]


def _longest(
    first: Sequence[str], second: Sequence[str], at: int, candidates: Sequence[int], taken: bytearray, expected: int
) -> Run | None:
    best: Run | None = None
    for start in _near(candidates, expected):
        size = 0
        while (
            at + size < len(first)
            and start + size < len(second)
            and not taken[start + size]
            and first[at + size] == second[start + size]
        ):
            size += 1
        if size < SEED:
            continue
        if best is None or (size, -abs(start - expected)) > (best.size, -abs(best.second - expected)):
            best = Run(at, start, size)
    return best


def _near(candidates: Sequence[int], expected: int) -> Sequence[int]:
    """Return the candidates next to the expected one, where a text repeats itself more often than texts do."""
    middle = bisect_left(candidates, expected) - MOST // 2
    first = max(0, min(middle, len(candidates) - MOST))
    return candidates[first : first + MOST]


def _follows(before: Run, run: Run) -> bool:
    first, second = before.ends
    return 0 <= run.first - first <= GAP and 0 <= run.second - second <= GAP


def _passage(first: Words, second: Words, joined: Sequence[Run]) -> Passage:
    low, high = joined[0], joined[-1]
    return Passage(
        first.span(low.first, high.first + high.size),
        second.span(low.second, high.second + high.size),
        sum(run.size for run in joined),
    )
