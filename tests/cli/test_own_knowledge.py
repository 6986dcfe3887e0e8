"""`--knowledge DIR`: people of one's own are read, and shipped ones replaced, for one call."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from musnad.cli.app import app

PEOPLE = """# kind: public_person
id\tforms\tlatin\tcountry\tgender
test_salma\tسلمى الكستنائي\tSalma Kastanai\tJOR\tf
rouhani\tحسن روحاني|حسن الروحاني\tHassan Rowhani\tIRN\tm
"""
TERMS = """# kind: office_term
id\tperson\toffice\tcountry\tfrom\tto
test_salma_culture\ttest_salma\tspeaker_parliament\tMCO\t2019-01-01\t
"""
TEXT = "قالت سلمى الكستنائي إن المكتبة جميلة. وقال حسن الروحاني إن الحديقة أجمل."


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "people.tsv").write_text(PEOPLE, "utf-8")
    (folder / "terms.tsv").write_text(TERMS, "utf-8")
    return folder


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, "utf-8")
    return path


def run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


def people(result: Result) -> dict[str, Any]:
    return {e["id"]: e["latin"] for e in json.loads(result.stdout)["entities"] if e["id"].startswith("public_person.")}


def test_people_of_ones_own_are_read(own: Path, article: Path) -> None:
    assert "public_person.test_salma" not in people(run("read", str(article), "--json"))
    found = people(run("read", str(article), "--json", "--knowledge", str(own)))
    assert found == {"public_person.test_salma": "Salma Kastanai", "public_person.rouhani": "Hassan Rowhani"}


def test_explain_reads_with_them_too(own: Path, article: Path) -> None:
    at = str(TEXT.index("سلمى") + 1)
    assert "public_person.test_salma" in run("explain", str(article), "--at", at, "--knowledge", str(own)).stdout
    assert "public_person.test_salma" not in run("explain", str(article), "--at", at).stdout


def test_lexicon_shows_what_they_replace(own: Path) -> None:
    printed = run("lexicon", "--knowledge", str(own)).stdout
    (line,) = [line for line in printed.splitlines() if "replaces" in line]
    assert line.startswith("public_person.rouhani: own/people.tsv, line 4 replaces people/")
    assert "(changes forms, latin" in line


def test_a_folder_that_is_none_is_a_wrong_call(article: Path) -> None:
    for command in (["read", str(article)], ["explain", str(article), "--at", "1"], ["lexicon"]):
        result = run(*command, "--knowledge", str(article.parent / "nowhere"))
        assert result.exit_code == 2


def test_wrong_data_is_told_with_file_and_line(own: Path, article: Path) -> None:
    (own / "terms.tsv").write_text(TERMS.replace("test_salma\tspeaker", "test_nobody\tspeaker"), "utf-8")
    result = run("read", str(article), "--knowledge", str(own))
    assert result.exit_code == 2
    assert "terms.tsv, line 3" in result.stderr
    assert run("lexicon", "--knowledge", str(own)).exit_code == 1
