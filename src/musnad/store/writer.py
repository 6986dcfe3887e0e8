"""The one writer of a database: takes in readings and rejections, replaces readings, takes documents down.

What analysts decide and what is noted of saved questions need not wait for the writer to end: `Writer.sharing`.
Everything between two commits is one transaction: a process that dies in between loses that and nothing else.
"""

# ruff: noqa: S608 - the pieces of SQL that are put together are our own; values travel as marks

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from musnad.model import Capture, Rejection
from musnad.store.comparisons import Comparisons
from musnad.store.corrections import NAMESAKE, Correction, known, put, undo
from musnad.store.database import to_share, to_write
from musnad.store.errors import StoreError, clear
from musnad.store.facts import Change, Facts
from musnad.store.identities import Identities
from musnad.store.packed import Packed, Raw, pack, stretched, unpack
from musnad.store.rebuild import checked_index
from musnad.store.stories import StoryShelf
from musnad.store.takedown import Tombstone, sweep, take_down
from musnad.store.words import indexed

_ASKED_AT_ONCE = 500  # hashes in one question


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a reading: `outcome` is new, version, capture, known or taken-down; `article` is its row."""

    outcome: str
    article: int | None


class Writer:
    """Writes to one database, alone. A context manager: leaving it commits, or rolls back after an error."""

    def __init__(self, path: Path, *, is_alone: bool = True) -> None:
        """Open or make the database. Raises `StoreError` where that is not possible."""
        self.path = path
        self._lock: sqlite3.Connection | None = None
        if is_alone:
            self._connection, self._lock = to_write(path)
        else:
            self._connection = to_share(path)
        self._run = self._connection.execute
        self._facts = Facts(self._connection)
        self._publishers: dict[str, int] = {}
        self._readers: dict[str, int] = {}
        if is_alone:
            with self._clear():
                checked_index(self._connection)

    @classmethod
    def sharing(cls, path: Path) -> Self:
        """Open an existing database for corrections and saved questions, also while another process fills it.

        Nothing else may be written so: the other one remembers which rows there are.
        """
        return cls(path, is_alone=False)

    def __enter__(self) -> Self:
        """Return the writer."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Commit what is complete and close."""
        try:
            if kind is None:
                self.commit()
        finally:
            self.close()

    def close(self) -> None:
        """Give the database free; what was not committed is undone."""
        self._connection.close()
        if self._lock is not None:
            self._lock.close()

    def commit(self) -> None:
        """Make everything up to here last."""
        with self._clear():
            if self._connection.in_transaction:
                self._run("COMMIT")

    def rest(self) -> None:
        """Commit, and give back the memory of what was remembered for the next articles: there are none for now."""
        self.commit()
        self._facts.forget_rows()

    def known(self, hashes: Iterable[bytes]) -> frozenset[bytes]:
        """Return those items of which all was taken in already."""
        asked = list(hashes)
        found: set[bytes] = set()
        with self._clear():
            for at in range(0, len(asked), _ASKED_AT_ONCE):
                part = asked[at : at + _ASKED_AT_ONCE]
                sql = f"SELECT hash FROM item WHERE hash IN ({', '.join('?' * len(part))})"
                found.update(row for (row,) in self._run(sql, part))
        return frozenset(found)

    def captured(self, version: str, raw_hash: str, url: str) -> int | None:
        """Return the article of a version that was read from the same bytes at the same address."""
        with self._clear():
            sql = (
                "SELECT a.id FROM article a JOIN capture c ON c.article = a.id"
                " WHERE a.version = ? AND c.raw_hash = ? AND c.url = ? ORDER BY a.id"
            )
            found = self._run(sql, (version, raw_hash, url)).fetchone()
        return None if found is None else int(found[0])

    def recapture(self, article: int, raw_hash: str, retrieved_at: str | None, url: str | None) -> None:
        """Note another capture of an article whose bytes are known."""
        with self._writing():
            self._capture(article, Capture("", "", retrieved_at, url, raw_hash))
            self._make_current(article)

    def mark(self, item: bytes, article: int | None = None) -> None:
        """Note that an item was taken in, whatever became of it."""
        with self._writing():
            self._run("INSERT INTO item VALUES (?, ?) ON CONFLICT DO NOTHING", (item, article))

    def add(self, packed: Packed, item: bytes | None = None) -> Added:
        """Take in a reading: a new document, a new version of one, another capture, or nothing new."""
        with self._writing():
            added = self._add(packed)
            if item is not None:
                self._run("INSERT INTO item VALUES (?, ?) ON CONFLICT DO NOTHING", (item, added.article))
        return added

    def keep(self, raw: Raw) -> None:
        """Keep the bytes of a capture."""
        with self._writing():
            self._run("INSERT INTO raw VALUES (?, ?, ?) ON CONFLICT DO NOTHING", (raw.hash, raw.size, raw.data))

    def defects(self) -> frozenset[bytes | str]:
        """Return what could not be taken in for a defect of musnad: items, and sources of things that are no items."""
        with self._clear():
            return frozenset(
                row for (row,) in self._run("SELECT coalesce(item, source) FROM rejection WHERE reason = 'internal'")
            )

    def mended(self, what: bytes | str) -> None:
        """Forget that an item, or things of a source that are no items, could not be taken in for a defect."""
        with self._writing():
            self._run("DELETE FROM rejection WHERE reason = 'internal' AND coalesce(item, source) = ?", (what,))

    def reject(self, rejection: Rejection, source: str, item: bytes | None = None) -> bool:
        """Keep a rejection with its reason; say whether it is a new one."""
        with self._writing():
            row = (item, source, rejection.id or "", rejection.reason, rejection.detail)
            sql = "INSERT INTO rejection (item, source, input, reason, detail) VALUES (?, ?, ?, ?, ?)"
            return self._run(f"{sql} ON CONFLICT DO NOTHING", row).rowcount > 0

    def outdated(self, digests: str) -> int:
        """Return how many readings were made by other stages than these."""
        with self._clear():
            sql = "SELECT count(*) FROM article WHERE reader <> ?"
            (count,) = self._run(sql, (self._reader(digests),)).fetchone()
        return int(count)

    def outdated_bodies(self, digests: str, after: int, limit: int) -> list[tuple[int, bytes, bytes]]:
        """Return row, text and reading of articles that other stages read, those behind a row, in order."""
        with self._clear():
            sql = (
                "SELECT id, text, reading FROM article JOIN body ON article = id"
                " WHERE id > ? AND reader <> ? ORDER BY id LIMIT ?"
            )
            return list(self._run(sql, (after, self._reader(digests), limit)))

    def replace(self, article: int, packed: Packed) -> Change:
        """Put a new reading of the same article in the place of the old one."""
        with self._writing():
            sql = "UPDATE article SET day = ?, basis = ?, reader = ? WHERE id = ?"
            self._run(sql, (packed.day, packed.basis, self._reader(packed.digests), article))
            self._run("UPDATE body SET reading = ? WHERE article = ?", (packed.reading, article))
            self._compare(article, packed)
            return self._facts.put(article, packed)

    def take_down(self, key: str, reason: str, at: str) -> Tombstone:
        """Remove a document (by its id, address, or the id of a version or fact) for good; a tombstone stays.

        `at` is the ISO moment of now. Raises `StoreError` where there is none.
        """
        self.commit()
        with self._clear():
            stone = take_down(self._connection, self._facts, self.path, key, reason, at)
        self._undo()  # rows that were remembered may be gone
        return stone

    def save_watch(self, name: str, question: str, mark: int) -> None:
        """Save a question as JSON, with the row behind which all is new to it."""
        with self._writing():
            self._run("INSERT OR REPLACE INTO watch VALUES (?, ?, ?)", (name, question, mark))

    def move_watch(self, name: str, mark: int) -> None:
        """Note that all up to a row was reported."""
        with self._writing():
            self._run("UPDATE watch SET mark = max(mark, ?) WHERE name = ?", (mark, name))

    def remove_watch(self, name: str) -> None:
        """Remove a saved question."""
        with self._writing():
            self._run("DELETE FROM watch WHERE name = ?", (name,))

    def correct(self, correction: Correction, *, must_exist: bool = True) -> None:
        """Keep a decision of an analyst. Raises `StoreError` where what it is about is not held, unless that may be."""
        with self._writing():
            if must_exist and not known(self._connection, correction):
                message = f"{self.path}: nothing here has the id {correction.subject!r}"
                raise StoreError(message + (f" or {correction.object!r}" if correction.object else ""))
            put(self._connection, correction)
            self._apply(correction)

    def undo(self, name: str, at: str = "") -> None:
        """Undo a correction at a moment. Raises `StoreError` where there is none of this id."""
        with self._writing():
            self._apply(undo(self._connection, name, at))

    def _apply(self, correction: Correction) -> None:
        """Write the facts of a document anew where a name means somebody else in it."""
        if correction.kind != NAMESAKE:
            return
        sql = (
            "SELECT a.id, b.text, b.reading FROM article a JOIN body b ON b.article = a.id"
            " WHERE a.document = (SELECT id FROM document WHERE key = ?) ORDER BY a.id"
        )
        for article, text, reading in self._run(sql, (correction.object,)).fetchall():
            self._facts.put(article, pack(unpack(text, reading)))

    @contextmanager
    def identities(self) -> Iterator[Identities]:
        """Give access to the table of identities."""
        with self._writing():
            yield Identities(self._connection)

    def sweep(self, at: str) -> None:
        """Remove entities that nothing names any more, as after a re-reading; `at` is the ISO moment of now."""
        with self._writing():
            sweep(self._connection, at)
        self._facts.forget_rows()

    @contextmanager
    def comparing(self) -> Iterator[tuple[Comparisons, StoryShelf]]:
        """Give what articles are compared by, and their stories, within the transaction of this writer."""
        with self._writing():
            yield Comparisons(self._connection), StoryShelf(self._connection)

    def _add(self, packed: Packed) -> Added:
        if self._run("SELECT 1 FROM tombstone WHERE document = ?", (packed.document,)).fetchone():
            return Added("taken-down", None)
        self._run("INSERT INTO document (key) VALUES (?) ON CONFLICT DO NOTHING", (packed.document,))
        (document,) = self._run("SELECT id FROM document WHERE key = ?", (packed.document,)).fetchone()
        sql = "SELECT id, version FROM article WHERE document = ?"
        versions = {version: row for row, version in self._run(sql, (document,))}
        article = versions.get(packed.version)
        if article is not None:
            is_new = self._capture(article, packed.capture)
            self._make_current(article)
            return Added("capture" if is_new else "known", article)
        article = self._insert(document, packed)
        self._capture(article, packed.capture)
        self._make_current(article)
        return Added("version" if versions else "new", article)

    def _insert(self, document: int, packed: Packed) -> int:
        row = (
            *(document, packed.version, packed.input, self._publisher(packed.publisher), packed.day, packed.basis),
            *(packed.title, packed.url, packed.characters, self._reader(packed.digests)),
        )
        article = self._run(
            "INSERT INTO article (document, version, input, publisher, day, basis, title, url, characters, reader,"
            " current, seen) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, '')",
            row,
        ).lastrowid
        if article is None:
            message = "an article without a row"
            raise AssertionError(message)
        self._run("INSERT INTO body VALUES (?, ?, ?)", (article, packed.text, packed.reading))
        self._run("INSERT INTO words (rowid, text) VALUES (?, ?)", (article, indexed(stretched(packed.text))))
        self._facts.put(article, packed)
        self._compare(article, packed)
        return article

    def _compare(self, article: int, packed: Packed) -> None:
        """Keep what an article is compared by in the place of what was kept before; where it is not known, nothing."""
        comparisons = Comparisons(self._connection)
        comparisons.drop(article)
        if packed.features is not None:
            comparisons.put(article, self._reader(packed.digests), packed.features)

    def _capture(self, article: int, capture: Capture | None) -> bool:
        """Note a capture; say whether it is a new one."""
        if capture is None:
            return False
        seen = capture.retrieved_at or ""
        row = (article, seen, capture.url or "", capture.raw_hash)
        sql = "INSERT INTO capture (article, retrieved_at, url, raw_hash) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"
        is_new = self._run(sql, row).rowcount > 0
        if is_new and seen:
            self._run("UPDATE article SET seen = max(seen, ?) WHERE id = ?", (seen, article))
        return is_new

    def _make_current(self, article: int) -> None:
        """Let the version that was captured last stand for its document; without times, the one that came last."""
        sql = (
            "SELECT id, current FROM article WHERE document = (SELECT document FROM article WHERE id = ?)"
            " ORDER BY seen DESC, id DESC"
        )
        for place, (row, current) in enumerate(self._run(sql, (article,)).fetchall()):
            if current != int(place == 0):
                self._run("UPDATE article SET current = ? WHERE id = ?", (int(place == 0), row))
            if place:
                Comparisons(self._connection).drop(row)  # only what stands is compared

    def _publisher(self, name: str | None) -> int | None:
        return None if not name else self._numbered(self._publishers, "publisher", "name", name)

    def _reader(self, digests: str) -> int:
        return self._numbered(self._readers, "reader", "digests", digests)

    def _numbered(self, known: dict[str, int], table: str, column: str, value: str) -> int:
        """Return the row of a value in a table of values."""
        if value not in known:
            found = self._run(f"SELECT id FROM {table} WHERE {column} = ?", (value,)).fetchone()
            if found is None:
                sql = f"INSERT INTO {table} ({column}) VALUES (?)"
                known[value] = self._run(sql, (value,)).lastrowid or 0
            else:
                known[value] = found[0]
        return known[value]

    def _clear(self) -> AbstractContextManager[None]:
        return clear(self.path)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Begin a transaction where none is open; an error undoes all since the last commit."""
        with self._clear():
            if not self._connection.in_transaction:
                self._run("BEGIN IMMEDIATE")
            try:
                yield
            except sqlite3.Error:
                self._undo()
                raise

    def _undo(self) -> None:
        if self._connection.in_transaction:
            self._run("ROLLBACK")
        self._facts.forget_rows()
        self._publishers.clear()
        self._readers.clear()
