"""Whether a complementiser behind a cue brings what is said, or belongs to something else on the way to it."""

from musnad.arabic import ARABIC_LETTER, PRESENT_STARTS
from musnad.lexicon import Hit
from musnad.statements.content.verbatim import NEAR
from musnad.statements.cues.find import Cue
from musnad.statements.scene import Scene, is_with

SPELT = 2  # letters of a name that is spelt («بي ان»)
REACH = 32  # tokens between a cue and its complementiser; the median is 2, nine in ten lie within 11
_TELLING = frozenset({"neutral", "affirm", "accuse", "condemn", "praise"})


def is_wish(scene: Scene, cue: Cue, clause: Hit) -> bool:
    """Say whether a clause belongs to another verb on the way to it («أوضحت اللبس الذي حاول الخصوم أن يسبغوه على …»).

    Behind its complementiser stands a present verb: it is wished, and the cue tells what is so.
    """
    if clause.first > cue.last + 1 and not clause.suffix and scene.is_surely_verb(clause.first - 1):
        return True  # «التي تتابع دراستها، فقد اختارت أن …»
    if cue.flag("mental"):
        return False  # «يتوقع خبراء شاركوا في استطلاع أن يرفع …»
    if clause.suffix or cue.text("stance") not in _TELLING or clause.last >= len(scene.norms):
        return False
    if not any(scene.hits.verbs(i) or scene.part(i) == "negation" for i in range(cue.last + 1, clause.first)):
        return False
    verbs = scene.hits.verbs(clause.last)
    norm = scene.norms[clause.last]
    unknown = (
        not scene.hits.has(clause.last) and clause.last not in scene.starting and norm.startswith(PRESENT_STARTS[0])
    )
    return unknown or (bool(verbs) and all(hit.form.tense == "present" and not hit.prefix for hit in verbs))


def is_of_subject(scene: Scene, cue: Cue, clause: Hit, end: int) -> bool:
    """Say whether a clause only tells who the subject is («أوضح ضابط عرف نفسه بأنه متحدث باسمهم، أن …»)."""
    between = range(cue.last, clause.first)
    if not is_with(clause) or not any(scene.begins_verb(i) for i in between):
        return False
    later = range(clause.last + 1, min(end, clause.last + REACH))
    return any(scene.is_comma(i - 1) and scene.is_that(i) for i in later)


def is_in_name(scene: Scene, i: int) -> bool:
    """Say whether a token is part of a name that is spelt («دي.إيه.إن», «إتش1إن1», «بي ان سبورت»)."""
    before, norm = scene.units.text[scene.units.starts[i] - 1], scene.norms[i - 1]
    letter = len(norm) <= SPELT and ARABIC_LETTER.match(norm) is not None
    end = scene.units.ends[i]
    if scene.units.text[end : end + 1] == "." and scene.units.text[end + 1 : end + 2].isalpha():
        return True  # «إن.بي.سي»
    spelt = letter and not scene.hits.has(i - 1) and i - 1 not in scene.named
    return spelt or before == "." or before.isdigit()


def is_name(scene: Scene, cue: Cue, i: int) -> bool:
    """Say whether a word behind a cue is a name that is spelt like «بأن», a frame following («أعرب بان عن …»)."""
    hit = scene.hits.at(i, "complementiser")[0]
    if i != cue.last or not is_with(hit) or "that" in cue.frames or "with" in cue.frames:
        return False
    return any(scene.part(at) in cue.frames for at in range(i + 1, min(scene.region(i)[1], i + NEAR)))
