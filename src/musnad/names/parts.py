"""The parts of a name: its words, folded, without article, with what ties each to the one before."""

import re
from functools import lru_cache
from typing import NamedTuple

from musnad.arabic import ARTICLE, fold_word
from musnad.names.known import Known

_WORD = re.compile(r"\w+")
_SHORTEST = 3  # letters behind an article


class Part(NamedTuple):
    """One part: `text` without article; `tie` is "descent" behind «بن», "house" behind «آل», else nothing."""

    text: str
    article: bool = False
    tie: str = ""


@lru_cache(1 << 16)
def parts(name: str, known: Known) -> tuple[Part, ...]:
    """Return the parts of a name; halves that newspapers write joined or apart are one («عبد العزيز», «نور الدين»)."""
    words = _WORD.findall(fold_word(name))
    found: list[Part] = []
    tie = head = ""
    for i, word in enumerate(words):
        role, plain = known.links.get(word, ("", word))
        more = i + 1 < len(words)
        if role in {"descent", "house"} and more:
            tie = role
        elif role == "joined" and more:
            head += plain
        elif role == "tail" and found and not head and not tie:
            found[-1] = found[-1]._replace(text=found[-1].text + word)
        else:
            found.append(_part(head, word, tie))
            tie = head = ""
    return tuple(found)


def _part(head: str, word: str, tie: str) -> Part:
    if head:
        return Part(head + word, tie=tie)
    if word.startswith(ARTICLE) and len(word) >= len(ARTICLE) + _SHORTEST:
        return Part(word[len(ARTICLE) :], article=True, tie=tie)
    return Part(word, tie=tie)


@lru_cache(1 << 16)
def letters(name: str) -> str:
    """Return the letters of a name, folded, whatever stands between them."""
    return "".join(letter for letter in fold_word(name) if letter.isalnum())


def without_head(name: tuple[Part, ...], known: Known) -> tuple[Part, ...]:
    """Return the name of a place without «city», «province» and the like before it."""
    return name[1:] if len(name) > 1 and is_head(name[0], known) else name


def is_head(part: Part, known: Known) -> bool:
    """Say whether a part only says what the place is that is named behind it."""
    return not part.article and known.links.get(part.text, ("",))[0] == "settled"
