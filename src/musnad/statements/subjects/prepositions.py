"""Whom a preposition names: a noun phrase, the maker of a paper, or the subject of what is said."""

from dataclasses import replace

from musnad.arabic import AND, ARTICLE, LAM, SO
from musnad.lexicon import Hit
from musnad.model import Span
from musnad.statements.cues.find import Cue
from musnad.statements.endings import is_accusative
from musnad.statements.scene import Noun, Scene
from musnad.statements.steps import behind_wish, is_pronoun
from musnad.statements.subjects.companions import around, names_of, with_rest, with_second
from musnad.statements.subjects.completed import with_purpose
from musnad.statements.subjects.counted import share
from musnad.statements.subjects.descriptions import with_description
from musnad.statements.subjects.find import behind, interposed
from musnad.statements.subjects.issuers import creator
from musnad.statements.subjects.phrases import GOVERNING, governed, phrase
from musnad.statements.subjects.quoted import quoted_name
from musnad.statements.subjects.tails import with_all
from musnad.statements.told import KINDS, Told, told_by

REACH = 16  # tokens behind whom a preposition names within which his name must end
APPEARED = 6  # tokens between «ما جاء» and the paper in which it stands


def after_preposition(scene: Scene, i: int, until: int) -> Told | None:
    """Return the noun phrase behind a preposition, over «ما» and a verb of saying («وفقا لما ذكره المتحدث»)."""
    i += i + 1 in scene.quote_at and scene.norms[i] in LAM  # «وفقا لـ "الضفاف"»
    at = i
    if (whose := _sayer(scene, i, until)) is not None:
        return whose
    if scene.part(i) == "this" and i + 1 < until and scene.norms[i + 1].startswith(ARTICLE):
        paper = creator(scene, i + 1, until)
        if paper is not None:
            return paper
        same = phrase(scene, scene.units.span(i + 1, i + 2), i + 2)  # «وفقا لذات المصدر», «حسب نفس المنظمة»
        return replace(same, speaker=replace(same.speaker, basis="preposition"))
    while at < min(until, i + 3):
        made = creator(scene, at, until, [hit for hit in scene.hits.at(at, "medium") if not hit.definite])
        if made is not None:
            return made
        if (near := around(scene, at, until)) is not None:
            return near
        noun = scene.starting.get(at)
        if noun is not None and noun.mention.kind in KINDS:
            whole = _both(scene, noun, until) or with_rest(scene, told_by(noun, "preposition"), noun, until)
            return with_purpose(scene, with_description(scene, whole, until), until)
        saying = scene.is_verb(at, "cue")
        papers = () if saying or scene.is_comma(at + 2) else scene.hits.at(at, "medium")
        printer = scene.starting.get(at + 2)  # «تقرير كتبه، قبل عام، معهد الضفاف» has none
        ours = printer is not None and printer.mention.kind == "agency"  # «تقرير نشرته صحيفة الفجر»
        written = any(hit.entry.flag("document") and not (ours and not _states(hit)) for hit in papers)
        if behind_wish(scene, at + 1) or written or not (saying or scene.is_verb(at + 1, "cue")):
            break  # «عن مصدر | رفض الكشف عن هويته أن …», «بحسب دراسة | نشرت في …»
        at += 1
    if at >= until or is_pronoun(scene, at) or scene.part(at) in GOVERNING:
        return None  # «عن تصريحات أدلى بها …», «حسبما ذكروا على موقع …»
    told = quoted_name(scene, at, until) or share(scene, at, until) or governed(scene, at, until)
    papers = [hit for hit in scene.hits.at(at, "medium") if hit.entry.flag("document")]
    if told is not None and any(not (hit.definite and hit.entry.flag("counts")) for hit in papers):
        printer = scene.starting.get(told.last + 2) if scene.hits.verbs(told.last) else None
        if printer is not None and printer.mention.kind == "agency" and printer.last <= until:
            told = replace(told, last=printer.last)  # «بلاغ توصلت به الصحيفة»
        return replace(told, speaker=replace(told.speaker, basis="creator"))  # «بيان لجهات مجهولة» speaks for itself
    return told


def _states(paper: Hit) -> bool:
    """Say whether a paper is somebody's own word, whoever prints it («بيان نقلته وكالة الأنباء»)."""
    return paper.entry.text("medium") == "statement"


def _both(scene: Scene, noun: Noun, until: int) -> Told | None:
    """Return a person with others whose names «and» joins, or by the name behind a second office of his, or None."""
    told, other = names_of(scene, noun, until) or with_second(scene, noun, until), scene.starting.get(noun.last)
    if noun.mention.kind != "person" or other is None or told.last <= noun.last or scene.part(told.last) == "in":
        return None  # «مسؤولون في الوزارة وخبراء | في النقل» go on
    if _is_his(scene, noun, other, told):
        told = told_by(other, "preposition")
        span = Span(noun.mention.span.start, other.mention.span.end)
        return replace(told, speaker=replace(told.speaker, span=span))
    return replace(told, speaker=replace(told.speaker, basis="preposition")) if " + " in told.speaker.name else None


def _is_his(scene: Scene, noun: Noun, other: Noun, told: Told) -> bool:
    """Say whether a second office before a name is his who holds the first («رئيس الحزب وعضو البرلمان سامي حداد»)."""
    both = told.last == other.last and noun.mention.proper is None and other.mention.proper is not None
    alike = None in {noun.entity.gender, other.entity.gender} or noun.entity.gender == other.entity.gender
    one = noun.entity.number == other.entity.number == "s" and other.mention.kind == "person"
    called = other.mention.proper is not None and other.mention.proper.start > scene.units.starts[other.first] + 1
    return both and alike and one and called and scene.norms[other.first].removeprefix(AND) != scene.norms[noun.first]


def up_to_clause(scene: Scene, cue: Cue, told: Told, end: int) -> Told:
    """Return whom a preposition names with all that belongs to him, up to the clause that it leads into."""
    until = told.last
    while until < min(end, told.last + REACH) and until not in scene.time_at and not scene.is_own_words(until):
        if scene.is_that(until) or (scene.norms[until].startswith(SO) and scene.hits.verbs(until)):
            break
        quote = scene.short_quote(until, end)
        if quote is None and not (scene.units.is_word(until) or scene.is_comma(until)):
            break
        until = until + 1 if quote is None else scene.units.tokens_of(quote.start, quote.end)[1]
    return with_all(scene, cue, told, until)


def _sayer(scene: Scene, i: int, until: int) -> Told | None:
    """Return the subject of what is said («ما أفاد به المدير»), or whose paper it stands in («ما جاء في بيان …»)."""
    what = scene.part(i) == "what"
    whole = any(hit.entry.flag("clause") for at in (i - 1, i - 2) for hit in scene.hits.at(at, "cue_preposition"))
    at = i + 1 if what else i
    verbs = [hit for hit in scene.hits.at(at, "cue", "appearing") if hit.form.pos == "verb"]
    if not verbs or not (what or whole) or verbs[0].entry.flag("finding"):
        return None
    cue = Cue(at, verbs[0].last, Span(verbs[0].start, verbs[0].end), "verb", verbs[0])
    if verbs[0].kind == "appearing":
        paper = next((i for i in range(cue.last, min(until, cue.last + APPEARED)) if scene.part(i) == "in"), until - 1)
        return after_preposition(scene, paper + 1, until) if scene.part(paper) == "in" else None
    end = next(
        (
            i
            for i in range(cue.last, until)
            if scene.is_verb(i, "cue", "common_verb") and i not in scene.named and not behind_wish(scene, i)
        ),
        until,
    )
    told = behind(scene, cue, end) or interposed(scene, cue, end)
    if told is not None and is_accusative(scene.norms[scene.units.token_at(told.node.start)]):
        return None  # «أكد على ما طرح، مبينا …»
    return None if told is None else replace(told, speaker=replace(told.speaker, basis="preposition"))
