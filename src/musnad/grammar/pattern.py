"""Patterns made ready to run: where they can begin, and every way in which their items cover the tokens."""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from musnad.grammar.chart import MARK, Chart, Edge, Table
from musnad.grammar.items import NEXT_PREFIXES, Context, Item, Kind, Mark, Number, Optional, Word, inner
from musnad.lexicon import Hit

NUMBER = "number"
Parts = tuple[Edge | None, ...]
Found = list[tuple[Parts, int]]


@dataclass(frozen=True, slots=True)
class _Step:
    """One item: the kind of its edges, which proclitics they may carry at the head of a match and inside, and a test.

    None allows any proclitic and any value.
    """

    kind: str
    optional: bool
    at_head: frozenset[str] | None
    inside: frozenset[str] | None
    accepts: Callable[[Edge], bool] | None


class Pattern:
    """The items of one rule in order. `closed` says that a match uses up what it covers, `framed` that it has context.

    With `once`, matches that a production cannot tell apart are found once: the same arguments over the same tokens,
    however the items share these between them. Otherwise a rule that makes X of X X X would be asked for each of the
    thousands of ways in which a few dozen words fall into three.
    """

    __slots__ = (
        "_covered",
        "_deciding",
        "_further",
        "_heads",
        "_named",
        "_once",
        "_steps",
        "_taken",
        "_told",
        "closed",
        "framed",
        "needed",
    )

    def __init__(self, items: Mapping[str, Item], *, once: bool = False) -> None:
        """Prepare the items; names that begin with `_` are no arguments."""
        self._once = once
        self._told = tuple((not name.startswith("_"), isinstance(item, Context)) for name, item in items.items())
        self._steps = tuple(_step(item) for item in items.values())
        self._covered = tuple(i for i, item in enumerate(items.values()) if not isinstance(item, Context))
        self._taken = tuple(i for i, item in enumerate(items.values()) if not isinstance(item, Context) or item.taken)
        self.closed = self._covered == self._taken
        self.framed = len(self._covered) < len(items)
        self._named = tuple((i, name) for i, name in enumerate(items) if not name.startswith("_"))
        self.needed = frozenset(step.kind for step in self._steps if not step.optional and step.kind[0] != MARK)
        self._heads = _heads(self._steps)
        kinds = [step.kind for step in self._steps]
        deciding = 1 + max(max(follows, default=i) for i, follows in self._heads)
        self._deciding, self._further = tuple(kinds[:deciding]), tuple(kinds[deciding:])

    def arguments(self, parts: Parts) -> dict[str, Any]:
        """Return the values of the named items of a match, None for missing ones."""
        return {name: None if (edge := parts[i]) is None else edge.value for i, name in self._named}

    def covered(self, parts: Parts) -> list[Edge]:
        """Return the edges of a match without its context: what the rule makes covers them."""
        return [edge for i in self._covered if (edge := parts[i]) is not None]

    def taken(self, parts: Parts) -> tuple[int, int]:
        """Return the tokens `[first, last)` that a match uses up."""
        edges = [edge for i in self._taken if (edge := parts[i]) is not None]
        return edges[0].first, edges[-1].last

    def find(self, chart: Chart) -> Found:
        """Return every match in order of its first token: its edges, and the token after the last.

        Without an edge of every kind that is `needed` there is none.
        """
        of_kind = chart.tables
        tables = [of_kind[kind] for kind in self._deciding]
        starts = self._starts(tables)
        found: Found = []
        if not starts:
            return found
        tables += [of_kind[kind] for kind in self._further]
        for start in sorted(starts):
            found += self._fit_once(tables, start) if self._once else _fit(self._steps, tables, (), start, begun=False)
        return found

    def _fit_once(self, tables: Sequence[Table], start: int) -> Found:
        """Return of the ways that `_fit` finds the first for each set of arguments over the same tokens."""
        ways: dict[tuple[int, tuple[Hashable, ...]], Parts] = {(start, ()): ()}
        for step, table, (named, outside) in zip(self._steps, tables, self._told, strict=True):
            longer: dict[tuple[int, tuple[Hashable, ...]], Parts] = {}
            for (at, told), parts in ways.items():
                for edge in _fitting(step, table, at, begun=at > start):
                    value = id(edge.value) if isinstance(edge.value, Hit) else edge.value  # none has a hash
                    tells = (value if named else None, (edge.first, edge.last) if outside else None)
                    longer.setdefault((edge.last, (*told, tells)), (*parts, edge))
                if step.optional:
                    longer.setdefault((at, (*told, (None, None))), (*parts, None))
            ways = longer
        return [(parts, at) for (at, _), parts in ways.items()]

    def _starts(self, tables: Sequence[Table]) -> set[int]:
        """Return the tokens at which a match may begin: an item that may follow stands behind one that may begin it.

        The tables are those of the items that decide it.
        """
        found: set[int] = set()
        for i, follows in self._heads:
            if not follows:
                found.update(tables[i])
                continue
            ends = tables[i].ends
            for k in follows:
                for at in ends.keys() & tables[k].tokens:
                    found.update(ends[at])
        return found


def _heads(steps: Sequence[_Step]) -> tuple[tuple[int, tuple[int, ...]], ...]:
    """Return the items that may begin a match, each with those of which one must follow it; none where none must.

    A match can begin at the first item that must be there, or at one of the optional items before it.
    """
    certain = [i for i, step in enumerate(steps) if not step.optional]
    heads = range(certain[0] + 1)
    nexts = (next((c for c in certain if c > i), None) for i in heads)
    return tuple((i, () if n is None else tuple(range(i + 1, n + 1))) for i, n in zip(heads, nexts, strict=True))


def _fit(steps: Sequence[_Step], tables: Sequence[Table], parts: Parts, at: int, *, begun: bool) -> Found:
    """Return every way in which the items after `parts` cover tokens from `at` on; `begun` says whether one did."""
    i = len(parts)
    step = steps[i]
    done = i + 1 == len(steps)
    found: Found = []
    allowed = step.inside if begun else step.at_head
    accepts = step.accepts
    for edge in tables[i].get(at) or ():
        if (allowed is None or edge.prefix in allowed) and (accepts is None or accepts(edge)):
            if done:
                found.append(((*parts, edge), edge.last))
            else:
                found += _fit(steps, tables, (*parts, edge), edge.last, begun=True)
    if step.optional:
        if done:
            found.append(((*parts, None), at))
        else:
            found += _fit(steps, tables, (*parts, None), at, begun=begun)
    return found


def _fitting(step: _Step, table: Table, at: int, *, begun: bool) -> Iterator[Edge]:
    """Yield the edges at a token that an item takes."""
    allowed = step.inside if begun else step.at_head
    for edge in table.get(at) or ():
        if (allowed is None or edge.prefix in allowed) and (step.accepts is None or step.accepts(edge)):
            yield edge


def _step(item: Item) -> _Step:
    asked = inner(item)
    optional = isinstance(item, Optional)
    if isinstance(asked, Mark):
        return _Step(MARK + asked.marks, optional, None, None, None)
    inside = NEXT_PREFIXES if asked.prefixes is None else asked.prefixes
    kind = NUMBER if isinstance(asked, Number) else asked.kind
    return _Step(kind, optional, asked.prefixes, inside, _test(asked))


def _test(item: Word | Number | Kind) -> Callable[[Edge], bool] | None:
    """Return what an item asks of the value of an edge."""
    if isinstance(item, Number):
        low, high, digits = item.low, item.high, item.digits
        return lambda edge: (digits is None or edge.digits is digits) and low <= edge.value <= high
    if isinstance(item, Kind):
        test = item.test
        return None if test is None else lambda edge: test(edge.value)
    if not item.attrs:
        return None
    wanted = {name: value if isinstance(value, tuple) else (value,) for name, value in item.attrs.items()}
    return lambda edge: all(edge.value.entry.attrs.get(name) in values for name, values in wanted.items())
