"""Pure functions on Arabic strings: folding, clitics, inflection. The only home of letters; knows no stage."""

from musnad.arabic.clitics import (
    AND,
    ANY_PREFIX,
    ARTICLE,
    BA,
    BARE,
    BEFORE_NAMES,
    CONJUNCTIONS,
    FUTURE,
    JOINED,
    LAM,
    NOUN_PREFIXES,
    PRESENT_STARTS,
    PRONOUNS,
    SUFFIX_AGREEMENT,
    VERB_PREFIXES,
    before_article,
    has_article,
)
from musnad.arabic.fold import Folded, fold, fold_word
from musnad.arabic.inflect import Inflected, is_full_dual, nisba, noun, verb
from musnad.arabic.letters import ARABIC_LETTER

__all__ = [
    "AND",
    "ANY_PREFIX",
    "ARABIC_LETTER",
    "ARTICLE",
    "BA",
    "BARE",
    "BEFORE_NAMES",
    "CONJUNCTIONS",
    "FUTURE",
    "JOINED",
    "LAM",
    "NOUN_PREFIXES",
    "PRESENT_STARTS",
    "PRONOUNS",
    "SUFFIX_AGREEMENT",
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
