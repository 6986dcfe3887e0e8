"""A reading made ready for the tables: plain values that travel between processes, compressed where they are large.

Entities are numbered within the reading; the store gives them their rows. What is said of whom by which hand is told
in the records of the reading; here they only change their shape.
"""

import json
import zlib
from dataclasses import dataclass, field
from typing import Any

from musnad.arabic import fold_word
from musnad.errors import FormatError
from musnad.model import (
    Capture,
    Chain,
    Document,
    Event,
    Reading,
    Span,
    Statement,
    from_json,
    reading_to_json,
    shared_id,
)

TAIL, OF_STATEMENT, OF_EVENT = 0, 1, 2
ACTOR, RECIPIENT = 0, 1
_LEVEL = 6
_AGENCIES = frozenset({"agency"})
_BODIES = frozenset({"office", "outlet", "publisher", "republisher"})

Row = tuple[Any, ...]
Features = tuple[bytes, bytes, str]
"""Traits, fingerprints, what the source graph keeps: see `Comparisons.put`."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A statement or event: its id, the row of its table without ids, and the rows that hang on it."""

    id: str
    row: Row
    hands: tuple[Row, ...]
    participants: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Raw:
    """The bytes of a capture, compressed: their hash and how many they are."""

    hash: str
    size: int
    data: bytes

    @classmethod
    def of(cls, raw_hash: str, data: bytes) -> "Raw":
        """Return some bytes compressed."""
        return cls(raw_hash, len(data), zlib.compress(data, _LEVEL))


@dataclass(frozen=True, slots=True)
class Packed:
    """All rows of one reading. Where a row names an entity it holds its place in `entities`.

    `entities` are (key, kind, named, name, latin); `appearances` (entity, mentions, start, end). `features` are what
    the article is compared by, where they were taken with the reading at hand.
    """

    document: str
    version: str
    input: str | None
    publisher: str | None
    day: str
    basis: str
    title: str | None
    url: str | None
    characters: int
    text: bytes
    reading: bytes
    digests: str
    capture: Capture | None
    entities: tuple[Row, ...]
    appearances: tuple[Row, ...]
    tail: tuple[Row, ...]
    times: tuple[Row, ...]
    statements: tuple[Fact, ...]
    events: tuple[Fact, ...]
    raw: Raw | None = None
    features: Features | None = None


def digests_text(digests: tuple[tuple[str, str], ...]) -> str:
    """Return the digests of the stages as the store keeps them."""
    return json.dumps(dict(digests), sort_keys=True)


def pack(reading: Reading) -> Packed:
    """Return a reading as rows."""
    article = reading.article
    value = reading_to_json(reading)
    text = value.pop("text")
    names = _Names(reading)
    appearances = names.appearances()
    day = "" if reading.published.day is None else reading.published.day.isoformat()
    statements = tuple(_statement(each, day, names) for each in reading.statements)
    events = tuple(_event(each, day, names, reading) for each in reading.events)
    tail = _hands(reading.chain, names)
    return Packed(
        document=Document.of(article).id,
        version=article.version,
        input=article.id,
        publisher=article.publisher,
        day=day,
        basis=reading.published.basis,
        title=article.title,
        url=article.url,
        characters=len(article.text),
        text=squeezed(text),
        reading=squeezed(json.dumps(value, ensure_ascii=False, separators=(",", ":"))),
        digests=digests_text(reading.digests),
        capture=Capture.of(article),
        entities=tuple(names.entities),
        appearances=appearances,
        tail=tail,
        times=tuple((t.span.start, t.span.end, t.type, t.value, t.start, t.end) for t in reading.times),
        statements=statements,
        events=events,
    )


def squeezed(text: str) -> bytes:
    """Return a text compressed. Lone surrogates cannot occur: reading replaces them."""
    return zlib.compress(text.encode(), _LEVEL)


def stretched(data: bytes) -> str:
    """Return the text that was compressed."""
    return zlib.decompress(data).decode()


def unpack(text: bytes, reading: bytes) -> Reading:
    """Return the reading that was packed, without its evidence trees. Raises `FormatError` where it is none."""
    value = json.loads(stretched(reading))
    value["text"] = stretched(text)
    found = from_json(value, own=True)
    if not isinstance(found, Reading):
        message = "a body that is no reading"
        raise FormatError(message)
    return found


def keys_of(reading: Reading) -> dict[str, str]:
    """Return the id across articles of every entity of a reading, by its id there."""
    return {local: row[0] for local, row in _Names(reading).local.items()}


@dataclass(slots=True)
class _Names:
    """The entities of one reading, numbered in the order in which they are asked for."""

    reading: Reading
    entities: list[Row] = field(default_factory=list)
    _numbers: dict[tuple[str, str], int] = field(default_factory=dict)
    local: dict[str, Row] = field(default_factory=dict)

    def __post_init__(self) -> None:
        named = {mention.entity for mention in self.reading.mentions if mention.proper is not None}
        for entity in self.reading.entities:
            is_given = shared_id(entity.id) is not None
            is_named = is_given or entity.id in named
            kind = entity.kind if is_named else f"role.{entity.kind}"
            key = entity.id if is_given else f"{kind}:{fold_word(entity.name)}"
            self.local[entity.id] = (key, entity.kind, int(is_named), entity.name, entity.latin or "")

    def number(self, entity: str | None, name: str, kind: str = "other") -> int:
        """Return the place of the entity with an id of the reading, else of one with this name alone."""
        row = self.local.get(entity or "")
        if row is None:
            key = shared_id(entity) or f"{kind}:{fold_word(name)}"
            row = (key, kind, int(kind != "person"), name, "")  # a bare word that nobody mentions is no person
        place = (row[0], row[3])
        if place not in self._numbers:
            self._numbers[place] = len(self.entities)
            self.entities.append(row)
        return self._numbers[place]

    def appearances(self) -> tuple[Row, ...]:
        """Return where every entity is first named and how often."""
        spans: dict[str, list[Span]] = {}
        for mention in self.reading.mentions:
            spans.setdefault(mention.entity, []).append(mention.span)
        found: dict[str, list[Any]] = {}
        for entity, places in spans.items():
            row = self.local.get(entity)
            if row is None:
                continue
            first = min(places)
            kept = found.setdefault(row[0], [self.number(entity, row[3]), 0, first.start, first.end])
            kept[1] += len(places)  # two entities of an article may bear one name
        return tuple(tuple(row) for row in found.values())


def _role_kind(role: str) -> str:
    return "agency" if role in _AGENCIES else "organisation" if role in _BODIES else "person"


def _hands(chain: Chain, names: _Names) -> tuple[Row, ...]:
    return tuple(
        (
            link.role,
            names.number(link.entity, link.name, _role_kind(link.role)),
            link.name,
            None if link.span is None else link.span.start,
            None if link.span is None else link.span.end,
            link.basis,
            int(link.unnamed),
        )
        for link in chain
    )


def _own(chain: Chain) -> Chain:
    """Return the hands of a fact before those of its article."""
    return tuple(link for link in chain if not link.tail)


def _statement(s: Statement, day: str, names: _Names) -> Fact:
    speaker = None if s.speaker is None else names.number(s.speaker.entity, s.speaker.name, "person")
    addressee = None if s.addressee is None else names.number(s.addressee.entity, s.addressee.name, "person")
    content = json.dumps([[span.start, span.end] for span in s.content], separators=(",", ":"))
    row = (
        *(_day(s.said) or day, s.said, s.form, int(s.denial), s.stance, s.medium),
        *(speaker, None if s.speaker is None else s.speaker.name, addressee),
        *(s.cue.start, s.cue.end, content, s.parent, s.rule),
    )
    return Fact(s.id, row, _hands(_own(s.chain), names))


def _event(e: Event, day: str, names: _Names, reading: Reading) -> Fact:
    place = None if e.place is None else names.number(_entity_at(e.place_span, reading), e.place, "place")
    row = (
        *(_day(e.date) or day, e.date, e.type, e.mode, e.status, place, e.place),
        *(e.trigger.start, e.trigger.end, e.rule),
    )
    people = tuple(
        (
            *(side, position, names.number(p.entity, p.name, "person"), p.name),
            *(None if p.span is None else p.span.start, None if p.span is None else p.span.end, p.country, p.sector),
        )
        for side, found in ((ACTOR, e.actors), (RECIPIENT, e.recipients))
        for position, p in enumerate(found)
    )
    return Fact(e.id, row, _hands(_own(e.chain), names), people)


def _entity_at(span: Span | None, reading: Reading) -> str | None:
    """Return the place that is named at a span."""
    return next((m.entity for m in reading.mentions if span in {m.span, m.proper}), None) if span else None


_DAY = 10  # characters of an ISO day; what is shorter names a longer time


def _day(value: str | None) -> str | None:
    """Return the day of an ISO day or date-time, None for any other value."""
    if value is None or len(value) < _DAY or not value[:4].isdecimal() or not value[8:10].isdecimal():
        return None
    return value[:_DAY]
