"""Folding: one spelling for what newspapers write in several, with a map back to the text as it stands.

Alef, hamza seats, final ya and ta marbuta, letters of neighbouring languages, digits of every script and case are
levelled; vowel signs, tatweel and invisible controls are dropped; presentation forms become letters.
"""

import re
import sys
import unicodedata
from dataclasses import dataclass

from musnad.arabic.letters import DELETED, PRESENTATION, VARIANTS


def _table() -> dict[int, str]:
    """Return the one-for-one part of folding."""
    table: dict[int, str] = {}
    for code in range(sys.maxunicode + 1):
        char = chr(code)
        if char.isdecimal() and not "0" <= char <= "9":
            table[code] = str(unicodedata.decimal(char))
        elif code < 0x0590 or 0x1E00 <= code < 0x2000:
            lower = char.lower()
            if lower != char and len(lower) == 1:
                table[code] = lower
    for char, letter in VARIANTS.items():
        table[ord(char)] = letter
    for char, letters in PRESENTATION.items():
        if len(letters) == 1:
            table[ord(char)] = VARIANTS.get(letters, letters)
    return table


_ONE_FOR_ONE = _table()
_SPLIT = {
    char: "".join(VARIANTS.get(c, c) for c in letters) for char, letters in PRESENTATION.items() if len(letters) != 1
}
_IRREGULAR = re.compile("[" + re.escape("".join(sorted(DELETED)) + "".join(sorted(_SPLIT))) + "]")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text. `origins[i]` is the offset in the original of folded code point `i`; None means `i` itself."""

    text: str
    origins: tuple[int, ...] | None


def fold(text: str) -> Folded:
    """Fold a text and keep where every code point came from.

    >>> fold("مُحَمَّد").text == fold("محمد").text
    True
    >>> fold("مُحمد").origins
    (0, 2, 3, 4)
    """
    if _IRREGULAR.search(text) is None:
        return Folded(text.translate(_ONE_FOR_ONE), None)
    pieces: list[str] = []
    origins: list[int] = []
    at = 0
    for match in _IRREGULAR.finditer(text):
        pieces.append(text[at : match.start()])
        origins.extend(range(at, match.start()))
        letters = _SPLIT.get(match.group(), "")
        pieces.append(letters)
        origins.extend([match.start()] * len(letters))
        at = match.end()
    pieces.append(text[at:])
    origins.extend(range(at, len(text)))
    return Folded("".join(pieces).translate(_ONE_FOR_ONE), tuple(origins))


def fold_word(word: str) -> str:
    """Return the folded form of a word or phrase, without the map.

    >>> fold_word("إيرانيّة") == fold_word("ايرانيه")
    True
    """
    return fold(word).text
