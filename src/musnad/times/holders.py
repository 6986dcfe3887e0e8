"""Holders of office whom the text calls by name with their office, and what their terms say of its day.

A holder («الرئيس … فلان الفلاني», or the office behind the name) places the text within his terms; a former one only
after them. Everything starts from names of known people: a text without any costs one look-up.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import NamedTuple

from musnad.arabic import AND
from musnad.lexicon import Entry, Hit, Hits, stretch
from musnad.model import Units
from musnad.times.windows import EVER, Evidence

REACH = 9  # tokens between the word for the office and the name
BEHIND = 6  # tokens behind an office that follows its holder
LEAD = 60  # tokens from the start in which the people of the day are named; further on history may be told
TURN = timedelta(30)  # before a term begins its holder may already be called by it
WAKE = timedelta(7)  # after a term ended its holder may still be called by it
COMMAS = frozenset('،,-–:()«»"')
_BETWEEN = (
    "country", "region_adjective", "title", "role", "organisation", "body", "elliptic_body", "adjective",
    "office_word", "former_word", "place",
)  # fmt: skip
"""What may stand between an office and its holder's name."""
_BODIES = frozenset({"organisation", "body", "place"})


class _Call(NamedTuple):
    """How a text calls a holder: the word for the office, all that stands between it and the name, and around both.

    `first` is the first token of all.
    """

    word: Hit
    between: list[Hit]
    around: list[Hit]
    first: int


def holders(units: Units, hits: Hits) -> list[Evidence]:
    """Return what the holders of office whom the text names say of its day, in order of their names.

    Terms end the time only in texts that name somebody in their lead: others may tell of old holders all through.
    """
    names: dict[tuple[int, int], list[Hit]] = {}
    for hit in hits.of("public_person", "common_name"):
        names.setdefault((hit.first, hit.last), []).append(hit)
    found: dict[Evidence, None] = {}
    lead = False
    for (first, last), people in names.items():
        bearers = [hit.entry.named("public_person") or hit.entry for hit in people]
        terms = [term for person in bearers for term in person.referring("office_term")]
        if not terms:
            continue
        longer = any(a <= first and last <= b and (a, b) != (first, last) for a, b in names)
        if longer or hits.has(first - 1, "name_particle"):  # «نايف بن عبدالعزيز» in the name of his son
            continue
        for call in _calls(units, hits, first, last):
            evidence = _evidence(call, [term for term in terms if _fits(term, call)], hits, people[0].entry.headword)
            if evidence is not None:
                found[evidence] = None
                lead |= first < LEAD and bool(evidence.windows)
    return list(found) if lead else [replace(evidence, windows=()) for evidence in found]


def _calls(units: Units, hits: Hits, first: int, last: int) -> Iterator[_Call]:
    """Yield the offices that stand before a name or directly behind it."""
    sentence = units.sentence(first)
    after = _run(units, hits, last, min(last + 2, sentence.last))[0]
    at = max(sentence.first, first - REACH)
    while at < first:
        word = next(iter(hits.at(at, "office_word")), None)  # the longest
        if word is not None and word.last <= first:
            between, end = _run(units, hits, word.last, first)
            if end == first:
                yield _Call(word, between, after, at)
        at = at + 1 if word is None else word.last
    at = last + (last < sentence.last and units.norms[last] in COMMAS)
    word = next(iter(hits.at(at, "office_word")), None)
    if word is not None and not word.prefix.startswith(AND):
        behind = _run(units, hits, word.last, min(word.last + BEHIND, sentence.last))[0]
        if word.definite or any(hit.kind == "country" for hit in behind):
            yield _Call(word, behind, [], first)


def _run(units: Units, hits: Hits, first: int, last: int) -> tuple[list[Hit], int]:
    """Return the words from one token up to another that may stand beside an office, and where they end.

    «And» begins somebody else, unless a further office follows it.
    """
    found: list[Hit] = []
    at = first
    while at < last:
        here = [hit for hit in hits.at(at, *_BETWEEN) if hit.last <= last and _joins(hit)]
        if here:
            longest = here[0].last
            found += [hit for hit in here if hit.last == longest]
            at = longest
        elif units.norms[at] in COMMAS:
            at += 1
        else:
            break
    return found, at


def _joins(hit: Hit) -> bool:
    further = hit.kind == "office_word" and not hit.entry.flag("weak")
    return further or not hit.prefix.startswith(AND)


def _fits(term: Entry, call: _Call) -> bool:
    """Say whether a term is of the office: of the state if one is named, and of a state's own rather than of a body."""
    state = term.text("country")
    states = {hit.entry.text("code") for hit in call.between if hit.kind == "country"}
    if term.text("office") != call.word.entry.text("office"):
        return False
    if state and states:
        return state in states
    return not state or all(hit.kind not in _BODIES for hit in call.between)


def _evidence(call: _Call, terms: list[Entry], hits: Hits, name: str) -> Evidence | None:
    """Return what a call says: within the terms, after the first of them began, or after it ended."""
    word = call.word
    deputy = any(hit.last == word.first and not hit.definite for hit in hits.at(word.first - 1, "role"))
    if not terms or deputy:
        return None
    former = [hit for hit in (*call.between, *call.around) if hit.kind == "former_word"]
    begun = min(stretch(term.text("from"))[0] for term in terms) - TURN
    who = f"{name} ({word.entry.text('office').replace('_', ' ')}"
    if former:
        ended = [stretch(term.text("to"))[0] for term in terms if term.text("to")]
        over = ended and any(hit.entry.flag("ended") for hit in former)
        return Evidence(f"{who} until {min(ended).isoformat()})", floor=min(ended)) if over else None
    if word.entry.flag("weak") or any(hits.has(at, "era_word") for at in (call.first - 1, call.first - 2)):
        return Evidence(f"{who} from {begun.isoformat()})", floor=begun)
    windows = tuple(
        (stretch(term.text("from"))[0] - TURN, stretch(term.text("to"))[1] + WAKE if term.text("to") else EVER[1])
        for term in terms
    )
    told = ", ".join(f"{term.text('from')} to {term.text('to', 'now')}" for term in terms)
    return Evidence(f"{who} {told})", floor=begun, windows=windows)
