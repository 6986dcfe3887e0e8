"""Explanations: the evidence tree of a fact, with what the fact says."""

from collections.abc import Iterator

from musnad.grammar import draw
from musnad.model import Event, Link, Mention, Reading, Span, Statement, TimeExpression
from musnad.render.words import chain_line, content_line, event_line, participants_line

Fact = Mention | TimeExpression | Statement | Event


def explanations(reading: Reading, at: int) -> Iterator[str]:
    """Yield an explanation for every fact whose evidence covers code point `at`, the most specific first."""
    found = [(min(s.end - s.start for s in spans), fact) for fact, spans in _facts(reading) if _covers(spans, at)]
    for _, fact in sorted(found, key=lambda pair: pair[0]):
        yield explain(fact, reading)
    for link in reading.chain:
        if link.span is not None and link.span.start <= at < link.span.end:
            yield _tail(link)


def explain(fact: Fact, reading: Reading) -> str:
    """Return what a fact says and the tree that made it; the root of the tree names the rule of the fact."""
    tree = "(no tree: the reading was loaded from JSON)" if fact.node is None else draw(fact.node, reading.article.text)
    return f"{_headline(fact, reading)}\n{tree}"


def _facts(reading: Reading) -> Iterator[tuple[Fact, tuple[Span, ...]]]:
    for mention in reading.mentions:
        yield mention, (mention.span,)
    for time in reading.times:
        yield time, (time.span,)
    for statement in reading.statements:
        speaker = statement.speaker.span if statement.speaker is not None else None
        yield statement, (statement.cue, *statement.content, *(() if speaker is None else (speaker,)))
    for event in reading.events:
        yield event, (event.trigger,)


def _covers(spans: tuple[Span, ...], at: int) -> bool:
    return any(span.start <= at < span.end for span in spans)


def _headline(fact: Fact, reading: Reading) -> str:
    text = reading.article.text
    if isinstance(fact, Mention):
        return f"MENTION {fact.kind}: {fact.name} [{fact.entity}], found by {fact.basis}"
    if isinstance(fact, TimeExpression):
        anchor = f", against {fact.anchor}" if fact.anchor else ""
        days = f", one of {', '.join(fact.candidates)}" if fact.candidates else ""
        return f"TIME {fact.type} {fact.value or 'unknown'}{days}{anchor}"
    if isinstance(fact, Event):
        actors, recipients = participants_line(fact.actors), participants_line(fact.recipients)
        return f"EVENT {event_line(fact, text)}\n  actors: {actors or '-'}\n  recipients: {recipients or '-'}"
    speaker = "nobody named" if fact.speaker is None else f"{fact.speaker.name} ({fact.speaker.basis})"
    return (
        f"STATEMENT {fact.form}, {fact.stance}, {fact.medium}; speaker: {speaker}\n"
        f"  chain: {chain_line(fact.chain)}\n  content: {content_line(fact, text)}"
    )


def _tail(link: Link) -> str:
    return f"CHAIN {link.role}: {link.name}, credited in the {link.basis} (confidence {link.confidence:.2f})"
