"""Where an article credits its hands: dateline, footer."""

from collections.abc import Iterator

from musnad.chains.credits import Source, beside_credit, best_credit
from musnad.model import Sentence, Units

_LONGEST_DATELINE = 16  # tokens before the mark that ends a dateline
_LONGEST_LINE = 8  # tokens of a line that holds nothing but a credit
_LONGEST_BRACKET = 18  # tokens between brackets at the end: two abbreviations with their full stops
_LONGEST_LEAD = 3  # unknown words before the first mark of a dateline inside
_FOOTER_LINES = 3
_DATELINE_LINES = 4  # lines of the body whose beginning may be a dateline
_ENDS = frozenset(":-–—ـ)")
_MARKS = frozenset('-–—ـ.،:()«»"“”/*•|')
_PARTS = frozenset("-–—ـ(/")
_BRACKETS = {")": "(", "»": "«", "”": "“", '"': '"', "]": "["}
_STOPS = frozenset('.،!?؟…»”"')
_SPEECH = ("cue", "common_verb", "trigger", "complementizer")


def dateline(source: Source) -> tuple[int, int] | None:
    """Return the tokens of the dateline: a short first line, or from the start of the body to the mark that ends it.

    A short line ends without a full stop, else no verb stands in a dateline.
    """
    units = source.units
    start = _body(units)
    if start is None:
        return None
    whole = _line_end(units, units.sentence(start))
    if whole - start <= _LONGEST_LINE and units.norms[whole - 1] != ".":
        return start, whole
    end = start
    for i in range(start, min(whole, start + _LONGEST_DATELINE)):
        if _speaks(source, i):
            break
        if units.norms[i] in _ENDS:
            end = i + 1
    return (start, end) if end > start else None


def inner_datelines(source: Source) -> Iterator[tuple[int, int]]:
    """Yield the tokens of datelines that open a later paragraph («موسكو- وكالة.»): places, credits and marks alone.

    A few other words may stand before a mark («قرية بعيدة - وكالة:»).
    """
    units = source.units
    start = _body(units)
    lines = _lines(units)
    for (first, last), (_, after) in zip(lines[: _DATELINE_LINES + 1], [*lines[1:], (0, 0)], strict=False):
        if start is None or first <= start:
            continue
        at = first
        while at < min(last, first + _LONGEST_DATELINE) and (step := _part(source, at, last)):
            at = step
        if at == first or (units.is_word(at - 1) if at < last else after - last <= _LONGEST_LINE):
            continue  # words run on, or a line of its own with no text below
        if any(not units.is_word(i) for i in range(first, at - 1)):
            yield first, at


def _part(source: Source, at: int, last: int) -> int:
    """Return the token behind a part of a dateline: a mark, a number, a place, a credit, a few words up to a mark.

    0 where there is none.
    """
    units = source.units
    if not units.norms[at][0].isalpha():
        return at + 1 if units.is_word(at) or units.norms[at] in _MARKS else 0
    hit = best_credit(source.hits, at, last)
    if hit is not None and hit.entry.text("role") == "outlet":
        return 0  # a paragraph that begins with a newspaper tells what it writes
    behind = max(beside_credit(source.hits, at, last), at if hit is None else hit.last)
    if behind > at:
        return behind
    for i in range(at, min(last, at + _LONGEST_LEAD + 1)):
        if not units.is_word(i):
            return i if units.norms[i] in _PARTS else 0
        if _speaks(source, i):
            break
    return 0


def _speaks(source: Source, at: int) -> bool:
    """Say whether a verb may stand at a token, or a word that attributes: a dateline holds neither."""
    if source.hits.at(at, "cue_preposition"):
        return True
    return any(hit.form.pos == "verb" for hit in source.hits.at(at, *_SPEECH))


def footer(source: Source) -> Iterator[tuple[int, int]]:
    """Yield the tokens of lines and brackets at the end that may hold a credit, the last one first."""
    units, hits = source.units, source.hits
    lines = [line for line in _lines(units) if units.title is None or units.starts[line[0]] >= units.title.end]
    for first, last in reversed(lines[-_FOOTER_LINES:]):
        if last - first <= _LONGEST_LINE and not any(
            h.form.pos == "verb" for i in range(first, last) for h in hits.at(i)
        ):
            yield first, last
            continue
        if last == len(units) or last - first > _LONGEST_LINE:
            yield from _brackets(units, first, last)
        break


def _brackets(units: Units, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the tokens inside brackets that end a line, the last ones first.

    A full stop behind the bracket makes it part of its sentence («… حسبما نقلت عنه (…).») unless another stands before.
    """
    while last > first:
        close = last - 1
        while close > first and units.norms[close] in ".،":
            close -= 1
        mark = _BRACKETS.get(units.norms[close])
        opening = close - 1
        while opening > max(first, close - _LONGEST_BRACKET) and units.norms[opening] != mark:
            opening -= 1
        if mark is None or opening < first or units.norms[opening] != mark:
            return
        stopped = opening == first or units.norms[opening - 1] in _STOPS
        if not stopped and (close < last - 1 or mark != "("):
            return
        yield opening + 1, close
        last = opening


def _body(units: Units) -> int | None:
    """Return the first token of the body."""
    if not len(units):
        return None
    if units.title is None:
        return 0
    start = units.token_at(units.title.end)
    return start if start < len(units) else None


def _line_end(units: Units, sentence: Sentence) -> int:
    """Return the token after the line that holds a sentence."""
    last = sentence.last
    for other in units.sentences:
        if other.paragraph == sentence.paragraph:
            last = max(last, other.last)
    return last


def _lines(units: Units) -> list[tuple[int, int]]:
    """Return the tokens of every line."""
    bounds: dict[int, tuple[int, int]] = {}
    for sentence in units.sentences:
        low, _ = bounds.get(sentence.paragraph, (sentence.first, 0))
        bounds[sentence.paragraph] = (low, sentence.last)
    return list(bounds.values())
