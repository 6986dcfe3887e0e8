"""What a copy changed, sentence by sentence.

A sentence of which next to nothing is left is cut (or added) as a whole; in others every changed phrase is told for
itself: numbers, names, the words that attribute (who said it, through whom), other words. The words of both readings
say what a phrase is: a changed phrase that touches a speaker, a cue or an agency changes the attribution, if the
sentence then names other hands.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from musnad.arabic import fold_word
from musnad.corpus.align import Change, changes, place
from musnad.corpus.hands import equal, hands, inside
from musnad.corpus.headlines import Told, headline
from musnad.corpus.passages import Words
from musnad.model import Link, Reading, Span
from musnad.model.copies import Edit

WHOLE = 0.7  # of a sentence's words: changed as a whole
_SHORTEST = 3  # words of a sentence that can be cut as a whole


def edits(first: Reading, second: Reading, told: Told) -> tuple[Edit, ...]:
    """Return how the second text differs from the first: headline first, then in the order of the first text.

    `told` says what the headlines and the second text tell.
    """
    left, right = _Side.of(first), _Side.of(second)
    found = changes(left.words.norms, right.words.norms)
    cut = _whole(left, [(change.first, change.first_end) for change in found])
    added = _whole(right, [(change.second, change.second_end) for change in found])
    made = [_sentence("cut", left, sent) for sent in sorted(cut)]
    made += [_sentence("added", right, sent) for sent in sorted(added)]
    for change in found:
        pieces = _pieces(change, left, right, cut, added)
        made += [_phrase(piece, left, right) for piece in pieces if not _is_spacing(piece, left, right)]
    return (*headline(first, second, told), *sorted(made, key=_order))


@dataclass(frozen=True, slots=True)
class _Side:
    """One text: its words, where its sentences begin (in words), and the spans that attribute and name in it."""

    reading: Reading
    words: Words
    bounds: tuple[int, ...]
    attributing: tuple[Span, ...]
    hands: tuple[Link, ...]
    naming: tuple[tuple[Span, str], ...]

    @classmethod
    def of(cls, reading: Reading) -> "_Side":
        words = Words.body(reading.article)
        numbers = [words.units.sentence_of[words.units.token_at(start)] for start in words.starts]
        bounds = [i for i, number in enumerate(numbers) if i == 0 or numbers[i - 1] != number]
        naming = [(m.proper, m.name) for m in reading.mentions if m.proper is not None]
        return cls(reading, words, tuple(bounds), tuple(_attributing(reading)), tuple(hands(reading)), tuple(naming))

    def sentence(self, number: int) -> tuple[int, int]:
        """Return the words of a sentence."""
        end = self.bounds[number + 1] if number + 1 < len(self.bounds) else len(self.words.norms)
        return self.bounds[number], end

    def around(self, start: int) -> Span | None:
        """Return the span of the sentence that holds a word."""
        if not self.bounds:
            return None
        at = min(start, len(self.words.norms) - 1)
        return self.words.span(*self.sentence(place(self.bounds, at)))

    def span(self, start: int, end: int) -> Span | None:
        """Return the span of words, None where there are none."""
        return self.words.span(start, end) if start < end else None


def _attributing(reading: Reading) -> Iterator[Span]:
    """Yield where a text says who said something, and through whom."""
    for statement in reading.statements:
        yield statement.cue
        if statement.speaker is not None and statement.speaker.span is not None:
            yield statement.speaker.span
        yield from (link.span for link in statement.chain if link.span is not None and not link.tail)
    yield from (m.span for m in reading.mentions if m.kind == "agency")


def _whole(side: _Side, changed: Iterable[tuple[int, int]]) -> frozenset[int]:
    """Return the sentences of which next to nothing stands in the other text."""
    marks = bytearray(len(side.words.norms))
    for start, end in changed:
        marks[start:end] = b"\x01" * (end - start)
    found = set()
    for number in range(len(side.bounds)):
        start, end = side.sentence(number)
        if end - start >= _SHORTEST and sum(marks[start:end]) >= WHOLE * (end - start):
            found.add(number)
    return frozenset(found)


def _sentence(kind: str, side: _Side, number: int) -> Edit:
    span = side.words.span(*side.sentence(number))
    return Edit(kind, span, None, span) if kind == "cut" else Edit(kind, None, span, None, span)


def _pieces(change: Change, left: _Side, right: _Side, cut: frozenset[int], added: frozenset[int]) -> Iterator[Change]:
    """Yield what is left of a change without the sentences told as a whole, one piece a sentence."""
    lefts = _outside(left, change.first, change.first_end, cut)
    rights = _outside(right, change.second, change.second_end, added)
    for i in range(max(len(lefts), len(rights))):
        a, b = lefts[i] if i < len(lefts) else (change.first_end, change.first_end)
        c, d = rights[i] if i < len(rights) else (change.second_end, change.second_end)
        yield Change(a, b, c, d)


def _outside(side: _Side, start: int, end: int, whole: frozenset[int]) -> list[tuple[int, int]]:
    """Return the parts of `[start, end)` in sentences that are not told as a whole."""
    parts: list[tuple[int, int]] = []
    while start < end:
        number = place(side.bounds, start)
        stop = min(end, side.sentence(number)[1])
        if number not in whole:
            parts.append((start, stop))
        start = stop
    return parts


def _is_spacing(piece: Change, left: _Side, right: _Side) -> bool:
    """Say whether only spaces were changed: «و غير» and «وغير»."""
    first, second = ("".join(side.words.norms[a:b]) for side, a, b in _ranges(piece, left, right))
    return first == second


def _phrase(piece: Change, left: _Side, right: _Side) -> Edit:
    first, second = left.span(piece.first, piece.first_end), right.span(piece.second, piece.second_end)
    kind = _kind(piece, left, right)
    texts = [span.of(side.reading.article.text) for span, side in ((first, left), (second, right)) if span is not None]
    detail = " ← ".join(texts) if kind in {"attribution", "numbers", "names"} else ""
    return Edit(kind, first, second, left.around(piece.first), right.around(piece.second), detail)


def _kind(piece: Change, left: _Side, right: _Side) -> str:
    first, second = left.span(piece.first, piece.first_end), right.span(piece.second, piece.second_end)
    touched = _touches(first, left.attributing) or _touches(second, right.attributing)
    if touched and not equal(_named(piece.first, left), _named(piece.second, right)):
        return "attribution"
    if first is None or second is None:
        return "added" if first is None else "cut"
    numbers = [_numbers(side.words.norms[a:b]) for side, a, b in _ranges(piece, left, right)]
    if all(numbers) and numbers[0] != numbers[1]:
        return "numbers"
    names = [_names(span, side.naming) for span, side in ((first, left), (second, right))]
    if all(names) and names[0] != names[1]:
        return "names"
    return "reworded"


def _named(at: int, side: _Side) -> list[Link]:
    """Return the hands that the sentence around a word names."""
    return inside(side.hands, side.around(at))


def _ranges(piece: Change, left: _Side, right: _Side) -> tuple[tuple[_Side, int, int], tuple[_Side, int, int]]:
    return (left, piece.first, piece.first_end), (right, piece.second, piece.second_end)


def _touches(span: Span | None, spans: Sequence[Span]) -> bool:
    return span is not None and any(span.overlaps(other) for other in spans)


def _numbers(norms: Sequence[str]) -> list[str]:
    return [norm for norm in norms if norm[0].isdigit()]


def _names(span: Span, naming: Sequence[tuple[Span, str]]) -> set[str]:
    return {fold_word(name) for other, name in naming if span.overlaps(other)}


def _order(edit: Edit) -> tuple[int, int]:
    span = edit.first or edit.first_sentence
    other = edit.second or edit.second_sentence
    return (10**9 if span is None else span.start, 0 if other is None else other.start)
