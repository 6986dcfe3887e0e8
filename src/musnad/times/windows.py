"""Stretches of days and evidence for them: plain interval arithmetic, closed on both sides."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

Window = tuple[date, date]
FIRST = date(2000, 1, 1)  # the first newspaper day that is offered for an undated article
KNOWN = date(2025, 12, 31)  # the end of what the terms of office know
AHEAD = 2  # years behind what is known in which an article may still have been written
EVER: Window = (date.min, date.max)
HARDLY = timedelta(45)  # a shorter overlap is that of two terms at their turn, no agreement


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one place of a text says of the day on which it was written.

    It cannot be older than `floor`. With `windows` it lies in one of them, unless newer evidence contradicts: whoever
    tells of old times names old holders of office.
    """

    reason: str
    floor: date | None = None
    windows: tuple[Window, ...] = ()


def far_end(begin: date, captured: date | None) -> date:
    """Return the last day that is offered for an article that was written on or after one day.

    It is that of the capture. Where nobody knows it, it lies some years behind what the terms of office know, or behind
    the text's own beginning: no clock is asked.
    """
    if captured is not None:
        return captured
    year = max(KNOWN.year, min(begin.year, date.max.year - AHEAD)) + AHEAD
    return date(year, KNOWN.month, KNOWN.day)


def both(ones: Iterable[Window], others: Sequence[Window], *, least: timedelta = HARDLY) -> list[Window]:
    """Return the stretches that two sets of windows share, in order; shorter ones than `least` are none."""
    shared = [(max(a, c), min(b, d)) for a, b in ones for c, d in others]
    return sorted((first, last) for first, last in shared if last - first >= least)


def agreed(evidence: Sequence[Evidence]) -> tuple[list[Window], list[Evidence]]:
    """Return the days on which all evidence agrees, and the evidence that was used.

    Floors come first; then windows, those that begin last before the others; what would leave hardly a day is set
    aside. Without any evidence that is all time; a side of which nothing speaks stays open.
    """
    floor = max((one.floor for one in evidence if one.floor), default=date.min)
    days: list[Window] = [(floor, date.max)]
    used = [one for one in evidence if one.floor == floor and not one.windows]
    for one in sorted((one for one in evidence if one.windows), key=lambda e: max(e.windows), reverse=True):
        rest = both(days, one.windows)
        if rest:
            days = rest
            used.append(one)
    return days, used
