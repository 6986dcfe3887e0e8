"""What a data file may hold: kinds of entries and their fields, themselves declared in `data/schema/*.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from musnad.errors import LexiconError
from musnad.lexicon.days import stretch

PARADIGMS = ("forms", "verb", "noun", "nisba", "cldr")
PREFIXES = ("none", "conjunction", "noun", "verb")
FIELD_TYPES: Mapping[str, tuple[type, ...]] = {
    "str": (str,),
    "int": (int,),
    "float": (int, float),
    "bool": (bool,),
    "date": (date,),
    "days": (str,),
    "strs": (list,),
    "ints": (list,),
    "table": (dict,),
    "tables": (list,),
}
_ITEMS: Mapping[str, type] = {"strs": str, "ints": int, "tables": dict}


@dataclass(frozen=True, slots=True)
class FieldSchema:
    """One field of a kind: its type (a key of `FIELD_TYPES`), what it means, and the values it may have.

    `refers` are kinds: the value is the id of one of their entries (of a single kind without its name before it).
    A field of type `days` holds an ISO day, or the month or year of one that is not certain.
    """

    name: str
    type: str
    doc: str
    required: bool = False
    choices: tuple[str, ...] = ()
    refers: tuple[str, ...] = ()

    def problem(self, value: object) -> str | None:
        """Return what is wrong with a value, or None."""
        wrong_bool = isinstance(value, bool) and self.type != "bool"
        if wrong_bool or not isinstance(value, FIELD_TYPES[self.type]):
            return f"field {self.name!r} must be {self.type}, not {value!r}"
        item = _ITEMS.get(self.type)
        values = value if isinstance(value, list) else [value]
        if item is not None and not all(isinstance(v, item) for v in values):
            return f"every item of field {self.name!r} must be {item.__name__}: {value!r}"
        if self.type == "days" and not _is_stretch(value):
            return f"field {self.name!r} must be an ISO day, month or year, not {value!r}"
        if self.choices and not all(v in self.choices for v in values):
            return f"field {self.name!r} must be among {', '.join(self.choices)}, not {value!r}"
        return None


def _is_stretch(value: object) -> bool:
    try:
        stretch(str(value))
    except ValueError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class KindSchema:
    """One kind of entry: how its words may be given (`paradigms`), what may be written onto them, and its fields.

    `suffixes` says whether pronouns may follow, `third` that only those of the third person may.
    """

    name: str
    doc: str
    paradigms: tuple[str, ...]
    prefixes: str
    suffixes: bool
    third: bool
    fields: tuple[FieldSchema, ...]


def read_schemas(tables: Mapping[str, object], path: Path) -> list[KindSchema]:
    """Return the kinds that one parsed schema file declares. Raises `LexiconError` where it is wrong."""
    kinds = tables.get("kind")
    if not isinstance(kinds, dict) or set(tables) != {"kind"}:
        message = f"{path}: a schema file holds [kind.NAME] tables and nothing else"
        raise LexiconError(message)
    return [_kind(name, table, path) for name, table in kinds.items()]


def _kind(name: str, table: Mapping[str, object], path: Path) -> KindSchema:
    known = {"doc", "paradigms", "prefixes", "suffixes", "third", "fields"}
    extra = set(table) - known
    paradigms = table.get("paradigms", ["forms"])
    prefixes = table.get("prefixes", "noun")
    fields = table.get("fields", {})
    if extra or not isinstance(table.get("doc"), str):
        message = f"{path}: kind {name!r} needs a doc and knows only {sorted(known)}; found {sorted(extra)}"
        raise LexiconError(message)
    if not isinstance(paradigms, list) or not set(paradigms) <= set(PARADIGMS) or prefixes not in PREFIXES:
        message = f"{path}: kind {name!r}: paradigms among {PARADIGMS}, prefixes one of {PREFIXES}"
        raise LexiconError(message)
    if not isinstance(fields, dict):
        message = f"{path}: kind {name!r}: fields must be tables"
        raise LexiconError(message)
    return KindSchema(
        name=name,
        doc=str(table["doc"]),
        paradigms=tuple(paradigms),
        prefixes=str(prefixes),
        suffixes=bool(table.get("suffixes", False)),
        third=bool(table.get("third", False)),
        fields=tuple(_field(name, key, value, path) for key, value in fields.items()),
    )


def _field(kind: str, name: str, table: object, path: Path) -> FieldSchema:
    known = {"type", "doc", "required", "choices", "refers"}
    if not isinstance(table, dict) or set(table) - known or table.get("type") not in FIELD_TYPES or "doc" not in table:
        types = sorted(FIELD_TYPES)
        message = f"{path}: field {name!r} of kind {kind!r} needs doc and type (one of {types}): {table!r}"
        raise LexiconError(message)
    required = bool(table.get("required", False))
    choices, refers = tuple(table.get("choices", ())), tuple(table.get("refers", ()))
    return FieldSchema(name, table["type"], table["doc"], required, choices, refers)
