"""Run rules over a chart, each kind after the kinds that it is made of."""

from collections.abc import Iterator, Sequence
from graphlib import CycleError, TopologicalSorter

from musnad.errors import GrammarError
from musnad.grammar.chart import Chart, Edge
from musnad.grammar.items import Context, Kind, Optional, Word, inner
from musnad.grammar.pattern import Pattern
from musnad.grammar.rule import Rule
from musnad.model import Node

ROUNDS = 4  # of rules that make a kind out of the same kind; deeper nesting does not occur in dates or names
OWN = 2  # items of a rule that ask for the kind it makes: a row of more is made by nesting


class Grammar:
    """A checked set of rules.

    Raises `GrammarError` for repeated ids, patterns of optional items only, a cycle, or a rule that makes a kind of
    more than `OWN` of the same kind.
    """

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
            if _kinds(rule).count(rule.makes) > OWN:
                message = f"rule {rule.id}: what it makes may be made of at most {OWN} of the same kind"
                raise GrammarError(message)
            graph[rule.makes] |= {k for k in _kinds(rule) if k in made and k != rule.makes}
        try:
            kinds = tuple(TopologicalSorter(graph).static_order())
        except CycleError as error:
            message = f"kinds are made of each other: {error.args[1]}"
            raise GrammarError(message) from error
        self._order = tuple(_Family(kind, [rule for rule in rules if rule.makes == kind]) for kind in kinds)

    def run(self, chart: Chart) -> Chart:
        """Add everything that the rules make to a chart and return it. The result depends on nothing else."""
        for family in self._order:
            family.run(chart)
        return chart


class _Family:
    """All rules that make one kind: first those that make it out of others, then, round by round, those that make it
    out of itself.

    A round sees what the rounds before it made and nothing of its own, so that what is nested `ROUNDS` deep covers no
    more than `OWN ** ROUNDS` times the tokens of its parts, however long the text.
    """  # noqa: D205 - the first sentence says both

    __slots__ = ("makes", "nesting", "plain")

    def __init__(self, kind: str, rules: Sequence[Rule]) -> None:
        own = [(rule, _kinds(rule).count(kind)) for rule in rules]
        self.makes = kind
        self.plain = tuple((rule, Pattern(rule.pattern)) for rule, count in own if not count)
        self.nesting = tuple((rule, Pattern(rule.pattern, once=count > 1)) for rule, count in own if count)

    def run(self, chart: Chart) -> None:
        for edge in _made(self.plain, chart):
            chart.add(self.makes, edge)
        for _ in range(ROUNDS if self.nesting else 0):
            fresh = [chart.add(self.makes, edge) for edge in list(_made(self.nesting, chart))]
            if not any(fresh):
                return


def _made(rules: Sequence[tuple[Rule, Pattern]], chart: Chart) -> Iterator[Edge]:
    """Yield what rules make of what a chart holds."""
    kinds = chart.kinds
    for rule, pattern in rules:
        if pattern.needed <= kinds:
            for parts, last in pattern.find(chart):
                edge = _produce(rule, pattern, chart, parts, last)
                if edge is not None:
                    yield edge


def _kinds(rule: Rule) -> list[str]:
    """Return the kinds that a rule asks for, one for each item that asks for one."""
    items = (inner(item) for item in rule.pattern.values())
    return [item.kind for item in items if isinstance(item, Kind | Word)]


def _produce(rule: Rule, pattern: Pattern, chart: Chart, parts: tuple[Edge | None, ...], reach: int) -> Edge | None:
    value = rule.produce(**pattern.arguments(parts))
    if value is None:
        return None
    edges = [edge for edge in parts if edge is not None]
    covered = pattern.covered(parts) if pattern.framed else edges
    head, tail = covered[0], covered[-1]
    # A pronoun written onto the last word lies outside.
    end = min(chart.units.ends[tail.last - 1], tail.node.end)
    first, last = (head.first, tail.last) if pattern.closed else pattern.taken(parts)
    node = Node(rule.makes, rule.id, head.node.start, end, value, tuple([edge.node for edge in edges]))
    return Edge(first, last, node, value, head.prefix, False, max(reach, tail.reach))  # noqa: FBT003 - its digits
