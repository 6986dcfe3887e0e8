"""Statements whose cue follows or leads their content: prepositions and late verbs."""

from musnad.arabic import AND, ARTICLE, SO
from musnad.statements.content.objects import proclitic
from musnad.statements.cues.find import Cue
from musnad.statements.cues.verb_like import is_joined_verb
from musnad.statements.draft import Draft
from musnad.statements.endings import is_definite
from musnad.statements.interruptions import ASIDE, SHORTEST_REST, is_remark, is_thus, of_last, resumes, tells, with_rest
from musnad.statements.scene import DASHES, SEMICOLON, SHORT, Scene
from musnad.statements.steps import behind_governed, describes, is_adjective, is_pronoun
from musnad.statements.subjects.find import behind
from musnad.statements.subjects.prepositions import after_preposition, up_to_clause
from musnad.statements.told import Told

CREDIT = 6  # tokens of a paper and its sources before the colon behind them
ON_WHAT = "cue_preposition.on_what"
ACCOUNT = "cue_preposition.in_account"
REACH = 12  # tokens behind a verb within which its subject must end
LED = 24  # tokens that may belong to the noun of a preposition before the clause that it leads into
SOURCE = 4  # tokens between whoever passes on words and the source of them
_LEADING = frozenset({"in", "on", "of", "by", "about", "beside", "subordinator", "as_for"})
_OPENING = frozenset({"relative", "subordinator"})
_RESOLUTION = "norm.resolution"
_BINDING = frozenset({"norm.law", "norm.treaty", _RESOLUTION})
_OF_NOUN = frozenset({"in", "of", "about", "by", "issued", "relative"})


def according(scene: Scene, cue: Cue) -> Draft | None:
    """«…، بحسب مصادر»: the clause before the preposition, or behind it where it opens its sentence."""
    first, end = scene.region(cue.first)
    first += scene.norms[first] == AND  # «و حسب التقارير …»
    appears = scene.is_verb(cue.last, "appearing") and scene.part(cue.last + 1) == "in"  # «حسبما جاء في الشكوى»
    if cue.flag("clause") and not appears and not _is_told_by_verb(scene, cue):
        return None
    if any(hit.suffix and hit.entry.flag("target") for hit in scene.hits.verbs(cue.last)):
        return None  # «رد على ما وصفه بالتصعيد»
    if scene.is_verb(cue.first - 1, "appearing") or scene.is_covered(cue.first):
        return None  # «ما جاء على لسان …», «ردا على ما قاله»
    if cue.flag("pronoun") and scene.part(cue.last) == "relative":
        return None  # «… برأيه الذي يراه صائبا»
    own = _own_paper(scene, cue)
    told = None if cue.flag("pronoun") or own is not None else after_preposition(scene, cue.last, end)
    if not cue.flag("pronoun") and own is None and (told is None or _is_norm(scene, cue, told, end)):
        return None
    told = told if told is None else up_to_clause(scene, cue, told, end)
    after = (cue.last if own is None else own) if told is None else _behind_told(scene, told.last, end)
    if _rests(scene, cue, first, after, end):
        return None
    source = None if told is None else _passed_from(scene, cue, told, end)
    relay, told = (None, told) if source is None else (told, source)
    after = after if source is None else max(after, source.last)
    units = scene.units
    if cue.first == first and not any(units.is_word(i) for i in range(after, end)):
        return _of_sentence_before(scene, cue, told)
    at = _behind_remark(scene, _led(scene, after, end), end)
    if cue.first == first or (at < end and _leads(scene, cue, at)):
        at += at < end and scene.is_that(at)
        if at >= end:
            return None
        return Draft(cue, at, units.starts[at], cue.first, end, None, told, relayed_by=relay)
    marked = scene.is_break(cue.first - 1) and scene.norms[cue.first - 1] != ")"  # «شركة البحيرة (Lake) وفق …»
    limit = cue.first - 1 if marked else cue.first
    at = _of_relative(scene, _last_clause(scene, _behind_turn(scene, first), limit), limit, after)
    if at == limit - 1 and is_thus(scene, at):
        return _of_sentence_before(scene, cue, told)
    if at >= limit or _only_comes(scene, at, limit):
        return None
    draft = Draft(cue, at, units.starts[at], limit, limit, None, told, relayed_by=relay)
    return with_rest(scene, draft, after, end)


def _behind_remark(scene: Scene, i: int, end: int) -> int:
    """Return the token behind a remark on who said it, up to its second comma («وفقا لضفاف، وهي شركة …، | …»)."""
    if not (is_remark(scene, i) and scene.is_comma(i - 1)):
        return i
    return next((at + 1 for at in range(i, min(end, i + ASIDE)) if scene.is_comma(at)), i)


def _rests(scene: Scene, cue: Cue, first: int, after: int, end: int) -> bool:
    """Say whether a preposition amid a clause attributes nothing («التزامها بالخطة استنادا إلى القرار»).

    Neither does one with what is admitted behind it («باعتراف الدولة بالحكومة»), wherever it stands.
    """
    apart = cue.first == first or scene.is_break(cue.first - 1) or cue.first in scene.speech_before
    if cue.flag("apart") and not (apart or scene.norms[cue.first].startswith(AND)):
        return True
    mark = next((i for i in range(after, end) if scene.is_comma(i)), end)
    if cue.flag("paper") and cue.first == first and any(map(scene.is_that, range(after, mark))):
        return True  # «كما جاء في البيان أن …»
    return cue.flag("admits") and (not apart or (after < end and proclitic(scene, after, "with") > 0))


def _is_told_by_verb(scene: Scene, cue: Cue) -> bool:
    """Say whether a verb of saying stands behind a preposition with «ما» (not «على ما يعترض مصالحنا», «… دون ذلك»).

    What somebody answers or remarks on is no content («رد على ما قاله النائب»).
    """
    verbs = [hit for hit in scene.hits.at(cue.last, "cue") if hit.form.pos == "verb" and hit.form.person != 1]
    sure = any(hit.form.tense == "past" or not (hit.entry.flag("weak") or hit.entry.flag("past")) for hit in verbs)
    if cue.hit is None or cue.hit.entry.id != ON_WHAT:
        return bool(verbs)
    answered = bool(verbs) and bool(verbs[0].suffix) and scene.units.is_word(cue.first - 1)
    return sure and not (answered or scene.is_function(cue.last))


def _behind_turn(scene: Scene, first: int) -> int:
    """Return where a sentence tells something, behind its dateline and words that only lead over («من جهة أخرى»)."""
    at = scene.behind_agency(first)
    noun = scene.starting.get(first)
    if noun is not None and noun.mention.kind == "place" and scene.norms[noun.last] in DASHES:
        at = max(at, noun.last + 1)  # «الجزائر - وقعت …»
    for place in (scene.starting.get(i) for i in range(first, first + 8)):
        if place is not None and place.mention.kind == "place" and scene.norms[place.last : place.last + 1] == (":",):
            at = max(at, place.last + 1)  # «سبق- الرياض: وقعت …»
    credit = next((i for i in range(first + 2, min(first + CREDIT, len(scene.norms))) if scene.norms[i] == ":"), first)
    if any(scene.norms[i] in DASHES for i in range(first + 1, credit)):
        at = max(at, credit + 1)  # «الضفاف- وكالات: قال …»
    if scene.hits.has(first, "demonstrative") and is_joined_verb(scene, first + 1):
        at = max(at, first + 1)  # «هذا وأعلنت …»
    turns = (hit.last for hit in scene.hits.at(first, "clause_opener") if not hit.entry.flag("predicate"))
    return _behind_but(scene, max([at, *turns]))


def _behind_but(scene: Scene, at: int) -> int:
    """Return the token behind a contrast and «that» with which a sentence begins («إلا أن المطر توقف، وفقا لـ…»)."""
    particle = scene.particle(at) if scene.part(at) == "contrast" else None
    at = at if particle is None or is_definite(scene.norms[particle.last - 1]) else particle.last  # not «لكنه»
    that = [] if scene.part(at) is not None else scene.hits.at(at, "complementiser")  # not «إن كان»
    return that[0].last if that and not (that[0].suffix or that[0].entry.flag("kept")) else at


def _last_clause(scene: Scene, at: int, limit: int) -> int:
    """Return where the last of the clauses between two tokens begins that semicolons part, else `at`.

    Only that is attributed («وزار المدينة؛ فقد "نزل بها ليلتين"؛ بحسب ابنه»). It goes on with «ف», a contrast or a
    reason, and stands not behind words that only lead to it («وفي سنة 1950؛ فقد …»).
    """
    quoted = scene.speech_before.get(limit) if scene.norms[limit] == SEMICOLON else None
    if quoted is not None and quoted.first > at:
        return quoted.first  # «… فكان "يصلي بالناس كل ليلة"؛ وفقا للمؤرخ»
    mark = next((i for i in range(limit - SHORTEST_REST, at, -1) if scene.norms[i] == SEMICOLON), at)
    if mark == at or mark in scene.within or scene.part(at) in _LEADING or scene.hits.has(at, "cue_preposition"):
        return at
    nxt = mark + 1
    joined = any(hit.prefix.startswith(SO) for hit in scene.hits.at(nxt)) or scene.norms[nxt].startswith(SO + ARTICLE)
    opens = joined or scene.norms[nxt] == SO or scene.part(nxt) in {"contrast", "subordinator"}
    if not opens or not any(scene.hits.verbs(i) for i in range(at, mark)):
        return at
    return nxt + (nxt + 1 in scene.speech_at and len(scene.norms[nxt]) <= SHORT)  # «فقد "…"»


def _leads(scene: Scene, cue: Cue, at: int) -> bool:
    """Say whether a preposition inside a sentence leads into the clause that begins at a token behind it.

    It is joined to what stands before («، وبحسب المصادر قتل …», «وبحسب الوزارة فإن …», «، فبحسب …»), or a contrast
    or a complementiser leads to it («لكن وفقا للوزارة، فإن …», «أنه وفقا لشهود …»).
    """
    if any(hit.prefix == "" for hit in scene.hits.at(cue.first - 1, "complementiser")):
        return True
    if scene.part_before(cue.first) in _OPENING:
        return True  # «المخيم الذي وفق الشرطة يضم …», «إذ وفقا للبنك فقد بلغ …»
    prefix = "" if cue.hit is None else cue.hit.prefix
    if prefix == AND:
        apart = scene.is_comma(at - 1) and scene.is_plain(at) and not scene.norms[at].startswith((AND, ARTICLE))
        return scene.norms[at].startswith(SO) or ((apart or _is_clause(scene, at)) and scene.is_comma(cue.first - 1))
    return prefix == SO or (scene.contrasts(cue.first) and _is_clause(scene, at))


def _only_comes(scene: Scene, at: int, limit: int) -> bool:
    """Say whether a clause only points back to what was told («جاء ذلك بحسب بيان»)."""
    return limit == at + 2 and scene.is_verb(at, "appearing") and scene.part(at + 1) == "this"


def _of_relative(scene: Scene, at: int, limit: int, after: int) -> int:
    """Return where a clause begins that alone is attributed («الذي يتصدر وفق الصحف، أشار …»), else `at`.

    `limit` is the token behind what is attributed, `after` the one behind whoever said it. Without a mark before it a
    remark is attributed, and not what it is made on («قتل خمسة، وهو رقم كبير بحسب الأطباء»).
    """
    commas = [i for i in range(at, limit - 1) if scene.is_comma(i)]
    if commas and scene.units.is_word(limit) and is_remark(scene, commas[-1] + 1):
        return commas[-1] + 1
    if not scene.units.is_word(limit) or not scene.is_comma(after) or not scene.begins_verb(after + 1):
        return at
    return max([at, *(i + 1 for i in range(at + 1, limit - 1) if scene.part(i) == "relative")])


def _passed_from(scene: Scene, cue: Cue, told: Told, end: int) -> Told | None:
    """Return whom somebody passes on («وفق ما نقلته الوكالة عن مصدر», «حسب ما علمت الصحيفة من مصدر»), or None."""
    verbs = [hit for i in (cue.last, cue.last + 1) for hit in scene.hits.at(i, "cue") if hit.form.pos == "verb"]
    passing = [hit.entry for hit in verbs if hit.entry.flag("relays") or hit.entry.flag("heard")]
    origins = {entry.text("origin") or "about" for entry in passing}
    at = next((i for i in range(told.last, min(end, told.last + SOURCE)) if scene.part(i) in origins), None)
    return None if at is None else after_preposition(scene, at + 1, end)


def _own_paper(scene: Scene, cue: Cue) -> int | None:
    """Return the token behind a paper of whoever spoke last («بحسب تصريحاته»), or None."""
    papers = [hit for hit in scene.hits.at(cue.last, "medium") if hit.suffix]
    return papers[0].last if papers else None


def _is_norm(scene: Scene, cue: Cue, told: Told, end: int) -> bool:
    """Say whether a preposition names a rule and nobody («وفق شروط معينة»).

    It names somebody where that was named before («وفقا للصحيفة»), behind a quotation («"…"؛ حسب الذهبي»), or where an
    unknown name leads a clause.
    """
    norms = {hit.entry.id for hit in scene.hits.at(cue.last, "norm")}
    if told.kind == "phrase" and (is_pronoun(scene, told.last - 1) or norms - {_RESOLUTION}):
        return True  # «على ما ذهب إليه», «وفق نظام القبول»
    joined = cue.hit is not None and cue.hit.prefix != ""
    amid = cue.first > scene.region(cue.first)[0] and not (joined or scene.is_break(cue.first - 1))
    if amid and norms & _BINDING:
        return True  # «انسحاب القوات وفقا لقرار مجلس الأمن»
    if cue.flag("clause") and told.speaker.name[:1].isdigit():
        return True  # «على ما نسبته 57%»
    if cue.hit is not None and cue.hit.entry.id == ACCOUNT and scene.begins_verb(cue.last):
        return True  # «وفق رواية نشرتها الصحيفة»
    if not cue.flag("norms") or told.speaker.basis != "phrase" or _is_of_quotation(scene, cue, told):
        return False
    own = any(hit.suffix for hit in scene.hits.at(cue.last, "role"))  # «وفق مراسلنا»
    if own or scene.named_before(cue.last) or scene.hits.has(cue.last, "body", "relation", "role", "group", "guest"):
        return False
    at = _led(scene, told.last, end)
    leads = at < end and scene.norms[at].startswith(SO)
    led = leads and (scene.is_that(at) or scene.is_break(at - 1) or scene.part(at) == "auxiliary")
    return not (led and cue.first == scene.region(cue.first)[0])


def _is_of_quotation(scene: Scene, cue: Cue, told: Told) -> bool:
    """Say whether a quotation stands before a cue («"…"؛ حسب الذهبي»), behind a comma that of somebody with a name."""
    at = cue.first - 1
    if at not in scene.speech_before:
        return False
    named = scene.is_comma(at) and any(i in scene.starting for i in range(cue.last, told.last))
    return scene.norms[at] == SEMICOLON or named


def _of_sentence_before(scene: Scene, cue: Cue, told: Told | None) -> Draft | None:
    """«"…". وفقا للصحيفة.»: a preposition that is a sentence of its own attributes the one before it."""
    number = scene.units.sentence_of[cue.first] - 1
    if number < 0 or cue.first in scene.within:
        return None
    before = scene.units.sentences[number]
    if before.paragraph != scene.units.sentence(cue.first).paragraph:
        return None
    return Draft(cue, before.first, scene.units.starts[before.first], before.last, before.last, None, told)


def _behind_told(scene: Scene, at: int, end: int) -> int:
    """Return the token behind whoever was told, the day and to whom, up to a mark («مصدر نفسه للقناة، …»), or `at`."""
    i = at
    while i < end and scene.units.is_word(i):
        noun = scene.starting.get(i)
        if i in scene.time_at:
            i = max(scene.time_at[i], i + 1)
        elif noun is not None and noun.mention.kind == "agency" and not scene.is_bare(noun):
            i = noun.last
        elif is_adjective(scene, i) or scene.part(i) in {"adverb", "manner"}:
            i = scene.particle_end(i)  # «وكالة الأنباء شبه الرسمية»
        else:
            return at
    return i


def _behind_years(scene: Scene, at: int, end: int) -> int:
    """Return the token behind brackets that tell when somebody lived («كما يقول ابن حداد (ت 700هـ)»), else `at`."""
    if at >= end or scene.norms[at] != "(":
        return at
    return next((i + 1 for i in range(at + 1, min(end, at + REACH)) if scene.norms[i] == ")"), at)


def _is_clause(scene: Scene, i: int) -> bool:
    """Say whether a clause without a complementiser begins at a token: a verb, or «ف» behind what leads into it."""
    return scene.norms[i].startswith(SO) or (bool(scene.hits.verbs(i)) and not scene.hits.has(i, "complementiser"))


def _led(scene: Scene, after: int, end: int) -> int:
    """Return the token at which the clause begins that a preposition with its noun leads into.

    What still belongs to the noun is passed over, up to «فإن», «فقد» or a word with «ف» behind a comma; a relative
    clause or a preposition with its noun up to the comma that ends it.
    """
    while after + 1 < end and is_adjective(scene, after) and scene.begins_verb(after + 1):
        after += 1  # «طبقا للقرار الوزاري تم …»
    while after + 1 < end and (after in scene.time_at or (scene.is_comma(after) and after + 1 in scene.time_at)):
        after = scene.time_at[after] if after in scene.time_at else after + 1
    near = range(after, min(end, after + LED))
    so = any(hit.prefix == SO for at in near for hit in scene.hits.at(at, "complementiser"))  # «…، لم يذكر اسمه، فإن …»
    told = "subordinator" if so else "negation"
    if scene.is_comma(after) and scene.part(after + 1) in {told, "subordinator"}:
        return after + 1  # «وبحسب حداد، إذا كان الطريق مغلقا، فلا …»
    for at in near:
        joined = any(hit.prefix.startswith(SO) for hit in scene.hits.at(at)) or scene.norms[at].startswith(SO + ARTICLE)
        if joined and (scene.is_comma(at - 1) or scene.hits.has(at, "complementiser") or scene.part(at) == "auxiliary"):
            return at
    more = after < end and is_adjective(scene, after) and scene.part(after + 1) in _OF_NOUN  # «المنشورة في مجلة، …»
    joined = after < end and scene.norms[after].startswith(AND + ARTICLE)  # «مدير العلاقات والإعلام، …»
    if scene.part(after) in _OF_NOUN or joined or more:
        told = "" if scene.part(after) == "relative" else "negation"  # «لتقرير في الموقع لا يعرف أحد …»
        after = next((at for at in near if scene.is_comma(at) or scene.part(at) == told), after)
    copied = is_pronoun(scene, after + 2) and scene.begins_verb(after + 1)  # «…، تلقت الصحيفة نسخة منه، …»
    if scene.is_comma(after) and (copied or describes(scene, after + 1)):
        return next((at + 1 for at in range(after + 2, min(end, after + LED)) if scene.is_comma(at)), after + 1)
    return after + 1 if scene.is_comma(after) else after


def quoted_before(scene: Scene, cue: Cue) -> Draft | None:
    """«…»، قال الوزير and «…»، هذا ما قاله الوزير: a quotation that ends right before the verb is what was said."""
    joined = cue.hit is not None and cue.hit.prefix != ""
    if cue.family != "verb" or joined or not {"quote", "that"}.intersection(cue.frames):
        return None
    this = cue.suffixed and scene.part_before(cue.first) == "fact"
    before = cue.first - 2 if this else cue.first
    before -= scene.is_comma(before - 1)
    speech = scene.speech_before.get(before)
    if speech is None or scene.is_title(speech.first):
        return None  # «في مقال بعنوان "…"، كتب الوزير عن …»
    _, end = scene.region(cue.first)
    told = behind(scene, cue, min(end, cue.last + REACH))
    if told is None or (cue.flag("weak") and (before == cue.first or told.kind != "person")):
        return None
    return Draft(cue, speech.inner, scene.units.starts[speech.inner], speech.first, speech.inner_last, None, told)


def as_said(scene: Scene, cue: Cue) -> Draft | None:
    """«…، كما قال الوزير» and «…، يقول الوزير، …»: the clause around the verb is what was said."""
    hit, (first, end) = cue.hit, scene.region(cue.first)
    if cue.family != "verb" or hit is None or hit.prefix or "that" not in cue.frames:
        return None
    like = scene.is_as(cue.first - 1)
    if cue.flag("weak") and not like:
        return None
    told_so = cue.flag("utters") or hit.form.tense == "past"  # not «كما يلاحظ القارئ فإن …»
    if like and told_so and (led := _as_leading(scene, cue, end)) is not None:
        return led
    begin = cue.first - 1 if like else cue.first
    compared = like and not (cue.flag("mental") or cue.text("stance") == "demand")  # «لم يكن الطريق كما ظن العلماء»
    if begin <= first or not (compared or scene.is_break(begin - 1)):
        return None
    told = behind(scene, cue, min(end, cue.last + REACH), believe=not cue.flag("weak"))
    after = cue.last if told is None else _behind_years(scene, told.last, end)
    lived = told is not None and after > told.last
    after = _behind_told(scene, after, end)
    after = behind_governed(scene, after) if told is not None and scene.part(after) == "in" else after  # «في مقالته»
    if like and told is not None and scene.part(after) == "relative":
        after = next((i for i in range(after, end) if scene.is_comma(i)), end)  # «كما قالت ليلى التي زارت البلدة»
    inside = after < end and scene.is_break(after)
    goes_on = like and scene.part(after) == "there"  # «والسبب، كما يشير وديع، هو …»
    if goes_on:
        inside = True
    elif told is not None and after < end and scene.units.is_word(after) and not (lived or _is_source(scene, after)):
        return None
    if told is None or not (like or (inside and hit.form.tense == "present") or _closes(scene, cue, told, after, end)):
        return None
    limit = begin - is_thus(scene, begin - 1)
    limit -= scene.is_break(limit - 1)
    whole = scene.behind_agency(first)
    aside = _in_dashes(scene, whole, limit)
    at = _last_clause(scene, aside, limit)
    if limit - at < SHORTEST_REST or not (like or inside or tells(scene, at, limit)):
        return None
    draft = Draft(cue, at, scene.units.starts[at], limit, limit, None, told)
    behind_it = after if goes_on else after + 1
    if inside and aside == whole and (resumes(scene, behind_it, end) or not like):
        draft.resumed = behind_it, end
        return of_last(scene, draft, after, end)
    return draft


def _closes(scene: Scene, cue: Cue, told: Told, after: int, end: int) -> bool:
    """Say whether a present verb with whoever says it ends its sentence («الطرق مغلقة، يقول سامي حداد.»)."""
    now = cue.hit is not None and cue.hit.form.tense == "present" and told.speaker.basis == "subject"
    somebody = told.kind != "phrase" or cue.flag("utters") or scene.hits.has(cue.last, "medium")
    return now and somebody and not any(scene.units.is_word(i) for i in range(after, end))


def _is_source(scene: Scene, i: int) -> bool:
    """Say whether it is told at a token from whom somebody had it («كما قالت الصحيفة | نقلا عن مصادر»)."""
    return any(hit.entry.flag("relays") for hit in scene.hits.at(i, "cue_preposition"))


def _in_dashes(scene: Scene, at: int, limit: int) -> int:
    """Return where an aside begins that a dash opens before a token («الشيخ -وهو ثقة كما قال حداد- سأل»), else `at`."""
    dashes = [i for i in range(at, limit) if scene.norms[i] in DASHES]
    return dashes[-1] + 1 if len(dashes) % 2 else at


def _as_leading(scene: Scene, cue: Cue, end: int) -> Draft | None:
    """«وكما أفادت المصادر فإن …»: the clause behind «فإن» is what was said."""
    told = behind(scene, cue, min(end, cue.last + REACH))
    at = end if told is None else _led(scene, told.last, end)
    if at + 1 >= end or not scene.norms[at].startswith(SO) or not scene.hits.has(at, "complementiser"):
        return None
    at += scene.is_that(at)
    return Draft(cue, at, scene.units.starts[at], cue.first - 1, end, None, told)
