"""The clock of commands that note when something was done."""

from datetime import UTC, datetime


def now() -> str:
    """Return the moment of now, to the second, in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")  # noqa: TID251 - when a thing was done is a fact
