"""Weekdays: bare, with a relative adjective, in pairs, and before a full date; days and their parts."""

from typing import Any

from musnad.arabic import JOINED
from musnad.arabic.letters import ALEF
from musnad.grammar import Kind, Mark, Optional, Rule, Word
from musnad.lexicon import Hit
from musnad.times.values import Clock, Date, DayWord, Part, Weekday

WEEK = 7
ONE_NIGHT = "part_of_day.one_night"
_DAY = Optional(Word("day_noun"))
_GAP = Optional(Mark("،,-"))


def _bare(day: Hit) -> Weekday | None:
    return Weekday(day.entry.number("number")) if day.definite else None


def _shifted(day: Weekday, shift: Hit) -> Weekday | None:
    if shift.entry.flag("strict"):
        return None
    return Weekday(day.number, shift.entry.number("shift") or None)


def _twice(day: Weekday, shift: Hit) -> Weekday | None:
    number = shift.entry.number("shift")
    return Weekday(day.number, number, weeks=1) if number else None


def _dated(day: Weekday, date: Date) -> Date | None:
    if date.day is None or date.weekday is not None:
        return None
    return date._replace(weekday=day.number)


def _pair(day: Weekday, last: Weekday) -> Weekday | None:
    """Weekdays that follow each other, two or more: «الثلاثاء والأربعاء القادمين»."""
    if (day.last or day.number) % WEEK + 1 != last.number:
        return None
    return Weekday(day.number, last.shift, last.weeks, last.last or last.number)


def _part(part: Hit, day: Any) -> Part | None:  # noqa: ANN401 - any kind of day
    dated = isinstance(day, DayWord | Weekday) or (isinstance(day, Date) and day.day is not None)
    return Part(part.entry.text("code"), day) if dated else None


def _adverb(part: Hit) -> Part | None:
    """«ليلا», «فجرا»: the accusative needs no day behind it; nor do «ساعات الليل»."""
    bare = not part.definite and not part.prefix and part.form.pattern.endswith(ALEF) and part.last - part.first == 1
    return Part(part.entry.text("code")) if bare or part.entry.flag("alone") else None


def _midnight(part: Part) -> Clock | None:
    """Midnight of a night is the first moment of the day after it."""
    day = part.day
    if part.code != "NI" or not isinstance(day, DayWord | Weekday):
        return None
    if isinstance(day, DayWord):
        return Clock(0, 0, day=DayWord(day.offset + 1))
    return Clock(0, 0, day=Weekday(day.number % 7 + 1, day.shift, day.weeks))


def _night_between(part: Hit, day: Weekday, last: Weekday) -> Part | None:
    if part.entry.text("code") != "NI" or day.number % 7 + 1 != last.number:
        return None
    return Part("NI", day)


def _this_night(part: Hit) -> Part | None:
    return Part("NI", DayWord(0)) if part.definite and part.entry.id == ONE_NIGHT else None


def _last_night(part: Hit, shift: Hit) -> Part | None:
    if part.entry.text("code") != "NI" or not part.definite:
        return None
    number = shift.entry.number("shift")
    return Part("NI", DayWord(number))


def _night_twice(part: Hit, shift: Hit) -> Part | None:
    night = _last_night(part, shift)
    number = shift.entry.number("shift")
    return Part("NI", DayWord(2 * number)) if night is not None and number else None


_WEEKDAY = Kind("weekday_value", lambda day: day.shift is None and day.last is None)
_ONE_DAY = Kind("weekday_value", lambda day: day.last is None)

RULES = (
    Rule("times.weekday.bare", "weekday_value", {"_noun": _DAY, "day": Word("weekday")}, _bare),
    Rule("times.weekday.relative", "weekday_value", {"day": _WEEKDAY, "shift": Word("relative")}, _shifted),
    Rule(
        "times.weekday.relative_twice",
        "weekday_value",
        {"day": _WEEKDAY, "_twice": Word("relative_twice"), "shift": Word("relative")},
        _twice,
    ),
    Rule(
        "times.weekday.pair",
        "weekday_value",
        {"day": Kind("weekday_value", lambda day: day.shift is None), "last": Kind("weekday_value", prefixes=JOINED)},
        _pair,
    ),
    Rule("times.weekday.day", "day", {"day": Kind("weekday_value")}, lambda day: day),
    Rule("times.weekday.date", "day", {"day": _ONE_DAY, "_gap": _GAP, "date": Kind("date")}, _dated),
    Rule(
        "times.weekday.date_corresponding",
        "day",
        {"day": _ONE_DAY, "_word": Word("corresponding"), "date": Kind("date")},
        _dated,
    ),
    Rule(
        "times.weekday.date_bracket",
        "day",
        {"day": _ONE_DAY, "_open": Mark("("), "date": Kind("date"), "_close": Mark(")")},
        _dated,
    ),
    Rule(
        "times.weekday.date_in",
        "day",
        {"day": _WEEKDAY, "_in": Word("of_word", {"inside": True}), "date": Kind("date")},
        _dated,
    ),
    Rule("times.part.before", "part", {"part": Word("part_of_day"), "day": Kind("day")}, _part),
    Rule(
        "times.part.of",
        "part",
        {"part": Word("part_of_day"), "_of": Word("of_word"), "day": Kind("day")},
        _part,
    ),
    Rule("times.part.of_date", "part", {"part": Word("part_of_day"), "day": Kind("date")}, _part),
    Rule("times.part.after", "part", {"day": Kind("day"), "part": Word("part_of_day")}, _part),
    Rule(
        "times.part.night_to",
        "part",
        {"part": Word("part_of_day"), "day": _WEEKDAY, "_to": Word("range_word"), "last": _WEEKDAY},
        _night_between,
    ),
    Rule(
        "times.part.night_dash",
        "part",
        {"part": Word("part_of_day"), "day": _WEEKDAY, "_to": Mark("-–/"), "last": _WEEKDAY},
        _night_between,
    ),
    Rule(
        "times.part.night_pair",
        "part",
        {"part": Word("part_of_day"), "day": _WEEKDAY, "last": _WEEKDAY},
        _night_between,
    ),
    Rule("times.part.adverb", "part", {"part": Word("part_of_day")}, _adverb),
    Rule("times.part.midnight", "clock_day", {"_middle": Word("part_of_period"), "part": Kind("part")}, _midnight),
    Rule("times.part.this_night", "part", {"part": Word("part_of_day")}, _this_night),
    Rule("times.part.last_night", "part", {"part": Word("part_of_day"), "shift": Word("relative")}, _last_night),
    Rule(
        "times.part.night_before_last",
        "part",
        {"part": Word("part_of_day"), "_twice": Word("relative_twice"), "shift": Word("relative")},
        _night_twice,
    ),
)
