"""The commands of the collection as a user meets them: output, exit codes, what stands on standard error."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from musnad.cli.app import app

ARTICLE = """الوزير يلتقي نظيره البرتغالي

التقى وزير الخارجية المصري سامح الشاذلي، اليوم الثلاثاء، نظيره البرتغالي في القاهرة.
وقال الشاذلي إن المحادثات كانت «مثمرة وبناءة»، مضيفا أن الجانبين اتفقا على عقد قمة في لشبونة.
"""
PAGE = "https://paper.example/a"
FIRST = {"id": "a", "text": ARTICLE, "published": "2021-09-14", "publisher": "صحيفة الميناء", "url": PAGE}
SECOND = FIRST | {"id": "b", "url": "https://other.example/b", "publisher": "جريدة الساحل", "published": "2021-09-15"}


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


def lines(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "batch.jsonl"
    path.write_text(json.dumps(FIRST) + "\n" + json.dumps(SECOND) + "\n", "utf-8")
    return path


@pytest.fixture
def db(tmp_path: Path, source: Path) -> Path:
    path = tmp_path / "news.db"
    assert run("ingest", path, source, "--workers", "1").exit_code == 0
    return path


def test_ingest_says_what_became_of_the_inputs(tmp_path: Path, source: Path) -> None:
    first = run("ingest", tmp_path / "x.db", source, "--workers", "1")
    assert (first.exit_code, first.stderr.splitlines()[0]) == (0, "2 new")
    assert first.stderr.splitlines()[1] == "2 articles compared, 1 stories changed, statistics renewed"
    again = run("ingest", tmp_path / "x.db", source, "--workers", "1")
    assert (again.exit_code, again.stderr.strip()) == (0, "1 whole files known before")


def test_ingest_of_nothing_readable_ends_with_1(tmp_path: Path) -> None:
    result = run("ingest", tmp_path / "x.db", tmp_path / "none.jsonl", "--workers", "1")
    assert result.exit_code == 1
    assert "1 rejected (1 unreadable)" in result.stderr


def test_an_address_is_not_fetched_unless_asked(tmp_path: Path) -> None:
    result = run("ingest", tmp_path / "x.db", "https://paper.example/a", "--workers", "1")
    assert result.exit_code == 1
    assert "not-fetched" in result.stderr


def test_a_wrong_database_is_a_wrong_call(tmp_path: Path, source: Path) -> None:
    wrong = tmp_path / "notes.txt"
    wrong.write_text("no database\n" * 100, "utf-8")
    result = run("ingest", wrong, source)
    assert result.exit_code == 2
    assert "no musnad database" in result.stderr


def test_reread_says_that_nothing_is_due(db: Path) -> None:
    result = run("reread", db, "--workers", "1")
    assert result.exit_code == 0
    assert "0 of 0 read again" in result.stderr


def test_find_writes_finds_and_what_was_looked_at(db: Path) -> None:
    result = run("find", "statements", db, "--speaker", "الشاذلي", "--limit", "1")
    assert result.exit_code == 0
    for expected in (
        "سامح الشاذلي",
        "جريدة الساحل",
        "2 articles of 2 publishers",
        "finds in 2 of them",
        "more: --after",
    ):
        assert expected in result.stdout
    after = result.stdout.rsplit("--after ", 1)[1].strip()
    rest = lines(run("find", "statements", db, "--speaker", "الشاذلي", "--after", after, "--json"))
    assert rest[-1]["total"] == len(rest)  # one stood on the page before, one line is about the page


@pytest.mark.parametrize(
    "words",
    [
        ("events", "--type", "CONSULT", "--actor", "الشاذلي"),
        ("people", "الشاذلي"),
        ("articles", "القاهرة"),
        ("articles", "--mentions", "القاهرة", "--by", "day"),
        ("statements", "--by", "publisher"),
    ],
)
def test_find_answers_as_lines_and_as_json(db: Path, words: tuple[str, ...]) -> None:
    shown = run("find", words[0], db, *words[1:])
    assert shown.exit_code == 0
    assert "2 articles of 2 publishers" in shown.stdout
    *found, page = lines(run("find", words[0], db, *words[1:], "--json"))
    assert found
    assert page["format"] == "musnad.page/1"
    assert {held["publisher"] for held in page["coverage"]} == {"صحيفة الميناء", "جريدة الساحل"}


def test_find_nothing_ends_with_1_and_says_what_was_looked_at(db: Path) -> None:
    result = run("find", "statements", db, "--speaker", "لا أحد")
    assert result.exit_code == 1
    assert "0 statements; looked at 2 articles of 2 publishers" in result.stdout
    assert "nothing here is called 'لا أحد' (speaker)" in result.stderr
    wrong = run("find", "events", db, "--type", "COUNSEL", "--publisher", "الصباح", "--json")
    assert "of the type COUNSEL: there are AGREE, CONSULT" in wrong.stderr
    assert "no publisher here is called 'الصباح'" in wrong.stderr
    assert lines(wrong)[0]["total"] == 0
    assert run("find", "statements", db, "--speaker", "الشاذلي", "--denied").stderr == ""


def test_a_wrong_question_is_a_wrong_call(db: Path) -> None:
    result = run("find", "events", db, "--since", "yesterday")
    assert result.exit_code == 2
    assert "since must be an ISO day" in result.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("find", "rejections", "--reason", "too-long"),
        ("find", "identity", "الشاذلي", "--kind", "persons"),
        ("correct", "list", "--kind", "tags"),
        ("correct", "suggest", "--kind", "persons"),
        ("trace", "الشاذلي", "--without", "no_such_rule"),
    ],
)
def test_a_filter_of_which_nothing_can_be_is_a_wrong_call(db: Path, words: tuple[str, ...]) -> None:
    result = run(*words[:2], db, *words[2:]) if words[0] != "trace" else run("trace", db, *words[1:])
    assert result.exit_code == 2
    assert f"'{words[-1]}' is none of " in result.stderr


def test_edits_and_coverage_are_shown(db: Path, source: Path) -> None:
    assert run("find", "edits", db).exit_code == 1
    source.write_text(json.dumps(FIRST | {"text": ARTICLE.replace("مثمرة", "صعبة")}) + "\n", "utf-8")
    run("ingest", db, source, "--workers", "1")
    shown = run("find", "edits", db)
    assert "not told by the page" in shown.stdout
    assert "صعبة" in shown.stdout
    (value,) = lines(run("find", "edits", db, "--stealth", "--json"))
    assert len(value["edits"]) == 1
    assert run("find", "edits", db, "--told").exit_code == 1
    held = run("find", "coverage", db)
    assert "3 article" in held.stdout
    (value,) = lines(run("find", "coverage", db, "--json"))
    assert value["sizes"]["article"] == 3


def test_a_saved_question_reports_what_is_new_once(db: Path, source: Path) -> None:
    assert run("find", "statements", db, "--speaker", "الشاذلي", "--save", "minister").exit_code == 0
    assert run("watch", db).exit_code == 1, "nothing came since"
    third = FIRST | {"id": "c", "url": "https://third.example/c", "publisher": "وكالة الثالثة"}
    source.write_text(json.dumps(third) + "\n", "utf-8")
    run("ingest", db, source, "--workers", "1")
    kept = lines(run("watch", db, "--keep", "--json"))
    assert kept
    assert {value["watch"] for value in kept} == {"minister"}
    assert {value["article"]["publisher"] for value in kept} == {"وكالة الثالثة"}
    shown = run("watch", db, "minister")
    assert f"minister: {len(kept)} new" in shown.stdout
    assert run("watch", db).exit_code == 1
    assert '"speaker": "الشاذلي"' in run("watch", db, "--list").stdout
    assert run("watch", db, "other").exit_code == 2
    run("watch", db, "minister", "--remove")
    assert run("watch", db, "--list").stdout == ""


def test_people_cannot_be_watched(db: Path) -> None:
    result = run("find", "articles", db, "--save", "all")
    assert result.exit_code == 0
    assert run("find", "people", db, "--save", "x").exit_code == 2


def test_what_is_taken_down_is_listed_and_found_no_more(db: Path) -> None:
    assert run("forget", db, PAGE).exit_code == 2, "a reason is wanted"
    done = run("forget", db, PAGE, "--reason", "court order 7")
    assert done.exit_code == 0
    assert "1 versions" in done.stdout
    assert "court order 7" in run("forget", db).stdout
    (stone,) = lines(run("forget", db, "--json"))
    assert stone["url"] == PAGE
    *_, page = lines(run("find", "articles", db, "--json"))
    assert page["total"] == 1
    assert run("forget", db, PAGE, "--reason", "again").exit_code == 2


@pytest.mark.parametrize(
    ("what", "least"), [("statements", 2), ("events", 2), ("people", 1), ("articles", 2), ("readings", 2)]
)
def test_a_collection_is_exported(db: Path, tmp_path: Path, what: str, least: int) -> None:
    result = run("export-db", db, what, "-o", tmp_path / "out.jsonl")
    assert result.exit_code == 0
    count = len((tmp_path / "out.jsonl").read_text("utf-8").splitlines())
    assert result.stderr.strip() == f"{count} {what}"
    assert count >= least  # of the two who met, one has no name


def test_what_fits_a_saved_question_is_exported(db: Path, tmp_path: Path) -> None:
    run("find", "statements", db, "--publisher", "الساحل", "--save", "coast")
    assert run("export-db", db, "statements", "-o", tmp_path / "coast.csv", "--saved", "coast").exit_code == 0
    rows = (tmp_path / "coast.csv").read_text("utf-8")
    assert "جريدة الساحل" in rows
    assert "صحيفة الميناء" not in rows
    assert run("export-db", db, "events", "-o", tmp_path / "x.csv", "--saved", "coast").exit_code == 2
    assert run("export-db", db, "events", "-o", tmp_path / "x.csv", "--saved", "none").exit_code == 2
    assert run("export-db", db, "readings", "-o", tmp_path / "x.csv").exit_code == 2
    assert run("export-db", db, "readings", "-o", tmp_path / "x.jsonld").exit_code == 0


def test_a_bundle_is_written(db: Path, tmp_path: Path) -> None:
    result = run("bundle", db, PAGE, "-o", tmp_path / "a.zip")
    assert result.exit_code == 0
    assert (tmp_path / "a.zip").stat().st_size > 0
    assert run("bundle", db, "s-0", "-o", tmp_path / "b.zip").exit_code == 2


def test_an_edit_of_a_page_reports_only_what_it_changes(db: Path, source: Path) -> None:
    run("find", "statements", db, "--publisher", "الميناء", "--save", "port")
    source.write_text(json.dumps(FIRST | {"text": ARTICLE.replace("مثمرة", "صعبة")}) + "\n", "utf-8")
    run("ingest", db, source, "--workers", "1")
    new = lines(run("watch", db, "port", "--json"))
    assert ["صعبة" in " ".join(value["content"]) for value in new] == [True] * len(new)
    assert len(new) == 1
    assert run("watch", db).exit_code == 1


def test_rejections_are_listed_with_their_reasons(db: Path, source: Path) -> None:
    assert run("find", "rejections", db).exit_code == 1
    source.write_text("{broken\n", "utf-8")
    run("ingest", db, source, "--workers", "1")
    shown = run("find", "rejections", db)
    assert "json" in shown.stdout
    assert "1 rejected (1 json)" in shown.stderr
    (value,) = lines(run("find", "rejections", db, "--json"))
    assert (value["reason"], value["source"]) == ("json", str(source))
    assert run("find", "rejections", db, "--reason", "empty").exit_code == 1


def test_corrections_are_listed_undone_and_carried_over(db: Path, tmp_path: Path, source: Path) -> None:
    fact = lines(run("find", "statements", db, "--json"))[0]["id"]
    name = run("correct", "wrong", db, fact, "--why", "misread").stdout.strip()
    run("correct", "tag", db, fact, "check")
    run("correct", "note", db, fact, "see the letter")
    people = [value["id"] for value in lines(run("find", "people", db, "--json"))[:-1]]
    assert run("correct", "same", db, people[0], "person:none").exit_code == 2
    listed = run("correct", "list", db)
    for expected in (name, "misread", "check", "see the letter"):
        assert expected in listed.stdout
    shown = run("find", "statements", db, "--tag", "check", "--wrong")
    for expected in ("# check", "! see the letter", "! found wrong"):
        assert expected in shown.stdout
    assert run("find", "statements", db, "--tag", "check").exit_code == 1
    saved = tmp_path / "corrections.jsonl"
    saved.write_text(run("correct", "list", db, "--json").stdout, "utf-8")
    other = tmp_path / "other.db"
    run("ingest", other, source, "--workers", "1")
    assert "3 corrections" in run("correct", "import", other, saved).stderr
    assert run("correct", "list", other, "--json").stdout == saved.read_text("utf-8")
    assert run("correct", "undo", other, name).exit_code == 0
    assert run("correct", "undo", other, name).exit_code == 2
    assert name in run("correct", "list", other, "--undone").stdout
    assert name not in run("correct", "list", other).stdout
    saved.write_text("{}\n", "utf-8")
    assert run("correct", "import", other, saved).exit_code == 2
    assert run("correct", "list", other, "--kind", "same").exit_code == 1


@pytest.mark.parametrize("what", ["plover", "cameo"])
def test_events_are_exported_with_the_codes_of_a_codebook(db: Path, tmp_path: Path, what: str) -> None:
    output = tmp_path / "events.tsv"
    assert run("export-db", db, what, "-o", output).exit_code == 0
    before = output.read_text("utf-8").splitlines()
    assert "CONSULT" in before[1]
    for value in lines(run("find", "events", db, "--json"))[:-1]:
        run("correct", "wrong", db, value["id"])
    assert run("export-db", db, what, "-o", output).exit_code == 1
    assert output.read_text("utf-8").splitlines() == before[:1]


def test_names_that_may_be_one_are_proposed_and_decided(db: Path, tmp_path: Path, source: Path) -> None:
    assert run("correct", "suggest", db).exit_code == 1
    other = ARTICLE.replace("سامح الشاذلي", "سامح الشازلي")
    source.write_text(json.dumps(SECOND | {"id": "d", "url": "https://d.example/d", "text": other}) + "\n", "utf-8")
    run("ingest", db, source, "--workers", "1")
    shown = run("correct", "suggest", db)
    assert "سامح الشازلي" in shown.stdout
    saved = tmp_path / "decided.jsonl"
    saved.write_text(run("correct", "suggest", db, "--json").stdout, "utf-8")
    assert run("correct", "import", db, saved).exit_code == 0
    assert run("correct", "suggest", db).exit_code == 1
    people = lines(run("find", "people", db, "الشازلي", "--json"))[:-1]
    assert [value["articles"] for value in people] == [3]
    assert run("correct", "suggest", db, "--kind", "colour").exit_code == 2


def test_spellings_are_one_across_articles_until_an_analyst_parts_them(db: Path, source: Path) -> None:
    spelled = ARTICLE.replace("سامح الشاذلي", "عبد الرحمن الشاذلي")
    other = ARTICLE.replace("سامح الشاذلي", "عبدالرحمن الشاذلي")
    third, fourth = (
        json.dumps(SECOND | {"id": name, "url": f"https://{name}.example/", "text": text})
        for name, text in (("e", spelled), ("f", other))
    )
    source.write_text(f"{third}\n{fourth}\n", "utf-8")
    assert "1 names joined" in run("ingest", db, source, "--workers", "1").stderr
    (person, _) = lines(run("find", "people", db, "عبد الرحمن الشاذلي", "--json"))
    assert person["articles"] == 2
    assert len(person["ids"]) == 2
    (found,) = lines(run("find", "identity", db, person["ids"][1], "--json"))
    assert (found["id"], found["version"]) == (person["id"], 1)
    assert found["members"][1]["reason"].startswith("equal letters")
    assert "equal letters" in run("find", "identity", db, "الشاذلي").stdout
    assert run("find", "identity", db, "لا أحد").exit_code == 1

    decided = run("correct", "different", db, *person["ids"]).stdout.strip()
    asked = ("find", "statements", db, "--speaker", person["ids"][1], "--json")
    assert {value["speaker"] for value in lines(run(*asked))[:-1]} == {"عبدالرحمن الشاذلي"}
    (past,) = lines(run("find", "identity", db, person["ids"][1], "--json"))[0]["past"]
    assert (past["same"], past["since"], past["until"]) == (person["id"], 1, 2)
    assert "until version 2" in run("find", "identity", db, person["ids"][1]).stdout
    assert run("reread", db, "--workers", "1").exit_code == 0
    assert len(lines(run("find", "people", db, "الشاذلي", "--json"))) == 4
    run("correct", "undo", db, decided)
    assert len(lines(run("find", "people", db, "الشاذلي", "--json"))) == 3
    assert run("correct", "namesake", db, "person:سامح الشاذلي", PAGE).exit_code == 0
    assert "person:سامح الشاذلي@" in run("find", "people", db, "سامح الشاذلي").stdout
    assert run("correct", "namesake", db, "person:سامح الشاذلي", "https://none.example").exit_code == 2


def test_counts_stand_beside_what_was_looked_at(db: Path) -> None:
    *days, _ = lines(run("find", "articles", db, "--mentions", "القاهرة", "--by", "day", "--json"))
    assert [(day["day"], day["count"], day["articles"]) for day in days] == [("2021-09-14", 1, 1), ("2021-09-15", 1, 1)]
    assert "from 1 articles" in run("find", "statements", db, "--by", "publisher").stdout
