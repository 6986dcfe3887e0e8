"""Annotated articles, the scores of readings against them, and the gate that keeps scores from falling."""

from musnad.evaluate.gate import (
    Baseline,
    compare,
    dump_baseline,
    load_baseline,
    measure,
    pin,
    repin,
)
from musnad.evaluate.gold import GoldArticle, load, parse
from musnad.evaluate.score import LAYERS, Scores, Tally, score, total
from musnad.evaluate.views import EventView, StatementView, TimeView, View, view_of_json, view_of_reading

__all__ = [
    "LAYERS",
    "Baseline",
    "EventView",
    "GoldArticle",
    "Scores",
    "StatementView",
    "Tally",
    "TimeView",
    "View",
    "compare",
    "dump_baseline",
    "load",
    "load_baseline",
    "measure",
    "parse",
    "pin",
    "repin",
    "score",
    "total",
    "view_of_json",
    "view_of_reading",
]
