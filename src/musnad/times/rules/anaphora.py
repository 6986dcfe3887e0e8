"""Times that count from what was told before: the next day, two days later, then, the same period of last year."""

from musnad.arabic import BA
from musnad.grammar import Kind, Optional, Rule, Word
from musnad.lexicon import Hit
from musnad.times.values import Anaphor, Date, DayOf, Length, Period, SameIn, Then

_COUNTED = {"D": ("D", 1), "W": ("D", 7), "M": ("M", 1), "Y": ("Y", 1)}


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


def _whole_year(value: Date | Period) -> bool:
    if isinstance(value, Period):
        return value.unit == "Y" and value.code is None
    return value.year is not None and value.month is None


_OF = Optional(Word("of_word"))
_YEAR = Kind("period", _whole_year)
_DATED = Kind("date", _whole_year)
_FROM = Word("of_word")

RULES = (
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
    Rule("times.anaphor.that_time", "told", {"_word": Word("that_time")}, Then),
    Rule("times.anaphor.like", "likeness", {"_noun": Word("like_noun"), "_like": Word("like_word")}, lambda: True),
    Rule(
        "times.anaphor.like_before",
        "likeness",
        {"_same": Word("same_before"), "_noun": Word("like_noun")},
        lambda: True,
    ),
    Rule("times.anaphor.same_in", "told", {"_like": Kind("likeness"), "_of": _FROM, "year": _YEAR}, SameIn),
    Rule("times.anaphor.same_in_year", "told", {"_like": Kind("likeness"), "_of": _FROM, "year": _DATED}, SameIn),
    Rule(
        "times.anaphor.same_in_number",
        "told",
        {"_like": Kind("likeness"), "_of": _FROM, "year": Kind("bare_year")},
        lambda year: SameIn(Date(year)),
    ),
)
