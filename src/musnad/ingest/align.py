"""Where the words of an extracted text stand in the page that they came from."""

import re
from html import unescape
from html.parser import HTMLParser

from musnad.model import OffsetMap

_WORD = re.compile(r"\S+")
_SILENT = frozenset({"script", "style", "noscript", "template", "svg"})


class _Letters(HTMLParser):
    """Collect the visible letters of a page with the source range of each."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self._lines = [0]
        for match in re.finditer("\n", source):
            self._lines.append(match.end())
        self._silent = 0
        self.letters: list[str] = []
        self.ranges: list[tuple[int, int]] = []
        self.feed(source)
        self.close()

    def _at(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the base's shape
        self._silent += tag in _SILENT

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in _SILENT and self._silent > 0

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        at = self._at()
        for i, letter in enumerate(data, at):
            if not letter.isspace():
                self.letters.append(letter)
                self.ranges.append((i, i + 1))

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name};")

    def _reference(self, written: str) -> None:
        letters = "".join(unescape(written).split())
        at = self._at()
        if not self._silent:
            self.letters += letters
            self.ranges += [(at, at + len(written))] * len(letters)


def align(text: str, source: str) -> OffsetMap:
    """Return the map from the words of `text` to the code points of the page `source`.

    Lines are looked for in the order of the text, from where the last one ended, else from the start; a line that the
    page does not hold as it stands has no piece in the map.
    """
    page = _Letters(source)
    flat = "".join(page.letters)
    pieces: list[tuple[int, int, int, int]] = []
    at = 0
    for line in re.finditer(r"[^\n]+", text):
        words = list(_WORD.finditer(line.group()))
        letters = "".join(word.group() for word in words)
        found = flat.find(letters, at)
        found = flat.find(letters) if found < 0 else found
        if found < 0 or not letters:
            continue
        at = found
        for word in words:
            size = len(word.group())
            low, high = page.ranges[at][0], page.ranges[at + size - 1][1]
            pieces.append((line.start() + word.start(), line.start() + word.end(), low, high))
            at += size
    return OffsetMap(tuple(pieces))
