"""The fuzz targets and the damages of `benchmarks/robustness`, on seeded inputs: what they once found stays found."""

import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from random import Random
from types import ModuleType

import pytest

from musnad.evaluate import load
from musnad.evaluate.sound import evidence, facts, flaws
from musnad.ingest.decode import clean
from musnad.model import Article, Published
from musnad.pipeline import default_engine, read

ROOT = Path(__file__).parents[2]
GOLD = [each.text for each in load(ROOT / "tests" / "gold" / "articles")]
TARGETS = ("ingest", "text", "grammar", "sentences", "readings", "forms")
DAMAGES = "truncate behead shuffle drop mix repeat bidi nulls marks joined foreign_end null_end".split()
INPUTS, TEXTS = 40, 8  # of every target, of every damage


@pytest.fixture(scope="module")
def robustness() -> Iterator[dict[str, ModuleType]]:
    """Import the programs as they import each other, and take them away again."""
    before = list(sys.path)
    sys.path.insert(0, str(ROOT / "benchmarks" / "robustness"))
    names = ("targets", "damage")
    yield {name: import_module(name) for name in names}
    sys.path[:] = before
    for name in names:
        sys.modules.pop(name)


def changed(seed: bytes, chance: Random) -> bytes:
    data = bytearray(seed)
    for _ in range(chance.randrange(1, 8)):
        at = chance.randrange(len(data) + 1)
        data[at : at + chance.randrange(4)] = chance.randbytes(chance.randrange(4))
    return bytes(data)


def test_every_target_and_damage_is_tried(robustness: dict[str, ModuleType]) -> None:
    assert tuple(robustness["targets"].TARGETS) == TARGETS
    assert list(robustness["damage"].DAMAGES) == DAMAGES


@pytest.mark.parametrize("name", TARGETS)
def test_seeded_inputs_are_read_or_refused(name: str, robustness: dict[str, ModuleType]) -> None:
    targets, chance = robustness["targets"], Random(name)  # noqa: S311 - seeded
    seeds = list(targets.seeds(name))
    for number in range(INPUTS):
        targets.TARGETS[name](changed(seeds[number % len(seeds)], chance))


@pytest.mark.parametrize("name", DAMAGES)
def test_damaged_articles_are_read_soundly(name: str, robustness: dict[str, ModuleType]) -> None:
    chance = Random(name)  # noqa: S311 - seeded
    for text in chance.sample(GOLD, TEXTS):
        harmed = clean(robustness["damage"].DAMAGES[name](text, chance))
        reading = read(Article(harmed, published=Published("2021-09-14", "given", 1.0)), default_engine())
        assert flaws(reading) == []


@pytest.mark.parametrize("name", ["foreign_end", "null_end"])
def test_what_stands_behind_a_text_changes_nothing_in_it(name: str, robustness: dict[str, ModuleType]) -> None:
    chance = Random(name)  # noqa: S311 - seeded
    for text in chance.sample(GOLD, TEXTS):
        longer = clean(robustness["damage"].DAMAGES[name](text, chance))
        before, after = (read(Article(each), default_engine()) for each in (text, longer))
        found = [
            [(type(fact), evidence(fact), fact.rule) for fact in facts(each) if evidence(fact)[-1].end <= len(text)]
            for each in (before, after)
        ]
        assert found[0] == found[1]
