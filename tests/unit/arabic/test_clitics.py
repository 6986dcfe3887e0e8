"""Chains of proclitics: which there are, and what is left of them without the article."""

import pytest

from musnad.arabic import ANY_PREFIX, NOUN_PREFIXES, PRONOUNS, VERB_PREFIXES, before_article, has_article


@pytest.mark.parametrize("prefix", ["", "و", "ال", "وال", "بال", "فبال", "لل", "ولل", "كال", "ل"])
def test_before_nouns(prefix: str) -> None:
    assert prefix in NOUN_PREFIXES


@pytest.mark.parametrize("prefix", ["", "و", "س", "وس", "فس", "ل", "ول"])
def test_before_verbs(prefix: str) -> None:
    assert prefix in VERB_PREFIXES


@pytest.mark.parametrize("prefix", ["لال", "الب", "سال", "وو"])
def test_what_no_word_begins_with(prefix: str) -> None:
    assert prefix not in ANY_PREFIX


@pytest.mark.parametrize(
    ("prefix", "rest"), [("ال", ""), ("وال", "و"), ("بال", "ب"), ("لل", "ل"), ("ولل", "ول"), ("و", "و")]
)
def test_without_the_article(prefix: str, rest: str) -> None:
    assert before_article(prefix) == rest
    assert has_article(prefix) is (prefix != rest)


def test_every_definite_chain_is_a_chain_without_its_article() -> None:
    assert {before_article(prefix) for prefix in NOUN_PREFIXES} <= NOUN_PREFIXES
    assert "ها" in PRONOUNS
