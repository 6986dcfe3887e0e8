"""How surely two articles tell of one happening: a weighted sum of what they share, times what their days allow."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import log, sqrt

from musnad.stories.days import apart
from musnad.stories.statistics import Epoch
from musnad.stories.traits import KINDS, Traits

WEIGHTS: Mapping[str, float] = {"words": 0.55, "names": 0.25, "places": 0.05, "events": 0.15}
"""What each kind of trait may contribute; they sum to 1. Chosen on days of news read by eye (docs/explain)."""
WORDED = 0.3  # likeness of words from which the rest counts in full: the same people meet about another matter
SAME_DAYS = 1  # days between two prints of one piece of news, evening and morning
FADING = 0.88  # for every day more
FARTHEST = 10  # days: an article that tells what happened earlier is another story
ELSEWHERE = 0.65  # where each headline names a place that the other text does not know: the same in another town
UNKNOWN = 0.8  # where a day is not known, the rest must say more
_KNOWN = 8  # possible days of two articles together of which both are known well enough
_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Weighed:
    """An article with the weights of its traits and their norms."""

    traits: Traits
    weights: Mapping[str, Mapping[str, float]]
    norms: Mapping[str, float]

    @classmethod
    def of(cls, traits: Traits, epoch: Epoch) -> "Weighed":
        """Weigh traits by how often they stand and how rare they are."""
        weights = {
            kind: {t: (1 + log(n)) * epoch.rarity(kind, t) for t, n in sorted(traits.of(kind).items())}
            for kind in KINDS
        }
        norms = {kind: sqrt(sum(w * w for w in found.values())) for kind, found in weights.items()}
        return cls(traits, weights, norms)

    def leading(self, kind: str, most: int) -> list[str]:
        """Return the traits of a kind that weigh most."""
        found = self.weights[kind]
        return sorted(found, key=lambda trait: (-found[trait], trait))[:most]


def likeness(first: Weighed, second: Weighed) -> float:
    """Return a score from 0 to 1; symmetric, and the same whatever else is asked before."""
    if first.traits.key > second.traits.key:
        first, second = second, first
    allowed = days_allow(first.traits, second.traits)
    if not allowed:
        return 0.0
    words = _cosine(first, second, "words") if first.norms["words"] and second.norms["words"] else 0.0
    counted = min(1.0, words / WORDED)
    total, possible = WEIGHTS["words"] * words, WEIGHTS["words"]
    for kind, weight in WEIGHTS.items():
        if kind == "words" or not first.norms[kind] or not second.norms[kind]:
            continue  # what one of them does not tell decides nothing
        total += counted * weight * _cosine(first, second, kind)
        possible += weight
    allowed *= ELSEWHERE if is_elsewhere(first.traits, second.traits) else 1.0
    return round(allowed * total / possible, _DIGITS)


def is_elsewhere(first: Traits, second: Traits) -> bool:
    """Say whether the headlines name places that the other article does not name at all."""
    if not first.where or not second.where:
        return False
    return first.where.isdisjoint(second.places) and second.where.isdisjoint(first.places)


def days_allow(first: Traits, second: Traits) -> float:
    """Return the factor of the days between two articles: 1 for a day or less, 0 for too many."""
    between = apart(first.days, second.days)
    if between is None:
        return UNKNOWN
    if between > FARTHEST:
        return 0.0
    certain = 1.0 if len(first.days) + len(second.days) <= _KNOWN else UNKNOWN
    return float(certain * FADING ** max(0, between - SAME_DAYS))


def _cosine(first: Weighed, second: Weighed, kind: str) -> float:
    one, other = first.weights[kind], second.weights[kind]
    if len(other) < len(one):
        one, other = other, one
    shared = sum(weight * other[trait] for trait, weight in one.items() if trait in other)
    return shared / (first.norms[kind] * second.norms[kind])
