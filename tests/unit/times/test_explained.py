"""How a value came about: every expression of the corpus explains itself by the tree of its rules."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from musnad.model import Article, Published, TimeExpression
from musnad.pipeline import default_engine, read
from musnad.render.explanation import explanations

CORPUS = Path(__file__).parents[2] / "corpora" / "times"


def cases() -> list[Any]:
    found = [(path.stem, i, case) for path in sorted(CORPUS.glob("*.toml")) for i, case in _yes(path)]
    return [pytest.param(case, id=f"{family}-{i}") for family, i, case in found]


def _yes(path: Path) -> list[tuple[int, dict[str, Any]]]:
    family = tomllib.loads(path.read_text("utf-8"))
    return [(i, {**case, "at": family["at"]}) for i, case in enumerate(family["yes"], 1)]


def told(text: str, at: str, found: str) -> tuple[TimeExpression, list[str]]:
    reading = read(Article(text, published=Published(at, "given")), default_engine())
    expression = next(e for e in reading.times if e.span.of(text) == found)
    explained = next(e for e in explanations(reading, expression.span.start) if e.startswith("TIME"))
    return expression, explained.splitlines()


@pytest.mark.parametrize("case", cases())
def test_value_and_rule_are_told_with_what_they_are_made_of(case: dict[str, Any]) -> None:
    expression, lines = told(case["text"], case["at"], case["found"])
    assert f" {case['value']}" in lines[0]
    assert f"← {expression.rule}" in lines[1]
    assert len(lines) > 2


def test_what_a_relative_day_counts_from_is_told() -> None:
    _, lines = told("وصل الوفد أمس", "2021-09-14", "أمس")
    assert "against 2021-09-14" in lines[0]


def test_what_an_anaphor_counts_from_is_told() -> None:
    _, lines = told("وصل الوفد في 3 مايو وغادر في اليوم التالي", "2021-09-14", "اليوم التالي")
    assert "against 2021-05-03" in lines[0]


def test_the_day_that_a_clock_time_takes_from_its_neighbour_is_told() -> None:
    _, lines = told("هبطت الطائرة يوم الاثنين في الساعة الرابعة صباحا", "2021-09-14", "الساعة الرابعة صباحا")
    assert "against 2021-09-13" in lines[0]


def test_the_word_that_opens_a_side_is_told() -> None:
    _, lines = told("توقف الخط منذ 2011", "2021-09-14", "2011")
    assert any("opening" in line for line in lines)


@pytest.mark.parametrize(
    ("text", "rule", "verb"),
    [("سيلتقي الوزير نظيره الخميس", "future", "سيلتقي"), ("التقى الوزير نظيره الخميس", "past", "التقى")],
)
def test_the_verb_that_gives_a_weekday_its_direction_is_told(text: str, rule: str, verb: str) -> None:
    _, lines = told(text, "2021-09-14", "الخميس")
    assert any(f"«{verb}» ← times.tense.{rule}" in line for line in lines)
