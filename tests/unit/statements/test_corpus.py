"""The statements of the corpus: every case is a text with the statements that must be read in it, and no others."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

import musnad
from musnad.model import Reading, Statement

CORPUS = Path(__file__).parents[2] / "corpora" / "statements"
FAMILIES = [(path.stem, tomllib.loads(path.read_text("utf-8"))) for path in sorted(CORPUS.glob("*.toml"))]
YES = [pytest.param(case, id=f"{name}-{i}") for name, family in FAMILIES for i, case in enumerate(family["yes"], 1)]
NO = [
    pytest.param(case, id=f"{name}-{i}") for name, family in FAMILIES for i, case in enumerate(family.get("no", ()), 1)
]


def told(reading: Reading, statement: Statement, wanted: dict[str, Any]) -> dict[str, Any]:
    """Return what a case may ask of a statement, as far as it does."""
    text = reading.article.text
    by_id = {s.id: s for s in reading.statements}
    found = {
        "cue": statement.cue.of(text),
        "content": [span.of(text) for span in statement.content],
        "speaker": statement.speaker.name if statement.speaker else "",
        "form": statement.form,
        "stance": statement.stance,
        "denial": statement.denial,
        "medium": statement.medium,
        "via": [link.name for link in statement.chain[1:] if not link.tail],
        "inside": by_id[statement.parent].cue.of(text) if statement.parent else None,
        "addressee": statement.addressee.name if statement.addressee else None,
        "rule": statement.rule,
        "unnamed": bool(statement.chain) and statement.chain[0].unnamed,
    }
    return {key: found[key] for key in wanted}


@pytest.mark.parametrize("case", YES)
def test_said(case: dict[str, Any]) -> None:
    reading = musnad.read(case["text"], published="2021-09-14")
    found = list(reading.statements)
    wanted = case["said"]
    assert [told(reading, s, w) for s, w in zip(found, wanted, strict=False)] == wanted
    assert len(found) == len(wanted)


@pytest.mark.parametrize("case", NO)
def test_not_said(case: dict[str, Any]) -> None:
    reading = musnad.read(case["text"], published="2021-09-14")
    assert [s.cue.of(reading.article.text) for s in reading.statements] == [], case["why"]
