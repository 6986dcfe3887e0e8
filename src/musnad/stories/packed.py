"""Features as bytes for a store: what is compared of an article, made of the article without its collection."""

import json
import sys
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from musnad.corpus.fingerprints import packed, unpacked
from musnad.corpus.index import Print
from musnad.lexicon import Lexicon
from musnad.model import Reading
from musnad.stories.traits import Traits, traits_of

_END = b"\n"
_WIDTH = 4  # bytes of a trait


@dataclass(frozen=True, slots=True)
class Features:
    """All that is compared of an article: its traits, and its fingerprints (as bytes) with publisher and day."""

    traits: Traits
    prints: bytes
    publisher: str
    day: int | None

    @classmethod
    def of(cls, key: str, reading: Reading, lexicon: Lexicon) -> "Features":
        """Return the features of a reading."""
        found = Print.of(reading.article)
        return cls(traits_of(key, reading, lexicon), packed(found.prints), found.publisher, found.day)

    @property
    def print(self) -> Print:
        """Return the fingerprints with publisher and day."""
        return Print(unpacked(self.prints), self.publisher, self.day)

    def to_bytes(self) -> tuple[bytes, bytes]:
        """Return traits (with publisher and day) and fingerprints."""
        own = self.traits
        sizes = [len(some) for some in own.numbers]
        told = [sorted(own.where), sorted(own.headed), own.figures.tolist()]
        head = [_stretches(own.days), *told, sizes, self.publisher, self.day]
        text = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode()
        return _END.join((text, b"".join((*map(_bytes, own.numbers), *own.counts)))), self.prints

    @classmethod
    def from_bytes(cls, key: str, traits: bytes, prints: bytes) -> "Features":
        """Return the features that bytes were made of."""
        text, _, rest = traits.partition(_END)
        days, where, headed, figures, sizes, publisher, day = json.loads(text)
        numbers, counts = [], []
        at, counted = 0, _WIDTH * sum(sizes)
        for size in sizes:
            made = array("I")
            made.frombytes(rest[at : at + _WIDTH * size])
            numbers.append(_turned(made))
            counts.append(rest[counted : counted + size])
            at, counted = at + _WIDTH * size, counted + size
        own = Traits(
            key,
            _all_days(days),
            tuple(numbers),
            tuple(counts),
            frozenset(where),
            frozenset(headed),
            array("I", figures),
        )
        return cls(own, prints, publisher, day)


def days_of(traits: bytes) -> tuple[int, ...]:
    """Return the possible days of an article, of the bytes of its traits."""
    days, *_ = json.loads(traits.partition(_END)[0])
    return _all_days(days)


def _all_days(stretches: Iterable[tuple[int, int]]) -> tuple[int, ...]:
    return tuple(day for first, last in stretches for day in range(first, last + 1))


def _stretches(days: Sequence[int]) -> list[tuple[int, int]]:
    """Return days in order as stretches from a first to a last one: of an undated page there may be thousands."""
    runs: Iterable[list[int]] = (
        [day for _, day in run] for _, run in groupby(enumerate(days), lambda pair: pair[1] - pair[0])
    )
    return [(run[0], run[-1]) for run in runs]


def _bytes(some: "array[int]") -> bytes:
    return _turned(some).tobytes()


def _turned(some: "array[int]") -> "array[int]":
    """Return numbers in the byte order of the store, or back; the same where it is that of the machine."""
    if sys.byteorder == "big":
        some = some[:]
        some.byteswap()
    return some
