"""What could not be read: how much for each reason, and page by page."""

from musnad.store.reader import Reader, Row

_PAGE = (
    "SELECT id, source, input, reason, detail FROM rejection WHERE id > ?1 AND (?2 IS NULL OR reason = ?2)"
    " ORDER BY id LIMIT ?3"
)
_COUNTS = "SELECT reason, count(*) AS n FROM rejection GROUP BY reason ORDER BY n DESC, reason"


def refused(reader: Reader, reason: str | None, after: int, limit: int) -> list[Row]:
    """Return rejections in the order in which they came: row, source, input, reason, detail."""
    return reader.ask(_PAGE, after, reason, limit)


def refused_counts(reader: Reader) -> list[tuple[str, int]]:
    """Return how many rejections there are of every reason, the most first."""
    return [(reason, number) for reason, number in reader.ask(_COUNTS)]
