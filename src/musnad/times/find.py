"""Find the time expressions of an article: run the grammar, choose, place on the calendar."""

from collections.abc import Iterable
from datetime import date

from musnad.arabic import ARTICLE
from musnad.arabic.letters import ALEF
from musnad.grammar import Chart, Edge, Grammar, longest, number_edges
from musnad.lexicon import Hits
from musnad.model import Published, Span, TimeExpression, Units
from musnad.times.calendars import FIRST_HIJRI, LAST_HIJRI
from musnad.times.resolve import Context, Resolved, resolve
from musnad.times.rules import RULES
from musnad.times.tense import future
from musnad.times.values import HIJRI, Date, DayWord, Length, Offset, Value, Weekday
from musnad.times.years import lead_years

GRAMMAR = Grammar(RULES)
KINDS = (
    "date", "day", "part", "period", "part_period", "anaphor", "length", "about", "offset", "clock_day", "clock_zone",
    "fixed", "fixed_day", "lead_year", "plural", "trap", "years", "season_value", "season_part", "timed_day",
    "since", "anchored", "week",
)  # fmt: skip
"""What counts as an expression of its own; everything else is only a part of one."""
_RANKS = {"trap": 4, "years": 3, "offset": 1, "since": 1, "length": 0, "about": 0, "plural": 0}
_DATED = 5  # a date with its year or a day with its weekday is one, even where a name holds its first word
_OTHER = 2
AGE_REACH = 4  # tokens between a word for age and its number


def find(units: Units, hits: Hits, *, published: Published) -> tuple[TimeExpression, ...]:
    """Return the time expressions in order of position; none overlap.

    Relative ones are resolved against `published`; where that is unknown their value is None, and `candidates` holds
    the values that its candidates give.
    """
    return place(chosen(read_chart(units, hits)), units, hits, published=published)


def place(edges: Iterable[Edge], units: Units, hits: Hits, *, published: Published) -> tuple[TimeExpression, ...]:
    """Return the expressions of chosen edges, placed on the calendar; see `find`."""
    found: list[TimeExpression] = []
    last: date | None = None
    for edge in edges:
        context = Context(published.day, _future(units, hits, edge), last)
        placed = resolve(edge.value, context)
        dropped = placed.value is None and placed.type == "DATE" and published.day is not None
        if dropped and not _beyond(edge.value):
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
        if edge.node.kind != "trap" and not any(excluded(chart, edge) for excluded in _EXCLUDED)
    ]


def _rank(edge: Edge) -> int:
    """Prefer dates to names, names to all else, then days to lengths where both cover the same words."""
    sure = stated_date(edge.value) is not None or (isinstance(edge.value, DayWord) and edge.value.weekday is not None)
    return _DATED if sure else _RANKS.get(edge.node.kind, _OTHER)


def _is_age(chart: Chart, edge: Edge) -> bool:
    """Say whether a length of time is somebody's age: a word for age before it, or years in brackets."""
    value = edge.value.length if isinstance(edge.value, Offset) else edge.value
    if not isinstance(value, Length):
        return False
    norms, years = chart.units.norms, value.unit == "Y"
    bracketed = edge.first > 0 and edge.last < len(norms) and norms[edge.first - 1] == "(" and norms[edge.last] == ")"
    words = (hit for at in range(max(0, edge.first - AGE_REACH), edge.first) for hit in chart.hits.at(at, "age_word"))
    return (bracketed and years) or any(years or not word.entry.flag("years") for word in words)


def _is_verb(chart: Chart, edge: Edge) -> bool:
    """Say whether the word for tomorrow heads a sentence before its subject, where it is the verb «became»."""
    if not isinstance(edge.value, DayWord) or edge.value.offset != 1 or edge.value.weekday is not None:
        return False
    units = chart.units
    follows = edge.last < len(units) and units.norms[edge.last].startswith(ARTICLE)
    return follows and units.sentence(edge.first).first == edge.first


def _is_name(chart: Chart, edge: Edge) -> bool:
    """Say whether a bare weekday is somebody's given name: «son of» follows."""
    bare = isinstance(edge.value, Weekday) and edge.last - edge.first == 1
    return bare and chart.hits.has(edge.last, "name_particle") and not chart.hits.has(edge.first - 1, "day_word")


def _is_construct(chart: Chart, edge: Edge) -> bool:
    """Say whether a unit without a number governs the noun behind it: «ساعات العمل», «أيام 4 و5» are no lengths."""
    if edge.node.rule not in {"times.length.several", "times.length.during"}:
        return False
    norms = chart.units.norms
    if edge.last == len(norms) or norms[edge.first].endswith(ALEF):  # with its alef it governs nothing: «استمرت شهورا»
        return False
    following = norms[edge.last]
    return following.startswith(ARTICLE) or following[0].isdigit() or chart.hits.has(edge.last, "feast")


def _is_narrated(chart: Chart, edge: Edge) -> bool:
    """Say whether «later» is told of the past, where it only orders the story."""
    if edge.node.rule != "times.vague.word":
        return False
    follows = any(hit.entry.flag("follows") for hit in chart.hits.at(edge.first, "vague"))
    return follows and future(chart.units, chart.hits, edge.first) is not True


def _is_ordinal(chart: Chart, edge: Edge) -> bool:
    """Say whether a day in words counts the noun before it: «النصف الأول من سبتمبر» is no first of September."""
    if not isinstance(edge.value, Date) or all(node.rule != "times.day.ordinal" for node in edge.node.walk()):
        return False
    return chart.hits.has(edge.first - 1, "time_unit", "fraction")


_EXCLUDED = (_is_age, _is_verb, _is_name, _is_construct, _is_narrated, _is_ordinal)


def _beyond(value: Value) -> bool:
    """Say whether a date is of a Hijri year that the library does not know: it stays, without a value."""
    if not isinstance(value, Date) or value.calendar != HIJRI or value.year is None:
        return False
    return not FIRST_HIJRI <= value.year <= LAST_HIJRI


def _future(units: Units, hits: Hits, edge: Edge) -> bool | None:
    relevant = isinstance(edge.value, Weekday | Offset) or hasattr(edge.value, "day")
    return future(units, hits, edge.first) if relevant else None


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
        if "/" in candidate.value:  # a stretch of days says too little of the day
            continue
        placed = resolve(value, Context(date.fromisoformat(candidate.value[:10]), at.future, at.last))
        if placed.value is not None:
            found[placed.value] = None
    return tuple(found)


def stated_date(value: Value) -> Date | None:
    """Return a value that is a full date in itself."""
    full = isinstance(value, Date) and None not in {value.year, value.month, value.day}
    return value if full and isinstance(value, Date) else None
