"""What is said behind a verb without any mark or complementiser, because its marks were lost («وقال حداد الجميع …»)."""

from musnad.arabic import ARTICLE
from musnad.model import Node, Span
from musnad.statements.content.complementisers import REACH
from musnad.statements.content.openings import Opening
from musnad.statements.cues.find import Cue
from musnad.statements.scene import Scene
from musnad.statements.steps import begins

GOAL = "thing.goal"
SHORTEST = 4  # words of a clause that stands without any mark
_CLAUSAL = frozenset({"subordinator", "contrast", "negation", "auxiliary"})
_RELATIVE = frozenset({"of", "what", "relative", "subordinator"})
_CALLING = ("role", "title", "adjective", "region_adjective", "attribute", "body", "player")


def unmarked(scene: Scene, cue: Cue) -> Opening | None:
    """Return the clause behind a verb of saying and the name of who says it, if nothing else in its sentence is said.

    Without a name the clause begins with a conjunction or negation right behind the verb («وأضاف رغم أن …»).
    """
    _, end = scene.region(cue.first)
    own = cue.family == ("masdar" if cue.suffixed else "verb")  # «قوله لا يعني ذلك …»
    if not own or not cue.flag("utters") or scene.part(cue.first - 1) in _RELATIVE:
        return None
    noun = scene.starting.get(cue.last)
    named = noun is not None and noun.mention.kind == "person" and noun.mention.proper is not None
    at = noun.last if named and noun is not None else cue.last
    at += named and scene.is_comma(at)
    if not (_is_clausal(scene, at) or (named and _is_subject(scene, at))):
        return None
    said = any(_says(scene, i) for i in range(cue.last, end))
    if said or sum(map(scene.units.is_word, range(at, end))) < SHORTEST:
        return None
    start = scene.units.starts[at]
    return Opening("verbatim", at, at, start, Node("frame", "verbatim", start, scene.units.ends[at]))


def reported(scene: Scene, cue: Cue) -> Opening | None:
    """Return the clause behind «قوله» to which a verb of passing on leads («نقلت الوكالة عن حداد قوله لا يعني …»)."""
    _, end = scene.region(cue.first)
    for i in range(cue.last, min(end, cue.last + REACH)) if cue.flag("relays") else ():
        words = [hit for hit in scene.hits.at(i, "cue") if hit.form.pos == "masdar" and hit.suffix]
        if words:
            return unmarked(scene, Cue(i, words[0].last, Span(words[0].start, words[0].end), "masdar", words[0]))
    return None


def _says(scene: Scene, i: int) -> bool:
    """Say whether a mark, quotation or complementiser stands at a token, and no conjunction («إلا أن», «فإن»)."""
    joined = scene.is_function(i) or all(hit.prefix for hit in scene.hits.at(i, "complementiser"))
    return begins(scene, i) and not (joined and scene.hits.has(i, "complementiser"))


def _is_clausal(scene: Scene, i: int) -> bool:
    """Say whether a conjunction, negation or auxiliary stands at a token."""
    return scene.part(i) in _CLAUSAL and not scene.is_apart(i)


def _is_subject(scene: Scene, i: int) -> bool:
    """Say whether a token behind a name begins a clause of its own: a definite noun that calls nobody, or «this»."""
    if i >= len(scene.norms) or not scene.units.is_word(i):
        return False
    if scene.hits.has(i, "demonstrative"):
        return True
    if any(hit.entry.id == GOAL for hit in scene.hits.at(i, "thing")):
        return False  # «وأضاف سامي حداد الهدف الثاني في الدقيقة السبعين»
    return scene.norms[i].startswith(ARTICLE) and not scene.is_function(i) and not scene.hits.has(i, *_CALLING)
