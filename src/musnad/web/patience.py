"""Counts of all that is held, shared by all who ask: while a collection is filled it changes several times a second.

Beside every count stands what was looked at, for which all articles are counted: it may be as old as twenty times what
it costs, so that a twentieth of all work at most is counting. Everybody whom articles name takes longer: the last count
is given, unless it is older than a minute, and made anew behind the back of whoever asks.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from threading import Lock
from time import monotonic
from typing import Any, TypeVar

from musnad.store import Reader

Found = TypeVar("Found")

_TIMES = 20
_OLDEST = 60.0  # seconds
_MOST = 64  # counts that are kept


@dataclass(frozen=True, slots=True)
class _Kept:
    found: Any
    at: float
    due: float


class Shared:
    """Keeps the last counts; `later` lets something be counted by a reader in another thread."""

    def __init__(self, later: Callable[[Callable[[Reader], None]], None]) -> None:
        """Know nothing yet."""
        self._later = later
        self._kept: dict[Hashable, _Kept] = {}
        self._asked: set[Hashable] = set()
        self._lock = Lock()

    def soon(self, key: Hashable, count: Callable[[], Found]) -> tuple[Found, bool]:
        """Return a count that is not older than twenty times what it costs, and whether it was made now."""
        kept = self._kept.get(key)
        if kept is not None and monotonic() < kept.due:
            return kept.found, False
        return self._counted(key, count), True

    def behind(self, key: Hashable, reader: Reader, count: Callable[[Reader], Found]) -> Found:
        """Return the last count, and let it be made anew where it is due; one of this moment where it is too old."""
        kept, now = self._kept.get(key), monotonic()
        if kept is None or now > kept.at + _OLDEST:
            return self._counted(key, lambda: count(reader))
        found: Found = kept.found
        with self._lock:
            is_due = now >= kept.due and key not in self._asked
            if is_due:
                self._asked.add(key)
        if is_due:
            self._later(lambda own: self._again(key, lambda: count(own)))
        return found

    def _again(self, key: Hashable, count: Callable[[], Any]) -> None:
        try:
            self._counted(key, count)
        finally:
            self._asked.discard(key)

    def _counted(self, key: Hashable, count: Callable[[], Found]) -> Found:
        began = monotonic()
        found = count()
        now = monotonic()
        if len(self._kept) >= _MOST:
            self._kept.clear()
        self._kept[key] = _Kept(found, now, now + _TIMES * (now - began))
        return found
