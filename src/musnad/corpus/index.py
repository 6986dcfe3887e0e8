"""An index of fingerprints: which documents share text with a given one.

The neighbours of a document are a pure function of the documents in the index and of its statistics, whatever the order
in which they came or went. Statistics (which fingerprints are common) are taken of a whole set at once, by `settle`,
and kept until the next time: a new document never changes what was found between two others.
"""

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from musnad.corpus.fingerprints import fingerprints, words
from musnad.model import Article

COMMON = 40  # documents; what only few publishers print so often is furniture of their pages
FORMULA = 4  # documents; what comes back in week after week is a formula of forecasts, markets, verdicts, greetings
_WEEK = 7  # days
_NEWS_WEEKS = 2  # weeks in which a dispatch is printed
_FEW_PUBLISHERS = 2

LEAST_SHARED = 4  # fingerprints: about twenty words
CONTAINMENT = 0.25  # of the shorter text: finds a third of the words changed, and a paragraph among four
LONG_SHARED = 9  # fingerprints: about forty words, reported however long both texts are


@dataclass(frozen=True, slots=True)
class Print:
    """What the index keeps of a document: its fingerprints, who published it, the number of its day if known."""

    prints: frozenset[int]
    publisher: str = ""
    day: int | None = None

    @classmethod
    def of(cls, article: Article) -> "Print":
        """Return the print of an article."""
        day = article.published.day
        return cls(fingerprints(words(article.text)), article.publisher or "", None if day is None else day.toordinal())


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """Two documents that share fingerprints, the smaller key first: how many, and out of how many in each."""

    first: str
    second: str
    shared: int
    of_first: int
    of_second: int

    @property
    def of_shorter(self) -> float:
        """Return the share of the shorter text that stands in the longer."""
        return self.shared / min(self.of_first, self.of_second)

    @property
    def of_longer(self) -> float:
        """Return the share of the longer text that stands in the shorter."""
        return self.shared / max(self.of_first, self.of_second)


class Kept(Protocol):
    """Documents with their fingerprints, wherever they are kept."""

    def get(self, key: str) -> Print:
        """Return what is kept of a document."""


class Prints(Kept, Protocol):
    """Documents that are found by their fingerprints."""

    def neighbours(self, key: str) -> list[Pair]:
        """Return the documents that share text with one, by key."""


class CopyIndex:
    """Documents by their fingerprints. Keys are those of the caller; adding a known key replaces its document."""

    def __init__(self, common: frozenset[int] = frozenset()) -> None:
        """Start empty, with the common fingerprints of an earlier index."""
        self._common = common
        self._prints: dict[str, Print] = {}
        self._sizes: dict[str, int] = {}  # fingerprints that are not common
        self._holders: dict[int, str | list[str]] = {}  # most fingerprints have one holder: no list for it

    def __len__(self) -> int:
        """Return the number of documents."""
        return len(self._prints)

    def __contains__(self, key: str) -> bool:
        """Say whether a document is in the index."""
        return key in self._prints

    @property
    def common(self) -> frozenset[int]:
        """Return the statistics: the fingerprints that are common."""
        return self._common

    def get(self, key: str) -> Print:
        """Return what is kept of a document."""
        return self._prints[key]

    def add(self, key: str, added: Print) -> None:
        """Add a document."""
        if key in self._prints:
            self.remove(key)
        self._prints[key] = added
        self._sizes[key] = len(added.prints - self._common)
        holders = self._holders
        for number in added.prints:
            known = holders.get(number)
            if known is None:
                holders[number] = key
            elif isinstance(known, str):
                holders[number] = [known, key]
            else:
                known.append(key)

    def remove(self, key: str) -> None:
        """Take a document out; raises `KeyError` where it is not in."""
        gone = self._prints.pop(key)
        del self._sizes[key]
        for number in gone.prints:
            known = self._holders[number]
            if isinstance(known, str):
                del self._holders[number]
                continue
            known.remove(key)
            if len(known) == 1:
                self._holders[number] = known[0]

    def settle(self) -> None:
        """Take new statistics of the documents that are in the index now."""
        self._common = frozenset(
            number
            for number, holders in self._holders.items()
            if not isinstance(holders, str) and self._is_common(holders)
        )
        self._sizes = {key: len(kept.prints - self._common) for key, kept in self._prints.items()}

    def neighbours(self, key: str) -> list[Pair]:
        """Return the documents that share text with one, by key."""
        own = self._prints[key]
        shared: Counter[str] = Counter()
        for number in own.prints - self._common:
            known = self._holders[number]
            if not isinstance(known, str):
                shared.update(known)
        found = (self._pair(key, other, count) for other, count in shared.items() if other != key)
        return sorted(pair for pair in found if pair is not None)

    def pairs(self, keys: Iterable[str] | None = None) -> Iterator[Pair]:
        """Yield every pair of documents that share text once, or those of some documents."""
        for key in sorted(self._prints if keys is None else keys):
            yield from (pair for pair in self.neighbours(key) if pair.first == key or keys is not None)

    def _pair(self, key: str, other: str, shared: int) -> Pair | None:
        first, second = sorted((key, other))
        return pair_of(first, second, shared, (self._sizes[first], self._sizes[second]))

    def _is_common(self, holders: list[str]) -> bool:
        documents = [self._prints[key] for key in holders]
        return is_common([(each.publisher, each.day) for each in documents])


def shares_enough(shared: int, of_first: int, of_second: int) -> bool:
    """Say whether two documents make a pair by the fingerprints that they share and have, common ones left out."""
    if shared < LEAST_SHARED:
        return False
    return shared >= CONTAINMENT * min(of_first, of_second) or shared >= LONG_SHARED


def is_common(holders: Collection[tuple[Hashable, int | None]]) -> bool:
    """Say whether `FORMULA` documents or more share a fingerprint for another reason than that they print one dispatch.

    Each is told by its publisher and the number of its day. Fewer documents never make one common.
    """
    if len(holders) < FORMULA:
        return False
    weeks = {-1 if day is None else day // _WEEK for _, day in holders}
    if len(weeks) > _NEWS_WEEKS:
        return True
    return len(holders) > COMMON and len({publisher for publisher, _ in holders}) <= _FEW_PUBLISHERS


def pair_of(first: str, second: str, shared: int, sizes: tuple[int, int]) -> Pair | None:
    """Return a pair of documents with so many fingerprints that are not common, None where they share too few."""
    return Pair(first, second, shared, *sizes) if shares_enough(shared, *sizes) else None
