"""Who speaks: the noun phrase behind or before the cue, else whoever agrees with its verb and spoke last."""

from dataclasses import dataclass

from musnad.arabic import CONJUNCTIONS, SUFFIX_AGREEMENT, fold_word
from musnad.model import Node, Span, Speaker
from musnad.statements.cues import Cue
from musnad.statements.scene import Noun, Scene

KINDS = frozenset({"person", "office", "organisation", "agency", "group", "place"})
BACK = 6  # tokens before a verb within which its subject may end
_NO_SUBJECT = frozenset({"to", "on", "about", "of", "in", "beside", "by", "negation"})
_SKIPPED = frozenset({"adverb", "auxiliary", "there"})


@dataclass(frozen=True, slots=True)
class Told:
    """A speaker with what agreement and later cues ask: gender, number, kind, where the phrase ends."""

    speaker: Speaker
    gender: str | None
    number: str
    kind: str
    last: int
    node: Node


def told_by(scene: Scene, noun: Noun, basis: str) -> Told:
    """Return the speaker that a mention is."""
    mention, entity = noun.mention, noun.entity
    speaker = Speaker(entity.name, mention.span, entity.id, basis)
    node = Node("speaker", basis, mention.span.start, mention.span.end, entity.name)
    return Told(speaker, entity.gender, entity.number, entity.kind, noun.last, node)


def behind(scene: Scene, cue: Cue, until: int) -> Told | None:
    """Return the subject that follows a verb, between it and the token where its content opens."""
    i = cue.last
    while i < until:
        noun = scene.starting.get(i)
        if noun is not None and noun.last <= until and noun.mention.kind in KINDS and _bare(scene, noun):
            return told_by(scene, noun, "subject")
        if i in scene.time_at:
            i = max(scene.time_at[i], i + 1)
        elif scene.part(i) in _SKIPPED or scene.is_comma(i):
            particle = scene.particle(i)
            i = particle.last if particle is not None else i + 1
        else:
            break
    return _unknown(scene, i, until)


def _bare(scene: Scene, noun: Noun, allowed: frozenset[str] = frozenset({""})) -> bool:
    """Say whether nothing but one of the allowed proclitics is written before a mention."""
    at = noun.first
    low, high = scene.units.starts[at], noun.mention.span.start
    return fold_word(scene.units.text[low:high]) in allowed


def _unknown(scene: Scene, i: int, until: int) -> Told | None:
    """Return a noun phrase that no mention knows, as it stands, up to the next mark, preposition or time."""
    last = i
    while last < until and scene.units.is_word(last) and last not in scene.time_at:
        if scene.part(last) is not None or scene.hits.at(last, "medium", "clause_opener"):
            break
        if last == i and any(hit.form.pos == "verb" for hit in scene.hits.at(last)):
            return None
        last += 1
    if last == i:
        return None
    span = scene.units.span(i, last)
    name = " ".join(span.of(scene.units.text).split())
    node = Node("speaker", "phrase", span.start, span.end, name)
    return Told(Speaker(name, span, None, "phrase"), None, "s", "phrase", last, node)


def before(scene: Scene, cue: Cue) -> Told | None:
    """Return the subject that precedes a verb: a mention that ends right before it, adverbs and auxiliaries aside."""
    first, _ = scene.region(cue.first)
    i = cue.first
    low = max(first, cue.first - BACK)
    while i > low:
        noun = scene.ending.get(i)
        if noun is not None and noun.first >= first and noun.mention.kind in KINDS:
            prepared = noun.first > first and scene.part(noun.first - 1) in _NO_SUBJECT
            return told_by(scene, noun, "subject_before") if _bare(scene, noun, CONJUNCTIONS) and not prepared else None
        if i - 1 in scene.time_at.values() or scene.part(i - 1) in _SKIPPED | {"relative"} or scene.is_break(i - 1):
            i -= 1
            continue
        time = next((f for f, last in scene.time_at.items() if last == i), None)
        if time is None:
            return None
        i = time
    return None


def agrees(cue: Cue, told: Told) -> bool:
    """Say whether a speaker can be the dropped subject of a verb or participle, by gender and number."""
    if cue.hit is None:
        return True
    form = cue.hit.form
    if form.pos == "masdar":
        return _fits_suffix(cue.hit.suffix, told)
    plural = told.number == "p"
    if form.number == "d":
        return told.number == "d"
    if form.number == "p":
        return plural or told.kind in {"organisation", "group", "agency", "office"} or told.gender is None
    if plural:
        return form.gender == "f" or told.kind == "group"
    return told.gender is None or not form.gender or told.gender == form.gender


def _fits_suffix(suffix: str, told: Told) -> bool:
    gender, number = SUFFIX_AGREEMENT.get(suffix, ("", ""))
    if number == "p":
        return told.number == "p" or told.gender is None
    if gender == "f":
        return told.gender != "m" or told.number == "p"
    return gender != "m" or (told.gender != "f" and told.number != "p")


def joined(scene: Scene, told: Told, other: Noun) -> Told:
    """Return two speakers of one statement as one, their names joined."""
    span = told.speaker.span
    assert span is not None  # noqa: S101 - only speakers that stand in the text are joined
    whole = Span(span.start, other.mention.span.end)
    name = f"{told.speaker.name} + {other.entity.name}"
    node = Node("speaker", "joined", whole.start, whole.end, name, (told.node,))
    return Told(Speaker(name, whole, None, "subject"), "m", "d", told.kind, other.last, node)


def after_preposition(scene: Scene, i: int, until: int) -> Told | None:
    """Return the noun phrase behind a preposition, over «ما» and a verb of saying («وفقا لما ذكره المتحدث»)."""
    for at in range(i, min(until, i + 3)):
        noun = scene.starting.get(at)
        if noun is not None and noun.mention.kind in KINDS:
            return told_by(scene, noun, "preposition")
        verb = any(hit.form.pos == "verb" for hit in scene.hits.at(at, "cue"))
        if not verb and at > i and not scene.hits.at(at - 1, "cue"):
            break
    return _unknown(scene, i, until)
