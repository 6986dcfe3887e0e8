"""What the caller knows of an input, and how it wins over what the input says."""

from dataclasses import dataclass
from datetime import datetime

from musnad.model import Published, PublishedCandidate


@dataclass(frozen=True, slots=True)
class Given:
    """What the caller knows: an ISO date or date-time of publication, publisher, URL, the id of the input.

    And when its bytes were fetched. Raises `ValueError` if `published` is no ISO 8601 date or date-time.
    """

    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    id: str | None = None
    retrieved_at: str | None = None

    def __post_init__(self) -> None:
        """Refuse a date that is none."""
        if self.published is not None and not is_iso(self.published):
            message = f"published must be an ISO 8601 date or date-time such as 2021-09-14, not {self.published!r}"
            raise ValueError(message)

    def day(self, stated: Published) -> Published:
        """Return the given day, with what the input stated as a candidate where it differs; else what it stated."""
        if self.published is None:
            return stated
        others = tuple(c for c in stated.candidates if c.value != self.published)
        if stated.value is not None and stated.value != self.published:
            others = (PublishedCandidate(stated.value, stated.basis, "stated by the input"), *others)
        return Published(self.published, "given", 1.0, others, reason="given", updated=stated.updated)


def is_iso(value: str) -> bool:
    """Say whether a string is an ISO 8601 date or date-time."""
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True
