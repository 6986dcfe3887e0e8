"""What was written in the form `musnad.reading/1` once is still valid, still read, and comes back with nothing lost."""

import json
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from musnad.model import Reading, from_json, reading_to_json

HERE = Path(__file__).parent
FORMS = ("reading", "rejection")
FROZEN: dict[str, Any] = json.loads((HERE / "reading-1.json").read_text("utf-8"))


def then(form: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((HERE / f"{form}-1.schema.json").read_text("utf-8"))
    return loaded


def now(form: str) -> dict[str, Any]:
    file = resources.files("musnad") / "data" / "json-schema" / f"{form}.schema.json"
    loaded: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return loaded


def lost(old: object, new: object, where: str = "") -> Iterator[str]:
    """Yield the places at which a value lacks what an older one held."""
    if isinstance(old, dict) and isinstance(new, dict):
        for name, value in old.items():
            if name in new:
                yield from lost(value, new[name], f"{where}.{name}")
            else:
                yield f"{where}.{name}"
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for number, (one, other) in enumerate(zip(old, new, strict=True)):
            yield from lost(one, other, f"{where}[{number}]")
    elif old != new:
        yield where


def narrowed(old: object, new: object, where: str = "") -> Iterator[str]:
    """Yield the places at which a schema refuses what an older one let through."""
    if isinstance(old, dict) and isinstance(new, dict):
        if more := set(new.get("required", ())) - set(old.get("required", ())):
            yield f"{where} requires {more}"
        if "enum" in new and not set(old.get("enum", ())) <= set(new["enum"]):
            yield f"{where} has fewer values"
        for name in old.keys() - {"required", "enum", "description", "title"}:
            yield from narrowed(old[name], new.get(name), f"{where}/{name}")
    elif old != new:
        yield where


def test_a_reading_of_old_is_valid_under_both_schemas() -> None:
    jsonschema.validate(FROZEN, then("reading"))
    jsonschema.validate(FROZEN, now("reading"))


def test_a_reading_of_old_is_loaded_and_written_again_without_a_loss() -> None:
    reading = from_json(FROZEN)
    assert isinstance(reading, Reading)
    assert reading.statements
    assert reading.events
    assert list(lost(FROZEN, reading_to_json(reading))) == []


@pytest.mark.parametrize("form", FORMS)
def test_a_schema_only_grows(form: str) -> None:
    assert list(narrowed(then(form), now(form))) == []


def test_what_would_break_readers_is_seen() -> None:
    changed = now("reading")
    changed["required"] = [*changed["required"], "new"]
    del changed["properties"]["url"]
    found = list(narrowed(then("reading"), changed))
    assert any("requires {'new'}" in each for each in found)
    assert "/properties/url" in found
    assert list(lost({"a": [1, {"b": 2}]}, {"a": [1, {}]})) == [".a[1].b"]
