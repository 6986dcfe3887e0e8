"""Cues with a content that nobody has said: an adverb, a word in marks, a deed, a sound, what shows or is feared."""

from musnad.arabic import LAM
from musnad.arabic.letters import ALEF_ABOVE
from musnad.statements.content.openings import Opening
from musnad.statements.content.unmarked import GOAL
from musnad.statements.cues.blaming import blames_nobody, is_blaming, is_charge, is_liability
from musnad.statements.cues.find import Cue
from musnad.statements.cues.nominal import is_indefinite
from musnad.statements.endings import has_pronoun, is_definite
from musnad.statements.scene import LEAST_SPEECH, Scene, is_with
from musnad.statements.speaking import WELCOME
from musnad.statements.subjects.phrases import BY_THE
from musnad.statements.told import KINDS, Told

_AFFIRM, _INSIST, _FEAR, _HOPE = "cue.affirm", "cue.insist", "cue.fear", "cue.hope"
_APOLOGISE, _DECLINED = "cue.apologise", "context.declined"
_PROWESS = "thing.prowess"
_ANNOUNCE, _WAR = "cue.announce", "thing.declared"
_SOUNDS = frozenset({"thing.shouts", "thing.whistle"})
_FLAGS = "ordinary_word.waved"
_POINTING = frozenset({"fact", "this"})
_VOICE, _REMIND = "cue.voice", "cue.remind"
_FELT = 3  # tokens behind «عن» one of which is the speaker's own («عن بالغ حزنهم», «عن تطلع بلاده»)
_WHAT = frozenset({"what", "with_what"})


def says_nothing(scene: Scene, cue: Cue, opening: Opening, told: Told | None) -> bool:
    """Say whether nobody has said what stands behind a word of saying, given the subject beside it."""
    return (
        _is_adverb(cue, opening)
        or _is_called(scene, cue, opening)
        or _is_deed(scene, cue, opening)
        or _is_worry(cue, told)
        or _is_sound(scene, cue, opening)
        or _is_declined(scene, cue, opening)
        or _is_expression(scene, cue, opening)
        or _is_memo(scene, cue, opening)
        or _is_of_aimed(scene, cue, opening)
        or _is_no_charge(scene, cue, opening, told)
        or (told is None and (_is_ones_own(scene, cue) or _comes_to_show(scene, cue) or _rules_out(scene, cue)))
    )


def _is_adverb(cue: Cue, opening: Opening) -> bool:
    """Say whether a masdar only means «surely» («الفضل يعود بالتأكيد، إلى …», not «… بالتأكيد على أن …»)."""
    adverb = cue.family == "masdar" and cue.hit is not None and not cue.suffixed and cue.hit.prefix.endswith(BY_THE)
    return adverb and opening.by == "object"


def _is_called(scene: Scene, cue: Cue, opening: Opening) -> bool:
    """Say whether one or two words in marks only name what a sentence tells of («ما وصفه بـ"المهزلة"»)."""
    told_of = cue.family == "verb" and cue.suffixed and cue.flag("target") and opening.by == "with"
    quote = scene.quote_at.get(opening.first) or scene.quote_at.get(opening.first - 1)
    if not told_of or quote is None or (cue.hit is not None and cue.hit.prefix):
        return False
    before = cue.first - 1
    if scene.part(before - 1) == "there":
        return False  # «…، وهو ما وصفه بـ"الخطير"»
    relative = scene.part(before) in _WHAT or (scene.is_plain(before) and not is_definite(scene.norms[before]))
    first, last = scene.units.tokens_of(quote.inner_start, quote.inner_end)
    return relative and last - first < LEAST_SPEECH


def _is_deed(scene: Scene, cue: Cue, opening: Opening) -> bool:
    """Say whether somebody insisted on doing something, and did («أصرت على الحضور»; not «… على عدم الحضور»).

    So is it said of what a side shows on the field that it affirmed it («أكد الفريق تفوقه على ضيفه»).
    """
    if cue.hit is not None and cue.hit.entry.id == _AFFIRM and opening.by == "object":
        return any(hit.entry.id == _PROWESS and hit.suffix for hit in scene.hits.at(opening.first, "thing"))
    insists = cue.hit is not None and cue.hit.entry.id == _INSIST and cue.hit.form.tense == "past"
    return insists and opening.by == "on" and not scene.hits.has(opening.first, "wanting", "thing")


def _is_worry(cue: Cue, told: Told | None) -> bool:
    """Say whether the writer tells what many or a state fear or hope («تخشى الدول الغربية من أن …»)."""
    now = cue.family == "verb" and cue.hit is not None and cue.hit.form.tense == "present"
    if not now or cue.hit is None or told is None or told.kind == "person":
        return False
    return cue.hit.entry.id == _FEAR or (cue.hit.entry.id == _HOPE and told.kind == "place")


def _is_sound(scene: Scene, cue: Cue, opening: Opening) -> bool:
    """Say whether shouts are shouted, a whistle blown, a goal scored, flags waved or war declared («رددوا هتافات»)."""
    waved = opening.by == "with" and any(
        hit.entry.id == _FLAGS for hit in scene.hits.at(opening.first, "ordinary_word")
    )
    if waved and cue.text("stance") == "threaten":
        return True
    things = {hit.entry.id for hit in scene.hits.at(opening.first, "thing")} if opening.by == "object" else set()
    if _WAR in things and cue.hit is not None and cue.hit.entry.id == _ANNOUNCE:
        return True  # «أعلنت الحرب على جارتها»
    return bool(things & _SOUNDS) or (GOAL in things and cue.family == "participle")


def _is_declined(scene: Scene, cue: Cue, opening: Opening) -> bool:
    """Say whether somebody only declines («اعتذر عن قبول المنصب», not «… عن عدم الحضور» or «… عن الخطأ»)."""
    if cue.hit is None or cue.hit.entry.id != _APOLOGISE or opening.by != "about":
        return False
    declined = any(hit.entry.id == _DECLINED for hit in scene.hits.at(opening.at, "context"))
    return declined and not scene.hits.has(opening.first, "wanting")


def is_greeting(scene: Scene, cue: Cue, opening: Opening) -> bool:
    """Say whether all who have come are welcomed, and nothing is said of them («رحب بالحضور», «رحب بالوفد»)."""
    greets = cue.hit is not None and cue.hit.entry.id == WELCOME and opening.by == "with"
    return greets and any(hit.definite for hit in scene.hits.at(opening.first, "guest", "group", "body"))


def _is_expression(scene: Scene, cue: Cue, opening: Opening) -> bool:
    """Say whether something only is an expression of what it stands for («رسالة تعبر عن هويتنا», not «… عن قلقه»).

    In the past somebody has voiced it, whatever it is («عبر الأمير عن أصدق التهاني»).
    """
    if cue.hit is None or cue.hit.entry.id != _VOICE or opening.by != "about" or cue.hit.form.tense == "past":
        return False
    felt = range(opening.first, min(opening.first + _FELT, len(scene.norms)))
    own = any(has_pronoun(scene.norms[i]) or scene.has_pronoun(i) for i in felt)
    return not own and not scene.hits.has(opening.first, "stance_noun")


def _is_memo(scene: Scene, cue: Cue, opening: Opening) -> bool:
    """Say whether a participle is the paper that it is spelt like («مذكرة توقيف بحقه», not «مذكرة بتجربته»)."""
    reminds = cue.family == "participle" and cue.hit is not None and cue.hit.entry.id == _REMIND
    return reminds and opening.by == "with" and opening.at > cue.last and is_indefinite(scene, cue.last)


def _is_of_aimed(scene: Scene, cue: Cue, opening: Opening) -> bool:
    """Say whether a verb only tells what was aimed, and the clause belongs to one before it.

    «يجد المتأمل للضربات التي وجهتها القوات أن …», not «الشركات التي وجهتها الوزارة بأن …».
    """
    aimed = cue.suffixed and cue.flag("weak") and cue.text("addressee") == "object" and opening.by == "that"
    asked = any(is_with(hit) for hit in scene.hits.at(opening.at, "complementiser"))
    return aimed and not asked and scene.part_before(cue.first) == "relative"


def _is_no_charge(scene: Scene, cue: Cue, opening: Opening, told: Told | None) -> bool:
    """Say whether nobody is blamed, for nothing («باللوم على الحكم»), or charged by nobody («وجهت إليه تهمة …»)."""
    if cue.hit is None or not is_blaming(cue.hit):
        return False
    noun = scene.starting.get(opening.first) if opening.by == "on" else None
    alone = noun is not None and (noun.last >= len(scene.norms) or not scene.units.is_word(noun.last))
    nobody = told is None and cue.family == "verb" and is_charge(cue.hit)
    span = None if told is None else told.speaker.span  # «العائلة تلقي اللوم …», «ويلقي مينارد باللوم …»
    tokens = range(0) if span is None else range(*scene.units.tokens_of(span.start, span.end))
    itself = any(is_liability(scene, i) for i in tokens)
    return alone or nobody or itself or blames_nobody(scene, cue.hit, opening.at, opening.first)


def _is_ones_own(scene: Scene, cue: Cue) -> bool:
    """Say whether whoever is quoted does it himself («وقال: "باسمكم جميعا أعلن افتتاح …"»), its past spelt alike.

    A pronoun before it is somebody else («إنه "أعلن …"»).
    """
    hit, before = cue.hit, cue.first - 1
    if hit is None or hit.prefix or hit.suffix or cue.family != "verb" or cue.first not in scene.within:
        return False
    before -= before in scene.quote_at
    if cue.first in scene.ending or scene.is_as(before):
        return False  # «"وقال مصدر أوضح أنه …"», «كما اقترح …»
    if any(one.suffix for one in scene.hits.at(before, "complementiser", "connective")):
        return False
    return scene.units.text[hit.start] == ALEF_ABOVE and any(
        one.form.person == 1 and one.entry is hit.entry for one in scene.hits.at(cue.first)
    )


def _rules_out(scene: Scene, cue: Cue) -> bool:
    """Say whether what was told before does not rule out what follows («وهذا لا ينفي أن …», «الأمر الذي لا ينكر …»)."""
    before = cue.first - 1
    pointed = scene.part_before(before) in _POINTING or scene.hits.has(before - 1, "demonstrative")
    return cue.flag("denial") and scene.part(before) == "negation" and pointed


def _comes_to_show(scene: Scene, cue: Cue) -> bool:
    """Say whether something comes to show what follows, which is nobody («جاءت نتائج الفحص لتؤكد أن …»)."""
    hit = cue.hit
    if hit is None or hit.prefix not in LAM or hit.form.tense != "present" or cue.family != "verb":
        return False
    first = scene.region(cue.first)[0]
    at = next((i for i in range(cue.first - 1, first - 1, -1) if scene.hits.verbs(i)), None)
    if at is None or not scene.is_verb(at, "appearing") or at + 1 >= cue.first:
        return False
    noun = scene.starting.get(at + 1)
    return not (scene.hits.has(at + 1, "medium") or (noun is not None and noun.mention.kind in KINDS - {"place"}))
