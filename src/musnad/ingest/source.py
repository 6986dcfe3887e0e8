"""What every reader of an input is told: the lexicon, what the caller knows, the limit, and where the input lies."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from musnad.ingest.given import Given
from musnad.ingest.single import MAX_BYTES
from musnad.lexicon import Lexicon

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """One input. `path` is None for standard input and for what was fetched, which may have a `name` all the same."""

    lexicon: Lexicon
    given: Given = field(default_factory=Given)
    max_bytes: int = MAX_BYTES
    path: Path | None = None
    name: str | None = None

    @property
    def file_name(self) -> str | None:
        """Return the name whose ending says what the input is, None where there is none."""
        return self.name if self.path is None else self.path.name

    @property
    def label(self) -> str:
        """Return the id of an input that states none: the name of its file without the ending."""
        if self.given.id is not None:
            return self.given.id
        return STDIN if self.path is None else self.path.stem

    def known(self, *, id: str, url: str | None = None, publisher: str | None = None) -> Given:  # noqa: A002 - its name
        """Return what is known of one record of this input; what the caller gave wins."""
        given = self.given
        return replace(given, id=id, url=given.url or url, publisher=given.publisher or publisher)
