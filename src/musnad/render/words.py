"""Plain lines for chains, statements and events: shared by terminal, explanations and pages."""

from collections.abc import Sequence
from itertools import groupby

from musnad.model import Article, Chain, Event, Participant, Span, Statement
from musnad.render.bidi import isolate, right_to_left

_UNTITLED = 60  # code points of the text that stand in for a missing title
ARROW = " ← "
"""Between two hands: origin first, read from right to left as the names are."""


def headline(article: Article) -> str:
    """Return the title of an article, or how its text begins."""
    return article.title or article.text[:_UNTITLED]


def chain_line(chain: Chain) -> str:
    """Return the names of a chain as people read it: from right to left, origin first, each name isolated.

    Whoever stands twice in a row (an agency that was told and credits itself) is named once.
    """
    names = [name for name, _ in groupby(link.name for link in chain)]
    return right_to_left(ARROW.join(isolate(name) for name in names)) if names else ""


def content_line(statement: Statement, text: str) -> str:
    """Return the content of a statement; pieces of an interrupted one are joined by an ellipsis."""
    return " … ".join(" ".join(span.of(text).split()) for span in statement.content)


def participants_line(participants: Sequence[Participant]) -> str:
    """Return names with country and sector where they are known."""
    return "، ".join(isolate(p.name) + _codes(p) for p in participants)


def _codes(participant: Participant) -> str:
    codes = "·".join(code for code in (participant.country, participant.sector) if code)
    return f" ({codes})" if codes else ""


def event_line(event: Event, text: str) -> str:
    """Return one line for an event: type, mode, status, day, place, trigger."""
    kind = event.type if event.mode is None else f"{event.type} ({event.mode})"
    parts = [kind, event.status, event.date or "undated"]
    if event.place:
        parts.append(isolate(event.place))
    return " · ".join(parts) + f" · {isolate(event.trigger.of(text))}"


def sentence_around(text: str, span: Span, width: int = 30) -> str:
    """Return a span with up to `width` code points of its line on either side, cut between words.

    >>> sentence_around("one two three four five", Span(8, 13), width=6)
    '… two three four …'
    """
    start = text.rfind("\n", 0, span.start) + 1
    cut = text.find("\n", span.end)
    end = len(text) if cut < 0 else cut
    low, high = start, end
    if span.start - start > width:
        low = text.find(" ", span.start - width, span.start)
        low = span.start if low < 0 else low
    if end - span.end > width:
        high = max(span.end, text.rfind(" ", span.end, span.end + width))
    before, behind = ("… " if low > start else ""), (" …" if high < end else "")
    return before + " ".join(text[low:high].split()) + behind
