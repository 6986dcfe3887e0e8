"""Names that things bear: «ملعب الملك سالم» and «جائزة سالم كامل» tell of a stadium and a prize, not of a person."""

from musnad.mentions.found import Found
from musnad.mentions.view import View

_NAMED, _TITLED, _HELD = "mentions.person.name", "mentions.person.title", "mentions.person.role_name"
_OWNED = frozenset({"mentions.person.short", _NAMED})
"""Rules of names that nothing announces."""

_FULL = 2  # words of a name


def without_namesakes(view: View, found: list[Found]) -> list[Found]:
    """Return phrases without those people after whom the indefinite noun right before them is named."""
    return [phrase for phrase in found if not _names_thing(view, phrase)]


def _names_thing(view: View, phrase: Found) -> bool:
    """Say whether a phrase is a name, with a title or rank, behind what bears it."""
    if phrase.kind != "person" or phrase.name is None or not phrase.first:
        return False
    before = phrase.first - 1
    things = view.hits.at(before, "namesake")
    if not things or not view.same_sentence(before, phrase.first):
        return False
    thing = things[0]
    if thing.definite or thing.suffix or thing.form.number == "d" or thing.last != phrase.first:
        return False
    if phrase.rule in _OWNED:
        whole = phrase.name[0] == phrase.first and phrase.name[1] - phrase.name[0] >= _FULL
        return whole and not thing.entry.flag("announced")
    if phrase.rule == _HELD:
        rank = view.at(phrase.first, "role")
        return rank is not None and rank.definite and rank.entry.flag("rank") and phrase.name[0] == rank.last
    return phrase.rule == _TITLED and view.definite(phrase.first)
