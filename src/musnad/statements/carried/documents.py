"""Papers that speak, and statements that stand in a paper."""

from musnad.statements.draft import Draft
from musnad.statements.scene import LONGEST_NAME, Scene
from musnad.statements.told import BODIES, Told

REPORT = "report"


def in_paper(scene: Scene, draft: Draft, *, printed: bool | None = None) -> bool:
    """Say whether a statement stands in a paper that its clause names («أفادت الرئاسة، في بيان، أن …، مضيفا أن …»).

    `printed` says whether reports are meant, or anything but reports; None means any. What follows agrees with the
    paper, or with its maker; whom a known paper quotes did not make it.
    """
    made = draft.told is not None and draft.told.kind in BODIES
    end = draft.first
    if draft.family == "preposition" and draft.told is not None:  # «حسبما أفاد به بيان للوزارة»
        end = scene.units.token_at(draft.told.node.start)
    papers = [hit for i in range(draft.cue.last, end) for hit in scene.hits.at(i, "medium")]
    papers = [hit for hit in papers if not hit.entry.flag("counts")]
    papers = [hit for hit in papers if printed is None or (hit.entry.text("medium") == REPORT) == printed]
    return any(hit.entry.flag("document") and (made or not hit.definite) for hit in papers)


def is_document(scene: Scene, told: Told) -> bool:
    """Say whether a subject is a document named before («البيان»), which speaks for whoever made it."""
    span = told.speaker.span
    if span is None or told.kind != "phrase":
        return False
    if told.speaker.basis == "document":
        return True
    first, last = scene.units.tokens_of(span.start, span.end)
    papers = [hit for hit in scene.hits.at(first, "medium") if hit.entry.flag("document") and hit.last == last]
    return any(not (hit.definite and hit.entry.flag("counts")) for hit in papers)


def is_definite_paper(scene: Scene, told: Told) -> bool:
    """Say whether a subject is a paper that was told before («التقرير»)."""
    span = told.speaker.span
    return span is not None and any(hit.definite for hit in scene.hits.at(scene.units.token_at(span.start), "medium"))


def in_title(scene: Scene, i: int, last: int) -> bool:
    """Say whether a title or several words in marks hold a noun, and not what follows («تحت عنوان "…" كتبت تقول»)."""
    speech = scene.within.get(i)
    if speech is None or scene.within.get(last) is speech:
        return False
    return speech.inner_last - speech.inner > LONGEST_NAME or scene.is_title(speech.first)


def is_in_general(scene: Scene, at: int) -> bool:
    """Say whether papers are meant of which none was told before («وتشير الدراسات إلى أن …»)."""
    here = [hit for hit in scene.hits.at(at, "medium") if hit.entry.flag("document")]
    if not here or here[0].form.number != "p":
        return False
    number = scene.units.sentence_of[at]
    for hit in scene.hits.of("medium"):
        if hit.first >= at:
            break
        near = number - scene.units.sentence_of[hit.first] <= 1 and hit.entry.flag("document")
        if near or hit.entry.id == here[0].entry.id:
            return False  # «وفقا لأرقام الهيئة، …. وأظهرت البيانات أن …»
    return True


def is_passing(scene: Scene, draft: Draft) -> bool:
    """Say whether a paper is only mentioned: a verb stands right behind it («تقارير تحدثت عن …»), «بحسب» before it.

    Whoever says it by a verb of his own is not («بحسب ما أكده خال الضحية. وأضاف …»).
    """
    told = draft.told
    if told is not None and told.kind == "phrase" and draft.family == "preposition":
        return not _has_verb(scene, draft, told)
    if told is None or told.last != draft.cue.first or not is_document(scene, told):
        return False
    return told.speaker.basis == "phrase" and not is_definite_paper(scene, told)


def _has_verb(scene: Scene, draft: Draft, told: Told) -> bool:
    """Say whether a verb stands between a preposition and whoever it names («وفق ما أكده خال الضحية»)."""
    return any(scene.is_verb(i, "cue") for i in range(draft.cue.last, scene.units.token_at(told.node.start)))
