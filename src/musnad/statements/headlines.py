"""Who is meant before the colon of a headline: the one who says the same in the body."""

from dataclasses import replace

from musnad.arabic import ARTICLE, fold_word
from musnad.statements.content.verbatim import is_first_person
from musnad.statements.draft import Draft
from musnad.statements.scene import LONGEST_NAME, TO_THE, Scene
from musnad.statements.told import Told

ALIKE = 0.5  # share of the headline's words that the statement in the body must have
LONGEST_BODY = 3  # words of a body that nothing knows («إعلام فرنسي»)
LIKE = 0.25  # the same where the speaker of that has all words of the headline's
MARKS = '«»"“”()'
_BODIES = frozenset({"office", "organisation", "agency"})
_SHORTEST = 3  # letters of a word that counts


def name_headlines(scene: Scene, drafts: list[Draft]) -> None:
    """Give a headline's unnamed speaker («ضابط إسرائيلي: …») the name under which the body quotes him."""
    for draft in drafts:
        told = draft.told
        if draft.family != "colon" or told is None or _is_named(scene, draft):
            continue
        words = _words(scene, draft)
        body = [other for other in drafts if other is not draft and other.told is not None and other.parent is None]
        if told.kind == "phrase":
            body = [other for other in body if _is_namesake(told, other)] or body
        best = max(body, key=lambda other: len(words & _words(scene, other)), default=None)
        if best is None or best.told is None or not (_share(scene, best, words) or _is_namesake(told, best)):
            continue
        if told.kind in _BODIES and best.told.kind == "person":
            continue  # a body bears its own name, whoever speaks for it
        if best.told.kind == "phrase" and len(best.told.speaker.name.split()) > LONGEST_NAME:
            continue  # unknown words that are hardly one name
        speaker = replace(told.speaker, name=best.told.speaker.name, entity=best.told.speaker.entity, basis="body")
        draft.told = replace(told, speaker=speaker)


def believed(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts without headlines that nobody says in the body: what stands before the colon is the topic.

    A person before a colon speaks; «هيئة الطيران: …» may be what is spoken of.
    """
    body = [draft for draft in drafts if draft.family != "colon" and draft.told is not None]
    return [draft for draft in drafts if draft.family != "colon" or _is_said(scene, draft, body)]


def _is_said(scene: Scene, draft: Draft, body: list[Draft]) -> bool:
    """Say whether a headline's speaker is a person, speaks in the body too, or whether his words are said there."""
    told = draft.told
    if told is None or told.kind == "person" or _is_source(scene, told):
        return True
    known = told.kind != "phrase" or " " in told.speaker.name
    if known and is_first_person(scene, draft.cue.last, draft.last):
        return True  # «إدارة النادي: لن نبيع أي لاعب»
    words = _words(scene, draft)
    if told.kind == "phrase" and not _is_of_land(scene, told):
        return any(_is_namesake(told, other) and _share(scene, other, words, LIKE) for other in body)
    names = {told.speaker.name, told.speaker.entity}
    return any(
        other.told is not None
        and (
            _belongs(told.speaker.name, other.told.speaker.name)
            or not names.isdisjoint({other.told.speaker.name, other.told.speaker.entity} - {None})
            or (len(_bare(told.speaker.name)) > 1 and _is_namesake(told, other))  # «هيئة المواصفات»
            or _share(scene, other, words)
        )
        for other in body
    )


def _belongs(name: str, other: str) -> bool:
    """Say whether a body is named inside the name of another («الكرملين», «المكتب الصحفي للكرملين»)."""
    return f"{TO_THE}{name.removeprefix(ARTICLE)}" in other.split()


def _is_source(scene: Scene, told: Told) -> bool:
    """Say whether the unknown words of a headline are a source by their head («إعلام محلي», «دراسة», «مصادر»)."""
    at = 0 if told.speaker.span is None else scene.units.token_at(told.speaker.span.start)
    papers = any(hit.entry.flag("document") and not hit.entry.flag("counts") for hit in scene.hits.at(at, "medium"))
    return papers or scene.hits.has(at, "press", "source_noun")


def _is_of_land(scene: Scene, told: Told) -> bool:
    """Say whether the unknown words of a headline end in a country's adjective («إعلام فرنسي»), as no topic does."""
    last, span = told.last - 1, told.speaker.span
    if span is None or told.last - scene.units.token_at(span.start) > LONGEST_BODY:
        return False
    return any(hit.form.pos == "adjective" for hit in scene.hits.at(last, "country", "region_adjective"))


def _is_namesake(told: Told, other: Draft) -> bool:
    """Say whether the speaker of a statement has all words of a headline's («الأرصاد», «المركز الوطني للأرصاد»)."""
    if other.told is None:
        return False
    return _bare(told.speaker.name) <= _bare(other.told.speaker.name)


def _bare(name: str) -> set[str]:
    """Return the folded words of a name without their articles, be that written behind «ل»."""
    words = (word.strip(MARKS) for word in fold_word(name).split())
    return {word.removeprefix(TO_THE).removeprefix(ARTICLE) for word in words if word}


def _share(scene: Scene, draft: Draft, words: set[str], least: float = ALIKE) -> bool:
    """Say whether a statement has most words of a headline, or a smaller share of them."""
    return len(words & _words(scene, draft)) >= least * len(words)


def _is_named(scene: Scene, draft: Draft) -> bool:
    """Say whether a headline's speaker bears a proper name."""
    span = draft.told.speaker.span if draft.told is not None else None
    noun = scene.starting.get(scene.units.token_at(span.start)) if span is not None else None
    return noun is not None and noun.mention.proper is not None


def _words(scene: Scene, draft: Draft) -> set[str]:
    """Return the folded words of a content, short ones left out."""
    units = scene.units
    found: set[str] = set()
    for piece in draft.pieces:
        first, last = units.tokens_of(piece.start, piece.end)
        found.update(norm for norm in units.norms[first:last] if len(norm) >= _SHORTEST)
    return found
