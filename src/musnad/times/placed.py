"""What a time means once it is placed on the calendar, and how days, months and other periods are made one."""

from datetime import date, timedelta
from typing import NamedTuple

from musnad.times import calendars
from musnad.times.values import Length, Period

_ISO = {"S": "T{}S", "MIN": "T{}M", "H": "T{}H", "D": "{}D", "W": "{}W", "M": "{}M", "Y": "{}Y"}
PERIODS = frozenset({"month", "quarter", "half", "season"})  # parts of a year that are compared with another year's
YEAR_PARTS = {
    **{f"Q{n}": (3 * n - 2, 3, "quarter") for n in range(1, 5)},
    **{f"H{n}": (6 * n - 5, 6, "half") for n in range(1, 3)},
    **{code: (3 * n, 3, "season") for n, code in enumerate(("WI", "SP", "SU", "FA"))},
    **{f"T{n}": (4 * n - 3, 4, "months") for n in range(1, 4)},
    **{f"M{n}": (1, n, "months") for n in range(2, 12)},
}
"""Parts of a year: first month (0 is the December before), months, granularity."""


class Resolved(NamedTuple):
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


class Before(NamedTuple):
    """What was told before an expression, for those that count from it.

    `last` is the first day of the time told last, `day` the last that was a day itself, `past` the last that was not to
    come; `period` is the month or other part of a year told last, `then` the last time that is not the present one.
    """

    last: date | None = None
    day: date | None = None
    past: date | None = None
    period: Resolved | None = None
    then: Resolved | None = None

    def followed_by(self, placed: Resolved, today: date | None) -> "Before":
        """Return what was told before the expression that follows one."""
        last = date.fromisoformat(placed.start[:10]) if placed.start else self.last
        came = last is not None and (today is None or last <= today)
        part = placed.granularity in PERIODS and placed.value is not None
        other = _is_other(placed, today)
        return Before(
            last=last,
            day=placed.day or self.day,
            past=last if came else self.past,
            period=placed if part else self.period,
            then=placed if other else self.then,
        )


def _is_other(placed: Resolved, today: date | None) -> bool:
    """Say whether an expression tells of a time that is not the present one, so that «then» may mean it."""
    if placed.type == "DURATION" or placed.value is None or not placed.value[0].isdigit():
        return False
    if today is None or placed.start is None or placed.end is None:
        return True
    return not placed.start <= today.isoformat() < placed.end


NOTHING = Before()


class Context(NamedTuple):
    """What resolution may know: the reference day, whether the clause speaks of the future, what was told before.

    `future` is None where nothing in the clause tells; `near` is the day named right before, to which a clock time
    belongs that has none itself; `after` is the first end of the range of which a day is the second.
    """

    day: date | None
    future: bool | None = None
    near: date | None = None
    after: date | None = None
    before: Before = NOTHING


UNKNOWN = Resolved("DATE", None, anchored=True)


def day_of(day: date | None, *, anchored: bool = True) -> Resolved:
    """Return a day; without one, unknown."""
    if day is None:
        return UNKNOWN
    following = (day + timedelta(1)).isoformat()
    return Resolved("DATE", day.isoformat(), day.isoformat(), following, "day", anchored, day)


def month_of(year: int, month: int, *, anchored: bool) -> Resolved:
    """Return a month."""
    after_year, after = calendars.shift_month(year, month, 1)
    return Resolved(
        "DATE", f"{year:04}-{month:02}", f"{year:04}-{month:02}-01", f"{after_year:04}-{after:02}-01", "month", anchored
    )


def year_of(year: int, *, anchored: bool) -> Resolved:
    """Return a year."""
    return Resolved("DATE", f"{year:04}", f"{year:04}-01-01", f"{year + 1:04}-01-01", "year", anchored)


def stretch_of(start: date, end: date, granularity: str, *, anchored: bool) -> Resolved:
    """Return a stretch of days `[start, end)` that no TIMEX3 form of its own names."""
    last = end - timedelta(1)
    value = f"{start.isoformat()}/{last.isoformat()}"
    return Resolved("DATE", value, start.isoformat(), end.isoformat(), granularity, anchored)


def year_part(year: int, code: str, *, anchored: bool) -> Resolved:
    """Return a part of a year; its winter begins in the December before it."""
    first, months, granularity = YEAR_PARTS[code]
    begin_year, begin = calendars.shift_month(year, first, 0)
    after_year, after = calendars.shift_month(year, first, months)
    if granularity == "months":  # TIMEX3 has no form for them
        return stretch_of(date(begin_year, begin, 1), date(after_year, after, 1), granularity, anchored=anchored)
    start, end = f"{begin_year:04}-{begin:02}-01", f"{after_year:04}-{after:02}-01"
    return Resolved("DATE", f"{year:04}-{code}", start, end, granularity, anchored)


def period_of(value: Period, ref: date) -> Resolved:
    """Return a period counted from the one that holds a day."""
    unit, shift = value.unit, value.shift
    if unit == "D":
        return day_of(ref + timedelta(shift))
    if unit == "W":
        # The week of Arab newspapers starts on Saturday or Sunday; ISO weeks are what TIMEX3 knows.
        year, week, _ = (ref + timedelta(weeks=shift)).isocalendar()
        start = date.fromisocalendar(year, week, 1)
        end = (start + timedelta(7)).isoformat()
        return Resolved("DATE", f"{year:04}-W{week:02}", start.isoformat(), end, "week", anchored=True)
    if unit == "WE":
        week_of = period_of(Period("W", shift), ref)
        return Resolved("DATE", f"{week_of.value}-WE", week_of.start, week_of.end, "weekend", anchored=True)
    if unit == "M":
        return month_of(*calendars.shift_month(ref.year, ref.month, shift), anchored=True)
    if unit == "Y":
        if value.code is not None:
            return year_part(ref.year + shift, value.code, anchored=True)
        return year_of(ref.year + shift, anchored=True)
    if unit == "DE":
        tens = ref.year // 10 + shift
        return Resolved("DATE", f"{tens:03}", f"{tens:03}0-01-01", f"{tens + 1:03}0-01-01", "decade", anchored=True)
    return UNKNOWN


def length(value: Length) -> str:
    """Return the ISO 8601 form of a length; decades and centuries as years.

    >>> length(Length(2, "H")), length(Length(1, "DE")), length(Length(None, "D"))
    ('PT2H', 'P10Y', 'PXD')
    """
    if value.unit in {"DE", "CE"}:
        years = (10 if value.unit == "DE" else 100) * (value.count or 0)
        return f"P{years}Y" if value.count else "PXY"
    return "P" + _ISO[value.unit].format("X" if value.count is None else value.count)
