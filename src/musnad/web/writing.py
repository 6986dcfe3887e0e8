"""Writing an analyst's decisions: the only thing that the pages write, through a writer that lives as long as that."""

from datetime import UTC, datetime

from musnad.store import Correction, Writer
from musnad.web.desk import Desk

_LONGEST = 4_000
"""Characters of a note."""


def keep(desk: Desk, kind: str, subject: str, other: str = "", text: str = "") -> Correction:
    """Keep a decision, taken now. Raises `StoreError` where it decides nothing or is about what is not held."""
    correction = Correction(kind, subject, other, " ".join(text.split())[:_LONGEST], at=_now())
    with Writer.sharing(desk.site.db) as writer:
        writer.correct(correction)
    return correction


def undo(desk: Desk, key: str) -> None:
    """Undo a decision by its id; it stays on record. Raises `StoreError` where there is none to undo."""
    with Writer.sharing(desk.site.db) as writer:
        writer.undo(key, _now())


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")  # noqa: TID251 - when a thing was decided is a fact
