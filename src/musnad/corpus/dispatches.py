"""Dispatches: what each member did with the common text, which agency it comes from, and whose name was left out."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from musnad.corpus.agency import Agency, Naming, agency_of, disputed
from musnad.corpus.credit import Credits, credits_of
from musnad.corpus.passages import Words, overlap
from musnad.corpus.release import release
from musnad.lexicon import Lexicon
from musnad.model import Link, Reading, Span, content_id
from musnad.model.copies import Dispatch, Member, Overlap

OWN = 0.04  # of a member's words: fewer of its own, or fewer than these
OWN_WORDS = 8  # are a dateline and slips
MISSING = 0.08  # of the fullest text's words: fewer are a name or a word of politeness
ADDED_WORDS = 35  # in a row, and `ADDED` of a member's words: text of its own rather than other words
ADDED = 0.15
_OWN_COUNTS, _CREDITED_COUNTS = 0.5, 0.05  # for every three words that only one carrier has
_SURE, _LEAST = 0.9, 0.3  # confidence of a restored link


@dataclass(frozen=True, slots=True)
class Carrier:
    """A document of a group with what dispatches are made of: its reading, the words of its body, its credits."""

    key: str
    reading: Reading
    words: Words
    credits: Credits

    @classmethod
    def of(cls, key: str, reading: Reading, lexicon: Lexicon) -> "Carrier":
        """Return the carrier of a reading."""
        return cls(key, reading, Words.body(reading.article), credits_of(reading, lexicon))


def dispatch(carriers: Sequence[Carrier]) -> Dispatch:
    """Return the dispatch that some documents carry. The order of the carriers does not matter."""
    ordered = sorted(carriers, key=lambda carrier: carrier.key)
    fullest, shared = _fullest(ordered)
    relations = {carrier.key: _relation(carrier, shared.get(carrier.key)) for carrier in ordered}
    naming = [Naming(c.credits, _shared_spans(c.key, fullest, shared), relations[c.key] == "extends") for c in ordered]
    found = agency_of(naming)
    members = tuple(
        _member(c, relations[c.key], 1.0 if c.key == fullest else shared[c.key].of_second, found) for c in ordered
    )
    made = Dispatch(content_id("c", *(c.reading.article.version for c in ordered)), fullest, members)
    if found is not None:
        credit = found.credit
        wrong = disputed(naming, credit)
        return replace(made, agency=credit.name, entity=credit.link.entity, basis=found.basis, disputed=wrong)
    if any(carrier.credits.unnamed for carrier in ordered):
        return made
    given_out = release([carrier.reading for carrier in ordered])
    return made if given_out is None else replace(made, basis="release", issuer=given_out.issuer)


def _relation(carrier: Carrier, found: Overlap | None) -> str:
    return "full" if found is None else relation_of(found, carrier.words)


def relation_of(found: Overlap, words: Words) -> str:
    """Return what a member (the second text of an overlap) is of the fullest text (the first)."""
    own = found.second_words - found.shared
    if _longest_own(found, words) >= ADDED_WORDS and own >= ADDED * found.second_words:
        return "extends"
    if own > max(OWN_WORDS, OWN * found.second_words):
        return "edited"
    return "partial" if 1 - found.of_first > MISSING else "full"


def _longest_own(found: Overlap, words: Words) -> int:
    """Return the most words in a row that stand in no shared passage."""
    longest, at = 0, 0
    spans = sorted((p.second.start, p.second.end) for p in found.passages)
    for start, end in [*spans, (len(words.units.text) + 1, 0)]:
        between = sum(1 for low in words.starts if at <= low < start)
        longest, at = max(longest, between), max(at, end)
    return longest


def _fullest(carriers: Sequence[Carrier]) -> tuple[str, dict[str, Overlap]]:
    """Return the carrier of most text that others carry too, and what every other one shares with it.

    Text that nobody else carries counts against a carrier; hardly where a line of it credits an agency, for then it may
    be the agency's, which all others cut.
    """
    grams = {carrier.key: _grams(carrier.words.norms) for carrier in carriers}
    count = Counter(gram for each in grams.values() for gram in each)

    def fullness(carrier: Carrier) -> tuple[float, str]:
        own = grams[carrier.key]
        common = sum(1 for gram in own if count[gram] > 1)
        counts = _CREDITED_COUNTS if carrier.credits.of("line") else _OWN_COUNTS
        return counts * (len(own) - common) - common, carrier.key

    chosen = min(carriers, key=fullness)
    return chosen.key, {c.key: overlap(chosen.words, c.words) for c in carriers if c.key != chosen.key}


def _shared_spans(key: str, fullest: str, shared: Mapping[str, Overlap]) -> list[Span]:
    """Return where a carrier holds text that it shares with the fullest, or the fullest with any other."""
    if key == fullest:
        return [passage.first for found in shared.values() for passage in found.passages]
    return [passage.second for passage in shared[key].passages]


def _grams(norms: Sequence[str]) -> set[tuple[str, ...]]:
    return set(zip(norms, norms[1:], norms[2:], strict=False))


def _member(carrier: Carrier, relation: str, covered: float, found: Agency | None) -> Member:
    credited = tuple({credit.key: credit.name for credit in carrier.credits.of("line", "text")}.values())
    if found is None:
        return Member(carrier.key, relation, None, None, credited, covered)
    own = carrier.credits.naming(found.credit.key)
    if own is not None:
        return Member(carrier.key, relation, "named", own.link, credited, covered)
    credit = "other" if carrier.credits.of("line") else "absent"
    return Member(carrier.key, relation, credit, _restored(found, covered), credited, covered)


def _restored(found: Agency, covered: float) -> Link:
    """Return the link of an agency that a twin names: the surer the more members name it and the more is shared."""
    agreed = found.naming / (found.naming + found.naming_others)
    sure = _LEAST + (_SURE - _LEAST) * agreed * covered * (1.0 if found.basis == "credit" else 0.5)
    return Link(found.credit.name, "agency", None, "copy", round(sure, 2), found.credit.link.entity, tail=True)
