"""The bytes of an input: unzipped where they are zipped, with a look at the first ones before they are read.

Both usual readers of zipped archives end silently where the file was cut; here `damage` says so.
"""

import io
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

GZIP = b"\x1f\x8b"
_MEMBER = b"\x1f\x8b\x08"
_GZIP_ONLY = 31  # window bits of zlib for the gzip format and no other
_CHUNK = 1 << 16  # bytes
_MOST_AT_ONCE = 1 << 20  # bytes


class _Gunzip:
    """The bytes in the members of a gzip file, one after the other, never more than asked for at a time."""

    def __init__(self, file: BinaryIO, head: bytes) -> None:
        self._file, self._waiting = file, head
        self._past = b""  # what was taken of this member, its last part only
        self._member = zlib.decompressobj(_GZIP_ONLY)
        self._inside = False
        self.damage: str | None = None

    def read(self, size: int) -> bytes:
        """Return up to `size` bytes, none at the end or at a damage."""
        while self.damage is None:
            ended = not self._waiting and not self._fill()
            if not self._inside:
                self._waiting = self._waiting.lstrip(b"\0")  # members may be padded
                if ended:
                    return b""
                if not self._waiting:
                    continue
                self._member, self._inside, self._past = zlib.decompressobj(_GZIP_ONLY), True, b""
            try:
                data = self._member.decompress(self._waiting, size)
            except zlib.error as error:
                self.damage = f"damaged gzip data: {error}"
                return b""
            done = self._member.eof
            rest = self._member.unused_data if done else self._member.unconsumed_tail
            self._past = (self._past + self._waiting[: len(self._waiting) - len(rest)])[-_CHUNK:]
            self._waiting = rest
            self._inside = not done
            if data:
                return data
            if ended and not done:
                self.damage = "the file ends inside of gzip data"
        return b""

    def resume(self) -> bool:
        """Go on with the next member behind a damage; False if there is none.

        It may begin in what was taken already: a member that was cut is noticed only some way into the next one.
        """
        self.damage = None
        self._inside = False
        rest = (self._past + self._waiting)[1:]
        while (at := rest.find(_MEMBER)) < 0:
            more = self._file.read(_CHUNK)
            if not more:
                self._waiting = b""
                return False
            rest = rest[-len(_MEMBER) + 1 :] + more
        self._waiting = rest[at:]
        return True

    def _fill(self) -> bool:
        self._waiting = self._file.read(_CHUNK)
        return bool(self._waiting)


class Stream(io.RawIOBase):
    """A binary file to be read once, forwards. `head` looks at its beginning without taking it."""

    def __init__(self, file: BinaryIO) -> None:
        """Look whether the bytes are zipped; of a pipe no more than its first line is awaited for that."""
        super().__init__()
        self._file = file
        first = file.readline(_CHUNK)
        self._gunzip = _Gunzip(file, first) if first.startswith(GZIP) else None
        self._head = b"" if self._gunzip else first
        self._at = 0

    def head(self, size: int, *, line: bool = False) -> bytes:
        """Return the first bytes, `size` of them if there are so many; with `line` it may be the first line alone."""
        while len(self._head) < size and not (line and b"\n" in self._head):
            more = self._more(size - len(self._head))
            if not more:
                break
            self._head += more
        return self._head[:size]

    def readable(self) -> bool:
        """Return True."""
        return True

    def tell(self) -> int:
        """Return how many bytes were read."""
        return self._at

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        """Fill a buffer with the next bytes; 0 is the end, or a damage."""
        view = memoryview(buffer).cast("B")
        data = self._take(len(view))
        view[: len(data)] = data
        return len(data)

    def damage(self) -> str | None:
        """Return why the bytes ended early, None if they did not."""
        return None if self._gunzip is None else self._gunzip.damage

    def resume(self) -> bool:
        """Go on behind a damage where that is possible; the bytes go on with the next zipped record."""
        return self._gunzip is not None and self._gunzip.damage is not None and self._gunzip.resume()

    def whole(self, limit: int) -> bytes:
        """Return all bytes, at most `limit` and one, which shows that there are too many."""
        found = bytearray()
        while len(found) <= limit and (data := self._take(min(_MOST_AT_ONCE, limit + 1 - len(found)))):
            found += data
        return bytes(found)

    def lines(self, limit: int) -> Iterator[bytes]:
        """Yield the lines; of one that is longer than `limit` only as much as shows that it is."""
        file = io.BufferedReader(self, _CHUNK)
        while line := file.readline(limit + 1):
            if len(line) > limit:
                rest = line
                while rest and not rest.endswith(b"\n"):
                    rest = file.readline(_CHUNK)
            yield line

    def _take(self, size: int) -> bytes:
        if self._head:
            data, self._head = self._head[:size], self._head[size:]
        else:
            data = self._more(size)
        self._at += len(data)
        return data

    def _more(self, size: int) -> bytes:
        if self._gunzip is not None:
            return self._gunzip.read(size)
        read = getattr(self._file, "read1", self._file.read)  # of a pipe what is there, without waiting for more
        data: bytes = read(size)
        return data
