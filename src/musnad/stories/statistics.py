"""How rare traits are in a collection, and which of them too many articles of one time have to find others by them.

Statistics are taken of all articles of a collection at once (an epoch) and kept until the next time: a new article
never changes how two others compare.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from math import log
from typing import Protocol

from musnad.stories.traits import Traits

HOLDERS = 70  # articles of one time that lead with a trait: more say that it finds nothing
WINDOW = 12  # days of one time; longer than articles of a story lie apart
_BACKGROUND = 50  # documents added to every collection: in one of three articles a word of two is not common


class Epoch(Protocol):
    """Statistics, wherever they are kept."""

    def rarities(self, traits: Iterable[int]) -> Iterable[float]:
        """Return the weights of traits: the rarer, the more each tells."""

    def is_common(self, trait: int) -> bool:
        """Say whether a trait finds nothing."""


@dataclass(frozen=True, slots=True)
class Statistics:
    """The statistics of some articles: in how many of them a trait stands, where in more than one; common traits."""

    documents: int
    holders: Mapping[int, int]
    common: Collection[int] = field(default_factory=frozenset)

    @classmethod
    def of(cls, all_traits: Iterable[Traits]) -> "Statistics":
        """Count in how many articles each trait stands, whatever their order."""
        found: Counter[int] = Counter()
        documents = 0
        for traits in all_traits:
            documents += 1
            for some in traits.numbers:
                found.update(some)
        return cls(documents, several(found))

    def rarities(self, traits: Iterable[int]) -> list[float]:
        """Return the weights of traits: the rarer, the more each tells."""
        return [rarity(self.documents, self.holders.get(trait, 1)) for trait in traits]

    def is_common(self, trait: int) -> bool:
        """Say whether a trait finds nothing."""
        return trait in self.common


def several(holders: Mapping[int, int]) -> dict[int, int]:
    """Return the traits that more than one article has."""
    return {trait: count for trait, count in holders.items() if count > 1}


def rarity(documents: int, holders: int) -> float:
    """Return the weight of a trait that so many of so many documents have."""
    return log((documents + _BACKGROUND) / (holders + 1))


class Leading:
    """Counts with which traits the articles of one time lead; given is the first possible day of each."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._times: defaultdict[int, Counter[int]] = defaultdict(Counter)

    def add(self, day: int, traits: Iterable[int]) -> None:
        """Count an article."""
        self._times[day // WINDOW].update(traits)

    def common(self) -> frozenset[int]:
        """Return the traits with which too many articles of one time lead, as those that lead with them see it."""
        squares: Counter[int] = Counter()
        totals: Counter[int] = Counter()
        for counts in self._times.values():
            totals.update(counts)
            for trait, n in counts.items():
                squares[trait] += n * n
        return frozenset(trait for trait, n in squares.items() if n > HOLDERS * totals[trait])
