"""The words of the interface, in Arabic and English, and how days and numbers are written in them."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from importlib import resources

from babel.dates import format_date
from babel.numbers import format_decimal

ARABIC, ENGLISH = "ar", "en"
LANGUAGES = (ARABIC, ENGLISH)
_MONTH = 7  # characters of an ISO month
_DAY = 10  # characters of an ISO day


@dataclass(frozen=True, slots=True)
class Wording:
    """One language: its words by section and key."""

    language: str
    words: Mapping[str, Mapping[str, str]]

    @property
    def direction(self) -> str:
        """Return the direction of pages in this language."""
        return "rtl" if self.language == ARABIC else "ltr"

    def say(self, key: str, **values: object) -> str:
        """Return the words of a key such as `search.title`. Raises `KeyError` for an unknown one."""
        section, _, name = key.partition(".")
        return self.words[section][name].format(**values) if values else self.words[section][name]

    def kind(self, section: str, value: str | None) -> str:
        """Return the word for a value of the data; a value without one is shown as it is."""
        return "" if value is None else self.words[section].get(value, value)

    def day(self, value: str | None) -> str:
        """Return an ISO day or month, or the day of a moment, in words; any other value as it is."""
        return _day(value, self.language) if value else ""

    def number(self, value: float) -> str:
        """Return a number with its thousands marked."""
        return _number(value, self.language)


@lru_cache(4096)
def _day(value: str, language: str) -> str:
    try:
        if len(value) == _MONTH:
            return str(format_date(date.fromisoformat(f"{value}-01"), "MMMM y", locale=language))
        return str(format_date(date.fromisoformat(value[:_DAY]), "d MMMM y", locale=language))
    except ValueError:
        return value


@lru_cache(4096)
def _number(value: float, language: str) -> str:
    return str(format_decimal(value, locale=language))


@cache
def wording(language: str) -> Wording:
    """Return the words of a language of `LANGUAGES`."""
    data = resources.files("musnad.web") / "words" / f"{language}.toml"
    return Wording(language, tomllib.loads(data.read_text("utf-8")))


def preferred(accepted: str) -> str:
    """Return the language of `LANGUAGES` that an Accept-Language header names first, else Arabic.

    >>> preferred("fr, en-GB;q=0.8, ar;q=0.5")
    'en'
    """
    for part in accepted.split(","):
        language = part.split(";")[0].strip()[:2].lower()
        if language in LANGUAGES:
            return language
    return ARABIC
