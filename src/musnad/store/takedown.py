"""Take a document down: text, bytes, readings, facts and what only it named are removed; a tombstone stays."""

# ruff: noqa: S608 - the pieces of SQL that are put together are our own; values travel as marks

import json
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from musnad.store.comparisons import Comparisons
from musnad.store.errors import StoreError
from musnad.store.facts import Facts
from musnad.store.identities import Identities, forget
from musnad.store.lookup import find_document
from musnad.store.packed import stretched
from musnad.store.words import indexed


@dataclass(frozen=True, slots=True)
class Tombstone:
    """What stays of a document that was taken down. It is never taken in again."""

    document: str
    url: str | None
    publisher: str | None
    versions: tuple[str, ...]
    reason: str
    at: str
    facts: int = 0


def take_down(connection: sqlite3.Connection, facts: Facts, path: Path, key: str, reason: str, at: str) -> Tombstone:
    """Remove a document in one transaction, then its traces in the index and in the log."""
    run = connection.execute
    found = find_document(connection, key)
    if found is None:
        message = f"{path}: no document {key!r}"
        raise StoreError(message)
    document, name = found
    run("BEGIN IMMEDIATE")
    try:
        stone = _removed(connection, facts, document, (name, reason, at))
        run("COMMIT")
    except BaseException:
        run("ROLLBACK")
        raise
    for table in ("words", "said", "names"):  # deleted words stay in old parts of the index until these are merged
        run(f"INSERT INTO {table} ({table}) VALUES ('optimize')")
    run("PRAGMA wal_checkpoint(TRUNCATE)")
    return stone


def _removed(connection: sqlite3.Connection, facts: Facts, document: int, told: tuple[str, str, str]) -> Tombstone:
    run = connection.execute
    name, reason, at = told
    rows = run(
        "SELECT a.id, a.version, a.url, p.name FROM article a LEFT JOIN publisher p ON p.id = a.publisher"
        " WHERE document = ? ORDER BY a.id",
        (document,),
    ).fetchall()
    count = 0
    run("DELETE FROM correction WHERE subject = ?1 OR object = ?1", (name,))
    comparisons = Comparisons(connection)
    for article, version, *_ in rows:
        comparisons.drop(article)
        facts_of = "SELECT fact FROM statement WHERE article = ?1 UNION SELECT fact FROM event WHERE article = ?1"
        run(
            f"DELETE FROM correction WHERE subject = ?2 OR subject IN ({facts_of}) OR object IN ({facts_of})",
            (article, version),
        )
        (data,) = run("SELECT text FROM body WHERE article = ?", (article,)).fetchone()
        text = stretched(data)
        count += facts.remove(article, text)
        run("INSERT INTO words (words, rowid, text) VALUES ('delete', ?, ?)", (article, indexed(text)))
        run("DELETE FROM body WHERE article = ?", (article,))
        hashes = [row for (row,) in run("SELECT raw_hash FROM capture WHERE article = ?", (article,))]
        run("DELETE FROM capture WHERE article = ?", (article,))
        for raw in hashes:  # other documents may have been read from the same bytes, as entries of one feed
            sql = "DELETE FROM raw WHERE hash = ? AND NOT EXISTS (SELECT 1 FROM capture WHERE raw_hash = ?)"
            run(sql, (raw, raw))
        run("UPDATE item SET article = NULL WHERE article = ?", (article,))
    run("DELETE FROM article WHERE document = ?", (document,))
    run("DELETE FROM document WHERE id = ?", (document,))
    sweep(connection, at)
    url, publisher = rows[-1][2], rows[-1][3]
    versions = tuple(version for _, version, *_ in rows)
    stone = (name, url, publisher, json.dumps(versions), reason, at)
    run("INSERT INTO tombstone VALUES (?, ?, ?, ?, ?, ?)", stone)
    return Tombstone(name, url, publisher, versions, reason, at, count)


def sweep(connection: sqlite3.Connection, at: str) -> None:
    """Remove names and entities that nothing names any more, so that none of them joins others."""
    run = connection.execute
    used = (
        "SELECT entity FROM appearance UNION SELECT entity FROM hand UNION SELECT entity FROM participant"
        " UNION SELECT speaker FROM statement UNION SELECT addressee FROM statement UNION SELECT place FROM event"
    )
    lost = run(
        f"SELECT a.id, a.name, a.latin FROM alias a WHERE a.entity NOT IN"
        f" (SELECT entity FROM ({used}) WHERE entity IS NOT NULL)"
    ).fetchall()
    for alias, name, latin in lost:
        words = indexed(f"{name} {latin}")
        run("INSERT INTO names (names, rowid, text) VALUES ('delete', ?, ?)", (alias, words))
        run("DELETE FROM alias WHERE id = ?", (alias,))
    run("DELETE FROM entity WHERE id NOT IN (SELECT entity FROM alias)")
    run(
        "UPDATE entity SET named = 0, matched = 0 WHERE named = 1 AND kind = 'person' AND instr(key, ':')"
        " AND id NOT IN (SELECT entity FROM appearance)"
    )
    forget(connection)
    Identities(connection).unite(at)  # an entity for which others stood may be gone
    run("DELETE FROM publisher WHERE id NOT IN (SELECT publisher FROM article WHERE publisher IS NOT NULL)")
