"""Find the events of an article."""

from collections.abc import Sequence

from musnad.lexicon import Hits
from musnad.model import Article, Cast, Event, Published, Statement, TimeExpression, Units


def find(  # noqa: PLR0913 - the records of every stage before it
    article: Article,
    units: Units,
    hits: Hits,
    cast: Cast,
    times: Sequence[TimeExpression],
    statements: Sequence[Statement],
    published: Published,
) -> tuple[Event, ...]:
    """Return the events in order of their triggers."""
    del article, units, hits, cast, times, statements, published
    return ()
