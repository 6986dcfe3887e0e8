"""Who is named, in how many articles, and beside whom: rows of entities, in most articles first."""

# ruff: noqa: S608 - the pieces of SQL that are put together are our own; values travel as marks

from collections.abc import Callable, Sequence
from typing import Any

from musnad.store.clauses import clauses
from musnad.store.question import PEOPLE, Question
from musnad.store.several import marks

Row = tuple[Any, ...]
Ask = Callable[..., list[Row]]
_FIRST = "SELECT 0, who, n, m, NULL, NULL FROM top"
_DATED = (
    "SELECT 0, t.who, t.n, t.m, min(nullif(a.day, '')), max(a.day) FROM hit CROSS JOIN top t ON t.who = hit.who"
    " JOIN article a ON a.id = hit.art GROUP BY t.who"
)
_REST = (
    " UNION ALL SELECT 1, count(*), 0, 0, 0, 0 FROM one UNION ALL SELECT 2, count(*), 0, 0, 0, 0 FROM"
    " (SELECT DISTINCT publisher FROM article WHERE id IN (SELECT art FROM hit))"
)


def people(
    ask: Ask, asked: Question, page: tuple[tuple[Any, int] | None, int], *, is_wide: bool
) -> tuple[list[Row], int, int]:
    """Return row, key, kind, articles, mentions, first and last day; how many there are; of how many publishers.

    `page` says behind which one it begins and how many it holds. Days are looked up for those alone that are returned:
    among all that fits, or where nothing narrows this, among their own appearances.
    """
    after, limit = page
    found = clauses(asked, is_wide=is_wide)
    behind, values = ("", ()) if after is None else ("WHERE (n, -who) < (?, -?)", after)
    is_narrow = any(each is not None for each in (asked.mentions, asked.words, asked.via))
    sql = (
        "WITH hit AS MATERIALIZED (SELECT coalesce(e.same, e.id) AS who, f.article AS art, f.mentions AS m"
        f" FROM {found.source(PEOPLE)} WHERE {found.where()}), one AS MATERIALIZED (SELECT who,"
        " count(DISTINCT art) AS n, sum(m) AS m FROM hit GROUP BY who), top AS MATERIALIZED (SELECT who, n, m"
        f" FROM one {behind} ORDER BY n DESC, who LIMIT ?) {_DATED if is_narrow else _FIRST}{_REST}"
    )
    hits = ask(sql, *found.values, *values, limit)
    chosen = sorted((row[1:] for row in hits if row[0] == 0), key=lambda row: (-row[1], row[0]))
    who = [row[0] for row in chosen]
    days = {row[0]: row[3:] for row in chosen} if is_narrow else _days(ask, asked, who)
    known = {row: rest for row, *rest in ask(f"SELECT id, key, kind FROM entity WHERE id IN ({marks(who)})", *who)}
    rows = [(row, *known[row], n, m, *days[row]) for row, n, m, *_ in chosen]
    return rows, *(next(row[1] for row in hits if row[0] == kind) for kind in (1, 2))


def _days(ask: Ask, asked: Question, who: Sequence[int]) -> dict[int, Sequence[Any]]:
    """Return the first and last day of some entities within the limits of a question."""
    found = clauses(asked)
    found.add(f"f.entity IN (SELECT id FROM entity WHERE coalesce(same, id) IN ({marks(who)}))", *who)
    sql = (
        "SELECT coalesce(e.same, e.id) AS who, min(nullif(a.day, '')), max(a.day)"
        f" FROM {found.source(PEOPLE, 'a.')} WHERE {found.where()} GROUP BY who"
    )
    return {row: rest for row, *rest in ask(sql, *found.values)}
