"""The days on which an article may have been published, and how far two articles lie apart."""

from bisect import bisect_left
from datetime import date

from musnad.model import Published

_LONGEST = 3700  # days of an open stretch that are looked at


def possible(published: Published) -> tuple[int, ...]:
    """Return the numbers of all days that fit, in order; nothing where nobody knows."""
    first, last = published.earliest, published.day
    if first is not None and last is not None:
        return tuple(range(first.toordinal(), last.toordinal() + 1))
    found: set[int] = set()
    for candidate in published.candidates:
        found.update(_stretch(candidate.value))
    return tuple(sorted(found))


def apart(first: tuple[int, ...], second: tuple[int, ...]) -> int | None:
    """Return the fewest days that may lie between two articles, None where a day is unknown.

    >>> apart((5, 12), (9,)), apart((), (9,))
    (3, None)
    """
    if not first or not second:
        return None
    if first[-1] - first[0] < len(first) and second[-1] - second[0] < len(second):  # no days left out
        return max(0, first[0] - second[-1], second[0] - first[-1])
    short, long = sorted((first, second), key=len)
    best = abs(short[0] - long[0])
    for day in short:
        at = bisect_left(long, day)
        best = min([best, *(abs(day - other) for other in long[max(0, at - 1) : at + 1])])
    return best


def _stretch(value: str) -> range:
    first, _, last = value.partition("/")
    try:
        low = date.fromisoformat(first[:10]).toordinal()
        high = date.fromisoformat(last[:10]).toordinal() if last else low
    except ValueError:
        return range(0)
    return range(low, min(high, low + _LONGEST) + 1)
