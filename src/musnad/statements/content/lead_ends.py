"""Where what is said in a clause or phrase that leads to the verb of its sentence ends."""

from musnad.arabic import AND, ARTICLE, SO, THEN
from musnad.arabic.letters import YA
from musnad.statements.content.extents import is_occasion, trimmed
from musnad.statements.content.phrase_ends import limits
from musnad.statements.cues.verb_like import is_hollow, is_joined_verb, is_past, is_tenth
from musnad.statements.endings import has_pronoun
from musnad.statements.scene import BRACKETS, DASHES, SEMICOLON, Scene

ASIDE = 9  # tokens from the mark before an aside to its verb
_NEW = frozenset({"relative", "what", "contrast", "subordinator"})  # words that open another clause


def subordinate_end(scene: Scene, begins: int, first: int, end: int, *, clause: bool = False) -> int:
    """Return the end of what is said in a clause of time with which a sentence begins, before its main clause.

    «وفي الوقت الذي نبه فيه الحزب إلى غياب الحوار، رفض الوزير الرد»: the clause of the cue begins at token `begins`.
    Without a mark only a noun phrase ends, before a verb in the present behind something definite.
    """
    opener = begins - 1
    while scene.is_covered(opener):
        opener -= 1
    if scene.part(opener) != "subordinator" or not _leads(scene, opener):
        return end
    related = False
    for i in range(first + 1, end - 1):
        if i in scene.within:
            continue
        marked, at = scene.is_comma(i) or scene.norms[i] == SEMICOLON, i + 1
        if marked and (_is_main(scene, at, clause=clause) or _is_so(scene, at, clause=clause)):
            return trimmed(scene, first, i, leading=False)
        related = related or scene.part(i) == "relative"
        if not (clause or related) and scene.begins_present(i) and _is_known(scene, i - 1):
            return trimmed(scene, first, i, leading=False)
    return end


def _leads(scene: Scene, i: int) -> bool:
    """Say whether a clause that a word opens leads to its main clause: at the beginning, or with «و» behind a mark."""
    first = i <= scene.region(i)[0] + 1 or scene.hits.has(i - 1, "complementiser")  # «إنه فيما …، فإن …»
    return first or (scene.norms[i].startswith(AND) and scene.is_break(i - 1))


def _is_main(scene: Scene, i: int, *, clause: bool) -> bool:
    """Say whether a verb that may be that of the main clause stands at a token, surely so behind another `clause`."""
    if scene.is_function(i) or not scene.begins_verb(i):
        return False
    return not clause or (scene.is_surely_verb(i) and _is_no_deed(scene, i)) or _is_told_past(scene, i)


def _is_told_past(scene: Scene, i: int) -> bool:
    return is_past(scene, i) and scene.is_verb(i, "cue")


def _is_so(scene: Scene, i: int, *, clause: bool) -> bool:
    """Say whether «ف» leads to a clause at a token: «فإن …», behind a noun phrase «فهناك …» too."""
    return any(hit.prefix == SO and (not clause or hit.kind == "complementiser") for hit in scene.hits.at(i))


def protasis_end(scene: Scene, cue: int, first: int, end: int) -> int:
    """Return the end of what is said in a clause that leads to the main clause, before «فإن», «فقد» or «إلا أن».

    «وإذا كان حداد قد أكد أن الخطة جيدة، فإن المجلس …»: what is said leads to no clause of its own.
    """
    low = scene.region(cue)[0]
    if scene.part(low) != "subordinator" or scene.is_break(cue - 1):
        return end
    for i in range(scene.particle_end(low), end - 1):
        if i in scene.within:
            continue
        turned = scene.part(i) == "contrast" and scene.particle_end(i) - i > 1  # «إلا أن», not «لكنه»
        if _answers(scene, i) or turned:
            return trimmed(scene, first, i, leading=False) if i > first else end
        if i > first and scene.part(i) == "subordinator":
            return end
    return end


def _answers(scene: Scene, i: int) -> bool:
    """Say whether «ف» leads to a main clause at a token («فإن …», «فقد …», «فلا …»)."""
    particle = scene.particle(i)
    led = particle is not None and particle.prefix == SO and particle.entry.text("part") in {"auxiliary", "negation"}
    return led or any(hit.prefix == SO for hit in scene.hits.at(i, "complementiser"))


def leading_end(scene: Scene, begins: int, first: int, end: int) -> int:
    """Return the end of what a masdar says before the main clause («ورغم تأكيد الوزير أن … فإن …»), else `end`."""
    if begins > scene.region(begins)[0] and not _leads(scene, begins - 1):
        return end
    for i in range(first + 1, end - 1):
        so = any(hit.prefix == SO for hit in scene.hits.at(i, "complementiser"))
        if i not in scene.within and (so or (limits(scene, i) and scene.part(i) == "contrast")):
            return trimmed(scene, first, i, leading=True)
    return end


def main_end(scene: Scene, cue: int, first: int, end: int, *, clause: bool = False) -> int:
    """Return the end of what a masdar says before the verb of the sentence that it leads into, else `end`.

    «ورغم تعهد الشركة بكذا، أكد التحقيق …», «أن اعتراف الرئيس بالسيادة جاء …»: no verb stands before the masdar, but in
    a relative clause. Without a mark before it only a past verb behind something definite is that of the sentence. A
    `clause` must have a verb of its own before.
    """
    if _has_verb_before(scene, cue):
        return end
    related, own = False, not clause or scene.begins_verb(first)
    for i in range(first + 1, end - 1):
        related = related or scene.part(i) in {"relative", "what"}
        if i in scene.within or scene.is_covered(i):
            continue
        marked, verb = scene.is_break(i - 1) and scene.norms[i - 1] not in BRACKETS, _is_main_verb(scene, i)
        bare = not (clause or related) and is_past(scene, i) and _is_known(scene, i - 1)
        told = verb and own and (marked or bare)
        told = told or (scene.is_verb(i, "cue") and i + 1 < end and scene.norms[i + 1] == ":")
        if told or any(hit.prefix == SO for hit in scene.hits.at(i, "complementiser")):
            return trimmed(scene, first, i, leading=False)
        related, own = related and not marked, own or verb
    return end


def _has_verb_before(scene: Scene, cue: int) -> bool:
    """Say whether a verb stands in the clause before a token, but in a relative clause («المدير الذي وعد … | أعلن»)."""
    low = next((i + 1 for i in range(cue - 1, scene.region(cue)[0] - 1, -1) if scene.is_that(i)), scene.region(cue)[0])
    related = False
    for i in range(low, cue):
        related = related or scene.part(i) in {"relative", "what"}
        if not related and (scene.is_surely_verb(i) or (i == low and scene.hits.verbs(i))):
            return True
    return False


def related_end(scene: Scene, cue: int, first: int, end: int, *, clause: bool) -> int:
    """Return the end of what is said in a relative clause with which a sentence begins, before its verb, else `end`.

    «المسؤول الذي قال إنه شارك في العملية أصيب بجروح»: a verb that fits the relative pronoun, with nothing written
    before it, behind something definite or a mark; a `clause` must have a verb of its own before.
    """
    pronoun = scene.particle(cue - 1)
    refers = "" if pronoun is None or pronoun.last != cue else pronoun.entry.text("refers")
    low = scene.region(cue)[0]
    if not refers or _has_verb_before(scene, cue) or any(scene.part(i) == "there" for i in range(low, cue)):
        return end
    related, own = False, not clause or scene.begins_verb(first)
    for i in range(first + 1, end - 1):
        if i in scene.within or scene.is_covered(i):
            continue
        related = related or scene.part(i) in {"relative", "what"}
        marked = scene.is_break(i - 1) and scene.norms[i - 1] not in BRACKETS
        verb = _main_verb(scene, i)
        known = not related and (_is_over(scene, i) or (is_past(scene, i) and bool(scene.hits.verbs(i - 1))))
        if own and (marked or known) and verb is not None and _fits(scene, verb, refers):
            return trimmed(scene, first, i, leading=False)
        own = own or bool(scene.hits.verbs(i))
        if scene.hits.has(i, "complementiser"):
            related, own = False, False
    return end


def _is_over(scene: Scene, i: int) -> bool:
    """Say whether what stands before a token is definite or a time, so that no relative clause begins there."""
    return _is_known(scene, i - 1) or has_pronoun(scene.norms[i - 1]) or i in scene.time_before


def _main_verb(scene: Scene, i: int) -> int | None:
    """Return the verb at a token, or behind a negation or auxiliary there («لن يعود», «كان قد وعد»), or None."""
    if scene.norms[i].startswith(AND):
        return None
    if scene.part(i) in {"negation", "auxiliary"}:
        return i + 1 if scene.hits.verbs(i + 1) else None
    return i if _is_main_verb(scene, i) else None


def _fits(scene: Scene, i: int, refers: str) -> bool:
    """Say whether the verb at a token can be told of what a relative pronoun stands for."""
    forms = [hit.form for hit in scene.hits.verbs(i) if not hit.suffix and hit.form.person != 1]
    if refers == "p":
        return any(form.number == "p" for form in forms)
    return any(form.number == "s" and form.gender in {"", None, refers} for form in forms)


def _is_main_verb(scene: Scene, i: int) -> bool:
    """Say whether a token can only be a verb with nothing before it, or is a short one with a long vowel («جاء»)."""
    if any(hit.form.number == "d" for hit in scene.hits.verbs(i)):
        return False  # «يحدث الفريق (أ) تغيرا في …»
    short = [hit for hit in scene.hits.verbs(i) if not (hit.prefix or hit.suffix) and is_hollow(hit.form.pattern)]
    return (scene.is_surely_verb(i) or bool(short)) and not scene.is_function(i)


def _is_known(scene: Scene, i: int) -> bool:
    """Say whether a word is definite, so that no relative clause without a pronoun follows it."""
    return scene.norms[i].startswith(ARTICLE) or i + 1 in scene.ending


def predicate_end(scene: Scene, cue: int, first: int, end: int) -> int:
    """Return the end of a noun phrase in a relative clause before what is told of that of which it tells, else `end`.

    It is a present verb behind something definite («الدولة التي أبدت استعدادها لتولي التنظيم تستعد لـ…»), one with its
    negation, a verb of saying with its clause («النائب الذي تتهمه بالرشوة قال إن …») or a pronoun («… هي الأولى»).
    """
    what = scene.part(cue - 1) == "what" and scene.is_that(cue - 2)  # «أن ما وصفه بالخدعة لن ينجح»
    if scene.part(cue - 1) != "relative" and not what:
        return end
    for i in range(first + 1, end - 1):
        told = _is_known(scene, i - 1) and i not in scene.within and _is_predicate(scene, i)
        if told:
            return trimmed(scene, first, i, leading=False)
        if scene.part(i) in _NEW or scene.is_that(i) or not scene.units.is_word(i):
            return end
    return end


def _is_predicate(scene: Scene, i: int) -> bool:
    """Say whether a present verb, a negated one, a verb of saying before its clause or a pronoun stands at a token."""
    verbs = [hit for hit in scene.hits.verbs(i) if not (hit.prefix or hit.suffix)]
    present = any(hit.form.tense == "present" for hit in verbs) and scene.is_surely_verb(i)
    says = any(hit.kind == "cue" and hit.entry.flag("utters") for hit in verbs) and scene.hits.has(
        i + 1, "complementiser"
    )
    apart = not scene.norms[i].startswith(AND)
    negated = apart and scene.part(i) == "negation" and bool(scene.hits.verbs(i + 1))
    return present or is_tenth(scene, i) or says or negated or (apart and scene.part(i) == "there")


def aside_end(scene: Scene, cue: int, first: int, end: int) -> int:
    """Return the end of what is said in a relative clause between two marks, else `end`.

    «تتوقع الشركة -التي تقول النقابة إنها خاسرة- أن …»

    Behind a second comma only a clause that goes on with what stood before the aside ends it.
    """
    opener = next((i for i in range(cue - 1, max(0, cue - ASIDE), -1) if scene.is_break(i)), 0)
    dash = scene.norms[opener] in DASHES
    if scene.part(opener + 1) != "relative" or not (dash or scene.is_comma(opener)):
        return end
    for i in range(first + 1, end - 1):
        clause = any(hit.prefix == "" for hit in scene.hits.at(i + 1, "complementiser"))
        if i not in scene.within and (scene.norms[i] in DASHES if dash else scene.is_comma(i) and clause):
            return trimmed(scene, first, i, leading=False)
    return end


def label_end(scene: Scene, cue: int, first: int, end: int, *, aimed: bool) -> int:
    """Return the end of marked words by which somebody calls what a sentence tells of, else `end`.

    «بدأت الوزارة ما وصفه المتحدث بأنه "حملة واسعة" الشهر الماضي»: what follows belongs to the sentence, unless it has
    marked words too. So does the occasion («وصف القرار بأنه "كارثة" في تصريح للصحيفة»: a verb `aimed` at something).
    """
    at = next((i for i in range(first, end if aimed else first + 1) if scene.hits.has(i, "complementiser")), end)
    quote = scene.quote_at.get(at + 1)
    if quote is None or not any(hit.suffix for hit in scene.hits.at(at, "complementiser")):
        return end
    last = scene.units.tokens_of(quote.start, quote.end)[1]
    if last >= end or any(i in scene.quote_at for i in range(last, end)):
        return end
    called = scene.part(cue - 1) in {"what", "with_what"} and not scene.is_function(last)
    called = called and not scene.norms[last].startswith(AND)
    when = last in scene.time_at or (scene.part(last) == "in" and is_occasion(scene, scene.particle_end(last), end))
    return last if called or when else end


def wish_end(scene: Scene, first: int, end: int) -> int:
    """Return the end of what is only wished before a past verb («بأن يوفقهم، ثم قدم نبذة …»), else `end`."""
    verbs = scene.hits.verbs(first)
    unknown = not scene.hits.has(first) and first not in scene.starting and scene.norms[first].startswith(YA)
    wished = unknown or (bool(verbs) and all(hit.form.tense == "present" and not hit.prefix for hit in verbs))
    if not (wished and scene.is_that(first - 1)):
        return end
    for i in range(first + 2, end - 1):
        if i in scene.within or not scene.is_break(i - 1):
            continue
        then = scene.norms[i] == THEN and is_past(scene, i + 1) and _is_no_deed(scene, i + 1)
        joined = is_joined_verb(scene, i) and is_past(scene, i)
        joined = joined or (scene.part(i) == "auxiliary" and scene.norms[i].startswith(AND))
        if (then or joined) and not any(is_past(scene, at) for at in range(first, i)):
            return trimmed(scene, first, i, leading=True)
    return end


def _is_no_deed(scene: Scene, i: int) -> bool:
    """Say whether no masdar and no name is spelt like a word («قدم», not «منع»)."""
    return i not in scene.starting and not any(hit.form.pos == "masdar" for hit in scene.hits.at(i))
