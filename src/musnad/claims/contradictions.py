"""Propositions of one story that cannot both be so: one is denied and the other affirmed, or their numbers differ."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from musnad.claims.amounts import Amount, amounts, are_like, differ
from musnad.claims.assertion import Assertion
from musnad.lexicon import Lexicon
from musnad.model.claims import Conflict

ABOUT_ONE = 0.5  # of the stems of the shorter of two claims: they are about one thing
COUNTED = 0.34  # of the stems of both, numbers aside
_LEAST = 3  # stems that both share

Group = Sequence[Assertion]
Told = Mapping[str, Group]
"""The assertions of propositions, by their ids."""
Pair = tuple[str, str]
Amounts = Callable[[tuple[str, ...]], tuple[Amount, ...]]


@dataclass(frozen=True, slots=True)
class _Count:
    """An assertion in which numbers stand: its article, its words, and a bit for each of its stems but numbers."""

    key: str
    words: tuple[str, ...]
    stems: int


def denials(told: Told) -> dict[Pair, Conflict]:
    """Return the pairs of propositions of which one is denied and the other affirmed, in order of their ids."""
    found = {}
    for denied in sorted(key for key, group in told.items() if group[0].denies):
        for other in told:
            conflict = _denied(told[denied], told[other])
            if conflict is not None:
                found[min(denied, other), max(denied, other)] = conflict
    return dict(sorted(found.items()))


def counts(told: Told, pairs: Iterable[Pair], lexicon: Lexicon) -> dict[Pair, Conflict]:
    """Return those of some pairs of propositions whose numbers differ, in their order."""
    bits: defaultdict[str, int] = defaultdict(lambda: 1 << len(bits))
    counting = {key: some for key, group in sorted(told.items()) if (some := _counts(group, bits))}
    amounts_of: Amounts = lru_cache(None)(lambda words: tuple(amounts(words, lexicon)))
    found = {}
    for one, other in pairs:
        if one in counting and other in counting:
            conflict = _counted(counting[one], counting[other], amounts_of)
            if conflict is not None:
                found[one, other] = conflict
    return found


def _denied(one: Group, other: Group) -> Conflict | None:
    """Return the conflict where one of two claims is denied that the other affirms."""
    if one[0].denies == other[0].denies or (one[0].kind == "event") != (other[0].kind == "event"):
        return None
    if one[0].kind == "event":
        same = one[0].what == other[0].what and bool(one[0].who & other[0].who)
    else:
        same = any(_meet(a.stems, b.stems) for a in one for b in other)
    if not same:
        return None
    values = ((each.key, "denied" if each.denies else "affirmed") for each in (*one, *other))
    return Conflict.of("denial", values)


def _counts(group: Group, bits: Mapping[str, int]) -> tuple[_Count, ...]:
    """Return the assertions of a claim in which numbers stand, of those with equal words one for each of two articles.

    Numbers within one article are no conflict, so two suffice.
    """
    found: dict[tuple[str, ...], list[_Count]] = {}
    for each in group:
        if each.kind == "event" or not each.numbers:
            continue
        same = found.setdefault(each.words, [])
        if not same or (len(same) == 1 and same[0].key != each.key):
            stems = each.stems - each.numbers
            same.append(_Count(each.key, each.words, sum(bits[stem] for stem in stems)))
    return tuple(count for same in found.values() for count in same)


def _counted(one: Sequence[_Count], other: Sequence[_Count], amounts_of: Amounts) -> Conflict | None:
    """Return the conflict where two claims about one thing count the same things differently."""
    for a in one:
        for b in other:
            shared = (a.stems & b.stems).bit_count()
            if a.key == b.key or shared < _LEAST or shared < COUNTED * (a.stems | b.stems).bit_count():
                continue
            left, right = amounts_of(a.words), amounts_of(b.words)
            alike = {x.of for x in left} & {x.of for x in right} - {""}
            mine = [x for x in left if x.of in alike]
            theirs = [x for x in right if x.of in alike]
            if differ(mine, theirs):
                values = ((k, ", ".join(x.shown for x in some)) for k, some in ((a.key, mine), (b.key, theirs)))
                return Conflict.of("numbers", values, "units" if are_like(mine, theirs) else None)
    return None


def _meet(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether two claims are about one thing."""
    shared = len(one & other)
    return shared >= _LEAST and shared >= ABOUT_ONE * min(len(one), len(other))
