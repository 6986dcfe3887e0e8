"""Where a noun phrase or a leading clause that is said ends: before a clause that the writer goes on with."""

from musnad.arabic import AND, ARTICLE, BA, LAM, OBLIQUE, PRESENT_STARTS, SO, THEN
from musnad.arabic.letters import ALEF, MIM, YA
from musnad.statements.content.extents import OCCASIONS, trimmed
from musnad.statements.content.objects import PREPOSITIONS
from musnad.statements.cues.verb_like import is_strange_verb
from musnad.statements.endings import has_pronoun, is_accusative
from musnad.statements.scene import DASHES, SHORT, Scene
from musnad.statements.steps import is_pronoun

_BUT = "connective.contrast"
_NOTING = "clause_opener.noting"  # «علما أن»
_MEANS = "connective.means"
SAY = "cue.say"
ASIDE = 9  # tokens from the mark before an aside to its verb
_LIKE_DEEDS = tuple(AND + start for start in PRESENT_STARTS)  # «وتحمل المسؤولية», a deed or a verb


def nominal_end(scene: Scene, first: int, end: int, *, deed: bool) -> int:
    """Return the end of a noun phrase before a clause that cannot belong to it («… عزله، ولكنه لم ينزعج»), else `end`.

    Such a clause begins with «كما», «لكن» or «فيما» and a verb, with «ومن المنتظر», «وذلك» or, behind a mark, with «هو»
    or another verb of saying; so does a past verb with «و», unless a verb stands before it, and «لكن» or «ف» with a
    noun. Quotations are passed over.
    """
    around = scene.within.get(first)
    around = None if around is not None and first >= around.inner_last else around
    for i in range(first + 1, end - 1):
        if scene.within.get(i) is not around or scene.is_covered(i):
            continue
        other = _is_new(scene, first, i) or _turns(scene, i, end) or _is_dotted(scene, i) or _says_by(scene, i)
        other = other or _gives_own(scene, i)
        if other or _comments(scene, i, deed=deed) or _is_occasion(scene, i, end):
            return trimmed(scene, first, i, leading=True)
    return end


def _says_by(scene: Scene, i: int) -> bool:
    """Say whether a word tells in which words it was said («حذر من الفيضان بقوله "…"»)."""
    return any(hit.suffix and hit.prefix in BA and hit.entry.id == SAY for hit in scene.hits.at(i, "cue"))


def _is_dotted(scene: Scene, i: int) -> bool:
    """Say whether two dots part what follows from a noun phrase («بحفل كبير.. ووعد لم يف به»)."""
    dots = scene.norms[i] == "." and scene.norms[i + 1] == "."
    return dots and scene.units.is_word(i - 1) and i + 2 < len(scene.norms) and scene.units.is_word(i + 2)


def subordinate_end(scene: Scene, begins: int, first: int, end: int, *, clause: bool = False) -> int:
    """Return the end of what is said in a clause of time with which a sentence begins, before its main clause.

    «وفي الوقت الذي نبه فيه الحزب إلى غياب الحوار، رفض الوزير الرد»: the clause of the cue begins at token `begins`.
    What is said in a clause ends only before a verb of saying («وبعد أن ذكر أن الطريق مقطوع، أكد …»).
    """
    opener = begins - 1
    while scene.is_covered(opener):
        opener -= 1
    if scene.part(opener) != "subordinator" or opener > scene.region(begins)[0] + 1:
        return end
    for i in range(first + 1, end - 1):
        main = scene.begins_verb(i + 1) and not scene.is_function(i + 1)
        main = main and (not clause or (_is_past(scene, i + 1) and scene.is_verb(i + 1, "cue")))
        main = main or any(hit.prefix == SO for hit in scene.hits.at(i + 1, "complementiser"))
        if scene.is_comma(i) and i not in scene.within and main:
            return trimmed(scene, first, i, leading=False)
    return end


def leading_end(scene: Scene, begins: int, first: int, end: int) -> int:
    """Return the end of what a masdar says before the main clause («ورغم تأكيد الوزير أن … فإن …»), else `end`."""
    if begins > scene.region(begins)[0] + 1:
        return end
    for i in range(first + 1, end - 1):
        so = any(hit.prefix == SO for hit in scene.hits.at(i, "complementiser"))
        if i not in scene.within and (so or (_limits(scene, i) and scene.part(i) == "contrast")):
            return trimmed(scene, first, i, leading=True)
    return end


def main_end(scene: Scene, cue: int, first: int, end: int, *, clause: bool = False) -> int:
    """Return the end of what a masdar says before the verb of the sentence that it leads into, else `end`.

    «ورغم تعهد الشركة بكذا، أكد التحقيق …», «أن اعتراف الرئيس بالسيادة جاء …»: no verb stands before the masdar, but in
    a relative clause. Without a mark before it only a past verb behind something definite is that of the sentence. A
    `clause` must have a verb of its own before.
    """
    low = next((i + 1 for i in range(cue - 1, scene.region(cue)[0] - 1, -1) if scene.is_that(i)), scene.region(cue)[0])
    related = False
    for i in range(low, cue):
        related = related or scene.part(i) in {"relative", "what"}
        if not related and (scene.is_surely_verb(i) or (i == low and scene.hits.verbs(i))):
            return end
    related, own = False, not clause or scene.begins_verb(first)
    for i in range(first + 1, end - 1):
        related = related or scene.part(i) in {"relative", "what"}
        if i in scene.within or scene.is_covered(i):
            continue
        marked, verb = scene.is_break(i - 1), _is_main_verb(scene, i)
        bare = not (clause or related) and _is_past(scene, i) and _is_known(scene, i - 1)
        told = verb and own and (marked or bare)
        told = told or (scene.is_verb(i, "cue") and i + 1 < end and scene.norms[i + 1] == ":")
        if told or any(hit.prefix == SO for hit in scene.hits.at(i, "complementiser")):
            return trimmed(scene, first, i, leading=False)
        related, own = related and not marked, own or verb
    return end


def _is_main_verb(scene: Scene, i: int) -> bool:
    """Say whether a token can only be a verb with nothing before it, or is a short one with a long vowel («جاء»)."""
    short = [hit for hit in scene.hits.verbs(i) if not (hit.prefix or hit.suffix) and _is_hollow(hit.form.pattern)]
    return (scene.is_surely_verb(i) or bool(short)) and not scene.is_function(i)


def _is_known(scene: Scene, i: int) -> bool:
    """Say whether a word is definite, so that no relative clause without a pronoun follows it."""
    return scene.norms[i].startswith(ARTICLE) or i + 1 in scene.ending


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
        then = scene.norms[i] == THEN and _is_past(scene, i + 1) and _is_no_deed(scene, i + 1)
        joined = _is_joined_verb(scene, i) and _is_past(scene, i)
        if (then or joined) and not any(_is_past(scene, at) for at in range(first, i)):
            return trimmed(scene, first, i, leading=True)
    return end


def _is_no_deed(scene: Scene, i: int) -> bool:
    """Say whether no masdar and no name is spelt like a word («قدم», not «منع»)."""
    return i not in scene.starting and not any(hit.form.pos == "masdar" for hit in scene.hits.at(i))


def _is_occasion(scene: Scene, i: int, end: int) -> bool:
    """Say whether a noun phrase is over where it is told in which paper or speech it stood («… في بيان»)."""
    if scene.part(i) != "in" or i + 1 >= end or scene.hits.verbs(i - 1):
        return False
    papers = [hit for hit in scene.hits.at(i + 1, "medium") if not (hit.definite or hit.suffix or hit.prefix)]
    if not papers or papers[0].entry.text("medium") not in OCCASIONS:
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
    openers = scene.hits.at(i, "clause_opener")
    opens = any(hit.prefix == AND or hit.entry.id == _NOTING for hit in openers)
    if opens or scene.part(i) in {"there", "as_for"}:
        return True
    answered = scene.part(i) == "fact" and scene.is_verb(scene.particle_end(i), "cue")  # «…، الأمر الذي رد عليه …»
    return answered or _limits(scene, i) or _is_state(scene, i) or _goes_on(scene, i)


def _limits(scene: Scene, i: int) -> bool:
    """Say whether a whole clause limits what was said («…، غير أن الوفد …», «…، ورغم أن المطر توقف …»)."""
    particle = scene.particle(i)
    if particle is None:
        return False
    if particle.entry.text("part") == "subordinator":
        return particle.prefix == AND and particle.last - i > 1
    if particle.entry.id != _BUT:
        return False
    return particle.last - i > 1 or _tells(scene, particle.last)


def _tells(scene: Scene, i: int) -> bool:
    """Say whether a definite noun stands at a token, with its verb behind it («، لكن الحكومة رفضت …»)."""
    if i >= len(scene.norms) or not (scene.norms[i].startswith(ARTICLE) or i in scene.starting):
        return False
    near = range(i + 1, min(len(scene.norms), i + ASIDE))
    verb = next((at for at in near if scene.is_surely_verb(at) or scene.part(at) in {"negation", "auxiliary"}), None)
    return verb is not None and all(scene.units.is_word(at) and scene.part(at) != "relative" for at in range(i, verb))


def _is_state(scene: Scene, i: int) -> bool:
    """Say whether a participle of whoever spoke stands at a token («…، مستعرضا ما تحقق», «…، متمنيا له السلامة»)."""
    norm, hits = scene.norms[i], scene.hits.at(i)
    if i in scene.time_at or i in scene.starting or not norm.startswith(MIM) or not norm.endswith(ALEF):
        return False
    said = any(hit.kind == "cue" and hit.form.pos == "participle" for hit in hits)
    return said or (len(norm) > SHORT + 2 and not hits and i + 1 < len(scene.norms) and scene.units.is_word(i + 1))


def _gives_own(scene: Scene, i: int) -> bool:
    """Say whether a participle tells what whoever spoke gives of his own («… موجها شكره», «… مقدمين عزاءهم»)."""
    norm = scene.norms[i]
    if not norm.startswith(MIM) or not norm.endswith((ALEF, OBLIQUE)):
        return False
    states = [hit for hit in scene.hits.at(i, "cue", "phase_verb") if hit.form.pos == "participle"]
    if not states or any(hit.prefix or hit.suffix for hit in states):
        return False
    if not scene.units.is_word(i - 1) or scene.hits.verbs(i - 1):
        return False
    at = i + 1
    at += at + 1 < len(scene.norms) and scene.is_plain(at) and not scene.norms[at].startswith(ARTICLE)
    owned = (i + 1, at) if at < len(scene.norms) else ()
    return any(scene.is_plain(at) and (has_pronoun(scene.norms[at]) or scene.has_pronoun(at)) for at in owned)


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
    that = any(hit.prefix == SO for hit in scene.hits.at(i, "complementiser"))
    so = scene.norms[i].startswith(SO) and (scene.norms[i].startswith(SO + ARTICLE) or _is_so(scene, i))
    if not (joined or so or that):
        return False
    marked, after = scene.is_break(i - 1), scene.particle_end(i)
    if that:
        return marked  # «وإذ تدين …، فإنها …»
    if joined and (_says_on(scene, i) or _is_often(scene, i)):
        return True
    if joined and ((marked and _opens(scene, i, after)) or _heads_clause(scene, i)):
        return True
    strange = joined and marked and is_strange_verb(scene, i)
    verb = joined and _is_joined_verb(scene, i) and (marked or not scene.norms[i].startswith(_LIKE_DEEDS))
    verb = verb or strange
    negated = joined and marked and scene.part(i) == "negation" and not scene.is_function(after)
    so = so and (marked or _is_so(scene, i))
    if not (verb or negated or so):  # «…، ولم يستبعد …», and not «…، وليس من …»
        return False
    before = [at for at in range(first, i) if scene.is_surely_verb(at)]
    past = strange or any(hit.form.tense == "past" for hit in scene.hits.verbs(i))
    if not any(scene.part(at) == "relative" for at in range(first, i)) and not before:
        that = any(scene.hits.has(at, "complementiser") for at in range(first, i))
        return not that or (marked and (past or not verb))  # «… على أن تدعم، وتمنح صلاحيات …»
    return verb and past and bool(before) and not any(_is_past(scene, at) for at in before)


def _says_on(scene: Scene, i: int) -> bool:
    """Say whether a verb of saying with «و» stands before the preposition that it takes («… وعبر عن أمله»)."""
    part = scene.part(i + 1) if i + 1 < len(scene.norms) else None
    cues = [] if part not in PREPOSITIONS else [hit for hit in scene.hits.at(i, "cue") if hit.prefix == AND]
    return any(
        hit.form.pos == "verb" and hit.form.tense == "past" and not hit.suffix and part in hit.entry.texts("frames")
        for hit in cues
    ) and not any(hit.form.pos == "masdar" for hit in scene.hits.at(i))


def _is_often(scene: Scene, i: int) -> bool:
    """Say whether the writer tells how often something is so («وغالبا ما …»)."""
    return scene.part(i) == "manner" and i + 1 < len(scene.norms) and scene.part(i + 1) == "what"


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
    if scene.part(i) == "in" and i + 1 in scene.time_at:
        return scene.begins_verb(scene.time_at[i + 1])  # «…، وفي عام 1998 أعلنت …»
    if scene.part(i + 1) == "this" and not scene.hits.has(i):
        return scene.norms[i].startswith(_LIKE_DEEDS)  # «…، ويتجلى ذلك …»
    return scene.part(i) in {"in", "beside"} and scene.part(after) == "this" and not scene.units.is_word(after + 1)


def _is_joined_verb(scene: Scene, i: int) -> bool:
    """Say whether a word can only be a verb with «و», one of four letters or more or a light one («وتم», «وجاء»)."""
    hits = [] if scene.norms[i].startswith(AND + ARTICLE) else scene.hits.at(i)
    verbs = [hit for hit in hits if hit.form.pos == "verb" and hit.prefix == AND]
    light = any(hit.kind == "appearing" or hit.entry.flag("agentless") for hit in verbs)
    long = (
        light
        or any(len(hit.form.pattern) > SHORT or _is_hollow(hit.form.pattern) for hit in verbs)
        or (bool(verbs) and _has_place(scene, i))
    )
    return long and all(hit.form.pos == "verb" or (light and hit.kind == "function_word") for hit in hits)


def _is_hollow(pattern: str) -> bool:
    """Say whether a verb of three letters has a long vowel amid them, as few nouns have («وزار», not «ودعم»)."""
    return len(pattern) == SHORT and pattern[1] == ALEF


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
