"""The chart: everything found so far, by kind and first token."""

from collections.abc import Collection, Hashable, Iterator
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

    `tables` holds the edges of each kind by their first token, those of marks for `MARK` and the marks behind it.
    `digits` are the tokens that begin with one, `single` those of one character by what they are, marks among them.
    """

    __slots__ = ("_seen", "digits", "hits", "kinds", "single", "tables", "units")

    def __init__(self, units: Units, hits: Hits) -> None:
        """Start with the lexicon's words; the edge of a word is made when a rule asks for it."""
        self.units = units
        self.hits = hits
        self.kinds: set[str] = set(hits.kinds())
        self.digits: list[int] = []
        self.single: dict[str, list[int]] = {}
        for at, norm in [(at, norm) for at, norm in enumerate(units.norms) if norm < ":" or len(norm) == 1]:
            if "0" <= norm < ":":  # a colon follows the nine
                self.digits.append(at)
            if len(norm) == 1:
                self.single.setdefault(norm, []).append(at)
        self.tables = Tables(self)
        self._seen: set[tuple[str, str, int, int, Hashable]] = set()

    def add(self, kind: str, edge: Edge) -> bool:
        """Add an edge of a kind that is no kind of the lexicon; say whether it is new."""
        key = (kind, edge.node.rule, edge.first, edge.last, edge.value)
        if key in self._seen:
            return False
        self._seen.add(key)
        made = self.tables.made.get(kind)
        if made is None:
            self.kinds.add(kind)
            made = self.tables[kind] = self.tables.made[kind] = Made()
        made.add(edge)
        return True

    def at(self, kind: str, token: int) -> list[Edge]:
        """Return the edges of a kind that start at a token."""
        return self.tables[kind].get(token) or []

    def of(self, kind: str) -> Iterator[Edge]:
        """Yield the edges of a kind in order of their first token."""
        for first in sorted(table := self.tables[kind]):
            yield from table.get(first) or ()


class Made(dict[int, list[Edge]]):
    """Edges that rules made by their first token; `ends` holds the first tokens by the token behind the last."""

    __slots__ = ("ends",)

    def __init__(self) -> None:
        """Hold nothing yet."""
        super().__init__()
        self.ends: dict[int, list[int]] = {}

    @property
    def tokens(self) -> Collection[int]:
        """Return the tokens at which such edges start."""
        return self.keys()

    def add(self, edge: Edge) -> None:
        """Hold one edge more."""
        self.setdefault(edge.first, []).append(edge)
        self.ends.setdefault(edge.last, []).append(edge.first)


class Words:
    """Edges for the words of a kind by their token, each made when asked for."""

    __slots__ = ("_ends", "_hits", "_kind", "_made", "tokens")

    def __init__(self, hits: Hits, kind: str) -> None:
        """Take the hits of an article."""
        self._hits = hits
        self._kind = kind
        self.tokens = hits.tokens(kind)
        self._ends: dict[int, list[int]] | None = None
        self._made: dict[int, list[Edge]] = {}

    @property
    def ends(self) -> dict[int, list[int]]:
        """Return the tokens of words by the token behind them; no edge is made for that."""
        if self._ends is None:
            self._ends = self._hits.ends(self._kind)
        return self._ends

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


class Marks:
    """Edges for some punctuation marks by their token, each made when asked for."""

    __slots__ = ("_units", "tokens")

    def __init__(self, chart: Chart, marks: str) -> None:
        """Take the marks as the characters of a string."""
        self._units = chart.units
        single = chart.single
        self.tokens = {at for mark in marks if mark in single for at in single[mark]}

    @property
    def ends(self) -> dict[int, list[int]]:
        """Return the tokens of the marks by the token behind them."""
        return {at + 1: [at] for at in self.tokens}

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


Table = Made | Words | Marks
"""Edges of one kind by their first token: all have `get`, `in`, iteration over the tokens, `tokens` and `ends`."""
_NOTHING = Made()


class Tables(dict[str, Table]):
    """The edges of a chart by their kind; those of words and marks are looked up when they are asked for."""

    __slots__ = ("_chart", "made")

    def __init__(self, chart: Chart) -> None:
        """Take the chart; `made` are the edges that rules made."""
        super().__init__()
        self._chart = chart
        self.made: dict[str, Made] = {}

    def __missing__(self, kind: str) -> Table:
        """Return the edges of a kind that nobody asked for before."""
        if kind[0] == MARK:
            found: Table = Marks(self._chart, kind[1:])
        elif kind in self._chart.kinds:
            found = Words(self._chart.hits, kind)
        else:
            found = _NOTHING  # until a rule makes one
        self[kind] = found
        return found


def word_edge(hit: Hit) -> Edge:
    """Return the edge of a lexicon hit; its value is the hit itself."""
    entry = hit.form.entry
    return Edge(hit.first, hit.last, Node(entry.kind, entry.id, hit.start, hit.end, entry.id), hit, hit.prefix)
