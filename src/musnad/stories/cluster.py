"""Agglomerative clustering by average likeness, over the pairs that are alike at all.

Two clusters are joined while the mean over all their pairs (0 for a pair that is not given) is at least a threshold:
a chain of neighbours does not hold together what is not alike as a whole. Ties are decided by keys, so the answer
does not depend on any order.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush

Pairs = Mapping[tuple[str, str], float]
Allows = Callable[[Sequence[str], Sequence[str]], bool]
Sums = defaultdict[int, dict[int, float]]
"""Of two clusters by their numbers the sum of all likenesses of two members, either way round."""
_DIGITS = 9
_UNIT = 10**-_DIGITS


def clusters(
    keys: Iterable[str],
    pairs: Pairs,
    least: float,
    allows: Allows | None = None,
    together: Iterable[tuple[str, str]] = (),
) -> list[tuple[str, ...]]:
    """Return the clusters of some keys, each sorted, in order. `pairs` holds scores by (smaller, greater) key.

    `allows` may forbid that two clusters are joined; what it forbids it must forbid of all clusters that hold them.
    `together` are joined before anything else, whatever it says. `least` is more than nought.
    """
    names = sorted(keys)
    number = {key: n for n, key in enumerate(names)}
    members: dict[int, tuple[str, ...]] = {n: (key,) for n, key in enumerate(names)}
    sums: Sums = defaultdict(dict)
    for (first, second), score in pairs.items():
        one, other = number[first], number[second]
        sums[one][other] = sums[other][one] = score
    for pair in sorted(together):
        one, other = sorted(next(n for n, some in members.items() if key in some) for key in pair)
        if one != other:
            _join(members, sums, one, other)
    heap = [
        (-mean, one, other, len(members[one]), len(members[other]))
        for one, near in sums.items()  # in any order: the heap puts them into its own
        for other, total in near.items()
        if one < other and (mean := _mean(total, len(members[one]) * len(members[other]), least))
    ]
    heapify(heap)
    while heap:
        _, one, other, size, other_size = heappop(heap)
        if len(members.get(one, ())) != size or len(members.get(other, ())) != other_size:
            continue  # one of them has grown or is part of another one
        if allows is not None and not allows(members[one], members[other]):
            continue
        _join(members, sums, one, other)
        own = len(members[one])
        for near, total in sums[one].items():
            beside = len(members[near])
            mean = _mean(total, own * beside, least)
            if mean:
                heappush(heap, (-mean, one, near, own, beside) if one < near else (-mean, near, one, beside, own))
    return sorted(tuple(sorted(some)) for some in members.values())


def _join(members: dict[int, tuple[str, ...]], sums: Sums, one: int, other: int) -> None:
    """Take a cluster into another; a cluster is named by the number of its smallest key."""
    members[one] = (*members[one], *members.pop(other))
    own, gone = sums[one], sums.pop(other, {})
    own.pop(other, None)
    for near, total in gone.items():
        if near == one:
            continue
        joined = own.get(near, 0.0) + total
        own[near] = sums[near][one] = joined
        del sums[near][other]


def _mean(total: float, count: int, least: float) -> float:
    """Return a mean that is at least so great, else nothing."""
    mean = total / count
    if mean < least - _UNIT:  # most are, and to round takes longer
        return 0.0
    mean = round(mean, _DIGITS)
    return mean if mean >= least else 0.0
