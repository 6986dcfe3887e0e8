"""What a process has at hand that works on the stories of a database: a reader, the shelf, words of articles.

All of it is fixed within one run, and remembered until `let_go` or the end of the process.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path

from musnad.corpus.copies import shared_words
from musnad.corpus.groups import Worded
from musnad.corpus.passages import Words
from musnad.model import Article
from musnad.store import Reader
from musnad.stories.leadindex import LeadIndex
from musnad.stories.leads import is_near, times_around
from musnad.stories.shelf import Shelf

_CUT = 200  # articles whose words are kept for the next pair


@dataclass(frozen=True, slots=True)
class Run:
    """One run over the stories of a database: `name` tells it from others.

    `many` says that what all articles have in common is worth taking into memory, `whole` that all are compared anew.
    """

    path: Path
    name: str
    many: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Desk:
    """What is at hand in one run."""

    reader: Reader
    shelf: Shelf
    words: Callable[[int], Words]
    index: LeadIndex | None = None

    def near(self, numbers: Sequence[int], days: Sequence[int]) -> list[int]:
        """Return the articles with which one is to be compared that has some leads and possible days."""
        times = times_around(days)
        found = (self.index or self.shelf.comparisons).sharing(numbers, times)
        kinds = zip(found, (times is not None, False), strict=True)
        return sorted(row for some, dated in kinds for row, shared in some.items() if is_near(shared, dated=dated))

    def worded(self, rows: Mapping[str, int]) -> Worded:
        """Return what says how many words two documents share, whose rows are given."""
        return partial(shared_words, lambda key: self.words(rows[key]))


@lru_cache(1)
def desk(run: Run) -> Desk:
    """Return what this process has at hand in a run."""
    reader = Reader(run.path, is_small=True)
    shelf = Shelf(reader.comparing()[0])
    words = lru_cache(_CUT)(lambda row: Words.of(Article(reader.text(row))))
    if run.many:
        shelf.epoch.take_all()
    return Desk(reader, shelf, words, LeadIndex(shelf.comparisons.all_leads()) if run.many else None)


@contextmanager
def running(run: Run) -> Iterator[Run]:
    """Give a run; what this process had at hand in it is let go behind it."""
    try:
        yield run
    finally:
        if desk.cache_info().currsize:
            desk(run).reader.close()
            desk.cache_clear()
