"""Words of God and of his prophet, whom only words of praise name («قال تعالى …», «قال صلى الله عليه وسلم …»)."""

from musnad.model import Node, Span, Speaker
from musnad.statements.cues.find import Cue
from musnad.statements.scene import Scene
from musnad.statements.told import Told

KIND = "holy"
"""Kind of a speaker whom no later verb means."""


def scripture(scene: Scene, cue: Cue) -> Told | None:
    """Return whom the words of praise behind a cue mean («وحث - صلى الله عليه وسلم - على …»), or None."""
    if cue.family == "participle":
        return None  # «سائلا الله تعالى أن …» is a man's prayer
    praise = next((hit for i in (cue.last, cue.last + 1) if (hit := scene.particle(i)) and scene.part(i) == KIND), None)
    asked = cue.text("addressee") == "object" and scene.units.is_word(cue.last)  # «وسأل الله تعالى أن …»
    if praise is None or (asked and praise.first > cue.last):
        return None
    span = Span(praise.start, praise.end)
    name = praise.entry.text("means")
    node = Node("speaker", "phrase", span.start, span.end, name)
    return Told(Speaker(name, span, None, "phrase"), "m", "s", KIND, praise.last, node)
