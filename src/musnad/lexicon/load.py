"""Read the data files into a `Lexicon`; refuse bad data with file, line and reason; cache what was compiled.

The cache is JSON (nothing in it can run), is named by the digest of all data files and of the code that compiles them,
and is written to a temporary name and renamed; a cache that cannot be read or written is ignored.
"""

import json
import os
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from functools import partial
from hashlib import blake2b
from importlib import resources
from pathlib import Path
from typing import Any

from musnad.arabic import CONJUNCTIONS, NOUN_PREFIXES, VERB_PREFIXES, has_article
from musnad.lexicon.files import Row, read_rows, read_schema_files
from musnad.lexicon.forms import Shape, headword, spell
from musnad.lexicon.index import Forms, remember
from musnad.lexicon.records import Entry, Form, Lexicon
from musnad.lexicon.schema import FieldSchema, KindSchema

FORMAT = "musnad.lexicon/3"
_PREFIX_SETS = {"none": frozenset({""}), "conjunction": CONJUNCTIONS, "noun": NOUN_PREFIXES, "verb": VERB_PREFIXES}
_DEFINITE = frozenset(p for p in NOUN_PREFIXES if has_article(p))


def load(extra: Sequence[Path] = (), *, cache_dir: Path | None = None) -> Lexicon:
    """Return the shipped lexicon, together with the data files of other folders.

    Raises `LexiconError` where a data file breaks its schema. With `cache_dir`, what was compiled is kept there.
    """
    files = _data_files(extra)
    digest = _digest(files)
    compiled = _from_cache(cache_dir, digest)
    if compiled is None:
        kinds = read_schema_files([path for path in files if path.parent.name == "schema"])
        compiled = _compile(read_rows([path for path in files if path.parent.name != "schema"], kinds), kinds)
        _to_cache(cache_dir, digest, compiled)
    return _assemble(digest, compiled)


def _data_files(extra: Sequence[Path]) -> list[Path]:
    shipped = Path(str(resources.files("musnad"))) / "data"
    found: list[Path] = []
    for folder in (shipped, *extra):
        found += sorted(p for p in folder.rglob("*") if p.suffix in {".toml", ".tsv"} and p.is_file())
    return found


def _digest(files: Iterable[Path]) -> str:
    """Return the digest of all data and of the code that compiles it."""
    state = blake2b(FORMAT.encode(), digest_size=16)
    here = Path(__file__).parent
    for path in [*files, *sorted(here.glob("*.py")), *sorted((here.parent / "arabic").glob("*.py"))]:
        state.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return state.hexdigest()


def _compile(rows: Sequence[Row], kinds: Mapping[str, KindSchema]) -> dict[str, Any]:
    """Return the JSON form of a lexicon; how patterns lead to entries and shapes, `Forms` says."""
    shapes: dict[Shape, int] = {}
    patterns: dict[str, list[tuple[int, int]]] = {}
    phrases: dict[str, set[int]] = {}
    for number, row in enumerate(rows):
        for pattern, shape in spell(row, kinds[row.kind]):
            patterns.setdefault(pattern, []).append((number, shapes.setdefault(shape, len(shapes))))
            words = pattern.split()
            if len(words) > 1:
                phrases.setdefault(f"{words[0]} {words[1]}", set()).add(len(words))
    coded = {pattern: [number * len(shapes) + shape for number, shape in pairs] for pattern, pairs in patterns.items()}
    return {
        "format": FORMAT,
        "kinds": [asdict(kind) for kind in kinds.values()],
        "entries": [[row.id, row.kind, row.attrs, headword(row, kinds[row.kind])] for row in rows],
        "shapes": list(shapes),
        "patterns": {pattern: codes if len(codes) > 1 else codes[0] for pattern, codes in coded.items()},
        "phrases": {words: sorted(lengths, reverse=True) for words, lengths in phrases.items()},
    }


def _assemble(digest: str, compiled: Mapping[str, Any]) -> Lexicon:
    entries = [Entry(*row) for row in compiled["entries"]]
    forms = Forms(compiled["patterns"], entries, [_shape(Shape(*shape)) for shape in compiled["shapes"]])
    kinds = {table["name"]: _schema(**table) for table in compiled["kinds"]}
    phrases = compiled["phrases"]
    look_up = remember(forms, {words.partition(" ")[0] for words in phrases})
    return Lexicon(digest, kinds, {entry.id: entry for entry in entries}, forms, phrases, look_up)


def _shape(shape: Shape) -> Callable[..., Form]:
    """Return what makes a form of this shape out of an entry and a pattern."""
    prefixes = _DEFINITE if shape.article else _PREFIX_SETS[shape.prefixes]
    return partial(Form, **{**shape._asdict(), "prefixes": prefixes})


def _schema(*, paradigms: list[str], fields: list[dict[str, Any]], **rest: Any) -> KindSchema:  # noqa: ANN401
    """Return a kind from what JSON makes of it: lists where it has tuples."""
    made = tuple(FieldSchema(**{**field, "choices": tuple(field["choices"])}) for field in fields)
    return KindSchema(paradigms=tuple(paradigms), fields=made, **rest)


def _from_cache(folder: Path | None, digest: str) -> dict[str, Any] | None:
    if folder is None:
        return None
    try:
        value = json.loads((folder / f"lexicon-{digest}.json").read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return value if isinstance(value, dict) and value.get("format") == FORMAT else None


def _to_cache(folder: Path | None, digest: str, compiled: dict[str, Any]) -> None:
    if folder is None:
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=folder, suffix=".part")
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            json.dump(compiled, out, ensure_ascii=False)
        Path(name).replace(folder / f"lexicon-{digest}.json")
    except OSError:
        return
