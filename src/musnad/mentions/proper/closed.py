"""Families that are other words too, where what stands behind them shows that nothing else can stand there."""

from musnad.arabic import AND, ARTICLE, BARE, LAM
from musnad.arabic.letters import ALEF, HA, MIM, YA
from musnad.mentions.proper.bounds import acts_before, foreign_first, of_a_seat, says
from musnad.mentions.proper.shapes import BEFORE_NOUNS, THEIRS, behind_titles, served
from musnad.mentions.view import COMMAS, OPENING, View

_BRACKET = "("
_NO_FAMILY = ("function_word", "complementiser", "regnal", "pronoun", "weekday", "day_word", "month", "number_word")
_NOUNS = ("role", "title", "body", "place_head", "cue", "trigger")
_STOPS = COMMAS | frozenset(".(")
_TIMES = ("weekday", "day_word", "day_noun", "part_of_day")
_NO_QUALITY = ("role", "title", "body", "elliptic_body", "group", "regnal", "latter", "number_word", "organisation")
_FORMER = ("former_word", "same_word", "background")
_OUTLETS = ("agency", "publisher", "body", "medium", "source_noun")
_SECOND = 2  # tokens of a name before its family
_SHORTEST = 3  # letters
_COLON = ":"


def is_office(view: View, at: int) -> bool:
    """Say whether a family that is an office too is that by what it is over («محمد المشرف على …», «المشرف العام»)."""
    role = view.at(at, "role")
    if role is None or not (role.definite and role.entry.text("asks")) or role.form.number == "p":
        return False  # «ياسر النواب في البصرة»
    if not view.same_sentence(at, role.last):
        return False
    general = view.definite(role.last) and view.any(role.last, "adjective", "head_of")
    return general or view.any(role.last, "role_preposition")


def closed_family(view: View, first: int, at: int, *, told: bool) -> bool:
    """Say whether a word behind a given name that is nothing else is the family, by what stands behind it.

    `told` says that a title or role announces the name.
    """
    given, after = view.at(first, "given_name"), at + 1
    if given is None or given.last != at or given.prefix not in (BARE | {AND}) or given.entry.flag("ambiguous"):
        return False
    norm = view.norms[at]
    if not norm[0].isalpha() or norm.isascii() or not view.same_sentence(first, after):
        return False
    if _in_latin(view, after):
        return True
    spoken = _spoken(view, first)
    if (spoken or told) and _is_behind(view, at):
        return True
    if view.any(at, *_NO_FAMILY) or norm.startswith(AND):
        return False
    if (spoken or told) and _between(view, at):
        return True
    if relative(view, after):
        return _stands_alone(view, at)  # «أخرجه طارق فتيل الذي …»
    if (spoken or told) and view.definite(at) and view.any(after, "complementiser"):
        return view.country(at) is None  # «أكد المهندس سالم المخرج أن»
    if spoken and _before_bearer(view, at):
        return True
    if told and view.norms[after] in _STOPS and mine(view, at):
        return True  # «السفير أسامة نقلي، …»
    return (told and _several(view, first, at)) or _signs(view, first, at)


def ends_speaker(view: View, first: int, at: int) -> bool:
    """Say whether a word behind a sure given name ends the name of who speaks, although it is another word too.

    «قال سامي الرمادي رئيس …», «أوضح خالد الطويل لصحيفة …»: no quality of somebody stands so, nor any object where the
    verb of saying takes none; what is said, an outlet, an office or an occasion follows.
    """
    given, norm = view.at(first, "given_name"), view.norms[at]
    if given is None or given.prefix or given.last > at or at - first > _SECOND or not first:
        return False
    if len(norm) < _SHORTEST or norm.startswith(AND) or norm.isascii() or not norm.isalpha():
        return False
    if view.any(at, *_TIMES, *_NO_QUALITY, "complementiser", "pronoun", "cue") or not view.same_sentence(first, at):
        return False
    before = behind_titles(view, first - 1)
    led = view.hits.has(before, "cue_preposition")
    verb = view.at(before, "cue") if says(view, before) else None
    if not (verb or led) or not view.same_sentence(before, first) or view.hits.has(at, *_FORMER):
        return False
    doubt = given.entry.flag("ambiguous") and before == first - 1
    if view.definite(at):
        quality = view.any(at, "adjective", "place") or view.hits.has(at, "alias_word")
        noun = doubt and (view.any(at, "ordinary_word", "given_name") or not view.any(at, "adjective"))
        return quality and not (noun or of_a_seat(view, first, at)) and _closes(view, at, sure=not _is_participle(norm))
    takes = verb is not None and "object" in verb.entry.texts("frames")
    takes = takes or (at - first == _SECOND and view.any(at, "adjective"))  # «روى الإمام أحمد بسند صحيح أنه …»
    sure = led or (not view.any(at) and at - first < _SECOND)
    return not (doubt or takes) and _is_plain(view, at) and _closes(view, at, sure=sure)


def _is_plain(view: View, at: int) -> bool:
    """Say whether an indefinite word stands as a noun does: no verb, no particle, nothing written onto it."""
    norm, name = view.norms[at], view.any(at, "given_name")
    if norm.endswith((ALEF, HA, *THEIRS)) or served(norm, view.units.surface(at, at + 1)):
        return False
    if not name and (view.is_verb(at) or view.country(at) is not None):
        return False
    if view.any(at, "function_word") and not (name or view.any(at, "adjective")):
        return False
    return name or all(hit.prefix in BARE and not hit.suffix for hit in view.all(at))


def _is_participle(norm: str) -> bool:
    """Say whether a definite word has the shape of a participle, which may tell where somebody is («المقيم في …»)."""
    stem = norm.removeprefix(ARTICLE)
    return stem.startswith(MIM) or stem[1:2] == ALEF


def _closes(view: View, at: int, *, sure: bool) -> bool:
    """Say whether a name is over behind a token: that, speech, an outlet, an office; where sure, any particle."""
    i = at + 1
    if i >= len(view.norms) or not view.same_sentence(at, i):
        return sure
    norm = view.norms[i]
    if view.any(i, "complementiser") or norm == _COLON or norm in OPENING or norm in LAM:
        return True
    if any(hit.prefix in LAM and hit.prefix for hit in view.all(i) if hit.kind in _OUTLETS):
        return True
    office = view.at(i + 1 if norm in COMMAS else i, "role")
    if office is not None and office.prefix in BARE and not office.suffix and office.form.number in {"s", ""}:
        return view.same_sentence(at, office.first)
    family, second = view.at(i, "family_name"), view.at(i, "given_name")
    if second is not None and second.form.article:
        return not view.definite(at)  # «هاني سري الدين»
    if family is not None and family.prefix in BARE and not family.entry.flag("ambiguous"):
        return not view.definite(at)
    if view.any(i, "function_word"):
        return sure or view.any(i + 1, "medium", "complementiser")
    return sure and (not norm[0].isalpha() or view.any(i, *_TIMES))


def relative(view: View, at: int) -> bool:
    """Say whether a relative pronoun stands at a token: the word before it is definite or a name."""
    return at < len(view.norms) and any(hit.entry.text("part") == "relative" for hit in view.hits.at(at, "connective"))


def _stands_alone(view: View, at: int) -> bool:
    """Say whether a word before a relative pronoun is a name: without the article, a preposition or a pronoun."""
    norm, surface = view.norms[at], view.units.surface(at, at + 1)
    if view.has_article(at) or served(norm, surface) or surface.endswith(THEIRS) or view.any(at, "role"):
        return False
    return all(hit.prefix in BARE and not hit.suffix for hit in view.all(at)) and norm[0] not in BEFORE_NOUNS


def _is_behind(view: View, at: int) -> bool:
    """Say whether a preposition that is a name too governs nothing («قال اللواء سالم خلف، …», «… خلف إن»)."""
    name, after = view.at(at, "given_name"), at + 1
    if name is None or name.prefix or not view.any(at, "function_word"):
        return False
    return view.norms[after] in _STOPS or view.any(after, "complementiser")


def _between(view: View, at: int) -> bool:
    """Say whether an ordinary noun stands before a family and «that» («أكد المهندس خالد سفر الزهراني أن»).

    It is the father's name then: nothing could be the subject of «that» but who is named.
    """
    after = at + 1
    if view.definite(at) or view.is_verb(at) or view.any(at, "role", "title", "adjective"):
        return False
    if any(hit.prefix not in BARE or hit.suffix for hit in view.all(at)) or not view.same_sentence(at, after + 1):
        return False
    family = view.definite(after) and view.norms[after].endswith(YA) and view.country(after) is None
    family = family and (view.any(after, "family_name") or not view.any(after))
    return family and view.any(after + 1, "complementiser")


def _in_latin(view: View, i: int) -> bool:
    """Say whether a bracket with a Latin word opens at a token («أليكس بالان (Alex Balan)»)."""
    return (
        view.norms[i] == _BRACKET
        and view.same_sentence(i, i + 1)
        and view.norms[i + 1].isascii()
        and (view.norms[i + 1].isalpha())
    )


def _spoken(view: View, first: int) -> bool:
    """Say whether a verb of saying, in the past or the present, stands before a name."""
    return first > 0 and view.same_sentence(first - 1, first) and says(view, first - 1)


def _before_bearer(view: View, at: int) -> bool:
    """Say whether the office of who speaks stands behind a word, so that it cannot govern it.

    «قالت مريم بليل، الباحثة في …», «قال هيثم عربي المدير التنفيذي»: a comma, or an indefinite adjective before it.
    """
    after = at + 1
    comma = view.norms[after] in COMMAS
    if view.definite(at) or view.is_verb(at) or not view.same_sentence(at, after + comma):
        return False
    if not view.any(after + comma, "role"):
        return False
    if comma:
        return not view.any(at, *_NOUNS)
    quality = view.country(at) is not None or view.any(at, "adjective")
    return quality and view.definite(after) and not view.any(at, *_NOUNS)


def mine(view: View, at: int) -> bool:
    """Say whether a word is known only as one with «my» behind it, as no paper writes."""
    hits = view.all(at)
    return bool(hits) and all(hit.suffix == YA and not hit.prefix for hit in hits)


def _several(view: View, first: int, at: int) -> bool:
    """Say whether a definite plural of people stands behind the name of one («الشاعر سالم النواب»): no object."""
    people = view.at(at, "role")
    if people is None or not people.definite or people.form.number != "p" or people.prefix not in BARE:
        return False
    return not acts_before(view, first) and not view.is_name(at + 1)


def _signs(view: View, first: int, at: int) -> bool:
    """Say whether a name opens a line that names who wrote it: a comma and another name, or a dash and the place."""
    if first and view.same_sentence(first - 1, first):
        return False
    after = at + 2
    if foreign_first(view, first) or view.norms[at + 1] not in COMMAS or not view.same_sentence(at, after):
        return False
    if view.definite(at) or view.is_verb(at) or view.any(at, "adjective", *_NOUNS):
        return False
    return view.any(after, "place", "given_name", "agency")


def of_a_land(view: View, first: int, at: int) -> bool:
    """Say whether an indefinite demonym is the family of a sure given name of Arabs («خالد مغربي»): no adjective."""
    given, demonym = view.at(first, "given_name"), view.country(at)
    if given is None or demonym is None or given.last != at or given.prefix not in (BARE | {AND}):
        return False
    if given.entry.flag("ambiguous") or given.entry.flag("foreign") or not view.same_sentence(first, at):
        return False
    if demonym.definite or demonym.prefix or demonym.form.gender == "f" or demonym.form.number not in {"s", ""}:
        return False
    nationality = view.same_sentence(at, at + 1) and view.definite(at + 1)  # «سالم يمني الأصل»
    return view.norms[at].endswith(YA) and not (nationality or view.is_verb(at))
