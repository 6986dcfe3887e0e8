"""The article's own day: kept where it is stated, corrected where it is approximate, estimated where it is missing."""

from datetime import date
from functools import cache

import pytest

from musnad import times
from musnad.lexicon import Hits, Lexicon, load, match
from musnad.model import Article, Published, Units
from musnad.text import cut

NONE = Published(None, "none")


@cache
def lexicon() -> Lexicon:
    return load()


def words(text: str) -> tuple[Units, Hits]:
    units = cut(Article(text))
    return units, match(units, lexicon())


def reference(text: str, published: Published) -> Published:
    return times.reference(Article(text, published=published), *words(text))


def crawled(day: str) -> Published:
    return Published(day, "metadata", approximate=True)


@pytest.mark.parametrize("text", ["وصل الوفد اليوم الثلاثاء", "وصل الوفد الخميس", "وصل الوفد إلى المدينة اليوم"])
def test_a_stated_day_stays(text: str) -> None:
    stated = Published("2021-09-14", "metadata")
    assert reference(text, stated) == stated


def test_a_stated_day_that_the_text_contradicts_stays_beside_the_day_that_fits() -> None:
    doubted = reference("وصل الوفد اليوم الاثنين", Published("2015-08-11", "metadata"))
    assert (doubted.value, doubted.basis) == ("2015-08-11", "metadata")
    assert [(c.value, c.basis) for c in doubted.candidates] == [("2015-08-10", "text")]
    assert "Tuesday" in doubted.candidates[0].reason


def test_one_day_word_that_fits_clears_a_stated_day() -> None:
    stated = Published("2021-09-14", "metadata")
    assert reference("وصل الوفد اليوم الثلاثاء بعد أن غادر أمس الأحد", stated) == stated


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("وصل الوفد اليوم الثلاثاء", "2021-09-14"),
        ("وصل الوفد أمس الاثنين", "2021-09-14"),
        ("وصل الوفد مساء اليوم الثلاثاء", "2021-09-14"),
        ("وصل الوفد اليوم الخميس", "2021-09-16"),
        ("وصل الوفد اليوم الأحد", "2021-09-16"),
        ("وصل الوفد الثلاثاء", "2021-09-16"),
    ],
)
def test_the_day_of_a_crawl_moves_back_to_the_day_that_the_text_fixes(text: str, day: str) -> None:
    assert str(reference(text, crawled("2021-09-16")).day) == day


def test_a_moved_day_keeps_what_was_stated_and_why() -> None:
    moved = reference("وصل الوفد اليوم الثلاثاء", crawled("2021-09-16"))
    assert moved.basis == "evidence"
    assert [candidate.value for candidate in moved.candidates] == ["2021-09-16"]


def test_an_undated_article_is_dated_by_a_day_word_with_its_date() -> None:
    assert reference("افتتح المعرض اليوم الثلاثاء 14 سبتمبر 2021", NONE).value == "2021-09-14"


def test_an_undated_article_gets_all_days_that_fit() -> None:
    found = reference("وصل الوفد اليوم الثلاثاء، وسيلتقي الوزير في 17 سبتمبر الجاري", NONE)
    days = [date.fromisoformat(candidate.value) for candidate in found.candidates]
    assert found.value is None
    assert date(2021, 9, 14) in days
    assert all(day.isoweekday() == 2 and day.month == 9 and day.day <= 17 for day in days)


def test_relative_expressions_of_an_undated_article_have_candidates_and_no_value() -> None:
    units, hits = words("وصل الوفد اليوم الثلاثاء، وسيلتقي الوزير في 17 سبتمبر الجاري")
    published, found = times.read(Article(units.text), units, hits)
    assert [e.value for e in found] == [None, None]
    assert "2021-09-14" in found[0].candidates
    assert "2021-09-17" in found[1].candidates
    assert published.value is None


def test_without_signs_an_undated_article_stays_undated() -> None:
    assert reference("وصل الوفد إلى المدينة", NONE) == NONE


@pytest.mark.parametrize("published", [NONE, crawled("2021-09-16"), Published("2021-09-14", "metadata")])
def test_reading_at_once_is_reading_step_by_step(published: Published) -> None:
    text = "وصل الوفد اليوم الثلاثاء، وسيلتقي الوزير في 17 سبتمبر الجاري بعد يومين"
    article = Article(text, published=published)
    units, hits = words(text)
    day = times.reference(article, units, hits)
    assert times.read(article, units, hits) == (day, times.find(units, hits, published=day))
