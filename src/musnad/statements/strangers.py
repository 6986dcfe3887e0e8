"""Names that nothing knows behind a role («الناطق باسم الوزارة مات تشادلر»)."""

from dataclasses import replace

from musnad.arabic import AND, ARTICLE, BARE
from musnad.arabic.clitics import WRITTEN_PREPOSITIONS
from musnad.model import Span
from musnad.statements.endings import is_accusative
from musnad.statements.scene import SHORT, Noun, Scene
from musnad.statements.told import Told

LONGEST = 3  # words of a name that nothing knows
_OF_NAME = frozenset({"given_name", "family_name", "name_particle", "organisation"})


def behind_role(scene: Scene, told: Told, noun: Noun, until: int) -> Told | None:
    """Return somebody whose definite role stands before a name that nothing knows, by that name, or None."""
    first, words = noun.last, scene.norms
    one = noun.mention.kind == "person" and noun.mention.proper is None and noun.entity.number == "s"
    if not one or told.last != first or first >= until or not words[first - 1].startswith(ARTICLE):
        return None
    apart = scene.is_comma(first)  # «الناطق باسم الرئيس، كالوي اخيلغوف»
    first += apart
    last = _end(scene, first, until)
    lone = last == first + 1 and (apart or last < until)
    if last == first or lone or not _is_over(scene, last, until):
        return None
    span = Span(noun.mention.span.start, scene.units.ends[last - 1])
    name = " ".join(scene.units.span(first, last).of(scene.units.text).split())
    return replace(told, speaker=replace(told.speaker, name=name, span=span), last=last)


def _end(scene: Scene, first: int, until: int) -> int:
    """Return the token behind the words from a token on that may be a name."""
    last = first
    while last < min(until, first + LONGEST) and _may_be_name(scene, last, first):
        last += 1
    return last


def _may_be_name(scene: Scene, i: int, first: int) -> bool:
    """Say whether a word is unknown, or known only as a part of names, with nothing written onto it."""
    norm = scene.norms[i]
    known = [hit for hit in scene.hits.at(i) if hit.prefix in BARE or hit.form.pos == "verb"]
    article = norm.startswith(ARTICLE) and (i == first or bool(known))
    if not scene.is_plain(i) or norm.isdigit() or article or len(norm) < SHORT:
        return False
    if known:
        alone = i == first and not scene.hits.has(i + 1) and len(norm) <= SHORT  # «مات تشادلر»
        verb = alone and all(hit.form.pos == "verb" or hit.kind == "death_word" for hit in known)
        return verb or all(hit.kind in _OF_NAME and not hit.prefix and not hit.suffix for hit in known)
    written = norm.startswith(AND if i > first else WRITTEN_PREPOSITIONS)
    return not written and not scene.has_pronoun(i) and not (i == first and is_accusative(norm))


def _is_over(scene: Scene, at: int, until: int) -> bool:
    """Say whether a name is over at a token: the clause begins, or a mark, a day or a preposition stands there."""
    return at == until or not scene.units.is_word(at) or at in scene.time_at or scene.is_function(at)
