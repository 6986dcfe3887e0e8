"""Finds as they are listed: a piece of text with what was searched marked in it, the chain, and where it leads."""

from dataclasses import dataclass

from musnad.model import Span
from musnad.query import (
    ArticleRef,
    Found,
    FoundArticle,
    FoundEvent,
    FoundPerson,
    FoundStatement,
    Marks,
    Who,
    hits,
)
from musnad.render.segments import EVENT, HIT, Layer, Segment, segments
from musnad.web.views.hops import Hop, hops_of_hands

_SHOWN = 420  # characters of what is said
_BEFORE = 120  # of these at most before the first hit


@dataclass(frozen=True, slots=True)
class Listed:
    """A find in a list: the find itself, its words as pieces, its chain, and the article with the place in it."""

    find: Found
    pieces: tuple[Segment, ...]
    hops: tuple[Hop, ...]
    article: ArticleRef | None
    fact: str | None
    marks: Marks

    @property
    def kind(self) -> str:
        """Return statement, event, article or person."""
        names = {FoundStatement: "statement", FoundEvent: "event", FoundArticle: "article", FoundPerson: "person"}
        return names[type(self.find)]

    @property
    def sides(self) -> tuple[tuple[Who, ...], tuple[Who, ...]]:
        """Return who did it and to whom."""
        return (self.find.actors, self.find.recipients) if isinstance(self.find, FoundEvent) else ((), ())


def listed(find: Found, words: str | None = None) -> Listed:
    """Return a find as it is listed, the words of the question marked."""
    if isinstance(find, FoundPerson):
        return Listed(find, marked(find.name, words), (), None, None, find.marks)
    article = find.article
    if isinstance(find, FoundArticle):
        return Listed(find, marked(find.excerpt, words), hops_of_hands(article.chain), article, None, find.marks)
    hops = hops_of_hands(find.chain, article.chain)
    if isinstance(find, FoundStatement):
        pieces = marked(" … ".join(" ".join(part.split()) for part in find.content), words)
        return Listed(find, pieces, hops, article, find.id, find.marks)
    return Listed(find, _event(find, words), hops, article, find.id, find.marks)


def _event(find: FoundEvent, words: str | None) -> tuple[Segment, ...]:
    """Return the sentence of an event, what tells it marked."""
    trigger = " ".join(find.trigger.split())
    at = find.sentence.find(trigger)
    told = [Layer(Span(at, at + len(trigger)), EVENT, "")] if trigger and at >= 0 else []
    return segments(find.sentence, [*told, *(Layer(span, HIT, "") for span in hits(find.sentence, words))])


def marked(text: str, words: str | None, length: int = _SHOWN) -> tuple[Segment, ...]:
    """Return a text as pieces, what was searched marked; of a long one the part around the first hit."""
    found = hits(text[: length * 50], words)
    start = max(0, found[0].start - _BEFORE) if found and len(text) > length else 0
    end = min(len(text), start + length)
    layers = [
        Layer(Span(span.start - start, min(span.end, end) - start), HIT, "")
        for span in found
        if start <= span.start < end
    ]
    pieces = segments(text[start:end], layers)
    before = (Segment("… "),) if start else ()
    return (*before, *pieces, *((Segment(" …"),) if end < len(text) else ()))
