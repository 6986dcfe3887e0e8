"""Place times that count from what was told before: the next day, that month, then, the same period a year earlier."""

from datetime import date, timedelta

from musnad.times import calendars
from musnad.times.placed import (
    UNKNOWN,
    YEAR_PARTS,
    Context,
    Resolved,
    day_of,
    length,
    month_of,
    period_of,
    stretch_of,
    year_of,
    year_part,
)
from musnad.times.values import Anaphor, Date, DayOf, Period, SameIn, Then

Told = Anaphor | DayOf | Then | SameIn


def told(value: Told, at: Context) -> Resolved:
    """Return what a time means that counts from one told before; without any, what can be said."""
    if isinstance(value, Anaphor):
        return _anaphor(value, at)
    if isinstance(value, DayOf):
        return _day_of(value, at)
    return _then(at) if isinstance(value, Then) else _same_in(value, at)


def _anaphor(value: Anaphor, at: Context) -> Resolved:
    last = at.before.day if value.unit == "D" else at.before.last  # a month told last has no next day
    if last is None and value.length is not None:
        return Resolved("DURATION", length(value.length))
    ahead = value.shift < 0 and last is not None and at.day is not None and last > at.day
    if ahead and at.before.past is not None and value.unit != "D":
        ahead, last = False, at.before.past  # «in 2021 …, until 2036 …, the year before» looks back from 2021
    base = at.day if ahead else last or at.day  # what is still to come has nothing before it to look back on
    if base is None or (last is None and at.before.last is not None):
        return UNKNOWN
    day = value.unit == "D"
    placed = day_of(base + timedelta(value.shift)) if day else period_of(Period(value.unit, value.shift), base)
    return placed if ahead else placed._replace(against=last)


def _day_of(value: DayOf, at: Context) -> Resolved:
    month = _anaphor(value.month, at)
    if month.start is None or month.granularity != "month":
        return UNKNOWN
    start = date.fromisoformat(month.start)
    return day_of(calendars.gregorian_day(start.year, start.month, value.day))._replace(against=at.before.last)


def _then(at: Context) -> Resolved:
    """«Then» is the time told last; without any it is past."""
    if at.before.then is None:
        return Resolved("DATE", "PAST_REF")
    then = at.before.then
    value = then.value if then.day is None else then.day.isoformat()
    first = date.fromisoformat(then.start[:10]) if then.start else None
    return then._replace(type="DATE", value=value, anchored=first is not None, against=first)


def _same_in(value: SameIn, at: Context) -> Resolved:
    """Return the part of a year that was told last, moved to another year; the whole year where none was told."""
    year = _year(value.year, at)
    if year is None:
        return UNKNOWN
    period = at.before.period
    if period is None or period.start is None or period.end is None or period.start[:4] == f"{year:04}":
        return year_of(year, anchored=True)
    moved = year - int(period.start[:4])
    code = (period.value or "")[5:]
    if code in YEAR_PARTS:
        return year_part(year, code, anchored=True)
    if period.granularity == "month":  # that of the Hijri year, «Ramadan», lies elsewhere in another one
        return month_of(year, int(code), anchored=True) if code.isdigit() else year_of(year, anchored=True)
    first, after = (calendars.add(date.fromisoformat(side), moved, "Y") for side in (period.start, period.end))
    return stretch_of(first, after, period.granularity or "day", anchored=True)


def _year(value: Date | Period, at: Context) -> int | None:
    if isinstance(value, Date):
        return value.year
    return None if at.day is None else at.day.year + value.shift
