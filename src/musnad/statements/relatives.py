"""Whom a relative clause speaks of: the noun before its pronoun."""

from musnad.statements.cues import Cue
from musnad.statements.endings import is_definite
from musnad.statements.fronted import quoted_end
from musnad.statements.papers import creator
from musnad.statements.phrases import phrase
from musnad.statements.scene import Scene
from musnad.statements.told import KINDS, Told, agrees, told_by

RELATED = 12  # tokens between a person or body and the relative clause that tells what it said


def related(scene: Scene, cue: Cue) -> Told | None:
    """Return the nearest person or body that a relative clause can speak of («المتهم بالتصوير، الذي اعترف بأن …»)."""
    first, _ = scene.region(cue.first)
    last = cue.first - 2 if scene.is_comma(cue.first - 2) else cue.first - 1
    named = quoted_end(scene, last)
    single = cue.hit is not None and cue.hit.form.number == "s"
    if named is not None and single:
        return named
    papers = [hit for hit in scene.hits.at(last - 1, "medium") if hit.definite and hit.entry.flag("document")]
    if papers and single and not scene.has_pronoun(cue.first):
        return creator(scene, last - 1, last, papers)  # «وفق البيان الذي أوضح أن …»
    alone = single and last > first and scene.units.is_word(last - 1)
    if alone and not scene.hits.has(last - 1) and not is_definite(scene.norms[last - 1]):
        return None if last in scene.ending else phrase(scene, scene.units.span(last - 1, last), last)
    for at in range(cue.first - 1, max(first, cue.first - RELATED), -1):
        noun = scene.ending.get(at)
        if noun is None or noun.first < first or noun.mention.kind not in KINDS - {"place"}:
            continue
        told = told_by(noun, "subject_before")
        if agrees(cue, told) or (noun.last == last and last < cue.first - 1 and noun.mention.proper is not None):
            return told  # behind a comma only what stands right before it can be meant
    return None


def extended(scene: Scene, i: int, low: int) -> Told | None:
    """Return a person with the unknown words of his name before a relative clause («القاضي صلواتي، الذي أكد …»)."""
    for at in range(i - 1, low, -1):
        if not scene.units.is_word(at) or scene.is_function(at) or scene.hits.has(at):
            return None
        noun = scene.ending.get(at)
        if noun is not None and noun.mention.kind == "person":
            return phrase(scene, scene.units.span(noun.first, i), i)
    return None
