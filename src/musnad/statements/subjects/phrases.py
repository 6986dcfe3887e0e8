"""Noun phrases that no mention knows, taken as they stand where only a speaker can stand."""

from dataclasses import replace

from musnad.arabic import AND, ARTICLE, BA, BARE, LAM, OBLIQUE
from musnad.arabic.cases import nominative
from musnad.arabic.clitics import NUNATED, WRITTEN_PREPOSITIONS
from musnad.arabic.letters import ALEF, ALEF_MAQSURA, FATHA, HA, HAMZA, TA, TA_MARBUTA, TANWIN, YA
from musnad.lexicon import TOPICS
from musnad.model import Node, Span, Speaker
from musnad.statements.cues.verb_like import is_told_of
from musnad.statements.endings import is_definite
from musnad.statements.scene import TO_THE, Scene
from musnad.statements.steps import are_things, is_adjective, is_of_age, is_pronoun
from musnad.statements.subjects.callings import is_office
from musnad.statements.told import Told

SHORTEST = 2  # letters of a noun with a preposition written onto it; shorter tokens are the preposition itself
_SAY = "cue.say"
_NOBODY = ("then_word", "bound_preposition", "unspeaking")  # «صرح قبلها بأن …», «أقسم عليهم أن …», «جدد التزامه»
_STATES = frozenset({"adjective", "role_field", "particle", "context", "ordinary_word"})  # «فورا», «تاريخيا»
_OTHERS = ("body", "country", "addressed", "place_head")  # of whom definite ones begin another noun phrase
LONGEST_BRACKET = 5  # tokens of a name in brackets, the brackets included
BACK = 6  # tokens before a verb within which its subject may begin or end
GOVERNING = frozenset({"to", "on", "about", "of", "in", "beside", "by"})  # prepositions: what follows is no subject
LONGEST_STRANGER = 4  # words of a name that nothing knows
FOREIGN = 5  # letters from which an unknown word alone between a verb and its clause is a name
BY_THE = max(BA, key=len)


def phrase(scene: Scene, span: Span, after: int) -> Told:
    """Return the words of a span as a speaker; `after` is the token behind them."""
    name = nominative(" ".join(span.of(scene.units.text).split()))
    node = Node("speaker", "phrase", span.start, span.end, name)
    feminine = name.split(maxsplit=1)[0].endswith(TA_MARBUTA) or are_things(scene, scene.units.token_at(span.start))
    gender = "f" if feminine else None
    return Told(Speaker(name, span, None, "phrase"), gender, "s", "phrase", after, node)


def unknown(scene: Scene, i: int, until: int, *, sure: bool = False) -> Told | None:
    """Return a noun phrase that no mention knows, as it stands, up to the next mark, preposition or time.

    `sure` says that it stands right behind a verb, where only a subject can, whatever the word may be elsewhere.
    """
    if _is_saying(scene, i) or scene.begins_present(i) or scene.hits.has(i, *_NOBODY):
        return None
    last = max((hit.last for hit in scene.hits.at(i, "medium") if hit.last <= until), default=i)
    while last < until and scene.units.is_word(last) and last not in scene.time_at:
        if scene.part(last) is not None or scene.hits.has(last, "clause_opener", "press"):
            break
        paper = scene.hits.has(last, "medium") and not _is_field(scene, i, last) and not _is_of_paper(scene, i, last)
        if last > i and (paper or _is_stop(scene, last) or _is_object(scene, last)):
            break
        if last > i and (_is_told(scene, last) or _is_state(scene, last, i) or _is_named(scene, i, last)):
            break
        if last > i and is_told_of(scene, i, last, until):
            break  # «بلاغ | توصلت به الصحيفة»
        if (
            last > i
            and scene.norms[i].startswith(ARTICLE)
            and (_is_another(scene, last, until) or _is_thing(scene, i, last))
        ):
            break  # a definite noun takes no second one in idafa: another phrase begins
        last += 1
    named = last in scene.quote_at or scene.hits.has(last, "press")
    if last == i + 1 < until and not (is_definite(scene.norms[i]) or named):
        last = idafa_end(scene, last, until)  # «قوات شرق ليبيا», «أصحاب هذه الحملة»
    if (
        last == i
        or _is_counted(scene, i, last)
        or is_pronoun(scene, i)
        or _is_joined(scene, i)
        or not (
            is_subject(scene, i)
            or _is_name(scene, i, last, until)
            or (sure and (_is_idafa(scene, i, last) or _is_alone(scene, i, last) or _is_titled(scene, i, last, until)))
            or (sure and _is_further(scene, i, last))
        )
    ):
        return None
    last = with_quoted(scene, last, until)
    whole = phrase(scene, scene.units.span(i, last), last)
    called = next((at for at in range(i + 1, last) if _is_calling(scene, at) or is_office(scene, at, i)), last)
    common = scene.hits.has(i, "ordinary_word") and not scene.hits.has(i, "given_name")  # «كأس الملك»
    if called == last or common or scene.norms[i].startswith(ARTICLE):
        return whole
    name = " ".join(scene.units.surface(i, called).split())  # «لوط بوناطيرو | الخبير الفلكي»
    return replace(whole, speaker=replace(whole.speaker, name=name), kind="person", gender=None)


def _is_field(scene: Scene, i: int, at: int) -> bool:
    """Say whether the word for a paper says what a body is for («أوضحت عمادة الدراسات الجامعية أن …»)."""
    return at == i + 1 and scene.norms[at].startswith(ARTICLE) and scene.units.surface(i, at).endswith(TA_MARBUTA)


def _is_of_paper(scene: Scene, i: int, at: int) -> bool:
    """Say whether a paper says what the indefinite noun before it belongs to («أكدت نتائج التقرير الطبي أن …»).

    An indefinite one is of what was found or of an office («نتائج دراسة حديثة», «مكتب إحصاءات العمل»).
    """
    plain = not is_definite(scene.norms[i]) and not scene.hits.has(i, "medium", "role", "given_name")
    of = scene.norms[at].startswith(ARTICLE) or scene.hits.has(i, "body", "background")
    return at == i + 1 and plain and of and not scene.norms[at].endswith(ALEF)


def _is_saying(scene: Scene, i: int) -> bool:
    """Say whether a participle only says that somebody goes on speaking («وتابعت قائلة: …»)."""
    hits = [hit for hit in scene.hits.at(i, "cue") if hit.form.pos == "participle" and not hit.definite]
    how = scene.norms[i].endswith(HA) and scene.norms[i + 1 : i + 2] == (":",)  # «وزادت موضحة: …»
    return any(hit.entry.id == _SAY or hit.entry.flag("continues") or how for hit in hits)


def idafa_end(scene: Scene, i: int, until: int) -> int:
    """Return the token behind nouns in idafa that go on at a token («سكان | جنوب العاصمة دمشق»), else `i` itself.

    Indefinite nouns go on to a known name, a name in marks, or a definite noun with its adjectives.
    """
    at = i
    while at < until and _is_of_idafa(scene, at):
        noun = scene.starting.get(at)
        whose = at == i and scene.hits.has(at, "medium") and scene.norms[at].startswith(ARTICLE)  # «أصحاب | القرار»
        if _ends_idafa(scene, at) and not whose:
            return i
        if noun is not None:
            return noun.last if noun.last <= until and scene.is_bare(noun) and noun.mention.kind != "person" else i
        if at > i and scene.hits.has(at, "another"):
            return at + 1
        pointed = scene.hits.has(at, "pointing") and at + 1 < until and scene.norms[at + 1].startswith(ARTICLE)
        if pointed or scene.norms[at].startswith(ARTICLE):
            at += 1 + pointed
            while at < until and is_adjective(scene, at) and scene.hits.has(at, "adjective", "region_adjective"):
                at += 1
            return at
        at += 1
    named = with_quoted(scene, at, until) if at - i < SHORTEST else at
    return named if named > at else i


def _is_of_idafa(scene: Scene, i: int) -> bool:
    """Say whether a token may be a noun of an idafa, or points at one («بائعي | هذه الخضار»)."""
    free = not scene.is_function(i) or scene.hits.has(i, "pointing")
    return scene.units.is_word(i) and free and i not in scene.time_at


def _ends_idafa(scene: Scene, i: int) -> bool:
    """Say whether no noun of an idafa stands at a token: a verb, a preposition written onto a word, what is said."""
    hits = scene.hits.at(i)
    if scene.is_surely_verb(i) or scene.hits.has(i, "clause_opener", "complementiser", "cue_preposition"):
        return True
    if any(hit.entry.flag("document") for hit in scene.hits.at(i, "medium")):
        return True
    if any(hit.form.pos == "masdar" and hit.kind == "cue" for hit in hits) or scene.norms[i] in LAM:
        return True
    known = any(hit.prefix in BARE for hit in hits)
    return not known and (bool(hits) or scene.norms[i].startswith((AND, BY_THE, TO_THE)))


def _is_told(scene: Scene, i: int) -> bool:
    """Say whether somebody is told at a word («للصحيفة», «لوكالة …», «لـ»)."""
    noun, norm = scene.starting.get(i), scene.norms[i]
    agency = noun is not None and noun.mention.kind == "agency" and scene.is_bare(noun, LAM)
    return agency or norm.startswith(TO_THE) or norm in LAM


def governed(scene: Scene, i: int, until: int) -> Told | None:
    """Return an unknown noun phrase behind a preposition, which may be written onto it."""
    last = i
    while last < until and scene.units.is_word(last) and last not in scene.time_at:
        if last > i and (scene.part(last) is not None or scene.hits.has(last, "clause_opener", "complementiser")):
            break
        done = scene.hits.has(last, "making") or scene.is_verb(last, "cue")  # «بيان | نشر أمس»
        done = done and not scene.norms[min(last + 1, until - 1)].startswith(ARTICLE)  # «مؤلف كتب الأطفال»
        if last > i and (done or scene.is_surely_verb(last) or scene.is_own_words(last) or scene.norms[last].isdigit()):
            break
        if last > i and any(hit.entry.flag("agentless") for hit in scene.hits.verbs(last)):
            break  # «حسب مراسلتنا | تم إغلاق …»
        last += 1
    if last == i:
        return None
    last = with_quoted(scene, last, until)
    norm = scene.norms[i]
    written = (
        len(norm) > SHORTEST
        and norm.startswith(WRITTEN_PREPOSITIONS)
        and not any(h.prefix in BARE and h.kind != TOPICS for h in scene.hits.at(i))
    )
    return behind_letter(scene, i, last) if written else phrase(scene, scene.units.span(i, last), last)


def behind_letter(scene: Scene, i: int, last: int) -> Told:
    """Return the words `[i, last)` as a speaker without the preposition that is written onto the first."""
    span = Span(scene.offset(i, 1), scene.units.ends[last - 1])
    told = phrase(scene, span, last)
    return replace(told, speaker=replace(told.speaker, name=nominative(written(scene, span))))


def with_quoted(scene: Scene, i: int, until: int) -> int:
    """Return the token behind a short quotation or bracket that names the noun before it («موقع "الخبر"»)."""
    quote = scene.short_quote(i, until)
    if quote is not None:
        return scene.units.tokens_of(quote.start, quote.end)[1]
    if i + 1 < until and scene.norms[i] == "(" and not scene.norms[i + 1].isdigit():
        closing = [at for at in range(i + 2, min(until, i + LONGEST_BRACKET)) if scene.norms[at] == ")"]
        dated = closing and any(scene.norms[at][0].isdigit() for at in range(i + 1, closing[0]))
        return closing[0] + 1 if closing and not dated else i  # «ابن عجلون (ت 702هـ)»
    return i


def is_subject(scene: Scene, i: int) -> bool:
    """Say whether an unknown word can be the head of a subject: no verb, no object, nothing written before it."""
    norm, hits = scene.norms[i], scene.hits.at(i)
    if scene.hits.has(i, "function_word", "complementiser"):
        return False
    articled = any(hit.prefix == ARTICLE and not hit.suffix for hit in hits)  # «الجاني» is no verb with a pronoun
    if any(hit.form.pos == "verb" or hit.suffix for hit in hits if not (articled and hit.suffix)):
        return scene.hits.has(i, "fraction")  # «نصف» is a verb as well
    accusative = norm.endswith(ALEF) and not norm.startswith(ARTICLE)
    known = any(hit.prefix in BARE and not (accusative and hit.kind in _STATES) for hit in hits)
    named = any(hit.prefix in BARE and hit.kind == "given_name" for hit in hits)
    if not named and any(hit.prefix not in BARE and hit.last == i + 1 for hit in hits):
        return False
    if accusative and any(hit.kind == "cue" and hit.form.pos == "participle" for hit in hits):
        return False  # «وقال مخاطبا الحضور: …»
    if accusative and TANWIN in scene.units.span(i, i + 1).of(scene.units.text):
        return False
    return known or not (accusative or norm.startswith(WRITTEN_PREPOSITIONS) or len(norm) <= 3)  # noqa: PLR2004 - pronouns and particles


def _is_another(scene: Scene, i: int, until: int) -> bool:
    """Say whether another noun phrase begins behind a definite noun: a mention, or a noun with its own behind it."""
    if i in scene.starting or _is_oblique(scene, i):
        return True
    plain = not is_definite(scene.norms[i]) and not scene.hits.has(i, "given_name", "public_person")
    return plain and i + 1 < until and scene.norms[i + 1].startswith(ARTICLE)


def _is_thing(scene: Scene, head: int, i: int) -> bool:
    """Say whether a definite word right behind a definite feminine one is its object («رفضت البلدية المقترح»).

    An adjective has an ending of the feminine as well, or one of many people («القادة المصريون»).
    """
    word, feminine = scene.units.surface(i, i + 1), (TA_MARBUTA, ALEF_MAQSURA, ALEF, HAMZA, TA)
    near = i == head + 1 and scene.units.surface(head, i).endswith(TA_MARBUTA) and is_definite(scene.norms[i])
    told = scene.hits.has(i, "adjective", "region_adjective", "demonym") or scene.norms[i].endswith(NUNATED)
    return near and not (told or word.endswith(feminine))


def _is_stop(scene: Scene, i: int) -> bool:
    """Say whether a word that belongs to no name ends a phrase; a definite one is an adjective, or somebody else."""
    if not scene.norms[i].startswith(ARTICLE):
        return scene.hits.has(i, "function_word")  # «دعا فقهاء القانون الدستوري | الشعب إلى …» behind a definite word
    quality = scene.hits.has(i, "adjective", "region_adjective", "demonym", "role")
    other = scene.norms[i - 1].startswith(ARTICLE) and scene.hits.has(i, *_OTHERS)
    return is_of_age(scene, i) or (other and not quality)  # «الموسيقي | البالغ من العمر …»


def _is_object(scene: Scene, i: int) -> bool:
    """Say whether a word is written with the vowel of an object («تقديمَ»)."""
    return scene.units.text[scene.units.ends[i] - 1] == FATHA


def _is_name(scene: Scene, i: int, last: int, until: int) -> bool:
    """Say whether a word that nothing knows is a name: it recurs before a clause, or a role is set behind it."""
    if scene.hits.has(i):
        return False
    if last == i + 1 == until and _is_foreign(scene.norms[i]):
        return True
    called = any(_is_calling(scene, at) for at in range(i + 1, last)) or _is_strange(scene, i, last, until)
    return called or (last == i + 1 == until and _recurs(scene, i)) or _is_apposed(scene, last, until)


def _is_strange(scene: Scene, i: int, last: int, until: int) -> bool:
    """Say whether several words that nothing knows stand alone before a clause or day («تتوقع كاز بروم أن …»)."""
    free = 1 < last - i <= LONGEST_STRANGER and (last == until or last in scene.time_at)
    free = free and not scene.norms[i].startswith(WRITTEN_PREPOSITIONS)
    hits = [hit for at in range(i, last) for hit in scene.hits.at(at) if at == i or hit.suffix != YA]  # «غالا داري»
    known = any(hit.prefix in BARE for hit in hits)
    names = not any(scene.norms[at].startswith(ARTICLE) or scene.norms[at].isdigit() for at in range(i, last))
    return free and not known and names


def _is_alone(scene: Scene, i: int, last: int) -> bool:
    """Say whether a lone word that is no noun is a name, before a comma or whoever is told («قال هونت للقناة إن …»)."""
    norm = scene.norms[i]
    known = any(hit.form.pos != "verb" for hit in scene.hits.at(i))
    other = known or norm.endswith((ALEF, HA)) or norm.startswith((*LAM, BY_THE))
    told = any(hit.prefix in LAM for hit in scene.hits.at(last)) if last < len(scene.norms) else False
    return last == i + 1 and not other and (told or scene.is_comma(last))


def _is_titled(scene: Scene, i: int, last: int, until: int) -> bool:
    """Say whether a name ends or follows what stands behind a verb («كبير أساقفة … الدكتور …», «دار «…»»)."""
    told = any(hit.prefix in LAM for hit in scene.hits.at(i, "body", "role", "press"))
    led = any(hit.prefix in BA for hit in scene.hits.at(i)) and not any(h.prefix in BARE for h in scene.hits.at(i))
    # «أكد لوكالة الضفاف الوزير سامي حداد أن …» tells who is told, «نوه بدعم الأمير سامي» who is praised.
    person = not (told or led) and _is_named(scene, i, last)
    head = last == i + 1 and len(scene.norms[i]) > SHORTEST and not scene.norms[i].startswith(WRITTEN_PREPOSITIONS)
    quote = scene.short_quote(last, until) if head and not scene.is_function(i) else None
    return person or (quote is not None and last not in scene.speech_at)


def _is_further(scene: Scene, i: int, last: int) -> bool:
    """Say whether one or two indefinite nouns stand before «another» («رأى بائع عملة آخر أن …»)."""
    norm = scene.norms[i]
    plain = not is_definite(norm) and not norm.endswith((ALEF, HA))
    return scene.hits.has(last, "another") and last - i <= SHORTEST and plain


def _is_named(scene: Scene, i: int, last: int) -> bool:
    """Say whether a name ends before a token, and nothing that is set behind it begins there."""
    noun = scene.ending.get(last)
    named = noun is not None and noun.first > i and noun.mention.kind == "person" and noun.mention.proper is not None
    return named and last not in scene.starting and (not _is_word(scene, last) or scene.hits.has(last))


def _is_word(scene: Scene, i: int) -> bool:
    return i < len(scene.norms) and scene.units.is_word(i)


def _is_foreign(norm: str) -> bool:
    """Say whether an unknown word alone before a clause is a name («ذكرت بلومبرج أن …») and no adverb («بتفاؤل»)."""
    return len(norm) >= FOREIGN and not norm.startswith((*LAM, BY_THE)) and not norm.endswith((ALEF, HA))


def _is_calling(scene: Scene, i: int) -> bool:
    """Say whether a definite role stands at a token («لوط بوناطيرو الخبير الفلكي»)."""
    role = scene.starting.get(i)
    return (
        role is not None
        and role.mention.kind == "person"
        and role.mention.proper is None
        and is_definite(scene.norms[i])
    )


def _is_idafa(scene: Scene, i: int, last: int) -> bool:
    """Say whether a word governs a definite noun behind it («يوضح شكل القارورة أن …»), as no verb does."""
    plain = not scene.norms[i].startswith((ARTICLE, *WRITTEN_PREPOSITIONS)) and not scene.norms[i].endswith(ALEF)
    return plain and last > i + 1 and scene.norms[i + 1].startswith(ARTICLE) and not scene.hits.has(i, "function_word")


def _is_apposed(scene: Scene, i: int, until: int) -> bool:
    """Say whether a comma and a role follow («يقول لين شيوبينغ، مؤسس الأكاديمية، إن …»): before it stands a name."""
    role = scene.starting.get(i + 1) if scene.is_comma(i) else None
    return role is not None and role.last <= until and role.mention.kind == "person" and role.mention.proper is None


def _recurs(scene: Scene, i: int) -> bool:
    """Say whether an unknown word between a verb and its clause stands elsewhere too: a name, and no «ساخرا»."""
    return len(scene.norms[i]) > SHORTEST + 2 and scene.norms.count(scene.norms[i]) > 1


def _is_oblique(scene: Scene, i: int) -> bool:
    """Say whether a word is a definite plural that is no subject («دعت الهيئة المواطنين إلى …»)."""
    return scene.norms[i].startswith(ARTICLE) and scene.norms[i].endswith(OBLIQUE)


def _is_counted(scene: Scene, i: int, last: int) -> bool:
    """Say whether a lone word before a comma is a dual or plural that is no subject («يؤكد أمرين، أولهما …»)."""
    norm = scene.norms[i]
    oblique = norm.endswith(OBLIQUE) and not norm.startswith(ARTICLE) and len(norm) > SHORTEST + len(OBLIQUE)
    return oblique and last == i + 1 and scene.is_comma(last) and not scene.hits.has(i, "given_name", "family_name")


def _is_joined(scene: Scene, i: int) -> bool:
    """Say whether a conjunction is written onto a word that nothing knows with it («ولصحابته»)."""
    joined = scene.norms[i].startswith(AND) and len(scene.norms[i]) > SHORTEST + 1
    return joined and not any(hit.prefix in BARE for hit in scene.hits.at(i)) and scene.hits.has(i)


def _is_state(scene: Scene, i: int, head: int) -> bool:
    """Say whether a word is an indefinite accusative behind a noun, which says how and no longer who.

    A word that nothing knows behind a bare body is rather its name («شركة ديبا», «صحيفة قورينا»).
    """
    norm = scene.norms[i]
    bare = i == head + 1 and scene.hits.has(head, "body") and not is_definite(scene.norms[head])
    if bare and not scene.hits.has(i) and not norm.endswith(YA + ALEF):
        return False
    after = scene.norms[i + 1] if i + 1 < len(scene.norms) else ""
    heads = after.startswith(ARTICLE) and not is_definite(norm)  # «لجنة | قضايا المعلمين»
    known = scene.hits.has(i, "given_name", "family_name")
    return norm.endswith(ALEF) and len(norm) > SHORTEST + 1 and not known and not heads


def written(scene: Scene, span: Span) -> str:
    """Return the words of a span, one blank between two, with the article that «ل» before it swallowed («للمدير»)."""
    words = " ".join(span.of(scene.units.text).split())
    at = scene.units.token_at(span.start)
    if span.start == scene.units.starts[at] or not scene.norms[at].startswith(TO_THE):
        return words
    if any(hit.prefix == min(LAM, key=len) for hit in scene.hits.at(at, "body", "role", "source_noun")):
        governs = at + 1 < len(scene.norms) and is_definite(scene.norms[at + 1]) and not is_adjective(scene, at + 1)
        return words if governs else ARTICLE + words  # «للجنة الموانئ», «للجنة»
    return ARTICLE + words[1:]
