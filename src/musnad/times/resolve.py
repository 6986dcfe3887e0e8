"""Place a typed time on the calendar: TIMEX3 value, interval, granularity, against a reference day."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from musnad.times import calendars
from musnad.times.values import (
    HIJRI,
    Anaphor,
    Clock,
    Date,
    DayOf,
    DayWord,
    Fixed,
    Length,
    MonthWeek,
    Offset,
    Part,
    Period,
    Season,
    Value,
    Weekday,
    YearPart,
    Years,
)

NOON = 12
YEAR_PARTS = {
    **{f"Q{n}": (3 * n - 2, 3, "quarter") for n in range(1, 5)},
    **{f"H{n}": (6 * n - 5, 6, "half") for n in range(1, 3)},
    **{code: (3 * n, 3, "season") for n, code in enumerate(("WI", "SP", "SU", "FA"))},
}
"""Parts of a year: first month (0 is the December before), months, granularity."""


@dataclass(frozen=True, slots=True)
class Context:
    """What resolution may know: the reference day, whether the clause speaks of the future, the last day named.

    `future` is None where nothing in the clause tells; `near` is the day named right before, to which a clock time
    belongs that has none itself; `after` is the first end of the range of which a weekday is the second.
    """

    day: date | None
    future: bool | None = None
    last: date | None = None
    near: date | None = None
    after: date | None = None


@dataclass(frozen=True, slots=True)
class Resolved:
    """A TIMEX3 type and value with its half-open interval; `anchored` says that the reference day was used.

    `against` is a day of the text that was used in its place.
    """

    type: str
    value: str | None
    start: str | None = None
    end: str | None = None
    granularity: str | None = None
    anchored: bool = False
    day: date | None = None
    against: date | None = None


_LONG = frozenset({"Y", "DE", "CE"})
UNKNOWN = Resolved("DATE", None, anchored=True)
_ISO = {"S": "T{}S", "MIN": "T{}M", "H": "T{}H", "D": "{}D", "W": "{}W", "M": "{}M", "Y": "{}Y"}


def resolve(value: Value, at: Context) -> Resolved:
    """Return what a typed time means in a context. A relative one without a reference day has the value None."""
    if isinstance(value, Fixed):
        return Resolved(value.type, value.value)
    if isinstance(value, Length):
        return Resolved("DURATION", length(value))
    if isinstance(value, Date):
        return _date(value, at)
    if isinstance(value, Years):
        return _years(value)
    if isinstance(value, MonthWeek):
        return _month_week(value, at)
    if isinstance(value, YearPart):
        return _year_part(value.year, value.code, anchored=False)
    if isinstance(value, Clock):
        return _clock(value, at)
    if isinstance(value, Part):
        return _part(value, at)
    if isinstance(value, Anaphor):
        return _anaphor(value, at)
    if isinstance(value, DayOf):
        return _day_of(value, at)
    if isinstance(value, Offset):
        return _offset(value, at)
    return UNKNOWN if at.day is None else _relative(value, at, at.day)


def _relative(value: DayWord | Weekday | Period | Season, at: Context, ref: date) -> Resolved:
    if isinstance(value, DayWord):
        return _day(_day_word(value, ref))
    if isinstance(value, Weekday):
        return _weekday(value, at)
    if isinstance(value, Period):
        return _period(value, ref)
    return _season(value, ref)


def length(value: Length) -> str:
    """Return the ISO 8601 form of a length; decades and centuries as years.

    >>> length(Length(2, "H")), length(Length(1, "DE")), length(Length(None, "D"))
    ('PT2H', 'P10Y', 'PXD')
    """
    if value.unit in {"DE", "CE"}:
        years = (10 if value.unit == "DE" else 100) * (value.count or 0)
        return f"P{years}Y" if value.count else "PXY"
    return "P" + _ISO[value.unit].format("X" if value.count is None else value.count)


def _day(day: date | None, *, anchored: bool = True) -> Resolved:
    if day is None:
        return UNKNOWN
    following = (day + timedelta(1)).isoformat()
    return Resolved("DATE", day.isoformat(), day.isoformat(), following, "day", anchored, day)


def _month(year: int, month: int, *, anchored: bool) -> Resolved:
    after_year, after = calendars.shift_month(year, month, 1)
    return Resolved(
        "DATE", f"{year:04}-{month:02}", f"{year:04}-{month:02}-01", f"{after_year:04}-{after:02}-01", "month", anchored
    )


def _year(year: int, *, anchored: bool) -> Resolved:
    return Resolved("DATE", f"{year:04}", f"{year:04}-01-01", f"{year + 1:04}-01-01", "year", anchored)


def _range(start: date, end: date, granularity: str, *, anchored: bool) -> Resolved:
    """Return a stretch of days `[start, end)` that no TIMEX3 form of its own names."""
    last = end - timedelta(1)
    value = f"{start.isoformat()}/{last.isoformat()}"
    return Resolved("DATE", value, start.isoformat(), end.isoformat(), granularity, anchored)


def _year_part(year: int, code: str, *, anchored: bool) -> Resolved:
    """Return a part of a year; its winter begins in the December before it."""
    first, months, granularity = YEAR_PARTS[code]
    begin_year, begin = calendars.shift_month(year, first, 0)
    after_year, after = calendars.shift_month(year, first, months)
    start, end = f"{begin_year:04}-{begin:02}-01", f"{after_year:04}-{after:02}-01"
    return Resolved("DATE", f"{year:04}-{code}", start, end, granularity, anchored)


def _season(value: Season, ref: date) -> Resolved:
    years = [_year_part(ref.year + back, value.code, anchored=True) for back in (-1, 0, 1, 2)]
    today = ref.isoformat()
    if value.shift is None:
        return next(part for part in reversed(years) if (part.start or "") <= today)
    if value.shift < 0:
        return next(part for part in reversed(years) if (part.end or "") <= today)
    if value.shift > 0:
        return next(part for part in years if (part.start or "") > today)
    return years[1]


def _years(value: Years) -> Resolved:
    if value.calendar != HIJRI:
        return _range(date(value.first, 1, 1), date(value.first + 2, 1, 1), "year", anchored=False)
    first, after = calendars.hijri_day(value.first, 1, 1), calendars.hijri_day(value.first + 2, 1, 1)
    return UNKNOWN if first is None or after is None else _range(first, after, "year", anchored=False)


def _day_word(value: DayWord, ref: date) -> date:
    """Return the day; where the weekday disagrees with the count, the weekday is believed and taken near by.

    Only one day ahead is nearer than the days behind: what was read early, or was written where it was later.
    """
    day = ref + timedelta(value.offset)
    if value.weekday is None or day.isoweekday() == value.weekday:
        return day
    if value.offset > 0:
        return ref + timedelta((value.weekday - ref.isoweekday() - 1) % 7 + 1)
    back = (day.isoweekday() - value.weekday) % 7
    return day - timedelta(back) if back < 6 else day + timedelta(1)  # noqa: PLR2004 - six days back is one ahead


def _weekday(value: Weekday, at: Context) -> Resolved:
    ref = at.day
    if ref is None:
        return UNKNOWN
    back = (ref.isoweekday() - value.number) % 7
    ahead = (value.number - ref.isoweekday() - 1) % 7 + 1
    if value.shift == 1:
        day = ref + timedelta(ahead + 7 * value.weeks)
    elif value.shift == -1:
        day = ref - timedelta((back or 7) + 7 * value.weeks)
    elif at.after is not None:
        day = at.after + timedelta((value.number - at.after.isoweekday()) % 7)
    elif at.future:
        day = ref + timedelta(ahead if back else 0)
    else:
        day = ref - timedelta(back)
    if value.last is not None:
        end = day + timedelta((value.last - day.isoweekday()) % 7 + 1)
        return _range(day, end, "day", anchored=True)
    return _day(day)


def _period(value: Period, ref: date) -> Resolved:
    unit, shift = value.unit, value.shift
    if unit == "D":
        return _day(ref + timedelta(shift))
    if unit == "W":
        # The week of Arab newspapers starts on Saturday or Sunday; ISO weeks are what TIMEX3 knows.
        year, week, _ = (ref + timedelta(weeks=shift)).isocalendar()
        start = date.fromisocalendar(year, week, 1)
        end = (start + timedelta(7)).isoformat()
        return Resolved("DATE", f"{year:04}-W{week:02}", start.isoformat(), end, "week", anchored=True)
    if unit == "WE":
        week_of = _period(Period("W", shift), ref)
        return Resolved("DATE", f"{week_of.value}-WE", week_of.start, week_of.end, "weekend", anchored=True)
    if unit == "M":
        return _month(*calendars.shift_month(ref.year, ref.month, shift), anchored=True)
    if unit == "Y":
        if value.code is not None:
            return _year_part(ref.year + shift, value.code, anchored=True)
        return _year(ref.year + shift, anchored=True)
    if unit == "DE":
        tens = ref.year // 10 + shift
        return Resolved("DATE", f"{tens:03}", f"{tens:03}0-01-01", f"{tens + 1:03}0-01-01", "decade", anchored=True)
    return UNKNOWN


def _month_week(value: MonthWeek, at: Context) -> Resolved:
    """Return the week that holds the first, eighth, … day of a month."""
    month = resolve(value.month, at)
    if month.start is None or month.granularity != "month":
        return UNKNOWN
    return _period(Period("W", 0), date.fromisoformat(month.start) + timedelta(weeks=value.number - 1))


def _offset(value: Offset, at: Context) -> Resolved:
    count, unit = value.length.count, value.length.unit
    if value.sign > 0 and (at.future is False or (at.future is None and unit in _LONG)):
        # «بعد أربع سنوات» in a report counts from something told before, which only the reader knows; so does what
        # lies years ahead where nothing says that it is to come.
        return Resolved("DURATION", length(value.length))
    if count is None or unit in {"S", "MIN", "H"}:
        return Resolved("DURATION", length(value.length))
    if at.day is None:
        return UNKNOWN
    if unit in {"DE", "CE"}:
        count, unit = count * (10 if unit == "DE" else 100), "Y"
    if abs(count) > 2000:  # noqa: PLR2004 - beyond the calendar, a length is all that can be said
        return Resolved("DURATION", length(value.length))
    day = calendars.add(at.day, value.sign * count, unit)
    if unit == "M":
        return _month(day.year, day.month, anchored=True)
    return _year(day.year, anchored=True) if unit == "Y" else _day(day)


def _clock(value: Clock, at: Context) -> Resolved:
    clock = f"T{value.hour:02}:{value.minute:02}{value.zone}"
    own = value.day is not None
    held = resolve(value.day, at) if value.day is not None else _day(at.near or at.day)
    if held.day is None:
        return Resolved("TIME", clock, granularity="minute", anchored=True)
    placed = Resolved("TIME", held.day.isoformat() + clock, held.start, held.end, "minute", held.anchored, held.day)
    return placed if own else replace(placed, against=at.near)


def _part(value: Part, at: Context) -> Resolved:
    held = resolve(value.day, at)
    if held.day is None:
        return Resolved("TIME", None, anchored=True)
    text = f"{held.day.isoformat()}T{value.code}"
    return Resolved("TIME", text, held.start, held.end, "part", held.anchored, held.day)


def _anaphor(value: Anaphor, at: Context) -> Resolved:
    if at.last is None and value.length is not None:
        return Resolved("DURATION", length(value.length))
    ahead = value.shift < 0 and at.last is not None and at.day is not None and at.last > at.day
    base = at.day if ahead else at.last or at.day  # what is still to come has nothing before it to look back on
    if base is None:
        return UNKNOWN
    day = value.unit == "D"
    placed = _day(base + timedelta(value.shift)) if day else _period(Period(value.unit, value.shift), base)
    return placed if ahead else replace(placed, against=at.last)


def _day_of(value: DayOf, at: Context) -> Resolved:
    month = _anaphor(value.month, at)
    if month.start is None or month.granularity != "month":
        return UNKNOWN
    start = date.fromisoformat(month.start)
    return replace(_day(calendars.gregorian_day(start.year, start.month, value.day)), against=at.last)


def _date(value: Date, at: Context) -> Resolved:
    if value.calendar == HIJRI:
        return _hijri(value, at)
    year, month = value.year, value.month
    if year is None and value.year_shift is not None:
        year = at.day.year + value.year_shift if at.day else None
    if month is None and value.month_shift is not None and at.day:
        year, month = calendars.shift_month(at.day.year, at.day.month, value.month_shift)
    stated = value.year is not None
    if month is None:
        return _year(year, anchored=not stated) if year is not None else UNKNOWN
    if year is None:
        year = _nearest_year(value, month, at)
    if year is None:
        return UNKNOWN
    if value.day is None:
        return _month(year, month, anchored=not stated)
    day = calendars.gregorian_day(year, month, value.day)
    if day is None:
        return UNKNOWN
    return _day(day, anchored=not stated)


def _nearest_year(value: Date, month: int, at: Context) -> int | None:
    """Return the year of a date without one: by its adjective, by its weekday, else the nearest."""
    ref = at.day
    if ref is None:
        return None
    years = [y for y in (ref.year - 1, ref.year, ref.year + 1) if calendars.gregorian_day(y, month, value.day or 1)]
    if value.weekday is not None and value.day is not None:
        fitting = [y for y in years if date(y, month, value.day).isoweekday() == value.weekday]
        years = fitting or years
    if value.day is None:
        distance = {y: (y - ref.year) * 12 + month - ref.month for y in years}
    else:
        distance = {y: (date(y, month, value.day) - ref).days for y in years}
    if value.shift == -1:
        years = [y for y in years if distance[y] < 0]
    elif value.shift == 1:
        years = [y for y in years if distance[y] > 0]
    return min(years, key=lambda y: (abs(distance[y]), y)) if years else None


def _hijri(value: Date, at: Context) -> Resolved:
    year = value.year
    anchored = year is None
    if year is None:
        today = calendars.hijri_of(at.day) if at.day else None
        if today is None or value.month is None:
            return UNKNOWN
        year = _hijri_year(value, today)
    if value.month is None:
        first, after = calendars.hijri_day(year, 1, 1), calendars.hijri_day(year + 1, 1, 1)
        if first is None or after is None:
            return UNKNOWN
        return _range(first, after, "year", anchored=anchored)
    if value.day is None:
        bounds = calendars.hijri_month(year, value.month)
        return UNKNOWN if bounds is None else _range(*bounds, "month", anchored=anchored)
    return _day(calendars.hijri_day(year, value.month, value.day), anchored=anchored)


def _hijri_year(value: Date, today: tuple[int, int, int]) -> int:
    year, month, day = today
    here = (value.month or 1, value.day or day)
    if value.shift == -1:
        return year if here < (month, day) and value.month != month else year - 1
    if value.shift == 1:
        return year if here > (month, day) else year + 1
    gap = (value.month or 1) - month
    return year + (1 if gap < -NOON // 2 else -1 if gap > NOON // 2 else 0)
