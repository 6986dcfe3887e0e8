"""The regression gate: our own annotated articles must be read at least as well as the pinned baseline says.

Run `python benchmarks/quality/gate.py` for the table, and with `--update` to pin better numbers.
"""

from pathlib import Path

import pytest

from musnad.evaluate import LAYERS, Baseline, load, load_baseline, measure, pin
from musnad.evaluate.gate import UPDATE, changed
from musnad.evaluate.reading import read_gold
from musnad.pipeline import default_engine

GOLD = Path(__file__).parent / "gold"


@pytest.fixture(scope="module")
def baseline() -> Baseline:
    pinned = load_baseline(GOLD / "baseline.json")
    assert pinned is not None, f"no tests/gold/baseline.json: run `{UPDATE}` and commit it"
    return pinned


@pytest.fixture(scope="module")
def now() -> Baseline:
    gold, engine = load(GOLD / "articles"), default_engine()
    return pin(gold, measure(gold, lambda article: read_gold(article, engine)))


def test_the_annotations_are_those_of_the_baseline(baseline: Baseline, now: Baseline) -> None:
    assert changed(baseline, now) == ()


def test_every_layer_has_a_floor(baseline: Baseline) -> None:
    assert tuple(baseline.floors) == LAYERS, f"run `{UPDATE}`"


@pytest.mark.parametrize("layer", LAYERS)
def test_no_layer_falls_below_its_floor(layer: str, baseline: Baseline, now: Baseline) -> None:
    assert now.floors[layer] >= baseline.floors[layer], f"{layer} fell: `python benchmarks/quality/gate.py` shows more"
