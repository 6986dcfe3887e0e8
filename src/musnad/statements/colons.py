"""Statements behind a colon: in headlines, and the answers of an interview."""

from musnad.model import Node
from musnad.statements.content.openings import Opening
from musnad.statements.content.verbatim import is_first_person
from musnad.statements.cues.find import Cue, head_of_title
from musnad.statements.draft import Draft
from musnad.statements.scene import Scene
from musnad.statements.subjects.find import behind
from musnad.statements.subjects.phrases import BY_THE, phrase
from musnad.statements.told import KINDS, Told, told_by

_LONGEST_BODY = 3  # words before the colon of a title that nothing knows


def headline(scene: Scene, cue: Cue) -> Draft | None:
    """«الوزير: …»: whom the words before the colon name, if it is somebody who can speak."""
    title = scene.units.title
    if title is None:
        return None
    begin, last = scene.units.tokens_of(title.start, title.end)
    first = head_of_title(scene, begin, cue.first)
    noun, own = scene.ending.get(cue.first), is_first_person(scene, cue.last, last)
    place = noun if noun is not None and noun.mention.kind == "place" and not own else None
    if place is not None and place.first == first:
        return None
    joined = scene.starting.get(first) if first > begin else None
    if joined is not None and joined.mention.kind in KINDS and not scene.is_bare(joined):
        told: Told | None = told_by(joined, "subject")  # «السوق تغلق.. وحداد: …»
    else:
        told = behind(scene, Cue(first, first, cue.span, "colon", None), cue.first) or _headed(scene, first, cue.first)
    if told is None or (told.kind == "place" and not own):
        return None
    if place is not None and told.kind != "person" and scene.part(place.first - 1) not in {"in", "of"}:
        return None  # «مستشفى الضفاف بالبحيرة: …» is where it happened, «دار الإفتاء في البحيرة: …» speaks
    return Draft(cue, cue.last, scene.units.starts[cue.last], first, last, None, told)


def _headed(scene: Scene, first: int, last: int) -> Told | None:
    """Return the few unknown words before the colon of a title as whom they may name («حرس المنشآت: …»), or None."""
    words = range(first, last)
    if len(words) > _LONGEST_BODY or scene.is_function(first) or scene.norms[first].startswith(BY_THE):
        return None
    if any(not scene.units.is_word(i) or i in scene.time_at or scene.norms[i].isdigit() for i in words):
        return None
    return phrase(scene, scene.units.span(first, last), last)


def answer(scene: Scene, cue: Cue) -> Draft | None:
    """«المرابطي: …» in an interview: the whole paragraph behind the colon, in his own words."""
    units, noun = scene.units, scene.ending.get(cue.first)
    if noun is None:
        return None
    paragraph = units.sentence(cue.first).paragraph
    last = max(sent.last for sent in units.sentences[units.sentence_of[cue.first] :] if sent.paragraph == paragraph)
    mark = Node("mark", "mark", cue.span.start, cue.span.end)
    opening = Opening("colon", cue.first, cue.last, units.starts[cue.last], mark)
    told = told_by(noun, "subject")
    return Draft(cue, cue.last, opening.start, noun.first, last, opening, told)
