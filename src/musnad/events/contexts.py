"""What the sentences of an article are about."""

from collections import defaultdict
from collections.abc import Mapping

from musnad.lexicon import TOPICS, Hits
from musnad.model import Units

_TOPICS = frozenset({"sport", "culture"})  # contexts that can be those of an article
_FEWEST, _SHARE = 2, 0.35  # sentences about a topic, in number and part, that make an article one about it
_WORDS = 3  # different words of a topic in such an article
_SIGNS = 2  # different words of a context that have other senses too


class Contexts:
    """The contexts of tokens, `at`, of sentences by their number, `told`, and of the article as a whole, `topic`.

    A word with other senses («race», «representative», «book») tells its context only beside another one of it.
    """

    __slots__ = ("at", "told", "topic")

    def __init__(self, units: Units, hits: Hits) -> None:
        """File the words of contexts under their sentences."""
        self.at: dict[int, frozenset[str]] = {}
        sure: defaultdict[int, set[str]] = defaultdict(set)
        words: defaultdict[int, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        known: dict[str, tuple[str, bool]] = {}  # what an entry says, which has a dozen words in an article
        for token, form in hits.forms(TOPICS):
            entry, number = form.entry, units.sentence_of[token]
            if entry.id not in known:
                known[entry.id] = entry.text("context"), entry.flag("weak")
            context, weak = known[entry.id]
            self.at[token] = self.at.get(token, frozenset()) | {context}
            if not weak:
                sure[number].add(context)
            if weak or context in _TOPICS:
                words[number][context].add(form.pattern)
        for number, by_context in words.items():
            sure[number].update([context for context, signs in by_context.items() if len(signs) >= _SIGNS])
        self.topic = frozenset(context for context in _TOPICS if _is_topic(context, words, len(units.sentences)))
        self.told = {number: self.topic.union(contexts) for number, contexts in sure.items()}

    def of(self, sentence: int) -> frozenset[str]:
        """Return what a sentence is about."""
        return self.told.get(sentence, self.topic)


def _is_topic(context: str, words: Mapping[int, Mapping[str, set[str]]], sentences: int) -> bool:
    """Say whether a good part of the sentences is about a context."""
    signs = [by_context[context] for by_context in words.values() if context in by_context]
    many = len(signs) >= max(_FEWEST, _SHARE * sentences)
    return many and len(set().union(*signs)) >= _WORDS
