"""What a pair of quotation marks does in a text."""

from dataclasses import dataclass, field

from musnad.errors import RecordError
from musnad.model.evidence import Node
from musnad.model.spans import Span

FUNCTIONS = ("speech", "name", "title", "scare", "unknown")
"""Words that somebody said; a name; the title of a work or undertaking; words held at a distance; none of these."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A closed pair of marks with what it is for. `span` includes the marks; `statement` is the id of whose words."""

    span: Span
    function: str
    statement: str | None = None
    rule: str = ""
    node: Node | None = field(default=None, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Refuse an unknown function."""
        if self.function not in FUNCTIONS:
            message = f"function of a quotation must be one of {FUNCTIONS}, not {self.function!r}"
            raise RecordError(message)
