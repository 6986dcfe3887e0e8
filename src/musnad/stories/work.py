"""What processes do for the stories of a collection: features of readings, and whom articles are alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from musnad.corpus.groups import joins
from musnad.corpus.index import Print
from musnad.pipeline import Engine
from musnad.store import Due, Reader, unpack
from musnad.stories.find import COPIED, FLOOR
from musnad.stories.leads import SHARED, times_around
from musnad.stories.likeness import days_allow, likeness
from musnad.stories.packed import Features
from musnad.stories.shelf import Shelf

Leads = tuple[tuple[int, ...], tuple[int, ...]]
"""The numbers and the times under which an article is found."""


@dataclass(frozen=True, slots=True)
class Task:
    """Articles with their leads, to be compared with all others of a database. `run` tells one run from others."""

    path: Path
    run: str
    articles: tuple[tuple[int, Leads], ...]


def features_of(due: Sequence[Due], engine: Engine) -> list[tuple[bytes, bytes]]:
    """Return the features of readings, packed."""
    return [Features.of(key, unpack(text, reading), engine.lexicon).to_bytes() for _, key, _, text, reading in due]


def compared(task: Task, engine: Engine) -> list[list[tuple[int, float]]]:  # noqa: ARG001 - as `spread` calls it
    """Return for every article who is alike, by row, and how much."""
    shelf = _shelf(task.path, task.run)
    return [_alike(article, leads, shelf) for article, (leads, _) in task.articles]


@lru_cache(1)
def _reader(path: Path, run: str) -> Reader:  # noqa: ARG001 - another run may be of another database
    """Return what asks the database of a run; it is open until `let_go`, or to the end of its process."""
    return Reader(path)


@lru_cache(1)
def _shelf(path: Path, run: str) -> Shelf:
    """Return the shelf of a run, with what it remembers of articles, which are fixed within it."""
    return Shelf(_reader(path, run).comparing()[0])


def let_go(path: Path, run: str) -> None:
    """Close the database that this process compared articles of."""
    _reader(path, run).close()
    _reader.cache_clear()
    _shelf.cache_clear()


def _alike(article: int, leads: Sequence[int], shelf: Shelf) -> list[tuple[int, float]]:
    own = shelf.load([article])[article]
    near = shelf.comparisons.sharing(leads, times_around(own.days), SHARED)
    scores = {row: likeness(own.weighed, other.weighed) for row, other in shelf.load(near).items() if row != article}
    found = {row: score for row, score in scores.items() if score >= FLOOR}
    for row, pair in shelf.copies(article):
        other = shelf.load([row])[row]
        two = _Two({own.key: own.print, other.key: other.print})
        if joins(pair, two) and days_allow(own.weighed.traits, other.weighed.traits):
            found[row] = COPIED
    return sorted(found.items())


@dataclass(frozen=True, slots=True)
class _Two:
    """Two documents with their fingerprints."""

    prints: Mapping[str, Print]

    def get(self, key: str) -> Print:
        return self.prints[key]
