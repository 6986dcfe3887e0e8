"""The rules of dependence: each has a name, is documented here, and can be switched off.

What a rule decided is named in the `basis` of the origin or route that it made.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

RULES: Mapping[str, str] = {
    "dispatch": "all members of a dispatch are one route, whatever they credit, where the evidence stands in the text "
    "that they share",
    "passage": "two texts that tell a thing in the same words (eight in a row, quotations aside) have one route",
    "agency": "texts that credit one agency have it as their route",
    "chain": "an agency or outlet that the text itself names as its source belongs to the route",
    "release": "a reprint of an office's release is that office's route, no own reporting; what it tells in its own "
    "name is the office's word",
    "doubtful": "where most who carry a dispatch do not credit its agency, they may have it from elsewhere: one route "
    "or two",
    "issuer": "who issued the statement in which somebody is quoted is the origin, not who is quoted",
    "occasion": "what a side says that it said in a call is its word that there was a call",
    "copied": "the same words have one origin: the one that most who print them name; a headline names none beside the "
    "text below it",
    "metonym": "a state is the same origin as the one office of that state that is named beside it",
    "mouth": "a state speaks through the office or official of its own to whom the same text attributes other words",
    "house": "people of a state, and bodies of it in one text, may be its office that is named beside them",
    "restated": "what a text tells in its own name and attributes elsewhere has the origin that it names there",
    "act": "a body's own formal act, or an act of speech (it chose, demanded, rejected), is on record through who does "
    "it, unless another is named",
    "context": "between two statements of one source, what a text tells in its own name is perhaps that source's",
    "unnamed": "sources without name may be one or many",
}
"""Every rule with what it says."""


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules that hold in a run."""

    enabled: frozenset[str] = frozenset(RULES)

    def __post_init__(self) -> None:
        """Refuse a rule that is not documented."""
        unknown = sorted(self.enabled - set(RULES))
        if unknown:
            message = f"unknown rules of dependence {unknown}; there are {sorted(RULES)}"
            raise ValueError(message)

    @classmethod
    def without(cls, names: Iterable[str]) -> "Rules":
        """Return all rules but some. Raises `ValueError` for a name that is none."""
        left_out = frozenset(names)
        return cls(cls(left_out).enabled ^ frozenset(RULES))

    def __repr__(self) -> str:
        """Return the rules in one order, for a set has another one in every process."""
        return f"Rules({', '.join(each for each in RULES if each in self.enabled)})"

    def on(self, name: str) -> bool:
        """Say whether a rule holds; raises `KeyError` for a name that is none."""
        RULES[name]
        return name in self.enabled


ALL_RULES = Rules()
