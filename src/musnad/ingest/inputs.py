"""Whatever is named on the command line: files, folders and patterns, each input read by the reader that fits it.

`KINDS` is the table of readers. An input is known by its first bytes where they are a sign, else by the ending of its
name, else it is one text or page.
"""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from glob import glob, has_magic
from pathlib import Path
from typing import BinaryIO

from musnad.errors import InputError
from musnad.ingest import feeds, parquet, tables, telegram, warc
from musnad.ingest.comments import COMMENTS
from musnad.ingest.gate import may_be_arabic
from musnad.ingest.given import Given
from musnad.ingest.records import Form, form_of, records, whole
from musnad.ingest.single import MAX_BYTES, read_bytes
from musnad.ingest.source import Source
from musnad.ingest.stream import Stream
from musnad.lexicon import Lexicon
from musnad.model import Article, Rejection

Reader = Callable[[Stream, Source], Iterator[Article | Rejection]]

_HEAD = 4096  # bytes by which an input is known; a page of so few is parsed in no time
_ZIPPED = ".gz"
_FEEDS = (".xml", ".rss", ".atom")
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?" + COMMENTS.encode() + rb"<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_MARK_UP = re.compile(rb"(?:\xef\xbb\xbf)?\s*<")


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of input: its name, the endings of its files, the sign in its first bytes, and its reader."""

    name: str
    endings: tuple[str, ...]
    is_sign: Callable[[bytes], bool]
    read: Reader


def articles(
    name: str, lexicon: Lexicon, *, given: Given | None = None, max_bytes: int = MAX_BYTES
) -> Iterator[Article | Rejection]:
    """Yield the articles and rejections of a file, of all files in a folder, or of all that fit a pattern.

    Folders are read with their folders, in the order of their names; names that begin with a dot are passed over.
    Whatever is wrong with an input is a rejection; there is at least one item.
    """
    known = given or Given()
    try:
        paths = files_to_read(name, max_bytes)
    except OSError as error:  # a folder that may not be looked into
        yield _unreadable(Source(lexicon, known, max_bytes, Path(name)), error)
        return
    for path in paths:
        source = Source(lexicon, known, max_bytes, path)
        try:
            with path.open("rb") as file:
                yield from read(file, source)
        except OSError as error:
            yield _unreadable(source, error)
    if not paths:
        yield Rejection(name, "unreadable", "no file there")


def read(file: BinaryIO, source: Source) -> Iterator[Article | Rejection]:
    """Yield the articles and rejections of one open input, at least one; it may be a pipe that is still written to."""
    stream = Stream(file)
    try:
        yield from _kind(stream, source).read(stream, source)
    except OSError:
        raise
    except Exception as error:  # noqa: BLE001 - one input must not end a batch; the reason is kept and counted
        yield Rejection.of_defect(source.label, error)


def _unreadable(source: Source, error: OSError) -> Rejection:
    return Rejection(source.label, "unreadable", error.strerror or str(error))


def files(name: str) -> Iterator[Path]:
    """Yield the files that a name stands for, in the order of their paths; a plain name is yielded as it is."""
    path = Path(name)
    if path.is_dir():
        yield from _inside(path)
    elif has_magic(name) and not path.exists():
        for match in sorted(map(Path, glob(name, recursive=True))):  # noqa: PTH207 - Path.glob takes no absolute pattern
            if not match.is_dir():
                yield match
            elif "**" not in name:
                yield from _inside(match)
    else:
        yield path


def files_to_read(name: str, max_bytes: int) -> list[Path]:
    """Return the same files without the saved pages that a feed among them reads itself: no page is read twice.

    Raises `OSError` for a folder that may not be looked into.
    """
    paths = list(files(name))
    used: set[Path] = set()
    for path in paths if len(paths) > 1 else []:
        if path.suffix.lower() in _FEEDS:
            with suppress(OSError):  # it is rejected when its turn comes
                used |= feeds.pages_beside(path, max_bytes)
    return [path for path in paths if path.resolve() not in used] if used else paths


def _inside(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder, and a folder that cannot be opened.

    Links to folders are not followed, for they may lead round in circles; pipes and devices are passed over.
    """
    closed: list[Path] = []
    found: list[Path] = []
    for root, folders, names in os.walk(folder, onerror=lambda error: closed.append(Path(error.filename))):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(root, name) for name in names if not name.startswith(".")]
    yield from sorted(closed + [path for path in found if not _is_device(path)])


def _is_device(path: Path) -> bool:
    """Say whether reading a path might never end; what is unknown is tried, and rejected if it cannot be opened."""
    try:
        return path.exists() and not path.is_file()
    except OSError:
        return False


def _kind(stream: Stream, source: Source) -> Kind:
    """Return what kind of input it is. JSON lines show it in the first one: of a pipe no more is awaited."""
    name = (source.file_name or "").lower().removesuffix(_ZIPPED)
    named = next((kind for kind in KINDS if kind.endings and name.endswith(kind.endings)), None)
    head = stream.head(_HEAD, line=True)
    if named is _LINES or (named is None and is_lines(head)):
        return _LINES
    head = stream.head(_HEAD)
    signed = next((kind for kind in KINDS if kind.is_sign(head)), None)
    return signed or named or _SINGLE


def is_lines(head: bytes) -> bool:
    """Say whether the first bytes of an input are those of lines of records."""
    return form_of(head) is Form.LINES and not telegram.is_telegram(head)


def _lines(stream: Stream, source: Source) -> Iterator[Article | Rejection]:
    found = records(stream.lines(source.max_bytes), source.lexicon, given=source.given, max_bytes=source.max_bytes)
    yield from _never_nothing(found, stream, source)


def _whole(stream: Stream, source: Source) -> Iterator[Article | Rejection]:
    data = stream.whole(source.max_bytes)
    found = whole(data, source.lexicon, given=source.given, max_bytes=source.max_bytes)
    yield from _never_nothing(found, stream, source)


def _never_nothing(
    found: Iterator[Article | Rejection], stream: Stream, source: Source
) -> Iterator[Article | Rejection]:
    """Yield what was found; a batch without a single record is a rejection, and one whose zipped data is cut."""
    count = 0
    for item in found:
        count += 1
        yield item
    damage = stream.damage()
    if damage is not None:
        yield Rejection(source.label, "truncated", f"{damage}, behind {count} records")
    elif not count:
        yield Rejection(source.label, "empty", "a batch without a single record")


def _single(stream: Stream, source: Source) -> Iterator[Article | Rejection]:
    """Yield the one article of a text or page, or its rejection; a page is not parsed if its bytes are not Arabic."""
    data = stream.whole(source.max_bytes)
    damage = stream.damage()
    if damage is not None:
        yield Rejection(source.label, "truncated", damage)
    elif _HEAD < len(data) <= source.max_bytes and _MARK_UP.match(data[:_HEAD]) and not may_be_arabic(data):
        yield Rejection(source.label, "not-arabic", "by its bytes")
    else:
        name = source.file_name and source.file_name.lower().removesuffix(_ZIPPED)
        known = source.known(id=source.label)
        try:
            yield read_bytes(data, source.lexicon, name=name, given=known, max_bytes=source.max_bytes)
        except InputError as error:
            yield Rejection(source.label, error.reason, error.detail)


def _no_sign(_: bytes) -> bool:
    return False


def _is_whole(head: bytes) -> bool:
    return form_of(head) is Form.WHOLE


_LINES = Kind("JSON lines", (".jsonl", ".ndjson"), _no_sign, _lines)
_SINGLE = Kind("text or page", (), _no_sign, _single)
KINDS: tuple[Kind, ...] = (
    Kind("WARC or WET", (".warc", ".wet"), lambda head: head.startswith(warc.SIGN), warc.warc),
    Kind("Parquet", (".parquet", ".pq"), lambda head: head.startswith(parquet.SIGN), parquet.parquet),
    Kind("page", (".html", ".htm", ".xhtml"), lambda head: _PAGE.match(head) is not None, _single),
    Kind("feed", (".rss", ".atom"), feeds.is_feed, feeds.feed),
    Kind("Telegram", (), telegram.is_telegram, telegram.telegram),
    _LINES,
    Kind("JSON", (), _is_whole, _whole),
    Kind("table", (".csv", ".tsv"), _no_sign, tables.table),
)
