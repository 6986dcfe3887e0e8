"""Entries name each other: names are checked when the files are loaded, and lead back."""

from pathlib import Path

import pytest

from musnad.errors import LexiconError
from musnad.lexicon import load

SCHEMA = """
[kind.gardener]
doc = "Gardeners, for tests."
[kind.stay]
doc = "Who worked in which garden, for tests."
paradigms = []
[kind.stay.fields.who]
type = "str"
refers = ["gardener"]
doc = "Who."
required = true
[kind.stay.fields.for]
type = "str"
refers = ["gardener", "country"]
doc = "For whom."
[kind.stay.fields.from]
type = "days"
doc = "Since when."
"""
PEOPLE = "# kind: gardener\nid\tforms\nsami\tسامي البستاني\nnada\tندى البستاني\n"


def folder(tmp_path: Path, *stays: str) -> Path:
    (tmp_path / "schema").mkdir()
    (tmp_path / "schema" / "garden.toml").write_text(SCHEMA, "utf-8")
    (tmp_path / "people.tsv").write_text(PEOPLE, "utf-8")
    (tmp_path / "stays.tsv").write_text("\n".join(["# kind: stay", "id\twho\tfor\tfrom", *stays, ""]), "utf-8")
    return tmp_path


def test_an_entry_knows_the_entries_that_name_it(tmp_path: Path) -> None:
    stays = ("a\tsami\tcountry.LBN\t2004", "b\tnada\t\t2005-01", "c\tsami\tgardener.nada\t2006-02-03")
    lexicon = load([folder(tmp_path, *stays)])
    assert [entry.id for entry in lexicon.entry("gardener.sami").referring("stay")] == ["stay.a", "stay.c"]
    assert [entry.id for entry in lexicon.entry("gardener.nada").referring("stay")] == ["stay.b", "stay.c"]
    assert [entry.id for entry in lexicon.entry("country.LBN").referring("stay")] == ["stay.a"]
    assert lexicon.entry("gardener.sami").referring("country") == ()


def test_a_kept_lexicon_leads_back_too(tmp_path: Path) -> None:
    data = folder(tmp_path, "a\tsami\t\t2004")
    cache = tmp_path.parent / f"{tmp_path.name}-cache"
    for _ in range(2):
        lexicon = load([data], cache_dir=cache)
        assert [entry.text("from") for entry in lexicon.entry("gardener.sami").referring("stay")] == ["2004"]


@pytest.mark.parametrize(
    ("stay", "reason"),
    [
        ("a\tfuad\t\t2004", "field 'who' names 'gardener.fuad', which is no entry"),
        ("a\tsami\tnada\t2004", "field 'for' names 'nada', which is no entry"),
        ("a\tsami\t\t2004-13", "field 'from' must be an ISO day, month or year"),
        ("a\tsami\t\t31.12.2004", "field 'from' must be an ISO day, month or year"),
    ],
)
def test_what_names_nothing_is_refused_with_its_line(tmp_path: Path, stay: str, reason: str) -> None:
    with pytest.raises(LexiconError) as caught:
        load([folder(tmp_path, "z\tsami\t\t2004", stay)])
    message = str(caught.value)
    assert "stays.tsv, line 4" in message
    assert reason in message
