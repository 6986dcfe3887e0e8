"""What finders hand to identity: a noun phrase that stands for somebody or something, not yet identified."""

from typing import NamedTuple

from musnad.model import Node, Units


class Found(NamedTuple):
    """A noun phrase: tokens `[first, last)`, the name inside it as tokens `[name_first, name_last)` (or None).

    `head` is the lexicon id of the role, body or group noun, `known` the id of a known entity. `start` and `end` are
    code points of the phrase without proclitics. `label` is the name to show where the text has a slip.
    `bare` is a head without complement; if it cannot stand `alone`, it only repeats a phrase whose head noun is
    `repeats`; `definite_head` says that the head noun itself has the article; `also` are further offices of one person.
    """

    first: int
    last: int
    start: int
    end: int
    kind: str
    subkind: str | None
    rule: str
    nodes: tuple[Node, ...]
    name: tuple[int, int] | None = None
    name_start: int = 0
    head: str | None = None
    known: str | None = None
    country: str | None = None
    sector: str | None = None
    gender: str | None = None
    number: str = "s"
    definite: bool = False
    bare: bool = False
    alone: bool = True
    repeats: str | None = None
    definite_head: bool = True
    label: str | None = None
    also: tuple[str, ...] = ()


def unknown(units: Units, first: int, last: int) -> tuple[Node, ...]:
    """Return the evidence nodes of words on tokens `[first, last)` that are a name though no list knows them."""
    return tuple(Node("name", "unknown", units.starts[k], units.ends[k]) for k in range(first, last))
