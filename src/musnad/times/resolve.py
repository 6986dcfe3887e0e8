"""Place a typed time on the calendar: TIMEX3 value, interval, granularity, against a reference day."""

from datetime import date, timedelta

from musnad.times import calendars
from musnad.times.anaphora import Told, told
from musnad.times.placed import (
    UNKNOWN,
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
from musnad.times.values import (
    HIJRI,
    Clock,
    Date,
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
_DAY_HOURS = 24
_LONG = frozenset({"Y", "DE", "CE"})
_PASSED = (31, 1)  # days, months that a date of a clause of the future may lie behind: «كان من المقرر أن»


def resolve(value: Value, at: Context) -> Resolved:
    """Return what a typed time means in a context. A relative one without a reference day has the value None."""
    if isinstance(value, Fixed):
        return Resolved(value.type, value.value)
    if isinstance(value, Length):
        return Resolved("DURATION", length(value))
    if isinstance(value, Date):
        return _agreed(value, _date(value, at), at)
    if isinstance(value, Years):
        return _years(value)
    if isinstance(value, MonthWeek):
        return _month_week(value, at)
    if isinstance(value, YearPart):
        return year_part(value.year, value.code, anchored=False)
    if isinstance(value, Clock):
        return _clock(value, at)
    if isinstance(value, Part):
        return _part(value, at)
    if isinstance(value, Offset):
        return _offset(value, at)
    if isinstance(value, Told):
        return told(value, at)
    return UNKNOWN if at.day is None else _relative(value, at, at.day)


def _relative(value: DayWord | Weekday | Period | Season, at: Context, ref: date) -> Resolved:
    if isinstance(value, DayWord):
        return day_of(_day_word(value, ref))
    if isinstance(value, Weekday):
        return _weekday(value, at)
    if isinstance(value, Period):
        return period_of(value, ref)
    return _season(value, ref)


def _season(value: Season, ref: date) -> Resolved:
    years = [year_part(ref.year + back, value.code, anchored=True) for back in (-1, 0, 1, 2)]
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
        return stretch_of(date(value.first, 1, 1), date(value.first + 2, 1, 1), "year", anchored=False)
    first, after = calendars.hijri_day(value.first, 1, 1), calendars.hijri_day(value.first + 2, 1, 1)
    return UNKNOWN if first is None or after is None else stretch_of(first, after, "year", anchored=False)


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
        return stretch_of(day, end, "day", anchored=True)
    return day_of(day)


def _month_week(value: MonthWeek, at: Context) -> Resolved:
    """Return the week that holds the first, eighth, … day of a month."""
    month = resolve(value.month, at)
    if month.start is None or month.granularity != "month":
        return UNKNOWN
    return period_of(Period("W", 0), date.fromisoformat(month.start) + timedelta(weeks=value.number - 1))


def _offset(value: Offset, at: Context) -> Resolved:
    count, unit = value.length.count, value.length.unit
    if value.sign > 0 and (at.future is False or (at.future is None and unit in _LONG)):
        # «بعد أربع سنوات» in a report counts from something told before, which only the reader knows; so does what
        # lies years ahead where nothing says that it is to come.
        return Resolved("DURATION", length(value.length))
    if unit == "H" and count and count % _DAY_HOURS == 0:  # «بعد 48 ساعة»
        count, unit = count // _DAY_HOURS, "D"
    if count is None or unit in {"S", "MIN", "H"}:
        return Resolved("DURATION", length(value.length))
    if at.day is None:
        return UNKNOWN
    if unit in {"DE", "CE"}:
        count, unit = count * (10 if unit == "DE" else 100), "Y"
    if abs(count) > 2000:  # noqa: PLR2004 - beyond the calendar, a length is all that can be said
        return Resolved("DURATION", length(value.length))
    day = calendars.add(at.day, value.sign * count, unit)
    if unit == "W":
        return period_of(Period("W", 0), day)
    if unit == "M":
        return month_of(day.year, day.month, anchored=True)
    return year_of(day.year, anchored=True) if unit == "Y" else day_of(day)


def _clock(value: Clock, at: Context) -> Resolved:
    clock = f"T{value.hour % _DAY_HOURS:02}:{value.minute:02}{value.zone}"
    own = value.day is not None
    held = resolve(value.day, at) if value.day is not None else day_of(at.near or at.day)
    if held.day is not None and value.hour == _DAY_HOURS:  # the end of a day is the beginning of the next
        held = day_of(held.day + timedelta(1), anchored=held.anchored)
    if held.day is None:
        return Resolved("TIME", clock, granularity="minute", anchored=True)
    placed = Resolved("TIME", held.day.isoformat() + clock, held.start, held.end, "minute", held.anchored, held.day)
    return placed if own else placed._replace(against=at.near)


def _part(value: Part, at: Context) -> Resolved:
    held = resolve(value.day, at) if value.day is not None else day_of(_day_of_part(value.code, at))
    if held.day is None:
        return Resolved("TIME", None, anchored=True)
    text = f"{held.day.isoformat()}T{value.code}"
    return Resolved("TIME", text, held.start, held.end, "part", held.anchored, held.day)


def _day_of_part(code: str, at: Context) -> date | None:
    """A bare part of day is of the day told right before; else of the present one, a past night of the last."""
    if at.near is not None:
        return at.near
    night = code == "NI" and at.day is not None and not at.future
    return at.day - timedelta(1) if night and at.day is not None else at.day


def _agreed(value: Date, placed: Resolved, at: Context) -> Resolved:
    """Return a date, or the day of the day word and weekday before it where these two agree against it: a misprint."""
    word = value.beside
    if word is None or word.weekday is None or at.day is None or placed.day is None:
        return placed
    day = at.day + timedelta(word.offset)
    misprinted = placed.day.isoweekday() != word.weekday == day.isoweekday()
    return day_of(day) if misprinted else placed


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
        return year_of(year, anchored=not stated) if year is not None else UNKNOWN
    if year is None:
        year = _nearest_year(value, month, at)
    if year is None:
        return UNKNOWN
    if value.day is None:
        return month_of(year, month, anchored=not stated)
    day = calendars.gregorian_day(year, month, value.day)
    if day is None:
        return UNKNOWN
    return day_of(day, anchored=not stated)


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
    elif at.after is not None and value.day is not None:
        years = [y for y in years if date(y, month, value.day) >= at.after]
    elif at.future:
        years = [y for y in years if distance[y] >= -_PASSED[value.day is None]] or years
    elif at.future is False:
        years = [y for y in years if distance[y] <= 0] or years
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
        return stretch_of(first, after, "year", anchored=anchored)
    if value.day is None:
        bounds = calendars.hijri_month(year, value.month)
        return UNKNOWN if bounds is None else stretch_of(*bounds, "month", anchored=anchored)
    day = calendars.hijri_day(year, value.month, value.day)
    return day_of(_seen(day, value.weekday), anchored=anchored)


def _seen(day: date | None, weekday: int | None) -> date | None:
    """Return a day, or the one beside it that has the weekday: the moon was seen a day off what was reckoned."""
    if day is None or weekday is None:
        return day
    return next((near for n in (0, 1, -1) if (near := day + timedelta(n)).isoweekday() == weekday), day)


def _hijri_year(value: Date, today: tuple[int, int, int]) -> int:
    year, month, day = today
    here = (value.month or 1, value.day or day)
    if value.shift == -1:
        return year if here < (month, day) and value.month != month else year - 1
    if value.shift == 1:
        return year if here > (month, day) else year + 1
    gap = (value.month or 1) - month
    return year + (1 if gap < -NOON // 2 else -1 if gap > NOON // 2 else 0)
