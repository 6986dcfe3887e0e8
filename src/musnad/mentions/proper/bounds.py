"""Words at the end of a name: those that belong to it although they are others too, and those that do not."""

from musnad.arabic import AND, ARTICLE, BA, BARE
from musnad.arabic.letters import ALEF, HA, LAM, MIM, NUN, SIN, TA, TA_MARBUTA, WAW, YA
from musnad.arabic.sounds import looks_foreign
from musnad.lexicon import Hit
from musnad.mentions.proper.shapes import BEFORE_NOUNS, JOINED_NOUN, SHORTEST_OWNED, THEIRS, behind_titles, served
from musnad.mentions.view import COMMAS, View
from musnad.mentions.word_shapes import WEAK, like_present

BY_THE = min(BA, key=len) + ARTICLE
_VOWELS = frozenset({ALEF, YA})
_NOUNS = (ALEF + NUN, ALEF + TA, YA + NUN, WAW + NUN)
_PAST = 6  # letters of a derived verb with the ending of the feminine
_FATHER = min(BA, key=len) + WAW
_SHORTEST = 3  # letters
_LINEAGE = 2  # tokens of a name before the father's
_NOT = LAM + ALEF  # «not», written onto a verb
_COLON, _HYPHEN, _BRACKET = ":", "-", "("
_STOPS = frozenset('،,.؛)»”"')
_NEVER = (
    "function_word", "complementiser", "title", "adjective", "cue", "weekday", "day_word", "day_noun", "month", "vague",
    "part_of_day", "unit", "number_word", "regnal", "group", "country", "region_adjective", "role_preposition",
    "alias_word", "pronoun", "source_noun", "counterpart", "latter",
)  # fmt: skip
NO_SPEAKER = frozenset(_NEVER) - {"cue", "country", "adjective"}


def past_feminine(norm: str) -> bool:
    """Say whether an unknown word has the shape of a derived verb in the past feminine («امتلكت», «انطلقت»)."""
    return len(norm) == _PAST and norm.startswith(ALEF) and norm.endswith(TA) and (norm[2] == TA or norm[1] == NUN)


def past_derived(view: View, at: int) -> bool:
    """Say whether an unknown word has the shape of a derived verb in the past («اعتزل»): no weak letter, no hamza."""
    norm = view.norms[at]
    if len(norm) != _PAST - 1 or norm[2] != TA or view.units.surface(at, at + 1)[0] != ALEF:
        return False
    return norm[0] == ALEF and WEAK.isdisjoint(norm[1:])


def participle(norm: str) -> bool:
    """Say whether an unknown word without the article has the shape of a derived participle («متسابق»)."""
    return norm.startswith(MIM + TA) and len(norm) >= _PAST - 1


def past_sought(norm: str) -> bool:
    """Say whether an unknown word has the shape of a past verb of asking with an ending («استخلفت»)."""
    return norm.startswith(ALEF + SIN + TA) and norm.endswith(TA) and len(norm) > _PAST


def denied(view: View, at: int, *, parts: int) -> bool:
    """Say whether a word is no part of a name by its shape: a verb, a participle, «not» and a verb («لايعني»).

    `parts` is how many parts of the name stand before it.
    """
    norm = view.norms[at]
    if (
        parts
        and not view.any(at)
        and (past_feminine(norm) or past_derived(view, at) or past_sought(norm) or participle(norm))
    ):
        return True
    return parts > 1 and norm.startswith(_NOT) and like_present(norm.removeprefix(_NOT))


def behind_given(view: View, first: int) -> int:
    """Return the token behind the given name that starts at a token, be it of one word or of two («عبد السلام»)."""
    given = view.at(first, "given_name")
    return first + 1 if given is None else given.last


def says(view: View, i: int) -> bool:
    """Say whether a verb of saying stands at a token, in the past or the present."""
    verb = view.at(i, "cue")
    return verb is not None and verb.form.tense in {"past", "present"} and not verb.suffix


def before_speech(view: View, first: int, at: int) -> bool:
    """Say whether a noun is the family of who speaks («قال سالم الفقير إن»).

    A verb of saying, a given name, the noun, and «that».
    """
    before = behind_titles(view, first - 1)
    if at != behind_given(view, first) or before < 0 or not view.same_sentence(before, at + 1):
        return False
    land = view.definite(at) and view.land(at) is not None  # «أكد فهد السويد أن»
    if not (land or _may_be_family(view, at)):
        return False
    return says(view, before) and (view.any(at + 1, "complementiser") or view.norms[at + 1] == _COLON)


def before_that(view: View, at: int) -> bool:
    """Say whether a word between an announced given name and «that» is its family («النائب أحمد سالك إن …»).

    It may look like a demonym, or like a verb that no third person does.
    """
    if view.definite(at) or not view.same_sentence(at, at + 1) or not view.any(at + 1, "complementiser"):
        return False
    known = view.all(at)
    if any(hit.kind in NO_SPEAKER or hit.prefix not in BARE for hit in known):
        return False
    verbs = [hit for hit in known if hit.form.pos == "verb"]
    if not verbs:
        return view.country(at) is not None
    first = view.norms[at].startswith(ALEF)  # «I», and not «he»
    return all(hit.suffix or (first and hit.form.tense != "past") for hit in verbs)


def before_office(view: View, first: int, at: int) -> bool:
    """Say whether a noun stands before a comma and the office of whom it ends the name («مصطفى جبان، رئيس لجنة …»)."""
    after = at + 1
    if at != behind_given(view, first) or view.definite(at) or not view.same_sentence(first, after + 1):
        return False
    office = view.at(after + 1, "role") if view.norms[after] in COMMAS else None
    if office is None or office.definite or office.prefix or office.suffix or office.form.number not in {"s", ""}:
        return False
    return _may_be_family(view, at) and not view.any(at, "ordinary_word", "trigger", "role")


def before_stop(view: View, first: int, at: int) -> bool:
    """Say whether a noun is the family of somebody announced: a mark or particle follows («الفنان محمد سلام، …»)."""
    if at != behind_given(view, first) or view.definite(at) or not view.same_sentence(first, at):
        return False
    after = at + 1
    demonym = view.country(at)
    if demonym is not None and not demonym.prefix and demonym.kind == "country":
        return view.same_sentence(at, after) and view.norms[after] in _STOPS  # «هلال سوداني، …»
    if not _may_be_family(view, at):
        return False
    if after >= len(view.norms) or not view.same_sentence(at, after) or view.norms[after] in _STOPS:
        return True
    plural = view.norms[at].endswith(ALEF + TA)
    return view.any(after, "complementiser") or (view.any(after, "function_word") and not plural)


def ends_lineage(view: View, first: int, at: int) -> bool:
    """Say whether a definite noun ends a name behind the father's («محمد بن عبدالله البنيان أن …»).

    «That» or an indefinite office follows; where the noun is a known name too, anything that cannot describe it.
    """
    son = view.at(at - 2, "name_particle") if at - first > _LINEAGE else None
    if son is None or not son.entry.flag("son") or not view.any(at - 1, "given_name"):
        return False
    if not view.definite(at) or not view.norms[at][0].isalpha() or view.country(at) is not None:
        return False
    after = at + 1
    inside = after < len(view.norms) and view.same_sentence(at, after)
    if view.any(at, "given_name", "family_name"):
        return not inside or not (view.definite(after) or view.any(after, "head_of"))
    if not inside or view.any(at, *_NEVER, "body", "place", "organisation", "place_head", "role"):
        return False
    office = view.at(after, "role")
    return view.any(after, "complementiser") or (office is not None and not office.definite and not office.prefix)


def relational(view: View, first: int, at: int) -> bool:
    """Say whether a relational word behind two names, before an office, is the family («سعيد محمد الأميري رئيس …»)."""
    after = at + 1
    if at < first + _LINEAGE or not view.same_sentence(first, after) or not view.any(at - 1, "given_name"):
        return False
    if not (view.definite(at) and view.norms[at].endswith(YA)) or view.country(at) is not None:
        return False
    office = view.at(after, "role")
    return office is not None and not (office.definite or office.prefix)


def governs(view: View, role: Hit, family: Hit) -> bool:
    """Say whether a family name of two uses is rather the office with what it is over («الضليعي مشرف التربية»)."""
    if not family.entry.flag("ambiguous") or view.definite(role.first) or role.prefix:
        return False
    return view.same_sentence(role.first, role.last) and view.definite(role.last)


def ends_kunya(view: View, first: int, at: int) -> bool:
    """Say whether a demonym ends a name of «father of» and a part («أبو يحيى التونسي الذي …»)."""
    opens = view.at(first, "name_particle") if at == first + 2 else None
    if opens is None or not opens.entry.flag("opens") or opens.entry.flag("kin") or not view.is_name(at - 1):
        return False
    return view.definite(at) and view.norms[at].endswith(YA) and view.country(at) is not None


def _takes_no_object(view: View, first: int) -> bool:
    """Say whether no verb stands before a given name that is nothing else, so that no object stands behind it.

    «ألحان محمد رويشة», «الجزائري وليد درارجة».
    """
    given, before = view.at(first, "given_name"), first - 1
    if given is None or given.definite or not view.same_sentence(before, first):
        return False
    demonym = view.country(before)
    if demonym is not None and demonym.definite:
        return True
    if given.entry.flag("ambiguous") or not view.any(before) or view.is_name(before):
        return False
    if not given.prefix and view.norms[before].endswith((HA, ALEF + TA)):
        return False  # «قصة إبراهيم شبيهة بقصص …»
    return not (view.is_verb(before) or view.any(before, "trigger", "complementiser"))


def unlisted(view: View, first: int, at: int) -> bool:
    """Say whether an unknown word in «ة» is the family of who is announced or speaks («علي دوابشة»)."""
    spoken = first > 0 and (view.any(first - 1, "cue", "title", "role") or _takes_no_object(view, first))
    aged = view.same_sentence(at, at + 1) and view.norms[at + 1] == _BRACKET  # «قيس برحومة (36 عاما)»
    if (
        at != behind_given(view, first)
        or not (spoken or aged)
        or view.any(at)
        or view.definite(at)
        or not view.same_sentence(first, at)
    ):
        return False
    surface = view.units.surface(at, at + 1)
    joined = view.norms[at][0] in BEFORE_NOUNS and len(surface) >= JOINED_NOUN
    if joined and not (aged or _fathers(view, first, at)):
        return False  # «الملك فهد لطباعة المصحف»
    participle = view.norms[at].startswith(MIM) and len(surface) >= SHORTEST_OWNED  # «مكونة»
    if not surface.endswith(TA_MARBUTA) or view.norms[at].startswith(AND) or participle:
        return False
    return aged or not served(view.norms[at], surface)


def _fathers(view: View, first: int, at: int) -> bool:
    """Say whether «father of» begins an unknown word behind a sure given name («بوخروبة»), and no noun's part follows.

    «وادي بوعلوفة» is a valley.
    """
    after, given = at + 1, view.at(first, "given_name")
    if not view.norms[at].startswith(_FATHER) or given is None or given.entry.flag("ambiguous"):
        return False
    if not view.same_sentence(at, after) or not view.norms[after][0].isalpha():
        return True
    if view.definite(after):
        participle = view.norms[after].startswith(ARTICLE + MIM)  # «المختصة», not «بوقفة الجماهير»
        return participle or view.any(after, "role", "adjective")
    return not view.norms[after].endswith(HA)  # not «بوتيرة عالية»


def third(view: View, at: int) -> bool:
    """Say whether an unknown word in «ة» before a mark is the family behind two given names («محمد أمين عمورة،»)."""
    after, surface = at + 1, view.units.surface(at, at + 1)
    if view.any(at) or view.definite(at) or not surface.endswith(TA_MARBUTA) or view.norms[at].startswith((AND, MIM)):
        return False
    return not view.same_sentence(at, after) or view.norms[after] in COMMAS


def requests(view: View, first: int, at: int) -> bool:
    """Say whether a given name of Arabs behind a foreign one is rather a verb («فاليريو طالب بالإفراج»)."""
    one, two = view.at(first, "given_name"), view.at(at, "given_name")
    if one is None or two is None or not one.entry.flag("foreign") or two.entry.flag("foreign"):
        return False
    if not (two.entry.flag("ambiguous") and view.is_verb(at) and view.same_sentence(at, at + 1)):
        return False
    behind = view.any(at + 1, "complementiser", "role_preposition", "function_word")
    return behind or any(hit.prefix in BA for hit in view.all(at + 1))


def for_somebody(view: View, first: int, at: int) -> bool:
    """Say whether a word is a preposition with the name of another («بيومي فؤاد لمحمد سلام»)."""
    name = view.at(at, "given_name")
    if at == first or name is None or name.entry.flag("foreign") or name.entry.flag("ambiguous") or view.is_name(at):
        return False
    return name.prefix not in BARE


def foreign_shape(view: View, at: int) -> bool:
    """Say whether a long word of which nothing is known is rather a foreign name than a word behind a proclitic."""
    norm = view.norms[at]
    if norm.startswith(BY_THE):
        return True  # «أدريان بالينجر»
    if norm.startswith(AND):  # «فيكتور وانيما», not «دوجلاس وخوردي», «أدواردو وألميدا», «كين ورفاقه»
        vowel = view.units.surface(at, at + 1)[1] in _VOWELS
        return vowel and norm[3] != TA and not norm.startswith(AND + ARTICLE)
    return looks_foreign(norm) and norm[0] not in BEFORE_NOUNS


def tribal(view: View, first: int, at: int) -> bool:
    """Say whether an unknown definite word right behind a known name is its family («معاذ الكساسبة»)."""
    norm = view.norms[at]
    if norm.endswith(HA) and norm[-3:-2] == ALEF and len(norm) > SHORTEST_OWNED:
        return False  # «بيل التزامه»
    if norm.endswith(HA) and norm.startswith((ARTICLE + MIM + TA, ARTICLE + MIM + NUN)) and norm[4:5] != ALEF:
        return False  # «عبد الناصر المتسقة», but «المناصرة»
    if norm.endswith(HA) and not norm.endswith(YA + HA) and acts_before(view, first):
        return False  # «وأزاح الشيخ محمد الستارة»
    if norm.endswith(ALEF + TA) and any(hit.form.pos == "verb" for hit in view.all(first)):
        return False  # «حيث حكمت السلالات»
    return at > first and view.definite(at) and not view.any(at)


def acts_before(view: View, first: int) -> bool:
    """Say whether a verb that says nothing stands before a name and its titles."""
    verb = first - 1
    while verb >= 0 and view.any(verb, "title", "role") and view.same_sentence(verb, first):
        verb -= 1
    return verb >= 0 and view.same_sentence(verb, first) and view.is_verb(verb) and not view.any(verb, "cue")


def second_family(view: View, first: int, at: int, *, told: bool) -> bool:
    """Say whether an unknown relational word goes on behind a family name of the same kind («الأنصاري الجياني»)."""
    last = at - 1
    if (
        (last <= first and not (told or (first and view.any(first - 1, "cue") and view.is_verb(first - 1))))
        or last < first
        or view.any(at)
        or not view.same_sentence(first, at)
        or not view.any(last, "family_name")
    ):
        return False
    return all(view.definite(i) and view.norms[i].endswith(YA) for i in (last, at))


def of_a_seat(view: View, first: int, at: int) -> bool:
    """Say whether an adjective behind a name belongs to the body or place that bears it («ملعب الملك فهد الدولي»)."""
    head = first - 1
    while head > 0 and view.honorific(head) is not None:
        head -= 1
    if not view.any(at, "adjective", "body", "elliptic_body") or head < 0 or head == first - 1:
        return False
    body = view.at(head, "body")
    seat = view.any(head, "place_head") or (body is not None and not body.entry.flag("office"))
    return seat and not view.has_article(head)


def foreign_first(view: View, first: int) -> bool:
    """Say whether a given name of foreigners stands at a token, as the first of a name."""
    given = view.at(first, "given_name")
    return given is not None and given.entry.flag("foreign")


def sure_foreign(view: View, first: int) -> bool:
    """Say whether a given name of foreigners that is no other word stands at a token."""
    return foreign_first(view, first) and not any(hit.entry.flag("ambiguous") for hit in view.all(first))


def described(view: View, first: int, at: int) -> bool:
    """Say whether a definite dual or plural stands behind a foreign name, as no family does («راشيل البنيتان»)."""
    return foreign_first(view, first) and view.definite(at) and view.norms[at].endswith(_NOUNS) and not view.is_name(at)


def owned_behind(view: View, first: int, at: int) -> bool:
    """Say whether a noun with a pronoun stands behind a name that is another word too («رفيق دربه»)."""
    given = view.at(first, "given_name")
    if given is None or not given.entry.flag("ambiguous") or not view.same_sentence(first, at) or view.is_name(at):
        return False
    if view.norms[at].startswith(AND) or view.any(at, "complementiser"):
        return False  # «نور وشقيقها»
    surface = view.units.surface(at, at + 1)
    owned = any(hit.suffix and hit.form.pos != "verb" for hit in view.all(at))
    return owned or surface.endswith(HA) or (surface.endswith(THEIRS) and len(surface) > _SHORTEST)


def qualified(view: View, at: int) -> bool:
    """Say whether an unknown word is rather «with» or «for» a noun that an adjective describes («بحروق خطيرة»)."""
    after = at + 1
    norm = view.norms[at]
    if view.any(at) or norm[0] not in BEFORE_NOUNS or len(norm) < SHORTEST_OWNED or norm[1] in WEAK:
        return False  # «بوشناق», «باحميد»
    if not view.same_sentence(at, after) or view.definite(after) or view.is_name(after) or view.any(after, "role"):
        return False  # «معتز بشارات مسؤول الملف»
    return any(hit.kind == "adjective" and not hit.prefix for hit in view.all(after))


def _may_be_family(view: View, at: int) -> bool:
    """Say whether a word may be a family name: a noun as it stands, no verb, adverb or adjective."""
    norm, surface = view.norms[at], view.units.surface(at, at + 1)
    if not norm[0].isalpha() or norm.isascii() or len(norm) < _SHORTEST or norm.startswith(AND):
        return False
    if not view.any(at) and (like_present(norm) or norm.endswith(TA)) and not foreign_first(view, at - 1):
        return False  # «الرئيس مرسي تركزت على …», but «السير جون تشيلكوت في …»
    if view.is_verb(at) or view.any(at, *_NEVER) or view.any(at, "place", "organisation", "agency"):
        return False
    role = view.at(at, "role")
    if role is not None and (role.entry.flag("head") or role.entry.flag("rank") or not role.definite):
        return False
    if any(hit.prefix not in BARE or hit.suffix for hit in view.all(at)):
        return False
    if not view.definite(at) and (norm.endswith(ALEF) or surface.endswith(HA) or served(norm, surface)):
        return False
    return not (view.definite(at) and view.any(at, "body", "place_head", "elliptic_body"))


def hyphenated(view: View, at: int) -> bool:
    """Say whether a hyphen without spaces ties the next word to a foreign name («كيم يونغ-جو»)."""
    after = at + 1
    if view.norms[at] != _HYPHEN or not view.same_sentence(at, after):
        return False
    units = view.units
    tight = units.ends[at - 1] == units.starts[at] and units.ends[at] == units.starts[after]
    foreign = foreign_first(view, at - 1) or not view.any(at - 1)
    foreign = foreign or (view.any(at - 1, "family_name") and not view.any(after))
    if not (tight and foreign) or not view.norms[after][0].isalpha() or view.norms[after].isascii():
        return False
    return not view.definite(after) and (view.is_name(after) or not view.any(after))


def in_family_of(view: View, first: int) -> bool:
    """Say whether a name stands behind somebody's kinship, so that his kinsman's may follow («ابنة ترامب ايفانكا»)."""
    kin = view.at(first - 1, "role") if first else None
    return kin is not None and kin.entry.flag("owned") and not (kin.definite or kin.suffix)
