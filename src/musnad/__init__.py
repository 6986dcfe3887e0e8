"""musnad reads Arabic news and keeps every fact with its isnad: who said what, through whom it reached us."""

from musnad.api import read
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
from musnad.settings import Settings

__all__ = [
    "Article",
    "Engine",
    "FormatError",
    "GoldError",
    "GrammarError",
    "InputError",
    "LexiconError",
    "MusnadError",
    "Reading",
    "RecordError",
    "Rejection",
    "Settings",
    "from_json",
    "read",
    "reading_to_json",
    "rejection_to_json",
    "start",
]
