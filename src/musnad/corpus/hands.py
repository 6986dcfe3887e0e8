"""The hands that a text names, to be compared across texts: whether two names may be one."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from musnad.corpus.fingerprints import words
from musnad.model import Link, Reading, Span, shared_id

_AGENCY = "agency."
SPELT = 0.85  # of the letters of two words in common: «الأميركية» and «الأمريكية», not «الروسية» and «السورية»


def hands(reading: Reading) -> Iterator[Link]:
    """Yield the hands of all statements that a text names itself, with a span, and the agencies that it mentions."""
    for statement in reading.statements:
        yield from (link for link in statement.chain if link.span is not None and not link.tail)
    for mention in reading.mentions:
        if mention.entity.startswith(_AGENCY):
            yield Link(mention.name, "agency", mention.span, "text", entity=mention.entity)


def inside(links: Sequence[Link], span: Span | None) -> list[Link]:
    """Return the hands that stand in a span."""
    return [link for link in links if span is not None and link.span is not None and span.overlaps(link.span)]


def same(one: Link, other: Link) -> bool:
    """Say whether two hands of different texts may be one: one entity, or one name is part of the other.

    Ids that are local to an article say nothing in another.
    """
    known = [known for link in (one, other) if (known := shared_id(link.entity))]
    if len(known) > 1 and known[0] == known[1]:
        return True
    first, second = set(words(one.name)), set(words(other.name))
    return bool(first and second) and (first <= second or second <= first)


def equal(first: Sequence[Link], second: Sequence[Link]) -> bool:
    """Say whether two texts name the same hands, each of them in both."""
    return all(any(alike(one, other) for other in second) for one in first) and all(
        any(alike(one, other) for other in first) for one in second
    )


def alike(one: Link, other: Link) -> bool:
    """Say whether two hands may be one though newspapers spell them differently."""
    if same(one, other):
        return True
    first, second = sorted((words(one.name), words(other.name)), key=len)
    return bool(first) and all(any(_spelt(word, known) for known in second) for word in first)


def _spelt(one: str, other: str) -> bool:
    return one == other or SequenceMatcher(None, one, other, autojunk=False).ratio() >= SPELT
