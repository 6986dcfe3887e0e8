"""Whom a passive verb without a subject goes on to tell of: «he advised the king, but | was dismissed»."""

from musnad.arabic import AND, ARTICLE
from musnad.events.draft import Draft
from musnad.events.phrases import Phrase
from musnad.events.roles.agreement import agrees
from musnad.events.roles.antecedents import relative_before
from musnad.events.roles.subjects import dropped_subject
from musnad.events.scene import Scene
from musnad.events.unnamed import definite
from musnad.events.words import NONE

_PERSONAL = frozenset({"expel", "deport", "convict"})  # modes of what is done to somebody
_PEOPLE = frozenset({"person", "group"})


def undergone(scene: Scene, draft: Draft) -> Phrase | None:
    """Return for whom a passive verb without a subject goes on: «he advised the king, but | was dismissed»."""
    i, first, hit = draft.last, draft.first, draft.hit
    taken = draft.fells_or_seizes or hit.entry.text("mode") in _PERSONAL or hit.entry.flag("charges")
    noun = any(other.form.pos != "verb" for other in scene.words.triggers.get(first, NONE))  # «every | prison»
    behind = i < scene.units.sentence(first).last and _may_be_subject(scene, i)
    if not taken or hit.suffix or behind:
        return None
    apart = _told_apart(scene, draft)
    if apart is not None or noun or not scene.opens(first):
        return apart
    subject = dropped_subject(scene, first, hit)
    if subject is None or subject.first < scene.units.sentence(first).first or subject.mention.kind not in _PEOPLE:
        return None
    between = (k for k in range(subject.last, first) if k not in scene.words.inner)
    other = any(scene.opens_content(k) or relative_before(scene, k + 1) for k in between)
    return None if other else subject


def _told_apart(scene: Scene, draft: Draft) -> Phrase | None:
    """Return who opens a clause and is told of at length before the verb that says what he suffered.

    «That | the driver who attacked the group | was killed», «X, who was a minister and an officer, | was killed».
    """
    first, hit = draft.first, draft.hit
    start = scene.units.sentence(first).first
    if hit.prefix or hit.form.number != "s" or relative_before(scene, first):
        return None
    that = next((k for k in range(first - 1, start, -1) if scene.opens_content(k)), start)
    particle = scene.words.particle(that)
    head = start if particle is None else particle.last
    phrase = scene.at_head.get(head) or definite(scene, head)
    if phrase is None or phrase.slot or phrase.mention.kind not in _PEOPLE or agrees(hit, phrase) is False:
        return None
    i, norms = phrase.last, scene.units.norms
    comma = norms[first - 1][0] in "،,"
    aside = norms[i][0] in "،," or scene.words.is_relative(i) or (comma and norms[i].startswith(ARTICLE))
    verbs = [k for k in range(i, first) if scene.verb(k) and not scene.units.norms[k].startswith(AND)]
    clauses = sum(scene.words.is_relative(k) for k in range(i, first))
    return phrase if aside and len(verbs) == clauses and not scene.is_preposition(first - 1) else None


def _may_be_subject(scene: Scene, i: int) -> bool:
    """Say whether a noun may stand at a token, as the subject of the verb before it."""
    closed = i in scene.timed or scene.words.is_particle(i) or scene.prefixed(i)
    return scene.units.is_word(i) and not (closed or scene.hits.has(i, "bound_preposition"))
