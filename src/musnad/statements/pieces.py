"""The pieces of content: split where several words stand in quotation marks; what the marks make of its form."""

from musnad.model import Span
from musnad.statements.scene import LEAST_SPEECH, Scene

_EDGES = ' \t\u00a0،,؛;:.…-–—"«»“”„‟'


def pieces_of(scene: Scene, start: int, end: int) -> tuple[tuple[Span, ...], int, int]:
    """Return the spans of the content at code points `[start, end)`, with how many words are quoted and how many not.

    Outer marks and edge punctuation are left out; an empty piece is none.
    """
    text = scene.units.text
    bounds: list[tuple[int, int, bool]] = []
    at = start
    for speech in scene.between(start, end):
        low, high = scene.units.starts[speech.inner], scene.units.ends[speech.inner_last - 1]
        if low < at:
            continue
        bounds += [(at, scene.units.starts[speech.first], False), (low, high, True)]
        at = max(high, scene.units.ends[speech.last - 1])
    opened = _left_open(text, at, end)
    bounds += [(at, end, False)] if opened is None else [(at, opened, False), (opened + 1, end, True)]
    spans, quoted, plain = [], 0, 0
    for low, high, marked in bounds:
        span = _trim(text, low, min(high, end))
        if span is None:
            continue
        spans.append(span)
        words = len(span.of(text).split())
        quoted, plain = (quoted + words, plain) if marked else (quoted, plain + words)
    return tuple(spans), quoted, plain


def _trim(text: str, start: int, end: int) -> Span | None:
    first = start
    while start < end and (text[start] in _EDGES or text[start].isspace()):
        start += 1
    stop = end
    while end > start and (text[end - 1] in _EDGES or text[end - 1].isspace()):
        end -= 1
    if not any(map(str.isalnum, text[start:end])):
        return None
    # One at the very beginning too («"مثمرة" كانت المحادثات»).
    if first < start and (mark := text[first:start].rstrip()) and mark[-1] in '"«“' and _closes(text, start, end):
        start = first + len(mark) - 1
    # A mark of a short quotation at the very end belongs to it («… كانت "مثمرة"»).
    if end < stop and text[end] in '"»”' and _opens(text, start, end):
        end += 1
    return Span(start, end)


def _left_open(text: str, start: int, end: int) -> int | None:
    """Return the mark of a quotation of several words that nothing closes («أكد أننا «لن نقبل بهذا …»), or None."""
    if not _opens(text, start, end):
        return None
    at = max(text.rfind(mark, start + 1, end - 1) for mark in '"«“')
    if at < 0 or not text[at - 1].isspace() or text[at + 1].isspace() or not _opens(text, at, end):
        return None
    return at if len(text[at:end].split()) >= LEAST_SPEECH else None


def _opens(text: str, start: int, end: int) -> bool:
    """Say whether a piece holds an opening mark that is not yet closed."""
    piece = text[start:end]
    return _outweighs(piece, "«“", "»”")


def _closes(text: str, start: int, end: int) -> bool:
    """Say whether a piece holds a closing mark whose opening one stands before it."""
    piece = text[start:end]
    return _outweighs(piece, "»”", "«“")


def _outweighs(piece: str, marks: str, partners: str) -> bool:
    """Say whether a piece holds more of some mark than of its partner, or an odd number of straight ones."""
    more = any(piece.count(mark) > piece.count(partner) for mark, partner in zip(marks, partners, strict=True))
    return more or piece.count('"') % 2 == 1


def form_of(quoted: int, plain: int, *, verbatim: bool) -> str:
    """Return direct, indirect or mixed by the words inside and outside quotation marks."""
    if verbatim or (quoted and not plain):
        return "direct"
    return "mixed" if quoted else "indirect"
