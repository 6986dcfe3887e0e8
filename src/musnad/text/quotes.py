"""Quotation marks of every kind, paired within a paragraph: nested, straight, reversed and left open.

A mark opens or closes by what stands beside it; only where that is undecided does its shape count, so that reversed
marks pair as they are meant.
"""

import re
from collections import Counter
from dataclasses import dataclass

from musnad.arabic.clitics import AND, WRITTEN_PREPOSITIONS
from musnad.arabic.letters import TATWEEL
from musnad.model import Quote

REFERENCES = {"&#171;": "«", "&#187;": "»", "#171;": "«", "#187;": "»"}
"""Marks that a page left as character references, often without their first sign, and which they are."""
_MARK = re.compile("|".join(REFERENCES) + "|''|``|[«»“”„‟″\"‘’‚'‹›＂{}\ufd3e\ufd3f]|\n")
_STOP = re.compile(r"[.!?؟](?=\s)")
_FAMILY = {
    **dict.fromkeys([*"«»", *REFERENCES], "guillemet"),
    **dict.fromkeys([*'“”„‟″"＂', "''", "``"], "double"),
    **dict.fromkeys("‘’‚'", "single"),
    **dict.fromkeys("‹›", "angle"),
    **dict.fromkeys("{}\ufd3e\ufd3f", "scripture"),
}
_PAIRED = frozenset({"single", "scripture"})  # apostrophes and braces mean nothing alone
_OPENING = frozenset([*"«“„‟‘‚‹{\ufd3f", "``"])
_CLOSING = frozenset("»”’›}\ufd3e")
_OUTSIDE_BEFORE = frozenset("([{:-–—،,/…")
_OUTSIDE_AFTER = frozenset(")]}:.,،؛;!?؟-–—/…")


_STRAIGHT = '"'
_CURLY = "”"


@dataclass(slots=True)
class _Open:
    """A mark that waits for its partner."""

    at: int
    mark: str
    family: str


def pair(text: str) -> tuple[Quote, ...]:
    """Return the quotations of a text in order of their opening marks.

    A mark that is never closed opens a quotation to the end of its paragraph (`closed` False), or of its sentence where
    others of its kind are paired after it; a closing mark without an opening one is no quotation.

    >>> [text[q.inner_start:q.inner_end] for text in ['قال «نعم» و"لا"'] for q in pair(text)]
    ['نعم', 'لا']
    """
    found: list[Quote] = []
    waiting: list[_Open] = []
    last: dict[str, int] = {}
    open_: Counter[str] = Counter()  # how many marks of each family wait: a paragraph may open thousands
    stray: int | None = None  # a straight mark written onto the word before what it opens («قال الوزير" نريد …"»)
    for match in _MARK.finditer(text):
        at, mark = match.start(), match.group()
        if mark == "\n":
            found += _left_open(text, waiting, at, last)
            waiting.clear()
            open_.clear()
            stray = None
            continue
        family = _FAMILY[mark]
        if _opens(text, at, mark, is_open=open_[family] > 0):
            waiting.append(_Open(at, mark, family))
            open_[family] += 1
            stray = None
        elif open_[family]:
            while (partner := waiting.pop()).family != family:
                open_[partner.family] -= 1
            open_[family] -= 1
            last[family] = at
            inner = partner.at + len(partner.mark)
            if inner < at:
                found.append(Quote(partner.at, match.end(), inner, at, partner.mark, closed=True))
            stray = None
        elif mark == _STRAIGHT:
            if stray is not None:
                found.append(Quote(stray, at + 1, stray + 1, at, mark, closed=True))
                stray = None
            elif _is_misplaced(text, at):
                stray = at
    found += _left_open(text, waiting, len(text), last)
    return tuple(sorted(found, key=lambda quote: (quote.start, -quote.end)))


def _left_open(text: str, waiting: list[_Open], end: int, last: dict[str, int]) -> list[Quote]:
    """Return the quotation of the last unclosed mark of a paragraph, apostrophes excepted: to its end.

    `last` holds where the last quotation of each family was closed: before one, a mark reaches to the end of its
    sentence, and is none where that is not found.
    """
    while end > 0 and text[end - 1].isspace():
        end -= 1
    rest = [mark for mark in waiting if mark.family not in _PAIRED and mark.at + len(mark.mark) < end]
    if not rest:
        return []
    mark = rest[-1]
    if last.get(mark.family, 0) > mark.at:
        inner = mark.at + len(mark.mark)
        stop, following = _STOP.search(text, inner, end), _MARK.search(text, inner, end)
        if stop is None or (following is not None and following.start() < stop.start()):
            return []
        end = stop.start()
    return [Quote(mark.at, end, mark.at + len(mark.mark), end, mark.mark, closed=False)]


def _opens(text: str, at: int, mark: str, *, is_open: bool) -> bool:
    """Decide by the neighbours, then by the shape, then by whether one of its kind is open, whether a mark opens."""
    before = text[at - 1] if at else " "
    after = text[at + len(mark)] if at + len(mark) < len(text) else " "
    outside_before = before.isspace() or before in _OUTSIDE_BEFORE or before in _OPENING
    outside_after = after.isspace() or after in _OUTSIDE_AFTER or after in _CLOSING
    if outside_before != outside_after:
        return outside_before or (not is_open and _is_joined(text, at))
    if not outside_before and (before == TATWEEL or _is_prefixed(text, at)):
        return True
    if outside_before and mark in _OPENING and is_open:
        return False  # «في مدينة « الضفاف « أمس»: one mark for both, with spaces around
    if mark == _CURLY and not is_open and after == " " and text[at + 2 : at + 3].isalpha():
        return before == " "  # «قائلا ” نحن معكم”»
    if mark in _OPENING or mark in _CLOSING:
        return mark in _OPENING
    return not is_open


def _is_misplaced(text: str, at: int) -> bool:
    """Say whether a mark that closes nothing stands between a word and a space with another word behind it."""
    return text[at - 1].isalpha() and text[at + 1 : at + 2] == " " and text[at + 2 : at + 3].isalpha()


def _is_joined(text: str, at: int) -> bool:
    """Say whether «and» stands alone before a mark that could close nothing («“المرحلة ” و” الأمل ”»)."""
    return at > 1 and text[at - 1] == AND and text[at - 2].isspace()


def _is_prefixed(text: str, at: int) -> bool:
    """Say whether one letter that is written onto names stands alone before a mark («ل"معرض 2020"»)."""
    alone = at < 2 or not text[at - 2].isalpha()  # noqa: PLR2004 - the letter, and what is before it
    return alone and text[at - 1] in WRITTEN_PREPOSITIONS
