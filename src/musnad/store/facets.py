"""Facets: by what a question can be narrowed, each value with its count, from one look at what fits.

Only the newest `LOOKED_AT` finds are counted, so that the cost has a bound however much fits.
"""

# ruff: noqa: S608 - the pieces of SQL that are put together are our own; values travel as marks

from typing import Any

from musnad.store.clauses import ROWS, clauses, day_of
from musnad.store.packed import TAIL
from musnad.store.question import ARTICLES, EVENTS, PEOPLE, STATEMENTS, Question

LOOKED_AT = 20_000
_OWN = {
    STATEMENTS: ("f.speaker", "''", "''", "NULL"),
    EVENTS: ("NULL", "f.type", "f.status", "f.place"),
    ARTICLES: ("NULL", "''", "''", "NULL"),
    PEOPLE: ("NULL", "''", "''", "NULL"),
}
_ONE = "(SELECT coalesce(same, id) FROM entity WHERE id = {0})"  # all that are one are counted as one
_KEY = "SELECT key FROM entity WHERE id = g"
_NAME = "SELECT name FROM alias WHERE entity = g ORDER BY id LIMIT 1"
_GROUPS = (  # name of the facet, what is grouped, what is joined for it, key and name of a group
    ("month", "substr(d, 1, 7)", "", "g", "g"),
    ("publisher", "p", "", "(SELECT name FROM publisher WHERE id = g)", "(SELECT name FROM publisher WHERE id = g)"),
    (
        "agency",
        _ONE.format("h.entity"),
        f" JOIN hand h ON h.kind = {TAIL} AND h.fact = a AND h.role = 'agency'",
        f"({_KEY})",
        f"({_NAME})",
    ),
    ("speaker", _ONE.format("s"), "", f"({_KEY})", f"({_NAME})"),
    ("type", "t", "", "g", "g"),
    ("status", "u", "", "g", "g"),
    ("place", _ONE.format("w"), "", f"({_KEY})", f"({_NAME})"),
)
FACETS = tuple(name for name, *_ in _GROUPS)


def facets_sql(asked: Question, limit: int) -> tuple[str, list[Any]]:
    """Return a query for rows of facet, key, name and count: of every facet the most frequent, months newest first."""
    found = clauses(asked)
    speaker, kind, status, place = _OWN[asked.of]
    article = "a.id" if asked.of == ARTICLES else "f.article"
    sql = (
        f"WITH hit AS MATERIALIZED (SELECT {article} AS a, {day_of(asked)} AS d, a.publisher AS p, {speaker} AS s,"
        f" {kind} AS t, {status} AS u, {place} AS w FROM {found.source(asked.of, 'a.')} WHERE {found.where()}"
        f" ORDER BY {day_of(asked)} DESC, {ROWS[asked.of]} DESC LIMIT {LOOKED_AT})"
    )
    parts = [
        f"SELECT * FROM (SELECT '{name}', {key}, {shown}, n FROM (SELECT {group} AS g, count(*) AS n FROM hit{join}"
        f" WHERE coalesce({group}, '') <> '' GROUP BY g ORDER BY {'g DESC' if name == 'month' else 'n DESC, g'}"
        f" LIMIT {limit:d}))"
        for name, group, join, key, shown in _GROUPS
    ]
    return f"{sql} {' UNION ALL '.join(parts)}", found.values
