"""Which assertions claim the same: by their words, or of events by type, participants and day.

Only assertions of one story are compared, and of these only such that share rare words, or a type of event.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from math import fsum, log

from musnad.claims.assertion import Assertion
from musnad.stories.cluster import Allows, clusters

LEAST = 0.5  # mean likeness of the assertions of one proposition
PART = 0.45  # of the weight of the longer one that a shorter one must have to be a part of it
HELD = 0.72  # of the weight of the shorter one that must stand in the longer
SAME_SPEAKER = 0.08  # added where one speaker says both
OTHER_SPEAKER = 0.2  # taken away where two say it: only the same words are then the same claim
RAREST = 10  # stems of a piece by which it is found
HOLDERS = 200  # pieces that share a stem: more say that it finds nothing
_DAYS_APART, _DIGITS = 1, 9
TOLD = 0.2  # likeness of the sentences that tell of two events which share one participant alone
_WHO = 0.34  # of the participants of two events that must be shared


@dataclass(frozen=True, slots=True)
class Decided:
    """What analysts decided of pairs of facts: one claim, or two."""

    together: frozenset[tuple[str, str]] = frozenset()
    apart: frozenset[tuple[str, str]] = frozenset()

    @property
    def facts(self) -> frozenset[str]:
        """Return the facts of which something was decided."""
        return frozenset(fact for pair in (*self.together, *self.apart) for fact in pair)


NOTHING_DECIDED = Decided()


def propositions(found: Sequence[Assertion], decided: Decided = NOTHING_DECIDED) -> list[tuple[Assertion, ...]]:
    """Return the assertions of one story, grouped; every one stands in one group.

    Equal ones, such as copies make, are one from the start and are compared once.
    """
    groups = []
    facts = decided.facts
    for chosen, score in ((_told, _alike), (_happened, _same_event)):
        equal: defaultdict[tuple[_Content, str | None], list[Assertion]] = defaultdict(list)
        for each in found:
            if chosen(each):
                own = each.attestation.fact if each.attestation.fact in facts else None
                equal[_content(each), own].append(each)
        some = {min(each.id for each in group): group for group in equal.values()}
        first = {key: group[0] for key, group in some.items()}
        weights = _Weights.of(list(first.values()))
        pairs = {
            (one, other): value
            for one, other in _candidates(first, weights)
            if (value := score(first[one], first[other], weights))
        }
        together, allows = _decisions(first, decided)
        made = clusters(some, pairs, LEAST, allows, together)
        groups += [tuple(each for key in keys for each in some[key]) for keys in made]
    return groups


def _decisions(first: Mapping[str, Assertion], decided: Decided) -> tuple[list[tuple[str, str]], Allows | None]:
    """Return which assertions are joined, the longest of each fact, and what forbids that two groups are."""
    pieces: defaultdict[str, list[str]] = defaultdict(list)
    for key, each in first.items():
        if each.attestation.fact is not None:
            pieces[each.attestation.fact].append(key)
    if not pieces.keys() & decided.facts:
        return [], None
    whole = {fact: max(keys, key=lambda key: (len(first[key].words), key)) for fact, keys in pieces.items()}
    together = [(whole[a], whole[b]) for a, b in sorted(decided.together) if a in whole and b in whole]
    apart = [(set(pieces[a]), set(pieces[b])) for a, b in sorted(decided.apart) if a in pieces and b in pieces]

    def allows(one: Sequence[str], other: Sequence[str]) -> bool:
        joined = {*one, *other}
        return not any(a & joined and b & joined for a, b in apart)

    return together, allows


_Content = tuple[frozenset[str], bool, str | None, str, frozenset[str], str | None]


def _content(each: Assertion) -> _Content:
    """Return all that is compared of an assertion."""
    return each.stems, each.denies, each.speaker, each.what, each.who, each.day


def _told(each: Assertion) -> bool:
    return each.kind != "event"


def _happened(each: Assertion) -> bool:
    return each.kind == "event"


@dataclass(frozen=True, slots=True)
class _Weights:
    """How much a stem tells within its story: the fewer pieces hold it, the more; never nothing. And whole pieces."""

    stems: Mapping[str, float]
    pieces: Mapping[frozenset[str], float]

    @classmethod
    def of(cls, found: Sequence[Assertion]) -> "_Weights":
        """Return the weights within some pieces."""
        holders = Counter(word for each in found for word in each.stems)
        stems = {word: 1 + log((len(found) + 1) / count) for word, count in sorted(holders.items())}
        return cls(stems, {each.stems: fsum(map(stems.__getitem__, each.stems)) for each in found})


def _candidates(some: Mapping[str, Assertion], weights: _Weights) -> set[tuple[str, str]]:
    """Return the pairs that share one of their rarest stems; of events, a participant or such a stem, and the type.

    Of each pair the smaller key comes first.
    """
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for key, each in sorted(some.items()):
        rarest = sorted(each.stems, key=lambda word: (-weights.stems[word], word))[:RAREST]
        for trait in sorted({*rarest, *each.who}):
            holders[f"{each.type}|{trait}"].append(key)
    found: set[tuple[str, str]] = set()
    for keys in holders.values():
        if len(keys) <= HOLDERS:
            found.update(combinations(keys, 2))
    return found


def _alike(one: Assertion, other: Assertion, weights: _Weights) -> float:
    """Return how alike two pieces are; nothing where one is denied and the other is not."""
    if one.denies != other.denies or not _told_days_fit(one, other):
        return 0.0
    shared = fsum(map(weights.stems.__getitem__, one.stems & other.stems))  # exact: the same in any order
    if not shared:
        return 0.0
    shorter, longer = weights.pieces[one.stems], weights.pieces[other.stems]
    if shorter > longer:
        shorter, longer = longer, shorter
    score = shared / (shorter + longer - shared)
    if shared >= HELD * shorter and shorter >= PART * longer:
        score = max(score, shared / shorter)
    if one.speaker is not None and other.speaker is not None:
        score += SAME_SPEAKER if one.speaker == other.speaker else -OTHER_SPEAKER
    return round(max(0.0, min(1.0, score)), _DIGITS)


def _same_event(one: Assertion, other: Assertion, weights: _Weights) -> float:
    """Return how surely two events are one: one type, one status, participants and days that fit."""
    if one.denies != other.denies or not _types_fit(one.what, other.what) or not _days_fit(one.day, other.day):
        return 0.0
    if one.who and other.who:
        shared = len(one.who & other.who) / len(one.who | other.who)
        if shared < _WHO or not _may_be_one_act(one, other, weights):
            return 0.0
        return round(LEAST + (1 - LEAST) * shared, _DIGITS)
    return 0.6 * _alike(one, other, weights) + 0.4 * (one.day is not None and one.day == other.day)


def _may_be_one_act(one: Assertion, other: Assertion, weights: _Weights) -> bool:
    """Say whether two events may be one of which one participant is the same: he may have done two such things.

    Who only says that there was an event (an occasion) has no words of his own for it.
    """
    if len(one.who & other.who) > 1 or not one.stems or not other.stems:
        return True
    return _alike(one, other, weights) >= TOLD


def _told_days_fit(one: Assertion, other: Assertion) -> bool:
    """Say whether two pieces may tell of one day, where both tell of days: a day apart may be the print's."""
    if not one.days or not other.days:
        return True
    return any(a[0] - b[1] <= _DAYS_APART and b[0] - a[1] <= _DAYS_APART for a in one.days for b in other.days)


def _types_fit(one: str, other: str) -> bool:
    """Say whether two types with status fit: a mode that only one of them has does not part them."""
    (kind, _, status), (other_kind, _, other_status) = one.partition("|"), other.partition("|")
    if status != other_status:
        return False
    types, modes = zip(kind.partition(".")[::2], other_kind.partition(".")[::2], strict=True)
    return types[0] == types[1] and (not all(modes) or modes[0] == modes[1])


def _days_fit(one: str | None, other: str | None) -> bool:
    if one is None or other is None or one == other:
        return True
    try:
        return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) <= _DAYS_APART
    except ValueError:
        return one[:7] == other[:7]
