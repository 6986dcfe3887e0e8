"""Run rules over a chart, each kind after the kinds that it is made of."""

from collections.abc import Sequence
from graphlib import CycleError, TopologicalSorter

from musnad.errors import GrammarError
from musnad.grammar.chart import Chart, Edge
from musnad.grammar.items import Context, Kind, Optional, Word, inner
from musnad.grammar.pattern import Pattern
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
            if all(isinstance(item, Optional | Context) for item in rule.pattern.values()):
                message = f"rule {rule.id}: at least one item must be neither optional nor context"
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
        self._order = tuple(_Family([rule for rule in rules if rule.makes == kind]) for kind in kinds)

    def run(self, chart: Chart) -> Chart:
        """Add everything that the rules make to a chart and return it. The result depends on nothing else."""
        for family in self._order:
            family.run(chart)
        return chart


class _Family:
    """All rules that make one kind; those that make it out of itself run again while they make something new."""

    __slots__ = ("again", "rules")

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = tuple((rule, Pattern(rule.pattern)) for rule in rules)
        self.again = tuple((rule, pattern) for rule, pattern in self.rules if rule.makes in _kinds(rule))

    def run(self, chart: Chart) -> None:
        rules, kinds = self.rules, chart.kinds
        for _ in range(ROUNDS):
            fresh = False
            for rule, pattern in rules:
                if not pattern.needed <= kinds:
                    continue
                for parts, last in pattern.find(chart):
                    edge = _produce(rule, pattern, chart, parts, last)
                    if edge is not None:
                        fresh = chart.add(rule.makes, edge) or fresh
            rules = self.again
            if not rules or not fresh:
                return


def _kinds(rule: Rule) -> set[str]:
    items = (inner(item) for item in rule.pattern.values())
    return {item.kind for item in items if isinstance(item, Kind | Word)}


def _produce(rule: Rule, pattern: Pattern, chart: Chart, parts: tuple[Edge | None, ...], reach: int) -> Edge | None:
    value = rule.produce(**pattern.arguments(parts))
    if value is None:
        return None
    covered = pattern.covered(parts)
    head, tail = covered[0], covered[-1]
    # A pronoun written onto the last word lies outside.
    end = min(chart.units.ends[tail.last - 1], tail.node.end)
    first, last = (head.first, tail.last) if pattern.closed else pattern.taken(parts)
    children = tuple([edge.node for edge in parts if edge is not None])
    node = Node(rule.makes, rule.id, head.node.start, end, value, children)
    return Edge(first, last, node, value, head.prefix, reach=max(reach, tail.reach))
