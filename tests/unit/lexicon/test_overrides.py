"""Folders of one's own add entries and replace those of the same id, and say what they replaced."""

from pathlib import Path

import pytest

from musnad.errors import LexiconError
from musnad.lexicon import load, match
from musnad.model import Article
from musnad.text import cut

HEAD = "# kind: public_person\nid\tforms\tlatin\tcountry\tgender\n"
OLD = HEAD + "test_rami\tرامي السنديان\tRami Sindyan\tLBN\tm\n"
NEW = HEAD + "test_rami\tرامي الصفصاف\tRami Safsaf\tLBN\tm\ntest_lina\tلينا الصفصاف\tLina Safsaf\tLBN\tf\n"


def folder(path: Path, text: str) -> Path:
    path.mkdir()
    (path / "people.tsv").write_text(text, "utf-8")
    return path


def test_a_later_folder_adds_and_replaces(tmp_path: Path) -> None:
    lexicon = load([folder(tmp_path / "one", OLD), folder(tmp_path / "two", NEW)])
    assert lexicon.entry("public_person.test_rami").headword == "رامي الصفصاف"
    assert lexicon.entry("public_person.test_lina").text("gender") == "f"
    hits = match(cut(Article("وصل رامي السنديان ثم رامي الصفصاف")), lexicon)
    assert [hit.entry.text("latin") for hit in hits.of("public_person")] == ["Rami Safsaf"]


def test_it_is_told_what_was_replaced(tmp_path: Path) -> None:
    lexicon = load([folder(tmp_path / "one", OLD), folder(tmp_path / "two", NEW)])
    (override,) = lexicon.overrides
    assert override.id == "public_person.test_rami"
    assert override.shipped == "one/people.tsv, line 3"
    assert override.own == "two/people.tsv, line 3"
    assert override.fields == ("forms", "latin")
    assert load().overrides == ()


def test_a_shipped_entry_keeps_who_names_it_when_it_is_replaced(tmp_path: Path) -> None:
    own = HEAD + "rouhani\tحسن الروحاني\tHassan Rowhani\tIRN\tm\n"
    lexicon = load([folder(tmp_path / "own", own)])
    person = lexicon.entry("public_person.rouhani")
    assert person.text("latin") == "Hassan Rowhani"
    assert "president" in {term.text("office") for term in person.referring("office_term")}


def test_an_entry_without_forms_is_never_found(tmp_path: Path) -> None:
    silent = "# kind: public_person\nid\tlatin\tgender\ntest_rami\tRami Sindyan\tm\n"
    lexicon = load([folder(tmp_path / "one", OLD), folder(tmp_path / "two", silent)])
    assert match(cut(Article("وصل رامي السنديان")), lexicon).of("public_person") == []


def test_twice_in_one_folder_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"stands already in people\.tsv, line 3"):
        load([folder(tmp_path / "one", OLD + OLD.splitlines()[-1] + "\n")])


def test_a_folder_that_is_none_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="no folder of data"):
        load([tmp_path / "nowhere"])
