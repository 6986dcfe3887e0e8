"""Place the chosen expressions on the calendar, one after the other, since some count from those before them."""

from collections.abc import Iterable
from datetime import date, timedelta

from musnad.arabic import ARTICLE
from musnad.grammar import Edge
from musnad.lexicon import Hits
from musnad.model import Node, Span, TimeExpression, Units
from musnad.times.calendars import FIRST_HIJRI, LAST_HIJRI
from musnad.times.openings import opened
from musnad.times.placed import NOTHING, Context, Resolved
from musnad.times.reference import Today
from musnad.times.resolve import resolve
from musnad.times.tense import Tense, before_limit, beside_past, looking_back, tense
from musnad.times.values import HIJRI, Clock, Date, Offset, Part, Value, Weekday

LONG = frozenset({"M", "Y", "DE", "CE"})  # «تعود بعد ثلاث سنوات» is told of what was, though its verb announces
NEAR = 8  # tokens between a day and its clock time: «يوم الاثنين في تمام الساعة الرابعة»


def place(edges: Iterable[Edge], units: Units, hits: Hits, today: Today) -> tuple[TimeExpression, ...]:
    """Return the expressions of chosen edges, placed on the calendar, in order of position; none overlap.

    Relative ones are resolved against the article's day; where that is unknown their value is None, and `candidates`
    holds the values that the days which fit give.
    """
    found: list[TimeExpression] = []
    anchored = today.anchor
    before = NOTHING
    previous: Edge | None = None
    here: date | None = None
    for edge in edges:
        near = _day_near(previous, here, edge, units, hits)
        told = _tense(units, hits, edge)
        after = here if previous is not None and _continues(previous, edge, hits) else None
        if near is None and told.future is None and isinstance(edge.value, Part) and edge.value.day is None:
            continue  # a habit: «تضاء المصابيح ليلا»
        context = Context(today.day, told.future, near, after, before)
        placed = resolve(edge.value, context)
        dropped = placed.value is None and placed.type == "DATE" and today.day is not None
        if dropped and not _beyond(edge.value):
            continue  # a date that no calendar has, such as 31 June
        before = before.followed_by(placed, today.day)
        edge = _shown(edge, told, units)  # noqa: PLW2901 - the same with one more part
        placed, node = opened(edge, placed, hits, previous)
        previous, here = edge, placed.day
        span = Span(_start(edge, units), node.end)
        candidates = _values(edge.value, today, context) if placed.value is None else ()
        anchor = placed.against.isoformat() if placed.against else anchored
        found.append(_expression(placed, node, span, candidates, anchor))
    return tuple(found)


def _day_near(one: Edge | None, day: date | None, two: Edge, units: Units, hits: Hits) -> date | None:
    """Return the day of the expression before one that has none itself; a dawn behind an evening is of the next."""
    if one is None or day is None or not _near(one, two, units, hits):
        return None
    dark = isinstance(one.value, Part) and one.value.code in {"EV", "NI"}
    return day + timedelta(1) if dark and isinstance(two.value, Part) and two.value.code == "MO" else day


def _near(one: Edge, two: Edge, units: Units, hits: Hits) -> bool:
    """Say whether a clock time without a day belongs to the day before it: close by, and no verb between them.

    To a bare part of day the day of its sentence is near enough.
    """
    if isinstance(two.value, Part) and two.value.day is None:
        return units.sentence(one.first) == units.sentence(two.first)
    close = isinstance(two.value, Clock) and two.first - one.last <= NEAR
    return (
        close
        and units.sentence(one.first) == units.sentence(two.first)
        and not any(hits.verbs(at) for at in range(one.last, two.first))
    )


def _continues(one: Edge, two: Edge, hits: Hits) -> bool:
    """Say whether an expression is the second end of a range: «من الأحد إلى الخميس»."""
    return one.last == two.first - 1 and hits.has(one.last, "range_word")


def _beyond(value: Value) -> bool:
    """Say whether a date is of a Hijri year that the library does not know: it stays, without a value."""
    if not isinstance(value, Date) or value.calendar != HIJRI or value.year is None:
        return False
    return not FIRST_HIJRI <= value.year <= LAST_HIJRI


def _tense(units: Units, hits: Hits, edge: Edge) -> Tense:
    """Return the tense of the clause around an expression that may depend on it."""
    value = edge.value.day if isinstance(edge.value, Part | Clock) else edge.value
    if value is not None and not _directed(value):
        return Tense()
    if isinstance(value, Date):
        since = looking_back(hits, edge.first)
        told = since if since.future is not None else before_limit(units, hits, edge.first)
        bare = told.future is None and value.day is None
        return beside_past(units, hits, edge.first, edge.last) if bare else told
    told = tense(units, hits, edge.first)
    long = isinstance(value, Offset) and value.length.unit in LONG
    return Tense() if told.announced and long else told


def _directed(value: Value) -> bool:
    """Say whether the tense of its clause gives an expression its direction."""
    if isinstance(value, Date):
        return value.month is not None and value.year is None and value.shift is None and value.year_shift is None
    return isinstance(value, Offset) or (isinstance(value, Weekday) and value.shift is None)


def _shown(edge: Edge, told: Tense, units: Units) -> Edge:
    """Return an expression whose direction its clause decides, with the word that decided it in its tree."""
    if told.token is None:
        return edge
    rule = "times.tense.future" if told.future else "times.tense.past"
    word = Node("tense", rule, units.starts[told.token], units.ends[told.token])
    return edge._replace(node=edge.node._replace(children=(*edge.node.children, word)))


def _start(edge: Edge, units: Units) -> int:
    """Return where an expression begins: an article that is cut off its number belongs to it («الـ24 ساعة»)."""
    before = edge.first - 1
    return units.starts[before] if before >= 0 and units.norms[before] == ARTICLE else edge.node.start


def _expression(
    placed: Resolved, node: Node, span: Span, candidates: tuple[str, ...], anchor: str | None
) -> TimeExpression:
    return TimeExpression(
        span=span,
        type=placed.type,
        value=placed.value,
        start=placed.start,
        end=placed.end,
        granularity=placed.granularity,
        candidates=candidates,
        anchor=anchor if placed.anchored else None,
        rule=node.rule,
        node=node,
    )


def _values(value: Value, today: Today, at: Context) -> tuple[str, ...]:
    """Return what the expression would mean on each day that the article may have been written."""
    placed = (resolve(value, Context(day, at.future, before=at.before)).value for day in today.days)
    return tuple(dict.fromkeys(found for found in placed if found is not None))
