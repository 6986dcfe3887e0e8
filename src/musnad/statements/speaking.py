"""Whether a cue with a content says anything: signs, findings, passives and wishes do not."""

from musnad.arabic import AND, ARTICLE, BA, BARE, LAM, NUNATED, PRESENT_STARTS
from musnad.arabic.letters import ALEF, DAMMA, TA
from musnad.statements.content.objects import LETTERS
from musnad.statements.content.openings import Opening
from musnad.statements.cues.find import EXISTS, Cue
from musnad.statements.cues.nominal import is_indefinite, opens_clause
from musnad.statements.draft import SURE
from musnad.statements.endings import is_definite
from musnad.statements.scene import LONGEST_NAME, Scene
from musnad.statements.steps import is_pronoun
from musnad.statements.subjects.phrases import BY_THE, GOVERNING
from musnad.statements.told import Told

HELD = 20  # tokens of what is held to be something, before the quotation that tells what
SHORTEST_THING = 2  # tokens up to which an unknown subject that opens its sentence may be a name
ADMIT, CONSIDER = "cue.admit", "cue.consider"
MEASURE, EYES, LIMB = "thing.measure", "thing.eyes", "thing.limb"
BRIEF = "cue.brief"
_TARGETED = frozenset({"object", "with"})
_TARGETS = frozenset({"person", "organisation", "office", "group", "agency"})
PASSIVE = "passive"  # voice of a form
WELCOME, _PEOPLE = "cue.welcome", frozenset({"person", "group"})
_JUDGING = frozenset({"accuse", "condemn"})


def is_silent(scene: Scene, cue: Cue, opening: Opening, told: Told | None) -> bool:
    """Say whether nothing is said by a cue, given the subject beside it."""
    if cue.family == "masdar":
        return _is_purpose(cue) or _is_undergone(cue, opening) or _is_done(scene, cue)
    if (
        _is_resolved(scene, cue, opening)
        or _is_pointed(scene, cue, opening)
        or _is_supposed(scene, cue, opening)
        or _is_bare_target(scene, cue, opening)
        or _is_counted(scene, cue, opening, told)
    ):
        return True
    if opening.by == "object" and is_held(cue):
        return not _holds_so(scene, cue, opening)
    if _is_seen(scene, cue, opening) or _is_looked_at(scene, cue, opening):
        return True
    if told is not None and _is_considered(scene, cue, opening, told):
        return True
    if is_anybody(scene, cue) and not _is_some(scene, cue.first - 2):
        return True  # «ردا على من يقول إن …»
    if any(hit.entry.flag("own") and hit.suffix for hit in scene.hits.at(cue.last, "thing")):
        return True  # «ولفت نظري أن …»
    if _does_else(scene, cue, opening, told) or _shows(scene, cue, opening, told):
        return True
    if _is_way(scene, cue, opening, told) or _is_crossing(scene, cue, opening) or _is_about(scene, cue, opening, told):
        return True
    if told is None and _is_alone(scene, cue, opening):
        return True
    return _is_impersonal(scene, cue) and (told is None or told.speaker.basis == "subject_before")


def _is_alone(scene: Scene, cue: Cue, opening: Opening) -> bool:
    """Say whether a cue without a subject beside it only speaks for things, readers or what stands before it."""
    if cue.flag("finding") or _is_danger(cue) or _is_yours(scene, cue) or _is_noun(scene, cue, opening):
        return True
    return _is_told_of(scene, cue, opening) or _hangs(scene, cue, opening) or _is_negated(scene, cue, opening)


def is_topic(scene: Scene, cue: Cue, opening: Opening, told: Told | None) -> bool:
    """Say whether a verb only names a topic («تحدث عن المشهد الأدبي»), and not what has happened or may happen.

    A source that is no person tells even where no deed is named («تحدثت الأنباء عن احتراق …»).
    """
    at = opening.first
    if not cue.flag("topical") or opening.by != "about" or opening.speech is not None or scene.norms[at].isdigit():
        return False
    hits = scene.hits.at(at)
    deed = any((hit.form.pos == "masdar" and not hit.definite) or hit.entry.id == MEASURE for hit in hits)
    span = None if told is None else told.speaker.span
    source = span is not None and scene.hits.has(scene.units.token_at(span.start), "source_noun")
    person = cue.family == "verb" and (told is None or (told.kind == "person" and not source))
    return person and not (deed or scene.hits.has(at, "wanting"))


def _is_seen(scene: Scene, cue: Cue, opening: Opening) -> bool:
    """Say whether a paper only was seen, its words following («تقرير … اطلعت عليه الصحيفة أن …»)."""
    seen = cue.hit is not None and cue.hit.entry.id == BRIEF
    return seen and any(scene.points_back(i, ("on",)) for i in range(cue.last, opening.at))


def _is_looked_at(scene: Scene, cue: Cue, opening: Opening) -> bool:
    """Say whether eyes are drawn to something, or a body is bared («لفت أنظار الزوار إلى …», «كشف عن وجهه»)."""
    if opening.by in SURE:
        return False
    drawn = any(hit.entry.id == EYES for i in range(cue.last, opening.at) for hit in scene.hits.at(i, "thing"))
    limbs = scene.hits.at(opening.first, "thing") if opening.by == "about" else []
    return drawn or any(hit.entry.id == LIMB and hit.suffix for hit in limbs)


def _is_pointed(scene: Scene, cue: Cue, opening: Opening) -> bool:
    """Say whether a pronoun on a verb is what is said, so that a clause behind it is not («ما يجدر ذكره أن …»).

    Nor is one that another verb of saying brings («الأمر كشفه تصريح المحافظ الذي أكد أن …»).
    """
    said = cue.family == "verb" and cue.suffixed and cue.text("addressee") != "object" and not cue.flag("target")
    at = opening.at - 1 if scene.is_comma(opening.at - 1) else opening.at
    other = any(scene.is_verb(i, "cue") for i in range(cue.last, opening.at))
    return said and opening.by == "that" and (at == cue.last or other)


def is_anybody(scene: Scene, cue: Cue) -> bool:
    """Say whether people that are not named say it («هناك من يقول إن …», «ومنهم من يرى أن …»)."""
    who = scene.part(cue.first - 1) == "of" and scene.particle_end(cue.first - 1) == cue.first
    return who and cue.hit is not None and cue.hit.form.tense == "present" and not cue.hit.prefix


def _is_some(scene: Scene, i: int) -> bool:
    """Say whether «there are» or «some of them» stands at a token, and not whoever thinks so."""
    led = scene.particle(i)
    some = is_pronoun(scene, i) and scene.part(i) != "in"  # «تجاه من ينكر …»
    return some or (led is not None and led.entry.id == EXISTS)


def is_held(cue: Cue) -> bool:
    """Say whether a verb holds something to be something: its object alone is no content («تعتبره موسكو تهديدا»)."""
    return cue.hit is not None and cue.hit.entry.id == CONSIDER


def _holds_so(scene: Scene, cue: Cue, opening: Opening) -> bool:
    """Say whether something definite is held to be something («اعتبر القرار خطوة مهمة»), as it is not in a passive."""
    at, (_, end) = opening.first, scene.region(opening.first)
    noun = scene.starting.get(at)
    passive = DAMMA in scene.units.text[cue.span.start : cue.span.end]
    if passive or cue.hit is None or cue.hit.form.tense == "present" or scene.norms[at].endswith(NUNATED[0]):
        return False
    if any(i in scene.quote_at for i in range(at, min(end, at + HELD))):
        return True  # «اعتبر تصريحات الوزير "دعوة صريحة إلى العنف"»
    if not (noun is not None or is_definite(scene.norms[at])):
        return False
    last = at + 1 if noun is None else noun.last
    while last < end and scene.norms[last].startswith(ARTICLE) and not scene.is_function(last):
        last += 1
    like = last < end and scene.norms[last].startswith(LETTERS["with"])  # «بمثابة»
    return last < end and (like or is_indefinite(scene, last))


def _is_considered(scene: Scene, cue: Cue, opening: Opening, told: Told) -> bool:
    """Say whether unknown words behind a present verb are what is thought of («يعتبر المزاج السائد نموذجا لـ…»)."""
    span, present = told.speaker.span, cue.hit is not None and cue.hit.form.tense == "present"
    if cue.hit is None or cue.hit.entry.id != CONSIDER or not present or told.kind != "phrase" or span is None:
        return False
    behind = range(told.last, scene.units.token_at(opening.node.start)) if span.start > cue.span.start else range(0)
    return any(map(scene.is_plain, behind))


def _is_counted(scene: Scene, cue: Cue, opening: Opening, told: Told | None) -> bool:
    """Say whether a clause belongs to something else behind what counts as something.

    «تعتبر متواضعة، … مشيرا إلى أن …» is the writer's, and so is «أقر عقوبات، على أن تبدأ …».
    """
    if cue.hit is None or cue.family != "verb" or opening.by != "that":
        return False
    if cue.hit.entry.id == ADMIT:
        return scene.part(opening.at - 1) == "on"
    if not is_held(cue) or cue.hit.form.tense != "present":
        return False
    at = cue.last if told is None or told.speaker.basis != "subject" else told.last
    free = not scene.units.is_word(at) or scene.is_function(at) or at in scene.time_at or scene.is_that(at)
    return at < opening.at and not free


def _is_resolved(scene: Scene, cue: Cue, opening: Opening) -> bool:
    """Say whether a verb with a wish behind it is a deed, and nothing that is said («قرر المدرب أن يواصل الفريق …»)."""
    if not cue.flag("resolves") or opening.by != "that" or opening.first >= len(scene.norms):
        return False
    verbs = scene.hits.verbs(opening.first)
    norm = scene.norms[opening.first]
    own = norm.startswith(ALEF) and not norm.startswith(ARTICLE)  # «قررت أن أصمت»
    unknown = not scene.hits.has(opening.first) and (norm.startswith(PRESENT_STARTS) or own)
    return unknown or any(hit.form.tense == "present" and not hit.prefix for hit in verbs)


def _is_crossing(scene: Scene, cue: Cue, opening: Opening) -> bool:
    """Say whether «عبر» goes somewhere rather than voices («يعبرون الحدود إلى تركيا بحثا عن …»)."""
    what = scene.norms[cue.last].startswith(ARTICLE) and cue.last not in scene.starting
    return cue.family == "verb" and opening.by == "about" and what and scene.part(cue.last + 1) == "to"


def _is_about(scene: Scene, cue: Cue, opening: Opening, told: Told | None) -> bool:
    """Say whether a thing before a present verb only has to do with what follows («مؤشرات تكشف عن احتمال الإصابة»)."""
    present = cue.hit is not None and cue.hit.form.tense == "present"
    if opening.by != "about" or not present or told is None or told.kind != "phrase" or told.speaker.span is None:
        return False
    at = scene.units.token_at(told.speaker.span.start)
    if scene.norms[at].startswith(ARTICLE) or (at == scene.region(at)[0] and told.last - at <= SHORTEST_THING):
        return False  # «الضفاف تكشف عن هاتف جديد»
    return told.speaker.span.end <= cue.span.start and not scene.hits.has(at, "medium", "role", "body")


def _is_supposed(scene: Scene, cue: Cue, opening: Opening) -> bool:
    """Say whether a present verb behind «when» tells what is done at any time («عندما يتحدث الإعلام عن …»)."""
    led = scene.part(cue.first - 1) == "subordinator" and not scene.is_apart(cue.first - 1)
    present = cue.hit is not None and cue.hit.form.tense == "present"
    return led and present and opening.by not in SURE


def _is_bare_target(scene: Scene, cue: Cue, opening: Opening) -> bool:
    """Say whether all that follows is whom it is done to («استبعد المدرب اللاعب»), or people are welcomed."""
    noun, blames = scene.starting.get(opening.first), cue.hit is not None and cue.hit.kind == "blaming"
    if blames or opening.by not in _TARGETED or noun is None or noun.mention.kind not in _TARGETS:
        return False
    if cue.text("stance") not in _JUDGING and noun.mention.kind != "person":
        return False
    welcomed = cue.hit is not None and cue.hit.entry.id == WELCOME and noun.mention.kind in _PEOPLE
    return welcomed or noun.last >= scene.region(opening.first)[1] or not scene.units.is_word(noun.last)


def holds_content(cue: Cue) -> bool:
    """Say whether the pronoun on a verb is what is said («نفاه»), and not whom it is said to or of."""
    return cue.family == "verb" and cue.suffixed and not cue.text("addressee") and not cue.flag("target")


def is_sign(scene: Scene, cue: Cue, opening: Opening) -> bool:
    """«، ما يؤكد مكانة …» and «ما يشير إلى …» are signs; «ما قال إنه …», «ما تقول إنها …» are speech."""
    present = cue.hit is not None and cue.hit.form.tense == "present"
    if present and scene.part(cue.first - 1) == "with_what":
        return True  # «بما يفيد أن …»
    if scene.part(cue.first - 1) != "what" or cue.suffixed:
        return False
    if cue.flag("utters") and opening.by == "that" and not (cue.hit and cue.hit.form.voice == PASSIVE):
        return False  # «وهو ما تقول الدراسة إنه …»
    if opening.at != cue.last or (scene.is_comma(cue.first - 2) and cue.text("stance") == "affirm"):
        return True  # «…، ما أكد أن …» tells what something has shown
    return present and (opening.by not in SURE or cue.text("stance") == "affirm")


def is_thing(scene: Scene, cue: Cue, told: Told) -> bool:
    """Say whether a deed or thing stands where a speaker would («يشير انخفاض الأسعار إلى أن …», «أثبتت التجارب …»)."""
    if told.kind != "phrase" or cue.hit is None or told.speaker.span is None:
        return False
    at = scene.units.token_at(told.speaker.span.start)
    nouns = [hit for hit in scene.hits.at(at) if hit.prefix.removeprefix(AND) in BARE and not hit.suffix]
    if any(hit.kind == "thing" for hit in nouns):
        return True
    return cue.hit.form.tense == "present" and any(hit.form.pos == "masdar" for hit in nouns)


def is_passive(scene: Scene, cue: Cue, opening: Opening) -> bool:
    """«اتهموا في العام الماضي بالمشاركة»: a verb that speaks of somebody, with nobody between it and its «ب»."""
    if cue.family != "verb" or not cue.flag("target") or cue.suffixed or opening.by in SURE - {"that"}:
        return False
    i, end = cue.last, scene.units.token_at(opening.node.start)
    while i < end:
        if i in scene.time_at:
            i = max(scene.time_at[i], i + 1)
        elif scene.part(i) == "in":
            i = scene.particle_end(i)
        else:
            return False
    return True


def _hangs(scene: Scene, cue: Cue, opening: Opening) -> bool:
    """Say whether a present verb without a subject stands where it can only be impersonal or belong to a noun."""
    hit = cue.hit
    if cue.family != "verb" or hit is None or hit.form.tense != "present":
        return False
    if not opens_clause(scene, hit):
        return True
    before = cue.first - 2 if scene.part(cue.first - 1) == "auxiliary" else cue.first - 1
    return not hit.prefix and opening.by not in SURE - {"that"} and _is_thing(scene, before)


def _is_negated(scene: Scene, cue: Cue, opening: Opening) -> bool:
    """Say whether something only leaves open what it is said not to deny («رفض الفكرة لا ينفي الحق في …»)."""
    present = cue.hit is not None and cue.hit.form.tense == "present"
    return present and opening.by == "object" and scene.part(cue.first - 1) == "negation"


def _does_else(scene: Scene, cue: Cue, opening: Opening, told: Told | None) -> bool:
    """Say whether a deed stands between the subject of a verb and its «ب» («أقر المجلس إجازة خدمة تبدأ بـ…»)."""
    if told is None or opening.by != "with" or cue.family != "verb" or cue.text("addressee") == "object":
        return False
    at = told.last if told.speaker.basis == "subject" else cue.last
    deed = any(hit.form.pos == "masdar" and hit.prefix == "" and not hit.definite for hit in scene.hits.at(at))
    if cue.hit is not None and cue.hit.entry.id == ADMIT:
        deed = deed or (is_indefinite(scene, at) and opening.at - at > SHORTEST_THING)
    return at < opening.at - 1 and deed and not cue.flag("target")


def _shows(scene: Scene, cue: Cue, opening: Opening, told: Told | None) -> bool:
    """Say whether a present verb tells what a thing shows («جاءت الزيارة لتؤكد عمق …», «كمية واعدة، تؤكد قدرة …»)."""
    hit = cue.hit
    if hit is None or cue.family != "verb" or hit.form.tense != "present" or cue.text("stance") != "affirm":
        return False
    purpose = hit.prefix in LAM and told is not None and told.kind == "phrase"
    return purpose or (told is None and opening.by == "object" and not hit.prefix and scene.is_comma(cue.first - 1))


def _is_yours(scene: Scene, cue: Cue) -> bool:
    """Say whether a verb tells what the reader is held to say («إذا كنتم كما تعلنون، فأمامكم …»)."""
    hit = cue.hit
    present = hit is not None and hit.form.tense == "present" and hit.form.number == "p"
    return hit is not None and present and scene.norms[hit.first].removeprefix(hit.prefix).startswith(TA)


def _is_way(scene: Scene, cue: Cue, opening: Opening, told: Told | None) -> bool:
    """Say whether a present verb only tells how or where it is done («الطرق التي يعبر فيها المرء عن رأيه»)."""
    present = cue.family == "verb" and cue.hit is not None and cue.hit.form.tense == "present"
    if (
        not present
        or opening.by in SURE
        or scene.part(cue.first - 1) != "relative"
        or (told is not None and told.kind != "phrase")
    ):
        return False
    return is_pronoun(scene, cue.last) and (
        scene.part(cue.last) == "within" or scene.norms[cue.last].startswith(LETTERS["with"])
    )


def _is_noun(scene: Scene, cue: Cue, opening: Opening) -> bool:
    """Say whether a verb spelt like a noun is that, behind a noun or first in marks («دفع الطلاب ثمن العلاج»)."""
    hit, before = cue.hit, cue.first - 1
    if hit is None or not cue.flag("like_noun") or opening.by != "object" or cue.suffixed or hit.prefix or before < 0:
        return False
    bare = hit.form.tense == "past" and hit.form.gender == "m"
    noun = scene.units.is_word(before) and not scene.is_function(before) and cue.first not in scene.ending
    return bare and (noun or before in scene.quote_at)


def _is_told_of(scene: Scene, cue: Cue, opening: Opening) -> bool:
    """Say whether what is told stands before its verb, so that a noun behind it is no content («منظومة أعلن عنها»)."""
    back = "about" in cue.frames and scene.points_back(cue.last, ("about",))
    return back and cue.family == "verb" and opening.by == "object"


def _is_danger(cue: Cue) -> bool:
    """Say whether a thing may threaten rather than somebody («تصريحات غير مسؤولة وتهدد باندلاع حرب»)."""
    present = cue.hit is not None and cue.hit.form.tense == "present"
    return present and cue.family == "verb" and cue.text("stance") == "threaten"


def _is_impersonal(scene: Scene, cue: Cue) -> bool:
    """Say whether people in general think what a relative clause tells («الذي يعتقد أنه …»)."""
    present = cue.hit is not None and cue.hit.form.tense == "present"
    return present and cue.flag("mental") and scene.part(cue.first - 1) == "relative"


def _is_thing(scene: Scene, i: int) -> bool:
    """Say whether a definite noun that nobody can be stands at a token («هذا الخيار يؤكد …»)."""
    if i + 1 in scene.ending or i + 1 in scene.time_before or scene.part(i - 1) in GOVERNING:
        return False
    return scene.norms[i].startswith(ARTICLE)


def _is_purpose(cue: Cue) -> bool:
    """Say whether a masdar is wished and not done («سعى لإنكار …», «اتصلت بها لحثها على …»; not «للتأكيد على …»)."""
    return cue.hit is not None and cue.hit.prefix.removeprefix(AND) == min(LAM, key=len)


def _is_undergone(cue: Cue, opening: Opening) -> bool:
    """Say whether the pronoun on a masdar is who it is done to («بعد اتهامهم بالتخطيط …», not «اتهامه لها بـ»)."""
    return cue.flag("target") and cue.suffixed and opening.by == "with" and opening.at == cue.last


def _is_done(scene: Scene, cue: Cue) -> bool:
    """Say whether a masdar with «ب» is done to somebody by a verb before it («قاموا بتهديده», «قام بدعوة الضيوف»)."""
    written = cue.hit is not None and cue.hit.prefix in BA and (cue.suffixed or cue.text("addressee") == "object")
    return written and scene.is_verb(cue.first - 1, "common_verb", "support_verb")


def _is_invited(scene: Scene, told: Told) -> bool:
    """Say whether a lone indefinite noun behind a masdar is who is called («دعوة خبراء للمشاركة»)."""
    noun = None if told.speaker.span is None else scene.starting.get(scene.units.token_at(told.speaker.span.start))
    return (
        noun is not None
        and noun.mention.proper is None
        and noun.last == noun.first + 1
        and noun.mention.kind in {"person", "group"}
        and not scene.norms[noun.first].startswith(ARTICLE)
    )


def speaks(scene: Scene, cue: Cue, opening: Opening, told: Told | None) -> bool:
    """Say whether a masdar is a cue: with a pronoun or a named subject, and close to its content."""
    spoken = told.last if told is not None and told.speaker.basis == "subject" else cue.last
    close = opening.at - spoken <= (0 if opening.by == "object" else 1)
    if cue.suffixed and cue.flag("only_verb"):
        return close or opening.by in SURE  # «قوله في لقاء مع الصحيفة: …»
    if cue.suffixed or not close:
        return close
    if opening.speech is not None and opening.speech.inner_last - opening.speech.inner <= LONGEST_NAME:
        return False  # «إعلان واشنطن "الحرب على الإرهاب"» names it
    if told is not None and told.speaker.basis == "subject":
        if opening.by == "object" and cue.text("stance") in _JUDGING | {"praise"}:
            return False  # «حكما يقضي بإدانة سائق الشاحنة بالقتل», «لقي استحسان الحضور»
        aimed = cue.text("addressee") == "object"
        return not aimed or (opening.by in {"to", "for"} and not _is_invited(scene, told))
    # «بالقول إن …»; «الإشارة إلى أن …» alone is mostly nobody's
    return opening.by in {"that", "quote"} and cue.hit is not None and cue.hit.prefix.endswith(BY_THE)
