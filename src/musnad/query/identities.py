"""Who may be one: pairs of entities whose names match, for an analyst to decide about; nothing is merged by itself.

The matcher judges names, and two people can bear one name: what it finds is a proposal with its reason.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from musnad.lexicon import Lexicon
from musnad.names import POSSIBLE, SAME, keys, same_name
from musnad.names.known import Known

_LARGEST_BLOCK = 200  # entities under one key; a key that more share tells nobody apart


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


def proposals(entities: Iterable[Named], lexicon: Lexicon, kind: str, *, surely: bool = True) -> Iterator[Proposal]:
    """Yield the pairs of entities of a kind that may be one, ordered by their ids; with `surely` only the sure ones.

    Two entities of the knowledge base are never one. The answer does not depend on the order of the entities.
    """
    known = Known.of(lexicon)
    least = SAME if surely else POSSIBLE
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
        if ":" in one.id or ":" in two.id
    }
    for one, two in sorted(pairs, key=lambda pair: (pair[0].id, pair[1].id)):
        match = same_name(one.name, two.name, known, kind=kind)
        if match.score >= least:
            yield Proposal(one, two, match.verdict, match.score, match.reason)
