"""How rare traits are in a collection, and which of them too many articles of one time have to find others by them.

Statistics are taken of all articles of a collection at once (an epoch) and kept until the next time: a new article
never changes how two others compare.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from math import log
from typing import Protocol

from musnad.stories.traits import KINDS, Traits

HOLDERS = 70  # articles of one time that lead with a trait: more say that it finds nothing
WINDOW = 12  # days of one time; longer than articles of a story lie apart
_BACKGROUND = 50  # documents added to every collection: in one of three articles a word of two is not common


class Epoch(Protocol):
    """Statistics, wherever they are kept."""

    def rarity(self, kind: str, trait: str) -> float:
        """Return the weight of a trait: the rarer, the more it tells."""

    def is_common(self, kind: str, trait: str) -> bool:
        """Say whether a trait finds nothing."""


@dataclass(frozen=True, slots=True)
class Statistics:
    """The statistics of some articles: in how many of them a trait stands, where in more than one; common traits."""

    documents: int
    holders: Mapping[str, Mapping[str, int]]
    common: Collection[tuple[str, str]] = field(default_factory=frozenset)

    @classmethod
    def of(cls, all_traits: Iterable[Traits]) -> "Statistics":
        """Count in how many articles each trait stands, whatever their order."""
        holders: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
        documents = 0
        for traits in all_traits:
            documents += 1
            for kind in KINDS:
                holders[kind].update(traits.of(kind).keys())
        several = {kind: {trait: n for trait, n in found.items() if n > 1} for kind, found in holders.items()}
        return cls(documents, several)

    def rarity(self, kind: str, trait: str) -> float:
        """Return the weight of a trait: the rarer, the more it tells."""
        return rarity(self.documents, self.holders[kind].get(trait, 1))

    def is_common(self, kind: str, trait: str) -> bool:
        """Say whether a trait finds nothing."""
        return (kind, trait) in self.common


def rarity(documents: int, holders: int) -> float:
    """Return the weight of a trait that so many of so many documents have."""
    return log((documents + _BACKGROUND) / (holders + 1))


def common_traits(leading: Iterable[tuple[int, Iterable[tuple[str, str]]]]) -> frozenset[tuple[str, str]]:
    """Return the traits with which too many articles of one time lead, as those that lead with them see it.

    Given are the first possible day of every article and its leading traits.
    """
    times: defaultdict[tuple[str, str], Counter[int]] = defaultdict(Counter)
    for day, traits in leading:
        for trait in traits:
            times[trait][day // WINDOW] += 1
    return frozenset(
        trait for trait, counts in times.items() if sum(n * n for n in counts.values()) > HOLDERS * counts.total()
    )
