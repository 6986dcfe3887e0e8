"""Statements: who says what, with which word, in which form."""

from dataclasses import dataclass, field

from musnad.errors import RecordError
from musnad.model.chains import Chain
from musnad.model.display import drawn
from musnad.model.evidence import Node
from musnad.model.spans import Span

FORMS = ("direct", "indirect", "mixed")
MEDIA = (
    "statement",
    "press_conference",
    "interview",
    "phone_call",
    "speech",
    "social_post",
    "letter",
    "report",
    "remarks",
    "unknown",
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """The one who says it: `name` is the fullest form in the article, `span` the noun phrase (None when dropped).

    Two speakers of one statement are joined in `name` by " + ". `basis` says how the speaker was found.
    """

    name: str
    span: Span | None = None
    entity: str | None = None
    basis: str = "subject"


@dataclass(frozen=True, slots=True)
class Statement:
    """A cue, its content and its speaker (None where nobody is named and nobody can be inferred).

    `content` holds one span, or several where the content is interrupted. `said` is the ISO day of the statement where
    known; `parent` the id of the statement whose content holds this one; `stance` the cue's (affirm, deny, demand, …).
    `chain` runs from the speaker to the document's own tail.
    """

    id: str
    form: str
    cue: Span
    content: tuple[Span, ...]
    speaker: Speaker | None = None
    addressee: Speaker | None = None
    medium: str = "unknown"
    denial: bool = False
    stance: str = "neutral"
    said: str | None = None
    parent: str | None = None
    chain: Chain = ()
    rule: str = ""
    node: Node | None = field(default=None, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Refuse an unknown form or medium, and a statement without content."""
        if self.form not in FORMS or self.medium not in MEDIA:
            message = f"form must be one of {FORMS} and medium one of {MEDIA}, not {self.form!r}, {self.medium!r}"
            raise RecordError(message)
        if not self.content:
            message = f"statement at {self.cue} has no content"
            raise RecordError(message)

    def _repr_html_(self) -> str:
        """Return it as HTML for a notebook."""
        return drawn("statement_html", self)
