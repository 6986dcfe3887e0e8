"""Stems: what is left of a folded word without what is written onto it; a key to compare words, no analysis.

The article goes with whatever stands before it. A single letter goes from long words only: of a short one it is as
often the first of its own. A lam goes from any word, for where «to the» is written onto a word that begins with one,
nobody can tell whose it is («للقاح», «اللقاح»).
"""

from functools import lru_cache

from musnad.arabic import LAM, NOUN_PREFIXES, PRONOUN_ENDINGS, STATE_ENDINGS, has_article

SHORTEST = 3  # letters that a stem keeps
_LONG = 5  # letters that a stem keeps behind a single letter


def _longest_first(words: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


_DEFINITE = _longest_first(frozenset(prefix for prefix in NOUN_PREFIXES if has_article(prefix)))
_OTHER = _longest_first(frozenset(prefix for prefix in NOUN_PREFIXES if prefix and not has_article(prefix)))
_LAM = min(LAM, key=len)
_SUFFIXES = _longest_first(frozenset((*PRONOUN_ENDINGS, *STATE_ENDINGS)))


@lru_cache(1 << 16)
def stem(word: str) -> str:
    """Return the stem of a folded word or number; numbers are their own stems.

    >>> stem("42"), stem("abc")
    ('42', 'abc')
    >>> {stem(word) for word in ("للقاح", "اللقاح", "لقاح")}
    {'قاح'}
    """
    if word[:1].isdigit():
        return word
    bare = _without(word, _DEFINITE, SHORTEST)
    if bare == word:
        bare = _without(word, _OTHER, _LONG)
    while bare.startswith(_LAM) and len(bare) > SHORTEST:
        bare = bare[1:]
    for suffix in _SUFFIXES:
        if bare.endswith(suffix) and len(bare) - len(suffix) >= SHORTEST:
            return bare[: -len(suffix)]
    return bare


def _without(word: str, prefixes: tuple[str, ...], kept: int) -> str:
    for prefix in prefixes:
        if word.startswith(prefix) and len(word) - len(prefix) >= kept:
            return word[len(prefix) :]
    return word
