"""«The two sides», «the two countries», «they both agreed»: the two who met or dealt with each other before."""

from collections.abc import Iterable

from musnad.events.draft import Draft, Party
from musnad.events.phrases import Phrase
from musnad.events.roles.countries import state_of
from musnad.events.scene import Scene

_PAIR, _STATES = "pair", "countries"
_BOTH = frozenset({_PAIR, _STATES})
_DEAL = "AGREE"
_HARM, _PLACE, _PERSON = "ASSAULT", "place", "person"
_DUAL = "d"


def name_pairs(scene: Scene, drafts: Iterable[Draft]) -> None:
    """Let «the two sides» of an event, or «both» of its verb, be the two of the last one before it that had two."""
    pair: list[Party] = []
    fought, met, here = False, False, -1
    for draft in drafts:
        meant = pair if fought == (draft.type == _HARM) or (not fought and all(map(_side, pair))) else []
        if meant:
            draft.actors = _named(scene, draft.actors, meant)
            draft.recipients = _named(scene, draft.recipients, meant)
            if _they_both(draft, meant) or (
                met and here == scene.units.sentence_of[draft.first] and _between(draft, meant)
            ):
                draft.actors = meant.copy()
        two = draft.actors if draft.symmetric else [*draft.actors[:1], *draft.recipients[:1]]
        if len(two) > 1 and all(map(_known, two)) and _alike(*two[:2]) and (draft.symmetric or not met):
            fought, met, here = draft.type == _HARM, draft.symmetric, scene.units.sentence_of[draft.first]
            pair = two[:2]


def _named(scene: Scene, parties: list[Party], pair: list[Party]) -> list[Party]:
    """Return parties with the two of a pair in the place of each phrase that means both."""
    found: list[Party] = []
    for party in parties:
        meant = pair if _subkind(party) in _BOTH else [party]
        states = [_state(scene, one) for one in pair] if _subkind(party) == _STATES else []
        if states:
            meant = [one for one in states if one is not None] if all(states) else [party]
        found += (one for one in meant if one not in found)
    return found


def _they_both(draft: Draft, pair: list[Party]) -> bool:
    """Say whether a verb in the dual has nobody for its subject but those who were named before, or one of them."""
    if not draft.verbal or draft.passive or draft.hit.form.number != _DUAL or "subject" not in draft.actor_slots:
        return False
    return not draft.actors or (len(draft.actors) == 1 and draft.actors[0] in pair)


def _between(draft: Draft, pair: list[Party]) -> bool:
    """Say whether a deal that only one of a pair makes is one of both: «talks with X | in the hope of a deal»."""
    one = draft.actors[0].phrase if len(draft.actors) == 1 else None
    mine = any(party.phrase is not None and one is not None and party.phrase.entity == one.entity for party in pair)
    return draft.type == _DEAL and draft.symmetric and not draft.verbal and mine


def _state(scene: Scene, party: Party) -> Party | None:
    """Return the state of a party, where the article names it: «the two countries» of two ministers."""
    phrase = party.phrase
    if phrase is None or (phrase.mention.kind == _PLACE and phrase.entity.sector is not None):
        return party
    state = state_of(scene, phrase)
    return None if state is None else Party(party.slot, phrase._replace(entity=state))


def _side(party: Party) -> bool:
    """Say whether a party can be one of «the two sides» of talks: no people but fighters."""
    return party.phrase is None or party.phrase.mention.kind != "group"


def _alike(one: Party, other: Party) -> bool:
    """Say whether two parties are both people or both states or bodies: nobody and the town that he visits."""
    return len({party.phrase is not None and party.phrase.mention.kind == _PERSON for party in (one, other)}) == 1


def _known(party: Party) -> bool:
    """Say whether a party is one whom the article names, and none that stands for two."""
    phrase = party.phrase
    return phrase is None or (_subkind(party) not in _BOTH and phrase.mention.kind != "agency" and _names(phrase))


def _names(phrase: Phrase) -> bool:
    return phrase.entity.id != "" or phrase.entity.number != "p"


def _subkind(party: Party) -> str | None:
    return None if party.phrase is None else party.phrase.mention.subkind
