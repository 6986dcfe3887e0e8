"""What the store knows of one entity: its names, whom it met, who passes on what it says."""

# ruff: noqa: S608 - the pieces of SQL that are put together are our own; values travel as marks

from musnad.store.packed import OF_STATEMENT, TAIL
from musnad.store.reader import Reader, Row

_NAMES = (
    "SELECT l.name, l.latin FROM alias l"
    " WHERE l.entity IN (SELECT id FROM entity WHERE coalesce(same, id) = ?) ORDER BY l.id"
)
_ALL = "(SELECT id FROM entity WHERE coalesce(same, id) = (SELECT coalesce(same, id) FROM entity WHERE key = ?1))"
_HELD = "NOT IN (SELECT id FROM article WHERE current = 0)"
_MET = (
    "SELECT max(e.key) FILTER (WHERE e.same IS NULL), e.kind, count(DISTINCT f.id) AS n, max(f.day), min(q.name)"
    " FROM participant p JOIN event f ON f.id = p.event JOIN participant q ON q.event = p.event"
    " JOIN entity e ON e.id = q.entity"
    f" WHERE p.entity IN {_ALL} AND q.entity NOT IN {_ALL} AND f.type = 'CONSULT' AND f.article {_HELD}"
    " AND f.status IN ('happened', 'ongoing') AND e.named = 1"
    " AND f.fact NOT IN (SELECT subject FROM correction WHERE kind = 'wrong' AND undone = 0)"
    " GROUP BY coalesce(e.same, e.id) ORDER BY n DESC, 4 DESC, 1 LIMIT ?2"
)
_SAID = f"SELECT f.id, f.article FROM statement f WHERE f.speaker IN {_ALL} AND f.article {_HELD}"
_REPORTED = (
    f"WITH said(fact, article) AS MATERIALIZED ({_SAID}), through(role, entity, name) AS ("
    f" SELECT h.role, h.entity, h.name FROM said JOIN hand h ON h.kind = {OF_STATEMENT} AND h.fact = said.fact"
    " WHERE h.position > 0 AND h.unnamed = 0 UNION ALL"
    f" SELECT h.role, h.entity, h.name FROM said JOIN hand h ON h.kind = {TAIL} AND h.fact = said.article"
    " WHERE h.unnamed = 0)"
    " SELECT role, e.key, min(name), count(*) AS n FROM through JOIN entity e ON e.id = through.entity"
    f" WHERE role <> 'speaker' AND through.entity NOT IN {_ALL} GROUP BY role, e.key ORDER BY n DESC, 2 LIMIT ?2"
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
