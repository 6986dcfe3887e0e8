"""`musnad who` as a user meets it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from musnad.cli.app import app

ARTICLE = """الوزير يلتقي نظيره البرتغالي

التقى وزير الخارجية المصري سامح المشواطي، اليوم الثلاثاء، نظيره البرتغالي في القاهرة.
وقال المشواطي إن المحادثات كانت مثمرة.
"""


def run(*words: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, list(words), input=stdin)


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, "utf-8")
    return str(path)


def test_everybody_is_shown_with_all_mentions_and_why(article: str) -> None:
    result = run("who", article, "--published", "2021-09-14")
    assert result.exit_code == 0
    for expected in ("سامح المشواطي", "Samih al-Mashwati", "EGY", "country.PRT", "mentions.", "place · Cairo"):
        assert expected in result.stdout


def test_every_entity_is_one_json_line_with_its_mentions(article: str) -> None:
    values = [json.loads(line) for line in run("who", article, "--json").stdout.splitlines()]
    (minister,) = [value for value in values if value["name"] == "سامح المشواطي"]
    assert minister["latin"] == "Samih al-Mashwati"
    assert minister["latin_basis"] == "scheme"
    assert minister["country"] == "EGY"
    assert len(minister["mentions"]) >= 2
    for value in values:
        for mention in value["mentions"]:
            assert mention["text"] == ARTICLE[slice(*mention["span"])]
            assert mention["rule"].startswith("mentions.")
            assert mention["entity"] == value["id"]
    assert all("role.minister" in mention["words"] for mention in minister["mentions"][:1])


def test_only_the_wanted_kinds_are_shown(article: str) -> None:
    values = [json.loads(line) for line in run("who", article, "--json", "--kind", "place").stdout.splitlines()]
    assert {value["kind"] for value in values} == {"place"}


def test_exit_codes_say_that_nobody_is_meant_and_that_a_kind_is_none(article: str) -> None:
    assert run("who", "-", stdin="كان الجو جميلا أمس وكانت السماء صافية كل الوقت.").exit_code == 1
    assert run("who", article, "--kind", "animal").exit_code == 2


RULERS = "التقى الرئيس الفرنسي سامح المشواطي نظيره التركي ماهر السلمي. وقال الرئيس إن الكرملين لم يرد."


def test_seats_say_whom_they_can_mean() -> None:
    values = [json.loads(line) for line in run("who", "-", "--json", stdin=RULERS).stdout.splitlines()]
    (seat,) = [value for value in values if value["id"] == "organisation.kremlin"]
    assert (seat["stands_for"], seat["seat_of"], seat["country"]) == ("country.RUS", "president", "RUS")
    assert {value["stands_for"] for value in values if value["kind"] == "person"} == {None}
    assert "can mean country.RUS, president" in run("who", "-", stdin=RULERS).stdout


def test_near_ties_keep_everybody_who_may_be_meant() -> None:
    values = [json.loads(line) for line in run("who", "-", "--json", stdin=RULERS).stdout.splitlines()]
    (tie,) = [m for value in values for m in value["mentions"] if m["alternatives"]]
    assert tie["text"] == "الرئيس"
    names = {value["id"]: value["name"] for value in values}
    assert [names[other["id"]] for other in tie["alternatives"]] == ["ماهر السلمي", "سامح المشواطي"]
    assert sum(other["score"] for other in tie["alternatives"]) == pytest.approx(1)
    assert "may be" in run("who", "-", stdin=RULERS).stdout
