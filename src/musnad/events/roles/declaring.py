"""Who does what he announces: «announced | the opening of Y», «the army announced | the shelling of | sites of Y»."""

from musnad.arabic import BARE
from musnad.events.draft import Draft, Party
from musnad.events.scene import Scene
from musnad.events.words import NONE
from musnad.lexicon import Hit
from musnad.model import Entity

_OWN = frozenset({"AID", "CONCEDE", "COOPERATE", "MOBILIZE", "PROTEST", "REJECT", "RETREAT", "SANCTION", "SUPPORT"})
"""Types of what is announced by who does it; of an arrest and an attack, that depends on who announces it."""
_COERCING, _VIOLENT = "COERCE", "ASSAULT"
_TO_OTHERS = frozenset({"object", "with"})
_POWERS = frozenset({"organisation", "place"})
_REBELS = frozenset({"REB", "UAF", "SEP"})
_FIGHTING = _REBELS | {"MIL"}  # sectors of those who announce their own attacks
_ARMY, _DECLARING = "MIL", "declare"  # of «announced», its group


def declared_deed(scene: Scene, draft: Draft, at: int) -> Hit | None:
    """Return the verb at a token by which somebody announces a deed of his own: «announced | the opening of Y»."""
    slots = draft.actor_slots
    own = draft.type in _OWN or draft.type in {_COERCING, _VIOLENT}
    own = own and "subject" in slots and ("idafa" not in slots or not _TO_OTHERS.isdisjoint(draft.recipient_slots))
    acted = any(p.slot in slots and not (p.phrase is not None and p.phrase.doubted) for p in draft.parties)
    if not own or draft.hit.prefix not in BARE or acted:
        return None
    particles = (scene.words.particle(i) for i in range(at + 1, draft.first) if i not in scene.words.inner)
    if any(particle is not None and not (particle.part == "about" or particle.each) for particle in particles):
        return None
    return next((hit for hit in scene.words.supports.get(at, NONE) if hit.entry.text("group") == _DECLARING), None)


def keep_doers(draft: Draft) -> None:
    """Let only a state or a force do the arrest that it announces, and only who fights the attack on others."""
    if draft.type == _COERCING:
        draft.parties = [p for p in draft.parties if p.slot != "subject" or _has_power(p)]
    elif draft.type == _VIOLENT and not (draft.level == "casualty" or _takes_from(draft)):
        hit = [p.phrase.entity for p in draft.parties if p.phrase is not None and p.slot != "subject"]
        draft.parties = [p for p in draft.parties if p.slot != "subject" or _fights(p, hit)]


def _has_power(party: Party) -> bool:
    return not party.phrase or (party.phrase.mention.kind in _POWERS and party.phrase.entity.sector is not None)


def _fights(party: Party, hit: list[Entity]) -> bool:
    """Say whether a force or a state attacks those who are hit: its own losses it announces too."""
    entity = None if party.phrase is None else party.phrase.entity
    if entity is None or entity in hit:
        return False
    if entity.kind == "place":
        return bool(hit) and all(other.country != entity.country for other in hit)
    own = [other for other in hit if other.country == entity.country is not None]
    return entity.sector in _FIGHTING and (entity.sector != _ARMY or all(o.sector in _REBELS for o in own))


def _takes_from(draft: Draft) -> bool:
    """Say whether an attack takes a place from somebody: «the liberation of X from»."""
    return draft.recipient_slots == ("from",)
