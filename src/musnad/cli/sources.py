"""Turn the inputs of a command into articles and rejections, in order, one at a time."""

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime

from musnad.ingest import Given, inputs
from musnad.ingest.source import STDIN, Source
from musnad.model import Article, Rejection
from musnad.pipeline import Engine

_Fetch = Callable[[str, Given], Iterator[Article | Rejection]]


def is_address(source: str) -> bool:
    """Say whether an input is an address on the net."""
    return source.lower().startswith(("http://", "https://"))


def articles(
    sources: Sequence[str], given: Given, engine: Engine, *, fetch: bool = False
) -> Iterator[Article | Rejection]:
    """Yield an article or a rejection for every input: files, folders, patterns, `-`, and with `fetch` addresses."""
    limit = engine.settings.max_bytes
    fetched = _fetching(engine) if fetch else None
    for source in sources:
        if source == STDIN:
            yield from inputs.read(sys.stdin.buffer, Source(engine.lexicon, given, limit))
        elif not is_address(source):
            yield from inputs.articles(source, engine.lexicon, given=given, max_bytes=limit)
        elif fetched is None:
            yield Rejection(source, "not-fetched", "an address; it is fetched only with --fetch")
        else:
            yield from fetched(source, given)


def _fetching(engine: Engine) -> _Fetch:
    from musnad.ingest.fetch import Fetcher, Manners, fetched  # noqa: PLC0415 - what the net needs loads only for it

    settings = engine.settings
    manners = Manners(max_bytes=settings.max_bytes, allowed=frozenset(settings.allowed_hosts))
    now = lambda: datetime.now(UTC)  # noqa: E731, TID251 - when a page was fetched is a fact, and read nowhere else
    fetcher = Fetcher(time.monotonic, time.sleep, manners=manners, now=now)
    return lambda url, given: fetched(url, engine.lexicon, fetcher, given=given)
