"""Quotation marks of every kind, paired within a paragraph: nested, straight, reversed and left open.

A mark opens or closes by what stands beside it; only where that is undecided does its shape count, so that reversed
marks pair as they are meant.
"""

import re
from collections import Counter
from dataclasses import dataclass

from musnad.arabic.clitics import WRITTEN_PREPOSITIONS
from musnad.arabic.letters import TATWEEL
from musnad.model import Quote

_MARK = re.compile("[«»“”„‟″\"‘’‚'‹›＂]|\n")
_FAMILY = {
    **dict.fromkeys("«»", "guillemet"),
    **dict.fromkeys('“”„‟″"＂', "double"),
    **dict.fromkeys("‘’‚'", "single"),
    **dict.fromkeys("‹›", "angle"),
}
_OPENING = frozenset("«“„‟‘‚‹")
_CLOSING = frozenset("»”’›")
_OUTSIDE_BEFORE = frozenset("([{:-–—،,/…")
_OUTSIDE_AFTER = frozenset(")]}:.,،؛;!?؟-–—/…")


@dataclass(slots=True)
class _Open:
    """A mark that waits for its partner."""

    at: int
    mark: str
    family: str


def pair(text: str) -> tuple[Quote, ...]:
    """Return the quotations of a text in order of their opening marks.

    A mark that is never closed opens a quotation to the end of its paragraph (`closed` False), unless another one
    of its kind opens after it; a closing mark without an opening one is no quotation.

    >>> [text[q.inner_start:q.inner_end] for text in ['قال «نعم» و"لا"'] for q in pair(text)]
    ['نعم', 'لا']
    """
    found: list[Quote] = []
    waiting: list[_Open] = []
    open_: Counter[str] = Counter()  # how many marks of each family wait: a paragraph may open thousands
    for match in _MARK.finditer(text):
        at, mark = match.start(), match.group()
        if mark == "\n":
            found += _left_open(text, waiting, at)
            waiting.clear()
            open_.clear()
            continue
        family = _FAMILY[mark]
        if _opens(text, at, mark, is_open=open_[family] > 0):
            waiting.append(_Open(at, mark, family))
            open_[family] += 1
        elif open_[family]:
            while (partner := waiting.pop()).family != family:
                open_[partner.family] -= 1
            open_[family] -= 1
            if partner.at + 1 < at:
                found.append(Quote(partner.at, at + 1, partner.at + 1, at, partner.mark, closed=True))
    found += _left_open(text, waiting, len(text))
    return tuple(sorted(found, key=lambda quote: (quote.start, -quote.end)))


def _left_open(text: str, waiting: list[_Open], end: int) -> list[Quote]:
    """Return quotations to the end of the paragraph for the last unclosed mark, apostrophes excepted."""
    while end > 0 and text[end - 1].isspace():
        end -= 1
    rest = [mark for mark in waiting if mark.family != "single" and mark.at + 1 < end]
    return [Quote(mark.at, end, mark.at + 1, end, mark.mark, closed=False) for mark in rest[-1:]]


def _opens(text: str, at: int, mark: str, *, is_open: bool) -> bool:
    """Decide by the neighbours, then by the shape, then by whether one of its kind is open, whether a mark opens."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    outside_before = before.isspace() or before in _OUTSIDE_BEFORE or before in _OPENING
    outside_after = after.isspace() or after in _OUTSIDE_AFTER or after in _CLOSING
    if outside_before != outside_after:
        return outside_before
    if not outside_before and (before == TATWEEL or _is_prefixed(text, at)):
        return True
    if outside_before and mark in _OPENING and is_open:
        return False  # «في مدينة « الضفاف « أمس»: one mark for both, with spaces around
    if mark in _OPENING or mark in _CLOSING:
        return mark in _OPENING
    return not is_open


def _is_prefixed(text: str, at: int) -> bool:
    """Say whether one letter that is written onto names stands alone before a mark («ل"معرض 2020"»)."""
    alone = at < 2 or not text[at - 2].isalpha()  # noqa: PLR2004 - the letter, and what is before it
    return alone and text[at - 1] in WRITTEN_PREPOSITIONS
