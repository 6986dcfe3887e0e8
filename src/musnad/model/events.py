"""Events after the PLOVER ontology: who did what to whom, and whether it happened."""

from dataclasses import dataclass, field

from musnad.errors import RecordError
from musnad.model.chains import Chain
from musnad.model.display import drawn
from musnad.model.evidence import Node
from musnad.model.spans import Span

STATUSES = ("happened", "ongoing", "planned", "hypothetical", "requested", "denied", "failed")


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor or recipient: `country` is ISO 3166 alpha-3, `sector` a PLOVER sector code."""

    name: str
    span: Span | None = None
    entity: str | None = None
    country: str | None = None
    sector: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One happening. `type` is a PLOVER type, whatever its status; `date` an ISO day or a TIMEX3 value, or None.

    `statements` are the ids of the statements that tell it; `chain` is theirs, or the document's tail.
    """

    id: str
    type: str
    trigger: Span
    mode: str | None = None
    status: str = "happened"
    actors: tuple[Participant, ...] = ()
    recipients: tuple[Participant, ...] = ()
    place: str | None = None
    place_span: Span | None = None
    date: str | None = None
    statements: tuple[str, ...] = ()
    chain: Chain = ()
    rule: str = ""
    node: Node | None = field(default=None, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Refuse an unknown status."""
        if self.status not in STATUSES:
            message = f"status of an event must be one of {STATUSES}, not {self.status!r}"
            raise RecordError(message)

    def _repr_html_(self) -> str:
        """Return it as HTML for a notebook."""
        return drawn("event_html", self)
