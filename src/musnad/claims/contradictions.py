"""Propositions of one story that cannot both be so: one is denied and the other affirmed, or their numbers differ."""

from collections.abc import Mapping, Sequence
from itertools import combinations

from musnad.claims.amounts import amounts, are_like, differ
from musnad.claims.assertion import Assertion
from musnad.lexicon import Lexicon
from musnad.model.claims import Conflict

ABOUT_ONE = 0.5  # of the stems of the shorter of two claims: they are about one thing
COUNTED = 0.34  # of the stems of both, numbers aside
_LEAST = 3  # stems that both share

Group = Sequence[Assertion]
Told = Mapping[str, Group]
"""The assertions of propositions, by their ids."""


def contradictions(told: Told, lexicon: Lexicon) -> dict[tuple[str, str], Conflict]:
    """Return the pairs of propositions that contradict each other, in order of their ids, with what they differ on."""
    found = {}
    counting = {key for key, group in told.items() if group[0].kind != "event" and any(each.numbers for each in group)}
    denying = {key for key, group in told.items() if group[0].denies}
    for one, other in combinations(sorted(told), 2):
        if (one in denying) == (other in denying) and not {one, other} <= counting:
            continue
        conflict = _denied(told[one], told[other]) or _counted(told[one], told[other], lexicon)
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


def _counted(one: Group, other: Group, lexicon: Lexicon) -> Conflict | None:
    """Return the conflict where two claims about one thing count the same things differently."""
    for a in one:
        for b in other:
            if not a.numbers or not b.numbers or a.key == b.key or a.kind == "event" or b.kind == "event":
                continue
            if not _meet(a.stems - a.numbers, b.stems - b.numbers, COUNTED, shorter=False):
                continue
            left, right = amounts(a.words, lexicon), amounts(b.words, lexicon)
            alike = {x.of for x in left} & {x.of for x in right} - {""}
            mine = [x for x in left if x.of in alike]
            theirs = [x for x in right if x.of in alike]
            if differ(mine, theirs):
                values = ((k, ", ".join(x.shown for x in some)) for k, some in ((a.key, mine), (b.key, theirs)))
                return Conflict.of("numbers", values, "units" if are_like(mine, theirs) else None)
    return None


def _meet(one: frozenset[str], other: frozenset[str], least: float, *, shorter: bool) -> bool:
    shared = len(one & other)
    whole = min(len(one), len(other)) if shorter else len(one | other)
    return shared >= _LEAST and shared >= least * whole
