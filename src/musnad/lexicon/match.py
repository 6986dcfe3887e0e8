"""Find all lexicon words of an article in one pass of one automaton, with clitic-aware word boundaries."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from musnad.arabic import ANY_PREFIX, PRONOUNS, before_article, has_article
from musnad.arabic.inflect import NEVER, REQUIRED
from musnad.lexicon.records import Entry, Form, Lexicon
from musnad.model import Units


class Hit(NamedTuple):
    """A form found in the text: tokens `[first, last)`, code points `[start, end)` without proclitics or suffix.

    The article counts as part of the word, conjunctions and prepositions do not. `prefix` and `suffix` are what was
    written onto the form, folded.
    """

    form: Form
    first: int
    last: int
    start: int
    end: int
    prefix: str
    suffix: str

    @property
    def entry(self) -> Entry:
        """Return the entry that the form belongs to."""
        return self.form.entry

    @property
    def definite(self) -> bool:
        """Say whether the word carries the article."""
        return has_article(self.prefix)


class Hits:
    """The words of one article that the lexicon knows: in order of position, longest first at each."""

    __slots__ = ("_at", "_kinds", "all")

    def __init__(self, hits: list[Hit]) -> None:
        """Index the hits by kind and by first token."""
        hits.sort(key=_order)
        self.all: tuple[Hit, ...] = tuple(hits)
        kinds: dict[str, list[Hit]] = {}
        at: dict[int, list[Hit]] = {}
        for hit in hits:
            kinds.setdefault(hit.form.entry.kind, []).append(hit)
            at.setdefault(hit.first, []).append(hit)
        self._kinds: Mapping[str, list[Hit]] = kinds
        self._at: Mapping[int, list[Hit]] = at

    def of(self, *kinds: str) -> list[Hit]:
        """Return the hits of some kinds in order."""
        if len(kinds) == 1:
            return list(self._kinds.get(kinds[0], ()))
        return sorted((hit for kind in kinds for hit in self._kinds.get(kind, ())), key=_order)

    def at(self, token: int, *kinds: str) -> list[Hit]:
        """Return the hits that start at a token, longest first, of all kinds or only of some."""
        hits = self._at.get(token, [])
        return [hit for hit in hits if hit.form.entry.kind in kinds] if kinds else list(hits)

    def kinds(self) -> Iterator[str]:
        """Yield the kinds that occur."""
        yield from self._kinds


def _order(hit: Hit) -> tuple[int, int, str]:
    return hit.first, -hit.last, hit.form.entry.id


def match(units: Units, lexicon: Lexicon) -> Hits:
    """Return every known word of an article. One pass over the folded text; no hit depends on another."""
    if not lexicon.forms:
        return Hits([])
    norms = units.norms
    joined = " ".join(norms)
    starts: list[int] = []
    token_at: list[int] = []
    for i, norm in enumerate(norms):
        starts.append(len(token_at))
        token_at.extend([i] * (len(norm) + 1))
    hits: list[Hit] = []
    automaton: Any = lexicon.automaton
    for end, (length, forms) in automaton.iter(joined):
        low, high = end - length + 1, end + 1
        first, last = token_at[low], token_at[end]
        prefix = joined[starts[first] : low]
        if prefix and prefix not in ANY_PREFIX:
            continue
        finish = starts[last] + len(norms[last])
        suffix = joined[high:finish]
        if suffix and suffix not in PRONOUNS:
            continue
        for form in forms:
            if prefix not in form.prefixes or (form.suffix == NEVER if suffix else form.suffix == REQUIRED):
                continue
            own = before_article(prefix)
            start = units.starts[first] if not own else units.origin(units.folded_starts[first] + len(own))
            stop = units.ends[last]
            if suffix:
                stop = units.origin(units.folded_starts[last] + high - starts[last] - 1) + 1
            hits.append(Hit(form, first, last + 1, start, stop, prefix, suffix))
    return Hits(hits)
