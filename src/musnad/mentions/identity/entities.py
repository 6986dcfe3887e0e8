"""Who is who within an article: found phrases become mentions of entities.

Names first, then roles by office and country, then pointers (his counterpart, the two presidents) and bare heads (the
movement). Entities of the lexicon keep its ids; all others are `local.N` in order of their first mention. What cannot
be resolved stays itself.
"""

from collections import Counter
from dataclasses import dataclass, field

from musnad.arabic import ARTICLE, fold_word
from musnad.mentions.found import Found
from musnad.mentions.identity.aliases import alias_pairs, respelled
from musnad.mentions.identity.announced import announced_far
from musnad.mentions.identity.antecedents import types_of, with_antecedent
from musnad.mentions.identity.chained import chained, two_offices
from musnad.mentions.identity.copulas import stated, two_behind
from musnad.mentions.identity.drafts import Draft, Key, entity_of, ids_of, merge, of_person, of_phrase, settle_names
from musnad.mentions.identity.families import spoken_gender
from musnad.mentions.identity.headlines import headlined
from musnad.mentions.identity.kin import kinsmen
from musnad.mentions.identity.latter import latter_things
from musnad.mentions.identity.lone_roles import any_responsible, is_anybody, is_lone, of_profession
from musnad.mentions.identity.name_words import given_of, parts, sons_of, words_of
from musnad.mentions.identity.near import Shares, beside, by_distance, by_naming
from musnad.mentions.identity.owned import call_by_owners, is_others, noun_of, owner_of
from musnad.mentions.identity.people_register import Register
from musnad.mentions.identity.predicates import predicates
from musnad.mentions.identity.reaching import DASHES, is_whose, reaching
from musnad.mentions.identity.role_words import fields_of, lands_of
from musnad.mentions.identity.same_source import of_body, tells
from musnad.mentions.identity.unnamed import in_body, met_again, speaks_on
from musnad.mentions.labels import label, proper
from musnad.mentions.people.pairs import HONOURED, LATTER
from musnad.mentions.person import RULING, THEIRS, Person, office
from musnad.mentions.view import View
from musnad.model import Cast, Entity, Mention, Node, Span

_TITLE = 30  # tokens: a first paragraph that is longer is a lead


def identify(view: View, found: list[Found]) -> Cast:
    """Return mentions and entities for all found phrases, which come in order of position."""
    found = _assign_counterparts(view, latter_things(view, with_antecedent(view, found)))
    keys, near = _person_keys(view, found)
    drafts: dict[Key, Draft] = {}
    heard = _Heard()
    for i, phrase in enumerate(found):
        if i in keys:
            found[i], keys[i] = of_body(view, (found, i), keys)
            key, draft = keys[i]
        else:
            name, noun = label(view, phrase), noun_of(view, phrase)
            owner = () if noun is None else owner_of(view, (found, i), keys, noun)
            if noun is not None and not owner and phrase.kind == "group":
                continue  # «their readers»: nobody is told whose they are
            key = _other_key(view, phrase, name, heard) + owner
            draft = of_phrase(view, phrase, name)
            if noun is None:
                heard.hear(phrase, key)
        merge(drafts, key, draft, repeated=phrase.bare)
        keys[i] = (key, draft)
    settle_names(drafts)
    call_by_owners(view, found, keys, drafts)
    ids = ids_of(drafts)
    entities = tuple(entity_of(ids[key], draft) for key, draft in drafts.items())
    by_key = dict(zip(drafts, entities, strict=True))
    mentions = []
    for i in sorted(keys):
        shares = ((ids.get(_person_key(person)), round(share, 2)) for person, share in near.get(i, ()))
        others = tuple((who, share) for who, share in shares if who is not None)  # a source may be a body instead
        mentions.append(_mention(view, found[i], by_key[keys[i][0]], others))
    return Cast(tuple(mentions), entities)


@dataclass(slots=True)
class _Heard:
    """The bodies and groups met so far: the last of each head noun, one or many, and the last of each type of body."""

    heads: dict[tuple[str | None, bool], Key] = field(default_factory=dict)
    types: dict[str, Key] = field(default_factory=dict)

    def hear(self, phrase: Found, key: Key) -> None:
        """Remember a phrase as what its head noun, said alone, would mean next."""
        head, paper = _head_of(phrase), phrase.kind == "agency" and phrase.name is not None
        if head[0] is not None and (head not in self.heads or phrase.definite_head or paper):
            self.heads[head] = key
        if phrase.subkind is not None and not phrase.bare:
            self.types[phrase.subkind] = key


def _head_of(phrase: Found) -> tuple[str | None, bool]:
    """Return the head noun of a body or group, and whether it is one: «the company» is none of «two companies»."""
    return phrase.repeats or phrase.head, phrase.number == "s"


def _assign_counterparts(view: View, found: list[Found]) -> list[Found]:
    """Give a counterpart the office of the person named before it; that of a team is nobody."""
    result: list[Found] = []
    head: str | None = None
    for phrase in found:
        current = phrase
        if phrase.subkind == "counterpart" and phrase.gender == "m" and _is_of_body(view, result, phrase):
            continue
        told = phrase.country is not None or phrase.name is not None
        if phrase.head is not None and phrase.head.startswith("counterpart.") and head is not None and told:
            current = phrase._replace(head=head)
        elif phrase.rule == "mentions.person.national" and result and _shares_office(result[-1], phrase):
            current = phrase._replace(head=result[-1].head, sector=result[-1].sector)
        elif phrase.kind == "person" and phrase.number == "s" and (phrase.head or "").startswith("role."):
            head = phrase.head
        result.append(current)
    return result


def _is_of_body(view: View, before: list[Found], phrase: Found) -> bool:
    """Say whether a sentence names bodies before a counterpart, and nobody («فاز الفريق على نظيره الفرنسي»).

    Right behind «and» it is that of the body there («الاتحاد ونظيره النرويجي»).
    """
    last = before[-1] if before else phrase
    if last.kind == "organisation" and last.last == phrase.first and phrase.start > view.units.starts[phrase.first]:
        return True
    kinds = {found.kind for found in before if view.same_sentence(found.first, phrase.first)}
    return "organisation" in kinds and "person" not in kinds


def _shares_office(before: Found, phrase: Found) -> bool:
    """Say whether somebody named by country is one of the two whose office stands before («الرئيسان التركي … و…»)."""
    if before.head is None or before.last != phrase.first:
        return False
    return before.number == "d" or before.rule == phrase.rule


def _person_keys(view: View, found: list[Found]) -> tuple[dict[int, tuple[Key, Draft]], dict[int, Shares]]:
    """Resolve all people: a first pass over names, so that roles may look ahead, then one in order.

    Return the key and draft of every phrase for people, and whom else it may mean.
    """
    register = Register(_title_end(view))
    named = _name_people(view, found, register)
    resolved: dict[int, Person] = {}
    keys: dict[int, tuple[Key, Draft]] = {}
    near: dict[int, Shares] = {}
    ties, told = _ties(view, found, named, register.title)
    further = two_offices(view, found, {*named, *ties, *told})
    for i, j in ties.items():
        named[j].hold(found[i], fields_of(view, found[i]))  # the title may mean him by that
    for i, phrase in enumerate(found):
        if i in named:
            named[i].last_seen = phrase.first
            resolved[i] = named[i]
            near[i] = by_naming(register.bearers(words_of(view, phrase)))
        elif i in ties:
            resolved[i], near[i] = named[ties[i]], ()
            register.see(named[ties[i]], phrase, fields_of(view, phrase))
        elif i in told:
            resolved[i], near[i] = named[told[i]], ()
        elif i in further and further[i] in resolved:
            resolved[i], near[i] = _second(register, phrase, fields_of(view, phrase), resolved[further[i]]), ()
        elif phrase.kind == "person" or phrase.subkind == "pair":
            two = _pair(view, register, (found, i), named)
            if two is not None:
                keys[i] = _pair_key(*two)
            elif phrase.kind == "person":
                fields = fields_of(view, phrase)
                near[i] = by_distance(register.candidates(phrase, fields), phrase.first)
                resolved[i] = _role(view, register, phrase, fields)
        if i in resolved:
            resolved[i].count += 1
            resolved[i].told = phrase.first if tells(view, phrase) else resolved[i].told
    for i, person in resolved.items():
        who = person if person.meant is None else person.meant
        keys[i] = (_person_key(who), of_person(who))
        near[i] = beside(who, near[i])
    return keys, near


def _ties(
    view: View, found: list[Found], named: dict[int, Person], title: int
) -> tuple[dict[int, int], dict[int, int]]:
    """Return which roles without a name are offices of which named phrases, and which are only told of one."""
    ties = reaching(view, found, named) | stated(view, found, named)
    ties = headlined(view, found, named, title) | announced_far(view, found, named) | ties
    told = predicates(view, found, named)
    ties |= chained(view, found, named, told | ties) | kinsmen(view, found, named)
    ties = {i: j for i, j in ties.items() if _may_hold(found[i], named[j]) and not is_whose(view, found[i], found[j])}
    return ties, told


def _second(register: Register, phrase: Found, fields: frozenset[str], first: Person) -> Person:
    """Return who has two offices in a row: whom the first one means, or who is named with the second one elsewhere."""
    holder = register.holder(phrase, fields) if first.role_only and first.meant is None else None
    one = first if first.meant is None else first.meant
    if holder is not None and not holder.role_only:
        register.unite(holder, first)
        one = holder
    register.see(one, phrase, fields)
    return one


def _may_hold(role: Found, person: Person) -> bool:
    """Say whether somebody may have a role: no known person rules another state than his own («سالم أمير قطر»)."""
    if role.country in {None, person.nation} or person.nation is None or office(role.head) not in RULING:
        return True
    return person.country == role.country


def _person_key(person: Person) -> Key:
    return ("person", str(person.number))


def _name_people(view: View, found: list[Found], register: Register) -> dict[int, Person]:
    """Enter all named people, full names first; return who is named by which phrase."""
    named: dict[int, Person] = {}
    order = sorted(
        (i for i, p in enumerate(found) if p.kind == "person" and p.name is not None),
        key=lambda i: (-(len(words_of(view, found[i])) > 1), i),
    )
    for i in order:
        phrase = found[i]
        last = phrase.name[1] if phrase.name else phrase.last
        name = proper(view, phrase)
        kin = view.at(phrase.first, "role")
        whose = phrase if kin is not None and kin.entry.flag("owned") else phrase._replace(gender=None)
        register.know_words(given_of(view, phrase), sons_of(view, phrase))
        outer = found[i - 1] if i and found[i - 1].kind == "person" and found[i - 1].last == phrase.last else phrase
        speaks = spoken_gender(view, phrase) or spoken_gender(view, outer)  # «قال ابن عمه سالم»
        person = register.named(words_of(view, phrase), name, whose, speaks)
        register.see(person, phrase, fields_of(view, phrase))
        if speaks:
            person.spoke.append(phrase.first)
        figure = view.at(phrase.name[0], "public_person") if phrase.name else None
        if figure is not None and figure.last == last:
            register.know(person, parts(figure.entry.headword))
            person.latin = person.latin or figure.entry.text("latin")
            person.nation = figure.entry.text("country") or None
            person.country = person.country or person.nation
        person.byline = person.byline or _signs(view, phrase)
        named[i] = person
    ties = [*alias_pairs(view, found, named), *respelled(view, found, named, register.given)]
    for one, alias in ties:
        if named[one] is not named[alias]:
            gone = register.join(named[one], named[alias])
            named = {i: named[one] if person is gone else person for i, person in named.items()}
    _call_as_usual(view, found, named)
    for person in register.people:
        person.last_seen = -1
    return named


def _signs(view: View, phrase: Found) -> bool:
    """Say whether a name opens the text and a dash or line ends it, as that of who wrote it."""
    if phrase.first not in {0, _title_end(view)} or phrase.name is None or phrase.first != phrase.name[0]:
        return False
    return not view.same_sentence(phrase.first, phrase.last) or view.norms[phrase.last] in DASHES


def _call_as_usual(view: View, found: list[Found], named: dict[int, Person]) -> None:
    """Of the spellings of everybody's fullest name take the one that the article uses most."""
    spellings: dict[int, Counter[str]] = {}
    for i, person in sorted(named.items()):
        if len(words_of(view, found[i])) == len(person.words):
            spellings.setdefault(person.number, Counter())[proper(view, found[i])] += 1
    for person in named.values():
        if person.number in spellings:
            person.name = spellings[person.number].most_common(1)[0][0]


def _pair(
    view: View, register: Register, at: tuple[list[Found], int], named: dict[int, Person]
) -> tuple[Person, Person] | None:
    found, i = at
    phrase = found[i]
    if phrase.number != "d" or not phrase.definite:
        return None
    behind = two_behind(view, found, i, named)
    if behind is not None:
        return (behind[0], behind[1]) if behind else None
    wanted = office(phrase.head) if phrase.kind == "person" else ""
    if wanted and register.two(phrase) is not None:
        return None
    return register.pair(wanted, phrase.first, lands_of(view, phrase))


def _pair_key(one: Person, other: Person) -> tuple[Key, Draft]:
    name = f"{one.name} + {other.name}"
    draft = Draft("person", None, name, 0, gender="m", number="d", sector=one.sector)
    return ("pair", str(one.number), str(other.number)), draft


def _role(view: View, register: Register, phrase: Found, fields: frozenset[str]) -> Person:
    stranger = phrase.bare and _is_before_name(view, phrase)  # «المؤرخ ابن …», though the name is not read
    if not stranger and any_responsible(view, phrase):
        holder = register.holder(phrase, fields) if phrase.bare else None
        stranger = holder is None or not holder.role_only
    elif not stranger and (phrase.bare or THEIRS in fields) and phrase.first > register.title:
        bearer = register.holder(phrase, fields)
        stranger = bearer is not None and (is_anybody(view, phrase, bearer) or is_others(view, phrase, bearer))
    if stranger:
        words = tuple(view.norms[phrase.first : phrase.last])
        person = register.role(phrase._replace(definite=False), fields, label(view, phrase), words)
        register.see(person, phrase, fields)
        return person
    if phrase.subkind == LATTER and (named := register.latter(phrase)) is not None:
        register.see(named, phrase, frozenset())
        return named
    if phrase.subkind == HONOURED:
        named = register.honoured(phrase, _bearers(view, phrase))
        if named is not None:
            register.see(named, phrase, frozenset())
            return named
    name = label(view, phrase)
    again = in_body(view, register, phrase, fields) or met_again(view, register, phrase, fields, name)
    if again is not None:
        register.see(again, phrase, fields)
        return again
    if phrase.number == "d" and phrase.definite and (two := register.two(phrase)) is not None:
        register.see(two, phrase, frozenset())
        return two
    if phrase.definite and phrase.number == "s" and is_lone(view, phrase, fields):
        only = of_profession(view, register, phrase, fields)
        if only is not None:
            register.see(only, phrase, fields)
            return only
    speaker = speaks_on(view, register, phrase, fields)
    if speaker is not None:
        register.see(speaker, phrase, fields)
        return speaker
    person = register.role(phrase, fields, name, tuple(view.norms[phrase.first : phrase.last]))
    register.see(person, phrase, fields)
    return person


def _is_before_name(view: View, phrase: Found) -> bool:
    """Say whether «ابن», or behind a title a family name with the article, stands right behind a role."""
    i = phrase.last
    if phrase.number != "s" or not view.same_sentence(phrase.first, i):
        return False
    child = view.at(i, "name_particle")
    if child is not None and child.entry.flag("kin") and child.entry.flag("strict"):
        return not child.prefix
    return view.any(phrase.first, "title") and view.definite(i) and view.any(i, "family_name")


def _bearers(view: View, phrase: Found) -> tuple[str, ...]:
    """Return the titles and offices of whom an honorific with a pronoun may mean."""
    hit = view.at(phrase.first, "honorific_pronoun")
    return hit.entry.texts("bearers") if hit is not None else ()


def _title_end(view: View) -> int:
    """Return the first token behind the title: what is marked as one, else a short first paragraph of several."""
    units = view.units
    if units.title is not None:
        return units.tokens_of(units.title.start, units.title.end)[1]
    body = next((sentence for sentence in units.sentences if sentence.paragraph), None)
    return body.first if body is not None and body.first <= _TITLE else 0


def _other_key(view: View, phrase: Found, name: str, heard: _Heard) -> Key:
    """Return the identity of a body, place or group: its lexicon id, the body it repeats, or its words."""
    if phrase.known is not None:
        return ("known", phrase.known)
    if phrase.bare:
        before = heard.heads.get(_head_of(phrase))
        before = before or next((heard.types[t] for t in types_of(view, phrase) if t in heard.types), None)
        if before is not None:
            return before
    words = fold_word(name).split()
    if phrase.kind != "group" and words and words[0].startswith(ARTICLE):
        words[0] = words[0].removeprefix(ARTICLE)
    return (phrase.kind, *words)


def _mention(view: View, phrase: Found, entity: Entity, alternatives: tuple[tuple[str, float], ...]) -> Mention:
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
        alternatives=alternatives,
        node=Node("mention", phrase.rule, phrase.start, phrase.end, entity.name, phrase.nodes),
    )
