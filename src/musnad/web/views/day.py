"""The context of the page of what came in on a day."""

from dataclasses import dataclass
from datetime import date, timedelta

from musnad.query import Collection, Coverage, Facet, Question
from musnad.web.views.found import Listed, listed

_LISTED = 25


@dataclass(frozen=True, slots=True)
class DayView:
    """A day: its articles, who spoke most, what happened, who published; the days before and after."""

    day: str
    before: str
    after: str
    newest: str | None
    articles: tuple[Listed, ...]
    total: int
    statements: int
    speakers: tuple[Facet, ...]
    types: tuple[Facet, ...]
    publishers: tuple[Facet, ...]
    coverage: Coverage


def day(collection: Collection, asked: date | None, today: date) -> DayView:
    """Return the view of a day; of none that is asked for, of the newest that is held and not in the future."""
    newest = max((held.last for held in collection.coverage() if held.last), default=None)
    of = asked or (min(date.fromisoformat(newest), today) if newest else today)
    shown = of.isoformat()
    articles, facets = collection.narrowed(Question("articles", since=shown, until=shown), limit=_LISTED)
    said, speakers = collection.narrowed(Question("statements", since=shown, until=shown), limit=0)
    _, done = collection.narrowed(Question("events", since=shown, until=shown), limit=0)
    return DayView(
        day=shown,
        before=(of - timedelta(days=1)).isoformat() if of > date.min else shown,
        after=(of + timedelta(days=1)).isoformat() if of < date.max else shown,
        newest=newest,
        articles=tuple(map(listed, articles.items)),
        total=articles.total,
        statements=said.total,
        speakers=tuple(each for each in speakers if each.facet == "speaker"),
        types=tuple(each for each in done if each.facet == "type"),
        publishers=tuple(each for each in facets if each.facet == "publisher"),
        coverage=articles.coverage,
    )
