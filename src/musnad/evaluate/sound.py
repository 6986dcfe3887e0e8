"""What holds of every reading whatever the text: spans, trees, ids, references, and the way through JSON and back.

`flaws` is empty for a sound reading. It knows nothing of what a text means: any string must be read soundly, and tests,
the mutation campaign and the fuzzers ask exactly this.
"""

import json
from collections.abc import Iterator

from musnad.grammar import draw
from musnad.model import (
    Chain,
    Event,
    Mention,
    Quotation,
    Reading,
    Span,
    Statement,
    TimeExpression,
    from_json,
    reading_to_json,
)

Fact = Mention | TimeExpression | Statement | Event | Quotation


def flaws(reading: Reading) -> list[str]:
    """Return what is unsound in a reading, each with its place; nothing where all is well."""
    return [*_spans(reading), *_trees(reading), *_references(reading), *_order(reading), *_form(reading)]


def spans(reading: Reading) -> Iterator[tuple[str, Span]]:
    """Yield every span of a reading with the name of its place."""
    article = reading.article
    for place, span in (("title", article.title_span), ("subtitle", article.subtitle_span)):
        if span is not None:
            yield place, span
    yield from _chain("chain", reading.chain)
    for n, mention in enumerate(reading.mentions):
        yield f"mentions[{n}]", mention.span
        if mention.proper is not None:
            yield f"mentions[{n}].proper", mention.proper
    yield from ((f"times[{n}]", time.span) for n, time in enumerate(reading.times))
    yield from ((f"quotations[{n}]", quotation.span) for n, quotation in enumerate(reading.quotations))
    yield from _said(reading)
    yield from _done(reading)


def facts(reading: Reading) -> tuple[Fact, ...]:
    """Return everything in a reading that a rule made."""
    return (*reading.mentions, *reading.times, *reading.statements, *reading.events, *reading.quotations)


def evidence(fact: Fact) -> tuple[Span, ...]:
    """Return where a fact stands in the text, in order."""
    if isinstance(fact, Statement):
        return tuple(sorted((fact.cue, *fact.content)))
    return (fact.trigger if isinstance(fact, Event) else fact.span,)


def _said(reading: Reading) -> Iterator[tuple[str, Span]]:
    for n, statement in enumerate(reading.statements):
        yield f"statements[{n}].cue", statement.cue
        yield from ((f"statements[{n}].content", span) for span in statement.content)
        for role, speaker in (("speaker", statement.speaker), ("addressee", statement.addressee)):
            if speaker is not None and speaker.span is not None:
                yield f"statements[{n}].{role}", speaker.span
        yield from _chain(f"statements[{n}].chain", statement.chain)


def _done(reading: Reading) -> Iterator[tuple[str, Span]]:
    for n, event in enumerate(reading.events):
        yield f"events[{n}].trigger", event.trigger
        if event.place_span is not None:
            yield f"events[{n}].place", event.place_span
        for side in (event.actors, event.recipients):
            yield from ((f"events[{n}].participant", each.span) for each in side if each.span is not None)
        yield from _chain(f"events[{n}].chain", event.chain)


def _chain(place: str, chain: Chain) -> Iterator[tuple[str, Span]]:
    yield from ((place, link.span) for link in chain if link.span is not None and link.basis != "byline")


def _spans(reading: Reading) -> Iterator[str]:
    size = len(reading.article.text)
    yield from (f"{place}: {span} ends behind the text of {size}" for place, span in spans(reading) if span.end > size)


def _trees(reading: Reading) -> Iterator[str]:
    """Yield facts that no rule made, or whose tree another rule made, or that cannot be drawn."""
    text = reading.article.text
    for fact in facts(reading):
        where = f"{type(fact).__name__} by {fact.rule!r}"
        if not fact.rule or fact.node is None or fact.node.rule != fact.rule:
            yield f"{where}: its tree is {fact.node and fact.node.rule!r}"
        elif not draw(fact.node, text):
            yield f"{where}: its tree cannot be drawn"
        elif any(not 0 <= node.start <= node.end <= len(text) for node in fact.node.walk()):
            yield f"{where}: its tree leaves the text"


def _references(reading: Reading) -> Iterator[str]:
    entities = {entity.id for entity in reading.entities}
    yield from (f"{m.name!r}: no entity {m.entity}" for m in reading.mentions if m.entity not in entities)
    ids = [*(statement.id for statement in reading.statements), *(event.id for event in reading.events)]
    if len(ids) != len(set(ids)):
        yield "two facts with one id"
    parents = {statement.id: statement.parent for statement in reading.statements}
    for name, parent in parents.items():
        above, seen = parent, {name}
        while above is not None:
            if above in seen or above not in parents:
                yield f"statement {name}: its parent {above} holds itself or is none"
                break
            seen.add(above)
            above = parents[above]
    told = [name for event in reading.events for name in event.statements]
    told += [quotation.statement for quotation in reading.quotations if quotation.statement is not None]
    yield from (f"no statement {name}" for name in told if name not in parents)


def _order(reading: Reading) -> Iterator[str]:
    last = 0
    for time in reading.times:
        if time.span.start < last:
            yield f"time {time.span} overlaps the one before"
        last = time.span.end


def _form(reading: Reading) -> Iterator[str]:
    written = json.dumps(reading_to_json(reading))
    if from_json(json.loads(written)) != reading:
        yield "its JSON form comes back as another reading"
