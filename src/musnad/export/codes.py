"""PLOVER and CAMEO codes of events, derived from type, mode and status on export.

musnad keeps the base type whatever became of an event; the codebooks do not: a meeting that is planned is coded as an
agreement, an attack that somebody plans as a threat, what is asked for as a request. What was denied, only thought of,
or failed (unless the attempt is the deed) has no code.
"""

from dataclasses import dataclass

from musnad.export.contexts import Contexts
from musnad.lexicon import Entry, Lexicon
from musnad.model import Event

_REAL = frozenset({"happened", "ongoing"})
_REQUEST = "REQUEST"


@dataclass(frozen=True, slots=True)
class Code:
    """What an event is coded as: PLOVER type and mode, CAMEO code, quad class and score of the coded type."""

    type: str
    mode: str | None
    cameo: str
    quad: int
    score: float


class Ontology:
    """The event types of the lexicon, and how they are coded; `contexts` finds what events are about."""

    __slots__ = ("_types", "contexts")

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the types that the data files define."""
        self._types: dict[str, Entry] = {e.id.split(".", 1)[1]: e for e in lexicon.of_kind("plover_type")}
        self.contexts = Contexts(lexicon)

    def code(self, event: Event) -> Code | None:
        """Return the code of an event, or None where the codebooks have none for its status."""
        entry = self._types[event.type]
        if event.status in _REAL or (event.status == "failed" and entry.flag("tried")):
            return self._code(event.type, event.mode, _cameo(entry, event.mode))
        if event.status == "planned" and entry.text("planned"):
            return self._code(entry.text("planned"), None, entry.text("planned_cameo"))
        if event.status == "requested" and entry.text("requested_cameo"):
            return self._code(_REQUEST, entry.text("requested_mode") or None, entry.text("requested_cameo"))
        return None

    def _code(self, name: str, mode: str | None, cameo: str) -> Code:
        entry = self._types[name]
        score = entry.attrs.get("score", 0.0)
        return Code(name, mode, cameo, entry.number("quad"), float(score) if isinstance(score, int | float) else 0.0)


def _cameo(entry: Entry, mode: str | None) -> str:
    """Return the most general CAMEO code of a type with a mode, else that of the type."""
    if mode is not None:
        pairs = (code.partition("/") for code in entry.texts("cameo"))
        codes = [code for code, _, own in pairs if own == mode]
        if codes:
            return min(codes, key=lambda code: (len(code), code))
    return entry.text("root")
