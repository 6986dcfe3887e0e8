"""Asides between a cue and its content, and marked words that are the content without being said."""

from musnad.arabic import AND, ARTICLE, BA
from musnad.statements.cues.find import Cue
from musnad.statements.scene import DASHES, Scene
from musnad.statements.steps import begins

RELATIVE = 24  # tokens of a relative clause between two marks
ASIDE = 9  # tokens of an aside between two commas
_LISTING = "naming_noun.listing"
_NICKNAME = 4  # tokens of a name of two words in marks
_ONE = 3  # tokens of one word in marks
_OPENING = frozenset({"in", "beside", "about", "of", "by"})


def behind_aside(scene: Scene, cue: Cue, i: int, end: int) -> int:
    """Return the comma that closes the aside which one at `i` opens («نفى حداد، عن حزب الأمل، …»), or `i`.

    An aside begins with a preposition that does not bring the content of the cue.
    """
    at = i + 1
    if (scene.is_comma(i) or scene.norms[i] in DASHES) and scene.part(at) == "relative":
        return _behind_relative(scene, i, end)
    if scene.norms[i] in DASHES and scene.part(at) == "in":  # «يقول -في «طريق البحر القديم»- إن …»
        return next((last for last in range(at + 1, min(end, i + RELATIVE)) if scene.norms[last] in DASHES), i)
    if not scene.is_comma(i) or at >= end or at in scene.named or scene.hits.has(at, "complementiser"):
        return i
    part = scene.part(at)
    led = part in _OPENING and part not in cue.frames
    under = "with" not in cue.frames and any(hit.prefix in BA for hit in scene.hits.at(at))  # «برئاسة سامي حداد»
    if not (led or under):
        return i
    for last in range(at + 1, min(end, at + ASIDE)):
        if scene.is_comma(last):
            sure = not cue.flag("weak") or scene.hits.has(last + 1, "complementiser")
            return last if sure else i
        if begins(scene, last) or scene.is_surely_verb(last) or last in scene.quote_at or scene.hits.has(last, "cue"):
            return i
    return i


def _behind_relative(scene: Scene, i: int, end: int) -> int:
    """Return the mark behind which the clause of a cue follows a relative clause between two alike, or `i`.

    «تتوقع الهيئة -التي يقول خصومها إنها متفائلة- أن …»: no clause inside the aside is what the cue brings.
    """
    dash = scene.norms[i] in DASHES
    for last in range(i + 2, min(end, i + RELATIVE)):
        alike = scene.norms[last] in DASHES if dash else scene.is_comma(last)
        if alike and last + 1 in scene.speech_at:
            return last
        clause = [hit for hit in scene.hits.at(last + 1, "complementiser") if hit.prefix == ""] if alike else []
        if clause:
            return last
        if alike and dash:
            return i
    return i


def is_marked_object(scene: Scene, cue: Cue, i: int) -> bool:
    """Say whether words in marks behind whoever speaks are what he speaks of («نفى الوزير "الشائعات" التي …»)."""
    quote = scene.quote_at.get(i)
    if quote is None or "object" not in cue.frames or cue.suffixed or cue.family != "verb":
        return False
    if cue.flag("own"):
        return False  # «أبدى المقاتلون مقاومة في "الشرق"»
    begins = cue.first in scene.ending if i == cue.last else i in scene.ending or scene.is_comma(i - 1)
    if not begins:
        return False
    after = scene.units.tokens_of(quote.start, quote.end)[1]
    if after >= len(scene.norms) or scene.is_function(after):
        return True
    body = scene.ending.get(i)
    if scene.is_comma(after) and after - i <= _NICKNAME and body is not None and body.mention.kind != "person":
        return False  # «أعلنت هيئة المعارض "أفق"، أمس، بدء …»
    headed = after - i == _ONE and scene.norms[after].startswith(ARTICLE)  # «تستنكر "تفرد" الرئيس بالقرار»
    return headed or not scene.units.is_word(after)


def hides_object(scene: Scene, cue: Cue, i: int) -> bool:
    """Say whether no object of a cue follows a token: «ذلك» is it, or a clause of an aside begins («، وكان …»)."""
    part = scene.part(i)
    if i <= cue.last or part not in {"this", "auxiliary"}:
        return False
    if part == "this":
        return i + 1 >= len(scene.norms) or not scene.norms[i + 1].startswith(ARTICLE)
    return scene.is_break(i - 1) and scene.norms[i].startswith(AND)


def lists(scene: Scene, cue: Cue, i: int) -> bool:
    """Say whether a colon announces a list and no speech («قطاعات منها: …», «وهم: …», «الأسئلة التالية: …»).

    Behind a verb that seldom tells words it may do so in another clause («استبعد …، وتم تعويضهم بالحكام: …»).
    """
    before = i - 1
    some = any(hit.entry.text("part") == "from" for hit in scene.hits.at(before, "bound_preposition"))
    if before >= cue.last and (some or scene.part(before) == "there"):
        return True
    if cue.flag("utters"):
        return False
    apart = any(
        scene.is_break(at - 1) and scene.norms[at].startswith(AND) and _is_done(scene, at) for at in range(cue.last, i)
    )
    words = [hit for at in (before - 1, before) for hit in scene.hits.at(at, "naming_noun")]
    return apart or any(hit.last == i and hit.entry.id == _LISTING for hit in words)


def _is_done(scene: Scene, i: int) -> bool:
    """Say whether a verb at a token tells that something was done by nobody in particular («وتم …»)."""
    return any(hit.entry.flag("agentless") for hit in scene.hits.verbs(i))
