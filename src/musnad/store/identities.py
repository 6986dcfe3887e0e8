"""The table of identities: which entities of all articles are one, versioned, decided by names and by analysts.

The matcher (`musnad.corpus.identities`) tells what two names are to each other; which entities are one follows from
that and from the corrections alone. Every state that differs from the one before is a version of the table.
"""

# ruff: noqa: S608 - the pieces of SQL that are put together are our own; values travel as marks

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from musnad.store.grouping import ONE, Likeness, Pair, chosen, groups
from musnad.store.several import marks

SAME, DIFFERENT = "same", "different"
BY_ANALYST = "an analyst's decision"
_RULES = "identities"  # in `meta`: by which rules names were compared


@dataclass(frozen=True, slots=True)
class Named:
    """An entity to be compared by its name: row, id across articles, kind."""

    row: int
    key: str
    kind: str


@dataclass(frozen=True, slots=True)
class Moved:
    """How many entities stand for others than before, or for themselves again; `version` is that of the table."""

    joined: int = 0
    parted: int = 0
    version: int = 0


class Identities:
    """Writes the table through one connection; transactions are the caller's."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Write through a connection."""
        self._connection = connection
        self._run = connection.execute

    def begin(self, rules: str) -> None:
        """Forget what other rules said of names, so that all are compared again."""
        found = self._run("SELECT value FROM meta WHERE key = ?", (_RULES,)).fetchone()
        if found is None or found[0] != rules:
            for sql in ("DELETE FROM name_key", "DELETE FROM likeness", "UPDATE entity SET matched = 0"):
                self._run(sql)
            sql = "INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
            self._run(sql, (_RULES, rules))

    def waiting(self) -> int:
        """Return how many entities were not compared yet."""
        return int(self._run("SELECT count(*) FROM entity WHERE matched = 0 AND named = 1").fetchone()[0])

    def unmatched(self, limit: int) -> list[Named]:
        """Return entities that were not compared yet, in order."""
        sql = "SELECT id, key, kind FROM entity WHERE matched = 0 AND named = 1 ORDER BY id LIMIT ?"
        return [Named(*row) for row in self._run(sql, (limit,))]

    def put_keys(self, entity: Named, keys: Iterable[int]) -> None:
        """Keep the hashes of the keys of an entity, which is compared with that."""
        self._connection.executemany(
            "INSERT INTO name_key VALUES (?, ?) ON CONFLICT DO NOTHING", [(key, entity.row) for key in sorted(keys)]
        )
        self._run("UPDATE entity SET matched = 1 WHERE id = ?", (entity.row,))

    def sharing(self, entity: Named, keys: Iterable[int]) -> list[Named]:
        """Return the others that share a key with an entity, in order."""
        asked = sorted(keys)
        sql = (
            "SELECT DISTINCT e.id, e.key, e.kind FROM name_key k JOIN entity e ON e.id = k.entity"
            f" WHERE k.key IN ({marks(asked)}) AND e.id <> ? ORDER BY e.id"
        )
        return [Named(*row) for row in self._run(sql, (*asked, entity.row))]

    def put_likeness(self, one: Named, two: Named, like: Likeness) -> None:
        """Keep what two names are to each other."""
        row = (*sorted((one.row, two.row)), like.verdict, like.score, like.reason)
        self._run("INSERT OR REPLACE INTO likeness VALUES (?, ?, ?, ?, ?)", row)

    def component(self, entity: Named) -> list[Named]:
        """Return all entities that a chain of names that are the same leads to, the entity among them, in order."""
        sql = (
            "WITH RECURSIVE near (id) AS (SELECT ? UNION"
            f" SELECT CASE WHEN l.one = n.id THEN l.two ELSE l.one END FROM near n"
            f" JOIN likeness l ON l.verdict = {ONE} AND (l.one = n.id OR l.two = n.id))"
            " SELECT e.id, e.key, e.kind FROM near JOIN entity e USING (id) ORDER BY e.id"
        )
        return [Named(*row) for row in self._run(sql, (entity.row,))]

    def compared(self, rows: Sequence[Named]) -> frozenset[tuple[int, int]]:
        """Return the pairs of these entities of which it is known what they are to each other."""
        asked = [entity.row for entity in rows]
        sql = f"SELECT one, two FROM likeness WHERE one IN ({marks(asked)}) AND two IN ({marks(asked)})"
        return frozenset(self._run(sql, (*asked, *asked)).fetchall())

    def unite(self, at: str = "") -> Moved:
        """Bring the table up to date with names and decisions; `at` is the ISO moment of now."""
        likes = self._likes()
        decided = decisions(self._connection)
        same = [pair for pair, kind in decided.items() if kind == SAME]
        different = [pair for pair, kind in decided.items() if kind == DIFFERENT]
        rows = dict(
            self._run("SELECT key, id FROM entity WHERE key IN (SELECT value FROM json_each(?))", (_all(likes, same),))
        )
        now: dict[int, tuple[int, float, str]] = {}
        for group in groups(likes, [pair for pair in same if rows.keys() >= {*pair}], different):
            head = chosen(group)
            for key in sorted(group - {head}):
                now[rows[key]] = (rows[head], *_why(key, group, likes))
        before = dict(self._run("SELECT id, same FROM entity WHERE same IS NOT NULL"))
        return self._moved(before, now, at)

    def _moved(self, before: dict[int, int], now: dict[int, tuple[int, float, str]], at: str) -> Moved:
        changed = sorted(row for row in {*before, *now} if before.get(row) != now.get(row, (None,))[0])
        if not changed:
            return Moved()
        joined = [row for row in changed if row in now]
        rules = self._run("SELECT coalesce((SELECT value FROM meta WHERE key = ?), '')", (_RULES,)).fetchone()[0]
        counts = (len(joined), len(changed) - len(joined))
        sql = "INSERT INTO identity_version (at, rules, joined, parted) VALUES (?, ?, ?, ?)"
        version = self._run(sql, (at, rules, *counts)).lastrowid or 0
        many = self._connection.executemany
        many("UPDATE identity SET until = ? WHERE entity = ? AND until IS NULL", [(version, row) for row in changed])
        many(
            "INSERT INTO identity VALUES (?, ?, ?, NULL, ?, ?)",
            [(row, now[row][0], version, *now[row][1:]) for row in joined],
        )
        many("UPDATE entity SET same = ? WHERE id = ?", [(now.get(row, (None,))[0], row) for row in changed])
        return Moved(*counts, version)

    def _likes(self) -> dict[Pair, Likeness]:
        sql = (
            "SELECT a.key, b.key, l.verdict, l.score, l.reason FROM likeness l"
            " JOIN entity a ON a.id = l.one JOIN entity b ON b.id = l.two"
        )
        return {
            (min(one, two), max(one, two)): Likeness(verdict, score, reason)
            for one, two, verdict, score, reason in self._run(sql)
        }


def decisions(connection: sqlite3.Connection) -> dict[Pair, str]:
    """Return the last word of analysts on every pair: same or different."""
    sql = "SELECT subject, object, kind FROM correction WHERE kind IN (?, ?) AND undone = 0 ORDER BY at, kind DESC, id"
    return {(one, two): kind for one, two, kind in connection.execute(sql, (SAME, DIFFERENT))}


def forget(connection: sqlite3.Connection) -> None:
    """Remove what is kept of entities that are gone."""
    run = connection.execute
    gone = "NOT IN (SELECT id FROM entity)"
    run(f"DELETE FROM name_key WHERE entity {gone}")
    run(f"DELETE FROM likeness WHERE one {gone} OR two {gone}")
    run(f"DELETE FROM identity WHERE entity {gone} OR same {gone}")
    run(f"UPDATE entity SET same = NULL WHERE same {gone}")


def _why(key: str, group: frozenset[str], likes: dict[Pair, Likeness]) -> tuple[float, str]:
    """Return score and reason of the surest likeness of an id to another one of its group."""
    found = [
        (like.score, f"{like.reason}: {other}")
        for other in sorted(group - {key})
        if (like := likes.get((min(key, other), max(key, other)))) is not None and like.verdict == ONE
    ]
    return max(found, key=lambda each: each[0], default=(1.0, BY_ANALYST))


def _all(likes: Iterable[Pair], same: Iterable[Pair]) -> str:
    return json.dumps(sorted({name for pair in (*likes, *same) for name in pair}))
