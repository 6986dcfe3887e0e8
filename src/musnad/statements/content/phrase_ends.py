"""Where a noun phrase that is said ends: before a clause that the writer goes on with."""

from musnad.arabic import AND, ARTICLE, BA, NUNATED, OBLIQUE, PRESENT_STARTS, SO
from musnad.arabic.cases import is_participle
from musnad.arabic.letters import ALEF, MIM
from musnad.statements.content.extents import OCCASIONS, THEREFORE, is_occasion, trimmed
from musnad.statements.cues.verb_like import is_deed_like, is_joined_verb, is_past, is_strange_verb
from musnad.statements.endings import has_pronoun
from musnad.statements.scene import SHORT, Scene
from musnad.statements.steps import GOVERN, MEETING, PREPOSITIONS, behind_governed

_SHOULD = "wanting.should"
_BUT, _RATHER = "connective.contrast", "connective.rather"
_NOTING = "clause_opener.noting"  # «علما أن»
_AFTER, _ATTENDED = "connective.after", "connective.attended"
_EXPLAINING = frozenset({"connective.explaining", "connective.since"})
SAY = "cue.say"
_WITHIN = frozenset({"what", "with_what", "subordinator"})  # what opens a clause in a noun phrase
_ONLY = PREPOSITIONS | GOVERN
_MANY = NUNATED[0]
_LIKE_DEEDS = tuple(AND + start for start in PRESENT_STARTS)  # «وتحمل المسؤولية», a deed or a verb


def nominal_end(scene: Scene, first: int, end: int, *, loose: bool, judges: bool = False) -> int:
    """Return the end of a noun phrase before a clause that cannot belong to it («… عزله، ولكنه لم ينزعج»), else `end`.

    Such a clause begins with «كما», «لكن» or «فيما» and a verb, with «ومن المنتظر», «وذلك» or, behind a mark, with «هو»
    or another verb of saying; so does a past verb with «و», unless a verb stands before it, and «لكن» or «ف» with a
    noun. Quotations are passed over. Whoever `judges` or asks does so after what «وذلك بعد …» tells; what a
    masdar or a relative clause says is `loose`: neither «وذلك» nor «حيث» goes on with it.
    """
    around = scene.within.get(first)
    around = None if around is not None and first >= around.inner_last else around
    for i in range(first + 1, end - 1):
        if scene.within.get(i) is not around or scene.is_covered(i):
            continue
        other = _is_new(scene, first, i) or _turns(scene, first, i, end, loose=loose) or _is_dotted(scene, i)
        other = other or _says_by(scene, i) or _gives_own(scene, i) or _does_own(scene, i)
        other = other or _tells_when(scene, i, end, loose=loose, judges=judges)
        other = other or (judges and _results(scene, i))
        if other or _comments(scene, first, i) or _is_occasion(scene, i, end):
            return trimmed(scene, first, i, leading=True)
    return end


def _results(scene: Scene, i: int) -> bool:
    """Say whether the writer tells what came of what was asked for or judged («طالب بزيادة …، ما دفع …»)."""
    leads = scene.part(i) in {"what", "fact"} and scene.is_break(i - 1)
    return leads and not scene.norms[i].startswith(AND) and is_past(scene, scene.particle_end(i))


def _says_by(scene: Scene, i: int) -> bool:
    """Say whether a word tells in which words it was said («حذر من الفيضان بقوله "…"», «توعد بالرد قائلا "…"»)."""
    hits = [hit for hit in scene.hits.at(i, "cue") if hit.entry.id == SAY]
    saying = i + 1 in scene.speech_at or i + 2 in scene.speech_at
    return any(
        (hit.suffix and hit.prefix in BA) or (hit.form.pos == "participle" and saying and not hit.prefix)
        for hit in hits
    )


def _is_dotted(scene: Scene, i: int) -> bool:
    """Say whether two dots part what follows from a noun phrase («بحفل كبير.. ووعد لم يف به»)."""
    dots = scene.norms[i] == "." and scene.norms[i + 1] == "."
    return dots and scene.units.is_word(i - 1) and i + 2 < len(scene.norms) and scene.units.is_word(i + 2)


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


def _tells_when(scene: Scene, i: int, end: int, *, loose: bool, judges: bool) -> bool:
    """Say whether «وذلك» tells when or how it was said («وذلك في مؤتمر صحفي», «وذلك في إشارة إلى …»), and no reason."""
    particle = scene.particle(i)
    if judges and particle is not None and particle.entry.id in _EXPLAINING:
        return scene.is_break(i - 1) and is_past(scene, particle.last)  # «أدان الهجوم …، حيث قتل …»
    if scene.part(i) != "this" or not scene.norms[i].startswith(AND) or i + 1 >= end:
        return False
    if loose or scene.hits.has(i + 1, "clause_opener", "cue_preposition") or scene.part(i + 1) == "auxiliary":
        return True  # «وذلك في إشارة إلى …», «وذلك قد يعرضه …»
    particle, at = scene.particle(i + 1), scene.particle_end(i + 1)
    part = "" if particle is None else particle.entry.text("part")
    if particle is None or part != "in":
        return judges and part == "subordinator" and is_past(scene, at)  # «وذلك بعد أن خسر …»
    met = any(not hit.definite and hit.entry.text("type") == MEETING for hit in scene.hits.at(at, "trigger"))
    placed = met and particle.entry.flag("houses")  # «وذلك في اتصال هاتفي …»
    when = particle.entry.id == _ATTENDED or (judges and particle.entry.id == _AFTER)
    return when or placed or is_occasion(scene, at, end)


def _comments(scene: Scene, first: int, i: int) -> bool:
    """Say whether the writer says something of a noun phrase at a token («، هو الثالث …», «، وهو ما …»), or goes on."""
    if not scene.is_break(i - 1):
        particle = scene.particle(i)
        return particle is not None and particle.entry.id == _BUT and particle.last - i > 1  # «… إلا أن الفحوص …»
    openers = scene.hits.at(i, "clause_opener")
    if any(hit.entry.id == THEREFORE for hit in openers):
        return _brings_verb(scene, openers[0].last)
    if any(hit.prefix for hit in scene.hits.at(i, "demonstrative", "that_word")) and _brings_verb(scene, i + 1):
        return True  # «…، لهذا ينصح الأطباء …»
    opens = any(hit.prefix == AND or hit.entry.id == _NOTING for hit in openers)
    if opens or scene.part(i) == "as_for" or (scene.part(i) == "there" and _remarks(scene, i)):
        return True
    if scene.part(i) == "adverb" and _brings_past(scene, scene.particle_end(i)):
        return True  # «…، بعدها قرر …»
    answered = scene.part(i) == "fact" and scene.is_verb(scene.particle_end(i), "cue")  # «…، الأمر الذي رد عليه …»
    return answered or limits(scene, i) or _is_state(scene, i) or _goes_on(scene, first, i)


def _remarks(scene: Scene, i: int) -> bool:
    """Say whether a pronoun makes a remark on what was said («، هو الثالث …», «، وهو ما …», «، وهي دعوة …»).

    With «و» it else tells more of what was named last («، وهي شركة …», «، وهو أدنى مستوى …»).
    """
    if not scene.norms[i].startswith(AND):
        return True
    at = i + 1
    if at >= len(scene.norms) or scene.part(at) == "what" or scene.hits.has(at, "thing", "medium"):
        return True
    return any(hit.form.pos == "masdar" for hit in scene.hits.at(at, "cue"))


def limits(scene: Scene, i: int) -> bool:
    """Say whether a whole clause limits what was said («…، غير أن الوفد …», «…، لكنه …», «…، ورغم أن المطر توقف …»)."""
    particle = scene.particle(i)
    if particle is None:
        return False
    if particle.entry.text("part") == "subordinator":
        return particle.prefix == AND and particle.last - i > 1
    if particle.entry.id != _BUT:
        return False
    few = len(scene.norms[i].removeprefix(AND)) < SHORT or scene.part(particle.last) in _ONLY  # «، بل …», «، لكن في …»
    return particle.last - i > 1 or not few


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


def _does_own(scene: Scene, i: int) -> bool:
    """Say whether a short verb with «و» tells another deed of whoever spoke («… وقدم شكره», «… وجدد استعداد …»).

    It is the verb of a phrase, and no noun that is known.
    """
    after = i + 1
    if not scene.norms[i].startswith(AND) or after >= len(scene.norms) or not scene.is_plain(after):
        return False
    if scene.is_function(i):
        return False  # «وبين بقية العاملين»
    hits = scene.hits.at(i, "phase_verb", "support_verb", "cue")
    verbs = [hit for hit in hits if hit.form.tense == "past" and hit.prefix == AND and not hit.suffix]
    if not verbs or len(verbs[0].form.pattern) != SHORT or any(hit.form.pos == "masdar" for hit in scene.hits.at(i)):
        return False
    if scene.norms[after].startswith(ARTICLE) or i in scene.starting:
        return False
    if any(hit.form.pos == "masdar" and hit.prefix == "" for hit in scene.hits.at(after)):
        return True
    heads = (
        scene.units.is_word(after + 1) and scene.norms[after + 1].startswith(ARTICLE)
        if after + 1 < len(scene.norms)
        else False
    )
    noun = scene.hits.has(i, "ordinary_word")
    return (heads and not noun) or has_pronoun(scene.norms[after]) or scene.has_pronoun(after)


def _turns(scene: Scene, first: int, i: int, end: int, *, loose: bool) -> bool:
    """Say whether a clause with a verb of its own begins at a token («لكنه لم …», «فيما يخضع …»)."""
    after, particle = scene.particle_end(i), scene.particle(i)
    if not loose and particle is not None and particle.entry.id in _EXPLAINING:
        return False  # «…، حيث تعمل …»
    if after >= end or not (scene.is_apart(i) or (scene.part(i) == "contrast" and scene.is_turn(i))):
        return False
    if scene.is_as(i) and not scene.is_break(i - 1) and _is_likened(scene, after):
        return False
    if particle is not None and particle.entry.id == _RATHER and _negates(scene, first, i):
        return False  # «جهات لا تريد الهدوء بل تزيد التوتر»
    if scene.is_as(i) and scene.is_break(i - 1) and _is_bare(scene, after):
        return True  # «…، كما سيزور …», «…، كما تجول …»
    present = scene.is_apart(i) and not scene.hits.has(after) and scene.norms[after].startswith(PRESENT_STARTS)
    verb = scene.begins_verb(after) and scene.part(after) not in _ONLY  # «لكن دون التنازل عن …»
    then = len(scene.norms[i]) < SHORT  # «…، ثم الوزارة»
    told = particle is not None and particle.entry.id == _BUT and not then and _is_topic(scene, after)
    return present or verb or told or scene.part(after) in {"negation", "auxiliary"}


def _is_topic(scene: Scene, i: int) -> bool:
    """Say whether what a clause tells of stands at a token («لكن هذه القضية حساسة», «لكن الوزارة …»)."""
    pointed = scene.hits.has(i, "demonstrative") and i + 1 < len(scene.norms) and scene.norms[i + 1].startswith(ARTICLE)
    return pointed or (scene.norms[i].startswith(ARTICLE) and scene.is_plain(i))


def _negates(scene: Scene, first: int, i: int) -> bool:
    """Say whether a negation stands between two tokens, which «بل» at the second sets right."""
    return any(scene.part(at) == "negation" for at in range(first, i))


def _is_likened(scene: Scene, i: int) -> bool:
    """Say whether it is told at a token how something should be, or was before («كما يجب», «كما حدث في الشتاء»)."""
    return any(
        hit.entry.id == _SHOULD or (hit.kind == "support_verb" and hit.entry.text("subject") == "event")
        for hit in scene.hits.verbs(i) + scene.hits.at(i, "wanting", "support_verb")
    )


def _is_bare(scene: Scene, i: int) -> bool:
    """Say whether no name, definite noun or function word stands at a token."""
    return scene.is_plain(i) and i not in scene.starting and not scene.norms[i].startswith(ARTICLE)


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
    if joined and (
        _says_on(scene, i) or _is_often(scene, i) or _is_done_by_many(scene, i) or _judges_it(scene, first, i)
    ):
        return True
    if joined and ((marked and _opens(scene, i, after)) or _heads_clause(scene, i) or _is_when(scene, i)):
        return True
    strange = joined and marked and is_strange_verb(scene, i)
    verb = joined and is_joined_verb(scene, i) and (marked or not scene.norms[i].startswith(_LIKE_DEEDS))
    verb = verb or strange
    negated = joined and marked and scene.part(i) == "negation" and not scene.is_function(after)
    so = so and (marked or _is_so(scene, i))
    if not (verb or negated or so):  # «…، ولم يستبعد …», and not «…، وليس من …»
        return False
    if not marked and verb and any(scene.part(at) in _WITHIN for at in range(first, i)):
        return False  # «ما شاهده واطلع عليه», «إذا اتفق الطرفان واتخذا قرارا»
    before = [at for at in range(first, i) if scene.is_surely_verb(at)]
    past = strange or any(hit.form.tense == "past" for hit in scene.hits.verbs(i))
    if not any(scene.part(at) == "relative" for at in range(first, i)) and not before:
        that = any(scene.hits.has(at, "complementiser") for at in range(first, i))
        return not that or (marked and (past or not verb))  # «… على أن تدعم، وتمنح صلاحيات …»
    return verb and past and bool(before) and not any(is_past(scene, at) for at in before)


def _is_when(scene: Scene, i: int) -> bool:
    """Say whether a preposition with «و» tells when somebody does something («… وعلى الفور أغلقت الشرطة …»)."""
    between = not scene.is_break(i - 1) and scene.hits.has(i, "cue")  # «بين الوزارة وبين الشركات انتهى»
    if scene.part(i) not in {"in", "on", "beside"} or between:
        return False
    at = behind_governed(scene, i)
    return _brings_past(scene, behind_governed(scene, at) if scene.part(at) in PREPOSITIONS else at)  # «وفي رد على …»


def _brings_past(scene: Scene, i: int) -> bool:
    """Say whether a verb in the past stands at a token, or a word that goes before a verb («كان», «لم»)."""
    return _brings_verb(scene, i) and (is_past(scene, i) or scene.is_function(i))


def _brings_verb(scene: Scene, i: int) -> bool:
    """Say whether what stands at a token can only be a verb, or goes before one («كان», «لم»)."""
    if i >= len(scene.norms) or i in scene.starting:
        return False
    verb = scene.begins_verb(i) and not any(hit.form.pos == "masdar" for hit in scene.hits.at(i))
    return verb or scene.part(i) in {"auxiliary", "negation"}


def _says_on(scene: Scene, i: int) -> bool:
    """Say whether a verb of saying with «و» stands before the preposition that it takes («… وعبر عن أمله»)."""
    part = scene.part(i + 1) if i + 1 < len(scene.norms) else None
    cues = [] if part not in PREPOSITIONS else [hit for hit in scene.hits.at(i, "cue") if hit.prefix == AND]
    return any(
        hit.form.pos == "verb" and hit.form.tense == "past" and not hit.suffix and part in hit.entry.texts("frames")
        for hit in cues
    ) and not any(hit.form.pos == "masdar" for hit in scene.hits.at(i))


def _is_done_by_many(scene: Scene, i: int) -> bool:
    """Say whether a verb stands before a plural that can only be its subject («… ورفع المتظاهرون لافتات»)."""
    if not is_past(scene, i) or scene.is_function(i) or i + 1 >= len(scene.norms):
        return False
    subject = scene.norms[i + 1]
    return subject.startswith(ARTICLE) and subject.endswith(_MANY) and is_participle(subject.removesuffix(_MANY))


def _judges_it(scene: Scene, first: int, i: int) -> bool:
    """Say whether whoever speaks says something of what he spoke of («أشاد بالمشاركة واعتبرها مميزة»).

    A short feminine verb is spelt like a noun («ثقته بهم وقدرتها على …»).
    """
    hits = scene.hits.at(i, "cue")
    said = [hit for hit in hits if hit.form.tense == "past" and hit.prefix == AND and hit.suffix]
    verb = any(len(hit.form.pattern) > SHORT + 1 for hit in said)
    masdar = any(hit.form.pos == "masdar" for hit in hits)
    return verb and not masdar and not any(scene.part(at) == "relative" for at in range(first, i))


def _is_often(scene: Scene, i: int) -> bool:
    """Say whether the writer tells how often something is so («وغالبا ما …»)."""
    return scene.part(i) == "manner" and i + 1 < len(scene.norms) and scene.part(i + 1) == "what"


def _heads_clause(scene: Scene, i: int) -> bool:
    """Say whether «و» with something definite and its verb goes on («…، والحكومة تدرس …», «…، وأوروبا تتطلع …»).

    In a headline no mark is wanted before a name («… بتغريم الشركة وأوروبا تتطلع لبدائل»).
    """
    noun, marked = scene.starting.get(i), scene.is_break(i - 1)
    if noun is None or not scene.is_bare(noun, frozenset({AND})):
        article = marked and scene.is_plain(i) and scene.norms[i].startswith(AND + ARTICLE)
        return article and scene.is_surely_verb(i + 1) and not is_deed_like(scene, i + 1)
    if noun.last >= len(scene.norms) or not (marked or not scene.units.sentence(i).paragraph):
        return False
    return scene.is_surely_verb(noun.last) and not is_deed_like(scene, noun.last)


def _opens(scene: Scene, i: int, after: int) -> bool:
    """Say whether words with «و» behind a mark open a clause of the writer («…، وقد لجأت …», «…، ورغم ذلك …»)."""
    if scene.part(i) == "auxiliary":  # «…، وقد لجأت …», «…، وكانت المباراة أقيمت …»
        definite = any(norm.startswith(ARTICLE) for norm in scene.norms[after : after + 1])
        return scene.begins_verb(after) or not scene.hits.has(after) or definite
    if scene.part(i) == "in" and i + 1 in scene.time_at:
        return scene.begins_verb(scene.time_at[i + 1])  # «…، وفي عام 1998 أعلنت …»
    if scene.part(i + 1) == "this" and not scene.hits.has(i):
        return scene.norms[i].startswith(_LIKE_DEEDS)  # «…، ويتجلى ذلك …»
    return scene.part(i) in {"in", "beside"} and scene.part(after) == "this" and not scene.units.is_word(after + 1)


def _is_so(scene: Scene, i: int) -> bool:
    """Say whether «ف» is written onto a function word («…، فمن جهة …»)."""
    particle = scene.particle(i)
    return particle is not None and particle.prefix == SO


def _goes_on(scene: Scene, first: int, i: int) -> bool:
    """Say whether whoever spoke goes on at a token: a past verb of saying with «و» («…، واعتبر الخبر …»).

    With a pronoun it may belong to a relative clause, but where there is none («انتقد القرار، ووصفه بالمتسرع»). «وبين»
    is «and between» but before «that».
    """
    if scene.is_function(i) and not scene.is_that(i + 1):
        return False
    hits = [
        hit
        for hit in scene.hits.at(i, "cue")
        if hit.form.pos == "verb" and hit.form.tense == "past" and hit.prefix == AND and not hit.entry.flag("weak")
    ]
    if any(not hit.suffix for hit in hits):
        return True
    return bool(hits) and not any(scene.part(at) == "relative" for at in range(first, i))
