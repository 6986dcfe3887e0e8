"""A small collection with known contents, read by the pipeline itself."""

from dataclasses import replace
from pathlib import Path

import pytest

from musnad.model import Article, Published, Retrieval
from musnad.pipeline import default_engine, read
from musnad.query import Collection
from musnad.store import Raw, Writer, pack
from musnad.text import cut

MEETING = """محادثات في القاهرة

التقى وزير الخارجية المصري سامح الشاذلي، اليوم الثلاثاء، نظيره البرتغالي في القاهرة.
وقال الشاذلي إن المحادثات كانت «مثمرة وبناءة»، مضيفا أن الجانبين اتفقا على عقد قمة في لشبونة.
"""
DENIAL = """طهران (رويترز) - نفى وزير النفط الإيراني كاظم نجفي وجود أزمة في الوقود.
وقال نجفي إن الإمدادات «كافية تماما».
"""
CALL = (
    "بحث الوزير سامح الشاذلي مع كاظم نجفي، في اتصال هاتفي أمس، أزمة الوقود في بيروت.\nوقال الشاذلي إن الأزمة عابرة.\n"
)


def captured(text: str, url: str, publisher: str, day: str, at: str) -> Article:
    """Return an article that was fetched at a moment."""
    published = Published(day, "given", 1.0)
    article = Article(text, cut(Article(text)).title, url=url, publisher=publisher, published=published)
    return replace(article, retrieval=Retrieval.of(text.encode(), at, url))


ARTICLES = (
    captured(MEETING, "https://port.example/1", "صحيفة الميناء", "2021-09-14", "2021-09-14T10:00:00+00:00"),
    captured(DENIAL, "https://coast.example/2", "جريدة الساحل", "2021-09-15", "2021-09-15T08:00:00+00:00"),
    captured(CALL, "https://port.example/3", "صحيفة الميناء", "2021-09-16", "2021-09-16T12:00:00+00:00"),
)


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "news.db"
    with Writer(path) as writer:
        for article in ARTICLES:
            writer.add(pack(read(article, default_engine())))
            assert article.retrieval is not None
            writer.keep(Raw.of(article.retrieval.raw_hash, article.text.encode()))
    return path


@pytest.fixture
def collection(db: Path) -> Collection:
    return Collection(db)
