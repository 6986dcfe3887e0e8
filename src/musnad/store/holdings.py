"""Coverage: what a database holds of every publisher, with which a count can be judged."""

from dataclasses import dataclass

_ALWAYS = "9999-12-31"
_HELD = (
    "SELECT coalesce((SELECT name FROM publisher WHERE id = g), ''), n, w, first, last, seen FROM ("
    "SELECT publisher AS g, count(*) AS n, sum(day >= ? AND day <= ?) AS w,"
    " coalesce(min(nullif(day, '')), '') AS first, max(day) AS last, max(seen) AS seen"
    " FROM article INDEXED BY article_held WHERE current = 1 GROUP BY publisher) ORDER BY 1"
)


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


def held_sql(since: str | None, until: str | None) -> tuple[str, str, str]:
    """Return the question for the columns of `Holdings`, by name of publisher, and its values: first and last day."""
    return _HELD, since or "", until or _ALWAYS
