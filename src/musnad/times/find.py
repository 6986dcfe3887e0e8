"""Find everything in a text that may tell a time: numbers, then the grammar, then what an event tells."""

from musnad.grammar import Chart, Grammar, number_edges
from musnad.lexicon import Hits
from musnad.model import Units
from musnad.times.numerals import clock_heads, clock_times, dotted_dates, lead_years
from musnad.times.onsets import onsets
from musnad.times.rules import RULES

GRAMMAR = Grammar(RULES)


def read_chart(units: Units, hits: Hits) -> Chart:
    """Return the chart with everything that the rules find."""
    numbers = dotted_dates(clock_times(lead_years(number_edges(Chart(units, hits)))))
    return clock_heads(onsets(GRAMMAR.run(numbers)))
