"""What stands in brackets or quotation marks behind a noun: its abbreviation, another script, whose it is."""

from musnad.lexicon import Hit
from musnad.mentions.noun_phrase import Phrase
from musnad.mentions.view import View
from musnad.model import Node

_LONGEST_BRACKET = 4  # tokens inside the brackets behind a name


def take_bracket(view: View, phrase: Phrase) -> bool:
    """Take a short bracket with another name of the same («(وفا)», «(الناتو)»)."""
    last = bracket(view, phrase.last)
    if last == phrase.last:
        return False
    phrase.nodes.append(Node("bracket", "bracket", view.units.starts[phrase.last], view.units.ends[last - 1]))
    phrase.last = last
    phrase.closed = True
    return True


def bracket(view: View, i: int) -> int:
    """Return the token behind a short bracket that holds a name or abbreviation, or the same token."""
    norms = view.norms
    if i + 2 >= len(norms) or norms[i] != "(":
        return _alias(view, i)
    for close in range(i + 2, min(i + 2 + _LONGEST_BRACKET, len(norms))):
        if norms[close] == ")":
            inside = view.any(i + 1, "agency_credit", "agency", "organisation")
            latin = norms[i + 1].isascii() and norms[i + 1].isalpha()
            return close + 1 if inside or latin else i
    return i


def _alias(view: View, i: int) -> int:
    """Return the token behind the quoted abbreviation of an agency («وكالة الأنباء "وفا"»), or the same one."""
    close = view.quoted(i) if i < len(view.norms) and view.has_article(i - 1) else 0
    names = view.all(i + 1) if close else []
    alike = any(hit.kind in {"agency_credit", "agency"} and hit.last == close - 1 for hit in names)
    return close if alike else i


def take_quote(view: View, phrase: Phrase, head: Hit) -> bool:
    """Take the quoted name of what a role belongs to («منسق "مجموعة العمل"»), or people («عنصرين من تنظيم "داعش"»)."""
    i = phrase.last
    of_body = head.kind == "group" and i > head.last and view.any(i - 1, "body")
    belongs = (head.kind == "role" and not phrase.free) or of_body
    after = view.quoted(i) if belongs and not phrase.closed else 0
    if not after or view.norms[i] == "(":
        return False
    phrase.nodes.append(Node("quote", "quote", view.units.starts[i], view.units.ends[after - 1]))
    phrase.last, phrase.closed, phrase.filled = after, True, True
    return True
