"""Articles of our own, read, for the tests of the collection."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from musnad.model import Article, Published, Reading, Retrieval
from musnad.pipeline import default_engine, read
from musnad.text import cut

FIRST = """الوزير يلتقي نظيره البرتغالي

التقى وزير الخارجية المصري سامح الشاذلي، اليوم الثلاثاء، نظيره البرتغالي في القاهرة.
وقال الشاذلي إن المحادثات كانت «مثمرة وبناءة»، مضيفا أن الجانبين اتفقا على عقد قمة في لشبونة.
ونقلت وكالة رويترز عن الشاذلي قوله إن بلاده لن تنسحب من الاتفاق البحري.
"""
Make = Callable[..., Reading]


def made(text: str = FIRST, *, at: str | None = None, **fields: str) -> Reading:
    """Return the reading of a text, captured at a moment where one is given."""
    day = fields.pop("published", "2021-09-14")
    article = Article(text, cut(Article(text)).title, published=Published(day, "given", 1.0), **fields)  # type: ignore[arg-type]
    if at is not None:
        article = replace(article, retrieval=Retrieval.of(text.encode(), at, fields.get("url")))
    return read(article, default_engine())


@pytest.fixture
def make() -> Make:
    return made
