"""A small rule engine over tokens: rules are values, results keep their children. Knows no word and no stage."""

from musnad.grammar.chart import Chart, Edge
from musnad.grammar.choose import longest
from musnad.grammar.engine import Grammar
from musnad.grammar.explain import draw
from musnad.grammar.items import Context, Item, Kind, Mark, Number, Optional, Word
from musnad.grammar.numbers import number_edges
from musnad.grammar.rule import Rule

__all__ = [
    "Chart",
    "Context",
    "Edge",
    "Grammar",
    "Item",
    "Kind",
    "Mark",
    "Number",
    "Optional",
    "Rule",
    "Word",
    "draw",
    "longest",
    "number_edges",
]
