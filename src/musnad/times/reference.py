"""Estimate the article's own day from what is stated and from the text's evidence."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from musnad.grammar import Edge
from musnad.lexicon import Hits
from musnad.model import Published, PublishedCandidate, Units
from musnad.times.dateline import dateline
from musnad.times.placed import Context
from musnad.times.resolve import resolve
from musnad.times.undated import candidates, dated_word, day_name, day_word, fits
from musnad.times.values import DayWord

LATEST_CRAWL = 3  # days that a stated day may come after the one on which the text was written
LATE_HOUR = 20  # on a foreign clock it may be the next day already where the text was written
SURE = 0.9  # confidence in a day that the text itself states
BELIEVED = range(1700, 2300)  # years of a stated day; others are what a program writes where it knows none
DOUBTED = 0.5  # confidence in a stated day that every day word of the text speaks against


@dataclass(frozen=True, slots=True)
class Today:
    """The day of an article: what its reading states, and the day or days that relative expressions count from.

    `day` differs from the stated one where the text was surely written earlier. Without it, `days` are all single days
    that fit the text.
    """

    published: Published
    day: date | None = None
    days: tuple[date, ...] = ()

    @property
    def anchor(self) -> str | None:
        """Return what relative expressions are resolved against."""
        stated = self.published
        return stated.value if self.day is None or self.day == stated.day else self.day.isoformat()


def estimate(stated: Published, edges: list[Edge], units: Units, hits: Hits, byline: date | None = None) -> Today:
    """Return the day on which an article was written, as far as the expressions of its text let it be known.

    A stated day that is not marked as approximate stays; where all day words of the text speak against it, the day that
    they fit is a candidate with the reason, and what relative expressions count from if it is earlier. An approximate
    one moves back, by up to three days, to the day of the dateline or `byline`, or to one that the text's own day words
    with weekdays fix. An undated article gets the day that its byline, its dateline or a dated day word states, or all
    days that fit what the text says, as candidates; else it stays undated. Candidates that were stated before stay
    behind those of the text; only the latter count.
    """
    stated = _believed(stated)
    words = [word for edge in edges if (word := _sure_word(edge, stated)) is not None]
    if stated.day is not None and not stated.approximate:
        return _doubted(stated, stated.day, words)
    line = dateline(edges, units, hits)
    lined = None if line is None else resolve(line.value, Context(None)).day
    if stated.day is not None:
        return _corrected(stated, stated.day, words, ("byline", byline) if lined is None else ("dateline", lined))
    if byline is not None:
        return _found(stated, byline, "metadata", f"the byline says {_named(byline)}")
    if lined is not None:
        return _found(stated, lined, "dateline", f"the dateline says {_named(lined)}")
    dated = next((day for edge in edges if (day := _dated_today(edge)) is not None), None)
    if dated is not None:
        return _found(stated, dated, "text", f"a day word with its date says {_named(dated)}")
    found = candidates(edges, units, hits, stated.latest)
    days = tuple(date.fromisoformat(one.value) for one in found if "/" not in one.value)  # stretches say too little
    return Today(replace(stated, candidates=(*found, *stated.candidates)), days=days)


def _believed(stated: Published) -> Published:
    """Return what is stated; a day on which nothing was published («0001-01-01») becomes a candidate of no weight."""
    if stated.value is None or stated.day is None or stated.day.year in BELIEVED:
        return stated
    kept = PublishedCandidate(stated.value, stated.basis, "no day of a publication")
    return Published(candidates=(kept, *stated.candidates), updated=stated.updated)


def _sure_word(edge: Edge, stated: Published) -> DayWord | None:
    """Return a day word with its weekday; beside a date only if both agree, else one of them is a misprint."""
    word = day_word(edge.value)
    if word is not None:
        return word if word.weekday is not None else None
    word = dated_word(edge)
    day = resolve(edge.value, Context(stated.day)).day if word is not None else None
    return word if word is not None and day is not None and day.isoweekday() == word.weekday else None


def _best(days: list[date], words: list[DayWord]) -> date:
    """Return the day that most day words fit, the first of them in the given order."""
    return max(days, key=lambda day: (sum(fits(day, word) for word in words), -days.index(day)))


def _doubted(stated: Published, day: date, words: list[DayWord]) -> Today:
    """Keep an exact day; beside it the nearest one that the day words fit, where none of them fits the stated one.

    Nothing is written after it was published, so a later day is hardly more than a misprint, unless several day words
    agree on it.
    """
    if not words or any(fits(day, word) for word in words):
        return Today(stated, day)
    best = _best([day + timedelta(n) for n in (-1, 1, -2, 2, -3, 3)], words)
    reason = f"the text's day words fit {_named(best)}, none fits {_named(day)}"
    beside = PublishedCandidate(best.isoformat(), "text", reason)
    late = best == day + timedelta(1) and datetime.fromisoformat(stated.value or "").hour >= LATE_HOUR
    sure = len({word for word in words if fits(best, word)}) > 1
    confidence = min(stated.confidence, DOUBTED)
    doubted = replace(stated, confidence=confidence, candidates=(beside, *stated.candidates))
    return Today(doubted, best if best < day or late or sure else day)


def _corrected(stated: Published, day: date, words: list[DayWord], line: tuple[str, date | None]) -> Today:
    """Move an approximate day back to that of the dateline or byline, or to the nearest one that most day words fit."""
    name, lined = line
    days = [day - timedelta(back) for back in range(LATEST_CRAWL + 1)]
    best = lined if lined in days else _best(days, words)
    if best is None or best == day:
        return Today(stated, day)
    told = f"{name} says" if best == lined else "text's day words fit"
    basis = "evidence" if best != lined else "dateline" if name == "dateline" else "metadata"
    reason = f"the {told} {_named(best)}, not {_named(day)}"
    kept = PublishedCandidate(stated.value or "", stated.basis, reason)
    return _found(replace(stated, candidates=(kept, *stated.candidates)), best, basis, reason)


def _found(stated: Published, day: date, basis: str, reason: str) -> Today:
    """Return a day that the text tells, with all else that was stated."""
    value = day.isoformat()
    told = replace(stated, value=value, basis=basis, confidence=SURE, approximate=False, reason=reason)
    return Today(told, day)


def _named(day: date) -> str:
    return f"{day.isoformat()}, a {day_name(day.isoweekday())}"


def _dated_today(edge: Edge) -> date | None:
    """Return the article's day where a day word stands with its full date and its right weekday.

    «أمس الاثنين 13 سبتمبر 2021» is of the 14th.
    """
    word = dated_word(edge)
    day = resolve(edge.value, Context(None)).day if word is not None else None
    if word is None or day is None or day.isoweekday() != word.weekday:
        return None
    return day - timedelta(word.offset)
