"""The chart: everything found so far, by kind and first token."""

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from musnad.lexicon import Hit, Hits
from musnad.model import Node, Units


@dataclass(frozen=True, slots=True)
class Edge:
    """Something that covers tokens `[first, last)`: the node with its evidence, and what it means to productions.

    `prefix` holds the proclitics written onto its first word; they lie outside the node's span, the article excepted.
    """

    first: int
    last: int
    node: Node
    value: Any
    prefix: str = ""
    digits: bool = False


class Chart:
    """Edges of one article. Adding the same edge twice changes nothing."""

    __slots__ = ("_edges", "_seen", "_words", "hits", "units")

    def __init__(self, units: Units, hits: Hits) -> None:
        """Start with the lexicon's words; edges for them are made when a rule first asks for their kind."""
        self.units = units
        self.hits = hits
        self._edges: dict[str, dict[int, list[Edge]]] = {}
        self._seen: set[tuple[str, str, int, int, Hashable]] = set()
        self._words: set[str] = set()

    def add(self, kind: str, edge: Edge) -> bool:
        """Add an edge of a kind; say whether it is new."""
        key = (kind, edge.node.rule, edge.first, edge.last, edge.value)
        if key in self._seen:
            return False
        self._seen.add(key)
        self._edges.setdefault(kind, {}).setdefault(edge.first, []).append(edge)
        return True

    def has(self, kind: str) -> bool:
        """Say whether there is any edge of a kind."""
        return bool(self._of(kind))

    def at(self, kind: str, token: int) -> list[Edge]:
        """Return the edges of a kind that start at a token."""
        return self._of(kind).get(token, [])

    def of(self, kind: str) -> Iterator[Edge]:
        """Yield the edges of a kind in order of their first token."""
        edges = self._of(kind)
        for first in sorted(edges):
            yield from edges[first]

    def starts(self, kind: str) -> Iterable[int]:
        """Return the tokens at which edges of a kind start."""
        return sorted(self._of(kind))

    def _of(self, kind: str) -> dict[int, list[Edge]]:
        if kind not in self._words:
            self._words.add(kind)
            for hit in self.hits.of(kind):
                self._edges.setdefault(kind, {}).setdefault(hit.first, []).append(word_edge(hit))
        return self._edges.get(kind, {})


def word_edge(hit: Hit) -> Edge:
    """Return the edge of a lexicon hit; its value is the hit itself."""
    entry = hit.form.entry
    return Edge(hit.first, hit.last, Node(entry.kind, entry.id, hit.start, hit.end, entry.id), hit, hit.prefix)
