"""musnad reads Arabic news and keeps every fact with its isnad: who said what, through whom it reached us."""

from musnad.api import open, read  # noqa: A004 - musnad.open(db) is how it reads
from musnad.errors import (
    FormatError,
    GoldError,
    GrammarError,
    InputError,
    LexiconError,
    MusnadError,
    RecordError,
)
from musnad.model import Article, Reading, Rejection, from_json, reading_to_json, rejection_to_json
from musnad.pipeline import Engine, start
from musnad.query import Collection, Question
from musnad.settings import Settings

__all__ = [
    "Article",
    "Collection",
    "Engine",
    "FormatError",
    "GoldError",
    "GrammarError",
    "InputError",
    "LexiconError",
    "MusnadError",
    "Question",
    "Reading",
    "RecordError",
    "Rejection",
    "Settings",
    "from_json",
    "open",
    "read",
    "reading_to_json",
    "rejection_to_json",
    "start",
]
