"""Who carried out that in which somebody fell or was taken: «six men were killed in an operation | that X launched»."""

from collections.abc import Iterable

from musnad.arabic import AND
from musnad.events.draft import Draft, Party
from musnad.events.phrases import Phrase
from musnad.events.roles.acting import DOERS
from musnad.events.scene import Scene
from musnad.events.words import NONE

_AGENT = "agent"
_LAUNCHING = frozenset(f"support_verb.{verb}" for verb in ("do", "do3", "launch"))  # and no «organised» a feast
_DURING = frozenset({"in", "cause"})
_FAR = 40  # tokens from who fell to what he fell in
_NAMED = 3  # tokens of what was carried out: «a large military operation»


def launch(scene: Scene, drafts: Iterable[Draft]) -> None:
    """Let who carried out an operation have killed or taken those of whom nobody else is told who did."""
    for draft in drafts:
        doer = _launcher(scene, draft) if draft.fells_or_seizes and not draft.actors else None
        if doer is not None:
            draft.actors += (Party(_AGENT, one) for one in scene.chain(doer))


def _launcher(scene: Scene, draft: Draft) -> Phrase | None:
    """Return who carried out what stands with «in» or «during» behind a deed, up to another clause."""
    end = min(scene.units.sentence(draft.first).last, draft.last + _FAR)
    for i in range(draft.last, end):
        if scene.units.norms[i][0] in ".؛:" or _another(scene, i):
            return None
        particle = scene.words.particle(i)
        if particle is not None and particle.part in _DURING and particle.last < end and particle.first == i:
            doer = _of_operation(scene, particle.last, end)
            if doer is not None:
                return doer
    return None


def _another(scene: Scene, i: int) -> bool:
    """Say whether a verb joined by «and» or a conjunction goes on with something else than who fell or was taken."""
    before = scene.words.particle_before(i)
    joined = scene.units.norms[i].startswith(AND) or (before is not None and before.part == "conjunction")
    if not joined or not scene.verb(i):
        return False
    return all(hit.entry.text("level") != "casualty" for hit in scene.words.triggers.get(i, NONE))


def _of_operation(scene: Scene, noun: int, end: int) -> Phrase | None:
    """Return the subject of the verb that carries a noun by its pronoun: «an operation | that the army launched»."""
    if noun in scene.covered or noun in scene.timed or scene.verb(noun):
        return None
    for i in range(noun + 1, min(end, noun + 1 + _NAMED)):
        if i in scene.at_head or not scene.units.is_word(i):
            return None
        if not scene.verb(i):
            continue
        hits = [hit for hit in scene.words.supports.get(i, NONE) if hit.entry.id in _LAUNCHING]
        by_it = i + 1 < end and scene.hits.has(i + 1, "bound_preposition")  # «that X did», in Arabic «with it»
        if not hits or not (hits[0].suffix or by_it):
            return None
        doer = scene.at_head.get(i + 1 + (not hits[0].suffix))
        free = doer is not None and not (doer.slot or doer.joined) and doer.mention.kind in DOERS
        return doer if free else None
    return None
