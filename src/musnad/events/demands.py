"""Whom a protest is against, and who protests, where another word of the sentence tells it.

«Hundreds took to the streets | demanding that the government …», «a march | denouncing the visit of X»: what protesters
demand, denounce or reject is told by a trigger of its own, whose addressee is the recipient of the protest.
"""

from musnad.events.draft import Draft, Party
from musnad.events.phrases import Phrase
from musnad.events.scene import Scene

_VOICED = frozenset({"REQUEST", "ACCUSE", "REJECT", "PROTEST"})
_REACH = 25  # tokens from a protest to the word that says what it demands
_BEHIND = 6  # tokens from that word to those whom it names
_ADDRESSED = frozenset({"person", "office", "organisation", "group"})


def voice(scene: Scene, drafts: list[Draft], every: list[Draft]) -> None:
    """Give protests without recipients those of the demand behind them, and protests without actors the protesters.

    `every` holds the drafts that were believed and those that were not: a demand alone need be no event.
    """
    for draft in drafts:
        if draft.type != "PROTEST":
            continue
        if not draft.recipients:
            draft.recipients += _addressed(scene, draft, [other for other in every if other.first > draft.first])
        if not draft.actors:
            draft.actors += _protesters(scene, draft)


def _addressed(scene: Scene, draft: Draft, following: list[Draft]) -> list[Party]:
    number = scene.units.sentence_of[draft.first]
    for other in following:
        if scene.units.sentence_of[other.first] != number or other.first - draft.last > _REACH:
            return []
        if other.type not in _VOICED or other.hit.form.pos == "verb":
            continue
        if other.recipients:
            return other.recipients.copy()
        end = min(scene.units.sentence(other.first).last, other.last + _BEHIND)
        named = next((p for p in scene.between(other.last, end) if _answers(p)), None)
        if named is not None:
            return [Party("object", named)]
    return []


def _answers(phrase: Phrase) -> bool:
    """Say whether a demand can be addressed to a phrase: people, bodies, states."""
    return phrase.mention.kind in _ADDRESSED or phrase.entity.sector is not None


def _protesters(scene: Scene, draft: Draft) -> list[Party]:
    """Return the people of the sentence whose name says that they protest."""
    sentence = scene.units.sentence(draft.first)
    for phrase in scene.between(sentence.first, sentence.last):
        crowd = scene.hits.at(phrase.first, "context")
        if phrase.mention.kind == "group" and any(hit.entry.text("context") == "crowd" for hit in crowd):
            return [Party("subject", phrase)]
    return []
