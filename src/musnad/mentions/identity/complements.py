"""What a role is about: the tokens that may stand between it and the name of who has it."""

from musnad.arabic import AND, BA, JOINED, LAM
from musnad.mentions.view import CLOSING, OPENING, View

_DASHES = frozenset("-–—")


def all_complement(view: View, tokens: range) -> bool:
    """Say whether all tokens may stand in what a role is about, the names of places and bodies as a whole."""
    k = tokens.start
    while k < tokens.stop:
        seat = view.at(k, "place", "organisation")
        if seat is not None and k + 1 < seat.last <= tokens.stop:
            k = seat.last
        elif complements(view, k):
            k += 1
        else:
            return False
    return True


def complements(view: View, i: int) -> bool:
    """Say whether a token may stand in what a role is about: no mark, verb or word that opens a clause."""
    if view.norms[i] == AND:
        return view.has_article(i + 1)  # «مصلحة الأرشيف و المكتبات»
    if view.norms[i] in _DASHES:
        return view.country(i - 1) is not None and view.country(i + 1) is not None  # «اللبناني - السوري»
    if not view.norms[i][0].isalpha():
        return view.norms[i] in OPENING | CLOSING or view.norms[i].isdigit()
    more = view.at(i, "role")
    if more is not None and more.prefix in JOINED and not more.entry.flag("adjectival"):
        return False  # «وزير الداخلية ومساعده …»
    deed = view.at(i, "trigger")
    if view.any(i, "complementiser", "pronoun") or (deed is not None and not (view.definite(i) or deed.definite)):
        return False
    noun = view.has_article(i) or view.any(i - 1, "role_preposition") or view.any(i, "body", "role_field", "country")
    noun = noun or (view.any(i - 1, "place_head", "naming_noun") and view.any(i, "place"))  # «بمحافظة أبين»
    ties = any(hit.entry.flag("relates") or hit.entry.flag("inside") for hit in view.hits.at(i, "function_word"))
    cue = view.at(i, "cue")
    if cue is not None and cue.prefix not in LAM | BA and not (noun or ties):
        return False
    if view.any(i, "function_word"):
        if view.hits.has(i, "demonstrative", "pointing"):
            return view.definite(i + 1)  # «المشرف على هذه الورشة»
        return ties or view.any(i, "role_preposition")
    return noun or not view.is_verb(i)
