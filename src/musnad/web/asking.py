"""What is asked for in an address, made a question: the same parameters for pages and API."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Annotated, Any, Literal

from fastapi import Query

from musnad.query import Question

Of = Literal["statements", "events", "articles", "people"]
Status = Literal["happened", "ongoing", "planned", "hypothetical", "requested", "denied", "failed"]
Kind = Literal["person", "office", "organisation", "agency", "place", "group"]
KINDS_OF_FINDS: tuple[Of, ...] = ("statements", "events", "articles", "people")
_LONGEST = 300  # characters of one limit; more is no question
_WORDS = {"statements": "about", "events": "words", "articles": "words", "people": "name"}
_ONLY: Mapping[str, frozenset[str]] = {
    "speaker": frozenset({"statements"}),
    "denied": frozenset({"statements"}),
    "type": frozenset({"events"}),
    "status": frozenset({"events"}),
    "actor": frozenset({"events"}),
    "recipient": frozenset({"events"}),
    "place": frozenset({"events"}),
    "kind": frozenset({"people"}),
}
_Text = Annotated[str | None, Query(max_length=_LONGEST)]


@dataclass(frozen=True, slots=True)
class Asked:
    """The limits of a question as they stand in an address; None asks for nothing.

    `q` are words: of what is said, of the article in which something happened, of the article, or of a name.
    """

    q: _Text = None
    since: date | None = None
    until: date | None = None
    publisher: _Text = None
    via: _Text = None
    mentions: _Text = None
    tag: _Text = None
    speaker: _Text = None
    denied: bool = False
    type: Annotated[str | None, Query(pattern="^[A-Z]+$", max_length=20)] = None
    status: Status | None = None
    actor: _Text = None
    recipient: _Text = None
    place: _Text = None
    kind: Kind | None = None

    def values(self) -> dict[str, Any]:
        """Return the limits that are set, by name."""
        found = {each.name: getattr(self, each.name) for each in fields(self)}
        shown = {name: value.isoformat() if isinstance(value, date) else value for name, value in found.items()}
        return {name: value for name, value in shown.items() if value not in {None, "", False}}

    def of(self, kind: Of) -> "Asked":
        """Return the limits that may be asked of a kind of finds."""
        kept = {name: value for name, value in self.values().items() if kind in _ONLY.get(name, KINDS_OF_FINDS)}
        return Asked(**kept)


def question(of: Of, asked: Asked) -> Question:
    """Return the question. Raises `StoreError` for what cannot be asked."""
    values = asked.of(of).values()
    words = values.pop("q", None)
    denied = True if values.pop("denied", False) else None
    if words:
        values[_WORDS[of]] = words
    return Question(of, denied=denied if of == "statements" else None, **values)


def month(value: str) -> tuple[str, str]:
    """Return the first and last day of an ISO month.

    >>> month("2024-02")
    ('2024-02-01', '2024-02-29')
    """
    year, number = int(value[:4]), int(value[5:7])
    return f"{value}-01", f"{value}-{monthrange(year, number)[1]:02d}"
