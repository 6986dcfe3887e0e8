"""Earlier and later: vague references, alone or within a day that is named."""

from typing import Any

from musnad.grammar import Context, Kind, Optional, Rule, Word
from musnad.lexicon import Hit
from musnad.times.values import Clock, Date, Fixed


def _vague(word: Hit) -> Fixed:
    value = word.entry.text("value")
    return Fixed("DURATION" if value.startswith("P") and value[1] in "XT" else "DATE", value)


def _on_day(day: Any) -> Any:  # noqa: ANN401 - any kind of day
    """«في وقت لاحق من اليوم»: the day is what can be said."""
    return None if isinstance(day, Clock) or (isinstance(day, Date) and day.day is None) else day


_OF = Optional(Word("of_word"))

RULES = (
    Rule("times.vague.word", "fixed", {"word": Word("vague")}, _vague),
    Rule("times.vague.period", "fixed", {"word": Word("vague_period")}, _vague),
    Rule(
        "times.vague.part",
        "fixed",
        {"_part": Word("part_of_period"), "_of": _OF, "word": Word("vague_period")},
        _vague,
    ),
    Rule(
        "times.vague.behind_in",
        "fixed",
        {"_in": Context(Word("of_word", {"inside": True})), "word": Word("vague_noun")},
        _vague,
    ),
    Rule("times.vague.on_day", "timed_day", {"_word": Word("some_time"), "_of": _OF, "day": Kind("day")}, _on_day),
    Rule("times.vague.on_part", "timed_day", {"_word": Word("some_time"), "_of": _OF, "day": Kind("part")}, _on_day),
    Rule(
        "times.vague.on_period", "timed_day", {"_word": Word("some_time"), "_of": _OF, "day": Kind("period")}, _on_day
    ),
    Rule("times.vague.some_time", "fixed", {"word": Word("some_time")}, _vague),
)
