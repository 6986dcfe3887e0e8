"""What is known of the texts in which attestations stand: their dispatches, what of them is shared, who prints them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from musnad.corpus.outlets import agencies, owner, publisher
from musnad.corpus.passages import Words, overlap
from musnad.lexicon import Lexicon
from musnad.model import Link, Reading, Span
from musnad.model.copies import Dispatch

COVERED = 0.5  # of an evidence span that stands in the text which the members of a dispatch share
_WHOLE = "full"


@dataclass(frozen=True, slots=True)
class Share:
    """A dispatch that an article carries, with the spans of the article that stand in another member too."""

    dispatch: Dispatch
    spans: tuple[Span, ...]
    whole: bool

    def holds(self, span: Span) -> bool:
        """Say whether evidence stands in the shared text."""
        covered = sum(max(0, min(span.end, each.end) - max(span.start, each.start)) for each in self.spans)
        return covered >= COVERED * (span.end - span.start)


@dataclass(frozen=True, slots=True)
class Texts:
    """The readings of a collection by key, and the dispatches that each carries."""

    readings: Mapping[str, Reading]
    shares: Mapping[str, tuple[Share, ...]]
    lexicon: Lexicon

    @classmethod
    def of(cls, readings: Mapping[str, Reading], dispatches: Iterable[Dispatch], lexicon: Lexicon) -> "Texts":
        """Take the dispatches among some readings; what is shared is measured here, once for every member."""
        shares: defaultdict[str, list[Share]] = defaultdict(list)
        for dispatch in sorted(dispatches, key=lambda each: each.id):
            spans = _shared(dispatch, readings)
            for member in dispatch.members:
                if member.key in readings:
                    found = Share(dispatch, tuple(sorted(spans[member.key])), member.relation == _WHOLE)
                    shares[member.key].append(found)
        return cls(readings, {key: tuple(found) for key, found in shares.items()}, lexicon)

    def share(self, key: str, spans: Sequence[Span], *, title: bool = False) -> Share | None:
        """Return the dispatch in whose shared text evidence stands; a title counts as that of the text below it."""
        for share in self.shares.get(key, ()):
            if title or any(share.holds(span) for span in spans):
                return share
        return None

    def publisher(self, key: str) -> Link | None:
        """Return the link of who published an article last."""
        return publisher(self.readings[key])

    def agencies(self, key: str) -> tuple[Link, ...]:
        """Return the agencies of an article's own tail, and its publisher where that is an agency."""
        return agencies(self.readings[key], self.lexicon)

    def owner(self, name: str, entity: str | None = None) -> tuple[str | None, str | None]:
        """Return owner and country of state control of an outlet or agency, None where nobody knows."""
        return owner(name, entity, self.lexicon)


def _shared(dispatch: Dispatch, readings: Mapping[str, Reading]) -> dict[str, set[Span]]:
    """Return the spans of every member that stand in the fullest one too; of that, those that stand in any other."""
    spans: defaultdict[str, set[Span]] = defaultdict(set)
    if dispatch.fullest not in readings:
        return spans
    fullest = Words.body(readings[dispatch.fullest].article)
    for member in dispatch.members:
        if member.key == dispatch.fullest or member.key not in readings:
            continue
        for passage in overlap(fullest, Words.body(readings[member.key].article)).passages:
            spans[dispatch.fullest].add(passage.first)
            spans[member.key].add(passage.second)
    return spans
