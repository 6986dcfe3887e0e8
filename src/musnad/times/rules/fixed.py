"""Sets, decades, centuries and feasts."""

from musnad.grammar import Kind, Number, Optional, Rule, Word
from musnad.lexicon import Hit
from musnad.times.placed import length as iso
from musnad.times.values import Date, Fixed, Length

FIRST_CENTURY, LAST_CENTURY = 11, 21  # that are told by their number in digits; older ones may be Hijri
_SETS = {"D": "P1D", "W": "P1W", "M": "P1M", "Y": "P1Y", "H": "PT1H"}


def _set(word: Hit) -> Fixed:
    return Fixed("SET", word.entry.text("value"))


def _every(unit: Hit) -> Fixed | None:
    code = _SETS.get(unit.entry.text("unit"))
    return Fixed("SET", code) if code and unit.form.number == "s" else None


def _every_weekday(day: Hit) -> Fixed:
    return Fixed("SET", f"XXXX-WXX-{day.entry.number('number')}")


def _every_so_often(length: Length) -> Fixed | None:
    return Fixed("SET", iso(length)) if length.count is not None else None


def _days_of(unit: Hit, day: Hit) -> Fixed | None:
    """«أيام الجمعة»: Fridays."""
    return _every_weekday(day) if unit.form.number == "p" and not unit.definite and day.definite else None


def _decade(decade: Hit, century: Hit | None = None) -> Fixed:
    hundreds = century.entry.number("value") if century else 19
    return Fixed("DATE", f"{hundreds}{decade.entry.number('value')}")


def _decade_of_number(decade: Hit, number: int) -> Fixed:
    return Fixed("DATE", f"{number - 1}{decade.entry.number('value')}")


def _century(century: Hit) -> Fixed:
    return Fixed("DATE", f"{century.entry.number('value'):02}")


def _weekday_of_each(day: Hit, unit: Hit) -> Fixed | None:
    """«الاثنين من كل أسبوع»."""
    each = day.definite and unit.entry.text("unit") == "W" and unit.form.number == "s"
    return _every_weekday(day) if each else None


def _feast(feast: Hit, shift: Hit | None) -> Date:
    entry = feast.entry
    number = shift.entry.number("shift") if shift else 0
    return Date(None, entry.number("month"), entry.number("day"), entry.text("calendar"), shift=number or None)


RULES = (
    Rule("times.set.word", "fixed", {"word": Word("set_word")}, _set),
    Rule("times.set.every", "fixed", {"_every": Word("every"), "unit": Word("time_unit")}, _every),
    Rule(
        "times.set.every_weekday",
        "fixed",
        {"_every": Word("every"), "_noun": Optional(Word("day_noun")), "day": Word("weekday")},
        _every_weekday,
    ),
    Rule(
        "times.set.weekday_of_each",
        "fixed",
        {
            "_noun": Optional(Word("day_noun")),
            "day": Word("weekday"),
            "_of": Word("of_word"),
            "_every": Word("every"),
            "unit": Word("time_unit"),
        },
        _weekday_of_each,
    ),
    Rule("times.set.every_length", "fixed", {"_every": Word("every"), "length": Kind("length")}, _every_so_often),
    Rule("times.set.days_of", "fixed", {"unit": Word("time_unit", {"unit": "D"}), "day": Word("weekday")}, _days_of),
    Rule(
        "times.decade.named",
        "long_ago",
        {"decade": Word("decade"), "_of": Optional(Word("of_word")), "century": Word("century")},
        _decade,
    ),
    Rule(
        "times.decade.of_number",
        "long_ago",
        {
            "decade": Word("decade"),
            "_of": Optional(Word("of_word")),
            "_noun": Word("century_noun"),
            "number": Number(FIRST_CENTURY, LAST_CENTURY, digits=True),
        },
        _decade_of_number,
    ),
    Rule("times.decade.alone", "long_ago", {"decade": Word("decade")}, _decade),
    Rule("times.century.named", "long_ago", {"century": Word("century")}, _century),
    Rule(
        "times.century.digits",
        "long_ago",
        {"_noun": Word("century_noun"), "number": Number(FIRST_CENTURY, LAST_CENTURY, digits=True)},
        lambda number: Fixed("DATE", str(number - 1)),
    ),
    Rule("times.decade.whole", "fixed", {"value": Kind("long_ago")}, lambda value: value),
    Rule(
        "times.decade.part",
        "fixed",
        {"_part": Word("part_of_period"), "_of": Optional(Word("of_word")), "value": Kind("long_ago")},
        lambda value: value,
    ),
    Rule("times.feast.named", "feast_day", {"feast": Word("feast"), "shift": Optional(Word("relative"))}, _feast),
    Rule("times.trap.name", "trap", {"_word": Word("time_trap")}, lambda: True),
    Rule("times.feast.day", "fixed_day", {"date": Kind("feast_day")}, lambda date: date),
)
