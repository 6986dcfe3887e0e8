"""Policies for overlapping results. Each is one function, named, total and deterministic."""

from collections.abc import Callable, Iterable

from musnad.grammar.chart import Edge


def longest(edges: Iterable[Edge], *, rank: Callable[[Edge], int] = lambda _: 0) -> list[Edge]:
    """Keep edges that do not overlap: longer ones first, then higher rank, then earlier, then by rule id.

    Length counts tokens. The result is in order of position.
    """
    kept: list[Edge] = []
    taken: set[int] = set()
    for edge in sorted(edges, key=lambda e: (e.first - e.last, -rank(e), e.first, e.node.rule, repr(e.value))):
        tokens = range(edge.first, edge.last)
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            kept.append(edge)
    return sorted(kept, key=lambda e: e.first)
