"""Connections that only read: one a thread, for SQLite wants it so, and a bound on what a request may cost."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import local
from time import monotonic

from musnad.query import Collection
from musnad.store import Reader
from musnad.web.patience import Shared


class Pool:
    """Lends the collection to the thread that asks."""

    def __init__(self, db: Path, seconds: float) -> None:
        """Open nothing yet. `seconds` bound what is asked between taking a collection and giving it back."""
        self._db = db
        self._seconds = seconds
        self._own = local()
        self._patience = Shared(self._behind)
        self._worker = ThreadPoolExecutor(1)

    @contextmanager
    def collection(self, seconds: float | None = None) -> Iterator[Collection]:
        """Lend the collection; what takes too long ends with a `StoreError`. Raises it too where there is none."""
        found: Collection | None = getattr(self._own, "collection", None)
        if found is None:
            found = self._own.collection = Collection(self._db)
            found.reader.patience = self._patience
        end = monotonic() + (self._seconds if seconds is None else seconds)
        found.stop_when(lambda: monotonic() > end)
        try:
            yield found
        finally:
            found.stop_when(None)

    def _behind(self, count: Callable[[Reader], None]) -> None:
        """Let something be counted through a connection of its own."""

        def work() -> None:
            with self.collection() as own:
                count(own.reader)

        self._worker.submit(work)
