"""A noun phrase while it is read: how far it has come, whether it is closed, what was learnt on the way."""

from dataclasses import dataclass, field

from musnad.lexicon import Hit
from musnad.mentions.view import View, node_of
from musnad.model import Node


@dataclass(slots=True)
class Phrase:
    """The growing phrase: the token after it, whether it is closed or has its complement, what was learnt.

    `free` says that nothing can follow in idafa: the head stands in full, or has an indefinite adjective.
    """

    last: int
    closed: bool = False
    country: str | None = None
    person: bool = False
    joined: int = 0
    indefinite: bool = False
    free: bool = False
    filled: bool = False
    known: list[Hit] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)

    @property
    def definite(self) -> bool:
        """Say whether the head is definite: by itself, by idafa, or by an adjective, not by an adjunct."""
        return self.closed and not self.indefinite

    @property
    def wants(self) -> bool:
        """Say whether the last part is an indefinite body or place that wants its name («بمستشفى»)."""
        return not self.closed and bool(self.known) and self.known[-1].last == self.last

    def take(self, hit: Hit, *, closes: bool) -> None:
        """Move behind a hit and keep it as evidence."""
        self.last = hit.last
        self.closed = self.closed or closes
        self.free = False
        self.person = hit.kind == "role" or (self.person and hit.kind == "adjective")
        self.nodes.append(node_of(hit))

    def word(self, view: View, i: int, *, closes: bool) -> None:
        """Move behind a word that the lexicon does not know."""
        self.last = i + 1
        self.closed = self.closed or closes
        self.nodes.append(Node("word", "article", view.units.starts[i], view.units.ends[i]))
