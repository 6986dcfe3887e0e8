"""Whom a family name means that stands alone in an article («نتنياهو»): who of that name was in office that day.

Only family names that are nothing else count, only offices of states that the article names, and only where one person
fits; another profession beside the name, marks around it, or a second holder leave it as it is.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from musnad.arabic import fold_word
from musnad.lexicon import Entry, Hits, Lexicon
from musnad.mentions.terms import Days, share
from musnad.mentions.view import CLOSING, OPENING
from musnad.model import Cast, Entity, Mention, Units

_PUBLIC = frozenset({None, "GOV", "LEG", "MIL"})
"""Sectors of those who may hold an office of state."""


class Families:
    """The families of those in office on the days of an article, in the states that it names."""

    def __init__(self, cast: Cast, lexicon: Lexicon, days: Sequence[Days]) -> None:
        """Take who and what an article names."""
        self._lands = {entity.country for entity in cast.entities if entity.kind != "person"}
        self._lexicon = lexicon
        self._days = days

    def bearers(self, entity: Entity, mentions: Sequence[Mention], units: Units, hits: Hits) -> list[Entry]:
        """Return the one known person whom a lone family name means, else nobody."""
        if entity.sector not in _PUBLIC or not self._days or not _is_family(mentions, units, hits):
            return []
        found: dict[str, Entry] = {}
        for term in _by_family(self._lexicon).get(fold_word(entity.name), ()):
            person, land = term.named("public_person"), term.text("country")
            if person is None or land not in self._lands or entity.country not in {None, land}:
                continue
            if any(share(term, each) for each in self._days) and entity.gender in {None, person.text("gender")}:
                found[person.id] = person
        return list(found.values()) if len(found) == 1 else []


def _is_family(mentions: Sequence[Mention], units: Units, hits: Hits) -> bool:
    """Say whether all names of somebody are one family name, which is no other word and no first name."""
    for mention in mentions:
        if mention.proper is None:
            continue
        first, last = units.tokens_of(mention.proper.start, mention.proper.end)
        names = [hit for hit in hits.at(first, "family_name") if hit.last == last and not hit.entry.flag("ambiguous")]
        if not names or hits.has(first, "given_name") or _is_marked(units, first, last):
            return False
    return True


def _is_marked(units: Units, first: int, last: int) -> bool:
    """Say whether marks stand around a name: that of a thing, as a paper's («هاربر»)."""
    return first > 0 and last < len(units.norms) and units.norms[first - 1] in OPENING and units.norms[last] in CLOSING


@lru_cache(maxsize=4)  # derived from the lexicon alone
def _by_family(lexicon: Lexicon) -> Mapping[str, Sequence[Entry]]:
    """Return the terms of offices that one person holds at a time, by the last word of his name, folded."""
    found: dict[str, list[Entry]] = {}
    for office in lexicon.of_kind("office"):
        if not office.flag("single"):
            continue
        for term in office.referring("office_term"):
            person = term.named("public_person")
            words = fold_word(person.headword).split() if person is not None else []
            if len(words) > 1:
                found.setdefault(words[-1], []).append(term)
    return found
