"""The articles of a collection on disk as they are compared: loaded once, weighed by the statistics of its epoch."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import repeat

from musnad.corpus.index import LEAST_SHARED, Pair, Print, pair_of
from musnad.store import Comparisons
from musnad.stories.likeness import Weighed
from musnad.stories.packed import Features
from musnad.stories.statistics import rarity

_REMEMBERED = 6000  # articles, some 40 MB
_TRAITS = 1 << 19  # traits whose statistics are remembered, some 40 MB


@dataclass(slots=True)
class StoredEpoch:
    """The statistics of a collection, looked up when traits are first met."""

    comparisons: Comparisons
    documents: int
    _common: frozenset[int] | None = None
    _known: dict[int, float] = field(default_factory=dict)
    _whole: bool = False

    def take_all(self) -> None:
        """Take the statistics of all traits into memory."""
        self._known = {trait: rarity(self.documents, count) for trait, count in self.comparisons.all_rarity()}
        self._whole = True

    def rarities(self, traits: Iterable[int]) -> Iterable[float]:
        """Return the weights of traits: the rarer, the more each tells."""
        known = self._known
        if self._whole:
            return map(known.get, traits, repeat(rarity(self.documents, 1)))
        asked = list(traits)
        new = [trait for trait in asked if trait not in known]
        if new:
            if len(known) > _TRAITS:
                known.clear()
                new = asked
            found = self.comparisons.rarity(new)
            known.update({trait: rarity(self.documents, found.get(trait, 1)) for trait in new})
        return [known[trait] for trait in asked]

    def is_common(self, trait: int) -> bool:
        """Say whether a trait finds nothing."""
        if self._common is None:
            self._common = self.comparisons.common_traits()
        return trait in self._common


@dataclass(slots=True)
class Held:
    """An article of the shelf: its document, what is compared of it; weighed when that is first asked for."""

    key: str
    features: Features
    epoch: StoredEpoch
    _weighed: Weighed | None = None
    _print: Print | None = None
    _prints: frozenset[int] | None = None

    @property
    def days(self) -> tuple[int, ...]:
        """Return the possible days."""
        return self.features.traits.days

    @property
    def weighed(self) -> Weighed:
        """Return it with its weights."""
        if self._weighed is None:
            self._weighed = Weighed(self.features.traits, self.epoch)
        return self._weighed

    @property
    def print(self) -> Print:
        """Return its fingerprints."""
        if self._print is None:
            self._print = self.features.print
        return self._print

    @property
    def prints(self) -> frozenset[int]:
        """Return its fingerprints that are not common."""
        if self._prints is None:
            own = self.print.prints
            self._prints = own - self.epoch.comparisons.common_prints(own)
        return self._prints


class Shelf:
    """Articles by their rows; the last ones are remembered."""

    def __init__(self, comparisons: Comparisons) -> None:
        """Take articles from the store. There must be an epoch."""
        self.comparisons = comparisons
        found = comparisons.epoch()
        self.epoch = StoredEpoch(comparisons, 0 if found is None else found[0])
        self._held: dict[int, Held] = {}

    def load(self, articles: Collection[int]) -> Mapping[int, Held]:
        """Return articles by row; those that are no longer there are left out."""
        found = {article: self._held[article] for article in articles if article in self._held}
        if len(self._held) > _REMEMBERED:
            self._held.clear()
        for article, key, traits, prints in self.comparisons.load([a for a in articles if a not in found]):
            found[article] = self._held[article] = Held(key, Features.from_bytes(key, traits, prints), self.epoch)
        return found

    def copies(self, article: int) -> list[tuple[int, Pair]]:
        """Return who shares text with an article, by row, as an index in memory would say.

        One that is still to be compared, as after a change of what is kept for it, shares text with nobody yet.
        """
        own = self.load([article]).get(article)
        if own is None:
            return []
        counts = self.comparisons.holding(own.prints)
        counts.pop(article, None)
        some = {row: shared for row, shared in counts.items() if shared >= LEAST_SHARED}
        found = []
        for row, other in sorted(self.load(some).items()):
            sizes = {own.key: len(own.prints), other.key: len(other.prints)}
            first, second = sorted(sizes)
            pair = pair_of(first, second, some[row], (sizes[first], sizes[second]))
            if pair is not None:
                found.append((row, pair))
        return found


class ShelfIndex:
    """The fingerprints of a shelf by the documents of its articles, as copies are looked for."""

    def __init__(self, shelf: Shelf, rows: Mapping[str, int]) -> None:
        """Know the rows of the documents that are asked for first; those of their neighbours are learnt."""
        self._shelf = shelf
        self._rows = dict(rows)

    def row(self, key: str) -> int:
        """Return the row of a document that was met."""
        return self._rows[key]

    def get(self, key: str) -> Print:
        """Return what is kept of a document."""
        return self._shelf.load([self._rows[key]])[self._rows[key]].print

    def neighbours(self, key: str) -> list[Pair]:
        """Return the documents that share text with one, by key."""
        found = self._shelf.copies(self._rows[key])
        for row, pair in found:
            self._rows[pair.second if pair.first == key else pair.first] = row
        return sorted(pair for _, pair in found)
