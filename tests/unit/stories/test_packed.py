"""Features as bytes: what comes back is what was packed, and days can be had without the rest."""

import pytest

from musnad.model import Article, Published, PublishedCandidate
from musnad.pipeline import default_engine, read
from musnad.stories.packed import Features, days_of

DAYS = ("2021-09-14", "2021-09-15", "2021-10-02")


@pytest.mark.parametrize(
    "published",
    [
        Published(),
        Published("2021-09-14", "given", 1.0),
        Published(None, "text", 0.0, tuple(PublishedCandidate(day, "text") for day in DAYS)),
    ],
)
def test_features_come_back_and_tell_their_days_alone(published: Published) -> None:
    engine = default_engine()
    article = Article("وصل الوزير سامح الشاذلي إلى بيروت.", published=published)
    found = Features.of("d-1", read(article, engine), engine.lexicon)
    traits, prints = found.to_bytes()
    assert Features.from_bytes("d-1", traits, prints) == found
    assert days_of(traits) == found.traits.days
