"""Sentences and paragraphs. A line break ends a sentence; a full stop does unless it abbreviates."""

import re
from bisect import bisect_left
from itertools import pairwise

from musnad.arabic import AND
from musnad.model import Sentence
from musnad.text.tokens import Tokens

_LINE = re.compile(r"[^\n\r\u2028\u2029\x85]+")
_STOPS = frozenset(".!?؟")
_COMMAS = frozenset("،,")
_CLOSERS = frozenset("»”’\"')]›")
SPELT = 3  # letters of a name of a letter («دي.إيه.إن»); a full stop without a space between longer words is a slip


def split(text: str, tokens: Tokens) -> tuple[Sentence, ...]:
    """Return the sentences of a text in order; each holds at least one token, and together they hold all of them.

    The first line is paragraph 0. An ellipsis inside a line does not end a sentence.
    """
    found: list[Sentence] = []
    first, paragraph = 0, 0
    for line in _LINE.finditer(text):
        last = bisect_left(tokens.starts, line.end(), first)
        if last == first:
            continue
        bounds = [first, *_ends(text, tokens, first, last), last]
        for low, high in pairwise(bounds):
            if low < high:
                found.append(Sentence(tokens.starts[low], tokens.ends[high - 1], low, high, paragraph))
        first, paragraph = last, paragraph + 1
    return tuple(found)


def _ends(text: str, tokens: Tokens, first: int, last: int) -> list[int]:
    """Return the tokens inside `[first, last)` at which a new sentence starts."""
    norms, bounds = tokens.norms, []
    i = first
    while i < last:
        if norms[i] in _STOPS and i > first and not _abbreviates(text, tokens, i):
            i += 1
            while i < last and (norms[i] in _STOPS or (norms[i] in _CLOSERS and _touches(tokens, i))):
                i += 1
            bounds.append(i)
        else:
            i += 1
    return bounds


def _touches(tokens: Tokens, i: int) -> bool:
    """Say whether a token follows the one before without a space."""
    return tokens.starts[i] == tokens.ends[i - 1]


def _abbreviates(text: str, tokens: Tokens, i: int) -> bool:
    """Say whether the stop at token `i` belongs to an abbreviation, a number, a host name or an ellipsis."""
    if tokens.norms[i] != ".":
        return False
    before = tokens.norms[i - 1]
    if len(before) == 1 and before.isalpha():
        return not _is_of_year(tokens, i)
    if i + 1 >= len(tokens.norms) or not _touches(tokens, i + 1):
        return False
    if tokens.norms[i + 1] in _COMMAS:
        return True  # «إلى القضاء.، وتشكر …», a slip
    if _is_spelt(tokens, i):
        return True
    after = text[tokens.starts[i + 1]]
    if before.isdigit() and len(before) > 1 and after.isalpha() and not after.isascii():
        return False  # «منذ 2006.وأضاف …»
    spelt = before.isascii() and (before.isalnum() or before == ".")
    return after == "." or (after.isalnum() and (after.isascii() or spelt))


def _is_of_year(tokens: Tokens, i: int) -> bool:
    """Say whether the letter of an era before the stop at token `i` ends a sentence («عام 1435هـ. وجاءت …»)."""
    norms = tokens.norms
    after = i + 1 < len(norms) and norms[i + 1].startswith(AND) and norms[i + 1] != AND
    return after and i > 1 and norms[i - 2].isdigit()


def _is_spelt(tokens: Tokens, i: int) -> bool:
    """Say whether the stop at token `i` stands in a name spelt by its letters: two stops, short words around."""
    norms = tokens.norms
    if len(norms[i - 1]) > SPELT or len(norms[i + 1]) > SPELT or not _touches(tokens, i):
        return False
    behind = i + 2 < len(norms) and norms[i + 2] == "." and _touches(tokens, i + 2)
    return behind or (i >= SPELT and norms[i - 2] == "." and _touches(tokens, i - 1) and _touches(tokens, i - 2))
