"""What a worker does: read units, or read again what is stored, and make rows of them. Never raises for an input."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from musnad.collect.partial import read_again
from musnad.collect.units import Unit, read_unit
from musnad.ingest import Given
from musnad.lexicon import Lexicon
from musnad.model import Article, Reading, Rejection, Retrieval
from musnad.pipeline import Engine, read
from musnad.store import Features, Packed, Raw, pack, unpack

FeaturesOf = Callable[[str, Reading, Lexicon], Features]
"""Makes the features of the reading of a document: a function of a module, for other processes import it."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A stored article with its reading, to be read again."""

    article: int
    text: bytes
    reading: bytes


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a unit: rows or rejections, in order. Of several that share bytes only the first has them."""

    found: tuple[Packed | Rejection, ...]


def work_on(unit: Unit | Stored, engine: Engine, given: Given, features: FeaturesOf | None = None) -> Result:
    """Return what comes of a unit, with the features of its articles where something makes them."""
    if isinstance(unit, Stored):
        return Result((_guarded(str(unit.article), lambda: _again(unit, engine, features)),))
    held: set[str] = set()
    items = articles_of(unit, engine, given)
    return Result(tuple(_packed(item, engine, held, features) if isinstance(item, Article) else item for item in items))


def articles_of(unit: Unit, engine: Engine, given: Given) -> Iterator[Article | Rejection]:
    """Yield the articles and rejections of a unit; an article of a line of records knows the bytes of that line."""
    try:
        for item in read_unit(unit, engine.lexicon, given, engine.settings.max_bytes):
            if isinstance(item, Article) and item.retrieval is None and unit.line is not None and unit.data is not None:
                yield replace(item, retrieval=Retrieval.of(unit.data, None, item.url))
            else:
                yield item
    except Exception as error:  # noqa: BLE001 - one input must not end a batch; the reason is kept and counted
        yield Rejection.of_defect(unit.source, error)


def _packed(article: Article, engine: Engine, held: set[str], features: FeaturesOf | None) -> Packed | Rejection:
    def made() -> Packed:
        return replace(_featured(read(article, engine), engine, features), raw=_raw(article, held))

    return _guarded(article.id, made)


def _featured(reading: Reading, engine: Engine, features: FeaturesOf | None) -> Packed:
    """Return a reading as rows, with its features where something makes them."""
    packed = pack(reading)
    if features is None:
        return packed
    return replace(packed, features=features(packed.document, reading, engine.lexicon))


def _raw(article: Article, held: set[str]) -> Raw | None:
    """Return the bytes that an article was read from, unless another one has them already."""
    found = article.retrieval
    if found is None or found.data is None or found.raw_hash in held:
        return None
    held.add(found.raw_hash)
    return Raw.of(found.raw_hash, found.data)


def _again(stored: Stored, engine: Engine, features: FeaturesOf | None) -> Packed:
    return _featured(read_again(unpack(stored.text, stored.reading), engine), engine, features)


def _guarded(name: str | None, make: Callable[[], Packed]) -> Packed | Rejection:
    try:
        return make()
    except Exception as error:  # noqa: BLE001 - as above
        return Rejection.of_defect(name, error)
