"""What is said behind a verb without any mark or complementiser, because its marks were lost («وقال حداد الجميع …»)."""

from musnad.arabic import ARTICLE, FUTURE, OUR
from musnad.arabic.letters import TA_MARBUTA
from musnad.model import Node, Span
from musnad.statements.content.complementisers import REACH
from musnad.statements.content.openings import Opening
from musnad.statements.cues.find import EXISTS, Cue
from musnad.statements.endings import is_accusative, is_definite, is_ours
from musnad.statements.scene import TO_THE, Scene
from musnad.statements.steps import GOVERN, begins, behind_governed, behind_noun
from musnad.statements.told import KINDS

GOAL = "thing.goal"
SHORTEST = 4  # words of a clause that stands without any mark
_CLAUSAL = frozenset({"subordinator", "contrast", "negation", "auxiliary"})
_TELLING = frozenset({"negation", "auxiliary"})
_RELATIVE = frozenset({"of", "what", "relative", "subordinator"})
_CALLING = ("role", "title", "adjective", "region_adjective", "attribute", "body", "player")


def unmarked(scene: Scene, cue: Cue) -> Opening | None:
    """Return the clause behind a verb of saying and the name of who says it, if nothing else in its sentence is said.

    Without a name the clause begins with a conjunction or negation right behind the verb («وأضاف رغم أن …»), or with
    what cannot speak («وقال هناك …», «وقال الحداد في بيان ستكون …»).
    """
    _, end = scene.region(cue.first)
    own = cue.family == ("masdar" if cue.suffixed else "verb")  # «قوله لا يعني ذلك …»
    goes_on = cue.flag("continues") and _is_voiced(scene, cue.last)  # «وتابع سنمضي في الحوار»
    if not own or not (cue.flag("utters") or goes_on) or scene.part(cue.first - 1) in _RELATIVE:
        return None
    noun = scene.starting.get(cue.last)
    told = (
        noun is not None
        and noun.mention.kind in KINDS
        and (
            noun.mention.proper is not None
            or scene.norms[cue.last].startswith(ARTICLE)
            or scene.hits.has(cue.last, "source_noun")
        )
    )
    named = told and noun is not None and noun.mention.kind == "person" and noun.mention.proper is not None
    spoken = noun.last if told and noun is not None else cue.last
    at = spoken if _is_topic_day(scene, spoken) else _behind_occasion(scene, spoken, end)
    at += (told or at > spoken) and scene.is_comma(at)
    if _is_no_speaker(scene, cue):
        at, goes_on = cue.last, True
    subject = named and at <= spoken + 1 and _is_subject(scene, at)
    clausal = _is_clausal(scene, at) and (at <= spoken + 1 or scene.part(at) in _TELLING)
    if not (clausal or subject or goes_on or _begins(scene, cue, at, spoken) or _is_voiced(scene, at)):
        return None
    said = any(_says(scene, i) for i in range(cue.last, end))
    if said or sum(map(scene.units.is_word, range(at, end))) < SHORTEST:
        return None
    start = scene.units.starts[at]
    return Opening("verbatim", at, at, start, Node("frame", "verbatim", start, scene.units.ends[at]))


def _is_topic_day(scene: Scene, i: int) -> bool:
    """Say whether a clause says something of a day («وقال حداد اليوم عيد وطني»), and nothing was said on that."""
    last = scene.time_at.get(i)
    if last is None or last >= len(scene.norms) or not scene.is_plain(last) or scene.hits.verbs(last):
        return False
    return not is_definite(scene.norms[last]) and not is_accusative(scene.norms[last]) and last not in scene.starting


def _behind_occasion(scene: Scene, i: int, end: int) -> int:
    """Return the token behind days, occasions and those who are told at a token («في بيان», «للصحافيين», «أمس»)."""
    while i < end:
        if i in scene.time_at or scene.part(i) in GOVERN:
            after = behind_governed(scene, i)
        elif scene.norms[i].startswith(TO_THE) and scene.is_plain(i):
            after = behind_noun(scene, i)
        else:
            return i
        if after <= i:
            return i
        i = after
    return i


def _begins(scene: Scene, cue: Cue, i: int, spoken: int) -> bool:
    """Say whether the words of the speaker begin with what neither names nor describes him («هناك …», «ستكون …»)."""
    if i >= len(scene.norms) or not scene.units.is_word(i) or i in scene.starting:
        return False
    lead = scene.lead(i)
    if lead is not None and lead.entry.id == EXISTS:
        return True
    if i == cue.last and scene.hits.has(i, "demonstrative"):
        after = i + 1 < len(scene.norms) and scene.norms[i + 1].startswith(ARTICLE)
        return cue.flag("only_verb") or not after
    verbs = [hit.form for hit in scene.hits.verbs(i) if hit.prefix in {"", FUTURE} and not hit.suffix]
    present = all(form.tense == "present" for form in verbs) or all(hit.form.pos == "verb" for hit in scene.hits.at(i))
    apart = i > spoken or (spoken > cue.last and cue.flag("only_verb"))  # «وقالت الشرطة قتل شخصان», not «وأضاف …»
    return apart and bool(verbs) and present and not scene.is_verb(i, "cue")


def _is_voiced(scene: Scene, i: int) -> bool:
    """Say whether a word stands at a token by which nobody is told: «ستعيد …», «ناقشنا …», «دورنا …»."""
    if i >= len(scene.norms) or i in scene.starting or not scene.is_plain(i):
        return False
    verbs = scene.hits.verbs(i)
    if verbs:
        return all(hit.prefix == FUTURE or (hit.suffix == OUR and hit.form.tense == "past") for hit in verbs)
    return is_ours(scene.norms[i]) and not scene.hits.has(i, *_CALLING, "given_name", "family_name")


def _is_no_speaker(scene: Scene, cue: Cue) -> bool:
    """Say whether a noun right behind a verb cannot be who says it, by its gender («وأضاف المدينة محاصرة منذ …»).

    What is added has no verb of its own («وأضاف المباراة إلى برنامجه»).
    """
    form, i = None if cue.hit is None else cue.hit.form, cue.last
    if form is None or (form.gender, form.number) != ("m", "s") or i >= len(scene.norms) or not scene.is_plain(i):
        return False
    told = any(
        scene.begins_verb(at) or scene.part(at) in _TELLING for at in range(i + 1, min(i + SHORTEST, len(scene.norms)))
    )
    if not (told or cue.flag("only_verb")):
        return False
    noun = scene.starting.get(i)
    if noun is not None and noun.mention.kind == "place" and noun.mention.proper is not None:
        return True  # «وأضاف مصر لن تقبل ذلك»
    feminine = scene.norms[i].startswith(ARTICLE) and scene.units.text[scene.units.ends[i] - 1] == TA_MARBUTA
    return feminine and not scene.hits.has(i, "role", "title", "given_name", "family_name")


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
    calls = scene.hits.has(i, *_CALLING) and not (scene.hits.has(i, "body") and scene.begins_verb(i + 1))
    return scene.norms[i].startswith(ARTICLE) and not scene.is_function(i) and not calls
