"""Load, validate, index and match the data files. Knows no word of any language."""

from musnad.lexicon.load import load
from musnad.lexicon.match import Hit, Hits, match
from musnad.lexicon.records import Entry, Form, Lexicon
from musnad.lexicon.schema import FieldSchema, KindSchema

__all__ = ["Entry", "FieldSchema", "Form", "Hit", "Hits", "KindSchema", "Lexicon", "load", "match"]
