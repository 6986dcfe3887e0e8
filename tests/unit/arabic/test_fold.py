"""Folding levels what newspapers write in several ways, and knows where every letter came from."""

import sys
import unicodedata

import pytest

from musnad.arabic import fold, fold_word


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أحمد", "احمد"),
        ("إيران", "ايران"),
        ("آب", "اب"),
        ("مستشفى", "مستشفي"),
        ("وزارة", "وزاره"),
        ("مسؤول", "مسوول"),
        ("هيئة", "هييه"),
        ("مُحَمَّد", "محمد"),
        ("إيــــران", "ايران"),
        ("١٤ سبتمبر", "14 سبتمبر"),
        ("۱۴", "14"),
        ("ﻻ", "لا"),
        ("ﷲ", "الله"),
        ("ایران", "ايران"),
        ("گوگل", "كوكل"),
        ("\u200fموسكو\u200f", "موسكو"),
        ("BBC", "bbc"),
        ("كم²", "كم"),
        ("①", "1"),
    ],
)
def test_spellings_that_are_one(one: str, other: str) -> None:
    assert fold_word(one) == other


@pytest.mark.parametrize(("one", "other"), [("علي", "على بعد"), ("سلم", "سالم"), ("كتب", "كتاب"), ("ضل", "ظل")])
def test_words_that_stay_apart(one: str, other: str) -> None:
    assert fold_word(one) != fold_word(other)


@pytest.mark.parametrize("text", ["مُحمد", "ﻻ بأس", "إيـران", "\u200fأ", "بلا علامات"])
def test_every_folded_letter_knows_where_it_stood(text: str) -> None:
    folded = fold(text)
    origins = folded.origins if folded.origins is not None else range(len(text))
    assert all(letter in fold_word(text[at]) for letter, at in zip(folded.text, origins, strict=True))


def test_the_digits_of_every_script_are_one() -> None:
    signs = list(map(chr, range(sys.maxunicode + 1)))
    digits = list(filter(str.isdecimal, signs))
    assert [fold_word(digit) for digit in digits] == [str(unicodedata.decimal(digit)) for digit in digits]
    assert {fold_word(sign) for sign in filter(str.isdigit, signs)} == {"", *"0123456789"}
