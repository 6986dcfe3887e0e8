"""Days as data files give them: an ISO day, or the month or year of one that is not certain."""

from calendar import monthrange
from datetime import date

_YEAR, _MONTH = 4, 7  # letters of an ISO year and month


def stretch(text: str) -> tuple[date, date]:
    """Return the first and last day of an ISO day, month or year. Raises `ValueError` where it is none.

    >>> [day.isoformat() for day in stretch("2020-02")]
    ['2020-02-01', '2020-02-29']
    """
    if len(text) == _YEAR:
        return date(int(text), 1, 1), date(int(text), 12, 31)
    if len(text) == _MONTH:
        year, month = int(text[:4]), int(text[5:])
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date.fromisoformat(text), date.fromisoformat(text)
