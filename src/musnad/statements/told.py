"""Speakers as they were found, and whether a verb agrees with them."""

from dataclasses import dataclass

from musnad.arabic import DUAL, OBLIQUE, SUFFIX_AGREEMENT
from musnad.arabic.letters import ALEF, TA_MARBUTA, WAW
from musnad.model import Entity, Node, Speaker
from musnad.statements.cues.find import Cue
from musnad.statements.scene import Noun

KINDS = frozenset({"person", "office", "organisation", "agency", "group", "place"})
"""Kinds of mentions that can speak; a place speaks for its government."""
BODIES = frozenset({"office", "organisation", "agency"})
_THEY = WAW + ALEF


@dataclass(frozen=True, slots=True)
class Told:
    """A speaker with what agreement and later cues ask: gender, number, kind, where the phrase ends."""

    speaker: Speaker
    gender: str | None
    number: str
    kind: str
    last: int
    node: Node


def name_of(noun: Noun) -> str:
    """Return the proper name of a mention, else the fuller of its own words and its entity's."""
    if noun.entity.number != "s" and noun.mention.proper is None and len(noun.surface) > len(noun.entity.name):
        return noun.surface
    return noun.entity.name


def told_by(noun: Noun, basis: str) -> Told:
    """Return the speaker that a mention is."""
    mention, entity = noun.mention, noun.entity
    speaker = Speaker(name_of(noun), mention.span, entity.id, basis)
    node = Node("speaker", basis, mention.span.start, mention.span.end, speaker.name)
    return Told(speaker, entity.gender or _gender(entity), entity.number, entity.kind, noun.last, node)


def _gender(entity: Entity) -> str | None:
    """Return the gender that the head of a body's name shows, or None («وكالة …», «المنظمة …»)."""
    head = entity.name.split()[0] if entity.name else ""
    return "f" if entity.kind in BODIES and head.endswith(TA_MARBUTA) else None


def agrees(cue: Cue, told: Told) -> bool:
    """Say whether a speaker can be the dropped subject of a verb or participle, by gender and number."""
    if cue.hit is None:
        return True
    form = cue.hit.form
    if cue.flag("relays"):
        return True  # «ونقلت عنه الصحيفة»: the verb agrees with whoever passes it on
    if form.pos == "masdar":
        return _fits_suffix(cue.hit.suffix, told)
    if cue.flag("pronoun"):  # «على حد قولها»
        return _fits_suffix(max((s for s in SUFFIX_AGREEMENT if form.pattern.endswith(s)), key=len, default=""), told)
    plural = told.number == "p"
    if form.number == "d":
        bodies = plural and told.kind in BODIES and _are_two(told)  # «الحكومتان …، وقالتا إن …»
        weak = plural and form.pattern.endswith(_THEY)  # «دعوا» is written for two and for many
        return told.number == "d" or bodies or weak
    if form.number == "p":
        if told.number == "d" and form.pos == "participle" and form.pattern.endswith(OBLIQUE):
            return True  # «أكد الوزيران …، مشيرين إلى أن …»
        body = told.kind in {"organisation", "group", "agency", "office"}
        return plural or told.number == "d" or body or (told.gender is None and told.kind != "person")
    if plural:
        return form.gender == "f" or told.kind == "group"
    return told.gender is None or not form.gender or told.gender == form.gender


def _are_two(told: Told) -> bool:
    """Say whether bodies may be two by their name («الحكومتان», «الحزب + الحركة»), not «السلطات»."""
    head = told.speaker.name.partition(" ")[0]
    return told.speaker.name.count(" + ") == 1 or head.endswith((DUAL, OBLIQUE))


def is_loose(told: Told) -> bool:
    """Say whether a speaker is one body, whose parts agree as they like («قيادة الجيش»: «قالت», «قال»)."""
    return told.kind in BODIES | {"group"} and told.number == "s"


def _fits_suffix(suffix: str, told: Told) -> bool:
    gender, number = SUFFIX_AGREEMENT.get(suffix, ("", ""))
    if number == "p":
        return told.number == "p" or told.gender is None
    if gender == "f":
        return told.gender != "m" or told.number == "p"
    return gender != "m" or (told.gender != "f" and told.number != "p")
