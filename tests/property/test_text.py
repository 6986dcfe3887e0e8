"""Whatever the input, spans point at the original text and nothing is lost."""

from hypothesis import given, settings
from hypothesis import strategies as st

from musnad import times
from musnad.arabic import fold
from musnad.lexicon import match
from musnad.model import Article, Published, Units
from musnad.pipeline import default_engine
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


WORDS = (
    "اليوم الثلاثاء 17 أيلول/ سبتمبر الجاري وقال الرئيس الروسي للكرملين مساءَ أمــس بإيران ﻷن ١٤ الساعة 10:30".split()
)
sentences = st.lists(st.one_of(st.sampled_from(WORDS), st.text(st.sampled_from(NAUGHTY), max_size=4)), max_size=25)
gaps = st.sampled_from([" ", "", "\u200f ", " \u202b", "\u0640", "\u064e", "\n", "  "])


@settings(max_examples=200, deadline=None)
@given(sentences, gaps)
def test_words_and_times_are_found_where_they_stand(parts: list[str], gap: str) -> None:
    text = gap.join(parts)
    units = cut(Article(text))
    hits = match(units, default_engine().lexicon)
    for hit in hits.all:
        assert units.starts[hit.first] <= hit.start < hit.end <= units.ends[hit.last - 1]
        assert fold(text[hit.start : hit.end]).text.strip()
    published = Published("2021-09-14", "given")
    last = 0
    for expression in times.read(Article(text, published=published), units, hits)[1]:
        assert last <= expression.span.start < expression.span.end <= len(text)
        last = expression.span.end


@settings(max_examples=100, deadline=None)
@given(sentences)
def test_marks_that_folding_drops_change_no_word(parts: list[str]) -> None:
    plain = " ".join(parts)
    marked = "".join(c + "\u0640" if c.isalpha() else c for c in plain)
    found = [
        [
            (hit.entry.id, hit.first, hit.prefix, hit.suffix)
            for hit in match(cut(Article(t)), default_engine().lexicon).all
        ]
        for t in (plain, marked)
    ]
    assert found[0] == found[1]
