"""Times that are told by an event: «منذ اندلاع الحرب». No day is known for them, so they only keep their place."""

from musnad.grammar import Chart, Edge
from musnad.model import Node
from musnad.times.values import Fixed

DATED = (
    "date",
    "period",
    "part_period",
    "season_value",
    "season_part",
    "week",
    "fixed",
    "bare_year",
    "day",
    "day_noun",
)
EVENT = Fixed("DATE", "EVENT")


def onsets(chart: Chart) -> Chart:
    """Add an edge of kind `onset` for «since» with the beginning or end of what the next word names, and return it.

    A date or period in its place is no event («منذ بداية العام»).
    """
    units, hits = chart.units, chart.hits
    for hit in hits.of("onset_noun"):
        since = next((h for h in hits.at(hit.first - 1, "ago") if not h.entry.number("sign")), None)
        at = hit.last
        if (
            since is None
            or hit.definite
            or at >= len(units)
            or not units.is_word(at)
            or hits.has(at, "time_unit", "demonstrative")
        ):
            continue
        if any(chart.at(kind, first) for kind in DATED for first in (hit.first, at)):
            continue
        shown = (
            Node("ago", since.entry.id, since.start, since.end),
            Node("onset_noun", hit.entry.id, hit.start, hit.end),
        )
        node = Node("onset", "times.onset.since", since.start, units.ends[at], EVENT, shown)
        chart.add("onset", Edge(since.first, at + 1, node, EVENT))
    return chart
