"""Evidence: the tree of rule applications behind a fact.

A fact keeps the very node that made it, so that an explanation can never differ from the run.
"""

from collections.abc import Iterator
from typing import NamedTuple

from musnad.model.spans import Span


class Node(NamedTuple):
    """One step of reading: `rule` made something of `kind` out of `children`, at `[start, end)` of the article text.

    `kind` is a grammar kind or a lexicon kind; `rule` is a rule id, a lexicon entry id or the name of a built-in
    reader (`digits`); `value` is what the rule made (any frozen value), shown by `explain`.

    A tuple, for no record is made as often, and a frozen dataclass takes three times as long to make.
    """

    kind: str
    rule: str
    start: int
    end: int
    value: object = None
    children: tuple["Node", ...] = ()

    @property
    def span(self) -> Span:
        """Return the range of the text that the node covers."""
        return Span(self.start, self.end)

    def walk(self) -> Iterator["Node"]:
        """Yield the node and all below it, each before its children."""
        yield self
        for child in self.children:
            yield from child.walk()
