"""The commands as a user meets them: output, exit codes, rejections in their place."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from typer.testing import CliRunner, Result

from musnad.cli.app import app
from musnad.model import Reading, from_json

ARTICLE = """الوزير يلتقي نظيره البرتغالي

التقى وزير الخارجية المصري، اليوم الثلاثاء، نظيره البرتغالي في القاهرة.
وقال الوزير المصري إن المحادثات كانت «مثمرة وبناءة»، مضيفا أن الجانبين اتفقا على عقد قمة في لشبونة.
"""
FIRST = {"id": "a", "text": ARTICLE, "published": "2021-09-14", "publisher": "صحيفة الميناء"}


def run(*words: str, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(app, list(words), input=stdin)


def lines(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, "utf-8")
    return path


def test_read_shows_statements_events_and_timeline(article: Path) -> None:
    result = run("read", str(article), "--published", "2021-09-14", "--publisher", "صحيفة الميناء")
    assert result.exit_code == 0
    for expected in ("statements (", "events (", "timeline (", "2021-09-14", "صحيفة الميناء", "المحادثات كانت"):
        assert expected in result.stdout


def test_read_gives_the_public_form(article: Path) -> None:
    (value,) = lines(run("read", str(article), "--json", "--published", "2021-09-14"))
    schema = json.loads(run("schema", "reading").stdout)
    jsonschema.validate(value, schema)
    reading = from_json(value)
    assert isinstance(reading, Reading)
    assert value["id"] == "article"
    assert value["published"]["basis"] == "given"
    assert reading.article.title == ARTICLE.splitlines()[0]


def test_several_processes_read_the_same_in_the_same_order(tmp_path: Path) -> None:
    rows = [FIRST | {"id": str(i), "text": ARTICLE + f"\nوقال الوزير إن {i} دول شاركت."} for i in range(40)]
    batch = tmp_path / "batch.jsonl"
    batch.write_text("\n".join([*(json.dumps(row) for row in rows), "[]"]), "utf-8")
    alone = run("read", str(batch), "--json")
    together = run("read", str(batch), "--json", "--workers", "2")
    assert [line["id"] for line in lines(together)] == [*map(str, range(40)), None]
    assert together.stdout == alone.stdout
    assert together.stderr == alone.stderr
    assert run("read", str(batch), "--workers", "0").exit_code == 2


def test_standard_input_is_read(article: Path) -> None:
    (value,) = lines(run("read", "-", "--json", stdin=article.read_bytes()))
    assert value["format"] == "musnad.reading/1"
    assert value["id"] == "-"


def test_a_batch_keeps_its_order_and_loses_nothing(tmp_path: Path) -> None:
    batch = tmp_path / "batch.jsonl"
    rows = [
        json.dumps(FIRST, ensure_ascii=False),
        '{"id": "cut", "text": "قال',
        json.dumps({"id": "empty", "text": "  "}),
        json.dumps({"id": "english", "text": "The minister said that talks went well, and then he left the town."}),
        '["no", "object"]',
        json.dumps({"id": "none"}),
        json.dumps({**FIRST, "id": "b"}, ensure_ascii=False),
    ]
    batch.write_text("\n".join(rows), "utf-8")
    result = run("read", str(batch), "--json")
    assert result.exit_code == 0
    found = lines(result)
    assert [v["format"].split(".")[1].split("/")[0] for v in found] == ["reading", *["rejection"] * 5, "reading"]
    assert [v["id"] for v in found if v["format"] == "musnad.reading/1"] == ["a", "b"]
    assert [v["reason"] for v in found[1:6]] == ["json", "empty", "not-arabic", "record", "record"]
    assert "2 read, 5 rejected" in result.stderr


def test_exit_code_1_where_nothing_could_be_read(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    result = run("read", str(empty), str(tmp_path / "missing.txt"))
    assert result.exit_code == 1
    assert "rejected, empty" in result.stderr
    assert "rejected, unreadable" in result.stderr


def test_exit_code_2_for_a_wrong_call(article: Path) -> None:
    assert run("read").exit_code == 2
    assert run("read", str(article), "--published", "yesterday").exit_code == 2
    assert run("schema", "poem").exit_code == 2


def test_a_lone_surrogate_becomes_a_replacement_character_in_a_file_and_on_standard_input(tmp_path: Path) -> None:
    batch = tmp_path / "batch.jsonl"
    batch.write_text(json.dumps({"id": "x", "text": "قال الوزير\ud800 إن الاتفاق قريب جدا"}), "utf-8")
    for result in (run("read", str(batch), "--json"), run("read", "-", "--json", stdin=batch.read_bytes())):
        (value,) = lines(result)
        assert value["text"] == "قال الوزير\ufffd إن الاتفاق قريب جدا"


def test_reading_twice_gives_the_same_bytes(article: Path) -> None:
    first = run("read", str(article), "--json").stdout
    assert first == run("read", str(article), "--json").stdout


def test_explain_shows_the_rule_of_the_fact_at_an_offset(article: Path) -> None:
    (value,) = lines(run("read", str(article), "--json", "--published", "2021-09-14"))
    day = next(t for t in value["times"] if t["value"] == "2021-09-14")
    result = run("explain", str(article), "--at", str(day["span"][0]), "--published", "2021-09-14")
    assert result.exit_code == 0
    assert "TIME DATE 2021-09-14" in result.stdout
    assert day["rule"] in result.stdout


def test_explain_gives_the_same_facts_as_json(article: Path) -> None:
    (value,) = lines(run("read", str(article), "--json", "--published", "2021-09-14"))
    day = next(t for t in value["times"] if t["value"] == "2021-09-14")
    found = lines(run("explain", str(article), "--at", str(day["span"][0]), "--published", "2021-09-14", "--json"))
    (told,) = [each for each in found if each["part"] == "times"]
    assert told["fact"] == day
    assert told["tree"]["rule"] == day["rule"]
    assert told["tree"]["span"] == day["span"]
    assert told["tree"]["children"]


def test_explain_says_where_there_is_nothing(article: Path) -> None:
    result = run("explain", str(article), "--at", "100000")
    assert result.exit_code == 1
    assert "nothing was read at offset 100000" in result.stderr


def test_the_demo_ends_with_who_said_what_through_whom() -> None:
    result = run("demo")
    assert result.exit_code == 0
    assert "who said what, through whom: 10 pages" in result.stdout


def test_lexicon_counts_its_kinds_and_refuses_bad_data(tmp_path: Path) -> None:
    assert "entries" in run("lexicon").stdout
    (tmp_path / "bad.toml").write_text("kind = 1", "utf-8")
    result = run("lexicon", str(tmp_path))
    assert result.exit_code == 1
    assert "bad.toml" in result.stderr
