"""On which occasion it was said: medium, addressee, the outlet that was told, and what carries over to the next."""

from musnad.model import Link, Published
from musnad.statements.drafts import Draft
from musnad.statements.scene import Noun, Scene
from musnad.statements.speakers import told_by

_TOLD_TO = frozenset({"to", "beside"})


class Occasions:
    """Fills in the occasion of every statement, in order. Lives inside one call of `find`."""

    def __init__(self, scene: Scene, published: Published) -> None:
        """Start without an occasion."""
        self.scene = scene
        self.published = published

    def fill(self, drafts: list[Draft]) -> None:
        """Set medium, addressee and outlet of every draft; who goes on speaking keeps them."""
        last: Draft | None = None
        for draft in drafts:
            self._own(draft)
            if last is not None and not draft.via and draft.parent is last.parent and self._goes_on(draft, last):
                draft.via = last.via
                if draft.relayed_by is None:
                    draft.relayed_by = last.relayed_by
                if draft.medium == "unknown":
                    draft.medium = last.medium
            if draft.parent is None:
                last = draft

    def _own(self, draft: Draft) -> None:
        scene = self.scene
        low, high = self._clause(draft)
        spoken = draft.told.last if draft.told is not None and draft.told.speaker.basis == "subject" else low
        for i in range(low, high):
            noun = scene.starting.get(i)
            if noun is not None and i >= spoken and self._is_told(noun):
                self._tell(draft, noun)
            elif draft.medium == "unknown":
                found = scene.hits.at(i, "medium")
                if found and not (noun is not None and noun.mention.kind == "person"):
                    draft.medium = found[0].entry.text("medium")

    def _clause(self, draft: Draft) -> tuple[int, int]:
        """Return the tokens of the cue's clause outside the content."""
        if draft.opening is None:
            return draft.cue.last, draft.cue.last
        first, _ = self.scene.region(draft.cue.first)
        low = draft.cue.first
        if self.scene.norms[max(draft.begins - 1, 0)] in "،," and draft.begins - first < 12:  # noqa: PLR2004 - an opening phrase
            low = first
        return low, max(draft.opening.at, draft.cue.last)

    def _is_told(self, noun: Noun) -> bool:
        """Say whether a preposition makes a noun the one to whom something is told."""
        scene, at = self.scene, noun.first
        written = scene.units.starts[at] < noun.mention.span.start
        return written or (at > 0 and (scene.part(at - 1) in _TOLD_TO or scene.norms[at - 1] == "ل"))

    def _tell(self, draft: Draft, noun: Noun) -> None:
        told = told_by(noun, "addressee")
        if noun.mention.kind == "agency":
            role = "agency" if noun.mention.subkind == "agency" else "outlet"
            draft.via = (Link(told.speaker.name, role, told.speaker.span, "text", entity=told.speaker.entity),)
            draft.medium = "remarks" if draft.medium == "unknown" else draft.medium
        draft.addressee = draft.addressee or told

    def _goes_on(self, draft: Draft, last: Draft) -> bool:
        """Say whether the last speaker goes on speaking on the same occasion."""
        one, other = draft.told, last.told
        if one is None or other is None or one.speaker.name != other.speaker.name:
            return False
        return draft.medium in {"unknown", last.medium} and draft.addressee is None
