"""Quotation marks of every kind, also unbalanced, nested and reversed."""

import pytest

from musnad.text.quotes import pair


def inner(text: str) -> list[str]:
    return [text[q.inner_start : q.inner_end] for q in pair(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال «نعم» ثم خرج", ["نعم"]),
        ("قال “نعم” ثم خرج", ["نعم"]),
        ('قال "نعم" ثم خرج', ["نعم"]),
        ("قال ‘نعم’ ثم خرج", ["نعم"]),
        ("قال ”نعم“ ثم خرج", ["نعم"]),
        ("قال »نعم« ثم خرج", ["نعم"]),
        ("قال „نعم“ ثم خرج", ["نعم"]),
        ('قال:"نعم"، وأضاف:"لا".', ["نعم", "لا"]),
        ('لـ"الشرق" و"الغرب"', ["الشرق", "الغرب"]),
        ("قال «إن صحيفة “الغد” توقفت»", ["إن صحيفة “الغد” توقفت", "الغد"]),
        ('قال «إن "الغد" توقفت»', ['إن "الغد" توقفت', "الغد"]),
        ("« نعم »", [" نعم "]),
        ("قال ''نعم'' ثم خرج", ["نعم"]),
        ("قال ``نعم'' ثم خرج", ["نعم"]),
        ("في مدينة « الضفاف « أمس", [" الضفاف "]),
        ("وصفه بـ”المؤسف” أمس", ["المؤسف"]),
        ("كتب ” وصلنا الميناء” ثم نام", [" وصلنا الميناء"]),
        ("قال #187;نعم#171; ثم &#171;لا&#187;", ["نعم", "لا"]),
        ("لا علامات هنا", []),
        ("قال نعم» ثم خرج", []),
        ('قال الوزير" نعم لهذا" ثم خرج', [" نعم لهذا"]),
        ('خرج الوزير." ثم عاد"', []),
        ("«»", []),
        ("rock 'n' roll في l'Équipe", ["n"]),
    ],
)
def test_pairs(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


def test_a_mark_left_open_reaches_to_the_end_of_its_paragraph() -> None:
    text = "وقال: «سنمضي في طريقنا.\nوهذا سطر آخر"
    (quote,) = pair(text)
    assert not quote.closed
    assert text[quote.inner_start : quote.inner_end] == "سنمضي في طريقنا."


def test_a_mark_left_open_before_a_pair_reaches_to_the_end_of_its_sentence() -> None:
    text = "وقال: «سنمضي في طريقنا. وانصرف من «الضفاف» أمس"
    assert inner(text) == ["سنمضي في طريقنا", "الضفاف"]


def test_every_paragraph_of_a_long_speech_keeps_its_own_open_mark() -> None:
    text = "«أولا.\n«ثانيا.\n«ثالثا»."
    assert [(q.closed, text[q.inner_start : q.inner_end]) for q in pair(text)] == [
        (False, "أولا."),
        (False, "ثانيا."),
        (True, "ثالثا"),
    ]


def test_a_closing_mark_behind_and_opens_where_none_is_open() -> None:
    text = "في “رياح السلام ” و” أمل جديد ” ومواجهة الفقر"
    assert [text[q.inner_start : q.inner_end].strip() for q in pair(text)] == ["رياح السلام", "أمل جديد"]
