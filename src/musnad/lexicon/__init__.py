"""Load, validate, index and match the data files. Knows no word of any language."""

from musnad.lexicon.days import stretch
from musnad.lexicon.entries import Entry
from musnad.lexicon.load import load
from musnad.lexicon.match import TOPICS, Hit, Hits, match
from musnad.lexicon.metonyms import Meant, stands_for
from musnad.lexicon.records import Form, Lexicon, Override
from musnad.lexicon.schema import FieldSchema, KindSchema

__all__ = [
    "TOPICS",
    "Entry",
    "FieldSchema",
    "Form",
    "Hit",
    "Hits",
    "KindSchema",
    "Lexicon",
    "Meant",
    "Override",
    "load",
    "match",
    "stands_for",
    "stretch",
]
