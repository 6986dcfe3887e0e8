"""Results into a collection: every shard once, in the order of where the shards lie.

What is known is passed over, so that a run that was ended in any way is resumed by running it again.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from hashlib import blake2b

import pyarrow as pa
from pyarrow.parquet import ParquetFile

from musnad.collect import Filled
from musnad.collect.pool import spread
from musnad.errors import FormatError, PlaceError
from musnad.model import Reading, Rejection, from_json
from musnad.pipeline import Engine
from musnad.scale.places import Store
from musnad.scale.read import Receipt, receipts
from musnad.store import Packed, Writer, pack

Task = tuple[tuple[str, str], ...]

_AT_ONCE = 16  # readings of a task, and of a transaction
_ROWS = 1024  # held at a time


def load(
    store: Store, writer: Writer, engine: Engine, workers: int, show: Callable[[Filled], None] = lambda _: None
) -> Filled:
    """Take in all results. `show` is called after every commit; `position` counts bytes of the shards.

    Raises `PlaceError` where there are no results or some are gone, `StoreError` where nothing can be written.
    """
    found = in_order(store)
    if not found:
        message = f"{store.address}: no results of `musnad scale read` there"
        raise PlaceError(message)
    filled = Filled()
    due = [(name, receipt) for name, receipt in found if not writer.known([_item(receipt)])]
    filled.outcomes["files"] = len(found) - len(due)
    ending = iter(due)
    for task, packed in spread(_tasks(store, [name for name, _ in due]), _packed, engine, workers):
        for each in packed:
            filled.outcomes[writer.add(each).outcome] += 1
        if not task:
            name, receipt = next(ending)
            for source, rejection in _rejections(store, name):
                writer.reject(rejection, source)
                filled.reasons[rejection.reason] += 1
            writer.mark(_item(receipt))
            filled.position += receipt["shard"]["end"] - receipt["shard"]["start"]
        writer.commit()
        show(filled)
    return filled


def _packed(task: Task, _: Engine) -> tuple[Packed, ...]:
    return tuple(pack(reading_of(text, told)) for text, told in task)


def reading_of(text: str, told: str) -> Reading:
    """Return the reading that a row of results holds. Raises `FormatError` where it holds none."""
    found = from_json(json.loads(told) | {"text": text})
    if not isinstance(found, Reading):
        message = "a row of results that is no reading"
        raise FormatError(message)
    return found


def _item(receipt: Receipt) -> bytes:
    """Return the hash by which a shard is known when it comes again."""
    return blake2b(json.dumps(receipt, sort_keys=True).encode(), digest_size=16, person=b"shard").digest()


def _tasks(store: Store, names: Sequence[str]) -> Iterator[Task]:
    """Yield the readings of all shards, some at once; an empty task ends a shard."""
    for name in names:
        for batch in batches(store, "readings", name, ["text", "reading"], _AT_ONCE):
            yield tuple((row["text"], row["reading"]) for row in batch.to_pylist())
        yield ()


def _rejections(store: Store, name: str) -> Iterator[tuple[str, Rejection]]:
    for batch in batches(store, "rejections", name):
        for row in batch.to_pylist():
            yield row["source"], Rejection(row["id"], row["reason"], row["detail"])


def batches(
    store: Store, kind: str, name: str, columns: Sequence[str] | None = None, size: int = _ROWS
) -> Iterator[pa.RecordBatch]:
    """Yield the rows of one kind of one shard. Raises `PlaceError` where they are gone or damaged."""
    try:
        with store.file(f"{kind}/{name}.parquet") as file, ParquetFile(file) as opened:
            yield from opened.iter_batches(size, columns=columns)
    except (OSError, pa.ArrowException) as error:
        message = f"{store.path(kind)}/{name}: cannot be read ({error}); remove its receipt and read the shard again"
        raise PlaceError(message) from error


def in_order(store: Store) -> list[tuple[str, Receipt]]:
    """Return the shards that are done, by where they lie, with their receipts."""
    return sorted(receipts(store).items(), key=lambda each: (each[1]["shard"]["address"], each[1]["shard"]["start"]))
