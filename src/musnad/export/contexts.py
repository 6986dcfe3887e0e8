"""The PLOVER contexts of an event: what it is about beside its type, by the words of the sentence that tells it.

Every context has words and phrases as data. One of them in the sentence gives the context, and is its evidence. Words
are compared folded, with what may be written before a noun taken off; an article that the data writes must be there.
"""

from collections import defaultdict
from collections.abc import Sequence

from musnad.arabic import NOUN_PREFIXES, fold_word
from musnad.lexicon import Lexicon

_SHORTEST = 2  # letters that are left of a word when something is taken off


class Contexts:
    """The contexts that the data files define, ready to be looked for."""

    __slots__ = ("_phrases",)

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the words of every context."""
        self._phrases: defaultdict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for entry in lexicon.of_kind("plover_context"):
            name = entry.id.split(".", 1)[1]
            for words in entry.texts("words"):
                first, *rest = (fold_word(word) for word in words.split())
                self._phrases[first].append(((first, *rest), name))

    def of(self, norms: Sequence[str]) -> dict[str, tuple[int, int]]:
        """Return the contexts of a sentence of folded tokens by name, in order: each with its first words `[from, to)`.

        Where several words say one context, the first in the sentence are its evidence, of these the longest.
        """
        bare = [_bare(norm) for norm in norms]
        found: dict[str, tuple[int, int]] = {}
        for at, forms in enumerate(bare):
            here = [each for form in forms for each in self._phrases.get(form, ())]
            for words, name in sorted(here, key=lambda each: -len(each[0])):
                end = at + len(words)
                fits = all(word in beside for word, beside in zip(words, bare[at:end], strict=False))
                if name not in found and end <= len(norms) and fits:
                    found[name] = (at, end)
        return dict(sorted(found.items()))


def _bare(norm: str) -> frozenset[str]:
    """Return what a folded token may be without what is written before it."""
    return frozenset(
        norm[len(prefix) :]
        for prefix in NOUN_PREFIXES
        if norm.startswith(prefix) and (not prefix or len(norm) - len(prefix) >= _SHORTEST)
    )
