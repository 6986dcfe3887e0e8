"""Headlines: whether a copy's differs, and whether one tells as a fact what its own text does not."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from musnad.arabic import fold_word
from musnad.corpus.fingerprints import words
from musnad.model import Article, Event, Reading
from musnad.model.copies import Edit

_FACTS = frozenset({"happened", "ongoing"})


@dataclass(frozen=True, slots=True)
class Told:
    """What two headlines and the text under the second tell, each read for itself."""

    first: tuple[Event, ...]
    second: tuple[Event, ...]
    body: tuple[Event, ...]

    @classmethod
    def of(cls, first: Article, second: Article, read: Callable[[Article], Reading]) -> "Told":
        """Read them. A reading of the whole tells a happening once, and no longer where it stood as a fact."""
        return cls(read(_title(first)).events, read(_title(second)).events, read(_body(second)).events)


def headline(first: Reading, second: Reading, told: Told) -> Iterator[Edit]:
    """Yield how the second headline differs from the first, and whether it is stronger than what it heads.

    That is its own text; where that does not speak of it, the first headline.
    """
    one, other = first.article, second.article
    if one.title_span is None and other.title_span is None:
        return
    if words(one.title or "") == words(other.title or ""):
        return
    yield Edit("headline", one.title_span, other.title_span)
    for bold, weak in stronger(told.second, told.body):
        yield Edit("headline_stronger", None, bold.trigger, None, weak.trigger, _detail(bold, weak))
    unheard = [event for event in told.second if not any(event.type == heard.type for heard in told.body)]
    for bold, weak in stronger(unheard, told.first):
        yield Edit("headline_stronger", weak.trigger, bold.trigger, None, None, _detail(bold, weak))


def stronger(above: Sequence[Event], body: Sequence[Event]) -> list[tuple[Event, Event]]:
    """Return the events that a headline tells as facts and a text only as planned, possible, asked for or denied.

    Each with one of the text. An event that the text tells as a fact anywhere is none.
    """
    found = []
    for event in above:
        same = [other for other in body if other.type == event.type and _meet(event, other)]
        if event.status in _FACTS and same and not any(other.status in _FACTS for other in same):
            found.append((event, same[0]))
    return found


def _title(article: Article) -> Article:
    """Return an article of nothing but its headline, with every span as it was."""
    end = 0 if article.title_span is None else article.title_span.end
    return replace(article, text=article.text[:end], title_span=None, subtitle_span=None, raw_map=None)


def _body(article: Article) -> Article:
    """Return an article whose headline is blank, with every span as it was."""
    blank = " " * (0 if article.title_span is None else article.title_span.end)
    return replace(article, text=blank + article.text[len(blank) :], title_span=None, subtitle_span=None, raw_map=None)


def _detail(bold: Event, weak: Event) -> str:
    return f"{bold.type}: {bold.status}, told as {weak.status}"


def _meet(one: Event, other: Event) -> bool:
    """Say whether two events may be one: somebody who takes part in both, or nobody told on one side of both."""
    sides = [{p.entity or fold_word(p.name) for p in (*e.actors, *e.recipients)} for e in (one, other)]
    lands = [{p.country for p in (*e.actors, *e.recipients) if p.country} for e in (one, other)]
    apart = (one.actors and other.actors) or (one.recipients and other.recipients)
    return not apart or bool(sides[0] & sides[1]) or bool(lands[0] & lands[1])
