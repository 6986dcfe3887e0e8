"""Estimate the article's own day from what is stated and from the text's evidence."""

from dataclasses import replace
from datetime import date, timedelta

from musnad.grammar import Edge
from musnad.lexicon import Hits
from musnad.model import Article, Published, PublishedCandidate, Units
from musnad.times.calendars import gregorian_day
from musnad.times.find import chosen, read_chart
from musnad.times.resolve import Context, resolve
from musnad.times.tense import future
from musnad.times.values import GREGORIAN, Clock, Date, DayWord, Part, Value

LATEST_CRAWL = 3  # days that a stated crawl day may come after publication
_DATED_TODAY = {"times.day_word.date", "times.day_word.date_corresponding"}
FIRST_YEAR, LAST_YEAR = 2005, 2026  # of the days offered for an undated article


def reference(article: Article, units: Units, hits: Hits) -> Published:
    """Return the day on which the article was published, as far as it can be known.

    A stated day that is not marked as approximate stays. An approximate one moves back, by up to three days, to the day
    that the text's own day words with weekdays fix. An undated article gets the day that a dated day word states,
    or the days that fit its weekday and its dates, as candidates; else it stays undated.
    """
    stated = article.published
    if stated.value is not None and not stated.approximate:
        return stated
    return estimate(stated, chosen(read_chart(units, hits)), units, hits)


def estimate(stated: Published, edges: list[Edge], units: Units, hits: Hits) -> Published:
    """Return what the expressions of a text make of a stated day; see `reference`."""
    if stated.value is not None and not stated.approximate:
        return stated
    words = [word for edge in edges if (word := _day_word(edge.value)) and word.weekday is not None]
    if stated.day is not None:
        return _corrected(stated, stated.day, words)
    dated = next((day for edge in edges if (day := _dated_today(edge)) is not None), None)
    if dated is not None:
        return Published(dated.isoformat(), "text", 0.9)
    marked = {(date.month, date.day, future(units, hits, edge.first)) for edge in edges if (date := _this_month(edge))}
    days = _fitting(marked, words)
    reason = "weekday and dates of the text fit"
    return replace(stated, candidates=tuple(PublishedCandidate(d.isoformat(), "evidence", reason) for d in days))


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


def _dated_today(edge: Edge) -> date | None:
    """Return the day that a day word with its full date states."""
    return resolve(edge.value, Context(None)).day if edge.node.rule in _DATED_TODAY else None


def _fitting(marked: set[tuple[int | None, int | None, bool | None]], words: list[DayWord]) -> list[date]:
    """Return the days of newspaper years on which day words and dates of the present month agree.

    A date that is said to be of this month («17 سبتمبر الجاري») fixes the month, and where its clause speaks of the
    future or the past, on which side of it the day lies; the day words fix the weekday.
    """
    months = {month for month, _, _ in marked}
    if len(months) != 1 or not words:
        return []
    (month,) = months
    days = [
        day
        for year in range(FIRST_YEAR, LAST_YEAR + 1)
        for number in range(1, 32)
        if (day := gregorian_day(year, month or 1, number)) and all(_fits(day, word) for word in words)
    ]
    return [day for day in days if all(_on_side(day, number or 1, ahead) for _, number, ahead in marked)]


def _on_side(day: date, number: int, ahead: bool | None) -> bool:  # noqa: FBT001 - a tense, as `future` gives it
    return ahead is None or (day.day <= number if ahead else day.day >= number)


def _this_month(edge: Edge) -> Date | None:
    """Return a date that is marked as this month's."""
    value = edge.value
    marked = edge.node.rule == "times.month_day.relative" and isinstance(value, Date) and value.calendar == GREGORIAN
    return value if marked and value.shift is None else None
