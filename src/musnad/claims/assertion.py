"""One assertion: a piece of an article with what is compared of it."""

from collections.abc import Container, Sequence
from dataclasses import dataclass

from musnad.claims.askers import Asker
from musnad.model import Span
from musnad.model.claims import Attestation
from musnad.stories.stems import SHORTEST, stem


@dataclass(frozen=True, slots=True)
class Assertion:
    """A piece with what is compared of it: stems, numbers among them, whether it is denied, by whom it is said.

    `words` are its folded words in order; `quoted` says that they stand in quotation marks. Of an event, `what` is its
    type, mode and status, `who` its participants, `day` its day, `around` the sentence that tells it, `asker` who asked
    for a call. `days` are the days that a piece tells of, each as the first and last one that it may be.
    """

    id: str
    attestation: Attestation
    words: tuple[str, ...]
    stems: frozenset[str]
    denies: bool = False
    speaker: str | None = None
    quoted: bool = False
    what: str = ""
    who: frozenset[str] = frozenset()
    day: str | None = None
    around: Span | None = None
    actors: frozenset[str] = frozenset()
    recipients: frozenset[str] = frozenset()
    asker: Asker | None = None
    days: tuple[tuple[int, int], ...] = ()

    @property
    def key(self) -> str:
        """Return the key of the article."""
        return self.attestation.key

    @property
    def kind(self) -> str:
        """Return the kind of claim."""
        return self.attestation.kind

    @property
    def type(self) -> str:
        """Return the type of an event, without mode and status."""
        return self.what.partition("|")[0].partition(".")[0]

    @property
    def numbers(self) -> frozenset[str]:
        """Return the numbers in it."""
        return frozenset(each for each in self.stems if each[:1].isdigit())


def stems_of(words: Sequence[str], empty: Container[str]) -> frozenset[str]:
    """Return the stems of folded words: numbers, and words that tell something."""
    return frozenset(
        stem(word) for word in words if word[:1].isdigit() or (len(word) >= SHORTEST and word not in empty)
    )


def id_of(attestation: Attestation) -> str:
    """Return an id that sorts: article, place, kind, fact."""
    span = attestation.spans[0]
    fact = attestation.fact or ""
    return f"{attestation.key}\x1f{span.start:07}\x1f{span.end:07}\x1f{attestation.kind}\x1f{fact}"
