"""Read the data files into a `Lexicon`; refuse bad data with file, line and reason; keep what was compiled."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from hashlib import blake2b
from importlib import resources
from pathlib import Path
from typing import Any

from musnad.arabic import CONJUNCTIONS, NOUN_PREFIXES, VERB_PREFIXES, has_article
from musnad.errors import LexiconError
from musnad.lexicon.cache import keep, kept
from musnad.lexicon.entries import Entries, Table
from musnad.lexicon.index import remember
from musnad.lexicon.packed import texts
from musnad.lexicon.records import Form, Forms, Lexicon, Override, Shape
from musnad.lexicon.schema import FieldSchema, KindSchema

FORMAT = "musnad.lexicon/7"
_PREFIX_SETS = {"none": frozenset({""}), "conjunction": CONJUNCTIONS, "noun": NOUN_PREFIXES, "verb": VERB_PREFIXES}
_DEFINITE = frozenset(p for p in NOUN_PREFIXES if has_article(p))


def load(extra: Sequence[Path] = (), *, cache_dir: Path | None = None) -> Lexicon:
    """Return the shipped lexicon, together with the data files of other folders.

    An entry of another folder stands in the place of the one before it with the same id. Raises `LexiconError` where a
    folder is none or a data file breaks its schema. With `cache_dir`, what was compiled is kept there.
    """
    shipped = Path(str(resources.files("musnad"))) / "data"
    folders = [_data_files(folder) for folder in (shipped, *extra)]
    files = [path for paths in folders for path in paths]
    digest = _digest(files)
    compiled = kept(cache_dir, digest, FORMAT)
    if compiled is None:
        from musnad.lexicon.compile import compile_files  # noqa: PLC0415 - seldom: there is a cache

        data = [[path for path in paths if not _is_schema(path)] for paths in folders]
        compiled = {"format": FORMAT, **compile_files([path for path in files if _is_schema(path)], data)}
        keep(cache_dir, digest, compiled)
    return _assemble(digest, compiled)


def _data_files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        message = f"no folder of data: {folder}"
        raise LexiconError(message)
    return sorted(p for p in folder.rglob("*") if p.suffix in {".toml", ".tsv"} and p.is_file())


def _is_schema(path: Path) -> bool:
    return path.parent.name == "schema"


def _digest(files: Iterable[Path]) -> str:
    """Return the digest of all data and of the code that compiles it."""
    state = blake2b(FORMAT.encode(), digest_size=16)
    here = Path(__file__).parent
    for path in [*files, *sorted(here.glob("*.py")), *sorted((here.parent / "arabic").glob("*.py"))]:
        state.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return state.hexdigest()


def _assemble(digest: str, compiled: Mapping[str, Any]) -> Lexicon:
    entries = Entries([Table(*table) for table in compiled["entries"]], compiled["references"])
    patterns, codes = compiled["patterns"]
    forms = Forms(
        dict(zip(texts(patterns), codes, strict=True)),
        entries,
        [_shape(Shape(*shape)) for shape in compiled["shapes"]],
    )
    kinds = {table["name"]: _schema(**table) for table in compiled["kinds"]}
    look_up = remember(forms, dict(zip(*map(texts, compiled["phrases"]), strict=True)))
    overrides = tuple(
        Override(name, shipped, own, tuple(changed)) for name, shipped, own, changed in compiled["overrides"]
    )
    return Lexicon(digest, kinds, entries, forms, look_up, overrides)


def _shape(shape: Shape) -> Callable[..., Form]:
    """Return what makes a form of this shape out of an entry and a pattern."""
    prefixes = _DEFINITE if shape.article else _PREFIX_SETS[shape.prefixes]
    return partial(Form, **{**shape._asdict(), "prefixes": prefixes})


def _schema(*, paradigms: list[str], fields: list[dict[str, Any]], **rest: Any) -> KindSchema:  # noqa: ANN401
    """Return a kind from what JSON makes of it: lists where it has tuples."""
    made = tuple(
        FieldSchema(**{**field, "choices": tuple(field["choices"]), "refers": tuple(field["refers"])})
        for field in fields
    )
    return KindSchema(paradigms=tuple(paradigms), fields=made, **rest)
