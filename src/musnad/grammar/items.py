"""The items of a pattern: what may stand at one place of a rule."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from musnad.arabic import BARE

NEXT_PREFIXES = BARE
"""Proclitics allowed by default on a word that is not the first of its pattern: the article only."""


@dataclass(frozen=True, slots=True)
class Word:
    """A lexicon word of a kind, whose fields equal `attrs` (a tuple of values: any of them).

    `prefixes` are the proclitic chains allowed on it; None means any on the first item and `NEXT_PREFIXES` elsewhere.
    """

    kind: str
    attrs: Mapping[str, Any] = field(default_factory=dict)
    prefixes: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number in digits or words, between `low` and `high`, both included. The value is an int.

    `digits` True wants digits, False wants words, None takes either.
    """

    low: int = 0
    high: int = 10**12
    digits: bool | None = None
    prefixes: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """Something that an earlier rule made, if `test` accepts its value."""

    kind: str
    test: Callable[[Any], bool] | None = None
    prefixes: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """One punctuation mark among `marks`."""

    marks: str


@dataclass(frozen=True, slots=True)
class Optional:
    """An item that may be missing; its part of the production is None then."""

    item: "Word | Number | Kind | Mark"


@dataclass(frozen=True, slots=True)
class Context:
    """An item that must stand there, first or last in its pattern, but lies outside the span of what the rule makes.

    Its value is passed to the production and its node is kept as evidence. `taken` says that its words are used up:
    nothing else can be made of them.
    """

    item: "Word | Number | Kind | Mark"
    taken: bool = False


Item = Word | Number | Kind | Mark | Optional | Context


def inner(item: Item) -> Word | Number | Kind | Mark:
    """Return what an item asks for, whether or not it is optional or context."""
    return item.item if isinstance(item, Optional | Context) else item
