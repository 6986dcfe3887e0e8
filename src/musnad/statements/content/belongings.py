"""What a preposition with its noun belongs to, where it brings no content: a place, a role, an adjective, a goal."""

from musnad.arabic import AND, BA, OBLIQUE, before_article
from musnad.lexicon import Hit
from musnad.statements.cues.find import Cue
from musnad.statements.endings import is_definite
from musnad.statements.scene import Scene, is_with
from musnad.statements.steps import is_adjective

FOLLOWED = 14  # tokens between a place and the deed with «ب» that is the content
REACH = 28  # tokens between whoever says something somewhere and his clause
_ENDS = frozenset("؛;:؟?!")
CLOSING = frozenset('»”"')
_THOUGHTS = frozenset({"thing.measure", "wanting.lack", "wanting.need"})
_SPOTS = ("place_head", "body")  # «بمكتبه», «بمنزلها»


def only_tells_where(scene: Scene, cue: Cue, i: int) -> bool:
    """Say whether «ب» on a word belongs to what stands before it, or tells where, rather than what is said."""
    belongs = (
        _is_office(scene, i)
        or _is_of_sayer(scene, cue, i)
        or _is_of_role(scene, cue, i)
        or _is_of_adjective(scene, i)
        or _is_school(scene, cue, i)
        or (i - 1 > cue.last and scene.hits.has(i - 1, "binding") and not _is_asked(scene, cue, i))
    )
    return belongs or _is_place(scene, cue, i) or any(hit.suffix for hit in scene.hits.at(i, *_SPOTS))


def _is_asked(scene: Scene, cue: Cue, i: int) -> bool:
    """Say whether «ب» is what those concerned are asked for or accused of («طالب الجهات المعنية بإصلاح الطريق»).

    It belongs to the adjective where another preposition brings that («طالبت الهيئة المعنية بالمياه بوقف البناء»).
    """
    if cue.text("addressee") != "object" and not cue.flag("target"):
        return False
    for at in range(i + 1, min(scene.region(i)[1], i + FOLLOWED)):
        if scene.is_break(at):
            break
        if scene.part(at) in cue.frames or any(hit.prefix in BA for hit in scene.hits.at(at)):
            return False
    return True


def is_goal(scene: Scene, i: int, part: str) -> bool:
    """Say whether «إلى» with a place only tells whither («أشار موفدنا إلى سوريا إلى أن …»)."""
    noun = scene.starting.get(i)
    place = scene.hits.has(i, *_SPOTS) if noun is None else noun.mention.kind == "place"
    return part == "to" and place and scene.part(i + 1 if noun is None else noun.last) == "to"


def is_stance(scene: Scene, i: int) -> bool:
    """Say whether where somebody stands is named at a token («استعدادا ل…», «رغبة في …»)."""
    return any(not (hit.prefix or hit.definite) for hit in scene.hits.at(i, "stance_noun"))


def is_thought(scene: Scene, i: int) -> bool:
    """Say whether a stance, a need, a measure or a saying stands at a token («رفضها», «ضرورة …», «مطالبته ب…»)."""
    definite = is_definite(scene.norms[i - 1]) or scene.has_pronoun(i - 1)
    if scene.is_plain(i - 1) and not definite and i not in scene.ending:
        return False  # «أوضحت الدراسة عناصر | تكلفة النقل»
    said = any(hit.form.pos == "masdar" and not hit.definite for hit in scene.hits.at(i, "cue"))
    return said or is_stance(scene, i) or any(hit.entry.id in _THOUGHTS and not hit.prefix for hit in scene.hits.at(i))


def _is_place(scene: Scene, cue: Cue, i: int) -> bool:
    """Say whether «ب» only tells where («عقدت بالعاصمة، أن …»): a place, with the clause right behind it."""
    noun = scene.starting.get(i)
    last = i + 1 if noun is None else noun.last
    if noun is not None and noun.mention.kind == "place" and _is_followed(scene, last):
        return True
    if noun is None and "that" in cue.frames and i > cue.last and any(not h.prefix for h in _clauses(scene, last)):
        return _is_definite_thing(scene, i)  # «أفاد مراسلنا بالجهة أن …»
    if not scene.is_comma(last) and (noun is None or noun.mention.kind != "place"):
        return False
    at = last + 1 if scene.is_comma(last) else last
    return any(hit.prefix == "" for hit in scene.hits.at(at, "complementiser"))


def _clauses(scene: Scene, i: int) -> list[Hit]:
    """Return the complementisers at a token that belong to no «ب»."""
    return [hit for hit in scene.hits.at(i, "complementiser") if not is_with(hit)]


def _is_definite_thing(scene: Scene, i: int) -> bool:
    """Say whether «ب» is written onto a definite word that is no deed («بالجهة»)."""
    hits = scene.hits.at(i)
    deed = any(hit.form.pos == "masdar" or hit.kind == "trigger" for hit in hits)
    return not deed and any(before_article(hit.prefix) in BA and hit.definite for hit in hits)


def _is_followed(scene: Scene, last: int) -> bool:
    """Say whether «ب» with a deed follows behind a place («ندد الخطباء بمحافظة الضفاف، أمس، بالتفجير …»)."""
    for at in range(last, min(len(scene.norms), last + FOLLOWED)):
        if scene.norms[at] == "." or scene.hits.has(at, "complementiser", "medium") or scene.is_surely_verb(at):
            return False
        deeds = [hit for hit in scene.hits.at(at, "trigger", "support_verb") if hit.form.pos == "masdar"]
        if any(hit.prefix in BA or before_article(hit.prefix) in BA for hit in deeds):
            return True
        doing = scene.hits.at(at, "ordinary_word") if at == last and at not in scene.starting else []
        if any(hit.prefix in BA and not hit.suffix for hit in doing) and not scene.hits.has(at, *_SPOTS):
            return True  # «تعهدت الشرطة بمنطقة الساحل بمتابعة القضية»
    return False


def _is_office(scene: Scene, i: int) -> bool:
    """Say whether «ب» with a body ends a sentence behind whoever serves there («كما أفاد مسؤولون بالديوان.»)."""
    body = any(hit.prefix in BA and hit.definite for hit in scene.hits.at(i, "body"))
    ends = i + 1 >= len(scene.norms) or not scene.units.is_word(i + 1)
    person = scene.ending.get(i)
    return body and ends and (scene.hits.has(i - 1, "role") or (person is not None and person.mention.kind == "person"))


def _is_of_sayer(scene: Scene, cue: Cue, i: int) -> bool:
    """Say whether «ب» on a word belongs to whoever says the clause behind it («أفاد مصدر بالمديرية … بأن …»).

    Unless that is a body, a mark, a day or a quotation must stand before the clause («المساعد بصحة الساحل، …، أن …»).
    """
    noun = scene.starting.get(i)
    body = scene.hits.has(i, "body", "place_head") or (noun is not None and noun.mention.kind == "organisation")
    if i == cue.last or "that" not in cue.frames:
        return False
    for at in range(i + 1, min(len(scene.norms), i + REACH)):
        if scene.hits.has(at, "complementiser"):
            joined = scene.norms[at].startswith(AND)
            apart = scene.is_comma(at - 1) or at in scene.time_before or scene.norms[at - 1] in CLOSING
            return not joined and (body or (apart and not scene.begins_verb(at + 1)))
        if scene.norms[at] == ":" and at + 1 in scene.speech_at:
            return body  # «أفاد المشرف بجامعة الضفاف: "…"»
        if scene.norms[at] == "." or scene.is_verb(at, "cue"):
            return False
        if not body and (scene.norms[at] in _ENDS or _is_state(scene, at)):
            return False
    return False


def _is_state(scene: Scene, i: int) -> bool:
    """Say whether somebody goes on speaking at a token («رحب بالقرار، معتبرا أن …»)."""
    return any(hit.form.pos == "participle" for hit in scene.hits.at(i, "cue"))


def _is_of_adjective(scene: Scene, i: int) -> bool:
    """Say whether «ب» belongs to an adjective of the subject («أفاد عدد من المسافرين الموجودين بالمطار أن …»)."""
    plural = scene.norms[i - 1].endswith(OBLIQUE)
    return plural and is_adjective(scene, i - 1) and i - 1 in scene.ending and i not in scene.ending


def _is_school(scene: Scene, cue: Cue, i: int) -> bool:
    """Say whether «ب» only tells where somebody belongs («طالب بكلية الحقوق»): nobody demands a body."""
    noun = scene.starting.get(i)
    return cue.text("stance") == "demand" and i == cue.last and noun is not None and noun.mention.kind == "organisation"


def _is_of_role(scene: Scene, cue: Cue, i: int) -> bool:
    """Say whether a place behind «ب» belongs to a role whose name follows («طالب مدير الصحة بالوزارة سامي …»)."""
    noun, role = scene.starting.get(i), scene.starting.get(cue.last)
    if noun is None or role is None or role.mention.proper is not None or role.last != i:
        return False
    name = scene.starting.get(noun.last)
    return name is not None and name.mention.kind == "person" and name.mention.proper is not None
