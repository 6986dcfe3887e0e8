"""Ask a database: pages of rows in a stable order, counts, coverage, texts and whole readings. Changes nothing.

Rows are plain tuples in the order of the named columns; `musnad.query` makes records of them.
"""

# ruff: noqa: S608 - the pieces of SQL that are put together are our own; values travel as marks

import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from musnad.arabic import fold_word
from musnad.model import Capture, Reading
from musnad.store.clauses import ARTICLE, MORE, ROWS, Clauses, clauses, day_of, holds
from musnad.store.comparisons import Comparisons
from musnad.store.corrections import Correction
from musnad.store.database import to_read
from musnad.store.errors import StoreError, clear
from musnad.store.holdings import Holdings, held, within
from musnad.store.identity_table import IdentityTable
from musnad.store.lookup import find_document
from musnad.store.packed import OF_EVENT, OF_STATEMENT, TAIL, stretched, unpack
from musnad.store.patience import AtOnce, Patience
from musnad.store.question import ARTICLES, EVENTS, PEOPLE, STATEMENTS, Question
from musnad.store.several import marks
from musnad.store.stories import StoryShelf

Row = tuple[Any, ...]
Key = tuple[str | int, int]

_COLUMNS = {
    STATEMENTS: "f.id, f.fact, f.day, f.said, f.form, f.denial, f.stance, f.medium, f.speaker_name,"
    " (SELECT key FROM entity WHERE id = f.speaker), f.cue_start, f.cue_end, f.content, f.parent, f.rule",
    EVENTS: "f.id, f.fact, f.day, f.date, f.type, f.mode, f.status, f.place_name,"
    " (SELECT key FROM entity WHERE id = f.place), f.trigger_start, f.trigger_end, f.rule",
    ARTICLES: "a.id, a.day",
}
_NAME = (  # that by which most articles call an entity
    "SELECT l.name FROM alias l LEFT JOIN appearance f ON f.entity = l.entity AND f.alias = l.id WHERE l.entity = g"
    " GROUP BY l.name ORDER BY count(f.article) DESC, l.name LIMIT 1"
)
_AGENCY = (
    f"LEFT JOIN hand t ON t.kind = {TAIL} AND t.fact = a.id AND t.role = 'agency' LEFT JOIN entity h ON h.id = t.entity"
)
_GROUPS = {  # what is grouped, what is joined for it, how the groups are called, and their order
    "day": ("{day}", "", "g", "1"),
    "month": ("substr({day}, 1, 7)", "", "g", "1"),
    "publisher": ("a.publisher", "", "coalesce((SELECT name FROM publisher WHERE id = g), '')", "2 DESC, 1"),
    "agency": (
        "coalesce(h.same, h.id)",
        _AGENCY,
        f"coalesce(({_NAME}), '')",
        "2 DESC, 1",
    ),
}
GROUPS = tuple(_GROUPS)
_STEPS = 50_000  # of the database's machine, some milliseconds, between two looks at whether a question may go on


class Reader:
    """Asks one database; any number may, also while a writer is at work."""

    def __init__(self, path: Path, *, is_small: bool = False) -> None:
        """Open the database. Raises `StoreError` where there is none that this program can read.

        Pages are taken without copying, and count for memory that the process uses; one that `is_small` copies and
        keeps few of them, which is slower.
        """
        self.path = path
        self._connection = to_read(path, is_small=is_small)
        self.identities = IdentityTable(self._all)
        self.patience: Patience[Reader] = AtOnce()
        self._held: tuple[int, list[Holdings]] | None = None
        self._connection.create_function("folded", 1, fold_word, deterministic=True)
        self._connection.create_function("holds", 3, holds, deterministic=True)

    def __enter__(self) -> Self:
        """Return the reader."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close."""
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def stop_when(self, is_over: Callable[[], bool] | None) -> None:
        """End every question as soon as `is_over` says so, with a `StoreError`; None lets all of them run."""
        self._connection.set_progress_handler(is_over, _STEPS if is_over else 0)

    def page(self, asked: Question, after: Key | None, limit: int) -> list[Row]:
        """Return rows of what is asked for, newest day first: own columns, then those of the article.

        `after` is (day, row) of the last one before.
        """
        found = clauses(asked)
        day, row = day_of(asked), ROWS[asked.of]
        if after is not None:
            found.add(f"({day}, {row}) < (?, ?)", *after)
        return self._rows(asked, found, f"{day} DESC, {row} DESC", limit)

    def rows(self, of: str, chosen: Sequence[int]) -> list[Row]:
        """Return some rows in their order, columns as those of `page`."""
        whole = clauses(Question(of)).source(of, "a.")
        sql = f"SELECT {_COLUMNS[of]}, {ARTICLE} FROM {whole} {MORE} WHERE {ROWS[of]} IN ({marks(chosen)})"
        by_row = {each[0]: each for each in self._all(sql, *chosen)}
        return [by_row[number] for number in chosen]

    def newer(self, asked: Question, mark: int, limit: int) -> list[Row]:
        """Return rows that were added behind a mark, in the order in which they came; columns as those of `page`."""
        found = clauses(asked)
        row = ROWS[asked.of]
        found.add(f"{row} > ?", mark)
        return self._rows(asked, found, row, limit)

    def _rows(self, asked: Question, found: Clauses, order: str, limit: int) -> list[Row]:
        """Return the rows that fit; which these are is found before any other column is looked at."""
        row = ROWS[asked.of]
        chosen = (
            f"SELECT {row} AS chosen FROM {found.source(asked.of, order)} WHERE {found.where()}"
            f" ORDER BY {order} LIMIT ?"
        )
        whole = clauses(Question(asked.of)).source(asked.of, "a.")
        sql = (
            f"SELECT {_COLUMNS[asked.of]}, {ARTICLE} FROM ({chosen}) CROSS JOIN {whole} {MORE}"
            f" WHERE {row} = chosen ORDER BY {order}"
        )
        return self._all(sql, *found.values, limit)

    def count(self, asked: Question, by: str | None = None) -> list[tuple[str, int]]:
        """Return how many there are, in one row or by group: days in their order, others the largest first.

        What came through two agencies counts for each of them.
        """
        found = clauses(asked)
        what = f"count(DISTINCT {ROWS[PEOPLE]})" if asked.of == PEOPLE else "count(*)"
        if by is None:
            sql = f"SELECT {what} FROM {found.source(asked.of, what)} WHERE {found.where()}"
            return [("", number) for (number,) in self._all(sql, *found.values)]
        if by not in _GROUPS:
            message = f"counts are by {', '.join(GROUPS)}, not by {by!r}"
            raise StoreError(message)
        group, join, name, order = _GROUPS[by]
        group = group.format(day=day_of(asked))
        grouped = (
            f"SELECT {group} AS g, {what} AS n FROM {found.source(asked.of, what, group, join)} {join}"
            f" WHERE {found.where()} GROUP BY g"
        )
        sql = f"SELECT {name}, sum(n) FROM ({grouped}) GROUP BY 1 ORDER BY {order}"
        return [(name, number) for name, number in self._all(sql, *found.values)]

    def coverage(self, since: str | None = None, until: str | None = None) -> list[Holdings]:
        """Return what is held of every publisher, by name; how much is `within` two ISO days is always of this moment.

        The other counts may be a little older where `patience` says so.
        """
        version = self.version()
        if self._held is None or self._held[0] != version:
            whole, is_new = self.patience.soon("held", lambda: held(self._all))
            self._held = (version, whole) if is_new else None
        else:
            whole = self._held[1]
        return whole if since is None and until is None else within(self._all, whole, since, until)

    def names(self, entity: int) -> list[tuple[str, str, int]]:
        """Return the names of an entity with their Latin forms and numbers of articles, the most frequent first."""
        sql = (
            "SELECT l.name, l.latin, count(*) AS n FROM appearance f JOIN alias l ON l.id = f.alias"
            " WHERE f.article NOT IN (SELECT id FROM article WHERE current = 0)"
            " AND f.entity IN (SELECT id FROM entity WHERE coalesce(same, id) = ?)"
            " GROUP BY l.name, l.latin ORDER BY n DESC, l.name"
        )
        return [(name, latin, n) for name, latin, n in self._all(sql, entity)]

    def hands(self, kind: int, facts: Sequence[int]) -> dict[int, list[Row]]:
        """Return the hands of facts: position, role, name, key, start, end, basis, unnamed."""
        sql = (
            'SELECT h.fact, h.role, h.name, e.key, h.start, h."end", h.basis, h.unnamed FROM hand h'
            f" JOIN entity e ON e.id = h.entity WHERE h.kind = ? AND h.fact IN ({', '.join('?' * len(facts))})"
            " ORDER BY h.fact, h.position"
        )
        found: dict[int, list[Row]] = {}
        for fact, *row in self._all(sql, kind, *facts):
            found.setdefault(fact, []).append(tuple(row))
        return found

    def participants(self, events: Sequence[int]) -> dict[int, list[Row]]:
        """Return the participants of events: side, name, key, start, end, country, sector."""
        sql = (
            'SELECT t.event, t.side, t.name, e.key, t.start, t."end", t.country, t.sector FROM participant t'
            f" LEFT JOIN entity e ON e.id = t.entity WHERE t.event IN ({', '.join('?' * len(events))})"
            " ORDER BY t.event, t.side, t.position"
        )
        found: dict[int, list[Row]] = {}
        for event, *row in self._all(sql, *events):
            found.setdefault(event, []).append(tuple(row))
        return found

    def text(self, article: int) -> str:
        """Return the text of an article."""
        ((data,),) = self._all("SELECT text FROM body WHERE article = ?", article)
        return stretched(data)

    def comparing(self) -> tuple[Comparisons, StoryShelf]:
        """Return what articles are compared by, and their stories, to be asked."""
        return Comparisons(self._connection), StoryShelf(self._connection)

    def version(self) -> int:
        """Return a number that changes when somebody else commits."""
        return int(self._all("PRAGMA data_version")[0][0])

    def reading(self, article: int) -> Reading:
        """Return the whole reading of an article."""
        ((text, reading),) = self._all("SELECT text, reading FROM body WHERE article = ?", article)
        return unpack(text, reading)

    def readings(self) -> Iterator[Reading]:
        """Yield the readings of all current versions, in the order in which they came."""
        at = 0
        sql = (
            "SELECT id, text, reading FROM article JOIN body ON article = id WHERE current = 1 AND id > ?"
            " ORDER BY id LIMIT 100"
        )
        while rows := self._all(sql, at):
            for at, text, reading in rows:  # noqa: B007 - where the next part begins
                yield unpack(text, reading)

    def articles_of(self, key: str) -> list[Row]:
        """Return row, version, document and state of the articles that an id or address names, oldest first.

        The id is that of a document, a version, a statement or event, or one that an input gave.
        """
        columns = "SELECT a.id, a.version, d.key, a.current, a.day FROM article a JOIN document d ON d.id = a.document"
        with clear(self.path):
            by_fact = (
                "SELECT article FROM statement WHERE fact = ? UNION SELECT article FROM event WHERE fact = ?"
                " UNION SELECT id FROM article WHERE version = ?"
            )
            rows = self._all(f"{columns} WHERE a.id IN ({by_fact}) ORDER BY a.id", key, key, key)
            found = None if rows else find_document(self._connection, key)
            if found is not None:
                return self.versions(found[0])
            return rows or self._all(f"{columns} WHERE a.input = ? ORDER BY a.id", key)  # no index: looks at all

    def versions(self, document: int) -> list[Row]:
        """Return row, version, document and state of all versions of a document, in the order in which they came."""
        sql = (
            "SELECT a.id, a.version, d.key, a.current, a.day FROM article a JOIN document d ON d.id = a.document"
            " WHERE d.id = ? ORDER BY a.id"
        )
        return self._all(sql, document)

    def earlier(self, article: int) -> list[int]:
        """Return the articles that are versions of the same document and came before."""
        sql = (
            "SELECT id FROM article WHERE document = (SELECT document FROM article WHERE id = ?) AND id < ? ORDER BY id"
        )
        return [row for (row,) in self._all(sql, article, article)]

    def changed(self, after: int, limit: int) -> list[int]:
        """Return the documents with several versions, in order of their rows."""
        sql = (
            "SELECT document FROM article WHERE document > ? GROUP BY document HAVING count(*) > 1"
            " ORDER BY document LIMIT ?"
        )
        return [row for (row,) in self._all(sql, after, limit)]

    def captures(self, article: int) -> list[Capture]:
        """Return the captures of an article in the order of their times."""
        sql = (
            "SELECT d.key, a.version, c.retrieved_at, c.url, c.raw_hash FROM capture c"
            " JOIN article a ON a.id = c.article JOIN document d ON d.id = a.document"
            " WHERE c.article = ? ORDER BY c.retrieved_at, c.id"
        )
        return [Capture(key, v, at or None, url or None, raw) for key, v, at, url, raw in self._all(sql, article)]

    def raw(self, raw_hash: str) -> bytes | None:
        """Return the bytes of a capture, None where only their hash is kept."""
        rows = self._all("SELECT bytes FROM raw WHERE hash = ?", raw_hash)
        return zlib.decompress(rows[0][0]) if rows else None

    def rejections(self, after: int = 0, limit: int = 100) -> list[Row]:
        """Return rejections in the order in which they came: row, source, input, reason, detail."""
        sql = "SELECT id, source, input, reason, detail FROM rejection WHERE id > ? ORDER BY id LIMIT ?"
        return self._all(sql, after, limit)

    def tombstones(self) -> list[Row]:
        """Return what was taken down: document, url, publisher, versions as JSON, reason, moment."""
        return self._all("SELECT document, url, publisher, versions, reason, at FROM tombstone ORDER BY at, document")

    def sizes(self) -> dict[str, int]:
        """Return how many rows the main tables hold."""
        tables = ("document", "article", "capture", "statement", "event", "entity", "rejection", "tombstone")
        return {name: self._all(f"SELECT count(*) FROM {name}")[0][0] for name in tables}

    def types(self) -> tuple[str, ...]:
        """Return the types of all events that are held."""
        return tuple(kind for (kind,) in self._all("SELECT DISTINCT type FROM event ORDER BY type"))

    def last(self, of: str) -> int:
        """Return the newest row of what can be asked for."""
        table = {STATEMENTS: "statement", EVENTS: "event", ARTICLES: "article"}[of]
        return int(self._all(f"SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = '{table}'")[0][0])

    def corrections(self, subjects: Sequence[str] | None = None) -> list[Correction]:
        """Return the decisions of analysts, undone ones too, in the order of their moments; of some ids, or all."""
        sql = "SELECT kind, subject, object, text, at, undone FROM correction"
        if subjects is not None:
            sql += f" WHERE subject IN ({', '.join('?' * len(subjects))})"
        rows = self._all(f"{sql} ORDER BY at, id", *(subjects or ()))
        return [
            Correction(kind, subject, other, text, at, bool(undone)) for kind, subject, other, text, at, undone in rows
        ]

    def watches(self) -> dict[str, tuple[str, int]]:
        """Return the saved questions by name: as JSON, and the row behind which all is new."""
        return {name: (asked, mark) for name, asked, mark in self._all("SELECT * FROM watch ORDER BY name")}

    def digests(self) -> dict[str, int]:
        """Return how many readings were made by which stages."""
        sql = "SELECT digests, count(*) FROM article JOIN reader r ON r.id = reader GROUP BY 1 ORDER BY 1"
        return dict(self._all(sql))

    def check(self) -> list[str]:
        """Return what is wrong with the file; nothing where it is whole."""
        with clear(self.path):
            found = [str(row) for (row,) in self._connection.execute("PRAGMA integrity_check")]
            found = [] if found == ["ok"] else found
            found += [
                f"a row of {table} points nowhere" for table, *_ in self._connection.execute("PRAGMA foreign_key_check")
            ]
        return found

    def ask(self, sql: str, *values: object) -> list[Row]:
        """Return the rows of a query: for the questions of this package that stand in files of their own."""
        return self._all(sql, *values)

    def _all(self, sql: str, *values: object) -> list[Row]:
        with clear(self.path):
            return self._connection.execute(sql, values).fetchall()


CHAINS = {STATEMENTS: OF_STATEMENT, EVENTS: OF_EVENT, ARTICLES: TAIL}
"""Which hands are those of what is asked for."""
