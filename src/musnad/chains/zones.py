"""Where an article credits its hands: dateline, footer."""

from collections.abc import Iterator

from musnad.lexicon import Hits
from musnad.model import Sentence, Units

_LONGEST_DATELINE = 16  # tokens before the mark that ends a dateline
_LONGEST_LINE = 8  # tokens of a line that holds nothing but a credit
_LONGEST_BRACKET = 6  # tokens between brackets at the end
_FOOTER_LINES = 3
_DATELINE_LINES = 4  # lines of the body whose beginning may be a dateline
_ENDS = frozenset(":-–—ـ)")
_MARKS = frozenset('-–—ـ.،:()«»"“”/')
_SPEECH = ("cue", "common_verb", "trigger", "complementizer")


def dateline(units: Units, hits: Hits) -> tuple[int, int] | None:
    """Return the tokens of the dateline: from the start of the body to the mark that ends it, without any verb."""
    start = _body(units)
    if start is None:
        return None
    first = units.sentence(start)
    low, high = start, min(_line_end(units, first), start + _LONGEST_DATELINE)
    end = low
    for i in range(low, high):
        if any(hit.form.pos == "verb" for hit in hits.at(i, *_SPEECH)):
            break
        if units.norms[i] in _ENDS:
            end = i + 1
    if end > low:
        return low, end
    whole = _line_end(units, first)
    return (low, whole) if whole - low <= _LONGEST_LINE else None


def inner_datelines(units: Units, hits: Hits) -> Iterator[tuple[int, int]]:
    """Yield the tokens of datelines that open a later paragraph («موسكو- وكالة.»): places, credits and marks alone."""
    start = _body(units)
    for first, last in _lines(units)[: _DATELINE_LINES + 1]:
        if start is None or first <= start:
            continue
        at = first
        while at < last and (step := _credit_part(units, hits, at)):
            at = step
        if first < at < last and not units.is_word(at - 1) and any(not units.is_word(i) for i in range(first, at - 1)):
            yield first, at


def _credit_part(units: Units, hits: Hits, at: int) -> int:
    """Return the token behind a part of a dateline, 0 where there is none."""
    if not units.is_word(at):
        return at + 1 if units.norms[at] in _MARKS else 0
    found = [h.last for h in hits.at(at, "place", "country", "agency", "agency_credit", "publisher") if not h.prefix]
    return max(found, default=0)


def footer(units: Units, hits: Hits) -> Iterator[tuple[int, int]]:
    """Yield the tokens of lines and brackets at the end that may hold a credit, the last one first."""
    lines = [line for line in _lines(units) if units.title is None or units.starts[line[0]] >= units.title.end]
    for first, last in reversed(lines[-_FOOTER_LINES:]):
        if last - first <= _LONGEST_LINE and not any(
            h.form.pos == "verb" for i in range(first, last) for h in hits.at(i)
        ):
            yield first, last
            continue
        if last == len(units) or last - first > _LONGEST_LINE:
            bracket = _bracket(units, first, last)
            if bracket is not None:
                yield bracket
        break


def _bracket(units: Units, first: int, last: int) -> tuple[int, int] | None:
    """Return the tokens inside a bracket that ends a line, a full stop behind it aside."""
    close = last - 1
    while close > first and units.norms[close] in ".،":
        close -= 1
    if units.norms[close] != ")":
        return None
    for opening in range(close - 1, max(first, close - _LONGEST_BRACKET - 4) - 1, -1):
        if units.norms[opening] == "(":
            return opening + 1, close
    return None


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
