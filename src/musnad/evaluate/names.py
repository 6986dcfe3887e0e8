"""When two forms of a name count as one name: for scoring only, deliberately simple.

Both sides are folded; honorifics are left aside; one form must hold all words of the other.
"""

import re
import tomllib
from functools import cache
from importlib import resources

from musnad.arabic import fold_word

JOINT = " + "
"""Between the names of two speakers of one statement."""

_WORD = re.compile(r"\w+")


@cache
def _honorifics() -> frozenset[str]:
    text = (resources.files("musnad.evaluate") / "honorifics.toml").read_text("utf-8")
    return frozenset(fold_word(word) for word in tomllib.loads(text)["words"])


def _words(name: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold_word(name)))


def same_name(one: str, other: str) -> bool:
    """Say whether two forms are one name. Nothing is the same as an empty name.

    >>> same_name("الرئيس الروسي، فلاديمير بوتين", "فلاديمير بوتين")
    True
    >>> same_name("فلاديمير بوتين", "إبراهيم رئيسي")
    False
    """
    first, second = _words(one), _words(other)
    if not first or not second:
        return False
    if first == second:
        return True
    held = sorted((_core(first), _core(second)), key=len)
    return set(held[0]) <= set(held[1])


def same_names(one: str, other: str) -> bool:
    """Say whether two names, each possibly of several speakers joined by " + ", stand for the same speakers."""
    first = [part for part in one.split(JOINT) if part]
    second = [part for part in other.split(JOINT) if part]
    return len(first) == len(second) and all(any(same_name(a, b) for b in second) for a in first)


def _core(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words without honorifics, or all where nothing else is left."""
    return tuple(word for word in words if word not in _honorifics()) or words
