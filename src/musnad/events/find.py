"""Find the events of an article."""

from collections.abc import Sequence

from musnad.lexicon import Hits
from musnad.model import Cast, Event, Published, Statement, TimeExpression, Units


def find(
    units: Units,
    hits: Hits,
    cast: Cast,
    times: Sequence[TimeExpression],
    statements: Sequence[Statement],
    published: Published,
) -> tuple[Event, ...]:
    """Return the events in order of their triggers."""
    del units, hits, cast, times, statements, published
    return ()
