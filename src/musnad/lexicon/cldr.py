"""Names from the Unicode CLDR, taken through Babel when the lexicon is compiled."""

from musnad.errors import LexiconError


def territory(code: str) -> str:
    """Return the Arabic name of a territory (ISO 3166 alpha-2). Raises `LexiconError` for an unknown code."""
    from babel import Locale  # noqa: PLC0415 - 50 ms that only a compilation needs, not every start

    name = Locale("ar").territories.get(code)
    if not isinstance(name, str):
        message = f"CLDR knows no territory {code!r}"
        raise LexiconError(message)
    return name
