"""Complete the chain of every statement and event."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from musnad.model import Chain, Event, Statement


def attach(
    statements: Sequence[Statement], events: Sequence[Event], tail: Chain
) -> tuple[tuple[Statement, ...], tuple[Event, ...]]:
    """Return the same statements and events, each with its whole chain, origin first.

    A statement has its own hands first, then those of the statement that holds it, then the document's own; an event
    has the chain of the first statement that tells it, else the document's own.
    """
    by_id = {statement.id: statement for statement in statements}
    chains = {statement.id: (*_hands(statement, by_id), *tail) for statement in statements}
    told = tuple(replace(statement, chain=chains[statement.id]) for statement in statements)
    return told, tuple(replace(event, chain=_told(event, chains, tail)) for event in events)


def _hands(statement: Statement, by_id: Mapping[str, Statement]) -> Chain:
    """Return the own hands of a statement and of those around it; a chain of parents ends, for contents are nested.

    Whoever quotes his own words stands once: they came through nobody else.
    """
    hands = list(statement.chain)
    parent = by_id.get(statement.parent or "")
    while parent is not None:
        hands += [link for link in parent.chain if not any(link.name == known.name for known in hands)]
        parent = by_id.get(parent.parent or "")
    return tuple(hands)


def _told(event: Event, chains: Mapping[str, Chain], tail: Chain) -> Chain:
    return next((chains[told] for told in event.statements if told in chains), tail)
