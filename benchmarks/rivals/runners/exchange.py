"""How a rival is asked and answers: JSON lines in and out, and on standard error what it took.

In: {"id", "text", "published"}. Out: {"id", "times": [{"span": [start, end], "value": TIMEX3}]}, spans in code points.
The first text is read twice and only the second time counts: all before, from the start of the process, is start-up.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from datetime import datetime

Found = tuple[int, int, str]
"""Start, end and TIMEX3 value of one expression."""

LENGTH = {"year": 4, "month": 7, "day": 10, "hour": 13, "minute": 16}
"""Characters of an ISO date-time down to a grain."""


def serve(read: Callable[[str, datetime], list[Found]]) -> None:
    """Answer for all lines of standard input."""
    asked = [json.loads(line) for line in sys.stdin]
    read(asked[0]["text"], day_of(asked[0]["published"]))
    ready = time.process_time()
    for each in asked:
        times = [{"span": [start, end], "value": value} for start, end, value in _read(read, each)]
        print(json.dumps({"id": each["id"], "times": times}, ensure_ascii=False))
    seconds = time.process_time() - ready
    print(json.dumps({"seconds": seconds, "start": ready}), file=sys.stderr)


def _read(read: Callable[[str, datetime], list[Found]], each: dict[str, str]) -> list[Found]:
    try:
        return read(each["text"], day_of(each["published"]))
    except Exception as error:  # noqa: BLE001 - what a rival cannot read counts as not found
        print(f"{each['id']}: {type(error).__name__}: {error}", file=sys.stderr)
        return []


def day_of(published: str | None) -> datetime:
    """Return the moment from which a text is read; without one any will do, and what is relative will be wrong."""
    return datetime.fromisoformat(published).replace(tzinfo=None) if published else datetime(2000, 1, 1)  # noqa: DTZ001


def lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the paragraphs of a text with their places, for those who read sentences and not articles."""
    at = 0
    for line in text.split("\n"):
        if line.strip():
            yield at, line
        at += len(line) + 1


def to_grain(moment: datetime, grain: str) -> str:
    """Return the TIMEX3 value of a moment at a grain."""
    iso = moment.isoformat()[: LENGTH.get(grain, 10)]
    return f"{iso}:00" if grain == "hour" else iso
