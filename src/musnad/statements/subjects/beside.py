"""The subject that stands beside a cue, behind it or before it, and no object or addressee."""

from dataclasses import replace

from musnad.arabic import AND, ARTICLE, LAM, OBLIQUE, PRONOUN_ENDINGS
from musnad.arabic.letters import ALEF, TA, YA
from musnad.statements.content.later_deeds import behind_some
from musnad.statements.content.openings import Opening
from musnad.statements.cues.blaming import is_blaming, is_liability
from musnad.statements.cues.find import Cue
from musnad.statements.draft import NOMINAL, SURE
from musnad.statements.scene import Scene, is_with
from musnad.statements.steps import behind_governed, is_pronoun
from musnad.statements.subjects.companions import with_second
from musnad.statements.subjects.counted import counted
from musnad.statements.subjects.find import behind, behind_informed, interposed, named_within
from musnad.statements.subjects.fronted import amid_was
from musnad.statements.subjects.leftover import left_over
from musnad.statements.subjects.papers import described, made_in, posted
from musnad.statements.subjects.phrases import phrase
from musnad.statements.subjects.preceding import before, of_state
from musnad.statements.subjects.relatives import is_meant, is_right_before, means_another
from musnad.statements.subjects.shared_owner import with_owner
from musnad.statements.subjects.strangers import recurring
from musnad.statements.told import KINDS, Told, agrees, told_by

_ALL = "one_of.all"
_AGREEING = frozenset({"person", "place"})
_TITLE = 0  # the paragraph of the title


def subject(scene: Scene, cue: Cue, opening: Opening) -> tuple[Told | None, int]:
    """Return the subject beside a cue and the token at which its clause begins.

    A verb in the dual or plural has its subject before it: before its subject, an Arabic verb is singular.
    """
    if cue.family == "document":
        return made_in(scene, cue, opening.at), cue.first
    if cue.suffixed and cue.family == "verb":
        joined = scene.is_function(cue.last) or scene.norms[cue.last].startswith(AND)
        aimed = cue.text("addressee") == "object" or cue.flag("target")  # «اتهمته شبيبة الحزب بـ…»
        owned = (
            scene.has_pronoun(cue.last) or (aimed and opening.by != "object")
        ) and not joined  # «وأخبره صديقه أن …»
        told = behind(scene, cue, opening.at, believe=owned)
        told = told or (described(scene, cue) if scene.part(cue.last) == "within" else None)  # «رسالة دعاه فيها إلى …»
        told = told or (left_over(scene, cue, opening.at) if opening.by in SURE else None) or before(scene, cue)
        return told, cue.first if told is None else _clause_start(scene, cue, told)
    if cue.family == "participle" or cue.suffixed:
        plain = cue.family == "participle" and not cue.suffixed
        return _honoured(scene, cue) or (of_state(scene, cue) if plain else None), cue.first
    paper = _named_in(scene, cue, opening) or described(scene, cue) or _preceded(scene, cue)
    if paper is not None:
        return paper, cue.first
    ahead = _ahead(scene, cue) if cue.family == "verb" else None
    single = cue.hit is not None and cue.hit.form.number == "s"  # groups and bodies agree as they like
    aimed = cue.flag("target") or cue.text("addressee") == "object"
    single = single and not (aimed and _titled(scene, cue))  # «اليمن تتوعد القاعدة: …»
    if ahead is not None and single and ahead.kind in _AGREEING and ahead.number == "s" and not agrees(cue, ahead):
        ahead = None
    ahead = ahead or _amid(scene, cue)
    related = scene.part(cue.first - 1) == "relative"
    opens = cue.first in scene.within and cue.first == scene.region(cue.first)[0]  # «وقالت الوكالة: "أعلن الوزير أن …"»
    if ahead is not None and (related or opens or scene.is_comma(cue.first - 1)):
        told = behind(scene, cue, opening.at, believe=False)
        if told is not None and (related or (told.kind == "person" and agrees(cue, told))):
            accused = related and cue.flag("target") and told.last >= scene.units.token_at(opening.node.start)
            return ahead if accused else told, cue.first  # «التقرير الذي يتهم الجيش بـ…»
    if ahead is not None and (_takes_object(cue) or (_titled(scene, cue) and ahead.last == cue.first)):
        return ahead, _clause_start(scene, cue, ahead)
    if cue.hit is not None and cue.family == "verb" and cue.hit.form.number in {"d", "p"}:
        return (None, cue.first) if ahead is None else (ahead, _clause_start(scene, cue, ahead))
    told = behind(scene, cue, opening.at, believe=opening.by != "object" or opening.at > cue.last)
    told = told or (_stated(scene, cue) if ahead is None else None)
    if told is not None and not _is_addressee(scene, cue, opening, told):
        return _by_verb(cue, told), cue.first
    if ahead is not None:
        return ahead, _clause_start(scene, cue, ahead)
    apart = _unknown_between(scene, cue, opening)
    return posted(scene, cue) if apart is None else with_owner(scene, cue, apart, opening.at), cue.first


def _stated(scene: Scene, cue: Cue) -> Told | None:
    """Return the unknown subject of the verb before a present one with his words («وكتبت الضفاف تقول: …»), or None."""
    present = cue.hit is not None and cue.hit.form.tense == "present" and not cue.hit.prefix
    return of_state(scene, cue) if present else None


def _named_in(scene: Scene, cue: Cue, opening: Opening) -> Told | None:
    """Return who says behind «فيه» what a paper holds («بيانا قال فيه رئيس الحزب إن …»), or None."""
    within = cue.family == "verb" and scene.part(cue.last) == "within" and opening.by in SURE | {"about"}
    noun = scene.starting.get(scene.particle_end(cue.last)) if within else None
    named = noun is not None and noun.mention.kind in {"person", "organisation", "office"}
    if noun is None or not named or noun.last > opening.at or not scene.is_bare(noun):
        return None
    told = with_second(scene, noun, opening.at)
    return told if agrees(cue, told) else None


def _by_verb(cue: Cue, told: Told) -> Told:
    """Return a person as a woman where the verb before her says so («قالت عضو اللجنة ليلى حداد»)."""
    woman = told.kind == "person" and told.number == "s" and cue.hit is not None and cue.hit.form.gender == "f"
    return replace(told, gender="f") if woman and told.gender == "m" else told


def _ahead(scene: Scene, cue: Cue) -> Told | None:
    """Return the subject before a verb: nobody whom its relative pronoun does not mean, no source of a preposition.

    «الجنود الذين أشاد بهم», «وبحسب الوكالة أكد الوزير دعمه».
    """
    told = before(scene, cue)
    if told is not None and means_another(scene, cue) and (is_right_before(scene, cue) or is_meant(scene, cue, told)):
        return None
    span = None if told is None else told.speaker.span
    at = 0 if span is None else scene.units.token_at(span.start)
    sources = (hit for back in (1, 2) if at >= back for hit in scene.hits.at(at - back, "cue_preposition"))
    return None if any(hit.last == at for hit in sources) else told


def _amid(scene: Scene, cue: Cue) -> Told | None:
    """Return the subject between «كان» and «قد» before a verb, whatever stands behind it, of the verb's gender."""
    if cue.family != "verb" or cue.hit is None or cue.hit.prefix or cue.hit.form.number != "s":
        return None
    told = amid_was(scene, cue.first - 1, scene.region(cue.first)[0])
    return None if told is None else replace(told, gender=cue.hit.form.gender or None)


def _unknown_between(scene: Scene, cue: Cue, opening: Opening) -> Told | None:
    """Return the subject that stands apart from its verb, is known in part or by its number, before a sure content."""
    until = opening.at
    if cue.last < (last := behind_some(scene, cue)) <= until:  # «اتهم ثلاثة نواب الحكومة بكذا»
        return replace(phrase(scene, scene.units.span(cue.last, last), last), gender=None)
    if cue.family == "verb" and opening.by in NOMINAL - {"object"} and not cue.flag("weak"):
        people = counted(scene, cue.last, until) or (None if opening.by == "of" else left_over(scene, cue, until))
        many = people is not None and people.last == until and people.number == "p"
        return people if many else None  # «وطالب 14 نائبا بـ…», «وندد هؤلاء بـ…»
    if cue.family != "verb" or opening.by not in SURE:
        return None
    told = interposed(scene, cue, until) or named_within(scene, cue, until)
    told = told or (None if cue.flag("weak") else counted(scene, cue.last, until))
    aimed = cue.flag("heard") or cue.text("addressee") == "object"
    alone = until == cue.last + 1 and any(not is_with(hit) for hit in scene.hits.at(until, "complementiser"))
    aimed = aimed or ("object" in cue.frames and not alone)  # «واعتبر بوغار أن …», not «اعتبر بلدا بأنه …»
    told = told or (None if aimed else recurring(scene, cue.last, until))
    return told or left_over(scene, cue, until)


def _honoured(scene: Scene, cue: Cue) -> Told | None:
    """Return who is called by an honorific right behind a participle («مشيرا معاليه إلى أن …»), or None."""
    noun = scene.starting.get(cue.last) if cue.family == "participle" and not cue.suffixed else None
    called = noun is not None and scene.hits.has(cue.last, "honorific_pronoun")
    return told_by(noun, "subject") if called and noun is not None else None


def _preceded(scene: Scene, cue: Cue) -> Told | None:
    """Return whose earlier word it was: «سبق لمسؤولين أن ذكروا …»."""
    noun = scene.ending.get(cue.first - 1) if cue.family == "verb" and scene.is_that(cue.first - 1) else None
    if noun is None or scene.is_bare(noun) or not scene.is_bare(noun, frozenset(LAM)):
        return None
    return told_by(noun, "subject_before")


def _clause_start(scene: Scene, cue: Cue, told: Told) -> int:
    span = told.speaker.span
    return cue.first if span is None else min(cue.first, scene.units.tokens_of(span.start, span.end)[0])


def _titled(scene: Scene, cue: Cue) -> bool:
    return scene.units.sentence(cue.first).paragraph == _TITLE


def _takes_object(cue: Cue) -> bool:
    return cue.text("addressee") == "object" or "object" in cue.frames


def _is_addressee(scene: Scene, cue: Cue, opening: Opening, told: Told) -> bool:
    """Say whether the one noun behind a verb is whom it addresses: «ودعا أنصاره إلى …», going on with a sentence."""
    if cue.text("addressee") != "object" or is_blaming(cue.hit):
        blamed = is_blaming(cue.hit) and cue.flag("needs_addressee")  # not «وجهت النيابة تهمة …»
        return blamed and told.last == opening.first and is_liability(scene, opening.first)
    return not _is_before_whom(scene, told, opening.at) and _is_addressed(scene, cue, opening, told)


def _are_things(told: Told) -> bool:
    """Say whether a speaker is several bodies by the ending of the noun, with which a verb is feminine («الجهات»)."""
    head = told.speaker.name.partition(" ")[0]
    return head.startswith(ARTICLE) and head.endswith(ALEF + TA)


def _is_addressed(scene: Scene, cue: Cue, opening: Opening, told: Told) -> bool:
    """Say whether the one noun behind a verb that may address somebody is whom it does."""
    plain = opening.by == "to" and scene.part(cue.first - 1) == "relative" and not is_pronoun(scene, cue.last)
    if plain and told.last == opening.at:
        return True  # «الدراسة التي تدعو السلطات إلى …»
    if _has_pronoun_before(scene, cue.first) or (_is_of_thing(scene, cue, told) and told.last >= opening.at - 1):
        return True  # «لكنها دعت الاتحاد إلى …», «قرارات، تطالب طهران بوقف …»
    if cue.flag("target") and told.last <= opening.at < scene.units.token_at(opening.node.start):
        return False  # «واتهم الرئيس نظيره بـ…»: whom he speaks of stands behind him
    told_behind = _ends_owned(scene, told.last) or scene.hits.has(told.last, "press")
    told_behind = told_behind or (opening.by == "object" and told.last < opening.at)
    free = 0 if cue.flag("target") or told_behind else 1  # tokens behind a lone noun that cannot be the one addressed
    if cue.flag("needs_addressee") and told.last >= scene.units.token_at(opening.node.start) - free:
        return behind_informed(scene, cue, cue.last, opening.at) == cue.last  # «أبلغ "الرياض" مدير الميناء أن …»
    span, hit = told.speaker.span, cue.hit
    if span is not None and any(h.entry.id == _ALL for h in scene.hits.at(scene.units.token_at(span.start))):
        return True  # «ودعت جميع الأطراف إلى …»
    if told.kind in {"phrase", "group"} and span is not None and _is_oblique(scene, scene.units.token_at(span.start)):
        return True  # «دعا المسلمين إلى أن …»
    if opening.by in SURE:
        return False
    if hit is not None and hit.form.gender == "m" and ((told.gender, told.number) == ("f", "s") or _are_things(told)):
        return True  # «كما دعا الحكومة إلى …», «طالب الجهات المعنية بـ…»
    joined = hit is not None and bool(hit.prefix)
    if span is not None and joined and told.last >= opening.at - 1:
        at = scene.units.token_at(span.start)
        if scene.hits.has(at, "counterpart") and scene.has_pronoun(at):
            return True  # «ودعا نظيره الفرنسي إلى …»: the counterpart of who speaks
    first, _ = scene.region(cue.first)
    return _behind_asides(scene, told, opening.at) >= opening.at - 1 and joined and cue.first > first


def _is_before_whom(scene: Scene, told: Told, until: int) -> bool:
    """Say whether who is addressed stands right behind somebody with a name, or behind a body («وحثت الصين مصر»)."""
    noun = scene.starting.get(told.last)
    if noun is None or noun.last > until or not scene.is_bare(noun) or told.kind == "phrase":
        return False
    if told.kind != "person" or noun.mention.kind != "person":
        return noun.mention.kind in KINDS and noun.mention.kind != told.kind
    own = scene.ending.get(told.last)
    return own is not None and own.mention.proper is not None and noun.mention.proper is not None


def _is_of_thing(scene: Scene, cue: Cue, told: Told) -> bool:
    """Say whether a present verb behind a comma tells of what stands before it, and a place is its object."""
    hit = cue.hit
    bare = hit is not None and hit.form.tense == "present" and not hit.prefix
    return bare and told.kind == "place" and scene.is_comma(cue.first - 1) and cue.first - 1 not in scene.time_before


def _behind_asides(scene: Scene, told: Told, until: int) -> int:
    """Return the token behind unknown words for somebody, with where and when («أتباع النظام حول العالم»)."""
    at = told.last
    while told.kind == "phrase" and at < until and (scene.part(at) == "in" or at in scene.time_at):
        at = scene.time_at[at] if at in scene.time_at else behind_governed(scene, at)
    return at


def _ends_owned(scene: Scene, i: int) -> bool:
    """Say whether a word is a noun with a pronoun («زملاءه»)."""
    return scene.units.is_word(i) and not scene.is_function(i) and scene.has_pronoun(i)


def _has_pronoun_before(scene: Scene, at: int) -> bool:
    """Say whether the word before a verb ends in the pronoun that is its subject («لكنه», «أنها»)."""
    leads = scene.part(at - 1) == "contrast" or scene.hits.has(at - 1, "complementiser")
    return leads and scene.norms[at - 1].endswith(PRONOUN_ENDINGS) and scene.norms[at - 1] not in PRONOUN_ENDINGS


def _is_oblique(scene: Scene, i: int) -> bool:
    """Say whether a word is a sound plural that is no subject («المواطنين», «مستعملي الطرق»)."""
    norm = scene.norms[i]
    headed = norm.endswith(YA) and not norm.startswith(ARTICLE) and i + 1 < len(scene.norms)
    construct = headed and scene.norms[i + 1].startswith(ARTICLE)
    return norm.endswith(OBLIQUE) or (construct and not scene.hits.has(i))
