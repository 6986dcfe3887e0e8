"""Maha's parser of times, a paragraph at a time."""

from datetime import datetime
from typing import Any

from exchange import Found, lines, serve, to_grain
from maha.parsers.functions import parse_dimension  # type: ignore[import-not-found]


def read(text: str, published: datetime) -> list[Found]:
    """Return the expressions of a text."""
    found: list[Found] = []
    for at, line in lines(text):
        for each in parse_dimension(line, time=True):
            value = _value(each.value, published)
            if value is not None:
                found.append((at + each.start, at + each.end, value))
    return found


def _value(value: Any, published: datetime) -> str | None:  # noqa: ANN401 - of a library that is not here
    """Return the moment that a difference to now makes, at the finest grain that it names."""
    if hasattr(value, "start") and hasattr(value, "end"):
        ends = [_value(each, published) for each in (value.start, value.end)]
        return None if None in ends else "/".join(str(end) for end in ends)
    moment = published + value
    return to_grain(moment, _grain(value))


def _grain(value: Any) -> str:  # noqa: ANN401 - as above
    if value.minute is not None or value.minutes:
        return "minute"
    if value.hour is not None or value.hours:
        return "hour"
    if value.day is not None or value.days or value.weekday is not None:
        return "day"
    return "month" if value.month is not None or value.months else "year"


if __name__ == "__main__":
    serve(read)
