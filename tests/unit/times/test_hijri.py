"""Hijri dates at the ends of the library's range (1343 to 1500 AH) and outside it."""

import pytest

from musnad import times
from musnad.lexicon import match
from musnad.model import Article, Published
from musnad.pipeline import default_engine
from musnad.text import cut


def read(text: str) -> list[tuple[str, str | None]]:
    article = Article(text, published=Published("2021-09-14", "given"))
    units = cut(article)
    found = times.read(article, units, match(units, default_engine().lexicon))[1]
    return [(expression.span.of(text), expression.value) for expression in found]


@pytest.mark.parametrize(
    ("text", "value"),
    [("1 محرم 1343 هـ", "1924-08-01"), ("30 ذو الحجة 1500 هـ", "2077-11-16"), ("1 محرم 1443هـ", "2021-08-09")],
)
def test_dates_within_the_range_have_their_day(text: str, value: str) -> None:
    assert read(f"ورد ذكره في {text}") == [(text, value)]


@pytest.mark.parametrize("text", ["10 محرم 61 هـ", "1 محرم 1342 هـ", "1 محرم 1501 هـ", "عام 255 هـ", "عام 1342هـ"])
def test_dates_outside_the_range_stay_without_a_value(text: str) -> None:
    assert read(f"ورد ذكره في {text}") == [(text, None)]


def test_a_number_that_only_follows_a_day_is_no_year() -> None:
    assert read("زار الوفد المصنع في 17 صفر 30 مرة")[0][0] == "17 صفر"
