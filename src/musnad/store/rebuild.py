"""The full-text index made anew, where words are folded in another way than when it was made."""

# ruff: noqa: S608 - the pieces of SQL that are put together are our own; values travel as marks

import sqlite3

from musnad.store.facts import said
from musnad.store.packed import stretched
from musnad.store.words import INDEX, indexed


def checked_index(connection: sqlite3.Connection) -> None:
    """Make the index anew unless it was made in the way of this program."""
    found = connection.execute("SELECT value FROM meta WHERE key = 'index'").fetchone()
    if found is not None and found[0] == INDEX:
        return
    run = connection.execute
    run("BEGIN IMMEDIATE")
    for table in ("words", "said", "names"):
        run(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")
    for article, data in connection.execute("SELECT article, text FROM body ORDER BY article"):
        text = stretched(data)
        run("INSERT INTO words (rowid, text) VALUES (?, ?)", (article, indexed(text)))
        for row, content in run("SELECT id, content FROM statement WHERE article = ? ORDER BY id", (article,)):
            run("INSERT INTO said (rowid, text) VALUES (?, ?)", (row, said(text, content)))
    for alias, name, latin in connection.execute("SELECT id, name, latin FROM alias ORDER BY id"):
        run("INSERT INTO names (rowid, text) VALUES (?, ?)", (alias, indexed(f"{name} {latin}")))
    run("INSERT INTO meta VALUES ('index', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", (INDEX,))
    run("COMMIT")
