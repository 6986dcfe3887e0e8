"""The cast of an article: its mentions and entities, indexed for the stages that ask who stands where."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field

from musnad.model.mentions import Entity, Mention
from musnad.model.spans import Span


@dataclass(frozen=True, slots=True)
class Cast:
    """Mentions in order of position (longer first where two start together) and the entities they stand for.

    Mentions may be nested (a country inside an office inside a person's noun phrase).
    """

    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _by_id: Mapping[str, Entity] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Order the mentions and index them."""
        ordered = tuple(sorted(self.mentions, key=lambda m: (m.span.start, -m.span.end)))
        object.__setattr__(self, "mentions", ordered)
        object.__setattr__(self, "_starts", tuple(m.span.start for m in ordered))
        object.__setattr__(self, "_by_id", {entity.id: entity for entity in self.entities})

    def entity(self, mention: Mention) -> Entity:
        """Return the entity that a mention stands for."""
        return self._by_id[mention.entity]

    def get(self, entity_id: str) -> Entity | None:
        """Return an entity by id, or None."""
        return self._by_id.get(entity_id)

    def starting(self, start: int) -> tuple[Mention, ...]:
        """Return the mentions that start at a code point, longest first."""
        low = bisect_left(self._starts, start)
        high = bisect_left(self._starts, start + 1)
        return self.mentions[low:high]

    def within(self, span: Span) -> tuple[Mention, ...]:
        """Return the mentions that lie wholly inside a span, in order."""
        low = bisect_left(self._starts, span.start)
        high = bisect_left(self._starts, span.end)
        return tuple(m for m in self.mentions[low:high] if m.span.end <= span.end)

    def outermost(self, span: Span) -> tuple[Mention, ...]:
        """Return the mentions inside a span that lie in no other one of them."""
        found: list[Mention] = []
        for mention in self.within(span):
            if not found or mention.span.start >= found[-1].span.end:
                found.append(mention)
        return tuple(found)
