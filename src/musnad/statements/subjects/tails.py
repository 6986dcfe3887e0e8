"""The rest of the noun phrase of somebody told without a name, up to what he says: where, for what, further fields.

«قالت الشرطة | في النيجر إن …», «أوضح مدير شركة الضفاف | للإسكان والتعمير أن …», «أكدت مصادر طبية | وأمنية ليبية أن …».
"""

from dataclasses import replace

from musnad.arabic import AND, ARTICLE, BA, BARE, LAM, NUNATED
from musnad.arabic.letters import ALEF, HA, TA
from musnad.model import Span
from musnad.statements.cues.find import Cue
from musnad.statements.endings import is_accusative, is_definite
from musnad.statements.scene import TO_THE, Scene, is_with
from musnad.statements.steps import behind_noun, is_adjective
from musnad.statements.subjects.completed import completed, is_clause
from musnad.statements.subjects.descriptions import behind_idafa, behind_spot, behind_taken
from musnad.statements.subjects.phrases import idafa_end, with_quoted, written
from musnad.statements.subjects.shared_owner import with_owner
from musnad.statements.subjects.strangers import named_behind, named_surely
from musnad.statements.told import BODIES, KINDS, Told

_PARTS = 5  # of one noun phrase
_PAIR = 2
_PLURAL = NUNATED[0]
_QUALITIES = ("adjective", "region_adjective", "demonym", "another")
_HEADED = ("body", "role", "group", "source_noun", "elliptic_body", "place_head")
_NO_HEAD = ("medium", "relation", "given_name", "family_name", "title")
_NO_FIELD = ("role", "title", "press", "publisher", "agency", "medium", "source_noun", "cue_preposition")
_TOLD = (*_NO_FIELD, "group", "given_name", "country", "place", "people")
_FEMININES = (HA, ALEF + TA)
_SPEAKERS = BODIES | {"group", "person", "phrase"}
_GOVERN = frozenset({"to", "on", "about", "of"})
_BELONGS = frozenset({"in", "of"})
_NO_SEATS = ("medium", "trigger", "cue", "press", "time_unit", "part_of_period", "day_word", "phase_verb")
_OCCASIONS = frozenset({"ordinary_word.event", "naming_noun.undertaking", "background.terms", "thing.fact"})
_LONGEST = 9  # words of a clause that tells of somebody
_SHORT = 3  # letters of a word that is hardly a noun


def with_tail(scene: Scene, cue: Cue, told: Told, until: int) -> Told:
    """Return somebody without a name with all that belongs to him before his words begin at `until`."""
    span = told.speaker.span
    if span is None or told.last >= until or told.kind not in _SPEAKERS or told.speaker.name != written(scene, span):
        return told
    first = scene.units.token_at(span.start)
    if not _is_open(scene, told, first):
        return told
    sure = is_clause(scene, cue, until) or _is_led(scene, cue, until)
    told_of = sure and cue.family != "preposition" and _is_some(scene, told, first)
    aimed = cue.text("addressee") == "object" and told.kind in BODIES
    last = end = far = told.last
    for _ in range(_PARTS):
        after = _part(scene, told, first, last, until, sure=sure)
        last = after or (_clause(scene, told, last, until) if told_of else 0)
        if not last:
            break
        far = last
        if _is_over(scene, last, until) or (aimed and _is_aimed_at(scene, last)):
            end = last
    for at in (end, far):
        named = named_behind(scene, told, at, until) or named_surely(scene, told, at, until)
        if named is not None:
            return named
    if sure and cue.family == "verb" and _is_rest(scene, told, first, end, until):
        end = until
    if end == told.last:
        return told
    whole = Span(span.start, scene.units.ends[end - 1])
    return replace(told, speaker=replace(told.speaker, name=written(scene, whole), span=whole), last=end)


def _is_aimed_at(scene: Scene, i: int) -> bool:
    """Say whether somebody stands at a token whom a body behind its place addresses («الشرطة في جدة | السائقين»)."""
    noun = scene.starting.get(i)
    known = noun is not None and noun.mention.kind in KINDS and scene.is_bare(noun)
    return i in scene.ending and (known or scene.norms[i].endswith(NUNATED))


def _is_rest(scene: Scene, told: Told, first: int, at: int, until: int) -> bool:
    """Say whether the few words that are all between somebody and his clause go on with him.

    What his last word is of, or where he is («رجال | أعمال», «مصدر | بجوازات المنطقة»).
    """
    if at != first + 1 or not at < until <= at + _PARTS or told.kind not in {"person", "group", "phrase"}:
        return False
    if not any(not is_with(hit) for hit in scene.hits.at(until, "complementiser")):
        return False
    norm, open_head = scene.norms[at], not is_definite(scene.norms[first]) and not scene.has_pronoun(first)
    bare = any(hit.prefix in BARE for hit in scene.hits.at(at))
    onto = norm.startswith(tuple(BA)) and not bare  # «باحث» is a word of its own
    of = not onto and not is_definite(scene.norms[first])
    led = open_head and (of or (onto and scene.hits.has(first, "role", "source_noun", "group", "taking")))
    return led and all(_is_of_rest(scene, told, i, until) for i in range(at, until))


def _is_of_rest(scene: Scene, told: Told, i: int, until: int) -> bool:
    """Say whether a word may belong to somebody without a name: no time, deed, paper or press, nobody who is told."""
    noun, norm = scene.starting.get(i), scene.norms[i]
    if noun is not None and noun.mention.kind in {"person", "agency", "group"}:
        return noun.mention.kind != "agency" and told.number == "p" and noun.last == until and scene.is_bare(noun)
    if not scene.units.is_word(i) or i in scene.time_at or scene.hits.has(i, *_NO_SEATS, *_NO_FIELD):
        return False
    if scene.is_function(i):
        return scene.part(i) in _BELONGS and i > scene.units.token_at(told.node.start) + 1
    people = norm.endswith(NUNATED) or scene.hits.has(i, "group", "relation", "clause_opener", "another")
    return not (people or scene.hits.verbs(i) or scene.has_pronoun(i) or is_accusative(norm))


def with_others(scene: Scene, cue: Cue, told: Told, until: int) -> Told:
    """Return somebody without a name with all whom «and» joins to him («مراقبون | ومهتمون بالشأن …»)."""
    span, at, noun = told.speaker.span, told.last, scene.ending.get(told.last)
    if span is None or at >= until or not scene.norms[at].startswith(AND):
        return told
    if noun is not None and noun.mention.kind == "person" and noun.mention.proper is not None:
        return told
    first = scene.units.token_at(span.start)
    if at == first + 1 and scene.norms[first].startswith(ARTICLE) and scene.named_before(first):
        return told  # «وقالت التنسيقيات | والتنظيمات المذكورة»: told before
    end = at
    while end < until and (after := _behind_other(scene, told, end, until)) > end:
        end = after
    sure = is_clause(scene, cue, until) or (end == until and scene.norms[end - 1].endswith(NUNATED))
    if end == at or not (sure and _is_over(scene, end, until)):
        return told
    whole = Span(span.start, scene.units.ends[end - 1])
    name, rest = told.speaker.name, written(scene, Span(scene.units.starts[at], whole.end))
    if rest.endswith(f" {name}") and name != written(scene, span):
        return replace(told, last=end)  # «عميد الكلية | وعضو المجلس سامي حداد»: one man
    name = f"{name} {rest}" if name == written(scene, span) else f"{name} + {rest.removeprefix(AND)}"
    joined = replace(told, speaker=replace(told.speaker, name=name, span=whole, entity=None), last=end)
    roles = [hit.form.number for hit in scene.hits.at(at, "role")] if told.kind == "person" else []
    return joined if "s" in roles else replace(joined, number="p")  # «المحامية | وناشطة حقوق الإنسان» is one


def _behind_other(scene: Scene, told: Told, i: int, until: int) -> int:
    """Return the token behind one more who is joined by «and» at a token, else 0."""
    norm = scene.norms[i]
    quote = scene.short_quote(i + 1, until) if norm == AND else None
    if quote is not None:
        return scene.units.tokens_of(quote.start, quote.end)[1] if told.kind in BODIES | {"phrase"} else 0
    if not norm.startswith(AND) or len(norm) <= _SHORT or not scene.is_plain(i) or scene.hits.verbs(i):
        return 0
    noun = scene.starting.get(i)
    if noun is not None:
        speaks = noun.mention.kind in KINDS - {"place"} or told.kind == "place"
        speaks = speaks and not (told.kind == "person" and told.number == "s" and noun.mention.kind != "person")
        end = noun.last if speaks and not scene.is_bare(noun) else 0
        named = noun.mention.proper is not None and noun.mention.kind == "person"
        return end if named or not end else _behind_qualities(scene, end, until)
    if scene.hits.has(i, "further"):  # «منظمات شبابية | وأخرى نسائية»
        end = i + 1
        end += end < until and scene.is_plain(end) and scene.norms[end].endswith(scene.norms[i - 1][-1])
        return _behind_qualities(scene, end, until)
    rest = norm.removeprefix(AND)
    people = scene.hits.has(i, *_HEADED, "press") or rest.endswith(NUNATED) or scene.hits.has(i, "relation")
    one = any(hit.form.number == "s" for hit in scene.hits.at(i, "role")) and not is_definite(rest)
    if i + 1 == until and not (is_accusative(rest) or one):
        return until if people or told.kind == "place" else 0
    if not people or scene.hits.has(i, "cue_preposition", "clause_opener"):
        return 0
    end = i + 1 if is_definite(rest) else idafa_end(scene, i + 1, until)
    return with_quoted(scene, _behind_qualities(scene, end, until), until)  # «وفريق البحث | "الضفاف"»


def _behind_qualities(scene: Scene, i: int, until: int) -> int:
    """Return the token behind what tells of those before a token: qualities, where they are, what they do."""
    while i < until and (scene.hits.has(i, *_QUALITIES) and scene.is_plain(i) and not scene.hits.verbs(i)):
        if scene.norms[i].startswith(AND):
            break
        i += 1
    end = behind_taken(scene, i) or behind_spot(scene, i) or _field(scene, i) if i < until else 0
    return end if i < end <= until else i


def with_all(scene: Scene, cue: Cue, told: Told, until: int) -> Told:
    """Return whom something else than the verb before him names, with all that belongs to him up to a token."""
    own = replace(cue, family="preposition")
    whole = with_owner(scene, own, told, until)
    whole = with_tail(scene, own, completed(scene, own, whole, until), until)
    return with_others(scene, own, whole, until)


def _is_led(scene: Scene, cue: Cue, until: int) -> bool:
    """Say whether a preposition brings what is said, behind a verb that speaks of nobody («أوصى المجلس بـ…»)."""
    if cue.family != "verb" or cue.flag("target") or until >= len(scene.norms):
        return False
    return scene.part(until) in _GOVERN or ("with" in cue.frames and scene.norms[until].startswith(tuple(BA)))


def _is_open(scene: Scene, told: Told, first: int) -> bool:
    """Say whether a speaker is told by common words: no name, no paper, and not met before under a longer one."""
    if scene.hits.has(first, *_NO_HEAD) or (first and first - 1 in scene.quote_at):
        return False
    noun = scene.ending.get(told.last)
    if noun is not None and noun.first == first:
        if noun.mention.kind == "agency" or (noun.mention.kind == "person" and noun.mention.proper is not None):
            return False
    elif not (scene.hits.has(first, *_HEADED) or told.last > first + 1):
        return False
    inner = (scene.starting.get(i) for i in range(first + 1, told.last))
    if any(one is not None and one.mention.kind == "person" and one.mention.proper is not None for one in inner):
        return False
    lone = told.last == first + 1 and scene.norms[first].startswith(ARTICLE)
    return not (lone and (told.kind == "phrase" or scene.named_before(first)))


def _part(scene: Scene, told: Told, first: int, at: int, until: int, *, sure: bool) -> int:
    """Return the token behind the next part of a noun phrase at a token, else 0."""
    if at >= until or at in scene.time_at or scene.hits.has(at, "complementiser"):
        return 0
    end = _taken(scene, at, until) or _where(scene, told, first, at)
    if not end and (sure or scene.part(at - 2) == "of"):
        end = _participle(scene, at, until)
    if not end and sure and scene.is_plain(at) and not scene.hits.verbs(at):
        end = _purpose(scene, told, first, at) or _joined(scene, told, at) or _quality(scene, told, first, at)
    if not end and sure and _is_some(scene, told, first):
        end = _field(scene, at)
    return end if at < end <= until else 0


def _taken(scene: Scene, at: int, until: int) -> int:
    """Return the token behind all that the word before a token takes («عاملون | في قطاع بيع الأجهزة»), else 0."""
    end = behind_taken(scene, at)
    if not end < until or not end or end in scene.ending or is_definite(scene.norms[end - 1]):
        return end
    whole = max(idafa_end(scene, end, until), _behind_qualities(scene, end, until))
    return whole if whole > end or not scene.is_plain(end) or scene.norms[end].startswith(AND) else 0


def _participle(scene: Scene, at: int, until: int) -> int:
    """Return the token behind a definite participle of what stands before it and what it takes, else 0.

    «عدد من الطلاب | المستفيدين من المشروع», «القوات | المتمركزة في الجنوب».
    """
    norm, before = scene.norms[at], scene.norms[at - 1]
    noun = scene.starting.get(at)
    other = noun is not None and (noun.mention.proper is not None or noun.last > at + 1)
    if not (norm.startswith(ARTICLE) and before.startswith(ARTICLE)) or other:
        return 0
    many, women = norm.endswith(NUNATED), before.endswith(_FEMININES)
    alike = not women and (not before.endswith(NUNATED) or norm[-2:] == before[-2:]) if many else norm.endswith(HA)
    return _taken(scene, at + 1, until) if alike and at + 1 < until else 0


def _where(scene: Scene, told: Told, first: int, at: int) -> int:
    """Return the token behind the place or body where somebody is («السلطات | في النيجر»), else 0.

    One man or woman speaks somewhere; only what is written onto the place tells who that is («مدير التعليم | بجدة»).
    """
    written_on = scene.norms[at].startswith(tuple(BA))
    one = told.kind == "person" and told.number == "s"
    if scene.part(at) == "of" or (one and not written_on):
        return 0
    if one and scene.norms[first].startswith(ARTICLE) and at - first < _PAIR:
        return 0  # «قال الوزير | بالرياض»
    return behind_spot(scene, at)


def _is_some(scene: Scene, told: Told, first: int) -> bool:
    """Say whether only the words for them tell who somebody is: indefinite, or several of many («عدد من الملاك»)."""
    people = told.kind in {"person", "group"}
    if scene.hits.has(first, "one_of", "approximate") or (told.number == "p" and people):
        return people or told.kind == "phrase"
    body = told.kind in BODIES and scene.hits.has(told.last - 1, *_QUALITIES)
    known = people or body or scene.hits.has(first, "role", "group", "source_noun")
    return known and not any(is_definite(scene.norms[i]) for i in (first, told.last - 1))


def _field(scene: Scene, at: int) -> int:
    """Return the token behind a definite noun in which people are, or of which («خبراء | في الطاقة»), else 0.

    Nothing that is done, written or lasts: there they speak («في مؤتمر», «خلال الحفل»).
    """
    noun = at + 1 if scene.part(at) in _BELONGS and scene.particle_end(at) == at + 1 else at
    if noun == at and not scene.norms[at].startswith(min(BA, key=len) + ARTICLE):
        return 0
    if noun >= len(scene.norms) or scene.hits.has(at, "clause_opener") or _is_occasion(scene, noun):
        return 0
    quote = scene.short_quote(noun, len(scene.norms))
    if quote is not None:
        return scene.units.tokens_of(quote.start, quote.end)[1]
    noun += scene.hits.has(noun, "pointing")  # «في تلك الشركات»
    if not scene.is_plain(noun) or scene.hits.verbs(noun):
        return 0
    definite = noun == at or scene.norms[noun].startswith(ARTICLE) or noun in scene.starting
    if definite:
        return behind_noun(scene, noun)
    end = idafa_end(scene, noun, len(scene.norms))
    return end if end > noun else 0


def _is_occasion(scene: Scene, i: int) -> bool:
    """Say whether something happens, is written or lasts at a token, where people speak and do not belong."""
    return scene.hits.has(i, *_NO_SEATS) or any(hit.entry.id in _OCCASIONS for hit in scene.hits.at(i))


def _clause(scene: Scene, told: Told, at: int, until: int) -> int:
    """Return the token behind a clause that tells of people without a name («منظمة | تتابع الحوادث»), else 0."""
    first = scene.units.token_at(told.node.start)
    if not (scene.begins_verb(at) and scene.is_plain(at)) or at in scene.starting or is_definite(scene.norms[first]):
        return 0
    end = at + 1
    while end < until and scene.units.is_word(end) and end not in scene.time_at:
        noun = scene.starting.get(end)
        if scene.norms[end] in LAM or (noun is not None and noun.mention.kind == "agency" and not scene.is_bare(noun)):
            break
        if end - at > _LONGEST or any(hit.form.pos == "verb" for hit in scene.hits.at(end, "cue")):
            return 0
        end += 1
    end -= scene.part(end - 1) in _GOVERN
    return end if end > at + 1 else 0


def _purpose(scene: Scene, told: Told, first: int, at: int) -> int:
    """Return the token behind what a body or office is for («شركة الضفاف | للتموين»), else 0."""
    norm, noun = scene.norms[at], scene.starting.get(at)
    if at - first < _PAIR:
        return 0
    if noun is not None and (noun.mention.kind not in BODIES - {"agency"} or noun.entity.sector == "MED"):
        return 0
    known = [hit for hit in scene.hits.at(at) if hit.prefix in LAM]
    if not (norm.startswith(TO_THE) or known) or scene.hits.has(at, *_TOLD):
        return 0
    if (norm.endswith(NUNATED) and told.kind == "person") or any(hit.entry.flag("agency") for hit in known):
        return 0  # «قال مدير المشروع | للمتبرعين», «كشفت مصادر مطلعة | للصحيفة»
    if noun is not None:
        general = scene.hits.has(at - 1, "adjective") and not scene.hits.has(at - 1, "demonym", "region_adjective")
        again = any(scene.norms[i].startswith(TO_THE) for i in range(first, at))  # «مجلس … للأمن | لأجهزة الدولة»
        return noun.last if general and told.kind != "person" and not again and not scene.is_bare(noun) else 0
    if not norm.startswith(TO_THE):
        return behind_idafa(scene, at)
    end = at + 1
    while end < len(scene.norms) and is_adjective(scene, end):
        end += 1
    return end


def _joined(scene: Scene, told: Told, at: int) -> int:
    """Return the token behind a further field, quality or kind of people joined by «and», else 0."""
    norm, before = scene.norms[at], scene.norms[at - 1].removeprefix(AND)
    many = told.number == "p" and scene.hits.has(at, "role", "group")
    if not norm.startswith(AND) or len(norm) <= _SHORT + 1 or (scene.hits.has(at, *_NO_FIELD) and not many):
        return 0
    closed = before.startswith((ARTICLE, TO_THE)) or (at in scene.ending and scene.ending[at].mention.kind == "place")
    noun = scene.starting.get(at)
    if noun is not None:
        same = noun.mention.kind == "place" and at in scene.ending and scene.ending[at].mention.kind == "place"
        nation = noun.mention.kind == "group" and told.number == "p" and scene.hits.has(at - 1, "demonym") and closed
        return noun.last if same or nation else 0
    if norm.startswith(AND + ARTICLE):
        plural = norm.endswith(NUNATED)
        return at + 1 if closed and (not plural or many or norm[-2:] == before[-2:]) else 0
    if scene.hits.has(at, *_QUALITIES):
        alike = norm.endswith(_FEMININES) == before.endswith(_FEMININES) and norm.endswith(_PLURAL) == before.endswith(
            _PLURAL
        )
        return at + 1 if alike and not is_definite(before) and not is_accusative(norm) else 0
    if not closed or is_accusative(norm) or is_definite(norm.removeprefix(AND)):
        return 0
    end = idafa_end(scene, at + 1, len(scene.norms))
    return end if end > at + 1 else 0


def _quality(scene: Scene, told: Told, first: int, at: int) -> int:
    """Return the token behind an adjective of what stands before it («طبية وأمنية | ليبية», «والإسلامية | الليبية»)."""
    if not scene.norms[at - 1].startswith(AND) or at in scene.starting or not scene.hits.has(at, *_QUALITIES):
        return 0
    norm, before = scene.norms[at], scene.norms[at - 1].removeprefix(AND)
    if norm.startswith(ARTICLE):
        return at + 1 if before.startswith(ARTICLE) and is_adjective(scene, at) else 0
    alike = norm.endswith(_FEMININES) == before.endswith(_FEMININES) and not is_definite(before)
    return at + 1 if alike and not is_accusative(norm) and told.last > first else 0


def _is_over(scene: Scene, at: int, until: int) -> bool:
    """Say whether no word goes on with the noun phrase at a token."""
    if at == until or not scene.is_plain(at) or scene.hits.has(at, "complementiser", "clause_opener"):
        return True
    noun = scene.starting.get(at)
    if noun is not None and not scene.is_bare(noun):
        return True
    norm = scene.norms[at]
    joined = norm.startswith(AND) and (norm.endswith(NUNATED) or scene.hits.has(at, *_HEADED))
    return joined or norm.startswith(tuple(LAM)) or bool(scene.hits.verbs(at)) or is_accusative(norm)
