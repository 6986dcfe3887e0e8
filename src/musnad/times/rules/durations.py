"""Lengths of time, and days at a length of time from the present one."""

from musnad.arabic import BARE, is_full_dual
from musnad.grammar import Kind, Number, Optional, Rule, Word
from musnad.lexicon import Hit
from musnad.times.values import Fixed, Length, Offset

LONGEST = 5000  # units; a larger number is no length of time
FIRST_YEAR, LAST_YEAR = 1800, 2150


def _counted(count: int, unit: Hit) -> Length | None:
    counted = unit.form.number in {"s", "p"} and not unit.definite
    return Length(count, unit.entry.text("unit")) if counted else None


def _dual(unit: Hit) -> Length | None:
    """The dual is a count of its own, if nothing makes it two particular ones."""
    full = unit.form.number == "d" and is_full_dual(unit.form.pattern)
    return Length(2, unit.entry.text("unit")) if full and not unit.definite else None


def _rolling(length: Length, shift: Hit) -> Length | None:
    return length if shift.entry.flag("rolling") else None


def _units_rolling(unit: Hit, count: int, shift: Hit) -> Length | None:
    if not shift.entry.flag("rolling") or unit.form.number != "p":
        return None
    return Length(count, unit.entry.text("unit"))


def _dual_rolling(unit: Hit, shift: Hit) -> Length | None:
    if unit.form.number != "d" or not shift.entry.flag("rolling"):
        return None
    return Length(2, unit.entry.text("unit"))


def _one(unit: Hit) -> Length | None:
    single = unit.form.number == "s" and not unit.definite and not unit.prefix
    return Length(1, unit.entry.text("unit")) if single else None


def _offset(ago: Hit, length: Length) -> Offset | Length:
    sign = ago.entry.number("sign")
    return Offset(length, sign) if sign else length


def _several(unit: Hit) -> Length | None:
    plural = unit.form.number == "p" and not unit.definite and not unit.prefix
    return Length(None, unit.entry.text("unit")) if plural else None


def _vaguely(ago: Hit, unit: Hit) -> Fixed | Length | None:
    several = _several(unit)
    sign = ago.entry.number("sign")
    return several if several is None or not sign else Fixed("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF")


RULES = (
    Rule("times.length.several", "plural", {"unit": Word("time_unit")}, _several),
    Rule("times.offset.several", "offset", {"ago": Word("ago"), "unit": Word("time_unit")}, _vaguely),
    Rule("times.length.counted", "length", {"count": Number(1, LONGEST), "unit": Word("time_unit")}, _counted),
    Rule("times.length.dual", "length", {"unit": Word("time_unit")}, _dual),
    Rule("times.length.rolling", "length", {"length": Kind("length"), "shift": Word("relative")}, _rolling),
    Rule(
        "times.length.units_rolling",
        "length",
        {"unit": Word("time_unit"), "count": Number(2, LONGEST, prefixes=BARE), "shift": Word("relative")},
        _units_rolling,
    ),
    Rule("times.length.dual_rolling", "length", {"unit": Word("time_unit"), "shift": Word("relative")}, _dual_rolling),
    Rule(
        "times.length.approximate",
        "about",
        {"_about": Word("approximate"), "length": Kind("length")},
        lambda length: length,
    ),
    Rule("times.length.approximate_one", "about", {"_about": Word("approximate"), "unit": Word("time_unit")}, _one),
    Rule("times.offset.length", "offset", {"ago": Word("ago"), "length": Kind("length")}, _offset),
    Rule("times.offset.about", "offset", {"ago": Word("ago"), "length": Kind("about")}, _offset),
    Rule("times.offset.one", "offset", {"ago": Word("ago"), "length": Kind("one_unit")}, _offset),
    Rule("times.length.one", "one_unit", {"unit": Word("time_unit")}, _one),
    Rule(
        "times.year.bare",
        "bare_year",
        {"_noun": Optional(Word("year_noun")), "year": Number(FIRST_YEAR, LAST_YEAR, digits=True)},
        lambda year: year,
    ),
)
