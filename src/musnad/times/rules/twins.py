"""A Hijri date and its Gregorian twin: one day, told in two calendars."""

from datetime import date, timedelta
from typing import Any

from musnad.grammar import Kind, Mark, Optional, Rule, Word
from musnad.times import calendars
from musnad.times.values import GREGORIAN, HIJRI, Date

MOON = timedelta(2)  # by which a date may differ from that of the calendar, as the moon was seen or not


def _twin(one: Date, two: Any) -> Date | None:  # noqa: ANN401 - any kind of day
    """Return the Gregorian date with its twin, if they can be the same day."""
    if not isinstance(two, Date) or {one.calendar, two.calendar} != {HIJRI, GREGORIAN} or not _is_day(two):
        return None
    hijri, gregorian = (one, two) if one.calendar == HIJRI else (two, one)
    year = _year(hijri, gregorian)
    if year == 0:
        return None
    return gregorian._replace(year=year, weekday=one.weekday or two.weekday, twin=hijri)


def _year(hijri: Date, gregorian: Date) -> int | None:
    """Return the Gregorian year, None where neither date tells it, 0 where the two cannot be the same day."""
    if hijri.year is not None and calendars.FIRST_HIJRI <= hijri.year <= calendars.LAST_HIJRI:
        day = calendars.hijri_day(hijri.year, hijri.month or 1, hijri.day or 1)
        years = (gregorian.year,) if gregorian.year else (day.year - 1, day.year, day.year + 1) if day else ()
        days = (calendars.gregorian_day(year, gregorian.month or 1, gregorian.day or 1) for year in years)
        return next((other.year for other in days if day and other and abs(other - day) <= MOON), 0)
    if hijri.year is None and gregorian.year is not None:
        day = calendars.gregorian_day(gregorian.year, gregorian.month or 1, gregorian.day or 1)
        return gregorian.year if day and _falls(day, hijri) else 0
    return gregorian.year


def _falls(day: date, hijri: Date) -> bool:
    """Say whether a day is the one that a Hijri date without year names."""
    near = (calendars.hijri_of(day + timedelta(n)) for n in range(-MOON.days, MOON.days + 1))
    return (hijri.month, hijri.day) in {found[1:] for found in near if found is not None}


def _is_day(value: Any) -> bool:  # noqa: ANN401 - any kind of day
    return isinstance(value, Date) and None not in {value.month, value.day} and value.twin is None


_DATE = Kind("date", _is_day)
_GAP = Optional(Mark("،,-–/("))
_NOUN = Optional(Word("day_noun"))

RULES = (
    Rule(
        "times.twin.corresponding",
        "date",
        {"one": _DATE, "_gap": _GAP, "_word": Word("corresponding"), "_noun": _NOUN, "two": _DATE},
        _twin,
    ),
    Rule(
        "times.twin.weekday",
        "day",
        {"one": _DATE, "_gap": _GAP, "_word": Word("corresponding"), "two": Kind("day", _is_day)},
        _twin,
    ),
    Rule("times.twin.mark", "date", {"one": _DATE, "_mark": Optional(Mark("/-–،,=")), "two": _DATE}, _twin),
    Rule(
        "times.twin.bracket",
        "date",
        {"one": _DATE, "_open": Mark("(["), "two": _DATE, "_close": Mark(")]")},
        _twin,
    ),
)
