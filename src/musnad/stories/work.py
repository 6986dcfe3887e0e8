"""What processes do for the stories of a collection: features of readings, and whom articles are alike."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path

from musnad.corpus.copies import shared_words
from musnad.corpus.dispatches import Carrier, dispatch
from musnad.corpus.groups import Worded, groups, joins
from musnad.corpus.index import Print
from musnad.corpus.passages import Words
from musnad.corpus.takings import Printed, packed_takings, taken_by
from musnad.lexicon import Lexicon
from musnad.model import Article, Reading
from musnad.pipeline import Engine
from musnad.store import Due, Reader, unpack
from musnad.stories.find import COPIED, FLOOR
from musnad.stories.leads import SHARED, times_around
from musnad.stories.likeness import days_allow, likeness
from musnad.stories.packed import Features
from musnad.stories.shelf import Shelf, ShelfIndex

_CUT = 200  # articles whose words and readings are kept for the next pair

Leads = tuple[tuple[int, ...], tuple[int, ...]]
"""The numbers and the times under which an article is found."""


@dataclass(frozen=True, slots=True)
class Task:
    """Articles with their leads, to be compared with all others of a database. `run` tells one run from others."""

    path: Path
    run: str
    articles: tuple[tuple[int, Leads], ...]


def features_of(due: Sequence[Due], engine: Engine) -> list[tuple[bytes, bytes, str]]:
    """Return the features of readings, packed, and what the source graph keeps of them."""
    return [features(key, unpack(text, reading), engine.lexicon) for _, key, _, text, reading in due]


def features(key: str, reading: Reading, lexicon: Lexicon) -> tuple[bytes, bytes, str]:
    """Return the features of a reading of a document, packed."""
    printed = json.dumps(Printed.of(key, reading, lexicon).to_row(), ensure_ascii=False, separators=(",", ":"))
    return *Features.of(key, reading, lexicon).to_bytes(), printed


def compared(task: Task, engine: Engine) -> list[list[tuple[int, float]]]:  # noqa: ARG001 - as `spread` calls it
    """Return for every article who is alike, by row, and how much."""
    shelf, words = _shelf(task.path, task.run), _words(task.path, task.run)
    return [_alike(article, leads, shelf, words) for article, (leads, _) in task.articles]


@lru_cache(1)
def _reader(path: Path, run: str) -> Reader:  # noqa: ARG001 - another run may be of another database
    """Return what asks the database of a run; it is open until `let_go`, or to the end of its process."""
    return Reader(path)


@lru_cache(1)
def _shelf(path: Path, run: str) -> Shelf:
    """Return the shelf of a run, with what it remembers of articles, which are fixed within it."""
    return Shelf(_reader(path, run).comparing()[0])


def taken(task: Task, engine: Engine) -> list[tuple[int, str]]:
    """Return from whom articles take that carry one text, or several that hang together; all of these are given."""
    reader, shelf = _reader(task.path, task.run), _shelf(task.path, task.run)
    rows = {key: row for row, key, *_ in shelf.comparisons.load([row for row, _ in task.articles])}
    index = ShelfIndex(shelf, rows)
    worded = _worded(rows, _words(task.path, task.run))
    pairs = {pair for key in rows for pair in index.neighbours(key) if pair.first in rows and pair.second in rows}
    carriers = lru_cache(_CUT)(lambda key: Carrier.of(key, reader.reading(rows[key]), engine.lexicon))
    found = [dispatch([carriers(key) for key in group]) for group in groups(sorted(pairs), index, worded)]
    printed = [Printed.from_row(key, json.loads(row)) for _, key, row, _ in shelf.comparisons.printings(rows.values())]
    return [(rows[key], packed_takings(each)) for key, each in taken_by(printed, found).items()]


def let_go(path: Path, run: str) -> None:
    """Close the database that this process compared articles of."""
    _reader(path, run).close()
    for cached in (_reader, _shelf, _words):
        cached.cache_clear()


@lru_cache(1)
def _words(path: Path, run: str) -> Callable[[int], Words]:
    """Return what gives the words of the articles of a database."""
    reader = _reader(path, run)
    return lru_cache(_CUT)(lambda row: Words.of(Article(reader.text(row))))


def _worded(rows: Mapping[str, int], words: Callable[[int], Words]) -> Worded:
    return partial(shared_words, lambda key: words(rows[key]))


def _alike(article: int, leads: Sequence[int], shelf: Shelf, words: Callable[[int], Words]) -> list[tuple[int, float]]:
    own = shelf.load([article])[article]
    near = shelf.comparisons.sharing(leads, times_around(own.days), SHARED)
    scores = {row: likeness(own.weighed, other.weighed) for row, other in shelf.load(near).items() if row != article}
    found = {row: score for row, score in scores.items() if score >= FLOOR}
    for row, pair in shelf.copies(article):
        other = shelf.load([row])[row]
        two = _Two({own.key: own.print, other.key: other.print})
        if not days_allow(own.weighed.traits, other.weighed.traits):
            continue
        if joins(pair, two, _worded({own.key: article, other.key: row}, words)):
            found[row] = COPIED
    return sorted(found.items())


@dataclass(frozen=True, slots=True)
class _Two:
    """Two documents with their fingerprints."""

    prints: Mapping[str, Print]

    def get(self, key: str) -> Print:
        return self.prints[key]
