"""`copies`, `corroborate` and `diff` as a user meets them."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from musnad.cli.app import app
from musnad.model import Article

SHOWN = ("agency-dispatch", "copy-partial", "undated-amp", "presidency-a")


def run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


def lines(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def collection(tmp_path: Path, examples: dict[str, Article]) -> str:
    path = tmp_path / "articles.jsonl"
    records = [
        {"id": key, "text": a.text, "publisher": a.publisher, "byline": a.byline, "published": a.published.value}
        for key, a in examples.items()
        if key in SHOWN
    ]
    path.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    return str(path)


def test_corroborate_gives_the_public_form(collection: str) -> None:
    result = run("corroborate", collection, "--json")
    assert result.exit_code == 0
    (value,) = lines(result)
    assert (value["format"], value["documents"]) == ("musnad.corroboration/1", 4)
    (story,) = value["stories"]
    assert set(story) >= {"agency-dispatch", "copy-partial", "undated-amp"}
    (dispatch,) = value["dispatches"]
    assert [(m["id"], m["credit"]) for m in dispatch["members"]] == [
        ("agency-dispatch", "named"),
        ("copy-partial", "named"),
        ("undated-amp", "absent"),
    ]


def test_copies_lists_the_texts_that_several_carry(collection: str) -> None:
    shown = run("copies", collection)
    assert shown.exit_code == 0
    for expected in ("وكالة أنباء المدار", "credit absent (possible tadlis)", "3 of 4 documents"):
        assert expected in shown.stdout
    (dispatch,) = lines(run("copies", collection, "--json"))
    assert dispatch["fullest"] == "agency-dispatch"


def test_copies_of_one_article_have_passages_whose_spans_are_the_words(
    collection: str, examples: dict[str, Article]
) -> None:
    found = lines(run("copies", collection, "--article", "copy-partial", "--json"))
    assert [value["second"] for value in found] == ["agency-dispatch", "undated-amp"]
    (passage, *_) = found[0]["passages"]
    first, second = (examples[found[0][side]].text[slice(*passage[side])] for side in ("first", "second"))
    assert first.split()[:9] == second.split()[:9]


def test_diff_shows_two_articles_side_by_side(collection: str) -> None:
    shown = run("diff", "agency-dispatch", "undated-amp", "--in", collection)
    assert shown.exit_code == 0
    for expected in ("the second text was taken from the first", "attribution changed", "⟦مطلع⟧", "صحيفة الميناء"):
        assert expected in shown.stdout
    (value,) = lines(run("diff", "agency-dispatch", "undated-amp", "--in", collection, "--json"))
    assert value["format"] == "musnad.diff/1"
    assert {edit["kind"] for edit in value["edits"]} >= {"attribution", "cut", "headline"}


def test_a_database_is_compared_as_its_articles_are(collection: str, tmp_path: Path) -> None:
    database = str(tmp_path / "news.db")
    assert run("ingest", database, collection, "--workers", "1").exit_code == 0
    assert run("copies", database, "--json").stdout == run("copies", collection, "--json").stdout


def test_two_articles_of_one_id_are_both_kept(tmp_path: Path, examples: dict[str, Article]) -> None:
    path = tmp_path / "twice.jsonl"
    records = [{"id": "x", "text": examples["copy-full"].text, "publisher": name} for name in ("صحيفة أ", "صحيفة ب")]
    path.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    (dispatch,) = lines(run("copies", str(path), "--json"))
    assert len(dispatch["members"]) == 2


def test_what_has_no_copies_ends_with_one_and_a_wrong_call_with_two(collection: str, tmp_path: Path) -> None:
    alone = tmp_path / "alone.txt"
    alone.write_text("زار وزير الزراعة أمس سوق الخضار في مدينة التل والتقى عددا من المزارعين.", "utf-8")
    assert run("copies", str(alone)).exit_code == 1
    assert run("copies", collection, "--article", "presidency-a").exit_code == 1
    assert run("copies", collection, "--article", "nobody").exit_code == 2
    assert run("diff", "agency-dispatch", "nobody", "--in", collection).exit_code == 2
    assert run("diff", str(alone), str(alone)).exit_code == 2
    other = tmp_path / "other.txt"
    other.write_text("فاز فريق الجبل الأزرق بكأس الوديان بعد مباراة امتدت إلى وقت إضافي في القاعة.", "utf-8")
    assert run("diff", str(alone), str(other)).exit_code == 1
