"""Which statement stands inside which, and where a statement ends because the next one of its level begins."""

from musnad.arabic import AND, CONJUNCTIONS, LAM
from musnad.lexicon import Hit
from musnad.model import Span
from musnad.statements.carried.documents import in_paper
from musnad.statements.carried.governors import subject_between
from musnad.statements.carried.history import History
from musnad.statements.content.belongings import CLOSING
from musnad.statements.content.extents import asked_before, behind_topic, fronted
from musnad.statements.cues.find import Cue
from musnad.statements.cues.states import is_state
from musnad.statements.draft import NOMINAL, SURE, Draft
from musnad.statements.endings import is_accusative
from musnad.statements.scene import Scene
from musnad.statements.told import KINDS, Told, agrees, is_loose, told_by

_REGISTER = "cue.register"
_STILL = frozenset({"what", "negation"})  # «ما زال», «لا يزال»
_LEADING = frozenset({"contrast", "auxiliary", "subordinator", "adverb", "as_for"})


def arrange(scene: Scene, drafts: list[Draft], history: History) -> None:
    """Give every draft its parent, its stops and its speaker, in order of the cues."""
    around: list[Draft] = []
    for draft in drafts:
        before: Draft | None = None
        while around and not _holds(scene, around[-1], draft, before):
            before = around.pop()
            if draft.begins > before.first:
                before.stops.append(draft.begins)
        draft.parent = around[-1] if around else None
        if draft.parent is not None and (_is_sign(draft) or _is_predicate(scene, draft.parent, draft)):
            continue
        if draft.parent is not None and draft.is_attributed and draft.first < draft.parent.first:
            draft.first, draft.start = draft.parent.first, draft.parent.start
        history.identify(scene, draft, before)
        if draft.parent is not None and _is_own(scene, draft, draft.parent):
            around.pop().stops.append(draft.begins)
            draft.parent = draft.parent.parent
        around.append(draft)
    _enclose(drafts)


def _is_own(scene: Scene, draft: Draft, outer: Draft) -> bool:
    """Say whether whoever speaks around a participle goes on in it («نددت بما وصفته بالعدوان، مؤكدة أن …»)."""
    behind = draft.family == "participle" and outer.first < draft.begins and scene.is_break(draft.begins - 1)
    apart = draft.begins in scene.within or draft.cue.is_pretext  # «يرى أنه سياسي، بحجة أن …» justifies it
    if not behind or apart or outer.is_attributed or draft.told is None or outer.told is None:
        return False
    return draft.told.speaker.name == outer.told.speaker.name


def _is_sign(draft: Draft) -> bool:
    """Say whether a present verb inside a statement tells what something shows («الزيارة …، تؤكد عمق …»)."""
    hit, opening = draft.cue.hit, draft.opening
    present = draft.family == "verb" and hit is not None and hit.form.tense == "present"
    return present and draft.told is None and opening is not None and opening.by == "object"


def _is_predicate(scene: Scene, outer: Draft, draft: Draft) -> bool:
    """Say whether a participle is what a clause says of its topic («إن المدن، رغم التقدم، مطالبة برفع …»)."""
    sure = draft.opening is not None and draft.opening.by in SURE
    return draft.family == "participle" and not sure and _wants_predicate(scene, outer, draft)


def interrupt(scene: Scene, drafts: list[Draft]) -> None:
    """End contents before a verb of saying behind a mark that has no content of its own.

    It is past and has «و» («…، وقال …»), or stands behind a word like «while» («…، بينما تنفي السلطات ذلك»).
    """
    made = {draft.cue.first for draft in drafts}
    beside: dict[int, list[Draft]] = {}
    for draft in drafts:
        beside.setdefault(scene.units.sentence_of[draft.first], []).append(draft)
    for hit in scene.hits.of("cue"):
        stop = None if hit.suffix or hit.first in made else _interrupts(scene, hit)
        if stop is None:
            continue
        speech, cue = scene.within.get(stop), Cue(hit.first, hit.last, Span(hit.start, hit.end), hit.form.pos, hit)
        for draft in beside.get(scene.units.sentence_of[stop], []):
            whose = not draft.is_attributed and draft.told is not None and agrees(cue, draft.told)
            whose = whose or hit.form.pos == "verb"
            if (
                draft.first < stop < draft.limit
                and (speech is None or speech is scene.within.get(draft.first))
                and whose
            ):
                draft.stops.append(stop)


def _interrupts(scene: Scene, hit: Hit) -> int | None:
    """Return where somebody goes on beside what was said: at a verb with «و», at a «بينما» before it, or None.

    Whoever spoke does in a participle («…، مثمنا جهود العاملين»).
    """
    if hit.form.pos == "participle":
        if hit.entry.id == _REGISTER:
            return None  # «إن الإنتاج ارتفع، مسجلا نموا …»
        return hit.first if is_accusative(scene.norms[hit.first]) and _is_apart(scene, hit) else None
    if hit.form.pos != "verb":
        return None
    if hit.form.tense == "past" and hit.prefix == AND and hit.entry.flag("utters"):
        return hit.first if scene.is_break(hit.first - 1) else None
    lead = scene.lead(hit.first - 1)
    if hit.prefix or lead is None or not lead.entry.flag("apart") or not scene.is_break(lead.first - 1):
        return None
    return lead.first if hit.entry.flag("denial") or scene.part(hit.last) == "this" else None


def _is_apart(scene: Scene, hit: Hit) -> bool:
    """Say whether a participle stands behind a comma, or with its object behind a word that it tells nothing of."""
    if scene.is_comma(hit.first - 1):
        return True
    if not hit.first or hit.last >= len(scene.norms):
        return False
    before, governed = hit.first - 1, scene.is_plain(hit.last) or scene.part(hit.last) == "what"
    free = hit.first in scene.time_before or (scene.is_plain(before) and not scene.hits.verbs(before))
    free = free and scene.part(before - 1) not in _STILL
    return free and governed and not hit.entry.flag("needs_addressee") and is_state(scene, hit, None)  # not «مبلغا»


def _enclose(drafts: list[Draft]) -> None:
    """Put statements into the clause that a preposition behind them attributes («قال …، وفقا لبيان الوزارة»)."""
    for i, outer in enumerate(drafts):
        if not outer.is_attributed or outer.limit > outer.cue.first or outer.parent is not None:
            continue
        for draft in drafts[:i]:
            if draft.parent is None and outer.first <= draft.begins and draft.first < outer.limit:
                draft.parent = outer


def _holds(scene: Scene, outer: Draft, draft: Draft, before: Draft | None) -> bool:
    """Say whether a statement holds the one of a later cue, rather than ending before it."""
    if outer.first <= draft.begins and _is_quoted(scene, outer, draft.cue.first):
        return True
    if draft.begins < outer.first or draft.begins >= outer.limit:
        return _around(scene, outer, draft) or _holds_behind(scene, outer, draft)
    inner = scene.region(draft.cue.first)[1] < outer.limit and scene.within.get(draft.cue.first) is not None
    if draft.cue.is_pretext or inner:
        return True  # «قال إن البلدية رفضت الطلب بحجة أنه ناقص»
    if outer.family in {"preposition", "answer"}:
        return outer.first < outer.cue.first or _holds_led(scene, outer, draft)
    if draft.family != "preposition" and _wants_predicate(scene, outer, draft):
        return True
    if draft.family == "participle":
        return _holds_participle(scene, outer, draft, before)
    if draft.family == "colon" or (draft.family == "masdar" and draft.begins == draft.cue.first):
        return True  # a masdar that a verb carries stands where its verb does
    if draft.family == "preposition" and draft.resumed is not None and draft.first >= outer.first:
        return True  # «قال إن المعهد، وفق دراسة، يتكلف …»
    if draft.is_attributed and draft.family == "verb" and draft.first <= outer.cue.first:
        return not _is_beside(scene, draft)
    if draft.family in {"preposition", "document"}:
        return draft.begins == draft.cue.first <= outer.first + 1  # «ذكرت مصادر أنه وفقا لشهود، فإن …»
    if before is not None and before.parent is outer and _continues(scene, draft, before):
        return True
    return not _coordinate(scene, draft, outer)


def _is_beside(scene: Scene, draft: Draft) -> bool:
    """Say whether «كما» attributes a whole sentence («وقال الوزير إن …، كما ذكرت الوزارة»), and not a part of it.

    A mark stands before it, or an outlet behind it («قال إن الأموال بلغت مليارا كما أعلنت الحكومة»).
    """
    marked = scene.is_break(draft.limit) or scene.norms[draft.limit - 1] in CLOSING
    return marked or (draft.told is not None and draft.told.kind == "agency")


def _wants_predicate(scene: Scene, outer: Draft, draft: Draft) -> bool:
    """Say whether of a clause only its topic stands before a later cue («إنه في الوقت الذي يشير …، فإن …»)."""
    if outer.opening is None or outer.opening.by != "that" or outer.opening.speech is not None:
        return False
    behind = behind_topic(scene, outer.first)
    bare = behind + 1 == draft.begins and scene.is_comma(behind) and not scene.norms[draft.begins].startswith(AND)
    return bare or behind >= draft.begins  # «قالت إن الرئيس، سامي حداد، أبلغ …»


def _is_quoted(scene: Scene, outer: Draft, i: int) -> bool:
    """Say whether a token stands between the two marks of the quotation that a content opens with."""
    speech = None if outer.opening is None else outer.opening.speech
    return speech is not None and speech.inner <= i < speech.inner_last and speech.first in scene.quote_at


def _holds_participle(scene: Scene, outer: Draft, draft: Draft, before: Draft | None) -> bool:
    """Say whether the speaker inside a statement goes on in a participle, and not the one around him."""
    inner = _inner_speaker(before, outer, draft)
    if inner is not None and agrees(draft.cue, inner):
        if _adds(outer, draft, before):
            return False
        # it goes on with what the inner speaker says, or the paper around him
        return not in_paper(scene, outer) or _is_quoted_on(before, draft)
    if draft.cue.flag("continues"):
        return False
    if _is_of(outer, draft) or (outer.parent is not None and _is_of(outer.parent, draft)):
        return False
    sure = draft.opening is not None and draft.opening.by in SURE
    clause = outer.opening is None or outer.opening.by not in NOMINAL
    return not sure or (clause and _goes_with_inner(scene, outer, draft))  # «أكد المصدر …، لافتا إلى أن …»


def _inner_speaker(before: Draft | None, outer: Draft, draft: Draft) -> Told | None:
    """Return who speaks inside an outer statement and may go on in a participle, or None.

    Nobody does for whom only a masdar tells that, unless a verb carries that and he is a person («أعرب عن تخوفه من …،
    قائلا إن …», «أكد أن المركز وجه الدعوة إلى …، مفيدا بأن …»), or the participle cannot go on with the outer speaker.
    """
    if before is None or before.parent is not outer or before.told is None:
        return None
    alone = before.begins == before.cue.first and _is_of(outer, draft)  # «أكد أن إعلان الوزير عن …، مضيفا أن …»
    thing = before.family == "masdar" and (before.cue.suffixed or before.told.kind != "person" or alone)
    return None if thing else before.told


def _holds_led(scene: Scene, outer: Draft, draft: Draft) -> bool:
    """Say whether the clause that a preposition leads into holds a later cue (not «بحسب مصدر، …، لكن الوزارة نفت»)."""
    if outer.family != "preposition":
        return True
    if scene.part(draft.begins - 1) == "contrast" and draft.told is not None:
        return False
    apart = scene.is_break(draft.begins - 1) or is_accusative(scene.norms[draft.begins])
    if draft.family == "participle" and apart and _is_of(outer, draft):
        person = outer.told is not None and outer.told.kind == "person"
        nouns = [scene.starting[i] for i in (outer.first, outer.first + 1) if i in scene.starting]
        if person and not any(noun.mention.kind == "person" for noun in nouns):
            return False  # «وبحسب المشرف فإن الفريق يسعى …، مشيرا إلى أن …»
        return _goes_with_inner(scene, outer, draft)
    return not (scene.is_that(outer.first - 1) and _is_new(scene, draft, outer))  # «وفقا …، فإن …، وأكد …»


def _holds_behind(scene: Scene, outer: Draft, draft: Draft) -> bool:
    """Say whether a statement that goes on behind an aside holds a cue there, and not another clause of its level."""
    if outer.resumed is None or not outer.resumed[0] < draft.begins < outer.resumed[1]:
        return False
    if draft.family == "participle" and not scene.units.is_word(draft.begins - 1) and _is_of(outer, draft):
        return False
    if draft.family == "preposition" and draft.first <= outer.first:
        return False  # «…، وفق الوكالة، …، وفق ما أكده الوزير»
    return draft.family != "verb" or not _coordinate(scene, draft, outer)


def _goes_with_inner(scene: Scene, outer: Draft, draft: Draft) -> bool:
    """Say whether somebody in the clause of a preposition goes on in a participle («بحسب البيان عرض الوزير …، مطالبا»).

    Else whoever the preposition names does («وبحسب الشرطة فإن …، مضيفة أن …»).
    """
    nouns = (scene.starting[i] for i in (outer.first, outer.first + 1) if i in scene.starting)
    return any(noun.mention.kind in KINDS - {"place"} and agrees(draft.cue, told_by(noun, "")) for noun in nouns)


def _adds(outer: Draft, draft: Draft, before: Draft | None) -> bool:
    """Say whether somebody adds to his words, and not to what he tells of («قال … إن الوزير شدد على …، مضيفا أن …»)."""
    goes_on = draft.cue.flag("continues") and outer.cue.flag("utters")
    told_of = before is not None and not before.cue.flag("utters")
    return goes_on and told_of and outer.told is not None and agrees(draft.cue, outer.told)


def _is_quoted_on(before: Draft | None, draft: Draft) -> bool:
    """Say whether somebody whose words are quoted goes on in quotation marks («غرد بالقول "…"، مضيفا "…"»)."""
    openings = (draft.opening, None if before is None else before.opening)
    return all(opening is not None and opening.speech is not None for opening in openings)


def _is_of(outer: Draft, draft: Draft) -> bool:
    """Say whether a participle can go on with whoever makes an outer statement, or nobody is known to make that."""
    return outer.told is None or agrees(draft.cue, outer.told)


def _is_new(scene: Scene, draft: Draft, outer: Draft) -> bool:
    """Say whether a verb with its own subject goes on beside what a preposition led into («…، وأكد الوزير أن …»)."""
    joined = draft.begins == draft.cue.first and draft.cue.hit is not None and draft.cue.hit.prefix == AND
    told = _is_behind(draft) or (draft.told is not None and draft.told.speaker.basis == "subject")
    told = told or scene.hits.has(draft.cue.last, "medium")  # «…، وأضاف البيان أن …»
    return (
        draft.family == "verb" and joined and told and scene.is_break(draft.begins - 1) and draft.begins > outer.first
    )


def _continues(scene: Scene, draft: Draft, before: Draft) -> bool:
    """Say whether a verb goes on with the inner speaker: led by a subordinator, or joined to him without a mark."""
    if scene.part(draft.begins - 1) == "subordinator":
        return True
    joined = draft.begins == draft.cue.first and draft.cue.hit is not None and draft.cue.hit.prefix == AND
    joined = joined or (
        draft.family == "masdar" and scene.norms[draft.begins].startswith(AND)
    )  # «…، وقدم له الدعوة إلى …»
    wished = draft.opening is not None and draft.opening.by in NOMINAL and _is_topic(scene, before)
    many = draft.cue.hit is not None and draft.cue.hit.form.number == "p" and _is_of_many(before)
    loose = joined and not many and draft.told is None and (not scene.is_break(draft.begins - 1) or wished)
    return loose and before.told is not None and agrees(draft.cue, before.told)


def _is_of_many(inner: Draft) -> bool:
    """Say whether a plural verb fits the people around an inner statement better than the one body in that."""
    outer = None if inner.parent is None else inner.parent.told
    return outer is not None and inner.told is not None and outer.number != "s" and inner.told.number == "s"


def _is_topic(scene: Scene, inner: Draft) -> bool:
    """Say whether what is said begins with whoever makes an inner statement («قال … إن الرئيس رحب بـ…، وطلب …»)."""
    topic = None if inner.parent is None else scene.starting.get(inner.parent.first)
    return topic is not None and inner.told is not None and inner.told.speaker.entity == topic.entity.id


def _around(scene: Scene, outer: Draft, draft: Draft) -> bool:
    """Say whether a statement that begins earlier still reaches over a cue: a quotation over several sentences."""
    speech = outer.opening.speech if outer.opening is not None else None
    return speech is not None and draft.cue.first < (speech.last if speech.first in scene.quote_at else outer.limit)


def _turns_present(draft: Draft, outer: Draft) -> bool:
    """Say whether a present verb follows a past one, which whoever speaks would hardly do."""
    hit, other = draft.cue.hit, outer.cue.hit
    if outer.opening is None or outer.opening.by not in SURE:
        return False  # «أكدت الوزارة انسحابهم وتشير إلى …»
    return hit is not None and other is not None and (hit.form.tense, other.form.tense) == ("present", "past")


def _goes_on(scene: Scene, draft: Draft) -> bool:
    """Say whether a present verb with «ل» tells what the speaker says next («أعلنت أنها …، لتوضح أن …»)."""
    hit, opening = draft.cue.hit, draft.opening
    purpose = hit is not None and hit.prefix in LAM and hit.form.tense == "present"
    return purpose and opening is not None and opening.by in SURE and scene.is_comma(draft.begins - 1)


def _is_inner(scene: Scene, i: int) -> bool:
    """Say whether an auxiliary stands amid its clause, behind its subject («أن المتهم … قد اعترف»)."""
    return scene.part(i) == "auxiliary" and not scene.norms[i].startswith(AND) and scene.units.is_word(i - 1)


def _is_slip(scene: Scene, draft: Draft, outer: Draft) -> bool:
    """Say whether only a body can be meant that a verb disagrees with («أعلنت قيادة الجيش …، وقال إن …»)."""
    if outer.told is None or not is_loose(outer.told) or draft.told is not None or not draft.is_sure:
        return False
    joined = draft.cue.hit is not None and bool(draft.cue.hit.prefix)
    return joined and subject_between(scene, outer.first, draft.cue.first) is None


def _is_behind(draft: Draft) -> bool:
    """Say whether the speaker of a verb stands behind it, however he was found («وقالت سلمى من شركة الضفاف إن …»)."""
    span = None if draft.told is None else draft.told.speaker.span
    return draft.family == "verb" and span is not None and span.start >= draft.cue.span.end


def _is_main(scene: Scene, draft: Draft, outer: Draft) -> bool:
    """Say whether a verb is that of the sentence («وردا على سؤال عن الحملة التي أعلن الوزير عنها قال حداد …»).

    Before it stands only what leads to it, and in that the relative clause of the outer cue.
    """
    hit, told = draft.cue.hit, draft.told
    past = draft.family == "verb" and hit is not None and hit.form.tense == "past" and draft.cue.flag("utters")
    own = told is not None and told.speaker.basis == "subject" and scene.part(draft.begins - 1) != "relative"
    if not (past and own) or scene.part(outer.cue.first - 1) != "relative":
        return False
    return not any(scene.is_surely_verb(i) for i in range(scene.region(outer.cue.first)[0], outer.cue.first))


def _coordinate(scene: Scene, draft: Draft, outer: Draft) -> bool:
    """Say whether the clause of a verb stands beside an outer content: joined to it, or after a mark."""
    at = draft.begins
    if at == outer.first or (at > outer.first and all(scene.part(i) == "auxiliary" for i in range(outer.first, at))):
        return False
    hit = draft.cue.hit
    prefix = hit.prefix if hit is not None else ""
    joined = at == draft.cue.first and prefix != "" and prefix in CONJUNCTIONS
    joined = joined or (at == draft.cue.first and scene.norms[at - 1] == AND and scene.is_break(at - 2))
    if at < draft.cue.first:
        joined = scene.norms[at].startswith(tuple(c for c in CONJUNCTIONS if c)) and scene.is_break(at - 1)
    joined = joined or _goes_on(scene, draft)
    lead = scene.lead(at - 1)
    part = None if lead is None else lead.entry.text("part")
    led = (part in _LEADING and not _is_inner(scene, at - 1)) or scene.contrasts(at) or at in scene.opened
    if lead is not None and part == "adverb" and lead.first < at - 1:
        led = scene.is_break(lead.first - 1)  # «، من جهته أكد …», not «عادت من جديد لتقول …»
    led = led or fronted(scene, outer.first, at - 1) is not None or asked_before(scene, outer.first, at) is not None
    if not joined and not led and not scene.is_break(at - 1):
        return _is_main(scene, draft, outer)
    basis = None if draft.told is None else draft.told.speaker.basis
    past = part == "auxiliary" and scene.norms[at - 1].startswith(AND) and hit is not None and hit.form.tense == "past"
    turned = part in {"contrast", "as_for"} and basis == "subject_before"  # «…، لكن متحدثا باسمها رد بأن …»
    turned = turned or (past and basis in {"subject_before", "phrase"})  # «… وكانت النقابة قد نفت …»
    own = basis == "subject" or turned or ((joined or led) and _is_behind(draft))
    adds = draft.cue.flag("continues")  # «…، قبل أن يضيف أن …»
    if lead is not None and part == "subordinator" and (draft.cue.suffixed or not (adds or lead.entry.flag("apart"))):
        return False  # «فيما وصفه بـ…», «…، حينما دعا إلى …», «… لأن الوزير أكد …»
    agreed = outer.told is None or agrees(draft.cue, outer.told) or _is_slip(scene, draft, outer)
    if joined and not own and not scene.is_break(at - 1) and _turns_present(draft, outer):
        return False  # «وذكر الطبيب أن المريض كان يتألم ويصر على …»
    if joined or led:
        return own or agreed
    opening = draft.opening
    if opening is None:
        return False
    quoted = opening.by == "quote" and opening.at == draft.cue.last  # «…، تقول "…"»
    nominal = outer.opening is not None and outer.opening.by in NOMINAL
    own = own or (nominal and hit is not None and hit.form.tense == "past" and _is_behind(draft))
    return (own and (nominal or opening.by in SURE)) or (quoted and agreed)
