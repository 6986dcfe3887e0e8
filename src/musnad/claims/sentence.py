"""The plain Arabic sentence that says what stands behind a claim: so many articles, copies, origins, routes."""

from musnad.lexicon import Entry, Lexicon

_TWO, _FEW, _HUNDRED = 2, 10, 100


def sentence(articles: int, copies: int, origins: tuple[int, int], routes: tuple[int, int], lexicon: Lexicon) -> str:
    """Return the numbers in words, intervals as the least and the most; no word of copies where there are none."""
    signs = lexicon.entry("number_signs.arabic")
    counts = [("article", (articles, articles)), ("copy", (copies, copies)), ("origin", origins), ("route", routes)]
    parts = [
        counted(lexicon.entry(f"counted.{what}"), *numbers, signs)
        for what, numbers in counts
        if what != "copy" or numbers[1]
    ]
    return signs.text("comma").join(parts)


def counted(noun: Entry, least: int, most: int, signs: Entry) -> str:
    """Return a number, or a least and a most, with its noun in the form that the number asks for."""
    if least == most and 1 <= most <= _TWO:
        return noun.text("one" if most == 1 else "two")
    rest = most % _HUNDRED
    form = "few" if 3 <= rest <= _FEW or most <= _TWO else "many" if rest > _FEW else "hundred"  # noqa: PLR2004
    shown = (
        _digits(most, signs) if least == most else _digits(least, signs) + signs.text("range") + _digits(most, signs)
    )
    return f"{shown} {noun.text(form)}"


def _digits(number: int, signs: Entry) -> str:
    digits = signs.text("digits")
    return "".join(digits[int(each)] for each in str(number))
