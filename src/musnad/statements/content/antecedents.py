"""The noun before a verb whose object is a pronoun, as content («اتهامات تنفيها طهران»)."""

from musnad.arabic import ARTICLE
from musnad.model import Node
from musnad.statements.content.openings import Opening
from musnad.statements.cues.find import Cue
from musnad.statements.scene import Scene
from musnad.statements.steps import VERBS

LONGEST = 3  # words of a noun phrase that a relative clause follows


def antecedent(scene: Scene, cue: Cue) -> Opening | None:
    """Return the indefinite noun before a verb whose object is a pronoun («اتهامات تنفيها طهران»), as content."""
    at = cue.first
    while at > 0 and cue.first - at < LONGEST and _is_indefinite(scene, at - 1):
        at -= 1
    if at == cue.first:
        return None
    units = scene.units
    node = Node("frame", "antecedent", units.starts[at], units.ends[cue.first - 1], "antecedent")
    return Opening("antecedent", cue.last, at, units.starts[at], node)


def _is_indefinite(scene: Scene, i: int) -> bool:
    """Say whether a token can belong to an indefinite noun phrase."""
    units, norm = scene.units, scene.norms[i]
    if not units.is_word(i) or norm.startswith(ARTICLE) or scene.part(i) is not None or i in scene.time_at:
        return False
    verb = scene.is_verb(i, *VERBS)
    return not verb and not scene.hits.has(i, "function_word", "complementiser") and i not in scene.named
