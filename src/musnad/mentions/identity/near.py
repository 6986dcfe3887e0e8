"""Near ties: whom a name or role may mean beside the one chosen, each with a share of the evidence."""

from collections.abc import Sequence

from musnad.mentions.person import Person

NEAR = 0.25
"""The share from which on somebody else is an alternative."""

_NEVER, _SHORTLY, _FARTHER = 1_000_000, 60, 3
"""Tokens, and how much farther away others of one first name are than the one whom it means."""

Shares = tuple[tuple[Person, float], ...]


def by_distance(people: Sequence[Person], at: int) -> Shares:
    """Return who may be meant by a role at a token: the nearer seen before, the more; else in order of mention."""
    before = [person for person in people if 0 <= person.last_seen <= at]
    if before:
        return _shares([(person, 1 / (1 + at - person.last_seen)) for person in before])
    return _shares([(person, 1 / (1 + rank)) for rank, person in enumerate(people)])


def by_naming(people: Sequence[Person]) -> Shares:
    """Return who may be meant by a part of a name: the oftener named, the more."""
    return _shares([(person, float(person.named)) for person in people])


def namesake(people: Sequence[Person], at: int) -> Person | None:
    """Return whom a first name alone at a token means, of those who bear it: the one named shortly before, no other."""
    far = [(min((at - place for place in p.places if place < at), default=_NEVER), p.number, p) for p in people]
    far.sort(key=lambda each: each[:2])
    if not far or far[0][0] > _SHORTLY or (len(far) > 1 and far[1][0] < _FARTHER * far[0][0]):
        return None
    return far[0][2]


def beside(chosen: Person, shares: Shares) -> Shares:
    """Return the shares if the chosen one has one and somebody else's is near, else nothing."""
    others = [share for person, share in shares if person is not chosen]
    return shares if 0 < len(others) < len(shares) and max(others) >= NEAR else ()


def _shares(weights: Sequence[tuple[Person, float]]) -> Shares:
    """Return everybody's part of all weights, best first."""
    whole = sum(weight for _, weight in weights)
    return tuple(sorted(((p, w / whole) for p, w in weights), key=lambda each: -each[1])) if whole else ()
