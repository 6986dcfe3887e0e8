"""The tables that questions are asked of: written from packed readings, changed fact by fact when one is read again.

A fact that is read again keeps its row, so that what was new once is not new again.
"""

# ruff: noqa: S608 - the pieces of SQL that are put together are our own; values travel as marks

import sqlite3
from dataclasses import dataclass

from musnad.arabic import fold_word
from musnad.store.corrections import namesakes
from musnad.store.grouping import namesake
from musnad.store.identities import Identities, decisions
from musnad.store.packed import OF_EVENT, OF_STATEMENT, TAIL, Fact, Packed, Row, stretched
from musnad.store.words import indexed

_REMEMBERED = 200_000  # entities whose rows are remembered, some 40 MB

_STATEMENT = (
    "day, said, form, denial, stance, medium, speaker, speaker_name, addressee,"
    " cue_start, cue_end, content, parent, rule"
)
_EVENT = "day, date, type, mode, status, place, place_name, trigger_start, trigger_end, rule"
_SPEAKER, _ADDRESSEE, _PLACE, _CONTENT = 6, 8, 5, 11  # where rows name entities, and spans


@dataclass(frozen=True, slots=True)
class Change:
    """How many facts of an article were kept, are gone, are new."""

    kept: int = 0
    gone: int = 0
    new: int = 0

    def __add__(self, other: "Change") -> "Change":
        """Return the sum of two changes."""
        return Change(self.kept + other.kept, self.gone + other.gone, self.new + other.new)


class Facts:
    """Writes the facts of articles through one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Write through a connection; transactions are the caller's."""
        self._connection = connection
        self._run = connection.execute
        self._many = connection.executemany
        self._rows: dict[tuple[str, int, str, str], tuple[int, int]] = {}

    def put(self, article: int, packed: Packed) -> Change:
        """Write the facts of an article, beside those that it has already."""
        others = namesakes(self._connection, packed.document)
        ids = [self._entity(_other(row, packed.document) if row[0] in others else row) for row in packed.entities]
        text = stretched(packed.text)
        self._drop_loose(article)
        self._many(
            "INSERT INTO appearance SELECT id, ?, ?, ?, ?, ?, iif(named, kind, '') FROM entity WHERE id = ?",
            [(article, ids[e][1], count, start, end, ids[e][0]) for e, count, start, end in packed.appearances],
        )
        self._many(
            "INSERT INTO time VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [(article, position, *row) for position, row in enumerate(packed.times)],
        )
        self._hands(TAIL, article, packed.tail, ids)
        return self._statements(article, packed.statements, ids, text) + self._events(article, packed.events, ids)

    def remove(self, article: int, text: str) -> int:
        """Remove the facts of an article with this text; return how many there were."""
        self._drop_loose(article)
        statements = dict(self._run("SELECT fact, id FROM statement WHERE article = ?", (article,)))
        events = dict(self._run("SELECT fact, id FROM event WHERE article = ?", (article,)))
        for row in statements.values():
            self._drop_statement(row, text)
        for row in events.values():
            self._drop_event(row)
        return len(statements) + len(events)

    def _drop_loose(self, article: int) -> None:
        """Remove what has no identity of its own."""
        self._run("DELETE FROM appearance WHERE article = ?", (article,))
        self._run("DELETE FROM time WHERE article = ?", (article,))
        self._run("DELETE FROM hand WHERE kind = ? AND fact = ?", (TAIL, article))

    def _statements(self, article: int, facts: tuple[Fact, ...], ids: list[tuple[int, int]], text: str) -> Change:
        before = dict(self._run("SELECT fact, id FROM statement WHERE article = ?", (article,)))
        places = ", ".join("?" * (_STATEMENT.count(",") + 1))
        kept = 0
        for fact in {each.id: each for each in facts}.values():
            values = _resolved(fact.row, (_SPEAKER, _ADDRESSEE), ids)
            row = before.pop(fact.id, None)
            if row is None:
                sql = f"INSERT INTO statement (article, fact, {_STATEMENT}) VALUES (?, ?, {places})"
                row = self._run(sql, (article, fact.id, *values)).lastrowid or 0
                self._run("INSERT INTO said (rowid, text) VALUES (?, ?)", (row, said(text, fact.row[_CONTENT])))
            else:  # the content is part of its identity, and so is what the index holds
                kept += 1
                self._run(f"UPDATE statement SET ({_STATEMENT}) = ({places}) WHERE id = ?", (*values, row))
            self._hands(OF_STATEMENT, row, fact.hands, ids)
        for row in before.values():
            self._drop_statement(row, text)
        return Change(kept, len(before), len(facts) - kept)

    def _events(self, article: int, facts: tuple[Fact, ...], ids: list[tuple[int, int]]) -> Change:
        before = dict(self._run("SELECT fact, id FROM event WHERE article = ?", (article,)))
        places = ", ".join("?" * (_EVENT.count(",") + 1))
        kept = 0
        for fact in {each.id: each for each in facts}.values():
            values = _resolved(fact.row, (_PLACE,), ids)
            row = before.pop(fact.id, None)
            if row is None:
                sql = f"INSERT INTO event (article, fact, {_EVENT}) VALUES (?, ?, {places})"
                row = self._run(sql, (article, fact.id, *values)).lastrowid or 0
            else:
                kept += 1
                self._run(f"UPDATE event SET ({_EVENT}) = ({places}) WHERE id = ?", (*values, row))
                self._run("DELETE FROM participant WHERE event = ?", (row,))
            self._many(
                "INSERT INTO participant VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [(row, side, n, ids[who][0], *rest) for side, n, who, *rest in fact.participants],
            )
            self._hands(OF_EVENT, row, fact.hands, ids)
        for row in before.values():
            self._drop_event(row)
        return Change(kept, len(before), len(facts) - kept)

    def _hands(self, kind: int, fact: int, rows: tuple[Row, ...], ids: list[tuple[int, int]]) -> None:
        self._run("DELETE FROM hand WHERE kind = ? AND fact = ?", (kind, fact))
        self._many(
            "INSERT INTO hand VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [(kind, fact, n, role, ids[who][0], *rest) for n, (role, who, *rest) in enumerate(rows)],
        )

    def _drop_statement(self, row: int, text: str) -> None:
        (content,) = self._run("SELECT content FROM statement WHERE id = ?", (row,)).fetchone()
        self._run("INSERT INTO said (said, rowid, text) VALUES ('delete', ?, ?)", (row, said(text, content)))
        self._run("DELETE FROM hand WHERE kind = ? AND fact = ?", (OF_STATEMENT, row))
        self._run("DELETE FROM statement WHERE id = ?", (row,))

    def _drop_event(self, row: int) -> None:
        self._run("DELETE FROM participant WHERE event = ?", (row,))
        self._run("DELETE FROM hand WHERE kind = ? AND fact = ?", (OF_EVENT, row))
        self._run("DELETE FROM event WHERE id = ?", (row,))

    def _entity(self, row: Row) -> tuple[int, int]:
        """Return the rows of an entity and of the form of its name, made where they are not there."""
        key, kind, named, name, latin = row
        known = self._rows.get((key, named, name, latin))
        if known is not None:
            return known
        sql = (
            "INSERT INTO entity (key, kind, named) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE"
            " SET kind = excluded.kind, named = excluded.named, matched = 0"  # whatever came first, the same stays
            " WHERE (named, excluded.kind) < (excluded.named, kind)"
        )
        if self._run(sql, (key, kind, named)).rowcount and self._is_decided(key):
            Identities(self._connection).unite()
        (entity,) = self._run("SELECT id FROM entity WHERE key = ?", (key,)).fetchone()
        look = "SELECT id FROM alias WHERE entity = ? AND name = ? AND latin = ?"
        found = self._run(look, (entity, name, latin)).fetchone()
        if found is None:
            sql = "INSERT INTO alias (entity, name, latin) VALUES (?, ?, ?)"
            alias = self._run(sql, (entity, name, latin)).lastrowid or 0
            self._run("INSERT INTO names (rowid, text) VALUES (?, ?)", (alias, indexed(f"{name} {latin}")))
        else:
            (alias,) = found
        if len(self._rows) >= _REMEMBERED:
            self._rows.clear()
        self._rows[key, named, name, latin] = (entity, alias)
        return entity, alias

    def _is_decided(self, key: str) -> bool:
        """Say whether analysts decided whether an entity is another one."""
        return any(key in pair for pair in decisions(self._connection))

    def forget_rows(self) -> None:
        """Forget which rows entities have, as after a rollback or after some were removed."""
        self._rows.clear()


def _other(row: Row, document: str) -> Row:
    """Return the entity that is somebody else of the name in a document."""
    key, kind, named, name, latin = row
    return (namesake(key, kind, fold_word(name), document), kind, named, name, latin)


def said(text: str, content: str) -> str:
    """Return the words of a content, whose spans are JSON, as they are indexed."""
    pairs = [pair.split(",") for pair in content.strip("[]").split("],[")]
    return indexed(" ".join(text[int(start) : int(end)] for start, end in pairs))


def _resolved(row: Row, places: tuple[int, ...], ids: list[tuple[int, int]]) -> Row:
    """Return a row with the rows of its entities instead of their numbers."""
    return tuple(ids[v][0] if i in places and v is not None else v for i, v in enumerate(row))
