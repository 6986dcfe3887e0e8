"""Events of nobody: words of which neither doer nor sufferer is told, and that name no one happening."""

from musnad.arabic import AND, FUTURE
from musnad.events.draft import Draft
from musnad.events.roles.countries import COUNTRY
from musnad.events.scene import QUOTES, Scene
from musnad.events.voices import SPOKEN
from musnad.events.words import NONE

_OPEN = frozenset({"requested", "planned"})
_TOLD_ALONE = frozenset({"ASSAULT", "PROTEST"})  # deeds that are told whoever did them
_HIS = 4  # tokens from «his country» to its verb: «his country | may withdraw»
_WAS_SO, _THAT = frozenset({"not_past", "was", "future"}), "complementiser"
_PROTEST, _BEGUN = "PROTEST", "phase_verb.begin"
_BETWEEN_PEOPLE = frozenset({"CONSULT", "AGREE", "CONCEDE"})  # what is nothing without those who do it
_OF_WORDS = (SPOKEN - {"ACCUSE", "CONCEDE"}) | {"CONSULT"}  # what somebody is accused of or confesses tells of it
_MORE, _TELLING = 3, frozenset({"relative", "between", "with"})  # tokens behind a noun that tell more, and with what
_DAY_BEFORE = 2  # tokens before a word in which its day may end: «last week | a judge refused»
_DATELINE = frozenset(":-–—/") | QUOTES  # what ends a dateline or opens speech


def of_somebody(scene: Scene, draft: Draft) -> bool:
    """Say whether an event is somebody's: words of which nobody is told mostly tell what people do or might do.

    Verbs in the present: «videos that | call for war»; of deeds of words and meetings those in the past («the poet |
    refused») and bare nouns of what has not happened («a chance for | talks») too. Not so in a headline or at the
    head of a sentence.
    """
    if draft.actors or draft.recipients:
        return True
    if draft.verbal and draft.hit.form.tense == "present":
        return _told_in_present(scene, draft)
    if scene.in_headline(draft.first) or _opens(scene, draft):
        return True
    if draft.verbal:
        one = draft.hit.form.number == "s" and not draft.passive
        return not (one and draft.type in _OF_WORDS) or _when(scene, draft)
    if draft.type not in _BETWEEN_PEOPLE or draft.status == "happened" or draft.carried or _described(scene, draft):
        return True
    return _when(scene, draft) or _where(scene, draft)


def _told_in_present(scene: Scene, draft: Draft) -> bool:
    """Say whether a verb in the present tells of one happening though nobody is told.

    So it is in a headline or as the first word of a sentence, of what will be, is asked for or «did not» happen, of
    what was so or began, of a protest and what it demands, or where a pronoun tells who is accused or who speaks, or
    «his country» does it.
    """
    if draft.type in _TOLD_ALONE or draft.status in _OPEN:
        return True
    before = scene.words.particle_before(draft.first)
    said = before is not None and (before.part in _WAS_SO or (before.part == _THAT and before.hit.suffix != ""))
    behind = range(draft.first - 2, draft.first)  # «protests | that demand»
    said = said or any(h.entry.text("type") == _PROTEST for i in behind for h in scene.words.triggers.get(i, NONE))
    said = said or any(h.entry.id == _BEGUN for h in scene.hits.verbs(draft.first - 1) if h.form.tense == "past")
    pointed = draft.takes_people and draft.hit.suffix != ""
    opens = draft.first == scene.units.sentence(draft.first).first
    if said or pointed or opens or draft.hit.prefix.endswith(FUTURE) or scene.in_headline(draft.first):
        return True
    fields = (hit for i in range(draft.first - _HIS, draft.first) for hit in scene.hits.at(i, "role_field"))
    return any(hit.entry.id == COUNTRY and hit.suffix != "" for hit in fields)


def _opens(scene: Scene, draft: Draft) -> bool:
    """Say whether a word stands first in its sentence or quotation, or behind a dateline."""
    first = draft.opening
    return first == scene.units.sentence(first).first or scene.units.norms[first - 1][0] in _DATELINE


def _described(scene: Scene, draft: Draft) -> bool:
    """Say whether more is told behind a noun: «a meeting | that brings together, between», «talks | will deal with»."""
    for i in range(draft.last, min(draft.last + _MORE, len(scene.units))):
        if not scene.units.is_word(i) or scene.units.norms[i].startswith(AND):
            return False
        particle = scene.words.particle(i)
        if scene.verb(i) or (particle is not None and particle.part in _TELLING):
            return True
    return False


def _when(scene: Scene, draft: Draft) -> bool:
    return any(i in scene.timed for i in range(draft.first - _DAY_BEFORE, draft.reach))


def _where(scene: Scene, draft: Draft) -> bool:
    return any(p.slot == "in" and p.mention.kind == "place" for p in scene.between(draft.last, draft.reach))
