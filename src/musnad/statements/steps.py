"""Walk over a clause behind a cue: past what cannot bring its content, and no further than it reaches."""

from musnad.arabic import AND, ARTICLE, LAM, PRONOUN_ENDINGS, SO, STATE_ENDINGS
from musnad.arabic.letters import ALEF, ALEF_ABOVE, ALEF_BELOW, TA, TA_MARBUTA
from musnad.lexicon import Hit
from musnad.statements.endings import is_definite, is_eighth
from musnad.statements.scene import Noun, Scene

COPY = 9  # tokens of a clause that tells who got a copy of a paper
CALLED = 6  # tokens from a verb that says what something is to its clause
WISH = 3  # words of what somebody wants not to be told
SHORT_WORD = 6  # letters of a preposition with its pronoun («عنها»)
GOVERN = frozenset({"in", "beside", "by", "issued"})  # prepositions that never bring content
MEETING = "CONSULT"  # type of the triggers that are meetings
PREPOSITIONS = frozenset({"to", "on", "about", "of"})  # those that may
VERBS = ("cue", "trigger", "common_verb")  # the kinds of words whose verbs a clause can be made with
_ENDS = frozenset("؛;؟?!…")
_SEMICOLONS = frozenset("؛;")


def step(scene: Scene, i: int) -> int:
    """Return the token behind the phrase at a token: a name, a time, a conjunction of several words, else one word."""
    if i in scene.time_at:
        return max(scene.time_at[i], i + 1)
    if i in scene.speech_at:
        return scene.speech_at[i].last
    if aside := _according(scene, i):
        return aside
    quote = scene.short_quote(i, len(scene.norms))
    if quote is not None:
        return scene.units.tokens_of(quote.start, quote.end)[1]
    noun = scene.starting.get(i)
    if noun is not None:
        return max(noun.last, i + 1)
    if scene.norms[i] == "(":  # «الاتحاد (يويفا)»
        return next((at + 1 for at in range(i + 1, min(len(scene.norms), i + COPY)) if scene.norms[at] == ")"), i + 1)
    ends = [hit.last for hit in scene.hits.at(i, "clause_opener")]  # «من جهة أخرى»
    if scene.particle(i) is not None:
        ends += [scene.particle_end(i), behind_wish(scene, i)]
    return max(ends, default=i + 1)


def behind_wish(scene: Scene, i: int) -> int:
    """Return the token behind «he wants no name» at a token («طلب عدم الكشف عن هويته | أن …»), else 0."""
    wish = scene.particle(i)
    if wish is None or not wish.entry.flag("wished"):
        return 0
    end = wish.last
    while end < min(len(scene.norms), wish.last + WISH) and not scene.is_comma(end) and not _is_whose(scene, end - 1):
        end += 1
    return end


def _is_whose(scene: Scene, i: int) -> bool:
    """Say whether a word ends in a pronoun («هويته», «اسمها», «أسمائهم»)."""
    return scene.has_pronoun(i) or scene.norms[i].endswith(PRONOUN_ENDINGS[1:])


def behind_governed(scene: Scene, i: int) -> int:
    """Return the token behind a preposition and the noun that it governs, with a definite adjective of that noun."""
    if i in scene.time_at:
        return scene.time_at[i]  # «قبل أيام قليلة»
    return behind_noun(scene, scene.particle_end(i))


def behind_noun(scene: Scene, at: int) -> int:
    """Return the token behind a noun that a preposition governs, or that has one written onto it («لتحلية المياه»)."""
    if at >= len(scene.norms) or not scene.units.is_word(at) or scene.is_function(at) or at in scene.speech_at:
        return at
    if scene.hits.has(at, "complementiser"):
        return at
    if at in scene.starting or at in scene.time_at:
        after = step(scene, at)
        return after + 1 if after == at + 1 and scene.hits.has(after, "attribute") else after
    owned = scene.has_pronoun(at) and all(hit.suffix for hit in scene.hits.at(at))  # «استقباله», not «توجه»
    if not (owned or is_definite(scene.norms[at])):
        after = step(scene, at)
        if after == at + 1 and scene.hits.has(after, "demonstrative") and after + 1 < len(scene.norms):
            return after + 2 if scene.norms[after + 1].startswith(ARTICLE) else after  # «إثر اعتقال هذه الخلية»
        if _is_alike(scene, at, after) or scene.hits.has(after, "attribute") or _is_headed(scene, at, after):
            at = after
        else:
            return after
    at = scene.starting[at].last if at in scene.starting else _behind_whom(scene, at)
    while at < len(scene.norms) and is_adjective(scene, at):
        at += 1
    return at


def _behind_whom(scene: Scene, i: int) -> int:
    """Return the token behind a definite noun, and behind whom or what a deed is done to («مع تسلمه وزارة العدل»)."""
    after = i + 1
    noun = scene.starting.get(after)
    if noun is None or scene.norms[i].startswith(ARTICLE) or scene.hits.has(i, "medium") or not scene.is_bare(noun):
        return after
    met = scene.hits.has(i, "trigger") and noun.mention.proper is None
    return noun.last if met or noun.mention.kind != "person" else after


def _is_headed(scene: Scene, i: int, other: int) -> bool:
    """Say whether an indefinite noun that is no paper governs a definite one behind it («في برج المراقبة»)."""
    if other != i + 1 or other >= len(scene.norms) or scene.hits.has(i, "medium"):
        return False
    noun = scene.starting.get(other)
    if noun is not None and (noun.mention.kind == "person" or not _is_meeting(scene, i)):
        return False
    return scene.norms[other].startswith(ARTICLE) and not scene.is_function(other) and other not in scene.time_at


def _is_meeting(scene: Scene, i: int) -> bool:
    """Say whether a word is a meeting of those whom the noun behind it names («بعد اجتماع المجلس الأعلى»)."""
    hits = scene.hits.at(i, "trigger")
    return any(hit.form.pos == "noun" and hit.entry.text("type") == MEETING for hit in hits)


def _is_alike(scene: Scene, i: int, other: int) -> bool:
    """Say whether a word behind an indefinite feminine noun can be its adjective («في ساعة مبكرة»)."""
    if other != i + 1 or other >= len(scene.norms) or not scene.units.is_word(other):
        return False
    feminine = [scene.units.text[scene.units.ends[at] - 1] == TA_MARBUTA for at in (i, other)]
    alike = all(feminine) or (not any(feminine) and _is_only_adjective(scene, other))
    return alike and not scene.is_function(other) and other not in scene.starting and other not in scene.time_at


def _is_only_adjective(scene: Scene, i: int) -> bool:
    """Say whether an indefinite word is known as an adjective and as nothing else («بعد وقت قصير»)."""
    hits = scene.hits.at(i)
    return bool(hits) and all(hit.kind in {"adjective", "attribute"} and hit.prefix == "" for hit in hits)


def is_adjective(scene: Scene, i: int) -> bool:
    """Say whether a word behind a definite noun can be an adjective of it."""
    norm = scene.norms[i]
    return norm.startswith(ARTICLE) and not (is_eighth(norm) or scene.is_function(i) or i in scene.starting)


def describes(scene: Scene, i: int) -> bool:
    """Say whether an adjective with what belongs to it tells of the name before it («موقع الضفاف، التابع لحزب …»)."""
    if i + 1 >= len(scene.norms) or not scene.norms[i].startswith(ARTICLE) or i in scene.starting:
        return False
    return scene.norms[i + 1].startswith(tuple(LAM)) and not scene.is_function(i + 1)


def is_of_age(scene: Scene, i: int) -> bool:
    """Say whether a word tells how old somebody is («البالغ من العمر …»), not whose son he is («بوش الابن»)."""
    return any(not hit.entry.flag("next") for hit in scene.hits.at(i, "age_word"))


def _according(scene: Scene, i: int) -> int:
    """Return the token behind «وفقا لوكالة …» inside the clause of a cue, 0 where there is nothing of the kind."""
    hits = scene.hits.at(i, "cue_preposition")
    if not hits:
        return 0
    noun = scene.starting.get(hits[0].last)
    return hits[0].last + 1 if noun is None else max(noun.last, hits[0].last + 1)


def blocks(scene: Scene, i: int) -> bool:
    """Say whether a token ends the search: another cue, a new clause of the writer, a semicolon."""
    if scene.norms[i] in _ENDS:
        return scene.norms[i] not in _SEMICOLONS or not scene.is_that(i + 1)  # «أوضح المدير سامي حداد؛ أن …»
    openers = scene.hits.at(i, "clause_opener")
    if openers and openers[0].last >= scene.particle_end(i):
        return not openers[0].entry.id.startswith("clause_opener.turn_") and not _leads_over(scene, openers[0])
    before = scene.part(i - 1)
    if scene.part(i) is not None or before == "negation" or i in scene.named:
        return False
    if scene.hits.has(i, "cue_preposition"):
        return False  # «، نقلا عن …، إن …»
    led = before in {"contrast", "subordinator"} or scene.hits.has(i - 1, "complementiser")
    led = led or (before == "auxiliary" and scene.norms[i - 1].startswith(SO))  # «فقد قالت …»
    marked = led or scene.is_break(i - 1)
    for hit in scene.hits.at(i, "cue"):
        if hit.entry.flag("weak") and not _begins_clause(scene, i, hit):
            continue
        if _is_aside(scene, i, hit):
            continue
        if hit.form.pos == "verb" and hit.form.person != 1 and (marked or hit.prefix):
            return True  # right behind a noun it would be a relative clause («مسؤول طلب …»)
        state = hit.form.pattern.endswith(ALEF) or (marked and hit.form.pattern.endswith(STATE_ENDINGS))
        if hit.form.pos == "participle" and not hit.suffix and state:
            return True
    return False


def _leads_over(scene: Scene, opener: Hit) -> bool:
    """Say whether what may open a clause stands before a mark or what brings a content («، من جهة أخرى، أن …»).

    Nor does a time open one where no verb follows it («قالت الشرطة في وقت متأخر إن …»).
    """
    at = opener.last
    if scene.is_comma(at) or (opener.entry.flag("verbal") and not scene.hits.verbs(at)):
        return True
    amid = not scene.is_break(opener.first - 1) and scene.part(at) in PREPOSITIONS  # «حذر من جهة أخرى من …»
    return amid or (at > opener.first + 1 and begins(scene, at))


def _begins_clause(scene: Scene, i: int, hit: Hit) -> bool:
    """Say whether a verb that often says nothing goes on behind a mark («…، وكتب …», «…، مذكرة بأن …»)."""
    if not scene.is_break(i - 1):
        return False
    if hit.form.pos == "verb":
        return hit.prefix == AND and hit.form.tense == "past"
    return scene.hits.has(hit.last, "complementiser")


def _is_aside(scene: Scene, i: int, hit: Hit) -> bool:
    """Say whether a verb only tells to whom or how the subject spoke, or its name («، تحدث إلى الوكالة شريطة …»)."""
    if scene.hits.has(i, "title"):
        return True  # «وتدعى …»
    told = scene.part(hit.last) in {"to", "beside", "anonymity"}
    return hit.form.pos == "verb" and not hit.prefix and told and hit.entry.text("addressee") == "with"


def begins(scene: Scene, i: int) -> bool:
    """Say whether a token brings a clause or quotation; behind the last one nothing does."""
    return i < len(scene.norms) and (
        scene.norms[i] == ":"
        or i in scene.speech_at
        or (scene.hits.has(i, "complementiser") and not is_of_name(scene, i))
    )


def is_of_name(scene: Scene, i: int) -> bool:
    """Say whether a word spelt like a complementiser, but without its hamza, belongs to a name («بان كي مون»)."""
    written = scene.units.text[scene.units.starts[i] : scene.units.ends[i]]
    return i in scene.named and ALEF_ABOVE not in written and ALEF_BELOW not in written


def is_of_paper(scene: Scene, i: int) -> bool:
    """Say whether a verb tells who sent or printed the words before it («في كلمة نقلتها القنوات، …»)."""
    verbs = scene.hits.verbs(i)
    papers = scene.hits.at(i - 1, "medium") if verbs else []
    if verbs and not papers:  # «في مؤتمر صحفي عقده اليوم», not «في تصريح صحفي رفضه للقرار»
        papers = [hit for hit in scene.hits.at(i - 2, "medium") if hit.last == i] if i + 1 in scene.time_at else []
    owned = any(hit.suffix for hit in verbs)
    noun = scene.hits.has(i, "stance_noun", "adjective", "region_adjective", "demonym")  # «بيان رسمي أردني»
    if owned and not (papers or noun) and scene.hits.has(i - 1, "adjective", "attribute"):
        papers = scene.hits.at(i - 2, "medium")  # «في رسالة مفتوحة نشرها الجيش»
    if not papers or papers[0].definite:
        return False
    return owned or _is_of_copy(scene, i)


def _is_of_copy(scene: Scene, i: int) -> bool:
    """Say whether a verb tells who got a copy of a paper («في بيان تلقت الصحيفة نسخة منه»)."""
    near = range(i + 1, min(len(scene.norms), i + COPY))
    deed = any(hit.form.pos == "masdar" for hit in scene.hits.at(i))
    told = (at for at in near if not scene.hits.has(at, "complementiser"))  # «صادر عن الوزارة أنها …»
    return not deed and any(is_pronoun(scene, at) and scene.part(at) != "within" for at in told)


def ends_aside(scene: Scene, i: int) -> bool:
    """Say whether what was told of a paper is over at a token: a mark, a clause, a quotation, another cue."""
    told = is_pronoun(scene, i - 1) and i not in scene.quote_at
    return told or begins(scene, i) or scene.is_comma(i) or blocks(scene, i)


def is_pronoun(scene: Scene, i: int) -> bool:
    """Say whether a token is a preposition with a pronoun («عنها»)."""
    norm = scene.norms[i] if i < len(scene.norms) else ""
    short = norm.endswith(PRONOUN_ENDINGS) and len(norm) <= SHORT_WORD and not norm.startswith(PRONOUN_ENDINGS)
    return short and scene.hits.has(i, "function_word")  # «هذه» is none


def tells_of_what(scene: Scene, i: int) -> bool:
    """Say whether a verb points back to «ما» before it («ما أسماه …», «ما قالت الوزارة إنه …»)."""
    if any(hit.suffix for hit in scene.hits.verbs(i)):
        return True
    says = any(hit.form.pos == "verb" and hit.entry.flag("utters") for hit in scene.hits.at(i, "cue"))
    near = range(i + 1, min(len(scene.norms), i + CALLED))
    return says and any(hit.suffix for at in near for hit in scene.hits.at(at, "complementiser"))


def adds_that(scene: Scene, i: int) -> bool:
    """Say whether a woman or body goes on in a participle with a clause («أعلنت إغلاق السوق | مؤكدة أن …»)."""
    states = [hit for hit in scene.hits.at(i, "cue") if hit.form.pos == "participle" and hit.form.gender == "f"]
    if not states or states[0].prefix:
        return False
    at = states[0].last
    return scene.is_that(scene.particle_end(at) if scene.part(at) in states[0].entry.texts("frames") else at)


def tells_more(scene: Scene, i: int) -> bool:
    """Say whether a second relative clause begins («استنكر التصريحات التي أدلى بها، والتي ادعى فيها بأن …»)."""
    return scene.part(i) == "relative" and scene.norms[i].startswith(AND)


def turns(scene: Scene, i: int) -> bool:
    """Say whether a clause of its own goes on with «و» at a token: a negation, an auxiliary («… اللقاء ولم يفصح»)."""
    return scene.norms[i].startswith(AND) and scene.part(i) in {"negation", "auxiliary"}


def closes(scene: Scene, first: int, i: int) -> bool:
    """Say whether the aside in which the cue stands ends at a token.

    «(كما أكد العلماء)», «كما يشير وديع هو …», «…، وهو يتحدث إلى الصحيفة، أن …».
    """
    if scene.is_comma(i) and scene.part(first - 1) == "there" and scene.norms[first - 1].startswith(AND):
        return True
    if scene.part(i) == "there" and scene.is_as(first - 1) and not scene.norms[i].startswith(AND):
        return True
    opened = scene.norms[i] == ")" and "(" in scene.norms[max(0, first - 2) : first]
    return opened and not scene.hits.has(i + 1, "complementiser")


def comments(scene: Scene, i: int) -> bool:
    """Say whether a clause begins at a token that says something of the one before it («وهو ما …», «الأمر الذي …»)."""
    return scene.part(i) == "fact" or (scene.part(i) == "there" and scene.norms[i].startswith(AND))


def is_two_of(scene: Scene, noun: Noun) -> bool:
    """Say whether a mention is two in the nominative, before whatever they belong to («سفيرا البلدين»)."""
    return noun.last > noun.first + 1 and any(hit.form.number == "d" for hit in scene.hits.at(noun.first, "role"))


def are_things(scene: Scene, i: int) -> bool:
    """Say whether papers or a plural of things stand at a token, or what has a feminine adjective («الفحوص الطبية»)."""
    plain = scene.norms[i].startswith(ARTICLE) and scene.norms[i].endswith(ALEF + TA)  # «المعلومات»
    if any(hit.form.number == "p" for hit in scene.hits.at(i, "medium")) or plain:
        return True
    pair = i + 1 < len(scene.norms) and all(scene.norms[at].startswith(ARTICLE) for at in (i, i + 1))
    forms = [hit.form for hit in scene.hits.at(i + 1, "adjective", "press_adjective")] if pair else []
    return any((form.number, form.gender) == ("s", "f") for form in forms)
