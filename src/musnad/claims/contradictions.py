"""Propositions of one story that cannot both be so: one is denied and the other affirmed, or their numbers differ."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

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
Amounts = Callable[[tuple[str, ...]], tuple[Amount, ...]]


@dataclass(frozen=True, slots=True)
class _Count:
    """An assertion in which numbers stand: its article, its words, its stems without numbers."""

    key: str
    words: tuple[str, ...]
    stems: frozenset[str]


def contradictions(told: Told, lexicon: Lexicon) -> dict[tuple[str, str], Conflict]:
    """Return the pairs of propositions that contradict each other, in order of their ids, with what they differ on."""
    found = {}
    counting = {key: counts for key, group in told.items() if (counts := _counts(group))}
    amounts_of: Amounts = lru_cache(None)(lambda words: tuple(amounts(words, lexicon)))
    denying = {key for key, group in told.items() if group[0].denies}
    for one, other in combinations(sorted(told), 2):
        if (one in denying) == (other in denying) and not {one, other} <= counting.keys():
            continue
        conflict = _denied(told[one], told[other]) or _counted(
            counting.get(one, ()), counting.get(other, ()), amounts_of
        )
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
        same = any(_meet(a.stems, b.stems, ABOUT_ONE, shorter=True) for a in one for b in other)
    if not same:
        return None
    values = ((each.key, "denied" if each.denies else "affirmed") for each in (*one, *other))
    return Conflict.of("denial", values)


def _counts(group: Group) -> tuple[_Count, ...]:
    """Return the assertions of a claim in which numbers stand."""
    return tuple(
        _Count(each.key, each.words, each.stems - each.numbers)
        for each in group
        if each.kind != "event" and each.numbers
    )


def _counted(one: Sequence[_Count], other: Sequence[_Count], amounts_of: Amounts) -> Conflict | None:
    """Return the conflict where two claims about one thing count the same things differently."""
    for a in one:
        for b in other:
            if a.key == b.key or not _meet(a.stems, b.stems, COUNTED, shorter=False):
                continue
            left, right = amounts_of(a.words), amounts_of(b.words)
            alike = {x.of for x in left} & {x.of for x in right} - {""}
            mine = [x for x in left if x.of in alike]
            theirs = [x for x in right if x.of in alike]
            if differ(mine, theirs):
                values = ((k, ", ".join(x.shown for x in some)) for k, some in ((a.key, mine), (b.key, theirs)))
                return Conflict.of("numbers", values, "units" if are_like(mine, theirs) else None)
    return None


def _meet(one: frozenset[str], other: frozenset[str], least: float, *, shorter: bool) -> bool:
    shared = len(one & other)
    whole = min(len(one), len(other)) if shorter else len(one) + len(other) - shared
    return shared >= _LEAST and shared >= least * whole
