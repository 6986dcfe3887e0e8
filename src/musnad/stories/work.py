"""What processes do for the stories of a collection: features, statistics, leading traits, whom articles are alike."""

import json
from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from musnad.corpus.groups import joins
from musnad.corpus.index import Print
from musnad.corpus.takings import Printed
from musnad.lexicon import Lexicon
from musnad.model import Reading
from musnad.pipeline import Engine
from musnad.store import Due, unpack
from musnad.stories.desk import Desk, Run, desk
from musnad.stories.find import COPIED
from musnad.stories.leads import leading_of, times_of
from musnad.stories.likeness import against, days_allow
from musnad.stories.packed import Features

Leads = tuple[Sequence[int], tuple[int, ...]]
"""The numbers and the times under which an article is found."""


@dataclass(frozen=True, slots=True)
class Task:
    """Some articles of a run; where they are to be compared, with their leads."""

    run: Run
    articles: tuple[int, ...]
    leads: tuple[Leads, ...] = ()


@dataclass(frozen=True, slots=True)
class Counted:
    """In how many of some articles traits stand, and by row who published each when."""

    traits: Sequence[int]
    holders: Sequence[int]
    prints: Mapping[int, tuple[str, int | None]]


@dataclass(frozen=True, slots=True)
class Led:
    """An article with its leading traits, the times under which it is kept, its first possible day."""

    article: int
    traits: Sequence[int]
    times: tuple[int, ...]
    day: int | None


def features_of(due: Sequence[Due], engine: Engine) -> list[tuple[bytes, bytes, str]]:
    """Return the features of readings, packed, and what the source graph keeps of them."""
    return [features(key, unpack(text, reading), engine.lexicon) for _, key, _, text, reading in due]


def features(key: str, reading: Reading, lexicon: Lexicon) -> tuple[bytes, bytes, str]:
    """Return the features of a reading of a document, packed."""
    printed = json.dumps(Printed.of(key, reading, lexicon).to_row(), ensure_ascii=False, separators=(",", ":"))
    return *Features.of(key, reading, lexicon).to_bytes(), printed


def counted(task: Task) -> Counted:
    """Return the statistics of some articles."""
    total: Counter[int] = Counter()
    prints = {}
    for article, key, traits, made in desk(task.run).shelf.comparisons.load(task.articles):
        found = Features.from_bytes(key, traits, made)
        prints[article] = (found.publisher, found.day)
        for some in found.traits.numbers:
            total.update(some)
    return Counted(array("I", total.keys()), array("I", total.values()), prints)


def leading(task: Task) -> list[Led]:
    """Return with which traits articles lead."""
    shelf = desk(task.run).shelf
    return [
        Led(row, array("I", leading_of(held.weighed)), times_of(held.days), min(held.days, default=None))
        for row, held in sorted(shelf.load(task.articles).items())
    ]


def compared(task: Task) -> list[list[tuple[int, float]]]:
    """Return for every article who is alike, by row, and how much."""
    own = desk(task.run)
    whole = task.run.whole
    return [_alike(article, leads, own, whole=whole) for article, leads in zip(task.articles, task.leads, strict=True)]


def _alike(article: int, leads: Leads, at: Desk, *, whole: bool) -> list[tuple[int, float]]:
    """Return who is alike an article; where all are compared, of every two only one looks at the other."""
    own = at.shelf.load([article])[article]
    near = at.near(leads[0], own.days)
    others = at.shelf.load([row for row in near if row < article or (row > article and not whole)])
    score = against(own.weighed)
    found = {row: value for row, other in others.items() if (value := score(other.weighed))}
    for row, pair in at.shelf.copies(article):
        if whole and row > article:
            continue
        other = at.shelf.load([row])[row]
        if not days_allow(own, other):
            continue
        two = _Two({own.key: own.print, other.key: other.print})
        if joins(pair, two, at.worded({own.key: article, other.key: row})):
            found[row] = COPIED
    return sorted(found.items())


@dataclass(frozen=True, slots=True)
class _Two:
    """Two documents with their fingerprints."""

    prints: Mapping[str, Print]

    def get(self, key: str) -> Print:
        return self.prints[key]
