"""Units: an article cut into tokens, sentences, paragraphs and quotations, once, for all stages.

Tokens are kept as parallel tuples (a token is an index), because every stage walks over them.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from musnad.model.spans import Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: code points `[start, end)`, tokens `[first, last)`, and the number of its paragraph (title = 0)."""

    start: int
    end: int
    first: int
    last: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Quote:
    """A pair of quotation marks: `[start, end)` with the marks, `[inner_start, inner_end)` without.

    `closed` is False where the closing mark is missing and the end is that of the paragraph.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    mark: str
    closed: bool


@dataclass(frozen=True, slots=True)
class Units:
    """The text of an article, cut.

    `norms[i]` is the folded form of token `i` (a word, a number or one punctuation mark); `starts[i]`, `ends[i]` are
    code points of `text`. `folded` is the whole folded text, `folded_starts[i]` where token `i` starts in it, and
    `origins` maps each code point of `folded` to `text` (None where the two correspond one to one).
    """

    text: str
    title: Span | None
    folded: str
    origins: Sequence[int] | None
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    folded_starts: tuple[int, ...]
    norms: tuple[str, ...]
    sentences: tuple[Sentence, ...]
    sentence_of: tuple[int, ...]
    quotes: tuple[Quote, ...]

    def __len__(self) -> int:
        """Return the number of tokens."""
        return len(self.norms)

    def is_word(self, i: int) -> bool:
        """Say whether token `i` is a word or a number rather than a mark."""
        return self.norms[i][0].isalnum()

    def origin(self, at: int) -> int:
        """Return the offset in `text` of offset `at` in `folded`."""
        if self.origins is None:
            return at
        return self.origins[at] if at < len(self.origins) else len(self.text)

    def span(self, first: int, last: int) -> Span:
        """Return the span in `text` of tokens `[first, last)`."""
        return Span(self.starts[first], self.ends[last - 1])

    def surface(self, first: int, last: int) -> str:
        """Return the text of tokens `[first, last)` as it stands in the article."""
        return self.text[self.starts[first] : self.ends[last - 1]]

    def token_at(self, offset: int) -> int:
        """Return the token that holds code point `offset` of `text`, else the next one (may be `len(self)`)."""
        return bisect_right(self.ends, offset)

    def tokens_of(self, start: int, end: int) -> tuple[int, int]:
        """Return the tokens `[first, last)` that overlap code points `[start, end)` of `text`."""
        return bisect_right(self.ends, start), bisect_left(self.starts, end)

    def sentence(self, token: int) -> Sentence:
        """Return the sentence that holds a token."""
        return self.sentences[self.sentence_of[token]]
