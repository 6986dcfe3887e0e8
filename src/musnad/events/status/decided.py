"""What is done by deciding on it, and what a decree says: «decided | to dismiss X», «a decree that bans X»."""

from musnad.events.draft import Draft
from musnad.events.scene import Scene
from musnad.events.status.governing import NEGATIONS, WHICH
from musnad.events.status.tense import INQUIRY
from musnad.events.words import NONE
from musnad.lexicon import Hit

SAYS = "status_word.provides_for"
"""The word of status for what a decree, a bill or a deal says."""
_ORDERS, _BILL, _RULINGS, _CONVICTED = "status_word.orders", "bill", "rulings", "convict"
_RULING = 3  # tokens between a decree with its adjectives and the word that tells what it says
_DECIDE = "status_word.decide"
_BY_DECISION = frozenset({"SANCTION", "CONCEDE", "REJECT", "SUPPORT", "COERCE", "REQUEST", "ACCUSE"})
_BY_RULING, _APPROVED = frozenset({"resign", "release"}), "trigger.agree.approve"
_ACCUSED = "ACCUSE"


def done_by_deciding(scene: Scene, draft: Draft, word: Hit) -> bool:
    """Say whether somebody did a thing by deciding on it: to dismiss, ban, approve, refuse; not to meet."""
    said = word.entry.id == SAYS and word.form.tense == "past"
    orders = said or word.entry.id == _ORDERS  # «a decree | that bans»
    if draft.verbal or not (orders or (word.entry.id == _DECIDE and word.form.tense != "present")):
        return False
    particle = scene.words.particle_before(word.first)
    if particle is not None and (particle.part in NEGATIONS or particle.part == "if"):
        return False
    if orders and draft.hit.entry.text("mode") != _CONVICTED and not _is_ruling(scene, word):
        return False  # «a plan | that provides for»
    if draft.type == _ACCUSED and draft.support is not None and draft.hit.entry.text("mode") != INQUIRY:
        return False  # «decided to file | a complaint»
    words = draft.hit.entry.text("mode") in _BY_RULING or draft.hit.entry.id.startswith(_APPROVED)
    return draft.type in _BY_DECISION or words or _led_to(scene, draft)


def _is_ruling(scene: Scene, word: Hit) -> bool:
    """Say whether a decree or verdict, no bill, stands right before or behind the word that tells what it says."""
    near = range(word.first - _RULING, word.last + _RULING)
    return any(scene.told_of(i, _RULINGS) and not scene.told_of(i - 1, _BILL) for i in near)


def _led_to(scene: Scene, draft: Draft) -> bool:
    """Say whether the clause behind tells what came of a deed: «decided to storm the camp, | which led to»."""
    for i in range(draft.last, scene.units.sentence(draft.first).last - 1):
        particle = scene.words.particle(i)
        if particle is not None and particle.hit.entry.id in WHICH:
            led = (hit for hit in scene.words.supports.get(i + 1, NONE) if hit.entry.text("subject") == "event")
            return any(hit.form.tense == "past" for hit in led)
    return False
