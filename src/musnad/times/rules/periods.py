"""Weeks, months and years counted from the present one; their beginnings, quarters and halves."""

from musnad.arabic import BARE, LAM
from musnad.grammar import Kind, Optional, Rule, Word
from musnad.lexicon import Hit
from musnad.times.values import Date, MonthWeek, Period, Season, YearPart

WEEKS = 5  # that a month may have
_PERIODS = frozenset({"W", "M", "Y", "DE"})


def _single(unit: Hit) -> bool:
    return unit.definite and unit.form.number in {"s", ""} and unit.entry.text("unit") in _PERIODS


def _relative(unit: Hit, shift: Hit) -> Period | None:
    if not _single(unit) or shift.entry.flag("strict"):
        return None
    return Period(unit.entry.text("unit"), shift.entry.number("shift"))


def _twice(unit: Hit, shift: Hit) -> Period | None:
    number = shift.entry.number("shift")
    return Period(unit.entry.text("unit"), 2 * number) if _single(unit) and number else None


def _this(unit: Hit) -> Period | None:
    return Period(unit.entry.text("unit"), 0) if _single(unit) else None


def _end_of(part: Hit, period: Period) -> Period:
    """The end of a week is its weekend, whichever days those are."""
    return Period("WE", period.shift) if period.unit == "W" and part.entry.flag("end") else period


def _end_of_unit(part: Hit, unit: Hit) -> Period | None:
    this = _this(unit)
    return None if this is None else _end_of(part, this)


def _part_of_date(date: Date) -> Date | None:
    return date if date.day is None else None


def _ordinal_of(part: Hit, period: Period) -> Period | None:
    return Period("Y", period.shift, part.entry.text("code")) if period.unit == "Y" and not period.code else None


def _ordinal_alone(part: Hit) -> Season:
    return Season(part.entry.text("code"), None)


def _ordinal_of_unit(part: Hit, unit: Hit) -> Season | None:
    return _ordinal_alone(part) if _single(unit) else None


def _ordinal_of_year(part: Hit, date: Date) -> YearPart | None:
    if date.year is None or date.month is not None:
        return None
    return YearPart(date.year, part.entry.text("code"))


def _ordinal_of_number(part: Hit, year: int) -> YearPart:
    return YearPart(year, part.entry.text("code"))


def _week_of(unit: Hit, number: Hit, month: Date | Period) -> MonthWeek | None:
    whole = month.unit == "M" if isinstance(month, Period) else month.month is not None and month.day is None
    count = number.entry.number("value")
    return MonthWeek(count, month) if whole and unit.definite and count <= WEEKS else None


def _same_week(week: MonthWeek) -> MonthWeek:
    return week


_ORDINAL = Word("number_word", {"role": "ordinal"})
_PART = Word("part_of_period")
_OF = Optional(Word("of_word"))

RULES = (
    Rule("times.period.relative", "period", {"unit": Word("time_unit"), "shift": Word("relative")}, _relative),
    Rule(
        "times.period.relative_year",
        "period",
        {"unit": Word("time_unit", {"unit": "Y"}), "_kind": Word("year_adjective"), "shift": Word("relative")},
        _relative,
    ),
    Rule(
        "times.period.relative_twice",
        "period",
        {"unit": Word("time_unit"), "_twice": Word("relative_twice"), "shift": Word("relative")},
        _twice,
    ),
    Rule("times.period.this", "period", {"_this": Word("demonstrative"), "unit": Word("time_unit")}, _this),
    Rule(
        "times.period.this_relative",
        "period",
        {"_this": Word("demonstrative"), "unit": Word("time_unit"), "shift": Word("relative", {"shift": 0})},
        _relative,
    ),
    Rule("times.period.end_of", "part_period", {"part": _PART, "unit": Word("time_unit")}, _end_of_unit),
    Rule("times.period.part", "part_period", {"part": _PART, "_of": _OF, "period": Kind("period")}, _end_of),
    Rule("times.period.part_of_date", "part_period", {"_part": _PART, "_of": _OF, "date": Kind("date")}, _part_of_date),
    Rule(
        "times.period.ordinal",
        "part_period",
        {"part": Word("period_ordinal"), "_of": _OF, "period": Kind("period", prefixes=BARE | LAM)},
        _ordinal_of,
    ),
    Rule(
        "times.period.ordinal_of_year",
        "part_period",
        {"part": Word("period_ordinal"), "_of": _OF, "date": Kind("date", prefixes=BARE | LAM)},
        _ordinal_of_year,
    ),
    Rule(
        "times.period.ordinal_of_number",
        "part_period",
        {"part": Word("period_ordinal"), "_of": _OF, "year": Kind("bare_year")},
        _ordinal_of_number,
    ),
    Rule(
        "times.period.ordinal_of_unit",
        "part_period",
        {"part": Word("period_ordinal"), "_of": _OF, "unit": Word("time_unit", {"unit": "Y"}, prefixes=BARE | LAM)},
        _ordinal_of_unit,
    ),
    Rule(
        "times.period.ordinal_alone", "part_period", {"part": Word("period_ordinal", {"alone": True})}, _ordinal_alone
    ),
    Rule(
        "times.period.week_of_date",
        "week",
        {"unit": Word("time_unit", {"unit": "W"}), "number": _ORDINAL, "_of": _OF, "month": Kind("date")},
        _week_of,
    ),
    Rule(
        "times.period.week_of_period",
        "week",
        {"unit": Word("time_unit", {"unit": "W"}), "number": _ORDINAL, "_of": _OF, "month": Kind("period")},
        _week_of,
    ),
    Rule("times.period.part_of_week", "part_period", {"_part": _PART, "_of": _OF, "week": Kind("week")}, _same_week),
)
