"""What a request, promise or threat makes of the events behind it in its clause."""

from musnad.events.circumstances import SINCE
from musnad.events.draft import Draft
from musnad.events.governing import closes_aside, done_by
from musnad.events.scene import CLAUSE_ENDS, Scene
from musnad.events.tense import INQUIRY, SAID
from musnad.model import Node

_RULES = {"asks": "requested", "promises": "planned", "threatens": "hypothetical"}  # by the flag of what rules
_REQUEST, _REFUSED, _AGREED = "REQUEST", "REJECT", "AGREE"
_REFUSED_NEAR = 3  # tokens from a refusal to what is refused
_REFUSED_FAR = 10  # the same over a long subject
_STAGE = "stage"  # the context of «the beginning, the end of»
_TOPIC = "about"  # the preposition of what something is about
_SIGNING = "trigger.agree.sign_masdar"
_DONE = frozenset({"AGREE", "SUPPORT", "CONCEDE"})
_DEEDS = frozenset({"ASSAULT", "COERCE"})
_PARTING = frozenset({"cause", "relative", "conjunction", "if"})  # behind which another clause or time is told
_ASIDE = frozenset({SINCE, "particle.according"})


def ruled(scene: Scene, draft: Draft, before: list[Draft]) -> str:
    """Return the status that a request, promise or threat before the event in its clause gives it."""
    particle = scene.words.particle_before(draft.first)
    part = "" if particle is None else particle.part
    carried = draft.support is not None and particle is not None and draft.support.last == particle.first
    if ((part == "in" or scene.told_of(draft.first - 1, _STAGE)) and not carried) or (
        draft.verbal and (part != "complementiser" or draft.hit.form.tense != "present")
    ):
        return ""  # «agreed in a call»: the call is where, not what
    for ruler in reversed(before):
        if scene.units.sentence_of[ruler.first] != scene.units.sentence_of[draft.first]:
            return ""
        entry = ruler.hit.entry
        if _answers(ruler, draft):
            return ""
        status = next((status for flag, status in _RULES.items() if entry.flag(flag)), "")
        if not status:
            continue
        if ruler.type == _REFUSED and (ruler is not before[-1] or _apart(scene, ruler, draft)):
            return ""  # «refused to release it | in line with the sanctions»
        if clear(scene, ruler.last, draft.first) and not (status == "requested" and _is_topic(scene, draft)):
            draft.evidence.append(Node("trigger", entry.id, ruler.hit.start, ruler.hit.end))
            if status == "requested" and not draft.actors:
                draft.actors += ruler.recipients  # who is asked is who would do it
            return status
    return ""


def _is_topic(scene: Scene, draft: Draft) -> bool:
    """Say whether a deed is only what something is about: «demanded an inquiry about | the killing of»."""
    particle = scene.words.particle_before(draft.first)
    return particle is not None and particle.part == _TOPIC and draft.type in _DEEDS


def _answers(ruler: Draft, draft: Draft) -> bool:
    """Say whether a word is answered, and so was said: «rejected | the call of X», «agreed to | the request of X»."""
    said = draft.type in SAID and draft.hit.entry.text("mode") != INQUIRY and not _deed(draft)
    refused = ruler.type == _REFUSED and said
    return refused or (ruler.type == _AGREED and draft.type == _REQUEST and not draft.verbal)


def _deed(draft: Draft) -> bool:
    """Say whether a masdar is what somebody would do: «refused | to sign, to endorse X», and no call of another."""
    masdar = draft.hit.form.pos == "masdar" or draft.hit.entry.id == _SIGNING
    return draft.type in _DONE and masdar and not any(party.slot == "idafa" for party in draft.actors)


def _apart(scene: Scene, ruler: Draft, draft: Draft) -> bool:
    """Say whether more than a few words of no name stand between a refusal and an event: it is not what is refused."""
    opening = draft.first if draft.support is None else min(draft.first, draft.support.first)
    far = sum(i not in scene.covered for i in range(ruler.last, opening))
    return far > (_REFUSED_FAR if _object(scene, draft, opening) else _REFUSED_NEAR)


def _object(scene: Scene, draft: Draft, opening: int) -> bool:
    """Say whether a bare masdar behind a name, which is in no idafa, can only be an object."""
    bare = draft.hit.form.pos == "masdar" and not draft.hit.prefix and scene.words.particle_before(opening) is None
    return bare and draft.support is None and opening - 1 in scene.covered


def clear(scene: Scene, low: int, high: int) -> bool:
    """Say whether nothing between two tokens takes the second out of the reach of the first."""
    for i in range(low, high):
        if scene.idle(i) or (closes_aside(scene, i) and (i + 1 == high or scene.prefixed(i + 1))):
            continue  # «the commander, X, pledged | to retake»
        if scene.units.norms[i][0] in CLAUSE_ENDS:
            return False
        particle = scene.words.particle(i)
        if particle is not None and (particle.part in _PARTING or particle.hit.entry.id in _ASIDE):
            return False
        if scene.verb(i) and not done_by(scene, i):
            return False
    return True
