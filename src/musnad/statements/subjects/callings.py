"""The name behind what somebody is called: unknown titles, second callings, names in marks («البائع "سالم حداد"»)."""

from dataclasses import replace

from musnad.arabic import AND, ARTICLE, LAM
from musnad.arabic.letters import ALEF, NUN, TA, WAW
from musnad.model import Span
from musnad.statements.endings import is_definite
from musnad.statements.scene import TO_THE, Scene
from musnad.statements.told import Told, told_by

SOMEBODY = ("role", "title", "body", "medium", "relation", "group")
_PLURALS = (WAW + NUN, ALEF + TA)
_PAIR = 2  # words of a name


def with_title(scene: Scene, told: Told, until: int) -> Told:
    """Return an unknown title, with its field or not, and the name behind it («المساعدة للشؤون التعليمية ليلى …»)."""
    span = told.speaker.span
    noun = scene.ending.get(told.last) or scene.ending.get(until)
    for further in (_with_first_names, with_name_in_marks, _with_calling):
        if (called := further(scene, told)) is not told:
            return called
    if noun is None or span is None or noun.mention.kind != "person" or noun.mention.proper is None:
        return told
    if noun.last == told.last:  # «قلب الدفاع السابق سامي حداد»
        named, at = told_by(noun, "subject"), noun.first
        if set(told.speaker.name.split()) <= set(noun.entity.name.split()):  # «فان | در كلاوو»
            return replace(named, speaker=replace(named.speaker, span=Span(span.start, noun.mention.span.end)))
        bare = noun.mention.proper.start == noun.mention.span.start
        while (
            bare
            and noun.last == noun.first + 1
            and scene.units.starts[at - 1] >= span.start
            and may_be_first(scene, at - 1)
        ):
            at -= 1  # «… | ريو | فرديناند»
        name = " ".join([*scene.units.surface(at, noun.first).split(), named.speaker.name] if at < noun.first else [])
        whole = replace(named.speaker, name=name or named.speaker.name, span=Span(span.start, noun.mention.span.end))
        headed = noun.mention.span.start > span.start and noun.mention.proper.end == noun.mention.span.end
        whose = scene.units.starts[at] > span.start and not _is_closed(scene, at - 1)
        body = scene.hits.has(scene.units.token_at(span.start), "body", "group")  # «فريق شكله الرئيس …»
        headed = headed and not (whose and bare) and not body  # «مكتب حداد»
        return replace(named, speaker=whole) if headed and scene.is_bare(noun) else told
    if not scene.is_bare(noun) or not _is_of_title(scene, told.last, noun.first):
        return told
    named = told_by(noun, "subject")
    return replace(named, speaker=replace(named.speaker, span=Span(span.start, noun.mention.span.end)))


def _is_closed(scene: Scene, i: int) -> bool:
    """Say whether a word takes no noun in idafa: it has the article, or a pronoun («أحد أقاربه | سالم حداد»)."""
    return scene.norms[i].startswith(ARTICLE) or (scene.has_pronoun(i) and i not in scene.ending)


def _is_of_title(scene: Scene, first: int, last: int) -> bool:
    """Say whether only the field or body of a title stands between two tokens («للشؤون التعليمية», «بحزب النور»)."""
    if first >= last:
        return False
    body = scene.starting.get(first)
    if body is not None:
        return body.last == last and not scene.is_bare(body) and body.mention.kind != "person"
    written = scene.norms[first].startswith(tuple(LAM)) and scene.hits.has(first)
    return written and all(scene.norms[i].startswith((ARTICLE, TO_THE)) for i in range(first + 1, last))


def _with_first_names(scene: Scene, told: Told) -> Told:
    """Return a person whose first name is an unknown word behind his title («الفريق صدوق | محمد حداد»)."""
    span, noun = told.speaker.span, scene.starting.get(told.last)
    if span is None or noun is None or noun.mention.kind != "person" or noun.mention.proper is None:
        return told
    first = scene.units.token_at(span.start)
    titled = told.last == first + 2 and scene.norms[first].startswith(ARTICLE) and scene.is_bare(noun)
    bare = noun.mention.proper.start == noun.mention.span.start and not scene.norms[first + 1].startswith(ARTICLE)
    if not titled or not bare:
        return told
    named = told_by(noun, "subject")
    name = f"{scene.units.surface(first + 1, first + 2).strip()} {named.speaker.name}"
    return replace(named, speaker=replace(named.speaker, name=name, span=Span(span.start, noun.mention.span.end)))


def with_name_in_marks(scene: Scene, told: Told) -> Told:
    """Return the person whose name fills the marks behind definite words («البائع المحلي "سالم حداد"»)."""
    span, last = told.speaker.span, told.last - 1
    noun = scene.ending.get(last)
    if span is None or noun is None or scene.units.is_word(last) or noun.mention.kind != "person":
        return told
    mark = noun.first - 1
    words = range(scene.units.token_at(span.start), mark)
    if noun.mention.proper is None or not words or scene.units.is_word(mark):
        return told
    if not all(scene.norms[i].startswith(ARTICLE) and scene.is_plain(i) for i in words):
        return told
    named = told_by(noun, "subject")
    return replace(named, last=told.last, speaker=replace(named.speaker, span=span))


def _with_calling(scene: Scene, told: Told) -> Told:
    """Return the person whose second calling, with his name, is joined to a first one («الجامعي والباحث سالم حداد»)."""
    span, noun = told.speaker.span, scene.starting.get(told.last)
    if span is None or noun is None or noun.mention.kind != "person" or noun.mention.proper is None:
        return told
    first = scene.units.token_at(span.start)
    lone = told.kind == "phrase" and told.last == first + 1 and scene.norms[first].startswith(ARTICLE)
    called = noun.mention.proper.start > noun.mention.span.start and scene.norms[noun.first].startswith(AND + ARTICLE)
    if not (lone and called) or noun.entity.number != "s" or scene.norms[first].endswith(_PLURALS):
        return told
    named = told_by(noun, "subject")
    return replace(named, speaker=replace(named.speaker, span=Span(span.start, noun.mention.span.end)))


def of_callings(scene: Scene, told: Told, until: int) -> Told:
    """Return the one whose name follows several callings of one person («الشاعرة والكاتبة وعضو النادي ليلى حداد»)."""
    span, at = told.speaker.span, told.last
    at += at < until and scene.part(at) == "adverb"
    noun = scene.starting.get(at)
    if span is None or noun is None or noun.last > until or noun.mention.kind != "person" or not scene.is_bare(noun):
        return told
    first = scene.units.token_at(span.start)
    nouns = (scene.starting.get(i) for i in range(first, told.last))
    callings = [one for one in nouns if one is not None and one.last <= told.last and one.mention.kind == "person"]
    single = all(one.mention.proper is None and one.entity.number == "s" for one in callings)
    if noun.mention.proper is None or not single or told.speaker.name.count("+") != len(callings) - 1:
        return told
    named = told_by(noun, "subject")
    return replace(named, speaker=replace(named.speaker, span=Span(span.start, noun.mention.span.end)))


def may_be_first(scene: Scene, i: int) -> bool:
    """Say whether a word is no noun that is known, and has nothing written onto it: it may be a first name."""
    known = scene.hits.has(i, "ordinary_word", "adjective", *SOMEBODY)
    return scene.units.is_word(i) and not known and not scene.norms[i].startswith((ARTICLE, AND))


def is_office(scene: Scene, i: int, first: int) -> bool:
    """Say whether an office that its field makes definite stands behind two words («صديق بارو مدير الميناء»)."""
    role = scene.starting.get(i)
    office = role is not None and role.mention.kind == "person" and role.mention.proper is None
    whole = role is not None and role.last > i + 1 and is_definite(scene.norms[role.last - 1])
    return office and whole and i - first >= _PAIR and scene.hits.has(i, "role")
