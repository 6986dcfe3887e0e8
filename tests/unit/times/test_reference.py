"""The article's own day: kept where it is stated, corrected where it is approximate, estimated where it is missing."""

from datetime import date

import pytest

from musnad import times
from musnad.lexicon import Hits, match
from musnad.model import Article, Published, PublishedCandidate, Units
from musnad.pipeline import default_engine
from musnad.text import cut

NONE = Published(None, "none")


def words(text: str) -> tuple[Units, Hits]:
    units = cut(Article(text))
    return units, match(units, default_engine().lexicon)


def reference(text: str, published: Published) -> Published:
    return times.read(Article(text, published=published), *words(text))[0]


def values(text: str, published: Published) -> list[str | None]:
    return [e.value for e in times.read(Article(text, published=published), *words(text))[1]]


def crawled(day: str) -> Published:
    return Published(day, "metadata", approximate=True)


@pytest.mark.parametrize("empty", ["0001-01-01", "0001-01-01T00:00:00", "9999-12-31"])
def test_what_programs_write_where_they_know_no_day_is_not_believed(empty: str) -> None:
    found = reference("وصل الوفد أمس الاثنين إلى المدينة", Published(empty, "metadata", 0.9))
    assert found.value is None
    assert PublishedCandidate(empty, "metadata", "no day of a publication") in found.candidates
    assert values("وصل الوفد أمس الاثنين", Published(empty, "metadata")) == [None]


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


def test_relative_expressions_count_from_the_day_that_the_text_fits_rather_than_from_the_stated_one() -> None:
    text = "وصل الوفد اليوم الاثنين بعد أن غادر المدينة أمس"
    assert values(text, Published("2015-08-11", "metadata")) == ["2015-08-10", "2015-08-09"]


def test_expressions_of_a_doubted_day_name_what_they_count_from() -> None:
    text = "وصل الوفد اليوم الاثنين"
    article = Article(text, published=Published("2015-08-11T07:30:00", "metadata"))
    assert times.read(article, *words(text))[1][0].anchor == "2015-08-10"


def test_nothing_is_written_after_it_was_published() -> None:
    text = "يبدأ المعرض اليوم الخميس وقد وصل الوفد أمس"
    article = Article(text, published=Published("2021-09-15T09:00:00", "metadata"))
    published, found = times.read(article, *words(text))
    assert [c.value for c in published.candidates] == ["2021-09-16"]
    assert found[1].value == "2021-09-14"


def test_late_in_the_evening_it_may_be_the_next_day_where_the_text_was_written() -> None:
    text = "وصل الوفد فجر اليوم الخميس وكان قد غادر المدينة أمس"
    assert values(text, Published("2021-09-15T22:30:00+00:00", "metadata"))[1] == "2021-09-15"


def test_a_doubted_day_is_less_sure() -> None:
    stated = Published("2015-08-11", "metadata", 0.95)
    assert reference("وصل الوفد اليوم الاثنين", stated).confidence < reference("وصل الوفد اليوم", stated).confidence


def test_a_morning_paper_tells_of_yesterday() -> None:
    stated = Published("2021-09-14T05:00:00+03:00", "metadata")
    text = "وصل الوفد أمس الاثنين إلى المدينة والتقى مساء أمس رئيس البلدية"
    assert values(text, stated) == ["2021-09-13", "2021-09-13TEV"]
    assert reference(text, stated) == stated


@pytest.mark.parametrize("text", ["وصل الوفد أمس", "وصل الوفد اليوم الثلاثاء، وسيلتقي الوزير في 17 سبتمبر الجاري"])
def test_a_change_and_a_capture_are_kept_but_date_nothing(text: str) -> None:
    seen = (
        PublishedCandidate("2019-03-05T10:00:00", "metadata", "updated: dateModified"),
        PublishedCandidate("2019-03-06T10:00:00", "evidence", "captured then, so published by then"),
    )
    article = Article(text, published=Published(candidates=seen))
    published, found = times.read(article, *words(text))
    assert published.candidates[-2:] == seen
    assert all("2019-03-04" not in e.candidates and "2019-03-05" not in e.candidates for e in found)


def test_a_day_word_with_its_date_speaks_against_a_stated_day() -> None:
    doubted = reference("وصل الوفد اليوم الاثنين 10 أغسطس 2015", Published("2015-08-11", "metadata"))
    assert [c.value for c in doubted.candidates] == ["2015-08-10"]


def test_a_wrong_weekday_beside_a_date_is_a_misprint() -> None:
    stated = Published("2015-08-11", "metadata")
    assert reference("وصل الوفد اليوم الاثنين 11 أغسطس 2015", stated) == stated


@pytest.mark.parametrize(
    ("byline", "day"),
    [
        ("طنجة - سلمى بناني | 4 أغسطس 2015", "2015-08-04"),
        ("أغسطس 4, 2015, 5:30 م", "2015-08-04"),
        ("الرياض 19 شوال 1436هـ", "2015-08-04"),
        ("سلمى بناني", None),
        ("سلمى بناني 4 أغسطس", None),
    ],
)
def test_the_byline_of_an_undated_article_may_state_its_day(byline: str, day: str | None) -> None:
    text = "وصل الوفد أمس إلى المدينة"
    published, found = times.read(Article(text, byline=byline), *words(text), words(byline))
    assert published.value == day
    assert published.basis == ("none" if day is None else "metadata")
    assert found[0].value == (None if day is None else "2015-08-03")


def test_the_byline_corrects_the_day_of_a_crawl_and_no_exact_one() -> None:
    text, byline = "وصل الوفد إلى المدينة", words("سلمى بناني | 4 أغسطس 2015")
    crawled = Published("2015-08-06", "given", 1.0, approximate=True)
    assert times.read(Article(text, published=crawled), *words(text), byline)[0].value == "2015-08-04"
    exact = Published("2015-08-06", "given", 1.0)
    assert times.read(Article(text, published=exact), *words(text), byline)[0].value == "2015-08-06"
