"""Policies for overlapping results. Each is one function, named, total and deterministic."""

from collections.abc import Callable, Iterable

from musnad.grammar.chart import Edge


def longest(edges: Iterable[Edge], *, rank: Callable[[Edge], int] = lambda _: 0) -> list[Edge]:
    """Keep edges that do not overlap: longer ones first, then by rank, position, reach, rule id and value.

    Length counts tokens. Reach decides between two readings of the same words of which one looked further. The
    result is in order of position.
    """
    kept: list[Edge] = []
    taken: set[int] = set()
    for edge in sorted(
        edges, key=lambda e: (e.first - e.last, -rank(e), e.first, -e.reach, e.node.rule, repr(e.value))
    ):
        tokens = range(edge.first, edge.last)
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            kept.append(edge)
    return sorted(kept, key=lambda e: e.first)
