"""What stands before an expression and opens its time: «منذ 2011» has no end, «حتى نهاية الشهر» no start."""

from musnad.grammar import Edge
from musnad.lexicon import Hit, Hits
from musnad.model import Node
from musnad.times.placed import Resolved

WORDS = 2  # tokens of the longest opening
NEAR = 2  # tokens between the first end of a range and the word before the second: «من اليوم وحتى الجمعة»


def opened(edge: Edge, placed: Resolved, hits: Hits, previous: Edge | None) -> tuple[Resolved, Node]:
    """Return what an expression means with its open side, and the node that shows it; else both as they were.

    The value stays that of the expression itself. Between two ends of a range no side is open.
    """
    word = _opening(edge, hits) if placed.start is not None else None
    if word is None:
        return placed, edge.node
    side = word.entry.text("open")
    if side == "start":
        closed = previous is not None and word.first - previous.last < NEAR
    else:
        closed = hits.has(edge.last, "opening", "range_word")
    if closed:
        return placed, edge.node
    placed = placed._replace(start=None) if side == "start" else placed._replace(end=None)
    shown = Node(word.entry.kind, word.entry.id, word.start, word.end, word.entry.id)
    node = edge.node
    return placed, Node("open", f"times.open.{side}", node.start, node.end, placed.value, (shown, node))


def _opening(edge: Edge, hits: Hits) -> Hit | None:
    """Return the word right before an expression that opens its time."""
    places = range(max(0, edge.first - WORDS), edge.first)
    return next((hit for at in places for hit in hits.at(at, "opening") if hit.last == edge.first), None)
