"""Columns of texts are packed into one text and come back as they were."""

import pytest

from musnad.lexicon.packed import length, packed, packed_lengths, texts, unpacked, unpacked_lengths


@pytest.mark.parametrize(
    "column",
    [
        ["a"],
        ["a", None, "b c", None],
        [None, None],
        ["", "a"],
        ["a\x7fb", "c"],
        [True, None],
        [["a", "b"], None],
        [1, 2.5],
        [],
    ],
)
def test_a_column_comes_back_as_it_was(column: list[object]) -> None:
    assert unpacked(packed(column)) == column
    assert length(packed(column)) == len(column)


def test_only_texts_are_packed_and_read_as_texts() -> None:
    assert isinstance(packed(["a", None]), str)
    assert list(texts(packed(["a", None]))) == ["a", ""]
    assert packed(["a", 1]) == ["a", 1]


def test_lengths_of_phrases_come_back_as_they_were() -> None:
    lengths = {"و": (3, 2), ",": (2,), "12": (4, 3, 2)}
    assert unpacked_lengths(packed_lengths(lengths)) == lengths
