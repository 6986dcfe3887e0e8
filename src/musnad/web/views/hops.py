"""A chain as a path: hop after hop from the origin to the page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from musnad.model import Chain, shared_id
from musnad.query import Hand


@dataclass(frozen=True, slots=True)
class Hop:
    """One hand as it is drawn: and whose page it leads to (`key`)."""

    name: str
    role: str
    basis: str
    unnamed: bool
    key: str | None


def hops_of_links(chain: Chain, keys: Mapping[str, str]) -> tuple[Hop, ...]:
    """Return the chain of a reading; `keys` leads from its entities to those of the collection."""
    return _once(Hop(x.name, x.role, x.basis, x.unnamed, key_of(x.entity, keys)) for x in chain)


def hops_of_hands(*chains: Iterable[Hand]) -> tuple[Hop, ...]:
    """Return the chain of a find: its own hands, then those of its article."""
    return _once(Hop(x.name, x.role, x.basis, x.unnamed, x.id) for chain in chains for x in chain)


def key_of(entity: str | None, keys: Mapping[str, str]) -> str | None:
    """Return the id across articles of an entity; one that only its reading knows has none."""
    return None if entity is None else keys.get(entity, shared_id(entity))


def _once(hops: Iterable[Hop]) -> tuple[Hop, ...]:
    """Return the hops; whoever stands twice in a row is named once."""
    return tuple(next(same) for _, same in groupby(hops, key=lambda hop: hop.name))
