"""Kinsmen whom the text names beside the one whose they are: «ابنة الوزير سالم … والدها», «أرملة سالم … زوجها»."""

from collections.abc import Collection, Sequence

from musnad.mentions.found import Found
from musnad.mentions.person import of_one_gender, office
from musnad.mentions.view import COMMAS, View

_TURNED = {
    "role.wife": frozenset({"role.wife", "role.widow", "role.spouse", "role.consort"}),
    "role.father": frozenset({"role.daughter", "role.son"}),
    "role.daughter": frozenset({"role.father"}),
    "role.son": frozenset({"role.father"}),
    "role.brother": frozenset({"role.brother"}),
}
"""Kinsmen with a pronoun, and as whose relatives others make them known."""

_FAR = 5  # tokens between a kinsman and the name of whose he is


def kinsmen(view: View, found: Sequence[Found], named: Collection[int]) -> dict[int, int]:
    """Return which kinsmen with a pronoun are whom somebody before was called a relative of, as places in `found`."""
    ties: dict[int, int] = {}
    whose: dict[str, int] = {}
    ending = {found[i].last: i for i in named}
    for i, phrase in enumerate(found):
        role = office(phrase.head)
        if phrase.kind != "person" or phrase.number != "s" or not role.startswith("role."):
            continue
        if i not in named and role in _TURNED and _has_pronoun(view, phrase):
            if role in whose and found[whose[role]].gender in {None, phrase.gender}:
                ties[i] = whose[role]
            continue
        before = ending.get(phrase.first - (view.norms[phrase.first - 1] in COMMAS)) if phrase.first else None
        if (
            i not in named
            and before is not None
            and _is_kin(view, phrase.first)
            and _joins(view, phrase, found[before])
        ):
            ties[i] = before
        for turned, relatives in _TURNED.items():
            other = _relative(view, found, i, named) if role in relatives else None
            if other is not None:
                whose[turned] = other
    return ties


def _joins(view: View, kin: Found, name: Found) -> bool:
    """Say whether a kinsman right behind a name or its comma is its bearer («ليلى الكستنائي، ابنة الوزير»)."""
    starts = kin.start == view.units.starts[kin.first]
    return starts and of_one_gender(kin, name) and view.same_sentence(name.first, kin.first)


def _has_pronoun(view: View, phrase: Found) -> bool:
    kin = view.at(phrase.first, "role")
    return kin is not None and bool(kin.suffix) and phrase.last == kin.last


def _relative(view: View, found: Sequence[Found], i: int, named: Collection[int]) -> int | None:
    """Return the named phrase behind the last word for a kinsman in a phrase: whose kinsman he is."""
    phrase = found[i]
    at = next((k for k in range(phrase.last - 1, phrase.first - 1, -1) if _is_kin(view, k)), None)
    if at is None:
        return None
    behind = [
        j for j in named if j != i and at < found[j].first <= at + _FAR and view.same_sentence(at, found[j].first)
    ]
    first = min(behind, key=lambda j: found[j].first, default=None)
    if first is None:
        return None
    between = range(at + 1, found[first].first)
    return first if all(view.norms[k][0].isalpha() or view.norms[k] in COMMAS for k in between) else None


def _is_kin(view: View, k: int) -> bool:
    kin = view.at(k, "role")
    return kin is not None and kin.entry.flag("owned") and not kin.suffix
