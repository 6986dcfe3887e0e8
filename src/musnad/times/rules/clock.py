"""Clock times: by name and in digits, with part of day, day and zone."""

from typing import Any

from musnad.arabic import AND, BARE
from musnad.grammar import Context, Kind, Mark, Number, Optional, Rule, Word
from musnad.lexicon import Hit
from musnad.times.values import Clock, Date, Length, Part

LAST_HOUR, HALF_DAY, LAST_MINUTE = 24, 12, 59
_HOUR_LENGTH, _HALF_CIRCLE = 60, 12 * 60  # minutes


def _clock(hour: int, minutes: int = 0) -> Clock:
    """Return a clock time; 24 hours are the midnight that ends a day."""
    total = hour * _HOUR_LENGTH + minutes
    return Clock(total // _HOUR_LENGTH, total % _HOUR_LENGTH)


def _named(hour: Hit, minutes: Hit | None = None) -> Clock:
    return _clock(hour.entry.number("value"), minutes.entry.number("value") if minutes else 0)


def _and_minutes(hour: Hit, minutes: Length) -> Clock | None:
    """«السابعة وخمس دقائق»."""
    few = minutes.count is not None and minutes.count <= LAST_MINUTE
    return _clock(hour.entry.number("value"), minutes.count or 0) if few else None


def _digits(hour: int, minute: int | None = None) -> Clock:
    return _clock(hour, minute or 0)


def _same(clock: Clock) -> Clock:
    return clock


def _with_utc(clock: Clock, utc: Clock) -> Clock | None:
    """A local time with the universal one in brackets tells its zone: the quarters of an hour between them."""
    if clock.zone or utc.zone != "Z":
        return None
    ahead = (clock.hour - utc.hour) * _HOUR_LENGTH + clock.minute - utc.minute
    ahead = (ahead + _HALF_CIRCLE) % (2 * _HALF_CIRCLE) - _HALF_CIRCLE
    sign, (hours, minutes) = "-" if ahead < 0 else "+", divmod(abs(ahead), _HOUR_LENGTH)
    return clock._replace(zone=f"{sign}{hours:02}:{minutes:02}") if minutes % 15 == 0 else None


def _in_part(clock: Clock, part: Hit) -> Clock:
    noon = part.entry.number("noon") and not _small_hours(clock, part)
    late = noon and (clock.hour < HALF_DAY or (clock.hour == HALF_DAY and part.entry.text("code") in {"EV", "NI"}))
    return clock._replace(hour=clock.hour + HALF_DAY if late else clock.hour)  # «الثانية عشرة ليلا» is 24 hours


def _in_part_of(clock: Clock, part: Hit) -> Clock | None:
    """«7:45 صباحا»."""
    return _in_part(clock, part) if not part.definite and clock.hour <= HALF_DAY else None


def _before(hour: Clock, last: Clock) -> Clock | None:
    """The first of two hours lies in the half of the day of the second, if that is not before it: «9 إلى 1 ظهرا»."""
    late = last.hour > HALF_DAY and hour.hour + HALF_DAY < last.hour
    return hour._replace(hour=hour.hour + HALF_DAY if late else hour.hour) if last.day is None else None


def _until(hour: int, part: Hit) -> Clock | None:
    """The end of a range of clock times needs no word for the hour."""
    return _in_part(_clock(hour), part) if not part.definite else None


def _small_hours(clock: Clock, part: Hit) -> bool:
    """Say whether an hour of the night lies after midnight."""
    return part.entry.text("code") == "NI" and clock.hour < 5  # noqa: PLR2004 - «الثالثة ليلا» is before dawn


def _on_day(clock: Clock, day: Any) -> Clock | None:  # noqa: ANN401 - any kind of day
    if clock.day is not None or (isinstance(day, Date) and day.day is None):
        return None
    return clock._replace(day=day)


def _on_part(clock: Clock, part: Part) -> Clock | None:
    if clock.day is not None:
        return None
    late = part.code in {"AF", "EV"} or (part.code == "NI" and clock.hour >= 5)  # noqa: PLR2004 - as above
    late = late and (clock.hour < HALF_DAY or (clock.hour == HALF_DAY and part.code != "AF"))
    hour = clock.hour + HALF_DAY if late else clock.hour
    return clock._replace(hour=hour, day=part.day)


def _zoned(clock: Clock, zone: Hit) -> Clock | None:
    return clock._replace(zone=zone.entry.text("value")) if not clock.zone else None


_OF = Optional(Word("of_word"))
_HOUR = Number(0, LAST_HOUR, digits=True)
_MINUTE = Number(0, LAST_MINUTE, digits=True)
_NO_DAY = Kind("clock_time", lambda c: c.day is None)

RULES = (
    Rule("times.clock.name", "clock_time", {"_clock": Word("clock"), "hour": Word("hour_word")}, _named),
    Rule(
        "times.clock.name_minutes",
        "clock_time",
        {
            "_clock": Optional(Word("clock")),
            "hour": Word("hour_word"),
            "minutes": Word("minute_word", prefixes=BARE),
        },
        _named,
    ),
    Rule(
        "times.clock.name_and_minutes",
        "clock_time",
        {
            "_clock": Optional(Word("clock")),
            "hour": Word("hour_word"),
            "minutes": Kind("length", lambda length: length.unit == "MIN", prefixes=frozenset({AND})),
        },
        _and_minutes,
    ),
    Rule("times.clock.digits", "clock_time", {"_clock": Word("clock"), "hour": _HOUR}, _digits),
    Rule(
        "times.clock.digits_minutes",
        "hour_minute",
        {"hour": _HOUR, "_cut": Mark(":،"), "minute": _MINUTE},
        _digits,
    ),
    Rule("times.clock.of_digits", "clock_time", {"_clock": Word("clock"), "clock": Kind("hour_minute")}, _same),
    Rule(
        "times.clock.of_bracket",
        "clock_time",
        {"_clock": Word("clock"), "_open": Mark("("), "clock": Kind("hour_minute"), "_close": Mark(")")},
        _same,
    ),
    Rule("times.clock.digits_zone", "zoned", {"clock": Kind("hour_minute"), "zone": Word("zone")}, _zoned),
    Rule("times.clock.hundred_zone", "zoned", {"clock": Kind("hour_hundred"), "zone": Word("zone")}, _zoned),
    Rule(
        "times.clock.digits_zone_bracket",
        "zoned",
        {"clock": Kind("hour_minute"), "_open": Mark("("), "zone": Word("zone"), "_close": Mark(")")},
        _zoned,
    ),
    Rule("times.clock.zoned", "clock_zone", {"clock": Kind("zoned")}, _same),
    Rule(
        "times.clock.name_part",
        "clock_part",
        {"clock": Kind("hour_alone"), "part": Word("part_of_day")},
        lambda clock, part: _in_part(clock, part) if not part.definite else None,
    ),
    Rule(
        "times.clock.until",
        "clock_part",
        {"_to": Context(Word("range_word")), "hour": Number(1, HALF_DAY, digits=True), "part": Word("part_of_day")},
        _until,
    ),
    Rule(
        "times.clock.between",
        "clock_part",
        {
            "_from": Context(Kind("clock_part")),
            "_and": Context(Mark(AND)),
            "hour": Number(1, HALF_DAY, digits=True),
            "part": Word("part_of_day"),
        },
        _until,
    ),
    Rule(
        "times.clock.first_of_range",
        "clock_part",
        {"hour": Kind("hour_alone"), "_to": Context(Word("range_word")), "last": Context(Kind("clock_part"))},
        _before,
    ),
    Rule(
        "times.clock.digits_part",
        "clock_part",
        {"clock": Kind("hour_minute"), "part": Word("part_of_day")},
        _in_part_of,
    ),
    Rule("times.clock.hour", "hour_alone", {"hour": Word("hour_word")}, _named),
    Rule("times.clock.part", "clock_part", {"clock": _NO_DAY, "part": Word("part_of_day")}, _in_part),
    Rule("times.clock.plain", "clock_part", {"clock": Kind("clock_time")}, lambda clock: clock),
    Rule("times.clock.day", "clock_day", {"clock": Kind("clock_part"), "_of": _OF, "day": Kind("day")}, _on_day),
    Rule("times.clock.of_part", "clock_day", {"clock": Kind("clock_part"), "_of": _OF, "part": Kind("part")}, _on_part),
    Rule(
        "times.clock.name_of_part",
        "clock_day",
        {"clock": Kind("hour_alone"), "_of": Word("of_word"), "part": Kind("part")},
        _on_part,
    ),
    Rule("times.clock.alone", "clock_day", {"clock": Kind("clock_part")}, lambda clock: clock),
    Rule("times.clock.zone", "clock_zone", {"clock": Kind("clock_day"), "zone": Word("zone")}, _zoned),
    Rule(
        "times.clock.zone_bracket",
        "clock_zone",
        {"clock": Kind("clock_day"), "_open": Mark("("), "zone": Word("zone"), "_close": Mark(")")},
        _zoned,
    ),
    Rule(
        "times.clock.local_and_utc",
        "clock_zone",
        {"clock": Kind("clock_day"), "_open": Mark("("), "utc": Kind("zoned"), "_close": Mark(")")},
        _with_utc,
    ),
    Rule(
        "times.clock.zone_and_utc",
        "clock_zone",
        {"clock": Kind("clock_zone"), "_open": Mark("("), "utc": Kind("zoned"), "_close": Mark(")")},
        _with_utc,
    ),
    Rule("times.clock.zone_day", "clock_zone", {"clock": Kind("clock_zone"), "_of": _OF, "day": Kind("day")}, _on_day),
    Rule(
        "times.clock.zone_part", "clock_zone", {"clock": Kind("clock_zone"), "_of": _OF, "part": Kind("part")}, _on_part
    ),
)
