"""Pure functions on Arabic strings: folding, clitics, inflection. The only home of letters; knows no stage."""

from musnad.arabic.clitics import (
    ANY_PREFIX,
    ARTICLE,
    CONJUNCTIONS,
    NOUN_PREFIXES,
    PRONOUNS,
    VERB_PREFIXES,
    before_article,
    has_article,
)
from musnad.arabic.fold import Folded, fold, fold_word
from musnad.arabic.inflect import Inflected, is_full_dual, nisba, noun, verb

__all__ = [
    "ANY_PREFIX",
    "ARTICLE",
    "CONJUNCTIONS",
    "NOUN_PREFIXES",
    "PRONOUNS",
    "VERB_PREFIXES",
    "Folded",
    "Inflected",
    "before_article",
    "fold",
    "fold_word",
    "has_article",
    "is_full_dual",
    "nisba",
    "noun",
    "verb",
]
