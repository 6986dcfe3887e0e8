"""Whatever the input, spans point at the original text and nothing is lost."""

from hypothesis import given, settings
from hypothesis import strategies as st

from musnad.arabic import fold
from musnad.model import Article, Units
from musnad.text import cut

NAUGHTY = (
    "قال«»“”\"'‘’„…\u064b\u064f\u0651\u0640\u200f\u202e\u2067\u2069\ufeff"
    "\ufefb\ufdf2\ufdfa٣٫٥۱2.,،؛؟! \n\r\t\u2028\x00\ud800أإآىةؤئءپگ😀a"
)
texts = st.text(st.one_of(st.sampled_from(NAUGHTY), st.characters()), max_size=200)


@given(texts)
def test_folding_keeps_a_map_to_the_original(text: str) -> None:
    folded = fold(text)
    if folded.origins is None:
        assert len(folded.text) == len(text)
        return
    assert len(folded.origins) == len(folded.text)
    assert list(folded.origins) == sorted(folded.origins)
    assert all(0 <= at < len(text) for at in folded.origins)


@given(texts)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


def check(units: Units, text: str) -> None:
    assert units.text == text
    last = 0
    for start, end in zip(units.starts, units.ends, strict=True):
        assert last <= start < end <= len(text)
        last = end
    covered = [i for s in units.sentences for i in range(s.first, s.last)]
    assert covered == list(range(len(units)))
    assert len(units.sentence_of) == len(units)
    for sent in units.sentences:
        assert units.starts[sent.first] == sent.start
        assert units.ends[sent.last - 1] == sent.end
        assert "\n" not in text[sent.start : sent.end]
    for quote in units.quotes:
        assert 0 <= quote.start < quote.inner_start < quote.inner_end <= quote.end <= len(text)
        assert text[quote.start] == quote.mark


@settings(max_examples=300)
@given(texts)
def test_units_point_into_the_text_whatever_it_is(text: str) -> None:
    check(cut(Article(text)), text)


@given(texts)
def test_every_letter_and_digit_belongs_to_a_token(text: str) -> None:
    units = cut(Article(text))
    inside = {at for start, end in zip(units.starts, units.ends, strict=True) for at in range(start, end)}
    missed = [c for at, c in enumerate(text) if c.isalnum() and at not in inside]
    assert not [c for c in missed if fold(c).text and not fold(c).text.isspace()]


@given(texts)
def test_token_at_finds_the_token_that_holds_an_offset(text: str) -> None:
    units = cut(Article(text))
    for i, (start, end) in enumerate(zip(units.starts, units.ends, strict=True)):
        assert units.token_at(start) == i
        assert units.token_at(end - 1) == i
        assert units.tokens_of(start, end) == (i, i + 1)
