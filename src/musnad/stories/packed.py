"""Traits as bytes for a store: JSON, compressed; made of an article without its collection."""

import json
import zlib
from dataclasses import dataclass

from musnad.corpus.fingerprints import packed, unpacked
from musnad.corpus.index import Print
from musnad.lexicon import Lexicon
from musnad.model import Reading
from musnad.stories.traits import Traits, traits_of

_LEVEL = 6


@dataclass(frozen=True, slots=True)
class Features:
    """All that is compared of an article: its traits, and its fingerprints with publisher and day."""

    traits: Traits
    print: Print

    @classmethod
    def of(cls, key: str, reading: Reading, lexicon: Lexicon) -> "Features":
        """Return the features of a reading."""
        return cls(traits_of(key, reading, lexicon), Print.of(reading.article))

    def to_bytes(self) -> tuple[bytes, bytes]:
        """Return traits (with publisher and day) and fingerprints."""
        own = self.traits
        value = [
            *(list(own.days), own.words, own.names, own.places, own.events, sorted(own.where)),
            *(self.print.publisher, self.print.day),
        ]
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        return zlib.compress(text.encode(), _LEVEL), packed(self.print.prints)

    @classmethod
    def from_bytes(cls, key: str, traits: bytes, prints: bytes) -> "Features":
        """Return the features that bytes were made of."""
        days, words, names, places, events, where, publisher, day = json.loads(zlib.decompress(traits))
        found = Traits(key, tuple(days), words, names, places, events, frozenset(where))
        return cls(found, Print(unpacked(prints), publisher, day))
