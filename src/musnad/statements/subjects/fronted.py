"""Noun phrases before a verb that no mention knows: the press, a name in marks, the first words of a clause."""

from dataclasses import replace

from musnad.arabic import AND, ARTICLE, PRESENT_STARTS
from musnad.arabic.clitics import WRITTEN_PREPOSITIONS
from musnad.arabic.letters import TA_MARBUTA, YA
from musnad.model import Span
from musnad.statements.cues.find import Cue
from musnad.statements.endings import is_definite
from musnad.statements.scene import Noun, Scene
from musnad.statements.steps import is_pronoun
from musnad.statements.subjects.callings import with_name_in_marks
from musnad.statements.subjects.companions import press
from musnad.statements.subjects.phrases import BACK, FOREIGN, GOVERNING, is_subject, phrase, unknown
from musnad.statements.subjects.quoted import marked
from musnad.statements.told import KINDS, Told, agrees, told_by

LONGEST_CLAUSE = 14  # tokens from the head of a clause to the verb that ends it
_TWO = 2
_NO_HEAD = ("given_name", "family_name", "title", "role", "function_word", "complementiser", "cue_preposition")
LONGEST_CALLED = 3  # words of an unknown name with which a sentence begins
LONGEST_APART = 30  # tokens between two commas that tell of the subject before them


def press_before(scene: Scene, i: int, low: int) -> Told | None:
    """Return the press whose name ends before a token («كانت وسائل الإعلام المحلية | قد أكدت»), or None."""
    return next((told for at in range(i - 1, low - 1, -1) if (told := press(scene, at, i)) and told.last == i), None)


def called_before(scene: Scene, noun: Noun, first: int) -> Told | None:
    """Return the name that opens a sentence before what he is («سامي حداد، أحد المتوجين، سجل أن …»), or None."""
    last = noun.first - 1
    if noun.mention.proper is not None or noun.mention.kind != "person" or last <= first or not scene.is_comma(last):
        return None
    known = scene.ending.get(last)
    if known is not None and known.mention.kind == "person" and known.mention.proper is not None:
        return told_by(known, "subject_before") if scene.is_bare(known) else None
    words = range(first, last)
    plain = all(map(scene.is_plain, words))
    plain = plain and not (scene.hits.verbs(first) or scene.norms[first].startswith(ARTICLE))
    if not 1 < len(words) <= LONGEST_CALLED or not plain or scene.hits.has(first, "clause_opener"):
        return None
    return replace(phrase(scene, scene.units.span(first, last), last), kind="person", gender=None)


def set_off(scene: Scene, cue: Cue, first: int) -> Told | None:
    """Return who opens a clause before what is told of him between commas («سامي حداد، وبعد لقائه المدير، أكد …»).

    A name that nothing knows is one before a clause of its own («سونالي دي رايكر، وهي شريكة، تقول …»).
    """
    hit, opens = cue.hit, first + (scene.part(first) == "contrast")
    if hit is None or hit.prefix or not scene.is_comma(cue.first - 1):
        return None
    noun = scene.starting.get(opens)
    at = noun.last if noun is not None else next((i for i in range(opens, cue.first) if scene.is_comma(i)), cue.first)
    if not opens < at < cue.first - 1 or not scene.is_comma(at):
        return None
    apart = scene.part(at + 1) in {"there", "relative"}
    led = apart or scene.norms[at + 1].startswith(AND) or scene.part(at + 1) in GOVERNING
    led = led or _tells_who(scene, at + 1, cue.first - 1)
    if noun is not None:
        one = noun.mention.kind == "person" and noun.mention.proper is not None and scene.is_bare(noun)
        told = told_by(noun, "subject_before")
        return told if one and led and agrees(cue, told) else None
    if led and _is_name(scene, opens, at):
        return replace(phrase(scene, scene.units.span(opens, at), at), kind="person", gender=None)
    plain = all(scene.is_plain(i) and not scene.hits.verbs(i) and not scene.hits.has(i) for i in range(opens, at))
    if not (apart and plain and 1 < at - opens <= LONGEST_CALLED):
        return None
    return replace(phrase(scene, scene.units.span(opens, at), at), kind="person", gender=None)


def _tells_who(scene: Scene, first: int, last: int) -> bool:
    """Say whether what stands between commas only tells who somebody is («، أحد سكان الحي، | يقول»), and what he does.

    It names nobody, and only its relative clauses have verbs.
    """
    for i in range(first, last):
        noun = scene.starting.get(i)
        if noun is not None and noun.mention.kind == "person" and noun.mention.proper is not None:
            return False
        led = scene.part(i - 1) == "relative" or scene.hits.has(i - 1, "one_of")  # «أحد | أبرز الوجوه»
        if scene.is_surely_verb(i) and not led:
            return False
    called = not scene.norms[first].startswith(ARTICLE) or scene.hits.has(first, "role")
    return scene.norms[first].isdigit() or (called and scene.is_plain(first) and not scene.hits.verbs(first))


def _is_name(scene: Scene, first: int, last: int) -> bool:
    """Say whether all words of a short stretch are parts of a name, the first a given one («عمر الحداد»)."""
    words = range(first, last)
    if not 1 < len(words) <= LONGEST_CALLED or any(map(scene.hits.verbs, words)):
        return False
    named = any(hit.kind == "given_name" and not hit.prefix for hit in scene.hits.at(first))
    parts = (_is_of_name(scene, i) for i in words)
    return named and all(map(scene.is_plain, words)) and all(parts)


def _is_of_name(scene: Scene, i: int) -> bool:
    """Say whether a word may be a part of a name: known as one, or unknown and no common noun by its article."""
    strange = not scene.hits.has(i) and (scene.norms[i].endswith(YA) or not scene.norms[i].startswith(ARTICLE))
    return strange or scene.hits.has(i, "given_name", "family_name")


def told_apart(scene: Scene, cue: Cue, first: int) -> Told | None:
    """Return the subject of a clause before what a relative clause between commas tells of it, or None.

    «أن السائق، الذي أوقف مساء الخميس، اعترف بأنه …», «لكن الشركة، وهي مملوكة للدولة، نفت …»
    """
    if cue.hit is None or cue.hit.prefix or not scene.is_comma(cue.first - 1):
        return None
    commas = range(cue.first - _TWO, max(first, cue.first - LONGEST_APART), -1)
    at = next((i for i in commas if scene.is_comma(i) and scene.part(i + 1) in {"relative", "there"}), None)
    if at is None:
        return None
    noun = scene.ending.get(at)
    heads = range(at - 1, max(first, at - LONGEST_CALLED) - 1, -1)
    head = noun.first if noun is not None else next((i for i in heads if _begins_clause(scene, i, first)), at)
    if not _begins_clause(scene, head, first):
        return None
    if noun is not None:
        told = told_by(noun, "subject_before") if noun.mention.kind in KINDS and scene.is_bare(noun) else None
    else:
        plain = all(scene.is_plain(i) and not scene.hits.verbs(i) for i in range(head, at))
        past = cue.hit.form.tense == "past" or cue.flag("utters")  # what a thing shows is present
        known = plain and past and head < at and scene.norms[head].startswith(ARTICLE) and is_subject(scene, head)
        told = phrase(scene, scene.units.span(head, at), at) if known and not scene.hits.has(head, "thing") else None
    return told if told is not None and agrees(cue, told) else None


def _begins_clause(scene: Scene, i: int, first: int) -> bool:
    """Say whether the subject of a clause may stand at a token: first in its sentence, behind «أن», «لكن» or «كان»."""
    return i == first or scene.is_that(i - 1) or scene.part(i - 1) in {"contrast", "auxiliary"}


def some_before(scene: Scene, cue: Cue, first: int) -> Told | None:
    """Return one or some of those behind a word with which a clause begins («أحد الجيران قال إن …»), or None."""
    if cue.hit is None or cue.hit.prefix:
        return None
    for at in range(cue.first - 2, max(first, cue.first - BACK) - 1, -1):
        counts = [hit for hit in scene.hits.at(at, "one_of") if not hit.prefix]
        if counts and at not in scene.starting:
            opens = at == first or scene.is_comma(at - 1) or scene.is_that(at - 1) or scene.contrasts(at)
            words = range(counts[0].last, cue.first)
            plain = len(words) > 0 and all(scene.is_plain(i) and not scene.hits.verbs(i) for i in words)
            if not (opens and plain and not scene.hits.has(counts[0].last, "medium")):
                return None
            told = phrase(scene, scene.units.span(at, cue.first), cue.first)
            return replace(told, gender=None, number="s" if counts[0].entry.flag("single") else "p")
    return None


def amid_was(scene: Scene, at: int, first: int) -> Told | None:
    """Return the subject between «كان» that opens a sentence and «قد» at a token («وكان المدير، خال سامي، | قد قال»).

    What is set behind it between commas, or tells more of it with a preposition, belongs to it.
    """
    if scene.part(first) != "auxiliary" or scene.part(at) != "auxiliary" or at - first <= 1:
        return None
    noun = scene.starting.get(first + 1)
    if noun is not None:
        return told_by(noun, "subject_before") if scene.is_bare(noun) and noun.last <= at else None
    end = next((i for i in range(first + 1, at) if scene.is_comma(i)), at)
    words = range(first + 1, end)
    if not words or len(words) > BACK or not is_subject(scene, first + 1) or any(map(scene.hits.verbs, words)):
        return None
    return phrase(scene, scene.units.span(first + 1, end), end)


def lone(scene: Scene, i: int, first: int, *, past: bool) -> Told | None:
    """Return a noun phrase that no mention knows, from the start of its clause to the verb, or None.

    It is one definite noun («لكن الحركة نفت», «أن أحدهم اعترف»), or stands between two auxiliaries («وكان متهم سادس قد
    اعترف»).
    """
    norm = scene.norms[i]
    if scene.part(i + 1) == "auxiliary":
        for at in range(i - 1, max(first, i - BACK) - 1, -1):
            if scene.part(at) == "auxiliary" and is_subject(scene, at + 1):
                return phrase(scene, scene.units.span(at + 1, i + 1), i + 1)
    if past and (body := _behind_was(scene, i + 1, first)) is not None:
        return body
    named = _named_phrase(scene, i + 1, first, past=past)
    if named is not None:
        return named
    if past and not scene.hits.has(i) and len(norm) >= FOREIGN and scene.is_that(i - 1):
        return phrase(scene, scene.units.span(i, i + 1), i + 1)  # «أن روكسانا اعترفت»
    if past and i == first + 1 and is_definite(scene.norms[first]) and _is_described(scene, first, i):
        return phrase(scene, scene.units.span(first, i + 1), i + 1)
    led = scene.part(i - 1) in {"contrast", "subordinator"} or scene.contrasts(i)  # «إلا أن معظمهم أعرب عن …»
    opens = i == first or led or scene.hits.has(i - 1, "complementiser")
    joined = i == first and norm.startswith(AND + ARTICLE) and not scene.hits.verbs(i)
    if (
        joined and scene.is_plain(i) and i not in scene.starting and not scene.hits.has(i, "function_word")
    ):  # «والرجل يقول إن …»
        return phrase(scene, Span(scene.offset(i, len(AND)), scene.units.ends[i]), i + 1)
    if not opens or not is_definite(norm) or not is_subject(scene, i):
        return None
    return phrase(scene, scene.units.span(i, i + 1), i + 1)


def opened(scene: Scene, cue: Cue) -> Told | None:
    """Return the noun phrase with which a clause begins that a verb ends, whatever tells more of it, or None.

    «أن الأبحاث التي باشرتها الجهات المختصة أكدت …», «لكن نوابا بارزين في المجلس انتقدوا …».
    """
    at, hit = cue.first - (scene.part(cue.first - 1) == "auxiliary"), cue.hit
    if cue.family != "verb" or cue.suffixed or hit is None or hit.prefix or at in scene.time_before:
        return None
    if not scene.is_plain(at - 1) or is_pronoun(scene, cue.last):
        return None
    first = _clause_first(scene, at)
    if first is None or at - first < _TWO or not scene.is_plain(first) or scene.begins_present(first):
        return None
    if scene.hits.verbs(first) and first not in scene.starting:
        return None
    noun = scene.starting.get(first)
    if noun is not None:
        known = noun.mention.kind in KINDS and scene.is_bare(noun) and noun.last <= at
        told = told_by(noun, "subject_before") if known else None
    else:
        told = unknown(scene, first, at, sure=True)
    if told is None or not agrees(cue, told) or (told.gender == "f" and hit.form.gender == "m"):
        return None
    feminine = (
        told.gender == "f" or told.number != "s" or not scene.units.surface(first, first + 1).endswith(TA_MARBUTA)
    )
    return told if feminine or hit.form.gender != "m" else None


def _clause_first(scene: Scene, at: int) -> int | None:
    """Return the token with which a clause begins that ends at a token, or None.

    It stands behind «أن», «لكن», quotation marks or «كان»; only relative clauses may hold a verb before that.
    """
    first = scene.region(at)[0]
    for i in range(at - 1, max(first, at - LONGEST_CLAUSE) - 1, -1):
        was = i == first and scene.part(i) == "auxiliary"
        if scene.is_that(i) or scene.part(i) == "contrast" or was or i in scene.quote_at:
            return i + 1
        joined = scene.is_function(i) and scene.norms[i].startswith(AND)  # «… وأنا أعتقد أن …»
        if not scene.units.is_word(i) or joined or scene.part(i) in {"subordinator", "negation", "as_for"}:
            return None
        if scene.is_surely_verb(i) and scene.part(i - 1) != "relative":
            return None
    return None


def head_of_clause(scene: Scene, at: int) -> int | None:
    """Return the noun that nobody is with which a clause begins before its verb at a token, or None.

    «أن المعلومات المتوافرة حول حياته | تشير إلى …», «: "هذه الاعترافات من داخل الحكومة | تؤكد …"».
    """
    if scene.part(at - 1) in {"holy", "auxiliary", "relative"}:
        return None
    first = _clause_first(scene, at)
    if first is None or not (scene.is_that(first - 1) or first - 1 in scene.quote_at):
        return None
    head = first + scene.hits.has(first, "demonstrative")
    if any(scene.part(i) == "relative" for i in range(head, at)):
        return None
    known = head in scene.starting or not scene.is_plain(head) or scene.hits.has(head, *_NO_HEAD)
    written = scene.norms[head].startswith(WRITTEN_PREPOSITIONS) and not is_definite(scene.norms[head])
    return head if head < at and not (known or written or scene.hits.verbs(head)) else None


def _is_described(scene: Scene, i: int, at: int) -> bool:
    """Say whether a definite noun that can speak has its adjective behind it («الأبحاث السابقة أوضحت أن …»)."""
    adjective = scene.norms[at].startswith(ARTICLE) and scene.is_plain(at) and at not in scene.starting
    return adjective and is_subject(scene, i) and scene.is_plain(i) and not scene.hits.has(i, "thing")


def _behind_was(scene: Scene, until: int, first: int) -> Told | None:
    """Return the definite noun phrase between «كان» at the head of a sentence and a verb, or None."""
    at = first + 1
    if scene.part(first) != "auxiliary" or not 1 <= until - at <= BACK or not is_subject(scene, at):
        return None
    plain = all(scene.is_plain(i) and not scene.hits.verbs(i) for i in range(at, until))
    noun = scene.starting.get(at)
    if plain and noun is not None and noun.mention.kind == "person" and noun.mention.proper is not None:
        return told_by(noun, "subject_before")
    whole = is_definite(scene.norms[until - 1]) and not scene.hits.has(at, "medium")
    return phrase(scene, scene.units.span(at, until), until) if plain and whole else None


def _named_phrase(scene: Scene, until: int, first: int, *, past: bool) -> Told | None:
    """Return the words between an opening and a verb as its subject, or None.

    From the start of a sentence they must hold a person («مخرج العمل عمر أوضح …»), behind a complementiser any noun
    phrase speaks if the verb is past («أن قاعة المزادات حثت …»): in the present it may only show something.
    """
    at = next((i for i in range(until - 1, max(first, until - BACK) - 1, -1) if _opens(scene, i - 1)), first)
    words = range(at, until)
    if not 1 < until - at <= BACK:
        return None
    if not all(scene.is_plain(i) and not scene.hits.verbs(i) for i in words):
        return None
    wished = scene.norms[at].startswith(PRESENT_STARTS[0]) and not scene.hits.has(at)  # «أن يناقض الرواية التي أفادت …»
    behind = past and _opens(scene, at - 1) and is_subject(scene, at) and not wished
    if not behind and scene.units.sentence(first).first != first:
        return None
    if _is_name(scene, at, until):
        return replace(phrase(scene, scene.units.span(at, until), until), kind="person", gender=None)
    people = [i for i in words if i in scene.starting and scene.starting[i].mention.kind == "person"]
    return phrase(scene, scene.units.span(at, until), until) if behind or people else None


def _opens(scene: Scene, i: int) -> bool:
    """Say whether a clause opens behind a token: a bare complementiser, quotation marks behind it aside."""
    return scene.is_that(i - 1 if i in scene.quote_at else i)


def quoted_end(scene: Scene, i: int) -> Told | None:
    """Return a noun with a short quoted name that ends right before a token («موقع "الخبر" قد نقل»), or None."""
    opening = scene.closing.get(scene.units.starts[i - 1]) if i else None
    first = scene.units.token_at(opening) if opening is not None else 0
    opens = first == scene.units.sentence(i - 1).first or scene.norms[first - 1] == ":"
    if opening is not None and scene.norms[first - 1] == ":" and scene.hits.has(first + 1, "publisher"):
        return None  # «دبي: «الضفاف» طالبت هيئة …»
    if opening is not None and first + 2 >= i:
        return None  # nothing between the marks
    if opening is not None and opens and not _is_speech(scene, first) and scene.short_quote(first, i) is not None:
        return marked(scene, first + 1, i - 1, "subject_before")  # «"الضفاف" تكشف …»
    if (
        first < 1
        or scene.is_title(first)
        or scene.part(first - 2) in GOVERNING
        or _is_speech(scene, first)
        or scene.short_quote(first, i) is None
        or not is_subject(scene, first - 1)
        or scene.norms[first - 1] in WRITTEN_PREPOSITIONS
    ):
        return None
    head = first - 1
    if first in scene.speech_at and not scene.hits.has(head, "naming_noun", "body"):
        return None
    while head > 0 and scene.norms[head].startswith(ARTICLE) and scene.norms[head - 1].startswith(ARTICLE):
        head -= 1  # «الصحيفة المحلية «…»»
    return with_name_in_marks(scene, phrase(scene, scene.units.span(head, i), i))


def _is_speech(scene: Scene, first: int) -> bool:
    """Say whether a quotation of several words holds a verb, as a name of several does not («حقوق الإنسان الآن»)."""
    speech = scene.speech_at.get(first)
    return speech is not None and any(scene.hits.verbs(i) for i in range(speech.inner, speech.inner_last))
