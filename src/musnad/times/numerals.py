"""What a number of the text may be by its neighbours or its shape: a bare year, a clock time or date in one token."""

from musnad.arabic import AND
from musnad.grammar import Chart, Edge
from musnad.lexicon import Hits
from musnad.model import Node, Units
from musnad.times.values import Clock, Date

FIRST, LAST = 1900, 2060  # bare numbers outside are hardly ever years
HOURS, MINUTES = 24, 60
DATE_PARTS, DAYS, MONTHS = 3, 31, 12
COMMAS = frozenset("،,")
CLOCK_ENDS = frozenset("-–—:|")
LETTERS = (4, 5)  # of a clock time in one token
_YEAR = 4  # digits
_DASHES = frozenset("-–")
_JOINING = frozenset((AND, *"-–/"))


def lead_years(chart: Chart) -> Chart:
    """Add an edge of kind `lead_year` for every bare year to a chart and return it.

    A year follows a word such as a preposition of time, or continues a pair («بين عامي 1950 و1953»); what is counted
    («2015 ليرة») shows only behind it, so a number before a further number or a percent sign is left out.
    """
    units = chart.units
    for edge in list(chart.of("number")):
        at = edge.last - 1
        if not edge.digits or edge.first < at or not FIRST <= edge.value <= LAST or at == 0 or "," in units.norms[at]:
            continue
        follows = units.norms[at + 1] if at + 1 < len(units) else ""
        if follows in {"%", "/", ":"} or follows.isdigit():
            continue
        if _second(units, chart.hits, at) or _first(units, chart.hits, at) or _led(units, chart.hits, at):
            node = Node("lead_year", "times.year.bare_lead", edge.node.start, edge.node.end, edge.value, (edge.node,))
            chart.add("lead_year", Edge(at, edge.last, node, Date(edge.value)))
    return chart


def _second(units: Units, hits: Hits, at: int) -> bool:
    """Say whether a year is the second of a pair."""
    joined = units.norms[at - 1] in _JOINING or hits.has(at - 1, "range_word")
    return at > 1 and joined and _is_year(units.norms[at - 2])


def _first(units: Units, hits: Hits, at: int) -> bool:
    """Say whether a year is the first of a pair: «(2009-2019)», «بين 2014 و2015», «من 2010 إلى 2015»."""
    if at + 2 >= len(units) or not _is_year(units.norms[at + 2]):
        return False
    bracketed = units.norms[at - 1] == "(" and units.norms[at + 1] in _DASHES
    ranged = hits.has(at + 1, "range_word") and hits.has(at - 1, "of_word")
    return bracketed or ranged or (units.norms[at + 1] == AND and hits.has(at - 1, "between"))


def _led(units: Units, hits: Hits, at: int) -> bool:
    """Say whether a word that only years follow ends right before a year."""
    last = _before(units, at)
    places = range(max(0, last - 1), last + 1)
    leads = (hit for place in places for hit in hits.at(place, "year_lead") if hit.last == last + 1)
    return any(leads) or (last < at - 1 and hits.has(last, "year_noun"))


def _before(units: Units, at: int) -> int:
    """Return the token before a year, over a comma that is glued to it: some papers write «عام ،2009»."""
    glued = at > 1 and units.norms[at - 1] in COMMAS and units.ends[at - 1] == units.starts[at]
    return at - 2 if glued and units.ends[at - 2] < units.starts[at - 1] else at - 1


def _is_year(norm: str) -> bool:
    return (year := year_of(norm)) is not None and FIRST <= year <= LAST


def year_of(norm: str) -> int | None:
    """Return the year that four digits write, else None: a number of thousands of digits is none either."""
    return int(norm) if len(norm) == _YEAR and norm.isdigit() else None


def clock_times(chart: Chart) -> Chart:
    """Add an edge of kind `hour_minute` for every number such as «9,00» or «02.17» to a chart and return it.

    One without a mark («0300») is of kind `hour_hundred`: only a zone behind it makes it a time.
    """
    units = chart.units
    for at in chart.digits:
        norm = units.norms[at]
        if len(norm) not in LETTERS:
            continue
        kind = "hour_hundred" if norm.isdigit() else "hour_minute"
        hour, minute = norm[:2] if norm.isdigit() else norm[:-3], norm[-2:]
        marked = norm[-3] in ",." or (norm.isdigit() and len(norm) == 4)  # noqa: PLR2004 - two and two
        if marked and (hour + minute).isdigit() and int(hour) < HOURS and int(minute) < MINUTES:
            clock = Clock(int(hour), int(minute))
            node = Node(kind, "times.clock.one_token", units.starts[at], units.ends[at], clock)
            chart.add(kind, Edge(at, at + 1, node, clock))
    return chart


def dotted_dates(chart: Chart) -> Chart:
    """Add an edge of kind `numeric` for every date with full stops («3.9.2021») to a chart and return it."""
    units = chart.units
    for at in chart.digits:
        parts = units.norms[at].split(".")
        if len(parts) != DATE_PARTS or not all(map(str.isdigit, parts)):
            continue
        day, month = int(parts[0]), int(parts[1])
        year = year_of(parts[2]) or 0
        if 1 <= day <= DAYS and 1 <= month <= MONTHS and FIRST <= year <= LAST:
            date = Date(year, month, day)
            node = Node("numeric", "times.numeric.dotted", units.starts[at], units.ends[at], date)
            chart.add("numeric", Edge(at, at + 1, node, date))
    return chart


def clock_heads(chart: Chart) -> Chart:
    """Add an edge of kind `clock_zone` for hour and minute at the head of a line of a live page, and return the chart.

    A dash or the end of the line follows («18:50 – …»), or a label stands before («آخر تحديث: 19:05»).
    """
    units, hits = chart.units, chart.hits
    for edge in list(chart.of("hour_minute")):
        line = units.sentence(edge.first)
        minutes = units.norms[edge.last - 1]
        heads = edge.first == line.first and (edge.last == line.last or units.norms[edge.last] in CLOCK_ENDS)
        labelled = edge.first > 1 and units.norms[edge.first - 1] == ":" and _labelled(hits, edge.first - 1)
        if (heads or labelled) and len(minutes) > 1:
            node = Node("clock_zone", "times.clock.head", edge.node.start, edge.node.end, edge.value, (edge.node,))
            chart.add("clock_zone", Edge(edge.first, edge.last, node, edge.value))
    return chart


def _labelled(hits: Hits, token: int) -> bool:
    """Say whether a label of a clock time ends before a token."""
    return any(hit.last == token for at in range(max(0, token - 2), token) for hit in hits.at(at, "clock_label"))
