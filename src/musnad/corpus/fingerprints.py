"""Fingerprints: a small set of numbers by which a text is found again in others, whole or in part.

Words are folded and marks dropped; every three words in a row make a number (tabulation hashing: the numbers of three
tables, one a place, mixed by exclusive or); of every eight numbers in a row the smallest is kept (winnowing). So any
ten words in a row that two texts share leave at least one fingerprint in both.
"""

import re
import sys
from array import array
from collections.abc import Iterable
from hashlib import blake2b
from operator import xor

from musnad.arabic import fold

GRAM = 3  # words
WINDOW = 8  # numbers in a row, one of which is kept
KNOWN_WORDS = 1 << 17  # words remembered by the table before it starts anew; a memory only, never a difference

_WORD = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*")


class _Table(dict[str, tuple[int, ...]]):
    """The 64-bit numbers of every word, one for each place of a gram."""

    def __missing__(self, word: str) -> tuple[int, ...]:
        if len(self) >= KNOWN_WORDS:
            self.clear()
        spelt = word.encode("utf-8", "surrogatepass")
        digests = (blake2b(spelt, digest_size=8, salt=bytes([place])) for place in range(GRAM))
        numbers = self[word] = tuple(int.from_bytes(each.digest(), "little") for each in digests)
        return numbers


_TABLE = _Table()


def words(text: str) -> list[str]:
    """Return the folded words and numbers of a text, without marks.

    >>> words("قال: «نعم».") == words("قال نعم")
    True
    """
    return _WORD.findall(fold(text).text)


def fingerprints(norms: list[str]) -> frozenset[int]:
    """Return the fingerprints of folded words; a text of fewer than three words has none.

    >>> fingerprints("a b c d e".split()) == fingerprints("a b c d e".split())
    True
    """
    if len(norms) < GRAM:
        return frozenset()
    first, second, third = zip(*map(_TABLE.__getitem__, norms), strict=True)
    numbers = list(map(xor, map(xor, first, second[1:]), third[2:]))
    if len(numbers) <= WINDOW:
        return frozenset((min(numbers),))
    pairs = _smaller(numbers, 1)  # the smallest of two, of four, of eight
    return frozenset(_smaller(_smaller(pairs, 2), 4))


def _smaller(numbers: list[int], distance: int) -> list[int]:
    """Return the smaller of each number and the one at a distance behind it."""
    behind = zip(numbers, numbers[distance:], strict=False)
    return [one if one < other else other for one, other in behind]  # noqa: FURB136 - half the time of `min`


def packed(numbers: Iterable[int]) -> bytes:
    """Return fingerprints as bytes for a store: sorted, eight bytes each, the lowest first.

    >>> unpacked(packed({7, 1 << 63})) == {7, 1 << 63}
    True
    """
    made = array("Q", sorted(numbers))
    if sys.byteorder == "big":
        made.byteswap()
    return made.tobytes()


def unpacked(data: bytes) -> frozenset[int]:
    """Return the fingerprints that `packed` made bytes of. Raises `ValueError` where the bytes are cut."""
    made = array("Q")
    made.frombytes(data)
    if sys.byteorder == "big":
        made.byteswap()
    return frozenset(made)
