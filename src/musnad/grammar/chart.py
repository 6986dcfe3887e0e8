"""The chart: everything found so far, by kind and first token."""

from collections.abc import Collection, Hashable, Iterator
from typing import Any, NamedTuple

from musnad.lexicon import Hit, Hits
from musnad.model import Node, Units


class Edge(NamedTuple):
    """Something that covers tokens `[first, last)`: the node with its evidence, and what it means to productions.

    `prefix` holds the proclitics written onto its first word; they lie outside the node's span, the article excepted.
    `digits` says that a number is written in digits; `reach` is the token after all that was looked at, context
    included (0: the same as `last`).
    """

    first: int
    last: int
    node: Node
    value: Any
    prefix: str = ""
    digits: bool = False
    reach: int = 0


class Chart:
    """Edges of one article. Adding the same edge twice changes nothing. `digits` are the tokens that begin with one."""

    __slots__ = ("_made", "_seen", "_words", "digits", "hits", "kinds", "units")

    def __init__(self, units: Units, hits: Hits) -> None:
        """Start with the lexicon's words; the edge of a word is made when a rule asks for it."""
        self.units = units
        self.hits = hits
        self.kinds: set[str] = set(hits.kinds())
        self.digits = [at for at, norm in enumerate(units.norms) if "0" <= norm[0] <= "9"]
        self._made: dict[str, dict[int, list[Edge]]] = {}
        self._words: dict[str, Words] = {}
        self._seen: set[tuple[str, str, int, int, Hashable]] = set()

    def add(self, kind: str, edge: Edge) -> bool:
        """Add an edge of a kind that is no kind of the lexicon; say whether it is new."""
        key = (kind, edge.node.rule, edge.first, edge.last, edge.value)
        if key in self._seen:
            return False
        self._seen.add(key)
        self.kinds.add(kind)
        self._made.setdefault(kind, {}).setdefault(edge.first, []).append(edge)
        return True

    def at(self, kind: str, token: int) -> list[Edge]:
        """Return the edges of a kind that start at a token."""
        return self.table(kind).get(token) or []

    def of(self, kind: str) -> Iterator[Edge]:
        """Yield the edges of a kind in order of their first token."""
        for first in sorted(table := self.table(kind)):
            yield from table.get(first) or ()

    def table(self, kind: str) -> "Table":
        """Return the edges of a kind by their first token."""
        made = self._made.get(kind) or self._words.get(kind)
        if made is None:
            if kind not in self.kinds:
                return _NOTHING
            made = self._words[kind] = Words(self.hits, kind)
        return made


class Words:
    """Edges for the words of a kind by their token, each made when asked for."""

    __slots__ = ("_hits", "_kind", "_made", "tokens")

    def __init__(self, hits: Hits, kind: str) -> None:
        """Take the hits of an article."""
        self._hits = hits
        self._kind = kind
        self.tokens = hits.tokens(kind)
        self._made: dict[int, list[Edge]] = {}

    def get(self, token: int) -> list[Edge] | None:
        """Return the edges at a token, None where there are none."""
        made = self._made.get(token)
        if made is None and token in self.tokens:
            made = self._made[token] = [word_edge(hit) for hit in self._hits.at(token, self._kind)]
        return made

    def __contains__(self, token: int) -> bool:
        """Say whether there is an edge at a token."""
        return token in self.tokens

    def __iter__(self) -> Iterator[int]:
        """Yield the tokens at which such words start."""
        return iter(self.tokens)

    def before(self, following: "Table | Collection[int]") -> list[int]:
        """Return the tokens of words behind which something may follow, without making edges for the others."""
        has_phrase = self._hits.has_phrase
        return [at for at in self.tokens if at + 1 in following or has_phrase(at)]


class Marks:
    """Edges for some punctuation marks by their token, each made when asked for."""

    __slots__ = ("_marks", "_units")

    def __init__(self, units: Units, marks: str) -> None:
        """Take the marks as the characters of a string."""
        self._units = units
        self._marks = marks

    def get(self, token: int) -> list[Edge] | None:
        """Return the one edge of the mark at a token, None where there is none."""
        if token not in self:
            return None
        units = self._units
        node = Node("mark", "mark", units.starts[token], units.ends[token])
        return [Edge(token, token + 1, node, units.norms[token])]

    def __contains__(self, token: int) -> bool:
        """Say whether such a mark stands at a token."""
        return token < len(self._units.norms) and self._units.norms[token] in self._marks

    def __iter__(self) -> Iterator[int]:
        """Yield the tokens that are such marks."""
        return (i for i, norm in enumerate(self._units.norms) if norm in self._marks)


Table = dict[int, list[Edge]] | Words | Marks
"""Edges of one kind by their first token: all of them have `get`, `in` and iteration over the tokens."""
_NOTHING: dict[int, list[Edge]] = {}


def word_edge(hit: Hit) -> Edge:
    """Return the edge of a lexicon hit; its value is the hit itself."""
    entry = hit.form.entry
    return Edge(hit.first, hit.last, Node(entry.kind, entry.id, hit.start, hit.end, entry.id), hit, hit.prefix)
