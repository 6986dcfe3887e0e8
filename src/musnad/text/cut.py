"""Build the `Units` of an article: fold, tokenise, split into sentences, pair quotation marks."""

from musnad.arabic import fold
from musnad.model import Article, Units
from musnad.text.quotes import pair
from musnad.text.sentences import split
from musnad.text.tokens import tokenise
from musnad.text.wrapped import unwrapped


def cut(article: Article) -> Units:
    """Return the units of an article. Every span points into `article.text`, whatever the input.

    >>> units = cut(Article("قال: «نعم»."))
    >>> [units.surface(i, i + 1) for i in range(len(units))]
    ['قال', ':', '«', 'نعم', '»', '.']
    """
    text = unwrapped(article.text)
    folded = fold(text)
    tokens = tokenise(folded, len(text))
    sentences = split(text, tokens)
    sentence_of: list[int] = []
    for i, sent in enumerate(sentences):
        sentence_of += [i] * (sent.last - sent.first)
    return Units(
        text=text,
        title=article.title_span,
        folded=folded.text,
        origins=folded.origins,
        starts=tokens.starts,
        ends=tokens.ends,
        folded_starts=tokens.folded_starts,
        norms=tokens.norms,
        sentences=sentences,
        sentence_of=tuple(sentence_of),
        quotes=pair(text),
    )
