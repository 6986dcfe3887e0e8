"""Columns of texts as one text, of which JSON makes values in a tenth of the time that a list of texts takes."""

from collections.abc import Mapping, Sequence
from typing import Any

_BETWEEN = "\x7f"  # a control that JSON writes as it is


def packed(column: Sequence[Any]) -> Any:  # noqa: ANN401 - a text, or the column itself
    """Return a column of texts, or of None, as one text; any other column as it is.

    >>> unpacked(packed(["a", None, "b"])), packed([1, "a"])
    (['a', None, 'b'], [1, 'a'])
    """
    texts = ["" if value is None else value for value in column]
    fits = all(isinstance(text, str) and _BETWEEN not in text for text in texts) and "" not in column
    return _BETWEEN.join(texts) if fits and texts else column


def unpacked(column: Any) -> Any:  # noqa: ANN401 - what `packed` returned
    """Return the column that was packed."""
    return [text or None for text in column.split(_BETWEEN)] if isinstance(column, str) else column


def texts(column: Any) -> Sequence[str]:  # noqa: ANN401 - what `packed` returned for texts
    """Return the texts that were packed, "" for None."""
    return column.split(_BETWEEN) if isinstance(column, str) else column


def length(column: Any) -> int:  # noqa: ANN401 - what `packed` returned
    """Return how long the column is that was packed, without unpacking it."""
    return column.count(_BETWEEN) + 1 if isinstance(column, str) else len(column)


def packed_lengths(lengths: Mapping[str, Sequence[int]]) -> str:
    """Return how many words phrases have by their second word as one text; words hold no space."""
    return " ".join(f"{word} {','.join(map(str, found))}" for word, found in lengths.items())


def unpacked_lengths(text: str) -> dict[str, tuple[int, ...]]:
    """Return what was packed.

    >>> unpacked_lengths(packed_lengths({"a": (3, 2), "b": (2,)}))
    {'a': (3, 2), 'b': (2,)}
    """
    parts = text.split(" ")
    return {word: tuple(map(int, found.split(","))) for word, found in zip(parts[::2], parts[1::2], strict=True)}
