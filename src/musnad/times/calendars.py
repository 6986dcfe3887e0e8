"""Calendar arithmetic by library: Umm al-Qura through hijridate (1343 to 1500 AH), Gregorian by datetime."""

from calendar import monthrange
from datetime import date, timedelta

from hijridate import Gregorian, Hijri

FIRST_HIJRI, LAST_HIJRI = 1343, 1500
FIRST_GREGORIAN, LAST_GREGORIAN = date(1924, 8, 1), date(2077, 11, 16)
MONTHS = 12


def hijri_day(year: int, month: int, day: int) -> date | None:
    """Return the Gregorian day of a Hijri one, or None where it does not exist or lies outside the library's range."""
    if not FIRST_HIJRI <= year <= LAST_HIJRI:
        return None
    try:
        return date(*Hijri(year, month, day).to_gregorian().datetuple())
    except (ValueError, OverflowError):
        return None


def hijri_month(year: int, month: int) -> tuple[date, date] | None:
    """Return the first day of a Hijri month and the day after its last."""
    start = hijri_day(year, month, 1)
    following = hijri_day(year + month // MONTHS, month % MONTHS + 1, 1)
    return None if start is None or following is None else (start, following)


def hijri_of(day: date) -> tuple[int, int, int] | None:
    """Return year, month and day in the Hijri calendar, or None outside the library's range."""
    if not FIRST_GREGORIAN <= day <= LAST_GREGORIAN:
        return None
    year, month, number = Gregorian(day.year, day.month, day.day).to_hijri().datetuple()
    return year, month, number


def gregorian_day(year: int, month: int, day: int) -> date | None:
    """Return a day, or None where it does not exist."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shift_month(year: int, month: int, count: int) -> tuple[int, int]:
    """Return the month that lies `count` months later."""
    index = year * MONTHS + month - 1 + count
    return index // MONTHS, index % MONTHS + 1


def add(day: date, count: int, unit: str) -> date:
    """Return the day that lies `count` units (D, W, M, Y) later; the end of a shorter month is kept."""
    if unit in {"D", "W"}:
        return day + timedelta(days=count * (7 if unit == "W" else 1))
    year, month = shift_month(day.year, day.month, count * (MONTHS if unit == "Y" else 1))
    return date(year, month, min(day.day, monthrange(year, month)[1]))
