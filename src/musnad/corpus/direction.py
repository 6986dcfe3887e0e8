"""Which of two texts was taken from which, with the evidence; unknown where nothing tells, or where it disagrees."""

from collections.abc import Iterator
from datetime import datetime

from musnad.arabic import fold_word
from musnad.corpus.credit import Credits
from musnad.corpus.hands import alike, hands, inside
from musnad.model import Link, Reading
from musnad.model.copies import Direction, Edit, Evidence

_HOUR = 3600  # seconds: papers that print a dispatch at once say nothing about each other
_SIDES = ("first", "second")


def direction(
    readings: tuple[Reading, Reading], credits_: tuple[Credits, Credits], edits: tuple[Edit, ...]
) -> Direction:
    """Return the direction between two copies.

    Credits to one agency make the agency's dispatch the source of both. Else all evidence must speak for one side.
    """
    found = (*_publishers(readings, credits_), *_credited(credits_), *_times(readings), *_lost(readings, edits))
    sources = {each.source for each in found if each.kind != "time"} or {each.source for each in found}
    if "common" in sources and not any(each.kind == "publisher" for each in found):
        return Direction("common", found)
    sources.discard("common")
    late = {each.source for each in found if each.kind == "time"}
    agreed = len(sources) == 1 and late <= sources
    return Direction(next(iter(sources)) if agreed else None, found)


def _publishers(readings: tuple[Reading, Reading], credits_: tuple[Credits, Credits]) -> Iterator[Evidence]:
    """Yield where one text names the other's publisher as the hand from which it has it."""
    for side, own, other in zip(_SIDES, readings, reversed(readings), strict=True):
        publisher = own.article.publisher
        if publisher is None or publisher == other.article.publisher:
            continue
        named = {fold_word(link.name) for link in _hands(other)}
        if fold_word(publisher) in named:
            yield Evidence("publisher", side, f"the other text credits {publisher}")
            continue
        agencies = {credit.key for credit in credits_[_SIDES.index(side)].of("line") if credit.link.role == "publisher"}
        if agencies & {credit.key for credit in credits_[1 - _SIDES.index(side)].found}:
            yield Evidence("publisher", side, f"{publisher} is the agency that the other text credits")


def _hands(reading: Reading) -> Iterator[Link]:
    yield from (link for link in reading.chain if link.role in {"agency", "publisher"})
    for statement in reading.statements:
        yield from (link for link in statement.chain if link.role in {"outlet", "agency"})


def _credited(credits_: tuple[Credits, Credits]) -> Iterator[Evidence]:
    first, second = ({c.key: c.name for c in each.of("line", "text")} for each in credits_)
    shared = {key: name for key, name in first.items() if credits_[1].naming(key) is not None}
    shared |= {key: name for key, name in second.items() if credits_[0].naming(key) is not None}
    if shared:
        yield Evidence("credit", "common", f"both name {shared[min(shared)]}, and one credits it")
    elif first and not second:
        yield Evidence("credit", "first", f"credits {min(first.values())}, the other text nobody")
    elif second and not first:
        yield Evidence("credit", "second", f"credits {min(second.values())}, the other text nobody")


def _times(readings: tuple[Reading, Reading]) -> Iterator[Evidence]:
    """Yield who was first, where the days are known well enough to tell."""
    one, other = (reading.published for reading in readings)
    if one.value is None or other.value is None or one.day is None or other.day is None:
        return
    days = (other.day - one.day).days
    least = max(one.slack, other.slack) + 1
    if abs(days) >= least:
        yield Evidence("time", "first" if days > 0 else "second", f"{min(one.value, other.value)} is earlier")
        return
    seconds = _apart(one.value, other.value)
    if least == 1 and abs(seconds) > _HOUR:
        yield Evidence("time", "first" if seconds > 0 else "second", f"{abs(seconds) // _HOUR:.0f} h earlier")


def _apart(one: str, other: str) -> float:
    """Return the seconds from one moment to another, 0 where either is only a day or their zones cannot be compared."""
    moments = [datetime.fromisoformat(value) for value in (one, other) if "T" in value]
    if len(moments) < len(_SIDES) or (moments[0].tzinfo is None) != (moments[1].tzinfo is None):
        return 0
    return (moments[1] - moments[0]).total_seconds()


def _lost(readings: tuple[Reading, Reading], edits: tuple[Edit, ...]) -> Iterator[Evidence]:
    """Yield where one text keeps a hand that the other leaves out of the same sentence: names get lost, not found."""
    changed = [edit for edit in edits if edit.kind == "attribution"]
    for side, own, other in zip(_SIDES, readings, reversed(readings), strict=True):
        there = list(hands(other))
        spans = [edit.first if side == "first" else edit.second for edit in changed]
        kept = [link for span in spans for link in inside(list(hands(own)), span)]
        lost = [link for link in kept if not link.unnamed and not any(alike(link, known) for known in there)]
        if lost:
            yield Evidence("cut", side, f"names {lost[0].name}, which the same sentence of the other leaves out")
