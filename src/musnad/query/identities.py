"""Who is one across articles and why, and who may be: pairs of entities whose names match, for analysts to decide."""

from collections.abc import Iterable
from dataclasses import dataclass

from musnad.lexicon import Lexicon
from musnad.names import POSSIBLE, keys, same_name
from musnad.names.known import Known
from musnad.store import Reader, is_known

_LARGEST_BLOCK = 200  # entities under one key; a key that more share tells nobody apart


@dataclass(frozen=True, slots=True)
class Member:
    """An entity that is one with others: since which version of the table, how surely, and by what.

    The one for which the others stand has no `since`, as it stands for itself.
    """

    id: str
    name: str
    articles: int
    since: int | None
    score: float | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class Past:
    """An entity that stood for another one, from one version of the table up to, not including, another one."""

    id: str
    same: str
    since: int
    until: int
    reason: str


@dataclass(frozen=True, slots=True)
class Identity:
    """All that are one, by the version of the table of identities: `id` is that for which the others stand."""

    id: str
    kind: str
    version: int
    members: tuple[Member, ...]
    past: tuple[Past, ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """An entity with its most frequent name, and in how many articles it has that."""

    id: str
    name: str
    articles: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two entities whose names match: how surely (`score` from 0 to 1, `verdict` same or possible), and why."""

    one: Named
    two: Named
    verdict: str
    score: float
    reason: str


def identity(reader: Reader, entity: int) -> Identity:
    """Return all that are one with an entity, and for whom they stood before."""
    rows = reader.identities.members(entity)
    members = tuple(
        Member(key, _name(reader, row, key), articles, since, score, reason)
        for row, key, _, articles, since, score, reason in rows
    )
    past = tuple(Past(*row) for row in reader.identities.past([row[0] for row in rows]))
    return Identity(rows[0][1], rows[0][2], reader.identities.version()[0], members, past)


def _name(reader: Reader, row: int, key: str) -> str:
    return next(iter(reader.identities.own_names(row)), key)


def proposals(entities: Iterable[Named], lexicon: Lexicon, kind: str) -> list[Proposal]:
    """Return the pairs of entities of a kind that may be one, the surest first, and those of many articles.

    Two entities of the knowledge base are never one. The answer does not depend on the order of the entities.
    """
    known = Known.of(lexicon)
    blocks: dict[str, list[Named]] = {}
    for entity in sorted(entities, key=lambda each: each.id):
        for key in keys(entity.name, known, kind=kind):
            blocks.setdefault(key, []).append(entity)
    pairs = {
        (one, two)
        for block in blocks.values()
        if len(block) <= _LARGEST_BLOCK
        for number, one in enumerate(block)
        for two in block[number + 1 :]
        if not (is_known(one.id) and is_known(two.id))
    }
    found = []
    for one, two in sorted(pairs, key=lambda pair: (pair[0].id, pair[1].id)):
        match = same_name(one.name, two.name, known, kind=kind)
        if match.score >= POSSIBLE:
            found.append(Proposal(one, two, match.verdict, match.score, match.reason))
    return sorted(found, key=lambda each: (-each.score, -each.one.articles - each.two.articles))
