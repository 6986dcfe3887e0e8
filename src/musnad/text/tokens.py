"""Tokens: words, numbers and single marks of a folded text, with spans in the original.

A word written onto a number falls into two tokens; a number keeps its decimal or thousands marks; every punctuation
mark is a token of its own.
"""

import re
from dataclasses import dataclass

from musnad.arabic import Folded

_TOKEN = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*|[^\w\s]|_")


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
    matches = list(_TOKEN.finditer(folded.text))
    norms = tuple(match.group() for match in matches)
    begins = tuple(match.start() for match in matches)
    finishes = tuple(match.end() for match in matches)
    if folded.origins is None:
        return Tokens(norms, begins, begins, finishes)
    origins = (*folded.origins, length)
    starts = tuple(origins[at] for at in begins)
    # The end is one past the origin of the last letter, stretched over marks dropped behind it and inside the word.
    ends = tuple(max(origins[at - 1] + 1, _stretch(origins, at)) for at in finishes)
    return Tokens(norms, begins, starts, _apart(starts, ends))


def _stretch(origins: tuple[int, ...], at: int) -> int:
    """Return where the token that ends at folded offset `at` ends in the original, dropped marks included."""
    return origins[at] if at < len(origins) else origins[-1]


def _apart(starts: tuple[int, ...], ends: tuple[int, ...]) -> tuple[int, ...]:
    """Keep tokens apart: a ligature may stand for the end of one token and the start of the next."""
    following = (*starts[1:], ends[-1] if ends else 0)
    return tuple(max(start + 1, min(end, after)) for start, end, after in zip(starts, ends, following, strict=True))
