"""The whole stage in one call: the article's own day, and its time expressions."""

from musnad.lexicon import Hits
from musnad.model import Article, Published, TimeExpression, Units
from musnad.times.choose import chosen
from musnad.times.dateline import byline_day
from musnad.times.find import read_chart
from musnad.times.place import place
from musnad.times.reference import estimate


def read(
    article: Article, units: Units, hits: Hits, byline: tuple[Units, Hits] | None = None
) -> tuple[Published, tuple[TimeExpression, ...]]:
    """Return the day on which an article was published, as far as it can be known, and the expressions of its text.

    The byline is read only where the day is not known exactly.
    """
    edges = chosen(read_chart(units, hits))
    stated = article.published
    known = stated.value is not None and not stated.approximate
    printed = None if known or byline is None else byline_day(chosen(read_chart(*byline)))
    today = estimate(stated, edges, units, hits, printed)
    return today.published, place(edges, units, hits, today)
