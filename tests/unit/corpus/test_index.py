"""The index: neighbours by what they share, common fingerprints by what a whole set shows."""

import pytest

from musnad.corpus.index import COMMON, FORMULA, CopyIndex, Print
from musnad.model import Article, Published

NEWS = (
    "دشن محافظ جزيرة الرمان جسرا جديدا يربط الميناء بالحي الغربي بعد أعمال استمرت ثلاثة أعوام",
    "وقال المحافظ إن الجسر سيخفف الزحام عن الطريق الساحلي وإن رسوم عبوره ستبقى رمزية للسكان",
    "وتبلغ كلفة المشروع تسعة ملايين دينار دفع نصفها صندوق التنمية والنصف الآخر بلدية الجزيرة",
    "وأقيم الحفل مساء بحضور طلاب المدارس الذين غنوا نشيدا كتبه معلم متقاعد من أبناء الحي القديم",
)
FURNITURE = "تنويه حقوق نشر المواد في هذا الموقع محفوظة ولا يجوز نقلها من دون إذن مكتوب مسبق من إدارة التحرير فيه"


def text_of(number: int) -> str:
    letters = "بتثجحخدذرز"
    spelt = ("".join(letters[int(digit)] for digit in f"{number * 40 + i:05}") for i in range(40))
    return " ".join(f"ك{word}" for word in spelt)


def document(text: str, publisher: str = "", day: str | None = None) -> Print:
    return Print.of(Article(text, publisher=publisher, published=Published(day, "given" if day else "none")))


def test_a_copy_is_a_neighbour_and_an_unrelated_text_is_none() -> None:
    index = CopyIndex()
    index.add("whole", document(". ".join(NEWS)))
    index.add("half", document(". ".join(NEWS[:2])))
    index.add("other", document(text_of(1)))
    (pair,) = index.neighbours("whole")
    assert (pair.first, pair.second) == ("half", "whole")
    assert pair.of_shorter > 0.8
    assert pair.of_longer < 0.7
    assert index.neighbours("other") == []
    assert list(index.pairs()) == [pair]


def test_a_known_key_replaces_its_document_and_a_removed_one_leaves_no_trace() -> None:
    index = CopyIndex()
    index.add("a", document(". ".join(NEWS)))
    index.add("b", document(". ".join(NEWS)))
    index.add("b", document(text_of(2)))
    assert index.neighbours("a") == []
    index.remove("b")
    assert len(index) == 1
    assert "b" not in index
    with pytest.raises(KeyError):
        index.remove("b")


def test_what_one_publisher_prints_under_every_page_is_discounted() -> None:
    index = CopyIndex()
    for number in range(COMMON + 1):
        index.add(f"d{number:02}", document(f"{text_of(number)} {FURNITURE} {FURNITURE[::-1]}", "موقع"))
    assert index.neighbours("d00")
    index.settle()
    assert index.common
    assert index.neighbours("d00") == []


def test_what_many_publishers_print_within_days_is_not_discounted() -> None:
    index = CopyIndex()
    for number in range(COMMON + 1):
        index.add(f"d{number:02}", document(". ".join(NEWS), f"صحيفة {number}", "2024-02-01"))
    index.settle()
    assert len(index.neighbours("d00")) == COMMON


def test_what_comes_back_week_after_week_is_a_formula() -> None:
    index = CopyIndex()
    for number in range(FORMULA):
        index.add(f"d{number}", document(". ".join(NEWS[:2]), f"صحيفة {number}", f"2024-0{number + 1}-01"))
    index.settle()
    assert index.neighbours("d0") == []


def test_a_new_document_changes_nothing_between_two_others_until_new_statistics_are_taken() -> None:
    index = CopyIndex()
    for number in range(COMMON):
        index.add(f"d{number:02}", document(f"{text_of(number)} {FURNITURE} {FURNITURE[::-1]}", "موقع"))
    index.settle()
    before = index.neighbours("d00")
    index.add("new", document(f"{text_of(99)} {FURNITURE} {FURNITURE[::-1]}", "موقع"))
    assert [pair for pair in index.neighbours("d00") if "new" not in {pair.first, pair.second}] == before
