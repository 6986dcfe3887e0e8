"""The numbers of a claim as amounts: value, and of what; whether two texts that differ in them differ in fact."""

from collections.abc import Sequence
from dataclasses import dataclass

from musnad.lexicon import Lexicon
from musnad.stories.stems import stem

ROUNDED = 0.06  # of the greater of two amounts, one of which is rounder: «about 100» and 98
_LONGEST = 15  # digits of a number worth comparing


@dataclass(frozen=True, slots=True, order=True)
class Amount:
    """A number as it is shown, its value with the scale word behind it, and the stem of what it counts."""

    shown: str
    value: float
    of: str

    def is_like(self, other: "Amount") -> bool:
        """Say whether both may be one amount: the same value, or one of them rounded."""
        low, high = sorted((self.value, other.value))
        if low == high:
            return True
        rounder = _significant(low) != _significant(high)
        return rounder and high - low <= ROUNDED * high


def amounts(words: Sequence[str], lexicon: Lexicon) -> tuple[Amount, ...]:
    """Return the amounts that folded words tell in digits."""
    found = []
    for at, word in enumerate(words):
        value = _value(word)
        if value is None:
            continue
        behind = list(words[at + 1 : at + 3])
        scale = _scale(behind[0], lexicon) if behind else None
        if scale is not None:
            value, behind = value * scale, behind[1:]
        found.append(Amount(word, value, stem(behind[0]) if behind and not behind[0][:1].isdigit() else ""))
    return tuple(found)


def differ(one: Sequence[Amount], other: Sequence[Amount]) -> bool:
    """Say whether each of two texts has an amount in place of one that the other has."""
    left, right = _apart(one, other)
    return bool(left and right)


def are_like(one: Sequence[Amount], other: Sequence[Amount]) -> bool:
    """Say whether what two texts tell differently are the same amounts, in other units of scale or rounded."""
    left, right = _apart(one, other)
    return all(any(a.is_like(b) for b in right) for a in left) and all(any(a.is_like(b) for a in left) for b in right)


def _apart(one: Sequence[Amount], other: Sequence[Amount]) -> tuple[list[Amount], list[Amount]]:
    """Return the amounts of each text that the other does not show."""
    left, right = {a.shown for a in one}, {b.shown for b in other}
    return [a for a in one if a.shown not in right], [b for b in other if b.shown not in left]


def _value(word: str) -> float | None:
    plain = word.replace(",", "")
    if not word[:1].isdigit() or len(plain) > _LONGEST:
        return None
    try:
        return float(plain)
    except ValueError:
        return None


def _scale(word: str, lexicon: Lexicon) -> int | None:
    """Return what a scale word multiplies by (a thousand, a million)."""
    entries = [form.entry for form in lexicon.forms.get(word, ()) if form.entry.kind == "number_word"]
    return next((entry.number("value") for entry in entries if entry.text("role") == "scale"), None)


def _significant(value: float) -> int:
    """Return how many digits of a number are not nought at its end."""
    return len(f"{value:.0f}".rstrip("0")) if value == int(value) else len(f"{value:g}".replace(".", ""))
