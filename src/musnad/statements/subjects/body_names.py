"""The rest of a body's name: a second field, what it is for, whose it is («الغذاء | والدواء», «| من أجل السلام»)."""

from musnad.arabic import AND, ARTICLE, BA, LAM, OBLIQUE, before_article
from musnad.arabic.letters import ALEF, NUN, TA_MARBUTA, WAW, YA
from musnad.statements.endings import is_definite
from musnad.statements.scene import TO_THE, Noun, Scene
from musnad.statements.steps import behind_noun, is_adjective
from musnad.statements.told import BODIES

_ISSUERS = frozenset({"office", "organisation"})
_ADJECTIVES = ("adjective", "region_adjective", "demonym")
_LANDS = ("demonym", "country", "place", "region_adjective")
_SEATS = ("body", "place_head")
_SOMEBODY = (*_SEATS, "role", "title", "group", "relation", "press", "source_noun", "country", "place", "given_name")
_SAKE = "status_word.in_order_to"
_MEDIA = "MED"
_OF_NAMES = frozenset({"given_name", "family_name", "organisation", "shared_name"})
_LONGEST = 3  # words of a name that nothing knows
PLURALS = (OBLIQUE, WAW + NUN)  # of people


def behind_body(scene: Scene, i: int, until: int) -> int:
    """Return the token behind what the name of a body or a role in one goes on with at a token, else 0."""
    noun = scene.ending.get(i)
    if noun is None or i >= until:
        return 0 if i >= until else _unlisted(scene, i, until)
    body = noun.mention.kind in _ISSUERS
    role = noun.mention.kind == "person" and noun.mention.proper is None and noun.entity.number == "s"
    if (strange := _strange(scene, noun, i, until)) or noun.mention.kind == "agency":
        return strange or (_purpose(scene, i) if i - noun.first > 1 and scene.hits.has(noun.first, "body") else 0)
    if not (body or role):
        return 0
    end = _unlisted(scene, i, until) or ((_field(scene, noun, i, until) or cause(scene, i)) if body else 0)
    if not end and noun.mention.kind != "office" and i - noun.first > 1:
        end = _purpose(scene, i)
    return end or _whose(scene, i) or _inside(scene, i)


def _field(scene: Scene, noun: Noun, i: int, until: int) -> int:
    """«إدارة الغذاء | والدواء الأمريكية»: a second definite field behind the first, with the adjectives."""
    norm, before = scene.norms[i], i - 1
    first = noun.last - noun.first > 1 and scene.norms[before].startswith((ARTICLE, TO_THE))
    other = i in scene.starting and not (scene.hits.has(i, "elliptic_body") and scene.starting[i].last == i + 1)
    if not first or scene.hits.has(before, *_ADJECTIVES) or other or i in scene.time_at:
        return 0
    if norm.startswith(AND) and not norm.startswith(AND + ARTICLE):
        return i + 2 if _is_owned_field(scene, i, until) else 0
    if not norm.startswith(AND + ARTICLE) or norm.endswith(PLURALS):
        return 0
    if scene.hits.has(i, *_SOMEBODY) and not scene.hits.has(i, "elliptic_body"):
        return 0
    return _behind_adjectives(scene, i + 1, until) if scene.is_plain(i) and not scene.hits.verbs(i) else 0


def _is_owned_field(scene: Scene, i: int, until: int) -> bool:
    """«هيئة الموانئ | وسلامة الملاحة»: a second field, a noun in idafa with something definite."""
    whole = i + 1 < until and scene.is_plain(i) and scene.is_plain(i + 1) and scene.norms[i + 1].startswith(ARTICLE)
    noun = whole and scene.units.surface(i, i + 1).endswith(TA_MARBUTA) and not scene.hits.verbs(i)
    return noun and i + 1 not in scene.starting and not scene.hits.has(i, *_SOMEBODY)


def _unlisted(scene: Scene, i: int, until: int) -> int:
    """«صحيفة | لاجازيتا، إن …»: a name that nothing knows behind a bare body or player, up to a mark."""
    head, last = i - 1, i
    if not scene.hits.has(head, "body", "player") or is_definite(scene.norms[head]) or i in scene.starting:
        return 0
    last += scene.hits.has(i, "name_particle") and scene.is_function(i)  # «لا ناسيون»
    while last < until and last - i < _LONGEST and scene.is_plain(last) and last not in scene.time_at:
        if scene.hits.has(last) or scene.norms[last].startswith((ARTICLE, TO_THE, AND)):
            return 0
        last += 1
    over = last == until or scene.is_comma(last)
    adverb = scene.norms[i].endswith(YA + ALEF)
    return last if last > i and over and not adverb else 0


def _strange(scene: Scene, noun: Noun, i: int, until: int) -> int:
    """«شركة تويوتا | موتور كورب إن …»: words that nothing knows behind a body, up to the clause that it says."""
    if noun.mention.kind not in BODIES or not scene.hits.has(until, "complementiser") or not i < until <= i + _LONGEST:
        return 0
    return until if all(_is_strange(scene, at) for at in range(i, until)) else 0


def _is_strange(scene: Scene, i: int) -> bool:
    """Say whether a word may be a part of a name that nothing knows: no article, pronoun or ending of an adverb."""
    norm, known = scene.norms[i], [hit for hit in scene.hits.at(i) if hit.kind not in _OF_NAMES]
    if known or not scene.is_plain(i) or norm.startswith((ARTICLE, TO_THE, AND)) or scene.has_pronoun(i):
        return False
    ends = scene.units.surface(i, i + 1).endswith((TA_MARBUTA, ALEF, YA)) and not scene.hits.has(i)
    return not (ends or norm.isdigit() or norm.startswith(tuple(BA)))


def _behind_adjectives(scene: Scene, i: int, until: int) -> int:
    """Return the token behind the adjectives that begin at a token."""
    while i < until and is_adjective(scene, i) and scene.hits.has(i, *_ADJECTIVES):
        i += 1
    return i


def cause(scene: Scene, i: int) -> int:
    """«مجموعة العمل | من أجل أهالي الضفاف»: what a body works for."""
    sake = next((hit for hit in scene.hits.at(i, "status_word") if hit.entry.id == _SAKE and hit.last - i > 1), None)
    if sake is None:
        return 0
    noun = scene.starting.get(sake.last)
    return behind_noun(scene, sake.last) if noun is None else noun.last


def _purpose(scene: Scene, i: int) -> int:
    """«مدرب المنتخب | لكرة السلة»: a sport or field for which a body or role is."""
    purpose = next((hit for hit in scene.hits.at(i, "purpose") if hit.prefix in LAM), None)
    if purpose is None or scene.hits.has(i, "press", "medium"):
        return 0
    alone = purpose.last >= len(scene.norms)
    closed = purpose.definite or alone or not scene.norms[purpose.last].startswith(ARTICLE)
    return purpose.last if closed else _behind_adjectives(scene, purpose.last + 1, len(scene.norms))


def _whose(scene: Scene, i: int) -> int:
    """«هيئة الأركان العامة | للقوات المسلحة»: the body of a body that only its adjective tells."""
    owner = scene.starting.get(i)
    general = scene.hits.has(i - 1, "adjective") and not scene.hits.has(i - 1, *_LANDS)
    if owner is None or not general or not scene.norms[i - 1].startswith(ARTICLE):
        return 0
    media = owner.mention.kind not in _ISSUERS or owner.entity.sector == _MEDIA or scene.hits.has(i, "press", "medium")
    return 0 if media or not scene.is_bare(owner, LAM) or scene.is_bare(owner) else owner.last


def _inside(scene: Scene, i: int) -> int:
    """«لجنة العرائض | بمجلس النواب», «الباحث | بالمعهد الملكي»: the body of which a body or role is part."""
    owner = scene.starting.get(i)
    if owner is not None:
        whole = owner.mention.kind in BODIES and scene.is_bare(owner, BA) and not scene.is_bare(owner)
        return owner.last if whole else 0
    seats = [hit for hit in scene.hits.at(i, *_SEATS) if before_article(hit.prefix) in BA]
    known = bool(seats) and not any(hit.entry.flag("verbal") for hit in seats)  # «برئاسة الوزير»
    return behind_noun(scene, i) if known and not scene.norms[i].startswith(AND) else 0
