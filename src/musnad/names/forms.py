"""Latin forms of the parts of names: those that are listed, and those that known people and places teach.

A part is learned when it is first asked for, from the names that hold it. To learn from all known people before the
first name is written takes as long as reading twenty articles.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from heapq import merge
from itertools import repeat
from typing import Any

from musnad.arabic import ARTICLE, fold_word
from musnad.arabic.sounds import latin_classes
from musnad.lexicon import Lexicon

PEOPLE = ("public_person",)
_LANDS = ("country", "place", "organisation")
_LISTED, _LEARNED, _PLACE = "latin_form", "learned", "place"
_ARTICLES, _ARTICLE_LETTERS = ("al-", "el-"), 3
_PARTICLE = 2  # letters of particles such as «دي»
_CLASSES = str.maketrans("cqgjxzpvwfdmy", "kkkkssbbbbtni")
_CONSONANTS = frozenset("kstbnlrh")
_UNLIKE = 2  # consonants; «sch», «th» write one sound in several letters
_NONE: Mapping[str, str] = {}


class LatinForms:
    """Latin forms of parts of names by their origin: those of `latin_form`, "learned" from people, "place".

    `common` holds the given names that so many bear that they tell little.
    """

    __slots__ = ("_links", "_listed", "_names", "_places", "_with", "common")

    def __init__(self, lexicon: Lexicon, links: Mapping[str, object]) -> None:
        """Index the lexicon; parts that only tie others together (`links`) are not learned."""
        self._links = links
        self._listed: dict[str, dict[str, str]] = {}
        common = set()
        for word, origin, form, tells_little in _rows(lexicon, _LISTED, "word", "origin", "latin", "common"):
            self._listed.setdefault(word, {}).setdefault(origin, form)
            if tells_little:
                common.add(word)
        self.common = frozenset(common)
        self._names = [pair for kind in PEOPLE for pair in _rows(lexicon, kind, "", "latin")]
        self._with: dict[str, list[int]] = {}  # which names hold a word, in order
        for number, (name, _) in enumerate(self._names):
            for word in name.split():
                self._with.setdefault(word, []).append(number)
        self._places: dict[str, str] = {}
        for kind in _LANDS:
            for word, form, ambiguous in _rows(lexicon, kind, "", "latin", "ambiguous"):
                if form and " " not in word + form and not ambiguous:
                    self._places.setdefault(word, form)

    def get(self, part: str) -> Mapping[str, str]:
        """Return the forms of a folded part by origin, the listed ones first; nothing where none is known."""
        listed, place, learned = self._listed.get(part, _NONE), self._places.get(part), self._learned(part)
        if learned is None and place is None:
            return listed
        told = {_LEARNED: learned, _PLACE: place}
        return {**listed, **{origin: form for origin, form in told.items() if form is not None}}

    def __contains__(self, part: str) -> bool:
        """Say whether any form of a part is known."""
        return part in self._listed or part in self._places or self._learned(part) is not None

    def _learned(self, part: str) -> str | None:
        """Return the form that the first known person teaches whose name holds a part, with or without article."""
        if len(part) <= _PARTICLE or part in self._links:
            return None
        for number in merge(self._with.get(part, ()), self._with.get(ARTICLE + part, ())):
            for bare, form in _taught(*self._names[number]):
                if bare == part and form[:1].isupper() and _sounds_so(bare, form):
                    return form
        return None


def _rows(lexicon: Lexicon, kind: str, word: str, *fields: str) -> Iterator[tuple[Any, ...]]:
    """Yield of every entry of a kind one word (a field, or "" for the headword), folded, and some fields."""
    for table in lexicon.entries.tables(kind):
        words = table.columns[word] if word else table.headwords
        # Folding all words at once takes a tenth of the time of one by one.
        folded = fold_word("\n".join(map(str, words))).split("\n")
        columns = (table.columns.get(field, repeat(None)) for field in fields)
        yield from zip(folded, *columns, strict=False)


def _taught(name: str, written: str | None) -> Iterator[tuple[str, str]]:
    """Yield the parts of a known name with their Latin forms, if it has as many words in both."""
    words, parts = name.split(), (written or "").split()
    if len(words) != len(parts):
        return
    for word, part in zip(words, parts, strict=True):
        if word.startswith(ARTICLE) and part.lower().startswith(_ARTICLES):
            yield word.removeprefix(ARTICLE), part[_ARTICLE_LETTERS:]
        else:
            yield word, part


def _sounds_so(word: str, form: str) -> bool:
    """Say whether a Latin form can be that of a word: consonants that begin alike, about as many."""
    mine = latin_classes(word)
    plain = unicodedata.normalize("NFD", form.lower()).translate(_CLASSES)
    theirs = "".join([letter for letter in plain if letter in _CONSONANTS])
    return mine[:1] == theirs[:1] and abs(len(mine) - len(theirs)) <= _UNLIKE
