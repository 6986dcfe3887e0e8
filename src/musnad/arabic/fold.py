"""Folding: one spelling for what newspapers write in several, with a map back to the text as it stands.

Alef, hamza seats, final ya and ta marbuta, letters of neighbouring languages, digits of every script and case are
levelled; vowel signs, tatweel, raised and lowered digits and invisible controls are dropped; presentation forms become
letters.
"""

import re
import sys
import unicodedata
from array import array
from dataclasses import dataclass
from itertools import chain

from musnad.arabic.letters import DELETED, FREQUENT, PRESENTATION, VARIANTS

_WITH_DIGITS = (
    *(range(0x80, 0x1C80), range(0x2460, 0x2800), range(0xA000, 0xAC00), range(0xFF00, 0x12000)),
    *(range(0x16000, 0x17000), range(0x1CC00, 0x1FC00)),
)
"""Where Unicode has digits: to look through all of it would take a tenth of the start."""


def _table() -> dict[int, str]:
    """Return the one-for-one part of folding."""
    digits = filter(str.isdigit, map(chr, chain.from_iterable(_WITH_DIGITS)))
    table = {ord(char): str(unicodedata.digit(char)) for char in digits}
    for code in (*range(0x0590), *range(0x1E00, 0x2000)):
        lower = chr(code).lower()
        if lower != chr(code) and len(lower) == 1:
            table[code] = lower
    for char, letter in VARIANTS.items():
        table[ord(char)] = letter
    for char, letters in PRESENTATION.items():
        if len(letters) == 1:
            table[ord(char)] = VARIANTS.get(letters, letters)
    return table


_EVERY = array("I", range(1 << 12))  # the offsets of most texts, of which pieces are copied
_ONE_FOR_ONE = _table()
_SPLIT = {
    char: "".join(VARIANTS.get(c, c) for c in letters) for char, letters in PRESENTATION.items() if len(letters) != 1
}
_FREQUENT = tuple((char, _ONE_FOR_ONE[ord(char)]) for char in FREQUENT)
_PLANE = 1 << 16  # a class of characters is fast within the first plane; the rest of Unicode is one range of it
_RARE = "".join(chr(code) for code in sorted(_ONE_FOR_ONE) if code < _PLANE and chr(code) not in FREQUENT)
_REST = re.compile(f"[{re.escape(_RARE)}{chr(_PLANE)}-{chr(sys.maxunicode)}]")
_IRREGULAR = re.compile("[" + re.escape("".join(sorted(DELETED)) + "".join(sorted(_SPLIT))) + "]")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text. `origins[i]` is the offset in the original of folded code point `i`; None means `i` itself.

    They stand in an array, since a tuple would hold a long text ten times over. `split` says whether a ligature became
    several letters, which then have one origin.
    """

    text: str
    origins: "array[int] | None"
    split: bool = False


def fold(text: str) -> Folded:
    """Fold a text and keep where every code point came from.

    >>> fold("مُحَمَّد").text == fold("محمد").text
    True
    >>> tuple(fold("مُحمد").origins)
    (0, 2, 3, 4)
    """
    if _IRREGULAR.search(text) is None:
        return Folded(_level(text), None)
    pieces: list[str] = []
    every = _EVERY if len(text) <= len(_EVERY) else array("I", range(len(text)))
    origins = array("I")
    at, split = 0, False
    for match in _IRREGULAR.finditer(text):
        pieces.append(text[at : match.start()])
        origins += every[at : match.start()]
        letters = _SPLIT.get(match.group(), "")
        if letters:
            pieces.append(letters)
            origins.extend([match.start()] * len(letters))
            split = True
        at = match.end()
    pieces.append(text[at:])
    origins += every[at : len(text)]
    return Folded(_level("".join(pieces)), origins, split)


def _level(text: str) -> str:
    """Return a text with every letter levelled one for one.

    Replacing the few letters that make up most of the work one by one takes a third of the time of `str.translate`.
    """
    for char, letter in _FREQUENT:
        text = text.replace(char, letter)
    return _REST.sub(_letter, text)


def _letter(match: re.Match[str]) -> str:
    char = match.group()
    return _ONE_FOR_ONE.get(ord(char), char)


def fold_word(word: str) -> str:
    """Return the folded form of a word or phrase, without the map.

    >>> fold_word("إيرانيّة") == fold_word("ايرانيه")
    True
    """
    return _level(word) if _IRREGULAR.search(word) is None else fold(word).text
