"""Origins: the hands that first put a claim on record, and how many of them there are at least and at most."""

from collections.abc import Iterator, Sequence

from musnad.claims.assertion import Assertion
from musnad.claims.hands import Hand, groups, hands_of, is_document, shown
from musnad.claims.routes import Strand
from musnad.claims.rules import Rules
from musnad.claims.texts import Texts
from musnad.corpus.hands import same
from musnad.model import Link, Span, Statement
from musnad.model.claims import Source, Sources

NARRATOR = "no source named"
AGENCY_NARRATION, OWN_NARRATION = f"{NARRATOR} (agency narration)", f"{NARRATOR} (own narration)"
"""How an origin is called that no text names."""


def origins_of(found: Sequence[Assertion], strands: Sequence[Strand], texts: Texts, rules: Rules) -> Sources:
    """Return the origins of one proposition.

    At least: those that are named for certain (one, where none is). At most: all named ones, a source without name for
    every strand that has one, and a voice of its own for every strand that names nobody. Whose act a text tells without
    attributing it is an origin by inference only: the voice of the text is shown beside it, and both count as one.
    """
    hands = hands_of(found, texts, rules)
    for strand in strands:
        if strand.tail.kind == "release" and not any(hands[number] for number in strand.numbers):
            issuer = Hand(Link(strand.tail.name, "office", basis="release"), "body", strand.tail.name, "release")
            for number in strand.numbers:
                hands[number] = issuer
    named = _named(hands, texts, rules)
    unnamed: list[Source] = []
    narrated: list[Source] = []
    voices = 0
    for strand in strands:
        silent = [number for number in strand.numbers if hands[number] is None]
        own = [hand for number in strand.numbers if (hand := hands[number]) is not None]
        if not any(hand.named for hand in own) and own:
            unnamed.append(_unnamed(strand, hands))
        inferred = bool(own) and all(hand.basis == "act" for hand in own)
        if inferred or not own or (silent and not rules.on("restated")):
            voices += not inferred
            numbers = strand.numbers if inferred else silent
            narrated += _narrated(numbers, strand, found, texts, rules)
    certain = [source for source in named if source.certain]
    least = max(1, len(certain) - (_of_states(certain, hands, strands) if rules.on("house") else 0))
    most = len(named) + (len(unnamed) if rules.on("unnamed") else min(1, len(unnamed))) + voices
    return Sources((*named, *_instead(hands, named), *unnamed, *narrated), least, max(least, most))


def _named(hands: Sequence[Hand | None], texts: Texts, rules: Rules) -> list[Source]:
    found = []
    for group in groups(hands, texts, rules):
        own = [hand for number in group if (hand := hands[number]) is not None]
        best = max(own, key=lambda hand: (len(hand.shown), hand.shown))
        basis = tuple(sorted({hand.basis for hand in own}))
        certain = not set(basis) <= {"act", "mouth"}
        country = best.country or next((hand.country for hand in own if hand.country), None)
        numbers = tuple(sorted(group))
        found.append(Source(best.shown, best.kind, numbers, best.link.entity, certain, basis, country=country))
    return sorted(found, key=lambda source: source.attested)


def _of_states(named: Sequence[Source], hands: Sequence[Hand | None], strands: Sequence[Strand]) -> int:
    """Return how many origins may be one with another: people of a state of which a body is an origin too.

    And bodies of a state that copies of one text name in each other's place: «the Saudi embassy», in full elsewhere.
    """
    states: list[str] = []
    for source in sorted(named, key=lambda each: each.kind == "person"):
        hand = hands[source.attested[0]]
        if hand is not None and hand.country is not None:
            states.append(hand.country if source.kind == "person" or hand.country not in states else "")
    known = [state for state in states if state]
    return len(known) - len(set(known)) + _of_texts([each for each in named if each.kind == "body"], hands, strands)


def _of_texts(bodies: Sequence[Source], hands: Sequence[Hand | None], strands: Sequence[Strand]) -> int:
    """Return how many bodies stand beside another one of their state in one text alone."""
    counted: list[tuple[tuple[int, ...], str]] = []
    for body in bodies:
        hand = hands[body.attested[0]]
        country = None if hand is None else hand.country
        inside = any(
            country and other == country and {*numbers, *body.attested} <= {*strand.numbers}
            for numbers, other in counted
            for strand in strands
        )
        if not inside:
            counted.append((body.attested, country or ""))
    return len(bodies) - len(counted)


def _instead(hands: Sequence[Hand | None], named: Sequence[Source]) -> list[Source]:
    """Return the hands that copies of the same words name in place of an origin: they count as none of their own."""
    numbers: dict[str, list[int]] = {}
    found: dict[str, Hand] = {}
    for number, hand in enumerate(hands):
        for other in () if hand is None else hand.others:
            found[other.shown] = other
            numbers.setdefault(other.shown, []).append(number)
    shown = {source.name for source in named}
    return [
        Source(name, found[name].kind, tuple(numbers[name]), found[name].link.entity, certain=False, basis=("copied",))
        for name in sorted(found)
        if name not in shown
    ]


def _unnamed(strand: Strand, hands: Sequence[Hand | None]) -> Source:
    numbers = tuple(number for number in strand.numbers if hands[number] is not None)
    names = sorted({hand.shown for number in numbers if (hand := hands[number])}, key=lambda name: (-len(name), name))
    return Source(names[0], "unnamed", numbers, certain=False, basis=("unnamed",))


def _narrated(
    numbers: Sequence[int], strand: Strand, found: Sequence[Assertion], texts: Texts, rules: Rules
) -> Iterator[Source]:
    """Yield the voice of a strand that names nobody, and before it who perhaps stands behind it by the context."""
    near: list[tuple[Link, str]] = []
    for number in numbers:
        link = _around(found[number], texts) if rules.on("context") else None
        if link is not None and not any(same(link, other) for other, _ in near):
            near.append((link, shown(link, texts.readings[found[number].key])))
    for link, name in sorted(near, key=lambda each: each[1]):
        yield Source(name, "context", tuple(numbers), link.entity, certain=False, basis=("context",))
    name = AGENCY_NARRATION if strand.tail.kind == "agency" else OWN_NARRATION
    yield Source(name, "narrator", tuple(numbers), certain=False, basis=("narration",))


def _around(each: Assertion, texts: Texts) -> Link | None:
    """Return the source of the statements nearest before and behind a piece, where both have the same."""
    reading = texts.readings[each.key]
    span = each.attestation.spans[0]
    before = _nearest([s for s in reading.statements if s.content[0].start < span.start], span)
    behind = _nearest([s for s in reading.statements if s.content[0].start > span.start], span)
    links = [_origin(statement) for statement in (before, behind) if statement is not None]
    known = [link for link in links if link is not None]
    if not known or len(known) != len(links):
        return None
    return known[0] if all(same(known[0], link) for link in known) else None


def _nearest(statements: Sequence[Statement], span: Span) -> Statement | None:
    return min(statements, key=lambda s: (abs(s.content[0].start - span.start), s.id), default=None)


def _origin(statement: Statement) -> Link | None:
    """Return who is quoted, None where it is nobody or a document whose issuer nobody names."""
    links = [link for link in statement.chain if not link.tail]
    return links[0] if links and not is_document(links[0]) else None
