"""Whether words that may be a name are one, by what stands behind them."""

from musnad.arabic import AND, ARTICLE, BARE
from musnad.arabic.letters import ALEF, HA, MIM, TA, TANWIN, WAW, YA
from musnad.lexicon import Hit
from musnad.mentions.proper.shapes import BEFORE_NOUNS, JOINED_NOUN, served, shaped
from musnad.mentions.view import View

_PASSIVE = 5  # letters of a passive participle
_DERIVED = 4  # letters of a derived verb with a doubled one


def believable(view: View, first: int, last: int, *, told: bool) -> bool:
    """Say whether tokens `[first, last)` of which none is a known name are one: they end as names do.

    At a mark, a verb or a function word. `told` says that a title or role announces them.
    """
    lone = last - first == 1
    if last < len(view.norms) and view.same_sentence(first, last) and not _ended(view, last, lone=lone):
        return False
    if lone and (view.norms[first].startswith(MIM + TA) or _joined_or_passive(view, first)):
        return False  # «لكن الوزير متحمس»
    surface = view.units.surface(first, last)
    if lone and surface[0] == ALEF and surface[2:3] == TA and len(surface) == _DERIVED:
        return False  # «وزير العدل اهتم بالملف»
    if lone and surface.endswith(TA) and view.has_article(first - 1) and view.any(last, "function_word"):
        return False  # «صاحبة المحل فرطت في …»
    if lone and surface.endswith((TA + HA, TANWIN + ALEF, ALEF + TANWIN)):
        return False  # «جدد الشاهد ثقته», «الفريق نوعًا ما»
    if not lone and all(view.norms[i].endswith(ALEF) for i in range(first, last)):
        return False  # «والرئيس الأميركي عزما أكيدا»
    if lone and view.norms[first][0] in BEFORE_NOUNS and len(view.norms[first]) >= JOINED_NOUN:
        return False  # «المدير الفني لفولفسبورج»
    thing = view.definite(last - 1) and not view.norms[last - 1].endswith(YA)
    if not lone and thing and not (told and before_mark(view, last - 1)):
        return False  # «فتح النار»
    return not (view.norms[last - 1].endswith(ALEF) and lone)


def _joined_or_passive(view: View, i: int) -> bool:
    """Say whether an unknown word is «and the» with a noun, «and» with a verb, or a passive participle.

    «الأب والأم», «الرئيس وانتقل معه», «الزعيم مدفون في».
    """
    norm = view.norms[i]
    if norm.startswith(AND + ARTICLE) or (norm.startswith(AND + ALEF) and norm[3:4] == TA):
        return True
    return len(norm) == _PASSIVE and norm[0] == MIM and norm[3] == WAW


def _ended(view: View, last: int, *, lone: bool) -> bool:
    """Say whether the token behind a name cannot go on with it."""
    if not view.norms[last][0].isalpha():
        return True
    demonym = view.country(last)
    if (demonym is not None and demonym.definite) or any(hit.prefix not in BARE for hit in view.all(last)):
        return True
    if not lone and served(view.norms[last], view.units.surface(last, last + 1)):
        return True  # «سوم برام بتوقيت»
    if not lone and view.any(last, "role"):
        return True
    return view.is_verb(last) or view.any(last, "function_word", "complementiser")


def like_name(view: View, first: int, last: int) -> bool:
    """Say whether words of which none is known look like a name: no «and», and no noun or participle with an object.

    «، وارتجاع المريء،», «، مسببا تهيجا وحموضة،» are none.
    """
    thing = view.definite(last - 1) and not view.norms[last - 1].endswith(YA)
    return not thing and shaped(view, first) and not any(view.norms[k].startswith(AND) for k in range(first, last))


def before_mark(view: View, at: int) -> bool:
    """Say whether an unknown word and the one before it, unknown too, stand before a mark."""
    after = at + 1
    if view.any(at - 1):
        return False
    return not view.same_sentence(at, after) or not view.norms[after][0].isalnum()


def titled(view: View, at: int) -> bool:
    """Say whether a rank or title with the next name stands here («… الملك عبدالعزيز العقيد سالم …»)."""
    title = view.honorific(at)
    if title is None or not view.definite(at):
        return False
    given = view.at(title.last, "given_name")
    return given is not None and not given.prefix


def is_time(view: View, at: int) -> bool:
    """Say whether a word that is a name too tells the time: a weekday with the article, a part of the day before it."""
    if view.any(at, "weekday"):
        return view.definite(at)
    return view.any(at, "part_of_day") and view.any(at + 1, "weekday") and view.same_sentence(at, at + 1)


def is_place(view: View, i: int) -> bool:
    """Say whether a token is the name of a place or body."""
    return view.any(i, "country", "place", "organisation", "agency", "place_head")


def named_like_place(view: View, first: int, at: int) -> bool:
    """Say whether the name of a place ends a name («برناردينو ليون»): behind one known part, before no adjective.

    That of a body does behind a foreign given name («جوزيف فيراري»).
    """
    place, given = view.at(at, "place"), view.at(first, "given_name")
    if place is None and given is not None and given.entry.flag("foreign") and not given.entry.flag("ambiguous"):
        place = view.at(at, "organisation")
    if place is None or view.definite(at) or place.last > at + 1:
        return False  # «مرور الرياض»
    return not place.prefix and at == first + 1 and view.country(at + 1) is None


def describes(view: View, i: int) -> bool:
    """Say whether a lone word with the article is an adjective of the noun before it.

    «الحزب الحاكم», «الممثل الصغير», «الكاتب الليبي»: titles of honour announce even such names.
    """
    before = i - 1
    if before < 0 or not view.definite(i) or not view.same_sentence(before, i):
        return False
    if not view.has_article(before):
        kin = view.at(before, "role")
        given = view.at(i, "given_name")  # «زوجته الجميلة»
        return kin is not None and kin.suffix != "" and given is not None and not given.form.article
    if view.country(i) is not None and view.any(before, "role", "title") and not view.any(i, "public_person"):
        return True  # «المواطن العربي»
    if view.honorific(before) is not None and not view.any(before, "role"):
        return False
    rank = view.at(before, "role")
    if (rank is not None and rank.entry.flag("rank")) or view.any(i, "public_person"):
        return False
    last = view.at(i, "family_name")
    if last is not None:
        return view.country(i) is not None or (last.entry.flag("ambiguous") and view.any(before, "title", "body"))
    given = view.at(i, "given_name")
    return given is not None and given.entry.flag("ambiguous") and not given.form.article


def is_noun_too(view: View, given: Hit) -> bool:
    """Say whether what looks like a verb of saying is a noun before an adjective («أمر نادر في البلاد»): no «that»."""
    after = given.last
    said = after < len(view.norms) and (view.any(after, "complementiser") or not view.norms[after][0].isalnum())
    return view.any(given.first - 1, "ordinary_word", "common_word") and not said
