"""Events whose day is a season or a week."""

import pytest

from musnad import read


@pytest.mark.parametrize("when", ["في شتاء 2015", "في صيف 2031", "في الأسبوع الماضي", "في الربع الثالث من 2015"])
def test_any_kind_of_day_can_be_compared_with_that_of_the_article(when: str) -> None:
    reading = read(f"شن الجيش السوري هجوما على مدينة حلب {when}.", published="2015-08-01")
    assert {event.type for event in reading.events} >= {"ASSAULT"}
