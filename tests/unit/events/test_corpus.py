"""The events of the corpus: every case is a text with an event that must be read in it, or one that must not."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

import musnad
from musnad.model import Event, Reading

CORPUS = Path(__file__).parents[2] / "corpora" / "events"
FAMILIES = [(path.stem, tomllib.loads(path.read_text("utf-8"))) for path in sorted(CORPUS.glob("*.toml"))]
YES = [pytest.param(case, id=f"{name}-{i}") for name, family in FAMILIES for i, case in enumerate(family["yes"], 1)]
NO = [
    pytest.param(case, id=f"{name}-not-{i}")
    for name, family in FAMILIES
    for i, case in enumerate(family.get("no", ()), 1)
]
DAY = "2021-09-14"


def told(reading: Reading, event: Event, wanted: dict[str, Any]) -> dict[str, Any]:
    """Return what a case may ask of an event, as far as it does."""
    found = {
        "type": event.type,
        "trigger": event.trigger.of(reading.article.text),
        "mode": event.mode,
        "status": event.status,
        "actors": [one.name for one in event.actors],
        "recipients": [one.name for one in event.recipients],
        "countries": [one.country for one in (*event.actors, *event.recipients)],
        "place": event.place,
        "date": event.date,
    }
    return {key: found[key] for key in wanted}


@pytest.mark.parametrize("case", YES)
def test_happening_is_read(case: dict[str, Any]) -> None:
    reading = musnad.read(case["text"], published=DAY)
    for wanted in case["events"]:
        same = [e for e in reading.events if e.type == wanted["type"]]
        assert wanted in [told(reading, event, wanted) for event in same]
    if "count" in case:
        assert len(reading.events) == case["count"]


@pytest.mark.parametrize("case", NO)
def test_word_is_not_read_as_event(case: dict[str, Any]) -> None:
    reading = musnad.read(case["text"], published=DAY)
    assert case["type"] not in {event.type for event in reading.events}, case["why"]
