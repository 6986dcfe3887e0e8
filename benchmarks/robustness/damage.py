"""Ways in which a text can be damaged, each a function of a text and a source of chance.

The same seed damages a text in the same way. `KEPT` are those after which the sentences that were not touched must be
read as before.
"""

from collections.abc import Callable, Mapping
from random import Random

Damage = Callable[[str, Random], str]

BIDI = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c"
OTHER = "aZéπЖ中あ한א😀𝔄\u0301"
NULLS = "\x00\x01\x08\x7f\ufffd\ufeff\ud800"
LOOKALIKES = {"\u064a": "\u06cc", "\u0643": "\u06a9", "\u0647": "\u06c1", "\u0627": "\u0671", "\u0648": "\u06c6"}


def truncate(text: str, chance: Random) -> str:
    """Cut off the end anywhere."""
    return text[: chance.randrange(1, len(text) + 1)]


def behead(text: str, chance: Random) -> str:
    """Cut off the beginning anywhere."""
    return text[chance.randrange(len(text)) :]


def shuffle(text: str, chance: Random) -> str:
    """Put the paragraphs in another order."""
    lines = text.split("\n")
    chance.shuffle(lines)
    return "\n".join(lines)


def drop(text: str, chance: Random) -> str:
    """Lose one letter in twenty."""
    return "".join(c for c in text if chance.random() > 0.05 or not c.isalpha()) or "x"  # noqa: PLR2004 - one in twenty


def mix(text: str, chance: Random) -> str:
    """Write letters of other scripts, and look-alikes of other keyboards, among the Arabic ones."""
    return "".join(_mixed(c, chance) for c in text)


def _mixed(letter: str, chance: Random) -> str:
    if chance.random() < 0.2:  # noqa: PLR2004 - one in five that has a look-alike
        letter = LOOKALIKES.get(letter, letter)
    return letter + chance.choice(OTHER) if chance.random() < 0.02 else letter  # noqa: PLR2004 - one in fifty


def repeat(text: str, chance: Random) -> str:
    """Say a piece over and over again, as a broken template does."""
    start = chance.randrange(len(text))
    return text[:start] + text[start : start + chance.randrange(1, 40)] * 30 + text[start:]


def bidi(text: str, chance: Random) -> str:
    """Put marks of direction anywhere, unbalanced."""
    return _sprinkled(text, BIDI, chance)


def nulls(text: str, chance: Random) -> str:
    """Put null bytes and other characters that no text holds anywhere."""
    return _sprinkled(text, NULLS, chance)


def marks(text: str, chance: Random) -> str:
    """Put quotation marks and brackets anywhere, unbalanced."""
    return _sprinkled(text, "«»“”\"'()[]{}:،؛…", chance)


def joined(text: str, chance: Random) -> str:
    """Lose one space in ten, and every end of a line."""
    return "".join(c for c in text.replace("\n", " ") if c != " " or chance.random() > 0.1)  # noqa: PLR2004 - one in ten


def foreign_end(text: str, chance: Random) -> str:
    """Add a paragraph of another language behind the text: nothing before it is touched."""
    words = " ".join(chance.choice(("lorem", "ipsum", "2021", "мир", "שלום")) for _ in range(chance.randrange(5, 60)))
    return f"{text}\n\n{words}.\n"


def null_end(text: str, chance: Random) -> str:
    """Add null bytes and marks of direction behind the text: nothing before them is touched."""
    return f"{text}\n\n" + "".join(chance.choice(BIDI + NULLS) for _ in range(40))


def _sprinkled(text: str, what: str, chance: Random) -> str:
    return "".join(c + chance.choice(what) if chance.random() < 0.03 else c for c in text)  # noqa: PLR2004 - 3 in 100


DAMAGES: Mapping[str, Damage] = {
    damage.__name__: damage
    for damage in (
        truncate,
        behead,
        shuffle,
        drop,
        mix,
        repeat,
        bidi,
        nulls,
        marks,
        joined,
        foreign_end,
        null_end,
    )
}

KEPT = ("foreign_end", "null_end")
"""Nothing of the text is touched: every fact must be read as before, but for what looks at the whole text."""
