"""The date of a dateline: place, date, agency at the head of the body («بيروت 14 سبتمبر 2021 (وكالة)»); of a byline."""

from datetime import date

from musnad.grammar import Edge
from musnad.lexicon import Hits
from musnad.model import Units
from musnad.times.placed import Context
from musnad.times.resolve import resolve
from musnad.times.values import GREGORIAN, Clock, Date, Part, Value

YEARS = range(1990, 2100)  # of a byline: other numbers beside a month are no years
REACH = 14  # tokens of the body before the date: place, weekday and a Hijri date
MARKS = frozenset("(-–،,/:")
DASHES = frozenset("-–—:")
LONGEST_CREDIT = 9  # tokens of brackets and dash


def dateline(edges: list[Edge], units: Units, hits: Hits) -> Edge | None:
    """Return the date that stands at the head of the body right before an agency or its brackets, or None.

    Its year may be missing; not that of a Hijri one, which is believed where the text gives no Gregorian twin.
    """
    start = next((s.first for s in units.sentences if units.title is None or s.start >= units.title.end), 0)
    for edge in edges:
        value = edge.value
        if edge.first < start or not isinstance(value, Date) or value.day is None:
            continue
        if value.calendar != GREGORIAN and value.year is None:
            continue
        if edge.first - start > REACH:
            return None
        at = edge.last
        while at < len(units) and units.norms[at] in MARKS:
            at += 1
        if value.month is not None and (hits.has(at, "agency", "agency_credit") or _credited(units, edge.last)):
            return edge
    return None


def byline_day(edges: list[Edge]) -> date | None:
    """Return the first full date of a byline («لندن - فلان | 4 أغسطس 2015»), or None."""
    days = (resolve(edge.value, Context(None)).day for edge in edges if isinstance(_day(edge.value), Date))
    return next((day for day in days if day is not None and day.year in YEARS), None)


def _day(value: Value) -> Value | None:
    return value.day if isinstance(value, Clock | Part) else value


def _credited(units: Units, at: int) -> bool:
    """Say whether brackets with a dash behind them follow, whoever stands in them: «14 سبتمبر 2021 (وكالة ما) -»."""
    norms = units.norms[at : at + LONGEST_CREDIT]
    close = norms.index(")") if ")" in norms and norms[0] == "(" else -1
    return 0 < close < len(norms) - 1 and norms[close + 1] in DASHES
