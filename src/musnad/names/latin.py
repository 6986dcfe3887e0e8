"""The Latin form of a name: a known one, else its parts from the table, else letter by letter."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from musnad.arabic import AND, ARTICLE, fold_word
from musnad.arabic.clitics import LAM_ARTICLE
from musnad.arabic.latin import romanize
from musnad.arabic.letters import DELETED, TA_MARBUTA
from musnad.arabic.sounds import looks_foreign
from musnad.lexicon import Lexicon
from musnad.model import Cast, Entity
from musnad.names.known import Known

KNOWN = "known"
JOINT = " + "
"""Between the names of two people who are meant together."""

_TOKEN = re.compile(r"\w+|[^\w\s]+|\s+")
_SHORTEST = 3  # letters behind an article
_BEFORE = ((ARTICLE, "al-"), (AND + ARTICLE, "wal-"), (LAM_ARTICLE, "lil-"))
_BOUND_NEVER = tuple(written for _, written in _BEFORE)
_PEOPLE = ("arab", "foreign", "learned", "word")
_OTHERS = ("word", "place", "foreign", "arab")


@dataclass(frozen=True, slots=True)
class Latin:
    """A Latin form and its `basis`: known (of the entry), table (every word from the table), scheme (letters)."""

    text: str
    basis: str


def latin(name: str, known: Known, *, kind: str = "person") -> Latin:
    """Return the Latin form of a name that no entry of the lexicon has; `kind` is that of the entity.

    Names joined by signs keep them. The same name always gives the same form.
    """
    return _latin(name, known, kind)


@lru_cache(1 << 14)
def _latin(name: str, known: Known, kind: str) -> Latin:
    tokens = _TOKEN.findall("".join(letter for letter in name if letter not in DELETED))
    words = [token for token in tokens if token[0].isalpha()]
    people = kind == "person" and _is_name(words, known)
    foreign = people and _is_foreign(words, known)
    basis = "table"
    written: list[str] = []
    bound = False
    for token in _together(tokens, known):
        if not token[0].isalpha():
            written.append(" " if token.isspace() else token)
            continue
        if token.startswith(ARTICLE) and len(written) > 1 and written[-1] == " " and bound and not people:
            written[-2] += "t"  # ta marbuta is heard before the word that it is bound to
        text, told = _word(token, known, _PEOPLE if people else _OTHERS, foreign=foreign)
        bound = token.endswith(TA_MARBUTA) and text.endswith("a") and not text.startswith(_BOUND_NEVER)
        basis = basis if told else "scheme"
        written.append(text)
    return Latin("".join(written).strip(), basis)


_folded = lru_cache(1 << 15)(fold_word)


def _is_name(words: list[str], known: Known) -> bool:
    """Say whether words for a person are a name and no role: a part of names is known, or no ordinary word is."""
    folded = [_folded(word) for word in words]
    bare = [word.removeprefix(ARTICLE) for word in folded]
    return any(known.is_native(word) or known.is_foreign(word) for word in folded) or not any(map(known.is_word, bare))


def _is_foreign(words: list[str], known: Known) -> bool:
    """Say whether a name is that of a foreigner: by its known parts, else by its letters."""
    folded = [_folded(word) for word in words]
    if any(known.is_foreign(word) and not known.is_native(word) for word in folded):
        return True
    if any(known.is_native(word) for word in folded):
        return False
    return all(looks_foreign(word) and not word.startswith(ARTICLE) for word in folded)


@lru_cache(1 << 15)
def _word(word: str, known: Known, origins: tuple[str, ...], *, foreign: bool) -> tuple[str, bool]:
    """Return the Latin form of one word, and whether the table knows it."""
    if not word.isalpha() or word.isascii():
        return word, True
    folded = _folded(word)
    told = _look_up(folded, known, origins)
    if told is not None:
        return told, True
    for before, written in _BEFORE:
        if folded.startswith(before) and len(folded) >= len(before) + _SHORTEST:
            told = _look_up(folded[len(before) :], known, origins)
            bare = word[len(before) :] if len(word) == len(folded) else folded[len(before) :]
            return written + (told or _capital(romanize(bare))), told is not None
    return _capital(romanize(word, foreign=foreign)), False


def _together(tokens: list[str], known: Known) -> list[str]:
    """Join «عبد» with the word behind it, if that joined name is known."""
    joined: list[str] = []
    for token in tokens:
        servant = len(joined) > 1 and known.links.get(_folded(joined[-2]), ("",))[0] == "joined"
        if servant and joined[-1].isspace() and _folded(joined[-2] + token) in known.latin:
            joined[-2:] = [joined[-2] + token]
        else:
            joined.append(token)
    return joined


def _look_up(folded: str, known: Known, origins: tuple[str, ...]) -> str | None:
    found = known.latin.get(folded)
    if not found:
        return None
    return next((found[origin] for origin in origins if origin in found), None)


def _capital(latin: str) -> str:
    return latin[:1].upper() + latin[1:]


def basis(entity: Entity, lexicon: Lexicon) -> str:
    """Return how the Latin form of an entity was found: known (of its entry), table or scheme."""
    made = _made(entity, lexicon, {})
    return made.basis if entity.latin == made.text else KNOWN


def with_latin(cast: Cast, lexicon: Lexicon) -> Cast:
    """Return a cast in which every entity and mention has a Latin form; what has one keeps it."""
    told = {e.name: e.latin for e in cast.entities if e.latin}
    made = {e.id: _made(e, lexicon, told).text for e in cast.entities if not e.latin}
    if not made:
        return cast
    entities = tuple(replace(e, latin=made[e.id]) if e.id in made else e for e in cast.entities)
    mentions = tuple(replace(m, latin=made[m.entity]) if m.entity in made else m for m in cast.mentions)
    return Cast(mentions, entities)


def _made(entity: Entity, lexicon: Lexicon, told: Mapping[str, str]) -> Latin:
    """Return the form of the entity's entry, else one made of its name; two people keep those that they have."""
    entry = lexicon.entries.get(entity.id)
    if entry is not None and entry.text("latin"):
        return Latin(entry.text("latin"), KNOWN)
    known = Known.of(lexicon)
    forms = [latin(name, known, kind=entity.kind) for name in entity.name.split(JOINT)]
    names = [told.get(name, form.text) for name, form in zip(entity.name.split(JOINT), forms, strict=True)]
    return Latin(JOINT.join(names), "scheme" if any(form.basis == "scheme" for form in forms) else "table")
