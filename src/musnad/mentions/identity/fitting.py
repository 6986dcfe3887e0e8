"""Who of several people can have the office that a role names: of one country, about the same, still in office."""

from collections.abc import Callable

from musnad.mentions.found import Found
from musnad.mentions.person import ABOUT, EMIR, FORMER, OF, THEIRS, Held, Person, heads_of, office

_MARKS = frozenset({FORMER, ABOUT, THEIRS})
_PRESIDENT = "role.president"
_THRONES = frozenset({"role.king", "role.emir", "role.sultan"})
CROWNS = frozenset({"role.king", "role.sultan"})
_TELLING = frozenset(f"role.{name}" for name in ("official", "diplomat", "officer", "employee", "spokesman", "leading"))

_CROWD, _CLOSE, _MUCH = 4, 40, 5
"""So many holders of one office leave a role to him who stands so near before it, or who is named so often."""


def of_crowd(people: list[Person], at: int) -> list[Person]:
    """Return whom a role can mean where many hold that office, as in a history of sultans."""
    often = sorted((person.named for person in people if not person.role_only), reverse=True)
    if len(often) < _CROWD:
        return people
    much = max(_MUCH, 2 * often[1])
    return [p for p in people if p.role_only or p.named >= much or 0 <= at - p.last_seen <= _CLOSE]


def of_other_throne(person: Person, head: str | None) -> bool:
    """Say whether somebody is none of the rank of those who rule that a role names: of another one, or no king."""
    ranks = {held[0] for held in person.offices} & _THRONES
    stranger = head in CROWNS and not ranks and not person.usual and len(person.words) > 1
    return stranger or (head in _THRONES and bool(ranks) and head not in ranks)


def called_alike(bearers: list[Person], found: Found) -> list[Person]:
    """Return those of some bearers of a name who have the office or title that stands before it, else all.

    «الرئيس الكستنائي» is the one of two of that family who was named with that office.
    """
    mine = {office(head) for head in heads_of(found)} if found.name and found.first < found.name[0] else set()
    titles = {node.rule for node in found.nodes if node.kind == "title"}
    alike = [p for p in bearers if any(held[0] in mine for held in p.offices)]
    return alike or [p for p in bearers if titles & p.titles] or bearers


def in_order(people: dict[int, Person]) -> list[Person]:
    """Return people by the number of their first mention."""
    return [people[number] for number in sorted(people)]


def of_state(person: Person, country: str | None) -> bool:
    """Say whether somebody can be an official of a state: its own, or unnamed and of none that is told."""
    return country in {None, person.country} or (person.country is None and person.role_only)


def may_tell(person: Person) -> bool:
    """Say whether somebody without a name is of those whom reporters call their source."""
    return person.last_seen >= 0 and any(held[0] in _TELLING for held in person.offices)


def surest(people: list[Person], wanted: str, found: Found, fields: frozenset[str]) -> list[Person]:
    """Return the likeliest holders of an office.

    No mere princes, for «the president» alone those of states, and who still hold it unless a former one is meant.
    """
    if wanted == EMIR and (fields or found.country):
        people = _preferred(people, wanted, lambda held: bool(held[1] or held[2]))
    if wanted == _PRESIDENT and found.bare:
        people = _preferred(people, wanted, lambda held: not held[2] - _MARKS - _lands(held[2]))
    if FORMER not in fields:
        today = [p for p in people if any(h[0] == wanted and FORMER not in h[2] for h in p.offices)]
        people = today if today or found.country is not None else people
    return people


def _preferred(people: list[Person], wanted: str, sure: Callable[[Held], bool]) -> list[Person]:
    """Return those who surely hold an office, if there are any, else all."""
    return [p for p in people if any(held[0] == wanted and sure(held) for held in p.offices)] or people


def holds(person: Person, wanted: str, found: Found, fields: frozenset[str]) -> bool:
    """Say whether somebody holds the office that a role names."""
    return any(_fits(held, person.country, wanted, found, fields) for held in person.offices)


def _fits(held: Held, land: str | None, wanted: str, found: Found, fields: frozenset[str]) -> bool:
    """Say whether an office that somebody of a country (`land`) holds is the one that a role names."""
    held_office, country, held_fields = held
    country = country or land
    if held_office != wanted or (FORMER in fields and FORMER not in held_fields):
        return False
    theirs = THEIRS in held_fields
    lands, held_lands = _lands(fields), _lands(held_fields)
    if lands and held_lands and lands.isdisjoint(held_lands):
        return False  # the chief of the union of Asia is not that of the world's
    fields, held_fields = fields - _MARKS - lands, held_fields - _MARKS - held_lands
    if found.country is not None and country is not None and found.country not in {country, land}:
        return False
    if found.country is not None and country is None and held_fields and not fields:
        return False
    if wanted == _PRESIDENT and not held_fields and fields:
        return False  # the president of a state is no chief of its services
    if wanted == _PRESIDENT and theirs and found.last > found.first + 1:
        return False  # nor is «their president» that of a republic
    if wanted == _PRESIDENT and held_fields and not (fields or found.bare):
        return False  # nor is the chief of a body «president of the republic»
    return not fields or not held_fields or fields <= held_fields or held_fields <= fields


def _lands(fields: frozenset[str]) -> frozenset[str]:
    """Return those fields of an office that tell the land of its body."""
    return frozenset(field for field in fields if field.startswith(OF))


def nearest(people: list[Person], at: int) -> Person | None:
    """Return who was seen last before a token, else who is told of first."""
    before = [p for p in people if 0 <= p.last_seen <= at]
    if before:
        return max(before, key=lambda p: (p.last_seen, not p.role_only))
    return min(people, key=lambda p: p.number, default=None)
