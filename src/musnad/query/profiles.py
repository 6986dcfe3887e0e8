"""Somebody as a collection knows him: who he is, whom he met, through whom his words reached us; where events were."""

from dataclasses import dataclass

from musnad.model import KINDS
from musnad.query.collection import Collection, Facet
from musnad.query.found import FoundPerson
from musnad.store import Question, UnknownIdError, entities, facets


@dataclass(frozen=True, slots=True)
class Companion:
    """Somebody with whom an entity met or called: id, kind, how often, the last day ('' where unknown), name."""

    id: str
    kind: str
    count: int
    last: str
    name: str


@dataclass(frozen=True, slots=True)
class Reporter:
    """A hand through which statements of an entity reached us: its role, id, name, and how many statements."""

    role: str
    id: str
    name: str
    count: int


def profile(collection: Collection, key: str) -> FoundPerson:
    """Return an entity by its id, or the one that stands for it. Raises `UnknownIdError` where there is none.

    One that only passes on what others say stands in no article itself, and has its names alone.
    """
    found = entities.entity(collection.reader, key)
    if found is None:
        message = f"nothing has the id {key!r}"
        raise UnknownIdError(message)
    row, kind = found
    items = collection.find(Question("people", name=key, kind=kind), limit=1).items if kind in KINDS else ()
    if items and isinstance(items[0], FoundPerson):
        return items[0]
    names = entities.all_names(collection.reader, row)
    shown = tuple(dict.fromkeys(name for name, _ in names))
    return FoundPerson(key, kind, names[0][0], names[0][1], shown, 0, 0, None, None, row=row)


def met(collection: Collection, key: str, limit: int = 12) -> tuple[Companion, ...]:
    """Return with whom an entity met or called, the most frequent first."""
    return tuple(Companion(*row) for row in entities.met(collection.reader, key, limit))


def reported(collection: Collection, key: str, limit: int = 12) -> tuple[Reporter, ...]:
    """Return through whom the statements of an entity reached us, the most frequent first."""
    return tuple(Reporter(*row) for row in entities.reported(collection.reader, key, limit))


def places(collection: Collection, question: Question) -> tuple[Facet, ...]:
    """Return the places of all events that fit, the most frequent first."""
    return tuple(Facet("place", *row) for row in facets.places(collection.reader, question))


def over_months(collection: Collection, question: Question) -> list[tuple[str, int]]:
    """Return how many fit by ISO month, in order; those of no month under ''."""
    return collection.reader.count(question, "month")
