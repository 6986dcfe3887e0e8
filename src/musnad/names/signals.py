"""A second opinion on names: what models say beside the rules, whoever makes them."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

from musnad.lexicon import Hits
from musnad.model import Units

Cover = Mapping[int, str]
"""What the rules have read at a token: the kind of a name, or the kind behind «~» where it is no name."""

NO_NAME = "~"
"""Before the kind of a phrase at the tokens that are no part of the name in it."""


class Named(NamedTuple):
    """Tokens `[first, last)` that a model takes for a name of a kind."""

    first: int
    last: int
    kind: str


class NameSignal(Protocol):
    """A model of names. `digest` names it and its weights; readings with another one are out of date."""

    @property
    def digest(self) -> str:
        """Return what names the model and its weights."""
        ...

    def names(self, units: Units, hits: Hits, cover: Cover) -> Sequence[Named]:
        """Return names in order that the rules have not read: none of their tokens is covered by a name."""
        ...
