"""A small model of people's names, for words that no list knows: an averaged perceptron over hashed features.

It looks only at words that the lexicon does not know and no rule has read. What a word is made of is weighed once and
remembered; only where that leaves a chance, the words around it are weighed too. The shipped weights were learned from
a corpus by `scripts/train_tagger.py`; their licence lies beside them.
"""

import json
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b
from importlib import resources
from zlib import crc32

from musnad.arabic import ARTICLE, NOUN_PREFIXES
from musnad.arabic.letters import ALEF
from musnad.arabic.sounds import looks_foreign
from musnad.errors import FormatError
from musnad.lexicon import Hits
from musnad.model import Units
from musnad.names.signals import Cover, Named

FORMAT = "musnad.tagger/1"
FILE = "person_names.bin"
KIND = "person"

_KINDS = (
    "title", "role", "cue", "given_name", "family_name", "name_particle", "function_word", "country", "place", "body",
    "organisation", "adjective", "ordinary_word", "complementiser", "number_word", "group", "trigger", "source_noun",
    "role_field", "common_verb",
)  # fmt: skip
"""Kinds of words beside a name that tell something of it."""

_CLITICS = tuple(sorted(NOUN_PREFIXES - {""}, key=lambda prefix: (-len(prefix), prefix)))
_SHORTEST = 3  # letters that are left of a word without its proclitics
_LONGEST, _MOST_ALEFS = 9, 3
_REMEMBERED = 1 << 15  # words
_OUTSIDE = "<>"
_SECOND = 2  # the kinds of the word after the next tell nothing
_CODE, _BYTES = "utf-16-le", 2  # so that every letter has as many bytes
_GRAM = 3 * _BYTES
_EDGE = "|".encode(_CODE)
_WORD, _STEM, _CLITIC, _FIRST, _LAST, _SHAPE, _ALEFS, _LETTERS, _BEHIND, _READ = (crc32(bytes((n,))) for n in range(10))
_BESIDE = {step: crc32(f"beside {step}".encode()) for step in (-2, -1, 1, 2)}
_READ_AT = {step: crc32(f"read {step}".encode()) for step in (-1, 1)}
_KIND_AT = {
    (step, kind): crc32(f"kind {step} {kind}".encode()) for step in (-2, -1, 1) for kind in ("", "verb", *_KINDS)
}


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
        """Return people among the words that the lexicon does not know and no rule has read."""
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
        return found

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
    """Yield the tokens that may be names of which neither rules nor lexicon know."""
    for i, norm in enumerate(units.norms):
        if i not in cover and not hits.has(i) and len(norm) > 1 and norm[0].isalpha() and not norm[0].isascii():
            yield i


def alone(norm: str) -> list[int]:
    """Return the features of a word by itself: its spelling, ends, letters and length."""
    clitic, stem = _cut(norm)
    word, rest = norm.encode(_CODE), stem.encode(_CODE)
    whole = _EDGE + rest + _EDGE
    return [
        crc32(word, _WORD),
        crc32(rest, _STEM),
        crc32(clitic.encode(_CODE), _CLITIC),
        *(crc32(rest[: _BYTES * n], _FIRST) for n in (2, 3)),
        *(crc32(rest[-_BYTES * n :], _LAST) for n in (1, 2, 3)),
        crc32(bytes((min(len(stem), _LONGEST), looks_foreign(stem))), _SHAPE),
        crc32(bytes((min(stem.count(ALEF), _MOST_ALEFS),)), _ALEFS),
        *(crc32(whole[k : k + _GRAM], _LETTERS) for k in range(0, len(whole) - _GRAM + 1, _BYTES)),
    ]


@lru_cache(_REMEMBERED)
def _cut(norm: str) -> tuple[str, str]:
    """Return the proclitics that a word seems to have, and the rest."""
    for clitic in _CLITICS:
        if norm.startswith(clitic) and len(norm) - len(clitic) >= _SHORTEST:
            return clitic, norm[len(clitic) :]
    return "", norm


def around(i: int, units: Units, hits: Hits, cover: Cover, *, named_before: bool) -> list[int]:
    """Return the features of the words beside a word: themselves, their kinds, and what the rules read there."""
    norms, sentences = units.norms, units.sentence_of
    found: list[int] = []
    read: list[str] = []
    for step in (-2, -1, 1, 2):
        j = i + step
        inside = 0 <= j < len(norms) and sentences[j] == sentences[i]
        word = norms[j].encode(_CODE) if inside else b""
        found.append(crc32(word, _BESIDE[step]))
        if inside and step < _SECOND:
            found += _kinds(j, step, hits)
        if abs(step) > 1:
            continue
        read.append(cover.get(j, "") if inside else _OUTSIDE)
        if step < 0:
            found.append(crc32(_cut(norms[i])[0].encode(_CODE), crc32(word, _BEHIND)))
    found.append(crc32("|".join((*read, str(named_before))).encode(), _READ))
    found += (crc32(kind.encode(), _READ_AT[step]) for kind, step in zip(read, (-1, 1), strict=True))
    return [*found, crc32(bytes((named_before, norms[i].startswith(ARTICLE))), _READ)]


def _kinds(j: int, step: int, hits: Hits) -> Iterator[int]:
    """Yield the features of what the lexicon knows of a word."""
    if not hits.has(j):
        yield _KIND_AT[step, ""]
        return
    for kind in _KINDS:
        if hits.has(j, kind):
            yield _KIND_AT[step, kind]
    if hits.verbs(j):
        yield _KIND_AT[step, "verb"]
