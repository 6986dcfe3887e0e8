"""Who is meant before the colon of a headline: the one who says the same in the body."""

from dataclasses import replace

from musnad.statements.drafts import Draft
from musnad.statements.scene import Scene

ALIKE = 0.5  # share of the headline's words that the statement in the body must have
_SHORTEST = 3  # letters of a word that counts


def name_headlines(scene: Scene, drafts: list[Draft]) -> None:
    """Give a headline's unnamed speaker («ضابط إسرائيلي: …») the name under which the body quotes him."""
    for draft in drafts:
        told = draft.told
        if draft.family != "colon" or told is None or _is_named(scene, draft):
            continue
        words = _words(scene, draft)
        body = [other for other in drafts if other is not draft and other.told is not None and other.parent is None]
        best = max(body, key=lambda other: len(words & _words(scene, other)), default=None)
        if best is None or best.told is None or len(words & _words(scene, best)) < ALIKE * len(words):
            continue
        speaker = replace(told.speaker, name=best.told.speaker.name, entity=best.told.speaker.entity, basis="body")
        draft.told = replace(told, speaker=speaker)


def _is_named(scene: Scene, draft: Draft) -> bool:
    """Say whether a headline's speaker bears a proper name."""
    span = draft.told.speaker.span if draft.told is not None else None
    noun = scene.starting.get(scene.units.token_at(span.start)) if span is not None else None
    return noun is not None and noun.mention.proper is not None


def _words(scene: Scene, draft: Draft) -> set[str]:
    """Return the folded words of a content, short ones left out."""
    units = scene.units
    found: set[str] = set()
    for piece in draft.pieces:
        first, last = units.tokens_of(piece.start, piece.end)
        found.update(norm for norm in units.norms[first:last] if len(norm) >= _SHORTEST)
    return found
