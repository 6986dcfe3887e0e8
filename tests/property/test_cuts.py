"""Texts that break off anywhere are read: stretches of our articles, cut behind a word, with and without a comma."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import musnad
from musnad.evaluate.gold import GoldArticle, load

GOLD = load(Path(__file__).parents[1] / "gold" / "articles")
CORPORA = sorted((Path(__file__).parents[1] / "corpora").glob("*/*.toml"))
WINDOW = 30  # words before the cut
STEP = 9  # words from one cut to the next, so that all cuts come after a few articles


def stretches(text: str) -> Iterator[str]:
    words = text.split()
    for end in range(STEP, len(words), STEP):
        cut = " ".join(words[max(0, end - WINDOW) : end])
        yield cut
        yield f"{cut}،"


@pytest.mark.parametrize("article", GOLD, ids=[article.id for article in GOLD])
def test_a_text_that_breaks_off_is_read(article: GoldArticle) -> None:
    for text in stretches(article.text):
        assert musnad.read(text, published="2021-09-14").article.text == text


def sentences(path: Path) -> Iterator[str]:
    """Yield the texts of a file of sentences."""
    for cases in tomllib.loads(path.read_text("utf-8")).values():
        yield from (case["text"] for case in cases if isinstance(case, dict) and "text" in case)


@pytest.mark.parametrize("path", CORPORA, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_sentence_that_breaks_off_is_read(path: Path) -> None:
    for number, text in enumerate(sentences(path)):
        words = text.split()
        end = 2 + number % max(1, len(words) - 2)  # another place in each, the same in every run
        cut = " ".join(words[:end])
        assert musnad.read(cut, published="2021-09-14").article.text == cut


@pytest.mark.parametrize(
    "text",
    [
        "وبحسب البيانات",  # a paper and nothing behind it
        "وطبقا للقرار",
        "واستقبلت غانا خلال عامين أكثر من 70 ألف",  # a number without what it counts
        "كما أوضح رئيس مصلحة الزهور و",
        "وأهم التحولات – يقول الوزير سامي حداد –",  # an aside that nothing follows
        "والخطة جاهزة، بحسب نائب الرئيس الأول لتخطيط",
        "ويسعى المجلس، وفق ما جاء في الوثيقة التي نشرها",
        'الرسام النرويجي "منذر الدالي" يوضح أن الرصيف',  # who stands before a name in marks opens the text
        "ضرب رجال المزارع لاتهامه بالسرقة حسبما أوردته صحيفة",
    ],
)
def test_a_text_that_breaks_off_where_more_is_looked_for_is_read(text: str) -> None:
    assert musnad.read(text, published="2021-09-14").article.text == text
