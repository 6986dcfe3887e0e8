"""Whether the speaker's own words stand behind a cue: a quotation that is no name, or a clause without any mark."""

from musnad.arabic import ARTICLE, CONJUNCTIONS, FUTURE
from musnad.statements.cues.find import Cue
from musnad.statements.endings import is_definite
from musnad.statements.scene import LONGEST_NAME, Noun, Scene, Speech
from musnad.statements.steps import PREPOSITIONS, begins, is_pronoun

NEAR = 10  # tokens between a verb and a quotation that no mark announces
FOLLOWED = 20  # tokens of an aside between the name of a body and the clause that its head brings
TOLD = 8  # tokens behind the first word of a clause within which another one would be what is said
SHORTEST_NAMED = 2  # words before a name in marks that may be what it names
SHORTEST_BRACKETED = 3  # tokens from a bracket to the one that closes it; «(أ. ب)» is a name
_BRACKETS = frozenset("()[]")
_WE = "speech_opener.we"
_CLAUSE = frozenset({"negation", "contrast"})  # what denies or turns belongs to what is said
_DESCRIBING = frozenset({"relative", "what", "of", "there", "anonymity", "in", "beside"})


def bracketed(scene: Scene, i: int, end: int) -> Speech | None:
    """Return a quotation between brackets that open behind a colon, where more than one stands in them, or None.

    «قوله تعالى: (ادخلوها بسلام آمنين)، ثم …»: what follows the brackets is the writer's.
    """
    if i >= end or scene.norms[i] != "(":
        return None
    depth = 0
    for at in range(i, end):
        depth += (scene.norms[at] == "(") - (scene.norms[at] == ")")
        if depth == 0:
            double = scene.norms[i + 1] == "(" and scene.norms[at - 1] == ")"  # «((…))»
            inner = Speech(i, at + 1, i + 1 + double, at - double)
            return inner if at - i > SHORTEST_BRACKETED else None
    return None


def is_spoken(scene: Scene, cue: Cue, i: int) -> bool:
    """Say whether the speaker's own words begin at a token, behind the cue, a name, a day or a mark («وأضاف نحن …»)."""
    if cue.family != "verb":
        return cue.family == "participle" and (_is_right_behind(scene, cue, i) or _goes_on(scene, cue, i))
    openers = [hit for hit in scene.hits.at(i, "speech_opener") if not hit.prefix]
    behind = i == cue.last or i in scene.ending or i in scene.time_before
    marked = scene.is_break(i - 1) and scene.norms[i - 1] not in _BRACKETS
    near = openers or behind or marked or (cue.flag("utters") and _is_of_speaker(scene, i))
    if not near or (cue.flag("weak") and not cue.flag("continues")):
        return False
    if scene.is_as(cue.first - 1):
        return False  # «لأنها كما قال تبدو هادئة»
    utters = cue.flag("utters")
    tells = utters or (cue.hit is not None and cue.hit.form.tense == "past")  # «… من يرى غير ذلك، وهنا أرى …»
    behind = behind or (tells and marked)
    if openers:
        far = tells and not _is_governed(scene, i)  # not «الأزمة التي نتمنى أن …»
        reaches = openers[0].entry.flag("anywhere") and (utters or openers[0].entry.id != _WE)
        return behind or (far and reaches)
    if tells and _is_of_speaker(scene, i) and not _is_governed(scene, i):
        behind = True  # «وقال حداد في بيان للصحافة نعلن …»
    return behind and (_is_own(scene, i) or (utters and (_is_judged(scene, i) or _is_clause(scene, cue, i))))


def _is_judged(scene: Scene, i: int) -> bool:
    """Say whether «of» with an adjective says what is thought of the clause behind it («وقال حداد من المهم أن …»)."""
    i += scene.part(i) == "negation"  # «ليس من المهم أن …»
    at = i + 1
    if scene.part(i) != "of" or not scene.is_that(at + 1):
        return False
    known = any(hit.last == at + 1 for hit in scene.hits.at(i, "clause_opener", "status_word"))
    return known or (scene.norms[at].startswith(ARTICLE) and scene.hits.has(at, "adjective"))


def _is_governed(scene: Scene, i: int) -> bool:
    """Say whether a word in the first person belongs to the one before it («التي نتمنى», «أن نعمل», «بعثنا أنا»)."""
    led = scene.part(i - 1) in {"relative", "what", "of", "subordinator"} or scene.hits.has(i - 1, "complementiser")
    joined = any(hit.prefix for hit in scene.hits.at(i - 1, "speech_opener"))  # «… ونحن نستعد»
    return led or joined or any(hit.form.person == 1 for hit in scene.hits.verbs(i - 1))


def spoken_from(scene: Scene, cue: Cue, i: int) -> int:
    """Return the token at which own words begin that are known by the one at `i` («وأضاف | لا أعتقد أن …»).

    What denies, turns or asks before that belongs to them, and so does a clause between whoever speaks and it
    («وأضاف | المشكلة لن تكون من جانبنا، لدينا …»).
    """
    noun = scene.starting.get(cue.last)
    spoken = cue.last if noun is None else noun.last
    named = noun is None or noun.mention.proper is not None or is_definite(scene.norms[noun.first])
    other = scene.starting.get(spoken)
    described = scene.part(spoken) in _DESCRIBING or scene.hits.has(spoken, "role", "relation")
    described = described or (other is not None and other.mention.kind == "person")
    told = any(scene.part(at) in _CLAUSE and scene.particle_end(at) == at + 1 for at in range(spoken, i))
    told = told or (scene.part(spoken) == "subordinator" and not scene.is_apart(spoken))  # «إذا استمر ذلك سنرحل»
    if spoken < i and named and told and not described and not scene.is_break(spoken):
        return spoken
    while i > spoken and scene.part(i - 1) in _CLAUSE | {"auxiliary"}:
        i -= 1
    return i


def is_first_person(scene: Scene, first: int, last: int) -> bool:
    """Say whether whoever speaks tells of himself between two tokens («نحن …», «ولدينا …», «ولن نقبل …»)."""
    return any(
        any(hit.entry.flag("own") and hit.prefix in CONJUNCTIONS for hit in scene.hits.at(i, "speech_opener"))
        or _is_of_speaker(scene, i)
        for i in range(first, last)
    )


def _is_of_speaker(scene: Scene, i: int) -> bool:
    """Say whether a verb in the first person of many stands at a token, or one in the future, and nothing else."""
    verbs = [hit for hit in scene.hits.verbs(i) if hit.form.tense != "past" or hit.prefix != FUTURE]
    own = bool(verbs) and all(hit.form.person == 1 and hit.form.tense == "present" for hit in verbs)
    many = any((hit.form.number == "p" or hit.prefix == FUTURE) and not hit.suffix for hit in verbs)
    return own and many and i not in scene.starting and not scene.is_function(i)


def _is_right_behind(scene: Scene, cue: Cue, i: int) -> bool:
    """Say whether own words begin right behind a participle («قائلا نشكر الجميع», «مؤكدا لن نسمح بذلك»)."""
    if i != cue.last or scene.is_function(cue.first - 1):
        return False
    at = i + (scene.part(i) == "negation")
    openers = any(hit.entry.flag("own") and not hit.prefix for hit in scene.hits.at(i, "speech_opener"))
    return openers or _is_of_speaker(scene, at)


def _goes_on(scene: Scene, cue: Cue, i: int) -> bool:
    """Say whether own words stand behind a comma written for a colon («مضيفا، لاعبنا وصل مصابا …»)."""
    apart = cue.flag("continues") and scene.is_comma(cue.last) and scene.is_break(cue.first - 1)
    if i != cue.last + 1 or not apart or not scene.units.is_word(i):
        return False
    near = range(i, min(scene.region(cue.first)[1], i + TOLD))
    return not any(begins(scene, at) or scene.is_comma(at) for at in near)


def _is_own(scene: Scene, i: int) -> bool:
    """Say whether a verb in the first person stands at a token, and nothing else («وقال الأمير نؤكد …»).

    In the singular it must be one of saying: others are spelt like comparatives («أحدث»).
    """
    verbs = [hit for hit in scene.hits.verbs(i) if hit.form.tense != "past" or hit.prefix != FUTURE]
    own = bool(verbs) and all(
        hit.form.person == 1 and hit.form.tense == "present" and hit.prefix in {"", FUTURE} for hit in verbs
    )
    many = any(hit.form.number == "p" or hit.prefix for hit in verbs)  # «سأكتفي» is spelt like nothing else
    if not own or not (many or scene.is_verb(i, "cue")) or i in scene.starting or i == scene.region(i)[0]:
        return False
    if scene.is_function(i) or scene.hits.has(i, "fraction"):
        return False  # «الملك، نصره الله، …», «وأكد نصف المشاركين أن …»
    return not any(
        scene.is_comma(at - 1) and begins(scene, at) for at in range(i + 1, min(scene.region(i)[1], i + TOLD))
    )


def _is_clause(scene: Scene, cue: Cue, i: int) -> bool:
    """Say whether a clause begins at a token that only the speaker can have said («وقال كنا نعلم …», «وأضاف لم …»)."""
    noun, telling = scene.ending.get(i), scene.part(i) in {"negation", "auxiliary"}
    if scene.part(cue.first - 1) in {"of", "what", "relative"} or i in scene.starting or i in scene.time_at:
        return False
    verb = scene.begins_verb(i) or any(hit.prefix == FUTURE for hit in scene.hits.verbs(i))
    if any(scene.is_break(at) for at in range(cue.last, i)) or not (telling or verb):
        return False
    if noun is not None and not (telling or noun.first <= cue.last + 1):
        return False
    if noun is not None and (not scene.is_bare(noun) or _is_loose(scene, noun)):
        return False
    masculine = cue.hit is not None and cue.hit.form.gender == "m"
    if noun is not None and noun.mention.kind == "place" and masculine and noun.mention.proper is not None:
        return False  # «وأضاف مصر تعرف ما تريد»: the state is no subject of the verb
    if scene.hits.has(i, "given_name", "family_name") or scene.is_verb(i, "cue"):
        return False
    _, end = scene.region(cue.first)
    if any(scene.norms[at] == ":" and at + 1 in scene.quote_at for at in range(i, end - 1)):
        return False  # «وقال يحيا حداد، رئيس البلدية: "…"»
    return not any(begins(scene, at) for at in range(i, min(end, i + TOLD)))


def _is_loose(scene: Scene, noun: Noun) -> bool:
    """Say whether a noun is indefinite, so that a verb behind it tells of it («وقال مصدر رفض …»)."""
    return noun.mention.proper is None and not is_definite(scene.norms[noun.first])


def _is_of_thing(scene: Scene, cue: Cue, i: int) -> bool:
    """Say whether few words in marks name what stands indefinite before them («اختتمت تظاهرة «ليالي المدينة»»).

    Somebody who speaks may stand there too («قال شاب "…"»), but no body («قالت شركة مطاعم "طعم البيت القديم"»).
    """
    between = range(cue.last, i)
    if not 0 < len(between) <= SHORTEST_NAMED or not all(scene.is_plain(at) for at in between):
        return False
    if any(is_definite(scene.norms[at]) or scene.hits.has(at, "role", "medium", "cue") for at in between):
        return False  # «ومضى يقول "…"», «رد بالقول "…"»
    noun = scene.starting.get(cue.last)
    if noun is not None:
        return noun.mention.kind == "organisation" and noun.mention.proper is None
    return cue.family == "verb" and not cue.flag("utters")


def _is_of_named(scene: Scene, i: int, speech: Speech) -> bool:
    """Say whether a quotation between a role and its name is the body it belongs to («منسق "مجموعة …" سامي حداد»)."""
    noun = scene.starting.get(speech.last)
    if noun is None or noun.mention.kind != "person" or noun.mention.proper is None:
        return False
    return scene.is_bare(noun) and scene.units.is_word(i - 1) and scene.hits.has(i - 1, "role")


def _is_of_body(scene: Scene, i: int, speech: Speech) -> bool:
    """Say whether few words in marks are the name of the body right before them («مديرة في شركة «ضفاف العالم»»)."""
    short = speech.inner_last - speech.inner <= LONGEST_NAME
    return short and not scene.norms[i - 1].startswith(ARTICLE) and scene.hits.has(i - 1, "body", "naming_noun")


def _is_of_role(scene: Scene, i: int, speech: Speech, end: int, cue_last: int) -> bool:
    """Say whether a quotation is the body of a role, the clause following («قال حداد، رئيس "جمعية …"، إن …»)."""
    short = speech.inner_last - speech.inner <= LONGEST_NAME + 1 and i > cue_last
    if not scene.units.is_word(i - 1) or not (short or scene.hits.has(i - 1, "role", "body", "naming_noun")):
        return False
    return scene.is_comma(speech.last) and _follows_aside(scene, speech.last + 1, min(end, speech.last + FOLLOWED))


def _is_of_work(scene: Scene, cue: Cue, i: int, speech: Speech) -> bool:
    """Say whether a quotation is the title of a work, the clause following («قال مؤلف "طريق البحر" إن …»).

    Behind a comma it does where the title ends an aside («قال، في ندوة عن "طريق البحر"، إن …»).
    """
    if i <= cue.last or not (scene.units.is_word(i - 1) or scene.part(i - 2) in PREPOSITIONS):
        return False
    aside = scene.is_comma(speech.last) and i not in scene.ending
    at = speech.last + aside
    at += scene.part(at) in cue.frames  # «…، على أن …»
    return any(not hit.prefix and not hit.suffix for hit in scene.hits.at(at, "complementiser"))


def _is_of_paper(scene: Scene, cue: Cue, i: int) -> bool:
    """Say whether a verb only tells of whose words it is, and a quotation is far («تصريحات أدلى بها أمس عن "…"»)."""
    given = scene.hits.has(cue.first - 1, "medium") and is_pronoun(scene, cue.last)
    return given and i > cue.last + 1 and scene.norms[i - 1] != ":"


def is_said(scene: Scene, cue: Cue, i: int, end: int, speech: Speech) -> bool:
    """Say whether a quotation without a colon is what is said, and not a name.

    A name stands right behind the verb as its subject, with the clause going on behind it, or far from it.
    """
    if (
        _is_of_paper(scene, cue, i)
        or scene.is_title(i)
        or scene.part(i - 1) == "in"  # «قال في «طريق البحر القديم»: …»
        or (cue.flag("weak") and i in scene.quote_at and _is_deed(scene, speech))
        or (cue.flag("continues") and _are_named(scene, cue, i, speech))
    ):
        return False
    if cue.family == "participle" and i == cue.last and cue.flag("utters"):
        return True  # «مضيفا "أتمنى ألا يتكرر ذلك" لأنه …»: no subject stands there
    if (
        (scene.units.is_word(i - 1) and _is_of_body(scene, i, speech))
        or _is_of_named(scene, i, speech)
        or _is_of_role(scene, i, speech, end, cue.last)
        or _is_of_work(scene, cue, i, speech)
    ):
        return False
    if speech.inner_last - speech.inner > LONGEST_NAME or scene.is_own_words(i - 1):
        return True
    after = speech.last
    named = scene.part(after) == "relative" and scene.is_plain(i - 1) and i > cue.last and i not in scene.ending
    if named or _is_of_thing(scene, cue, i):
        return False  # «خاطب الوزير حوار «السلام في المدينة» الذي …»
    if scene.part(after) in PREPOSITIONS and scene.part(after) in cue.frames and scene.units.is_word(i - 1):
        return False  # «أشارت "شركة …" إلى أن …», «يشير وفد وكالة "…" إلى …»
    commented = any(hit.form.pos == "participle" for hit in scene.hits.at(after, "cue"))  # «…» مشيرة إلى أن …
    if (
        after < len(scene.norms)
        and scene.units.is_word(after)
        and not scene.is_function(after)
        and after not in scene.within
        and not commented
    ):
        return False  # «تابع جمهور "مسرح المدينة الكبير" العرض …»
    if i - cue.last > NEAR and not scene.is_break(i - 1):
        return False
    goes_on = after < len(scene.norms) and scene.units.is_word(after) and scene.units.is_word(i - 1) and not commented
    if i > cue.last and goes_on and any(begins(scene, at) for at in range(after, min(end, after + NEAR))):
        return False  # «قال … لبرنامج "صباح المدينة" عبر القناة: …»
    if i != cue.last or speech.last >= len(scene.norms):
        return True
    if _is_described(scene, speech, end):
        return False
    return not scene.units.is_word(speech.last) or scene.part(speech.last) is not None


def _are_named(scene: Scene, cue: Cue, i: int, speech: Speech) -> bool:
    """Say whether a quotation names those who go on with a deed («واصل الثلاثي «فلان وفلان وفلان» تدريباتهم»)."""
    at = speech.last
    if i == cue.last or not scene.units.is_word(i - 1) or at >= len(scene.norms) or not scene.is_plain(at):
        return False
    deed = any(hit.form.pos == "masdar" and not hit.prefix for hit in scene.hits.at(at))
    return deed or (is_definite(scene.norms[at]) and not scene.norms[at].startswith(ARTICLE))


def _is_described(scene: Scene, speech: Speech, end: int) -> bool:
    """Say whether a short quotation is a name that an aside tells of («قالت "جمعية …"، المعروفة بكذا، إن …»)."""
    at = speech.last + 1
    if not scene.is_comma(speech.last) or at >= end or not scene.norms[at].startswith(ARTICLE):
        return False
    return _follows_aside(scene, at, min(end, at + NEAR))


def _follows_aside(scene: Scene, first: int, last: int) -> bool:
    """Say whether a clause with «that» begins behind a comma between two tokens."""
    return any(scene.is_comma(i - 1) and scene.hits.has(i, "complementiser") for i in range(first, last))


def _is_deed(scene: Scene, speech: Speech) -> bool:
    """Say whether a quotation begins with what is done, and is the object of a verb («تواصل «تلقي تقارير …»»)."""
    hits = scene.hits.at(speech.inner, "trigger", "cue", "support_verb")
    return any(hit.form.pos == "masdar" and not hit.definite for hit in hits)
