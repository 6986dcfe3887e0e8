"""Bare heads («the ministry»), and the bodies of the article that they can repeat."""

from musnad.mentions.found import Found
from musnad.mentions.view import View


def with_antecedent(view: View, found: list[Found]) -> list[Found]:
    """Drop bare heads that cannot stand alone and repeat nothing in the article."""
    full = {phrase.repeats for phrase in found if not phrase.bare}
    types = {phrase.subkind for phrase in found if not phrase.bare}
    return [
        phrase
        for phrase in found
        if not phrase.bare
        or phrase.alone
        or phrase.repeats in full
        or any(kind in types for kind in types_of(view, phrase))
    ]


def types_of(view: View, phrase: Found) -> tuple[str, ...]:
    """Return the types of known bodies that a bare head noun can mean."""
    hit = view.at(phrase.first, "body")
    return hit.entry.texts("types") if hit is not None else ()
