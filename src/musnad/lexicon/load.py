"""Read the data files into a `Lexicon`; refuse bad data with file, line and reason; cache what was compiled.

The cache is JSON (nothing in it can run), is named by the digest of all data files, and is written to a temporary
name and renamed; a cache that cannot be read or written is ignored.
"""

import json
import os
import tempfile
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from importlib import resources
from pathlib import Path
from typing import Any

import ahocorasick

from musnad.arabic import CONJUNCTIONS, NOUN_PREFIXES, VERB_PREFIXES, has_article
from musnad.lexicon.files import Row, read_rows, read_schema_files
from musnad.lexicon.forms import Spelled, spell
from musnad.lexicon.records import Entry, Form, Lexicon
from musnad.lexicon.schema import KindSchema

FORMAT = "musnad.lexicon/1"
_PREFIX_SETS = {"none": frozenset({""}), "conjunction": CONJUNCTIONS, "noun": NOUN_PREFIXES, "verb": VERB_PREFIXES}
_DEFINITE = frozenset(p for p in NOUN_PREFIXES if has_article(p))


def load(extra: Sequence[Path] = (), *, cache_dir: Path | None = None) -> Lexicon:
    """Return the shipped lexicon, together with the data files of other folders.

    Raises `LexiconError` where a data file breaks its schema. With `cache_dir`, the compiled forms are kept there.
    """
    files = _data_files(extra)
    digest = _digest(files)
    compiled = _from_cache(cache_dir, digest)
    kinds = read_schema_files([path for path in files if path.parent.name == "schema"])
    if compiled is None:
        rows = read_rows([path for path in files if path.parent.name != "schema"], kinds)
        compiled = _compile(rows, kinds)
        _to_cache(cache_dir, digest, compiled)
    return _assemble(digest, kinds, compiled)


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


def _compile(rows: Iterable[Row], kinds: dict[str, KindSchema]) -> dict[str, Any]:
    """Return the JSON form of a lexicon: entries, and forms as short lists."""
    known = list(rows)
    entries = [[row.id, row.kind, row.attrs] for row in known]
    forms = [[number, *form] for number, row in enumerate(known) for form in spell(row, kinds[row.kind])]
    return {"format": FORMAT, "entries": entries, "forms": forms}


def _assemble(digest: str, kinds: dict[str, KindSchema], compiled: dict[str, Any]) -> Lexicon:
    entries = [Entry(*row) for row in compiled["entries"]]
    by_pattern: dict[str, list[Form]] = {}
    for number, *rest in compiled["forms"]:
        entry = entries[number]
        spelled = Spelled(*rest)
        form = Form(
            entry,
            spelled.pattern,
            spelled.pos,
            spelled.tense,
            spelled.gender,
            spelled.number,
            spelled.voice,
            spelled.person,
            spelled.suffix,
            _DEFINITE if spelled.article else _PREFIX_SETS[spelled.prefixes],
            spelled.article,
        )
        by_pattern.setdefault(spelled.pattern, []).append(form)
    forms = {pattern: tuple(found) for pattern, found in by_pattern.items()}
    automaton = ahocorasick.Automaton()
    for pattern, found in forms.items():
        automaton.add_word(pattern, (len(pattern), found))
    automaton.make_automaton()
    return Lexicon(digest, kinds, {entry.id: entry for entry in entries}, forms, automaton)


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
