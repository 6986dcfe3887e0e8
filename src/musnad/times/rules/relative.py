"""Day words: today, yesterday, tomorrow, with or without their weekday."""

from musnad.grammar import Kind, Mark, Optional, Rule, Word
from musnad.lexicon import Hit
from musnad.times.values import Date, DayWord

_GAP = Optional(Mark("،,-"))


def _alone(word: Hit) -> DayWord:
    return DayWord(word.entry.number("offset"))


def _with_weekday(day: DayWord, weekday: Hit) -> DayWord | None:
    return DayWord(day.offset, weekday.entry.number("number")) if weekday.definite else None


def _with_date(day: DayWord, date: Date) -> Date | None:
    """«اليوم الثلاثاء 14 سبتمبر»: the date is the value, the day word its apposition."""
    sure = day.weekday is not None or date.month is not None
    return date._replace(beside=day) if sure and date.day is not None else None


def _explained(day: DayWord, weekday: Hit, date: Date) -> Date | None:
    """«أمس (الثلاثاء 17 أكتوبر)»."""
    number = weekday.entry.number("number")
    return _with_date(day._replace(weekday=number), date._replace(weekday=number)) if weekday.definite else None


RULES = (
    Rule("times.day_word.alone", "day_word_value", {"word": Word("day_word")}, _alone),
    Rule("times.day_word.noun", "day_word_value", {"_noun": Word("day_noun"), "word": Word("day_word")}, _alone),
    Rule(
        "times.day_word.this",
        "day_word_value",
        {"_this": Word("demonstrative"), "word": Word("day_word", {"offset": 0})},
        _alone,
    ),
    Rule(
        "times.day_word.weekday",
        "day_word_value",
        {"day": Kind("day_word_value", lambda d: d.weekday is None), "_gap": _GAP, "weekday": Word("weekday")},
        _with_weekday,
    ),
    Rule(
        "times.day_word.weekday_bracket",
        "day_word_value",
        {
            "day": Kind("day_word_value", lambda d: d.weekday is None),
            "_open": Mark("("),
            "weekday": Word("weekday"),
            "_close": Mark(")"),
        },
        _with_weekday,
    ),
    Rule("times.day_word.day", "day", {"day": Kind("day_word_value")}, lambda day: day),
    Rule(
        "times.day_word.date_corresponding",
        "day",
        {"day": Kind("day_word_value"), "_word": Word("corresponding"), "date": Kind("date")},
        _with_date,
    ),
    Rule(
        "times.day_word.date_bracket",
        "day",
        {
            "day": Kind("day_word_value", lambda d: d.weekday is None),
            "_open": Mark("("),
            "weekday": Word("weekday"),
            "date": Kind("date"),
            "_close": Mark(")"),
        },
        _explained,
    ),
    Rule(
        "times.day_word.date",
        "day",
        {"day": Kind("day_word_value"), "_gap": _GAP, "date": Kind("date")},
        _with_date,
    ),
)
