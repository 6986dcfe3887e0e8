"""The words of an article as the events stage asks for them: by kind and token, verbs apart from nouns."""

from collections.abc import Sequence
from typing import NamedTuple

from musnad.lexicon import Hit, Hits

_ASKED = ("trigger", "support_verb", "status_word", "background", "demonym", "number_word")
_KNOWN = frozenset(
    {"trigger", "support_verb", "status_word", "demonym", "number_word", "particle", "weekday", "month", "day_word"}
    | {"day_noun", "function_word", "complementiser", "cue_preposition"}
)
_VERBAL = frozenset({"trigger", "support_verb", "status_word", "cue", "common_verb", "appearing"})
_ORDER = tuple(sorted(_VERBAL | set(_ASKED)))
_NOMINAL = frozenset({"trigger", "support_verb"})
NONE: tuple[Hit, ...] = ()
"""No word."""


class Particle(NamedTuple):
    """A word that builds clauses: what it does, tokens `[first, last)`, and the word itself."""

    part: str
    first: int
    last: int
    hit: Hit


class Words:
    """Lexicon words by token, indexed once: only the kinds that this stage asks for.

    `verbs` holds the tokens that may be finite verbs, with whether one is surely so (a present form); `nominal` those
    that are nouns of event too; `known` those that no unnamed noun phrase may hold. The others hold the words of a kind
    by the token at which they start, longest first.
    """

    __slots__ = (
        "backgrounds",
        "demonyms",
        "known",
        "nominal",
        "numbers",
        "states",
        "supports",
        "triggers",
        "verbs",
    )

    def __init__(self, hits: Hits) -> None:
        """Index the words, kind by kind."""
        self.verbs: dict[int, bool] = {}
        self.nominal: set[int] = set()
        self.known: set[int] = {token for kind in _KNOWN for token in hits.tokens(kind)}
        at: dict[str, dict[int, list[Hit]]] = {kind: {} for kind in _ASKED}
        for kind in _ORDER:
            found = hits.of(kind)
            if kind in _VERBAL:
                self._file(found, nominal=kind in _NOMINAL)
            if kind in at:
                by_token = at[kind]
                for hit in found:
                    first = hit.first
                    if first in by_token:
                        by_token[first].append(hit)
                    else:
                        by_token[first] = [hit]
        self.triggers, self.supports, self.states = at["trigger"], at["support_verb"], at["status_word"]
        self.backgrounds, self.demonyms, self.numbers = at["background"], at["demonym"], at["number_word"]

    def _file(self, found: Sequence[Hit], *, nominal: bool) -> None:
        for hit in found:
            form, first = hit.form, hit.first
            if form.pos == "verb":
                self.verbs[first] = self.verbs.get(first, False) or form.tense == "present"
            elif nominal and form.pos in {"masdar", "noun", "word"}:
                self.nominal.add(first)
