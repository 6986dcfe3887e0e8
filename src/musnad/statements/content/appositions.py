"""Words behind a cue that belong to whoever speaks: appositions, adjectives, titles, the name of an office."""

from musnad.arabic import AND, ARTICLE, BA, BARE, LAM, OBLIQUE
from musnad.statements.content.belongings import CLOSING
from musnad.statements.cues.find import Cue
from musnad.statements.endings import has_pronoun, is_accusative, is_definite
from musnad.statements.scene import Noun, Scene
from musnad.statements.steps import GOVERN, PREPOSITIONS

ASIDE = 9  # tokens of an adjective with what belongs to it, between commas
APPOSITION = 16  # tokens behind a name that tell what he is («فلان، كاتب عام …، …»)
_SOMEBODY = ("role", "relation", "group", "body", "counterpart")
_LANDS = ("country", "region_adjective")
_ABSTRACT = frozenset({"onset_noun", "status_word", "thing"})
_DOINGS = frozenset({"ordinary_word.doing", "ordinary_word.event", "ordinary_word.quality"})
_LED = "context.led_by"


def is_of_land(scene: Scene, i: int) -> bool:
    """Say whether an adjective belongs to the name that ends before it («أعلن بشيكتاش التركي تعاقده …»).

    So does a place to where a body has its seat («اتهمت المنظمة ومقرها لندن الحكومة بـ…»).
    """
    if _is_seat(scene, i):
        return True
    noun = scene.ending.get(i)
    if noun is None or not scene.norms[i].startswith(ARTICLE):
        return False
    named = noun.mention.proper is not None or noun.mention.kind == "organisation"
    return named and any(hit.form.pos == "adjective" for hit in scene.hits.at(i, *_LANDS))


def _is_seat(scene: Scene, i: int) -> bool:
    """Say whether a place stands behind the noun of somebody's own that it is («ومقرها لندن»), nobody of his."""
    noun, before = scene.starting.get(i), i - 1
    owned = has_pronoun(scene.norms[before]) or scene.has_pronoun(before)
    if noun is None or noun.mention.kind != "place" or not (owned and scene.norms[before].startswith(AND)):
        return False
    return scene.hits.has(before, "ordinary_word") and not scene.hits.has(before, *_SOMEBODY)


def is_attribute(scene: Scene, i: int) -> bool:
    """Say whether a word only tells which one speaks («توقع مسؤول آخر في المنظمة موجة جديدة»), or of its paper.

    «في تقرير حديث له»
    """
    if not scene.units.is_word(i - 1) or is_definite(scene.norms[i - 1]):
        return False
    paper = any(hit.prefix == "" and not hit.suffix for hit in scene.hits.at(i - 1, "medium"))
    return scene.hits.has(i, "attribute") or (paper and scene.hits.has(i, "adjective"))


def is_aside(scene: Scene, i: int) -> bool:
    """Say whether an adjective between commas belongs to the subject («أعلنت القوات، التابعة للحلف، مقتل …»).

    So does who leads it («كما أعلنت القوات بقيادة الحلف»).
    """
    if any(hit.entry.id == _LED for at in (i - 1, i) for hit in scene.hits.at(at, "context")):
        return True
    adjective = scene.norms[i].startswith(ARTICLE) and i not in scene.starting and scene.is_comma(i - 1)
    if not adjective or i - 1 in scene.time_before or i + 1 >= len(scene.norms):
        return False
    if not (scene.norms[i + 1].startswith(tuple(LAM)) or scene.part(i + 1) in GOVERN | PREPOSITIONS):
        return False
    end = next((at for at in range(i + 2, min(i + ASIDE, len(scene.norms) - 1)) if scene.is_comma(at)), None)
    deed = any(hit.form.pos == "masdar" for hit in scene.hits.at(i))  # «أعلنت القوات، التصدي لقذائف، …»
    if end is None or deed or scene.is_function(end + 1):
        return False
    return not is_definite(scene.norms[end + 1]) and not scene.hits.verbs(end + 1)


def is_strange_name(scene: Scene, cue: Cue, i: int) -> bool:
    """Say whether a token belongs to an unknown name behind a role («رجح الناطق، كالوي اخيلغوف ارتفاع …»)."""
    role = scene.starting.get(cue.last)
    if role is None or role.mention.kind != "person" or role.mention.proper is not None or role.entity.number != "s":
        return False
    first = role.last + 1
    words = range(first, min(first + 2, len(scene.norms)))
    known = any(hit.prefix in BARE for at in words for hit in scene.hits.at(at))
    strange = not known and not any(scene.norms[at].startswith(ARTICLE) for at in words)
    return i in words and scene.is_comma(role.last) and strange and all(map(scene.is_plain, words))


def is_issued(scene: Scene, first: int, i: int) -> bool:
    """Say whether a token belongs to a paper at `first` that somebody issued («انتقد بيان مشترك صادر عن … عملية …»)."""
    papers = [hit for hit in scene.hits.at(first, "medium") if hit.entry.flag("document") and not hit.definite]
    ends = [at for hit in papers for at in (hit.last, hit.last + 1) if scene.part(at) == "issued"]
    return any(i < at for at in ends)


def is_titled(scene: Scene, cue: Cue, i: int) -> bool:
    """Say whether a token belongs to an unknown title with its name behind the cue («انتقدت الجامعية ألفة …»)."""
    name = scene.starting.get(cue.last + 1)
    person = name is not None and name.mention.kind == "person" and name.mention.proper is not None
    return person and scene.norms[cue.last].startswith(ARTICLE) and i in {cue.last, cue.last + 1}


def names(scene: Scene, cue: Cue, noun: Noun) -> bool:
    """Say whether a mention tells who somebody before it is («أكد عضو الهيئة للشبكة محسن أبو رمضان …»).

    Of two people with names, or a body and a person, one speaks of the other («اتهم الحزب الرئيس بكذا»).
    """
    role, before = scene.starting.get(cue.last), scene.ending.get(noun.first)
    if before is not None:
        two = before.mention.kind != "person" or (before.mention.proper and noun.mention.proper)
        return not (two and cue.flag("target"))
    return noun.mention.proper is not None and role is not None and role.mention.proper is None


def is_of_office(scene: Scene, i: int) -> bool:
    """Say whether a definite word belongs to the office before it, whose name follows («أعلن مدير السهرة سامي …»)."""
    office = scene.hits.has(i - 1, "role") and not scene.norms[i - 1].startswith(ARTICLE)
    after = i + 1
    if not office or not scene.norms[i].startswith(ARTICLE) or after >= len(scene.norms):
        return False
    after += after not in scene.starting and scene.norms[after].startswith(ARTICLE)
    name = scene.starting.get(after)
    return name is not None and name.mention.kind == "person" and name.mention.proper is not None


def is_behind_name(scene: Scene, cue: Cue, i: int) -> bool:
    """Say whether a word still tells what somebody is whose name stands behind a cue («أكد سامي، كاتب عام أعوان …»).

    What he is ends at a comma, a day or a deed of his.
    """
    name = scene.starting.get(cue.last)
    if name is None or name.mention.kind != "person" or not name.last <= i <= name.last + APPOSITION:
        return False
    comma = next((at for at in range(name.first + 1, name.last + 1) if scene.is_comma(at)), None)
    if comma is None or i <= comma:
        return False
    first = comma + 1
    if name.mention.proper is None:
        return i == first and _is_of_nation(scene, i)
    called = scene.starting.get(first)
    titled = called is not None and called.mention.kind == "person" and called.mention.proper is None
    if not (titled or scene.hits.has(first, "role")) or i in scene.time_before or _is_deed(scene, i):
        return False
    return not any(scene.is_comma(at) for at in range(first, i))


def _is_of_nation(scene: Scene, i: int) -> bool:
    """Say whether an adjective of a land begins what an office is called («مدرب الفريق، البرتغالي "سيلفا" …»)."""
    nation = scene.norms[i].startswith(ARTICLE) and scene.hits.has(i, *_LANDS)
    return nation and i not in scene.starting and (i + 1 in scene.quote_at or i + 1 in scene.starting)


def _is_deed(scene: Scene, i: int) -> bool:
    """Say whether a deed stands behind something definite or a name («بلدية الميناء تعرضه للضرب»), or behind marks."""
    deed = scene.has_pronoun(i) or any(
        hit.prefix == "" and (hit.form.pos == "masdar" or hit.kind == "status_word") for hit in scene.hits.at(i)
    )
    return scene.norms[i - 1] in CLOSING or (deed and (i in scene.ending or scene.norms[i - 1].startswith(ARTICLE)))


def is_behind_bracket(scene: Scene, i: int) -> bool:
    """Say whether a definite word behind a bracket belongs to what stands before it («القوة (يونيفيل) التابعة لـ…»)."""
    after = i + 1
    if scene.norms[i - 1] != ")" or not scene.norms[i].startswith(ARTICLE) or after >= len(scene.norms):
        return False
    deed = any(hit.form.pos == "masdar" for hit in scene.hits.at(i))
    return not deed and i not in scene.starting and scene.norms[after].startswith(tuple(LAM))


def is_governed(scene: Scene, i: int, low: int) -> bool:
    """Say whether a definite word belongs to the noun behind a preposition («في ذات | الوقت», «بمواقع | التواصل»).

    No paper is such a noun («استنكرت في بيان | الهجوم»); the cue ends before token `low`.
    """
    noun = i - 1
    if noun < low or not scene.norms[i].startswith(ARTICLE):
        return False
    if scene.norms[noun].startswith(ARTICLE):
        adjective = any(hit.form.pos == "adjective" for hit in scene.hits.at(i))
        return adjective and is_governed(scene, noun, low)  # «بمواقع التواصل | الاجتماعي»
    led = noun > low and scene.part(noun - 1) in GOVERN | PREPOSITIONS
    if led and scene.part(noun) == "this":
        return True
    if not scene.is_plain(noun) or i in scene.ending or i in scene.time_before:
        return False
    if scene.has_pronoun(noun) or has_pronoun(scene.norms[noun]):
        return False
    return any(hit.prefix in BA for hit in scene.hits.at(noun)) or (led and not scene.hits.has(noun, "medium"))


def is_doing(scene: Scene, cue: Cue, i: int) -> bool:
    """Say whether a definite deed that belongs to no noun stands behind who tells of it («المدير | الإبقاء على …»)."""
    apart = (
        i in scene.ending or i in scene.time_before or scene.is_comma(i - 1) or scene.norms[i - 1].startswith(ARTICLE)
    )
    if cue.family != "verb" or i <= cue.last or not apart or i in scene.starting:
        return False
    return any(
        hit.definite and (hit.form.pos == "masdar" or hit.kind in _ABSTRACT or hit.entry.id in _DOINGS)
        for hit in scene.hits.at(i)
    )


def tells_of_paper(scene: Scene, i: int) -> bool:
    """Say whether a word may be a verb that tells of a paper before it («خلال مؤتمر صحافي عقد أمس»)."""
    at = i - 2 if scene.hits.has(i - 1, "attribute") else i - 1
    papers = [hit for hit in scene.hits.at(at, "medium") if not hit.definite]
    if not papers or i + 1 >= len(scene.norms) or scene.hits.has(i, "stance_noun"):
        return False  # «أكدت في بيان مشترك رفضها نتائج التصويت»
    if scene.norms[i + 1].startswith(ARTICLE) and i + 1 not in scene.time_at:
        return False  # «أكد في تصريح حرص القيادة على …»
    return any(hit.form.tense == "past" and not hit.prefix for hit in scene.hits.verbs(i))


def tells_of_masdar(scene: Scene, cue: Cue, i: int) -> bool:
    """Say whether a word tells of a masdar or its owner («اقتراح طهران الحالي», «انتقادا قاسيا»), or is a verb."""
    if cue.family != "masdar":
        return False
    masdar = scene.norms[cue.last - 1]
    if not cue.flag("target") and (masdar.removeprefix(AND).startswith(ARTICLE) or is_accusative(masdar)):
        return True
    if scene.norms[i].startswith(ARTICLE):
        return scene.norms[i - 1].startswith(ARTICLE) or scene.hits.has(i, "adjective", "attribute")
    return bool(scene.hits.verbs(i)) and not any(hit.form.pos == "masdar" for hit in scene.hits.at(i))


def is_affected(scene: Scene, noun: Noun) -> bool:
    """Say whether a mention is a definite plural without a name that is no subject («وجهت | المستوطنين لحمل …»)."""
    lone = noun.mention.proper is None and noun.last == noun.first + 1 and noun.entity.number == "p"
    return lone and scene.norms[noun.first].startswith(ARTICLE) and scene.norms[noun.first].endswith(OBLIQUE)
