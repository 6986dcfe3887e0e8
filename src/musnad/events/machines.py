"""Machines of war that act for their owner: «Russian aircraft shelled», «the warplanes of the coalition hit»."""

from typing import NamedTuple

from musnad.arabic import ARTICLE
from musnad.events.draft import Party
from musnad.events.scene import Scene
from musnad.events.subjects import last_subject
from musnad.events.unnamed import definite, owned
from musnad.events.voices import sayers

_MACHINE = "machine"
_FAR = 4  # tokens from a machine to its owner: «a drone | unmanned, Israeli»
_OWNERS = frozenset({"organisation", "office", "group", "place", "person"})


class Armed(NamedTuple):
    """Whose machine it is, and the token behind the noun phrase."""

    party: Party
    last: int


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
        if scene.words.is_particle(i) or scene.verb(i) or not scene.units.is_word(i):
            return None
    return None


def _machine(scene: Scene, i: int) -> bool:
    return i not in scene.covered and scene.told_of(i, _MACHINE)


def _owner(scene: Scene, token: int, end: int) -> Armed | None:
    """Return the owner behind the word for a machine: a phrase in idafa, a demonym, a definite noun."""
    if owned(scene, token):
        theirs = next(sayers(scene, token), None) or last_subject(scene, scene.units.sentence(token).first, token)
        body = theirs is not None and theirs.mention.kind in _OWNERS
        return Armed(Party("subject", theirs), token + 1) if body else None  # «the army said that | its aircraft»
    idafa = not scene.units.norms[token].startswith(ARTICLE)
    for i in range(token + 1, min(end, token + _FAR)):
        phrase = scene.at_head.get(i)
        if phrase is not None:
            owns = phrase.mention.kind in _OWNERS and phrase.slot in {"", "for"}
            return Armed(Party("subject", phrase), phrase.last) if owns else None
        demonym = next((hit for hit in scene.words.demonyms.get(i, ()) if hit.prefix in {"", ARTICLE}), None)
        if demonym is not None:
            return Armed(Party("nisba", hit=demonym), demonym.last)
        unnamed = definite(scene, i) if idafa and i == token + 1 else None
        if unnamed is not None:
            return Armed(Party("subject", unnamed), unnamed.last)
        if scene.words.is_particle(i) or scene.verb(i) or not scene.units.is_word(i):
            return None
    return None
