"""The shipped example pages are read as a person reads them, to the letter."""

import json
from importlib import resources
from pathlib import Path

import jsonschema
import pytest

from golden import load, names
from musnad.ingest import read_bytes
from musnad.model import Article, Link, Reading, from_json, reading_to_json
from musnad.pipeline import default_engine, read

CASES = names()


def article(name: str) -> Article:
    return read_bytes(load(name).source, default_engine().lexicon, name=f"{name}.html")


def tail_of(link: Link) -> dict[str, object]:
    span = None if link.span is None else [link.span.start, link.span.end]
    return {"name": link.name, "role": link.role, "basis": link.basis, "span": span}


def test_every_shipped_page_has_a_case() -> None:
    pages = resources.files("musnad") / "data" / "examples"
    assert [f"{name}.html" for name in CASES] == sorted(
        page.name for page in pages.iterdir() if page.name.endswith(".html")
    )


@pytest.mark.parametrize("name", CASES)
def test_title_and_body_are_those_of_the_page(name: str) -> None:
    case, found = load(name), article(name)
    assert found.text.split("\n") == case.text.split("\n")
    assert found.title_span is not None
    assert [found.title_span.start, found.title_span.end] == [case.expected["title"][end] for end in ("start", "end")]


@pytest.mark.parametrize("name", CASES)
def test_what_the_page_says_of_itself_is_kept(name: str) -> None:
    expected, found = load(name).expected, article(name)
    assert found.published.value == expected["published"]["value"]
    assert found.published.basis == expected["published"]["basis"]
    for field in ("url", "language", "publisher", "byline"):
        assert getattr(found, field) == expected[field], field


@pytest.mark.parametrize("name", CASES)
def test_the_tail_holds_the_documents_own_hands(name: str) -> None:
    reading: Reading = read(article(name), default_engine())
    assert [tail_of(link) for link in reading.chain] == load(name).expected["tail"]


@pytest.mark.parametrize("name", CASES)
def test_the_reading_fits_the_published_schema_and_comes_back_from_json(name: str) -> None:
    reading = read(article(name), default_engine())
    value = json.loads(json.dumps(reading_to_json(reading)))
    schema = resources.files("musnad") / "data" / "json-schema" / "reading.schema.json"
    jsonschema.validate(value, json.loads(schema.read_text("utf-8")))
    assert from_json(value) == reading


@pytest.mark.parametrize(
    ("part", "change"), [("title", {"end": 20}), ("body", {"start": 0}), ("body", {"text": "x"})], ids=str
)
def test_drifted_offsets_are_refused(tmp_path: Path, part: str, change: dict[str, object]) -> None:
    expected = load("presidency-a").expected
    expected[part] = {**expected[part], **change}
    (tmp_path / "case").mkdir()
    (tmp_path / "case" / "expected.json").write_text(json.dumps(expected), "utf-8")
    with pytest.raises(ValueError, match="case: "):
        load("case", tmp_path)
