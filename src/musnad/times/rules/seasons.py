"""Seasons of a year: with a year, a relative adjective, or as part of a period."""

from musnad.grammar import Kind, Number, Optional, Rule, Word
from musnad.lexicon import Hit
from musnad.times.rules.durations import FIRST_YEAR, LAST_YEAR
from musnad.times.values import Period, Season, YearPart


def _of_year(season: Hit, year: int) -> YearPart:
    return YearPart(year, season.entry.text("code"))


def _in_year(season: Hit, year: Period) -> Period | None:
    return Period("Y", year.shift, season.entry.text("code")) if year.unit == "Y" and not year.code else None


def _relative(season: Hit, shift: Hit) -> Season | None:
    if not season.definite or shift.entry.flag("strict"):
        return None
    return Season(season.entry.text("code"), shift.entry.number("shift"))


def _this(season: Hit) -> Season | None:
    return Season(season.entry.text("code"), 0) if season.definite else None


_SEASON = Word("season")
_OF = Optional(Word("of_word"))

RULES = (
    Rule(
        "times.season.year",
        "season_value",
        {
            "season": _SEASON,
            "_of": _OF,
            "_noun": Optional(Word("year_noun", {"number": "s"})),
            "year": Number(FIRST_YEAR, LAST_YEAR, digits=True),
        },
        _of_year,
    ),
    Rule("times.season.in_year", "season_value", {"season": _SEASON, "_of": _OF, "year": Kind("period")}, _in_year),
    Rule("times.season.relative", "season_value", {"season": _SEASON, "shift": Word("relative")}, _relative),
    Rule("times.season.this", "season_value", {"_this": Word("demonstrative"), "season": _SEASON}, _this),
    Rule("times.season.part", "season_part", {"_part": Word("part_of_period"), "season": _SEASON}, _this),
    Rule(
        "times.season.part_of",
        "season_part",
        {"_part": Word("part_of_period"), "_of": _OF, "season": Kind("season_value")},
        lambda season: season,
    ),
)
