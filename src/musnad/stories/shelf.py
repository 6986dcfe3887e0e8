"""The articles of a collection on disk as they are compared: loaded once, weighed by the statistics of its epoch."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from musnad.corpus.index import LEAST_SHARED, Pair, Print, pair_of
from musnad.store import Comparisons
from musnad.stories.likeness import Weighed
from musnad.stories.packed import Features
from musnad.stories.statistics import rarity
from musnad.stories.traits import KINDS, Traits

_REMEMBERED = 2500  # articles, some 150 MB
_TRAITS = 1 << 19  # traits whose statistics are remembered


@dataclass(slots=True)
class StoredEpoch:
    """The statistics of a collection, looked up when traits are first met."""

    comparisons: Comparisons
    documents: int
    _known: dict[tuple[str, str], tuple[int, bool]] = field(default_factory=dict)

    def prepare(self, traits: Traits) -> None:
        """Look up the traits of an article at once."""
        if len(self._known) > _TRAITS:
            self._known.clear()
        for kind in KINDS:
            new = [trait for trait in traits.of(kind) if (kind, trait) not in self._known]
            if new:
                found = self.comparisons.rarity(kind, new)
                self._known.update({(kind, trait): found.get(trait, (1, False)) for trait in new})

    def rarity(self, kind: str, trait: str) -> float:
        """Return the weight of a trait: the rarer, the more it tells."""
        return rarity(self.documents, self._known[kind, trait][0])

    def is_common(self, kind: str, trait: str) -> bool:
        """Say whether a trait finds nothing."""
        return self._known[kind, trait][1]


@dataclass(slots=True)
class Held:
    """An article of the shelf: its document, what is compared of it."""

    key: str
    weighed: Weighed
    print: Print
    prints: frozenset[int]

    @property
    def days(self) -> tuple[int, ...]:
        """Return the possible days."""
        return self.weighed.traits.days


class Shelf:
    """Articles by their rows; the last ones are remembered."""

    def __init__(self, comparisons: Comparisons) -> None:
        """Take articles from the store. There must be an epoch."""
        self.comparisons = comparisons
        found = comparisons.epoch()
        self.epoch = StoredEpoch(comparisons, 0 if found is None else found[0])
        self._common = comparisons.common_prints()
        self._held: dict[int, Held] = {}

    def load(self, articles: Collection[int]) -> Mapping[int, Held]:
        """Return articles by row; those that are no longer there are left out."""
        found = {article: self._held[article] for article in articles if article in self._held}
        if len(self._held) > _REMEMBERED:
            self._held.clear()
        for article, key, traits, prints in self.comparisons.load([a for a in articles if a not in found]):
            features = Features.from_bytes(key, traits, prints)
            self.epoch.prepare(features.traits)
            weighed = Weighed.of(features.traits, self.epoch)
            held = Held(key, weighed, features.print, features.print.prints - self._common)
            found[article] = self._held[article] = held
        return found

    def copies(self, article: int) -> list[tuple[int, Pair]]:
        """Return who shares text with an article, by row, as an index in memory would say."""
        own = self.load([article])[article]
        counts = self.comparisons.holding(own.prints)
        counts.pop(article, None)
        some = {row: shared for row, shared in counts.items() if shared >= LEAST_SHARED}
        found = []
        for row, other in sorted(self.load(some).items()):
            first, second = sorted((own, other), key=lambda held: held.key)
            pair = pair_of(first.key, second.key, some[row], (len(first.prints), len(second.prints)))
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
