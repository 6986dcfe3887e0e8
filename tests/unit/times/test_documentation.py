"""The table of `docs/explain/times.md`: every example reads as it says."""

from pathlib import Path

import pytest

from musnad import times
from musnad.lexicon import match
from musnad.model import Article, Published
from musnad.pipeline import default_engine
from musnad.text import cut

PAGE = Path(__file__).parents[3] / "docs" / "explain" / "times.md"
CLASSES = 41


def rows() -> list[list[str]]:
    section = PAGE.read_text("utf-8").split("## The classes")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[1:]]


@pytest.mark.parametrize("row", [pytest.param(row, id=row[0]) for row in rows()])
def test_an_example_reads_as_the_page_says(row: list[str]) -> None:
    _, text, told = row
    article = Article(text, published=Published("2021-09-14", "given"))
    units = cut(article)
    found = times.read(article, units, match(units, default_engine().lexicon))[1]
    assert "; ".join(f"«{e.span.of(text)}» {e.value}" for e in found) == told


def test_every_class_has_an_example() -> None:
    assert len(rows()) >= CLASSES
