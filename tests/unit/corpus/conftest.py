"""The example pages as readings, made once."""

from functools import cache
from importlib import resources

import pytest

from musnad.ingest import Given, read_bytes
from musnad.model import Article, Reading
from musnad.pipeline import default_engine, read

PAGES = resources.files("musnad") / "data" / "examples"


@cache
def page(name: str) -> Article:
    data = (PAGES / f"{name}.html").read_bytes()
    return read_bytes(data, default_engine().lexicon, name=f"{name}.html", given=Given(id=name))


@cache
def reading(name: str) -> Reading:
    return read(page(name), default_engine())


@pytest.fixture(scope="session")
def examples() -> dict[str, Article]:
    """All example pages by name."""
    names = sorted(p.name.removesuffix(".html") for p in PAGES.iterdir() if p.name.endswith(".html"))
    return {name: page(name) for name in names}


@pytest.fixture(scope="session")
def readings(examples: dict[str, Article]) -> dict[str, Reading]:
    """The readings of all example pages by name."""
    return {name: reading(name) for name in examples}
