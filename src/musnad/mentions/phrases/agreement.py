"""Which adjectives behind a noun cannot be its own: in gender, number and definiteness they agree with it."""

from musnad.arabic import ARTICLE, BA, BARE, LAM, PRONOUNS
from musnad.arabic.letters import ALEF, ALEF_ABOVE, ALEF_BELOW, ALEF_MAQSURA, HA, MIM, NUN, TA, TA_MARBUTA, WAW, YA
from musnad.lexicon import Hit
from musnad.mentions.noun_phrase import Phrase
from musnad.mentions.view import View
from musnad.mentions.word_shapes import stands_free

_NOUNS = (
    "organisation", "body", "agency", "elliptic_body", "place", "place_head", "role", "group", "ordinary_word",
    "country", "title", "source_noun", "given_name", "medium", "trigger",
)  # fmt: skip

MANY = (WAW + NUN, YA + NUN)
_ARMED = frozenset({"COP", "MIL"})
_FORCES = _ARMED | {"PAR", "REB", "SEP", "SPY", "UAF"}
_POWERS = frozenset({"body.authorities", "body.government"})
_DEED = frozenset({"masdar", "word"})
_HER = (HA, HA + ALEF)  # the pronouns that end a preposition
_TO_HIM = frozenset(min(LAM, key=len) + pronoun for pronoun in PRONOUNS)
_BOUND = 5  # letters of a preposition with a pronoun
_PLURAL = 7  # letters of a definite word from which on its last two are the ending of a plural: «المتين» has less


def of_another(view: View, phrase: Phrase, head: Hit, i: int) -> bool:
    """Say whether an adjective behind a definite body or role cannot be its own: of its other gender, or a plural.

    «خيارات الحزب | السياسية», «أعضاء الحزب | المصريون», «هاجم الجيش | المدنيين», «خطف مسلحون | صحفيا».
    """
    if _of_things(view, head, i) or (phrase.last > head.last and _is_his(view, i)):
        return True
    if head.kind == "group":
        acts = i == head.last and view.norms[i - 1].endswith(WAW + NUN)
        return acts and view.norms[i].endswith(ALEF) and view.any(i, "adjective", "country", "role")
    if head.kind not in {"body", "role"} or not head.definite or phrase.filled or phrase.known or phrase.person:
        return False
    if not phrase.closed:
        return False  # «الوكيل المساعد لشؤون البيئة»
    if head.kind == "body" and (_of_man(view, head, i) or (head.form.number == "p" and of_men(view, i))):
        return True
    if head.form.number != "s" or head.last > head.first + 1 or not view.norms[i].startswith(ARTICLE):
        return False
    adjective = view.country(i) or view.at(i, "adjective")
    if head.kind == "role":
        if adjective is not None and (adjective.form.gender, adjective.form.number) == ("m", "p"):
            return True  # «أبلغ الوزير | الصحفيين أن …»
        man = head.form.gender == "m" and not head.entry.headword.endswith(TA_MARBUTA)
        if man and adjective is not None and (adjective.form.gender, adjective.form.number) == ("f", "s"):
            # «زيارة الوزير | الأخيرة», but «الرئيس المنتهية ولايته»
            return not (view.same_sentence(i, i + 1) and view.norms[i + 1].endswith(HA))
        other = adjective is None and head.form.gender == "m" and view.norms[i].endswith((HA, *MANY))
        return other and not view.any(i, *_NOUNS) and like_adjective(view, i, clause=False)
    if adjective is not None:
        gender, number = adjective.form.gender, adjective.form.number
        return (gender == "f" and head.form.gender == "m") or (number == "p" and gender == "m")
    if head.form.gender == "m" and view.norms[i].endswith(YA + HA):
        return True
    return view.norms[i].endswith((*MANY, ALEF + TA)) and len(view.norms[i]) >= _PLURAL


def _of_things(view: View, head: Hit, i: int) -> bool:
    """Say whether a feminine adjective is behind men («جرائم المستوطنين | المتواصلة»), or «many of» behind anybody."""
    one = view.at(i, "one_of")
    if one is not None and one.form.article and one.last > i + 1:
        return True  # «قدم اتحاد الكرة | العديد من المقترحات»
    men = head.kind in {"group", "role"} and head.definite and head.form.number in {"p", "d"} and i == head.last
    if not (men and head.form.pattern.endswith(MANY) and view.norms[i].startswith(ARTICLE)):
        return False
    adjective = view.country(i) or view.at(i, "adjective")
    if adjective is not None:
        return (adjective.form.gender, adjective.form.number) == ("f", "s")
    return view.norms[i].endswith(HA) and like_adjective(view, i, clause=False)


def _is_his(view: View, i: int) -> bool:
    """Say whether «belonging to» has a pronoun behind it («المكتب المحلي | التابع له»)."""
    return view.any(i, "allegiance") and view.same_sentence(i, i + 1) and view.norms[i + 1] in _TO_HIM


def _of_man(view: View, head: Hit, i: int) -> bool:
    """Say whether a word in the masculine is right behind a feminine body or several («أوقفت الشرطة | الصحفي سالم»)."""
    feminine = head.form.gender == "f" or head.form.number == "p"
    if not feminine or i != head.first + 1 or not view.norms[i].startswith(ARTICLE):
        return False
    if view.units.surface(i, i + 1).endswith(ALEF_MAQSURA):
        return False  # «القناة الأولى»
    adjective = view.country(i) or view.at(i, "adjective")
    if adjective is not None:
        return (adjective.form.gender, adjective.form.number) == ("m", "s")
    if view.norms[i].startswith(ARTICLE + MIM) and not view.any(i, *_NOUNS):
        if view.same_sentence(i, i + 1) and len(view.norms[i + 1]) <= _BOUND and view.norms[i + 1].endswith(_HER):
            return False  # «الحكومة المعترف بها»
        return not view.norms[i].endswith((HA, ALEF, YA, TA, *MANY))
    named = view.any(i, "group", "organisation")  # «المليشيات الحوثي», a slip
    return not named and view.units.surface(i, i + 1).rstrip().endswith(YA)


def of_men(view: View, i: int) -> bool:
    """Say whether an adjective is a plural of men, which things never have («اعتقلت السلطات المصرية | السوريين»)."""
    adjective = view.country(i) or view.at(i, "adjective")
    many = adjective is not None and adjective.form.number == "p" and adjective.prefix in BARE
    return many and view.norms[i].endswith(MANY)


def behind_his(view: View, i: int, hit: Hit) -> bool:
    """Say whether an adjective in the feminine stands behind one of his («الوزير المصري | العملية»), a noun then."""
    before = [one for one in view.all(i - 1) if one.form.pos == "adjective" and one.definite]
    his = bool(before) and all((one.form.gender, one.form.number) == ("m", "s") for one in before)
    return his and (hit.form.gender, hit.form.number) == ("f", "s")


def of_others(head: Hit, hit: Hit) -> bool:
    """Say whether an adjective in the feminine cannot be that of men: «مسلحون | عملية», «gunmen | an operation»."""
    men = stands_free(head) and (head.form.number in {"p", "d"} or head.form.gender == "m")
    return men and (hit.form.gender, hit.form.number) == ("f", "s")


def like_adjective(view: View, i: int, *, clause: bool) -> bool:
    """Say whether an unknown definite word has the shape of an adjective: relational, or a participle.

    `clause` says that a participle with a preposition is none, but opens a clause.
    """
    if view.any(i, *_NOUNS):
        return False
    stem = view.norms[i].removeprefix(ARTICLE).removesuffix(HA)
    if stem.endswith(YA):
        return True
    return stem.startswith(MIM) and len(stem) > len(ARTICLE) + 1 and not (clause and _opens_clause(view, i))


def _opens_clause(view: View, i: int) -> bool:
    """Say whether a participle has its own preposition behind it («القوة | المشاركة في المناورة»)."""
    if not view.same_sentence(i, i + 1):
        return False
    if view.any(i + 1, "role_preposition"):
        return True
    norm = view.norms[i + 1]
    bound = any(hit.suffix and hit.prefix in BA for hit in view.all(i + 1))
    bound = bound or (not view.any(i + 1) and norm.startswith(min(BA, key=len)) and norm.endswith(_HER))
    return len(norm) > _BOUND and bound  # «البرلمان | المشكوك بشرعيته»


def of_other_land(view: View, hit: Hit) -> bool:
    """Say whether a demonym makes a known body of one state that of another («الحزب الديمقراطي اللبناني»)."""
    land, demonym = hit.entry.text("country"), view.country(hit.last)
    if not land or hit.kind != "organisation" or demonym is None or not view.any(hit.first, "body"):
        return False
    return demonym.definite and demonym.kind == "country" and view.code(demonym) != land


def of_force(head: Hit, target: Hit) -> bool:
    """Say whether police or soldiers are of a force besides where they serve («عناصر المركز الترابي ‹للدرك›»)."""
    sectors = {hit.entry.text("sector") for hit in (head, target)}
    return head.kind == "group" and target.kind == "body" and sectors <= _ARMED


def done_by(view: View, head: Hit, target: Hit) -> bool:
    """Say whether «ل» marks to what a power right behind its deed does it («حصار الجيش ‹لمدينة› …»)."""
    before = head.first - 1
    power = head.entry.text("sector") in _FORCES or head.entry.id in _POWERS
    power = power and head.kind in {"body", "group"} and view.definite(head.last - 1)
    if not power or before < 0 or not target.prefix or target.prefix not in LAM:
        return False
    deeds = (hit for hit in view.all(before) if hit.kind == "trigger" and hit.form.pos in _DEED)
    return view.same_sentence(before, head.first) and any(not (hit.definite or hit.suffix) for hit in deeds)


def before_imam(view: View, target: Hit) -> bool:
    """Say whether letters of «imam» are written as those of «in front of» are («مراهق ‹أمام› المصنع»)."""
    one = target.kind == "role" and target.form.number != "p" and not (target.definite or target.prefix)
    return one and target.entry.headword[0] == ALEF_BELOW and view.units.text[target.start] == ALEF_ABOVE


def has_members(view: View, target: Hit) -> bool:
    """Say whether a body right before the plural of a role is of those people («رئيس مجلس محافظي البنك»)."""
    if target.kind != "role" or target.prefix or not view.any(target.first - 1, "body"):
        return False
    return any(hit.form.number == "p" and not hit.suffix for hit in view.all(target.first) if hit.kind == "role")
