"""What stands in brackets behind a name: its abbreviation, or its name in another script."""

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
        return i
    for close in range(i + 2, min(i + 2 + _LONGEST_BRACKET, len(norms))):
        if norms[close] == ")":
            inside = view.any(i + 1, "agency_credit", "agency", "organisation")
            latin = norms[i + 1].isascii() and norms[i + 1].isalpha()
            return close + 1 if inside or latin else i
    return i
