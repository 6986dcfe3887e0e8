"""Somebody's own people behind a verb without a subject, and who says «we».

«X criticised Y | and called on | his men | to leave», «X: “| we hit | the rebels”».
"""

from musnad.arabic import OWNED_ENDINGS
from musnad.arabic.letters import ALEF, NUN, YA
from musnad.events.draft import Draft
from musnad.events.phrases import Phrase
from musnad.events.roles.acting import last_subject
from musnad.events.roles.asides import asked_own
from musnad.events.scene import Scene
from musnad.events.voices import sayers

_WE = NUN + ALEF  # of a verb in the past: «we», or «us»
_LONG, _PROMISE = (ALEF, YA), "trigger.agree.promise"


def own_asked(scene: Scene, draft: Draft) -> list[Phrase]:
    """Return those of his own whom the last subject goes on to call on: «X criticised Y | and called on | his men».

    A singular feminine noun behind a feminine verb calls itself: «his family called for».
    """
    own = asked_own(scene, draft, draft.last)
    if not own or last_subject(scene, scene.units.sentence(draft.first).first, draft.first, draft.hit) is None:
        return []
    feminine = draft.hit.form.gender == "f" and scene.units.norms[own[0].first].endswith(OWNED_ENDINGS)
    return [] if feminine else own


def says_we(scene: Scene, draft: Draft) -> Phrase | None:
    """Return who says a verb in the past that ends in «we»: letters of «us», which his words hold less often.

    A long vowel at the end of the stem is that of «he … us» («زارنا»: «we» are «زرنا»); promises are made to whoever
    tells of them («وعدنا الوزير بـ…»).
    """
    form = draft.hit.form
    us = form.pattern.endswith(_LONG) or form.pattern[-2:-1] == ALEF or draft.hit.entry.id == _PROMISE
    we = draft.hit.suffix == _WE and form.tense == "past" and form.gender == "m" and form.number == "s"
    return next(sayers(scene, draft.first), None) if we and not us else None
