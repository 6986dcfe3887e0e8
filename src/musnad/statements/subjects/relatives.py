"""Whom a relative clause speaks of: the noun before its pronoun."""

from musnad.arabic import AND, ARTICLE
from musnad.statements.cues.find import Cue
from musnad.statements.endings import is_definite
from musnad.statements.scene import Noun, Scene
from musnad.statements.subjects.fronted import quoted_end
from musnad.statements.subjects.papers import creator
from musnad.statements.subjects.phrases import phrase
from musnad.statements.told import KINDS, Told, agrees, told_by

_ABOUT = "bound_preposition.about"
NEAR = 2  # tokens from whom a relative pronoun means to the verb behind it
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
    alone = alone and last not in scene.ending and not scene.norms[last - 1].startswith(AND + ARTICLE)
    alone = alone and not scene.norms[last - 1].isdigit()  # «المجلة الصادرة عام 2015 التي أكدت أن …»
    if alone and not scene.hits.has(last - 1) and not is_definite(scene.norms[last - 1]):
        return phrase(scene, scene.units.span(last - 1, last), last)
    for at in range(cue.first - 1, max(first, cue.first - RELATED), -1):
        noun = scene.ending.get(at)
        if noun is None or noun.first < first or noun.mention.kind not in KINDS - {"place"}:
            continue
        told = told_by(noun, "subject_before")
        if agrees(cue, told) or (noun.last == last and last < cue.first - 1 and noun.mention.proper is not None):
            return told  # behind a comma only what stands right before it can be meant
    return None


def means_another(scene: Scene, cue: Cue) -> bool:
    """Say whether a relative pronoun is not the subject of the verb behind it («الذين أشاد بهم», «الذي قالت إنه …»).

    Before its own subject a verb is singular; behind it, it agrees.
    """
    pronoun = scene.particle(cue.first - 1)
    if cue.hit is None or cue.family != "verb" or pronoun is None or pronoun.last != cue.first:
        return False
    refers, form = pronoun.entry.text("refers"), cue.hit.form
    if refers and any(hit.entry.id == _ABOUT for hit in scene.hits.at(cue.last, "bound_preposition")):
        return True  # «الذي قالت عنه إنه …»
    if not refers or form.number != "s" or form.person == 1:
        return False
    return refers == "p" or (bool(form.gender) and form.gender != refers)


def is_right_before(scene: Scene, cue: Cue) -> bool:
    """Say whether the relative pronoun before a verb stands for a mention right before it."""
    at = cue.first - NEAR if scene.is_comma(cue.first - NEAR) else cue.first - 1
    noun = scene.ending.get(at)
    return noun is not None and is_meant(scene, cue, told_by(noun, ""))


def is_meant(scene: Scene, cue: Cue, told: Told) -> bool:
    """Say whether the relative pronoun before a verb can stand for somebody right before it."""
    pronoun = scene.particle(cue.first - 1)
    if pronoun is None or not 0 < cue.first - told.last <= NEAR:
        return False
    refers = pronoun.entry.text("refers")
    if refers == "p" or told.number != "s":
        return refers == "p" and told.number != "s"
    return told.gender in {None, refers}


def _has_title(scene: Scene, noun: Noun) -> bool:
    """Say whether a person is told by a calling and one name, so that a word behind it goes on with the name."""
    proper = noun.mention.proper
    if proper is None:
        return False
    first, last = scene.units.tokens_of(proper.start, proper.end)
    return last - first == 1 and first > noun.first and last == noun.last


def extended(scene: Scene, i: int, low: int) -> Told | None:
    """Return a person with the unknown words of his name before a relative clause («القاضي صلواتي، الذي أكد …»)."""
    for at in range(i - 1, low, -1):
        noun = scene.ending.get(at)
        named = noun is not None and noun.mention.kind == "person"
        titled = named and at == i - 1 and noun is not None and _has_title(scene, noun)
        if not scene.units.is_word(at) or scene.is_function(at) or (scene.hits.has(at) and not titled):
            return None
        if titled and (is_definite(scene.norms[at]) or scene.hits.verbs(at)):
            return None
        if noun is not None and named:
            return phrase(scene, scene.units.span(noun.first, i), i)
    return None
