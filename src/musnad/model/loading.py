"""From the public JSON forms to records: `musnad.reading/1` and `musnad.rejection/1`.

Readers ignore unknown fields. What a reading holds beyond its JSON form are only the evidence trees.
"""

from collections.abc import Mapping
from typing import Any

from musnad.errors import FormatError
from musnad.model.chains import Chain, Link
from musnad.model.checked import require_types
from musnad.model.documents import Article, Published, PublishedCandidate, Retrieval
from musnad.model.events import Event, Participant
from musnad.model.jsonio import READING, REJECTION, Json
from musnad.model.mentions import Entity, Mention
from musnad.model.quotations import Quotation
from musnad.model.readings import Reading, Rejection
from musnad.model.spans import OffsetMap, Span
from musnad.model.statements import Speaker, Statement
from musnad.model.times import TimeExpression


def from_json(value: Mapping[str, Any], *, own: bool = False) -> Reading | Rejection:
    """Return the reading or rejection that a JSON value stands for.

    Fields that the schema does not require may be absent. Raises `FormatError` if the value has neither form, or misses
    a required field, or holds a value that no record can. `own` says that musnad wrote it: its types are right, which
    saves half of the time.
    """
    kind = value.get("format") if isinstance(value, Mapping) else None
    try:
        if kind == READING:
            reading = _to_reading(value)
            if not own:
                require_types(reading)
            return reading
        if kind == REJECTION:
            rejection = Rejection(value["id"], value["reason"], value["detail"])
            require_types(rejection)
            return rejection
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
