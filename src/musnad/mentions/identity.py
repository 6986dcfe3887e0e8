"""Who is who within an article: found phrases become mentions of entities.

Names first, then roles by office and country, then pointers (his counterpart, the two presidents). Entities of the
lexicon keep its ids; all others are `local.N` in order of their first mention. What cannot be resolved stays itself.
"""

from dataclasses import dataclass, field, replace

from musnad.arabic import ARTICLE, fold_word
from musnad.mentions.found import Found
from musnad.mentions.people_register import Person, Register, office
from musnad.mentions.view import View
from musnad.model import Cast, Entity, Mention, Node, Span

Key = tuple[str, ...]


@dataclass(slots=True)
class Draft:
    """An entity in the making."""

    kind: str
    known: str | None
    name: str
    words: int
    country: str | None = None
    sector: str | None = None
    gender: str | None = None
    number: str = "s"
    latin: str | None = None
    aliases: list[str] = field(default_factory=list)


def identify(view: View, found: list[Found]) -> Cast:
    """Return mentions and entities for all found phrases, which come in order of position."""
    found = _assign_counterparts(view, found)
    keys = _person_keys(view, found)
    drafts: dict[Key, Draft] = {}
    bare: dict[str, Key] = {}
    for i, phrase in enumerate(found):
        if i in keys:
            key, draft = keys[i]
        else:
            key = _other_key(view, phrase, bare)
            draft = _draft(view, phrase)
        _merge(drafts, key, draft)
        if phrase.kind != "person" and phrase.head is not None and key[0] != "pair":
            bare[phrase.head] = key
        keys[i] = (key, draft)
    names = _names(drafts)
    entities = tuple(_entity(names[key], draft) for key, draft in drafts.items())
    by_key = dict(zip(drafts, entities, strict=True))
    return Cast(tuple(_mention(view, phrase, by_key[keys[i][0]]) for i, phrase in enumerate(found)), entities)


def _surface(view: View, start: int, end: int) -> str:
    return " ".join(view.units.text[start:end].split())


def _fields(view: View, phrase: Found) -> frozenset[str]:
    """Return what a role is about: the words behind its head, folded, without article, demonyms and name."""
    last = phrase.name[0] if phrase.name else phrase.last
    words = []
    for i in range(phrase.first, last):
        norm = view.norms[i]
        if (
            view.hits.at(i, "role", "title", "one_of", "in_name_of", "role_preposition", "counterpart")
            or not norm[0].isalpha()
        ):
            continue
        if view.country(i) is not None or view.land(i) is not None:
            continue
        words.append(norm.removeprefix(ARTICLE) if len(norm) > len(ARTICLE) + 1 else norm)
    return frozenset(words)


def _assign_counterparts(view: View, found: list[Found]) -> list[Found]:
    """Give a counterpart the office of the person named before it."""
    result: list[Found] = []
    head: str | None = None
    for phrase in found:
        current = phrase
        if phrase.head is not None and phrase.head.startswith("counterpart.") and head is not None:
            current = replace(phrase, head=head)
        elif phrase.kind == "person" and phrase.head is not None and phrase.head.startswith("role."):
            head = phrase.head
        result.append(current)
    del view
    return result


def _person_keys(view: View, found: list[Found]) -> dict[int, tuple[Key, Draft]]:
    """Resolve all people: a first pass over names, so that roles may look ahead, then one in order."""
    register = Register()
    named: dict[int, Person] = {}
    order = sorted(
        (i for i, p in enumerate(found) if p.kind == "person" and p.name is not None),
        key=lambda i: (-(_length(found[i]) > 1), i),
    )
    for i in order:
        phrase = found[i]
        assert phrase.name is not None  # noqa: S101 - chosen for it one line above
        last = phrase.name[1]
        name = _surface(view, phrase.name_start, view.units.ends[last - 1])
        words = tuple(fold_word(name).split())
        person = register.named(words, name)
        person.see(phrase, _fields(view, phrase))
        named[i] = person
    for person in register.people:
        person.last_seen = -1
    resolved: dict[int, Person] = {}
    pairs: dict[int, tuple[Person, Person]] = {}
    for i, phrase in enumerate(found):
        if i in named:
            named[i].last_seen = phrase.first
            resolved[i] = named[i]
        elif phrase.kind == "person" or phrase.subkind == "pair":
            two = _pair(register, phrase)
            if two is not None:
                pairs[i] = two
            elif phrase.kind == "person":
                resolved[i] = _role(view, register, phrase)
    keys: dict[int, tuple[Key, Draft]] = {}
    for i, person in resolved.items():
        keys[i] = (("person", str(person.number)), _person_draft(person))
    for i, (one, other) in pairs.items():
        name = f"{one.name} + {other.name}"
        draft = Draft("person", None, name, 0, gender="m", number="d", sector=one.sector)
        keys[i] = (("pair", str(one.number), str(other.number)), draft)
    return keys


def _length(phrase: Found) -> int:
    return 0 if phrase.name is None else phrase.name[1] - phrase.name[0]


def _pair(register: Register, phrase: Found) -> tuple[Person, Person] | None:
    if phrase.number != "d" or not phrase.definite:
        return None
    wanted = office(phrase.head) if phrase.kind == "person" else ""
    return register.pair(wanted, phrase.first)


def _role(view: View, register: Register, phrase: Found) -> Person:
    fields = _fields(view, phrase)
    name = _surface(view, phrase.start, phrase.end)
    words = tuple(view.norms[phrase.first : phrase.last])
    person = register.role(phrase, fields, name, words)
    person.see(phrase, fields)
    return person


def _person_draft(person: Person) -> Draft:
    return Draft(
        "person",
        None,
        person.name,
        len(person.words),
        person.country,
        person.sector,
        person.gender,
        person.plural,
        None,
        list(person.aliases),
    )


def _other_key(view: View, phrase: Found, bare: dict[str, Key]) -> Key:
    """Return the identity of a body, place or group: its lexicon id, the body it repeats, or its words."""
    if phrase.known is not None:
        return ("known", phrase.known)
    if phrase.bare and phrase.head in bare:
        return bare[phrase.head]
    words = fold_word(phrase.label or _surface(view, phrase.start, phrase.end)).split()
    if words and words[0].startswith(ARTICLE):
        words[0] = words[0].removeprefix(ARTICLE)
    return (phrase.kind, *words)


def _draft(view: View, phrase: Found) -> Draft:
    name = phrase.label or _surface(view, phrase.start, phrase.end)
    latin = None
    if phrase.nodes and phrase.known is not None:
        latin = next((h.entry.text("latin") for h in view.hits.at(phrase.first) if h.entry.id == phrase.head), None)
    return Draft(
        phrase.kind,
        phrase.known,
        name,
        phrase.last - phrase.first,
        phrase.country,
        phrase.sector,
        phrase.gender,
        phrase.number,
        latin or None,
        [name],
    )


def _merge(drafts: dict[Key, Draft], key: Key, draft: Draft) -> None:
    """Keep the fullest name and everything that any mention knows."""
    known = drafts.get(key)
    if known is None:
        drafts[key] = draft
        return
    if draft.words > known.words and key[0] != "person":
        known.name, known.words = draft.name, draft.words
    for part in ("country", "sector", "gender", "latin"):
        if getattr(known, part) is None:
            setattr(known, part, getattr(draft, part))
    known.aliases += [alias for alias in draft.aliases if alias not in known.aliases]


def _names(drafts: dict[Key, Draft]) -> dict[Key, str]:
    """Return entity ids: the lexicon's, else numbers in order of first mention."""
    ids: dict[Key, str] = {}
    count = 0
    for key, draft in drafts.items():
        if draft.known is not None:
            ids[key] = draft.known
        else:
            count += 1
            ids[key] = f"local.{count}"
    return ids


def _entity(entity_id: str, draft: Draft) -> Entity:
    return Entity(
        id=entity_id,
        kind=draft.kind,
        name=draft.name,
        latin=draft.latin,
        country=draft.country,
        sector=draft.sector,
        gender=draft.gender,
        number=draft.number,
        aliases=tuple(draft.aliases),
    )


def _mention(view: View, phrase: Found, entity: Entity) -> Mention:
    span = Span(phrase.start, phrase.end)
    proper = None
    if phrase.name is not None:
        proper = Span(phrase.name_start, view.units.ends[phrase.name[1] - 1])
        proper = proper if span.covers(proper) else None
    return Mention(
        span=span,
        kind=phrase.kind,
        name=entity.name,
        entity=entity.id,
        proper=proper,
        subkind=phrase.subkind,
        latin=entity.latin,
        basis="name" if proper is not None else phrase.subkind or "role",
        rule=phrase.rule,
        node=Node("mention", phrase.rule, phrase.start, phrase.end, entity.name, phrase.nodes),
    )
