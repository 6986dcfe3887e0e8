"""Connections that only read: one a thread, for SQLite wants it so, and a bound on what a request may cost.

Beside every count stands what was looked at, for which all articles are counted. While a collection is filled it is
another one several times a second, so these counts are shared, and may be as old as twenty times what they cost.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import local
from time import monotonic

from musnad.query import Collection
from musnad.store import Holdings

_TIMES = 20  # the age that a count may reach, in times of what it took: at most a twentieth of all work is counting


class Patience:
    """Counts what is held, but not at every question."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._kept: tuple[list[Holdings], float] | None = None

    def __call__(self, count: Callable[[], list[Holdings]]) -> tuple[list[Holdings], bool]:
        """Return what is held, or was a moment ago, and whether it was counted now."""
        began, kept = monotonic(), self._kept
        if kept is not None and began < kept[1]:
            return kept[0], False
        found = count()
        now = monotonic()
        self._kept = found, now + _TIMES * (now - began)
        return found, True


class Pool:
    """Lends the collection to the thread that asks."""

    def __init__(self, db: Path, seconds: float) -> None:
        """Open nothing yet. `seconds` bound what is asked between taking a collection and giving it back."""
        self._db = db
        self._seconds = seconds
        self._own = local()
        self._patience = Patience()

    @contextmanager
    def collection(self, seconds: float | None = None) -> Iterator[Collection]:
        """Lend the collection; what takes too long ends with a `StoreError`. Raises it too where there is none."""
        found: Collection | None = getattr(self._own, "collection", None)
        if found is None:
            found = self._own.collection = Collection(self._db)
            found.reader.counting = self._patience
        end = monotonic() + (self._seconds if seconds is None else seconds)
        found.stop_when(lambda: monotonic() > end)
        try:
            yield found
        finally:
            found.stop_when(None)
