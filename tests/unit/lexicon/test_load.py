"""The loader refuses bad data with file, line and reason, and its cache changes nothing."""

import os
from pathlib import Path

import pytest

from musnad.errors import LexiconError
from musnad.lexicon import Lexicon, load

SCHEMA = """
[kind.fruit]
doc = "Fruit, for tests."
paradigms = ["forms", "noun"]
[kind.fruit.fields.colour]
type = "str"
doc = "Its colour."
required = true
choices = ["red", "green"]
[kind.fruit.fields.weight]
type = "int"
doc = "In grams."
"""
HEAD = 'kind = "fruit"\nversion = 1\nsource = "hand-written"\n'
GOOD = HEAD + '[[entry]]\nid = "apple"\nnoun = {f = "تفاحة", p = ["تفاحات"]}\ncolour = "red"\n'


def folder(tmp_path: Path, data: str, name: str = "fruit.toml") -> Path:
    (tmp_path / "schema").mkdir()
    (tmp_path / "schema" / "fruit.toml").write_text(SCHEMA, "utf-8")
    (tmp_path / name).write_text(data, "utf-8")
    return tmp_path


def own(lexicon: Lexicon) -> dict[str, object]:
    return {entry.id: dict(entry.attrs) for entry in lexicon.of_kind("fruit")}


def test_entries_carry_their_fields(tmp_path: Path) -> None:
    lexicon = load([folder(tmp_path, GOOD)])
    assert own(lexicon) == {"fruit.apple": {"colour": "red"}}
    assert lexicon.entry("fruit.apple").text("colour") == "red"


@pytest.mark.parametrize(
    ("data", "line", "reason"),
    [
        (GOOD.replace('"red"', '"blue"'), 4, "must be among red, green"),
        (GOOD.replace('colour = "red"', ""), 4, "missing colour"),
        (GOOD + 'size = "big"\n', 4, "no field 'size'"),
        (GOOD + "weight = true\n", 4, "must be int"),
        (GOOD.replace("noun = {", "verb = {"), 4, "takes no 'verb'"),
        (GOOD + '[[entry]]\nid = "apple"\nforms = ["x"]\ncolour = "red"\n', 8, "stands already"),
        (GOOD + '[[entry]]\nforms = ["x"]\ncolour = "red"\n', 8, "needs an id"),
        (GOOD.replace('kind = "fruit"', 'kind = "vegetable"'), 1, "no schema declares"),
        (GOOD.replace("version = 1", ""), 1, "has kind, version, source"),
        (HEAD + '[[entry]]\nid = "pear"\nforms = []\ncolour = "red"\n', 4, "wrong shape of 'forms'"),
        (HEAD + '[[entry]]\nid = "pear"\nforms = ["\u064b"]\ncolour = "red"\n', 4, "holds no letter"),
        (GOOD.replace('["تفاحات"]', '"تفاحات"'), 4, "wrong shape of 'noun'"),
        (GOOD.replace('"تفاحة"', "7"), 4, "wrong shape of 'noun'"),
        (GOOD.replace('"تفاحة"', '""'), 4, "wrong shape of 'noun'"),
    ],
)
def test_bad_data_is_refused_with_file_line_and_reason(tmp_path: Path, data: str, line: int, reason: str) -> None:
    with pytest.raises(LexiconError) as caught:
        load([folder(tmp_path, data)])
    message = str(caught.value)
    assert "fruit.toml" in message
    assert f"line {line}" in message
    assert reason in message


def test_a_file_that_is_no_toml_is_refused_with_its_position(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"fruit\.toml.*line 5"):
        load([folder(tmp_path, HEAD + "[[entry]]\nid = = 3\n")])


def test_a_table_of_tabs_is_read_like_toml(tmp_path: Path) -> None:
    table = "# kind: fruit\nid\tforms\tcolour\tweight\npear\tإجاص|كمثرى\tgreen\t200\n"
    lexicon = load([folder(tmp_path, table, "fruit.tsv")])
    assert own(lexicon) == {"fruit.pear": {"colour": "green", "weight": 200}}


@pytest.mark.parametrize(
    ("row", "reason"),
    [("pear\tإجاص\tgreen\tyes", r"line 3: .*'ripe' must be bool"), ("pear\tإجاص\tgreen\ttrue", "")],
    ids=["yes", "true"],
)
def test_a_truth_of_a_table_is_true_or_false(tmp_path: Path, row: str, reason: str) -> None:
    data = folder(tmp_path, f"# kind: fruit\nid\tforms\tcolour\tripe\n{row}\n", "fruit.tsv")
    schema = SCHEMA + '[kind.fruit.fields.ripe]\ntype = "bool"\ndoc = "Whether it is."\n'
    (data / "schema" / "fruit.toml").write_text(schema, "utf-8")
    if not reason:
        assert load([data]).entry("fruit.pear").flag("ripe")
        return
    with pytest.raises(LexiconError, match=reason):
        load([data])


@pytest.mark.parametrize("name", ["fruit.toml", "fruit.tsv"])
def test_data_in_an_old_encoding_is_refused_with_its_file(tmp_path: Path, name: str) -> None:
    data = folder(tmp_path, GOOD, name)
    (data / name).write_bytes(GOOD.encode("cp1256"))
    with pytest.raises(LexiconError, match=name):
        load([data])


def test_a_short_row_of_a_table_is_refused_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"fruit\.tsv, line 3: 2 cells where the header has 3"):
        load([folder(tmp_path, "# kind: fruit\nid\tforms\tcolour\npear\tإجاص\n", "fruit.tsv")])


def test_the_cache_gives_the_same_lexicon_and_a_broken_one_is_ignored(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    data, cache = folder(tmp_path / "data", GOOD), tmp_path / "cache"
    fresh = load([data], cache_dir=cache)
    (file,) = cache.glob("lexicon-*.json")
    again = load([data], cache_dir=cache)
    assert again.digest == fresh.digest
    assert list(again.forms) == list(fresh.forms)
    file.write_text("{broken", "utf-8")
    assert list(load([data], cache_dir=cache).forms) == list(fresh.forms)


def test_a_new_cache_takes_the_place_of_those_that_nobody_used_for_a_month(tmp_path: Path) -> None:
    cache = tmp_path / "cache"

    def made(colour: str) -> Path:
        data = tmp_path / colour
        if not data.exists():
            data.mkdir()
            folder(data, GOOD.replace('"apple"', f'"{colour}"'))
        digest = load([data], cache_dir=cache).digest
        return cache / f"lexicon-{digest}.json"

    def aged(path: Path, days: int) -> None:
        then = path.stat().st_mtime - days * 86400
        os.utime(path, (then, then))

    unused, used, young, foreign = made("unused"), made("used"), made("young"), cache / "notes.json"
    half = cache / "lexicon-half.part"  # of a process that was killed
    for path in (foreign, half):
        path.write_text("{}", "utf-8")
    for path in (unused, used, foreign, half):
        aged(path, 31)
    aged(young, 29)
    assert made("used") == used
    new = made("new")
    assert {*cache.iterdir()} == {used, young, foreign, new}
    assert made("unused") == unused
    assert unused.exists()


def test_a_change_of_the_data_changes_the_digest(tmp_path: Path) -> None:
    data = folder(tmp_path, GOOD)
    before = load([data]).digest
    (data / "fruit.toml").write_text(GOOD.replace('"red"', '"green"'), "utf-8")
    assert load([data]).digest != before


def test_an_unknown_id_or_kind_is_an_error(tmp_path: Path) -> None:
    lexicon = load([folder(tmp_path, GOOD)])
    with pytest.raises(LexiconError, match=r"fruit\.kiwi"):
        lexicon.entry("fruit.kiwi")
    with pytest.raises(LexiconError, match="vegetable"):
        list(lexicon.of_kind("vegetable"))


@pytest.mark.parametrize(
    ("schema", "reason"),
    [
        ("[kind.fruit]\n", "needs a doc"),
        ('[kind.fruit]\ndoc = "F"\ndistinct = true\n', "found \\['distinct'\\]"),
        ('[kind.fruit]\ndoc = "F"\nparadigms = ["song"]\n', "paradigms among"),
        ('[kind.fruit]\ndoc = "F"\nprefixes = "some"\n', "prefixes one of"),
        ('[kind.fruit]\ndoc = "F"\n[kind.fruit.fields.colour]\ntype = "paint"\ndoc = "C"\n', "needs doc and type"),
        ('[fruit]\ndoc = "F"\n', "and nothing else"),
        ('[kind.weekday]\ndoc = "F"\n', "declared twice"),
    ],
)
def test_a_bad_schema_is_refused_with_its_file(tmp_path: Path, schema: str, reason: str) -> None:
    (tmp_path / "schema").mkdir()
    (tmp_path / "schema" / "fruit.toml").write_text(schema, "utf-8")
    with pytest.raises(LexiconError, match=r"fruit\.toml.*" + reason):
        load([tmp_path])


def test_kinds_and_shapes_come_back_from_the_cache_as_they_were(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    data, cache = folder(tmp_path / "data", GOOD), tmp_path / "cache"
    fresh, again = load([data], cache_dir=cache), load([data], cache_dir=cache)
    assert again.kinds == fresh.kinds
    keys = [(pattern.partition(" ")[0], False) for pattern in fresh.forms if " " in pattern]
    assert any(word.heads for key in keys if (word := fresh.look_up(*key)) is not None)
    assert all(again.look_up(*key) == fresh.look_up(*key) for key in keys)
    assert dict(again.forms) == dict(fresh.forms)


def test_a_folder_that_cannot_hold_a_cache_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "cache").write_text("a file, no folder", "utf-8")
    assert own(load([folder(tmp_path / "data", GOOD)], cache_dir=tmp_path / "cache"))
