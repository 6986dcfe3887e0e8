"""Whether a complementiser behind a cue brings what is said, or belongs to something else on the way to it."""

from musnad.arabic import ARABIC_LETTER, BA, PRESENT_STARTS
from musnad.lexicon import Hit
from musnad.statements.content.verbatim import NEAR
from musnad.statements.cues.find import Cue
from musnad.statements.scene import Scene, is_with
from musnad.statements.steps import GOVERN, begins, is_of_name, is_pronoun

SPELT = 2  # letters of a name that is spelt («بي ان»)
REACH = 32  # tokens between a cue and its complementiser; the median is 2, nine in ten lie within 11
_LEADING = frozenset({"in", "on", "to", "about"})
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


def is_of_nearer(scene: Scene, cue: Cue, i: int) -> bool:
    """Say whether what begins at a token belongs to another verb of saying right before it.

    «أعلنت الشرطة القبض على رجل يعتقد أنه …», «كلمة قال فيها إن …», «ختم تصريحه قائلا: …».
    """
    led = scene.part(i) in _LEADING and scene.is_that(scene.particle_end(i))  # «قائد شدد على أنه بريء»
    wished = scene.is_that(i) and scene.is_surely_verb(i - 1)  # told by `is_wish`, behind which the search goes on
    if wished or not (led or begins(scene, i)):
        return False
    at = i - 2 if is_pronoun(scene, i - 1) else i - 1
    deed = cue.family == "masdar"
    if at < cue.last + (not deed) or scene.is_function(at) or at in scene.named or scene.part(at - 1) in GOVERN:
        return False
    if cue.flag("relays") or cue.flag("heard"):
        return False  # «نسبت إلى حداد، الذي وصفته بأنه خبير، قوله …», «سمعت الوزير يقول إن …»
    nearer = [hit for hit in scene.hits.at(at, "cue") if hit.last == at + 1 and "that" in hit.entry.texts("frames")]
    return any(_tells(hit, deed=deed) for hit in nearer)


def _tells(hit: Hit, *, deed: bool) -> bool:
    """Say whether a word before a clause brings it, behind a verb only another verb («ختم تصريحه بالقول إن …»)."""
    if hit.form.pos == "verb":
        return not (hit.prefix or hit.entry.flag("weak"))
    if hit.form.pos == "masdar":
        return deed and hit.prefix.endswith(max(BA, key=len)) and hit.entry.flag("utters")
    return deed and not hit.prefix


def _is_in_name(scene: Scene, i: int) -> bool:
    """Say whether a token is part of a name that is spelt («دي.إيه.إن», «إتش1إن1», «بي ان سبورت»)."""
    if scene.short_quote(i - 1, len(scene.norms)) is not None and scene.hits.has(i - 2, "press", "body"):
        return True  # «شبكة "إن بي سي"»
    before, norm = scene.units.text[scene.units.starts[i] - 1], scene.norms[i - 1]
    letter = len(norm) <= SPELT and ARABIC_LETTER.match(norm) is not None
    end = scene.units.ends[i]
    if scene.units.text[end : end + 1] == "." and scene.units.text[end + 1 : end + 2].isalpha():
        return True  # «إن.بي.سي»
    spelt = letter and not scene.hits.has(i - 1) and i - 1 not in scene.named
    return spelt or before == "." or before.isdigit()


def is_name(scene: Scene, cue: Cue, i: int) -> bool:
    """Say whether a word behind a cue is part of a name, or one that is spelt like «بأن» («أعرب بان عن …»)."""
    if is_of_name(scene, i) or _is_in_name(scene, i):
        return True
    hit = scene.hits.at(i, "complementiser")[0]
    if i != cue.last or not is_with(hit) or "that" in cue.frames or "with" in cue.frames:
        return False
    return any(scene.part(at) in cue.frames for at in range(i + 1, min(scene.region(i)[1], i + NEAR)))
