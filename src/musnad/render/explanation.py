"""Explanations: the evidence tree of a fact, with what the fact says."""

from collections.abc import Iterator
from typing import Any

from musnad.grammar import draw
from musnad.model import (
    Event,
    Link,
    Mention,
    Node,
    Quotation,
    Reading,
    Span,
    Statement,
    TimeExpression,
    reading_to_json,
)
from musnad.render.words import chain_line, content_line, event_line, participants_line

Fact = Mention | TimeExpression | Statement | Quotation | Event


def explanations(reading: Reading, at: int) -> Iterator[str]:
    """Yield an explanation for every fact whose evidence covers code point `at`, the most specific first."""
    for _, _, fact in _covering(reading, at):
        yield explain(fact, reading)
    for link in reading.chain:
        if link.span is not None and link.span.start <= at < link.span.end:
            yield _tail(link)


def explanations_to_json(reading: Reading, at: int) -> Iterator[dict[str, Any]]:
    """Yield the same facts as JSON values: the part of the reading that a fact is in, the fact, and its tree."""
    whole = reading_to_json(reading)
    for part, number, fact in _covering(reading, at):
        tree = None if fact.node is None else _tree(fact.node, reading.article.text)
        yield {"part": part, "fact": whole[part][number], "tree": tree}
    for number, link in enumerate(reading.chain):
        if link.span is not None and link.span.start <= at < link.span.end:
            yield {"part": "chain", "fact": whole["chain"][number], "tree": None}


def _tree(node: Node, text: str) -> dict[str, Any]:
    value = node.value if isinstance(node.value, str | int | float | bool | None) else str(node.value)
    return {
        "kind": node.kind,
        "rule": node.rule,
        "span": [node.start, node.end],
        "text": text[node.start : node.end],
        "value": value,
        "children": [_tree(child, text) for child in node.children],
    }


def _covering(reading: Reading, at: int) -> list[tuple[str, int, Fact]]:
    """Return part, number and fact of all facts whose evidence covers a code point, the shortest evidence first."""
    found = [
        (min(span.end - span.start for span in spans), part, number, fact)
        for part, number, fact, spans in _facts(reading)
        if any(span.start <= at < span.end for span in spans)
    ]
    return [(part, number, fact) for _, part, number, fact in sorted(found, key=lambda each: each[0])]


def explain(fact: Fact, reading: Reading) -> str:
    """Return what a fact says and the tree that made it; the root of the tree names the rule of the fact."""
    tree = "(no tree: the reading was loaded from JSON)" if fact.node is None else draw(fact.node, reading.article.text)
    return f"{_headline(fact, reading)}\n{tree}"


def _facts(reading: Reading) -> Iterator[tuple[str, int, Fact, tuple[Span, ...]]]:
    for number, mention in enumerate(reading.mentions):
        yield "mentions", number, mention, (mention.span,)
    for number, time in enumerate(reading.times):
        yield "times", number, time, (time.span,)
    for number, statement in enumerate(reading.statements):
        speaker = statement.speaker.span if statement.speaker is not None else None
        evidence = (statement.cue, *statement.content, *(() if speaker is None else (speaker,)))
        yield "statements", number, statement, evidence
    for number, quotation in enumerate(reading.quotations):
        yield "quotations", number, quotation, (quotation.span,)
    for number, event in enumerate(reading.events):
        yield "events", number, event, (event.trigger,)


def _headline(fact: Fact, reading: Reading) -> str:
    text = reading.article.text
    if isinstance(fact, Mention):
        return f"MENTION {fact.kind}: {fact.name} [{fact.entity}], found by {fact.basis}"
    if isinstance(fact, TimeExpression):
        anchor = f", against {fact.anchor}" if fact.anchor else ""
        days = f", one of {', '.join(fact.candidates)}" if fact.candidates else ""
        return f"TIME {fact.type} {fact.value or 'unknown'}{days}{anchor}"
    if isinstance(fact, Quotation):
        return f"QUOTATION {fact.function}"
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
