"""Find the statements of an article."""

from collections.abc import Sequence

from musnad.lexicon import Hits
from musnad.model import Cast, Published, Statement, TimeExpression, Units


def find(
    units: Units, hits: Hits, cast: Cast, times: Sequence[TimeExpression], published: Published
) -> tuple[Statement, ...]:
    """Return the statements in order of their cues."""
    del units, hits, cast, times, published
    return ()
