"""Dates in digits, day first as newspapers write them, and years."""

from musnad.grammar import Context, Kind, Mark, Number, Optional, Rule, Word
from musnad.times.rules.month_day import FIRST_YEAR, HIJRI_YEARS, LAST_HIJRI_YEAR, LAST_YEAR
from musnad.times.values import GREGORIAN, HIJRI, Date, Years

THOUSAND = 1000
OLDEST_YEAR = 100  # in digits before the abbreviation of an era
_DAY, _MONTH = Number(1, 31, digits=True), Number(1, 12, digits=True)
_YEAR = Number(FIRST_YEAR, LAST_YEAR, digits=True)
_HIJRI_YEAR = Number(1, LAST_HIJRI_YEAR, digits=True)
_CUT = "/-–\\"


def _full(day: int, month: int, year: int, one: str, two: str) -> Date | None:
    if one != two:
        return None
    return Date(year, month, day, HIJRI if year in HIJRI_YEARS else GREGORIAN)


def _year(year: int) -> Date:
    return Date(year, calendar=HIJRI if year in HIJRI_YEARS else GREGORIAN)


def _year_in_words(year: int) -> Date | None:
    """A whole thousand is rather a count: «فقدت البلدة خلال عام ألفي نسمة»."""
    return _year(year) if year % THOUSAND else None


def _year_of_era(year: int, era: str) -> Date | None:
    return _hijri_year(year) if era == HIJRI and year <= LAST_HIJRI_YEAR else Date(year) if era == GREGORIAN else None


def _hijri_year(year: int) -> Date:
    return Date(year, calendar=HIJRI)


def _pair(first: int, second: int) -> Years | None:
    """A season or fiscal year «2020/2021», also turned round: two years that follow each other."""
    return Years(min(first, second), HIJRI if first in HIJRI_YEARS else GREGORIAN) if abs(second - first) == 1 else None


RULES = (
    Rule(
        "times.numeric.day_first",
        "numeric",
        {"day": _DAY, "one": Mark(_CUT), "month": _MONTH, "two": Mark(_CUT), "year": _YEAR},
        _full,
    ),
    Rule(
        "times.numeric.year_first",
        "numeric",
        {"year": _YEAR, "one": Mark(_CUT), "month": _MONTH, "two": Mark(_CUT), "day": _DAY},
        _full,
    ),
    Rule(
        "times.numeric.day_month",
        "line_date",
        {"day": _DAY, "_cut": Mark(_CUT), "month": _MONTH, "_open": Context(Mark("("))},
        lambda day, month: Date(month=month, day=day),
    ),
    Rule("times.numeric.plain", "date", {"date": Kind("numeric")}, lambda date: date),
    Rule("times.numeric.era", "date", {"date": Kind("numeric"), "_era": Kind("era")}, lambda date: date),
    Rule("times.year.noun", "date", {"_noun": Word("year_noun"), "year": _YEAR}, _year),
    Rule(
        "times.year.words",
        "date",
        {"_noun": Word("year_noun", {"number": "s"}), "year": Number(FIRST_YEAR, LAST_YEAR, digits=False)},
        _year_in_words,
    ),
    Rule(
        "times.year.noun_era",
        "date",
        {"_noun": Word("year_noun"), "year": Number(OLDEST_YEAR, LAST_YEAR, digits=True), "era": Kind("era")},
        _year_of_era,
    ),
    Rule("times.year.hijri", "date", {"year": _HIJRI_YEAR, "_mark": Word("hijri_mark")}, _hijri_year),
    Rule(
        "times.year.pair",
        "years",
        {
            "_noun": Optional(Word("year_noun")),
            "first": _YEAR,
            "_cut": Mark("/-–"),
            "second": _YEAR,
            "_era": Optional(Kind("era")),
        },
        _pair,
    ),
)
