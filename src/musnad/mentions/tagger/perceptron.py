"""A small model of people's names, for words that rules leave: an averaged perceptron over hashed features.

It looks only at words that no rule has read and that the lexicon does not know, or knows as names among other things.
What a word is made of is weighed once and remembered; only where that leaves a chance, the words around it are weighed
too. The shipped weights were learned from a corpus by `scripts/train_tagger.py`; their licence lies beside them.
"""

import json
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b
from importlib import resources

from musnad.arabic import AND
from musnad.errors import FormatError
from musnad.lexicon import Hits
from musnad.mentions.tagger.features import alone, around
from musnad.model import Units
from musnad.names.signals import Cover, Named

FORMAT = "musnad.tagger/2"
FILE = "person_names.bin"
KIND = "person"

_NAMES = ("given_name", "family_name", "public_person")
_OTHERS = ("function_word", "ordinary_word", "adjective", "trigger", "cue", "medium", "role", "title", "group")
_BEFORE = frozenset({"", AND})
_SHORTEST = 3  # letters of one word of a name: «اف ام» is none
_REMEMBERED = 1 << 15  # words


@dataclass(frozen=True, slots=True, eq=False)
class Tagger:
    """Weights by hashed feature; a word is a name from `least` on, and has no chance below `gate` by itself."""

    weights: Sequence[int]
    least: int
    gate: int
    digest: str
    _remembered: dict[str, int] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, data: bytes) -> "Tagger":
        """Return the tagger of a model file: one line of JSON, then a signed byte a weight.

        Raises `FormatError` where the file is none.
        """
        head, _, body = data.partition(b"\n")
        try:
            said = json.loads(head)
        except ValueError as error:
            message = f"a model file begins with a line of JSON, not with {head[:40]!r}"
            raise FormatError(message) from error
        weights = array("b", body)
        if said.get("format") != FORMAT or len(weights) & (len(weights) - 1) or not weights:
            message = f"a model file is {FORMAT} with a power of two of weights, not {len(weights)}: {said!r}"
            raise FormatError(message)
        return cls(weights, said["least"], said["gate"], blake2b(data, digest_size=8).hexdigest())

    def names(self, units: Units, hits: Hits, cover: Cover) -> Sequence[Named]:
        """Return people among the words that no rule has read."""
        found: list[Named] = []
        for i in candidates(units, hits, cover):
            score = self._alone(units.norms[i])
            if score < self.gate:
                continue
            before = bool(found) and found[-1].last == i and units.sentence_of[i] == units.sentence_of[i - 1]
            score += self._sum(around(i, units, hits, cover, named_before=before))
            if score < self.least:
                continue
            found[-1:] = [found[-1]._replace(last=i + 1)] if before else [*found[-1:], Named(i, i + 1, KIND)]
        return [name for name in found if any(len(norm) >= _SHORTEST for norm in units.norms[name.first : name.last])]

    def _alone(self, norm: str) -> int:
        known = self._remembered.get(norm)
        if known is None:
            if len(self._remembered) >= _REMEMBERED:
                self._remembered.clear()
            known = self._remembered[norm] = self._sum(alone(norm))
        return known

    def _sum(self, features: list[int]) -> int:
        mask, weights = len(self.weights) - 1, self.weights
        return sum([weights[feature & mask] for feature in features])


@lru_cache(maxsize=1)
def shipped() -> Tagger:
    """Return the tagger with the shipped weights, loaded when first asked for."""
    return Tagger.of((resources.files("musnad") / "data" / "models" / FILE).read_bytes())


def candidates(units: Units, hits: Hits, cover: Cover) -> Iterator[int]:
    """Yield the tokens that may be names though no rule has read them."""
    for i, norm in enumerate(units.norms):
        if i in cover or len(norm) < 2 or not norm[0].isalpha() or norm[0].isascii():  # noqa: PLR2004 - no single letters
            continue
        if not hits.has(i) or _is_name_too(i, hits):
            yield i


def _is_name_too(i: int, hits: Hits) -> bool:
    """Say whether a known word that is no frequent one of another kind may be a name, as it stands or behind «and»."""
    if not hits.has(i, *_NAMES) or hits.has(i, *_OTHERS) or hits.verbs(i):
        return False
    return any(hit.prefix in _BEFORE for hit in hits.at(i, *_NAMES))
