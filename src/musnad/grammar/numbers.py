"""Whole numbers in digits and in words, as edges of kind `number` that any grammar may use.

Number words are data (kind `number_word`: `value`, and `role` unit, ten, teen, hundred or scale); how they add up is
here: «خمسة وعشرون» is unit + ten, «ثلاثمئة وألفان» hundreds + scale.
"""

from musnad.grammar.chart import Chart, Edge
from musnad.lexicon import Hit
from musnad.model import Node

_LARGEST_DIGITS = 12


def number_edges(chart: Chart) -> Chart:
    """Add an edge for every number of the text to a chart and return it."""
    units = chart.units
    for i, norm in enumerate(units.norms):
        if norm[0].isdigit():
            plain = norm.replace(",", "")
            if plain.isdigit() and len(plain) <= _LARGEST_DIGITS:
                node = Node("number", "digits", units.starts[i], units.ends[i], int(plain))
                chart.add("number", Edge(i, i + 1, node, int(plain), digits=True))
    for first in chart.starts("number_word"):
        _words(chart, first)
    return chart


def _words(chart: Chart, first: int) -> None:
    """Add the longest number that starts at a token, and each shorter one that is complete."""
    hits: list[Hit] = []
    at = first
    while True:
        following = [e.value for e in chart.at("number_word", at) if at == first or _joins(e.value)]
        if not following:
            return
        hits.append(following[0])
        at = following[0].last
        value = _value(hits)
        if value is None:
            return
        nodes = tuple(Node("number_word", h.entry.id, h.start, h.end, h.entry.number("value")) for h in hits)
        node = Node("number", "words", hits[0].start, hits[-1].end, value, nodes)
        chart.add("number", Edge(first, at, node, value, hits[0].prefix))


def _joins(hit: Hit) -> bool:
    """Say whether a number word may continue a number: joined by «و», or a scale after its count."""
    return hit.prefix in {"و", "وال"} or (hit.entry.text("role") in {"scale", "teen"} and hit.prefix in {"", "ال"})


def _value(hits: list[Hit]) -> int | None:
    """Return what a run of number words adds up to, or None where it is no number."""
    total, group = 0, 0
    for hit in hits:
        value, role = hit.entry.number("value"), hit.entry.text("role")
        if role == "scale":
            if total and value >= total:
                return None
            total += (group or 1) * value
            group = 0
        elif role == "teen" and group and not hit.prefix:
            group += value
        elif group and value >= _floor(group):
            if role != "ten" or group >= _TEN:
                return None
            group += value
        else:
            group += value
    return total + group


_TEN = 10


def _floor(group: int) -> int:
    """Return the size of the smallest part already said: 100 after hundreds, 10 after tens, 1 after units."""
    return next(size for size in (100, 10, 1) if group % size == 0)
