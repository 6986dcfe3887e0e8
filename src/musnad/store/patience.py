"""When to count what hangs on all that is held: whenever it is asked for, unless somebody has more patience.

While a collection is filled it is another one several times a second. Whoever answers many readers meanwhile puts an
object of his own in the place of `AtOnce`.
"""

from collections.abc import Callable, Hashable
from typing import Protocol, TypeVar

Asked = TypeVar("Asked")  # what is counted from: the reader of a database
Found = TypeVar("Found")


class Patience(Protocol[Asked]):
    """Says when to count."""

    def soon(self, key: Hashable, count: Callable[[], Found]) -> tuple[Found, bool]:
        """Return a count of this moment or of a little earlier, and whether it is of this moment."""

    def behind(self, key: Hashable, reader: Asked, count: Callable[[Asked], Found]) -> Found:
        """Return a count of this moment, or the last one, which is then made anew behind the back of whoever asks."""


class AtOnce:
    """Counts whenever it is asked to."""

    def soon(self, _: Hashable, count: Callable[[], Found]) -> tuple[Found, bool]:
        """Return a count of this moment."""
        return count(), True

    def behind(self, _: Hashable, reader: Asked, count: Callable[[Asked], Found]) -> Found:
        """Return a count of this moment."""
        return count(reader)
