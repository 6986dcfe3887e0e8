"""Where the lines of an extracted text stand in the page that they came from."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from html import unescape

from musnad.model import OffsetMap

_HIDDEN = re.compile(r"<!--|<(?P<tag>script|style|noscript|template|svg)\b[^<>]*+>", re.IGNORECASE)
_TAG = r"""<[^<>"]*+(?:"[^"<]*+"[^<>"]*+)*+>"""
_REFERENCE = r"&(?:\#[0-9]+;?|\#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)"  # as `unescape` knows them
_APART = re.compile(rf"{_TAG}|(?P<reference>{_REFERENCE})")
_WORD = re.compile(r"\S+")
_NEAR, _MOST_TAGS = 2000, 4  # code points in which the next line is looked for first, and for one of the line
_BULLET = "- "  # what the extractor puts before the items of a list

_Piece = tuple[int, int, int, int]


def align(text: str, source: str) -> OffsetMap:
    """Return the map from the lines of `text` to the code points of the page `source`.

    Lines are looked for in the order of the text, from where the last one ended, else from the start; a line that the
    page does not hold, tags and white space aside, has no piece in the map.
    """
    page = _Page(source)
    lines: dict[tuple[int, int], list[_Piece]] = {}
    at = 0
    for line in re.finditer(r"[^\n]+", text):
        start = line.start() + len(_BULLET) * line.group().startswith(_BULLET)
        found = page.find(text[start : line.end()], at)
        if found >= 0:
            at = found + line.end() - start
        lines[start, line.end()] = [(start, line.end(), found, at)] if found >= 0 else []
    ends = list(lines.values())
    at = 0
    for number, (start, end) in enumerate(lines):
        if not ends[number]:
            behind = next((later[0][2] for later in ends[number + 1 :] if later and later[0][2] > at), len(source))
            words = [word.span() for word in _WORD.finditer(text, start, end)]
            ends[number] = list(_pieces(words, page.runs(text[start:end], at, behind)))
        at = ends[number][-1][3] if ends[number] else at
    return OffsetMap(tuple(piece for pieces in ends for piece in pieces))


class _Page:
    """The source of a page, and which parts of it a reader sees."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._parts = list(_visible(source))
        self._whole: _Runs | None = None

    def find(self, line: str, at: int) -> int:
        """Return where a line stands as it is among what is seen, behind `at` or else before it; -1 if nowhere."""
        for first in (at, 0) if at else (0,):
            found = self._source.find(line, first)
            while found >= 0:
                if self._is_seen(found, found + len(line)):
                    return found
                found = self._source.find(line, found + 1)
        return -1

    def runs(self, line: str, low: int, high: int) -> Iterator[_Piece]:
        """Yield the runs of letters of a line that stands between two places with tags within, or else anywhere."""
        letters = "".join(line.split())
        near = low + _NEAR + _MOST_TAGS * len(line)
        for end in (near, high) if near < high else (high,):
            runs = _Runs(self._source, self._parts, low, end)
            if letters in runs.text:
                return runs.of(letters)
        self._whole = self._whole or _Runs(self._source, self._parts, 0, len(self._source))
        return self._whole.of(letters)

    def _is_seen(self, low: int, high: int) -> bool:
        """Say whether a range stands outside of tags and of what is hidden."""
        number = bisect_right(self._parts, (low, len(self._source))) - 1
        if number < 0 or high > self._parts[number][1]:
            return False
        source = self._source
        closes, opens = source.find(">", high), source.find("<", high)
        return source.rfind("<", 0, low) <= source.rfind(">", 0, low) and (closes < 0 or 0 <= opens < closes)


class _Runs:
    """The visible letters of a part of a page without white space, and where they stand."""

    def __init__(self, source: str, parts: list[tuple[int, int]], low: int, high: int) -> None:
        self._starts: list[int] = []  # where each run begins in `text`
        self._places: list[tuple[int, int]] = []
        found: list[str] = []
        size = 0
        for start, end in parts:
            for place in _places(source, max(low, start), min(high, end)):
                run = source[slice(*place)]
                letters = "".join(unescape(run).split()) if run.startswith("&") else run
                self._starts.append(size)
                self._places.append(place)
                found.append(letters)
                size += len(letters)
        self.text = "".join(found)

    def of(self, letters: str) -> Iterator[_Piece]:
        """Yield the runs that hold some letters: from where to where in them, and in the source."""
        at = self.text.find(letters)
        if at < 0 or not letters:
            return
        number = bisect_right(self._starts, at) - 1
        behind = [*self._starts[number + 1 :], len(self.text)]
        for start, end, (low, high) in zip(self._starts[number:], behind, self._places[number:], strict=True):
            if start >= at + len(letters):
                return
            first, last = max(start, at), min(end, at + len(letters))
            if first >= last:
                continue
            if end - start == high - low:  # letter by letter
                yield first - at, last - at, low + first - start, low + last - start
            else:
                yield first - at, last - at, low, high


def _visible(source: str) -> Iterator[tuple[int, int]]:
    """Yield the parts of a page that a reader may see: all but scripts, styles, drawings and comments."""
    at = 0
    while (hidden := _HIDDEN.search(source, at)) is not None:
        yield at, hidden.start()
        at = hidden.end()
        tag = hidden["tag"]
        if tag is None or not hidden.group().endswith("/>"):
            closing = "-->" if tag is None else rf"(?i:</{tag})\b[^<>]*+>"
            found = re.compile(closing).search(source, at)
            at = len(source) if found is None else found.end()
    yield at, len(source)


def _places(source: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    """Yield where the words and character references between the tags of a part of a page stand."""
    if low >= high:
        return
    for found in _APART.finditer(source, low, high):
        yield from (word.span() for word in _WORD.finditer(source, low, found.start()))
        low = found.end()
        if found["reference"]:
            yield found.span()
    yield from (word.span() for word in _WORD.finditer(source, low, high))


def _pieces(words: list[tuple[int, int]], runs: Iterator[_Piece]) -> Iterator[_Piece]:
    """Yield the pieces of a line; words that stand in the source as they stand in the text are one piece."""
    last: _Piece | None = None
    for piece in _overlaps(words, runs):
        if last is None:
            last = piece
        elif _is_exact(last) and _is_exact(piece) and piece[0] - last[1] == piece[2] - last[3]:
            last = (last[0], piece[1], last[2], piece[3])
        else:
            yield last
            last = piece
    if last is not None:
        yield last


def _overlaps(words: list[tuple[int, int]], runs: Iterator[_Piece]) -> Iterator[_Piece]:
    """Yield what each word of the text has in common with each run of the same letters in the source."""
    before = 0  # letters in the words so far
    number = 0
    for run in runs:
        first, end, low, high = run
        while number < len(words):
            start, behind = words[number]
            size = behind - start
            common, last = max(first, before), min(end, before + size)
            if common < last:
                at = start + common - before
                exact = (low + common - first, low + last - first) if _is_exact(run) else (low, high)
                yield at, at + last - common, *exact
            if before + size > end:
                break
            before += size
            number += 1


def _is_exact(piece: _Piece) -> bool:
    """Say whether the two sides of a piece correspond letter by letter."""
    return piece[1] - piece[0] == piece[3] - piece[2]
