"""What one article asserts, piece by piece: a sentence or the part of it that one statement holds, and its events.

Every word belongs to the innermost statement that holds it, else to the text's own narration. So a piece has one
chain, and the pieces of two articles can be compared whatever their form.
"""

from collections.abc import Container, Iterator, Sequence
from datetime import date

from musnad.claims.assertion import Assertion, id_of, stems_of
from musnad.claims.happenings import happenings
from musnad.claims.rules import Rules
from musnad.lexicon import Lexicon
from musnad.model import Reading, Span, Statement, Units
from musnad.model.claims import Attestation
from musnad.stories.traits import function_words, trait_of
from musnad.text import cut

LEAST = 4  # words that tell something, below which a piece claims nothing that could be found again
LEAST_SAID = 2  # in a statement: «we shall win»
_DAY = "day"


def assertions(key: str, reading: Reading, lexicon: Lexicon, rules: Rules) -> list[Assertion]:
    """Return all that an article asserts, in order of its text."""
    units = cut(reading.article)
    empty = function_words(lexicon)
    owner = _owners(reading.statements, units)
    found = [*_pieces(key, reading, units, owner, empty), *happenings(key, reading, units, owner, lexicon, rules)]
    return sorted(found, key=lambda each: (each.attestation.spans[0], each.kind))


def _pieces(
    key: str, reading: Reading, units: Units, owner: Sequence[str | None], empty: Container[str]
) -> Iterator[Assertion]:
    """Yield the pieces of every sentence: runs of words with one innermost statement."""
    framed = _frames(reading, units)
    statements = {statement.id: statement for statement in reading.statements}
    for sentence in units.sentences:
        runs: list[tuple[int, int]] = []
        for i in range(sentence.first, sentence.last):
            if runs and owner[i] == owner[runs[-1][0]]:
                runs[-1] = (runs[-1][0], i + 1)
            else:
                runs.append((i, i + 1))
        for first, last in runs:
            statement = statements.get(owner[first] or "")
            piece = _piece(key, reading, units, (first, last), statement, empty)
            if piece is not None and (statement is not None or not _is_frame(units, (first, last), framed, empty)):
                yield piece


def _owners(statements: Sequence[Statement], units: Units) -> list[str | None]:
    """Return for every token the innermost statement that holds it: the one of the shortest content."""
    owner: list[str | None] = [None] * len(units)
    for statement in sorted(statements, key=lambda s: (-_size(s), s.id)):
        for span in statement.content:
            first, last = units.tokens_of(span.start, span.end)
            owner[first:last] = [statement.id] * (last - first)
    return owner


def _frames(reading: Reading, units: Units) -> bytearray:
    """Mark the tokens that only say who says something, and when: cues, the phrases of speakers, times."""
    spans = [statement.cue for statement in reading.statements]
    said = [s.speaker.span for s in reading.statements if s.speaker is not None and s.speaker.span is not None]
    spans += said + [m.span for m in reading.mentions if any(m.span.overlaps(span) for span in said)]
    spans += [time.span for time in reading.times]
    framed = bytearray(len(units))
    for span in spans:
        first, last = units.tokens_of(span.start, span.end)
        framed[first:last] = b"\x01" * (last - first)
    return framed


def _is_frame(units: Units, tokens: tuple[int, int], framed: bytearray, empty: Container[str]) -> bool:
    """Say whether a piece of narration tells nothing but who says something, and when."""
    own = [units.norms[i] for i in range(*tokens) if units.is_word(i) and not framed[i]]
    return len(stems_of(own, empty)) < LEAST


def _size(statement: Statement) -> int:
    return sum(span.end - span.start for span in statement.content)


def _piece(
    key: str,
    reading: Reading,
    units: Units,
    tokens: tuple[int, int],
    statement: Statement | None,
    empty: Container[str],
) -> Assertion | None:
    first, last = tokens
    while first < last and not units.is_word(first):
        first += 1
    while last > first and not units.is_word(last - 1):
        last -= 1
    words = tuple(units.norms[i] for i in range(first, last) if units.is_word(i))
    stems = stems_of(words, empty)
    if len(stems) < (LEAST if statement is None else LEAST_SAID):
        return None
    span = units.span(first, last)
    title = reading.article.title_span is not None and span.end <= reading.article.title_span.end
    if statement is None:
        attestation = Attestation(key, "narration", (span,), reading.chain, title=title)
        return Assertion(id_of(attestation), attestation, words, stems, days=_days(reading, span))
    chain = statement.chain
    attestation = Attestation(key, "statement", (span,), chain, statement.id, statement.denial, title)
    name = None if statement.speaker is None else trait_of(statement.speaker.entity, statement.speaker.name)
    quoted = any(quote.start <= span.start and span.end <= quote.end for quote in units.quotes)
    days = _days(reading, span)
    return Assertion(id_of(attestation), attestation, words, stems, statement.denial, name, quoted, days=days)


def _days(reading: Reading, span: Span) -> tuple[tuple[int, int], ...]:
    """Return the days that are told inside a span; those of a page whose day may be late may be earlier."""
    late = reading.published.slack
    inside = (time for time in reading.times if span.start <= time.span.start and time.span.end <= span.end)
    told = {
        date.fromisoformat(time.start[:10]).toordinal() for time in inside if time.granularity == _DAY and time.start
    }
    return tuple((day - late, day) for day in sorted(told))
