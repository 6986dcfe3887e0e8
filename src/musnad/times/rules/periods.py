"""Weeks, months and years counted from the present one; their beginnings, quarters and halves."""

from musnad.arabic import BA, BARE, LAM
from musnad.grammar import Kind, Optional, Rule, Word
from musnad.lexicon import Hit
from musnad.times.values import Anaphor, Date, DayOf, Length, MonthWeek, Period, Season, YearPart

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


def _ordinal_of_year(part: Hit, date: Date) -> YearPart | None:
    if date.year is None or date.month is not None:
        return None
    return YearPart(date.year, part.entry.text("code"))


def _ordinal_of_number(part: Hit, year: int) -> YearPart:
    return YearPart(year, part.entry.text("code"))


def _same(unit: Hit, word: Hit) -> Anaphor | None:
    code = unit.entry.text("unit")
    single = unit.definite and unit.form.number == "s" and code in {"D", "W", "M", "Y"}
    return Anaphor(code, word.entry.number("shift")) if single else None


def _same_unit(unit: Hit) -> Anaphor | None:
    single = unit.definite and unit.form.number == "s" and unit.entry.text("unit") in {"D", "W", "M", "Y"}
    return Anaphor(unit.entry.text("unit"), 0) if single else None


def _day_of(day: int, month: Anaphor) -> DayOf | None:
    return DayOf(day, month) if month.unit == "M" and month.length is None else None


def _then_one(word: Hit, unit: Hit) -> Anaphor | None:
    """«بعد ذلك بعام»."""
    single = unit.form.number == "s" and not unit.definite
    return _then(word, Length(1, unit.entry.text("unit"))) if single else None


def _then(word: Hit, length: Length) -> Anaphor | None:
    """«بعد ذلك بيومين»: counted from what was told last."""
    if length.count is None or length.unit not in _COUNTED:
        return None
    unit, factor = _COUNTED[length.unit]
    return Anaphor(unit, word.entry.number("sign") * length.count * factor, length)


def _week_of(unit: Hit, number: Hit, month: Date | Period) -> MonthWeek | None:
    whole = month.unit == "M" if isinstance(month, Period) else month.month is not None and month.day is None
    count = number.entry.number("value")
    return MonthWeek(count, month) if whole and unit.definite and count <= WEEKS else None


def _same_week(week: MonthWeek) -> MonthWeek:
    return week


_COUNTED = {"D": ("D", 1), "W": ("D", 7), "M": ("M", 1), "Y": ("Y", 1)}
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
        {"part": Word("period_ordinal"), "_of": Word("of_word"), "year": Kind("bare_year")},
        _ordinal_of_number,
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
    Rule("times.anaphor.then", "anaphor", {"word": Word("then_word"), "length": Kind("extent", prefixes=BA)}, _then),
    Rule(
        "times.anaphor.then_one",
        "anaphor",
        {"word": Word("then_word"), "unit": Word("time_unit", prefixes=BA)},
        _then_one,
    ),
    Rule("times.anaphor.same", "anaphor", {"_same": Word("same_before"), "unit": Word("time_unit")}, _same_unit),
    Rule("times.anaphor.that", "anaphor", {"_that": Word("that_word"), "unit": Word("time_unit")}, _same_unit),
    Rule(
        "times.anaphor.day", "anaphor_day", {"day": Kind("day_number"), "_of": _OF, "month": Kind("anaphor")}, _day_of
    ),
    Rule("times.anaphor.unit", "anaphor", {"unit": Word("time_unit"), "word": Word("same_word")}, _same),
)
