"""Who of the phrases behind an active verb is its subject, and who its object."""

from musnad.arabic.letters import ALEF, NUN, TA, WAW
from musnad.events.draft import FALLEN, HARMING, Draft
from musnad.events.phrases import Phrase
from musnad.events.roles.agreement import agrees, plural_object
from musnad.events.roles.antecedents import qualified_at, qualifies_other
from musnad.events.roles.behind import is_visited
from musnad.events.roles.suffering import (
    felled,
    gone_on_to,
    is_object,
    is_seized,
    is_target,
    suffers,
    taken_apart,
    taken_thing,
    tells_target,
    victim,
)
from musnad.events.scene import Scene
from musnad.events.unnamed import owned, qualifies_noun, qualifies_thing
from musnad.events.voices import SPOKEN, only_object

_MOMENT = "moment"  # the context of words for a time
_VISIT = "visit"  # the mode of events that go to a place
_BODIES = frozenset({"organisation", "office"})
_COERCING, _ASKING = "COERCE", "REQUEST"


def divide_behind(scene: Scene, draft: Draft, behind: list[Phrase]) -> tuple[Phrase | None, list[Phrase]]:
    """Say who of the phrases behind an active verb is its subject and who its object."""
    if _during(scene, draft):
        return None, behind[:1]
    if told_in_it(scene, draft) and (len(behind) == 1 or not behind[1].entity.id):
        return None, behind[:1]
    if draft.type in SPOKEN and qualifies_other(scene, draft.hit):
        return behind[0], behind[1:2]  # «the march that | the party called for»
    fell = draft.level == FALLEN and all(p.mention.rule.endswith("counted") or owned(scene, p.head) for p in behind[:2])
    if len(behind) == 1 or fell:  # «six soldiers were killed, | three Americans»
        return _only_one(scene, draft, behind[0])
    if draft.hit.entry.text("mode") == _VISIT and "object" in draft.recipient_slots and is_visited(behind):
        return behind[1], behind[:1]  # «visited | Beirut | on Monday the minister»
    many = draft.hit.form.number in {"p", "d"}  # before its subject a verb is singular
    not_acting = many or plural_object(scene, behind[0]) or _disagree(scene, draft, behind[0])
    if "object" in draft.recipient_slots and not_acting:
        return None, behind[:1]
    return behind[0], behind[1:2]


def _during(scene: Scene, draft: Draft) -> bool:
    """Say whether somebody named before meets the one behind a verb: «a visit during which he meets | X»."""
    meets = draft.symmetric and "object" in draft.actor_slots
    return meets and draft.hit.form.tense == "present" and _has_in_it(scene, draft)


def told_in_it(scene: Scene, draft: Draft) -> bool:
    """Say whether a verb tells what somebody named before it says in something: «in which he called on | X»."""
    told = draft.type in SPOKEN and "object" in draft.recipient_slots and _has_in_it(scene, draft)
    return told and not scene.told_of(qualified_at(scene, draft.first), _MOMENT)  # «at the time in which | X called»


def _has_in_it(scene: Scene, draft: Draft) -> bool:
    """Say whether «in it, during it» stands right behind a verb."""
    return any(hit.entry.text("part") == "in" for hit in scene.hits.at(draft.last, "bound_preposition"))


def _only_one(scene: Scene, draft: Draft, phrase: Phrase) -> tuple[Phrase | None, list[Phrase]]:
    """Decide whether the only phrase behind a verb is its subject, its object, or the subject of its passive."""
    objects = "object" in draft.recipient_slots
    if objects and is_object(scene, draft, phrase):
        return None, [phrase]
    if resumes_before(scene, draft, phrase):
        return phrase, []
    someone = felled(scene, draft, scene.chain(phrase)[-1].last) if objects else None
    if someone is not None:
        return phrase, [someone]  # «a settler killed | a Palestinian»
    goal = draft.hit.entry.text("mode") == _VISIT and (phrase.mention.kind == "place" or not listed(phrase))
    goal = goal or (draft.type in SPOKEN and qualifies_noun(scene, draft.hit))
    if objects and (goal or draft.hit.form.number in {"p", "d"} or _disagree(scene, draft, phrase)):
        return None, [phrase]
    if objects and draft.type in HARMING and is_target(scene, phrase):
        return None, [phrase]
    thing = objects and draft.level == "hit" and listed(phrase) and qualifies_thing(scene, draft.hit)
    if thing or (objects and draft.level == "hit" and tells_target(scene, draft)):
        return None, [phrase]
    if objects and draft.type == _COERCING and taken_thing(scene, draft, phrase):
        return None, [phrase]
    if gone_on_to(scene, draft, phrase):
        return None, [phrase]
    if objects and draft.level == FALLEN and victim(scene, phrase):
        draft.passive = True
        return phrase, []
    apart = taken_apart(scene, draft, phrase) if objects else []
    if apart:
        return phrase, apart
    if objects and (suffers(scene, draft) or is_seized(draft, phrase)) and victim(scene, phrase):
        draft.passive = True
        return phrase, []
    return phrase, []


def resumes_before(scene: Scene, draft: Draft, phrase: Phrase) -> bool:
    """Say whether who acts stands right behind a preposition with pronoun: «a step that | X (m.) called for»."""
    held = any(hit.entry.text("part") != "in" for hit in scene.hits.at(draft.last, "bound_preposition"))
    one = draft.hit.form.pos == "verb" and draft.hit.form.number == "s" and phrase.head == draft.last + 1
    harms = draft.type in HARMING  # «was killed | with him | his guard»
    return held and one and not (harms or _disagree(scene, draft, phrase))


def _disagree(scene: Scene, draft: Draft, phrase: Phrase) -> bool:
    """Say whether a phrase behind a verb cannot be its subject, by gender: «she called on | the Union»."""
    form, entity = draft.hit.form, phrase.entity
    forces = scene.units.norms[phrase.head].endswith(ALEF + TA)
    asked = forces and draft.type == _ASKING and entity.kind in _BODIES
    if asked and form.gender == "m" and form.number == "s":
        return True  # «he called on | the authorities»
    if (forces and form.gender == "f") or scene.units.norms[phrase.head].endswith(WAW + NUN):
        return False  # «the Houthis blamed»: whatever body they are, the ending says that they act
    if entity.kind in _BODIES and {entity.gender, form.gender} <= {"m", "f"} and entity.number == "s":
        return form.gender != entity.gender
    masdar = scene.words.is_event_noun(draft.first)  # «the killing by | X»
    masdar = masdar or not (listed(phrase) or draft.type in SPOKEN)  # «blows up | the efforts»
    return (not masdar and only_object(scene, draft.hit, phrase)) or agrees(draft.hit, phrase) is False


def listed(phrase: Phrase) -> bool:
    """Say whether the cast knows a phrase, or a number or a noun says that it is people."""
    return phrase.entity.id != "" or phrase.mention.rule != ""
