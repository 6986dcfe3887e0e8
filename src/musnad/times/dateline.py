"""The date of a dateline: place, date, agency at the head of the body («بيروت 14 سبتمبر 2021 (وكالة)»)."""

from musnad.grammar import Edge
from musnad.lexicon import Hits
from musnad.model import Units
from musnad.times.values import GREGORIAN, Date

REACH = 14  # tokens of the body before the date: place, weekday and a Hijri date
MARKS = frozenset("(-–،,/:")


def dateline(edges: list[Edge], units: Units, hits: Hits) -> Edge | None:
    """Return the Gregorian date that stands at the head of the body right before an agency, or None.

    Its year may be missing.
    """
    start = next((s.first for s in units.sentences if units.title is None or s.start >= units.title.end), 0)
    for edge in edges:
        value = edge.value
        if edge.first < start or not isinstance(value, Date) or value.calendar != GREGORIAN or value.day is None:
            continue
        if edge.first - start > REACH:
            return None
        at = edge.last
        while at < len(units) and units.norms[at] in MARKS:
            at += 1
        if value.month is not None and hits.has(at, "agency", "agency_credit"):
            return edge
    return None
