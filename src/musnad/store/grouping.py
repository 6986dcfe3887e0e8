"""Which entities are one, from what their names are to each other and what analysts decided: a pure function.

Nothing depends on the order in which anything came. What analysts call the same is one, whatever else holds; what they
or the matcher call different stays apart. A name that is equally like two different ones is joined to neither.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Pair = tuple[str, str]
ONE, OPEN, APART = 1, 0, -1
_CLEARLY = 0.05  # how much surer one likeness must be than another for the first to count


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two names are to each other: `verdict` is ONE, OPEN or APART, with the score and reason of the matcher."""

    verdict: int
    score: float
    reason: str


def is_known(key: str) -> bool:
    """Say whether the id of an entity is one of the knowledge base.

    >>> is_known("country.IRN"), is_known("person:سامح الشاذلي")
    (True, False)
    """
    return ":" not in key


def namesake(key: str, kind: str, name: str, document: str) -> str:
    """Return the id of somebody else of a name, folded, in a document.

    >>> namesake("public_person.x", "person", "سامح الشاذلي", "d-1")
    'person:سامح الشاذلي@d-1'
    """
    return f"{kind}:{name}@{document}" if is_known(key) else f"{key}@{document}"


def groups(
    likes: Mapping[Pair, Likeness], same: Iterable[Pair], different: Iterable[Pair]
) -> tuple[frozenset[str], ...]:
    """Return the groups of several ids that are one, in order. Both ids of a pair are in order."""
    parted = frozenset(different)
    found: dict[str, frozenset[str]] = {}
    for one, two in sorted(same):
        _join(found, one, two)
    decided = {name for pair in parted for name in pair}
    joins = [pair for pair in likes if likes[pair].verdict == ONE and pair not in parted]
    joins.sort(key=lambda pair: (len(decided & {*pair}), -likes[pair].score, pair))
    near = _near(joins)
    for one, two in joins:
        if _is_torn(one, two, near, likes) or _is_torn(two, one, near, likes):
            continue
        left, right = found.get(one, frozenset({one})), found.get(two, frozenset({two}))
        if left is not right and not any(_is_apart(a, b, likes, parted) for a in left for b in right):
            _join(found, one, two)
    return tuple(sorted(set(found.values()), key=min))


def chosen(group: Iterable[str]) -> str:
    """Return the id for which the others of a group stand: one of the knowledge base before all others."""
    return min(group, key=lambda key: (not is_known(key), key))


def _join(found: dict[str, frozenset[str]], one: str, two: str) -> None:
    joined = found.get(one, frozenset({one})) | found.get(two, frozenset({two}))
    found |= dict.fromkeys(joined, joined)


def _near(joins: Iterable[Pair]) -> dict[str, set[str]]:
    near: dict[str, set[str]] = {}
    for one, two in joins:
        near.setdefault(one, set()).add(two)
        near.setdefault(two, set()).add(one)
    return near


def _is_torn(name: str, other: str, near: Mapping[str, set[str]], likes: Mapping[Pair, Likeness]) -> bool:
    """Say whether a name is about as much like somebody who is not the other."""
    least = likes[_pair(name, other)].score - _CLEARLY
    return any(
        third != other
        and likes[_pair(name, third)].score >= least
        and (verdict := likes.get(_pair(other, third))) is not None
        and verdict.verdict == APART
        for third in near[name]
    )


def _is_apart(one: str, two: str, likes: Mapping[Pair, Likeness], parted: frozenset[Pair]) -> bool:
    pair = _pair(one, two)
    found = likes.get(pair)
    return pair in parted or (found is not None and found.verdict == APART)


def _pair(one: str, two: str) -> Pair:
    return (one, two) if one < two else (two, one)
