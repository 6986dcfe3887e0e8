"""Corrections: what analysts decide about facts and entities, kept beside the readings and applied over all of them.

`same` and `different` are about two entities, `together` and `apart` about two documents (one story or two) or two
facts (one claim or two), and the later word on a pair counts; `namesake` says that in a document an entity is somebody
else of that name; `wrong` is about a statement or event, `note` and `tag` about anything with an id. The id of a
correction is a hash of what is decided.
"""

import sqlite3
from dataclasses import dataclass, field

from musnad.model import content_id
from musnad.store.errors import StoreError
from musnad.store.identities import DIFFERENT, SAME, Identities
from musnad.store.stories import TOLD_APART, TOLD_TOGETHER, StoryShelf

NAMESAKE, WRONG, NOTE, TAG = "namesake", "wrong", "note", "tag"
KINDS = (SAME, DIFFERENT, NAMESAKE, TOLD_TOGETHER, TOLD_APART, WRONG, NOTE, TAG)
_ENTITIES = frozenset({SAME, DIFFERENT})
_STORIES = frozenset({TOLD_TOGETHER, TOLD_APART})
_PAIRS = _ENTITIES | _STORIES
_TWO = _PAIRS | {NAMESAKE}
_TEXTS = frozenset({NOTE, TAG})


@dataclass(frozen=True, slots=True)
class Correction:
    """One decision, with the ISO moment at which it was taken. Raises `StoreError` where it decides nothing."""

    kind: str
    subject: str
    object: str = ""
    text: str = ""
    at: str = ""
    undone: bool = False
    id: str = field(init=False)

    def __post_init__(self) -> None:
        """Refuse what is no decision, and put pairs in one order."""
        if self.kind not in KINDS:
            message = f"a correction is one of {', '.join(KINDS)}, not {self.kind!r}"
            raise StoreError(message)
        if not self.subject or (self.kind in _TWO and (not self.object or self.object == self.subject)):
            message = f"{self.kind} wants {'two ids' if self.kind in _TWO else 'an id'}"
            raise StoreError(message)
        if self.kind in _TEXTS and not self.text.strip():
            message = f"{self.kind} wants a text"
            raise StoreError(message)
        if self.kind in _PAIRS and self.object < self.subject:
            subject, other = self.object, self.subject
            object.__setattr__(self, "subject", subject)
            object.__setattr__(self, "object", other)
        said = self.text if self.kind in _TEXTS else ""
        object.__setattr__(self, "id", content_id("c", self.kind, self.subject, self.object, said))


def put(connection: sqlite3.Connection, correction: Correction) -> None:
    """Keep a correction; one that is there already is decided anew."""
    row = (
        *(correction.id, correction.kind, correction.subject, correction.object, correction.text),
        *(correction.at, int(correction.undone)),
    )
    connection.execute("INSERT OR REPLACE INTO correction VALUES (?, ?, ?, ?, ?, ?, ?)", row)
    if correction.kind in _ENTITIES:
        Identities(connection).unite(correction.at)
    if correction.kind in _STORIES:
        StoryShelf(connection).disturb((correction.subject, correction.object))


def undo(connection: sqlite3.Connection, name: str, at: str = "") -> Correction:
    """Undo a correction at a moment and return it; it stays on record. Raises `StoreError` where there is none."""
    found = connection.execute("UPDATE correction SET undone = 1 WHERE id = ? AND undone = 0", (name,))
    if not found.rowcount:
        message = f"there is no correction {name!r} to undo"
        raise StoreError(message)
    Identities(connection).unite(at)
    sql = "SELECT kind, subject, object, text, at, undone FROM correction WHERE id = ?"
    undone = Correction(*connection.execute(sql, (name,)).fetchone())
    if undone.kind in _STORIES:
        StoryShelf(connection).disturb((undone.subject, undone.object))
    return undone


def known(connection: sqlite3.Connection, correction: Correction) -> bool:
    """Say whether all that a correction is about is held."""
    asked = "SELECT 1 FROM entity WHERE key = ?1"
    if correction.kind == NAMESAKE:
        asked += " UNION SELECT 1 FROM document WHERE key = ?1"
    if correction.kind == WRONG:
        asked = "SELECT 1 FROM statement WHERE fact = ?1 UNION SELECT 1 FROM event WHERE fact = ?1"
    elif correction.kind in _STORIES:
        asked = (
            "SELECT 1 FROM statement WHERE fact = ?1 UNION SELECT 1 FROM event WHERE fact = ?1 UNION"
            " SELECT 1 FROM document WHERE key = ?1"
        )
    elif correction.kind in _TEXTS:
        asked = (
            "SELECT 1 FROM statement WHERE fact = ?1 UNION SELECT 1 FROM event WHERE fact = ?1 UNION"
            " SELECT 1 FROM article WHERE version = ?1 UNION SELECT 1 FROM document WHERE key = ?1 UNION"
            " SELECT 1 FROM entity WHERE key = ?1"
        )
    about = [correction.subject, *([correction.object] if correction.object else [])]
    return all(connection.execute(asked, (name,)).fetchone() is not None for name in about)


def namesakes(connection: sqlite3.Connection, document: str) -> frozenset[str]:
    """Return the entities whose names mean somebody else in a document."""
    sql = "SELECT subject FROM correction WHERE kind = ? AND object = ? AND undone = 0"
    return frozenset(key for (key,) in connection.execute(sql, (NAMESAKE, document)))
