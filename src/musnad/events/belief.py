"""Whether a trigger tells of a happening: the participants that it needs, details, and company in the article."""

from collections import Counter

from musnad.events.draft import Draft
from musnad.events.scene import Scene
from musnad.events.words import NONE

# Calibrated on single sentences (majority F1) and on articles: with fewer details a word of violence more often names
# old or general violence than one happening. Company in other sentences of the article makes up for missing details.
_NOUN_DETAILS, _VERB_DETAILS = 3, 2
_COMPANY = 2
_REPORT = 4  # sentences from which a text is a report, whose words tell of happenings, rather than a lone sentence
_REFERRED, _UNREAL, _PRESENT, _PRONOUN = 2, 2, 2, 1
_REAL = frozenset({"happened", "ongoing", "failed"})
_CHECKED = frozenset({"ASSAULT"})
_MATERIAL = frozenset({"PROTEST", "COERCE", "MOBILIZE", "AID", "RETREAT", "SANCTION", "COOPERATE"})


def believed(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts with enough details to be one happening; what a verb says was not done is no event."""
    done = [draft for draft in drafts if complete(draft) and not draft.negated]
    company = Counter(scene.units.sentence_of[draft.first] for draft in done if draft.type in _CHECKED)
    total = company.total()
    report = int(len(scene.units.sentences) >= _REPORT)
    kept = []
    for draft in done:
        others = total - company[scene.units.sentence_of[draft.first]]
        if _detailed(scene, draft, report + min(_COMPANY, others)):
            kept.append(draft)
    return kept


def complete(draft: Draft) -> bool:
    """Say whether a draft has the participants that its trigger asks for."""
    return all(_has(draft, need) for need in draft.hit.entry.texts("needs"))


def _has(draft: Draft, need: str) -> bool:
    if need in {"subject", "object"}:
        return any(party.slot == need for party in draft.parties)
    # A finite verb that is not passive has a subject, named or not.
    actors = bool(draft.actors) or (draft.verbal and not draft.passive)
    recipients = bool(draft.recipients)
    if need == "both":
        return (actors and recipients) or (draft.symmetric and len(draft.actors) > 1)
    return (actors and need != "recipient") or (recipients and need != "actor")


def _detailed(scene: Scene, draft: Draft, company: int) -> bool:
    """Say whether a word has enough details to tell of one happening."""
    if draft.type in _CHECKED:
        wanted = _VERB_DETAILS if draft.verbal else _NOUN_DETAILS
        return _details(scene, draft) + company - _doubts(scene, draft) >= wanted
    if draft.verbal or draft.type not in _MATERIAL:
        return True
    return _own_details(scene, draft) >= (2 if _referred(scene, draft) else 1)


def _details(scene: Scene, draft: Draft) -> int:
    """Count what the sentence tells: who, whom, how many, when, where, with what, a toll, a carrying verb."""
    sentence = scene.units.sentence(draft.first)
    when = any(i in scene.timed for i in range(sentence.first, sentence.last))
    where = any(p.slot == "in" and p.mention.kind == "place" for p in scene.between(draft.last, sentence.last))
    counted = any(p.phrase is not None and p.phrase.mention.rule.endswith("counted") for p in draft.recipients)
    means = "weapon" in scene.contexts(draft.first)
    who = bool(draft.actors) + bool(draft.recipients) + counted
    return who + when + where + draft.carried + means + draft.toll


def _own_details(scene: Scene, draft: Draft) -> int:
    when = any(i in scene.timed for i in range(draft.first, draft.reach))
    where = any(p.slot == "in" and p.mention.kind == "place" for p in scene.between(draft.last, draft.reach))
    crowd = draft.type == "PROTEST" and "crowd" in scene.contexts(draft.first)
    if draft.type == "AID" and draft.hit.prefix and not draft.carried:
        return 0  # «laden with aid», «a pier for aid»: aid, but no giving
    ruled = draft.carried or draft.status == "requested"
    return bool(draft.actors) + bool(draft.recipients) + when + where + ruled + crowd


def _doubts(scene: Scene, draft: Draft) -> int:
    """Count what speaks against one happening: a mere reference, what has not happened, a habit, a pronoun."""
    doubts = draft.hit.entry.number("doubt")
    doubts += _REFERRED if _referred(scene, draft) else 0
    pair = bool(draft.actors) and bool(draft.recipients)
    doubts += _UNREAL - pair if draft.status not in _REAL else 0
    doubts += _PRESENT if draft.hit.form.tense == "present" and draft.status == "ongoing" else 0
    return doubts + (_PRONOUN if draft.hit.suffix and not draft.verbal else 0)


def _referred(scene: Scene, draft: Draft) -> bool:
    """Say whether a word before the noun makes it a mere reference: «accused of», «the fight against»."""
    start = scene.units.sentence(draft.first).first
    return any(scene.words.backgrounds.get(i, NONE) for i in range(max(start, draft.first - 3), draft.first))
