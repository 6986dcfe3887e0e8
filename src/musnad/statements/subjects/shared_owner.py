"""People of two sorts joined by «and», whose owner stands behind the second: one phrase («أئمة وخطباء المساجد»)."""

from dataclasses import replace

from musnad.arabic import AND, ARTICLE, JOINED, NUNATED
from musnad.arabic.letters import TA
from musnad.model import Span
from musnad.statements.cues.find import Cue
from musnad.statements.endings import is_definite
from musnad.statements.scene import SHORT, Scene
from musnad.statements.steps import is_adjective
from musnad.statements.subjects.completed import is_clause
from musnad.statements.subjects.phrases import written
from musnad.statements.told import KINDS, Told

_PEOPLE = ("role", "group", "relation", "body")
_QUALITIES = ("adjective", "region_adjective", "demonym", "another")


def with_owner(scene: Scene, cue: Cue, told: Told, until: int) -> Told:
    """Return people that «and» joins to others before their owner as one phrase, else as told.

    «طالب تجار | وأصحاب المحلات», «قال أهالي | وزوار المنطقة»: the first noun is in construct as well.
    """
    span, at = told.speaker.span, told.last
    if span is None or not written(scene, span).endswith(told.speaker.name.rpartition(" + ")[2]):
        return told
    if told.speaker.name.count(" + ") == 1:
        first = scene.units.token_at(span.start) + 1
        at = next((i for i in range(first, told.last) if scene.norms[i].startswith(AND)), at)
    if at + 1 >= until or not (_is_construct(scene, at - 1) and _is_like(scene, at, sure=is_clause(scene, cue, until))):
        return told
    last = told.last if told.last > at + 1 else _behind_owner(scene, at + 1)
    if not last or scene.hits.has(at + 1, *_QUALITIES):
        return told
    while last < until and is_adjective(scene, last) and scene.hits.has(last, "adjective", "region_adjective"):
        last += 1
    whole = Span(span.start, scene.units.ends[last - 1])
    speaker = replace(told.speaker, name=written(scene, whole), span=whole, entity=None)
    return replace(told, speaker=speaker, number="p", last=last)


def _is_construct(scene: Scene, i: int) -> bool:
    """Say whether a word is several people without article, pronoun or the ending of an absolute plural."""
    norm = scene.norms[i]
    many = any(hit.form.number == "p" and hit.prefix in JOINED | {""} for hit in scene.hits.at(i, *_PEOPLE))
    return many and not (is_definite(norm.removeprefix(AND)) or norm.endswith(NUNATED) or scene.has_pronoun(i))


def _is_like(scene: Scene, i: int, *, sure: bool) -> bool:
    """Say whether «and» with more such people stands at a token.

    `sure` says that nothing else can stand before what is said, so that a word which nothing knows is people too.
    """
    norm = scene.norms[i]
    if not norm.startswith(AND) or len(norm) <= SHORT or not scene.is_plain(i) or scene.hits.verbs(i):
        return False
    known = _is_construct(scene, i) and AND in {hit.prefix for hit in scene.hits.at(i, *_PEOPLE)}
    return known or (sure and not scene.hits.has(i) and not norm.endswith((TA, *NUNATED)) and not is_definite(norm[1:]))


def _behind_owner(scene: Scene, i: int) -> int:
    """Return the token behind the definite noun, body or place at a token, else 0."""
    noun = scene.starting.get(i)
    if noun is not None:
        return noun.last if noun.mention.kind in KINDS - {"person", "group"} and scene.is_bare(noun) else 0
    return i + 1 if scene.norms[i].startswith(ARTICLE) and scene.is_plain(i) and i not in scene.time_at else 0
