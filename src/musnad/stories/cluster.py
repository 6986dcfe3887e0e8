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
_DIGITS = 9


def clusters(
    keys: Iterable[str],
    pairs: Pairs,
    least: float,
    allows: Allows | None = None,
    together: Iterable[tuple[str, str]] = (),
) -> list[tuple[str, ...]]:
    """Return the clusters of some keys, each sorted, in order. `pairs` holds scores by (smaller, greater) key.

    `allows` may forbid that two clusters are joined; what it forbids it must forbid of all clusters that hold them.
    `together` are joined before anything else, whatever it says.
    """
    members: dict[str, tuple[str, ...]] = {key: (key,) for key in sorted(keys)}
    sums: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for (one, other), score in sorted(pairs.items()):
        sums[one][other] = sums[other][one] = score
    for one, other in sorted(together):
        first, second = sorted(next(name for name, some in members.items() if key in some) for key in (one, other))
        if first != second:
            _join(members, sums, first, second)
    heap = [
        (-mean, one, other, len(members[one]), len(members[other]))
        for one, near in sorted(sums.items())
        for other in near
        if one < other and (mean := _mean(members, sums, one, other)) >= least
    ]
    heapify(heap)
    while heap:
        _, one, other, size, other_size = heappop(heap)
        if _is_stale(members, one, size) or _is_stale(members, other, other_size):
            continue
        if allows is not None and not allows(members[one], members[other]):
            continue
        _join(members, sums, one, other)
        own = len(members[one])
        for near, total in sums[one].items():  # in any order: the heap puts them into its own
            beside = len(members[near])
            mean = round(total / (own * beside), _DIGITS)
            if mean >= least:
                heappush(heap, (-mean, one, near, own, beside) if one < near else (-mean, near, one, beside, own))
    return sorted(tuple(sorted(some)) for some in members.values())


def _is_stale(members: Mapping[str, tuple[str, ...]], name: str, size: int) -> bool:
    return len(members.get(name, ())) != size


def _join(members: dict[str, tuple[str, ...]], sums: dict[str, dict[str, float]], one: str, other: str) -> None:
    """Take a cluster into another; a cluster is named by its smallest key."""
    members[one] = (*members[one], *members.pop(other))
    own, gone = sums[one], sums.pop(other, {})
    own.pop(other, None)
    for near, total in gone.items():
        if near == one:
            continue
        joined = own.get(near, 0.0) + total
        own[near] = sums[near][one] = joined
        del sums[near][other]


def _mean(members: Mapping[str, tuple[str, ...]], sums: Mapping[str, Mapping[str, float]], one: str, two: str) -> float:
    return round(sums[one][two] / (len(members[one]) * len(members[two])), _DIGITS)
