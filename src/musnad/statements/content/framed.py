"""Whether a preposition behind a cue, alone or written onto a noun, brings what is said."""

from musnad.arabic import AND, ARTICLE, BA, LAM
from musnad.arabic.letters import ALEF, HA, MIM, TA, YA
from musnad.lexicon import Hit
from musnad.statements.content.complementisers import is_wish
from musnad.statements.content.objects import DOERS, LETTERS, proclitic
from musnad.statements.content.phrase_ends import SAY
from musnad.statements.content.verbatim import FOLLOWED, NEAR
from musnad.statements.cues.find import Cue
from musnad.statements.endings import has_pronoun
from musnad.statements.scene import TO_THE, Scene, is_with
from musnad.statements.steps import GOVERN, begins, behind_noun, is_adjective, tells_of_what

_SPOTS = frozenset({"place", "organisation"})
DOING = "ordinary_word.doing"
DOINGS = frozenset({DOING, "unspeaking.deed", "thing.measure"})
_SERVES = frozenset({"taking.takes_on", "taking.takes_about"})  # «المشرف على», «المسؤول عن»
_CALLED = ("body", "role", "group", "relation", "given_name")  # those who are called, or prayed for
SHORTEST_DOING = 4  # letters of a participle («فائز»)
SHORTEST_DEED = 5  # letters of an unknown word that may be a deed («تطهير»)
REPEATED = 4  # tokens between two equal prepositions, the second of which brings a clause


def is_called_for(scene: Scene, cue: Cue, i: int) -> bool:
    """Say whether a word with «ل» right behind a verb of calling is what it calls for («دعا لوقف القتال»)."""
    if cue.text("addressee") != "object" or i in scene.starting or scene.hits.has(i, *_CALLED):
        return False
    if scene.norms[i].startswith(TO_THE):
        return cue.text("stance") == "demand" and (cue.family != "masdar" or cue.suffixed)  # «الرئيس يدعو للتهدئة»
    known = [hit for hit in scene.hits.at(i) if hit.form.entry.kind != "common_verb"]
    noun = scene.norms[i].removeprefix(LETTERS["for"])
    deed = noun.startswith((TA, ALEF)) and len(noun) >= SHORTEST_DEED
    return any(hit.prefix for hit in known) or (not known and deed)


def asks_with(scene: Scene, cue: Cue, i: int, end: int) -> bool:
    """Say whether a deed with «ب» is what a verb of calling calls for, no «إلى» following («دعت السكان بالتزام …»)."""
    if i <= cue.last or "to" not in cue.frames or cue.text("addressee") != "object" or cue.text("stance") != "demand":
        return False
    return _is_with_deed(scene, i) and not any(scene.part(at) == "to" for at in range(i, min(end, i + NEAR)))


def counts(scene: Scene, i: int) -> bool:
    """Say whether a preposition belongs to how many there are («اشتكى عدد من الباعة من …»)."""
    return any(hit.last > i for at in (i - 1, i - 2) for hit in scene.hits.at(at, "one_of"))


def is_of_clause(scene: Scene, cue: Cue, i: int) -> bool:
    """Say whether a preposition belongs to a verb or goal of a relative clause («الحركة التي تسيطر على المدينة …»).

    So does «علي» that is a name («تلاميذ معهد علي بورقيبة»).
    """
    before = i - 1
    if scene.units.text[scene.units.ends[i] - 1] == YA and scene.hits.has(i, "given_name") and i + 1 < len(scene.norms):
        after = scene.hits.at(i + 1)
        if not scene.norms[i + 1].startswith(ARTICLE) and (not after or scene.hits.has(i + 1, "family_name")):
            return True
    goal = any(hit.form.pos == "masdar" and hit.prefix in LAM for hit in scene.hits.at(before))
    if before <= cue.last or not (goal or any(not hit.suffix for hit in scene.hits.verbs(before))):
        return False
    for at in range(before - 1, cue.last - 1, -1):
        if scene.is_comma(at):
            return False
        if scene.part(at) == "relative":
            return True
    return False


def is_of_role(scene: Scene, cue: Cue, i: int, end: int) -> bool:
    """Say whether «عن» belongs to a role, a clause following («كشف المسؤول عن المشروع أن …»)."""
    if i == cue.last or scene.part(i) != "about" or not scene.hits.has(i - 1, "role"):
        return False
    later = range(scene.particle_end(i), min(end, i + NEAR))
    at = next((at for at in later if scene.is_that(at) or scene.hits.verbs(at) or scene.is_break(at)), None)
    return at is not None and scene.is_that(at)


def is_told_later(scene: Scene, cue: Cue, i: int, end: int) -> bool:
    """Say whether what is said follows with «ب» behind an aside that has one too.

    It is a clause («أفاد بيان، توصلت الصحيفة بنسخة منه، بأن …»), or a deed behind what is none («أشاد المدير الأسبق
    بالمجلة، في حوار، بتعاون …», «طالبت النقابة بالجزائر بإلغاء …»).
    """
    if "that" in cue.frames and _is_told_behind(scene, i, end):
        return True
    comma = next((at for at in range(i + 1, min(end, i + REPEATED)) if scene.is_comma(at)), None)
    hits = [] if comma is None else scene.hits.at(comma + 1, "complementiser")
    if any(is_with(hit) and hit.prefix == "" for hit in hits):
        return True
    if _is_where(scene, cue, i, end):
        return True
    if any(hit.form.pos == "masdar" or hit.kind == "trigger" for hit in scene.hits.at(i)):
        return False
    for at in range(i + 1, min(end - 1, i + NEAR)):
        if scene.part(at) == "relative" or scene.is_surely_verb(at) or scene.hits.has(at, "complementiser"):
            return False
        if scene.is_comma(at) and _is_with_deed(scene, at + 1):
            return True
    return False


def _is_where(scene: Scene, cue: Cue, i: int, end: int) -> bool:
    """Say whether «ب» only tells where whoever speaks belongs, and another right behind it brings what is said.

    It is a place or body («طالب مدير الصحة بالمنطقة | بإصلاح …»), or stands behind a participle («المرشح الفائز
    بالانتخابات | بتحسين …»).
    """
    noun = scene.starting.get(i)
    last = i + 1 if noun is None else noun.last
    if noun is not None and noun.mention.kind == "place" and last < end and _is_with_deed(scene, last):
        return True
    last = behind_noun(scene, i)  # «بمستشفى الضفاف», «بالمستشفى الجامعي»
    spot = _is_spot(scene, i)
    if i <= cue.last or last + 1 >= end or not (spot or _is_doing(scene, i - 1)):
        return False
    closed = last in scene.ending or scene.norms[last - 1].startswith((ARTICLE, LETTERS["with"] + ARTICLE))
    if not closed or scene.starting.get(last) is not None or _is_spot(scene, last):
        return False
    says = any(hit.entry.id == SAY for hit in scene.hits.at(last, "cue"))
    if says or scene.is_function(last) or last in scene.time_at or not proclitic(scene, last, "with"):
        return False
    governs = scene.norms[last + 1].startswith(ARTICLE) and not has_pronoun(scene.norms[last])
    return governs or _is_with_deed(scene, last)


def _is_spot(scene: Scene, i: int) -> bool:
    """Say whether a place, or a body where somebody may serve, stands at a token, whatever is written before it."""
    noun = scene.starting.get(i)
    return scene.hits.has(i, "place_head", "body") or (noun is not None and noun.mention.kind in _SPOTS)


def _is_doing(scene: Scene, i: int) -> bool:
    """Say whether a participle with the article tells who somebody is («الفائز», «المتوج», «الماكثون»)."""
    noun = scene.norms[i].removeprefix(ARTICLE)
    if not is_adjective(scene, i) or len(noun) < SHORTEST_DOING or noun.endswith((YA, YA + HA)):
        return False
    return noun.startswith(MIM) or noun[1] == ALEF


def _is_told_behind(scene: Scene, i: int, end: int) -> bool:
    """Say whether «بأن» follows behind a word with «ب» that is no deed («أفاد محاميه بالأمس بأنه …»)."""
    if any(hit.form.pos == "masdar" or hit.kind in {"trigger", "status_word"} for hit in scene.hits.at(i)):
        return False
    for at in range(i + 1, min(end, i + NEAR)):
        if any(is_with(hit) and hit.prefix == "" for hit in scene.hits.at(at, "complementiser")):
            return True
        if scene.is_break(at) or scene.is_surely_verb(at) or at in scene.speech_at:
            return False
    return False


def _is_with_deed(scene: Scene, i: int) -> bool:
    """Say whether «ب» is written onto a deed («بإلغاء»)."""
    deeds = (h for h in scene.hits.at(i) if h.form.pos == "masdar" or h.kind == "trigger" or h.entry.id in DOINGS)
    return not scene.is_function(i) and any(hit.prefix in BA for hit in deeds)


def is_named_first(scene: Scene, i: int, end: int) -> bool:
    """Say whether a name with its clause follows a short quotation at a token («"تعليم الضفاف" سامي حداد، أن …»)."""
    quote = scene.short_quote(i, end)
    noun = None if quote is None else scene.starting.get(scene.units.tokens_of(quote.start, quote.end)[1])
    if noun is None or noun.mention.kind != "person" or noun.last >= end:
        return False
    at = noun.last + scene.is_comma(noun.last)
    return at < end and any(hit.prefix == "" for hit in scene.hits.at(at, "complementiser"))


def is_said_later(scene: Scene, i: int, end: int) -> bool:
    """Say whether «بأن» comes behind a noun with «ب» («وصف من يتهمونه بالسرقة بأنهم …»)."""
    later = range(i + 1, min(end, i + NEAR))
    clause = next((at for at in later if scene.hits.has(at, "complementiser") or scene.is_break(at)), None)
    hits = [] if clause is None else scene.hits.at(clause, "complementiser")
    return any(is_with(hit) and hit.prefix == "" for hit in hits)


def is_with_what(scene: Scene, i: int) -> bool:
    """Say whether «بما» with a verb that points back to it stands at a token («ندد بما أسماه …»)."""
    what = scene.part(i) == "with_what" and i + 1 < len(scene.norms)
    return what and (tells_of_what(scene, i + 1) or scene.has_pronoun(i + 1))


def _is_hoped_for(scene: Scene, i: int) -> bool:
    """Say whether somebody can hope for a word: a deed, no place and no time («يأمل في تحقيق الفوز»)."""
    deed = any(hit.form.pos == "masdar" or hit.entry.id == DOING for hit in scene.hits.at(i))
    unknown = not scene.hits.has(i) and scene.head(i).startswith((TA, ALEF)) and len(scene.head(i)) >= SHORTEST_DEED
    return (deed or unknown) and i not in scene.starting


def is_occasion(scene: Scene, cue: Cue, part: str | None, i: int) -> bool:
    """Say whether «في» with what follows only tells when or where it was said («شكك في بيان في …»)."""
    if part != "in":
        return False
    lead = scene.lead(i - 1)
    told = i in scene.time_at or scene.hits.has(i, "medium") or not scene.units.is_word(i)
    told = told or lead is None or not lead.entry.flag("houses")  # «شكك … خلال الحرب في …»
    return told or (cue.flag("mental") and not _is_hoped_for(scene, i))


def is_reaction(scene: Scene, i: int) -> bool:
    """Say whether a word is the speaker's answer or remark, to which «على …» belongs («أكد في رده على سؤال أن …»).

    With whose page it is, it tells where («أكد في منشور على صفحته أن …»).
    """
    if scene.hits.has(i + 1, "medium"):
        return True
    return scene.part(i - 1) in GOVERN and any(
        hit.suffix and hit.entry.flag("reacts") for hit in scene.hits.at(i, "cue")
    )


def leads_to(scene: Scene, cue: Cue, i: int, end: int) -> bool:
    """Say whether «ل» is the «إلى» of a cue («أشار للخلاف»), which does not follow («أشارت وكالة للأنباء إلى»)."""
    if "to" not in cue.frames or i == cue.last:
        return "to" in cue.frames
    noun = scene.ending.get(i)
    near = scene.part(i - 1) == "adverb" or (noun is not None and noun.first == cue.last)
    whom = cue.flag("target") or cue.text("addressee") == "object"
    if whom and noun is not None and _is_deed(scene, i):
        return True  # «داعيا الحكومة لبذل جهدها وإحالتهم إلى القضاء»
    following = range(i + 1, min(end, i + NEAR))
    other = any(scene.part(at) == "to" or (not whom and begins(scene, at)) for at in following)
    return (near or whom) and not other


def _is_deed(scene: Scene, i: int) -> bool:
    """Say whether «ل» is written onto what is done («لبذل …»), and onto no name or definite noun."""
    if scene.norms[i].startswith(TO_THE) or i in scene.starting:
        return False
    hits = scene.hits.at(i)
    return not hits or any(hit.form.pos == "masdar" and hit.prefix in LAM for hit in hits)


def is_repeated(scene: Scene, frame: str, i: int, end: int) -> bool:
    """Say whether a preposition belongs to a noun, and the same one brings what is said («مسؤولون من البلدين من أن»).

    Without a clause it does where a name in marks stands between («جمعية المتأخرين عن الزواج "فرح" عن دراسة»), or
    behind a word that takes it («المشرف على الحملة على ضرورة …»).
    """
    marked = False
    serves = any(
        hit.entry.id in _SERVES and frame in hit.entry.texts("takes") for hit in scene.hits.at(i - 2, "taking")
    )
    taken = serves and not scene.hits.has(i, "wanting", "thing", "unspeaking")
    people = frame == "of" and (scene.hits.has(i, *_CALLED) or (i in scene.starting and i - 1 in scene.ending))
    for at in range(i + 1, min(end, i + NEAR)):
        if scene.part(at) == frame and people and not scene.norms[at].startswith(AND):
            return True  # «يشتكي حداد من سكان الحي من انقطاع المياه»
        if scene.part(at) == frame:
            clause = at < i + REPEATED and scene.hits.has(scene.particle_end(at), "complementiser")
            return clause or taken or (marked and scene.norms[i - 2].startswith(DOERS))
        if at >= i + REPEATED and (scene.is_comma(at) or scene.is_surely_verb(at)):
            return False
        marked = marked or scene.short_quote(at, end) is not None
    return False


def clause_later(scene: Scene, cue: Cue, frame: str, i: int, end: int) -> Hit | None:
    """Return the complementiser of a clause that is said behind a preposition of something else, or None.

    The preposition before token `i` belongs to who speaks or to the occasion, where a comma, the same preposition or
    the name of who speaks stands before the clause («في أول تعليق عن الحادث، أنه …», «في حديث إلى القناة إلى أن …»,
    «المشرف على الميناء سامي حداد أن …»).
    """
    before = i - 2
    if before < cue.last or "that" not in cue.frames or scene.has_pronoun(before) or has_pronoun(scene.norms[before]):
        return None  # «أعلن مسؤوليته عن … وسط أنباء عن أن …»
    supervises = scene.norms[before].startswith(ARTICLE + MIM)
    supervises = supervises or any(scene.hits.has(at, "role") for at in range(cue.last, before + 1))
    for at in range(i + 1, min(end, i + FOLLOWED)):
        if any(hit.form.pos in {"verb", "participle"} for hit in scene.hits.at(at, "cue")):
            return None  # «دعت … إلى وقف البناء، مشيرة إلى أنه …»
        clause = [hit for hit in scene.hits.at(at, "complementiser") if hit.prefix == "" and scene.part(at) is None]
        if not clause or not scene.is_written(clause[0]):
            continue
        noun = scene.ending.get(at)
        named = supervises and noun is not None and noun.mention.kind == "person"
        apart = scene.is_comma(at - 1) or scene.part(at - 1) == frame
        wished = is_wish(scene, cue, clause[0]) or (not clause[0].suffix and _may_be_verb(scene, clause[0].last))
        return clause[0] if (apart or named) and not wished else None
    return None


def _may_be_verb(scene: Scene, i: int) -> bool:
    """Say whether a verb or an unknown word that looks like one in the present stands at a token («أن يدرك …»)."""
    known = i >= len(scene.norms) or scene.hits.has(i) or i in scene.starting
    return (not known and scene.norms[i].startswith(YA)) or bool(scene.hits.verbs(i))
