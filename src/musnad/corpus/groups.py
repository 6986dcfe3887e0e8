"""Which documents carry one text: groups of documents by the pairs that share text.

Documents that hold most of each other make cores. A core that most documents of a longer one hold is a part of it,
unless the longer one holds several cores that have nothing to do with each other. Otherwise the articles that hold it
printed several dispatches: they are members of each, and the dispatches stay apart. Every core is a part of at most one
longer one, so that short texts do not tie long ones together. The answer is a function of the pairs, whatever their
order.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from musnad.corpus.index import Kept, Pair, Prints

JOIN = 0.5  # of the shorter text, by fingerprints
DOUBTFUL = 0.3  # by fingerprints: a copy with every sixth word changed, or formulas; the words themselves must tell
WORDED = 0.6  # of the shorter text's words in shared passages; read pairs of formulas had .24 to .56
NEWS = 7  # days between two prints of one dispatch
LATER = 0.6  # of the shorter text, where more days lie between: formulas of last year's report are no copy
SERIAL = 0.8  # of the longer text, between texts of one publisher: tables and forecasts of other days are no copies
MUTUAL = 0.55  # of the longer text: two versions of one text; no article holds two dispatches by as much
_MEET = 0.35  # of the smaller of two parts of a text: less is no part in common
_SEVERAL = 2  # texts in one article that have nothing to do with each other

Core = tuple[str, ...]
Worded = Callable[[Pair], float]
"""Says what share of a shorter text's words stands in passages that it shares with the longer: slower and surer."""


def joins(pair: Pair, index: Kept, worded: Worded | None = None) -> bool:
    """Say whether two documents that share text carry one dispatch, rather than a passage or a formula.

    Doubtful pairs are no dispatch where nobody can look at the words.
    """
    first, second = index.get(pair.first), index.get(pair.second)
    days = 0 if first.day is None or second.day is None else abs(first.day - second.day)
    is_serial = bool(first.publisher) and first.publisher == second.publisher
    if days > NEWS:
        return pair.of_shorter >= LATER and (not is_serial or pair.of_longer >= SERIAL)
    if is_serial and (days or first.day is None or second.day is None):
        return pair.of_shorter >= LATER
    if pair.of_shorter >= JOIN:
        return True
    return worded is not None and pair.of_shorter >= DOUBTFUL and worded(pair) >= WORDED


def groups(pairs: Iterable[Pair], index: Kept, worded: Worded | None = None) -> list[Core]:
    """Return the groups of documents that carry one text, each sorted, in order. A document may be in several."""
    joined = [pair for pair in pairs if joins(pair, index, worded)]
    cores = _connected({key for pair in joined for key in (pair.first, pair.second)}, _mutual(joined))
    held = _held(joined, {key: core for core in cores for key in core}, index)
    inside: defaultdict[Core, dict[Core, _Hold]] = defaultdict(dict)
    for hold in held:
        inside[hold.longer][hold.shorter] = hold
    several = {longer for longer in inside if _prints_several(longer, inside, index)}
    parts = [hold for hold in held if hold.is_part and hold.longer not in several]
    root = _roots(cores, parts)
    found: defaultdict[Core, set[str]] = defaultdict(set)
    for core in cores:
        found[root[core]].update(core)
    for hold in held:
        if root[hold.shorter] != root[hold.longer]:
            found[root[hold.shorter]].update(hold.by)
    return sorted({tuple(sorted(group)) for group in found.values() if len(group) > 1})


def groups_around(key: str, index: Prints, worded: Worded | None = None) -> list[Core]:
    """Return the groups of everything that hangs together with one document: what its arrival or change can touch.

    The same as `groups` says of these documents over the whole index; no other group changes with the document.
    """
    seen, ahead = {key}, [key]
    found: set[Pair] = set()
    while ahead:
        for pair in index.neighbours(ahead.pop()):
            if pair not in found and joins(pair, index, worded):
                found.add(pair)
                ahead += {pair.first, pair.second} - seen
                seen |= {pair.first, pair.second}
    return groups(sorted(found), index, worded)


def _mutual(joined: Iterable[Pair]) -> list[tuple[str, str]]:
    return [(pair.first, pair.second) for pair in joined if pair.of_longer >= MUTUAL]


def _connected(keys: set[str], edges: Iterable[tuple[str, str]]) -> list[Core]:
    """Return the connected parts of some documents, each sorted, in order."""
    beside: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in edges:
        beside[one].add(other)
        beside[other].add(one)
    left = set(keys)
    parts = []
    for start in sorted(keys):
        if start not in left:
            continue
        left.discard(start)
        part, ahead = [start], [start]
        while ahead:
            reached = beside[ahead.pop()] & left
            left -= reached
            part += reached
            ahead += reached
        parts.append(tuple(sorted(part)))
    return sorted(parts)


@dataclass(frozen=True, slots=True)
class _Hold:
    """A core that a longer one holds: the greatest share of a document that it holds, and which of its documents do."""

    longer: Core
    shorter: Core
    share: float
    by: frozenset[str]

    @property
    def is_part(self) -> bool:
        """Say whether most documents of the longer core hold the shorter: not only one that printed both.

        Where half of them do, a shorter core of several documents is a dispatch of its own.
        """
        return 2 * len(self.by) > len(self.longer) - (len(self.shorter) == 1)


def _held(joined: Iterable[Pair], cores: Mapping[str, Core], index: Kept) -> list[_Hold]:
    """Return which core holds which, in order.

    The longer of two cores is the one with the longest document; of equal ones the later by key.
    """
    length = {core: (max(len(index.get(key).prints) for key in core), core) for core in set(cores.values())}
    shares: defaultdict[tuple[Core, Core], dict[str, float]] = defaultdict(dict)
    for pair in joined:
        one, other = cores[pair.first], cores[pair.second]
        if one == other:
            continue
        shorter, longer = sorted((one, other), key=length.__getitem__)
        holder = pair.first if cores[pair.first] == longer else pair.second
        by = shares[longer, shorter]
        by[holder] = max(pair.of_shorter, by.get(holder, 0.0))
    return [_Hold(*key, max(by.values()), frozenset(by)) for key, by in sorted(shares.items())]


def _prints_several(longer: Core, inside: Mapping[Core, Mapping[Core, _Hold]], index: Kept) -> bool:
    """Say whether a core holds several texts that share nothing with each other.

    Papers that cut one text all keep its beginning, so that their parts meet.
    """
    parts = {core[0]: core for core in inside[longer]}
    if len(parts) < _SEVERAL:
        return False
    edges = [(core[0], other[0]) for core in parts.values() for other in inside.get(core, ()) if other[0] in parts]
    own = frozenset().union(*(index.get(key).prints for key in longer))
    places = []
    for group in _connected(set(parts), edges):
        documents = [key for name in group for key in parts[name]]
        places.append(own & frozenset().union(*(index.get(key).prints for key in documents)))
    return len(places) >= _SEVERAL and _are_apart(places)


def _are_apart(places: Sequence[frozenset[int]]) -> bool:
    """Say whether sets of fingerprints are parts of a text that hardly meet."""
    return all(
        len(one & other) < _MEET * min(len(one), len(other))
        for i, one in enumerate(places)
        for other in places[i + 1 :]
    )


def _roots(cores: Iterable[Core], parts: Iterable[_Hold]) -> dict[Core, Core]:
    """Return for every core the longest one that it is a part of, directly or through others; itself where of none."""
    best: dict[Core, tuple[float, Core]] = {}
    for hold in parts:
        best[hold.shorter] = max((hold.share, hold.longer), best.get(hold.shorter, (0.0, ())))
    root = {}
    for core in cores:
        top = core
        while top in best:
            top = best[top][1]
        root[core] = top
    return root
