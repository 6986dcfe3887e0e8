"""musnad reads Arabic news and keeps every fact with its isnad: who said what, through whom it reached us."""

from importlib import import_module
from typing import TYPE_CHECKING

from musnad.api import corroborate, open, read  # noqa: A004 - musnad.open(db) is how it reads
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

if TYPE_CHECKING:
    from musnad.query import Collection, Question

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
    "corroborate",
    "from_json",
    "open",
    "read",
    "reading_to_json",
    "rejection_to_json",
    "start",
]


def __getattr__(name: str) -> object:
    """Return what asks a collection, imported when it is first asked for: reading articles needs no database."""
    if name in {"Collection", "Question"}:
        return getattr(import_module("musnad.query"), name)
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
