"""Whatever stands alone between a verb and its clause: only the subject can («وقال آي إنه …», «وأكد هؤلاء أنه …»)."""

from dataclasses import replace

from musnad.arabic import ARTICLE, BA, BARE, LAM
from musnad.arabic.clitics import WRITTEN_PREPOSITIONS
from musnad.arabic.letters import ALEF, HA, TA, TANWIN
from musnad.statements.cues.find import Cue
from musnad.statements.endings import is_accusative, is_definite
from musnad.statements.scene import SHORT, TO_THE, Scene, is_with
from musnad.statements.steps import is_pronoun
from musnad.statements.subjects.counted import PERCENT
from musnad.statements.subjects.phrases import phrase
from musnad.statements.subjects.surnames import named_by_part
from musnad.statements.told import Told

_LONGEST = 9  # words of a subject that nothing knows
_COUNTING = ("one_of", "number_word", "approximate")
_THESE = "pointing.people"
_OWN = frozenset({"relation.own", "relation.ours"})
_HERS = TA + HA + ALEF  # how a feminine noun of hers ends («إدارتها»)
_NO_HEAD = (
    "medium",
    "thing",
    "clause_opener",
    "then_word",
    "bound_preposition",
    "press",
    "press_adjective",
    "cue",
    "trigger",
    "common_verb",
    "demonstrative",
)


def left_over(scene: Scene, cue: Cue, until: int) -> Told | None:
    """Return the words right behind a verb before its clause at `until`, where they can be nothing but its subject."""
    i = cue.last
    if cue.hit is None or cue.flag("weak") or cue.flag("support") or cue.hit.form.number != "s" or i >= until:
        return None
    one = until == i + 1 and any(hit.prefix == ARTICLE for hit in scene.hits.at(i, "number_word"))
    aimed = not cue.suffixed and (cue.text("addressee") == "object" or cue.flag("target"))
    if (aimed and not one) or scene.norms[i] in LAM:
        return None
    part = scene.is_plain(i) and not scene.has_pronoun(i) and _is_over(scene, i + 1, until)
    if part and (known := named_by_part(scene, i, until, sure=True)) is not None:
        return known
    these = any(hit.entry.id == _THESE and not hit.prefix for hit in scene.hits.at(i, "pointing"))
    if one and not cue.flag("target"):
        return phrase(scene, scene.units.span(i, i + 1), i + 1)  # «وقال الثاني إن …»
    counts = scene.norms[i].isdigit() or any(hit.prefix in BARE for hit in scene.hits.at(i, *_COUNTING))
    counts = counts or any(hit.entry.text("part") == "of" for hit in scene.hits.at(i + 1, "bound_preposition"))
    if not (these or counts or _is_head(scene, i) or _is_known(scene, cue, i, until)):
        return None
    last = i + 1 if these else _end(scene, i, until, counts=counts)
    if not _is_over(scene, last, until) or (counts and (last == i + 1 or scene.is_function(last - 1))):
        return None  # «صرح أكثر من مرة بأن …»
    if "object" in cue.frames and not (cue.suffixed or these or _is_whole(scene, i, last, until)):
        return None
    told = phrase(scene, scene.units.span(i, last), last)
    return replace(told, gender=None, number="p" if counts or these else told.number)


def _is_whole(scene: Scene, i: int, last: int, until: int) -> bool:
    """Say whether a verb that may take an object has none: a clause follows, and nothing that it may tell of stands.

    «أكد هؤلاء أنه …», not «أكد حقيقة أن …» or «اعتبر الأمر بأنه …».
    """
    told_of = last == i + 1 and not is_definite(scene.norms[i]) and scene.hits.has(i) and not _is_own(scene, i)
    return last == until and not told_of and any(not is_with(hit) for hit in scene.hits.at(until, "complementiser"))


def _is_over(scene: Scene, last: int, until: int) -> bool:
    """Say whether a subject may end before a token: a mark, a preposition, a time, whoever is told, its clause."""
    if last == until or not scene.units.is_word(last) or last in scene.time_at or _is_told(scene, last):
        return True
    how = _is_how(scene, last)
    return scene.part(last) != "relative" and (scene.is_function(last) or is_accusative(scene.norms[last]) or how)


def _is_how(scene: Scene, i: int) -> bool:
    """Say whether a word with «ب» tells how somebody speaks («قال آخر بسخرية إن …»)."""
    if not scene.norms[i].startswith(tuple(BA)):
        return False
    hits = scene.hits.at(i)
    return any(hit.prefix in BA for hit in hits) or (not hits and scene.norms[i].endswith(HA))


def _is_own(scene: Scene, i: int) -> bool:
    """Say whether a word is somebody's kin, friend or source («عائلتها», «زميلها», «مصدرنا»)."""
    return any(not hit.prefix and hit.entry.id in _OWN for hit in scene.hits.at(i, "relation"))


def _is_known(scene: Scene, cue: Cue, i: int, until: int) -> bool:
    """Say whether a word that may be something else is a subject: kin, a name, a woman's, or one of several.

    «وقالت عائلتها إن …», «وقال دان ويرثام إن …», «وقالت إدارتها إن …», «وقال الثاني إن …».
    """
    if not scene.is_plain(i) or i >= until:
        return False
    alone, hits = _is_over(scene, i + 1, until), scene.hits.at(i)
    hers = cue.hit is not None and cue.hit.form.gender == "f" and scene.norms[i].endswith(_HERS)
    if alone and (_is_own(scene, i) or (hers and not scene.hits.has(i, *_NO_HEAD))):
        return True
    named = any(not hit.prefix and hit.last == i + 1 for hit in scene.hits.at(i, "given_name"))
    free = i + 1 == until or (i + 1 < until and _is_of_name(scene, i + 1))
    return named and free and "object" not in cue.frames and bool(hits)


def _is_of_name(scene: Scene, i: int) -> bool:
    """Say whether a word may go on with a name: nothing else is known of it."""
    hits = scene.hits.at(i)
    return scene.is_plain(i) and all(hit.kind in {"given_name", "family_name"} and not hit.prefix for hit in hits)


def _is_head(scene: Scene, i: int) -> bool:
    """Say whether a word can be the head of a subject: no preposition, verb, accusative or paper."""
    norm, hits = scene.norms[i], scene.hits.at(i)
    if (
        not scene.is_plain(i)
        or is_pronoun(scene, i)
        or scene.hits.has(i, *_NO_HEAD)
        or scene.begins_present(i)
        or scene.begins_verb(i)
    ):
        return False
    if scene.hits.has(i, "function_word") and not scene.hits.has(i, "another"):
        return False
    written = norm.startswith(WRITTEN_PREPOSITIONS) or any(hit.prefix not in {"", ARTICLE} for hit in hits)
    if written or is_accusative(norm) or TANWIN in scene.units.surface(i, i + 1):
        return False
    return bool(hits) or not (norm.endswith(TA) and len(norm) <= SHORT + 1)  # «قال قلت إن …»


def _end(scene: Scene, i: int, until: int, *, counts: bool) -> int:
    """Return the token behind the words of a subject; what is counted may follow «of» («ستة من عناصرها»)."""
    last = i + 1
    while last < min(until, i + _LONGEST):
        if counts and scene.norms[last] in PERCENT:
            last += 1
            continue
        if counts and (share := scene.hits.at(last, "percent")):
            last = share[0].last
            continue
        if not scene.units.is_word(last) or last in scene.time_at or _is_told(scene, last):
            break
        if scene.hits.has(last, "clause_opener", "complementiser", "then_word") or scene.is_surely_verb(last):
            break
        of = counts and (scene.part(last) == "of" or scene.hits.has(last, "bound_preposition"))
        if scene.is_function(last) and not of:
            break
        if (is_accusative(scene.norms[last]) and not scene.has_pronoun(last)) or _is_how(scene, last):
            break
        last += 1
    return last


def _is_told(scene: Scene, i: int) -> bool:
    """Say whether somebody is told at a word («للصحيفة», «لرويترز»)."""
    noun, norm = scene.starting.get(i), scene.norms[i]
    return norm.startswith(TO_THE) or norm in LAM or (noun is not None and not scene.is_bare(noun))
