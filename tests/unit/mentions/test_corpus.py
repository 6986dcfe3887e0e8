"""The mentions of the corpus: every case is a text with phrases that must be found in it, or must never be."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from musnad.lexicon import match
from musnad.mentions import find
from musnad.model import Article, Cast, Entity, Mention, Span
from musnad.pipeline import default_engine
from musnad.text import cut

CORPUS = Path(__file__).parents[2] / "corpora" / "mentions"
FAMILIES = [(path.stem, tomllib.loads(path.read_text("utf-8"))) for path in sorted(CORPUS.glob("*.toml"))]


def cases(kind: str, *asking: str) -> list[Any]:
    """Return the cases of a kind that ask for one of some things, each as a test of its own."""
    return [
        pytest.param(case, id=f"{name}-{i}")
        for name, family in FAMILIES
        for i, case in enumerate(family.get(kind, ()), 1)
        if any(what in case for what in asking)
    ]


@cache
def cast(text: str) -> Cast:
    """Return the cast of a text."""
    units = cut(Article(text))
    return find(units, match(units, default_engine().lexicon))


def place(text: str, surface: str) -> Span:
    """Return where a surface stands; `#2` behind it means its second occurrence."""
    words, _, number = surface.partition("#")
    start = -1
    for _ in range(int(number or 1)):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def mention(text: str, surface: str) -> tuple[Mention, Entity]:
    """Return the mention with exactly this span and its entity."""
    span = place(text, surface)
    found = [m for m in cast(text).mentions if m.span == span]
    assert found, f"{surface!r} is no mention among {[m.span.of(text) for m in cast(text).mentions]}"
    return found[0], cast(text).entity(found[0])


def told(text: str, wanted: dict[str, str]) -> dict[str, object]:
    """Return what a case may ask of a mention, as far as it does."""
    found, entity = mention(text, wanted["span"])
    known = {
        "span": wanted["span"],
        "kind": found.kind,
        "proper": found.proper.of(text) if found.proper else "",
        "name": entity.name,
        "entity": entity.id,
        "latin": entity.latin,
        "country": entity.country,
        "sector": entity.sector,
        "gender": entity.gender,
        "number": entity.number,
    }
    return {key: known[key] for key in wanted}


@pytest.mark.parametrize("case", cases("yes", "mentions"))
def test_found(case: dict[str, Any]) -> None:
    assert [told(case["text"], wanted) for wanted in case["mentions"]] == case["mentions"]


@pytest.mark.parametrize("case", cases("yes", "same"))
def test_one_and_the_same(case: dict[str, Any]) -> None:
    for group in case["same"]:
        entities = {mention(case["text"], surface)[1].id for surface in group}
        assert len(entities) == 1, f"{group} are {sorted(entities)}"


@pytest.mark.parametrize("case", cases("yes", "different"))
def test_not_the_same(case: dict[str, Any]) -> None:
    for group in case["different"]:
        entities = {mention(case["text"], surface)[1].id for surface in group}
        assert len(entities) == len(group), f"{group} are {sorted(entities)}"


@pytest.mark.parametrize("case", cases("no", "never"))
def test_never_found(case: dict[str, Any]) -> None:
    text = case["text"]
    found = {m.span.of(text) for m in cast(text).mentions}
    assert found.isdisjoint(case["never"]), case["why"]
