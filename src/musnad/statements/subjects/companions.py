"""What else belongs to a subject: a second one, the rest of a description, the name behind a long role."""

from dataclasses import replace

from musnad.arabic import AND, ARTICLE, BARE, DUAL, JOINED, LAM, NUNATED, OBLIQUE, PRESENT_STARTS, fold_word
from musnad.arabic.clitics import WRITTEN_PREPOSITIONS
from musnad.arabic.letters import ALEF, WAW, YA
from musnad.model import Node, Span, Speaker
from musnad.statements.endings import is_accusative, is_definite
from musnad.statements.scene import SHORT, TO_THE, Noun, Scene
from musnad.statements.steps import is_adjective
from musnad.statements.subjects.callings import may_be_first, of_callings
from musnad.statements.subjects.phrases import idafa_end, phrase
from musnad.statements.subjects.strangers import behind_comma, behind_first_name, behind_role
from musnad.statements.told import BODIES, KINDS, Told, name_of, told_by

LONGEST_ROLE = 14  # tokens between the head of a role and the name behind it
_SHORT_NAME = 2  # letters that are hardly a name by themselves
_NAME = 2  # words from which what stands between marks is the name of a person
_EACH = "connective.each_of"


def with_second(scene: Scene, noun: Noun, until: int) -> Told:
    """Return a subject, joined with a second one behind it («الناتو والسلطات العسكرية»)."""
    told = with_surname(scene, with_rest(scene, with_name(scene, noun, until), noun, until), noun, until)
    each = scene.particle(noun.first - 2)  # «كل من»
    joined = scene.is_comma(told.last) and (
        (each is not None and each.entry.id == _EACH)
        or _are_bodies(scene, told, until)
        or _are_people(scene, noun, told.last + 1, until)
    )
    other = scene.starting.get(told.last + 1 if joined else told.last)
    if (
        other is None
        or other.last > until
        or other.mention.kind not in KINDS
        or (other.mention.kind == "place" and noun.mention.kind == "person")
        or _is_of_role(noun, other)
        or not scene.is_bare(other, JOINED - {""})
        or f" {name_of(other)}".endswith(f" {told.speaker.name}")  # «عميد الكلية وعضو المجلس سامي حداد»
    ):
        return told
    if _same_person(noun, other):
        return told_by(other, "subject")
    if _is_further_role(noun, other):
        return told
    if _is_governed(scene, told, other):
        many = phrase(scene, Span(noun.mention.span.start, other.mention.span.end), other.last)
        return replace(many, gender="m", number="p", kind=told.kind)
    return of_callings(scene, _with_more(scene, _joined(scene, told, noun, other, until), noun, until), until)


def names_of(scene: Scene, noun: Noun, until: int) -> Told | None:
    """Return several people by the names behind what they are («المواطنون سامي حداد وكريم جابر وعلي حداد»), or None."""
    first = scene.starting.get(noun.last)
    if not _is_several(scene, noun) or noun.mention.kind not in {"person", "group"} or first is None:
        return None
    if first.mention.kind != "person" or first.mention.proper is None or not scene.is_bare(first):
        return None
    told = with_second(scene, first, until)
    if told.speaker.span is None or " + " not in told.speaker.name:
        return None
    span = Span(noun.mention.span.start, told.speaker.span.end)
    return replace(told, speaker=replace(told.speaker, span=span), number=noun.entity.number or told.number)


def _is_governed(scene: Scene, told: Told, other: Noun) -> bool:
    """Say whether people with «and» are of the many before them, by their case («العديد من النواب | والمختصين»)."""
    ends = scene.norms[told.last - 1].endswith(OBLIQUE) and fold_word(other.surface).endswith(OBLIQUE)
    return ends and other.last == other.first + 1 and other.mention.proper is None


def _joined(scene: Scene, told: Told, noun: Noun, other: Noun, until: int) -> Told:
    """Return a subject with one more behind it; people without names stay one phrase («سياسيون وخبراء»)."""
    apart = behind_comma(scene, told_by(other, "subject"), until)  # «…، ورئيس الأركان، سامي حداد، إن …»
    last = apart.last if apart.last > other.last else _behind_adjective(scene, other, until)
    span = Span(noun.mention.span.start, scene.units.ends[last - 1])
    second = apart.speaker.name if last in {other.last, apart.last} else _words(scene, other.first, last)
    name = f"{told.speaker.name} + {second}"
    node = Node("speaker", "joined", span.start, span.end, name, (told.node,))
    return Told(Speaker(name, span, None, "subject"), "m", "d", told.kind, last, node)


def _words(scene: Scene, first: int, last: int) -> str:
    return " ".join(scene.units.span(first, last).of(scene.units.text).split()).removeprefix(AND)


def _behind_adjective(scene: Scene, noun: Noun, until: int) -> int:
    """Return the token behind a definite word without a name and its adjective («والبلدان | الغربية»)."""
    last = noun.last
    lone = last == noun.first + 1 and noun.mention.proper is None and fold_word(noun.surface).startswith(ARTICLE)
    more = lone and last < until and scene.norms[last].startswith(ARTICLE) and scene.is_plain(last)
    return (
        last + 1
        if more and last not in scene.starting and scene.hits.has(last, "adjective", "region_adjective")
        else last
    )


def _with_more(scene: Scene, told: Told, noun: Noun, until: int) -> Told:
    """Return two subjects with all that are joined to them («الوزارة والمنظمة والهيئة»)."""
    other = scene.starting.get(told.last)
    kinds = KINDS if told.kind == "place" else KINDS - {"place"}  # «واشنطن ولندن | وباريس»
    if other is None or other.last > until or other.mention.kind not in kinds:
        return told
    if not scene.is_bare(other, JOINED - {""}) or _same_person(noun, other):
        return told
    return _with_more(scene, replace(_joined(scene, told, noun, other, until), number="p"), noun, until)


def _are_bodies(scene: Scene, told: Told, until: int) -> bool:
    """Say whether a second body, behind a comma, is all that stands before a content («الوزارة، واللجنة أن …»)."""
    other = scene.starting.get(told.last + 1)
    return told.kind in BODIES and other is not None and other.mention.kind in BODIES and other.last == until


def _are_people(scene: Scene, noun: Noun, i: int, until: int) -> bool:
    """Say whether a second name is all that stands behind the role of the first («سامي حداد، المدير، وليلى حداد»)."""
    other = scene.starting.get(i)
    apposed = noun.mention.proper is not None and noun.mention.span.end > noun.mention.proper.end
    named = other is not None and other.mention.kind == "person" and other.mention.proper is not None
    return noun.mention.kind == "person" and apposed and named and other is not None and other.last == until


def named_one(scene: Scene, told: Told, until: int) -> Told:
    """Return one of many by the name that stands right behind («أحد سكان الحي سامي حداد»), else as told."""
    span, noun = told.speaker.span, scene.starting.get(told.last)
    if span is None or noun is None or noun.mention.kind != "person" or noun.mention.proper is None:
        return told
    single = any(hit.entry.flag("single") for hit in scene.hits.at(scene.units.token_at(span.start), "one_of"))
    whole = scene.norms[told.last - 1].startswith(ARTICLE) or told.last in scene.ending
    whole = whole or scene.hits.has(told.last - 1, "bound_preposition")  # «أحد المسؤولين عنه سامي حداد»
    titled = scene.hits.has(told.last - 1, "role", "title")  # «أحد مستشاري الرئيس سامي حداد»
    if not single or not whole or titled or noun.last > until or not scene.is_bare(noun):
        return told
    named = told_by(noun, "subject")
    return replace(named, speaker=replace(named.speaker, span=Span(span.start, noun.mention.span.end)))


def with_surname(scene: Scene, told: Told, noun: Noun, until: int) -> Told:
    """Return a person with the word behind his known name that is a part of it («تاماس فارجا المحلل في …»).

    Behind one name nothing needs to follow an unknown word, behind several what ends a name («ليو غارسا بالو، …»); a
    known noun is one only before a comma and what he is («جيمس باب، الشريك في …»).
    """
    last, proper = noun.last, noun.mention.proper
    named = noun.mention.kind == "person" and proper is not None and told.last == last
    if not named or proper is None or proper.end != noun.mention.span.end or last >= until:
        return told
    norm, lone = scene.norms[last], " " not in told.speaker.name
    if lone and (end := behind_first_name(scene, last, until)) > last:
        span = Span(noun.mention.span.start, scene.units.ends[end - 1])
        name = f"{told.speaker.name} {' '.join(scene.units.surface(last, end).split())}"
        return replace(told, speaker=replace(told.speaker, name=name, span=span), last=end)
    plain = scene.is_plain(last) and not norm.startswith((ARTICLE, *LAM, AND)) and len(norm) > _SHORT_NAME
    if not plain or not _is_surname(scene, last, until, lone=lone):
        return told
    span = Span(noun.mention.span.start, scene.units.ends[last])
    name = f"{told.speaker.name} {scene.units.surface(last, last + 1)}"
    return replace(told, speaker=replace(told.speaker, name=name, span=span), last=last + 1)


def _is_surname(scene: Scene, i: int, until: int, *, lone: bool) -> bool:
    """Say whether a word behind a name goes on with it: unknown, or a noun before a comma and a role."""
    after = i + 1
    if not scene.hits.has(i):
        norm = scene.norms[i]
        shaped = len(norm) > SHORT and not norm.startswith(WRITTEN_PREPOSITIONS) and not is_accusative(norm)
        over = after == until or scene.is_comma(after) or scene.hits.has(after, "complementiser")
        over = over or _is_definite_role(scene, after)  # «جان بول ترواديك | الرئيس السابق للهيئة»
        return lone or (shaped and over and not scene.has_pronoun(i))
    role = scene.starting.get(after + 1) if lone and after < until and scene.is_comma(after) else None
    bare = any(hit.kind == "ordinary_word" and hit.prefix in BARE and not hit.suffix for hit in scene.hits.at(i))
    return role is not None and role.mention.kind == "person" and bare and not scene.hits.verbs(i)


def _is_definite_role(scene: Scene, i: int) -> bool:
    """Say whether at a token the definite calling of somebody begins."""
    noun = scene.starting.get(i)
    return noun is not None and noun.mention.kind == "person" and scene.norms[i].startswith(ARTICLE)


def _is_of_role(noun: Noun, other: Noun) -> bool:
    """Say whether a body belongs to what a person heads («سامي حداد رئيس اتحاد المصارف والبنك الوطني»)."""
    if noun.mention.kind != "person" or other.mention.kind == "person":
        return False
    if noun.mention.proper is None:  # «مندوب الشؤون الصحية بوزارة الداخلية | والجماعات المحلية»
        return noun.entity.number == "s" and noun.last > noun.first + 1 and other.mention.kind in BODIES
    return not noun.surface.endswith(name_of(noun).split()[-1])


def with_rest(scene: Scene, told: Told, noun: Noun, until: int) -> Told:
    """Return people without a name, with the nouns that say whose they are («سكان جنوب العاصمة دمشق»)."""
    bare = noun.mention.kind in {"person", "group"} and noun.mention.proper is None and told.last == noun.last
    last = noun.last - 1
    inner = last in scene.starting or not scene.units.is_word(last) or scene.hits.has(last, "adjective")
    inner = inner and last > noun.first
    closed = inner or is_definite(scene.norms[last]) or scene.norms[last].endswith(NUNATED)  # «ناشطون» governs nothing
    closed = closed or scene.norms[last].startswith(TO_THE)  # «الناطق الرسمي للهيئة | جميع الجهات»
    closed = closed or scene.norms[noun.first].endswith(NUNATED[0])  # «مثقفون عرب | الشعب»
    if not bare or told.last >= until or closed:
        return told
    following = scene.starting.get(noun.last)
    if following is not None and following.mention.kind == "person":
        kin = scene.hits.has(noun.first, "source_noun") and last - noun.first > 1 and scene.is_bare(following)
        return _whole(scene, told, noun, following.last) if kin and following.last <= until else told
    end = idafa_end(scene, noun.last, until)
    if end == noun.last and scene.norms[last].endswith(WAW) and may_be_first(scene, noun.last):
        end += 1  # «متمردو | سيليكا»
    return told if end == noun.last else _whole(scene, told, noun, end)


def _whole(scene: Scene, told: Told, noun: Noun, end: int) -> Told:
    """Return somebody without a name as all words up to a token."""
    span = Span(noun.mention.span.start, scene.units.ends[end - 1])
    name = " ".join(span.of(scene.units.text).split())
    return replace(told, speaker=replace(told.speaker, name=name, span=span), last=end)


def _same_person(noun: Noun, other: Noun) -> bool:
    """Say whether two callings belong to the name behind the second («السياسي والكاتب مصطفى الفقي», «إمام وخطيب …»)."""
    calling = noun.mention.kind == "person" and noun.mention.proper is None and noun.last - noun.first == 1
    alike = fold_word(other.surface).startswith(ARTICLE) == fold_word(noun.surface).startswith(ARTICLE)
    return calling and other.mention.proper is not None and (alike or fold_word(other.surface).startswith(ARTICLE))


def with_another(scene: Scene, told: Told, until: int) -> Told:
    """Return somebody without a name with the word that tells him from others («نازح آخر», «مسؤولون آخرون»)."""
    span, at = told.speaker.span, told.last
    if span is None or at >= until or not scene.hits.has(at, "another") or scene.units.token_at(span.start) >= at:
        return told
    if scene.norms[at - 1].startswith(ARTICLE) != scene.norms[at].startswith(ARTICLE):
        return told
    noun = scene.ending.get(at)
    if noun is not None and noun.mention.proper is not None:
        return told
    whole = Span(span.start, scene.units.ends[at])
    name = " ".join(whole.of(scene.units.text).split())
    return replace(told, speaker=replace(told.speaker, name=name, span=whole), last=at + 1)


def _is_further_role(noun: Noun, other: Noun) -> bool:
    """Say whether a role goes on with the one behind a name («سامي حداد وزير الإعلام والمتحدث باسم الحكومة»)."""
    proper = noun.mention.proper
    behind_name = proper is not None and proper.end < noun.mention.span.end
    one = other.mention.kind == "person" and other.mention.proper is None and other.entity.number == "s"
    return behind_name and one  # «سامي حداد رئيس البلدية ومصدران بالشرطة» are more


def with_name(scene: Scene, noun: Noun, until: int, basis: str = "subject") -> Told:
    """Return a subject, with the name that a long role has behind it («قائد الكتيبة 80 المسؤولة عن … العميد …»)."""
    told = told_by(noun, basis)
    if noun.mention.kind != "person" or noun.mention.proper is not None or _is_several(scene, noun):
        return told  # «اتهم زعماء المعارضة الرئيس سامي حداد بـ…»
    if (near := _one_around(scene, told, noun, until)) is not None:
        return near
    if (second := _under(scene, noun, until)) is not None:
        named = told_by(second, basis)
        whole = Span(noun.mention.span.start, second.mention.span.end)
        return replace(named, speaker=replace(named.speaker, span=whole))
    if (marked := _in_marks(scene, noun, until, basis)) is not None:
        span = marked.span or noun.mention.span
        node = Node("speaker", basis, span.start, span.end, marked.name, (told.node,))
        return replace(told, speaker=marked, last=until, node=node)
    for i in range(noun.last, min(until, noun.last + LONGEST_ROLE)):
        if scene.hits.has(i, "cue_preposition", "counterpart"):
            break  # «دعا الرئيس المصري نظيره الفرنسي جان تومسون إلى …»
        other = scene.starting.get(i)
        if other is None or other.mention.kind != "person" or other.last > until:
            continue
        if other.mention.proper is None or not _is_alike(noun, other):
            continue  # «الناطقة باسم الحزب الذي يتزعمه …»
        ends = other.last == until or _turns(scene, other.last)
        head = scene.norms[i - 1].removeprefix(AND)
        owner = scene.units.is_word(i - 1) and i not in scene.ending and not is_definite(head)
        known = scene.hits.has(i - 1) or head.startswith(PRESENT_STARTS)
        owner = owner and known and not (head.startswith(TO_THE) or scene.hits.has(i - 1, "title"))
        bare = scene.is_bare(other) or (_is_listed(scene, noun.last, i) and scene.is_bare(other, JOINED))
        if ends and not owner and bare and scene.part(i - 1) is None and scene.part(i) is None:
            span = Span(noun.mention.span.start, other.mention.span.end)
            named = told_by(other, basis)
            return replace(named, speaker=replace(named.speaker, span=span))
    return behind_role(scene, told, noun, until) or told


def _under(scene: Scene, noun: Noun, until: int) -> Noun | None:
    """Return the name behind the office under which a role is («نائب المبعوث الخاص | للأمين العام سامي حداد»)."""
    other, last = scene.starting.get(noun.last), noun.last - 1
    if other is None or other.last > until or other.mention.kind != "person" or other.mention.proper is None:
        return None
    office = other.mention.proper.start > other.mention.span.start and scene.hits.has(other.first, "role")
    quality = last > noun.first and scene.norms[last].startswith(ARTICLE) and scene.hits.has(last, "adjective")
    under = office and quality and scene.is_bare(other, LAM) and not scene.is_bare(other)
    return other if under and _is_alike(noun, other) else None


def _is_several(scene: Scene, noun: Noun) -> bool:
    """Say whether a mention is people, or two by their number («المرشحان …»)."""
    number = noun.entity.number
    return number == "p" or (number == "d" and scene.norms[noun.first].endswith((DUAL, OBLIQUE, ALEF)))


def _one_around(scene: Scene, told: Told, noun: Noun, until: int) -> Told | None:
    """Return one of those around somebody with a name, who speaks in his stead («أحد مستشاري الرئيس سامي حداد»)."""
    other, at = scene.starting.get(noun.last), noun.last - 1
    single = any(hit.entry.flag("single") for hit in scene.hits.at(noun.first, "one_of"))
    if not single or other is None or other.mention.kind != "person" or other.last > until or not scene.is_bare(other):
        return None
    titled = scene.norms[at].startswith(ARTICLE) and scene.hits.has(at, "role", "title")
    if not titled or not scene.norms[at - 1].endswith(YA) or at - 1 <= noun.first:
        return None
    whole = Span(noun.mention.span.start, other.mention.span.end)
    name = " ".join(whole.of(scene.units.text).split())
    return replace(told, speaker=replace(told.speaker, name=name, span=whole), last=other.last)


def _is_listed(scene: Scene, first: int, last: int) -> bool:
    """Say whether only further fields of an office stand between two tokens («مدير الإدارة | والنشر | والمتحدث»)."""
    return first < last and all(scene.units.is_word(i) and not scene.is_function(i) for i in range(first, last))


def _in_marks(scene: Scene, noun: Noun, until: int, basis: str) -> Speaker | None:
    """Return who is named between marks right behind his role («الرئيس البوسني "ملادن إيفانيش"»), or None."""
    quote = scene.short_quote(noun.last, until)
    if quote is None or not scene.norms[noun.last - 1].startswith(ARTICLE):
        return None
    first, last = scene.units.tokens_of(quote.inner_start, quote.inner_end)
    words = range(first, last)
    if len(words) < _NAME or any(scene.norms[i].startswith(ARTICLE) or not scene.units.is_word(i) for i in words):
        return None
    if any(scene.is_function(i) or scene.hits.verbs(i) for i in words) or scene.hits.has(first, "body", "publisher"):
        return None
    if all(len(scene.norms[i]) <= SHORT for i in words) or scene.hits.has(first, "medium"):
        return None  # «مراسلة الضفاف "اف ام"»
    name = " ".join(scene.units.span(first, last).of(scene.units.text).split())
    return Speaker(name, Span(noun.mention.span.start, quote.end), noun.entity.id, basis)


def _is_alike(noun: Noun, other: Noun) -> bool:
    """Say whether nothing speaks against a name belonging to a role by gender."""
    return None in {noun.entity.gender, other.entity.gender} or noun.entity.gender == other.entity.gender


def _turns(scene: Scene, at: int) -> bool:
    """Say whether a subject is over at a token: a mark, a day, a preposition, or «ل» with whoever is told."""
    if not scene.units.is_word(at) or at in scene.time_at or scene.is_function(at):
        return True
    return scene.norms[at].startswith(tuple(LAM))


def around(scene: Scene, i: int, until: int) -> Told | None:
    """Return those around somebody, who speak in his stead («والد الشهيد …», «ذوو الطفلة», «أوساط رئيس الحكومة»)."""
    near = [hit for hit in scene.hits.at(i, "relation") if not hit.prefix and not hit.suffix]
    last = near[0].last if near else until
    if last >= until or scene.is_function(last) or last in scene.time_at:
        return None
    own = scene.starting.get(i)
    named = own is not None and own.mention.proper is not None and near[0].entry.flag("named")
    if named or (own is not None and own.last > last and own.entity.name not in own.surface):
        return None  # who that is was said before, or stands behind
    nouns = [noun for noun in (own, scene.starting.get(last)) if noun is not None]
    whole = max((noun.last for noun in nouns), default=last)
    if whole == last:
        if not is_definite(scene.norms[last]):
            return None
        whole = last + 1
    following = scene.starting.get(whole)
    if following is not None and following.mention.kind == "person" and not scene.is_comma(whole):
        whole = following.last  # «والد الشهيد العريف فلان»
    return phrase(scene, scene.units.span(i, min(whole, until)), whole) if whole <= until else None


def press(scene: Scene, i: int, until: int) -> Told | None:
    """Return the press at a token, with its adjectives and land («ذكرت وسائل الإعلام الرسمية في الصين أن …»)."""
    heads = [hit for hit in scene.hits.at(i, "press") if not hit.prefix and hit.last <= until]
    if not heads or not scene.norms[heads[0].last - 1].startswith(ARTICLE):
        return None
    last = heads[0].last
    while last < until and is_adjective(scene, last) and last not in scene.time_at:
        last += 1
    land = scene.starting.get(last + 1) if last < until and scene.part(last) == "in" else None
    if land is not None and land.mention.kind == "place" and land.last <= until:
        last = land.last
    return phrase(scene, scene.units.span(i, last), last)
