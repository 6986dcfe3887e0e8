"""The gate: floors hold, only rise, and belong to the annotations that they were measured on."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from musnad.errors import GoldError, MusnadError
from musnad.evaluate.gate import (
    Baseline,
    changed,
    compare,
    dump_baseline,
    load_baseline,
    lowered,
    measure,
    pin,
    repin,
)
from musnad.evaluate.gold import GoldArticle, parse
from musnad.evaluate.score import LAYERS, Tally
from musnad.evaluate.views import View

PINNED = Baseline("d1", {"articles": 3}, dict.fromkeys(LAYERS, 0.5))


def with_floor(value: float) -> Baseline:
    return replace(PINNED, floors={**PINNED.floors, "event": value})


def annotated() -> GoldArticle:
    return parse({"id": "a", "text": "وصل الوفد أمس", "times": [{"t": "أمس", "type": "DATE", "value": "2024-05-05"}]})


def test_reaching_the_floor_is_enough() -> None:
    assert compare(PINNED, PINNED) == ()
    assert compare(PINNED, with_floor(0.9)) == ()


def test_falling_below_a_floor_is_told_with_both_numbers() -> None:
    assert compare(PINNED, with_floor(0.4999)) == ("event fell to 0.4999, its floor is 0.5000",)


@pytest.mark.parametrize("now", [replace(PINNED, digest="d2"), replace(PINNED, counts={"articles": 4})])
def test_other_annotations_say_what_to_run(now: Baseline) -> None:
    (problem,) = compare(PINNED, now)
    assert "the annotations changed" in problem
    assert "gate.py --update" in problem
    assert changed(PINNED, now) == (problem,)


def test_a_layer_without_floor_says_what_to_run() -> None:
    old = replace(PINNED, floors={k: v for k, v in PINNED.floors.items() if k != "tail"})
    (problem,) = compare(old, PINNED)
    assert problem.startswith("tail has no floor yet")


def test_an_update_refuses_to_lower_a_floor() -> None:
    with pytest.raises(MusnadError, match=r"event: 0\.5000 to 0\.4000"):
        repin(PINNED, with_floor(0.4))


def test_an_update_lowers_a_floor_when_told_to() -> None:
    assert repin(PINNED, with_floor(0.4), allow_lower=True).floors["event"] == 0.4


def test_an_update_raises_floors_and_makes_the_first_ones() -> None:
    assert repin(PINNED, with_floor(0.6)).floors["event"] == 0.6
    assert repin(None, PINNED) == PINNED


def test_new_annotations_are_no_excuse_for_a_lower_floor() -> None:
    with pytest.raises(MusnadError, match="refusing"):
        repin(PINNED, replace(with_floor(0.4), digest="d2"))


def test_a_layer_that_is_no_longer_measured_counts_as_lowered() -> None:
    gone = replace(PINNED, floors={k: v for k, v in PINNED.floors.items() if k != "tail"})
    assert lowered(PINNED, gone) == ("tail: 0.5000 to 0.0000",)


def test_a_floor_is_rounded_down_so_that_it_is_reached() -> None:
    gold = [annotated()]
    scores = dict.fromkeys(LAYERS, Tally(2, 3, 3))
    assert pin(gold, scores).floors["event"] == 0.6666


def test_measuring_reads_every_article() -> None:
    gold = [annotated(), annotated()]
    assert measure(gold, lambda article: article.view)["time.value"] == Tally(2, 2, 2)
    assert measure(gold, lambda _: View())["time.value"] == Tally(0, 0, 2)


def test_a_baseline_survives_its_file(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    assert load_baseline(path) is None
    path.write_text(dump_baseline(PINNED), "utf-8")
    assert load_baseline(path) == PINNED


@pytest.mark.parametrize("text", ["{", "[]", "{}", json.dumps({"format": "other/1"})])
def test_a_file_that_is_no_baseline_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(text, "utf-8")
    with pytest.raises(GoldError, match=r"baseline\.json"):
        load_baseline(path)
