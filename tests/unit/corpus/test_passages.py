"""Shared passages: as spans in both texts, and nothing that is only a phrase."""

import pytest

from musnad.corpus.fingerprints import fingerprints, packed, unpacked, words
from musnad.corpus.passages import Words, overlap
from musnad.model import Article, Reading

FIRST = "افتتحت بلدية وادي النخيل أمس حديقة عامة جديدة تضم ملعبا صغيرا ومكتبة للأطفال قرب النهر."
SECOND = "وأضافت البلدية أن الحديقة تبقى مفتوحة حتى منتصف الليل طوال أشهر الصيف."
OTHER = "ارتفع سعر التمر في أسواق المدينة القديمة بعد موسم قليل المطر بحسب التجار."


def test_a_passage_is_found_with_its_spans_whatever_stands_around_it() -> None:
    one, other = Article(f"{FIRST}\n{SECOND}"), Article(f"{OTHER} {SECOND}")
    found = overlap(Words.of(one), Words.of(other))
    (passage,) = found.passages
    assert words(passage.first.of(one.text)) == words(passage.second.of(other.text)) == words(SECOND)
    assert found.shared == len(words(SECOND)) == passage.words


def test_spelling_marks_and_vowel_signs_do_not_part_a_passage() -> None:
    other = FIRST.replace("أمس", "امس").replace("حديقة", "حَديقة").replace("قرب", "«قرب»")
    found = overlap(Words.of(Article(FIRST)), Words.of(Article(other)))
    assert found.of_first == found.of_second == 1.0
    assert len(found.passages) == 1


def test_a_few_other_words_stand_inside_a_passage_and_are_not_counted() -> None:
    other = FIRST.replace("جديدة تضم", "واسعة تضم")
    found = overlap(Words.of(Article(FIRST)), Words.of(Article(other)))
    assert len(found.passages) == 1
    assert found.shared == len(words(FIRST)) - 1


def test_a_phrase_of_the_language_is_no_passage() -> None:
    one, other = Article(f"{FIRST} طوال أشهر الصيف الماضي."), Article(f"{OTHER} طوال أشهر الصيف الماضي.")
    assert overlap(Words.of(one), Words.of(other)).passages == ()


def test_no_word_of_a_text_is_shared_twice() -> None:
    found = overlap(Words.of(Article(f"{SECOND} {SECOND}")), Words.of(Article(SECOND)))
    assert found.shared == len(words(SECOND))
    assert found.of_second == 1.0


def test_a_passage_that_repeats_itself_is_matched_in_its_order() -> None:
    text = f"{SECOND} {FIRST} {SECOND} {OTHER}"
    found = overlap(Words.of(Article(text)), Words.of(Article(text)))
    assert [(p.first, p.second) for p in found.passages] == [(p.first, p.first) for p in found.passages]
    assert found.of_first == 1.0


def test_the_body_is_what_stands_behind_the_title(readings: dict[str, Reading]) -> None:
    article = readings["copy-full"].article
    body = Words.body(article)
    assert article.title_span is not None
    assert body.starts[0] >= article.title_span.end
    assert len(Words.of(article).norms) - len(body.norms) == len(words(article.title or ""))


def test_the_words_of_fingerprints_are_the_words_of_passages(examples: dict[str, Article]) -> None:
    for article in examples.values():
        assert list(Words.of(article).norms) == words(article.text)


def test_ten_shared_words_leave_a_shared_fingerprint() -> None:
    shared = words(FIRST)[:10]
    one, other = words(OTHER) + shared + words(SECOND), words(SECOND) + shared + words(OTHER)
    around = fingerprints(words(OTHER)) | fingerprints(words(SECOND))
    assert (fingerprints(one) & fingerprints(other)) - around


def test_fingerprints_survive_a_store() -> None:
    found = fingerprints(words(f"{FIRST} {SECOND} {OTHER}"))
    assert unpacked(packed(found)) == found
    assert packed(found) == packed(sorted(found, reverse=True))
    with pytest.raises(ValueError, match="bytes"):
        unpacked(packed(found)[:-3])


def test_texts_of_less_than_three_words_have_no_fingerprint() -> None:
    assert fingerprints(words("خبر عاجل")) == frozenset()
    assert len(fingerprints(words("هذا خبر عاجل"))) == 1
