"""Copies over a set of articles: index, pairs, groups, and the dispatch of every group.

Only articles that share text with others are read, for reading costs much more than finding.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from musnad.corpus.credit import credits_of
from musnad.corpus.direction import direction
from musnad.corpus.dispatches import Carrier, dispatch
from musnad.corpus.edits import edits
from musnad.corpus.groups import groups
from musnad.corpus.headlines import Told
from musnad.corpus.index import CopyIndex, Pair, Print
from musnad.corpus.passages import Words, overlap
from musnad.lexicon import Lexicon
from musnad.model import Article, Document, Reading
from musnad.model.copies import Copy, Dispatch

_CUT = 1000  # texts whose words are kept for the next pair

Read = Callable[[Article], Reading]


@dataclass(frozen=True, slots=True)
class Copies:
    """What was found: how many documents were looked at, the pairs that share text, the dispatches."""

    documents: int
    pairs: tuple[Pair, ...]
    dispatches: tuple[Dispatch, ...]


def key_of(article: Article) -> str:
    """Return the key of an article in this package: the id that its input gave it, else that of its document."""
    return article.id or Document.of(article).id


def indexed(articles: Mapping[str, Article]) -> CopyIndex:
    """Return an index of articles by key with the statistics of their set."""
    index = CopyIndex()
    for key, article in articles.items():
        index.add(key, Print.of(article))
    index.settle()
    return index


def find(articles: Mapping[str, Article], read: Read, lexicon: Lexicon, index: CopyIndex | None = None) -> Copies:
    """Return the copies among articles by key. The order of the articles does not matter."""
    chosen = indexed(articles) if index is None else index
    pairs = tuple(chosen.pairs())
    return Copies(len(articles), pairs, tuple(dispatches(pairs, chosen, articles, read, lexicon)))


def dispatches(
    pairs: Sequence[Pair], index: CopyIndex, articles: Mapping[str, Article], read: Read, lexicon: Lexicon
) -> Iterator[Dispatch]:
    """Yield the dispatches of documents that hang together by pairs, in the order of their members' keys.

    Those of one part that hangs together are the same whatever other parts there are.
    """
    cut = lru_cache(maxsize=_CUT)(lambda key: Words.of(articles[key]))
    worded = partial(shared_words, cut)
    readings: dict[str, Carrier] = {}
    for group in groups(pairs, index, worded):
        for key in group:
            if key not in readings:
                readings[key] = Carrier.of(key, read(articles[key]), lexicon)
        yield dispatch([readings[key] for key in group])


def shared_words(cut: Callable[[str], Words], pair: Pair) -> float:
    """Return the share of the shorter text's words that stands in shared passages."""
    found = overlap(cut(pair.first), cut(pair.second))
    return max(found.of_first, found.of_second)


def compare(first: Reading, second: Reading, read: Read, lexicon: Lexicon) -> Copy:
    """Return what two articles share, how the second differs from the first, and which was taken from which.

    Passages and shares are those of the bodies; a headline is told as an edit, and compared with its own text.
    """
    changed = edits(first, second, Told.of(first.article, second.article, read))
    shared = overlap(Words.body(first.article), Words.body(second.article))
    towards = direction((first, second), (credits_of(first, lexicon), credits_of(second, lexicon)), changed)
    return Copy(key_of(first.article), key_of(second.article), shared, towards, changed)
