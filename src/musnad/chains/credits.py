"""Credits: agencies and publishers named in a stretch of text that credits and does not tell."""

from dataclasses import dataclass

from musnad.arabic import BARE, JOINED, LAM
from musnad.lexicon import Hit, Hits
from musnad.model import Units

_KINDS = ("agency_credit", "unnamed_agencies", "agency", "publisher")
_ABBREVIATIONS = _KINDS[:2]
_BESIDE = ("place", "country", "dateline_word")
_OTHERS = ("place", "country", "given_name", "family_name", "month")
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

    `doubtful` says that the words name a place or person too, so that only the page's own publisher is meant by them;
    `alone` that marks, places or other credits stand around the name: words of a sentence do not. `unnamed` says that
    the words name nobody («وكالات»).
    """

    name: str
    start: int
    end: int
    entity: str | None
    publishes: bool
    doubtful: bool
    alone: bool
    unnamed: bool = False


def credits_in(source: Source, first: int, last: int) -> list[Credit]:
    """Return the credits on tokens `[first, last)`, the longest name at each place, in order."""
    found: list[Credit] = []
    at, parted, placed = first, True, False
    while at < last:
        hit = best_credit(source.hits, at, last)
        if hit is not None:
            alone = parted and _ends(source, hit.last, last)
            found.append(_credit(source, hit, alone=alone, placed=placed))
            at = hit.last
            continue
        unknown = _headed(source, at, first, last)
        if unknown is not None:
            found.append(unknown)
        behind = beside_credit(source.hits, at, last)
        placed = placed or behind > at
        parted = behind > at or _is_mark(source.units, at)
        at = max(behind, at + 1)
        parted = parted or _is_parted(source.units, at)
    return found


def best_credit(hits: Hits, at: int, last: int) -> Hit | None:
    """Return the longest name of an agency or publisher that starts at a token, None where there is none."""
    fitting = [h for h in hits.at(at, *_KINDS) if h.last <= last and h.prefix in _PREFIXES and not h.suffix]
    return min(fitting, key=lambda h: (-h.last, _rank(h)), default=None)


def beside_credit(hits: Hits, at: int, last: int) -> int:
    """Return the token behind a place, or another word that stands beside credits; `at` where there is none."""
    return max((h.last for h in hits.at(at, *_BESIDE) if h.last <= last and h.prefix in BARE), default=at)


def _ends(source: Source, at: int, last: int) -> bool:
    """Say whether a name ends before a token: at an edge, a mark or a number, a place, another credit."""
    if at >= last or _is_mark(source.units, at) or _is_parted(source.units, at):
        return True
    return best_credit(source.hits, at, last) is not None or beside_credit(source.hits, at, last) > at


def _is_mark(units: Units, at: int) -> bool:
    return not units.norms[at][0].isalpha()


def _is_parted(units: Units, at: int) -> bool:
    """Say whether something that is no token stands before a token: a long «ـ» serves as a dash."""
    return 0 < at < len(units) and not units.text[units.ends[at - 1] : units.starts[at]].isspace()


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
    bracketed = at > first and units.norms[at - 1] == "(" and end < last and units.norms[end] == ")"
    if heads[0].entry.flag("bracketed") and not bracketed:
        return None
    start, stop = heads[0].start, units.ends[end - 1]
    return Credit(units.text[start:stop], start, stop, None, publishes=False, doubtful=False, alone=True)


def _rank(hit: Hit) -> int:
    """Prefer an agency to a publisher of the same name, and a publisher to a mere outlet."""
    if hit.entry.kind == "publisher":
        return 1
    return 2 if hit.entry.text("role") == "outlet" else 0


def _credit(source: Source, hit: Hit, *, alone: bool, placed: bool) -> Credit:
    entry = hit.entry
    entity = entry.text("agency") or None if entry.kind in _ABBREVIATIONS else entry.id
    name = source.units.text[hit.start : hit.end]
    doubtful = _doubtful(source.hits, hit, alone=alone, placed=placed)
    return Credit(name, hit.start, hit.end, entity, entry.kind == "publisher", doubtful, alone, entity is None)


def _doubtful(hits: Hits, hit: Hit, *, alone: bool, placed: bool) -> bool:
    """Say whether a name may be another word. An abbreviation alone is none; one that names a place comes second."""
    others = [h.entry.kind for h in hits.at(hit.first, *_OTHERS) if h.last >= hit.last]
    if alone and hit.entry.kind in _ABBREVIATIONS and "month" not in others:
        return not placed and any(kind != "country" for kind in others)
    return hit.entry.flag("ambiguous") or bool(others)
