"""Days as pages write them: ISO and mail dates in their metadata, «الجمعة 8 فيفري 2019» in print."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache

from musnad.arabic import fold_word
from musnad.ingest.given import is_iso
from musnad.lexicon import Lexicon

_SPACED_ZONE = re.compile(r"(?<=\d)\s+(?=(?:[+-]\d\d:?\d\d|Z)$)")
_YEAR_FIRST = r"(?<!\d)(?P<ny>(?:19|20)\d\d)\s?[-/.]\s?(?P<nm>\d{1,2})\s?[-/.]\s?(?P<nd>\d{1,2})(?!\d)"
_DAY_FIRST = r"(?<!\d)(?P<md>\d{1,2})\s?[-/.]\s?(?P<mm>\d{1,2})\s?[-/.]\s?(?P<my>(?:19|20)\d\d)(?!\d)"
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")
_YEAR = re.compile(r"\d{4}")  # any digits: a page has many lines, and few with a year
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?|[+-]\d{4}|[^\w\s]")
_LONGEST = 90  # code points; a stamp is short
_MONTHS = 12
_FIRST_YEAR = 1995  # no news page is older; a printed date before is history


@dataclass(frozen=True, slots=True)
class Calendar:
    """What it takes to read printed days: a pattern over the month names, their numbers, and the words beside a day."""

    pattern: re.Pattern[str]
    months: dict[str, int]
    beside: frozenset[str]
    updates: tuple[str, ...]

    @classmethod
    @lru_cache(maxsize=2)  # derived from the lexicon alone; a page must not wait for it
    def of(cls, lexicon: Lexicon) -> "Calendar":
        """Return the calendar of a lexicon."""
        months: dict[str, int] = {}
        entries = tuple(lexicon.of_kind("boilerplate"))
        updates = [fold_word(update) for entry in entries for update in entry.texts("update")]
        stamps = [fold_word(stamp) for entry in entries for stamp in entry.texts("stamp")]
        beside = {word for stamp in (*stamps, *updates) for word in stamp.split()}
        for form in lexicon.forms.of_kinds("month", "weekday", "day_noun"):
            if form.entry.kind == "month" and form.entry.text("calendar") == "gregorian":
                months.setdefault(form.pattern, form.entry.number("number"))
            elif form.entry.kind != "month":
                beside |= {form.pattern, *(prefix + form.pattern for prefix in form.prefixes)}
        names = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
        written = (
            rf"(?<!\d)(?P<d>\d{{1,2}})\s?[-/ ]\s?(?P<m>{names})(?:\s?[-/(]\s?(?:{names})\s?\)?)?\s?[-/،, ]\s?"
            r"(?P<y>(?:19|20)\d\d)(?!\d)"
        )
        turned = rf"(?<!\w)(?P<tm>{names})\s(?P<td>\d{{1,2}})\s?[,،]?\s(?P<ty>(?:19|20)\d\d)(?!\d)"
        return cls(
            re.compile(f"{written}|{turned}|{_YEAR_FIRST}|{_DAY_FIRST}"), months, frozenset(beside), tuple(updates)
        )

    def days(self, text: str) -> Iterator[date]:
        """Yield the days that a text prints in full."""
        for found in self.pattern.finditer(fold_word(text)):
            if found["m"] or found["tm"]:
                which = "" if found["m"] else "t"
                day = _day(int(found[which + "y"]), self.months[found[which + "m"]], int(found[which + "d"]))
            else:
                day = _day(*map(int, _numeric(found)))
            if day is not None:
                yield day

    def is_update(self, stamp: str) -> bool:
        """Say whether a line that prints a day prints that of a change."""
        return fold_word(stamp.strip()).startswith(self.updates)

    def stamp(self, text: str) -> date | None:
        """Return the day of a line that prints a day and nothing else, clock times and the like aside."""
        if len(text) > _LONGEST or _YEAR.search(text) is None:
            return None
        day = next(self.days(text), None)
        rest = _CLOCK.sub(" ", self.pattern.sub(" ", fold_word(text))).split()
        return day if all(word in self.beside or (word.isdigit() and len(word) <= 2) for word in rest) else None  # noqa: PLR2004 - hours


def as_iso(value: str) -> str | None:
    """Return an ISO date or date-time for a value of metadata, None where it is none.

    >>> as_iso("Fri, 08 Feb 2019 10:00:00 +0100"), as_iso("2019-02-08T10:00:00 +01:00"), as_iso("soon")
    ('2019-02-08T10:00:00+01:00', '2019-02-08T10:00:00+01:00', None)
    """
    flat = _SPACED_ZONE.sub("", " ".join(value.split()))
    if is_iso(flat):
        return flat.replace(" ", "T", 1)
    if _EPOCH.fullmatch(flat):
        return datetime.fromtimestamp(int(flat[:10]), UTC).isoformat()
    numeric = re.match(f"{_YEAR_FIRST}|{_DAY_FIRST}", flat)
    if numeric is not None:
        day = _day(*map(int, _numeric(numeric)))
        return None if day is None else day.isoformat()
    from email.utils import parsedate_to_datetime  # noqa: PLC0415 - dates of mail are rare

    try:
        return parsedate_to_datetime(flat).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def same(one: str, other: str) -> bool:
    """Say whether two ISO values mean one day, or one moment in two zones."""
    return one[:10] == other[:10] or same_moment(one, other)


def same_moment(one: str, other: str) -> bool:
    """Say whether two ISO values are written alike or mean one moment in two zones."""
    first, second = datetime.fromisoformat(one), datetime.fromisoformat(other)
    return one == other or (first.tzinfo is not None and second.tzinfo is not None and first == second)


def _numeric(found: re.Match[str]) -> tuple[str, str, str]:
    """Return year, month and day of a day in figures, month first where it can be nothing else."""
    if found["ny"]:
        return found["ny"], found["nm"], found["nd"]
    month, day = found["mm"], found["md"]
    return (found["my"], month, day) if int(month) <= _MONTHS else (found["my"], day, month)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year >= _FIRST_YEAR else None
    except ValueError:
        return None
