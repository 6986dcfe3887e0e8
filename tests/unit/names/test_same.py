"""Which names are one across articles, and which are kept apart."""

import pytest

from musnad.names import keys, same_name
from musnad.names.known import Known

ONE_NAME = """
غوتيريش | غوتيريس | person
نتنياهو | نتانياهو | person
هاغل | هيغل | person
هيغل | هيجل | person
سيرغي فاريكوف | سيرجي فاريكوف | person
دوناتيلو ماروسكي | دوناتيللو ماروسكي | person
عبد العزيز الصانوري | عبدالعزيز الصانوري | person
نور الدين المشواطي | نورالدين المشواطي | person
أبو الهدى المشواطي | أبوالهدى المشواطي | person
راكان بن مزهر | راكان بن مزهر آل مشواط | person
إبراهيم بن حمدان الصانور | إبراهيم الصانور | person
تيودور غراهام بلاكوود | تيودور بلاكوود | person
كاي مين تورو | تورو كاي مين | person
تان مينغ هوا | تان مينغهوا | person
ماجدة الصانوري | ماجدة الصانورى | person
طاجكستان | طاجيكستان | place
مدينة الصانورة | الصانورة | place
رئاسة الجمهورية | لرئاسة الجمهورية | organisation
الوزارة الأمريكية | الوزارة الأميركية | organisation
"""
TWO_NAMES = """
محمد السادس | محمد بن سلمان | person
محمد السادس | محمد الخامس | person
محمد السادس | محمد | person
أحمد علي | أحمد محمد علي | person
سالم المشواطي | سليم المشواطي | person
محمد الصانوري | محمود الصانوري | person
محمد بن راكان | محمد بن نواف | person
خالد بن راكان | خالد بن مزهر بن راكان | person
فهد العمري | فهد العامري | person
محمد الدوسري | محمد بن مبارك الدوسري | person
كيم جونغ أون | كيم جونغ إيل | person
محمد ولد سالم | محمد بن سالم | person
ولد سالم | سالم | person
محمد عبد الوهاب | محمد بن عبد الوهاب | person
خالد البلطان | خالد السلطان | person
ماركس | ماركوس | person
وزارة الداخلية | وزارة الخارجية | organisation
حزب الأمة | حزب الأمل | organisation
مدينة عدن | خليج عدن | place
محافظة عدن | مدينة عدن | place
السودان | جنوب السودان | place
"""
DIFFERENT = """
السادس السادس | السادس | person
محمد السادس | محمد بن سلمان | person
محمد السادس | محمد الخامس | person
كيم جونغ أون | كيم جونغ إيل | person
سالم المشواطي | سليم المشواطي | person
وزارة الداخلية | وزارة الخارجية | organisation
السودان | جنوب السودان | place
"""


def rows(text: str) -> list[list[str]]:
    return [line.split(" | ") for line in text.strip().splitlines()]


@pytest.mark.parametrize(("one", "two", "kind"), rows(ONE_NAME))
def test_spellings_of_one_name_meet(known: Known, one: str, two: str, kind: str) -> None:
    assert same_name(one, two, known, kind=kind).verdict == "same"
    assert keys(one, known, kind=kind) & keys(two, known, kind=kind)


@pytest.mark.parametrize(("one", "two", "kind"), rows(TWO_NAMES))
def test_look_alikes_stay_apart(known: Known, one: str, two: str, kind: str) -> None:
    assert same_name(one, two, known, kind=kind).verdict != "same"


@pytest.mark.parametrize(("one", "two", "kind"), rows(DIFFERENT))
def test_what_cannot_be_one_is_not_even_possible(known: Known, one: str, two: str, kind: str) -> None:
    assert same_name(one, two, known, kind=kind).verdict == "different"


def test_what_nobody_can_decide_is_possible_with_a_reason(known: Known) -> None:
    match = same_name("أحمد علي", "أحمد محمد علي", known)
    assert (match.verdict, match.reason) == ("possible", "a father's name left out")
    assert same_name("أوباما", "باراك أوباما", known).verdict == "possible"


def test_a_single_given_name_tells_nobody_apart(known: Known) -> None:
    assert same_name("محمد", "محمد", known).verdict == "possible"
    assert same_name("المشواطي", "المشواطي", known).verdict == "same"


def test_known_people_are_told_apart_and_met_by_the_lexicon(known: Known) -> None:
    assert same_name("جورج بوش", "جورج دبليو بوش", known).reason == "known person"
    assert same_name("جورج بوش", "جورج دبليو بوش", known.without_people()).reason != "known person"


def test_nothing_is_the_name_of_nobody(known: Known) -> None:
    assert same_name("؟", "؟", known).verdict == "different"
