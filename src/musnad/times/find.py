"""Find the time expressions of an article: run the grammar, choose, place on the calendar."""

from datetime import date

from musnad.arabic import ARTICLE
from musnad.grammar import Chart, Edge, Grammar, longest, number_edges
from musnad.lexicon import Hits
from musnad.model import Published, Span, TimeExpression, Units
from musnad.times.resolve import Context, Resolved, resolve
from musnad.times.rules import RULES
from musnad.times.tense import future
from musnad.times.values import Date, DayWord, Length, Offset, Value, Weekday
from musnad.times.years import lead_years

GRAMMAR = Grammar(RULES)
KINDS = (
    "date", "day", "part", "period", "part_period", "anaphor", "length", "about", "offset", "clock_day", "clock_zone",
    "fixed", "fixed_day", "lead_year", "plural", "trap",
)  # fmt: skip
"""What counts as an expression of its own; everything else is only a part of one."""
_RANKS = {"trap": 3, "offset": 1, "length": 0, "about": 0, "plural": 0}
AGE_REACH = 4  # tokens between a word for age and its number
MAX_CANDIDATES = 12


def find(units: Units, hits: Hits, *, published: Published) -> tuple[TimeExpression, ...]:
    """Return the time expressions in order of position; none overlap.

    Relative ones are resolved against `published`; where that is unknown their value is None, and `candidates` holds
    the values that its candidates give.
    """
    chart = read_chart(units, hits)
    found: list[TimeExpression] = []
    last: date | None = None
    for edge in chosen(chart):
        context = Context(published.day, _future(units, hits, edge), last)
        placed = resolve(edge.value, context)
        if placed.value is None and placed.type == "DATE" and published.day is not None:
            continue  # a date that no calendar has, such as 31 June
        last = date.fromisoformat(placed.start[:10]) if placed.start else last
        found.append(_expression(edge, placed, published, context))
    return tuple(found)


def read_chart(units: Units, hits: Hits) -> Chart:
    """Return the chart with everything that the rules find."""
    return GRAMMAR.run(lead_years(number_edges(Chart(units, hits))))


def chosen(chart: Chart) -> list[Edge]:
    """Return the expressions that win: the longest, names and ages excluded."""
    candidates = [edge for kind in KINDS for edge in chart.of(kind)]
    return [
        edge
        for edge in longest(candidates, rank=_rank)
        if edge.node.kind != "trap" and not _is_age(chart, edge) and not _is_verb(chart, edge)
    ]


def _rank(edge: Edge) -> int:
    """Prefer traps, then days over lengths where both cover the same words."""
    return _RANKS.get(edge.node.kind, 2)


def _is_age(chart: Chart, edge: Edge) -> bool:
    """Say whether a number of years is somebody's age: a word for age before it, or brackets around it."""
    value = edge.value.length if isinstance(edge.value, Offset) else edge.value
    if not isinstance(value, Length) or value.unit != "Y":
        return False
    norms = chart.units.norms
    bracketed = edge.first > 0 and edge.last < len(norms) and norms[edge.first - 1] == "(" and norms[edge.last] == ")"
    words = (chart.hits.at(at, "age_word") for at in range(max(0, edge.first - AGE_REACH), edge.first))
    return bracketed or any(words)


def _is_verb(chart: Chart, edge: Edge) -> bool:
    """Say whether the word for tomorrow heads a sentence before its subject, where it is the verb «became»."""
    if not isinstance(edge.value, DayWord) or edge.value.offset != 1 or edge.value.weekday is not None:
        return False
    units = chart.units
    follows = edge.last < len(units) and units.norms[edge.last].startswith(ARTICLE)
    return follows and units.sentence(edge.first).first == edge.first


def _future(units: Units, hits: Hits, edge: Edge) -> bool:
    relevant = isinstance(edge.value, Weekday | Offset) or hasattr(edge.value, "day")
    return relevant and future(units, hits, edge.first)


def _expression(edge: Edge, placed: Resolved, published: Published, at: Context) -> TimeExpression:
    node = edge.node
    candidates: tuple[str, ...] = ()
    if placed.value is None and published.candidates:
        candidates = _values(edge.value, published, at)
    return TimeExpression(
        span=Span(node.start, node.end),
        type=placed.type,
        value=placed.value,
        start=placed.start,
        end=placed.end,
        granularity=placed.granularity,
        candidates=candidates,
        anchor=published.value if placed.anchored else None,
        rule=node.rule,
        node=node,
    )


def _values(value: Value, published: Published, at: Context) -> tuple[str, ...]:
    """Return what the expression would mean on each day that the article may have been written."""
    found: dict[str, None] = {}
    for candidate in published.candidates:
        placed = resolve(value, Context(date.fromisoformat(candidate.value[:10]), at.future, at.last))
        if placed.value is not None:
            found[placed.value] = None
    return tuple(found)[:MAX_CANDIDATES]


def stated_date(value: Value) -> Date | None:
    """Return a value that is a full date in itself."""
    full = isinstance(value, Date) and None not in {value.year, value.month, value.day}
    return value if full and isinstance(value, Date) else None
