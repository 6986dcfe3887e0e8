"""Charts as numbers: where each mark of a chart stands; templates draw them. Time runs as the page does."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from musnad.web.asking import month

WIDTH, HEIGHT, FLOOR = 720, 150, 122
_MOST_MONTHS = 48  # beyond which years are shown
_LABELS = 8  # under the bars at most
_YEAR = 4  # characters of a year
_GAP = 0.2  # of a bar's room


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: its stretch of time (an ISO month or year), count, place, size, days, and whether it has a label."""

    name: str
    count: int
    x: float
    y: float
    width: float
    height: float
    since: str
    until: str
    is_labelled: bool

    @property
    def middle(self) -> float:
        """Return where its label stands."""
        return round(self.x + self.width / 2, 1)


@dataclass(frozen=True, slots=True)
class Bars:
    """A chart of counts over time, as wide as `WIDTH`, as high as `HEIGHT`."""

    bars: tuple[Bar, ...]
    largest: int
    width: int = WIDTH
    height: int = HEIGHT
    floor: int = FLOOR


def over_time(counts: Iterable[tuple[str, int]], *, mirrored: bool) -> Bars | None:
    """Return counts by ISO month as bars, by year where there are many months; `mirrored` lets time run to the left.

    Months in which nothing was are there too. None where no count has a month.
    """
    known = {name: number for name, number in counts if name}
    if not known:
        return None
    names = _between(min(known), max(known))
    if len(names) > _MOST_MONTHS:
        years: dict[str, int] = {}
        for name, number in known.items():
            years[name[:_YEAR]] = years.get(name[:_YEAR], 0) + number
        known, names = years, [f"{year:04d}" for year in range(int(min(years)), int(max(years)) + 1)]
    return _bars(names, known, mirrored=mirrored)


def _bars(names: list[str], known: Mapping[str, int], *, mirrored: bool) -> Bars:
    largest = max(known.values())
    room = min(WIDTH / len(names), 60)
    every = -(-len(names) // _LABELS)
    bars = []
    for number, name in enumerate(names):
        height = FLOOR * 0.86 * known.get(name, 0) / largest
        left = number * room + room * _GAP / 2
        width = room * (1 - _GAP)
        x = WIDTH - left - width if mirrored else left
        since, until = (f"{name}-01-01", f"{name}-12-31") if len(name) == _YEAR else month(name)
        bars.append(
            Bar(
                name,
                known.get(name, 0),
                round(x, 1),
                round(FLOOR - height, 1),
                round(width, 1),
                round(height, 1),
                since,
                until,
                number % every == 0,
            )
        )
    return Bars(tuple(bars), largest)


def _between(first: str, last: str) -> list[str]:
    """Return the ISO months from one to another."""
    start, end = (int(each[:_YEAR]) * 12 + int(each[5:7]) - 1 for each in (first, last))
    return [f"{at // 12:04d}-{at % 12 + 1:02d}" for at in range(start, end + 1)]
