"""What the store knows of one entity: its names, whom it met, who passes on what it says."""

# ruff: noqa: S608 - the pieces of SQL that are put together are our own; values travel as marks

from musnad.store.packed import OF_STATEMENT, TAIL
from musnad.store.reader import Reader, Row

_NAMES = (
    "SELECT l.name, l.latin FROM alias l"
    " WHERE l.entity IN (SELECT id FROM entity WHERE coalesce(same, id) = ?) ORDER BY l.id"
)
_OWN = (
    "WITH own(id) AS MATERIALIZED"
    " (SELECT id FROM entity WHERE coalesce(same, id) = (SELECT coalesce(same, id) FROM entity WHERE key = ?1))"
)
_HELD = "NOT IN (SELECT id FROM article WHERE current = 0)"
_HEAD = "(SELECT key FROM entity WHERE id = g)"
# CROSS JOIN fixes the order: from the entity, for which there is an index, never from all events or hands there are.
_MET = (
    f"{_OWN}, met(event) AS MATERIALIZED"
    " (SELECT DISTINCT p.event FROM own CROSS JOIN participant p ON p.entity = own.id),"
    " beside AS (SELECT coalesce(e.same, e.id) AS g, count(DISTINCT f.id) AS n, max(f.day) AS last, min(q.name) AS name"
    " FROM met CROSS JOIN event f ON f.id = met.event CROSS JOIN participant q ON q.event = f.id"
    " CROSS JOIN entity e ON e.id = q.entity"
    f" WHERE f.type = 'CONSULT' AND f.status IN ('happened', 'ongoing') AND f.article {_HELD}"
    " AND f.fact NOT IN (SELECT subject FROM correction WHERE kind = 'wrong' AND undone = 0)"
    " AND q.entity NOT IN (SELECT id FROM own) AND e.named = 1 GROUP BY g)"
    f" SELECT {_HEAD} AS key, (SELECT kind FROM entity WHERE id = g), n, last, name FROM beside"
    " ORDER BY n DESC, last DESC, key LIMIT ?2"
)
_REPORTED = (
    f"{_OWN}, said(fact, article) AS MATERIALIZED (SELECT f.id, f.article FROM own CROSS JOIN statement f"
    f" ON f.speaker = own.id WHERE f.article {_HELD}), through(role, entity, name, n) AS ("
    " SELECT h.role, h.entity, min(h.name), count(*) FROM said CROSS JOIN hand h"
    f" ON h.kind = {OF_STATEMENT} AND h.fact = said.fact WHERE h.position > 0 AND h.unnamed = 0 GROUP BY 1, 2"
    " UNION ALL SELECT h.role, h.entity, min(h.name), sum(a.n) FROM"
    " (SELECT article, count(*) AS n FROM said GROUP BY article) a CROSS JOIN hand h"
    f" ON h.kind = {TAIL} AND h.fact = a.article WHERE h.unnamed = 0 GROUP BY 1, 2)"
    " SELECT role, e.key, min(name), sum(n) AS n FROM through JOIN entity e ON e.id = through.entity"
    " WHERE role <> 'speaker' AND through.entity NOT IN (SELECT id FROM own)"
    " GROUP BY role, e.key ORDER BY n DESC, 2 LIMIT ?2"
)


def entity(reader: Reader, key: str) -> tuple[int, str] | None:
    """Return row and kind of the entity that stands for the one with an id, None where there is none."""
    rows = reader.ask("SELECT coalesce(same, id), kind FROM entity WHERE key = ?", key)
    return (int(rows[0][0]), str(rows[0][1])) if rows else None


def all_names(reader: Reader, row: int) -> list[tuple[str, str]]:
    """Return all names that an entity ever had with their Latin forms, also where no article of today names it."""
    return [(name, latin) for name, latin in reader.ask(_NAMES, row)]


def met(reader: Reader, key: str, limit: int) -> list[Row]:
    """Return with whom an entity met or called: id, kind, how many times that took place, last day, name."""
    return reader.ask(_MET, key, limit)


def reported(reader: Reader, key: str, limit: int) -> list[Row]:
    """Return through whom the statements of an entity reached us: role, id, name, how many of them."""
    return reader.ask(_REPORTED, key, limit)
