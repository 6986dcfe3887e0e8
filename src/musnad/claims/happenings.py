"""The events of an article as assertions: what happened, who took part, when, and who says so."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace

from musnad.claims.askers import Asker, asker_of, is_call
from musnad.claims.assertion import Assertion, id_of, stems_of
from musnad.claims.rules import Rules
from musnad.lexicon import Hits, Lexicon, match
from musnad.model import Event, Reading, Span, Statement, Units
from musnad.model.claims import Attestation
from musnad.stories.traits import function_words, trait_of

OCCASIONS: Mapping[str, str] = {"phone": "phone_call"}
"""The medium of what is said at an event of some mode."""
_NEAR = 200  # code points: participants who stand farther were named in another sentence
_SEVERAL = 2
_LIKE = {"ongoing": "happened", "failed": "denied"}


def happenings(
    key: str, reading: Reading, units: Units, owner: Sequence[str | None], lexicon: Lexicon, rules: Rules
) -> Iterator[Assertion]:
    """Yield the events, and once more for everyone who tells what was said at one (an occasion).

    An event that stands in a statement without being tied to it has the chain of that statement. `owner` holds the
    innermost statement of every token.
    """
    empty = function_words(lexicon)
    statements = {statement.id: statement for statement in reading.statements}
    for event in reading.events:
        span = _extent(event)
        title = reading.article.title_span is not None and span.end <= reading.article.title_span.end
        token = min(units.token_at(event.trigger.start), len(units) - 1)
        sentence = units.sentence(token)
        words = tuple(units.norms[i] for i in range(sentence.first, sentence.last) if units.is_word(i))
        around = statements.get(owner[token] or "")
        chain = around.chain if around is not None and not event.statements else event.chain or reading.chain
        found = Attestation(key, "event", (span,), chain, event.id, event.status == "denied", title)
        made = replace(_assertion(event, found, words, empty), around=Span(sentence.start, sentence.end))
        hits = match(units, lexicon) if is_call(event) else None
        asked = None if hits is None else asker_of(event, (sentence.first, sentence.last), reading, units, hits)
        yield replace(made, asker=asked)
        told_at = _said_at(event, reading) if rules.on("occasion") else []
        for statement, asker in _told_by(event, reading, units, hits, told_at or _below(event, reading)):
            told = Attestation(key, "event", statement.content[:1], statement.chain, statement.id)
            yield replace(_assertion(event, told, (), empty), asker=asker)


def _told_by(
    event: Event, reading: Reading, units: Units, hits: Hits | None, told: Sequence[Statement]
) -> list[tuple[Statement, Asker | None]]:
    """Return the statements that tell an event beside the words in which it was read, with who called by their words.

    They are those of which it is known (`told`); and who tells who called tells that there was a call.
    """
    if hits is None:
        return [(statement, None) for statement in told]
    asked = []
    for statement in reading.statements:
        places = [units.tokens_of(span.start, span.end) for span in statement.content]
        known = (asker_of(event, place, reading, units, hits) for place in places)
        asker = next((each for each in known if each is not None), None)
        holds = any(span.start <= event.trigger.start < span.end for span in statement.content)
        if statement in told or (asker is not None and not holds):
            asked.append((statement, asker))
    return asked


def _assertion(event: Event, found: Attestation, words: tuple[str, ...], empty: Container[str]) -> Assertion:
    status = _LIKE.get(event.status, event.status)
    kind = event.type if event.mode is None else f"{event.type}.{event.mode}"
    return Assertion(
        id_of(found),
        found,
        words,
        stems_of(words, empty),
        denies=event.status == "denied",
        what=f"{kind}|{'happened' if status == 'denied' else status}",
        who=frozenset(trait_of(p.entity, p.name) for p in (*event.actors, *event.recipients)),
        day=None if event.date is None else event.date[:10],
        actors=frozenset(trait_of(p.entity, p.name) for p in event.actors),
        recipients=frozenset(trait_of(p.entity, p.name) for p in event.recipients),
    )


def _said_at(event: Event, reading: Reading) -> list[Statement]:
    """Return the statements that were made at an event by one of its participants, or are told of it."""
    medium = OCCASIONS.get(event.mode or "")
    if medium is None or event.status != "happened":
        return []
    who = {p.entity for p in (*event.actors, *event.recipients)}
    return [
        statement
        for statement in reading.statements
        if any(link.medium == medium and link.entity in who for link in statement.chain)
        and statement.id not in event.statements
    ]


def _below(event: Event, reading: Reading) -> list[Statement]:
    """Return the statements below a headline that name all, several, who take part in the event that it tells.

    A reading tells a happening once, where it is told first; the headline does not say who says so.
    """
    title = reading.article.title_span
    who = {p.entity for p in (*event.actors, *event.recipients)}
    if title is None or event.trigger.end > title.end or len(who) < _SEVERAL:
        return []
    if event.statements or event.status not in {"happened", "ongoing"}:
        return []
    named = [(m.span, m.entity) for m in reading.mentions if m.entity in who]
    return [
        statement
        for statement in reading.statements
        if who <= {entity for span, entity in named if any(s.overlaps(span) for s in statement.content)}
    ]


def _extent(event: Event) -> Span:
    """Return the stretch from the first to the last word that the event was read from, near its trigger."""
    spans = [event.trigger, *(p.span for p in (*event.actors, *event.recipients) if p.span is not None)]
    near = [s for s in spans if abs(s.start - event.trigger.start) <= _NEAR]
    return Span(min(s.start for s in near), max(s.end for s in near))
