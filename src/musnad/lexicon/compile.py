"""Compile the entries of data files into what a lexicon is assembled from, in values that JSON can hold."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import Any

from musnad.lexicon.files import Row, read_rows, read_schema_files
from musnad.lexicon.forms import headword, spell
from musnad.lexicon.packed import packed, packed_lengths
from musnad.lexicon.records import Override, Shape
from musnad.lexicon.references import references
from musnad.lexicon.schema import KindSchema


def compile_files(schemas: Sequence[Path], folders: Sequence[Sequence[Path]]) -> dict[str, Any]:
    """Return the JSON form of a lexicon: its schemas, and the data files of folders, later ones over those before.

    Raises `LexiconError` with file, line and reason where a file breaks its schema.
    """
    kinds = read_schema_files(schemas)
    return _compile(*read_rows(folders, kinds), kinds)


def _compile(rows: Sequence[Row], overrides: Sequence[Override], kinds: Mapping[str, KindSchema]) -> dict[str, Any]:
    """Return the JSON form of a lexicon; how patterns lead to entries and shapes, `Forms` says.

    Entries are numbered kind by kind.
    """
    rows = sorted(rows, key=lambda row: row.kind)
    shapes: dict[Shape, int] = {}
    patterns: dict[str, list[tuple[int, int]]] = {}
    phrases: dict[str, dict[str, set[int]]] = {}
    for number, row in enumerate(rows):
        for pattern, shape in spell(row, kinds[row.kind]):
            patterns.setdefault(pattern, []).append((number, shapes.setdefault(shape, len(shapes))))
            words = pattern.split()
            if len(words) > 1:
                phrases.setdefault(words[0], {}).setdefault(words[1], set()).add(len(words))
    coded = {pattern: [number * len(shapes) + shape for number, shape in pairs] for pattern, pairs in patterns.items()}
    return {
        "kinds": [asdict(kind) for kind in kinds.values()],
        "entries": [_table(kinds[name], list(own)) for name, own in groupby(rows, key=lambda row: row.kind)],
        "shapes": list(shapes),
        "patterns": [packed([*coded]), [codes if len(codes) > 1 else codes[0] for codes in coded.values()]],
        "phrases": [packed([*phrases]), packed([_lengths(behind) for behind in phrases.values()])],
        "references": list(references(rows, kinds).items()),
        "overrides": overrides,
    }


def _table(kind: KindSchema, rows: Sequence[Row]) -> tuple[object, ...]:
    """Return the entries of a kind as a `Table` is made of them, its columns packed."""
    names = [row.id.partition(".")[2] for row in rows]
    columns = {field.name: [row.attrs.get(field.name) for row in rows] for field in kind.fields}
    used = {name: column for name, column in columns.items() if any(value is not None for value in column)}
    heads = [headword(row, kind) or None for row in rows]
    return kind.name, packed(names), packed(heads), {name: packed(column) for name, column in used.items()}


def _lengths(behind: Mapping[str, set[int]]) -> str:
    return packed_lengths({second: sorted(lengths, reverse=True) for second, lengths in behind.items()})
