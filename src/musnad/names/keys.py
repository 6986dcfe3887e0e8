"""Keys for blocking: names that share none are never one, so only names that share one need be compared."""

from functools import lru_cache
from itertools import combinations

from musnad.arabic.sounds import skeleton
from musnad.names.known import Known
from musnad.names.parts import Part, letters, parts, without_head

_SLIP_SHORTEST = 3  # consonants
_WORDS = 2  # of the name of a body; the rest may be left out
_LONGEST = 8  # parts
_REMEMBERED = 1 << 11  # names; a name is compared with many others in a row, and its keys are some 2 kB
SHORTEST_SPELLING = 6  # letters of a word that is sure in another spelling without a word beside it


def keys(name: str, known: Known, *, kind: str = "person", surely: bool = False) -> frozenset[str]:
    """Return the keys of a name: two names that `same_name` calls the same share one.

    So do two names of several words each that it calls possible; whether a single word is perhaps somebody with a
    fuller name, keys do not ask. A person has a key for every two words and one for the whole, a body or place one for
    its first two words. A word counts by its skeleton, and by what is left of that without one consonant, so that a
    slip loses no pair. With `surely` the keys are fewer: only names that `same_name` calls the same need share one.

    >>> from musnad.lexicon import load
    >>> known = Known.of(load())
    >>> keys("غوتيريش", known).isdisjoint(keys("جوتيريس", known))
    False
    """
    return _keys(name, known, kind, surely)


@lru_cache(_REMEMBERED)
def _keys(name: str, known: Known, kind: str, surely: bool) -> frozenset[str]:  # noqa: FBT001 - as it is cached
    words = parts(name, known)[:_LONGEST]
    if kind != "person":
        words = without_head(words, known) if kind == "place" else words
    if surely and len(words) == 1 and len(words[0].text) < SHORTEST_SPELLING:
        return frozenset({*_spelled(words[0], known), letters(name)})
    if kind == "person":
        return frozenset(_of_person(words, known, surely=surely) | {letters(name)})
    bones = "".join(skeleton(part.text) for part in words[:_WORDS])
    around = _around(bones or "".join(part.text for part in words))
    return frozenset(around | {_whole(words), letters(name)})


def _of_person(words: tuple[Part, ...], known: Known, *, surely: bool) -> set[str]:
    near = [_near(part, known) for part in words]
    if len(near) == 1:
        return {*near[0], _whole(words)}
    exact = [skeleton(part.text) or part.text for part in words]
    pairs = {
        " ".join(sorted((one, two)))
        for i, j in combinations(range(len(words)), 2)
        if not (surely and i and len(exact[0]) >= _SLIP_SHORTEST)  # never surely the same without the first word
        for first, second in ((near[i], (exact[j],)), ((exact[i],), near[j]))
        for one in first
        for two in second
    }
    return {*pairs, _whole(words)}


def _near(part: Part, known: Known) -> set[str]:
    """Return the keys of one word: its skeleton, what slips leave of it, and its Latin forms."""
    return {*_around(skeleton(part.text) or part.text), *_spelled(part, known)}


def _spelled(part: Part, known: Known) -> set[str]:
    """Return the skeleton of one word and its Latin forms."""
    latin = (form.lower() for form in known.latin.get(part.text).values())
    return {skeleton(part.text) or part.text, *latin}


def _whole(words: tuple[Part, ...]) -> str:
    """Return the skeleton of a name written together."""
    return skeleton("".join(part.text for part in words)) or "".join(part.text for part in words)


def _around(bones: str) -> set[str]:
    """Return a skeleton and what is left of it without one consonant."""
    if len(bones) < _SLIP_SHORTEST:
        return {bones}
    return {bones, *(bones[:i] + bones[i + 1 :] for i in range(len(bones)))}
