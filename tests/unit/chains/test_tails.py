"""The document's own hands: dateline, byline, footer, metadata."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from musnad.ingest.title import title_span
from musnad.model import Article, Link
from musnad.pipeline import default_engine, read

_CASES = tomllib.loads((Path(__file__).parents[2] / "corpora" / "chains" / "tails.toml").read_text(encoding="utf-8"))


def article(case: dict[str, Any]) -> Article:
    return Article(case["text"], title_span(case["text"]), byline=case.get("byline"), publisher=case.get("publisher"))


def told(link: Link) -> str:
    return f"{link.name}/{link.role}/{link.basis}"


@pytest.mark.parametrize("case", _CASES["yes"], ids=lambda case: case["tail"][0])
def test_the_tail_names_agency_and_publisher_with_their_basis(case: dict[str, Any]) -> None:
    reading = read(article(case), default_engine())
    assert [told(link) for link in reading.chain] == case["tail"]
    for link in reading.chain:
        assert link.span is None or link.span.of(case["text"]) == link.name
    assert [link.name for link in reading.chain if link.unnamed] == case.get("unnamed", [])


@pytest.mark.parametrize("case", _CASES["no"], ids=lambda case: case["why"])
def test_what_is_told_about_is_no_hand_of_the_document(case: dict[str, Any]) -> None:
    assert read(article(case), default_engine()).chain == ()


@pytest.mark.parametrize("case", _CASES["yes"], ids=lambda case: case["tail"][0])
def test_every_fact_ends_in_the_tail(case: dict[str, Any]) -> None:
    reading = read(article(case), default_engine())
    for fact in (*reading.statements, *reading.events):
        assert fact.chain[len(fact.chain) - len(reading.chain) :] == reading.chain
