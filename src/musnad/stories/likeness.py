"""How surely two articles tell of one happening: a weighted sum of what they share, times what their days allow."""

from array import array
from collections.abc import Callable, Mapping
from itertools import repeat
from math import fsum, log, sqrt
from operator import mul, neg
from typing import Protocol

from musnad.stories.days import apart
from musnad.stories.statistics import Epoch
from musnad.stories.traits import KINDS, MOST, Traits

WEIGHTS: Mapping[str, float] = {"words": 0.55, "names": 0.25, "places": 0.05, "events": 0.15}
"""What each kind of trait may contribute; they sum to 1. Chosen on days of news read by eye (docs/explain)."""
FLOOR = 0.1  # likeness that counts as none
WORDED = 0.3  # likeness of words from which the rest counts in full: the same people meet about another matter
SAME_DAYS = 1  # days between two prints of one piece of news, evening and morning
FADING = 0.88  # for every day more
FARTHEST = 10  # days: an article that tells what happened earlier is another story
ELSEWHERE = 0.65  # where each headline names a place that the other text does not know: the same in another town
AGAIN = 0.2  # where each headline counts what the other text does not, days apart: the like of it, some other time
UNKNOWN = 0.8  # where a day is not known, the rest must say more
_KNOWN = 8  # possible days of two articles together of which both are known well enough
_DIGITS = 9
_OF = tuple(WEIGHTS[kind] for kind in KINDS)
_BESIDE = range(1, len(KINDS))  # kinds that count where the words are alike
_TIMES = [0.0, *(1 + log(n) for n in range(1, MOST + 1))]


class Dated(Protocol):
    """An article with its possible days."""

    @property
    def days(self) -> tuple[int, ...]:
        """Return them in order."""


class Weighed:
    """An article with the weights of its traits, of every kind in order, each made when it is first asked for."""

    __slots__ = ("_epoch", "_norms", "_weights", "traits")

    def __init__(self, traits: Traits, epoch: Epoch) -> None:
        """Weigh traits by how often they stand and how rare they are."""
        self.traits = traits
        self._epoch = epoch
        self._weights: list[array[float] | None] = [None] * len(KINDS)
        self._norms = [0.0] * len(KINDS)

    @property
    def days(self) -> tuple[int, ...]:
        """Return the possible days."""
        return self.traits.days

    def weights(self, kind: int) -> "array[float]":
        """Return the weights of the traits of a kind."""
        found = self._weights[kind]
        if found is None:
            often = map(_TIMES.__getitem__, self.traits.counts[kind])
            found = array("f", map(mul, often, self._epoch.rarities(self.traits.numbers[kind])))
            self._weights[kind] = found
            self._norms[kind] = sqrt(fsum(map(mul, found, found)))
        return found

    def norm(self, kind: int) -> float:
        """Return the norm of these weights."""
        self.weights(kind)
        return self._norms[kind]

    def leading(self, most: int) -> list[int]:
        """Return the traits of every kind that weigh most."""
        found: list[int] = []
        for kind, numbers in enumerate(self.traits.numbers):
            ordered = sorted(zip(map(neg, self.weights(kind)), numbers, strict=True))
            found += [number for _, number in ordered[:most]]
        return found


def likeness(first: Weighed, second: Weighed) -> float:
    """Return a score from 0 to 1, 0 where it is less than `FLOOR`; the same whichever of the two comes first."""
    return against(first)(second)


def against(own: Weighed) -> Callable[[Weighed], float]:
    """Return what says how alike others are an article."""
    held = [dict(zip(own.traits.numbers[kind], own.weights(kind), strict=True)) for kind in range(len(KINDS))]

    def cosine(kind: int, other: Weighed) -> float:
        found = map(held[kind].get, other.traits.numbers[kind], repeat(0.0))
        return fsum(map(mul, found, other.weights(kind))) / (own.norm(kind) * other.norm(kind))

    def score(other: Weighed) -> float:
        allowed = days_allow(own, other)
        if not allowed or not own.norm(0) or not other.norm(0):
            return 0.0
        words = cosine(0, other)
        counted = min(1.0, words / WORDED)
        # what one of them does not tell decides nothing
        told = [kind for kind in _BESIDE if own.traits.numbers[kind] and other.traits.numbers[kind]]
        rest = sum(_OF[kind] for kind in told)
        possible = _OF[0] + rest
        if allowed * (_OF[0] * words + counted * rest) < FLOOR * possible:
            return 0.0  # whatever else they share
        total = _OF[0] * words + counted * sum(_OF[kind] * cosine(kind, other) for kind in told)
        allowed *= ELSEWHERE if is_elsewhere(own.traits, other.traits) else 1.0
        allowed *= AGAIN if is_again(own.traits, other.traits) else 1.0
        found = round(allowed * total / possible, _DIGITS)
        return found if found >= FLOOR else 0.0

    return score


def is_elsewhere(first: Traits, second: Traits) -> bool:
    """Say whether the headlines name places that the other article does not name at all."""
    if not first.where or not second.where:
        return False
    return first.where.isdisjoint(second.places) and second.where.isdisjoint(first.places)


def is_again(first: Traits, second: Traits) -> bool:
    """Say whether the headlines have figures that the other article does not write at all, more than a day apart.

    Such are reports that come again and again: the weather, a market's close, what a patrol seized this time.
    """
    if not first.headed or not second.headed:
        return False
    between = apart(first.days, second.days)
    other = first.headed.isdisjoint(second.figures) and second.headed.isdisjoint(first.figures)
    return other and between is not None and between > SAME_DAYS


def days_allow(first: Dated, second: Dated) -> float:
    """Return the factor of the days between two articles: 1 for a day or less, 0 for too many."""
    between = apart(first.days, second.days)
    if between is None:
        return UNKNOWN
    if between > FARTHEST:
        return 0.0
    certain = 1.0 if len(first.days) + len(second.days) <= _KNOWN else UNKNOWN
    return float(certain * FADING ** max(0, between - SAME_DAYS))
