"""The country that an article is about, so that offices without a state are that country's."""

from collections import Counter
from collections.abc import Callable
from functools import cached_property

from musnad.model import Cast

_OFTEN, _ABROAD = 2, 4
"""Mentions that make an article one about a country, and about another one than the publisher's."""

_MOSTLY = 4
"""How many times as often as any other a country is named that an article of an unknown publisher is about."""


class Home:
    """The country of a publisher or of the article, asked for only where an office without a state stands."""

    def __init__(self, cast: Cast, country: Callable[[], str]) -> None:
        """Take who and what an article names, and what tells the publisher's country."""
        self._cast = cast
        self._country = country

    @cached_property
    def _named(self) -> Counter[str | None]:
        countries = {entity.id: entity.country for entity in self._cast.entities if entity.kind != "person"}
        named = Counter(countries.get(mention.entity) for mention in self._cast.mentions)
        del named[None]
        return named

    @cached_property
    def likeliest(self) -> str:
        """The country that is named most often, more often than any other, "" if there is none."""
        (first, often), (_, less) = [*self._named.most_common(2), (None, 0), (None, 0)][:2]
        return first or "" if often > less else ""

    @cached_property
    def country(self) -> str:
        """The publisher's country if none is named more often, else the only one that is named, if it is so often.

        An article of an unknown publisher is also about the one that it mostly names.
        """
        named = self._named
        home = self._country()
        if home and named[home] == max(named.values(), default=0):
            return home
        (only, often), *others = named.most_common() or [(None, 0)]
        alone = often >= (_ABROAD if home else _OFTEN) and not others
        mostly = not home and bool(others) and often >= max(_ABROAD, _MOSTLY * others[0][1])
        return only or "" if alone or mostly else ""
