"""Time expressions with TIMEX3 values."""

from dataclasses import dataclass, field

from musnad.errors import RecordError
from musnad.model.evidence import Node
from musnad.model.spans import Span

TYPES = ("DATE", "TIME", "DURATION", "SET")


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """What a stretch of text says of time.

    `value` is a TIMEX3 value (`2021-09-14`, `2021-09-14TMO`, `P3D`, `PRESENT_REF`), None where it depends on an unknown
    day; then `candidates` hold the values that fit. `start` and `end` are the half-open interval as ISO dates or
    date-times, None where there is none. `anchor` is the reference that a relative expression was resolved against.
    """

    span: Span
    type: str
    value: str | None
    start: str | None = None
    end: str | None = None
    granularity: str | None = None
    candidates: tuple[str, ...] = ()
    anchor: str | None = None
    rule: str = ""
    node: Node | None = field(default=None, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Refuse a type that TIMEX3 does not know."""
        if self.type not in TYPES:
            message = f"type of a time expression must be one of {TYPES}, not {self.type!r}"
            raise RecordError(message)
