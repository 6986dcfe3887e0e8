"""Noun phrases: who stands where in a clause, with the preposition before it."""

from collections.abc import Sequence
from typing import NamedTuple

from musnad.model import Entity, Mention, Span

KNOWN = ".known"
"""How the rules end of what stands under its own name in the knowledge base."""


class Phrase(NamedTuple):
    """A noun phrase that stands for somebody: tokens `[first, last)`, `head` with unnamed nouns in idafa before it.

    `slot` is the preposition by name («» for none, «other» for one that no frame knows); `joined` says that the phrase
    follows the one before with «and»; `definite` marks a noun with the article that stands for nobody of the cast.
    Whoever is `doubted` stands too far from a verb without a subject to be called its own; that somebody does it makes
    a happening believable all the same.
    """

    first: int
    last: int
    head: int
    slot: str
    joined: bool
    mention: Mention
    entity: Entity
    definite: bool = False
    doubted: bool = False


def unknown(tokens: tuple[int, int], span: Span, name: str, *, rule: str = "", definite: bool = False) -> Phrase:
    """Return a bare phrase that stands for nobody of the cast."""
    mention = Mention(span, "group", name, "", rule=rule)
    first, last = tokens
    entity = Entity("", "group", name)
    return Phrase(first, last, first, slot="", joined=False, mention=mention, entity=entity, definite=definite)


def of_role(role: Phrase | None, phrase: Phrase) -> bool:
    """Say whether a phrase only says whose role or what office it is that ends before it: «the leader | of the party».

    Behind a name it says so with a noun of its own: «X, the delegate of the League | for the affairs of Y».
    """
    if role is None or role.mention.kind != "person" or phrase.slot != "for":
        return False
    proper, bare = role.mention.proper, phrase.head == phrase.first
    if proper is None:
        return bare
    return proper.end < role.mention.span.end and not bare and phrase.mention.kind != "person"


def outermost(mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions that lie in no other one; they come in order of position, longer first."""
    found: list[Mention] = []
    for mention in mentions:
        if not found or mention.span.start >= found[-1].span.end:
            found.append(mention)
    return found


def known_over(mentions: Sequence[Mention], offset: int) -> bool:
    """Say whether a name of the knowledge base runs over a code point: «experts of | the arms ban agency»."""
    known = (mention.span for mention in mentions if mention.rule.endswith(KNOWN))
    return any(span.start < offset < span.end for span in known)


def are_pair(held: Sequence[Phrase]) -> bool:
    """Say whether those whose meeting it is are two people, who meet each other: «after the meeting of | X and Y»."""
    return held[0].entity.number == "d" or (len(held) > 1 and all(one.mention.kind == "person" for one in held))
