"""The days that fit an article, and how far two articles lie apart."""

from datetime import date

from musnad.model import Published, PublishedCandidate
from musnad.stories.days import apart, possible


def test_a_known_day_is_one_day() -> None:
    assert possible(Published("2024-03-05T10:00", "given")) == (date(2024, 3, 5).toordinal(),)


def test_the_day_of_a_crawl_may_be_late() -> None:
    assert len(possible(Published("2024-03-05", "metadata", approximate=True))) == 4


def test_candidates_are_days_or_stretches_and_anything_else_is_left_out() -> None:
    candidates = (
        PublishedCandidate("2024-03-05", "evidence"),
        PublishedCandidate("2024-03-09/2024-03-11", "evidence"),
        PublishedCandidate("2024-03", "url"),
    )
    assert len(possible(Published(candidates=candidates))) == 4


def test_the_fewest_days_count() -> None:
    assert apart((10, 17, 24), (12, 25)) == 1
    assert apart((), (3,)) is None
