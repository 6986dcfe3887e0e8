"""Roles of a headline that the lead names: «أمين «التعاون» يزور …», «خبير قانوني: …»."""

from collections.abc import Collection, Sequence

from musnad.arabic import ARTICLE
from musnad.lexicon import Hit
from musnad.mentions.found import Found
from musnad.mentions.identity.professions import narrower
from musnad.mentions.identity.reaching import is_role, is_told
from musnad.mentions.identity.role_words import plain
from musnad.mentions.person import RULING, heads_of, of_one_gender, office
from musnad.mentions.view import View

_LEAD = 60  # tokens of the body in which the people of the headline are named
_COLON = ":"


def headlined(view: View, found: Sequence[Found], named: Collection[int], title: int) -> dict[int, int]:
    """Return which roles of a title, which ends before a token, mean which named phrases of the lead.

    The papers shorten an office there, so that it shares a word with the one in full; or they give who speaks by what
    he is, and a colon, and quote him first by name.
    """
    ties: dict[int, int] = {}
    if not title:
        return ties
    lead = [i for i, phrase in enumerate(found) if phrase.kind == "person" and title <= phrase.first < title + _LEAD]
    for i, role in enumerate(found):
        if role.first >= title or not lead:
            break
        if role.kind != "person" or i in named or role.number != "s" or not is_role(role) or _is_kin(view, role):
            continue
        name = _in_full(view, found, role, [j for j in lead if j in named])
        name = _quoted(view, found, role, lead) if name is None else name
        if name is not None and name in named and of_one_gender(role, found[name]):
            ties[i] = name
    return ties


def _is_kin(view: View, role: Found) -> bool:
    own = view.at(role.first, "role")
    return own is None or own.entry.flag("owned") or bool(own.suffix)


def _in_full(view: View, found: Sequence[Found], role: Found, lead: Sequence[int]) -> int | None:
    """Return the first of the named whose role has the same head noun, if it shares a word with that of the title."""
    own = view.at(role.first, "role")
    if own is None or own.last == role.last or not role.definite:
        return None
    words = plain(view, range(own.first + 1, role.last))
    wide = narrower(office(own.entry.id))
    for j in lead:
        if role.country and found[j].country not in {None, role.country}:
            continue  # «the speaker of Paraguay», not the head of government of Lebanon
        full = _roles(view, found[j])
        if any(_noun(hit) == _noun(own) or office(hit.entry.id) in wide for hit in full):
            shared = words & plain(view, range(full[0].first + 1, found[j].last))
            return j if shared else None
    return None


def _roles(view: View, phrase: Found) -> list[Hit]:
    """Return the roles that stand in a phrase, but for its name."""
    name = range(*phrase.name) if phrase.name is not None else range(0)
    hits = (view.at(k, "role") for k in range(phrase.first, phrase.last) if k not in name)
    return [hit for hit in hits if hit is not None and hit.entry.id in heads_of(phrase)]


def _noun(role: Hit) -> str:
    """Return the head noun of a role without the article («مدير» of «المدير العام»)."""
    return role.entry.headword.split()[0].removeprefix(ARTICLE)


def _quoted(view: View, found: Sequence[Found], role: Found, lead: Sequence[int]) -> int | None:
    """Return who is quoted first in the lead, where the title has what he is and a colon."""
    if role.first or role.definite or role.last >= len(view.norms) or view.norms[role.last] != _COLON:
        return None
    first = next((j for j in lead if found[j].number == "s" and is_told(view, found[j])), None)
    if first is None or not {office(head) for head in heads_of(found[first])}.isdisjoint(RULING):
        return None
    land = role.country in {None, found[first].country} or found[first].country is None
    return first if land else None
