"""Who made a document that was told before it speaks («أصدرت الهيئة تقريرا …. وأضاف التقرير أن …»)."""

from musnad.arabic import BA, BARE, JOINED
from musnad.lexicon import Hit
from musnad.statements.scene import Noun, Scene
from musnad.statements.subjects.issuers import issued_by, named_maker
from musnad.statements.told import KINDS, Told, told_by

_SENT = frozenset({"statement", "letter"})
_ANY = "medium.document"  # «الوثيقة» may be any paper
_NAMED = 2  # sentences from a document with its maker to the same without him
_ISSUED = 4  # sentences from the verb that made a document to its next mention
_OBJECT = 14  # tokens between that verb and the document
_WRITTEN = BARE | JOINED | BA  # «بعث برسالة»


def made_before(scene: Scene, at: int) -> Told | None:
    """Return who made the document at a token, where that stood with him before, or None.

    «التقرير السنوي للهيئة», «التقرير الذي أعدته الهيئة», «أصدرت الهيئة تقريرا».
    """
    here = [hit for hit in scene.hits.at(at, "medium") if hit.entry.flag("document")]
    number, another = scene.units.sentence_of[at], False
    for hit in reversed(scene.hits.of("medium")) if here else ():
        near = number - scene.units.sentence_of[hit.first]
        if hit.first >= at or near > _ISSUED or not _is_same(hit, here[0]):
            continue
        made = named_maker(scene, hit) if near <= _NAMED and hit.entry.id == here[0].entry.id else None
        if (made := made or (None if another else _told_maker(scene, hit))) is not None:
            return made
        another = another or not (hit.definite or hit.last in scene.quote_at)  # «… بيانا. وقالت الوزارة في بيان …»
    return None


def _is_same(earlier: Hit, paper: Hit) -> bool:
    """Say whether an earlier document may be the one that speaks."""
    alike = earlier.entry.id == paper.entry.id or (paper.entry.id == _ANY and earlier.entry.flag("document"))
    sent = paper.entry.text("medium") == "statement" and earlier.entry.text("medium") in _SENT
    alike = alike or sent  # «وجهت الجمعية رسالة إلى الوزير. وقال البيان إن …»
    return alike and earlier.form.number == paper.form.number


def _told_maker(scene: Scene, paper: Hit) -> Told | None:
    """Return who made a document by the clause behind it, or by the verb of which it is the object, or None."""
    if paper.definite:
        return issued_by(scene, paper.last, scene.units.sentence(paper.first).last)
    if paper.prefix not in _WRITTEN:
        return None
    first, _ = scene.region(paper.first)
    for i in range(paper.first - 1, max(first, paper.first - _OBJECT) - 1, -1):
        verbs = [hit for hit in scene.hits.at(i, "making") if hit.form.pos == "verb" and not hit.suffix]
        if verbs and not scene.is_covered(i):
            return _subject(scene, i, paper, verbs[0])
        if scene.is_surely_verb(i) or scene.part(i) == "relative":
            return None
    return None


def _subject(scene: Scene, i: int, paper: Hit, verb: Hit) -> Told | None:
    """Return the subject of a verb of making, behind it or before it; outlets print what others made."""
    behind = scene.starting.get(i + 1)
    noun = behind if behind is not None and behind.last <= paper.first else _before(scene, i)
    if noun is None or noun.mention.kind not in KINDS or not scene.is_bare(noun, BARE | JOINED):
        return None
    printed = verb.entry.flag("prints") and noun.mention.kind == "agency"
    return None if printed else told_by(noun, "creator")


def _before(scene: Scene, i: int) -> Noun | None:
    """Return the mention right before a verb, an auxiliary aside («كانت الهيئة | قد | أصدرت»)."""
    while i and scene.part(i - 1) == "auxiliary":
        i -= 1
    return scene.ending.get(i)
