"""Whom one name alone means: a family name («نتنياهو») or a king's («الملك سلمان») who was in office that day.

Only family names that are nothing else count, only offices of states that the article names, and only where one person
fits; another profession beside the name, marks around it, or a second holder leave it as it is.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from musnad.arabic import fold_word
from musnad.lexicon import Entry, Hits, Lexicon
from musnad.mentions.offices.home import Home
from musnad.mentions.offices.terms import Days, share
from musnad.mentions.view import in_marks
from musnad.model import Cast, Entity, Mention, Units

_THRONE = "office.monarch"
_CROWNED = frozenset({"office_word.king", "office_word.sultan"})
_PUBLIC = frozenset({None, "GOV", "LEG", "MIL"})
"""Sectors of those who may hold an office of state."""


class Families:
    """The families of those in office on the days of an article, in the states that it names."""

    def __init__(self, cast: Cast, lexicon: Lexicon, days: Sequence[Days], home: Home) -> None:
        """Take who and what an article names, and whether it is about its own country."""
        self._lands = {entity.country for entity in cast.entities if entity.kind != "person"}
        self._lexicon = lexicon
        self._days = days
        self._home = home

    def enthroned(self, entity: Entity, mentions: Sequence[Mention], units: Units, hits: Hits) -> list[Entry]:
        """Return the one sovereign of the day, or ever at home, whom «the king» with a first name alone means."""
        name = _of_king(mentions, units, hits)
        if not name:
            return []
        found: dict[str, Entry] = {}
        past: dict[str, Entry] = {}
        for term in _by_first(self._lexicon).get(name, ()):
            person, land = term.named("public_person"), term.text("country")
            if person is not None and entity.country in {None, land}:
                now = any(share(term, day) for day in self._days)
                if now:
                    found[land] = person
                elif land == self._home.country:
                    past[person.id] = person
        if self._home.country not in found and len(past) == 1:
            return list(past.values())  # «الملك فيصل» in a paper of his country
        if len(found) > 1:
            found = {land: found[land] for land in found if land == self._home.country} or {
                land: found[land] for land in found if land in self._lands
            }
        return list(found.values()) if len(found) == 1 else []

    def bearers(self, entity: Entity, mentions: Sequence[Mention], units: Units, hits: Hits) -> list[Entry]:
        """Return the one known person whom a lone family name means, else nobody."""
        if entity.sector not in _PUBLIC or not self._days or not _is_family(mentions, units, hits):
            return _famous(entity, mentions, units, hits)
        found: dict[str, Entry] = {}
        for term in _by_family(self._lexicon).get(fold_word(entity.name), ()):
            person, land = term.named("public_person"), term.text("country")
            if person is None or land not in self._lands or entity.country not in {None, land}:
                continue
            if any(share(term, each) for each in self._days) and entity.gender in {None, person.text("gender")}:
                found[person.id] = person
        return list(found.values()) if len(found) == 1 else _famous(entity, mentions, units, hits)


def _famous(entity: Entity, mentions: Sequence[Mention], units: Units, hits: Hits) -> list[Entry]:
    """Return whom a family name means wherever it stands («نابليون»), unless he is of another country or gender."""
    people: dict[str, Entry | None] = {}
    for mention in mentions:
        if mention.proper is not None:
            first, last = units.tokens_of(mention.proper.start, mention.proper.end)
            name = next((hit for hit in hits.at(first, "famous_name") if hit.last == last), None)
            bearer = None if name is None or in_marks(units.norms, first, last) else name.entry.named("public_person")
            people["" if bearer is None else bearer.id] = bearer
    person = next(iter(people.values())) if len(people) == 1 else None
    if person is None or entity.gender not in {None, person.text("gender")}:
        return []
    if entity.sector not in {*_PUBLIC, person.text("sector")}:
        return []  # «المدرب نتنياهو»
    return [person] if entity.country in {None, person.text("country") or None} else []


def _of_king(mentions: Sequence[Mention], units: Units, hits: Hits) -> str:
    """Return the first name behind «the king» or «the queen», where all names of somebody are that one, else ""."""
    names, crowned = set(), False
    for mention in mentions:
        if mention.proper is not None:
            first, last = units.tokens_of(mention.proper.start, mention.proper.end)
            known = any(hit.last == last for hit in hits.at(first, "given_name"))
            names.add("".join(units.norms[first:last]) if known else "")
            seat = hits.has(first - 2, "place_head", "body")  # «مستشفى الملك عبدالله»
            kings = (hit.entry.id in _CROWNED for hit in hits.at(first - 1, "office_word"))
            crowned = crowned or (any(kings) and not seat)
    return names.pop() if crowned and len(names) == 1 else ""


def _is_family(mentions: Sequence[Mention], units: Units, hits: Hits) -> bool:
    """Say whether all names of somebody are one family name, which is no other word and no first name."""
    for mention in mentions:
        if mention.proper is None:
            continue
        first, last = units.tokens_of(mention.proper.start, mention.proper.end)
        names = [hit for hit in hits.at(first, "family_name") if hit.last == last and not hit.entry.flag("ambiguous")]
        if not names or hits.has(first, "given_name") or in_marks(units.norms, first, last):
            return False
    return True


@lru_cache(maxsize=4)  # derived from the lexicon alone
def _by_first(lexicon: Lexicon) -> Mapping[str, Sequence[Entry]]:
    """Return the terms of sovereigns by their first name, folded and written together («عبدالله»)."""
    found: dict[str, list[Entry]] = {}
    for term in lexicon.entry(_THRONE).referring("office_term"):
        person = term.named("public_person")
        words = fold_word(person.headword).split() if person is not None else []
        for name in {"".join(words[:1]), "".join(words[:2])}:
            found.setdefault(name, []).append(term)
    return found


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
