"""Words right behind a name that belong to the clause around it rather than to the name."""

from musnad.arabic import BARE, LAM, LAM_ARTICLE, PRONOUNS
from musnad.arabic.letters import ALEF, ALEF_MAQSURA, HA, NUN, TA, TA_MARBUTA, YA
from musnad.lexicon import Hit
from musnad.mentions.as_written import NAME_WORDS
from musnad.mentions.proper.bounds import foreign_first
from musnad.mentions.view import View
from musnad.mentions.word_shapes import WEAK, like_present

_LONG = 6  # letters of a word behind «ل», or of a verb in the dual
_SHORTEST_VERB = 4  # letters of a present verb with a pronoun
_TITLED = 5  # tokens between a verb and the name of its subject
_BEARER = ("role", "title", "adjective", "country", "region_adjective", "body", "elliptic_body", "organisation")
_LONE = ("family_name", "famous_name")
_THINGS = ("medium", "stance_noun", "thing", "ordinary_word", "common_word", "trigger")
_DEEDS = ("verbal_noun", "onset_noun", "stance_noun", "unspeaking")
_SURE_THINGS = ("body", "namesake", "naming_noun", "thing", "status_word", "norm", *_DEEDS)
_FOR = tuple(filter(None, LAM))
_NUMBERS = ("number_word", "unit")


def of_clause(view: View, first: int, at: int) -> bool:
    """Say whether a word behind the first one of a name is no part of it, whatever its letters.

    Latin letters, a number («بسجن سالم كامل ثلاث سنوات»), another name behind a preposition or «and», a verb, what
    somebody is given or does («قدم الرئيس سالم التهنئة إلى …»).
    """
    latin = view.norms[at].isascii() and view.norms[at].isalpha()
    if latin or (view.any(at, *_NUMBERS) and not view.any(at, *NAME_WORDS, "regnal")):
        return True
    return _other(view, first, at) or _verb(view, first, at) or _deed(view, first, at)


def _other(view: View, first: int, at: int) -> bool:
    """Say whether another one is named: behind «ل», or a body behind a family.

    «روحاني لجنتيلوني», «طالبت كلينتون حماس بأن …».
    """
    named = _names(view, at)
    lone = view.any(first, "famous_name") or (view.any(first, "family_name") and not view.any(first, "given_name"))
    told = lone and len(view.norms[at]) >= _LONG
    if told and named and all(hit.prefix in LAM and hit.prefix for hit in named):
        return True  # but «عمار لعلاوي» is one name
    if view.norms[at].startswith(LAM_ARTICLE) or _served(view, first, at):
        return True
    body = view.any(at, "organisation") and not view.any(at, *NAME_WORDS) and at == first + 1
    return body and view.any(first, *_LONE)


def _served(view: View, first: int, at: int) -> bool:
    """Say whether «ل» tells what something named after an Arab is for («مشروع الملك سالم لسقاية الحجاج»)."""
    after, given = at + 1, view.at(first, "given_name")
    if view.any(at) or at > first + 1 or not view.norms[at].startswith(_FOR):
        return False
    if given is None or given.entry.flag("foreign") or not view.same_sentence(first, after):
        return False
    return view.definite(after) and not view.any(after, "role", "title", "adjective", "family_name")


def _verb(view: View, first: int, at: int) -> bool:
    """Say whether a word can only be a verb by what is written onto it, or by its last letter.

    «مرسي أبلغه بأن», «الملا عمر انسحبا», «سالم تخفيان» (not «فريدريك تيرمان»), «صدام روى».
    """
    surface, norm = view.units.surface(at, at + 1), view.norms[at]
    verbs = [hit for hit in view.all(at) if hit.form.pos == "verb"]
    if any(hit.suffix.startswith(HA) or (hit.form.number == "d" and not hit.suffix) for hit in verbs):
        return not view.any(at, *NAME_WORDS)
    names = _names(view, at)
    if verbs and names and surface.endswith(ALEF_MAQSURA) and all(hit.entry.headword[-1] == YA for hit in names):
        return all(hit.entry.flag("ambiguous") for hit in names)
    if view.any(at) or not like_present(norm):
        return False
    his = surface.endswith(HA) and len(norm) > _SHORTEST_VERB and norm[1] not in WEAK  # not «يايسله»
    return his or (norm.endswith(ALEF + NUN) and len(norm) >= _LONG and not foreign_first(view, first))


def _names(view: View, at: int) -> list[Hit]:
    return [hit for hit in view.all(at) if hit.kind in NAME_WORDS]


def _deed(view: View, first: int, at: int) -> bool:
    """Say whether a definite word is the object of the verb whose subject is named, or of «to» before the name.

    A noun of a deed («رفض الوزير سالم الانسحاب»), a thing in the feminine («تسلم الملك سالم الرسالة»).
    """
    surface = view.units.surface(at, at + 1)
    if not view.definite(at) or surface.endswith(YA) or foreign_first(view, first):
        return False
    if view.any(at, "family_name", "public_person"):
        return False
    names = _names(view, at)
    if any(hit.form.article or not hit.entry.flag("ambiguous") for hit in names):
        return False
    deed = any(hit.form.pos == "masdar" and hit.prefix in BARE for hit in view.all(at)) or view.hits.has(at, *_DEEDS)
    feminine = surface.endswith((TA_MARBUTA, ALEF + TA))
    thing = (feminine and view.hits.has(at, *_THINGS)) or view.hits.has(at, *_SURE_THINGS)
    return (deed or thing) and _acts(view, first, deed=deed)


def _acts(view: View, first: int, *, deed: bool) -> bool:
    """Say whether a verb stands before a name and its titles, or «to» on the first of them.

    A verb of saying has only a `deed` for its object.
    """
    i = first
    while first - i < _TITLED and view.same_sentence(i, first):
        if any(hit.prefix in LAM and hit.prefix for hit in view.all(i)):
            return True
        i -= 1
        if i < 0 or not view.same_sentence(i, first):
            return False
        if view.is_verb(i) and not view.any(i, *_BEARER):
            return deed or not view.any(i, "cue")
        if not view.any(i, *_BEARER):
            return False
    return False


def is_mine(view: View, particle: Hit) -> bool:
    """Say whether «father» is rather «my father» or «he refused» by the unknown word behind it.

    «أبي مات», «أبي وشقيقتي», «قضى أبي حياته», «أبى واستكبر», «أبى الفنان إلا أن …».
    """
    nxt = particle.last
    written = view.units.surface(particle.first, nxt)
    if view.is_name(nxt) or written[-1] not in {YA, ALEF_MAQSURA, ALEF}:
        return False
    if written[-1] == ALEF_MAQSURA or view.is_verb(nxt) or like_present(view.norms[nxt]):
        return True
    owned = view.units.surface(nxt, nxt + 1).endswith(HA) or view.norms[nxt].endswith(TA + YA)
    served = view.norms[nxt].startswith(_FOR) and view.norms[nxt][1:] in PRONOUNS
    deed = view.definite(nxt) and any(hit.form.pos == "masdar" for hit in view.all(nxt))
    return owned or served or deed or any(hit.prefix in LAM and hit.prefix for hit in view.all(nxt))
