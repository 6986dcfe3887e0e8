"""A decoded text, and where its characters stand in the bytes that it was decoded from."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from musnad.model import OffsetMap

UTF_8 = "utf-8"
ONE_BYTE = "one byte"
"""Any encoding that has one byte for a character."""
UNKNOWN = ""
"""For characters that stand for broken bytes; only the whole part is known then."""
_STEP = 1024  # code points between two places whose byte is remembered

_Piece = tuple[int, int, int, int]


@dataclass(frozen=True)
class Part:
    """Code points `[start, end)` of a text, and the bytes `[low, high)` that hold them in one encoding."""

    start: int
    end: int
    low: int
    high: int
    encoding: str
    text: str

    def byte(self, at: int) -> int:
        """Return the byte of a code point, or the one behind the last; the whole part is one where it is unknown."""
        if self.encoding == ONE_BYTE:
            return self.low + at - self.start
        if self.encoding == UNKNOWN:
            return self.low if at < self.end else self.high
        step, rest = divmod(at - self.start, _STEP)
        first = self.start + step * _STEP
        return self.low + self._steps[step] + len(self.text[first : first + rest].encode(self.encoding))

    @cached_property
    def _steps(self) -> list[int]:
        parts = (self.text[at : min(at + _STEP, self.end)] for at in range(self.start, self.end, _STEP))
        return [0, *accumulate(len(part.encode(self.encoding)) for part in parts)]


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with the parts that it was decoded from; without parts nobody knows where its characters stood."""

    text: str
    parts: tuple[Part, ...] = ()

    @classmethod
    def of(cls, text: str) -> "Decoded":
        """Return a string as if it had been decoded from UTF-8."""
        return joined([(text, len(text.encode()), UTF_8)])

    def itself(self) -> OffsetMap | None:
        """Return the map from the whole text to its bytes."""
        return self.raw_map(OffsetMap(((0, len(self.text), 0, len(self.text)),) if self.text else ()), self.text)

    def raw_map(self, found: OffsetMap, text: str) -> OffsetMap | None:
        """Return a map from a text to code points of this one as one to its bytes, None where nobody knows those."""
        if not self.parts:
            return None
        pieces = (piece for each in found.pieces for piece in self._same(each, text))
        return OffsetMap(tuple(piece for each in pieces for piece in self._in_bytes(each)))

    def _same(self, piece: _Piece, text: str) -> Iterator[_Piece]:
        """Yield a piece whose sides are as long as each other in parts that are alike, or one character each.

        White space may be written otherwise, in another number of bytes.
        """
        start, end, low, high = piece
        if end - start != high - low or text[start:end] == self.text[low:high]:
            yield piece
            return
        shift, first = low - start, start
        for at in range(start, end):
            if text[at] != self.text[at + shift]:
                if first < at:
                    yield first, at, first + shift, at + shift
                yield at, at + 1, at + shift, at + shift + 1
                first = at + 1
        if first < end:
            yield first, end, first + shift, end + shift

    def _in_bytes(self, piece: _Piece) -> Iterator[_Piece]:
        start, end, low, high = piece
        number = self._number(low)
        if end - start != high - low:
            yield start, end, self.parts[number].byte(low), self.parts[self._number(high - 1)].byte(high)
            return
        while low < high:
            part = self.parts[number]
            behind = min(high, part.end)
            yield from _unambiguous(part, start, low, behind)
            start += behind - low
            low, number = behind, number + 1

    def _number(self, at: int) -> int:
        return bisect_right(self.parts, at, key=lambda part: part.start) - 1


def joined(chunks: Iterable[tuple[str, int, str]], low: int = 0) -> Decoded:
    """Return the text of chunks that follow each other from a byte on; each has text, number of bytes, encoding."""
    found = [chunk for chunk in chunks if chunk[0]]
    text = "".join(chunk[0] for chunk in found)
    parts = []
    start = 0
    for words, size, encoding in found:
        parts.append(Part(start, start + len(words), low, low + size, encoding, text))
        start, low = start + len(words), low + size
    return Decoded(text, tuple(parts))


def _unambiguous(part: Part, start: int, low: int, high: int) -> Iterator[_Piece]:
    """Yield a piece from whose size alone the encoding can be told, or one for each of its characters.

    UTF-16 has as many bytes as UTF-8 where letters of one byte there make up for others of three.
    """
    words = part.text[low:high]
    is_doubtful = part.encoding.startswith("utf-16") and len(words.encode()) == len(words.encode(part.encoding))
    if is_doubtful and any(len(c.encode()) != len(c.encode(part.encoding)) for c in words):
        for at in range(low, high):
            yield start + at - low, start + at - low + 1, part.byte(at), part.byte(at + 1)
    else:
        yield start, start + high - low, part.byte(low), part.byte(high)
