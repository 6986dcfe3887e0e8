"""All exceptions of musnad, in one tree.

    MusnadError
    ├── LexiconError      a data file breaks its schema (file, line, reason)
    ├── GrammarError      a rule set contradicts itself
    ├── RecordError       a record was built with impossible values
    ├── FormatError       JSON that is not the public form it claims to be
    ├── GoldError         an annotated article contradicts its own text
    ├── StoreError        a collection cannot be opened, asked or written
    │   ├── UnknownIdError    nothing in it has the id that was asked for
    │   └── BusyError         others are being read and do not end
    ├── WorkerError       a process that reads for a collection ended by itself
    ├── PlaceError        inputs or results that lie elsewhere cannot be reached, or are not what they were
    ├── ClusterError      a cluster cannot be reached, or the work cannot go on there
    └── InputError        one input cannot be read; carries the reason of its Rejection

A bad *call* raises; a bad *input of a batch* becomes a `musnad.model.Rejection`.
"""

__all__ = [
    "BusyError",
    "ClusterError",
    "FormatError",
    "GoldError",
    "GrammarError",
    "InputError",
    "LexiconError",
    "MusnadError",
    "PlaceError",
    "RecordError",
    "StoreError",
    "UnknownIdError",
    "WorkerError",
]


class MusnadError(Exception):
    """Root of every error that musnad raises on purpose."""


class LexiconError(MusnadError):
    """A lexicon data file is wrong; the message names file, line and reason."""


class GrammarError(MusnadError):
    """A grammar is wrong in itself: unknown kinds, repeated ids, or a cycle of kinds."""


class RecordError(MusnadError, ValueError):
    """A record was given values that it can never hold, such as a span that ends before it starts."""


class FormatError(MusnadError, ValueError):
    """A JSON value does not have the public form that it claims."""


class GoldError(MusnadError, ValueError):
    """A gold annotation names a surface that its text does not hold, or a value outside the guide."""


class StoreError(MusnadError):
    """A database cannot be opened, read or written; the message names it and says what to do."""


class UnknownIdError(StoreError):
    """Nothing in the database has the id or address that was asked for."""


class BusyError(StoreError):
    """As many texts are being read as may be; try again."""


class WorkerError(MusnadError):
    """A worker process ended by itself, as when the system runs out of memory."""


class PlaceError(MusnadError):
    """A place of inputs or results cannot be reached, or holds something else than when the work was planned."""


class ClusterError(MusnadError):
    """A cluster cannot be reached, or cannot go on with the work; what was done is kept."""


class InputError(MusnadError, ValueError):
    """An input cannot become an article.

    `reason` is one of the documented reasons of a rejection (see `musnad.model.REASONS`); `detail` says more.
    """

    def __init__(self, reason: str, detail: str = "") -> None:
        """Keep the machine-readable reason beside the sentence for people."""
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason
        self.detail = detail
