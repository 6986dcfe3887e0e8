"""Stories and propositions: articles about one happening, what is claimed in them, and what stands behind it."""

from collections.abc import Iterable
from dataclasses import dataclass

from musnad.errors import RecordError
from musnad.model.chains import Chain
from musnad.model.display import drawn
from musnad.model.spans import Span

CLAIM_KINDS = ("statement", "event", "narration")
"""What somebody is said to have said; a happening by type and participants; what a text tells in its own name."""
SOURCE_KINDS = ("person", "body", "unnamed", "narrator", "context", "agency", "release", "own", "uncredited", "unknown")
"""Of origins: a person, a body, a source without name (mubham), the text's own voice, who is only near in the text.
Of routes: an agency, an office's release, own reporting, a text without any credit, agencies without name."""
CONFLICTS = ("numbers", "speaker", "dates", "roles", "asker", "denial")
"""Numbers; to whom the same words are given; when; who did it to whom; who called whom; whether it is so at all."""
EXPLANATIONS = ("slip", "units", "day words")
"""A slip in one copy of a text; the same amount in other units or rounded; one day in the words of two days."""
POINTS = ("both", "one", "contradiction")
"""Told by several sides; by one of them only; by two of them in ways that cannot both be so."""
GRADES = ("gharib", "aziz", "mashhur", "mutawatir")
"""Independence at the narrowest level: one hand, two, three or more, `MANY` or more."""
MANY = 10


@dataclass(frozen=True, slots=True)
class Chapter:
    """The articles of a story that were published on one ISO day, None where it is not known."""

    day: str | None
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """Articles about one happening, by their keys. The id is that of its article versions."""

    id: str
    keys: tuple[str, ...]
    chapters: tuple[Chapter, ...] = ()


@dataclass(frozen=True, slots=True)
class Attestation:
    """One place where an article tells a proposition: its evidence spans and the hands through which it has it.

    `fact` is the id of the statement or event, None for what the text tells in its own name. `denies` says that the
    article reports a denial. `chain` begins with the origin; the document's own tail is a part of it.
    """

    key: str
    kind: str
    spans: tuple[Span, ...]
    chain: Chain = ()
    fact: str | None = None
    denies: bool = False
    title: bool = False

    def __post_init__(self) -> None:
        """Refuse an unknown kind, and an attestation without evidence."""
        if self.kind not in CLAIM_KINDS or not self.spans:
            message = f"an attestation needs a kind of {CLAIM_KINDS} and spans: {self}"
            raise RecordError(message)


@dataclass(frozen=True, slots=True)
class Source:
    """An origin or a route: its name, what it is, which attestations (by number) come from it, and on which grounds.

    `certain` is False where it may be the same as another one, or none at all. `basis` names the rules that decided.
    `owner` and `state` are those of an outlet or agency where they are known. Of a route, `through` are the agencies
    that its text names as its own sources, `disputed` other agencies that are credited for the same text: one is wrong.
    Of an origin, `country` is the one for which it speaks.
    """

    name: str
    kind: str
    attested: tuple[int, ...]
    entity: str | None = None
    certain: bool = True
    basis: tuple[str, ...] = ()
    owner: str | None = None
    state: str | None = None
    through: tuple[str, ...] = ()
    disputed: tuple[str, ...] = ()
    country: str | None = None

    def __post_init__(self) -> None:
        """Refuse an unknown kind."""
        if self.kind not in SOURCE_KINDS:
            message = f"kind of a source must be one of {SOURCE_KINDS}, not {self.kind!r}"
            raise RecordError(message)


@dataclass(frozen=True, slots=True)
class Sources:
    """Origins or routes: each of them, and how many there are at least and at most."""

    found: tuple[Source, ...]
    least: int
    most: int

    def __post_init__(self) -> None:
        """Refuse an interval that is none."""
        if not 0 <= self.least <= self.most:
            message = f"sources need 0 <= least <= most, not {self.least}, {self.most}"
            raise RecordError(message)

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of all, once each."""
        return tuple(dict.fromkeys(source.name for source in self.found))


@dataclass(frozen=True, slots=True)
class First:
    """The earliest attestation that is known: article, publisher and moment, with what speaks for the moment."""

    key: str
    publisher: str | None
    published: str
    basis: str


@dataclass(frozen=True, slots=True)
class Corroboration:
    """What stands behind a proposition.

    `articles` and `copies` count documents that tell it and those of them that only carry a text of another one,
    `publishers` who printed them; `common` is the madar: the hand through which everything passes, None where there is
    none; `unnamed` the links without name; `states` the countries whose state controls the outlets and agencies of its
    routes.
    """

    articles: int
    copies: int
    origins: Sources
    routes: Sources
    grade: str
    common: str | None = None
    unnamed: tuple[str, ...] = ()
    first: First | None = None
    publishers: int = 0
    owners: tuple[str, ...] = ()
    states: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse an unknown grade."""
        if self.grade not in GRADES:
            message = f"grade must be one of {GRADES}, not {self.grade!r}"
            raise RecordError(message)


@dataclass(frozen=True, slots=True)
class Proposition:
    """What is claimed, whoever says it: its attestations in order of articles, and what stands behind it.

    `text` shows it in the words of one of them. `sentence` says the numbers in plain Arabic.
    """

    id: str
    kind: str
    story: str
    text: str
    attestations: tuple[Attestation, ...]
    corroboration: Corroboration
    sentence: str = ""
    conflicts: tuple["Conflict", ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the keys of the articles that tell it, in order."""
        return tuple(sorted({each.key for each in self.attestations}))

    def _repr_html_(self) -> str:
        """Return it as HTML for a notebook."""
        return drawn("claim_html", self)


@dataclass(frozen=True, slots=True)
class Conflict:
    """Where attestations do not agree: what it is `about`, and which article says what.

    `explained` names why it is none (one of `EXPLANATIONS`); None where it stands.
    """

    about: str
    values: tuple[tuple[str, str], ...]
    explained: str | None = None

    def __post_init__(self) -> None:
        """Refuse what no conflict is about, and an unknown explanation."""
        if self.about not in CONFLICTS or self.explained not in {None, *EXPLANATIONS}:
            message = f"a conflict is about one of {CONFLICTS}, explained by one of {EXPLANATIONS} or not: {self}"
            raise RecordError(message)

    @classmethod
    def of(cls, about: str, values: Iterable[tuple[str, str]], explained: str | None = None) -> "Conflict":
        """Return a conflict with its values in order."""
        return cls(about, tuple(sorted(set(values))), explained)


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a happening: a state with those who speak for it, or a body or person that speaks for itself."""

    name: str
    country: str | None = None
    hands: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that sides tell of a happening: `kind` is one of `POINTS`, `sides` are numbers of the sides.

    `propositions` are ids: one, or the two that contradict each other, with the `conflict`. `text` shows it.
    """

    kind: str
    sides: tuple[int, ...]
    propositions: tuple[str, ...]
    text: str
    conflict: Conflict | None = None

    def __post_init__(self) -> None:
        """Refuse an unknown kind."""
        if self.kind not in POINTS:
            message = f"kind of a point must be one of {POINTS}, not {self.kind!r}"
            raise RecordError(message)


@dataclass(frozen=True, slots=True)
class Readouts:
    """What each side of a story tells of it, beside each other; no points where fewer than two sides speak."""

    sides: tuple[Side, ...] = ()
    points: tuple[Point, ...] = ()
