"""What else a body or role is for: fields joined by «and», adjectives joined by «and», purposes behind «ل»."""

from musnad.arabic import AND, ARTICLE, BA, JOINED, LAM, LAM_ARTICLE, OBLIQUE
from musnad.arabic.letters import HA, MIM, YA
from musnad.lexicon import Hit
from musnad.mentions.as_written import NAME_WORDS
from musnad.mentions.noun_phrase import Phrase
from musnad.mentions.phrases.adjuncts import goes_on, wanted
from musnad.mentions.phrases.agreement import MANY
from musnad.mentions.phrases.joined import joins
from musnad.mentions.phrases.members import takes_members
from musnad.mentions.proper.bounds import BY_THE
from musnad.mentions.view import View

_JOINED = 4  # further fields or purposes that a head may have
_SHORTEST = 4  # letters of what a body is for, behind «ل»
_LONG_DEFINITE = 5  # letters of a definite word, conjunction and article included
_AND_THE = AND + ARTICLE
_TO = min(LAM, key=len)
_OTHERS = ("organisation", "body", "agency", "place", "role", "group", "country", "title")
_TOLD = (*_OTHERS, "family_name", "press", "publisher", "source_noun", "function_word")
_SOMEBODY = (
    "organisation",
    "agency",
    "place",
    "place_head",
    "role",
    "group",
    "country",
    "title",
    "adjective",
    *NAME_WORDS,
)
_QUALITIES = ("adjective", "region_adjective", "head_of")
_IN = "role_preposition.in"
_DEEDS = ("trigger", "cue", "phase_verb")
_TIMES = ("day_word", "day_noun", "weekday", "part_of_day")
_PEOPLE = frozenset({"role", "group"})
_PLACES = frozenset({"place", "country", "place_head"})
_FIELDS = ("purpose", "role_field", "ordinary_word")
_OFFICIAL = ("purpose", "role_field", "elliptic_body")
_CANDIDATE = "role.candidate"
_OF_OFFICES = ("organisation", "body", "place", "country", "group")


def further(view: View, phrase: Phrase, head: Hit, i: int) -> bool:
    """Take a second field («والتعاون»), or what a body is for («للصحفيين», «لمكافحة الإرهاب»); False where none is."""
    if joins(view, phrase, head, i):
        return True
    if _is_of_office(view, phrase, head, i):
        phrase.joined += 1
        phrase.indefinite, phrase.filled = phrase.indefinite or not phrase.closed, True
        phrase.word(view, i, closes=True)
        return True
    if _is_sought(view, phrase, head, i):
        phrase.joined += 1
        phrase.indefinite, phrase.closed = phrase.indefinite or not phrase.closed, False
        phrase.word(view, i, closes=view.norms[i].startswith(LAM_ARTICLE))
        return True
    if not phrase.closed or phrase.joined >= _JOINED:
        return False
    if _is_charged(view, head, i):
        phrase.joined += 1
        phrase.closed = False
        phrase.word(view, i, closes=view.norms[i].startswith(BY_THE))
        return True
    if _adjective_joins(view, i):
        phrase.word(view, i, closes=False)
        return True
    serving = any(hit.entry.flag("fields") and not _is_lone(view, head, hit, i) for hit in (head, *phrase.known))
    body = None if serving else _body(view, phrase, head)
    public = serving or (body is not None and body.entry.flag("fields")) or _is_public(view, phrase, head, i)
    public = public or (_is_named(head, body, i) and not wanted(view, head, "for"))
    alike = _describes(view, i) or _with_people(view, i) or (head.kind in _PEOPLE and _are_bodies(view, i))
    many = serving and (alike or not _is_whole(phrase, head))
    more = many or phrase.joined > 0 or _has_another(view, phrase, head, i)
    return _serves(view, phrase, head, i, serving=public) or (more and _joins(view, phrase, head, i))


def _is_whole(phrase: Phrase, head: Hit) -> bool:
    """Say whether a body bears the article itself, so that no field is told to which another might be joined.

    «أشاد بالجامعات | والعمل …», «المؤسسات المالية | والعديد من …».
    """
    if head.entry.flag("fields") and head.kind != "body":
        return False
    body = head if head.kind == "body" else phrase.known[-1] if phrase.known else None
    return body is not None and body.kind == "body" and body.definite and (body is not head or not phrase.known)


def _describes(view: View, i: int) -> bool:
    """Say whether a token may be an adjective joined to the one before it («المؤسسات الصغيرة ‹والمتوسطة›»)."""
    norm = view.norms[i]
    if not (norm.endswith(HA) and view.norms[i - 1].endswith(HA) and view.any(i - 1, *_QUALITIES)):
        return False
    return view.any(i, *_QUALITIES) or norm.startswith(_AND_THE + MIM)


def _is_lone(view: View, head: Hit, body: Hit, i: int) -> bool:
    """Say whether one word for a body ends before a token, so that no field of it is joined («الهيئة | والعديد من …»).

    It is the head itself, or the one that people are of, where no other bodies follow.
    """
    if body.kind != "body" or not body.last == body.first + 1 == i or _with_people(view, i):
        return False
    return body is head or (head.kind in _PEOPLE and not _are_bodies(view, i))


def _with_people(view: View, i: int) -> bool:
    """Say whether people may be joined at a token to the bodies right before it («المنظمات ‹والخيرين›»)."""
    body = view.at(i - 1, "body")
    return body is not None and body.form.number == "p" and view.norms[i].endswith(OBLIQUE)


def _is_of_office(view: View, phrase: Phrase, head: Hit, i: int) -> bool:
    """Say whether an office is for a definite noun behind «ل», behind an adjective or where it stands in full.

    «المدير الإقليمي ‹للتسويق›», «عين رئيسا ‹للتشريفات›», «نائب المدير العام ‹للمشاريع›», «نائب المدير ‹للمشاريع›».
    """
    norm = view.norms[i]
    if not (head.kind == "role" and norm.startswith(LAM_ARTICLE) and len(norm) > _LONG_DEFINITE):
        return False
    if not head.entry.flag("head") or head.form.number != "s":
        return False
    serves = head.entry.flag("serves")
    described = view.has_article(i - 1) and view.any(i - 1, "adjective")
    if phrase.filled or phrase.known or phrase.person or (serves and not described and phrase.closed):
        behind = described or (serves and (phrase.person or view.country(i - 1) is not None))
        if not (phrase.closed and behind) or wanted(view, head, "for") or view.any(i, *_DEEDS):
            return False
    elif not (described if phrase.closed else phrase.free):
        return False
    if view.is_verb(i) or view.any(i, *_TOLD, "cue", "medium") or _is_somebody(view, i):
        return False
    return not (norm.endswith(OBLIQUE) or _is_aim(view, i) or _is_deed(view, i))


def _is_sought(view: View, phrase: Phrase, head: Hit, i: int) -> bool:
    """Say whether a token names what candidates stand for («مرشحو الحزب ‹للانتخابات› البلدية»)."""
    if head.suffix or all(hit.entry.id != _CANDIDATE for hit in (head, *phrase.known)):
        return False
    sought = (hit for hit in view.hits.at(i, "candidacy") if hit.prefix in LAM)
    return any(hit.prefix == LAM_ARTICLE or reaches(view, i + 1) for hit in sought)


def of_inner(view: View, phrase: Phrase, head: Hit, target: Hit) -> bool:
    """Say whether a body behind «ل» is that of an office or body in idafa («نائب الأمين العام ‹للحزب›»)."""
    if phrase.person and target.kind == "organisation":
        return True
    if target.kind not in {"organisation", "body"} or head.kind != "role" or not phrase.closed:
        return False
    if target.kind == "body" and not target.definite and not goes_on(view, target):
        return False  # «الأمين العام لحزب صوت الصيادين»
    described = view.has_article(target.first - 1) and view.any(target.first - 1, "adjective")
    return described and not wanted(view, head, "for")


def _is_charged(view: View, head: Hit, i: int) -> bool:
    """Say whether somebody is charged with what a token tells («الوزيرة المكلفة ‹بالانتقال› الرقمي»)."""
    before, norm = i - 1, view.norms[i]
    if head.kind != "role" or not (view.hits.has(before, "binding") and view.has_article(before)):
        return False
    if view.norms[before].endswith(HA) and head.form.gender == "m":
        return False  # «الوزارة المنتدبة لدى رئيس الحكومة المكلفة …»
    if view.any(i, *_OTHERS, "given_name", "family_name"):
        return False
    of_noun = view.same_sentence(i, i + 1) and (reaches(view, i + 1) or view.any(i + 1, *_OF_OFFICES))
    return norm.startswith(BY_THE) or (of_noun and any(hit.prefix in BA for hit in view.all(i)))


def _body(view: View, phrase: Phrase, head: Hit) -> Hit | None:
    """Return the body that a phrase is of: its head, its last known part, or the last word of an office.

    «رئيس الاتحاد العماني», «رئيس المجلس».
    """
    if head.kind == "body":
        return head
    if phrase.known:
        named = (hit for hit in reversed(phrase.known) if head.kind != "role" or hit.kind not in _PLACES)
        inner = next(named, phrase.known[-1])  # «مدير شركة عمان ‹للنقل›»
        return view.at(inner.first, "body") if inner.kind == "organisation" else inner if inner.kind == "body" else None
    return view.at(head.last - 1, "body") if head.kind == "role" and head.last > head.first + 1 else None


def _is_named(head: Hit, body: Hit | None, i: int) -> bool:
    """Say whether the body that somebody is of has its name before a token («مدير شركة عمان ‹للنقل›»)."""
    return body is not None and head.kind == "role" and body.entry.flag("named") and body.last < i


def _is_public(view: View, phrase: Phrase, head: Hit, i: int) -> bool:
    """Say whether an adjective of public bodies stands before a token («الإدارة العامة ‹للتعليم›»)."""
    body = head.kind == "body" or any(hit.kind == "body" for hit in phrase.known)
    adjective = view.at(i - 1, "adjective") if body and phrase.nodes else None
    if adjective is None or not adjective.entry.flag("public"):
        return False
    if view.any(i, "purpose"):
        return True
    return not _is_deed(view, i)


def _is_deed(view: View, i: int) -> bool:
    """Say whether what a preposition follows may be a deed («دعت الهيئة العامة للتباحث ‹في› …»): no known noun."""
    if i + 1 >= len(view.norms) or not view.any(i + 1, "role_preposition", "function_word"):
        return False
    if view.any(i + 1, "complementiser", *_TIMES) or (i + 2 < len(view.norms) and view.any(i + 2, "medium")):
        return False
    return view.any(i, *_DEEDS) or not view.any(i)


def purposes(view: View, phrase: Phrase, head: Hit) -> bool:
    """Take all that a named body is for («للصحافة والطباعة»); say whether there was any."""
    first = phrase.last
    while phrase.last < len(view.norms) and view.same_sentence(head.first, phrase.last):
        i = phrase.last
        if not phrase.closed and view.definite(i):
            phrase.word(view, i, closes=True)
        elif not (
            _serves(view, phrase, head, i, serving=True) or (phrase.joined > 0 and _joins(view, phrase, head, i))
        ):
            break
    return phrase.last > first


def _serves(view: View, phrase: Phrase, head: Hit, i: int, *, serving: bool) -> bool:
    """Take a purpose behind «ل»: a known one, or unknown nouns up to a definite one."""
    purpose = view.at(i, "purpose")
    if purpose is not None and purpose.prefix in LAM and _is_for(view, phrase, head, purpose, serving=serving):
        phrase.joined += 1
        phrase.closed = purpose.definite
        phrase.take(purpose, closes=purpose.definite)
        return True
    if takes_members(view, phrase, head, i, public=_is_public(view, phrase, head, i)):
        return True
    own = head.kind == "body" and not phrase.filled
    own = own and (serving or head.entry.flag("fields") or head.entry.flag("named"))
    served = _served(view, phrase, head, i) if own or _is_of_body(view, phrase, head, i) else 0
    if served:
        phrase.joined += 1
        phrase.closed = False
        for at in range(i, served):
            phrase.word(view, at, closes=False)
        return True
    norm = view.norms[i]
    serves = serving and norm.startswith(LAM_ARTICLE) and len(norm) >= _LONG_DEFINITE and bool(phrase.nodes)
    several = head.kind == "body" and head.form.number == "p" and not head.entry.flag("fields")
    serves = serves and not several  # «دعت الجماعات المسلحة | للوقف الفوري»
    media = head.kind == "body" and view.country(i - 1) and view.any(i, "source_noun")  # «المركز السوري ‹للإعلام›»
    told = view.any(i, *_TOLD, "cue") and not media
    if not serves or view.is_verb(i) or told or _is_somebody(view, i):
        return False
    if _is_aim(view, i):
        return False
    phrase.joined += 1
    phrase.word(view, i, closes=False)
    return True


def _is_for(view: View, phrase: Phrase, head: Hit, purpose: Hit, *, serving: bool) -> bool:
    """Say whether a head may have a purpose whose noun follows; one of offices is a body's where that is described.

    «نائب الرئيس ‹لشؤون› الطلاب», «المجلس الأعلى ‹لشؤون› الأسرة», but «وكيل الجامعة | لشؤون الطلاب».
    """
    office, i = purpose.entry.flag("office"), purpose.last
    role = head.kind == "role"
    bare = head.kind == "body" and head.definite and phrase.last == head.first + 1  # «وكيل ‹الجامعة› للتطوير»
    if bare or not (serving or (office and role)) or (office and not role and not phrase.nodes):
        return False
    return purpose.definite or reaches(view, i) or (office and view.any(i, *_OF_OFFICES))


def _is_aim(view: View, i: int) -> bool:
    """Say whether a time or what somebody wants follows a body («اتصل بالاتحاد ‹للحصول› على …»), and no purpose."""
    words = [hit for hit in view.all(i) if hit.kind == "ordinary_word"]
    if any(hit.entry.flag("season") for hit in words):
        return True  # «الأندية الممتازة للموسم المقبل»
    tied = view.same_sentence(i, i + 1) and view.any(i + 1, "role_preposition", "function_word")
    return tied and any(hit.entry.flag("aim") for hit in words)


def _is_somebody(view: View, i: int) -> bool:
    """Say whether a given name stands at a token, and no noun with an article that the name has not («للعناية»)."""
    return any(hit.kind == "given_name" and (hit.form.article or not hit.definite) for hit in view.all(i))


def _joins(view: View, phrase: Phrase, head: Hit, i: int) -> bool:
    """Take a field joined by «and»: a definite noun, or a noun with a definite one behind it («وحماية البيئة»)."""
    norm = view.norms[i]
    if norm.startswith(_AND_THE) and (len(norm) > _LONG_DEFINITE or view.any(i, "role_field")):
        ministry = view.any(i, "elliptic_body")  # «وزير الاقتصاد ‹والمالية›» is of no Mali
        other = not ministry and view.any(i, *_OTHERS, "given_name")
        other = other and not (head.kind in _PEOPLE and _are_bodies(view, i))
        loose = head.kind in _PEOPLE and _body(view, phrase, head) is None
        loose = loose or (head.kind == "body" and not (head.first and view.is_verb(head.first - 1)))
        if view.is_verb(i) or other or (loose and _is_followed(view, i)):
            return False
        phrase.joined += 1
        phrase.word(view, i, closes=False)
        return True
    field = view.at(i, *_FIELDS)
    if field is None or field.prefix not in JOINED or not view.same_sentence(i, i + 1) or not view.definite(i + 1):
        return False
    if view.is_verb(i) or view.any(i, "cue") or view.any(i + 1, "role", "title", "country", "adjective"):
        return False
    phrase.joined += 1
    phrase.word(view, i, closes=False)
    phrase.word(view, i + 1, closes=False)
    return True


def _has_another(view: View, phrase: Phrase, head: Hit, i: int) -> bool:
    """Say whether a second thing may be joined to the one that people are of («طلاب النحت ‹والرسم›»)."""
    if head.kind not in _PEOPLE or not phrase.nodes or not view.norms[i].startswith(_AND_THE):
        return False
    before = i - 1
    if (
        not view.definite(before)
        or view.norms[before].endswith((*MANY, YA, YA + HA))
        or view.any(before, *_SOMEBODY)
        or _is_one_body(view, before)
    ):
        return False
    return not (view.norms[i].endswith(MANY) or view.any(i, "adjective", "source_noun", "medium"))


def _is_one_body(view: View, i: int) -> bool:
    """Say whether a body stands at a token, and not several ones."""
    body = view.at(i, "body")
    return body is not None and body.form.number != "p"


def _are_bodies(view: View, i: int) -> bool:
    """Say whether several bodies stand at a token and before it («مديرو المدارس ‹والمعاهد›»)."""
    both = (view.at(i - 1, "body"), view.at(i, "body"))
    return all(body is not None and body.form.number == "p" for body in both)


def _is_followed(view: View, i: int) -> bool:
    """Say whether what stands behind «and» has a preposition of its own («والقادم من …», «والعمل على …»)."""
    if view.any(i, *_OFFICIAL) and view.any(i - 1, *_OFFICIAL):
        return False  # «مفتشو وزارة التجارة ‹والصناعة› على …»
    word = view.at(i + 1, "role_preposition") if view.same_sentence(i, i + 1) else None
    return word is not None and word.entry.id != _IN


def _adjective_joins(view: View, i: int) -> bool:
    """Say whether a token is «and» with an adjective like the one before it («الأمنية والتربوية»)."""
    norm, before = view.norms[i], view.norms[i - 1]
    if not norm.startswith(_AND_THE) or not view.has_article(i - 1):
        return False
    relational = (norm.endswith(YA + HA) and before.endswith(YA + HA)) or (norm.endswith(YA) and before.endswith(YA))
    if not relational or view.country(i) is not None or view.country(i - 1) is not None:
        return False
    return view.any(i - 1, "adjective") and not view.any(i, *_TOLD)


def reaches(view: View, i: int) -> bool:
    """Say whether a definite noun stands at a token, or a place or another noun whose it is («مدينة أبها»)."""
    if view.definite(i):
        return True
    after = i + 1
    if i >= len(view.norms) or not view.same_sentence(i - 1, after) or not view.norms[i].isalpha():
        return False
    if view.at(i, "place_head") is not None:
        return view.definite(after) or view.any(after, "place")
    return view.definite(after) and (not view.any(i) or view.any(i, "ordinary_word", "common_word", "purpose"))


def _is_of_body(view: View, phrase: Phrase, head: Hit, i: int) -> bool:
    """Say whether an office is of a body with an adjective right before a token («رئيس الجمعية الخيرية ‹لعون المرضى›»).

    Behind a verb that says nothing «لـ» may tell its aim.
    """
    body = _body(view, phrase, head) if head.kind == "role" and view.norms[i].startswith(_TO) else None
    if body is None or not body.entry.flag("fields") or not view.definite(i - 1) or i - 1 == body.first:
        return False
    if view.country(i - 1) is None and not view.any(i - 1, "adjective"):
        return False
    verb = view.at(head.first - 1, "cue") if head.first else None
    frames = verb.entry.texts("frames") if verb is not None else ()
    return not head.first or not view.is_verb(head.first - 1) or ("quote" in frames and "to" not in frames)


def _served(view: View, phrase: Phrase, head: Hit, i: int) -> int:
    """Return the token behind unknown nouns for what a body is for («الشركة الوطنية لاستغلال وتوزيع ‹المياه›»), else 0.

    A definite noun must follow, and an adjective must stand before: «لـ» behind a bare body rather tells to whom.
    """
    norm, hits = view.norms[i], view.all(i)
    sure = head.kind == "role" or (head.entry.flag("fields") and head.form.number == "s")
    if not phrase.nodes or not norm.startswith(_TO) or len(norm) < (_SHORTEST if sure else _LONG_DEFINITE):
        return 0
    if norm.startswith(LAM_ARTICLE) or any(not hit.prefix or hit.suffix or hit.kind in _TOLD for hit in hits):
        return 0
    at = i + 1
    if at < len(view.norms) and view.norms[at].startswith(AND) and not view.is_verb(at) and not view.definite(at):
        at += 1
    whole = reaches(view, at) if sure else view.definite(at)
    follows = at < len(view.norms) and view.same_sentence(i, at) and whole
    return at if follows and not view.is_verb(at) and not view.any(at, "function_word", "cue") else 0
