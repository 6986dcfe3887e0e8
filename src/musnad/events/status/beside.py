"""What a deed takes over from the one that it is joined to: «a possible strike | or invasion»."""

from musnad.arabic import AND
from musnad.events.draft import OPEN, Draft
from musnad.events.scene import Scene
from musnad.events.status.ruling import clear

JOINED = 6
"""The tokens from an event noun to one that is joined to it."""
_DENIALS = frozenset(f"status_word.deny{number}" for number in ("", "2", "3", "4"))
_MEETING = "CONSULT"


def hosted(draft: Draft, before: list[Draft]) -> str:
    """Return the status of the masdar that holds a meeting: «prepares for the hosting of | a summit»."""
    other = before[-1] if before else None
    if other is None or draft.type != _MEETING or other.type != _MEETING or other.hit.form.pos != "masdar":
        return ""
    held = other.last == draft.first and not draft.hit.prefix and draft.support is None
    return other.status if held and other.status in OPEN else ""


def joined(scene: Scene, draft: Draft, before: list[Draft]) -> str:
    """Return the status of the noun to which an event is joined by «and, or»: «a possible strike | or invasion»."""
    carrier = draft.support
    if carrier is not None and carrier.form.pos == "verb":
        return ""  # «refused to give up | and opened fire»
    first = draft.opening
    other = before[-1] if before else None
    if other is None or other.verbal or first - other.last > JOINED:
        return ""
    if other.status not in OPEN and not (
        other.status == "denied" and draft.hit.form.pos == "masdar" and _denies(other)
    ):
        return ""
    if scene.verb(draft.last) and all(hit.form.tense == "past" for hit in scene.hits.verbs(draft.last)):
        return ""  # «threats and | attacks that hit X»
    particle = scene.words.particle_before(first)
    if not (scene.units.norms[first].startswith(AND) or (particle is not None and particle.part == "coordinator")):
        return ""
    same = scene.units.sentence_of[other.first] == scene.units.sentence_of[draft.first]
    return other.status if same and clear(scene, other.last, first) else ""


def _denies(draft: Draft) -> bool:
    """Say whether somebody denied a deed: «denied the shelling of X | and the arrest of Y», not «without»."""
    return any(node.rule in _DENIALS for node in draft.evidence)
