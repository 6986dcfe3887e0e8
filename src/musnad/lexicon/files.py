"""Read TOML and TSV data files row by row, and say where a wrong one is wrong."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from musnad.errors import LexiconError
from musnad.lexicon.records import Override
from musnad.lexicon.schema import PARADIGMS, KindSchema, read_schemas

_LISTS = frozenset({"forms", "nisba_plural"})
_HEAD = {"kind", "version", "source", "entry"}
_TRUTH = {"true": True, "false": False}
_PARTS = {
    "verb": {"past", "present", "participle", "masdar", "passive", "passive_present"},
    "noun": {"m", "f", "p", "fp"},
}
_PLURALS = frozenset({"p", "fp"})  # parts of a noun that are lists


class Row(NamedTuple):
    """One entry as a file gives it: `words` are the paradigm fields, `attrs` the fields of its kind."""

    path: Path
    line: int
    kind: str
    id: str
    words: Mapping[str, Any]
    attrs: Mapping[str, Any]


def read_schema_files(paths: Iterable[Path]) -> dict[str, KindSchema]:
    """Return all declared kinds. Raises `LexiconError` if one is declared twice."""
    kinds: dict[str, KindSchema] = {}
    for path in paths:
        for kind in read_schemas(_toml(path), path):
            if kind.name in kinds:
                message = f"{path}: kind {kind.name!r} is declared twice"
                raise LexiconError(message)
            kinds[kind.name] = kind
    return kinds


def read_rows(
    folders: Iterable[Sequence[Path]], kinds: Mapping[str, KindSchema]
) -> tuple[list[Row], tuple[Override, ...]]:
    """Return the rows of the files of all folders, checked against their kinds, and which rows took whose place.

    An id is unique within a folder; a row of a later folder stands in the place of that of the same id before it.
    """
    rows: dict[str, Row] = {}
    overrides: list[Override] = []
    for paths in folders:
        own: dict[str, Row] = {}
        for path in paths:
            for row in _read_tsv(path, kinds) if path.suffix == ".tsv" else _read_toml(path, kinds):
                if row.id in own:
                    other = own[row.id]
                    _fail(path, row.line, f"id {row.id!r} stands already in {other.path.name}, line {other.line}")
                own[row.id] = row
        overrides += [_override(rows[name], row) for name, row in own.items() if name in rows]
        rows |= own
    return list(rows.values()), tuple(overrides)


def _override(one: Row, other: Row) -> Override:
    before, after = {**one.words, **one.attrs}, {**other.words, **other.attrs}
    fields = tuple(sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name)))
    return Override(one.id, _place(one), _place(other), fields)


def _place(row: Row) -> str:
    return f"{row.path.parent.name}/{row.path.name}, line {row.line}"


def _fail(path: Path, line: int, reason: str) -> NoReturn:
    message = f"{path}, line {line}: {reason}"
    raise LexiconError(message)


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError as error:
        message = f"{path}: {error}"
        raise LexiconError(message) from error


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(_text(path))
    except tomllib.TOMLDecodeError as error:
        message = f"{path}: {error}"
        raise LexiconError(message) from error


def _read_toml(path: Path, kinds: Mapping[str, KindSchema]) -> list[Row]:
    table = _toml(path)
    wrong = [f"no {name}" for name in ("kind", "version", "source") if name not in table]
    wrong += [f"unknown: {name}" for name in sorted(set(table) - _HEAD)]
    if not isinstance(table.get("version", 0), int):
        wrong.append("version is no whole number")
    if wrong:
        _fail(path, 1, f"a data file has kind, version, source and [[entry]] tables; {', '.join(wrong)}")
    kind = _kind(path, str(table["kind"]), kinds)
    lines = [n for n, text in enumerate(path.read_text("utf-8").splitlines(), 1) if text.strip() == "[[entry]]"]
    entries = table.get("entry", [])
    return [_row(path, lines[i] if i < len(lines) else 1, kind, entry) for i, entry in enumerate(entries)]


def _read_tsv(path: Path, kinds: Mapping[str, KindSchema]) -> list[Row]:
    """Read `# kind: NAME`, a header line, and rows; lists are separated by `|`."""
    lines = _text(path).splitlines()
    heads = [line for line in lines if line.startswith("#")]
    names = [line.split(":", 1)[1].strip() for line in heads if line.lstrip("# ").startswith("kind:")]
    if len(names) != 1:
        _fail(path, 1, "a TSV file names its kind in one comment line '# kind: NAME'")
    kind = _kind(path, names[0], kinds)
    types = {field.name: field.type for field in kind.fields}
    body = [(n, line) for n, line in enumerate(lines, 1) if line and not line.startswith("#")]
    header = body[0][1].split("\t") if body else []
    rows = []
    for number, line in body[1:]:
        cells = line.split("\t")
        if len(cells) != len(header):
            _fail(path, number, f"{len(cells)} cells where the header has {len(header)}")
        entry = {
            name: _cell(cell, types.get(name, "strs" if name in _LISTS else "str"), path, number)
            for name, cell in zip(header, cells, strict=True)
            if cell
        }
        rows.append(_row(path, number, kind, entry))
    return rows


def _cell(cell: str, kind: str, path: Path, line: int) -> object:
    if kind == "strs":
        return cell.split("|")
    if kind == "bool":
        return _TRUTH.get(cell, cell)
    if kind == "int":
        try:
            return int(cell)
        except ValueError:
            _fail(path, line, f"not a whole number: {cell!r}")
    return cell


def _kind(path: Path, name: str, kinds: Mapping[str, KindSchema]) -> KindSchema:
    if name not in kinds:
        _fail(path, 1, f"no schema declares the kind {name!r}")
    return kinds[name]


def _row(path: Path, line: int, kind: KindSchema, entry: Mapping[str, Any]) -> Row:
    """Check one entry and divide its fields into words and attributes."""
    name = entry.get("id")
    if not isinstance(name, str) or not name:
        _fail(path, line, f"an entry needs an id: {dict(entry)!r}")
    fields = {field.name: field for field in kind.fields}
    words: dict[str, Any] = {}
    attrs: dict[str, Any] = {}
    for key, value in entry.items():
        if key == "id":
            continue
        if key in PARADIGMS or key == "nisba_plural":
            if key != "nisba_plural" and key not in kind.paradigms:
                _fail(path, line, f"{name}: kind {kind.name!r} takes no {key!r}, only {kind.paradigms}")
            _check_words(path, line, key, value)
            words[key] = value
        elif key in fields:
            problem = fields[key].problem(value)
            if problem:
                _fail(path, line, f"{name}: {problem}")
            attrs[key] = value
        else:
            _fail(path, line, f"{name}: kind {kind.name!r} has no field {key!r}, only {sorted(fields)}")
    missing = [field.name for field in kind.fields if field.required and field.name not in attrs]
    if missing:
        _fail(path, line, f"{name}: missing {', '.join(missing)}")
    return Row(path, line, kind.name, f"{kind.name}.{name}", words, attrs)


def _check_words(path: Path, line: int, key: str, value: Any) -> None:  # noqa: ANN401 - whatever TOML held
    """Refuse words of the wrong shape for their paradigm."""
    if key in {"forms", "nisba_plural"}:
        good = _are_words(value)
    elif key in {"nisba", "cldr"}:
        good = _is_word(value)
    else:
        good = isinstance(value, dict) and bool(value) and set(value) <= _PARTS[key]
        good = good and (key != "verb" or "present" in value)
        good = good and all(_are_words(part) if name in _PLURALS else _is_word(part) for name, part in value.items())
    if not good:
        _fail(path, line, f"wrong shape of {key!r}: {value!r}")


def _is_word(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _are_words(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(map(_is_word, value))
