"""Corrections: what analysts decide about facts and entities, kept beside the readings and applied over all of them.

`same` and `different` are about two entities, and the later word on a pair counts; `wrong` is about a statement or
event, `note` and `tag` about anything with an id. The id of a correction is a hash of what is decided.
"""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field

from musnad.model import content_id
from musnad.store.errors import StoreError

SAME, DIFFERENT, WRONG, NOTE, TAG = "same", "different", "wrong", "note", "tag"
KINDS = (SAME, DIFFERENT, WRONG, NOTE, TAG)
_PAIRS = frozenset({SAME, DIFFERENT})
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
        if not self.subject or (self.kind in _PAIRS and (not self.object or self.object == self.subject)):
            message = f"{self.kind} wants {'two ids' if self.kind in _PAIRS else 'an id'}"
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
    if correction.kind in _PAIRS:
        unite(connection)


def undo(connection: sqlite3.Connection, name: str) -> None:
    """Undo a correction, which stays on record. Raises `StoreError` where there is none of this id."""
    found = connection.execute("UPDATE correction SET undone = 1 WHERE id = ? AND undone = 0", (name,))
    if not found.rowcount:
        message = f"there is no correction {name!r} to undo"
        raise StoreError(message)
    unite(connection)


def known(connection: sqlite3.Connection, correction: Correction) -> bool:
    """Say whether all that a correction is about is held."""
    asked = "SELECT 1 FROM entity WHERE key = ?"
    if correction.kind == WRONG:
        asked = "SELECT 1 FROM statement WHERE fact = ?1 UNION SELECT 1 FROM event WHERE fact = ?1"
    elif correction.kind in _TEXTS:
        asked = (
            "SELECT 1 FROM statement WHERE fact = ?1 UNION SELECT 1 FROM event WHERE fact = ?1 UNION"
            " SELECT 1 FROM article WHERE version = ?1 UNION SELECT 1 FROM document WHERE key = ?1 UNION"
            " SELECT 1 FROM entity WHERE key = ?1"
        )
    about = [correction.subject, *([correction.object] if correction.object else [])]
    return all(connection.execute(asked, (name,)).fetchone() is not None for name in about)


def unite(connection: sqlite3.Connection) -> None:
    """Let every entity stand for what the decisions of analysts make it; their order of coming does not matter."""
    connection.execute("UPDATE entity SET same = NULL WHERE same IS NOT NULL")
    for group in _groups(_pairs(connection)):
        rows = dict(
            connection.execute(
                f"SELECT key, id FROM entity WHERE key IN ({', '.join('?' * len(group))})",  # noqa: S608 - marks only
                group,
            )
        )
        chosen = min(rows, key=lambda key: (":" in key, key), default=None)  # ids of the knowledge base first
        for key, row in rows.items():
            if chosen is not None and key != chosen:
                connection.execute("UPDATE entity SET same = ? WHERE id = ?", (rows[chosen], row))


def united(connection: sqlite3.Connection) -> frozenset[str]:
    """Return the keys of all entities about whose identity something was decided."""
    return frozenset(key for pair in _pairs(connection) for key in pair)


def _pairs(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """Return the pairs that are the same by the last word on each."""
    sql = "SELECT subject, object, kind FROM correction WHERE kind IN (?, ?) AND undone = 0 ORDER BY at, kind DESC, id"
    last = {(one, two): kind for one, two, kind in connection.execute(sql, (SAME, DIFFERENT))}
    return sorted(pair for pair, kind in last.items() if kind == SAME)


def _groups(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
    """Return the groups that pairs make, each in order."""
    groups: dict[str, set[str]] = {}
    for one, two in pairs:
        joined = groups.get(one, {one}) | groups.get(two, {two})
        groups |= dict.fromkeys(joined, joined)
    return sorted({tuple(sorted(group)) for group in groups.values()})
