"""Names between quotation marks or brackets that stand for a subject («أعلنت "المقاومة" …»)."""

from dataclasses import replace

from musnad.arabic import ARTICLE
from musnad.statements.scene import TO_THE, Scene
from musnad.statements.subjects.phrases import phrase, with_quoted
from musnad.statements.told import KINDS, Told, told_by


def quoted_name(scene: Scene, i: int, until: int) -> Told | None:
    """Return the name in short quotation marks at a token («أعلنت "المقاومة" …»)."""
    quote = scene.short_quote(i, until)
    if quote is None:
        return _bracketed(scene, i, until)
    first, last = scene.units.tokens_of(quote.inner_start, quote.inner_end)
    if first == last or scene.norms[first].startswith(TO_THE):
        return None  # «قالت "للشروق" بأن …»
    if last == first + 1 and last + 1 < until and _is_head(scene, first, last + 1):
        return None
    return marked(scene, first, last, "subject")


def _bracketed(scene: Scene, i: int, until: int) -> Told | None:
    """Return the name in brackets that stands for a subject («أعلن (الإف بي آي) أن …»), or None."""
    if scene.norms[i] != "(":
        return None
    last = with_quoted(scene, i, until)
    words = range(i + 1, last - 1)
    if last == i or any(not scene.units.is_word(at) or scene.norms[at].isdigit() for at in words):
        return None
    free = last == until or not scene.units.is_word(last) or scene.is_function(last) or last in scene.time_at
    return marked(scene, i + 1, last - 1, "subject") if free else None


def marked(scene: Scene, first: int, last: int, basis: str) -> Told:
    """Return what stands between quotation marks: the mention that it is, or its words."""
    noun = scene.starting.get(first)
    if noun is not None and noun.last == last and noun.mention.kind in KINDS:
        return replace(told_by(noun, basis), last=last + 1)
    return phrase(scene, scene.units.span(first, last), last + 1)


def _is_head(scene: Scene, i: int, after: int) -> bool:
    """Say whether a quoted word is the head of what follows and no name («ثمنت "دعم" الدول …»)."""
    plain = not scene.norms[i].startswith(ARTICLE) and not scene.is_function(after) and i not in scene.starting
    return plain and scene.norms[after].startswith(ARTICLE)
