"""What `import musnad` offers to programs."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from musnad.ingest import Given, read_bytes, read_text
from musnad.model import Article, Reading
from musnad.pipeline import Engine, default_engine
from musnad.pipeline import read as read_article

if TYPE_CHECKING:
    from musnad.claims import Corroborated, Rules
    from musnad.query import Collection


def read(
    source: str | bytes,
    *,
    published: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    engine: Engine | None = None,
) -> Reading:
    """Read one article: its text (title, blank line, body), or the HTML of its page, as a string or as raw bytes.

    `published` is an ISO 8601 date or date-time and wins over what the page says, as do `publisher` and `url`.
    Without an `engine`, the one of this process is used. All spans of the reading point into `reading.article.text`.

    Raises `musnad.errors.InputError` where the input holds no readable Arabic article, and `ValueError` where
    `published` is no ISO date.
    """
    chosen = engine if engine is not None else default_engine()
    given = Given(published=published, publisher=publisher, url=url)
    if isinstance(source, bytes):
        article = read_bytes(source, chosen.lexicon, given=given, max_bytes=chosen.settings.max_bytes)
    else:
        article = read_text(source, chosen.lexicon, given=given, max_bytes=chosen.settings.max_bytes)
    return read_article(article, chosen)


def open(path: str | Path) -> "Collection":  # noqa: A001 - what it does, to a collection
    """Open a collection that `musnad ingest` made, to ask it what `musnad find` asks.

    >>> with open("news.db") as collection:  # doctest: +SKIP
    ...     page = collection.find(Question("statements", speaker="رئيس الوزراء", since="2021-03-01"))

    Raises `musnad.errors.MusnadError` where there is none.
    """
    from musnad.query import Collection  # noqa: PLC0415 - whoever only reads articles does not wait for the database

    return Collection(path)


def corroborate(
    articles: Iterable[Article], *, rules: "Rules | None" = None, engine: Engine | None = None
) -> "Corroborated":
    """Return the stories of some articles, the texts that several carry, and what stands behind their claims.

    `rules` are the rules of dependence that hold (`musnad.claims.Rules.without` leaves some out), by default all.
    A collection on disk is asked with `open`: `stories`, `account`, `trace` and `sources`.
    """
    from musnad.claims import Rules, corroborated  # noqa: PLC0415 - whoever only reads articles does not wait for it

    return corroborated(articles, engine=engine, rules=Rules() if rules is None else rules)
