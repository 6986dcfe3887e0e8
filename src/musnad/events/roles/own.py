"""Somebody's own people behind a verb without a subject: «X criticised Y | and called on | his men | to leave»."""

from musnad.arabic import OWNED_ENDINGS
from musnad.events.draft import Draft
from musnad.events.phrases import Phrase
from musnad.events.roles.acting import last_subject
from musnad.events.roles.asides import asked_own
from musnad.events.scene import Scene


def own_asked(scene: Scene, draft: Draft) -> list[Phrase]:
    """Return those of his own whom the last subject goes on to call on: «X criticised Y | and called on | his men».

    A singular feminine noun behind a feminine verb calls itself: «his family called for».
    """
    own = asked_own(scene, draft, draft.last)
    if not own or last_subject(scene, scene.units.sentence(draft.first).first, draft.first, draft.hit) is None:
        return []
    feminine = draft.hit.form.gender == "f" and scene.units.norms[own[0].first].endswith(OWNED_ENDINGS)
    return [] if feminine else own
