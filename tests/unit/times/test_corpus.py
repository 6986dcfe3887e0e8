"""The time expressions of the corpus: every case is a text with an expression that must be read, or none at all."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from musnad import times
from musnad.lexicon import Hits, match
from musnad.model import Article, Published, TimeExpression, Units
from musnad.pipeline import default_engine
from musnad.text import cut
from musnad.times.find import read_chart
from musnad.times.rules import RULES

CORPUS = Path(__file__).parents[2] / "corpora" / "times"
FAMILIES = [tomllib.loads(path.read_text("utf-8")) for path in sorted(CORPUS.glob("*.toml"))]


def cases(which: str) -> list[Any]:
    found = [(family, i, case) for family in FAMILIES for i, case in enumerate(family[which], 1)]
    return [pytest.param({**case, "at": family["at"]}, id=f"{family['family']}-{i}") for family, i, case in found]


def words(text: str) -> tuple[Units, Hits]:
    units = cut(Article(text))
    return units, match(units, default_engine().lexicon)


def found(case: dict[str, Any]) -> tuple[TimeExpression, ...]:
    article = Article(case["text"], published=Published(case["at"], "given"))
    return times.read(article, *words(case["text"]))[1]


@pytest.mark.parametrize("case", cases("yes"))
def test_read(case: dict[str, Any]) -> None:
    expressions = {e.span.of(case["text"]): (e.value, e.rule) for e in found(case)}
    assert expressions.get(case["found"]) == (case["value"], case["rule"]), expressions


@pytest.mark.parametrize("case", [case for case in cases("yes") if "open" in case.values[0]])
def test_a_side_is_open(case: dict[str, Any]) -> None:
    sides = {e.span.of(case["text"]): (e.start, e.end) for e in found(case)}
    start, end = sides[case["found"]]
    assert (start is None, end is None) == (case["open"] == "start", case["open"] == "end")


@pytest.mark.parametrize("case", cases("no"))
def test_not_read(case: dict[str, Any]) -> None:
    assert [e.span.of(case["text"]) for e in found(case)] == [], case["why"]


def test_every_rule_is_shown_by_a_case() -> None:
    fired = {
        node.rule
        for family in FAMILIES
        for case in family["yes"]
        for expression in found({**case, "at": family["at"]})
        if expression.node
        for node in expression.node.walk()
    }
    # A trap is read in order to be thrown away, so only the chart holds it.
    charts = [read_chart(*words(case["text"])) for family in FAMILIES for case in family["no"]]
    fired |= {edge.node.rule for chart in charts for edge in chart.of("trap")}
    assert sorted({rule.id for rule in RULES} - fired) == []
