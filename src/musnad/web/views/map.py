"""The context of the map of events: where they were, as far as their places are known and have coordinates."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import sqrt
from typing import Any

from musnad.query import Collection, Coverage, Facet, places
from musnad.web.asking import Asked, question

SCALE = 10
"""Units of the drawing in a degree."""
_PLACES = 300  # that are drawn at most
_LABELLED = 14
_LISTED = 25
_LEAST_WIDTH, _SHAPE = 36.0, 0.56  # degrees that a map shows at least; height of it for its width
_EDGE = 0.04  # of the events on each side that need not lie within
_ROOM = 3.0  # degrees around the outermost place
_DOT, _DOTS = 0.007, 0.02  # radius of the smallest dot, and what the largest adds, as shares of the width


@dataclass(frozen=True, slots=True)
class Dot:
    """A place on the map: in units of the drawing, the y axis down."""

    key: str
    name: str
    count: int
    x: float
    y: float
    radius: float
    is_labelled: bool


@dataclass(frozen=True, slots=True)
class Place:
    """A place with how many events were there, and where it lies, as far as that is known."""

    id: str
    name: str
    events: int
    latitude: float | None
    longitude: float | None


@dataclass(frozen=True, slots=True)
class Window:
    """The part of the world that is drawn, in units of the drawing; `unit` is a hundredth of its width."""

    x: float
    y: float
    width: float
    height: float

    @property
    def unit(self) -> float:
        """Return a hundredth of the width: sizes of labels and lines are given in it."""
        return round(self.width / 100, 2)

    @property
    def graticule(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Return where meridians and parallels are drawn."""
        step = 10 if self.width <= 800 else 30  # noqa: PLR2004 - eighty degrees
        across = range(-180, 181, step)
        down = range(-90, 91, step)
        return (
            tuple(each * SCALE for each in across if self.x <= each * SCALE <= self.x + self.width),
            tuple(each * SCALE for each in down if self.y <= each * SCALE <= self.y + self.height),
        )


@dataclass(frozen=True, slots=True)
class MapView:
    """A map: all places, those that are drawn, the most frequent ones, and those that have no coordinates here."""

    asked: Mapping[str, Any]
    places: tuple[Place, ...]
    dots: tuple[Dot, ...]
    window: Window
    listed: tuple[Place, ...]
    unplaced: tuple[Place, ...]
    total: int
    placed: int
    coverage: Coverage


def events_map(collection: Collection, asked: Asked) -> MapView:
    """Return the map of the events that fit. Raises `StoreError` for what cannot be asked."""
    limits = asked.of("events")
    asking = question("events", limits)
    page = collection.find(asking, limit=0)
    all_places = tuple(map(_place, places(collection, asking)))
    inside = [each for each in all_places if each.latitude is not None]
    window = _window(inside)
    return MapView(
        asked=limits.values(),
        places=all_places,
        dots=tuple(_dots(inside[:_PLACES], window)),
        window=window,
        listed=all_places[:_LISTED],
        unplaced=tuple(each for each in all_places if each.latitude is None)[:_LISTED],
        total=page.total,
        placed=sum(each.events for each in inside),
        coverage=page.coverage,
    )


@cache
def coordinates() -> Mapping[str, tuple[float, float]]:
    """Return latitude and longitude of places by their ids."""
    lines = (resources.files("musnad.web") / "geo" / "coordinates.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith(("#", "id\t")))
    return {key: (float(latitude), float(longitude)) for key, latitude, longitude in rows}


def _place(found: Facet) -> Place:
    return Place(found.key, found.name, found.count, *coordinates().get(found.key, (None, None)))


def _dots(places: Sequence[Place], window: Window) -> Iterable[Dot]:
    largest = max((each.events for each in places), default=1)
    named: list[tuple[float, float]] = []
    for each in places:  # the most frequent first
        x, y = (each.longitude or 0.0) * SCALE, -(each.latitude or 0.0) * SCALE
        apart = all(abs(x - a) > window.width * 0.1 or abs(y - b) > window.width * 0.03 for a, b in named)
        is_labelled = apart and len(named) < _LABELLED
        if is_labelled:
            named.append((x, y))
        radius = window.width * (_DOT / 2 + _DOTS * sqrt(each.events / largest))
        yield Dot(each.id, each.name, each.events, round(x, 1), round(y, 1), round(radius, 1), is_labelled)


def _window(places: Sequence[Place]) -> Window:
    """Return a window over nearly all events; without any, over the Arab world."""
    if not places:
        return Window(-180.0, -400.0, 800.0, 448.0)
    south, north = _span(sorted((each.latitude or 0.0, each.events) for each in places))
    west, east = _span(sorted((each.longitude or 0.0, each.events) for each in places))
    width = min(360.0, max(east - west + 2 * _ROOM, (north - south + 2 * _ROOM) / _SHAPE, _LEAST_WIDTH))
    height = width * _SHAPE
    left = max(-180.0, min((west + east) / 2 - width / 2, 180.0 - width))
    top = min(90.0, (south + north) / 2 + height / 2)
    return Window(*(round(each * SCALE, 1) for each in (left, -top, width, height)))


def _span(weighed: list[tuple[float, int]]) -> tuple[float, float]:
    """Return the stretch within which nearly all lie."""
    total = sum(number for _, number in weighed)
    low = high = weighed[0][0]
    passed = 0
    for value, number in weighed:
        if passed <= total * _EDGE:
            low = value
        if passed < total * (1 - _EDGE):
            high = value
        passed += number
    return low, high
