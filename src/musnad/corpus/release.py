"""Releases: a text that several publishers print because a body sent it to them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from musnad.arabic import fold_word
from musnad.model import Reading, Statement

_PUBLISHERS = 2  # that tell of a written statement
_MOST = 0.5  # of a text: where a written statement holds as much, the text is the statement
_WRITTEN = frozenset({"statement", "letter"})
_BODIES = frozenset({"office", "organisation"})


@dataclass(frozen=True, slots=True)
class Release:
    """A text given out in writing. `issuer` is the body that most documents name for it, None where none does."""

    issuer: str | None


def release(readings: Sequence[Reading]) -> Release | None:
    """Return the release that all documents print, None where nothing shows that it is one.

    Two publishers tell of a written statement, and in one document at least it makes up most of the text. Whether
    anybody credits an agency is for the caller to say: a text that an agency passed on is its dispatch.
    """
    written = [(reading, tuple(_written(reading))) for reading in readings]
    telling = {reading.article.publisher for reading, told in written if told} - {None}
    if len(telling) < _PUBLISHERS or not any(_share(reading, told) >= _MOST for reading, told in written):
        return None
    names: Counter[str] = Counter()
    for reading, told in written:
        names.update(_bodies(reading, told))
    return Release(min(names, key=lambda name: (-names[name], name), default=None))


def _written(reading: Reading) -> Iterator[Statement]:
    for statement in reading.statements:
        media = {statement.medium, *(link.medium for link in statement.chain if not link.tail)}
        if media & _WRITTEN:
            yield statement


def _share(reading: Reading, told: Sequence[Statement]) -> float:
    """Return the share of a text that stands in some statements."""
    marks = bytearray(len(reading.article.text))
    for statement in told:
        for span in statement.content:
            marks[span.start : span.end] = b"\x01" * (span.end - span.start)
    return sum(marks) / len(marks) if marks else 0.0


def _bodies(reading: Reading, told: Sequence[Statement]) -> set[str]:
    """Return the bodies that a text names as the source of some statements, one spelling each."""
    kinds = {entity.id: entity.kind for entity in reading.entities}
    links = [link for statement in told for link in statement.chain if not link.tail]
    found = {fold_word(link.name): link.name for link in links if kinds.get(link.entity or "") in _BODIES}
    return set(found.values())
