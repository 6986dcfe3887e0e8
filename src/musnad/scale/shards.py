"""Inputs cut into shards: a file, or where it holds plain lines of records and is large, a stretch of its bytes.

A shard is the unit of work, of results and of what may be lost. Its name is a function of where it lies.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from hashlib import blake2b
from typing import Any

from musnad.scale.places import Found, listed

LINES = (".jsonl", ".ndjson")
SPLIT = 32_000_000  # bytes of lines: some ten thousand articles, a minute of work
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
_NAME = 60  # characters of a file's name that are kept in that of its results


@dataclass(frozen=True, slots=True)
class Shard:
    """The bytes of a file from `start` to `end`: all of it, or lines whose first byte lies there."""

    address: str
    size: int
    tag: str
    start: int
    end: int

    @property
    def is_whole(self) -> bool:
        """Say whether it is all of its file."""
        return self.start == 0 and self.end == self.size

    @property
    def name(self) -> str:
        """Return the name of its results."""
        place = blake2b(f"{self.address}\0{self.start}".encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
        plain = _UNSAFE.sub("_", self.address.rpartition("/")[2])[:_NAME]
        return f"{plain}-{place}" if self.is_whole else f"{plain}-{self.start:012}-{place}"

    @property
    def label(self) -> str:
        """Return what a rejection calls it."""
        return self.address if self.is_whole else f"{self.address} from byte {self.start}"

    def to_json(self) -> dict[str, Any]:
        """Return the shard as plain values."""
        return asdict(self)


def shards(addresses: Sequence[str], split: int = SPLIT) -> list[Shard]:
    """Return the shards of all inputs in their order, each once. Raises `PlaceError` where an input is not there."""
    found: dict[str, Shard] = {}
    for address in addresses:
        for file in listed(address):
            for shard in _cut(file, split):
                found.setdefault(shard.name, shard)
    return list(found.values())


def _cut(file: Found, split: int) -> Iterator[Shard]:
    size = file.size
    if not file.address.lower().endswith(LINES) or size <= split:
        yield Shard(file.address, size, file.tag, 0, size)
        return
    for start in range(0, size, split):
        yield Shard(file.address, size, file.tag, start, min(start + split, size))
