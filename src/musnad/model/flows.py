"""The source graph of a collection: who takes from whom, how often with credit, how late; how much is one's own."""

from dataclasses import dataclass

from musnad.errors import RecordError

FLOW_KINDS = ("agency", "release", "outlet", "quoted")
"""A wire agency's text; an office's release; another outlet's text; an outlet or agency that the text names inside."""


@dataclass(frozen=True, slots=True)
class Flow:
    """What one outlet takes from one source: in which articles (by key), and in how many it says so.

    `days` is the median of the days by which it prints a shared text later than the first known print of it, None where
    no two of the days are known well enough.
    """

    taker: str
    source: str
    kind: str
    keys: tuple[str, ...]
    credited: int
    days: float | None = None

    def __post_init__(self) -> None:
        """Refuse an unknown kind, and more credits than articles."""
        if self.kind not in FLOW_KINDS or not 0 <= self.credited <= len(self.keys):
            message = f"a flow is one of {FLOW_KINDS}, credited in some of its articles: {self}"
            raise RecordError(message)

    @property
    def articles(self) -> int:
        """Return in how many articles it takes from the source."""
        return len(self.keys)


@dataclass(frozen=True, slots=True)
class Outlet:
    """One publisher: how many articles, how many of them are `own`, what is known of owner and state control.

    Own are those that name a reporter, carry nobody's text and credit no agency; `unknown` are those that name nobody.
    """

    name: str
    articles: int
    own: int
    unknown: int = 0
    owner: str | None = None
    state: str | None = None

    @property
    def share(self) -> float:
        """Return the share of own reporting among the articles."""
        return self.own / self.articles if self.articles else 0.0


@dataclass(frozen=True, slots=True)
class SourceGraph:
    """All outlets of a collection and what flows between them, the most first."""

    documents: int
    outlets: tuple[Outlet, ...]
    flows: tuple[Flow, ...]
