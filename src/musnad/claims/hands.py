"""The hands that attestations name as origins: who said it, whose act it is, and which of them are one."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from musnad.claims.assertion import Assertion
from musnad.claims.rules import Rules
from musnad.claims.texts import Texts
from musnad.corpus.fingerprints import words
from musnad.corpus.hands import same
from musnad.model import Link, Reading
from musnad.names.known import Known
from musnad.names.same import same_name

VERBAL = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"})
"""Types of events that are acts of speech: who does them says so."""
_BODIES = frozenset({"office", "organisation"})
_FIRST_WORDS = 24  # code points behind the beginning of a piece in which the subject of its verb begins
_LONGEST_NAME = 110  # code points of a name with title and apposition
_PASSING = frozenset({"agency", "outlet"})
_WRITTEN = frozenset({"statement", "letter"})
_JOINT = " + "  # between the names of two speakers of one statement
_BEHIND = 3  # code points behind a name in which the body begins whose press office or spokesman it is
_COUNTRY = "country."
_ONE_SENTENCE = 0.6  # of the words of two sentences that copies have in common


@dataclass(frozen=True, slots=True)
class Hand:
    """The origin of one attestation, as its text names it: `shown` with title and office.

    `houses` are the bodies inside its phrase: a press office speaks for its house. `others` are hands that copies of
    the same words name in its place: an edit, or a slip of reading.
    """

    link: Link
    kind: str
    shown: str
    basis: str
    country: str | None = None
    houses: frozenset[str] = frozenset()
    others: tuple["Hand", ...] = ()

    @property
    def named(self) -> bool:
        """Say whether the text names it."""
        return self.kind != "unnamed"


def hands_of(found: Sequence[Assertion], texts: Texts, rules: Rules) -> list[Hand | None]:
    """Return the origin that each attestation names, None where the text speaks in its own name.

    Copies of the same words agree: what most of them name is the origin of all of them.
    """
    hands = [_hand(each, texts, rules) for each in found]
    if not rules.on("copied"):
        return hands
    below = {
        each.key for each, hand in zip(found, hands, strict=True) if hand is not None and not each.attestation.title
    }
    for number, each in enumerate(found):
        if each.attestation.title and each.key in below:
            hands[number] = None
    known = Known.of(texts.lexicon)
    for numbers in _same_words(found, texts):
        for some in [numbers] if _are_copies(found, numbers, texts) else _by_country(hands, numbers):
            _agree(hands, some, known)
    return hands


def _are_copies(found: Sequence[Assertion], numbers: Sequence[int], texts: Texts) -> bool:
    """Say whether attestations of the same words stand in one text that several carry."""
    shares = [texts.share(found[n].key, found[n].attestation.spans) for n in numbers]
    carried = {None if share is None else share.dispatch.id for share in shares}
    return len(carried) == 1 and None not in carried


def _by_country(hands: Sequence[Hand | None], numbers: Sequence[int]) -> list[list[int]]:
    """Return attestations of the same words by the state that speaks: two sides may say the same of one matter."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number in numbers:
        hand = hands[number]
        found["" if hand is None else hand.country or ""].append(number)
    return list(found.values()) if len(found.keys() - {""}) > 1 else [list(numbers)]


def _agree(hands: list[Hand | None], numbers: Sequence[int], known: Known) -> None:
    """Give attestations of the same words the hand that most of them name; of equally many, a body before people."""
    votes: list[list[Hand]] = []
    for number in numbers:
        hand = hands[number]
        if hand is None:
            continue
        group = next((group for group in votes if are_one(group[0], hand, known)), None)
        if group is None:
            votes.append([hand])
        else:
            group.append(hand)
    if len(votes) < 2:  # noqa: PLR2004 - nobody, or all agree
        return
    unnamed = max((len(group) for group in votes if not group[0].named), default=0)
    votes.sort(key=lambda g: (_is_less(g, unnamed), -len(g), g[0].kind == "person", g[0].shown))
    chosen = replace(votes[0][0], others=tuple(group[0] for group in votes[1:]))
    for number in numbers:
        if hands[number] is not None:
            hands[number] = chosen


def _is_less(group: Sequence[Hand], unnamed: int) -> bool:
    """Say whether a hand yields to others: a source without name to a named one, for copies leave names out.

    Where only one copy names somebody and most have a source without name, that one was edited or is read wrongly.
    """
    return not group[0].named if len(group) * 2 > unnamed else group[0].named


def groups(hands: Sequence[Hand | None], texts: Texts, rules: Rules) -> list[list[int]]:
    """Return the numbers of named hands, those that are one together; fuller names first."""
    known = Known.of(texts.lexicon)
    numbers = [number for number, hand in enumerate(hands) if hand is not None and hand.named]
    numbers.sort(key=lambda n: (-len(words(_must(hands[n]).link.name)), _must(hands[n]).link.name, n))
    found: list[list[int]] = []
    for number in numbers:
        hand = _must(hands[number])
        group = next((g for g in found if _may_be_one(_must(hands[g[0]]), hand, known)), None)
        if group is None:
            found.append([number])
        else:
            group.append(number)
    return _metonyms(found, hands) if rules.on("metonym") else found


def _may_be_one(first: Hand, second: Hand, known: Known) -> bool:
    """Say whether two hands are one, or whether copies give the words of one of them to the other."""
    return any(are_one(one, two, known) for one in (first, *first.others) for two in (second, *second.others))


def are_one(first: Hand, second: Hand, known: Known) -> bool:
    """Say whether two hands may be one: one entity, one name a part of the other, or two spellings of it."""
    if same(first.link, second.link) or first.link.entity in second.houses or second.link.entity in first.houses:
        return True
    if first.kind == second.kind == "body" and first.houses & second.houses:
        return True
    if first.kind != second.kind:
        return False
    kind = "person" if first.kind == "person" else "organisation"
    return same_name(first.link.name, second.link.name, known, kind=kind).verdict == "same"


def shown(link: Link, reading: Reading) -> str:
    """Return a name as the text introduces it: the fullest phrase that names this entity, with title and office."""
    mentions = [m for m in reading.mentions if m.entity == link.entity and m.proper is not None]
    phrases = [" ".join(m.span.of(reading.article.text).split()) for m in mentions]
    fitting = [phrase for phrase in phrases if len(link.name) < len(phrase) <= _LONGEST_NAME]
    fullest = max(fitting, key=lambda phrase: (len(phrase), phrase), default=link.name)
    return fullest if set(words(link.name)) & set(words(fullest)) else link.name


def _hand(each: Assertion, texts: Texts, rules: Rules) -> Hand | None:
    at = each.attestation
    reading = texts.readings[at.key]
    links = [link for link in at.chain if not link.tail]
    if not links:
        return _actor(each, reading) if rules.on("act") else None
    link, basis = (_issuer(links, reading), "issuer") if rules.on("issuer") else (links[0], "named")
    if link is links[0]:
        basis = "named"
    if rules.on("mouth") and (link.entity or "").startswith(_COUNTRY):
        mouth = _mouth(link, each, reading)
        link, basis = (link, basis) if mouth is None else (mouth, "mouth")
    return _made(link, reading, basis)


def _issuer(links: Sequence[Link], reading: Reading) -> Link:
    """Return who put a claim on record: of those who are quoted inside each other the outermost who issued it.

    A body that issued a written statement; else the first body; else, of people, the last, who tells of the others.
    Agencies and outlets only pass on.
    """
    kinds = {entity.id: entity.kind for entity in reading.entities}
    own = [link for link in links if link.role not in _PASSING or kinds.get(link.entity or "") == "office"]
    own = own or list(links[:1])
    bodies = [link for link in own if kinds.get(link.entity or "") != "person" and _JOINT not in link.name]
    written = [link for link in bodies if link.medium in _WRITTEN]
    return written[-1] if written else bodies[0] if bodies else own[-1]


def _mouth(state: Link, each: Assertion, reading: Reading) -> Link | None:
    """Return the nearest hand of a state to whom the text attributes other words than to the state itself."""
    countries = {entity.id: entity.country for entity in reading.entities}
    country = countries.get(state.entity or "") or (state.entity or "").removeprefix(_COUNTRY)
    start = each.attestation.spans[0].start
    found = []
    for statement in reading.statements:
        link = next((link for link in statement.chain if not link.tail), None)
        if link is not None and link.entity != state.entity and countries.get(link.entity or "") == country:
            found.append((abs(statement.content[0].start - start), statement.id, link))
    return min(found, key=lambda one: one[:2])[2] if found else None


def _made(link: Link, reading: Reading, basis: str) -> Hand:
    entity = next((each for each in reading.entities if each.id == link.entity), None)
    kind = "person" if _JOINT in link.name or (entity is not None and entity.kind == "person") else "body"
    if link.unnamed or is_document(link):
        kind = "unnamed"
    country = None if entity is None else entity.country
    return Hand(link, kind, shown(link, reading), basis, country, _houses(link, reading))


def is_document(link: Link) -> bool:
    """Say whether a hand is only a document («the statement») whose issuer the text does not name."""
    return link.entity is None and link.basis == "document"


def _houses(link: Link, reading: Reading) -> frozenset[str]:
    """Return the ids of known bodies whose names stand inside or right behind the name of an office."""
    spans = [m.span for m in reading.mentions if m.entity == link.entity]
    spans += [] if link.span is None else [link.span]
    return frozenset(
        m.entity
        for m in reading.mentions
        if m.kind in _BODIES
        and m.entity != link.entity
        and any(span.start < m.span.start <= span.end + _BEHIND for span in spans)
    )


def _actor(each: Assertion, reading: Reading) -> Hand | None:
    """Return the one who acts, where the act is one of speech, or a body's own at the beginning of a piece."""
    at = each.attestation
    inside = [e for e in reading.events if any(span.start <= e.trigger.start < span.end for span in at.spans)]
    for event in inside:
        own = event.id == at.fact or at.fact is None
        if own and event.type in VERBAL and event.actors and not event.statements:
            actor = event.actors[0]
            return _made(Link(actor.name, "speaker", actor.span, "act", entity=actor.entity), reading, "act")
    if at.kind != "narration":
        return None
    start = at.spans[0].start
    mention = next((m for m in reading.mentions if start < m.span.start <= start + _FIRST_WORDS), None)
    if mention is None or mention.kind not in _BODIES:
        return None
    return _made(Link(mention.name, "speaker", mention.span, "act", entity=mention.entity), reading, "act")


def _same_words(found: Sequence[Assertion], texts: Texts) -> list[list[int]]:
    """Return the numbers of attestations that are one text: in the same words, or pieces of one dispatch.

    Of the events that one dispatch tells, only those are one text that stand in nearly the same sentence: another
    sentence may tell the event in another's name.
    """
    groups: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    sentences: defaultdict[str, list[list[int]]] = defaultdict(list)
    for number, each in enumerate(found):
        groups[("words", *sorted(each.stems))].append(number)
        at = each.attestation
        share = texts.share(at.key, at.spans)
        if share is None:
            continue
        if each.kind != "event":
            groups["dispatch", share.dispatch.id].append(number)
            continue
        known = sentences[share.dispatch.id]
        group = next((g for g in known if _is_one_sentence(found[g[0]], each)), None)
        if group is None:
            known.append([number])
        else:
            group.append(number)
    every = [*(numbers for _, numbers in sorted(groups.items())), *(g for k in sorted(sentences) for g in sentences[k])]
    return [numbers for numbers in every if len(numbers) > 1]


def _is_one_sentence(one: Assertion, other: Assertion) -> bool:
    shared = len(one.stems & other.stems)
    return shared >= _ONE_SENTENCE * max(1, len(one.stems | other.stems))


def _metonyms(found: list[list[int]], hands: Sequence[Hand | None]) -> list[list[int]]:
    """Put a state to the one office of it that is named, if there is only one."""
    states: list[list[int]] = []
    others: list[list[int]] = []
    for group in found:
        (states if (_must(hands[group[0]]).link.entity or "").startswith(_COUNTRY) else others).append(group)
    for state in states:
        country = _must(hands[state[0]]).country
        own = [group for group in others if country is not None and _must(hands[group[0]]).country == country]
        if len(own) == 1:
            own[0].extend(state)
        else:
            others.append(state)
    return others


def _must(hand: Hand | None) -> Hand:
    if hand is None:
        message = "an attestation without a hand stands in a group of hands"
        raise ValueError(message)
    return hand
