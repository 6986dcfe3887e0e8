"""The context of the page of one fact: the permalink of a statement or an event."""

from collections.abc import Iterator
from dataclasses import dataclass

from musnad.model import Event, Node, Reading, Span, Statement
from musnad.pipeline import Engine, read
from musnad.query import Collection
from musnad.render.segments import Layer, Segment, around, layers, segments
from musnad.store import UnknownIdError, keys_of
from musnad.web.views.records import EventRecord, Said, StatementRecord, event, link, statement

_AROUND = 160  # characters of the text before and behind the fact
_TREE = 400  # nodes of a tree that are shown


@dataclass(frozen=True, slots=True)
class Branch:
    """A step of the tree behind a fact, so many steps below the root."""

    depth: int
    kind: str
    rule: str
    words: str


@dataclass(frozen=True, slots=True)
class FactView:
    """A statement or event: its record, the words around it in coloured pieces, and the tree that made it.

    `tree` is None where the rules of today read another fact there: then the stored one is older than they are.
    """

    kind: str
    record: StatementRecord | EventRecord
    pieces: tuple[Segment, ...]
    tree: tuple[Branch, ...] | None
    version: str
    title: str | None
    publisher: str | None
    day: str | None
    url: str | None


def fact(collection: Collection, key: str, engine: Engine) -> FactView:
    """Return the view of a fact. Raises `UnknownIdError` where there is none."""
    reading = collection.reading(key)
    found = _fact(reading, key)
    if found is None:
        message = f"nothing has the id {key!r}"
        raise UnknownIdError(message)
    keys, said = keys_of(reading), Said(tuple(each for each in collection.said([key]) if not each.undone))
    is_statement = isinstance(found, Statement)
    spans = (*found.content, found.cue) if isinstance(found, Statement) else (found.trigger,)
    again = _fact(read(reading.article, engine), key)
    article = reading.article
    return FactView(
        kind="statement" if is_statement else "event",
        record=statement(found, reading, keys, said)
        if isinstance(found, Statement)
        else event(found, reading, keys, said),
        pieces=_around(reading, key, spans),
        tree=None if again is None or again.node is None else tuple(_branches(again.node, article.text))[:_TREE],
        version=article.version,
        title=article.title,
        publisher=article.publisher,
        day=reading.published.value,
        url=link(article.url),
    )


def _fact(reading: Reading, key: str) -> Statement | Event | None:
    facts: tuple[Statement | Event, ...] = (*reading.statements, *reading.events)
    return next((each for each in facts if each.id == key), None)


def _around(reading: Reading, key: str, spans: tuple[Span, ...]) -> tuple[Segment, ...]:
    """Return the words around a fact, with its own evidence and no other."""
    text = reading.article.text
    start, end = around(text, min(span.start for span in spans), max(span.end for span in spans), _AROUND)
    own = [
        Layer(Span(max(each.span.start, start) - start, min(each.span.end, end) - start), each.kind, each.fact)
        for each in layers(reading)
        if each.fact == key and each.span.start < end and each.span.end > start
    ]
    before = (Segment("… "),) if start else ()
    return (*before, *segments(text[start:end], own), *((Segment(" …"),) if end < len(text) else ()))


def _branches(node: Node, text: str, depth: int = 0) -> Iterator[Branch]:
    yield Branch(depth, node.kind, node.rule, " ".join(text[node.start : node.end].split())[:120])
    for child in node.children:
        yield from _branches(child, text, depth + 1)
