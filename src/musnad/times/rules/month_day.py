"""Dates with a named month: single, double and Hijri names, with or without day and year."""

from functools import partial

from musnad.arabic import AND, JOINED
from musnad.grammar import Context, Kind, Mark, Number, Optional, Rule, Word
from musnad.lexicon import Hit
from musnad.times.values import GREGORIAN, HIJRI, Date, Month, Period

FIRST_YEAR, LAST_YEAR = 1300, 2150  # years that a newspaper names in digits, Hijri ones included
HIJRI_YEARS = range(1300, 1500)  # such a number is hardly a Gregorian year
LAST_HIJRI_YEAR = 1600  # with the abbreviation behind it
SEPARATORS = "/-–\\"


def _single(month: Hit) -> Month:
    entry = month.entry
    weak, named, nought = (entry.flag(name) for name in ("weak", "name", "nought"))
    return Month(entry.number("number"), entry.text("calendar"), weak, named, nought)


def _double(first: Hit, second: Hit) -> Month | None:
    """Two names of one month in the same calendar are surely a month."""
    one, two = _single(first), _single(second)
    same = (one.number, one.calendar) == (two.number, two.calendar)
    same = same and (first.entry.id != second.entry.id or one.calendar != HIJRI)
    return Month(one.number, one.calendar) if same else None


def _named(month: Month) -> Month:
    return Month(month.number, month.calendar)


def _ordinal(day: Hit) -> int | None:
    value = day.entry.number("value")
    return value if 1 <= value <= 31 else None  # noqa: PLR2004 - days of a month


def _on_day(day: int, month: Month) -> Date:
    return Date(month=month.number, day=day, calendar=month.calendar)


def _cut(day: int, month: Month) -> Date | None:
    """«3-صفر» is a score, unless a year follows."""
    return None if month.nought else _on_day(day, month)


def _cut_year(day: int, month: Month, year: int) -> Date | None:
    return Date(year, month.number, day, month.calendar) if _is_year(year, month.calendar, marked=False) else None


def _shared(day: int, date: Date) -> Date | None:
    """The first of two days has the month and year that are written behind the second."""
    if date.day is None or date.weekday is not None or date.twin is not None or date.day <= day:
        return None
    return date._replace(day=day)


def _of_range(one: Date, two: Date) -> Date | None:
    """The first of two days has the year that is written behind the second, or the one before it."""
    if two.year is None or None in {two.month, two.day} or two.calendar != one.calendar or two.twin is not None:
        return None
    turned = (one.month or 0, one.day or 0) > (two.month or 0, two.day or 0)
    return one._replace(year=two.year - turned)


def _is_year(year: int, calendar: str, *, marked: bool) -> bool:
    """Say whether a number is a year of a calendar; a Hijri one with its abbreviation may be of any age."""
    if calendar == HIJRI:
        return year in HIJRI_YEARS or (marked and year <= LAST_HIJRI_YEAR)
    return year >= FIRST_YEAR and year not in HIJRI_YEARS


def _with_year(date: Date, year: int, *, marked: bool = False) -> Date | None:
    if not _is_year(year, date.calendar, marked=marked):
        return None
    return Date(year, date.month, date.day, date.calendar)


def _with_shift(date: Date, shift: Hit) -> Date | None:
    if shift.entry.flag("strict"):
        return None
    number = shift.entry.number("shift")
    return Date(None, date.month, date.day, date.calendar, shift=number or None)


def _in_year(date: Date, year: Period) -> Date | None:
    if year.unit != "Y" or year.code is not None:
        return None
    return Date(None, date.month, date.day, date.calendar, year_shift=year.shift)


def _in_month(day: int, month: Period) -> Date | None:
    return Date(day=day, month_shift=month.shift) if month.unit == "M" else None


def _this_month(day: int, shift: Hit) -> Date | None:
    """A bare day with an adjective means the present month only («17 الجاري»)."""
    return Date(day=day, month_shift=0) if shift.entry.number("shift") == 0 else None


def _month_alone(month: Month) -> Date | None:
    return None if month.weak else Date(month=month.number, calendar=month.calendar)


def _month_of(month: Month, year: int) -> Date | None:
    if not _is_year(year, month.calendar, marked=False):
        return None
    return Date(year, month.number, None, month.calendar)


def _month_shifted(month: Month, shift: Hit) -> Date | None:
    if shift.entry.flag("strict"):
        return None
    return Date(month=month.number, calendar=month.calendar, shift=shift.entry.number("shift") or None)


def _month_in_year(month: Month, year: Period) -> Date | None:
    if year.unit != "Y" or year.code is not None:
        return None
    return Date(month=month.number, calendar=month.calendar, year_shift=year.shift)


def _same(date: Date) -> Date:
    return date


_YEAR = Number(FIRST_YEAR, LAST_YEAR, digits=True)
_OLD_YEAR = Number(1, LAST_YEAR, digits=True)
_OF = Optional(Word("of_word"))
_MARK = Mark("/,،-")
_SEP = Optional(_MARK)
_NOUN = Optional(Word("year_noun", {"number": "s"}))

RULES = (
    Rule("times.month.single", "month_name", {"month": Word("month")}, _single),
    Rule(
        "times.month.double",
        "month_name",
        {"first": Word("month"), "_sep": Optional(Mark(SEPARATORS)), "second": Word("month")},
        _double,
    ),
    Rule(
        "times.month.double_bracket",
        "month_name",
        {"first": Word("month"), "_open": Mark("(["), "second": Word("month"), "_close": Mark(")]")},
        _double,
    ),
    Rule("times.month.noun", "month_name", {"_noun": Word("month_noun"), "month": Kind("month_name")}, _named),
    Rule("times.day.ordinal", "day_number", {"day": Word("number_word", {"role": "ordinal"})}, _ordinal),
    Rule("times.day.digits", "day_number", {"day": Number(1, 31, digits=True)}, lambda day: day),
    Rule(
        "times.month_day.plain",
        "month_day",
        {"day": Kind("day_number"), "_of": _OF, "month": Kind("month_name")},
        _on_day,
    ),
    Rule(
        "times.month_day.cut",
        "month_day",
        {"day": Kind("day_number"), "_of": _OF, "_sep": _MARK, "month": Kind("month_name")},
        _cut,
    ),
    Rule(
        "times.month_day.cut_year",
        "numeric",
        {
            "day": Kind("day_number"),
            "_cut": Mark(SEPARATORS),
            "month": Kind("month_name", lambda month: month.nought),
            "_sep": _SEP,
            "year": _YEAR,
        },
        _cut_year,
    ),
    Rule(
        "times.month_day.ordinal",
        "month_day",
        {"day": Word("day_ordinal"), "month": Kind("month_name")},
        lambda day, month: _on_day(day.entry.number("value"), month),
    ),
    Rule(
        "times.month_day.first_of_range",
        "date",
        {"day": Kind("day_number"), "_to": Context(Word("range_word")), "date": Context(Kind("date"))},
        _shared,
    ),
    Rule(
        "times.month_day.first_of_dash",
        "date",
        {"day": Number(1, 31, digits=True), "_to": Context(Mark("-–")), "date": Context(Kind("date"))},
        _shared,
    ),
    Rule(
        "times.month_day.first_of_digits",
        "date",
        {"day": Number(1, 31, digits=True), "_and": Context(Mark(AND + "،,")), "date": Context(Kind("date"))},
        _shared,
    ),
    Rule(
        "times.month_day.first_of_words",
        "date",
        {"day": Kind("day_number"), "date": Context(Kind("date", prefixes=JOINED))},
        _shared,
    ),
    Rule(
        "times.month_day.days_of_range",
        "date",
        {"one": Kind("month_day"), "_to": Context(Word("range_word")), "two": Context(Kind("date"))},
        _of_range,
    ),
    Rule(
        "times.month_day.days_of_pair",
        "date",
        {"one": Kind("month_day"), "_and": Context(Mark(AND + "-–")), "two": Context(Kind("date"))},
        _of_range,
    ),
    Rule("times.month_day.date", "date", {"date": Kind("month_day")}, _same),
    Rule(
        "times.month_day.year",
        "date",
        {"date": Kind("month_day"), "_of": _OF, "_sep": _SEP, "_noun": _NOUN, "year": _YEAR},
        _with_year,
    ),
    Rule(
        "times.month_day.year_mark",
        "date",
        {"date": Kind("month_day"), "_of": _OF, "_sep": _SEP, "_noun": _NOUN, "year": _OLD_YEAR, "_mark": Kind("era")},
        partial(_with_year, marked=True),
    ),
    Rule(
        "times.month_day.month_first",
        "date",
        {"month": Kind("month_name"), "day": Number(1, 31, digits=True), "_sep": Mark(",،"), "year": _YEAR},
        lambda month, day, year: _with_year(_on_day(day, month), year),
    ),
    Rule("times.month_day.relative", "date", {"date": Kind("month_day"), "shift": Word("relative")}, _with_shift),
    Rule(
        "times.month_day.in_year",
        "date",
        {"date": Kind("month_day"), "_of": _OF, "year": Kind("period")},
        _in_year,
    ),
    Rule(
        "times.month_day.in_month",
        "date",
        {"day": Kind("day_number"), "_of": _OF, "month": Kind("period")},
        _in_month,
    ),
    Rule("times.month_day.this_month", "date", {"day": Kind("day_number"), "shift": Word("relative")}, _this_month),
    Rule("times.month.alone", "date", {"month": Kind("month_name")}, _month_alone),
    Rule(
        "times.month.year",
        "date",
        {"month": Kind("month_name"), "_of": _OF, "_sep": _SEP, "_noun": _NOUN, "year": _YEAR},
        _month_of,
    ),
    Rule("times.month.relative", "date", {"month": Kind("month_name"), "shift": Word("relative")}, _month_shifted),
    Rule(
        "times.month.in_year", "date", {"month": Kind("month_name"), "_of": _OF, "year": Kind("period")}, _month_in_year
    ),
    Rule("times.era.hijri", "era", {"_mark": Word("hijri_mark")}, lambda: HIJRI),
    Rule("times.era.gregorian", "era", {"_mark": Word("gregorian_mark")}, lambda: GREGORIAN),
)
