"""What a worker does with a shard: read it, write its results, say what became of it. Never raises for what it reads.

The same shard and engine make the same bytes, on any machine and however often.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import IO, Any

from musnad.collect.units import Cutter, Unit, units
from musnad.collect.work import articles_of
from musnad.errors import ClusterError, PlaceError
from musnad.ingest import Given
from musnad.model import Rejection
from musnad.pipeline import Engine, calm_collector, read_or_reject, start
from musnad.scale.output import Results
from musnad.scale.places import Store, at_hand, opened
from musnad.scale.shards import Shard
from musnad.settings import Settings

FORMAT = "musnad.shard/1"
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Job:
    """What all shards share: where results go, what the caller knows, the settings, the digests of the stages."""

    out: str
    given: Given = field(default_factory=Given)
    settings: Settings = field(default_factory=Settings)
    digests: tuple[tuple[str, str], ...] = ()

    @property
    def key(self) -> dict[str, Any]:
        """Return what results depend on beside the shard: other results are out of date."""
        given = {name: getattr(self.given, name) for name in ("published", "publisher", "url")}
        return {"digests": dict(self.digests), "given": given, "max_bytes": self.settings.max_bytes}


@cache
def engine_of(settings: Settings) -> Engine:
    """Return the engine of this worker process, made once."""
    made = start(settings)
    calm_collector()
    return made


def read_shard(shard: Shard, job: Job) -> dict[str, Any]:
    """Read a shard, publish its results and return the receipt.

    Raises `OSError`, or what a store raises, where shard or disk fail; `PlaceError` where the shard is not what it was,
    `ClusterError` where this worker does not read as the caller would.
    """
    engine = engine_of(job.settings)
    if engine.digests != job.digests:
        message = "this worker runs another musnad, or has other data: its rules are not those of the caller"
        raise ClusterError(message)
    store = Store(job.out)
    rejected: Counter[str] = Counter()
    with store.scratch() as folder, Results(store, folder, shard.name) as results:
        for unit in _units(shard, engine, job):
            for item in articles_of(unit, engine, job.given):
                found = read_or_reject(item, engine)
                if isinstance(found, Rejection):
                    rejected[found.reason] += 1
                    results.reject(shard.label, found)
                else:
                    results.add(found)
        receipt = {"format": FORMAT, "shard": shard.to_json(), "job": job.key, "rejected": dict(rejected)}
        return results.publish(receipt)


def _units(shard: Shard, engine: Engine, job: Job) -> Iterator[Unit]:
    if not shard.is_whole:
        yield from _lines(shard, job.settings.max_bytes)
        return
    with at_hand(shard.address) as path:
        size = path.stat().st_size
        if size != shard.size:
            raise PlaceError(_changed(shard, size))
        with path.open("rb"):  # what this worker cannot open is its own trouble, and no rejection
            pass
        cutter = Cutter(engine.lexicon, job.given, job.settings.max_bytes, lambda _: False)
        yield from units([str(path)], cutter)


def _lines(shard: Shard, limit: int) -> Iterator[Unit]:
    """Yield the lines whose first byte lies in a stretch of a file; of one above the limit what shows that it is."""
    with opened(shard.address) as file:
        at = max(0, shard.start - 1)  # the end of the line before, or a part of it
        file.seek(at)
        number = 0
        for line, length in _cut(file, limit + 1):
            is_own, at = at >= shard.start, at + length
            if is_own:
                number += 1
                if line.strip():
                    yield Unit(shard.address, None, at, line, line=number)
            if at >= shard.end:
                return
    raise PlaceError(_changed(shard, at))


def _cut(file: IO[bytes], limit: int) -> Iterator[tuple[bytes, int]]:
    """Yield the first bytes of every line, and how many it has."""
    kept, length = b"", 0
    while data := file.read(_CHUNK):
        *ended, rest = data.split(b"\n")
        for line in ended:
            yield kept + (line + b"\n")[: limit - len(kept)], length + len(line) + 1
            kept, length = b"", 0
        kept += rest[: limit - len(kept)]
        length += len(rest)
    if length:
        yield kept, length


def _changed(shard: Shard, size: int) -> str:
    return f"{shard.address}: {size} bytes, not {shard.size}: it was changed while it was read"
