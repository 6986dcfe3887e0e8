"""Estimate the article's own day from what is stated and from the text's evidence."""

from dataclasses import replace
from datetime import date, timedelta

from musnad.grammar import Edge
from musnad.lexicon import Hits
from musnad.model import Article, Published, PublishedCandidate, Units
from musnad.times.find import chosen, read_chart
from musnad.times.resolve import Context, resolve
from musnad.times.values import Clock, Date, DayWord, Part, Value

LATEST_CRAWL = 3  # days that a stated crawl day may come after publication
FIRST_YEAR, LAST_YEAR = 2005, 2026  # of the days offered for an undated article
NEAR = 7  # days between a dated day and the article that names it as this month's


def reference(article: Article, units: Units, hits: Hits) -> Published:
    """Return the day on which the article was published, as far as it can be known.

    A stated day that is not marked as approximate stays. An approximate one moves back, by up to three days, to the day
    that the text's own day words with weekdays fix. An undated article gets the day that a dated day word states,
    or the days that fit its weekday and its dates, as candidates; else it stays undated.
    """
    stated = article.published
    if stated.value is not None and not stated.approximate:
        return stated
    edges = chosen(read_chart(units, hits))
    words = [word for edge in edges if (word := _day_word(edge.value)) and word.weekday is not None]
    if stated.day is not None:
        return _corrected(stated, stated.day, words)
    return _undated(stated, edges, words)


def _day_word(value: Value) -> DayWord | None:
    day = value.day if isinstance(value, Part | Clock) else value
    return day if isinstance(day, DayWord) else None


def _fits(day: date, word: DayWord) -> bool:
    return (day + timedelta(word.offset)).isoweekday() == word.weekday


def _corrected(stated: Published, day: date, words: list[DayWord]) -> Published:
    """Move an approximate day back to the nearest one that most day words fit."""
    if not words:
        return stated
    days = [day - timedelta(back) for back in range(LATEST_CRAWL + 1)]
    best = max(days, key=lambda d: (sum(_fits(d, word) for word in words), d))
    if best == day or not any(_fits(best, word) for word in words):
        return stated
    reason = f"the text's day words fit {best.isoformat()}, not {day.isoformat()}"
    kept = PublishedCandidate(stated.value or "", stated.basis, reason)
    return Published(best.isoformat(), "evidence", 0.9, (*stated.candidates, kept))


def _undated(stated: Published, edges: list[Edge], words: list[DayWord]) -> Published:
    for edge in edges:
        value = edge.value
        dated_today = isinstance(value, Date) and edge.node.rule == "times.day_word.date"
        if dated_today:
            day = resolve(value, Context(None)).day
            if day is not None:
                return Published(day.isoformat(), "text", 0.9)
    days = _fitting(edges, words)
    reason = "weekday and dates of the text fit"
    return replace(stated, candidates=tuple(PublishedCandidate(d.isoformat(), "evidence", reason) for d in days))


def _fitting(edges: list[Edge], words: list[DayWord]) -> list[date]:
    """Return the days of newspaper years on which day words and dates of the present month agree.

    A date that is said to be of this month («17 سبتمبر الجاري») fixes the month; the day words fix the weekday.
    """
    months = {_this_month(edge) for edge in edges} - {None}
    if len(months) != 1 or not words:
        return []
    (found,) = months
    if found is None:
        return []
    month, day, ahead = found
    days = [
        candidate
        for year in range(FIRST_YEAR, LAST_YEAR + 1)
        for candidate in (date(year, month, d) for d in range(1, 29))
        if all(_fits(candidate, word) for word in words)
    ]
    return [d for d in days if (d.day <= day if ahead else d.day >= day)]


def _this_month(edge: Edge) -> tuple[int, int, bool] | None:
    """Return month and day of a date that is marked as this month's, and whether it lies ahead."""
    value = edge.value
    if not isinstance(value, Date) or value.day is None or value.month is None or value.calendar != "gregorian":
        return None
    marked = edge.node.rule == "times.month_day.relative" and value.shift is None
    return (value.month, value.day, True) if marked else None
