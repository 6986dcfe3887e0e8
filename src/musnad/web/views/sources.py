"""The context of the source graph: who takes from whom, drawn as flows between two columns, and as a table."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from musnad.model.flows import Flow, SourceGraph

BOX, WIDTH, ROW = 210, 760, 34
_FLOWS = 36  # that are drawn
_SIDE = 16  # sources and takers that are drawn


@dataclass(frozen=True, slots=True)
class Box:
    """A source or a taker of the drawing."""

    name: str
    count: int
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Stream:
    """A flow of the drawing: an SVG path, as wide as it carries; `credited` says whether most of it is credited."""

    flow: Flow
    path: str
    width: float
    credited: bool


@dataclass(frozen=True, slots=True)
class SourcesView:
    """The graph of some days: its drawing and all of it."""

    since: str
    until: str
    graph: SourceGraph
    sources: tuple[Box, ...]
    takers: tuple[Box, ...]
    streams: tuple[Stream, ...]
    height: int
    width: int = WIDTH
    box: int = BOX


def drawn(graph: SourceGraph, since: str, until: str, *, mirrored: bool) -> SourcesView:
    """Return the view of a graph; sources stand where reading begins."""
    taken = [flow for flow in graph.flows if flow.kind != "quoted"]
    sources = _most(taken, "source")
    takers = _most(taken, "taker")
    shown = [flow for flow in taken if flow.source in sources and flow.taker in takers][:_FLOWS]
    left, right = (WIDTH - BOX, 0) if mirrored else (0, WIDTH - BOX)
    rows = max(len(sources), len(takers), 1)
    ordered = _near(shown, sources, takers)
    boxes = {
        "source": _boxes(sources, _counts(taken, "source"), left, rows),
        "taker": _boxes(ordered, _counts(taken, "taker"), right, rows),
    }
    places = {(side, box.name): box for side, found in boxes.items() for box in found}
    largest = max((flow.articles for flow in shown), default=1)
    streams = []
    for flow in shown:
        start, end = places["source", flow.source], places["taker", flow.taker]
        x1, x2 = (start.x, end.x + BOX) if mirrored else (start.x + BOX, end.x)
        y1, y2, middle = start.y + 13, end.y + 13, WIDTH // 2
        path = f"M{x1} {y1}C{middle} {y1} {middle} {y2} {x2} {y2}"
        width = round(1 + 9 * (flow.articles / largest) ** 0.5, 1)
        streams.append(Stream(flow, path, width, flow.credited * 2 >= flow.articles))
    return SourcesView(since, until, graph, boxes["source"], boxes["taker"], tuple(streams), rows * ROW)


def _most(flows: Sequence[Flow], side: str) -> list[str]:
    return [name for name, _ in _counts(flows, side).most_common(_SIDE)]


def _counts(flows: Sequence[Flow], side: str) -> Counter[str]:
    counts: Counter[str] = Counter()
    for flow in flows:
        counts[flow.source if side == "source" else flow.taker] += flow.articles
    return counts


def _near(flows: Sequence[Flow], sources: Sequence[str], takers: Sequence[str]) -> list[str]:
    """Return the takers ordered by where their sources stand, so that few streams cross."""
    middle: dict[str, float] = {}
    for taker in takers:
        own = [flow for flow in flows if flow.taker == taker]
        weight = sum(flow.articles for flow in own)
        middle[taker] = sum(sources.index(f.source) * f.articles for f in own) / weight if weight else len(sources)
    return sorted(takers, key=lambda taker: (middle[taker], taker))


def _boxes(names: Sequence[str], counts: Counter[str], x: int, rows: int) -> tuple[Box, ...]:
    room = rows * ROW / max(len(names), 1)
    return tuple(Box(name, counts[name], x, round((n + 0.5) * room - 13)) for n, name in enumerate(names))
