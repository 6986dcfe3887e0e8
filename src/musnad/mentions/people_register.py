"""The people of an article: names that are one person, and the offices by which they are meant again."""

from dataclasses import dataclass, field

from musnad.mentions.found import Found

_ANY_OFFICIAL = frozenset({"role.official", "role.chief"})


def office(head: str | None) -> str:
    """Return the office of a role's lexicon id: entries that differ by a number are one office."""
    return (head or "").rstrip("0123456789")


@dataclass(slots=True)
class Person:
    """One person or unnamed role: words of the fullest name, offices held, where mentioned."""

    number: int
    words: tuple[str, ...]
    name: str
    gender: str | None = None
    plural: str = "s"
    offices: list[tuple[str, str | None, frozenset[str]]] = field(default_factory=list)
    country: str | None = None
    sector: str | None = None
    last_seen: int = -1
    aliases: list[str] = field(default_factory=list)
    role_only: bool = False

    def see(self, found: Found, fields: frozenset[str]) -> None:
        """Learn from a mention: office, country, sector, gender, place in the text."""
        self.last_seen = found.first
        self.gender = self.gender or found.gender
        if found.head is not None and found.head.startswith("role."):
            entry = (office(found.head), found.country, fields)
            if entry not in self.offices:
                self.offices.append(entry)
        self.country = self.country or found.country
        self.sector = self.sector or found.sector


class Register:
    """All people of one article, in order of first mention."""

    def __init__(self) -> None:
        """Start with nobody."""
        self.people: list[Person] = []

    def named(self, words: tuple[str, ...], name: str) -> Person:
        """Return the person of a name: the one whose name holds it or is held by it, else a new one."""
        known = self._by_name(words)
        if known is None:
            known = self._new(words, name)
        elif len(words) > len(known.words):
            known.words, known.name = words, name
        if name not in known.aliases:
            known.aliases.append(name)
        return known

    def role(self, found: Found, fields: frozenset[str], name: str, words: tuple[str, ...]) -> Person:
        """Return whom a role without a name stands for: its holder, the role named before, or a new unknown."""
        holder = self.holder(found, fields)
        if holder is not None:
            return holder
        person = self._new(words, name)
        person.role_only = True
        person.plural = found.number
        return person

    def holder(self, found: Found, fields: frozenset[str]) -> Person | None:
        """Return the nearest person, seen before or else later, who holds the office that a role names."""
        if not found.definite or found.number != "s":
            return None
        wanted = office(found.head)
        fitting = [p for p in self.people if any(_fits(o, p.country, wanted, found, fields) for o in p.offices)]
        if not fitting and wanted in _ANY_OFFICIAL:
            fitting = [p for p in self.people if p.offices and found.country in {None, p.country}]
        return _nearest(fitting, found.first)

    def pair(self, wanted: str, before: int) -> tuple[Person, Person] | None:
        """Return the two people last seen before a token (of one office, if `wanted` is not empty)."""
        people = [p for p in self.people if not p.role_only or p.offices]
        if wanted:
            people = [p for p in people if any(o[0] == wanted for o in p.offices)]
        seen = sorted((p for p in people if 0 <= p.last_seen < before), key=lambda p: -p.last_seen)
        if len(seen) < 2:  # noqa: PLR2004 - a pair
            seen = people[:2]
        if len(seen) < 2:  # noqa: PLR2004 - a pair
            return None
        first, second = sorted(seen[:2], key=lambda p: p.number)
        return first, second

    def _by_name(self, words: tuple[str, ...]) -> Person | None:
        fitting = [p for p in self.people if not p.role_only and _one_name(p.words, words)]
        return max(fitting, key=lambda p: (p.words[-1:] == words[-1:], p.last_seen), default=None)

    def _new(self, words: tuple[str, ...], name: str) -> Person:
        person = Person(len(self.people), words, name)
        self.people.append(person)
        return person


def _one_name(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Say whether two names can be one person's: the shorter one's words stand in the longer one in order."""
    short, long = (one, two) if len(one) <= len(two) else (two, one)
    if not short:
        return False
    if len(short) == 1 and len(long) > 1 and short[0] == long[0]:
        return False  # a first name alone is too common
    rest = iter(long)
    return all(any(word == other for other in rest) for word in short)


def _fits(
    held: tuple[str, str | None, frozenset[str]],
    land: str | None,
    wanted: str,
    found: Found,
    fields: frozenset[str],
) -> bool:
    """Say whether an office that somebody of a country (`land`) holds is the one that a role names."""
    held_office, country, held_fields = held
    country = country or land
    if held_office != wanted:
        return False
    if found.country is not None and country is not None and found.country != country:
        return False
    if found.country is not None and country is None and held_fields and not fields:
        return False
    return not fields or not held_fields or fields <= held_fields or held_fields <= fields


def _nearest(people: list[Person], at: int) -> Person | None:
    before = [p for p in people if 0 <= p.last_seen <= at]
    if before:
        return max(before, key=lambda p: (p.last_seen, not p.role_only))
    return min(people, key=lambda p: p.number, default=None)
