"""One person of an article: the names, the offices held, how often and where named."""

from dataclasses import dataclass, field

from musnad.mentions.found import Found

FORMER = "former"
"""Stands among the fields of an office for all words that say that somebody has it no more."""

ABOUT = "about"
"""Stands among the fields of an office that something special is said to be about (responsible «for» it)."""

THEIRS = "theirs"
"""Stands among the fields of an office that a pronoun gives to somebody or something."""

OF = "of "
"""Begins among the fields of an office the code of the land that a demonym gives to its body (the union of Asia)."""

EMIR, SUPERVISOR = "role.emir", "role.supervisor"

HEADS_OF_STATE = frozenset(f"role.{name}" for name in ("president", "king", "emir", "sultan"))

RULING = HEADS_OF_STATE | {f"role.{name}" for name in ("prime_minister", "crown_prince", "minister", "chancellor")}
"""Who has an office of his own state only."""

_SYNONYMS = {
    "role.manager": "role.coach",
    "role.security_chief": "role.guard_chief",
    "role.undersecretary": "role.deputy_minister",
    "role.rais_arkan": "role.chief_of_staff",
}

Held = tuple[str, str | None, frozenset[str]]
"""An office that somebody has: its name, of which country, what it is about."""


def office(head: str | None) -> str:
    """Return the office of a role's lexicon id: entries that differ by a number are one office, as are synonyms."""
    plain = (head or "").rstrip("0123456789")
    return _SYNONYMS.get(plain, plain)


@dataclass(slots=True)
class Person:
    """One person or unnamed role: words of the fullest name, offices held, where and how often mentioned and named.

    `meant` is who somebody without a name turned out to be.
    `first` is the first token that names somebody, `places` all, `spoke` those right behind a verb
    of saying, `told` the last one at which he was right behind one; `nation` is his own country as the knowledge
    base tells, `country` that of what he is said to be.
    """

    number: int
    words: tuple[str, ...]
    name: str
    usual: tuple[str, ...] = ()
    gender: str | None = None
    plural: str = "s"
    offices: list[Held] = field(default_factory=list)
    country: str | None = None
    nation: str | None = None
    sector: str | None = None
    latin: str | None = None
    last_seen: int = -1
    count: int = 0
    aliases: list[str] = field(default_factory=list)
    role_only: bool = False
    indefinite: bool = False
    called: tuple[str, ...] = ()
    named: int = 0
    first: int = -1
    told: int = -1
    spoke: list[int] = field(default_factory=list)
    byline: bool = False
    titles: set[str] = field(default_factory=set)
    places: list[int] = field(default_factory=list)
    meant: "Person | None" = None

    @property
    def names(self) -> tuple[tuple[str, ...], ...]:
        """Return the words of the fullest name and of the usual one."""
        return (self.words, self.usual) if self.usual else (self.words,)

    def see(self, found: Found, fields: frozenset[str]) -> None:
        """Learn from a mention: office, country, sector, gender, place in the text."""
        self.last_seen = found.first
        self.places.append(found.first)
        self.first = found.first if self.first < 0 else min(self.first, found.first)
        self.gender = self.gender or found.gender
        self.hold(found, fields)
        self.country = self.country or found.country
        self.sector = self.sector or found.sector
        self.titles.update(node.rule for node in found.nodes if node.kind == "title")

    def hold(self, found: Found, fields: frozenset[str]) -> None:
        """Learn the offices that a mention tells."""
        heads = heads_of(found)
        for k, head in enumerate(heads):
            title = office(head) == EMIR and k < len(heads) - 1  # «الأمير … وكيل إمارة …»
            entry = (office(head), None, frozenset[str]()) if title else (office(head), found.country, fields)
            if head.startswith(("role.", "source_noun.")) and entry not in self.offices:
                self.offices.append(entry)


def heads_of(found: Found) -> tuple[str, ...]:
    """Return the lexicon ids of all roles of a phrase."""
    return found.also if found.head is None else (found.head, *found.also)


def may_have(role: Found, name: Found) -> bool:
    """Say whether somebody may have a role by its gender: papers give women masculine titles («سلوى، رئيس القسم»)."""
    return of_one_gender(role, name) or role.gender == "m"


def of_one_gender(one: Found | Person, other: Found | Person) -> bool:
    """Say whether two phrases or people can be of one gender."""
    return one.gender is None or other.gender is None or one.gender == other.gender
