"""The public JSON forms of records: `musnad.reading/1` and `musnad.rejection/1`; `loading` leads back.

Readers ignore unknown fields. What a reading holds beyond its JSON form are only the evidence trees.
"""

from typing import Any

from musnad.model.chains import Chain, Link
from musnad.model.documents import Document, Published, PublishedCandidate, Retrieval
from musnad.model.events import Event, Participant
from musnad.model.mentions import Entity, Mention
from musnad.model.quotations import Quotation
from musnad.model.readings import Reading, Rejection
from musnad.model.spans import Span
from musnad.model.statements import Speaker, Statement
from musnad.model.times import TimeExpression

READING = "musnad.reading/1"
REJECTION = "musnad.rejection/1"

Json = dict[str, Any]


def span_to_json(span: Span | None) -> list[int] | None:
    """Return start and end."""
    return None if span is None else [span.start, span.end]


def _published(value: Published) -> Json:
    return {
        "value": value.value,
        "basis": value.basis,
        "confidence": value.confidence,
        "approximate": value.approximate,
        "reason": value.reason,
        "candidates": _candidates(value.candidates),
        "updated": _candidates(value.updated),
    }


def _candidates(values: tuple[PublishedCandidate, ...]) -> list[Json]:
    return [{"value": c.value, "basis": c.basis, "reason": c.reason} for c in values]


def _capture(found: Retrieval | None) -> Json | None:
    if found is None:
        return None
    return {"raw_hash": found.raw_hash, "retrieved_at": found.retrieved_at, "url": found.url}


def _chain(chain: Chain) -> list[Json]:
    return [link_to_json(link) for link in chain]


def link_to_json(link: Link) -> Json:
    """Return one hand of a chain; its span lies in the text of the article that the chain is of."""
    return {
        "name": link.name,
        "role": link.role,
        "span": span_to_json(link.span),
        "basis": link.basis,
        "confidence": link.confidence,
        "entity": link.entity,
        "medium": link.medium,
        "tail": link.tail,
        "unnamed": link.unnamed,
    }


def _mention(mention: Mention) -> Json:
    return {
        "span": span_to_json(mention.span),
        "proper": span_to_json(mention.proper),
        "kind": mention.kind,
        "subkind": mention.subkind,
        "name": mention.name,
        "latin": mention.latin,
        "entity": mention.entity,
        "basis": mention.basis,
        "rule": mention.rule,
        "alternatives": [{"id": entity, "score": score} for entity, score in mention.alternatives],
    }


def _entity(entity: Entity) -> Json:
    return {
        "id": entity.id,
        "kind": entity.kind,
        "name": entity.name,
        "latin": entity.latin,
        "country": entity.country,
        "sector": entity.sector,
        "gender": entity.gender,
        "number": entity.number,
        "aliases": list(entity.aliases),
        "stands_for": entity.stands_for,
        "seat_of": entity.seat_of,
    }


def _time(time: TimeExpression) -> Json:
    return {
        "span": span_to_json(time.span),
        "type": time.type,
        "value": time.value,
        "start": time.start,
        "end": time.end,
        "granularity": time.granularity,
        "candidates": list(time.candidates),
        "anchor": time.anchor,
        "rule": time.rule,
    }


def _speaker(speaker: Speaker | None) -> Json | None:
    if speaker is None:
        return None
    return {"name": speaker.name, "span": span_to_json(speaker.span), "entity": speaker.entity, "basis": speaker.basis}


def _statement(statement: Statement) -> Json:
    return {
        "id": statement.id,
        "form": statement.form,
        "cue": span_to_json(statement.cue),
        "content": [span_to_json(span) for span in statement.content],
        "denial": statement.denial,
        "stance": statement.stance,
        "speaker": _speaker(statement.speaker),
        "addressee": _speaker(statement.addressee),
        "medium": statement.medium,
        "said": statement.said,
        "parent": statement.parent,
        "rule": statement.rule,
        "chain": _chain(statement.chain),
    }


def _quotation(quotation: Quotation) -> Json:
    return {
        "span": span_to_json(quotation.span),
        "function": quotation.function,
        "statement": quotation.statement,
        "rule": quotation.rule,
    }


def _participants(participants: tuple[Participant, ...]) -> list[Json]:
    return [
        {"name": p.name, "span": span_to_json(p.span), "entity": p.entity, "country": p.country, "sector": p.sector}
        for p in participants
    ]


def _event(event: Event) -> Json:
    return {
        "id": event.id,
        "type": event.type,
        "mode": event.mode,
        "status": event.status,
        "trigger": span_to_json(event.trigger),
        "actors": _participants(event.actors),
        "recipients": _participants(event.recipients),
        "place": event.place,
        "place_span": span_to_json(event.place_span),
        "date": event.date,
        "statements": list(event.statements),
        "chain": _chain(event.chain),
        "rule": event.rule,
    }


def reading_to_json(reading: Reading) -> Json:
    """Return the public form of a reading as plain JSON values."""
    article = reading.article
    return {
        "format": READING,
        "id": article.id,
        "own_id": article.own_id,
        "document": Document.of(article).id,
        "version": article.version,
        "capture": _capture(article.retrieval),
        "text": article.text,
        "title_span": span_to_json(article.title_span),
        "subtitle_span": span_to_json(article.subtitle_span),
        "language": article.language,
        "url": article.url,
        "publisher": article.publisher,
        "byline": article.byline,
        "extractor": article.extractor,
        "published": _published(reading.published),
        "stated": _published(article.published),
        "chain": _chain(reading.chain),
        "mentions": [_mention(m) for m in reading.mentions],
        "entities": [_entity(e) for e in reading.entities],
        "times": [_time(t) for t in reading.times],
        "statements": [_statement(s) for s in reading.statements],
        "quotations": [_quotation(q) for q in reading.quotations],
        "events": [_event(e) for e in reading.events],
        "raw_map": None if article.raw_map is None else [list(piece) for piece in article.raw_map.pieces],
        "digests": dict(reading.digests),
    }


def rejection_to_json(rejection: Rejection) -> Json:
    """Return the public form of a rejection as plain JSON values."""
    return {"format": REJECTION, "id": rejection.id, "reason": rejection.reason, "detail": rejection.detail}
