"""The whole stage in one call: the article's own day, and its time expressions."""

from musnad.lexicon import Hits
from musnad.model import Article, Published, TimeExpression, Units
from musnad.times.choose import chosen
from musnad.times.find import read_chart
from musnad.times.place import place
from musnad.times.reference import estimate


def read(article: Article, units: Units, hits: Hits) -> tuple[Published, tuple[TimeExpression, ...]]:
    """Return the day on which an article was published, as far as it can be known, and the expressions of its text."""
    edges = chosen(read_chart(units, hits))
    today = estimate(article.published, edges, units, hits)
    return today.published, place(edges, units, hits, today)
