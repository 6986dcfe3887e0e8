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
    alike: dict[tuple[int, int, int, int, str], list[Edge]] = {}
    for edge in edges:
        alike.setdefault((edge.first - edge.last, -rank(edge), edge.first, -edge.reach, edge.node.rule), []).append(
            edge
        )
    for edge in (edge for key in sorted(alike) for edge in _by_value(alike[key])):
        tokens = range(edge.first, edge.last)
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            kept.append(edge)
    return sorted(kept, key=lambda e: e.first)


def _by_value(edges: list[Edge]) -> list[Edge]:
    """Return edges in the order of their values; most stand alone, and to write a value takes long."""
    return edges if len(edges) == 1 else sorted(edges, key=lambda edge: repr(edge.value))
