"""Bare years: a number of four digits that its neighbours make a year."""

from musnad.arabic import AND
from musnad.grammar import Chart, Edge
from musnad.model import Node
from musnad.times.values import Date

FIRST, LAST = 1900, 2060  # bare numbers outside are hardly ever years
_JOINING = frozenset((AND, *"-–/"))


def lead_years(chart: Chart) -> Chart:
    """Add an edge of kind `lead_year` for every bare year to a chart and return it.

    A year follows a word such as a preposition of time, or continues a pair («بين عامي 1950 و1953»); what is counted
    («2015 ليرة») shows only behind it, so a number before a further number or a percent sign is left out.
    """
    units, hits = chart.units, chart.hits
    for edge in list(chart.of("number")):
        at = edge.first
        if not edge.digits or not FIRST <= edge.value <= LAST or at == 0 or "," in units.norms[at]:
            continue
        joined = units.norms[at - 1] in _JOINING or bool(hits.at(at - 1, "range_word"))
        paired = at > 1 and joined and _is_year(units.norms[at - 2])
        follows = units.norms[at + 1] if at + 1 < len(units) else ""
        if follows in {"%", "/", ":"} or follows.isdigit():
            continue
        if paired or hits.at(at - 1, "year_lead"):
            node = Node("lead_year", "times.year.bare_lead", edge.node.start, edge.node.end, edge.value, (edge.node,))
            chart.add("lead_year", Edge(at, edge.last, node, Date(edge.value)))
    return chart


def _is_year(norm: str) -> bool:
    return norm.isdigit() and FIRST <= int(norm) <= LAST
