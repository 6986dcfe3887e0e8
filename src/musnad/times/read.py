"""The whole stage in one call, so that the rules run once: the article's own day, and its time expressions."""

from musnad.lexicon import Hits
from musnad.model import Article, Published, TimeExpression, Units
from musnad.times.find import chosen, place, read_chart
from musnad.times.reference import estimate


def read(article: Article, units: Units, hits: Hits) -> tuple[Published, tuple[TimeExpression, ...]]:
    """Return what `reference` says of an article, and what `find` finds against it."""
    edges = chosen(read_chart(units, hits))
    published = estimate(article.published, edges, units, hits)
    return published, place(edges, units, hits, published=published)
