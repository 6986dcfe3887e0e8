"""Days on which an undated article may have been written: all that fit what the text itself says.

Evidence is of two sorts. Windows of days come from holders of office, happenings with a known first day, full dates
that are past, the year that is called the present one, and weekdays and Hijri dates that fit a date without year in few
years only. Marks of the day itself come from day words with weekdays and from dates of «this month».
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from musnad.grammar import Edge
from musnad.lexicon import Hits, stretch
from musnad.model import PublishedCandidate, Units
from musnad.times import calendars
from musnad.times.dateline import dateline
from musnad.times.holders import holders
from musnad.times.numerals import LAST as LAST_YEAR
from musnad.times.numerals import year_of
from musnad.times.tense import future
from musnad.times.values import GREGORIAN, HIJRI, Clock, Date, DayWord, Part, Period, Value
from musnad.times.windows import EVER, FIRST, Evidence, Window, agreed, both, far_end

MOST_DAYS = 210  # single days that are listed, four years of one weekday; more are told as stretches
NEAR = 300  # days that a date without year lies from its article at most, where nothing says on which side
YEAR = 366
WEEK = 7
PLANS = 400  # days that a full date may lie ahead of an article that seems to tell of it as past
DAY = timedelta(1)
READ_LATER = timedelta(3)  # after a month ended it may still be called the present one
_DATED = {"times.day_word.date", "times.day_word.date_corresponding", "times.day_word.date_bracket"}
_PRESENT = {"times.period.relative", "times.period.this"}
_NAMES = {0: "today", -1: "yesterday", 1: "tomorrow"}
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Marks:
    """What the text says of its own day.

    `words` are day words with their weekdays; `dates` are month and day of day words with a date, counted from the day
    itself; `months` are dates of the same month, with True where they are still to come.
    """

    words: frozenset[DayWord] = frozenset()
    dates: frozenset[tuple[int, int, int]] = frozenset()
    months: frozenset[tuple[int | None, int | None, bool]] = frozenset()

    @property
    def month(self) -> int | None:
        """Return the month in which the article was written, where the text fixes one."""
        months = {month for month, _, _ in self.months if month is not None}
        return months.pop() if len(months) == 1 else None

    @property
    def precise(self) -> bool:
        """Say whether the marks alone leave only some days of each year."""
        return bool(self.dates) or (bool(self.words) and self.month is not None)

    @property
    def weekdays(self) -> set[int]:
        """Return the weekdays that the article has by its day words: one, unless they contradict each other."""
        return {((word.weekday or 1) - word.offset - 1) % WEEK + 1 for word in self.words}

    def fit(self, day: date) -> bool:
        """Say whether a day of the right month and weekday agrees with the dates too."""
        counted = ((day + offset * DAY, month, number) for offset, month, number in self.dates)
        if any((other.month, other.day) != (month, number) for other, month, number in counted):
            return False
        return all(day.day <= (number or day.day) for _, number, ahead in self.months if ahead)

    @property
    def reasons(self) -> list[str]:
        """Say what the marks are."""
        words = [f"{_NAMES.get(w.offset, f'{w.offset:+} days')} is a {day_name(w.weekday)}" for w in self.words]
        dates = [
            f"{_NAMES.get(offset, f'{offset:+} days')} is {number}.{month}." for offset, month, number in self.dates
        ]
        months = [f"{number or ''}.{month or ''}. is of this month" for month, number, _ in self.months]
        return [*sorted(words), *sorted(dates), *sorted(months)]


def candidates(
    edges: list[Edge], units: Units, hits: Hits, captured: date | None = None
) -> tuple[PublishedCandidate, ...]:
    """Return the days or stretches of days on which an article may have been written, smallest first; () if unknown.

    A stretch is written `first/last`. Nothing is returned where one side of the time is open and no mark helps. By
    `captured` it was published.
    """
    told = [*_events(hits), *holders(units, hits), *_dates(edges, units, hits)]
    floors = [one.floor for one in told if one.floor is not None]
    years = [first for one in told for first, last in one.windows if last < EVER[1]]
    end = far_end(max([FIRST, *floors, *years]), captured)
    days, used = agreed([*told, *_weekday_years(edges, end), *_twins(edges, end)])
    marks = _marks(edges, units, hits)
    closed = days[0][0] > EVER[0] and (captured is not None or days[-1][1] < EVER[1])
    if not closed and not marks.precise:
        return ()
    offered = [(max(first, FIRST), min(last, end)) for first, last in days if last >= FIRST and first <= end]
    single = _days(offered, marks) if marks.reasons else []
    if not single and not closed:
        return ()
    reasons = [*(marks.reasons if single else []), *(one.reason for one in used)]
    reasons += [f"captured by {captured.isoformat()}"] if captured is not None and days[-1][1] > captured else []
    values = [day.isoformat() for day in single]
    if not 0 < len(single) <= MOST_DAYS:
        values = [_written(window) for window in _sized(_in_month(offered, marks) if single else offered)]
    reason = "; ".join(dict.fromkeys(reasons))
    return tuple(PublishedCandidate(value, "evidence", reason) for value in values)


def day_word(value: Value) -> DayWord | None:
    """Return the day word of a value, be it that of a part of the day or of a clock time."""
    day = value.day if isinstance(value, Part | Clock) else value
    return day if isinstance(day, DayWord) else None


def day_name(weekday: int | None) -> str:
    """Return the English name of an ISO weekday."""
    return _WEEKDAYS[(weekday or 1) - 1]


def fits(day: date, word: DayWord) -> bool:
    """Say whether a day word with its weekday is right on a day."""
    return (day + timedelta(word.offset)).isoweekday() == word.weekday


def _days(windows: list[Window], marks: Marks) -> list[date]:
    """Return the single days that fit the marks, in order; none where the marks contradict each other."""
    if len(marks.weekdays) > 1:
        return []
    step = WEEK if marks.words else 1
    found: list[date] = []
    for first, last in _in_month(windows, marks):
        start = min(((weekday - first.isoweekday()) % WEEK for weekday in marks.weekdays), default=0)
        found += [day for n in range(start, (last - first).days + 1, step) if marks.fit(day := first + n * DAY)]
    return found


def _in_month(windows: list[Window], marks: Marks) -> list[Window]:
    """Return the windows, cut to one month of each year where it is known, and the days on which it may still be read.

    Days of the month that are to come end it: a text that announces them is older.
    """
    month = marks.month
    if month is None or not windows:
        return windows
    read = DAY - DAY if any(ahead for _, _, ahead in marks.months) else READ_LATER
    months = [stretch(f"{year}-{month:02}") for year in range(FIRST.year, windows[-1][1].year + 1)]
    return both(windows, [(first, last + read) for first, last in months], least=DAY - DAY)


def _sized(windows: Iterable[Window]) -> list[Window]:
    return sorted(windows, key=lambda window: (window[1] - window[0], window[0]))


def _written(window: Window) -> str:
    first, last = window
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def _marks(edges: list[Edge], units: Units, hits: Hits) -> Marks:
    words = {word for edge in edges if (word := day_word(edge.value)) and word.weekday is not None}
    months = {
        (day.month, day.day, future(units, hits, edge.first) is True) for edge in edges if (day := _this_month(edge))
    }
    dates: set[tuple[int, int, int]] = set()
    for edge in edges:
        word = dated_word(edge)
        date_of = edge.value
        if word is None or not isinstance(date_of, Date) or date_of.calendar == HIJRI or not date_of.month:
            continue
        if date_of.year is not None:  # its weekday is wrong, or the day were known: nothing in it can be trusted
            continue
        words.add(word)
        if date_of.day:
            dates.add((word.offset, date_of.month, date_of.day))
    line = dateline(edges, units, hits)
    if line is not None and isinstance(line.value, Date) and line.value.month and line.value.day:
        dates.add((0, line.value.month, line.value.day))
    return Marks(frozenset(words), frozenset(dates), frozenset(months))


def dated_word(edge: Edge) -> DayWord | None:
    """Return the day word with its weekday that stands before a date and means the same day."""
    if edge.node.rule not in _DATED:
        return None
    words = [v for node in edge.node.walk() if isinstance(v := node.value, DayWord)]
    if words and edge.node.rule == "times.day_word.date_bracket" and isinstance(edge.value, Date):
        return words[0]._replace(weekday=edge.value.weekday)  # the weekday stands in the brackets
    return next((word for word in words if word.weekday is not None), None)


def _this_month(edge: Edge) -> Date | None:
    """Return a date that is marked as this month's."""
    value = edge.value
    marked = edge.node.rule == "times.month_day.relative" and isinstance(value, Date) and value.calendar == GREGORIAN
    return value if marked and value.shift is None else None


def _events(hits: Hits) -> Iterator[Evidence]:
    """Yield what is known only since a day."""
    for entry in {hit.entry.id: hit.entry for hit in hits.of("known_event")}.values():
        first = stretch(entry.text("from"))[0]
        yield Evidence(f"{entry.headword} is known since {first.isoformat()}", floor=first)


def _dates(edges: list[Edge], units: Units, hits: Hits) -> Iterator[Evidence]:
    """Yield what dates say of the day on which they were written."""
    for edge in edges:
        value = edge.value
        if value == Period("Y", 0) and edge.node.rule in _PRESENT:
            yield from _present_year(edge, units)
        if not isinstance(value, Date) or value.day is None or value.month is None:
            continue
        if value.year is not None and dated_word(edge) is None:
            yield from _placed(edge, value, units, hits)


def _placed(edge: Edge, value: Date, units: Units, hits: Hits) -> Iterator[Evidence]:
    """No article is much older than a full date that it tells of as past.

    What is to come ends nothing: «decided that it be held on …» is told of old plans as of new ones.
    """
    found = calendars.hijri_day if value.calendar == HIJRI else calendars.gregorian_day
    day = found(value.year or 1, value.month or 1, value.day or 1)
    if day is None:
        return
    if future(units, hits, edge.first) is False:
        yield Evidence(f"{day.isoformat()} is told of as past", floor=day - PLANS * DAY)


def _present_year(edge: Edge, units: Units) -> Iterator[Evidence]:
    """«العام الجاري 2015»: the number behind a year that is called the present one."""
    for norm in units.norms[edge.last : edge.last + 2]:
        if (year := year_of(norm)) is not None and FIRST.year <= year <= LAST_YEAR:
            yield Evidence(f"the present year is {year}", windows=((date(year, 1, 1), date(year, 12, 31)),))
        if norm != "(":
            return


def _weekday_years(edges: list[Edge], end: date) -> Iterator[Evidence]:
    """Dates without year fit their weekdays in one year of five or six; two must agree, one is easily misprinted."""
    dates = {
        (date_of.month, date_of.day, date_of.weekday): date_of
        for edge in edges
        if isinstance(date_of := edge.value, Date) and date_of.calendar == GREGORIAN and date_of.year is None
        if None not in {date_of.month, date_of.day, date_of.weekday}
    }
    windows: list[Window] = [EVER]
    for (month, number, weekday), date_of in dates.items():
        days = [day for day in _each_year(month, number, end) if day.isoweekday() == weekday]
        windows = both(windows, _around(days, date_of.shift))
    if len(dates) > 1 and windows:
        told = ", ".join(f"{number}.{month}. is a {day_name(weekday)}" for month, number, weekday in dates)
        yield Evidence(told, windows=tuple(windows))


def _each_year(month: int | None, number: int | None, end: date) -> list[date]:
    """Return a day of the calendar in every year that is offered, and the years next to them."""
    years = range(FIRST.year - 1, min(end.year + 2, date.max.year))
    return [day for year in years if (day := calendars.gregorian_day(year, month or 1, number or 1))]


def _twins(edges: list[Edge], end: date) -> Iterator[Evidence]:
    """A Hijri date without year and its Gregorian twin without year fit each other in few years only."""
    for edge in edges:
        gregorian = edge.value
        if not isinstance(gregorian, Date) or gregorian.twin is None or gregorian.year or gregorian.twin.year:
            continue
        hijri = gregorian.twin
        days = [
            day
            for day in _each_year(gregorian.month, gregorian.day, end)
            if (hijri.month, hijri.day) in {h[1:] for n in (-1, 0, 1) if (h := calendars.hijri_of(day + n * DAY))}
        ]
        if days:
            reason = f"{hijri.day}.{hijri.month}. Hijri is {gregorian.day}.{gregorian.month}."
            yield Evidence(reason, windows=_around(days, gregorian.shift))


def _around(days: list[date], shift: int | None) -> tuple[Window, ...]:
    """Return when a date may have been written without its year: near it, or on the side that its adjective says."""
    before, after = (YEAR, 0) if shift == 1 else (0, YEAR) if shift == -1 else (NEAR, NEAR)
    return tuple((day - before * DAY, day + after * DAY) for day in days)
