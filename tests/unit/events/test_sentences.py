"""Own sentences of status and of rare types are read at least as well as pinned.

`python benchmarks/events/sentences.py --errors` shows what is read wrongly; `--update` pins better numbers.
"""

import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

PROGRAM = Path(__file__).parents[3] / "benchmarks" / "events"


@pytest.fixture(scope="module")
def sentences() -> ModuleType:
    before = list(sys.path)
    sys.path.insert(0, str(PROGRAM))
    module = import_module("sentences")
    sys.path[:] = before
    return module


def test_no_number_falls_below_its_floor(sentences: ModuleType) -> None:
    numbers, _ = sentences.measure()
    low, now = sentences.floors(), sentences.pinned(numbers)
    assert low.keys() == now.keys()
    assert {name: now[name] for name in low if now[name] < low[name]} == {}


def test_every_class_has_its_sentences(sentences: ModuleType) -> None:
    classes = [row["class"] for row in sentences.rows("events_status.tsv")]
    kinds = [row["type"] for row in sentences.rows("events_types.tsv") if row["status"] != "none"]
    assert {classes.count(name) for name in classes} == {40}
    assert {kinds.count(name) for name in kinds} == {25}


def test_every_trigger_stands_in_its_sentence(sentences: ModuleType) -> None:
    every = [row for name in ("events_status.tsv", "events_types.tsv") for row in sentences.rows(name)]
    assert [row["text"] for row in every if row["trigger"] not in row["text"]] == []
