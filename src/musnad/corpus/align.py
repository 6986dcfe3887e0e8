"""Align the words of two texts: which stand in both in the same order, which were moved, which only one has.

Long runs are anchors; between two anchors the few words left are compared one by one. Linear but for the stretches
between anchors, which are short where one text is a copy of the other.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from musnad.corpus.passages import ALONE, Run, runs

LONGEST_GAP = 400  # words on either side that are still compared one by one
_TOUCHING = 1  # equal words that do not part two changes


@dataclass(frozen=True, slots=True)
class Change:
    """Words `[first, first_end)` of one text stand where `[second, second_end)` of the other do; one may be empty."""

    first: int
    first_end: int
    second: int
    second_end: int


def changes(first: Sequence[str], second: Sequence[str]) -> list[Change]:
    """Return what differs between two texts, in order. Passages that only moved are no difference."""
    every = runs(first, second)
    anchors = in_order(every)
    kept = set(anchors)
    moved = [run for run in every if run.size >= ALONE and run not in kept]
    away = {i for run in moved for i in range(run.first, run.ends[0])}
    there = {i for run in moved for i in range(run.second, run.ends[1])}
    found: list[Change] = []
    at, other = 0, 0
    for run in [*anchors, Run(len(first), len(second), 0)]:
        left = [i for i in range(at, run.first) if i not in away]
        right = [i for i in range(other, run.second) if i not in there]
        found += _between(first, second, left, right, (run.first, run.second))
        at, other = run.ends
    return _joined(found, first, second)


def in_order(found: Sequence[Run]) -> list[Run]:
    """Return the runs that stand in the same order in both texts and hold most words together.

    They come in the order of the first text, each behind the one before, so that only the second decides which may
    follow which. `heaviest` is a tree of greatest weights by where a run ends there: it answers in logarithmic time.
    """
    if not found:
        return []
    ends = sorted({run.ends[1] for run in found})
    heaviest = [(0, 1)] * (len(ends) + 1)  # weight, and the number of the run below nought; the first of equals wins
    weights: list[int] = []
    before: list[int] = []
    for number, run in enumerate(found):
        weight, link = 0, 1
        at = bisect_right(ends, run.second)
        while at:
            weight, link = max((weight, link), heaviest[at])
            at -= at & -at
        weights.append(weight + run.size)
        before.append(-link)
        at = bisect_right(ends, run.ends[1])
        while at < len(heaviest):
            heaviest[at] = max(heaviest[at], (weights[-1], -number))
            at += at & -at
    at = weights.index(max(weights))
    chain: list[Run] = []
    while at >= 0:
        chain.append(found[at])
        at = before[at]
    return chain[::-1]


def _between(
    first: Sequence[str], second: Sequence[str], left: Sequence[int], right: Sequence[int], ends: tuple[int, int]
) -> Iterator[Change]:
    """Compare the words between two anchors one by one, those that moved left out. `ends` lie behind them."""
    if not left and not right:
        return
    opcodes = [("replace", 0, len(left), 0, len(right))]
    if left and right and max(len(left), len(right)) <= LONGEST_GAP:
        words = [first[i] for i in left], [second[i] for i in right]
        opcodes = [code for code in SequenceMatcher(None, *words, autojunk=False).get_opcodes() if code[0] != "equal"]
    for _, a, b, c, d in opcodes:
        starts = (left[a] if a < len(left) else ends[0], right[c] if c < len(right) else ends[1])
        lefts, rights = _stretches(left[a:b]), _stretches(right[c:d])
        for one, other in zip_longest(lefts, rights):
            yield Change(*(one or (starts[0], starts[0])), *(other or (starts[1], starts[1])))


def _stretches(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Return the ranges of numbers in a row."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and found[-1][1] == number:
            found[-1] = (found[-1][0], number + 1)
        else:
            found.append((number, number + 1))
    return found


def _joined(found: Sequence[Change], first: Sequence[str], second: Sequence[str]) -> list[Change]:
    """Join changes with one equal word between them or none: people change phrases, not words."""
    joined: list[Change] = []
    for change in found:
        last = joined[-1] if joined else None
        if (
            last is not None
            and _touch(last, change)
            and first[last.first_end : change.first] == second[last.second_end : change.second]
        ):
            joined[-1] = Change(last.first, change.first_end, last.second, change.second_end)
        else:
            joined.append(change)
    return joined


def _touch(last: Change, change: Change) -> bool:
    return 0 <= change.first - last.first_end <= _TOUCHING and last.second_end <= change.second


def place(bounds: Sequence[int], word: int) -> int:
    """Return the number of the stretch that holds a word, by the words at which stretches begin."""
    return bisect_right(bounds, word) - 1
