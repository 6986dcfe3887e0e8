"""Whether an article is about the country of its publisher, so that offices without a state are that country's."""

from collections import Counter
from collections.abc import Callable
from functools import cached_property

from musnad.model import Cast


class Home:
    """The country of a publisher, asked for only where an office without a state stands."""

    def __init__(self, cast: Cast, country: Callable[[], str]) -> None:
        """Take who and what an article names, and what tells the country."""
        self._cast = cast
        self._country = country

    @cached_property
    def country(self) -> str:
        """The country if places and bodies of no other one are named more often, else nothing."""
        home = self._country()
        if not home:
            return ""
        countries = {entity.id: entity.country for entity in self._cast.entities if entity.kind != "person"}
        named = Counter(countries.get(mention.entity) for mention in self._cast.mentions)
        del named[None]
        return home if named[home] == max(named.values(), default=0) else ""
