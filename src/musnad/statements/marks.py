"""What pairs of quotation marks do: hold speech, a name, a title, or words that the writer does not make his own.

More than half of all pairs in news hold one or two words, and those are hardly ever a quotation.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from musnad.lexicon import Hits
from musnad.model import Cast, Node, Quotation, Quote, Span, Statement, Units

Item = TypeVar("Item")
LEAST_SPEECH = 3  # words from which a pair that belongs to a statement holds its words
_BODIES = ("agency", "publisher", "organisation", "place")
BLOCK = 1024  # code points: what stands far from a pair of marks is not looked at
_BEHIND = (".with", ".to", ".on", ".in", ".about", ".of", ".for")  # rules whose content a preposition brings
BACK = 3  # tokens between a noun that announces a name and the mark («شركة النفط الوطنية "…"»)


def quotations(units: Units, hits: Hits, cast: Cast, statements: Sequence[Statement]) -> tuple[Quotation, ...]:
    """Return every closed pair of marks with its function, in order of position."""
    closed = [quote for quote in units.quotes if quote.closed]
    if not closed:
        return ()
    named = _by_block((mention.span, mention.span) for mention in cast.mentions)
    pieces = _by_block((piece, (piece, statement)) for statement in statements for piece in statement.content)
    return tuple(_quotation(units, hits, quote, _at(named, quote), _at(pieces, quote)) for quote in closed)


def _by_block(items: Iterable[tuple[Span, Item]]) -> dict[int, list[Item]]:
    """Return items by the blocks of the text that their spans lie in or touch, in their order."""
    found: dict[int, list[Item]] = {}
    for span, item in items:
        for block in range(max(span.start - 1, 0) // BLOCK, (span.end + 1) // BLOCK + 1):
            found.setdefault(block, []).append(item)
    return found


def _at(blocks: Mapping[int, Sequence[Item]], quote: Quote) -> list[Item]:
    """Return the items of the blocks that a pair of marks stands in, in their order; one in two blocks comes twice."""
    return [item for block in range(quote.start // BLOCK, quote.end // BLOCK + 1) for item in blocks.get(block, ())]


def _quotation(
    units: Units, hits: Hits, quote: Quote, named: Sequence[Span], pieces: Sequence[tuple[Span, Statement]]
) -> Quotation:
    said = next((statement for piece, statement in reversed(pieces) if _holds(piece, quote)), None)
    announced = _announced(units, hits, quote)
    first, last = units.tokens_of(quote.inner_start, quote.inner_end)
    words = sum(units.is_word(i) for i in range(first, last))
    if said is not None and (words >= LEAST_SPEECH or _is_whole(said, quote)):
        function, basis = "speech", "statement"
    elif announced is not None:
        function, basis = announced, "noun"
    elif any(_names(span, quote) for span in named) or any(hit.last == last for hit in hits.at(first, *_BODIES)):
        function, basis = "name", "mention"
    elif words < LEAST_SPEECH:
        function, basis = "scare", "short"
    else:
        function, basis = "unknown", "long"
    rule = f"statements.marks.{basis}"
    whose = said.id if said is not None and function == "speech" else None
    return Quotation(
        Span(quote.start, quote.end), function, whose, rule, Node("quotation", rule, quote.start, quote.end, function)
    )


def _holds(piece: Span, quote: Quote) -> bool:
    """Say whether the words of a pair belong to a piece of content."""
    return (piece.start <= quote.inner_start + 1 and quote.inner_end <= piece.end + 1) or (
        quote.start <= piece.start and piece.end <= quote.end
    )


def _is_whole(statement: Statement, quote: Quote) -> bool:
    """Say whether a pair holds all that a statement says, which a word behind «بـ» does not («رحب بـ"الاتفاق"»)."""
    return (
        len(statement.content) == 1
        and not statement.rule.endswith(_BEHIND)
        and quote.start <= statement.content[0].start
        and (statement.content[0].end <= quote.end)
    )


def _names(span: Span, quote: Quote) -> bool:
    """Say whether a mention is what stands in the marks, or holds them («صحيفة "الخبر"»)."""
    inside = quote.start <= span.start and span.end <= quote.end
    whole = inside and (span.end - span.start) * 2 > quote.inner_end - quote.inner_start
    return whole or (span.start <= quote.start and quote.end <= span.end)


def _announced(units: Units, hits: Hits, quote: Quote) -> str | None:
    """Return what the noun before a pair says that it holds, over up to two words that go with that noun."""
    at = units.token_at(quote.start)
    for i in range(at - 1, max(-1, at - 1 - BACK), -1):
        if not units.is_word(i):
            return None
        if i < at - 1 and (hits.has(i + 1, "connective", "complementiser") or hits.verbs(i + 1)):
            return None
        found = [hit for hit in hits.at(i, "naming_noun") if hit.last <= at]
        if found:
            return found[0].entry.text("names")
    return None
