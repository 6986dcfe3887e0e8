"""Credits: agencies and publishers named in a stretch of text that credits and does not tell."""

from dataclasses import dataclass

from musnad.arabic import BARE, JOINED, LAM
from musnad.lexicon import Hit, Hits
from musnad.model import Units

_KINDS = ("agency_credit", "agency", "publisher")
_LONGEST_NAME = 3  # words behind the head of an agency's name
_PREFIXES = BARE | JOINED | LAM


@dataclass(frozen=True, slots=True)
class Source:
    """A text that may credit somebody, cut and matched: the article's own, or its byline."""

    units: Units
    hits: Hits


@dataclass(frozen=True, slots=True)
class Credit:
    """A name in a credit position: code points `[start, end)`, the entity if it is known, whether it publishes.

    `doubtful` says that the words name a place or person too, so that only the page's own publisher is meant by them.
    """

    name: str
    start: int
    end: int
    entity: str | None
    publishes: bool
    doubtful: bool


def credits_in(source: Source, first: int, last: int) -> list[Credit]:
    """Return the credits on tokens `[first, last)`, the longest name at each place, in order."""
    found: list[Credit] = []
    at = first
    while at < last:
        hit = _best(source.hits, at, last)
        if hit is None:
            unknown = _headed(source, at, first, last)
            if unknown is not None:
                found.append(unknown)
            at += 1
            continue
        others = source.hits.at(at, "place", "country", "given_name", "family_name")
        doubtful = hit.entry.flag("ambiguous") or any(other.last >= hit.last for other in others)
        found.append(_credit(source.units.text, hit, doubtful=doubtful))
        at = hit.last
    return found


def _headed(source: Source, at: int, first: int, last: int) -> Credit | None:
    """Return an agency that no data file knows, by the words that head its name («وكالة أنباء …»), up to a mark."""
    units = source.units
    heads = [h for h in source.hits.at(at, "agency_head") if h.prefix in _PREFIXES and not h.suffix]
    if not heads or (at > first and units.is_word(at - 1)):
        return None
    end = heads[0].last
    while end < last and units.is_word(end):
        end += 1
    if not heads[0].last < end <= heads[0].last + _LONGEST_NAME:
        return None
    start, stop = heads[0].start, units.ends[end - 1]
    return Credit(units.text[start:stop], start, stop, None, publishes=False, doubtful=False)


def _best(hits: Hits, at: int, last: int) -> Hit | None:
    fitting = [h for h in hits.at(at, *_KINDS) if h.last <= last and h.prefix in _PREFIXES and not h.suffix]
    return min(fitting, key=lambda h: (-h.last, _rank(h)), default=None)


def _rank(hit: Hit) -> int:
    """Prefer an agency to a publisher of the same name, and a publisher to a mere outlet."""
    if hit.entry.kind == "publisher":
        return 1
    return 2 if hit.entry.text("role") == "outlet" else 0


def _credit(text: str, hit: Hit, *, doubtful: bool) -> Credit:
    entry = hit.entry
    entity = entry.text("agency") or None if entry.kind == "agency_credit" else entry.id
    return Credit(text[hit.start : hit.end], hit.start, hit.end, entity, entry.kind == "publisher", doubtful)
