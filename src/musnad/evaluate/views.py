"""What a scorer looks at, in one shape for annotations, readings and the JSON form of readings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from musnad.model import Reading, Span


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement: its words, its speaker's name, and the names between speaker and document tail, origin first."""

    cue: Span | None
    content: tuple[Span, ...]
    name: str
    via: tuple[str, ...]
    form: str | None


@dataclass(frozen=True, slots=True)
class TimeView:
    """A time expression and its normalised value."""

    span: Span
    value: str | None


@dataclass(frozen=True, slots=True)
class EventView:
    """An event: its trigger, its type and status, its date, the names of those who took part, its place."""

    type: str
    trigger: Span
    status: str | None
    date: str | None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    place: str | None = None

    @property
    def participants(self) -> tuple[tuple[str, str], ...]:
        """Return all who took part with their side."""
        return (*(("actor", name) for name in self.actors), *(("recipient", name) for name in self.recipients))


@dataclass(frozen=True, slots=True)
class View:
    """All that is scored of one article. An empty view is the reading of a program that reads nothing."""

    tail: tuple[str, ...] = ()
    statements: tuple[StatementView, ...] = ()
    times: tuple[TimeView, ...] = ()
    events: tuple[EventView, ...] = ()


def view_of_reading(reading: Reading) -> View:
    """Return the view of a reading."""
    return View(
        tail=tuple(link.name for link in reading.chain),
        statements=tuple(
            StatementView(
                cue=s.cue,
                content=s.content,
                name="" if s.speaker is None else s.speaker.name,
                via=tuple(link.name for link in s.chain[1:] if not link.tail),
                form=s.form,
            )
            for s in reading.statements
        ),
        times=tuple(TimeView(t.span, t.value or None) for t in reading.times),
        events=tuple(
            EventView(
                e.type,
                e.trigger,
                e.status,
                e.date or None,
                tuple(p.name for p in e.actors),
                tuple(p.name for p in e.recipients),
                e.place or None,
            )
            for e in reading.events
        ),
    )


def view_of_json(value: Mapping[str, Any]) -> View:
    """Return the view of a reading in its form `musnad.reading/1`. Missing parts count as empty.

    A rejection has no parts, so its view is empty. Raises `RecordError` where a span is impossible.
    """
    return View(
        tail=tuple(_name(link) for link in value.get("chain", ())),
        statements=tuple(_statement(s) for s in value.get("statements", ())),
        times=tuple(TimeView(_must(t["span"]), t.get("value") or None) for t in value.get("times", ())),
        events=tuple(
            EventView(
                e["type"],
                _must(e["trigger"]),
                e.get("status"),
                e.get("date") or None,
                tuple(_name(p) for p in e.get("actors", ())),
                tuple(_name(p) for p in e.get("recipients", ())),
                e.get("place") or None,
            )
            for e in value.get("events", ())
        ),
    )


def _statement(value: Mapping[str, Any]) -> StatementView:
    cue = value.get("cue")
    return StatementView(
        cue=None if cue is None else _must(cue),
        content=tuple(_must(piece) for piece in value["content"]),
        name=_name(value.get("speaker")),
        via=tuple(_name(link) for link in value.get("chain", ())[1:] if not link.get("tail")),
        form=value.get("form"),
    )


def _name(value: Mapping[str, Any] | None) -> str:
    return "" if value is None else value.get("name") or ""


def _must(value: Sequence[int]) -> Span:
    return Span(value[0], value[1])
