"""Days on which an undated article may have been written, by the evidence of the text."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from musnad import times
from musnad.ingest.captured import captured
from musnad.lexicon import Lexicon, load, match
from musnad.model import Article, Published, Span
from musnad.text import cut


@cache
def lexicon() -> Lexicon:
    return load([Path(__file__).parent / "knowledge"])  # terms of invented holders


def undated(text: str, title: str = "") -> Published:
    whole = f"{title}\n\n{text}" if title else text
    article = Article(whole, title_span=Span(0, len(title)) if title else None)
    units = cut(article)
    return times.read(article, units, match(units, lexicon()))[0]


def days(text: str) -> list[str]:
    return [candidate.value for candidate in undated(text).candidates]


def fits(text: str, day: str) -> bool:
    wanted = date.fromisoformat(day)
    ends = [value.split("/") for value in days(text)]
    return any(date.fromisoformat(end[0]) <= wanted <= date.fromisoformat(end[-1]) for end in ends)


@pytest.mark.parametrize(
    "text",
    [
        "استقبل الرئيس الإيراني بهرام دلشادي وفدا",
        "استقبل الرئيس الإيراني، بهرام دلشادي، وفدا",
        "استقبل رئيس جمهورية إيران الإسلامية، السيد بهرام دلشادي وفدا",
        "استقبل بهرام دلشادي، الرئيس الإيراني، وفدا",
        "استقبل الرئيس الإيراني بهرام دلشادي ووزير الخارجية التركي سليم ألطنجي وفدا",
    ],
)
def test_a_holder_of_office_places_the_text_in_his_term(text: str) -> None:
    assert fits(text, "2022-05-05")
    assert not fits(text, "2020-05-05")
    assert not fits(text, "2025-05-05")


@pytest.mark.parametrize(
    "text",
    [
        "استقبل بهرام دلشادي وفدا",
        "استقبل نجل الرئيس وفدا ثم ألقى بهرام دلشادي كلمة",
        "قال رئيس البلدية إن بهرام دلشادي غادر",
        "قال الرئيس العراقي بهرام دلشادي إن الوفد غادر",
        "قال الرئيس الإيراني السابق بهرام دلشادي إن الوفد غادر",
        "في عهد الرئيس الإيراني بهرام دلشادي غادر الوفد",
        "قال الرئيس الإيراني المنتخب بهرام دلشادي إن الوفد غادر",
        "غادر نائب الرئيس الإيراني بهرام دلشادي",
    ],
)
def test_a_name_without_its_office_in_force_bounds_nothing(text: str) -> None:
    assert days(text) == []


def test_several_holders_narrow_the_days() -> None:
    text = "التقى الرئيس الأميركي هنري والكوت رئيس الوزراء البريطاني ألفرد هيثرو"
    assert fits(text, "2009-06-01")
    assert not fits(text, "2011-06-01")


def test_a_former_holder_only_sets_the_first_day() -> None:
    text = (
        "التقى وزير الخارجية الروسي إيفان بيتروفسكي رئيس الوزراء البريطاني مارغريت هيثرو "
        "والرئيس الأميركي السابق هنري والكوت"
    )
    assert fits(text, "2018-06-01")
    assert not fits(text, "2016-10-01")


def test_history_further_down_does_not_bound() -> None:
    text = "افتتح المعرض. " + "وصل الزوار تباعا إلى القاعة الكبيرة. " * 12 + "وكان الرئيس الأميركي هنري والكوت قد زاره."
    assert days(text) == []


def test_a_king_in_the_name_of_a_place_does_not_bound() -> None:
    assert days("افتتح المعرض في مدينة الملك ناصر بن يعرب الرياضية") == []


def test_a_known_event_sets_the_first_day() -> None:
    text = "التقى الرئيس التركي كمال ألطنجي الرئيس الإيراني فرهاد دلشادي لبحث جائحة كورونا"
    assert fits(text, "2020-06-01")
    assert not fits(text, "2018-06-01")


def test_a_day_word_with_a_date_without_year_leaves_the_years_that_fit() -> None:
    found = days("وصل الوفد أمس الاثنين 13 سبتمبر")
    assert "2021-09-14" in found
    assert all(date.fromisoformat(day).isoweekday() == 2 and day[5:] == "09-14" for day in found)


def test_a_day_word_counts_back_to_the_day_of_the_text() -> None:
    assert undated("وصل الوفد أمس الاثنين 13 سبتمبر 2021").value == "2021-09-14"


def test_a_date_whose_weekday_is_wrong_is_not_believed() -> None:
    assert undated("وصل الوفد اليوم الثلاثاء 13 سبتمبر 2021").value is None


def test_the_present_year_with_its_number_bounds() -> None:
    assert days("وصل الوفد للمرة الأولى في العام الجاري 2015") == ["2015-01-01/2015-12-31"]


def test_a_present_year_beyond_what_the_terms_know_is_offered_all_the_same() -> None:
    assert days("وصل الوفد للمرة الأولى في العام الجاري 2031") == ["2031-01-01/2031-12-31"]


def test_a_term_that_goes_on_ends_behind_what_is_known() -> None:
    found = days("استقبل الرئيس التركي كمال ألطنجي وفدا اليوم الثلاثاء 14 سبتمبر")
    assert found == ["2021-09-14", "2027-09-14"]


def test_a_capture_ends_the_days_on_which_a_page_may_have_been_written() -> None:
    text = "استقبل الرئيس التركي كمال ألطنجي وفدا"
    for moment, last in (("2019-03-01T10:00:00+00:00", "2019-03-02"), ("2034-03-01T10:00:00+00:00", "2034-03-02")):
        article = captured(Article(text), moment)
        units = cut(article)
        found = times.read(article, units, match(units, lexicon()))[0]
        assert [one.value for one in found.candidates] == [f"2014-07-29/{last}", moment]
        assert found.candidates[0].reason.endswith(f"captured by {last}")


def test_two_weekdays_with_dates_bound_the_years() -> None:
    text = "يبدأ المعرض الثلاثاء 14 سبتمبر وينتهي الجمعة 17 سبتمبر"
    assert fits(text, "2021-08-01")
    assert not fits(text, "2020-08-01")


def test_one_weekday_with_its_date_may_be_a_misprint() -> None:
    assert days("يبدأ المعرض الثلاثاء 14 سبتمبر") == []


def test_a_hijri_date_and_its_twin_bound_the_years() -> None:
    text = "يبدأ المعرض في 7 صفر الموافق 14 سبتمبر"
    assert fits(text, "2021-08-01")
    assert not fits(text, "2020-08-01")


def test_a_dateline_dates() -> None:
    found = undated("بيروت 14 سبتمبر 2021 (رويترز) - وصل الوفد إلى المدينة", title="وصول الوفد")
    assert (found.value, found.basis) == ("2021-09-14", "dateline")


def test_a_dateline_without_year_leaves_one_day_of_each_year() -> None:
    text = "بيروت 14 سبتمبر (رويترز) - استقبل الرئيس الإيراني بهرام دلشادي وفدا"
    assert days(text) == ["2021-09-14", "2022-09-14", "2023-09-14"]


def test_every_candidate_has_its_reason_and_the_smallest_comes_first() -> None:
    found = undated("التقى الرئيس الأميركي روبرت والكوت الرئيس الروسي نيقولا بيتروفسكي")
    spans = [c.value.split("/") for c in found.candidates]
    sizes = [date.fromisoformat(b) - date.fromisoformat(a) for a, b in spans]
    assert sizes == sorted(sizes)
    assert all("president" in candidate.reason for candidate in found.candidates)


def test_a_dateline_moves_the_day_of_a_crawl() -> None:
    article = Article(
        "بيروت 14 سبتمبر 2021 (رويترز) - وصل الوفد إلى المدينة",
        published=Published("2021-09-16", "metadata", approximate=True),
    )
    units = cut(article)
    found = times.read(article, units, match(units, lexicon()))[0]
    assert (found.value, found.basis) == ("2021-09-14", "dateline")
    assert [candidate.value for candidate in found.candidates] == ["2021-09-16"]
