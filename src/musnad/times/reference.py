"""Estimate the article's own day from what is stated and from the text's evidence."""

from dataclasses import replace
from datetime import date, timedelta

from musnad.grammar import Edge
from musnad.lexicon import Hits
from musnad.model import Article, Published, PublishedCandidate, Units
from musnad.times.dateline import dateline
from musnad.times.find import chosen, read_chart
from musnad.times.resolve import Context, resolve
from musnad.times.undated import candidates, dated_word, day_name, day_word, fits
from musnad.times.values import DayWord

LATEST_CRAWL = 3  # days that a stated crawl day may come after publication
SURE = 0.9  # confidence in a day that the text itself states


def reference(article: Article, units: Units, hits: Hits) -> Published:
    """Return the day on which the article was published, as far as it can be known.

    A stated day that is not marked as approximate stays; where all day words of the text speak against it, the day that
    they fit is a candidate with the reason. An approximate one moves back, by up to three days, to the day of the
    dateline or that the text's own day words with weekdays fix. An undated article gets the day that its dateline or a
    dated day word states, or all days that fit what the text says, as candidates; else it stays undated.
    """
    return estimate(article.published, chosen(read_chart(units, hits)), units, hits)


def estimate(stated: Published, edges: list[Edge], units: Units, hits: Hits) -> Published:
    """Return what the expressions of a text make of a stated day; see `reference`."""
    words = [word for edge in edges if (word := day_word(edge.value)) and word.weekday is not None]
    if stated.day is not None and not stated.approximate:
        return _doubted(stated, stated.day, words)
    line = dateline(edges, units, hits)
    lined = None if line is None else resolve(line.value, Context(None)).day
    if stated.day is not None:
        return _corrected(stated, stated.day, words, lined)
    if lined is not None:
        return Published(lined.isoformat(), "dateline", SURE)
    dated = next((day for edge in edges if (day := _dated_today(edge)) is not None), None)
    if dated is not None:
        return Published(dated.isoformat(), "text", SURE)
    return replace(stated, candidates=candidates(edges, units, hits))


def _best(days: list[date], words: list[DayWord]) -> date:
    """Return the day that most day words fit, the first of them in the given order."""
    return max(days, key=lambda day: (sum(fits(day, word) for word in words), -days.index(day)))


def _doubted(stated: Published, day: date, words: list[DayWord]) -> Published:
    """Keep an exact day; beside it the nearest one that the day words fit, where none of them fits the stated one."""
    if not words or any(fits(day, word) for word in words):
        return stated
    best = _best([day + timedelta(n) for n in (-1, 1, -2, 2, -3, 3)], words)
    reason = f"the text's day words fit {_named(best)}, none fits {_named(day)}"
    return replace(stated, candidates=(*stated.candidates, PublishedCandidate(best.isoformat(), "text", reason)))


def _corrected(stated: Published, day: date, words: list[DayWord], lined: date | None) -> Published:
    """Move an approximate day back to that of the dateline, or to the nearest one that most day words fit."""
    days = [day - timedelta(back) for back in range(LATEST_CRAWL + 1)]
    best = lined if lined in days else _best(days, words)
    if best is None or best == day:
        return stated
    told = "dateline says" if best == lined else "text's day words fit"
    basis = "dateline" if best == lined else "evidence"
    reason = f"the {told} {_named(best)}, not {_named(day)}"
    kept = PublishedCandidate(stated.value or "", stated.basis, reason)
    return Published(best.isoformat(), basis, SURE, (*stated.candidates, kept))


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
