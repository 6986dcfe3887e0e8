"""Facts of a reading as records beside the text: what each says, its rule, its chain, and what analysts said of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from musnad.model import Event, Participant, Reading, Speaker, Statement, TimeExpression
from musnad.query import Collection, Correction
from musnad.render.segments import time_id
from musnad.render.words import content_line
from musnad.web.views.hops import Hop, hops_of_links, key_of

_SHOWN = 600  # characters of what is said


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody as a fact names him, with the id across articles; `country` and `sector` where they are known."""

    name: str
    key: str | None
    country: str | None = None
    sector: str | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """What analysts said of something: their decisions that hold."""

    decisions: tuple[Correction, ...] = ()

    @property
    def is_wrong(self) -> bool:
        """Say whether they found it wrong."""
        return any(each.kind == "wrong" for each in self.decisions)


PAIRS = ("together", "apart")
"""Decisions about two documents or two facts."""


def decided(collection: Collection, ids: Iterable[str], *kinds: str) -> Said:
    """Return the decisions of some kinds that hold and in which one of some ids stands on either side."""
    about = frozenset(ids)
    held = (each for each in collection.corrections() if each.kind in kinds and not each.undone)
    return Said(tuple(each for each in held if {each.subject, each.object} & about))


@dataclass(frozen=True, slots=True)
class StatementRecord:
    """A statement with the words of its evidence."""

    fact: Statement
    id: str
    speaker: Person | None
    addressee: Person | None
    words: str
    cue: str
    hops: tuple[Hop, ...]
    said: Said


@dataclass(frozen=True, slots=True)
class EventRecord:
    """An event with the words that tell it."""

    fact: Event
    id: str
    actors: tuple[Person, ...]
    recipients: tuple[Person, ...]
    place_key: str | None
    words: str
    hops: tuple[Hop, ...]
    said: Said


@dataclass(frozen=True, slots=True)
class TimeRecord:
    """A time expression with its words."""

    fact: TimeExpression
    id: str
    words: str


@dataclass(frozen=True, slots=True)
class Records:
    """All facts of a reading, in the order of the text."""

    statements: tuple[StatementRecord, ...]
    events: tuple[EventRecord, ...]
    times: tuple[TimeRecord, ...]
    keys: Mapping[str, str] = field(repr=False)


def records(reading: Reading, keys: Mapping[str, str], corrections: Iterable[Correction] = ()) -> Records:
    """Return the records of a reading; `keys` are the ids of its entities across articles."""
    said: dict[str, list[Correction]] = {}
    for each in corrections:
        if not each.undone:
            said.setdefault(each.subject, []).append(each)
    statements = sorted(reading.statements, key=lambda s: (s.content[0].start, -s.content[-1].end))
    events = sorted(reading.events, key=lambda e: e.trigger)
    return Records(
        tuple(statement(each, reading, keys, Said(tuple(said.get(each.id, ())))) for each in statements),
        tuple(event(each, reading, keys, Said(tuple(said.get(each.id, ())))) for each in events),
        tuple(TimeRecord(t, time_id(n), t.span.of(reading.article.text)) for n, t in enumerate(reading.times)),
        keys,
    )


def statement(fact: Statement, reading: Reading, keys: Mapping[str, str], said: Said) -> StatementRecord:
    """Return the record of a statement."""
    text = reading.article.text
    words = content_line(fact, text)
    return StatementRecord(
        fact,
        fact.id,
        _speaker(fact.speaker, keys),
        _speaker(fact.addressee, keys),
        words if len(words) <= _SHOWN else words[:_SHOWN].rstrip() + "…",
        fact.cue.of(text),
        hops_of_links(fact.chain, keys),
        said,
    )


def event(fact: Event, reading: Reading, keys: Mapping[str, str], said: Said) -> EventRecord:
    """Return the record of an event."""
    place = next(
        (m.entity for m in reading.mentions if fact.place_span and fact.place_span in {m.span, m.proper}), None
    )
    return EventRecord(
        fact,
        fact.id,
        tuple(_participant(each, keys) for each in fact.actors),
        tuple(_participant(each, keys) for each in fact.recipients),
        key_of(place, keys),
        fact.trigger.of(reading.article.text),
        hops_of_links(fact.chain, keys),
        said,
    )


def link(url: str | None) -> str | None:
    """Return the address of an article where a browser may follow it."""
    return url if (url or "").startswith(("http://", "https://")) else None


def _speaker(speaker: Speaker | None, keys: Mapping[str, str]) -> Person | None:
    return None if speaker is None else Person(speaker.name, key_of(speaker.entity, keys))


def _participant(found: Participant, keys: Mapping[str, str]) -> Person:
    return Person(found.name, key_of(found.entity, keys), found.country, found.sector)
