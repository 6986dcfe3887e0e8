"""`corroborate` as a user meets it: the public form, the screen, rules that are left out, articles that fail."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from musnad.cli.app import app

TEXT = (
    "أعلنت هيئة الموانئ في جزر الصنوبر أن العبارة الجديدة ستبدأ رحلاتها بين العاصمة وثلاث جزر نائية الأسبوع المقبل. "
    "وقال مدير الهيئة رامي السعداوي إن سعر التذكرة حدد بعشرة دنانير للبالغين وبنصفها للطلبة وكبار السن."
)


def run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


@pytest.fixture
def source(tmp_path: Path) -> str:
    record = {"title": "عبارة جديدة إلى الجزر", "text": TEXT, "published": "2024-05-06"}
    records = [
        record | {"id": "a", "publisher": "صحيفة التلال", "byline": "رويترز"},
        record | {"id": "b", "publisher": "صحيفة السفح"},
    ]
    path = tmp_path / "articles.jsonl"
    path.write_text("".join(json.dumps(each) + "\n" for each in records), "utf-8")
    return str(path)


def test_the_public_form_counts_sources_and_shows_their_words(source: str) -> None:
    result = run("corroborate", source, "--json")
    assert result.exit_code == 0
    value = json.loads(result.stdout)
    assert value["stories"] == [["a", "b"]]
    price = next(p for p in value["propositions"] if any("عشرة دنانير" in e["words"] for e in p["evidence"]))
    assert {e["id"] for e in price["evidence"]} == {"a", "b"}
    assert (price["routes"]["names"], price["routes"]["least"], price["routes"]["most"]) == (["رويترز"], 1, 1)
    assert price["origins"]["found"][0]["attestations"] == [0, 1]
    assert price["sentence"] == "مقالان، نسخة واحدة، أصل واحد، طريق واحد"


def test_the_screen_shows_claims_with_names_and_numbers(source: str) -> None:
    result = run("corroborate", source, "--most", "1")
    assert result.exit_code == 0
    for expected in ("gharib", "رويترز", "origins", "routes", "1 stories of several articles"):
        assert expected in result.stdout


def test_a_rule_can_be_left_out_and_an_unknown_one_is_a_wrong_call(source: str) -> None:
    value = json.loads(run("corroborate", source, "--json", "--without", "passage").stdout)
    assert "passage" not in value["rules"]
    assert run("corroborate", source, "--without", "no_such_rule").exit_code == 2


def test_nothing_readable_ends_with_1(tmp_path: Path) -> None:
    assert run("corroborate", str(tmp_path / "none.jsonl")).exit_code == 1


def test_a_collection_shows_its_stories_traces_a_claim_and_who_takes_from_whom(source: str, tmp_path: Path) -> None:
    db = str(tmp_path / "news.db")
    assert run("ingest", db, source, "--workers", "1").exit_code == 0
    listed = run("stories", db, "--since", "2024-05-01")
    assert listed.exit_code == 0
    assert "عبارة جديدة إلى الجزر" in listed.stdout
    assert run("stories", db, "--since", "2024-06-01").exit_code == 1
    story = json.loads(run("stories", db, "--json").stdout.splitlines()[0])
    shown = run("trace", db, "سعر التذكرة عشرة دنانير")
    assert shown.exit_code == 0
    assert shown.stdout.index("origins") < shown.stdout.index("routes") < shown.stdout.index("صحيفة السفح")
    value = json.loads(run("trace", db, story["id"], "--json").stdout)
    assert value["accounts"][0]["story"]["members"] == story["members"]
    assert run("trace", db, "لا شيء من هذا").exit_code == 1
    flows = json.loads(run("flows", db, "--json").stdout)
    assert {(flow["taker"], flow["source"], flow["credited"]) for flow in flows["flows"]} == {
        ("صحيفة التلال", "رويترز", 1),
        ("صحيفة السفح", "رويترز", 0),
    }
