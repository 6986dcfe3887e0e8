"""Words of saying behind which nobody has said anything: they are only supposed, lacking or meant of anybody."""

from musnad.arabic import AND
from musnad.lexicon import Hit
from musnad.statements.scene import Scene

WISHED = 8  # tokens back to the wish that a joined verb goes on with
_LINKS = frozenset({"to", "in", "of"})  # «الحاجة إلى تذكيرهم»


def is_supposed(scene: Scene, hit: Hit) -> bool:
    """Say whether a verb is only supposed («قد يقول …», «إذا أعلنت الوزارة …», «لكي يؤكد …»)."""
    lead = scene.lead(hit.first - 1) if hit.first and not hit.prefix else None
    supposes = "" if lead is None or lead.last != hit.first else lead.entry.text("supposes")
    if not hit.prefix and scene.hits.has(hit.first - 1, "wanting"):
        return True  # «كان من الأحرى لفت الانتباه إلى …»
    return supposes == "any" or (supposes == "present" and hit.form.tense != "past")


def joins_wish(scene: Scene, hit: Hit) -> bool:
    """Say whether a present verb goes on with a wish («تمنيت أن لا يذهب ويعتذر عن الدعوة»)."""
    if hit.prefix != AND:
        return False
    for i in range(hit.first - 1, max(scene.region(hit.first)[0], hit.first - WISHED), -1):
        if scene.is_break(i) or i in scene.within:
            return False
        at = scene.particle_end(i) if scene.part(i) == "negation" else i
        if scene.is_that(i - 1) and any(verb.form.tense == "present" for verb in scene.hits.verbs(at)):
            return not scene.hits.has(i - 2, "cue")  # «يقول إن يكتب … ويضيف»
    return False


def is_wanting(scene: Scene, at: int) -> bool:
    """Say whether the masdar at a token names what was not done («عدم إعلان الوزارة …», «الحاجة إلى تذكيرهم بـ…»)."""
    before = at - 2 if scene.part(at - 1) in _LINKS else at - 1
    return before >= 0 and scene.hits.has(before, "wanting")
