"""Clauses that are interrupted by the preposition that attributes them, and where they go on behind it."""

from musnad.arabic import AND, ARTICLE, BA, FUTURE, PRESENT_STARTS, SO
from musnad.statements.content.later_deeds import is_told
from musnad.statements.content.objects import proclitic
from musnad.statements.cues.verb_like import is_past
from musnad.statements.draft import Draft
from musnad.statements.endings import has_pronoun, is_accusative
from musnad.statements.scene import DASHES, Scene
from musnad.statements.steps import is_pronoun

EXPECTED = 3  # tokens before an aside that say of a clause behind it what is to be thought of it
SHORTEST_REST = 2  # tokens behind an aside that may still be a name in apposition
UNFINISHED = 6  # tokens of a verb with its subject, or of a topic, to which the rest of its clause is wanting
ASIDE = 24  # tokens of what is told of whoever said it, up to the mark behind it
_LED = frozenset({"contrast", "subordinator", "relative"})
_OPENING = _LED | {"what", "with_what", "fact", "there", "auxiliary"}
_BOUND = ("with", "for")  # prepositions that are written onto what a verb wants
_LEADING = frozenset({"in", "on", "of", "by", "about", "beside", "to", "subordinator", "as_for", "adverb"})
_COMPLETED = frozenset({"to", "on", "about", "of", "in", "beside", "by", "within", "relative"})


def with_rest(scene: Scene, draft: Draft, after: int, end: int) -> Draft:
    """Return a draft with what follows whoever was told: behind a comma, or the predicate of the clause without one."""
    first = draft.cue.first
    after = next((i for i in range(after, min(end, after + ASIDE)) if _closes(scene, first - 1, i)), after)
    if draft.limit > draft.first and is_thus(scene, draft.limit - 1):
        draft.limit -= 1
    elif draft.limit < first and _ends_aside(scene, first - 1, after, end, named=not draft.cue.flag("pronoun")):
        draft.resumed = after + 1, end
    elif draft.limit == first and _goes_on(scene, draft, after, end):
        draft.first = max([draft.first, *(i + 1 for i in range(draft.first, first) if scene.is_comma(i))])
        draft.start = scene.units.starts[draft.first]
        draft.resumed = after, end
    elif scene.is_comma(after) and _only_leads(scene, draft) and scene.begins_verb(after + 1):
        draft.resumed = after + 1, end
    elif (rest := _wanting(scene, draft, after, end)) is not None:
        draft.resumed = rest, end
    return _inside(scene, of_last(scene, draft, after, end))


def _only_leads(scene: Scene, draft: Draft) -> bool:
    """Say whether nothing but a preposition with its noun stands before a cue («وأثناء النقل وفق التقرير، قتل …»)."""
    first = draft.first + (scene.norms[draft.first] == AND)
    words = range(first + 1, draft.limit)
    return scene.part(first) in _LEADING and not any(scene.is_surely_verb(i) or scene.is_comma(i) for i in words)


def tells(scene: Scene, at: int, limit: int) -> bool:
    """Say whether a clause stands between two tokens, not just what leads to one («ومن جهة أخرى، يقول حداد.»).

    Nor does one that tells what somebody said: he goes on («وقال حداد إن الطرق مغلقة، والمطر غزير، يضيف حداد.»).
    """
    at += scene.norms[at] == AND
    if scene.is_verb(at, "cue") and any(scene.hits.has(i, "complementiser") for i in range(at, limit)):
        return False
    led = scene.part(at) in _LEADING or scene.hits.has(at, "cue_preposition", "clause_opener") or at in scene.opening
    return not led or any(map(scene.is_surely_verb, range(at, limit)))


def of_last(scene: Scene, draft: Draft, after: int, end: int) -> Draft:
    """Return a draft of the last of several clauses, where its cue interrupts it («…، وهو ما أدى، وفق حداد، إلى …»)."""
    limit = draft.limit
    marks = (i for i in range(limit - 1, draft.first, -1) if scene.is_comma(i) and i not in scene.within)
    tail = next(marks, limit - 1) + 1
    if tail + UNFINISHED < limit or not _is_unfinished(scene, tail, limit):
        return draft
    rest = _rest(scene, draft, after, end) if draft.resumed is None else draft.resumed[0]
    if rest is None or rest >= end or _is_other(scene, rest):
        return draft  # «…، وفق حداد، فالطرق مغلقة»
    draft.resumed = rest, end
    if scene.part(tail) is None and not scene.norms[tail].startswith(AND):
        before = range(draft.first, tail - 1)
        tail = tail if any(map(scene.is_surely_verb, before)) else draft.first  # «وفي ختام الزيارة، شارك، وفق …»
    while scene.part(tail) in _LED:
        tail = scene.particle_end(tail)
    draft.first, draft.start = tail, scene.units.starts[tail]
    return draft


def _is_unfinished(scene: Scene, tail: int, limit: int) -> bool:
    """Say whether a clause between two tokens is a verb or topic that wants more behind it («لكن الوفد», «أسفر»)."""
    if any(hit.last == limit and hit.entry.flag("predicate") for hit in scene.hits.at(tail, "clause_opener")):
        return True  # «ومن المقرر، بحسب مصدر، أن …»
    head = tail
    while head < limit and scene.part(head) in _OPENING:
        head = scene.particle_end(head)
    if head >= limit or not (head > tail or _is_verb(scene, head)):
        return False
    for i in range(head, limit):
        object_ = is_accusative(scene.norms[i]) and not has_pronoun(scene.norms[i])
        done = object_ or scene.hits.has(i, "number_word") or scene.part(i) in _COMPLETED
        done = done or (i > head and any(proclitic(scene, i, frame) for frame in _BOUND))
        if done or not scene.units.is_word(i) or i in scene.within:
            return False
    return True


def _is_other(scene: Scene, i: int) -> bool:
    """Say whether another clause begins with «ف» at a token, or whoever speaks goes on in a participle."""
    states = [hit for hit in scene.hits.at(i, "cue") if hit.form.pos == "participle"]  # «ناقلة» is a ship as well
    state = any(is_accusative(scene.norms[i]) or scene.hits.has(hit.last, "complementiser") for hit in states)
    return state or scene.norms[i].startswith(SO + ARTICLE) or any(hit.prefix == SO for hit in scene.hits.at(i))


def _is_role(scene: Scene, i: int) -> bool:
    """Say whether it is told at a token who somebody is («وفق سامي حداد، رئيس البلدية، …»)."""
    noun = scene.starting.get(i)
    return noun is not None and noun.mention.kind == "person"


def _rest(scene: Scene, draft: Draft, after: int, end: int) -> int | None:
    """Return where an unfinished clause goes on behind its cue and whoever said it, or None."""
    if draft.limit < draft.cue.first:
        commas = (i for i in range(after, min(end, after + ASIDE)) if scene.is_comma(i))
        comma = next((i for i in commas if not _is_role(scene, i + 1)), end)
        more = resumes(scene, comma + 1, end, named=False) and scene.part(comma + 1) != "relative"
        return comma + 1 if more else None
    if after + SHORTEST_REST > end or not scene.units.is_word(after):
        return None
    noun = scene.is_plain(after) and after not in scene.starting and not scene.norms[after].startswith((AND, ARTICLE))
    return after if scene.part(after) in {"to", "on", "about"} or (noun and not scene.hits.has(after, "cue")) else None


def _inside(scene: Scene, draft: Draft) -> Draft:
    """Return an interrupted draft, from behind a complementiser in it on («أن المعهد، وفق الصحيفة، يتكلف …»)."""
    at = draft.limit - 1
    while at > draft.first and draft.limit - at <= UNFINISHED and not scene.is_that(at):
        if not scene.units.is_word(at) or scene.hits.has(at, "complementiser") or scene.is_surely_verb(at):
            return draft
        at -= 1
    that = at > draft.first and scene.is_that(at) and not (scene.is_covered(at) or scene.norms[at].startswith(SO))
    if draft.resumed is not None and that and at + 1 < draft.limit:
        draft.first, draft.start = at + 1, scene.units.starts[at + 1]
    return draft


def _wanting(scene: Scene, draft: Draft, after: int, end: int) -> int | None:
    """Return where a clause goes on of which only verb and subject, or the topic, stand before its cue, or None.

    «ويهدف الحزب، وفق الوكالة إلى …», «وقتل، حسب المرصد الذي يتتبع القتال، خمسة …», «أما الثانية، وفق الباحث، فهي …»,
    «مصانع تستهدف وفق مديرها التوسع في …»
    """
    first, limit = draft.first, draft.limit
    first += scene.norms[first] == AND or scene.is_comma(first)
    if limit == draft.cue.first and limit > first and (rest := _unmarked(scene, first, limit, after, end)) is not None:
        return rest
    if limit - first > UNFINISHED or draft.cue.first - limit > 1:
        return None
    if _is_done(scene, first) and not any(is_told(scene, i) for i in range(first, limit)):
        marked = (i for i in range(after, min(end, after + ASIDE)) if i == after or scene.is_comma(i - 1))
        return next((i for i in marked if is_told(scene, i)), None)  # «تم خلال الشهر وفق بلاغ للوزارة، ضبط …»
    if scene.part(first) == "as_for":
        return next((i for i in range(after, min(end, after + ASIDE)) if _answers(scene, i)), None)
    if _is_topic(scene, first + (scene.part(first) == "auxiliary"), limit):
        return _of_topic(scene, draft, after, end)
    words = range(first, limit)
    if not _is_verb(scene, first + (scene.part(first) is not None)):
        return None
    if any(not scene.units.is_word(i) or scene.part(i) in _COMPLETED or i in scene.time_at for i in words):
        return None
    if any(is_accusative(scene.norms[i]) or scene.hits.has(i, "number_word") for i in words):
        return None
    somebody = any(scene.is_plain(i) for i in words[1:])
    if scene.is_comma(after) and resumes(scene, after + 1, end, named=somebody):
        return after + 1  # «ويهدد من جديد، حسب التقرير، السكان»: nobody stands before it
    if after < end and scene.part(after) in {"relative", "in", "adverb", None} and not _completes(scene, after):
        after = _behind_asides(scene, after, end)
    if after + SHORTEST_REST >= end or not _completes(scene, after):
        return None
    return after


def _of_topic(scene: Scene, draft: Draft, after: int, end: int) -> int | None:
    """Return where it is told what is said of a topic, behind an aside and what tells of whoever said it, or None."""
    reach = min(end, after + ASIDE) if draft.limit < draft.cue.first else after  # an aside between two marks
    rest = next((i + 1 for i in range(after, reach) if scene.is_comma(i)), after)
    if scene.part(rest + scene.is_comma(rest)) == "relative":  # «القطارات، وفق حداد الذي زارها، …»
        rest = next((i + 1 for i in range(rest + 1, min(end, after + ASIDE)) if scene.is_comma(i)), end)
    return rest if rest + SHORTEST_REST < end else None


def _unmarked(scene: Scene, first: int, limit: int, after: int, end: int) -> int | None:
    """Return where a clause goes on behind an aside without marks that parts what belongs together, or None."""
    if _lacks_object(scene, limit - 1, after, end):
        return after + is_pronoun(scene, after)
    return after if after < end and _lacks_predicate(scene, first, limit, after) else None


def _lacks_object(scene: Scene, i: int, after: int, end: int) -> bool:
    """Say whether a present verb at a token has its object behind an aside («تستهدف وفق مديرها | التوسع»)."""
    after += after < end and is_pronoun(scene, after)  # «برأي البعض منهم …»
    if after >= end or not scene.is_plain(after) or scene.norms[after].startswith(AND):
        return False
    return any(hit.form.tense == "present" and hit.form.person != 1 and not hit.suffix for hit in scene.hits.verbs(i))


def _lacks_predicate(scene: Scene, first: int, limit: int, after: int) -> bool:
    """Say whether what a clause tells stands behind an aside without marks.

    It is a number («الهجمات التي بلغت وفق حداد | نحو …»), «هو» («السبب وفق حداد | هو …»), or what somebody should do
    («على الحكومة بحسب حداد | عدم الرضوخ»).
    """
    counted = scene.hits.has(after, "number_word", "approximate") or scene.norms[after].isdigit()
    if counted and is_past(scene, limit - 1) and scene.is_surely_verb(limit - 1):
        return True
    if scene.part(after) == "there" and not scene.norms[after].startswith(AND):
        return _is_topic(scene, first, limit)
    due = scene.part(first) in {"on", "before"} and _is_topic(scene, first + 1, limit)
    return due and is_told(scene, after)


def _is_done(scene: Scene, first: int) -> bool:
    """Say whether a clause begins with a verb that only tells that something was done («تم», «كما جرى»)."""
    i = first + (scene.part(first) is not None and not scene.hits.has(first, "phase_verb"))
    return any(hit.entry.flag("agentless") for hit in scene.hits.at(i, "phase_verb"))


def _is_topic(scene: Scene, first: int, limit: int) -> bool:
    """Say whether nothing but a definite noun, or one with its genitive, stands before a cue («أسعار الخبز، وفق …»)."""
    i, bare = first, False
    while i < limit:
        noun = scene.starting.get(i)
        if scene.hits.has(i, "demonstrative") and i + 1 < limit:
            i += 1  # «وستغير هذه الخطة، وفق …»
            continue
        if noun is None and not scene.norms[i].removeprefix(AND if i == first else "").startswith(ARTICLE):
            bare = True
            if i > first:
                return False
        if noun is None and (not scene.is_plain(i) or scene.begins_verb(i)):
            return False
        i = i + 1 if noun is None else max(i + 1, noun.last)
    return limit - first > bare


def _answers(scene: Scene, i: int) -> bool:
    """Say whether «ف» leads from a topic to what is said of it («أما …، فهي …»), and belongs to no word («في»)."""
    particle = scene.particle(i)
    return scene.norms[i].startswith(SO) if particle is None else particle.prefix == SO


def _is_verb(scene: Scene, i: int) -> bool:
    """Say whether a token is a known verb, or an unknown word that looks like one in the present («ويهدف»)."""
    present = scene.norms[i].removeprefix(AND).startswith(PRESENT_STARTS)
    return bool(scene.hits.verbs(i)) or (present and not scene.hits.has(i) and i not in scene.starting)


def _behind_asides(scene: Scene, i: int, end: int) -> int:
    """Return the token behind the mark that ends what is told of whoever said it, and behind further asides."""
    while i < end:
        comma = next((at for at in range(i, min(end, i + ASIDE)) if scene.is_comma(at)), end)
        i = comma + 1
        if i < end and i in scene.time_at:
            i = scene.time_at[i] + scene.is_comma(scene.time_at[i])
        if i >= end or scene.part(i) != "relative":
            break
    return i


def _completes(scene: Scene, i: int) -> bool:
    """Say whether what an unfinished clause wants stands at a token: an object, a number, or a preposition."""
    if i >= len(scene.norms) or scene.norms[i].startswith(AND) or scene.hits.has(i, "cue"):
        return False
    number = scene.norms[i].isdigit() or scene.hits.has(i, "number_word", "approximate")
    return number or scene.part(i) in {"to", "on", "about"} or i in scene.quote_at or is_accusative(scene.norms[i])


def _ends_aside(scene: Scene, opening: int, i: int, end: int, *, named: bool) -> bool:
    """Say whether an aside that a mark opened is over at a token, and the clause around it goes on.

    Where a speaker is `named`, what follows may still be his name.
    """
    if _closes(scene, opening, i):
        return i + 1 < end
    return scene.is_comma(i) and resumes(scene, i + 1, end, named=named)


def _closes(scene: Scene, opening: int, i: int) -> bool:
    """Say whether the second of two dashes or brackets around an aside stands at a token («وهو ما أدى -حسبه- إلى»)."""
    if i >= len(scene.norms):
        return False
    pair = scene.norms[opening], scene.norms[i]
    return pair == ("(", ")") or (pair[0] in DASHES and pair[1] in DASHES)


def _goes_on(scene: Scene, draft: Draft, after: int, end: int) -> bool:
    """Say whether the clause goes on without a mark («هذه الكمية وفقا للبيان ستكون …»).

    It does with its predicate, with a reason or a time («… بحسب موقع بعدما …»), or with whatever stands behind a
    pronoun («يركز من وجهة نظرهم على …»).
    """
    while after < end and after in scene.time_at:
        after = scene.time_at[after]  # «بحسب الاتحاد أمس بعد أن …»
    if after < end and draft.limit == draft.first + 1 and is_remark(scene, draft.first):
        return True  # «…، وهو بحسب الشرطة "مخزن قديم"»
    if after >= end or not scene.units.is_word(after) or scene.norms[after].startswith(AND):
        return False
    if scene.part(after) == "subordinator":
        return not scene.is_apart(after)
    if draft.cue.flag("pronoun") or (scene.is_that(after) and draft.limit - draft.first <= EXPECTED):
        return True  # «من المتوقع بحسب الخبراء أن يبلغ …»
    if any(hit.prefix == FUTURE and not hit.suffix for hit in scene.hits.verbs(after)):
        return True
    deed = any(hit.form.pos == "masdar" and hit.prefix in BA for hit in scene.hits.at(after))
    if deed and not any(scene.is_comma(i) for i in range(draft.first, draft.cue.first)):
        return True  # «وتسبب الحريق وفق حداد بمقتل …»
    begin = max([draft.first, *(i + 1 for i in range(draft.first, draft.cue.first) if scene.is_comma(i))])
    before = range(begin, draft.cue.first)
    return scene.is_surely_verb(after) and not any(scene.hits.verbs(i) for i in before)


def resumes(scene: Scene, i: int, end: int, *, named: bool = True) -> bool:
    """Say whether a clause goes on behind an aside, and not the name of who said it («صحيفة …، الناطقة باسم …»).

    Another clause does not go on with it («… وفقا للوزارة، في حين منعت …», «…، كما أن …»).
    """
    if i >= len(scene.norms):
        return False
    noun = scene.starting.get(i)
    if scene.hits.has(i, "cue_preposition") or is_said_there(scene, i):
        return False
    role = noun is not None and noun.mention.kind == "person"
    definite = scene.norms[i].startswith(ARTICLE) and scene.part(i) != "to"  # «إلى» only looks like it
    joined = scene.norms[i].startswith(AND) and scene.part(i) != "relative"
    other = joined or scene.part(i) in {"contrast", "anonymity"} or scene.is_apart(i)
    other = other or (scene.part(i) == "of" and i + 1 in scene.quote_at)  # «بحسب سامي حداد، من «شركة الضفاف»»
    turned = any(hit.entry.flag("ends") or not scene.hits.verbs(i) for hit in scene.hits.at(i, "clause_opener"))
    return end - i > SHORTEST_REST and not ((named and (role or definite)) or other or turned)


def is_said_there(scene: Scene, i: int) -> bool:
    """Say whether it is told at a token in which paper or speech somebody said it («…، في بيان لها»)."""
    at = scene.particle_end(i)
    papers = scene.hits.at(at, "medium") if scene.part(i) == "in" else []
    return any(not (hit.definite or hit.prefix) for hit in papers)


def is_remark(scene: Scene, i: int) -> bool:
    """Say whether a remark on what was told begins at a token («وهو …»)."""
    return scene.part(i) == "there" and scene.norms[i].startswith(AND)


def is_thus(scene: Scene, i: int) -> bool:
    """Say whether «وذلك» stands at a token, which points back to what was told («وذلك حسب المصدر»)."""
    return scene.part(i) == "this" and scene.norms[i].startswith(AND)
