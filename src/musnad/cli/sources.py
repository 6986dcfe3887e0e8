"""Turn the inputs of a command into articles and rejections, in order, one at a time."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from musnad.errors import InputError
from musnad.ingest import Given, read_bytes, records
from musnad.model import Article, Rejection
from musnad.pipeline import Engine

BATCHES = frozenset({".jsonl", ".ndjson"})
STDIN = "-"


def articles(sources: Sequence[str], given: Given, engine: Engine) -> Iterator[Article | Rejection]:
    """Yield an article or a rejection for every input: a file is one, each line of a JSONL file is one."""
    for source in sources:
        path = Path(source)
        if path.suffix.lower() in BATCHES:
            yield from _batch(path, given, engine)
        else:
            yield _single(source, given, engine)


def _batch(path: Path, given: Given, engine: Engine) -> Iterator[Article | Rejection]:
    try:
        with path.open("rb") as lines:
            yield from records(lines, engine.lexicon, given=given, max_bytes=engine.settings.max_bytes)
    except OSError as error:
        yield Rejection(str(path), "unreadable", error.strerror or str(error))


def _single(source: str, given: Given, engine: Engine) -> Article | Rejection:
    limit = engine.settings.max_bytes
    name = None if source == STDIN else Path(source).name
    label = given.id or (STDIN if name is None else Path(name).stem)
    try:
        if name is None:
            data = sys.stdin.buffer.read(limit + 1)
        else:
            with Path(source).open("rb") as file:
                data = file.read(limit + 1)
        named = Given(published=given.published, publisher=given.publisher, url=given.url, id=label)
        return read_bytes(data, engine.lexicon, name=name, given=named, max_bytes=limit)
    except OSError as error:
        return Rejection(label, "unreadable", error.strerror or str(error))
    except InputError as error:
        return Rejection(label, error.reason, error.detail)
