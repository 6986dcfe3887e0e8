"""Several values in one question: the marks that stand for them, and as many at once as a question may hold."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

_AT_ONCE = 400  # values in one question

Value = TypeVar("Value")


def marks(values: Sequence[object]) -> str:
    """Return as many marks as there are values.

    >>> marks(["a", "b"])
    '?, ?'
    """
    return ", ".join("?" * len(values))


def parts(values: Iterable[Value], most: int = _AT_ONCE) -> Iterator[tuple[Value, ...]]:
    """Yield values, as many at once as one question may hold."""
    waiting = iter(values)
    while part := tuple(islice(waiting, most)):
        yield part
