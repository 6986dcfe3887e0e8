"""The context of the page of a person, body or place."""

from dataclasses import dataclass

from musnad.query import Collection, Companion, FoundPerson, Question, Reporter, met, over_months, profile, reported
from musnad.web.views.charts import Bars, over_time
from musnad.web.views.found import Listed, listed
from musnad.web.views.records import Said

_LISTED = 8
_BESIDE = 12


@dataclass(frozen=True, slots=True)
class EntityView:
    """Somebody: names, statements over time and the newest ones, meetings, who reports, who is named beside him."""

    person: FoundPerson
    said: Said
    statements: int
    chart: Bars | None
    newest: tuple[Listed, ...]
    events: tuple[Listed, ...]
    event_count: int
    met: tuple[Companion, ...]
    reported: tuple[Reporter, ...]
    beside: tuple[FoundPerson, ...]
    passed_on: int


def entity(collection: Collection, key: str, *, mirrored: bool) -> EntityView:
    """Return the view of an entity by its id. Raises `UnknownIdError` where there is none."""
    person = profile(collection, key)
    spoken = Question("statements", speaker=person.id)
    months = over_months(collection, spoken)
    total = sum(number for _, number in months)
    statements = collection.find(spoken, limit=_LISTED).items if total else ()
    acted = collection.find(Question("events", actor=person.id), limit=_LISTED)
    beside = collection.find(Question("people", mentions=person.id), limit=_BESIDE).items if person.articles else ()
    through = 0 if person.articles else collection.count(Question("articles", via=person.id)).groups[0][1]
    return EntityView(
        person=person,
        said=Said(tuple(each for each in collection.said([person.id]) if not each.undone)),
        statements=total,
        chart=over_time(months, mirrored=mirrored),
        newest=tuple(map(listed, statements)),
        events=tuple(map(listed, acted.items)),
        event_count=acted.total,
        met=met(collection, person.id),
        reported=reported(collection, person.id),
        beside=tuple(each for each in beside if isinstance(each, FoundPerson)),
        passed_on=through,
    )
