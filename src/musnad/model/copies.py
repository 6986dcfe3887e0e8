"""Copies: a text that several documents carry, who its members are, and what each of them changed."""

from dataclasses import dataclass

from musnad.errors import RecordError
from musnad.model.chains import Link
from musnad.model.spans import Span

RELATIONS = ("full", "partial", "edited", "extends")
"""The whole text; a part of it; with other words; with text of its own or of another dispatch beside it."""
CREDITS = ("named", "absent", "other")
"""Its agency; nobody or nobody by name, though a twin names one (possible tadlis, no accusation); another agency."""
EDITS = ("cut", "added", "reworded", "attribution", "numbers", "names", "headline", "headline_stronger")
SIDES = ("first", "second", "common")


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch that two texts share. `words` counts the shared words in it: a few others may stand between them."""

    first: Span
    second: Span
    words: int


@dataclass(frozen=True, slots=True)
class Overlap:
    """How much two texts share: words that stand in shared passages, words of each, and the passages."""

    shared: int
    first_words: int
    second_words: int
    passages: tuple[Passage, ...]

    @property
    def of_first(self) -> float:
        """Return the share of the first text that stands in the second too."""
        return min(1.0, self.shared / self.first_words) if self.first_words else 0.0

    @property
    def of_second(self) -> float:
        """Return the share of the second text that stands in the first too."""
        return min(1.0, self.shared / self.second_words) if self.second_words else 0.0


@dataclass(frozen=True, slots=True)
class Edit:
    """One difference between two texts, a sentence or less: where it stands in each (None where it does not).

    `kind` is one of `EDITS`; `sentence` of each side is the sentence around it. `detail` says what was changed into
    what, where words can say it.
    """

    kind: str
    first: Span | None
    second: Span | None
    first_sentence: Span | None = None
    second_sentence: Span | None = None
    detail: str = ""

    def __post_init__(self) -> None:
        """Refuse an unknown kind, and an edit that stands nowhere."""
        if self.kind not in EDITS:
            message = f"kind of an edit must be one of {EDITS}, not {self.kind!r}"
            raise RecordError(message)
        if self.first is None and self.second is None:
            message = f"an edit ({self.kind}) needs a span in one of the texts"
            raise RecordError(message)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that speaks for a direction: `kind` (credit, publisher, time, cut), for whom, and why in words."""

    kind: str
    source: str
    reason: str

    def __post_init__(self) -> None:
        """Refuse a side that is none."""
        if self.source not in SIDES:
            message = f"source must be one of {SIDES}, not {self.source!r}"
            raise RecordError(message)


@dataclass(frozen=True, slots=True)
class Direction:
    """Which of two texts was taken from which: `first`, `second`, both from a `common` one, or None: unknown."""

    source: str | None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Copy:
    """Two documents that share text, by their keys: how much, in which direction, with which edits."""

    first: str
    second: str
    overlap: Overlap
    direction: Direction
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Member:
    """A document that carries a dispatch.

    `relation` is one of `RELATIONS` and tells it from the dispatch's fullest text; `credit` is one of `CREDITS`, None
    where no member names an agency. `link` is the agency's link in the member's chain: its own, or restored from a twin
    (basis `copy`). `credited` holds the agencies that it names itself; `covered` is the share of its words that the
    fullest text holds.
    """

    key: str
    relation: str
    credit: str | None = None
    link: Link | None = None
    credited: tuple[str, ...] = ()
    covered: float = 1.0

    def __post_init__(self) -> None:
        """Refuse unknown relations and credits."""
        if self.relation not in RELATIONS or self.credit not in {*CREDITS, None}:
            message = f"relation must be one of {RELATIONS}, credit one of {CREDITS} or None: {self}"
            raise RecordError(message)


@dataclass(frozen=True, slots=True)
class Dispatch:
    """A text that several documents carry.

    `agency` is named by `basis`: `credit` (lines that credit), `text` (words of the text itself), `release` (no agency:
    an office's release, whose `issuer` is named), `unknown`. `disputed` holds agencies that members credit instead of
    `agency`: one of the credits is wrong. `fullest` is the key of the member that holds most of the common text.
    """

    id: str
    fullest: str
    members: tuple[Member, ...]
    agency: str | None = None
    entity: str | None = None
    basis: str = "unknown"
    issuer: str | None = None
    disputed: tuple[str, ...] = ()
