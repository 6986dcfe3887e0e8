"""Cues that share one content: which of them is the cue, and who passes on the words of whom."""

from musnad.statements.cues.find import Cue
from musnad.statements.draft import Draft
from musnad.statements.scene import DASHES, Scene
from musnad.statements.told import Told

RELATED = 4  # tokens between a relative pronoun and its verb
SOURCE = 4  # tokens between whoever passes on words and the preposition that names their source


def without_relays(scene: Scene, found: list[Draft]) -> list[Draft]:
    """Join two cues of one content: «نقلت … عن … قوله», «مضى بالقول», «علق … قائلا».

    The later one is the cue; the earlier verb tells who speaks, or through whom it came.
    """
    kept: list[Draft] = []
    for draft in found:
        last = kept[-1] if kept else None
        if last is not None and _share(last, draft) and _is_aside(scene, draft):
            continue  # «القوة التي تعتبر …، أن …» goes on with what stands around it
        if last is not None and _share(last, draft) and draft.agentless and draft.family == "verb":
            continue  # «أظهرت دراسة نُشرت اليوم أن …»
        if last is not None and _share(last, draft) and _tells_of_paper(last, draft):
            continue
        if last is not None and last.family == "participle" and draft.family == "masdar" and last.first == draft.first:
            continue  # «مضيفا بالقول: …»
        if last is not None and _share(last, draft) and _is_of_journey(scene, last, draft):
            continue
        if last is not None and _share(last, draft) and _is_told_within(kept, draft):
            kept.pop()
            last = None
        if last is not None and _share(last, draft) and _turns_to(scene, last, draft):
            kept.pop()
            last = None
        joins = draft.family in {"masdar", "participle"} or (last is not None and _announces(scene, last.cue))
        if last is not None and not joins and _share(last, draft) and (_owns(scene, draft) or _is_shown(last, draft)):
            kept.pop()
        if last is not None and joins and _share(last, draft):
            told = None if _is_cue(last.told, draft.cue) or _is_other(last, draft) else last.told
            draft.told, draft.relayed_by, draft.begins = told or draft.told, last.relayed_by, last.begins
            draft.bearer = last.bearer
            kept.pop()
        kept.append(draft)
    return kept


def _tells_of_paper(last: Draft, draft: Draft) -> bool:
    """Say whether a verb only tells of the paper that speaks («أظهرت دراسة نشرت اليوم أن …»), or of the occasion.

    «أضاف ردا على سؤال عن شتائم نسبت إليه: "…"».
    """
    told, weak = last.told, draft.family == "verb" and draft.cue.flag("weak")
    paper = told is not None and told.kind == "phrase" and told.last == draft.cue.first
    return weak and (paper or (draft.told is None and last.cue.flag("utters")))


def _is_other(last: Draft, draft: Draft) -> bool:
    """Say whether a masdar has a speaker of its own, whose words a verb judges («نفى ادعاء النائب بأنه …»)."""
    named = draft.told is not None and draft.told.speaker.basis == "subject" and not draft.cue.suffixed
    return named and draft.family == "masdar" and last.cue.flag("denial")


def _is_told_within(kept: list[Draft], draft: Draft) -> bool:
    """Say whether the verb before a participle is a deed that is told («أبرزت أنها سجلت حالات …، مبينة أن …»)."""
    verb, outer = kept[-1], kept[-2] if len(kept) > 1 else None
    within = outer is not None and outer.first <= verb.begins < outer.limit
    return within and draft.family == "participle" and verb.cue.flag("weak")


def _is_of_journey(scene: Scene, last: Draft, draft: Draft) -> bool:
    """Say whether a participle only tells what its subject did as he spoke («قال، متوجها إلى مصر، إن …»)."""
    opening = draft.opening
    apart = opening is not None and opening.at > draft.cue.last and scene.is_comma(opening.at - 1)
    return draft.family == "participle" and apart and last.cue.flag("utters")


def _announces(scene: Scene, cue: Cue) -> bool:
    """Say whether a verb only tells of the words that a later one brings («نقلت عنه …», «أكد ذلك …، حيث كتب: …»)."""
    return cue.flag("relays") or scene.part(cue.last) == "this"


def _turns_to(scene: Scene, last: Draft, draft: Draft) -> bool:
    """Say whether a contrast turns from a verb that passes on to another speaker («نسب إليه …، لكن الوزير قال …»)."""
    turns = any(scene.part(i) == "contrast" for i in range(last.cue.last, draft.begins + 1))
    return turns and draft.family == "verb" and draft.told is not None and last.cue.flag("relays")


def _owns(scene: Scene, draft: Draft) -> bool:
    """Say whether a relative verb has the content right behind it, and no verb before it («… التي اعتبروا أنها …»)."""
    opening = draft.opening
    return opening is not None and opening.at == draft.cue.last and scene.part(draft.cue.first - 1) == "relative"


def _is_shown(last: Draft, draft: Draft) -> bool:
    """Say whether a verb that often says nothing has an object of which another one tells («عرض صورا قال إنها …»)."""
    return last.cue.flag("weak") and draft.family == "verb" and not draft.cue.flag("weak")


def _is_aside(scene: Scene, draft: Draft) -> bool:
    """Say whether a verb belongs to a relative clause that is over before the content begins.

    A comma closes it, or something else of its own («قال التجار الذين تحدثوا للصحيفة إن …»).
    """
    opening = draft.opening
    back = range(draft.cue.first - 1, max(0, draft.cue.first - RELATED) - 1, -1)
    near = next((scene.part(i) for i in back if scene.part(i) == "relative" or scene.is_break(i)), None)
    relative = draft.family == "verb" and near == "relative" and scene.norms[draft.cue.last] not in DASHES
    return relative and opening is not None and (scene.is_comma(opening.at - 1) or opening.at > draft.cue.last)


def _is_cue(told: Told | None, cue: Cue) -> bool:
    """Say whether what was taken for the subject of an earlier verb is the cue itself («جدد التأكيد أن …»)."""
    return (
        told is not None
        and told.speaker.span is not None
        and told.speaker.span.start <= cue.span.start < told.speaker.span.end
    )


def _share(last: Draft, draft: Draft) -> bool:
    """Say whether two cues bring the same content."""
    return last.family == "verb" and last.first == draft.first and draft.cue.first < draft.first


def without_asides(scene: Scene, found: list[Draft]) -> list[Draft]:
    """Leave out «… على حد قوله» behind a statement in its sentence: it says again who speaks, and ends what he says."""
    kept: list[Draft] = []
    for draft in found:
        last = kept[-1] if kept else None
        aside = draft.family == "preposition" and draft.cue.flag("pronoun")
        if aside and last is not None and scene.region(last.first) == scene.region(draft.cue.first):
            _stop(scene, kept, draft)
            continue
        kept.append(draft)
    return kept


def _stop(scene: Scene, kept: list[Draft], aside: Draft) -> None:
    """End at an aside all statements of its sentence before it, those around the last one too, or go on behind it."""
    for draft in reversed(kept):
        if scene.region(draft.first) != scene.region(aside.cue.first):
            return
        draft.stops.append(aside.begins)
        draft.resumed = draft.resumed or aside.resumed


def with_sources(found: list[Draft]) -> list[Draft]:
    """Make a preposition that leads into a statement its relay: «ووفقا لصحيفة …، قال الوزير», «قال، بحسب …، إن».

    One that follows another names the source of that («بحسب الوكالة، نقلا عن مصدر»).
    """
    kept: list[Draft] = []
    for i, draft in enumerate(found):
        following = found[i + 1] if i + 1 < len(found) else None
        led = kept[-1] if kept and kept[-1].cue.last <= draft.cue.first < kept[-1].first else None
        if led is None and following is not None and following.family == "verb" and following.begins == draft.first:
            led = following
        if draft.family == "preposition" and kept and _is_source_of(kept[-1], draft):
            _name_source(kept[-1], draft)
        elif draft.family != "preposition" or draft.told is None or led is None:
            kept.append(draft)
        elif led.told is not None and (draft.cue.flag("relays") or _is_voice(led.told, draft)):
            led.relayed_by, led.told = led.told, draft.told  # «قالت الصحيفة نقلا عن مصدر إن …»
        elif led.relayed_by is None:
            led.relayed_by = draft.told
    return kept


def _is_source_of(last: Draft, draft: Draft) -> bool:
    """Say whether a preposition tells from whom the one right before it had the words («بحسب …، نقلا عن …»)."""
    told = last.told
    if told is None or draft.told is None or not draft.cue.flag("relays") or not last.is_attributed:
        return False
    return told.last <= draft.cue.first <= told.last + SOURCE and draft.is_attributed


def _name_source(last: Draft, draft: Draft) -> None:
    """Give a statement the source of whoever a preposition or «كما» names; an outlet passes on whom no outlet names."""
    source, told = draft.told, last.told
    passed_by = source if _is_outlet(source) and not _is_outlet(told) else told
    last.told, last.relayed_by = (told if passed_by is source else source), passed_by
    if last.resumed is not None and last.resumed[0] <= draft.cue.first < last.resumed[1]:
        last.resumed = draft.resumed


def _is_outlet(told: Told | None) -> bool:
    return told is not None and told.kind == "agency"


def _is_voice(told: Told, draft: Draft) -> bool:
    """Say whether an outlet tells what somebody said («أورد الموقع على لسان الوزير أن …»)."""
    return draft.cue.flag("quoted") and _is_outlet(told) and not _is_outlet(draft.told)
