"""Place the chosen expressions on the calendar, one after the other, since some count from those before them."""

from collections.abc import Iterable
from datetime import date

from musnad.arabic import ARTICLE
from musnad.grammar import Edge
from musnad.lexicon import Hits
from musnad.model import Node, Span, TimeExpression, Units
from musnad.times.calendars import FIRST_HIJRI, LAST_HIJRI
from musnad.times.openings import opened
from musnad.times.reference import Today
from musnad.times.resolve import Context, Resolved, resolve
from musnad.times.tense import Tense, tense
from musnad.times.values import HIJRI, Clock, Date, Offset, Part, Value, Weekday

NEAR = 8  # tokens between a day and its clock time: «يوم الاثنين في تمام الساعة الرابعة»


def place(edges: Iterable[Edge], units: Units, hits: Hits, today: Today) -> tuple[TimeExpression, ...]:
    """Return the expressions of chosen edges, placed on the calendar, in order of position; none overlap.

    Relative ones are resolved against the article's day; where that is unknown their value is None, and `candidates`
    holds the values that the days which fit give.
    """
    found: list[TimeExpression] = []
    last: date | None = None
    previous: Edge | None = None
    here: date | None = None
    for edge in edges:
        near = here if previous is not None and _near(previous, edge, units, hits) else None
        told = _tense(units, hits, edge)
        after = here if previous is not None and _continues(previous, edge, hits) else None
        context = Context(today.day, told.future, last, near, after)
        placed = resolve(edge.value, context)
        dropped = placed.value is None and placed.type == "DATE" and today.day is not None
        if dropped and not _beyond(edge.value):
            continue  # a date that no calendar has, such as 31 June
        last = date.fromisoformat(placed.start[:10]) if placed.start else last
        edge = _shown(edge, told, units)  # noqa: PLW2901 - the same with one more part
        placed, node = opened(edge, placed, hits, previous)
        previous, here = edge, placed.day
        span = Span(_start(edge, units), node.end)
        candidates = _values(edge.value, today, context) if placed.value is None else ()
        anchor = placed.against.isoformat() if placed.against else today.anchor
        found.append(_expression(placed, node, span, candidates, anchor))
    return tuple(found)


def _near(one: Edge, two: Edge, units: Units, hits: Hits) -> bool:
    """Say whether a clock time without a day belongs to the day before it: close by, and no verb between them."""
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
    return tense(units, hits, edge.first) if _directed(edge) else Tense()


def _directed(edge: Edge) -> bool:
    """Say whether the tense of its clause gives an expression its direction."""
    value = edge.value.day if isinstance(edge.value, Part | Clock) else edge.value
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
    placed = (resolve(value, Context(day, at.future, at.last)).value for day in today.days)
    return tuple(dict.fromkeys(found for found in placed if found is not None))
