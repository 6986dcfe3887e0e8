"""The outlet in which a paper came out («خبر نُشر على موقع الضفاف», «تقرير نشرته صحيفة الضفاف»)."""

from musnad.statements.scene import Scene
from musnad.statements.subjects.quoted import quoted_name
from musnad.statements.told import BODIES, Told, told_by

_WHERE = frozenset({"in", "on"})


def printed_in(scene: Scene, i: int, until: int) -> Told | None:
    """Return the outlet in which the verb at a token says that the paper before it was printed, or None."""
    prints = [hit for hit in scene.hits.at(i, "making") if hit.entry.flag("prints")]
    if not prints or not (prints[0].suffix or scene.part(i + 1) in _WHERE):
        return None
    at = i + 1 if prints[0].suffix else i + 2
    noun = scene.starting.get(at)
    outlet = noun is not None and noun.last <= until and noun.mention.kind in BODIES | {"agency"}
    return told_by(noun, "creator") if outlet and noun is not None else quoted_name(scene, at, until)
