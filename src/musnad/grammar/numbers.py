"""Whole numbers in digits and in words, as edges of kind `number` that any grammar may use.

Number words are data (kind `number_word`: `value`, and `role` unit, teen, ten, hundred or scale); how they add up is
here: «خمسة وعشرون» is unit + ten, «ثلاثمئة وألفان» is no number. Ordinals are left to the rules that want them.
"""

from musnad.arabic import ARTICLE, BARE, JOINED
from musnad.grammar.chart import Chart, Edge
from musnad.lexicon import Hit
from musnad.model import Node

_LONGEST = 12  # digits of a number worth reading


def number_edges(chart: Chart) -> Chart:
    """Add an edge for every number of the text to a chart and return it."""
    units = chart.units
    for i in chart.digits:
        plain = units.norms[i].replace(",", "")
        if plain.isdigit() and len(plain) <= _LONGEST:
            node = Node("number", "digits", units.starts[i], units.ends[i], int(plain))
            chart.add("number", Edge(i, i + 1, node, int(plain), digits=True))
            if i and units.norms[i - 1] == ARTICLE:  # cut off its number: «الـ24»
                whole = Node("number", "digits", units.starts[i - 1], units.ends[i], int(plain))
                chart.add("number", Edge(i - 1, i + 1, whole, int(plain), ARTICLE, digits=True))
    for first in sorted(chart.tables["number_word"]):
        _words(chart, first)
    for edge in list(chart.of("number")):
        _bracketed(chart, edge)
    return chart


def _bracketed(chart: Chart, edge: Edge) -> None:
    """Add the edge of a number with brackets of its own, as some papers write every number: «(15) يوما»."""
    units, before = chart.units, edge.first - 1
    if edge.prefix or before < 0 or edge.last >= len(units):
        return
    if units.norms[before] == "(" and units.norms[edge.last] == ")":
        node = edge.node._replace(start=units.starts[before], end=units.ends[edge.last], children=(edge.node,))
        chart.add("number", Edge(before, edge.last + 1, node, edge.value, digits=edge.digits))


def _words(chart: Chart, first: int) -> None:
    """Add every number that starts with the word at a token, the shorter ones as well as the longest."""
    hits: list[Hit] = []
    at = first
    while hit := _next(chart, at, hits):
        hits.append(hit)
        at = hit.last
        value = _value(hits)
        if value is None:
            return
        nodes = tuple(Node("number_word", h.entry.id, h.start, h.end, h.entry.number("value")) for h in hits)
        node = Node("number", "words", hits[0].start, hits[-1].end, value, nodes)
        chart.add("number", Edge(first, at, node, value, hits[0].prefix))


def _next(chart: Chart, at: int, hits: list[Hit]) -> Hit | None:
    """Return the word that continues a number at a token: joined by a conjunction, or a scale behind its count."""
    for edge in chart.at("number_word", at):
        hit: Hit = edge.value
        role = hit.entry.text("role")
        if role != "ordinal" and (
            not hits or hit.prefix in JOINED or (role in {"scale", "hundred"} and hit.prefix in BARE)
        ):
            return hit
    return None


def _value(hits: list[Hit]) -> int | None:
    """Return what a run of number words adds up to, or None where it is no number."""
    total, group = 0, 0
    seen: set[str] = set()
    for hit in hits:
        value, role = hit.entry.number("value"), hit.entry.text("role")
        if role == "scale":
            if total and value >= total:
                return None
            total += (group or 1) * value
            group = 0
            seen.clear()
            continue
        if role in seen or not _may_follow(role, seen):
            return None
        seen.add(role)
        group += value
    return total + group


def _may_follow(role: str, seen: set[str]) -> bool:
    """Say whether a part may come after those already said: hundreds, then units, then tens."""
    if role == "hundred":
        return not seen
    if role == "ten":
        return "teen" not in seen
    return not seen & {"unit", "teen", "ten"}
