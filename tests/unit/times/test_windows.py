"""Stretches of days, and what evidence leaves of them."""

from datetime import date

import pytest

from musnad.lexicon import stretch
from musnad.times.windows import EVER, Evidence, Window, agreed, both


def window(text: str) -> Window:
    first, last = text.split("/")
    return stretch(first)[0], stretch(last)[1]


def holds(reason: str, *windows: str) -> Evidence:
    made = tuple(map(window, windows))
    return Evidence(reason, floor=made[0][0], windows=made)


@pytest.mark.parametrize(
    ("text", "last"), [("2020", "2020-12-31"), ("2020-02", "2020-02-29"), ("2020-02-03", "2020-02-03")]
)
def test_a_stretch_ends_with_its_year_month_or_day(text: str, last: str) -> None:
    assert stretch(text)[1].isoformat() == last


def test_windows_share_what_lies_in_both() -> None:
    assert both([window("2001/2004"), window("2010/2012")], [window("2003/2010")]) == [
        window("2003/2004"),
        window("2010/2010"),
    ]


def test_two_terms_that_touch_at_their_turn_share_nothing() -> None:
    assert both([window("2009-01-20/2017-01-20")], [window("2001-01-20/2009-02-01")]) == []


def test_without_evidence_all_time_is_left() -> None:
    assert agreed([]) == ([EVER], [])


def test_holders_who_agree_narrow_the_time() -> None:
    one, two = holds("one", "2010/2018"), holds("two", "2014/2022")
    assert agreed([one, two]) == ([window("2014/2018")], [two, one])


def test_of_several_terms_of_one_holder_those_before_the_floor_fall() -> None:
    twice, since = holds("twice", "2000/2008", "2012/2020"), Evidence("since", floor=date(2011, 1, 1))
    assert agreed([twice, since]) == ([window("2012/2020")], [since, twice])


def test_an_old_holder_beside_a_newer_one_is_history() -> None:
    old, new = holds("old", "2001/2008"), holds("new", "2010/2018")
    assert agreed([old, new]) == ([window("2010/2018")], [new])
