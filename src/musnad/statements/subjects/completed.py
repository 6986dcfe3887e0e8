"""The rest of who speaks, up to what he says: the name behind a long description, further fields, unknown qualities.

«قالت الخبيرة في شؤون الطفل بجامعة الضفاف، ليلى حداد، إن …», «أوضح مدير مستشفى النساء والولادة أن …».
"""

from dataclasses import replace

from musnad.arabic import AND, ARTICLE, BA, BARE, JOINED, LAM
from musnad.arabic.clitics import WRITTEN_PREPOSITIONS
from musnad.arabic.letters import ALEF, HA, TA, WAW, YA
from musnad.model import Span
from musnad.statements.cues.find import Cue
from musnad.statements.endings import is_accusative, is_definite
from musnad.statements.scene import SHORT, TO_THE, Noun, Scene, is_with
from musnad.statements.steps import is_adjective, is_of_age
from musnad.statements.subjects.body_names import PLURALS, cause
from musnad.statements.subjects.phrases import idafa_end, written
from musnad.statements.subjects.strangers import behind_comma
from musnad.statements.told import BODIES, Told, told_by

_FARTHEST = 22  # tokens between a description and the name behind it
_LONGEST = 6  # words of the rest of a description
_HEADS = ("role", "title", "one_of", "body", "place_head", "elliptic_body")
_PAIR = 2  # words of a name
_TOLD = ("group", "role", "body", "agency", "publisher", "press", "title", "country", "medium", "place", "source_noun")
_KIN = ("relation", "source_noun")
_QUALITY = (YA, YA + HA, ALEF + TA, *PLURALS)
_GOVERNS = frozenset({"in", "to", "on", "of", "about"})
_MARKS = frozenset({")", "»", '"', "”", "“"})


def completed(scene: Scene, cue: Cue, told: Told, until: int) -> Told:
    """Return who speaks with the rest of his description, by the name that follows it if there is one."""
    span = told.speaker.span
    if span is None or told.last >= until or told.kind == "place" or told.speaker.name != written(scene, span):
        return told
    first = scene.units.token_at(span.start)
    if (second := _second(scene, told, until)) is not None:
        return second
    if scene.hits.has(first, "medium") or _is_whole(scene, first, told):
        return told
    sure = is_clause(scene, cue, until)
    if (named := _named(scene, cue, told, until, sure=sure)) is not None:
        return named
    last = told.last
    last += _is_place(scene, last, until)
    last += _is_his(scene, cue, told, until) or (sure and _is_rest(scene, told, until))
    last = max(last, _behind_idafa(scene, told, until) if sure and last == told.last else 0)
    while sure and last < min(until, told.last + _LONGEST) and _goes_on(scene, told, last):
        last += 1
    if last == told.last and _is_of_purpose(scene, told):
        return _up_to(scene, told, span, last + 1)
    last -= told.last < last < until and _is_open(scene, last)
    last = min(_behind_purpose(scene, told, last), until)
    if last == told.last or not _is_over(scene, last, until):
        return told
    return behind_comma(scene, _up_to(scene, told, span, last), until)


def _up_to(scene: Scene, told: Told, span: Span, last: int) -> Told:
    """Return who speaks with all words of his span and of those behind it up to a token."""
    whole = Span(span.start, scene.units.ends[last - 1])
    return replace(told, speaker=replace(told.speaker, name=written(scene, whole), span=whole), last=last)


def _is_his(scene: Scene, cue: Cue, told: Told, until: int) -> bool:
    """Say whether a noun with a pronoun says whose a lone role is («مدير | أعماله»)."""
    at, first = told.last, scene.units.token_at(told.node.start)
    lone = told.kind == "person" and at == first + 1 and not scene.norms[first].startswith(ARTICLE)
    role = lone and told.number == "s" and scene.hits.has(first, "role") and not scene.has_pronoun(first)
    his = at < until and scene.is_plain(at) and scene.has_pronoun(at) and not scene.hits.verbs(at)
    return role and his and "object" not in cue.frames and (at + 1 == until or _is_over(scene, at + 1, until))


def _is_place(scene: Scene, at: int, until: int) -> bool:
    """Say whether the name of a place stands behind the word for it, which wants one («شهود في بلدة | سروج»)."""
    heads = not scene.hits.has(at - 1, "adjective") and scene.hits.has(at - 1, "place_head")
    wants = heads and not is_definite(scene.norms[at - 1]) and scene.is_plain(at) and scene.norms[at] not in LAM
    return wants and (at + 1 == until or (at + 1 < until and _is_over(scene, at + 1, until)))


def _is_rest(scene: Scene, told: Told, until: int) -> bool:
    """Say whether a word that nothing knows is the end of a name that nothing knows («قمر الزمان | كايرا إن»)."""
    at, first = told.last, scene.units.token_at(told.node.start)
    if at >= until or told.kind != "phrase" or at - first > _PAIR or not scene.is_plain(at) or scene.hits.has(at):
        return False
    norm = scene.norms[at]
    other = scene.hits.has(first, "body", "medium", "thing", "group", "one_of", "source_noun")
    shaped = len(norm) > SHORT and not norm.startswith((ARTICLE, *BA, *LAM)) and not is_accusative(norm)
    plural = scene.norms[at - 1].endswith((*PLURALS, ALEF + TA))
    over = at + 1 == until or _is_over(scene, at + 1, until) or scene.norms[at + 1].startswith(ARTICLE)
    return shaped and over and not other and not plural and not norm.endswith(HA)


def _behind_idafa(scene: Scene, told: Told, until: int) -> int:
    """Return the token behind what a lone indefinite role is of («مدير | بريد الضفاف», «رئيس | حمس»), else 0."""
    at, first = told.last, scene.units.token_at(told.node.start)
    lone = told.kind == "person" and told.number == "s" and at == first + 1 and scene.hits.has(first, "role")
    if not lone or scene.norms[first].startswith(ARTICLE) or scene.has_pronoun(first) or not scene.is_plain(at):
        return 0
    if scene.hits.verbs(at) or is_accusative(scene.norms[at]) or scene.norms[at].startswith(WRITTEN_PREPOSITIONS):
        return 0
    end = idafa_end(scene, at, until)
    if end == at and at + 1 == until and not scene.hits.has(at):
        return until
    return end if end > at and (end == until or _is_over(scene, end, until)) else 0


def with_purpose(scene: Scene, told: Told, until: int) -> Told:
    """Return a body with what it is for by its name («وفقا لجامعة الضفاف | للصحة»)."""
    span, last = told.speaker.span, _behind_purpose(scene, told, told.last)
    if span is None or not told.last < last <= until or told.speaker.name != written(scene, span):
        return told
    return _up_to(scene, told, span, last)


def _behind_purpose(scene: Scene, told: Told, last: int) -> int:
    """Return the token behind what a body is for, from a token on: the same where that is nothing."""
    if told.kind not in BODIES | {"phrase"} or not scene.hits.has(scene.units.token_at(told.node.start), "body"):
        return last
    end = (cause(scene, last) or _purpose(scene, last)) or last  # «الشبكة الأهلية | من أجل البحر»
    if end == last and scene.norms[last - 1].startswith(TO_THE) and _is_against(scene, last):
        return last + 2  # «الهيئة الوطنية للوقاية | من الحرائق»
    land = scene.starting.get(end) if end > last else None  # «مجموعة العمل من أجل صيادي | الضفاف»
    return land.last if land is not None and land.mention.kind == "place" and scene.is_bare(land) else end


def _is_of_purpose(scene: Scene, told: Told) -> bool:
    """Say whether a definite adjective goes on with what a body is for («شركة الضفاف للمياه | المعدنية»)."""
    at = told.last
    led = told.kind in BODIES and scene.norms[at - 1].startswith(TO_THE) and scene.hits.has(at, "adjective")
    return led and is_adjective(scene, at) and scene.norms[at].endswith((HA, YA))


def _purpose(scene: Scene, i: int) -> int:
    """Return the token behind what a body is for by its name («جامعة الضفاف | للصحة»), else 0."""
    norm = scene.norms[i] if i < len(scene.norms) else ""
    if not norm.startswith(TO_THE) or i in scene.starting or scene.hits.has(i, *_TOLD):
        return 0
    if not scene.hits.has(i, "purpose", "role_field", "ordinary_word"):
        return 0
    at = i + 1
    while at < len(scene.norms) and is_adjective(scene, at) and scene.norms[at].endswith((HA, YA)):
        at += 1
    return at + 2 if _is_against(scene, at) else at  # «الجبهة الوطنية للدفاع عن الأنهار»


def _is_against(scene: Scene, i: int) -> bool:
    """Say whether a preposition with a definite noun, no place, says what a purpose is about («| من الحرائق»)."""
    at = i + 1
    led = scene.part(i) in {"about", "of"} and at < len(scene.norms)
    return led and scene.norms[at].startswith(ARTICLE) and scene.is_plain(at) and at not in scene.starting


def _is_whole(scene: Scene, first: int, told: Told) -> bool:
    """Say whether a speaker is a person with his name, or a name between marks («"الضفاف" القطرية»)."""
    noun = scene.starting.get(first)
    named = noun is not None and noun.mention.kind == "person" and noun.mention.proper is not None
    return named or not (first == 0 or first - 1 not in scene.quote_at or scene.units.is_word(told.last - 1))


def _is_open(scene: Scene, i: int) -> bool:
    """Say whether the word before a token wants what follows («الشركة المشغلة | للمطار», «والتعليم | عن بعد»)."""
    if i >= len(scene.norms):
        return False
    if any(scene.part(i) in hit.entry.texts("takes") for hit in scene.hits.at(i - 1, "taking")):
        return True  # «موقع "الضفاف" المتخصص | في السيارات»
    noun = scene.starting.get(i)
    told = noun is not None and noun.mention.kind == "agency"  # «المنظمة الشغيلة لوكالة الضفاف»
    led = not told and (scene.part(i) in _GOVERNS or scene.norms[i].startswith((TO_THE, *LAM)))
    known = scene.hits.has(i - 1, "adjective", "region_adjective", "demonym") or scene.norms[i - 1].endswith(
        (YA, YA + HA)
    )
    joined = scene.norms[i - 1].startswith(AND)
    return (joined and scene.part(i) == "about") or (led and not known and not joined)


def _second(scene: Scene, told: Told, until: int) -> Told | None:
    """Return who has two offices over one thing, the first without it («إمام | وخطيب المسجد الحرام»), or None."""
    span, at = told.speaker.span, told.last
    first = 0 if span is None else scene.units.token_at(span.start)
    if span is None or at != first + 1 or not scene.hits.has(first, "role") or scene.norms[first].startswith(ARTICLE):
        return None
    office = any(hit.prefix == AND and hit.form.number == "s" for hit in scene.hits.at(at, "role"))
    place = scene.starting.get(at + 1) if office and told.number == "s" else None
    if place is None or place.last > until or place.mention.kind == "person" or not scene.is_bare(place):
        return None
    whole = Span(span.start, place.mention.span.end)
    name = written(scene, whole)
    for noun in scene.heads.get(scene.norms[first], []):
        if noun.mention.kind == "person" and noun.mention.proper is not None and noun.surface.startswith(f"{name} "):
            named = told_by(noun, told.speaker.basis)
            return replace(named, last=place.last, speaker=replace(named.speaker, span=whole))
    return replace(told, last=place.last, speaker=replace(told.speaker, name=name, span=whole, entity=None))


def is_clause(scene: Scene, cue: Cue, until: int) -> bool:
    """Say whether what is said is a clause or speech, so that no object can stand before it."""
    if cue.family == "preposition":
        return True  # «بحسب …»: up to a mark or what it leads into
    if cue.flag("utters") and until == scene.region(cue.first)[1]:
        return True  # «"…"، قال مدير الميناء للتشغيل.»
    if cue.hit is None or cue.text("addressee") == "object" or until >= len(scene.norms):
        return False
    opens = scene.hits.at(until, "complementiser")
    if any(not (is_with(hit) and cue.flag("target")) for hit in opens):
        return True  # «أوضحت الوزارة بأن …», not «وصفت القرار بأنه …»
    if scene.part(until) in _GOVERNS and "object" not in cue.frames and not cue.flag("target"):
        return True  # «عبر النشطاء المحليون عن …»
    return cue.flag("utters") and (until in scene.speech_at or scene.norms[until] == ":")


def _goes_on(scene: Scene, told: Told, i: int) -> bool:
    """Say whether a definite word behind a definite one goes on with it: a further field, a quality."""
    norm, before = scene.norms[i], scene.norms[i - 1]
    if not scene.is_plain(i) or not (
        before.startswith((ARTICLE, AND + ARTICLE, TO_THE)) or not scene.units.is_word(i - 1)
    ):
        return False
    noun = scene.starting.get(i)
    if noun is not None and (noun.mention.kind in {"person", "agency"} or noun.last > i + 1):
        return False
    if scene.has_pronoun(i) and scene.hits.has(i - 1, "adjective") and scene.norms[i - 1].endswith(HA):
        return True  # «الرئيس المنتهية | ولايته»
    joined = norm.startswith(AND + ARTICLE)
    if not joined and not norm.startswith(ARTICLE):
        return False
    if joined:
        return told.number == "s" and not norm.endswith(PLURALS) and not scene.hits.has(i, *_HEADS)
    return _is_quality(scene, told, i)


def _is_quality(scene: Scene, told: Told, i: int) -> bool:
    """Say whether a definite word may be a quality of what stands before it: known as one, or of that shape."""
    norm = scene.norms[i]
    if scene.hits.has(i, "adjective", "region_adjective", "demonym", "another"):
        return not is_of_age(scene, i)  # «اللاعب الدولي | البالغ من العمر …»
    if told.speaker.basis == "creator" and not scene.norms[i - 1].startswith(TO_THE):
        return False  # «إحصائيات الهيئة | المنشورة أخيرا»
    if scene.hits.has(i, "family_name", "given_name", "role", "title", "group", "body", "country", "place"):
        return False
    if told.number == "p" and told.kind in {"person", "group"} and not scene.hits.has(i):
        return True  # «النشطاء الأمازيغ»
    if norm.endswith(PLURALS[1]) and told.kind in {"person", "group"}:
        return told.number == "p" or told.kind == "group"  # «العمال | المضربون»: no object is nominative
    if norm.endswith(PLURALS):
        return told.number == "p" and norm[-2:] == scene.norms[i - 1][-2:]
    head = scene.norms[scene.units.token_at(told.node.start)]
    return norm.endswith(_QUALITY) or (norm.endswith(HA) and (scene.norms[i - 1].endswith(HA) or head.endswith(HA)))


def _is_over(scene: Scene, at: int, until: int) -> bool:
    """Say whether a description is over at a token."""
    if at == until or not scene.units.is_word(at) or at in scene.time_at or scene.is_function(at):
        return True
    noun = scene.starting.get(at)
    if scene.hits.has(at, "complementiser", "clause_opener") or (noun is not None and not scene.is_bare(noun)):
        return True
    return scene.norms[at] in LAM or scene.norms[at].startswith(TO_THE) or bool(scene.hits.verbs(at))


def _named(scene: Scene, cue: Cue, told: Told, until: int, *, sure: bool) -> Told | None:
    """Return the person whose name stands behind a description of one man or woman, or None."""
    span = told.speaker.span
    if span is None or not _is_one(scene, told, span):
        return None
    i, farthest = told.last, min(until, told.last + _FARTHEST)
    while i < farthest:
        noun = scene.starting.get(i)
        if noun is not None and noun.mention.kind == "person" and noun.mention.proper is not None:
            if scene.norms[i - 1].startswith(ARTICLE) or not scene.hits.has(i - 1, "body", "place_head"):
                break
            i = noun.last  # «الأستاذ في مؤسسة سالم حداد»
        elif noun is not None and noun.mention.kind != "person" and noun.last > i:
            i = noun.last
        elif _is_between(scene, i):
            i = max(scene.particle_end(i), i + 1)
        else:
            return None
    noun = scene.starting.get(i) if i < farthest else None
    if noun is None or noun.last > until or not _is_free(scene, cue, told, noun, until):
        return None
    called = _is_called(noun) and scene.is_bare(noun, JOINED) and i > told.last  # «المدربة … والباحثة ليلى حداد»
    if not (called or scene.is_bare(noun)):
        return None
    apart = scene.is_comma(i - 1) and scene.is_comma(noun.last)
    if cue.family == "preposition" and scene.is_comma(noun.first - 1) and not apart:
        return None  # «بحسب المدرب، سامي حداد سيغيب»
    takes = {"object"} if called or _is_titled(scene, noun) else {"object", "with"}  # «أشادت عميدة … الدكتورة هدى …»
    if not (sure or apart or not (takes & set(cue.frames) or cue.text("addressee") == "object")):
        return None
    named = told_by(noun, told.speaker.basis)
    name, last = named.speaker.name, noun.last
    if not _is_over(scene, last, until):
        name, last = f"{name} {scene.units.surface(last, last + 1).strip()}", last + 1  # «محمد | تملي للصحيفة»
    speaker = replace(named.speaker, name=name, span=Span(span.start, scene.units.ends[last - 1]))
    return replace(named, speaker=speaker, last=last)


def _is_called(noun: Noun) -> bool:
    """Say whether a role or title stands before the name in a mention."""
    return noun.mention.proper is not None and noun.mention.proper.start > noun.mention.span.start


def _is_titled(scene: Scene, noun: Noun) -> bool:
    """Say whether a definite title opens a name («الدكتورة هدى حداد»)."""
    return _is_called(noun) and any(hit.definite and hit.prefix in BARE for hit in scene.hits.at(noun.first, "title"))


def _is_one(scene: Scene, told: Told, span: Span) -> bool:
    """Say whether a speaker is one person told by what he is alone: a role, or a definite word that is no name."""
    first = scene.units.token_at(span.start)
    kin = scene.hits.has(first, *_KIN)
    his = kin and scene.has_pronoun(first) and told.last > first + 1  # «زميله في الحزب حسن حداد»
    if told.number != "s" or told.kind not in {"person", "phrase"} or (kin and not his):
        return False
    role = scene.hits.has(first, "role") or his
    if told.kind == "phrase":
        definite = scene.norms[first].startswith(ARTICLE) and not scene.norms[first].endswith((*PLURALS, ALEF + TA))
        other = scene.hits.has(first, "given_name", "family_name", "body", "medium", "thing", "group", "place_head")
        if not role and (not definite or other):
            return False
    inner = (scene.starting.get(k) for k in range(first + 1, told.last))
    return not any(noun is not None and noun.mention.kind == "person" for noun in inner)


def _is_between(scene: Scene, i: int) -> bool:
    """Say whether a token may stand between a description and the name behind it: no verb, clause or speech."""
    if scene.is_function(i):
        return scene.part(i) in _GOVERNS | {"adverb", "beside"}
    if not scene.units.is_word(i):
        return scene.is_comma(i) or scene.norms[i] in _MARKS or scene.norms[i] in {"«", "-"}
    if i in scene.speech_at or scene.hits.has(i, "complementiser", "cue_preposition", "clause_opener", "relation"):
        return False
    definite = scene.norms[i].startswith((ARTICLE, AND + ARTICLE, TO_THE))
    if definite or scene.part(i - 1) in _GOVERNS:
        return True
    return not any(hit.prefix in {"", AND} for hit in scene.hits.verbs(i))


def _is_free(scene: Scene, cue: Cue, told: Told, noun: Noun, until: int) -> bool:
    """Say whether a name stands in apposition: nothing governs it, and nothing goes on with it."""
    at, last = noun.first, noun.last
    gender = noun.entity.gender
    agrees = cue.hit is not None and cue.hit.form.gender == gender  # «أفادت عضو الجمعية … الدكتورة هدى حداد»
    if noun.entity.number not in {"s", ""} or (None not in {told.gender, gender} != {told.gender} and not agrees):
        return False
    at -= scene.part(at - 1) == "adverb"  # «والمدرب الوطني حاليا سالم حداد»
    before = scene.norms[at - 1]
    governed = scene.is_function(at - 1) or (
        scene.units.is_word(at - 1)
        and scene.is_bare(noun)
        and not before.startswith((ARTICLE, AND + ARTICLE, TO_THE))
        and (at not in scene.ending or scene.ending[at].mention.kind in {"person", "group"})
        and not any(hit.prefix in BARE for hit in scene.hits.at(at - 1, "title"))
        and not before.isdigit()
    )
    if governed and not (_is_called(noun) and before.startswith(AND)):  # «رئيس بلدية الضفاف وتبالة المهندس سالم حداد»
        return False
    plain = last < until and scene.is_plain(last) and scene.norms[last][0] != WAW
    if plain and scene.is_comma(last + 1) and last + 2 == until and scene.hits.has(until, "complementiser"):
        return not (is_accusative(scene.norms[last]) or scene.has_pronoun(last))  # «الدكتور سالم عبد العزيز عالم، أن»
    return _is_over(scene, last, until) or (plain and not scene.hits.has(last) and _is_over(scene, last + 1, until))
