"""Spans: half-open ranges of code points, and the map from one text to another."""

from dataclasses import dataclass

from musnad.errors import RecordError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range `[start, end)` of code points of `Article.text`.

    Raises `RecordError` if the range is negative or empty.

    >>> Span(2, 5).of("Arabic")
    'abi'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse impossible ranges with the values that were given."""
        if not 0 <= self.start < self.end:
            message = f"a span needs 0 <= start < end, not start={self.start}, end={self.end}"
            raise RecordError(message)

    def of(self, text: str) -> str:
        """Return the evidence itself: the part of `text` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two ranges share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Say whether `other` lies wholly inside this range."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Where pieces of a text came from in another one.

    `pieces` holds `(start, end, source_start, source_end)`, ordered by `start` and not overlapping. Inside a piece
    whose two sides have equal length, offsets correspond one to one; in others only the whole piece is known.
    """

    pieces: tuple[tuple[int, int, int, int], ...]

    def __post_init__(self) -> None:
        """Refuse pieces out of order or overlapping."""
        last = 0
        for start, end, source_start, source_end in self.pieces:
            if not last <= start < end or source_start > source_end:
                message = f"pieces must be ordered and must not overlap: {(start, end, source_start, source_end)}"
                raise RecordError(message)
            last = end
