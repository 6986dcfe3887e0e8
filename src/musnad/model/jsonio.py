"""The public JSON forms: `musnad.reading/1` and `musnad.rejection/1`, there and back.

Readers ignore unknown fields. What a reading holds beyond its JSON form are only the evidence trees.
"""

from collections.abc import Mapping
from typing import Any

from musnad.errors import FormatError
from musnad.model.chains import Chain, Link
from musnad.model.documents import Article, Document, Published, PublishedCandidate, Retrieval
from musnad.model.events import Event, Participant
from musnad.model.mentions import Entity, Mention
from musnad.model.quotations import Quotation
from musnad.model.readings import Reading, Rejection
from musnad.model.spans import OffsetMap, Span
from musnad.model.statements import Speaker, Statement
from musnad.model.times import TimeExpression

READING = "musnad.reading/1"
REJECTION = "musnad.rejection/1"

Json = dict[str, Any]


def _span(span: Span | None) -> list[int] | None:
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
    return [
        {
            "name": link.name,
            "role": link.role,
            "span": _span(link.span),
            "basis": link.basis,
            "confidence": link.confidence,
            "entity": link.entity,
            "medium": link.medium,
            "tail": link.tail,
            "unnamed": link.unnamed,
        }
        for link in chain
    ]


def _mention(mention: Mention) -> Json:
    return {
        "span": _span(mention.span),
        "proper": _span(mention.proper),
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
        "span": _span(time.span),
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
    return {"name": speaker.name, "span": _span(speaker.span), "entity": speaker.entity, "basis": speaker.basis}


def _statement(statement: Statement) -> Json:
    return {
        "id": statement.id,
        "form": statement.form,
        "cue": _span(statement.cue),
        "content": [_span(span) for span in statement.content],
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
        "span": _span(quotation.span),
        "function": quotation.function,
        "statement": quotation.statement,
        "rule": quotation.rule,
    }


def _participants(participants: tuple[Participant, ...]) -> list[Json]:
    return [
        {"name": p.name, "span": _span(p.span), "entity": p.entity, "country": p.country, "sector": p.sector}
        for p in participants
    ]


def _event(event: Event) -> Json:
    return {
        "id": event.id,
        "type": event.type,
        "mode": event.mode,
        "status": event.status,
        "trigger": _span(event.trigger),
        "actors": _participants(event.actors),
        "recipients": _participants(event.recipients),
        "place": event.place,
        "place_span": _span(event.place_span),
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
        "title_span": _span(article.title_span),
        "subtitle_span": _span(article.subtitle_span),
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


def from_json(value: Mapping[str, Any]) -> Reading | Rejection:
    """Return the reading or rejection that a JSON value stands for.

    Fields that the schema does not require may be absent. Raises `FormatError` if the value has neither form, or misses
    a required field, or holds a value that no record can.
    """
    kind = value.get("format") if isinstance(value, Mapping) else None
    try:
        if kind == READING:
            return _to_reading(value)
        if kind == REJECTION:
            return Rejection(value["id"], value["reason"], value["detail"])
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        message = f"not a valid {kind}: {type(error).__name__}: {error}"
        raise FormatError(message) from error
    message = f"format must be {READING!r} or {REJECTION!r}, not {kind!r}"
    raise FormatError(message)


def _to_span(value: list[int] | None) -> Span | None:
    return None if value is None else Span(*value)


def _must_span(value: list[int]) -> Span:
    return Span(*value)


def _to_published(value: Json) -> Published:
    return Published(
        value=value["value"],
        basis=value["basis"],
        confidence=value.get("confidence", 0.0),
        candidates=_to_candidates(value["candidates"]),
        approximate=value.get("approximate", False),
        reason=value.get("reason", ""),
        updated=_to_candidates(value.get("updated", [])),
    )


def _to_candidates(values: list[Json]) -> tuple[PublishedCandidate, ...]:
    return tuple(PublishedCandidate(c["value"], c["basis"], c.get("reason", "")) for c in values)


def _to_retrieval(value: Json | None) -> Retrieval | None:
    return None if value is None else Retrieval(value["raw_hash"], value.get("retrieved_at"), value.get("url"))


def _to_chain(value: list[Json]) -> Chain:
    return tuple(
        Link(
            name=v["name"],
            role=v["role"],
            span=_to_span(v.get("span")),
            basis=v.get("basis", "text"),
            confidence=v.get("confidence", 1.0),
            entity=v.get("entity"),
            medium=v.get("medium"),
            tail=v.get("tail", False),
            unnamed=v.get("unnamed", False),
        )
        for v in value
    )


def _to_speaker(v: Json | None) -> Speaker | None:
    if v is None:
        return None
    return Speaker(v["name"], _to_span(v.get("span")), v.get("entity"), v.get("basis", "subject"))


def _to_participants(value: list[Json]) -> tuple[Participant, ...]:
    return tuple(
        Participant(v["name"], _to_span(v.get("span")), v.get("entity"), v.get("country"), v.get("sector"))
        for v in value
    )


def _to_mention(v: Json) -> Mention:
    return Mention(
        span=_must_span(v["span"]),
        kind=v["kind"],
        name=v["name"],
        entity=v["entity"],
        proper=_to_span(v["proper"]),
        subkind=v.get("subkind"),
        latin=v.get("latin"),
        basis=v.get("basis", "name"),
        rule=v.get("rule", ""),
        alternatives=tuple((other["id"], other["score"]) for other in v.get("alternatives", ())),
    )


def _to_entity(v: Json) -> Entity:
    return Entity(
        id=v["id"],
        kind=v["kind"],
        name=v["name"],
        latin=v.get("latin"),
        country=v.get("country"),
        sector=v.get("sector"),
        gender=v.get("gender"),
        number=v.get("number", "s"),
        aliases=tuple(v.get("aliases", ())),
        stands_for=v.get("stands_for"),
        seat_of=v.get("seat_of"),
    )


def _to_time(v: Json) -> TimeExpression:
    return TimeExpression(
        span=_must_span(v["span"]),
        type=v["type"],
        value=v["value"],
        start=v.get("start"),
        end=v.get("end"),
        granularity=v.get("granularity"),
        candidates=tuple(v["candidates"]),
        anchor=v.get("anchor"),
        rule=v["rule"],
    )


def _to_statement(v: Json) -> Statement:
    return Statement(
        id=v["id"],
        form=v["form"],
        cue=_must_span(v["cue"]),
        content=tuple(_must_span(span) for span in v["content"]),
        speaker=_to_speaker(v["speaker"]),
        addressee=_to_speaker(v["addressee"]),
        medium=v["medium"],
        denial=v["denial"],
        stance=v.get("stance", "neutral"),
        said=v["said"],
        parent=v["parent"],
        chain=_to_chain(v["chain"]),
        rule=v["rule"],
    )


def _to_quotation(v: Json) -> Quotation:
    return Quotation(_must_span(v["span"]), v["function"], v["statement"], v["rule"])


def _to_event(v: Json) -> Event:
    return Event(
        id=v["id"],
        type=v["type"],
        trigger=_must_span(v["trigger"]),
        mode=v["mode"],
        status=v["status"],
        actors=_to_participants(v["actors"]),
        recipients=_to_participants(v["recipients"]),
        place=v["place"],
        place_span=_to_span(v.get("place_span")),
        date=v["date"],
        statements=tuple(v["statements"]),
        chain=_to_chain(v["chain"]),
        rule=v["rule"],
    )


def _to_reading(v: Mapping[str, Any]) -> Reading:
    pieces = v.get("raw_map")
    article = Article(
        text=v["text"],
        title_span=_to_span(v.get("title_span")),
        subtitle_span=_to_span(v.get("subtitle_span")),
        id=v["id"],
        url=v["url"],
        publisher=v["publisher"],
        byline=v.get("byline"),
        published=_to_published(v.get("stated", v["published"])),
        language=v["language"],
        extractor=v.get("extractor", "text/1"),
        own_id=v.get("own_id"),
        retrieval=_to_retrieval(v.get("capture")),
        raw_map=None if pieces is None else OffsetMap(tuple(tuple(piece) for piece in pieces)),
    )
    return Reading(
        article=article,
        published=_to_published(v["published"]),
        chain=_to_chain(v["chain"]),
        mentions=tuple(_to_mention(m) for m in v["mentions"]),
        entities=tuple(_to_entity(e) for e in v.get("entities", ())),
        times=tuple(_to_time(t) for t in v["times"]),
        statements=tuple(_to_statement(s) for s in v["statements"]),
        quotations=tuple(_to_quotation(q) for q in v.get("quotations", ())),
        events=tuple(_to_event(e) for e in v["events"]),
        digests=tuple(v.get("digests", {}).items()),
    )
