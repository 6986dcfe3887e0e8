"""Finds: a page of rows, how many fit, of how many publishers, and the newest of them, to be counted by group.

What words or names limit is sought first, once, and counted then. What days, a type or nothing at all limit may be most
of what is held: it is read in the order of an index, and counted without being looked at.
"""

# ruff: noqa: S608 - the pieces of SQL that are put together are our own; values travel as marks

from dataclasses import dataclass

from musnad.store import people
from musnad.store.clauses import ROWS, clauses, day_of, is_open
from musnad.store.question import ARTICLES, EVENTS, PEOPLE, STATEMENTS, Question
from musnad.store.reader import Key, Reader, Row

LOOKED_AT = 5_000
"""Finds, the newest, that are counted by group: a bound on what that costs, however much fits."""
_GROUPED = {  # speaker, type, status, place: what finds are grouped by beside day, publisher and agency
    STATEMENTS: "f.speaker, '', '', NULL",
    EVENTS: "NULL, f.type, f.status, f.place",
    ARTICLES: "NULL, '', '', NULL",
    PEOPLE: "NULL, '', '', NULL",
}
_PUBLISHER = 2  # its place in a row that is grouped
_TABLES = {STATEMENTS: "statement", EVENTS: "event"}


@dataclass(frozen=True, slots=True)
class Finds:
    """Rows of a page; how many fit in all, of how many publishers; the newest: article, day, publisher, `_GROUPED`."""

    rows: list[Row]
    total: int
    matched: int
    newest: list[Row]


def find(reader: Reader, asked: Question, after: Key | None, limit: int, *, grouped: bool = False) -> Finds:
    """Return a page of what fits, newest day first, and counts of all that fits; `newest` only where `grouped`.

    `after` is (day, row) of the last find of the page before.
    """
    if asked.of == PEOPLE:
        rows, total, matched = people.find(reader, asked, after, limit)
        return Finds(rows, total, matched, newest(reader, asked) if grouped and total else [])
    if not is_open(asked):
        return _sought(reader, asked, after, limit, grouped=grouped)
    total = _total(reader, asked)
    last = newest(reader, asked) if grouped and total else []
    matched = len({row[_PUBLISHER] for row in last}) if grouped and total <= LOOKED_AT else _matched(reader, asked)
    return Finds(reader.page(asked, after, limit), total, matched, last)


def newest(reader: Reader, asked: Question) -> list[Row]:
    """Return what the newest finds are grouped by."""
    found = clauses(asked)
    source = found.source(asked.of, "a.")
    order = f"{day_of(asked)} DESC, {'a.id' if asked.of == PEOPLE else ROWS[asked.of]} DESC"
    if asked.of == PEOPLE and is_open(asked):
        source = "article a CROSS JOIN appearance f ON f.article = a.id"
        if not asked.versions:
            found.add("a.current = 1")  # the index that has this order begins with it
    sql = f"SELECT {_columns(asked)} FROM {source} WHERE {found.where()} ORDER BY {order} LIMIT {LOOKED_AT}"
    return reader.ask(sql, *found.values)


def _columns(asked: Question) -> str:
    article = "a.id" if asked.of == ARTICLES else "f.article"
    return f"{article}, {day_of(asked)}, a.publisher, {_GROUPED[asked.of]}"


def _sought(reader: Reader, asked: Question, after: Key | None, limit: int, *, grouped: bool) -> Finds:
    """Seek all that fits, and take page, counts and the newest from it."""
    found = clauses(asked)
    behind, values = ("", ()) if after is None else ("WHERE (d, r) < (?, ?)", after)
    names = "art, d, p, s, t, u, w"
    sql = (
        f"WITH hit({names}, r) AS MATERIALIZED (SELECT {_columns(asked)}, {ROWS[asked.of]}"
        f" FROM {found.source(asked.of, 'a.')} WHERE {found.where()})"
        f" SELECT 0, r, d, 0, 0, 0, 0, 0 FROM (SELECT r, d FROM hit {behind} ORDER BY d DESC, r DESC LIMIT ?)"
        " UNION ALL SELECT 1, count(*), 0, 0, 0, 0, 0, 0 FROM hit GROUP BY p"
    )
    if grouped:
        sql += f" UNION ALL SELECT 2, {names} FROM (SELECT * FROM hit ORDER BY d DESC, r DESC LIMIT {LOOKED_AT})"
    rows = reader.ask(sql, *found.values, *values, limit)
    counts = [row[1] for row in rows if row[0] == 1]
    return Finds(
        reader.rows(asked.of, [row[1] for row in rows if row[0] == 0]),
        sum(counts),
        len(counts),
        [row[1:] for row in rows if row[0] == 2],  # noqa: PLR2004 - the third part of the query
    )


def _total(reader: Reader, asked: Question) -> int:
    """Return how many fit: of all that is held, all but the few that do not."""
    table = _TABLES.get(asked.of)
    if table is None or not _is_all(asked):
        return reader.count(asked)[0][1]
    old = f"SELECT f.id FROM {table} f WHERE f.article IN (SELECT id FROM article WHERE current = 0)"
    wrong = (
        f"SELECT f.id FROM correction c JOIN {table} f ON f.fact = c.subject WHERE c.kind = 'wrong' AND c.undone = 0"
    )
    less = f"{old} UNION {wrong}" if not asked.wrong else old
    return int(reader.ask(f"SELECT (SELECT count(*) FROM {table}) - (SELECT count(*) FROM ({less}))")[0][0])


def _is_all(asked: Question) -> bool:
    return asked in {Question(asked.of), Question(asked.of, wrong=True)}


def _matched(reader: Reader, asked: Question) -> int:
    """Return of how many publishers what fits is; what has no publisher is of one more."""
    found = clauses(asked)
    if asked.of != ARTICLES and not _is_all(asked):
        own = f"SELECT f.article FROM {found.source(asked.of)} WHERE {found.where()}"
        sql = f"SELECT count(*) FROM (SELECT DISTINCT publisher FROM article WHERE id IN ({own}))"
        count, _ = reader.patience.soon(("matched", asked), lambda: int(reader.ask(sql, *found.values)[0][0]))
        return count
    facts = "" if asked.of == ARTICLES else f" CROSS JOIN {_TABLES[asked.of]} f ON f.article = a.id"
    sql = (
        "SELECT count(*) FROM (SELECT id FROM publisher UNION ALL SELECT NULL) p WHERE EXISTS (SELECT 1 FROM article a"
        f"{facts} WHERE a.current IN (0, 1) AND a.publisher IS p.id AND {found.where()})"
    )
    return int(reader.ask(sql, *found.values)[0][0])
