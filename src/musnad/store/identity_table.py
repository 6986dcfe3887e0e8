"""Ask the table of identities: who is one, since when and why, and whom a name may mean. Changes nothing."""

# ruff: noqa: S608 - the pieces of SQL that are put together are our own; values travel as marks

from collections.abc import Callable, Sequence
from typing import Any

from musnad.store.clauses import named

Row = tuple[Any, ...]


class IdentityTable:
    """Asks by way of a reader."""

    def __init__(self, ask: Callable[..., list[Row]]) -> None:
        """Ask with a function that takes SQL and its values."""
        self._ask = ask

    def members(self, entity: int) -> list[Row]:
        """Return who is one with an entity, itself first: row, id, kind, articles; since when, how surely, why."""
        sql = (
            "SELECT e.id, e.key, e.kind, (SELECT count(*) FROM appearance f WHERE f.entity = e.id),"
            " i.since, i.score, i.reason FROM entity e"
            " LEFT JOIN identity i ON i.entity = e.id AND i.until IS NULL"
            " WHERE coalesce(e.same, e.id) = (SELECT coalesce(same, id) FROM entity WHERE id = ?)"
            " ORDER BY e.same IS NOT NULL, e.key"
        )
        return self._ask(sql, entity)

    def past(self, entities: Sequence[int]) -> list[Row]:
        """Return for whom entities stood before: id, id of the other, since which version, until which, reason."""
        sql = (
            "SELECT e.key, o.key, i.since, i.until, i.reason FROM identity i JOIN entity e ON e.id = i.entity"
            " JOIN entity o ON o.id = i.same WHERE i.until IS NOT NULL"
            f" AND i.entity IN ({', '.join('?' * len(entities))})"
            " ORDER BY i.since, e.key"
        )
        return self._ask(sql, *entities)

    def version(self) -> tuple[int, str, str]:
        """Return the version of the table of identities, when it was made and by which rules; (0, "", "") for none."""
        rows = self._ask("SELECT id, at, rules FROM identity_version ORDER BY id DESC LIMIT 1")
        return rows[0] if rows else (0, "", "")

    def entities(self, name: str) -> list[int]:
        """Return the entities that a name or id may mean, one of all that are one; in most articles first."""
        who, value = named(name)
        sql = (
            "SELECT coalesce(e.same, e.id) AS one, count(f.article) AS n FROM entity e"
            " LEFT JOIN appearance f ON f.entity = e.id"
            f" WHERE e.named = 1 AND e.id IN ({who}) GROUP BY one ORDER BY n DESC, one"
        )
        return [row for row, _ in self._ask(sql, value)]

    def own_names(self, entity: int) -> list[str]:
        """Return the names of one entity without those that are one with it, the most frequent first."""
        sql = (
            "SELECT l.name FROM alias l LEFT JOIN appearance f ON f.alias = l.id WHERE l.entity = ?"
            " GROUP BY l.name ORDER BY count(f.article) DESC, l.name"
        )
        return [name for (name,) in self._ask(sql, entity)]

    def named(self, kind: str) -> list[tuple[str, str, int]]:
        """Return the entities of a kind that stand for themselves: id, most frequent name, in how many articles."""
        sql = (
            "SELECT key, name, n FROM (SELECT e.key, l.name, count(*) AS n,"
            " row_number() OVER (PARTITION BY e.id ORDER BY count(*) DESC, l.name) AS place FROM appearance f"
            " JOIN entity e ON e.id = f.entity JOIN alias l ON l.id = f.alias"
            " WHERE e.kind = ? AND e.named = 1 AND e.same IS NULL GROUP BY e.id, l.name) WHERE place = 1 ORDER BY key"
        )
        return [(key, name, n) for key, name, n in self._ask(sql, kind)]

    def is_named(self, name: str) -> bool:
        """Say whether anything has a name or id."""
        who, value = named(name)
        return bool(self._ask(f"SELECT 1 WHERE EXISTS ({who})", value))
