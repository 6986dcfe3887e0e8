"""Words behind a given name that are its family, although they are others too, by what stands around them."""

from musnad.arabic import AND, ARTICLE, BA, BARE, LAM, LIKE, SO
from musnad.arabic.letters import ALEF, HA, TA_MARBUTA, TANWIN, YA
from musnad.lexicon import Hit
from musnad.mentions.proper.bounds import (
    NO_SPEAKER,
    before_office,
    before_speech,
    before_stop,
    before_that,
    ends_kunya,
    ends_lineage,
    foreign_first,
    of_a_seat,
    relational,
    says,
    unlisted,
)
from musnad.mentions.proper.closed import mine
from musnad.mentions.proper.shapes import BEFORE_NOUNS, THEIRS, acts, behind_titles, served
from musnad.mentions.view import COMMAS, View

_SHORTEST = 3  # letters
_STOPS = COMMAS | frozenset("(.:")
_DESCRIBING = frozenset({"adjective", "country", "demonym", "hijri_mark", "context"})
TIMES = ("weekday", "day_word", "day_noun", "month", "vague", "part_of_day", "unit")
_NO_FAMILY = ("function_word", "title", "adjective", *TIMES)


def ends_phrase(view: View, first: int, at: int, *, given: bool) -> bool:
    """Say whether a word that ends a phrase is the family of a name («سامي العدل»).

    `given` says that a title or role announces the name, and that it is one given name so far.
    """
    after = at + 1
    if any(ends(view, first, at) for ends in (ends_lineage, ends_kunya, relational)):
        return True
    if not given or not view.norms[at][0].isalpha():
        return False
    if not view.definite(at) and (view.any(at) or served(view.norms[at], view.units.surface(at, after))):
        return False
    if view.any(after, "role_preposition") and view.ends_name(at) and not view.definite(at):
        return False  # «الملك فهد يرجع إلى»
    if view.norms[at].startswith(AND + ARTICLE) or of_a_seat(view, first, at):
        return False
    if view.any(at, *_NO_FAMILY) or view.is_verb(at) or view.country(at) is not None:
        return False
    if foreign_first(view, first) and view.any(at, "ordinary_word"):
        return False  # «الأميرة ديانا الفستان»
    role = view.at(at, "role")
    if role is not None and any(role.entry.flag(flag) for flag in ("head", "rank", "adjectival")):
        return False  # «الوزير سالم المعلم» is named so, «الشيخ سالم الرئيس» is not
    if after >= len(view.norms) or not view.same_sentence(at, after) or not view.norms[after][0].isalpha():
        return True
    verb = acts(view, after) and not view.definite(at)  # «الفنان عبد الحميد رابية استعرض …»
    return verb or view.norms[after] == AND or view.any(after, "function_word", "complementiser")


def by_neighbours(view: View, first: int, at: int, *, told: bool) -> bool:
    """Say whether an ordinary noun behind one given name is its family by the words around the two."""
    announced = told and (before_stop(view, first, at) or before_that(view, at) or _enclosed(view, first, at))
    given = view.at(first, "given_name")
    if (told or (first > 0 and says(view, first - 1))) and _before_his(view, first, at):
        return True
    if given is None or given.entry.flag("ambiguous"):
        said = view.any(behind_titles(view, first - 1), "cue") if first else False
        spoken = first > 0 and (said or view.country(first - 1) is not None)
        spoken = spoken and given is not None and (before_speech(view, first, at) or unlisted(view, first, at))
        spoken = spoken or _before_post(view, first, at) or (foreign_first(view, first) and closed_off(view, first, at))
        spoken = spoken or (told and _enclosed(view, first, at))
        spoken = spoken or (first > 0 and view.is_verb(first - 1) and before_office(view, first, at))
        # «المهاجم هلال سوداني، …»
        return spoken or (announced and (view.country(at) is not None or before_that(view, at)))
    others = (before_speech, before_office, unlisted, closed_off, _before_post)
    return announced or any(ends(view, first, at) for ends in others)


def _before_his(view: View, first: int, at: int) -> bool:
    """Say whether a comma and an office, or another title, stand behind a word that is then the family.

    «الزميل سالم ساطور، رئيس النادي», «الدكتور سالم كبه والدكتور ماهر …», whatever the word is elsewhere.
    """
    given, after = view.at(first, "given_name"), at + 1
    if given is None or given.last != at or given.prefix or not view.same_sentence(first, after + 1):
        return False
    if view.definite(at) or not _is_noun_here(view, at) or _is_owned(view, at):
        return False
    if any(hit.prefix == AND for hit in view.all(after) if hit.kind == "title" and hit.definite):
        return not (view.any(at, "role", "adjective") or view.is_verb(at))
    comma = view.norms[after] in COMMAS
    if not comma and not mine(view, at):
        return False
    office = view.at(after + comma, "role")
    if office is None or office.prefix or office.suffix or office.form.number not in {"s", ""}:
        return False
    return not view.any(at, "role", "adjective", "number_word") and view.country(at) is None


def _is_noun_here(view: View, at: int) -> bool:
    """Say whether nothing known of a word is a particle, a time or the like, or stands behind a preposition."""
    norm = view.norms[at]
    if len(norm) < _SHORTEST or norm.startswith(AND) or not norm.isalpha() or norm.isascii() or norm.endswith(ALEF):
        return False
    known = view.all(at)
    if any(hit.kind in NO_SPEAKER or (hit.prefix in BA | LAM and hit.prefix) for hit in known):
        return False
    return not served(norm, view.units.surface(at, at + 1))


def _before_post(view: View, first: int, at: int) -> bool:
    """Say whether a definite noun stands between the given name of who speaks and her post, with or without a comma.

    «قالت مريم المصلي كاتبة الدولة», «قال سالم القايد، المندوب الجهوي».
    """
    given, after = view.at(first, "given_name"), at + 1
    if given is None or given.last != at or given.prefix or not view.has_article(at) or not first:
        return False
    if not says(view, first - 1) or _is_owned(view, at) or view.any(at, "function_word", "title", "cue"):
        return False
    if not view.same_sentence(first - 1, after + 1):
        return False
    apart = view.norms[after] in COMMAS
    post = view.at(after + apart, "role")
    if post is None or post.prefix not in BARE or post.suffix or post.form.number not in {"s", ""}:
        return False
    return not post.definite or (apart and view.any(post.last, "adjective"))


def closed_off(view: View, first: int, at: int) -> bool:
    """Say whether a word that is no other as it stands ends the name of who speaks or is announced, before a mark.

    «قال ألفريد كامر، مدير الصندوق»: a mark, «that», «who» or an office follows.
    """
    given, before, after = view.at(first, "given_name"), first - 1, at + 1
    if given is None or given.last != at or given.prefix or before < 0 or not view.same_sentence(before, at):
        return False
    norm = view.norms[at]
    if len(norm) < _SHORTEST or norm.startswith(AND) or norm.isascii() or not norm.isalpha() or view.has_article(at):
        return False
    spoken = says(view, behind_titles(view, before))
    if not (spoken or view.any(before, "title", "role") or view.country(before) is not None):
        return False
    sure = spoken or foreign_first(view, first)
    if not all(_is_no_word(hit, spoken=sure) for hit in view.all(at)) or _is_owned(view, at):
        return False
    if not view.same_sentence(at, after) or view.norms[after] in _STOPS:
        return True
    if view.any(at) and foreign_first(view, first) and (view.is_verb(after) or view.any(after, "function_word")):
        return True  # «اللاعب الكندي توماس ليدن حافظ على …»
    office = view.at(after, "role")
    if office is not None and not (office.definite or office.prefix or office.suffix):
        return norm[0] not in BEFORE_NOUNS  # «الملكة فيكتوريا لتصبح صاحبة …»
    return view.any(after, "complementiser") or view.hits.has(after, "age_word")


def _enclosed(view: View, first: int, at: int) -> bool:
    """Say whether a word stands with a given name between two marks («المديرة، سامية قايد، …»): no clause does."""
    before, after = first - 1, at + 1
    if before < 0 or after >= len(view.norms) or view.norms[before] not in COMMAS or view.norms[after] not in COMMAS:
        return False
    if view.has_article(at) or not view.norms[at].isalpha() or view.norms[at].startswith(AND) or _is_owned(view, at):
        return False
    if view.any(at, "function_word"):
        return view.any(at, "given_name", "family_name")  # «، عبدالكريم خلف،»
    return not (view.is_verb(at) or view.any(at, "adjective", "complementiser") or view.norms[at].endswith(ALEF))


def _is_no_word(hit: Hit, *, spoken: bool) -> bool:
    """Say whether a hit tells nothing: it cuts off a proclitic that no such word has here, or describes nobody.

    Behind a verb of saying an adjective without the article is no predicate («قال سالم فارسي إن»).
    """
    if hit.prefix in {SO, LIKE}:
        return True
    if hit.prefix in BA | LAM and hit.prefix:
        return hit.form.pos == "verb"
    if hit.kind == "agency" or (spoken and hit.suffix == YA):
        return True
    return spoken and not (hit.prefix or hit.suffix or hit.definite) and hit.kind in _DESCRIBING


def _is_owned(view: View, i: int) -> bool:
    """Say whether a word ends as nouns with a pronoun, in the accusative or in the feminine do."""
    surface = view.units.surface(i, i + 1)
    return surface.endswith((HA, TA_MARBUTA, TANWIN + ALEF, ALEF + TANWIN, *THEIRS)) or view.any(i, *TIMES)
