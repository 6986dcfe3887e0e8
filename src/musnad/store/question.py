"""A question as a record: what is asked for, and within which limits. It can be saved and asked again."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any

from musnad.model import KINDS, STATUSES
from musnad.store.errors import StoreError

STATEMENTS, EVENTS, ARTICLES, PEOPLE = "statements", "events", "articles", "people"
ASKED = (STATEMENTS, EVENTS, ARTICLES, PEOPLE)
_ONLY = {
    "speaker": {STATEMENTS},
    "about": {STATEMENTS},
    "denied": {STATEMENTS},
    "type": {EVENTS},
    "actor": {EVENTS},
    "recipient": {EVENTS},
    "place": {EVENTS},
    "status": {EVENTS},
    "name": {PEOPLE},
    "kind": {PEOPLE},
}


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked for (`of`), and what must hold of it; None asks for nothing.

    Names (`speaker`, `actor`, `recipient`, `place`, `via`, `mentions`, `name`) are words of a name, or an id of the
    knowledge base. `about` are words of what is said, `words` of the whole article. `exact` takes words as they are
    typed. Days are ISO days, both included: of a statement the day on which it was said, of an event that on which it
    was, where the text tells, else that of the article. Facts that an analyst found wrong do not fit unless `wrong`;
    `tag` is one that an analyst gave to the fact, its article or the entity.

    Raises `StoreError` where a field does not fit.
    """

    of: str
    words: str | None = None
    exact: bool = False
    speaker: str | None = None
    about: str | None = None
    denied: bool | None = None
    type: str | None = None
    actor: str | None = None
    recipient: str | None = None
    place: str | None = None
    status: str | None = None
    name: str | None = None
    kind: str | None = None
    mentions: str | None = None
    via: str | None = None
    publisher: str | None = None
    since: str | None = None
    until: str | None = None
    versions: bool = False
    tag: str | None = None
    wrong: bool = False

    def __post_init__(self) -> None:
        """Refuse what cannot be asked."""
        if self.of not in ASKED:
            message = f"one can ask for {', '.join(ASKED)}, not for {self.of!r}"
            raise StoreError(message)
        for name, kinds in _ONLY.items():
            if getattr(self, name) is not None and self.of not in kinds:
                message = f"{name} is asked of {', '.join(kinds)}, not of {self.of}"
                raise StoreError(message)
        for name in ("since", "until"):
            _day(name, getattr(self, name))
        _among("status", self.status, STATUSES)
        _among("kind", self.kind, KINDS)

    def saved(self) -> dict[str, Any]:
        """Return the question as plain values, without what it does not ask."""
        return {
            name: value
            for name, value in asdict(self).items()
            if value is not None and (value is not False or name == "denied")
        }

    @classmethod
    def of_saved(cls, value: Mapping[str, Any]) -> "Question":
        """Return the question that was saved."""
        known = {field.name for field in fields(cls)}
        return cls(**{name: each for name, each in value.items() if name in known})


def _day(name: str, value: str | None) -> None:
    try:
        date.fromisoformat(value or "2000-01-01")
    except ValueError as error:
        message = f"{name} must be an ISO day such as 2021-09-14, not {value!r}"
        raise StoreError(message) from error


def _among(name: str, value: str | None, allowed: tuple[str, ...]) -> None:
    if value is not None and value not in allowed:
        message = f"{name} must be one of {', '.join(allowed)}, not {value!r}"
        raise StoreError(message)
