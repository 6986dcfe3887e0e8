"""Machines of war that act for their owner: «Russian aircraft shelled», «the warplanes of the coalition hit»."""

from typing import NamedTuple

from musnad.arabic import ARTICLE, LAM
from musnad.arabic.letters import ALEF
from musnad.events.draft import Draft, Party
from musnad.events.roles.acting import last_subject
from musnad.events.roles.attached import add, prepositional
from musnad.events.roles.behind import bare_chain
from musnad.events.roles.suffering import unnamed_object
from musnad.events.scene import Scene
from musnad.events.unnamed import definite, owned
from musnad.events.voices import sayers
from musnad.events.words import NONE

_MACHINE = "machine"
_VIOLENT = "ASSAULT"
_AIRCRAFT = "aircraft"  # the context in which something is shot down
_ACTED_ON = "acted_on"  # the context of what is hit
_SHELLING = frozenset({"heavy-weapons", "aerial"})
_AT = frozenset({"on", "for", "against"})
_FAR = 5  # tokens from a machine to its owner: «a drone | unmanned, Israeli»
_OWNERS = frozenset({"organisation", "office", "group", "place", "person"})


class Armed(NamedTuple):
    """Whose machine it is, and the token behind the noun phrase."""

    party: Party
    last: int


def by_machine(scene: Scene, draft: Draft, end: int, *, alone: bool) -> bool:
    """Fill the parties of a verb of attack from a machine of war behind or before it, which its owner leads.

    Where somebody stands before the verb who may act (not `alone`), a machine behind it is what he shoots down. That
    of nobody told acts where something follows that it hits.
    """
    if draft.type != _VIOLENT or draft.passive or draft.hit.suffix:
        return False
    armed = behind(scene, draft.last) if alone else None
    armed = armed or before(scene, draft.first)
    downed = _AIRCRAFT in draft.hit.entry.texts("within")
    at = _of_nobody(scene, draft.last) if armed is None and alone and not downed else 0
    if armed is not None:
        draft.parties.append(armed.party)
        at = max(armed.last, draft.last)
    if not at:
        return False
    targets = bare_chain(scene, draft, end, at=at)[:1] or unnamed_object(scene, draft, at, subject=True)
    if armed is None and not targets:
        return False
    for phrase in targets:
        add(scene, draft, "object", phrase)
    prepositional(scene, draft, at, end)
    return True


def behind(scene: Scene, token: int) -> Armed | None:
    """Return whose machine of war starts at a token."""
    if token >= len(scene.units) or not _machine(scene, token):
        return None
    return _owner(scene, token, scene.units.sentence(token).last)


def before(scene: Scene, token: int) -> Armed | None:
    """Return whose machine of war the noun phrase names that ends before a token."""
    for i in range(token - 1, max(scene.units.sentence(token).first, token - _FAR) - 1, -1):
        if _machine(scene, i):
            return _owner(scene, i, token)
        if i > 0 and _machine(scene, i - 1) > i:
            continue  # «an aircraft | without pilot»
        if scene.words.is_particle(i) or scene.verb(i) or not scene.units.is_word(i):
            return None
    return None


def _of_nobody(scene: Scene, token: int) -> int:
    """Return the token behind an indefinite machine of war with its adjectives that starts at a token, or 0."""
    if token >= len(scene.units) or scene.units.norms[token].startswith(ARTICLE) or owned(scene, token):
        return 0
    last, end = _machine(scene, token), scene.units.sentence(token).last
    while 0 < last < end and scene.hits.has(last, "adjective") and not scene.units.norms[last].endswith(ALEF):
        last += 1
    return last


def _machine(scene: Scene, i: int) -> int:
    """Return the token behind the word for a machine at a token, 0 where there is none."""
    hits = scene.hits.at(i, "context") if i not in scene.covered else NONE
    return max((hit.last for hit in hits if hit.entry.text("context") == _MACHINE), default=0)


def _owner(scene: Scene, token: int, end: int) -> Armed | None:
    """Return the owner behind the word for a machine: a phrase in idafa, a demonym, a definite noun."""
    if owned(scene, token):
        theirs = next(sayers(scene, token), None) or last_subject(scene, scene.units.sentence(token).first, token)
        body = theirs is not None and theirs.mention.kind in _OWNERS
        return Armed(Party("subject", theirs), token + 1) if body else None  # «the army said that | its aircraft»
    behind_it = max(_machine(scene, token), token + 1)
    idafa = not scene.units.norms[token].startswith(ARTICLE)
    for i in range(behind_it, min(end, behind_it + _FAR - 1)):
        if scene.told_of(i, _ACTED_ON) or scene.hits.has(i, "place_head"):
            return None  # «fighters hit | positions of X»
        phrase = scene.at_head.get(i)
        if phrase is not None:
            near = idafa and phrase.head == phrase.first  # no «the aircraft hit | positions of X»
            owns = phrase.mention.kind in _OWNERS and (phrase.slot == "for" or (phrase.slot == "" and near))
            return Armed(Party("subject", phrase), phrase.last) if owns else None
        demonym = next((hit for hit in scene.words.demonyms.get(i, ()) if hit.prefix in {"", ARTICLE}), None)
        if demonym is not None:
            return Armed(Party("nisba", hit=demonym), demonym.last)
        unnamed = definite(scene, i) if idafa and i == behind_it else None
        if unnamed is not None:
            return Armed(Party("subject", unnamed), unnamed.last)
        if scene.words.is_particle(i) or scene.verb(i) or not scene.units.is_word(i):
            return None
    return None


def attacking(scene: Scene, draft: Draft) -> int:
    """Take whose machines of war attack: «the shelling of | the army's artillery»; return the token behind, or 0."""
    if draft.hit.entry.text("mode") not in _SHELLING or draft.hit.definite or draft.hit.suffix:
        return 0
    armed = behind(scene, draft.last)
    theirs = armed is not None and scene.units.norms[draft.last][0] in LAM  # «a raid | of the coalition's aircraft»
    if armed is None or not (theirs or _aimed(scene, armed.last)):
        return 0
    draft.parties.append(armed.party)
    return armed.last


def _aimed(scene: Scene, i: int) -> bool:
    """Say whether what is attacked follows at a token with «of» or «on», an adjective before it allowed."""
    for at in range(i, min(i + 2, scene.units.sentence(i - 1).last)):
        phrase, particle = scene.at_head.get(at), scene.words.particle(at)
        part = phrase.slot if phrase is not None else particle.part if particle is not None else ""
        if part in _AT or (scene.units.norms[at][0] in LAM and scene.prefixed(at) and part == ""):
            return True
    return False
