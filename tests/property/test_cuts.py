"""Texts that break off anywhere are read: stretches of our articles, cut behind a word, with and without a comma."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import musnad
from musnad.evaluate.gold import GoldArticle, load

GOLD = load(Path(__file__).parents[1] / "gold" / "articles")
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
