"""Months that only their company makes months: behind a preposition, as part of a period, at the ends of a range."""

from musnad.arabic import JOINED
from musnad.grammar import Context, Kind, Mark, Optional, Rule, Word
from musnad.times.values import Date, Month


def _whole(month: Month) -> Date:
    return Date(month=month.number, calendar=month.calendar)


def _first(month: Month, date: Date) -> Date | None:
    """The first of two months has the year that is written behind the second, or the one before it."""
    if date.calendar != month.calendar or month.number == date.month:
        return None
    turned = date.year is not None and month.number > (date.month or 0)
    return date._replace(month=month.number, year=(date.year or 0) - 1 if turned else date.year)


_WEAK = Kind("month_name", lambda month: month.weak)
_BEHIND = Kind("month_name", lambda month: month.weak and not month.named)
_MONTH = Kind("date", lambda date: date.month is not None and date.day is None)
_ANY = Kind("month_name")

RULES = (
    Rule("times.month.lead", "date", {"_lead": Context(Word("month_lead")), "month": _BEHIND}, _whole),
    Rule(
        "times.month.part",
        "part_period",
        {"_part": Word("part_of_period"), "_of": Optional(Word("of_word")), "month": _WEAK},
        _whole,
    ),
    Rule(
        "times.month.first_of_range",
        "date",
        {"month": _ANY, "_to": Context(Word("range_word")), "date": Context(_MONTH)},
        _first,
    ),
    Rule(
        "times.month.first_of_dash",
        "date",
        {"month": _ANY, "_to": Context(Mark("-–")), "date": Context(_MONTH)},
        _first,
    ),
    Rule(
        "times.month.first_of_pair",
        "date",
        {"month": _ANY, "date": Context(Kind("date", _MONTH.test, prefixes=JOINED))},
        _first,
    ),
    Rule(
        "times.month.first_of_weak",
        "date",
        {"month": _BEHIND, "_to": Context(Word("range_word")), "_last": Context(_BEHIND)},
        _whole,
    ),
    Rule(
        "times.month.second_of_pair",
        "date",
        {"_date": Context(_MONTH), "month": Kind("month_name", _BEHIND.test, prefixes=JOINED)},
        _whole,
    ),
    Rule(
        "times.month.second_of_range",
        "date",
        {"_date": Context(_MONTH), "_to": Context(Word("range_word")), "month": _WEAK},
        _whole,
    ),
)
