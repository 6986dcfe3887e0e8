"""Chains: the hands through which a fact reached us."""

from dataclasses import dataclass

from musnad.errors import RecordError
from musnad.model.spans import Span

ROLES = ("speaker", "spokesperson", "office", "outlet", "agency", "publisher", "republisher")


@dataclass(frozen=True, slots=True)
class Link:
    """One hand in the transmission.

    `basis` says what speaks for the link (cue, dateline, byline, footer, text, metadata); `tail` marks links of the
    document itself, shared by all its facts; `medium` the kind of speech or document, where it is known; `unnamed` says
    that the article does not name this hand (mubham).
    """

    name: str
    role: str
    span: Span | None = None
    basis: str = "text"
    confidence: float = 1.0
    entity: str | None = None
    medium: str | None = None
    tail: bool = False
    unnamed: bool = False

    def __post_init__(self) -> None:
        """Refuse unknown roles, and a link with neither span nor basis."""
        if self.role not in ROLES:
            message = f"role of a link must be one of {ROLES}, not {self.role!r}"
            raise RecordError(message)
        if self.span is None and not self.basis:
            message = f"link {self.name!r} needs a span or a basis"
            raise RecordError(message)


Chain = tuple[Link, ...]
"""Links from the origin to the page that we hold, origin first."""
