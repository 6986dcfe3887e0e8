"""Nouns that refer to what was told before: «the attack», «the meeting», banners of a protest."""

from musnad.events.draft import FALLEN, Draft

_VIOLENT, _ATTACK, _MEETING, _PROTEST = "ASSAULT", "attack", "CONSULT", "PROTEST"
_MEMBERS = frozenset({"between", "with", "idafa", "nisba", "pair", "for", "to"})
_TARGETS = frozenset({"on", "against", "object", "hit"})
_NAMED_TARGET = 5  # tokens from «the attack» to its target


def detail(draft: Draft) -> bool:
    """Say whether a word tells a detail of a protest: banners, chants; the protest told before is meant."""
    return draft.type == "PROTEST" and draft.hit.entry.number("doubt") > 0


def in_the_attack(draft: Draft) -> bool:
    """Say whether casualties fell in «the attack», which was told before."""
    return draft.level == FALLEN and any(map(the_attack, draft.absorbed))


def the_attack(draft: Draft) -> bool:
    """Say whether the trigger is «the attack» without a target of its own: the one told before."""
    support = draft.support
    launched = bool(draft.hit.entry.texts("support"))  # «opened | fire»: the article tells nothing
    definite = draft.hit.definite and not launched
    if launched and support is not None:  # «the explosion of | a car bomb»
        definite = support.definite and support.form.pos != "verb" and support.first < draft.first
    return draft.level == _ATTACK and definite and not targeted(draft, within=_NAMED_TARGET)


def the_meeting(draft: Draft) -> bool:
    """Say whether the trigger is «the meeting» without people of its own: the one told before."""
    own = any(party.slot in _MEMBERS for party in draft.parties)
    return draft.type == _MEETING and draft.hit.definite and not (own or draft.verbal)


def targeted(draft: Draft, within: int = 0) -> bool:
    """Say whether an attack has a target of its own, though it be a place; for a noun one behind it, not far away."""
    targets = (party.phrase for party in draft.parties if party.slot in _TARGETS)
    return draft.type == _VIOLENT and any(
        phrase is None or not within or draft.support is not None or phrase.first - draft.last <= within
        for phrase in targets
    )


def anaphoric(draft: Draft) -> bool:
    """Say whether the trigger is a definite noun: «the agreement», «his visit»."""
    return draft.hit.definite or bool(draft.hit.suffix and not draft.verbal)
