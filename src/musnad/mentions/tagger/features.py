"""What the small model of people's names looks at: what a word is made of, and what stands around it.

Features are hashes; the model holds a weight for each of their last bits.
"""

from collections.abc import Iterator
from functools import lru_cache
from zlib import crc32

from musnad.arabic import AND, ARTICLE, NOUN_PREFIXES
from musnad.arabic.letters import ALEF
from musnad.arabic.sounds import looks_foreign
from musnad.lexicon import Hits
from musnad.model import Units
from musnad.names.signals import Cover

_KINDS = (
    "title", "role", "cue", "given_name", "family_name", "name_particle", "function_word", "country", "place", "body",
    "organisation", "adjective", "ordinary_word", "complementiser", "number_word", "group", "trigger", "source_noun",
    "role_field", "common_verb",
)  # fmt: skip
"""Kinds of words beside a name that tell something of it."""

_CLASSES = (
    "complementiser", "function_word", "cue", "role", "title", "given_name", "country", "place", "body",
    "ordinary_word", "adjective", "trigger",
)  # fmt: skip
"""Kinds of which the first that a word is of is its class."""

_CLITICS = tuple(sorted(NOUN_PREFIXES - {""}, key=lambda prefix: (-len(prefix), prefix)))
_SHORTEST = 3  # letters that are left of a word without its proclitics
_LONGEST, _MOST_ALEFS = 9, 3
_REMEMBERED = 1 << 15  # words
_OUTSIDE = "<>"
_SECOND = 2  # the kinds of the word after the next tell nothing
_BACK, _MANY = 8, 3  # words before a name that may be of a list of people, and how many of these are many
_CODE, _BYTES = "utf-16-le", 2  # so that every letter has as many bytes
_GRAM = 3 * _BYTES
_EDGE = "|".encode(_CODE)
_WORD, _STEM, _CLITIC, _FIRST, _LAST, _SHAPE, _ALEFS, _LETTERS, _BEHIND, _READ = (crc32(bytes((n,))) for n in range(10))
_BESIDE = {step: crc32(f"beside {step}".encode()) for step in (-2, -1, 1, 2)}
_READ_AT = {step: crc32(f"read {step}".encode()) for step in (-1, 1)}
_KIND_AT = {
    (step, kind): crc32(f"kind {step} {kind}".encode()) for step in (-2, -1, 1) for kind in ("", "verb", *_KINDS)
}


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
    norms = units.norms
    found: list[int] = []
    read: list[str] = []
    for step in (-2, -1, 1, 2):
        j = i + step
        inside = _inside(i, j, units)
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
    found.append(crc32(bytes((named_before, norms[i].startswith(ARTICLE))), _READ))
    return [*found, *_own(i, hits), *_frames(i, units, hits), *_listed(i, units, cover)]


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


def _own(i: int, hits: Hits) -> Iterator[int]:
    """Yield what a word is that is a name and another word too."""
    for hit in hits.at(i):
        doubtful = hit.entry.flag("ambiguous")
        yield _told("own", hit.kind, hit.form.pos, doubtful, bool(hit.prefix), hit.definite)


def _frames(i: int, units: Units, hits: Hits) -> Iterator[int]:
    """Yield which classes of words, or which words, stand on both sides, or one after the other."""
    words = [_word(i, j, units) for j in (i - 1, i + 1)]
    before2, before, after, after2 = (_class(i, j, units, hits) for j in (i - 2, i - 1, i + 1, i + 2))
    yield _told("sides", before, after)
    yield _told("word before", words[0], after)
    yield _told("word after", before, words[1])
    yield _told("two before", before2, before)
    yield _told("two after", after, after2)
    yield _told("second", after2)
    yield _told("foreign", looks_foreign(units.norms[i]), before, after)


def _listed(i: int, units: Units, cover: Cover) -> Iterator[int]:
    """Yield what tells of lists of people: «and», marks on both sides, and people before."""
    norm = units.norms[i]
    joined = norm.startswith(AND)
    inside = [cover.get(j, "") if _inside(i, j, units) else _OUTSIDE for j in (i - 2, i - 1, i + 1)]
    people = sum(_inside(i, j, units) and cover.get(j) == "person" for j in range(i - _BACK, i))
    before, after = (_mark(_word(i, j, units)) for j in (i - 1, i + 1))
    yield _told("and", joined, inside[1], inside[0])
    yield _told("and after", joined, inside[1], inside[2])
    yield _told("people", min(people, _MANY), joined)
    yield _told("mark after", after, inside[1])
    yield _told("marks", before, after)
    yield _told("ending", norm[-2:], after)
    yield _told("length", min(len(norm), _LONGEST), looks_foreign(norm), norm[-1])


def _told(*parts: object) -> int:
    """Return the hash of a feature that is told by several things."""
    return crc32("|".join(map(str, parts)).encode())


def _inside(i: int, j: int, units: Units) -> bool:
    """Say whether a token is one of the same sentence."""
    return 0 <= j < len(units.norms) and units.sentence_of[j] == units.sentence_of[i]


def _word(i: int, j: int, units: Units) -> str:
    return units.norms[j] if _inside(i, j, units) else _OUTSIDE


def _mark(word: str) -> str:
    """Return a mark or figure as it is, and for a word only whether «and» is before it."""
    if not word[0].isalpha():
        return word
    return AND if word.startswith(AND) else ""


def _class(i: int, j: int, units: Units, hits: Hits) -> str:
    """Return the class of a word beside another one."""
    if not _inside(i, j, units):
        return _OUTSIDE
    if not hits.has(j):
        return ""
    known = next((kind for kind in _CLASSES if hits.has(j, kind)), None)
    return known or ("verb" if hits.verbs(j) else "other")
