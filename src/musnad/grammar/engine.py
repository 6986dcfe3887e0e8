"""Run rules over a chart, each kind after the kinds that it is made of."""

from collections.abc import Iterator, Sequence
from graphlib import CycleError, TopologicalSorter

from musnad.errors import GrammarError
from musnad.grammar.chart import Chart, Edge
from musnad.grammar.items import NEXT_PREFIXES, Item, Kind, Mark, Number, Optional, Word
from musnad.grammar.rule import Rule
from musnad.model import Node

ROUNDS = 4  # of rules that make a kind out of the same kind; deeper nesting does not occur in dates or names


class Grammar:
    """A checked set of rules. Raises `GrammarError` for repeated ids, patterns of optional items only, or a cycle."""

    __slots__ = ("_order", "rules")

    def __init__(self, rules: Sequence[Rule]) -> None:
        """Check the rules and order them so that each finds its parts already made."""
        ids = [rule.id for rule in rules]
        repeated = sorted({name for name in ids if ids.count(name) > 1})
        if repeated:
            message = f"rule ids must be unique: {', '.join(repeated)}"
            raise GrammarError(message)
        for rule in rules:
            if all(isinstance(item, Optional) for item in rule.pattern.values()):
                message = f"rule {rule.id}: at least one item must not be optional"
                raise GrammarError(message)
        self.rules = tuple(rules)
        made = {rule.makes for rule in rules}
        graph: dict[str, set[str]] = {kind: set() for kind in made}
        for rule in rules:
            graph[rule.makes] |= {k for k in _kinds(rule) if k in made and k != rule.makes}
        try:
            kinds = tuple(TopologicalSorter(graph).static_order())
        except CycleError as error:
            message = f"kinds are made of each other: {error.args[1]}"
            raise GrammarError(message) from error
        self._order = tuple(tuple((rule, _needed(rule)) for rule in rules if rule.makes == kind) for kind in kinds)

    def run(self, chart: Chart) -> Chart:
        """Add everything that the rules make to a chart and return it. The result depends on nothing else."""
        for family in self._order:
            recursive = any(rule.makes in _kinds(rule) for rule, _ in family)
            for _ in range(ROUNDS if recursive else 1):
                fresh = False
                for rule, needed in family:
                    if not all(chart.has(kind) for kind in needed):
                        continue
                    for edge in list(_apply(rule, chart)):
                        fresh = chart.add(rule.makes, edge) or fresh
                if not fresh:
                    break
        return chart


def _kinds(rule: Rule) -> set[str]:
    items = (item.item if isinstance(item, Optional) else item for item in rule.pattern.values())
    return {item.kind for item in items if isinstance(item, Kind | Word)}


def _needed(rule: Rule) -> tuple[str, ...]:
    """Return the kinds without which a rule can make nothing."""
    items = [item for item in rule.pattern.values() if not isinstance(item, Optional | Mark)]
    return tuple("number" if isinstance(item, Number) else item.kind for item in items)


def _apply(rule: Rule, chart: Chart) -> Iterator[Edge]:
    """Yield what a rule makes, wherever its pattern fits."""
    items = tuple(rule.pattern.items())
    for start in sorted(set(_starts(items, chart))):
        for parts, last in _fit(items, chart, start, first=True):
            edge = _produce(rule, chart, parts, last)
            if edge is not None:
                yield edge


def _starts(items: tuple[tuple[str, Item], ...], chart: Chart) -> Iterator[int]:
    """Yield the tokens at which the pattern may begin: those of its first item that is not optional, and before."""
    for _, item in items:
        inner = item.item if isinstance(item, Optional) else item
        if isinstance(inner, Word | Kind):
            yield from chart.starts(inner.kind)
        elif isinstance(inner, Number):
            yield from chart.starts("number")
        else:
            yield from (i for i, norm in enumerate(chart.units.norms) if norm in inner.marks)
        if not isinstance(item, Optional):
            return


Parts = tuple[Edge | None, ...]


def _fit(items: tuple[tuple[str, Item], ...], chart: Chart, at: int, *, first: bool) -> Iterator[tuple[Parts, int]]:
    """Yield every way in which items cover tokens from `at` on, with the token after the last."""
    if not items:
        yield (), at
        return
    item = items[0][1]
    for edge in _edges(item.item if isinstance(item, Optional) else item, chart, at, first=first):
        for parts, last in _fit(items[1:], chart, edge.last, first=False):
            yield (edge, *parts), last
    if isinstance(item, Optional):
        for parts, last in _fit(items[1:], chart, at, first=first):
            yield (None, *parts), last


def _edges(item: Word | Number | Kind | Mark, chart: Chart, at: int, *, first: bool) -> Iterator[Edge]:
    if isinstance(item, Mark):
        units = chart.units
        if at < len(units) and units.norms[at] in item.marks:
            yield Edge(at, at + 1, Node("mark", "mark", units.starts[at], units.ends[at]), units.norms[at])
        return
    for edge in chart.at("number" if isinstance(item, Number) else item.kind, at):
        allowed = item.prefixes if item.prefixes is not None else None if first else NEXT_PREFIXES
        if (allowed is None or edge.prefix in allowed) and _accepts(item, edge):
            yield edge


def _accepts(item: Word | Number | Kind, edge: Edge) -> bool:
    if isinstance(item, Number):
        fits = item.digits is None or item.digits == edge.digits
        return fits and isinstance(edge.value, int) and item.low <= edge.value <= item.high
    if isinstance(item, Kind):
        return item.test is None or item.test(edge.value)
    attrs = edge.value.entry.attrs
    return all(attrs.get(k) in v if isinstance(v, tuple) else attrs.get(k) == v for k, v in item.attrs.items())


def _produce(rule: Rule, chart: Chart, parts: Parts, last: int) -> Edge | None:
    found = [edge for edge in parts if edge is not None]
    named = {
        name: None if edge is None else edge.value
        for name, edge in zip(rule.pattern, parts, strict=True)
        if not name.startswith("_")
    }
    value = rule.produce(**named)
    if value is None:
        return None
    head = found[0]
    node = Node(rule.makes, rule.id, head.node.start, chart.units.ends[last - 1], value, tuple(e.node for e in found))
    if found[-1].node.end < node.end:
        node = Node(node.kind, node.rule, node.start, found[-1].node.end, value, node.children)
    return Edge(head.first, last, node, value, head.prefix)
