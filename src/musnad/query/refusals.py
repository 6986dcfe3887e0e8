"""What could not be read, page by page, with a count for each reason."""

from dataclasses import dataclass

from musnad.query.collection import Collection, Rejected
from musnad.store import refused


@dataclass(frozen=True, slots=True)
class Refusals:
    """Some of what could not be read; `after` leads to the next page, None on the last one."""

    items: tuple[Rejected, ...]
    counts: tuple[tuple[str, int], ...]
    after: int | None


def refusals(collection: Collection, reason: str | None = None, after: int = 0, limit: int = 50) -> Refusals:
    """Return a page of rejections, of one reason or of all."""
    rows = refused.refused(collection.reader, reason, after, limit + 1)
    shown = rows[:limit]
    more = int(shown[-1][0]) if len(rows) > limit else None
    return Refusals(tuple(Rejected(*row[1:]) for row in shown), tuple(refused.refused_counts(collection.reader)), more)
