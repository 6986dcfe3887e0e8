"""Tokens: words, numbers and single marks of a folded text, with spans in the original.

A word written onto a number falls into two tokens; a number keeps its decimal or thousands marks; every punctuation
mark is a token of its own.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from musnad.arabic import Folded
from musnad.text.quotes import REFERENCES

_TOKEN = re.compile("|".join(REFERENCES) + r"|[\u0621-\u064a]+[^\W\d_]*|[^\W\d_]+|\d+(?:[.,]\d+)*|[^\w\s]|_")
_REFERENCE = "#1"  # what all of them have


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel tuples: folded forms, where they start in the folded text, and spans `[start, end)` in the original."""

    norms: tuple[str, ...]
    folded_starts: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def tokenise(folded: Folded, length: int) -> Tokens:
    """Return the tokens of a folded text whose original has `length` code points.

    A dropped vowel sign belongs to the token of the letter before it.
    """
    found = _TOKEN.findall(folded.text)
    spellings: dict[str, str] = {}
    norms = tuple(map(spellings.setdefault, found, found))  # a long text repeats its words: each spelling is kept once
    begins, finishes = _places(folded.text, norms)
    if _REFERENCE in folded.text:
        norms = tuple([REFERENCES.get(norm, norm) for norm in norms])
    if folded.origins is None:
        return Tokens(norms, begins, begins, finishes)
    origins = folded.origins[:]
    origins.append(length)
    if folded.split:
        return Tokens(norms, begins, *_spans(begins, finishes, origins))
    return Tokens(norms, begins, tuple([origins[i] for i in begins]), tuple([origins[i] for i in finishes]))


def _places(text: str, norms: tuple[str, ...]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return where tokens begin and end. Only white space stands between them, so each is the next of its spelling."""
    begins: list[int] = []
    finishes: list[int] = []
    find, at = text.find, 0
    for norm in norms:
        begin = find(norm, at)
        at = begin + len(norm)
        begins.append(begin)
        finishes.append(at)
    return tuple(begins), tuple(finishes)


def _spans(
    begins: tuple[int, ...], finishes: tuple[int, ...], origins: Sequence[int]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return where tokens start and end in an original with ligatures, dropped marks inside and behind them included.

    A ligature may stand for the end of one token and the start of the next: they are kept apart.
    """
    starts: list[int] = []
    ends: list[int] = []
    for begin, finish in zip(begins, finishes, strict=True):
        start, end, letter = origins[begin], origins[finish], origins[finish - 1]
        if ends and ends[-1] > start:
            ends[-1] = max(starts[-1] + 1, start)
        starts.append(start)
        ends.append(end if end > letter else letter + 1)
    return tuple(starts), tuple(ends)
