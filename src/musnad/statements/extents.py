"""How far content reaches: to the next cue of the same speaker, a word by which the writer goes on, or the end."""

from bisect import bisect_left

from musnad.arabic import AND, ARTICLE, BA, LAM, PRESENT_STARTS, SO
from musnad.arabic.letters import ALEF, MIM
from musnad.lexicon import Hit
from musnad.statements.endings import is_accusative
from musnad.statements.scene import LONGEST_NAME, SHORT, Scene, Speech
from musnad.statements.steps import GOVERN, is_pronoun

FRONTED = 7  # tokens of a phrase that stands before its clause

_OCCASIONS = frozenset({"statement", "remarks", "speech", "press_conference"})
_TRAILING = frozenset('،,؛;:-–—(.…؟!؟»”"')
_TELLING = frozenset({"auxiliary", "there", "this"})  # words of sentences without another verb; «مع هذا»
_LEADERS = frozenset({"contrast", "auxiliary", "subordinator", "relative", "as_for"})
_BUT = "connective.contrast"
_MEANS = "connective.means"
_LIKE_DEEDS = tuple(AND + start for start in PRESENT_STARTS)  # «وتحمل المسؤولية», a deed or a verb
_HOW_SAID = "connective.how_said"  # «أدان الهجوم بشدة»
_CLOSING = frozenset('»”"')
_SAYER = 9  # tokens behind a content that may tell again who says it


def content_end(scene: Scene, first: int, stops: list[int], limit: int) -> int:
    """Return the token after the content that begins at `first`: at the nearest of `stops`, or at `limit`.

    `stops` are tokens at which another statement of the same level begins; what only leads over to it is cut off.
    """
    end = min([stop for stop in stops if stop > first], default=limit)
    end = min(end, limit, _writer(scene, first, limit))
    return trimmed(scene, first, end, leading=end < limit)


def without_sayer(scene: Scene, first: int, end: int) -> int:
    """Return the end of a content without whoever is told behind it to say it («…، يقول الوزير.»), else `end`."""
    if end < len(scene.norms) and scene.units.is_word(end):
        return end
    for i in range(end - 2, max(first + 1, end - _SAYER), -1):
        noun = scene.starting.get(i + 1)
        whole = noun.last == end if noun is not None else i + 2 == end and scene.norms[i + 1].startswith(ARTICLE)
        apart = scene.is_break(i - 1) or scene.norms[i - 1] in _CLOSING
        if whole and apart and scene.begins_present(i) and any(h.entry.flag("utters") for h in scene.hits.at(i, "cue")):
            return trimmed(scene, first, i, leading=False)
    return end


def nominal_end(scene: Scene, first: int, end: int, *, deed: bool) -> int:
    """Return the end of a noun phrase before a clause that cannot belong to it («… عزله، ولكنه لم ينزعج»), else `end`.

    Such a clause begins with «كما», «لكن» or «فيما» and a verb, with «ومن المنتظر», «وذلك» or, behind a mark, with «هو»
    or another verb of saying; so does a past verb with «و», unless a verb stands before it, and «لكن» or «ف» with a
    noun. Quotations are passed over.
    """
    for i in range(first + 1, end - 1):
        if i in scene.within or scene.is_covered(i):
            continue
        other = _is_new(scene, first, i) or _turns(scene, i, end)
        if other or _comments(scene, i, deed=deed) or _is_occasion(scene, i, end):
            return trimmed(scene, first, i, leading=True)
    return end


def subordinate_end(scene: Scene, begins: int, first: int, end: int) -> int:
    """Return the end of a noun phrase in a clause of time with which a sentence begins, before its main clause.

    «وفي الوقت الذي نبه فيه الحزب إلى غياب الحوار، رفض الوزير الرد»: the clause of the cue begins at token `begins`.
    """
    opener = begins - 1
    while scene.is_covered(opener):
        opener -= 1
    if scene.part(opener) != "subordinator" or opener > scene.region(begins)[0] + 1:
        return end
    for i in range(first + 1, end - 1):
        main = scene.begins_verb(i + 1) and not scene.is_function(i + 1)
        main = main or any(hit.prefix == SO for hit in scene.hits.at(i + 1, "complementiser"))
        if scene.is_comma(i) and i not in scene.within and main:
            return trimmed(scene, first, i, leading=False)
    return end


def occasion_end(scene: Scene, first: int, end: int) -> int:
    """Return the end of a clause before the paper or speech in which it was said («…، وذلك خلال مؤتمر صحفي»)."""
    at = next((i for i in range(end - 1, first, -1) if scene.is_comma(i)), None)
    if at is None:
        return end
    thus = scene.part(at + 1) == "this" and scene.norms[at + 1].startswith(AND)
    occasion = at + 2 if thus else at + 1
    if scene.part(occasion) != "in" or any(scene.part(i) == "contrast" for i in range(occasion, end)):
        return end
    told = _papers(scene, scene.particle_end(occasion), end)
    return trimmed(scene, first, at, leading=True) if told else end


def _papers(scene: Scene, i: int, end: int) -> bool:
    """Say whether a paper or speech that is told nothing of before stands at a token («مؤتمر صحفي», not «البيان»)."""
    papers = [hit for hit in scene.hits.at(i, "medium") if not (hit.definite or hit.prefix)] if i < end else []
    return bool(papers) and papers[0].entry.text("medium") in _OCCASIONS


def _is_occasion(scene: Scene, i: int, end: int) -> bool:
    """Say whether a noun phrase is over where it is told in which paper or speech it stood («… في بيان»)."""
    if scene.part(i) != "in" or i + 1 >= end or scene.hits.verbs(i - 1):
        return False
    papers = [hit for hit in scene.hits.at(i + 1, "medium") if not (hit.definite or hit.suffix or hit.prefix)]
    if not papers or papers[0].entry.text("medium") not in _OCCASIONS:
        return False
    after = papers[0].last
    made = after < end and (scene.norms[after].startswith(ARTICLE) or after in scene.starting)
    return not made


def _comments(scene: Scene, i: int, *, deed: bool) -> bool:
    """Say whether the writer says something of a noun phrase at a token («وذلك بعد …», «، هو الثالث …»), or goes on."""
    if scene.part(i) == "this" and scene.norms[i].startswith(AND):
        return deed or not _says_how(scene, i + 1)
    if not scene.is_break(i - 1):
        return False
    opens = any(hit.prefix == AND for hit in scene.hits.at(i, "clause_opener"))
    if opens or scene.part(i) in {"there", "as_for"}:
        return True
    return _limits(scene, i) or _is_state(scene, i) or _goes_on(scene, i)


def _limits(scene: Scene, i: int) -> bool:
    """Say whether a whole clause limits what was said («…، غير أن الوفد …», «…، ورغم أن المطر توقف …»)."""
    particle = scene.particle(i)
    if particle is None:
        return False
    if particle.entry.text("part") == "subordinator":
        return particle.prefix == AND and particle.last - i > 1
    return particle.entry.id == _BUT and particle.last - i > 1


def _is_state(scene: Scene, i: int) -> bool:
    """Say whether a participle of whoever spoke stands at a token («…، مستعرضا ما تحقق», «…، متمنيا له السلامة»)."""
    norm, hits = scene.norms[i], scene.hits.at(i)
    if i in scene.time_at or i in scene.starting or not norm.startswith(MIM) or not norm.endswith(ALEF):
        return False
    said = any(hit.kind == "cue" and hit.form.pos == "participle" for hit in hits)
    return said or (len(norm) > SHORT + 2 and not hits and i + 1 < len(scene.norms) and scene.units.is_word(i + 1))


def _says_how(scene: Scene, i: int) -> bool:
    """Say whether what stands behind «وذلك» says how or what for («وذلك من خلال …», «وذلك لتسهيل …»)."""
    if i >= len(scene.norms) or i in scene.time_at:
        return False
    particle = scene.particle(i)
    if particle is not None:
        return particle.entry.text("part") in {"of", "about"} or particle.entry.id == _MEANS
    return scene.norms[i].startswith((*LAM, *BA)) or is_accusative(scene.norms[i])


def _turns(scene: Scene, i: int, end: int) -> bool:
    """Say whether a clause with a verb of its own begins at a token («لكنه لم …», «فيما يخضع …»)."""
    after = scene.particle_end(i)
    if after >= end or not (scene.is_apart(i) or (scene.part(i) == "contrast" and scene.is_turn(i))):
        return False
    present = scene.is_apart(i) and not scene.hits.has(after) and scene.norms[after].startswith(PRESENT_STARTS)
    return present or scene.begins_verb(after) or scene.part(after) in {"negation", "auxiliary"}


def _is_new(scene: Scene, first: int, i: int) -> bool:
    """Say whether a clause that stands beside a noun phrase begins at a token («…، وأعادت تأكيد …»).

    A verb in the noun phrase, from its token `first` on, could as well go on there, unless it is in the present and
    the new one in the past. Without a mark before it only a verb does where none stands before («نقص المياه وتحيل …»).
    """
    joined = scene.norms[i].startswith(AND)
    so = scene.norms[i].startswith(SO) and (scene.norms[i].startswith(SO + ARTICLE) or _is_so(scene, i))
    if not (joined or so):
        return False
    marked, after = scene.is_break(i - 1), scene.particle_end(i)
    if joined and ((marked and _opens(scene, i, after)) or _heads_clause(scene, i)):
        return True
    verb = joined and _is_joined_verb(scene, i) and (marked or not scene.norms[i].startswith(_LIKE_DEEDS))
    negated = joined and marked and scene.part(i) == "negation" and not scene.is_function(after)
    so = so and (marked or _is_so(scene, i))
    if not (verb or negated or so):  # «…، ولم يستبعد …», and not «…، وليس من …»
        return False
    before = [at for at in range(first, i) if scene.is_surely_verb(at)]
    past = any(hit.form.tense == "past" for hit in scene.hits.verbs(i))
    if not any(scene.part(at) == "relative" for at in range(first, i)) and not before:
        that = any(scene.hits.has(at, "complementiser") for at in range(first, i))
        return not that or (marked and (past or not verb))  # «… على أن تدعم، وتمنح صلاحيات …»
    return verb and past and bool(before) and not any(_is_past(scene, at) for at in before)


def _heads_clause(scene: Scene, i: int) -> bool:
    """Say whether «و» with a name and its verb goes on in a headline («… بتغريم الشركة وأوروبا تتطلع لبدائل»)."""
    noun = scene.starting.get(i)
    if noun is None or scene.units.sentence(i).paragraph or not scene.is_bare(noun, frozenset({AND})):
        return False
    return noun.last < len(scene.norms) and scene.is_surely_verb(noun.last)


def _opens(scene: Scene, i: int, after: int) -> bool:
    """Say whether words with «و» behind a mark open a clause of the writer («…، وقد لجأت …», «…، ورغم ذلك …»)."""
    if scene.part(i) == "auxiliary":
        return scene.begins_verb(after) or not scene.hits.has(after)
    if scene.part(i + 1) == "this" and not scene.hits.has(i):
        return scene.norms[i].startswith(_LIKE_DEEDS)  # «…، ويتجلى ذلك …»
    return scene.part(i) in {"in", "beside"} and scene.part(after) == "this" and not scene.units.is_word(after + 1)


def _is_joined_verb(scene: Scene, i: int) -> bool:
    """Say whether a word can only be a verb with «و», one of four letters or more or a light one («وتم», «وجاء»)."""
    hits = [] if scene.norms[i].startswith(AND + ARTICLE) else scene.hits.at(i)
    verbs = [hit for hit in hits if hit.form.pos == "verb" and hit.prefix == AND]
    light = any(hit.kind == "appearing" or hit.entry.flag("agentless") for hit in verbs)
    long = light or any(len(hit.form.pattern) > SHORT for hit in verbs) or (bool(verbs) and _has_place(scene, i))
    return long and all(hit.form.pos == "verb" or (light and hit.kind == "function_word") for hit in hits)


def _has_place(scene: Scene, i: int) -> bool:
    """Say whether a word behind a mark has a preposition that no noun would have («…، وحدد فيه …», «…، وحضر إلى …»)."""
    if not scene.is_break(i - 1) or i + 1 >= len(scene.norms):
        return False
    return scene.part(i + 1) in {"to", "within"} or is_pronoun(scene, i + 1)


def _is_past(scene: Scene, i: int) -> bool:
    return any(hit.form.tense == "past" for hit in scene.hits.verbs(i))


def _is_so(scene: Scene, i: int) -> bool:
    """Say whether «ف» is written onto a function word («…، فمن جهة …»)."""
    particle = scene.particle(i)
    return particle is not None and particle.prefix == SO


def _goes_on(scene: Scene, i: int) -> bool:
    """Say whether whoever spoke goes on at a token: a past verb of saying with «و» («…، واعتبر الخبر …»)."""
    return any(
        hit.form.pos == "verb" and hit.form.tense == "past" and hit.prefix == AND and not hit.suffix
        for hit in scene.hits.at(i, "cue")
        if not hit.entry.flag("weak")
    )


def trimmed(scene: Scene, first: int, end: int, *, leading: bool) -> int:
    """Return `end` moved back over marks, and over what leads to a following statement if there is one."""
    while end > first + 1:
        mark = scene.norms[end - 1]
        if (mark in _TRAILING and not _closes(scene, end - 1, first)) or (leading and _leads(scene, end - 1)):
            end -= 1
        else:
            turn = (fronted(scene, first, end) or _turn(scene, end, first)) if leading else None
            if turn is None:
                break
            end = turn
    return end


def _closes(scene: Scene, i: int, first: int) -> bool:
    """Say whether a mark closes a pair that opened inside the content."""
    if scene.norms[i] not in _CLOSING:
        return False
    opening = scene.closing.get(scene.units.starts[i])
    return opening is not None and opening >= scene.units.starts[first]


def _leads(scene: Scene, i: int) -> bool:
    """Say whether a word only leads over to the next statement: and, as, but, when, who, «وذلك», a bare conjunction."""
    thus = scene.part(i) == "this" and scene.norms[i].startswith(AND)
    return thus or scene.part(i) in _LEADERS or scene.norms[i] == AND


def _turn(scene: Scene, end: int, first: int) -> int | None:
    """Return the first token of a phrase before `end` that opens what follows («من جهته», «فيما»), or None."""
    for i in range(max(first + 1, end - 4), end):
        for hit in scene.hits.at(i, "clause_opener", "connective"):
            opens = hit.kind == "clause_opener" or hit.entry.text("part") == "contrast"
            opens = opens or (hit.entry.text("part") == "adverb" and _stands_apart(scene, hit))
            if hit.last == end and opens:
                return i
    return None


def fronted(scene: Scene, first: int, end: int) -> int | None:
    """Return where a phrase begins that stands before the comma at `end` and opens a clause with «و», or None.

    Such a phrase is a preposition with its noun between two marks: «…، وفي الوقت نفسه، اتهم الوزير …».
    """
    if not scene.is_comma(end):
        return None
    for i in range(end - 1, max(first, end - FRONTED), -1):
        if scene.is_break(i) or scene.hits.verbs(i):
            return None
        if scene.norms[i].startswith(AND) and scene.part(i) in GOVERN and scene.is_break(i - 1):
            return i
    return None


def _stands_apart(scene: Scene, adverb: Hit) -> bool:
    """Say whether an adverb before a statement leads to it («…، من جهته أكد …»), and ends no clause («… كذلك، …»)."""
    apart = scene.is_break(adverb.first - 1) or not scene.is_break(adverb.last)
    return apart or adverb.prefix == AND or adverb.entry.id == _HOW_SAID


def _writer(scene: Scene, first: int, limit: int) -> int:
    """Return the first token at which the writer speaks again inside the sentence, else `limit`."""
    at = bisect_left(scene.writer, first + 2)
    return min(scene.writer[at], limit) if at < len(scene.writer) else limit


def continued(scene: Scene, end: int) -> int:
    """Return the end of sentences behind `end` that go on with a joined complementiser («وأن …») in the same line."""
    units = scene.units
    sent = units.sentence(end - 1)
    number = units.sentence_of[end - 1]
    while number + 1 < len(units.sentences):
        nxt = units.sentences[number + 1]
        joined = [h for h in scene.hits.at(nxt.first, "complementiser") if h.prefix == AND]
        if nxt.paragraph != sent.paragraph or not joined:
            break
        end, number = trimmed(scene, nxt.first, nxt.last, leading=False), number + 1
    return end


def dotted_on(scene: Scene, end: int, stops: list[int]) -> int:
    """Return the end of own words behind `end` that two dots join to them in the same line («قال: نريد حلا.. ونريد …»).

    The next of `stops`, at which somebody else is told to speak, ends them.
    """
    units = scene.units
    number = units.sentence_of[end - 1]
    while number + 1 < len(units.sentences):
        sent, nxt = units.sentences[number], units.sentences[number + 1]
        dots = [norm == "." for norm in scene.norms[sent.last - 3 : sent.last]] == [False, True, True]
        if nxt.paragraph != sent.paragraph or not dots:
            return end
        stop = min([at for at in stops if nxt.first <= at < nxt.last], default=nxt.last)
        if stop == nxt.first:
            return end
        end, number = trimmed(scene, nxt.first, stop, leading=stop < nxt.last), number + 1
        if stop < nxt.last:
            return end
    return end


def with_fragments(scene: Scene, end: int) -> int:
    """Return the end of what is written behind `end` as sentences of their own in the same paragraph but is none.

    Such a fragment begins with «مع» or «من خلال» and has no verb («… الملف النووي. مع مراعاة مصالح الجانبين.»), or with
    a relative pronoun or «بما» («رفض تسليم الوزير. الذي أدانه القضاء.»).
    """
    units = scene.units
    number = units.sentence_of[end - 1]
    while number + 1 < len(units.sentences):
        nxt = units.sentences[number + 1]
        part, particle = scene.part(nxt.first), scene.particle(nxt.first)
        if nxt.paragraph != units.sentences[number].paragraph or particle is None or particle.prefix:
            break
        words = range(nxt.first, nxt.last)
        told = any(scene.is_surely_verb(i) or scene.part(i) in _TELLING for i in words)
        alone = (part == "beside" or particle.entry.id == _MEANS) and not told
        if not (alone or part in {"relative", "with_what"}):
            break
        end, number = trimmed(scene, nxt.first, nxt.last, leading=False), number + 1
    return end


def quotation_end(scene: Scene, first: int, end: int) -> int:
    """Return the end of the quotation that opened inside a content and goes on behind its sentence, else `end`."""
    speech = scene.within.get(end - 1)
    sent = scene.units.sentence(end - 1)
    opened = speech is not None and speech.first > first and speech.first in scene.quote_at
    return speech.last if speech is not None and opened and end < speech.inner_last and speech.last > sent.last else end


def quoted_on(scene: Scene, speech: Speech, taken: frozenset[int]) -> int:
    """Return the end of a quotation and of those that go on behind it in the same paragraph («"…". "…"»).

    `taken` are the tokens at which the contents of all statements begin: a quotation of another ends the search.
    """
    units = scene.units
    paragraph = units.sentence(speech.first).paragraph
    last = speech.last
    while True:
        at = last
        while at < len(scene.norms) and not units.is_word(at) and at not in scene.speech_at:
            at += 1
        more = scene.speech_at.get(at)
        if more is None or units.sentence(at).paragraph != paragraph or taken & {more.first, more.inner}:
            return last
        if more.inner_last - more.inner <= LONGEST_NAME:
            return last
        last = more.last
