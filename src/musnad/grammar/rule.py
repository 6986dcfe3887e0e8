"""Rules: a stable id, what the rule makes, a pattern of named items, and a typed production."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from musnad.grammar.items import Item


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule. `produce` is called with the value of each named item (the hit of a `Word`, the int of a `Number`, the
    value of a `Kind`, the text of a `Mark`, None for a missing `Optional`); names that begin with `_` are not passed.
    It returns the value of what was made, or None to refuse. At least one item is neither optional nor context.

    `id` is `stage.family.name`, stable, since stored evidence refers to it.
    """  # noqa: D205 - the first sentence is the contract

    id: str
    makes: str
    pattern: Mapping[str, Item]
    produce: Callable[..., Any]
