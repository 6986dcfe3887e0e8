"""Offices and counterparts without a name whose holder the article and the knowledge base tell together.

An office whose holder the day does not decide, or that has no day, is that of the only person named in the article who
can be meant. «His counterpart» is who held the office of him before it in the other country on the day.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from musnad.arabic import fold_word
from musnad.lexicon import Entry, Hits, Lexicon
from musnad.mentions.offices.held import Office
from musnad.mentions.offices.terms import Days, share
from musnad.model import Cast, Entity, Mention, Units

COUNTERPART = "counterpart"

Meant = Mapping[str, tuple[Entry, Entry | None]]
"""Whom entities mean, by id, with the term of office that told."""


def in_office(cast: Cast, meant: Meant, units: Units, hits: Hits) -> set[str]:
    """Return the ids of the known people whom the article names and calls former nowhere."""
    named: set[str] = set()
    former: set[str] = set()
    for mention in cast.mentions:
        if mention.entity in meant:
            first, last = units.tokens_of(mention.span.start, mention.span.end)
            person = meant[mention.entity][0].id
            if mention.proper is not None:
                named.add(person)
            if any(hits.has(at, "former_word") for at in range(first + 1, last + 1)):
                former.add(person)
    return named - former


def only_named(
    offices: Iterable[Office], named: Collection[str], lexicon: Lexicon, days: Sequence[Days]
) -> tuple[Entry, Entry] | None:
    """Return the only one of some people who held some offices on a possible day, or ever, with the term; else None."""
    found = {
        person.id: (person, term)
        for person, term in _terms(offices, lexicon)
        if person.id in named and (not days or any(share(term, each) for each in days))
    }
    return next(iter(found.values())) if len(found) == 1 else None


def once_in_office(
    cast: Cast, meant: Meant, asked: Mapping[str, Collection[Office]], days: Sequence[Days]
) -> dict[str, tuple[Entry, Entry]]:
    """Return whom former holders of some offices mean, by entity, with the term: whom the article names of them.

    It is the only one whose term is over, else the one named last before.
    """
    found: dict[str, tuple[Entry, Entry]] = {}
    named: dict[str, Entry] = {}
    everybody = {meant[m.entity][0].id: meant[m.entity][0] for m in cast.mentions if m.proper and m.entity in meant}
    for mention in cast.mentions:
        if mention.entity in meant and mention.proper is not None:
            last = meant[mention.entity][0]
            named.pop(last.id, None)
            named[last.id] = last  # the last one named stands last
        elif mention.entity not in found and mention.entity in asked:
            held = [term for person in everybody.values() for term in _over(person, asked[mention.entity], days)]
            if len({term.text("person") for term in held}) > 1:
                held = [term for person in named.values() for term in _over(person, asked[mention.entity], days)]
            if held and (person := held[-1].named("public_person")) is not None:
                found[mention.entity] = person, held[-1]
    return found


def _over(person: Entry, offices: Collection[Office], days: Sequence[Days]) -> Iterator[Entry]:
    """Yield the terms of somebody in some offices of states that were over on all possible days."""
    terms = person.referring("office_term")
    mine = [t for t in terms if any(o.name == t.text("office") and o.owner in {"", t.text("country")} for o in offices)]
    if all(term.text("to") and not any(share(term, day) for day in days) for term in mine):
        yield from mine


def only_family(
    offices: Iterable[Office], families: Mapping[str, Entity], lexicon: Lexicon
) -> tuple[Entity, Entry, Entry] | None:
    """Return the only one who ever held some offices and has the family name of some entity, with entity and term."""
    found: dict[str, tuple[Entity, Entry, Entry]] = {}
    for person, term in _terms(offices, lexicon):
        words = fold_word(person.headword).split()
        entity = families.get(words[-1]) if len(words) > 1 else None
        if entity is not None and entity.gender in {None, person.text("gender")}:
            found[person.id] = entity, person, term
    return next(iter(found.values())) if len(found) == 1 else None


def _terms(offices: Iterable[Office], lexicon: Lexicon) -> Iterator[tuple[Entry, Entry]]:
    """Yield all who ever held some offices, each with the term."""
    for office in sorted(offices):
        for term in lexicon.entry(f"office.{office.name}").referring("office_term"):
            person = term.named("public_person")
            if person is not None and office.owner in {term.text("body"), term.text("country")}:
                yield person, term


def counterparts(
    cast: Cast, meant: Meant, units: Units, days: Sequence[Days], sole: Callable[[Office], tuple[Entry, Entry] | None]
) -> dict[str, tuple[Entry, Entry]]:
    """Return whom counterparts without a name mean, by entity; `sole` tells the one who held an office on the day."""
    found: dict[str, tuple[Entry, Entry]] = {}
    before: Mention | None = None
    for mention in cast.mentions:
        if mention.kind != "person":
            continue
        if mention.subkind == COUNTERPART and mention.entity not in meant and before is not None:
            entity = cast.entity(mention)
            office = _office(meant[before.entity][0], days) if _beside(units, before, mention) else ""
            holder = sole(Office(office, entity.country)) if office and entity.country else None
            if holder is not None and holder[0].text("gender") == entity.gender:
                found[mention.entity] = holder
        elif mention.subkind != COUNTERPART:
            before = mention if mention.entity in meant else None
    return found


def _beside(units: Units, one: Mention, other: Mention) -> bool:
    """Say whether two mentions stand in one sentence."""
    first, last = units.tokens_of(one.span.start, one.span.end)[0], units.tokens_of(other.span.start, other.span.end)[0]
    return units.sentence_of[first] == units.sentence_of[last]


def _office(person: Entry, days: Sequence[Days]) -> str:
    """Return the one office of a state that somebody held on all days and nobody else could, else ""."""
    terms = (term for term in person.referring("office_term") if term.text("country") and not term.text("body"))
    held = {term.text("office") for term in terms if days and all(share(term, each) == 1 for each in days)}
    return held.pop() if len(held) == 1 else ""
