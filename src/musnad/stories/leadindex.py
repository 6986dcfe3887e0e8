"""The leads of all articles in memory: who shares some with an article, for runs that compare many.

Says what `Comparisons.sharing` says. Two arrays, some 12 bytes a lead of an article.
"""

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence

from musnad.stories.leads import ANY

_TIMES = 1 << 20  # more than there are times; the one of articles without a day is below nought


class LeadIndex:
    """Articles by number and time, in the order of these."""

    def __init__(self, leads: Iterable[tuple[int, int, int]]) -> None:
        """Take number, time and article of all leads, in order."""
        self._keys = array("Q")
        self._articles = array("I")
        for number, time, article in leads:
            self._keys.append(number * _TIMES + time + 1)
            self._articles.append(article)

    def sharing(self, numbers: Iterable[int], times: Sequence[int] | None) -> tuple[Counter[int], Counter[int]]:
        """Return how many leading traits articles share at some times, or at any: dated articles, and undated ones."""
        keys, articles = self._keys, self._articles
        dated: Counter[int] = Counter()
        undated: Counter[int] = Counter()
        for number in numbers:
            base = number * _TIMES
            any_, first = base + ANY + 1, base + ANY + 2
            found: set[int] = set()
            for low, high in (
                [(first, base + _TIMES)] if times is None else [(base + t + 1, base + t + 2) for t in times]
            ):
                at = bisect_left(keys, low)
                some = articles[at : bisect_left(keys, high, at)]
                if low == any_:
                    undated.update(some)
                else:
                    found.update(some)
            dated.update(found)
            if times is None:
                at = bisect_left(keys, any_)
                undated.update(articles[at : bisect_left(keys, first, at)])
        return dated, undated
