"""Whose name stands behind somebody's second: his own, or that of the one whom he serves («مبعوث الرئيس أوباما»)."""

from musnad.arabic import BARE, LAM
from musnad.lexicon import Hit
from musnad.mentions.noun_phrase import Phrase
from musnad.mentions.proper.names import announced
from musnad.mentions.proper.reader import Name
from musnad.mentions.view import COMMAS, View, node_of

_KINGS, _EMIR = frozenset({"role.king", "role.king2"}), "role.emir"


def is_served(view: View, role: Hit, phrase: Phrase, name: Name) -> bool:
    """Take the name as that of the office served, if it is a family name alone or its bearer held that office.

    A deputy's name is his own: offices have their deputies' names behind them («نائب الرئيس جو بايدن»).
    """
    offices = [known for known in phrase.known if known.kind == "role"]
    if offices and (_is_kings(view, offices[-1], name) or _is_emirs(view, offices[-1], name)):
        return take_name(phrase, name)  # «مستشار الملك عبدالله»
    if not offices or not (role.entry.flag("serves") or role.entry.flag("spokes")):
        return False
    inner = offices[-1]
    if not role.definite and inner.prefix in LAM and inner.prefix:
        return take_name(phrase, name)  # «مستشارا للرئيس السابق، سالم الكستنائي»
    his = any(held_office(view, (name.first, name.last), office.first) for office in offices)
    between = range(inner.last, name.first)
    if between and not (his and all(_may_stand(view, k) for k in between)):
        return False
    if role.entry.flag("rank") or not (_is_family(view, name) or his):
        return False
    return take_name(phrase, name)


def of_king(view: View, phrase: Phrase) -> bool:
    """Take a king and his name as whose the noun right before is («الأمين العام لدارة الملك عبدالعزيز»)."""
    king = view.at(phrase.last, "role")
    name = announced(view, king.last) if king is not None and king.entry.id in _KINGS else None
    if king is None or name is None or not _is_kings(view, king, name):
        return False
    phrase.nodes += (node_of(king),)
    return take_name(phrase, name)


def take_name(phrase: Phrase, name: Name) -> bool:
    """Take the name of somebody else as the end of a phrase; always True."""
    phrase.nodes += name.nodes
    phrase.last, phrase.closed, phrase.filled = name.last, True, True
    return True


def _is_kings(view: View, king: Hit, name: Name) -> bool:
    """Say whether a name is that of a king to whom the noun without article before him belongs."""
    before = king.first - 1
    if (
        king.entry.id not in _KINGS
        or king.prefix not in BARE
        or not king.definite
        or king.last != name.first
        or before < 0
    ):
        return False
    return not view.definite(before) and not view.any(before, "country", "place")


def _is_emirs(view: View, emir: Hit, name: Name) -> bool:
    """Say whether a body or building that bears a prince's name stands before him («جامعة الأمير سالم»)."""
    before = emir.first - 1
    if emir.entry.id != _EMIR or not emir.definite or emir.prefix not in BARE or emir.last != name.first or before < 0:
        return False
    return not view.has_article(before) and view.any(before, "body", "place_head")


def _may_stand(view: View, i: int) -> bool:
    """Say whether a token may stand between an office and its holder: more of the office, a demonym, a comma."""
    return view.country(i) is not None or view.any(i, "role") or view.norms[i] in COMMAS


def _is_family(view: View, name: Name) -> bool:
    """Say whether a name is one known family name and no given name."""
    lone = name.last == name.first + 1
    return lone and view.any(name.first, "family_name") and not view.any(name.first, "given_name")


def held_office(view: View, name: tuple[int, int], at: int) -> bool:
    """Say whether the known bearer of a name on some tokens ever held the office that a token names."""
    bearer = view.at(name[0], "public_person")
    if bearer is None or bearer.last != name[1]:
        return False
    offices = {hit.entry.text("office") for hit in view.hits.at(at, "office_word")}
    return any(term.text("office") in offices for term in bearer.entry.referring("office_term"))
