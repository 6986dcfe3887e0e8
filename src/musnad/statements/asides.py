"""Asides between a cue and its content, and marked words that are the content without being said."""

from musnad.arabic import BA
from musnad.statements.cues import Cue
from musnad.statements.scene import Scene
from musnad.statements.steps import begins

ASIDE = 9  # tokens of an aside between two commas
_OPENING = frozenset({"in", "beside", "about", "of", "by"})


def behind_aside(scene: Scene, cue: Cue, i: int, end: int) -> int:
    """Return the comma that closes the aside which one at `i` opens («نفى حداد، عن حزب الأمل، …»), or `i`.

    An aside begins with a preposition that does not bring the content of the cue.
    """
    at = i + 1
    if not scene.is_comma(i) or at >= end or at in scene.named or scene.hits.has(at, "complementiser"):
        return i
    part = scene.part(at)
    led = part in _OPENING and part not in cue.frames
    under = "with" not in cue.frames and any(hit.prefix in BA for hit in scene.hits.at(at))  # «برئاسة سامي حداد»
    if not (led or under):
        return i
    for last in range(at + 1, min(end, at + ASIDE)):
        if scene.is_comma(last):
            sure = not cue.flag("weak") or scene.hits.has(last + 1, "complementiser")
            return last if sure else i
        if begins(scene, last) or scene.is_surely_verb(last) or last in scene.quote_at or scene.hits.has(last, "cue"):
            return i
    return i


def is_marked_object(scene: Scene, cue: Cue, i: int) -> bool:
    """Say whether words in marks behind whoever speaks are what he speaks of («نفى الوزير "الشائعات" التي …»)."""
    quote = scene.quote_at.get(i)
    if quote is None or "object" not in cue.frames or cue.suffixed or cue.family != "verb" or i <= cue.last:
        return False
    if cue.flag("own"):
        return False  # «أبدى المقاتلون مقاومة في "الشرق"»
    if i not in scene.ending and not scene.is_comma(i - 1):
        return False
    after = scene.units.tokens_of(quote.start, quote.end)[1]
    return after >= len(scene.norms) or not scene.units.is_word(after) or scene.is_function(after)
