"""Turn the inputs of a command into articles and rejections, in order, one at a time."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from musnad.errors import InputError
from musnad.ingest import Form, Given, form_of, read_bytes, records, whole
from musnad.model import Article, Rejection
from musnad.pipeline import Engine

BATCHES = frozenset({".jsonl", ".ndjson"})
STDIN = "-"
_CHUNK = 1 << 20  # bytes of an overlong line that are skipped at a time


def articles(sources: Sequence[str], given: Given, engine: Engine) -> Iterator[Article | Rejection]:
    """Yield an article or a rejection for every input: a text or page is one, each record of a batch is one.

    A batch is a file with the ending of one, or any input whose first line is a JSON object; it is read line by line,
    also from a pipe that is still being written.
    """
    for source in sources:
        try:
            with _opened(source) as file:
                yield from _input(file, source, given, engine)
        except OSError as error:
            yield Rejection(_label(source), "unreadable", error.strerror or str(error))


def _opened(source: str) -> AbstractContextManager[BinaryIO]:
    return nullcontext(sys.stdin.buffer) if source == STDIN else Path(source).open("rb")


def _label(source: str) -> str:
    """Return the id of an input that states none: the name of its file without the ending."""
    return STDIN if source == STDIN else Path(source).stem


def _input(file: BinaryIO, source: str, given: Given, engine: Engine) -> Iterator[Article | Rejection]:
    limit, lexicon = engine.settings.max_bytes, engine.lexicon
    first = file.readline(limit + 1)
    form = Form.LINES if Path(source).suffix.lower() in BATCHES else form_of(first)
    if form is Form.LINES:
        found = records(chain([first], _lines(file, limit)), lexicon, given=given, max_bytes=limit)
        yield from _never_nothing(found, source)
        return
    data = first + file.read(max(0, limit + 1 - len(first)))
    if form is Form.WHOLE:
        yield from _never_nothing(whole(data, lexicon, given=given, max_bytes=limit), source)
        return
    name = None if source == STDIN else Path(source).name
    named = Given(published=given.published, publisher=given.publisher, url=given.url, id=given.id or _label(source))
    try:
        yield read_bytes(data, lexicon, name=name, given=named, max_bytes=limit)
    except InputError as error:
        yield Rejection(named.id, error.reason, error.detail)


def _never_nothing(found: Iterator[Article | Rejection], source: str) -> Iterator[Article | Rejection]:
    """Yield what was found; a batch without a single record is a rejection, for nothing is dropped silently."""
    count = 0
    for item in found:
        count += 1
        yield item
    if not count:
        yield Rejection(_label(source), "empty", "a batch without a single record")


def _lines(file: BinaryIO, limit: int) -> Iterator[bytes]:
    """Yield the lines of a batch; of one that is too large only as much as shows that it is."""
    while line := file.readline(limit + 1):
        if len(line) > limit:
            rest = line
            while rest and not rest.endswith(b"\n"):
                rest = file.readline(_CHUNK)
        yield line
