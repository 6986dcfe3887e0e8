"""Known people of a cast: whom a full name means, and who held an office on the day of the article.

«الرئيس الإيراني» is another one in 2012 than in 2021: an office without a name means its holder where the day decides,
one with a family name («الرئيس روحاني») the only one of that name who has held it.
Names and offices of one known person become one entity, whose id is that of the knowledge base. What does not decide
(no day, several holders, a former or elected one) stays as it was; the evidence then holds all who may be meant.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from musnad.arabic import fold_word
from musnad.lexicon import Entry, Hit, Hits, Lexicon, stretch
from musnad.mentions.offices.among_named import counterparts, in_office, once_in_office, only_family, only_named
from musnad.mentions.offices.families import Families
from musnad.mentions.offices.held import Office, families, offices_of, offices_once
from musnad.mentions.offices.home import Home
from musnad.mentions.offices.realms import with_capitals, with_realms
from musnad.mentions.offices.spelled import forms_of_people, offices_beside, spelled
from musnad.mentions.offices.terms import Days, share
from musnad.model import Cast, Entity, Mention, Node, Published, Span, Units

BASIS = "office_term"
"""How a mention was found whose office and day name the person."""

_CIVIL = "CVL"
_DAY = 10  # letters of an ISO day
_PERSON, _THRONE, _PRINCE = "public_person.", "monarch", "office_word.emir"
_FAMILY_FIRST = frozenset({"CHN", "KHM", "KOR", "PRK", "TWN", "VNM"})
_NAMES = ("public_person", "common_name")


class Holder(NamedTuple):
    """Somebody who held an office: the last term of it, and how much of the days in question he did (1: all)."""

    person: Entry
    term: Entry
    score: float


def holders(lexicon: Lexicon, office: str, owner: str, days: Sequence[Days]) -> list[Holder]:
    """Return who held an office on some days, best first; several stretches of days are so many possibilities.

    `office` names an entry of kind `office`; `owner` is the alpha-3 code of a state or names an `organisation`. Two of
    the same score cannot be told apart. Without days nobody holds anything.
    """
    found: dict[str, Holder] = {}
    for term in _terms(lexicon, office).get(owner, ()) if owner else ():
        score = sum(share(term, each) for each in days) / max(len(days), 1)
        if score:
            name = term.text("person")
            before = found[name].score if name in found else 0.0
            found[name] = Holder(lexicon.entry(_PERSON + name), term, min(before + score, 1.0))
    return sorted(found.values(), key=lambda holder: (-holder.score, holder.person.id))


def possible_days(published: Published) -> list[Days]:
    """Return the day on which an article was published, or all stretches of days that fit; [] if nothing is known."""
    first, last = published.earliest, published.day
    if first is not None and last is not None:
        return [(first, last)]
    ends = (candidate.value.split("/") for candidate in published.candidates)
    return [(stretch(each[0][:_DAY])[0], stretch(each[-1][:_DAY])[1]) for each in ends]


def known_people(
    cast: Cast, units: Units, hits: Hits, lexicon: Lexicon, published: Published, home: Callable[[], str] = str
) -> Cast:
    """Return a cast in which known people have their ids, by their full names or by office on the article's day.

    `home` tells the publisher's country: its «رئيس الحكومة» is meant where no other country is named more often. So
    are its kingdom and its sultanate.
    """
    cast = with_capitals(with_realms(cast, lexicon, home), lexicon)
    spoken: dict[str, list[Mention]] = {}
    for mention in cast.mentions:
        if mention.kind == "person":
            spoken.setdefault(mention.entity, []).append(mention)
    days, at_home = possible_days(published), Home(cast, home)
    alone = Families(cast, lexicon, days, at_home)
    meant: dict[str, tuple[Entry, Entry | None]] = {}
    possible: dict[str, list[Holder]] = {}
    namesakes: dict[str, list[Entry]] = {}
    asked: dict[str, set[Office]] = {}
    once: dict[str, set[Office]] = {}
    for entity in cast.entities:
        mentions = spoken.get(entity.id)
        if mentions is None or entity.number != "s" or entity.id in lexicon.entries:
            continue
        if any(mention.proper for mention in mentions):
            people = _named(mentions, entity, units, hits)
            if not people:
                named = {family for mention in mentions for family in families(mention, units, hits)}
                people = _bearers(lexicon, named, entity, days)
                people = people or alone.enthroned(entity, mentions, units, hits)
                people = people or _spelled(lexicon, (mentions, entity), units, hits, (days, at_home))
                people = people or alone.bearers(entity, mentions, units, hits)
            if len(people) == 1:
                meant[entity.id] = (people[0], None)
            namesakes[entity.id] = people
        else:
            offices = {office for mention in mentions for office in offices_of(mention, units, hits, at_home)}
            asked[entity.id] = offices
            once[entity.id] = {o for mention in mentions for o in offices_once(mention, units, hits, at_home)}
            found = _all_holders(lexicon, offices, days)
            possible[entity.id] = [h for h in found if entity.gender in {None, h.person.text("gender")}]
            if _is_sole(possible[entity.id]):
                meant[entity.id] = (possible[entity.id][0].person, possible[entity.id][0].term)
    known = in_office(cast, meant, units, hits)
    families_alone = {fold_word(e.name): e for e in cast.entities if e.id in namesakes and e.id not in meant}
    for name, offices in asked.items():
        single = _single(lexicon, {office._replace(owner=office.owner or at_home.likeliest) for office in offices})
        if name not in meant and (only := only_named(single, known, lexicon, days)):
            meant[name] = only
        elif name not in meant and not days and (alone_of := only_family(single, families_alone, lexicon)):
            meant[name] = alone_of[1:]
            meant[alone_of[0].id] = alone_of[1], None
    meant |= once_in_office(cast, meant, {name: held for name, held in once.items() if held}, days)
    meant |= counterparts(cast, meant, units, days, lambda office: _sole(lexicon, office, days))
    near = {name: _shares(found) for name, found in possible.items() if name not in meant}
    near |= {name: _equal(people) for name, people in namesakes.items() if name not in meant}
    return _renamed(_explained(_with_alternatives(cast, near), possible), meant, days)


@lru_cache(maxsize=128)  # derived from the lexicon alone; an article must not wait for it
def _terms(lexicon: Lexicon, office: str) -> Mapping[str, Sequence[Entry]]:
    """Return all terms of an office by state or body."""
    found: dict[str, list[Entry]] = {}
    for term in lexicon.entry(f"office.{office}").referring("office_term"):
        found.setdefault(term.text("body") or term.text("country"), []).append(term)
    return found


@lru_cache(maxsize=128)  # derived from the lexicon alone
def _terms_by_family(lexicon: Lexicon, office: str) -> Mapping[str, Sequence[Entry]]:
    """Return all terms of an office by the family, folded: last word of the name in any spelling, or the first."""
    found: dict[str, list[Entry]] = {}
    forms = forms_of_people(lexicon)
    for term in lexicon.entry(f"office.{office}").referring("office_term"):
        person = term.named("public_person")
        words = fold_word(person.headword).split() if person is not None else []
        names = [name.split() for name in forms.get(person.id, ())] if person is not None else []
        first = person is not None and person.text("country") in _FAMILY_FIRST
        ends = (0, -1) if first else (-1,)
        spelled_so = {name[end] for name in names if len(name) == len(words) > 1 for end in ends}
        own = {words[end] for end in ends} if len(words) > 1 else set()
        for word in own | {word for word in spelled_so if not _is_given(lexicon, word)}:
            found.setdefault(word, []).append(term)
    return found


def _is_given(lexicon: Lexicon, word: str) -> bool:
    """Say whether a word is a given name of Arabs, so that it tells no family («محمد» ends many names)."""
    entries = (form.entry for form in lexicon.forms.get(word, ()))
    return any(entry.kind == "given_name" and not entry.flag("foreign") for entry in entries)


def _all_holders(lexicon: Lexicon, offices: set[Office], days: Sequence[Days]) -> list[Holder]:
    """Return all who held some office of a text that one person holds at a time, best first."""
    found = [holder for office in _single(lexicon, offices) for holder in holders(lexicon, *office, days)]
    return sorted(found, key=lambda holder: (-holder.score, holder.person.id))


def _single(lexicon: Lexicon, offices: set[Office]) -> list[Office]:
    """Return those offices that one person holds at a time, in order."""
    return [office for office in sorted(offices) if _is_single(lexicon, office)]


def _sole(lexicon: Lexicon, office: Office, days: Sequence[Days]) -> tuple[Entry, Entry] | None:
    """Return the one who held an office that one person holds at a time on all days, and the term, else None."""
    found = _all_holders(lexicon, {office}, days)
    return (found[0].person, found[0].term) if _is_sole(found) else None


def _is_sole(found: Sequence[Holder]) -> bool:
    """Say whether one person held the office all the time, and nobody else did, as at the turn of a term."""
    return len({holder.person.id for holder in found}) == 1 and found[0].score == 1


def _is_single(lexicon: Lexicon, office: Office) -> bool:
    """Say whether one person holds an office at a time."""
    entry = lexicon.entry(f"office.{office.name}")
    return entry.flag("single") or (entry.flag("single_in_body") and f"organisation.{office.owner}" in lexicon.entries)


def _named(mentions: Sequence[Mention], entity: Entity, units: Units, hits: Hits) -> list[Entry]:
    """Return the known people whose full name is the fullest of an entity, else its most used or another long one."""
    spoken = [(mention.proper, mention.span) for mention in mentions if mention.proper is not None]
    fullest = max(spoken, key=lambda spans: spans[0].end - spans[0].start)
    found = _known_by(*fullest, entity, units, hits)
    if found or len(spoken) == 1:
        return found
    uses = Counter(units.text[proper.start : proper.end] for proper, _ in spoken)
    longest = units.text[fullest[0].start : fullest[0].end]
    several = [spans for spans in spoken if " " in units.text[spans[0].start : spans[0].end]]
    usual = max(several, key=lambda spans: uses[units.text[spans[0].start : spans[0].end]], default=fullest)
    often = uses[units.text[usual[0].start : usual[0].end]] > uses[longest]
    if often:
        return _known_by(*usual, entity, units, hits)
    size = len(longest.split())
    alike = {units.text[spans[0].start : spans[0].end]: spans for spans in several}
    known = (_known_by(*spans, entity, units, hits) for text, spans in alike.items() if len(text.split()) == size)
    return next(filter(None, known), [])  # «شفيق البلوطي» of who is known as «شفيق بلوطي»


def _known_by(proper: Span, whole: Span, entity: Entity, units: Units, hits: Hits) -> list[Entry]:
    """Return the known people whose full name a proper name is, which stands in a mention."""
    first, last = units.tokens_of(proper.start, proper.end)
    around = range(*units.tokens_of(whole.start, whole.end))
    bearers = [hit for at in around if at <= first for hit in hits.at(at, *_NAMES) if _is_whole(hit, last, hits)]
    bearers = [hit for hit in bearers if hit.kind == "public_person" or not _has_father(hits, hit.last, last)]
    if any(hit.entry.id == _PRINCE for at in around for hit in hits.at(at, "office_word")):
        bearers = [hit for hit in bearers if not (_has_father(hits, hit.last, last) and _reigned(hit.entry))]
    if not bearers:
        return []
    # Behind a title that belongs to it («الملكة رانيا») a common name is that of one person.
    sure = {hit.entry.id for hit in bearers if hit.kind == "public_person" or hit.first < first}
    found = {hit.entry.id: hit.entry.named("public_person") or hit.entry for hit in bearers}
    people = {name: person for name, person in found.items() if entity.gender in {None, person.text("gender")}}
    if any(hit.entry.flag("sports") for at in around if at not in range(first, last) for hit in hits.at(at, "role")):
        people = {name: person for name, person in people.items() if person.text("sector") == _CIVIL}  # «اللاعب»
    offices = {hit.entry.text("office") for at in around for hit in hits.at(at, "office_word")}
    held = {p.id: p for p in people.values() if any(t.text("office") in offices for t in p.referring("office_term"))}
    if not held:
        plain = (person for name, person in people.items() if name in sure)
        held = {person.id: person for person in plain if not offices or _is_of(person, entity.country)}
    return list(held.values())


def _is_whole(name: Hit, last: int, hits: Hits) -> bool:
    """Say whether a known name ends at a token, or only fathers and the house follow («محمد بن سلمان ‹آل سعود›»)."""
    kin = next((hit.entry for hit in hits.at(name.last, "name_particle") if hit.entry.flag("kin")), None)
    if name.last == last or kin is None or name.last > last:
        return name.last == last
    fathered = any(hit.entry.flag("son") for at in range(name.first, name.last) for hit in hits.at(at, "name_particle"))
    return fathered or kin.flag("opens")


def _has_father(hits: Hits, first: int, last: int) -> bool:
    """Say whether «son of» stands among some tokens, so that a name that many bear says more than the known one."""
    return any(hit.entry.flag("son") for at in range(first, last) for hit in hits.at(at, "name_particle"))


def _reigned(known: Entry) -> bool:
    """Say whether the bearer of a known name was ever a sovereign, and so is no prince of a longer name."""
    person = known.named("public_person") or known
    return any(term.text("office") == _THRONE for term in person.referring("office_term"))


def _is_of(person: Entry, country: str | None) -> bool:
    """Say whether somebody may be of a country: of his own, of one in whose office he was, of any if of none."""
    own = {person.text("country"), *(term.text("country") for term in person.referring("office_term"))}
    return country is None or country in own or "" in own


def _bearers(lexicon: Lexicon, families: set[Office], entity: Entity, days: Sequence[Days]) -> list[Entry]:
    """Return those of a family name who held an office on a possible day, or ever if no day is known."""
    found: dict[str, Entry] = {}
    for family in sorted(family for family in families if _is_single(lexicon, family)):
        for term in _terms_by_family(lexicon, family.name).get(family.owner, ()):
            held = not days or any(share(term, each) for each in days)
            if held and entity.country in {None, term.text("country") or None}:
                found[term.text("person")] = lexicon.entry(_PERSON + term.text("person"))
    return [person for person in found.values() if entity.gender in {None, person.text("gender")}]


def _spelled(
    lexicon: Lexicon, who: tuple[Sequence[Mention], Entity], units: Units, hits: Hits, when: tuple[Sequence[Days], Home]
) -> list[Entry]:
    """Return who held the office beside a full name on the days and is so named in another spelling."""
    mentions, entity = who
    found = _all_holders(lexicon, offices_beside(mentions, units, hits, when[1]), when[0])
    people = {each.person.id: each.person for each in found if entity.gender in {None, each.person.text("gender")}}
    return spelled(list(people.values()), mentions, units, lexicon) if people else []


def _renamed(cast: Cast, meant: Mapping[str, tuple[Entry, Entry | None]], days: Sequence[Days]) -> Cast:
    """Return a cast in which entities that mean a known person are one, with the id of the knowledge base."""
    if not meant:
        return cast
    groups: dict[str, list[Entity]] = {}
    for entity in cast.entities:
        person = meant[entity.id][0].id if entity.id in meant else entity.id
        groups.setdefault(person, []).append(entity)
    people = {person.id: person for person, _ in meant.values()}
    roles = {entity_id for entity_id, (_, term) in meant.items() if term is not None}
    entities = tuple(
        _merged(people[name], sorted(group, key=lambda e: e.id in roles), days) if name in people else group[0]
        for name, group in groups.items()
    )
    by_id = {entity.id: entity for entity in entities}
    return Cast(tuple(_mention(mention, by_id, meant) for mention in cast.mentions), entities)


def _merged(person: Entry, group: Sequence[Entity], days: Sequence[Days]) -> Entity:
    """Return the entity of a known person for those that the text kept apart, those with names first."""
    first = group[0]
    return replace(
        first,
        id=person.id,
        latin=person.text("latin"),
        country=first.country or person.text("country") or None,
        sector=next((entity.sector for entity in group if entity.sector), None) or _sector(person, days),
        gender=person.text("gender"),
        aliases=tuple(dict.fromkeys(alias for entity in group for alias in entity.aliases)),
    )


def _sector(person: Entry, days: Sequence[Days]) -> str | None:
    """Return the sector of an office that a person held all the time, best of a state, else his own."""
    for term in sorted(person.referring("office_term"), key=lambda each: each.text("body") != ""):
        owner = term.named("organisation") or term.named("office")
        if days and owner is not None and owner.text("sector") and all(share(term, each) == 1 for each in days):
            return owner.text("sector")
    return person.text("sector") or None


def _mention(
    mention: Mention, entities: Mapping[str, Entity], meant: Mapping[str, tuple[Entry, Entry | None]]
) -> Mention:
    """Return a mention that points at the entity of the known person."""
    others = dict.fromkeys(meant[name][0].id if name in meant else name for name, _ in mention.alternatives)
    if len(others) < len(mention.alternatives):
        mention = replace(mention, alternatives=())  # two were one
    elif others:
        shares = (share for _, share in mention.alternatives)
        mention = replace(mention, alternatives=tuple(zip(others, shares, strict=True)))
    if mention.entity not in meant:
        return mention
    person, term = meant[mention.entity]
    entity = entities[person.id]
    basis = mention.basis if term is None else BASIS
    return replace(mention, entity=entity.id, name=entity.name, latin=entity.latin, basis=basis)


def _shares(found: Sequence[Holder]) -> dict[str, float]:
    """Return everybody who may be meant by an office, with how much of the days he held it."""
    return {holder.person.id: round(holder.score, 2) for holder in reversed(found)}


def _equal(people: Sequence[Entry]) -> dict[str, float]:
    """Return namesakes whom nothing tells apart, with equal scores."""
    return {person.id: round(1 / len(people), 2) for person in people}


def _with_alternatives(cast: Cast, near: Mapping[str, Mapping[str, float]]) -> Cast:
    """Return a cast in which whoever stays unresolved has the known people who may be meant."""
    if not any(near.values()):
        return cast
    mentions = (
        replace(mention, alternatives=tuple(sorted(near[mention.entity].items(), key=lambda each: -each[1])))
        if near.get(mention.entity)
        else mention
        for mention in cast.mentions
    )
    return Cast(tuple(mentions), cast.entities)


def _explained(cast: Cast, possible: Mapping[str, Sequence[Holder]]) -> Cast:
    """Return a cast in which the evidence of offices without names holds the terms of all who may be meant."""
    if not any(possible.values()):
        return cast
    return Cast(
        tuple(_with_terms(mention, possible.get(mention.entity, ())) for mention in cast.mentions), cast.entities
    )


def _with_terms(mention: Mention, found: Sequence[Holder]) -> Mention:
    if not found or mention.node is None:
        return mention
    span = mention.span
    terms = (
        Node("office_term", h.term.id, span.start, span.end, f"{h.person.text('latin')} {h.score:.2f}") for h in found
    )
    return replace(mention, node=mention.node._replace(children=(*mention.node.children, *terms)))
