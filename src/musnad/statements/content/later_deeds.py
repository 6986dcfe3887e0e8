"""Deeds that are the object of a cue behind words which tell who speaks, and were taken for one themselves."""

from musnad.arabic import AND, ARTICLE, OUR, PRESENT_STARTS
from musnad.arabic.letters import ALEF, HA, TA, TA_MARBUTA, YA
from musnad.statements.content.belongings import CLOSING, is_thought
from musnad.statements.content.framed import DOINGS
from musnad.statements.content.objects import DOERS, LETTERS, is_object, proclitic
from musnad.statements.content.verbatim import FOLLOWED
from musnad.statements.cues.find import Cue
from musnad.statements.cues.verb_like import is_deed_like
from musnad.statements.endings import has_pronoun, is_accusative
from musnad.statements.scene import SHORT, TO_THE, Scene
from musnad.statements.steps import GOVERN, PREPOSITIONS, behind_governed, behind_noun, is_adjective

_ALL = "one_of.all"
_JUDGING = frozenset({"accuse", "condemn", "demand", "praise"})  # stances to people, whom a role may name
_DEGREE = "ordinary_word.elative"
_COUNTING = ("one_of", "approximate", "number_word", "few_word")
_SPEAKERS = frozenset({"person", "group", "organisation"})
_NAMED = frozenset({"person", "place", "organisation", "office"})
_DEEDS = frozenset({"cue", "trigger", "status_word", "onset_noun"})
_NOT_DEEDS = frozenset({"verb", "participle"})
_NOBODY = ("trigger", "thing", "unspeaking")  # heads of what is done or how it is, not of those who speak
_SPEAKING = ("role", "body", "group", "relation", "one_of", "source_noun", "medium", "naming_noun", "pointing")
THINGS = ALEF + TA  # how a plural ends that may speak («مكونات الحركة»)
_LED = GOVERN | PREPOSITIONS
IDAFA = 4  # nouns of an idafa that is a subject


def behind_some(scene: Scene, cue: Cue) -> int:
    """Return the token behind those of whom some speak right behind a verb («أعلنت بعض الشركات | بدء …»).

    It is the one behind the cue where nobody who can speak is counted there («أعلن عدة قرارات»).
    """
    i = cue.last
    if cue.family != "verb" or cue.suffixed or i >= len(scene.norms) or is_accusative(scene.norms[i]):
        return i
    aimed = cue.text("addressee") == "object"  # «طالبت كافة المعنيين بـ…»
    some = [hit for hit in scene.hits.at(i, *_COUNTING) if not (hit.prefix or (aimed and hit.entry.id == _ALL))]
    source = not some and scene.hits.has(i, "source_noun") and scene.hits.has(i + 1, "adjective")
    source = source and not scene.norms[i + 1].startswith(ARTICLE)  # «مصدر أمني»
    at = max((hit.last for hit in some), default=i)
    while i < at < len(scene.norms) and scene.hits.has(at, "number_word"):
        at += 1
    if (at == i and not source) or at >= len(scene.norms) or not scene.is_plain(at):
        return i
    noun = scene.starting.get(i) or scene.starting.get(at)
    few = any(hit.kind in {"few_word", "number_word"} for hit in some) and not scene.norms[at].startswith(ARTICLE)
    definite = at + 1 < len(scene.norms) and scene.norms[at + 1].startswith(ARTICLE)
    if noun is not None and noun.last > at and not (few and definite):
        return noun.last if noun.mention.kind in _SPEAKERS else i
    single = any(hit.entry.flag("single") for hit in some) and scene.norms[at].startswith(ARTICLE)  # «إحدى العاملات»
    if not (single or scene.hits.has(at, "role", "body", "source_noun", "group", "relation")):
        return i
    last = at + 1
    return last + (last < len(scene.norms) and scene.hits.has(last, "adjective", "region_adjective"))


def is_later_deed(scene: Scene, cue: Cue, bare: int, i: int) -> bool:
    """Say whether a deed is told behind words that only belong to who speaks, and were taken for an object.

    «أكدت الشركة الرائدة في الشحن عدم صحة ما تردد …», «نفى لاعبون آخرون تناولهم …»: it follows something definite, a
    name, a mark or «other», and governs or is owned.
    """
    sayer = _is_sayer(scene, cue, bare, i)
    if not (sayer or _may_belong(scene, cue, bare)):
        return False
    before = i - 1
    definite = scene.norms[before].startswith(ARTICLE) and not scene.is_function(before)
    definite = definite or (scene.has_pronoun(before) and heads_apposition(scene, bare))  # «أحد مرافقيه»
    apart = definite or scene.is_comma(before) or i in scene.ending or i in scene.time_before
    apart = apart or (before == bare and scene.hits.has(bare, "another")) or scene.norms[before] == ")"
    if not (sayer or apart):
        return False
    other = is_accusative(scene.norms[i]) and not (scene.has_pronoun(i) or has_pronoun(scene.norms[i]))
    other = other or (scene.is_surely_verb(i) and not is_deed_like(scene, i))
    if other or scene.particle(i) is not None or any(proclitic(scene, i, frame) for frame in LETTERS):
        return False
    deed = is_told(scene, i) or _is_ones_own(scene, i) or (sayer and _governs(scene, i))
    return deed and is_object(scene, cue, i)


def is_behind_clause(scene: Scene, cue: Cue, i: int) -> bool:
    """Say whether a deed stands behind a clause that tells who speaks («أكدت الحركة التي تسيطر على المدينة وقوع …»)."""
    noun = scene.starting.get(cue.last)
    if cue.family != "verb" or noun is None or scene.part(noun.last) != "relative" or i <= noun.last + 2:
        return False
    if not ({"that", "object"} <= set(cue.frames) and is_told(scene, i)) or cue.flag("target") or cue.flag("own"):
        return False
    definite = scene.norms[i - 1].startswith(ARTICLE) and not scene.is_function(i - 1)
    return definite and not any(proclitic(scene, i, frame) for frame in LETTERS)


def _may_belong(scene: Scene, cue: Cue, bare: int) -> bool:
    """Say whether what was taken for an object may tell who speaks: an adjective, a name, a word like «آخرون»."""
    if cue.flag("target") or cue.frames == ("object",) or scene.hits.has(bare, "demonstrative"):
        return False
    named = (bare - scene.is_comma(bare - 1)) in scene.ending and cue.text("stance") not in _JUDGING
    if _is_of_deed(scene, bare) or heads_apposition(scene, bare) or (named and scene.hits.has(bare, "role")):
        return True  # «أعلن النادي بطل الدوري إرجاء مباراته»
    if scene.hits.has(bare, "trigger") or any(hit.form.pos == "masdar" for hit in scene.hits.at(bare)):
        return False  # «انتقدت التأييد … بهدف …», «اعلان حداد الغاء …», «القبض على ثلاثة أحدهم …»
    if scene.norms[bare].startswith(ARTICLE):
        return "that" in cue.frames or scene.norms[bare].startswith(DOERS)
    if scene.norms[bare].isdigit():
        return scene.hits.has(bare + 1, "place_head", "role", "group", "body")  # «أعلنت 12 دولة، …، تحفظها»
    noun = scene.starting.get(bare)
    named = noun is not None and noun.mention.proper is not None and noun.mention.kind in _NAMED
    return named or scene.hits.has(bare, "another")


def _is_of_deed(scene: Scene, i: int) -> bool:
    """Say whether a word is what somebody did when he spoke («لدى تسلمه | جائزة السلام حرصه على …»), and no stance."""
    deed = i - 1
    owned = scene.has_pronoun(deed) or has_pronoun(scene.norms[deed])
    led = scene.part(deed - 1) in GOVERN and owned and not scene.hits.has(deed, "medium")
    return led and not is_thought(scene, i)


def heads_apposition(scene: Scene, i: int) -> bool:
    """Say whether a word at a token only tells which one of many somebody is («إحدى», «أكبر»)."""
    hits = [hit for hit in scene.hits.at(i, "one_of", "ordinary_word") if not hit.prefix]
    return any(hit.entry.flag("single") or hit.entry.id == _DEGREE for hit in hits)


def _is_sayer(scene: Scene, cue: Cue, bare: int, i: int) -> bool:
    """Say whether what stands between a verb and a deed can only be who speaks («أكد مراسلنا | استمرار …»).

    It is a noun phrase that is closed by something definite: nothing behind that belongs to it any more.
    """
    if cue.family != "verb" or bare != cue.last or cue.flag("target") or cue.frames == ("object",):
        return False
    if _has_subject_before(scene, cue) or scene.norms[i].isdigit():
        return False
    if not _may_speak(scene, bare):
        return False
    feminine = scene.units.text[scene.units.ends[bare] - 1] == TA_MARBUTA and not scene.hits.has(bare, "body", "group")
    if feminine and cue.hit is not None and cue.hit.form.gender == "m":
        return False  # «نفى رواية الشرطة …»
    if scene.norms[i].endswith(HA) and i + 1 < len(scene.norms) and scene.norms[i + 1].startswith(LETTERS["for"]):
        return False  # «… الحوار خدمة للبلاد»
    definite = scene.norms[i - 1].startswith((ARTICLE, TO_THE)) or scene.norms[i - 1].endswith(OUR)
    closed = definite or i in scene.ending or scene.norms[i - 1] in CLOSING or scene.is_function(i - 1)
    return closed and _phrase_end(scene, bare, i) == i


def _may_speak(scene: Scene, i: int) -> bool:
    """Say whether a word can be the head of those who speak: no deed, and no word for how or why something is."""
    hits = scene.hits.at(i)
    if scene.hits.has(i, *_SPEAKING) or (scene.norms[i].endswith(THINGS) and not scene.hits.has(i, "thing")):
        return True
    if any(hit.form.pos == "masdar" for hit in hits) or scene.begins_verb(i) or scene.hits.has(i, *_NOBODY):
        return False
    return not any(hit.kind == "ordinary_word" and not hit.definite for hit in hits)


def _has_subject_before(scene: Scene, cue: Cue) -> bool:
    """Say whether a word before a verb is or stands for who says it («الوزارة تنفي …», «كانت الوزارة قد نفت …»)."""
    before = cue.first - 1
    if cue.hit is None or cue.hit.form.number != "s" or scene.is_plain(before):
        return True
    led = scene.part(before)
    return led in {"relative", "there"} or (led == "auxiliary" and not scene.norms[before].startswith(AND))


def _phrase_end(scene: Scene, first: int, until: int) -> int | None:
    """Return the token behind a closed noun phrase with its adjectives and prepositions, or None where none is."""
    at = first + scene.hits.has(first, "pointing")
    if at > first and not scene.norms[at].startswith(ARTICLE):
        return None
    closed = _idafa_end(scene, at, until)
    if closed is None:
        return None
    at = closed
    while at < until:
        if scene.part(at) in _LED:
            after = behind_governed(scene, at)
        elif scene.norms[at].startswith(TO_THE) or proclitic(scene, at, "with"):
            after = behind_noun(scene, at)
        elif scene.part(at) == "adverb":
            after = scene.particle_end(at)
        elif at in scene.time_at:
            after = scene.time_at[at]
        else:
            after = at + is_adjective(scene, at)
        if after <= at:
            return at
        at = after
    return at


def _idafa_end(scene: Scene, first: int, until: int) -> int | None:
    """Return the token behind nouns in idafa that something definite closes, or None where nothing does."""
    for at in range(first, min(until, first + IDAFA)):
        noun, quote = scene.starting.get(at), scene.short_quote(at, until)
        if quote is not None and at > first:
            return scene.units.tokens_of(quote.start, quote.end)[1]
        if noun is not None and at > first:
            return noun.last if scene.is_bare(noun) else None
        if at > first and scene.part(at) == "of":
            return behind_governed(scene, at) if scene.hits.has(first, "one_of") else None  # «عدد من الباعة»
        if not scene.units.is_word(at) or (scene.is_function(at) and at > first) or scene.is_surely_verb(at):
            return None
        norm = scene.norms[at]
        if norm.startswith(ARTICLE) or (at == first and norm.endswith(OUR) and len(norm) > SHORT + 1):
            counts = scene.hits.has(at, "one_of") and scene.part(at + 1) == "of"
            return behind_governed(scene, at + 1) if counts else at + 1
        if not scene.hits.has(at) and norm.startswith(PRESENT_STARTS):
            return None
    return None


def _governs(scene: Scene, i: int) -> bool:
    """Say whether any noun stands before something definite to which it belongs («مضمون مشروع القانون»)."""
    norm, after = scene.norms[i], i + 1
    if not scene.is_plain(i) or scene.hits.verbs(i) or norm.startswith(ARTICLE) or after >= len(scene.norms):
        return False
    verb = norm.startswith(YA) and not scene.hits.has(i)
    return not verb and scene.is_plain(after) and _idafa_end(scene, after, len(scene.norms)) is not None


def _is_ones_own(scene: Scene, i: int) -> bool:
    """Say whether a noun with a pronoun written onto it stands at a token («سعادته», «تناوله»), and no verb."""
    owned = scene.is_plain(i) and (scene.has_pronoun(i) or has_pronoun(scene.norms[i]))
    if not owned or i in scene.starting or scene.norms[i].startswith(AND):
        return False
    verbs = [hit for hit in scene.hits.verbs(i) if not hit.prefix]
    fifth = scene.norms[i].startswith(TA) and all(hit.form.tense == "past" for hit in verbs)
    return fifth or not verbs or any(hit.form.pos == "masdar" for hit in scene.hits.at(i))


def deed_later(scene: Scene, cue: Cue, bare: int, end: int) -> int:
    """Return the token of the deed that is told behind words that still belong to who speaks, else `bare`.

    A deed stands behind a comma or a person («أعلنت عشر دول، بينها لبنان، رفضها …», «أكد شيخ القبيلة حداد عزم …»).
    """
    if "that" not in cue.frames or not scene.is_plain(bare) or bare in scene.within or is_told(scene, bare):
        return bare
    if scene.has_pronoun(bare) or has_pronoun(scene.norms[bare]):
        return bare  # «أكد تمسكه بموقفه، …»
    for at in range(bare + 1, min(end, bare + FOLLOWED)):
        if scene.hits.has(at, "complementiser") or scene.is_verb(at, "cue") or scene.part(at) == "contrast":
            return bare
        noun = scene.ending.get(at)
        named = noun is not None and noun.mention.kind == "person" and noun.first >= bare
        adverbial = is_accusative(scene.norms[at]) and not has_pronoun(scene.norms[at])  # «…، احتجاجا على …»
        adverbial = adverbial or any(
            (hit.form.pos, hit.form.gender) == ("participle", "f") for hit in scene.hits.at(at, "cue")
        )  # «أدانت الوزارة الهجوم، مطالبة بتحقيق»
        if (named or (scene.is_comma(at - 1) and not adverbial)) and is_told(scene, at):
            return at
    return bare


def is_told(scene: Scene, i: int) -> bool:
    """Say whether an indefinite deed or what is said of one stands at a token («رفضها», «ضرورة …»)."""
    if i in scene.starting or scene.particle(i) is not None or not scene.is_plain(i):
        return False
    if scene.norms[i].startswith(ARTICLE):
        return False
    return any(
        hit.form.pos == "masdar" or (hit.kind in _DEEDS and hit.form.pos not in _NOT_DEEDS) or hit.entry.id in DOINGS
        for hit in scene.hits.at(i)
        if not hit.prefix
    )
