"""Objects of a cue: noun phrases without a preposition that are its content."""

from musnad.arabic import AND, ARTICLE, BA, BARE, LAM, NUNATED, OBLIQUE, before_article
from musnad.arabic.letters import ALEF, MIM, TA, YA
from musnad.lexicon import TOPICS
from musnad.statements.content.appositions import (
    ASIDE,
    is_aside,
    is_attribute,
    is_behind_bracket,
    is_behind_name,
    is_doing,
    is_governed,
    is_issued,
    is_of_land,
    is_of_office,
    is_strange_name,
    is_titled,
    names,
    tells_of_masdar,
    tells_of_paper,
)
from musnad.statements.content.belongings import is_stance, is_thought
from musnad.statements.cues.find import Cue
from musnad.statements.cues.verb_like import TENTH, is_deed_like, is_strange_verb, points_back, tells_of_noun
from musnad.statements.endings import has_pronoun, is_accusative, is_definite, is_eighth
from musnad.statements.scene import SHORT, TO_THE, Noun, Scene, is_with
from musnad.statements.steps import GOVERN, PREPOSITIONS, behind_governed, is_pronoun, is_two_of, tells_of_what

LACK = "wanting.lack"
LONGEST_PAPER = 6  # tokens of a name in marks to which something is told
NAMED = 12  # tokens of an unknown subject before the preposition that brings the content
_EACH, _OR = "connective.each_of", "particle.coordinator"
_ADVERBIAL = frozenset({"set_word", "vague"})  # «باستمرار» is an adverb, and a preposition with its noun
LETTERS = {"with": min(BA, key=len), "for": min(LAM, key=len)}
_LISTED = frozenset({"trigger", "background", "context", "status_word", "support_verb"})  # hold «باحترام» as one form
_SPEAKING = ("body", "role", "source_noun")
_NOMINAL = PREPOSITIONS | {"with", "for"}
_BODIES = frozenset({"organisation", "agency"})
FIFTH_DEED = ARTICLE + TA  # «التحقق»
TENTH_DEED = ALEF + TENTH  # «استعانة»
DOERS, NOMINATIVE = ARTICLE + MIM, NUNATED[0]
SHORTEST_PEOPLE = 8  # letters of «المتهمون»; «المضمون» is shorter


def is_object(scene: Scene, cue: Cue, i: int) -> bool:
    """Say whether a token may begin the noun phrase that is the object of a cue."""
    if cue.flag("needs_addressee") and not cue.flag("target"):
        return _is_second(scene, cue, i)
    if _is_what(scene, i) or _is_told_what(scene, cue, i):
        return True
    own = scene.part(i) == "honour" and (cue.flag("own") or _is_joy(scene, i))  # his joy, not his excellency
    if (
        not scene.units.is_word(i)
        or (scene.is_function(i) and not own)
        or _is_day(scene, i)
        or (scene.norms[i] in LAM and scene.short_quote(i + 1, i + LONGEST_PAPER) is not None)  # «لـ"الضفة"»
        or _is_bare(scene, cue, i)
        or _is_how(scene, i)
    ):
        return False
    noun = scene.starting.get(i)
    written = noun is not None and noun.mention.span.start > scene.units.starts[i]  # «لمراسل الصحيفة»
    if written or _are_people(scene, i) or is_titled(scene, cue, i):
        return False
    other = (cue.flag("own") and not _is_owned(scene, i)) or (cue.flag("thought") and not is_thought(scene, i))
    if other or _is_in_phrase(scene, cue, i):
        return False
    subject = cue.family == "participle" or _has_subject_before(scene, cue) or _heads_title(scene, cue)
    if i == cue.last and noun is not None and not cue.suffixed and not subject:
        return noun.mention.proper is None and is_accusative(scene.norms[i]) and not is_two_of(scene, noun)
    addressed = scene.norms[i].startswith(TO_THE) or scene.norms[i] in LETTERS.values()  # «ل«الضفاف»»
    if addressed or _is_other(scene, cue, i) or _is_in_clause(scene, cue, i):
        return False
    if proclitic(scene, i, "with") or (i > cue.last and proclitic(scene, i, "for")):
        return False
    if noun is not None and _is_other_name(scene, cue, i, noun):
        return False
    if (not subject and _may_say(scene, cue, i, noun)) or scene.hits.has(i - 1, "relation"):
        return False  # «اتهم ذوو الطفلة المستشفى …»
    apart = is_aside(scene, i) or tells_of_masdar(scene, cue, i) or (not subject and is_strange_name(scene, cue, i))
    if apart or tells_of_paper(scene, i) or (not subject and is_issued(scene, cue.last, i)):
        return False
    opens = scene.hits.has(i, "clause_opener", "complementiser", "cue_preposition")
    return not (opens or is_pronoun(scene, i) or _introduces(scene, cue, i))


def _is_other_name(scene: Scene, cue: Cue, i: int, noun: Noun) -> bool:
    """Say whether a mention is an apposition, the name of a role, one of each or who stands behind verb and day."""
    if (each := scene.lead(i - 1)) is not None and each.entry.id == _EACH:
        return True  # «كل من …»
    if scene.time_before.get(i - scene.is_comma(i - 1)) == cue.last:
        body = noun.mention.kind in _BODIES and "that" in cue.frames and not cue.flag("target")
        if body or (noun.mention.kind == "person" and noun.mention.proper is not None):
            return True  # «كما أعلن أمس الوزير سامي حداد», «أعلنت الاثنين، قوات …»
    return noun.mention.kind == "person" and names(scene, cue, noun)


def _is_joy(scene: Scene, i: int) -> bool:
    """Say whether what somebody is glad of stands behind a word («أكد سعادته باختيار …», not «أكد سعادته بأن …»)."""
    after = i + 1
    if after >= len(scene.norms) or scene.hits.has(after, "complementiser"):
        return False
    return proclitic(scene, after, "with") > 0


def _is_day(scene: Scene, i: int) -> bool:
    """Say whether a word only tells when it was said («في بيان اليوم», «هذا الأربعاء», «يوم 20 أبريل»)."""
    pointed = i + 1 in scene.time_at and scene.hits.has(i, "demonstrative", "day_noun")
    return i in scene.time_at or pointed or scene.hits.has(i, "day_word")


def _introduces(scene: Scene, cue: Cue, i: int) -> bool:
    """Say whether a participle right behind a verb brings what is said («وأكد قائلا "…"»)."""
    states = [hit for hit in scene.hits.at(i, "cue") if hit.form.pos == "participle" and is_accusative(scene.norms[i])]
    return i == cue.last and cue.family == "verb" and any(hit.entry.flag("utters") for hit in states)


def _is_other(scene: Scene, cue: Cue, i: int) -> bool:
    """Say whether a word belongs to the subject, or is a verb: none stands right behind another («نفى تلقي أي طلب»)."""
    if i == cue.last:
        return cue.family == "verb" and _is_joined(scene, i)  # «كما تمنى وأراد»
    if is_strange_verb(scene, i) or any(hit.entry.id == _OR for hit in scene.hits.at(i, "particle")):
        return True
    verb = (scene.is_surely_verb(i) and not is_deed_like(scene, i)) or tells_of_noun(scene, i)
    verb = verb or _do_something(scene, i) or _do_something(scene, i - 1) or points_back(scene, i - 1)
    construct = not scene.norms[i - 1].startswith(AND + ARTICLE)  # «مدير المال وشئون المستهلك»
    governed = scene.norms[i].startswith(ARTICLE) and construct and not cue.flag("target")
    joined = _is_joined(scene, i) or (governed and _is_joined(scene, i - 1))
    office = is_of_land(scene, i) or is_of_office(scene, i) or is_behind_bracket(scene, i)
    office = office or is_governed(scene, i, cue.last)
    return verb or joined or is_attribute(scene, i) or office or is_behind_name(scene, cue, i)


def _do_something(scene: Scene, i: int) -> bool:
    """Say whether a word can only be a verb of several by its beginning and end («أعلن متشددون يتبعون الحركة …»)."""
    return scene.norms[i].startswith(YA) and scene.norms[i].endswith(NOMINATIVE) and i not in scene.starting


def _is_joined(scene: Scene, i: int) -> bool:
    """Say whether a word names another subject («تتهم واشنطن، وعدد من العواصم، طهران بأنها …»)."""
    hits = scene.hits.at(i)
    articled = scene.norms[i].startswith(AND + ARTICLE) and len(scene.norms[i]) > SHORT + SHORT  # not «والي»
    joined = all(hit.prefix.startswith(AND) for hit in hits) and (bool(hits) or i in scene.ending or articled)
    return joined and scene.norms[i].startswith(AND) and scene.part(i) != "adverb"  # «أدانت الرابطة وبشدة الهجوم»


def _is_how(scene: Scene, i: int) -> bool:
    """Say whether a word tells how something was («المختفي قسرا، …»)."""
    return is_accusative(scene.norms[i]) and scene.is_comma(i + 1) and scene.norms[i - 1].startswith(ARTICLE)


def _are_people(scene: Scene, i: int) -> bool:
    """Say whether a word can only be a subject by its ending («أنكر المتهمون التهم»)."""
    norm = scene.norms[i]
    return norm.startswith(DOERS) and norm.endswith(NOMINATIVE) and len(norm) >= SHORTEST_PEOPLE


def _is_bare(scene: Scene, cue: Cue, i: int) -> bool:
    """Say whether a number alone is a year («في مقالته عام 2021، …»), or nobody holds an opinion of a word."""
    alone = scene.norms[i].isdigit() and scene.is_comma(i + 1)
    return alone or (cue.frames == ("object",) and not _is_of_opinion(scene, cue, i))


def _is_of_opinion(scene: Scene, cue: Cue, i: int) -> bool:
    """Say whether somebody can hold an opinion of a word («اعتبر الوزير الخطوة …»), no passive («اعتبر محاولة …»)."""
    first, norm = cue.last, scene.norms[cue.last]
    if cue.family == "participle" or first in scene.starting or is_definite(norm) or scene.has_pronoun(first):
        return True
    after = first + 1
    named = after in scene.starting or (after < len(scene.norms) and scene.norms[after].startswith(ARTICLE))
    return i == first and named and not is_accusative(norm)


def _is_in_clause(scene: Scene, cue: Cue, i: int) -> bool:
    """Say whether a token stands in a relative clause of an aside («أكدت اللجنة، في لقائها الذي عقد، ضرورة …»).

    Right behind the pronoun stands the verb of that clause («فند كثيرا من الأنباء التي نشرتها …»).
    """
    if scene.part(i - 1) == "relative":
        return True
    for at in range(i - 1, cue.last, -1):
        if scene.is_comma(at):
            return False
        if scene.part(at) == "relative":
            return True
    return False


def _is_what(scene: Scene, i: int) -> bool:
    """Say whether «ما» with a verb that points back to it begins at a token («نفت ما تداولته الصفحات»)."""
    what = scene.part(i) == "what" and not scene.norms[i].startswith(AND)
    if not what or i + 1 >= len(scene.norms):
        return False
    if scene.norms[i + 1].startswith(TO_THE) or scene.is_verb(i + 1, "appearing"):
        return True  # «أكدت ما للمسجد من مكانة», «أنكر ما ورد في إفادته»
    if any(hit.entry.flag("agentless") for hit in scene.hits.verbs(i + 1)):
        return True  # «نفت ما تم تداوله»
    unknown = all(hit.kind == TOPICS for hit in scene.hits.at(i + 1))
    return tells_of_what(scene, i + 1) or (unknown and _ends_owned(scene, i + 1))


def _is_told_what(scene: Scene, cue: Cue, i: int) -> bool:
    """Say whether «ما» is the object of a cue whatever verb follows («معتبرا ما حصل مهزلة», «وصف ما حدث بأنه …»)."""
    if scene.part(i) != "what" or scene.norms[i].startswith(AND):
        return False
    opinion = cue.frames == ("object",) or (cue.family == "participle" and "object" in cue.frames)
    brings = opinion or cue.flag("denial") or cue.flag("target") or cue.text("stance") == "condemn"
    return (i == cue.last and opinion) or (brings and scene.begins_verb(i + 1))


def _is_second(scene: Scene, cue: Cue, i: int) -> bool:
    """Say whether a word is what is asked of the one before it («ناشد الرئيس الخاطفين إطلاق الرهائن»)."""
    if i == cue.last or not scene.is_plain(i) or i in scene.starting or _is_how(scene, i):
        return False
    if is_pronoun(scene, i) or _is_in_clause(scene, cue, i):
        return False
    norm = scene.norms[i]
    asked = scene.norms[i - 1].startswith(ARTICLE) or i in scene.ending
    hits = scene.hits.at(i)
    known = any(hit.prefix in BARE for hit in hits)
    deed = any(hit.form.pos == "masdar" and hit.definite for hit in hits) or (not hits and norm.startswith(FIFTH_DEED))
    if deed and (scene.norms[i - 1].endswith(OBLIQUE) or (i - 1 > cue.last and asked)):
        return True  # «ناشد المسؤولين التدخل», «ناشد السلطات الأردنية الإفراج عنهم»
    return asked and known and not is_definite(norm) and not proclitic(scene, i, "with")


def _is_in_phrase(scene: Scene, cue: Cue, i: int) -> bool:
    """Say whether a word belongs to a noun that a preposition governs («يبدون في قمة شبابهم»)."""
    at = i - 1
    governed = at > cue.last and scene.part(at - 1) in GOVERN | PREPOSITIONS and not scene.hits.has(at, "medium")
    if not governed or not scene.is_plain(at) or is_definite(scene.norms[at]) or {i, at} & scene.ending.keys():
        return False
    known = (hit for hit in scene.hits.at(at) if hit.kind != "context")
    how = all(hit.form.pos == "verb" for hit in known) or scene.hits.has(at, "adjective", "attribute")
    when = scene.hits.has(at, "time_unit")  # «قبل ساعات مقتل …»
    return cue.flag("own") or not (when or scene.has_pronoun(at) or (scene.hits.has(at) and how))  # «بشكل قاطع أي …»


def _is_owned(scene: Scene, i: int) -> bool:
    """Say whether one's own is named («سعادته», «استعداد بلاده», «استعدادا ل…»): a noun with a pronoun, or a stance."""
    if _ends_owned(scene, i) or is_stance(scene, i):
        return True
    heads = scene.hits.has(i) and not is_definite(scene.norms[i]) and i + 1 < len(scene.norms)
    return heads and _ends_owned(scene, i + 1) and not is_pronoun(scene, i + 1)


def _ends_owned(scene: Scene, i: int) -> bool:
    return not scene.norms[i].startswith(ARTICLE) and (is_definite(scene.norms[i]) or scene.has_pronoun(i))


def is_sure_object(scene: Scene, cue: Cue, bare: int | None, by: str, at: int) -> bool:
    """Say whether an indefinite noun right behind the cue is its object, whatever follows it.

    Behind a participle a subject cannot stand, so even a complementiser belongs to the object («مؤكدا فشل … في أن …»).
    """
    if bare is None or "object" not in cue.frames:
        return False
    eighth = is_eighth(scene.norms[bare]) and not scene.hits.has(bare, "body", "group")  # «التزام», not «التجار»
    if scene.norms[bare].startswith(ARTICLE) and not eighth:
        spoken = cue.family == "participle" and bare == cue.last and cue.text("addressee") != "object"
        spoken = spoken or (at == bare + 1 and is_doing(scene, cue, bare))  # «أعلنت الشركة التوقف عن …»
        return spoken and by in _NOMINAL and not cue.flag("target")  # «مؤكدا الاتفاق على …»
    deed = any(hit.form.pos == "masdar" and hit.last == bare + 1 for hit in scene.hits.at(bare, "trigger"))
    noun = scene.starting.get(cue.last)
    if by == "about" and deed and ((noun is not None and noun.last <= bare) or _is_plain_deed(scene, cue, bare)):
        return True  # «أعلنت الحكومة إفراج القراصنة عن السفينة», «أعلن اعتقال ثلاثة والإفراج عن آخر»
    if by == "about" and cue.family == "verb" and (_is_about_whom(scene, bare, at) or scene.is_comma(at - 1)):
        return False
    if by == "that" and any(hit.entry.id == LACK for hit in scene.hits.at(bare, "wanting")) and at > bare + 1:
        return scene.part(at - 1) in _NOMINAL  # «أكد عدم وجود بوادر تشير إلى أن …»
    if by == "that" and scene.part(at - 1) == "on" and (scene.is_comma(at - 2) or "on" not in cue.frames):
        return True  # «أكد ضرورة بناء شراكة، على أن تكون …», «أعلنت إطلاق الخدمة على أن …»
    if by == "that" and scene.part(bare) == "what":
        return scene.part(at - 1) == "of"  # «نفى ما نسب إليه من أنه …»
    if by == "that" and at == bare + 1 and cue.text("addressee") != "object" and bare not in scene.starting:
        return _ends_owned(scene, bare) and is_with(scene.hits.at(at, "complementiser")[0])
    return by in _NOMINAL or (by == "that" and cue.family == "participle" and bare == cue.last)


def _is_plain_deed(scene: Scene, cue: Cue, bare: int) -> bool:
    """Say whether a deed stands right behind a cue, and is neither a body nor a paper («أعلن اعتقال ثلاثة …»)."""
    return bare == cue.last and not scene.hits.has(bare, "body", "medium", "role") and bare not in scene.starting


def _is_about_whom(scene: Scene, bare: int, at: int) -> bool:
    """Say whether an indefinite noun before «عن» is the subject, or belongs to it («أعلنت مبادرة … عن إطلاق …»).

    It is none where «عن» belongs to another noun («أعلنت مسؤوليتها عن …», «… في الدفاع عن …»).
    """
    plain = not (_ends_owned(scene, at - 1) or is_accusative(scene.norms[bare]))
    return plain and at - bare <= NAMED and scene.part(at - 2) not in GOVERN


def _is_subject(scene: Scene, i: int, kinds: tuple[str, ...]) -> bool:
    """Say whether a definite word behind a verb is its subject, because an indefinite object follows it.

    `kinds` are the known words that can speak; an unknown one may.
    """
    if not scene.norms[i].startswith(ARTICLE) or has_pronoun(scene.norms[i]) or i + 1 >= len(scene.norms):
        return False  # «أكدت التزامها ب…»
    if scene.head(i).startswith(TENTH_DEED) and not scene.hits.has(i, *kinds):
        return False  # «انتقد الاستعانة بخبراء»
    after = i + 1
    while after < len(scene.norms) and (scene.part(after) in GOVERN or (after > i + 1 and scene.part(after) == "of")):
        after = behind_governed(scene, after)  # «نفت الوزارة بشكل قاطع أي …», «أعلن التقرير بعد ساعة من …»
    after = scene.particle_end(after) if scene.part(after) == "adverb" else after  # «نفت الوزارة بشدة صحة …»
    if after >= len(scene.norms) or not scene.units.is_word(after):
        return False
    verbs = scene.hits.verbs(after)
    if any(not hit.suffix for hit in verbs) and not is_deed_like(scene, after):
        return False  # «أكدت اللجنة رفضها للقرار» is her refusal
    alone = kinds != _SPEAKING and _is_first(scene, after)  # whom a target verb speaks of may stand there too
    speaks = not scene.hits.has(i) or scene.hits.has(i, *kinds) or alone
    articled = scene.norms[after].startswith((ARTICLE, AND + ARTICLE)) and not has_pronoun(scene.norms[after])
    plain = not articled and scene.is_plain(after)  # «أكدت الوزارة التزامها» begins with no article
    return speaks and (plain or _is_what(scene, after))


def _is_first(scene: Scene, i: int) -> bool:
    """Say whether an object, and no subject, stands behind a definite word («توقعت الأرصاد تأثر …»).

    It is not so in «أكد الخبر مصدر …».
    """
    if not scene.is_plain(i) or i in scene.starting or is_accusative(scene.norms[i]) or proclitic(scene, i, "with"):
        return False
    known = scene.hits.has(i, *_SPEAKING, "function_word", "number_word", "every", "medium")
    return not (known or scene.norms[i].isdigit())  # «يؤكد الفصل 31 …», «انتقدت التعريف غير الدقيق»


def _may_say(scene: Scene, cue: Cue, i: int, noun: Noun | None) -> bool:
    """Say whether a word right behind a verb, or behind «فيه», is its subject («أدانت فيه إسرائيل التقرير»)."""
    within = i == cue.last + 1 and scene.part(cue.last) == "within"
    if within and noun is not None and (noun.mention.proper is not None or noun.mention.kind in _BODIES):
        return True
    these = scene.hits.has(i, "pointing") and not any(norm.startswith(ARTICLE) for norm in scene.norms[i + 1 : i + 2])
    kin = scene.hits.has(i, "relation") and not is_definite(scene.norms[i]) and not scene.has_pronoun(i)
    done = scene.hits.has(i, "taking") and scene.hits.has(i + 1, "bound_preposition")
    if i == cue.last and (these or kin or done):
        return True  # «وأكد هؤلاء …», «أعلنت أسرة الرئيس وفاته», «أنكر المظنون فيهم …»
    kinds = _SPEAKING if cue.flag("target") else (*_SPEAKING, "medium")  # «أكد التقرير ارتفاع …»
    return (within or i == cue.last) and (_is_subject(scene, i, kinds) or _is_paper(scene, cue, i))


def _is_paper(scene: Scene, cue: Cue, i: int) -> bool:
    """Say whether a paper is the subject of a verb whose target follows it («وصف البيان الحكومة بأنها …»)."""
    papers = [hit for hit in scene.hits.at(i, "medium") if not (hit.prefix and not hit.definite)]
    if not papers or is_accusative(scene.norms[i]):
        return False
    if papers[0].definite:
        if i + 1 >= len(scene.norms):
            return False
        thing = scene.norms[i + 1].startswith(ARTICLE) and not scene.hits.has(i + 1, "adjective", "region_adjective")
        return cue.flag("target") and (i + 1 in scene.starting or thing) and not scene.is_function(i + 1)
    if not papers[0].entry.flag("document") or papers[0].suffix:
        return False
    deed = i + 1 < len(scene.norms) and any(hit.form.pos == "masdar" for hit in scene.hits.at(i + 1))
    if deed and _ends_owned(scene, i + 1):
        return True  # «المدينة التي أعلن بيان سقوطها»
    following = range(i + 1, min(len(scene.norms), i + ASIDE + ASIDE))
    return cue.flag("target") and any(scene.is_that(at) for at in following)  # «واعتبر تقرير الهيئة أن …»


def _has_subject_before(scene: Scene, cue: Cue) -> bool:
    """Say whether the noun behind a verb cannot be its subject: it is a dual or plural, whose subject precedes it.

    A pronoun before the verb is its subject too («أعلن أنه لا يستبعد الترشح»).
    """
    at = cue.first - 2 if scene.part(cue.first - 1) == "negation" else cue.first - 1
    if any(hit.suffix for hit in scene.hits.at(at, "complementiser")):
        return True
    return cue.family == "verb" and cue.hit is not None and cue.hit.form.number in {"d", "p"}


def _heads_title(scene: Scene, cue: Cue) -> bool:
    """Say whether a headline begins with the subject of a verb that names whom it speaks of («واشنطن تتهم طهران …»)."""
    sent, noun = scene.units.sentence(cue.first), scene.ending.get(cue.first)
    return cue.flag("target") and sent.paragraph == 0 and noun is not None and noun.first == sent.first


def proclitic(scene: Scene, i: int, frame: str) -> int:
    """Return how many folded letters of a token are the preposition «ب» or «ل» written onto a noun, else 0."""
    norm = scene.norms[i]
    letter = LETTERS[frame]
    if not norm.startswith(letter) or len(norm) <= len(letter) + 1:
        return 0
    wanted = BA if frame == "with" else LAM
    hits = [hit for hit in scene.hits.at(i) if hit.prefix or hit.form.entry.kind not in _LISTED]
    if len(norm) == len(letter) + 2 and not any(hit.prefix in wanted for hit in hits):
        return 0  # «بضم» is a masdar that is known, other words as short are whole
    deed = any(hit.kind == "trigger" and hit.form.pos != "word" for hit in hits) and scene.part(i + 1) != "of"
    spared = _ADVERBIAL | ({"ordinary_word"} if deed else set())  # «اتهمته بدعم الجماعة», not «بدعم من الجماعة»
    if any(hit.prefix in BARE and hit.last == i + 1 and hit.form.entry.kind not in spared for hit in hits):
        return 0
    noun = scene.starting.get(i)
    if noun is not None and (frame == "for" or noun.mention.span.start == scene.units.starts[i]):
        return 0  # «بلقاسم» is a name
    if any(hit.prefix in wanted or before_article(hit.prefix) in wanted for hit in hits):
        return len(letter)
    return len(letter) if all(hit.form.entry.kind in _ADVERBIAL for hit in hits) else 0
