"""The context of a claim: its sources as a graph from origins over routes to pages, and every place that tells it."""

from collections.abc import Sequence
from dataclasses import dataclass

from musnad.model import Reading, Span
from musnad.model.claims import Attestation, Proposition, Source
from musnad.query import Account, ArticleRef, Collection, FoundStory
from musnad.render.segments import CONTENT, Layer, Segment, around, segments
from musnad.store import keys_of
from musnad.web.views.hops import Hop, hops_of_links
from musnad.web.views.records import PAIRS, Said, decided
from musnad.web.views.sides import SideView, sides
from musnad.web.views.story import account_of, address

BOX, GAP, ROW, HEAD = 236, 96, 58, 30
"""Of the graph: width of a box, room between two columns, height of a row, of the heading."""
_PAGES = 24  # pages that are drawn
_OTHERS = 80  # claims of a story that one can be joined with
_AROUND = 90  # characters around a piece of evidence


@dataclass(frozen=True, slots=True)
class Node:
    """A box of the graph: an origin, a route or a page; `note` is its kind, `key` whose page it leads to."""

    column: str
    name: str
    note: str
    certain: bool
    x: int
    y: int
    key: str | None = None
    version: str | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """A line from box to box, as an SVG path."""

    path: str
    certain: bool


@dataclass(frozen=True, slots=True)
class Graph:
    """Boxes and lines with the size of the drawing."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    width: int
    height: int
    box: int = BOX


@dataclass(frozen=True, slots=True)
class Told:
    """One place that tells a claim: the article, the words, the chain; `other` is a fact to part it from."""

    attestation: Attestation
    article: ArticleRef
    pieces: tuple[Segment, ...]
    hops: tuple[Hop, ...]
    other: str | None


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim of the story at an `address`: what stands behind it, the graph (without `left_out` pages), the places.

    `fact` stands for it where it is joined with one of the `others`, each a fact with the words of its claim; `said`
    are decisions about its facts.
    """

    story: FoundStory
    address: str
    claim: Proposition
    graph: Graph
    left_out: int
    told: tuple[Told, ...]
    publishers: dict[str, str]
    fact: str | None
    others: tuple[tuple[str, str], ...]
    said: Said
    sides: tuple[SideView, ...]


def claim(collection: Collection, story: str, key: str, *, mirrored: bool) -> ClaimView:
    """Return the view of a claim by the ids of its story and of itself. Raises `MusnadError` where there is none."""
    account = account_of(collection, story)
    found = account.proposition(key)
    facts = _facts(found)
    told = tuple(
        _told(each, account, next((fact for fact in facts if each.fact and fact != each.fact), None))
        for each in found.attestations
        if account.story.article(each.key) is not None
    )
    pages = [ref for each in found.keys if (ref := account.story.article(each)) is not None]
    pages.sort(key=lambda ref: (ref.day or "9", ref.document))
    publishers = {ref.document: ref.publisher or "" for ref in account.story.articles}
    graph = _graph(found, pages[:_PAGES], mirrored=mirrored)
    others = ((_facts(each), each.text) for each in account.propositions if each.id != key and each.kind == found.kind)
    return ClaimView(
        story=account.story,
        address=address(collection, account.story),
        claim=found,
        graph=graph,
        left_out=len(pages) - len(pages[:_PAGES]),
        told=told,
        publishers=publishers,
        fact=next(iter(facts), None),
        others=tuple((own[0], text) for own, text in others if own)[:_OTHERS],
        said=decided(collection, facts, *PAIRS),
        sides=sides(account, found),
    )


def _facts(found: Proposition) -> tuple[str, ...]:
    """Return the statements and events that tell a claim."""
    return tuple(dict.fromkeys(each.fact for each in found.attestations if each.fact))


def _graph(found: Proposition, pages: Sequence[ArticleRef], *, mirrored: bool) -> Graph:
    """Return origins, routes and pages in three columns, the lines where an attestation runs through both."""
    origins, routes = found.corroboration.origins.found, found.corroboration.routes.found
    rows = max(len(origins), len(routes), len(pages), 1)
    width = 3 * BOX + 2 * GAP
    columns = [number * (BOX + GAP) for number in range(3)]
    if mirrored:
        columns.reverse()

    def place(column: int, number: int, count: int) -> tuple[int, int]:
        return columns[column], HEAD + round((number + 0.5) * rows * ROW / max(count, 1) - ROW / 2)

    nodes: list[Node] = []
    for column, name, sources in ((0, "origins", origins), (1, "routes", routes)):
        for number, each in enumerate(sources):
            x, y = place(column, number, len(sources))
            nodes.append(Node(name, each.name, each.kind, each.certain, x, y, each.entity))
    for number, ref in enumerate(pages):
        x, y = place(2, number, len(pages))
        nodes.append(Node("pages", ref.publisher or "—", ref.day or "", certain=True, x=x, y=y, version=ref.version))
    edges = [
        *_edges(
            nodes[: len(origins)], nodes[len(origins) : len(origins) + len(routes)], origins, routes, mirrored=mirrored
        )
    ]
    keys = [{found.attestations[n].key for n in route.attested} for route in routes]
    for number, through in enumerate(keys):
        for place_, ref in enumerate(pages):
            if ref.document in through:
                start, end = nodes[len(origins) + number], nodes[len(origins) + len(routes) + place_]
                edges.append(Edge(_path(start, end, mirrored=mirrored), start.certain))
    return Graph(tuple(nodes), tuple(edges), width, HEAD + rows * ROW)


def _edges(
    starts: Sequence[Node], ends: Sequence[Node], origins: Sequence[Source], routes: Sequence[Source], *, mirrored: bool
) -> list[Edge]:
    return [
        Edge(_path(start, end, mirrored=mirrored), origin.certain and route.certain)
        for start, origin in zip(starts, origins, strict=True)
        for end, route in zip(ends, routes, strict=True)
        if set(origin.attested) & set(route.attested)
    ]


def _path(start: Node, end: Node, *, mirrored: bool) -> str:
    """Return a curve from the side of one box to that of another."""
    x1, x2 = (start.x, end.x + BOX) if mirrored else (start.x + BOX, end.x)
    y1, y2 = start.y + ROW // 2 - 5, end.y + ROW // 2 - 5
    middle = (x1 + x2) // 2
    return f"M{x1} {y1}C{middle} {y1} {middle} {y2} {x2} {y2}"


def _told(each: Attestation, account: Account, other: str | None) -> Told:
    ref = account.story.article(each.key)
    if ref is None:
        message = f"an attestation of {each.key}, which is not in story {account.story.id}"
        raise KeyError(message)
    reading = account.texts[each.key]
    return Told(each, ref, _evidence(each.spans, reading), hops_of_links(each.chain, keys_of(reading)), other)


def _evidence(spans: Sequence[Span], reading: Reading) -> tuple[Segment, ...]:
    text = reading.article.text
    start, end = around(text, spans[0].start, spans[-1].end, _AROUND)
    layers = [Layer(Span(span.start - start, span.end - start), CONTENT, "") for span in spans]
    before = (Segment("… "),) if start else ()
    return (*before, *segments(text[start:end], layers), *((Segment(" …"),) if end < len(text) else ()))
