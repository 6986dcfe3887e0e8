"""What the sentences of an article are about."""

from musnad.lexicon import Hits
from musnad.model import Units

_TOPICS = frozenset({"sport", "culture"})  # contexts that can be those of an article
_FEWEST, _SHARE = 2, 0.35  # sentences about a topic, in number and part, that make an article one about it
_WORDS = 3  # different words of a topic in such an article
_SIGNS = 2  # different words of a context that have other senses too


class Contexts:
    """The contexts of sentences by their number, `told`, and those of the article as a whole, `topic`.

    A word with other senses («race», «representative», «book») tells its context only beside another one of it.
    """

    __slots__ = ("told", "topic")

    def __init__(self, units: Units, hits: Hits) -> None:
        """File the words of contexts under their sentences."""
        sure: dict[int, set[str]] = {}
        words: dict[int, dict[str, set[str]]] = {}
        for token in hits.tokens("context"):
            number = units.sentence_of[token]
            for hit in hits.at(token, "context"):
                entry = hit.entry
                context, weak = entry.text("context"), entry.flag("weak")
                if not weak:
                    sure.setdefault(number, set()).add(context)
                if weak or context in _TOPICS:
                    words.setdefault(number, {}).setdefault(context, set()).add(hit.form.pattern)
        for number, by_context in words.items():
            signed = (context for context, signs in by_context.items() if len(signs) >= _SIGNS)
            sure.setdefault(number, set()).update(signed)
        self.topic = frozenset(context for context in _TOPICS if _is_topic(context, words, len(units.sentences)))
        self.told = {number: self.topic.union(contexts) for number, contexts in sure.items()}

    def of(self, sentence: int) -> frozenset[str]:
        """Return what a sentence is about."""
        return self.told.get(sentence, self.topic)


def _is_topic(context: str, words: dict[int, dict[str, set[str]]], sentences: int) -> bool:
    """Say whether a good part of the sentences is about a context."""
    signs = [by_context[context] for by_context in words.values() if context in by_context]
    many = len(signs) >= max(_FEWEST, _SHARE * sentences)
    return many and len(set().union(*signs)) >= _WORDS
