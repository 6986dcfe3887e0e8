"""Roles and short names side by side that are two: «ودعا الرئيس الكيني أوكيلو», where Okello is no president."""

from collections.abc import Iterable

from musnad.mentions.found import Found
from musnad.mentions.people.served import held_office
from musnad.mentions.people.short import SHORT_RULE
from musnad.mentions.person import office
from musnad.mentions.view import View

_SUBKIND, _RULE = "role", "mentions.role.phrase"


def objects_apart(view: View, found: list[Found]) -> list[Found]:
    """Return phrases where a role behind a verb and one word of somebody else's full name behind it are two.

    The article names another holder of that office in full, and nowhere gives it to who bears the word.
    """
    apart: list[Found] = []
    for phrase in found:
        if _may_be_two(view, phrase) and _is_others(view, phrase, found):
            apart += _two(view, phrase)
        else:
            apart.append(phrase)
    return apart


def _may_be_two(view: View, phrase: Found) -> bool:
    """Say whether a phrase is an office of a state with one word for a name, behind a verb that does more than tell."""
    if phrase.kind != "person" or phrase.name is None or phrase.head is None or phrase.country is None:
        return False
    (first, last), before = phrase.name, phrase.first - 1
    cue = view.at(before, "cue")
    tells = view.any(before, "copula") or (cue is not None and cue.entry.text("addressee") != "object")
    deed = before >= 0 and not tells and (view.is_verb(before) or view.any(before, "trigger"))
    return deed and phrase.first < first == last - 1 == phrase.last - 1


def _is_others(view: View, phrase: Found, found: Iterable[Found]) -> bool:
    """Say whether the word of a phrase ends the name of somebody else than those who hold its office."""
    word = view.norms[phrase.last - 1]
    held, bears = False, False
    for other in found:
        if other is phrase or other.kind != "person" or other.name is None or other.name[1] - other.name[0] == 1:
            continue
        holds = office(other.head) == office(phrase.head)
        holds = holds and (phrase.country is None or other.country in {None, phrase.country})
        mine = view.norms[other.name[1] - 1] == word
        if mine and (holds or held_office(view, other.name, phrase.first)):
            return False
        held, bears = held or holds, bears or mine
    return held and bears


def _two(view: View, phrase: Found) -> tuple[Found, Found]:
    """Return the role without the name, and the name."""
    units, at = view.units, phrase.last - 1
    name = phrase._replace(
        first=at, start=phrase.name_start, rule=SHORT_RULE, head=None, country=None, sector=None, gender=None
    )
    role = phrase._replace(
        last=at,
        end=units.ends[at - 1],
        rule=_RULE,
        subkind=_SUBKIND,
        name=None,
        name_start=0,
        bare=at == phrase.first + 1,
    )
    return role, name
