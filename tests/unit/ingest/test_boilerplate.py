"""Boilerplate: known lines and notices, and nothing that only looks like them."""

import pytest
from designs import BODY, NOTICE

from musnad.ingest import Boilerplate
from musnad.ingest.days import Calendar
from musnad.pipeline import default_engine


@pytest.fixture(scope="module")
def known() -> Boilerplate:
    return Boilerplate.of(default_engine().lexicon)


@pytest.mark.parametrize(
    "line",
    [
        "Exit mobile version",
        "اقرأ أيضاً: أسعار السمك ترتفع",
        "إقرأ أيضا",
        "«شاهد أيضا» : فيديو الافتتاح",
        "• شارك الخبر",
        "فيسبوك",
        "التعليقات (12)",
        "جميع الحقوق محفوظة © 2023",
        "الوسوم: الميناء",
        "* * *",
    ],
)
def test_furniture_of_a_page_is_known(known: Boilerplate, line: str) -> None:
    assert known.is_line(line)


@pytest.mark.parametrize(
    "line",
    [
        *BODY,
        "شارك الوزير في افتتاح الميناء الجديد.",
        "فيسبوك تعلن عن خدمة جديدة",
        "تعليق الدراسة في المدينة بسبب الأمطار",
        "اقرأ أيضا " + "كلام طويل جدا " * 20,
    ],
)
def test_prose_is_not(known: Boilerplate, line: str) -> None:
    assert not known.is_line(line)
    assert not known.is_notice(line)


def test_a_text_kept_verbatim_has_its_furniture_marked(known: Boilerplate) -> None:
    text = "\n".join(
        ["عنوان", "", BODY[0], "اقرأ أيضا: خبر آخر", BODY[1], "شارك الخبر", NOTICE, "  ", "Exit mobile version", ""]
    )
    marked = [text[span.start : span.end] for span in known.spans(text)]
    assert marked == ["اقرأ أيضا: خبر آخر", "شارك الخبر", NOTICE, "Exit mobile version"]


def test_a_notice_is_known_behind_the_body_only(known: Boilerplate) -> None:
    assert known.spans(NOTICE) == ()
    assert known.spans(f"{NOTICE}\n{BODY[0]}") == ()
    said = f"قال الوزير إن تصريحات النائب لا تعبر عن رأي الحكومة. {BODY[0]}"
    assert known.spans(f"{BODY[0]}\n{said}") == ()


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("الثلاثاء 17 تشرين الأول/ أكتوبر 2023 - 10:15 صباحا", "2023-10-17"),
        ("نشر في 8 فيفري 2019", "2019-02-08"),
        ("آخر تحديث: ١٧ أكتوبر ٢٠٢٣ الساعة 14:00 بتوقيت غرينتش", "2023-10-17"),
        ("2023/10/17", "2023-10-17"),
        ("تشرين الأول 17, 2023", "2023-10-17"),
        ("كُتب في أكتوبر ٧، ٢٠٢٣", None),
        ("17.10.2023 | 08:30 GMT", "2023-10-17"),
        ("قال الوزير في 17 أكتوبر 2023 إن الخطة جاهزة", None),
        ("الثلاثاء 17 أكتوبر", None),
        ("31 فبراير 2023", None),
        ("", None),
    ],
)
def test_a_stamp_is_a_line_that_prints_a_day_and_nothing_else(line: str, day: str | None) -> None:
    found = Calendar.of(default_engine().lexicon).stamp(line)
    assert (None if found is None else found.isoformat()) == day
