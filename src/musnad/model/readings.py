"""Readings: everything that was read out of one article; rejections: inputs that could not be read, and why."""

from dataclasses import dataclass, field

from musnad.errors import RecordError
from musnad.model.chains import Chain
from musnad.model.display import drawn
from musnad.model.documents import Article, Published
from musnad.model.events import Event
from musnad.model.mentions import Entity, Mention
from musnad.model.quotations import Quotation
from musnad.model.statements import Statement
from musnad.model.times import TimeExpression

REASONS = {
    "empty": "the input holds no text at all",
    "binary": "the input is not text (an image, an archive, a program)",
    "encoding": "the bytes fit no known encoding of Arabic",
    "too-large": "the input is larger than the limit",
    "no-article": "the page holds no article text",
    "not-arabic": "the text is not in Arabic",
    "json": "the line is not a JSON object",
    "record": "the JSON object is not an article record",
    "unreadable": "the file cannot be opened",
    "truncated": "the archive, feed or zipped file ends early or is damaged; what stands before is read",
    "not-fetched": "the address could not or must not be fetched: robots.txt, a private address, the answer",
    "internal": "reading failed in a way that is a defect of musnad; please report it",
}
"""Every reason for a rejection, with what it means."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read out of one article.

    `published` is the day as read (the article keeps what was stated); `chain` is the document's own tail; `digests`
    hold one digest a stage.
    """

    article: Article
    published: Published = field(default_factory=Published)
    chain: Chain = ()
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    statements: tuple[Statement, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    events: tuple[Event, ...] = ()
    digests: tuple[tuple[str, str], ...] = field(default=(), compare=False)

    def _repr_html_(self) -> str:
        """Return it as HTML for a notebook."""
        return drawn("reading_html", self)


@dataclass(frozen=True, slots=True)
class Rejection:
    """An input that could not be read: its id, one of `REASONS`, and a sentence of detail."""

    id: str | None
    reason: str
    detail: str = ""

    def __post_init__(self) -> None:
        """Refuse a reason that is not documented."""
        if self.reason not in REASONS:
            message = f"reason must be one of {tuple(REASONS)}, not {self.reason!r}"
            raise RecordError(message)

    @classmethod
    def of_defect(cls, name: str | None, error: Exception) -> "Rejection":
        """Return the rejection of an input that musnad failed to read for a defect of its own."""
        return cls(name, "internal", f"{type(error).__name__}: {error}")
