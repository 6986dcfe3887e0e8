"""Load annotated articles: one JSON object a file, spans written as surfaces of the text.

A surface is copied exactly from the text; `surface#2` means its second occurrence, without a number the first one is
meant. A span may also be given as `[start, end]`. Whatever cannot be found and every value outside the guide is
refused with `GoldError`, all problems of a file at once.

    {"id", "text" (with "title": the body), "publisher", "published", "byline", "url", "date_basis",
     "tail":       [{"name", "role", "basis", "mention"}],
     "statements": [{"id", "form", "cue", "speaker", "name", "content", "parent", "via", "medium", "addressee",
                     "denial"}],
     "times":      [{"t", "type", "value"}],
     "events":     [{"type", "mode", "trigger", "actors", "recipients", "place", "date", "status"}]}

`note` is free for remarks everywhere; the digest does not see it.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any

from musnad.errors import GoldError, RecordError
from musnad.evaluate.views import EventView, StatementView, TimeView, View
from musnad.model import Span
from musnad.model.events import STATUSES
from musnad.model.statements import FORMS, MEDIA
from musnad.model.times import TYPES as TIME_TYPES

EVENT_TYPES = (
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
)
TAIL_ROLES = ("agency", "publisher", "republisher")
TAIL_BASES = ("dateline", "byline", "footer", "text", "metadata")
SOURCE_FIELDS = ("id", "title", "text", "url", "publisher", "published", "byline", "date_basis")
"""The fields of a gold file that are the article itself, as in the records that `musnad read` takes."""

_FIELDS = {
    "article": {*SOURCE_FIELDS, "tail", "statements", "times", "events", "note"},
    "tail": {"name", "role", "basis", "mention", "note"},
    "statement": {
        *("id", "form", "cue", "speaker", "name", "content", "parent", "via", "medium", "addressee", "denial", "note"),
    },
    "time": {"t", "span", "type", "value", "note"},
    "event": {"type", "mode", "trigger", "actors", "recipients", "place", "date", "status", "note"},
}
_NUMBERED = re.compile(r"(?P<surface>.+)#(?P<number>\d+)", re.DOTALL)
_CLOCK = r"\d\d(?::\d\d){0,2}(?:Z|[+-]\d\d:?\d\d)?"
_MONTH = r"\d\d(?:-\d\d)?|W\d\d(?:-WE)?|Q[1-4]|H[12]|SP|SU|FA|WI"
_DATE = rf"(?:\d{{2,4}}|XXXX)(?:-(?:{_MONTH}|WXX-\d|XX-XX))?(?:T(?:MO|MI|AF|EV|NI|DT|{_CLOCK}))?"
_PERIOD = r"P(?=.)(?:(?:\d+(?:\.\d+)?|X)(?:DE|CE|[YMWD]))*(?:T(?:(?:\d+(?:\.\d+)?|X)[HMS])+)?"
_VALUE = re.compile(rf"PAST_REF|PRESENT_REF|FUTURE_REF|BC\d+|{_DATE}(?:/{_DATE})?|T(?:{_CLOCK})|{_PERIOD}")


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An annotated article. `source` are the fields of the article itself, as `musnad read` takes them."""

    id: str
    text: str
    source: tuple[tuple[str, Any], ...]
    view: View
    digest: str


def load(folder: Path) -> tuple[GoldArticle, ...]:
    """Return all annotated articles of a folder, by file name.

    Raises `GoldError` with every problem of every file, or where two files have one id or there is no file at all.
    """
    articles: list[GoldArticle] = []
    problems: list[str] = []
    for path in sorted(folder.glob("*.json")):
        try:
            value = json.loads(path.read_text("utf-8"))
            articles.append(parse(value))
        except GoldError as error:
            problems += [f"{path.name}: {line}" for line in str(error).splitlines()]
        except ValueError as error:
            problems.append(f"{path.name}: not JSON: {error}")
    ids = [article.id for article in articles]
    problems += [f"two files have the id {i!r}" for i in sorted({i for i in ids if ids.count(i) > 1})]
    if not articles and not problems:
        problems.append(f"{folder} holds no annotated article (*.json)")
    if problems:
        raise GoldError("\n".join(problems))
    return tuple(articles)


def parse(value: Mapping[str, Any]) -> GoldArticle:
    """Return an annotated article from its JSON form; raise `GoldError` with all its problems, one a line."""
    if not isinstance(value, dict) or not isinstance(value.get("text"), str) or not value.get("id"):
        message = "an annotated article is an object with at least id and text"
        raise GoldError(message)
    title = value.get("title")
    text = f"{title}\n\n{value['text']}" if title else value["text"]
    checker = _Checker(text)
    checker.fields(value, "article", "article")
    view = View(
        tail=tuple(checker.tail(x, f"tail {n}") for n, x in enumerate(value.get("tail", ()), 1)),
        statements=checker.statements(value.get("statements", ())),
        times=tuple(checker.time(x, f"time {n}") for n, x in enumerate(value.get("times", ()), 1)),
        events=tuple(checker.event(x, f"event {n}") for n, x in enumerate(value.get("events", ()), 1)),
    )
    if checker.problems:
        raise GoldError("\n".join(checker.problems))
    source = tuple((name, value[name]) for name in SOURCE_FIELDS if name in value)
    canonical = json.dumps(_without_notes(value), ensure_ascii=False, sort_keys=True)
    return GoldArticle(value["id"], text, source, view, blake2b(canonical.encode(), digest_size=16).hexdigest())


def _without_notes(value: object) -> object:
    if isinstance(value, dict):
        return {name: _without_notes(held) for name, held in value.items() if name != "note"}
    return [_without_notes(held) for held in value] if isinstance(value, list) else value


def digest(articles: Iterable[GoldArticle]) -> str:
    """Return one digest of all texts and annotations, whatever their order and the names of their files."""
    return blake2b("".join(sorted(a.digest for a in articles)).encode(), digest_size=16).hexdigest()


def counts(articles: Sequence[GoldArticle]) -> dict[str, int]:
    """Return how much is annotated."""
    return {
        "articles": len(articles),
        "statements": sum(len(a.view.statements) for a in articles),
        "times": sum(len(a.view.times) for a in articles),
        "events": sum(len(a.view.events) for a in articles),
        "tails": sum(len(a.view.tail) for a in articles),
    }


def find(text: str, surface: str) -> Span:
    """Return where a surface stands, possibly numbered with `#`. Raises `GoldError` where it does not.

    >>> find("a b a", "a#2")
    Span(start=4, end=5)
    """
    numbered = _NUMBERED.fullmatch(surface)
    words, number = (numbered["surface"], int(numbered["number"])) if numbered else (surface, 1)
    at = -1
    for _ in range(number):
        at = text.find(words, at + 1) if words else -1
        if at < 0:
            break
    if at < 0 or number < 1:
        message = f"not in the text (occurrence {number}): {words!r}"
        raise GoldError(message)
    return Span(at, at + len(words))


_NOWHERE = Span(0, 1)  # stands in for a span with a problem; never leaves the parser, which raises at its end


@dataclass(slots=True)
class _Checker:
    """Turns annotations of one text into views and collects what is wrong with them."""

    text: str
    problems: list[str] = field(default_factory=list)

    def complain(self, where: str, what: str) -> None:
        self.problems.append(f"{where}: {what}")

    def fields(self, value: Mapping[str, Any], kind: str, where: str) -> None:
        for name in sorted(set(value) - _FIELDS[kind]):
            self.complain(where, f"unknown field {name!r}")

    def choice(self, value: object, choices: Sequence[object], where: str) -> str:
        if value not in choices:
            self.complain(where, f"must be one of {', '.join(map(str, choices))}, not {value!r}")
        return str(value)

    def name(self, value: object, where: str) -> str:
        if not isinstance(value, str) or not value.strip():
            self.complain(where, f"must be a name, not {value!r}")
        return str(value)

    def names(self, value: object, where: str) -> tuple[str, ...]:
        if not isinstance(value, list):
            self.complain(where, f"must be a list of names, not {value!r}")
            return ()
        return tuple(self.name(name, where) for name in value)

    def span(self, value: object, where: str) -> Span:
        try:
            if isinstance(value, str):
                return find(self.text, value)
            if isinstance(value, list) and len(value) == 2 and value[1] <= len(self.text):  # noqa: PLR2004 - start, end
                return Span(*value)
        except (GoldError, RecordError, TypeError) as error:
            self.complain(where, str(error))
            return _NOWHERE
        self.complain(where, f"must be words of the text or [start, end] in it, not {value!r}")
        return _NOWHERE

    def maybe(self, value: object, where: str) -> Span | None:
        return None if value is None else self.span(value, where)

    def tail(self, value: Mapping[str, Any], where: str) -> str:
        self.fields(value, "tail", where)
        self.choice(value.get("role"), TAIL_ROLES, f"{where} role")
        self.choice(value.get("basis"), TAIL_BASES, f"{where} basis")
        self.maybe(value.get("mention"), f"{where} mention")
        return self.name(value.get("name"), f"{where} name")

    def statements(self, values: Sequence[Mapping[str, Any]]) -> tuple[StatementView, ...]:
        ids = [value.get("id") for value in values]
        for number, one in enumerate(ids):
            if one is None or one in ids[:number]:
                self.complain(f"statement {number + 1}", f"needs an id of its own, not {one!r}")
        for value in values:
            parent = value.get("parent")
            if parent is not None and (parent not in ids or parent == value.get("id")):
                self.complain(str(value.get("id")), f"parent is no other statement: {parent!r}")
        return tuple(self.statement(value, str(value.get("id"))) for value in values)

    def statement(self, value: Mapping[str, Any], where: str) -> StatementView:
        self.fields(value, "statement", where)
        self.choice(value.get("medium", "unknown"), MEDIA, f"{where} medium")
        self.choice(value.get("denial", False), (False, True), f"{where} denial")
        self.maybe(value.get("speaker"), f"{where} speaker")
        self.maybe(value.get("addressee"), f"{where} addressee")
        pieces = value.get("content")
        if not isinstance(pieces, list) or not pieces:
            self.complain(f"{where} content", "must be a list of at least one piece")
            pieces = []
        return StatementView(
            cue=self.span(value.get("cue"), f"{where} cue"),
            content=tuple(self.span(piece, f"{where} content") for piece in pieces),
            name=self.name(value.get("name"), f"{where} name"),
            via=self.names(value.get("via", []), f"{where} via"),
            form=self.choice(value.get("form"), FORMS, f"{where} form"),
        )

    def time(self, value: Mapping[str, Any], where: str) -> TimeView:
        self.fields(value, "time", where)
        self.choice(value.get("type"), TIME_TYPES, f"{where} type")
        read = value.get("value")
        if read is not None and (not isinstance(read, str) or _VALUE.fullmatch(read) is None):
            self.complain(f"{where} value", f"is no TIMEX3 value: {read!r}")
        return TimeView(self.span(value.get("t", value.get("span")), where), read or None)

    def event(self, value: Mapping[str, Any], where: str) -> EventView:
        self.fields(value, "event", where)
        happened_on = value.get("date")
        if happened_on is not None and (not isinstance(happened_on, str) or _VALUE.fullmatch(happened_on) is None):
            self.complain(f"{where} date", f"is no date: {happened_on!r}")
        return EventView(
            type=self.choice(value.get("type"), EVENT_TYPES, f"{where} type"),
            trigger=self.span(value.get("trigger"), f"{where} trigger"),
            status=self.choice(value.get("status"), STATUSES, f"{where} status"),
            date=happened_on or None,
            actors=self.names(value.get("actors", []), f"{where} actors"),
            recipients=self.names(value.get("recipients", []), f"{where} recipients"),
            place=self.name(value["place"], f"{where} place") if value.get("place") is not None else None,
        )
