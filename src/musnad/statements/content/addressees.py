"""Whom a preposition names before what is said or asked («أكد على الحضور بأن …», «شدد على السائقين عدم التوقف»)."""

from musnad.arabic import AND, ARTICLE, BA, LAM, NUNATED, OBLIQUE
from musnad.arabic.letters import ALEF, TA
from musnad.lexicon import Hit
from musnad.statements.content.complementisers import is_wish
from musnad.statements.cues.find import Cue
from musnad.statements.scene import Scene, is_with
from musnad.statements.steps import behind_noun, step

_WISH = "cue.wish"
_WITH = tuple(BA)
_CHARGE = 16  # tokens of what people are in charge of, up to their clause
_ON_AIR = frozenset({"agency", "organisation"})
_PEOPLE = frozenset({"person", "group"})
_CALLED = _PEOPLE | {"office", "organisation"}


def told_there(scene: Scene, cue: Cue, i: int, end: int) -> Hit | None:
    """Return the complementiser behind whom or what «على» names («أكد على الحضور بأن …», «على الإذاعة اليوم أن …»)."""
    noun = scene.starting.get(i)
    whole = behind_noun(scene, i)
    clause = [hit for hit in scene.hits.at(whole, "complementiser") if hit.prefix == ""] if whole < end else []
    if clause and scene.norms[whole - 1].startswith(ARTICLE):
        return clause[0]  # «يؤكد القائمون على الدراسة أن …»
    if (
        cue.last + 1 == i - 1
        and scene.norms[cue.last].startswith(ARTICLE)
        and scene.norms[cue.last].endswith(NUNATED[0])
    ):
        later = (scene.hits.at(at, "complementiser") for at in range(i, min(end, i + _CHARGE)))
        return next(
            (hits[0] for hits in later if hits and hits[0].prefix != AND), None
        )  # «القائمون على شركة … التي … أن»
    at = i + 1 if noun is None else noun.last
    near = at
    while at < end and (at in scene.time_at or scene.short_quote(at, end) is not None):
        at = step(scene, at)
    told = [hit for hit in scene.hits.at(at, "complementiser") if hit.prefix == ""] if at < end else []
    if not told:
        return None
    if at == near and is_with(told[0]):
        return told[0]
    paper = noun is None or noun.mention.kind in _ON_AIR
    air = at > near and paper and not scene.hits.has(i, "cue", "trigger") and not is_wish(scene, cue, told[0])
    return told[0] if air and not scene.hits.verbs(told[0].last) else None


def asked_of(scene: Scene, i: int, end: int) -> int | None:
    """Return the token of a deed that people at a token are asked for («على المواطنين عدم التعامل معهم»), or None."""
    noun = scene.starting.get(i)
    people = noun is not None and noun.mention.kind in _PEOPLE and noun.mention.proper is None
    if not people and not (scene.norms[i].startswith(ARTICLE) and scene.norms[i].endswith(OBLIQUE)):
        return None
    at = behind_noun(scene, i)
    if at >= end or not scene.is_plain(at) or at in scene.starting or scene.norms[at].startswith(ARTICLE):
        return None
    return at if _is_deed(scene, at) else None


def called_for(scene: Scene, cue: Cue, i: int, end: int) -> int | None:
    """Return the token of a deed for which people behind «إلى» are called («دعوته إلى الحكومة لوقف …»), or None."""
    noun = scene.starting.get(i)
    if cue.family != "masdar" or cue.text("stance") != "demand" or noun is None or noun.mention.kind not in _CALLED:
        return None
    at = noun.last
    asked = at < end and scene.norms[at].startswith(tuple(LAM)) and at not in scene.starting
    known = asked and (_is_deed(scene, at) or scene.hits.has(at, "trigger"))
    return at if known or (asked and scene.is_plain(at) and scene.head(at).startswith((ALEF, TA))) else None


def is_called_upon(scene: Scene, cue: Cue, i: int) -> bool:
    """Say whether «ب» at a token names whom a cue calls upon, and not for what («أهاب ‹بالمواطنين› التعاون»)."""
    called = scene.norms[i].startswith(_WITH) and cue.text("addressee") == "with"
    return called and not _is_deed(scene, i)


def _is_deed(scene: Scene, i: int) -> bool:
    return any(hit.form.pos == "masdar" or hit.kind == "status_word" for hit in scene.hits.at(i))


def is_wished(scene: Scene, cue: Cue, i: int) -> bool:
    """Say whether something is wished to whoever stands with «ل» at a token («تمنى للجميع التوفيق»)."""
    wishes = cue.hit is not None and cue.hit.entry.id == _WISH
    return wishes and scene.norms[i].startswith(tuple(LAM)) and any(h.prefix in LAM for h in scene.hits.at(i))
