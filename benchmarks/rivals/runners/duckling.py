"""Duckling's rules for Arabic, in the wheel that carries them to Python (puckling), a paragraph at a time."""

from datetime import UTC, datetime, timedelta

from exchange import Found, lines, serve, to_grain
from puckling import (  # type: ignore[import-not-found]
    Context,
    DurationValue,
    InstantValue,
    IntervalValue,
    Lang,
    Locale,
    TimeValue,
    parse,
)

_UNITS = {"year": "P{}Y", "quarter": "P{}Q", "month": "P{}M", "week": "P{}W", "day": "P{}D"}
_UNITS |= {"hour": "PT{}H", "minute": "PT{}M", "second": "PT{}S"}


def read(text: str, published: datetime) -> list[Found]:
    """Return the expressions of a text."""
    context = Context(reference_time=published.replace(tzinfo=UTC), locale=Locale(Lang.AR))
    found: list[Found] = []
    for at, line in lines(text):
        for entity in parse(line, context, dims=("time", "duration")):
            value = _value(entity.value)
            if value is not None:
                found.append((at + entity.start, at + entity.end, value))
    return found


def _value(value: object) -> str | None:
    if isinstance(value, TimeValue):
        return _value(value.primary)
    if isinstance(value, InstantValue):
        return _instant(value.value, value.grain.value)
    if isinstance(value, IntervalValue):
        first, last = value.start, value.end
        day = first.grain.value in {"day", "week", "month", "year"}
        end = last.value - timedelta(days=1) if day else last.value  # its end is the first moment behind
        grain = "day" if day else "minute"
        return f"{to_grain(first.value, grain)}/{to_grain(end, grain)}"
    if isinstance(value, DurationValue):
        return _UNITS[value.grain.value].format(value.value)
    return None


def _instant(moment: datetime, grain: str) -> str:
    if grain == "week":
        year, week, _ = moment.isocalendar()
        return f"{year}-W{week:02}"
    if grain == "quarter":
        return f"{moment.year}-Q{(moment.month + 2) // 3}"
    return to_grain(moment, "minute" if grain == "second" else grain)


if __name__ == "__main__":
    serve(read)
