"""Claims are a function of the articles: their order changes nothing, and a part of them nothing of another story."""

import random
from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from musnad.claims import Claims
from musnad.model import Article

Make = Callable[..., Claims]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chance=st.randoms(use_true_random=False), left=st.sets(st.sampled_from("abcde"), min_size=2))
def test_the_order_of_articles_changes_nothing(
    news: list[Article], claims_of: Make, chance: random.Random, left: set[str]
) -> None:
    chosen = [each for each in news if each.id in left]
    mixed = chosen.copy()
    chance.shuffle(mixed)
    assert claims_of(mixed) == claims_of(chosen)
