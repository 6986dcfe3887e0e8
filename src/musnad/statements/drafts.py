"""Find the statements in the making: cues that have a content, with the subject that stands beside them."""

from dataclasses import replace

from musnad.arabic import AND, ARTICLE, BA, CONJUNCTIONS, LAM
from musnad.arabic.letters import ALEF, ALEF_MAQSURA, DAMMA, HA, TA
from musnad.statements.attributions import REACH, according, as_said, quoted_before
from musnad.statements.colons import answer, headline
from musnad.statements.content.antecedents import antecedent
from musnad.statements.content.later_deeds import is_told
from musnad.statements.content.openings import Opening, opening_of
from musnad.statements.content.phrase_ends import SAY
from musnad.statements.content.unmarked import reported, unmarked
from musnad.statements.cues.blaming import is_blaming, is_liability
from musnad.statements.cues.find import Cue, cues_of
from musnad.statements.draft import SURE, Draft
from musnad.statements.relays import with_sources, without_asides, without_relays
from musnad.statements.scene import SHORT, Scene
from musnad.statements.speaking import (
    PASSIVE,
    holds_content,
    is_anybody,
    is_held,
    is_passive,
    is_sign,
    is_silent,
    is_thing,
    is_topic,
    speaks,
)
from musnad.statements.steps import GOVERN, behind_governed, is_pronoun
from musnad.statements.subjects.beside import subject
from musnad.statements.subjects.companions import press
from musnad.statements.subjects.find import behind, carrier
from musnad.statements.subjects.fronted import head_of_clause, opened
from musnad.statements.subjects.issuers import creator
from musnad.statements.subjects.phrases import GOVERNING, phrase
from musnad.statements.subjects.preceding import before
from musnad.statements.subjects.prepositions import after_preposition, up_to_clause
from musnad.statements.subjects.relatives import SOURCES, goes_on, means_another, means_thing, related
from musnad.statements.subjects.scripture import handed_down, scripture
from musnad.statements.told import Told, agrees
from musnad.statements.unsaid import is_greeting, says_nothing

DEED = 12  # tokens of a deed that tells how somebody comes to say something
TOPIC = 8  # tokens of a topic that its verb of saying parts from the rest
ADDRESSED = 4  # tokens between a masdar that a verb carries and its content
CONFESS = "cue.confess"

_WHOLE = {"colon": headline, "answer": answer, "preposition": according}  # cues whose content is found with them


def drafts_of(scene: Scene) -> list[Draft]:
    """Return a draft for every cue that has a content, in order of the cues."""
    found: list[Draft] = []
    for readings in cues_of(scene):
        draft = next((d for cue in readings if (d := _draft(scene, cue)) is not None), None)
        if draft is not None:
            found.append(draft)
    found = [draft for draft in found if not _gives(scene, draft, found)]
    found = with_sources(without_relays(scene, found))
    for i, draft in enumerate(found):
        if _only_told(scene, draft) and i and scene.region(found[i - 1].first) == scene.region(draft.cue.first):
            found[i - 1].stops.append(draft.cue.first)
    return without_asides(scene, [draft for draft in found if not _only_told(scene, draft)])


def _only_told(scene: Scene, draft: Draft) -> bool:
    """Say whether a deed was told in somebody's name and no words are quoted («ردت على لسان المتحدثة باسمها»)."""
    return draft.cue.flag("quoted") and draft.limit not in scene.speech_before


def _gives(scene: Scene, draft: Draft, found: list[Draft]) -> bool:
    """Say whether a verb only tells who gave the remarks in which it was said («ذكر في تصريحات أدلى بها … أن …»)."""
    cue = draft.cue
    by = is_pronoun(scene, cue.last) and scene.part(cue.last) != "within"
    given = cue.family == "verb" and any(scene.hits.has(cue.first - back, "medium") for back in (1, 2)) and by
    return given and any(other is not draft and other.first == draft.first for other in found)


def _draft(scene: Scene, cue: Cue) -> Draft | None:
    if cue.family in _WHOLE:
        return _WHOLE[cue.family](scene, cue)
    opening = None if holds_content(cue) else opening_of(scene, cue)
    if opening is not None and (whole := _interrupted(scene, cue, opening)) is not None:
        return whole
    if opening is None and cue.family == "verb" and cue.suffixed and "object" in cue.frames and not is_held(cue):
        return _relative(scene, cue) or quoted_before(scene, cue)
    if opening is None:
        known = quoted_before(scene, cue) or _passed_on(scene, cue) or as_said(scene, cue)
        opening = reported(scene, cue)
        if opening is None and known is None and not holds_content(cue):
            opening = unmarked(scene, cue)
        return known if opening is None else _opened(scene, cue, opening)
    return _opened(scene, cue, opening)


def _interrupted(scene: Scene, cue: Cue, opening: Opening) -> Draft | None:
    """Return a draft of words that a present verb between two commas interrupts before a quotation, or None.

    «"نريد حلا"، يقول حداد، "لأن البلدة …"», «والسبب، تضيف الوزارة، "هو …"».
    """
    speech = opening.speech
    if cue.family != "verb" or speech is None or not scene.is_comma(opening.at - 1):
        return None
    whole = as_said(scene, cue)
    if whole is None or whole.resumed is None or whole.resumed[0] != opening.at:
        return None
    head = whole.first + (scene.norms[whole.first] == AND)
    led = scene.part(head) in GOVERN | {"adverb"} or head in scene.opening  # «في حوار مع الصحيفة، يقول حداد، "…"»
    if whole.limit not in scene.speech_before and (led or whole.limit - whole.first > TOPIC):
        return None
    whole.resumed = opening.at, speech.last
    return whole


def _ahead(scene: Scene, cue: Cue, opening: Opening) -> tuple[Told | None, bool]:
    """Return who opens the clause of a verb, nobody's noun or not, and whether that is a thing that says nothing.

    «أن الأبحاث التي باشرتها الجهات المختصة أكدت …»; «أن ترشيح حداد دون منافس يشير إلى …» is a thing.
    """
    head = head_of_clause(scene, cue.first) if _is_bare_verb(cue) else None
    if head is not None and not scene.hits.has(head, *SOURCES):
        return None, True
    if head is not None:
        return _made(scene, head, cue) or phrase(scene, scene.units.span(head, cue.first), cue.first), False
    topic = opened(scene, cue)
    if topic is not None and topic.kind == "place" and opening.by != "that":
        return None, False
    if topic is None or topic.kind != "phrase" or scene.hits.has(scene.units.token_at(topic.node.start), *SOURCES):
        return topic, False
    past = cue.hit is not None and cue.hit.form.tense == "past" and not (cue.flag("weak") or cue.flag("finding"))
    return topic, not (past and opening.by == "that")


def _opened(scene: Scene, cue: Cue, opening: Opening) -> Draft | None:
    """Return the draft of a cue whose content begins at an opening, or None where nothing is said."""
    passive = is_passive(scene, cue, opening) or _is_other_passive(scene, cue, opening)
    if passive or is_sign(scene, cue, opening) or _recognises(scene, cue, opening):
        return None
    opening = _behind_paper(scene, cue, opening)
    nobody = cue.family == "verb" and (_is_passive(scene, cue) or is_anybody(scene, cue))
    nobody = nobody or _is_done_by_nobody(scene, cue)
    told, begins = (None, cue.first) if nobody else _who(scene, cue, opening)
    told = related(scene, cue) if told is None and not nobody and goes_on(scene, cue) else told
    thing = _is_of_thing(scene, cue, told) or (told is not None and is_thing(scene, cue, told))
    if thing and cue.family == "participle" and cue.flag("utters"):
        told, thing = None, False  # «وأوضحت السبب قائلة: "…"»
    if (
        thing
        or says_nothing(scene, cue, opening, told)
        or is_silent(scene, cue, opening, told)
        or (told is None and _is_of_this(scene, cue, opening))
    ):
        return None
    if told is None and not nobody:
        told, thing = _ahead(scene, cue, opening)
        if thing:
            return None
    if told is None and _is_about_another(scene, cue):
        told, nobody = related(scene, cue), True
        if told is None and (opening.by not in SURE or opening.by == "verbatim"):
            return None  # «القيم التي تدعو للنزاهة، … علينا أن …»
    if told is None and cue.flag("heard") and any(map(scene.is_break, range(cue.last, opening.at))):
        return None  # «مارسه كفن وعلم، ما يعني أن …»
    apart = scene.is_comma(cue.first - 1) and (told is None or told.last <= cue.first)  # «… ربه، قال تعالى: "…"»
    told = (scripture(scene, cue) if told is None or apart else None) or told or handed_down(scene, cue)
    nobody = nobody or (told is None and cue.flag("heard"))  # «وعلم أن …» is a passive
    if cue.family == "masdar" and not cue.suffixed and _is_done_by_nobody(scene, cue) and not cue.flag("only_verb"):
        told = None  # «تمت دعوة اللاعبين للمثول أمام اللجنة»
    if cue.family == "masdar" and not speaks(scene, cue, opening, told):
        return _borne(scene, cue, opening)
    opening = _with_whom(scene, cue, opening, told)
    limit = _limit(scene, opening)
    draft = Draft(cue, opening.first, opening.start, begins, limit, opening, told, agentless=nobody)
    draft.silent = is_topic(scene, cue, opening, told) or is_greeting(scene, cue, opening)
    if cue.flag("heard") and told is not None and (source := _origin(scene, cue, opening.at)) is not None:
        draft.relayed_by, draft.told = told, source  # «وعلمت الصحيفة من مصادر أن …»
    return _relayed(scene, draft, opening) if cue.flag("relays") else draft


def _who(scene: Scene, cue: Cue, opening: Opening) -> tuple[Told | None, int]:
    """Return the subject of a cue and the token at which its clause begins, or the deed that it goes with."""
    told, begins = subject(scene, cue, opening)
    return (told, begins) if told is not None else _doer(scene, cue, begins)


def _doer(scene: Scene, cue: Cue, begins: int) -> tuple[Told | None, int]:
    """Return who does what a past verb with «و» tells behind a mark, in words that a cue brings, and that verb.

    «…، ورد الحزب قائلا …», «…، ودافع عن القرار بالقول …», «…، وعاد وقال …». Else return nobody and `begins`.
    """
    said = cue.hit is not None and cue.hit.entry.id == SAY and (cue.family == "participle" or cue.hit.prefix in BA)
    marks = (i for i in range(cue.first - 1, max(scene.region(cue.first)[0], cue.first - DEED), -1))
    mark = next((i for i in marks if not scene.units.is_word(i)), None)
    if mark is None or not scene.is_break(mark) or scene.is_function(mark + 1):
        return None, begins
    verbs = [hit for hit in scene.hits.verbs(mark + 1) if hit.form.tense == "past" and hit.prefix == AND]
    alone = any(hit.last == cue.first and hit.kind in {"cue", "phase_verb"} for hit in verbs)
    if cue.family == "verb":
        return None, mark + 1 if alone and cue.hit is not None and cue.hit.prefix in CONJUNCTIONS | LAM else begins
    if not verbs or verbs[0].last > cue.first or not (said or cue.family == "participle"):
        return None, begins
    if any(hit.kind == "cue" and not hit.entry.flag("weak") for hit in verbs):
        return None, begins  # it says something itself («…، ودعا الوزير إلى الهدوء قائلا …»)
    verb = verbs[0]
    told = behind(scene, Cue(verb.first, verb.last, cue.span, "verb", verb), cue.first, believe=False)
    if told is not None and scene.units.starts[verb.last] == told.node.start and agrees(cue, told):
        return told, verb.first
    return None, verb.first if said or alone else begins


def _limit(scene: Scene, opening: Opening) -> int:
    """Return the token behind the quotation or sentence that holds an opening; a clause ends with its sentence.

    Two dots in a quotation part no sentences.
    """
    _, limit = scene.region(opening.first)
    if opening.speech is not None or opening.by in {"quote", "colon", "verbatim"}:
        return limit
    last = scene.units.sentence(opening.first).last
    while last < limit and scene.norms[last - 2 : last] == (".", "."):
        last = scene.units.sentence(last).last
    return min(limit, last)


def _made(scene: Scene, head: int, cue: Cue) -> Told | None:
    """Return who made the figures with which a clause begins («أن تقديرات مركز الضفاف بشأن الحرب | تشير إلى …»)."""
    papers = [hit for hit in scene.hits.at(head, "medium") if hit.entry.flag("counts") and not hit.definite]
    return creator(scene, head, cue.first, papers) if papers else None


def _relayed(scene: Scene, draft: Draft, opening: Opening) -> Draft | None:
    """Return a draft of words that its subject passes on, with who said them («نقلت عن الوزير أن …»), or None."""
    cue, told = draft.cue, draft.told
    draft.relayed_by, draft.told = told, _origin(scene, cue, opening.at)
    between = range(cue.last, opening.at)
    if draft.told is None and told is not None and _is_own_report(scene, cue, told, between):
        draft.relayed_by, draft.told = None, told
        return draft
    if draft.told is None and not any(is_pronoun(scene, i) for i in between):
        return None
    draft.bearer = cue
    return draft


def _is_passive(scene: Scene, cue: Cue) -> bool:
    """Say whether a verb is in the passive by its form, or by the vowel that is written («وأُعلن أن …»)."""
    form, start = cue.hit.form if cue.hit is not None else None, cue.span.start
    third = form is not None and len(form.pattern) > SHORT and form.pattern.startswith(ALEF)  # «واعتُقد أن …»
    written = scene.units.text[start + 1], scene.units.text[start + 3 : start + 4] if third else ""
    vowelled = form is not None and form.tense == "past" and DAMMA in written
    longer = cue.flag("impersonal") and cue.hit is not None and cue.hit.entry.headword[:1] in {ALEF, TA}
    longer = longer or scene.units.text[cue.span.end - 1] == ALEF_MAQSURA  # «ويُعتقد», «يُخشى», not «يُقدِّر»
    return vowelled or (longer and scene.units.text[start + 1] == DAMMA) or (form is not None and form.voice == PASSIVE)


def _is_other_passive(scene: Scene, cue: Cue, opening: Opening) -> bool:
    """Say whether a passive says nothing («لو قُدر لهم أن …», «خطة أُقرت برعاية …»); «عُلم أن …» does."""
    silent = opening.by == "with" or (cue.flag("weak") and not cue.flag("heard"))
    return cue.family == "verb" and silent and _is_passive(scene, cue)


def _recognises(scene: Scene, cue: Cue, opening: Opening) -> bool:
    """Say whether a state is recognised, and nothing confessed («اعترفت بكوسوفو», «… بالحكومة الجديدة»)."""
    noun = scene.starting.get(opening.first) if opening.by == "with" else None
    confesses = cue.hit is not None and cue.hit.entry.id == CONFESS and opening.by == "with"
    body = any(hit.definite for hit in scene.hits.at(opening.first, "body"))
    return confesses and (body or (noun is not None and noun.mention.kind in {"place", "organisation"}))


def _is_bare_verb(cue: Cue) -> bool:
    """Say whether a cue is a verb in the singular with nothing written before it, as one behind its subject is."""
    form = None if cue.hit is None or cue.family != "verb" or cue.hit.prefix else cue.hit.form
    return form is not None and form.number == "s" and form.person != 1


def _is_of_this(scene: Scene, cue: Cue, opening: Opening) -> bool:
    """Say whether «this» with a noun that can say nothing is the subject behind a verb («ويشير هذا الرقم إلى …»)."""
    at = cue.last + 1
    aimed = cue.flag("target") or cue.text("addressee") == "object" or cue.suffixed
    if cue.family != "verb" or aimed or opening.at <= at or cue.last in scene.time_at or at in scene.time_at:
        return False
    if not any(hit.prefix == "" for hit in scene.hits.at(cue.last, "demonstrative")):
        return False
    norm, form = scene.norms[at], None if cue.hit is None else cue.hit.form
    if form is None or form.number != "s" or (form.gender == "f") != norm.endswith((HA, ALEF + TA)):
        return False  # «زعموا هذه المرة أن …»
    return at not in scene.starting and norm.startswith(ARTICLE) and not scene.hits.has(at, *SOURCES)


def _is_of_thing(scene: Scene, cue: Cue, told: Told | None) -> bool:
    """Say whether a relative clause tells of a thing, and not of whoever stands beside it."""
    return (told is None or told.speaker.basis != "subject") and means_thing(scene, cue)


def _is_done_by_nobody(scene: Scene, cue: Cue) -> bool:
    """Say whether the pronoun on a masdar is who it is done to, by nobody that is named («تم إبلاغه بأن …»)."""
    verbs = scene.hits.at(cue.first - 1, "phase_verb") if cue.family == "masdar" else []
    return any(verb.entry.flag("agentless") for verb in verbs)


def _with_whom(scene: Scene, cue: Cue, opening: Opening, told: Told | None) -> Opening:
    """Return an opening with the name right behind a verb of which it is the object («واتهم موسكو بارتكاب …»)."""
    if is_blaming(cue.hit) and told is not None and cue.last < told.last < opening.first:
        at = told.last  # «حمل سامي حداد وزير النقل مسؤولية الحادث»
        plain = (scene.is_plain(at) or scene.part(at) == "to") and is_liability(scene, opening.first)
        return replace(opening, at=at, first=at, start=scene.units.starts[at]) if plain else opening
    noun = scene.starting.get(cue.last)
    if not cue.flag("target") or cue.suffixed or noun is None or not cue.last < noun.last <= opening.first:
        return opening
    span = None if told is None else told.speaker.span
    if opening.first <= cue.last or (span is not None and span.start >= cue.span.end) or not scene.is_bare(noun):
        return opening
    return replace(opening, at=cue.last, first=cue.last, start=scene.units.starts[cue.last], speech=None)


def _behind_paper(scene: Scene, cue: Cue, opening: Opening) -> Opening:
    """Return an opening without the paper or press between a verb and whom it speaks of («ويتهم القرار الجيش بـ…»)."""
    at = cue.last + 1
    if not cue.flag("target") or cue.suffixed or opening.first != cue.last:
        return opening
    media = press(scene, cue.last, scene.region(cue.first)[1])
    if media is not None and cue.hit is not None and cue.hit.form.gender == "f":
        at = behind_governed(scene, media.last) if scene.part(media.last) in GOVERNING else media.last
        return replace(opening, at=at, first=at, start=scene.units.starts[at])
    if at not in scene.starting:
        return opening
    papers = [hit for hit in scene.hits.at(cue.last, "medium") if hit.definite and hit.entry.flag("document")]
    if not papers or not scene.is_bare(scene.starting[at]):
        return opening
    return replace(opening, at=at, first=at, start=scene.units.starts[at])


def _is_own_report(scene: Scene, cue: Cue, told: Told, between: range) -> bool:
    """Say whether whoever passes on words names nobody else, and says them itself («نقلت الصحيفة أن …»)."""
    named = any(scene.part(i) in {"about", "to"} or is_pronoun(scene, i) for i in between)
    return not named and not cue.flag("weak") and told.speaker.basis in {"subject", "subject_before"}


def _is_about_another(scene: Scene, cue: Cue) -> bool:
    """Say whether a verb belongs to the noun before its relative pronoun, and not to whoever spoke last.

    With a pronoun behind it that stands for the noun, it says something of that («التي قال عنها إنها …»).
    """
    plain = cue.family == "verb" and not cue.suffixed and scene.part(cue.first - 1) == "relative"
    plain = plain and not means_another(scene, cue)
    return plain and not is_pronoun(scene, cue.last) and scene.part(cue.last) != "within"


def _borne(scene: Scene, cue: Cue, opening: Opening) -> Draft | None:
    """«واصلت واشنطن تحذير طهران من …»: the subject of the verb that carries the masdar says it."""
    verb = carrier(scene, cue)
    if verb is None or opening.at - cue.last > ADDRESSED:
        return None
    agentless = verb.entry.flag("agentless")
    done = opening.by == "object" and (cue.text("stance") == "praise" or not is_told(scene, opening.first))
    if agentless and (done or verb.form.tense != "past" or cue.first - verb.last > ADDRESSED):
        return None  # «تم إعلان النتائج», not «تم اقتراح إغلاقها»; «ما تم تقديمه من معلومات …، وأسباب …»
    bearer = Cue(verb.first, verb.last, cue.span, "verb", verb)
    none = agentless or verb.form.pos == "participle"  # «…، موجها الدعوة إلى …»
    told = None if none else behind(scene, bearer, cue.first, believe=False) or before(scene, bearer)
    limit = _limit(scene, opening)
    return Draft(cue, opening.first, opening.start, verb.first, limit, opening, told, agentless=agentless)


def _relative(scene: Scene, cue: Cue) -> Draft | None:
    """«هدنة أعلنها التحالف»: what the pronoun on the verb stands for is the content; the subject stands behind."""
    opening = antecedent(scene, cue)
    _, end = scene.region(cue.first)
    told = behind(scene, cue, min(end, cue.last + REACH), believe=False)
    if opening is None or told is None or cue.flag("weak"):
        return None
    return Draft(cue, opening.first, opening.start, opening.first, cue.first, opening, told)


def _passed_on(scene: Scene, cue: Cue) -> Draft | None:
    """«نقلت الوكالة عن متحدث ينتقد …»: what was passed on follows in sentences of its own."""
    if cue.family != "verb" or not cue.flag("relays"):
        return None
    _, end = scene.region(cue.first)
    told, source = behind(scene, cue, end, believe=False), _origin(scene, cue, min(end, cue.last + REACH))
    if told is None or source is None or source.speaker.entity is None or source.last >= end:
        return None
    draft = Draft(cue, source.last, scene.units.starts[source.last], cue.first, end, None, source, silent=True)
    draft.relayed_by, draft.bearer = told, cue
    return draft


def _origin(scene: Scene, cue: Cue, until: int) -> Told | None:
    """«نقلت … عن …»: who is quoted stands behind the preposition."""
    wanted = cue.text("origin") or "about"  # «نقلت عن …», «نسبت إلى …»
    for i in range(cue.last, until):
        if scene.part(i) == wanted:
            told = after_preposition(scene, i + 1, until)
            return None if told is None else up_to_clause(scene, cue, told, until)
        noun = scene.starting.get(i)
        if wanted == "to" and noun is not None and noun.mention.span.start > scene.units.starts[i]:
            return after_preposition(scene, i, until)  # «نسبت الصحيفة للوزير قوله …»
    return None
