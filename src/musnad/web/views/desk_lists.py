"""The contexts of the lists of a desk: coverage, rejections, watches, corrections."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from musnad.query import Collection, Correction, Question
from musnad.store import Holdings
from musnad.web.views.found import Listed, listed

_NEW = 50  # finds of a watch that are shown


@dataclass(frozen=True, slots=True)
class CoverageView:
    """What is held: of whom, how much, from when to when, how fresh; `sizes` are the numbers of everything."""

    publishers: tuple[Holdings, ...]
    sizes: Mapping[str, int]

    @property
    def largest(self) -> int:
        """Return the largest number of articles of one publisher."""
        return max((held.articles for held in self.publishers), default=1)


@dataclass(frozen=True, slots=True)
class Watch:
    """A saved question: its name, what it asks, and where it is asked as a whole."""

    name: str
    of: str
    asked: Mapping[str, Any]
    mark: int


@dataclass(frozen=True, slots=True)
class WatchView:
    """A saved question with what is new to it, at most so many finds as a page shows, and the mark of the last."""

    watch: Watch
    found: tuple[Listed, ...]
    mark: int


@dataclass(frozen=True, slots=True)
class CorrectionsView:
    """The decisions of analysts, the newest first."""

    decisions: tuple[Correction, ...]


_ADDRESSED = {"about": "q", "words": "q", "name": "q"}


def coverage(collection: Collection) -> CoverageView:
    """Return what is held."""
    held = sorted(collection.coverage(), key=lambda each: (-each.articles, each.publisher))
    return CoverageView(tuple(held), collection.sizes())


def watches(collection: Collection) -> tuple[Watch, ...]:
    """Return the saved questions."""
    return tuple(_watch(name, asked, mark) for name, (asked, mark) in collection.watches().items())


def watch(collection: Collection, name: str) -> WatchView | None:
    """Return what is new to a saved question since its last report, None where none has this name."""
    found = collection.watches().get(name)
    if found is None:
        return None
    asked, mark = found
    news, last = collection.newest(asked, mark, _NEW)
    return WatchView(_watch(name, asked, mark), tuple(map(listed, news)), last)


def corrections(collection: Collection) -> CorrectionsView:
    """Return the decisions of analysts."""
    return CorrectionsView(collection.corrections()[::-1])


def _watch(name: str, asked: Question, mark: int) -> Watch:
    """Return a saved question with its limits as they stand in an address; the pages know no other ones."""
    values = {_ADDRESSED.get(each, each): value for each, value in asked.saved().items() if each != "of"}
    return Watch(name, asked.of, values, mark)
