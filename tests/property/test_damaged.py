"""Articles cut anywhere are read: what is damaged costs words, never the reading."""

import json
from pathlib import Path
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from musnad.evaluate.sound import flaws
from musnad.model import Article
from musnad.pipeline import default_engine, read

GOLD = Path(__file__).parents[1] / "gold" / "articles"
TEXTS = [json.loads(path.read_text("utf-8"))["text"] for path in sorted(GOLD.glob("*.json"))]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(TEXTS), st.data())
def test_an_article_may_begin_and_end_anywhere(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, min(len(text), start + 400)))
    piece = text[start:end]
    reading = read(Article(piece), default_engine())
    assert flaws(reading) == []


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(TEXTS), st.randoms(use_true_random=False))
def test_words_in_any_order_are_read(text: str, random: Random) -> None:
    words = text.split()[:80]
    random.shuffle(words)
    piece = " ".join(words)
    reading = read(Article(piece), default_engine())
    assert reading.article.text == piece
    assert flaws(reading) == []
