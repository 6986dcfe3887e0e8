"""Entries are found by id, kind and number, and are the same however they are asked for."""

import pytest

from musnad.lexicon.entries import Entries, Table


def entries() -> Entries:
    tables = [
        Table("fruit", ["apple", "pear"], ["تفاحة", "إجاصة"], {"colour": ["red", None], "weight": [None, 3]}),
        Table("tree", ["oak"], ["بلوط"], {}),
    ]
    return Entries(tables, [(0, [1, 2]), (2, [0])])


def test_fields_that_an_entry_has_not_are_absent() -> None:
    found = entries()
    assert dict(found["fruit.apple"].attrs) == {"colour": "red"}
    assert dict(found["fruit.pear"].attrs) == {"weight": 3}
    assert found["tree.oak"].headword == "بلوط"


def test_all_ways_lead_to_the_same_entry() -> None:
    found = entries()
    assert [entry.id for entry in found.values()] == list(found) == ["fruit.apple", "fruit.pear", "tree.oak"]
    assert len(found) == 3
    assert found["tree.oak"] is found.numbered(2) is next(found.of_kind("tree"))
    assert [entry.id for entry in found.of_kind("fruit")] == ["fruit.apple", "fruit.pear"]
    assert list(found.of_kind("stone")) == []


@pytest.mark.parametrize("name", ["fruit.plum", "stone.apple", "apple", ""])
def test_what_is_not_there_is_not_found(name: str) -> None:
    assert name not in entries()
    assert entries().get(name) is None


def test_entries_lead_to_those_that_name_them_and_that_they_name() -> None:
    found = entries()
    apple = found["fruit.apple"]
    assert [entry.id for entry in apple.referrers] == ["fruit.pear", "tree.oak"]
    assert apple.referring("tree") == (found["tree.oak"],)
    assert [entry.id for entry in apple.referrers[1:]] == ["tree.oak"]
    assert apple.named("tree") is found["tree.oak"]
    assert apple.named("fruit") is None
    assert found["fruit.pear"].named("fruit") is apple
