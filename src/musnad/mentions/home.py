"""Whether an article is about the country of its publisher, so that offices without a state are that country's."""

from collections import Counter

from musnad.model import Cast


def is_at_home(cast: Cast, home: str) -> bool:
    """Say whether places and bodies of no other country are named more often than those of one's own."""
    countries = {entity.id: entity.country for entity in cast.entities if entity.kind != "person" and entity.country}
    named = Counter(countries[mention.entity] for mention in cast.mentions if mention.entity in countries)
    return bool(home) and named[home] == max(named.values(), default=0)
