"""Coverage: what a database holds of every publisher, with which a count can be judged.

All articles are counted for it, so counts of the whole are kept until the collection changes; those within some days
are counted anew from the index of days.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

Row = tuple[Any, ...]
Ask = Callable[..., list[Row]]

_HELD = (
    "SELECT coalesce((SELECT name FROM publisher WHERE id = g), ''), n, n, first, last, seen FROM ("
    "SELECT publisher AS g, count(*) AS n,"
    " coalesce(min(nullif(day, '')), '') AS first, max(day) AS last, max(seen) AS seen"
    " FROM article INDEXED BY article_held WHERE current = 1 GROUP BY publisher) ORDER BY 1"
)
_WITHIN = (
    "SELECT coalesce((SELECT name FROM publisher WHERE id = g), ''), n FROM (SELECT publisher AS g, count(*) AS n"
    " FROM article INDEXED BY article_day WHERE current = 1 AND day BETWEEN ? AND ? GROUP BY g)"
)
_ALWAYS = "9999-12-31"


@dataclass(frozen=True, slots=True)
class Holdings:
    """What is held of one publisher: articles, those within the days of a question, first and last day, last capture.

    Articles without a publisher are held under ''. `captured` is '' where no capture has a time.
    """

    publisher: str
    articles: int
    within: int
    first: str
    last: str
    captured: str


def held(ask: Ask) -> list[Holdings]:
    """Return what is held of every publisher, by name, whatever its day."""
    return [Holdings(*row) for row in ask(_HELD)]


def within(ask: Ask, whole: list[Holdings], since: str | None, until: str | None) -> list[Holdings]:
    """Return the same with the articles between two ISO days, both included."""
    counts: dict[str, int] = dict(ask(_WITHIN, since or "", until or _ALWAYS))
    return [replace(each, within=counts.get(each.publisher, 0)) for each in whole]
