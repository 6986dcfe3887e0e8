"""Mentions of people, offices, organisations, places and groups, and the entities they stand for."""

from dataclasses import dataclass, field

from musnad.errors import RecordError
from musnad.model.evidence import Node
from musnad.model.spans import Span

KINDS = ("person", "office", "organisation", "agency", "place", "group")


LOCAL = "local."
"""How the ids of those begin whom only their article knows."""


def shared_id(entity: str | None) -> str | None:
    """Return an id that other articles know too, None for one that is local to its article.

    >>> shared_id("country.RUS"), shared_id("local.3")
    ('country.RUS', None)
    """
    return None if entity is None or entity.startswith(LOCAL) else entity


@dataclass(frozen=True, slots=True)
class Entity:
    """Whom or what mentions stand for. `id` is a knowledge id (`country.RUS`) or local to the article (`local.3`).

    `name` is the fullest proper form in the article, else its role phrase; `aliases` the other forms seen.
    `country` is ISO 3166 alpha-3, `sector` a PLOVER sector; `gender` is "m", "f" or None; `number` "s", "d" or "p".
    `stands_for` is the knowledge id of the state or body whose government or leadership the name can mean (the Kremlin:
    `country.RUS`), `seat_of` the office there (`president`) where it is not the whole government.
    """

    id: str
    kind: str
    name: str
    latin: str | None = None
    country: str | None = None
    sector: str | None = None
    gender: str | None = None
    number: str = "s"
    aliases: tuple[str, ...] = ()
    stands_for: str | None = None
    seat_of: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """One stretch of text that stands for an entity.

    `span` is the whole noun phrase with title and apposition, without proclitics; `proper` the proper name inside it
    (None for a bare role such as the president); `basis` says how the entity was found (name, role, alias, context).
    `alternatives` are the ids of all whom it may mean, each with its share of the evidence, best first; empty where
    nobody beside the entity comes near. They are entities of the article or people of the knowledge base.
    """

    span: Span
    kind: str
    name: str
    entity: str
    proper: Span | None = None
    subkind: str | None = None
    latin: str | None = None
    basis: str = "name"
    rule: str = ""
    alternatives: tuple[tuple[str, float], ...] = ()
    node: Node | None = field(default=None, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Refuse unknown kinds and a proper name outside its mention."""
        if self.kind not in KINDS:
            message = f"kind of mention must be one of {KINDS}, not {self.kind!r}"
            raise RecordError(message)
        if self.proper is not None and not self.span.covers(self.proper):
            message = f"proper name {self.proper} lies outside its mention {self.span}"
            raise RecordError(message)
