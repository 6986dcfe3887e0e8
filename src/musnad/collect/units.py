"""Inputs cut into units of work: a line of records, a file, or an article that had to be made here.

A unit has a hash of its bytes and of what the caller said of them, by which it is known when it comes again: that costs
no reading. Files that were taken in whole are known by one hash, and not even opened as what they are.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, cast

from musnad.ingest import Given, inputs, records
from musnad.ingest.source import STDIN, Source
from musnad.ingest.stream import Stream
from musnad.lexicon import Lexicon
from musnad.model import Article, Rejection

_LARGEST_AT_ONCE = 8_000_000  # bytes of a file that a worker reads alone; larger ones are taken apart here
_HEAD = 4096  # bytes by which lines of records are known
_LINES = (".jsonl", ".ndjson")
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Unit:
    """Something to be read in one go.

    `data` are the bytes of a line (`line` is its number) or of a file (`path`); `made` is what was read here already.
    `position` counts the bytes of all sources up to the end of the unit. A unit without anything to read is a mark: all
    of the file whose hash is its `item` stood before it, or is known.
    """

    source: str
    item: bytes | None
    position: int
    data: bytes | None = field(default=None, repr=False)
    line: int | None = None
    path: Path | None = None
    made: Article | Rejection | None = None

    @property
    def is_mark(self) -> bool:
        """Say whether there is nothing to read."""
        return self.data is None and self.made is None


def size(sources: Sequence[str]) -> int | None:
    """Return how many bytes the sources hold, None where nobody knows (standard input)."""
    if STDIN in sources:
        return None
    return sum(path.stat().st_size for source in sources for path in inputs.files(source) if path.is_file())


@dataclass(frozen=True, slots=True)
class Cutter:
    """What cutting needs: how articles are made, what is open as standard input, and which files are known whole."""

    lexicon: Lexicon
    given: Given
    max_bytes: int
    is_known: Callable[[bytes], bool]
    stdin: BinaryIO | None = None


def units(sources: Sequence[str], cutter: Cutter) -> Iterator[Unit]:
    """Yield the units of all sources in order: files, folders, patterns, and `-` for standard input."""
    lexicon, given, max_bytes = cutter.lexicon, cutter.given, cutter.max_bytes
    position = 0
    for source in sources:
        if source == STDIN:
            if cutter.stdin is not None:
                yield from _opened(cutter.stdin, Source(lexicon, given, max_bytes), position)
            continue
        try:
            paths = inputs.files_to_read(source, max_bytes)
        except OSError as error:
            yield _bad(source, error, position)
            continue
        for path in paths:
            known = Source(lexicon, given, max_bytes, path)
            try:
                length = path.stat().st_size
                yield from _file(path, length, known, position, cutter.is_known)
                position += length
            except OSError as error:
                yield _bad(str(path), error, position)
        if not paths:
            yield Unit(source, None, position, made=Rejection(source, "unreadable", "no file there"))


def read_unit(unit: Unit, lexicon: Lexicon, given: Given, max_bytes: int) -> Iterator[Article | Rejection]:
    """Yield the articles and rejections of a unit."""
    if unit.made is not None:
        yield unit.made
    elif unit.data is None:
        return
    elif unit.line is not None:
        for item in records([unit.data], lexicon, given=given, max_bytes=max_bytes):
            if isinstance(item, Rejection):  # the reader of one line takes it for the first
                yield Rejection(item.id, item.reason, item.detail.replace("line 1:", f"line {unit.line}:", 1))
            else:
                yield item
    else:
        yield from inputs.read(BytesIO(unit.data), Source(lexicon, given, max_bytes, unit.path))


def _bad(source: str, error: OSError, position: int) -> Unit:
    return Unit(source, None, position, made=Rejection(source, "unreadable", error.strerror or str(error)))


def _file(path: Path, length: int, source: Source, position: int, is_known: Callable[[bytes], bool]) -> Iterator[Unit]:
    """Yield the units of one file: itself where it is small, else its parts and a mark behind them.

    Of a file that is known whole there is only the mark.
    """
    name = str(path)
    with path.open("rb") as file:
        head = Stream(file).head(_HEAD)
        file.seek(0)
        if length <= _LARGEST_AT_ONCE and not _is_lines(head, path.name):
            data = file.read()
            yield Unit(name, _hash(source.given, b"file", path.name.encode(), data), position + length, data, path=path)
            return
        whole = _hash_of_file(file, source.given, path.name)
        if not is_known(whole):
            file.seek(0)
            yield from _opened(file, source, position, name)
        yield Unit(name, whole, position + length)


def _opened(file: BinaryIO, source: Source, position: int, name: str = STDIN) -> Iterator[Unit]:
    """Yield the parts of an open input: lines where it holds lines of records, else articles that are made here."""
    stream = Stream(file)
    if not _is_lines(stream.head(_HEAD, line=True), source.file_name or ""):
        if file.seekable():
            file.seek(0)
        yield from _made(file if file.seekable() else stream, source, position, name)
        return
    count = 0
    for number, line in enumerate(stream.lines(source.max_bytes), 1):
        if line.strip():
            count += 1
            at = position + file.tell() if file.seekable() else position
            yield Unit(name, _hash(source.given, b"line", line), at, line, line=number)
    damage = stream.damage()
    if damage is not None:
        yield Unit(name, None, position, made=Rejection(source.label, "truncated", f"{damage}, behind {count} records"))
    elif not count:
        yield Unit(name, None, position, made=Rejection(source.label, "empty", "a batch without a single record"))


def _made(file: BinaryIO | Stream, source: Source, position: int, name: str) -> Iterator[Unit]:
    """Yield the articles of an input of another kind: they are made here, and read by the workers."""
    last = None
    for made in inputs.read(cast("BinaryIO", file), source):
        key = None
        item = made
        if isinstance(item, Article):
            found = item.retrieval
            if found is not None and found.raw_hash == last:  # entries of one feed: its bytes travel once
                item = replace(item, retrieval=replace(found, data=None))
            last = None if found is None else found.raw_hash
            told = [] if found is None else [found.raw_hash, found.retrieved_at or "", found.url or ""]
            parts = [item.version, item.url or "", item.publisher or "", *told]
            key = _hash(source.given, b"article", *(part.encode("utf-8", "surrogatepass") for part in parts))
        yield Unit(name, key, position + file.tell(), made=item)


def _is_lines(head: bytes, name: str) -> bool:
    """Say whether bytes begin as lines of records do, or their file is named so."""
    return name.lower().removesuffix(".gz").endswith(_LINES) or inputs.is_lines(head)


def _hash(given: Given, *parts: bytes) -> bytes:
    state = blake2b(digest_size=16)
    for text in (given.published, given.publisher, given.url, given.id):
        state.update(b"\x1f" + (text or "").encode("utf-8", "surrogatepass"))
    for part in parts:
        state.update(b"\x1f" + part)
    return state.digest()


def _hash_of_file(file: BinaryIO, given: Given, name: str) -> bytes:
    state = blake2b(digest_size=16)
    while data := file.read(_CHUNK):
        state.update(data)
    return _hash(given, b"whole", name.encode(), state.digest())
