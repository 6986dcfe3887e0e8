"""Places said again without their head noun: «داروين» behind «مدينة داروين» is no person of that name."""

from musnad.mentions.found import Found
from musnad.mentions.labels import label
from musnad.mentions.people.short import SHORT_RULE
from musnad.mentions.view import View

_HEADED = "mentions.place.headed"
_ALONE = frozenset({"mentions.person.name", SHORT_RULE})
"""Rules of names that nothing announces."""


def places_again(view: View, found: list[Found]) -> list[Found]:
    """Return phrases where lone words that a head noun made the name of a place are that place, not people."""
    named = {view.norms[f.name[0]]: f for f in found if f.rule == _HEADED and f.name is not None and _lone(f)}
    if not named:
        return found
    return [_as_place(view, f, named) if f.rule in _ALONE and _lone(f) else f for f in found]


def _lone(found: Found) -> bool:
    return found.name is not None and found.name[1] == found.name[0] + 1


def _as_place(view: View, found: Found, named: dict[str, Found]) -> Found:
    """Return a name as the place of that name, if there is one and the phrase is nothing but the name."""
    place = named.get(view.norms[found.first])
    if place is None or found.last != found.first + 1:
        return found
    return place._replace(
        first=found.first,
        last=found.last,
        start=found.start,
        end=found.end,
        nodes=found.nodes,
        name=found.name,
        name_start=found.name_start,
        label=label(view, place),
    )
