"""What the numbers mean: the grade by the narrowest level, the hand through which everything passes, who came first."""

from collections.abc import Sequence

from musnad.claims.assertion import Assertion
from musnad.claims.texts import Texts
from musnad.model.claims import GRADES, MANY, First, Sources

_TWO = 2


def grade(origins: Sources, routes: Sources) -> str:
    """Return the grade: what is surely independent at the narrowest level counts, however many pages there are."""
    narrowest = min(origins.least, routes.least)
    if narrowest < _TWO:
        return GRADES[0]
    if narrowest == _TWO:
        return GRADES[1]
    return GRADES[2] if narrowest < MANY else GRADES[3]


def common_link(origins: Sources, routes: Sources) -> str | None:
    """Return the madar: the last hand before the page through which every attestation passes, None where none is."""
    if routes.most == 1 and routes.found:
        return routes.found[0].name
    passed = [{route.name, *route.through} for route in routes.found]
    shared = sorted(set.intersection(*passed)) if passed else []
    if shared:
        return shared[0]
    return origins.found[0].name if origins.most == 1 and origins.found and origins.found[0].certain else None


def first(found: Sequence[Assertion], texts: Texts) -> First | None:
    """Return the earliest attestation; of equal moments the smaller key. Days without a clock come before times."""
    known = []
    for key in sorted({each.key for each in found}):
        published = texts.readings[key].published
        if published.value is not None:
            known.append((published.value[:10], published.value, key, published.basis))
    if not known:
        return None
    _, moment, key, basis = min(known)
    return First(key, texts.readings[key].article.publisher, moment, basis)
