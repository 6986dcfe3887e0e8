"""The chart: everything found so far, by kind and first token."""

from collections.abc import Container, Hashable, Iterator, Sequence
from typing import Any, NamedTuple

from musnad.lexicon import Hit, Hits
from musnad.model import Node, Units

MARK = "\0"  # what the name of no kind begins with


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
    """Edges of one article. Adding the same edge twice changes nothing.

    `digits` are the tokens that begin with one, `single` those of one character by what they are, marks among them.
    """

    __slots__ = ("_asked", "_made", "_seen", "digits", "hits", "kinds", "single", "units")

    def __init__(self, units: Units, hits: Hits) -> None:
        """Start with the lexicon's words; the edge of a word is made when a rule asks for it."""
        self.units = units
        self.hits = hits
        self.kinds: set[str] = set(hits.kinds())
        self.digits = [at for at, norm in enumerate(units.norms) if "0" <= norm < ":"]  # a colon follows the nine
        self.single: dict[str, list[int]] = {}
        for at in [at for at, norm in enumerate(units.norms) if len(norm) == 1]:
            self.single.setdefault(units.norms[at], []).append(at)
        self._made: dict[str, dict[int, list[Edge]]] = {}
        self._asked: dict[str, Words | Marks] = {}
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
        """Return the edges of a kind by their first token; those of marks for `MARK` and the marks behind it."""
        made = self._made.get(kind) or self._asked.get(kind)
        if made is None:
            if kind[0] == MARK:
                made = self._asked[kind] = Marks(self, kind[1:])
            elif kind in self.kinds:
                made = self._asked[kind] = Words(self.hits, kind)
            else:
                return _NOTHING
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

    def before(self, following: Sequence[Container[int]]) -> list[int]:
        """Return the tokens of words behind which something may follow, without making edges for the others."""
        found = []
        has_phrase = self._hits.has_phrase
        for at in self.tokens:
            for other in following:
                if at + 1 in other:
                    found.append(at)
                    break
            else:
                if has_phrase(at):
                    found.append(at)
        return found


class Marks:
    """Edges for some punctuation marks by their token, each made when asked for."""

    __slots__ = ("_units", "tokens")

    def __init__(self, chart: Chart, marks: str) -> None:
        """Take the marks as the characters of a string."""
        self._units = chart.units
        single = chart.single
        self.tokens = {at for mark in marks if mark in single for at in single[mark]}

    def get(self, token: int) -> list[Edge] | None:
        """Return the one edge of the mark at a token, None where there is none."""
        if token not in self.tokens:
            return None
        units = self._units
        node = Node("mark", "mark", units.starts[token], units.ends[token])
        return [Edge(token, token + 1, node, units.norms[token])]

    def __contains__(self, token: int) -> bool:
        """Say whether such a mark stands at a token."""
        return token in self.tokens

    def __iter__(self) -> Iterator[int]:
        """Yield the tokens that are such marks."""
        return iter(self.tokens)


Table = dict[int, list[Edge]] | Words | Marks
"""Edges of one kind by their first token: all of them have `get`, `in` and iteration over the tokens."""
_NOTHING: dict[int, list[Edge]] = {}


def word_edge(hit: Hit) -> Edge:
    """Return the edge of a lexicon hit; its value is the hit itself."""
    entry = hit.form.entry
    return Edge(hit.first, hit.last, Node(entry.kind, entry.id, hit.start, hit.end, entry.id), hit, hit.prefix)
