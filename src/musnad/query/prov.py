"""Readings as JSON-LD in the terms of W3C PROV-O: what was derived from what, and through whom."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from urllib.parse import quote

from musnad.model import Article, Capture, Chain, Document, Event, Link, Reading, Span, Statement, shared_id

CONTEXT = {
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "schema": "https://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "musnad": "urn:musnad:",
}
_QUOTE = "oa:exact"

Json = dict[str, Any]


def prov(reading: Reading, captures: Sequence[Capture], facts: Iterable[str] | None = None) -> Json:
    """Return an article with its captures and facts as a graph; `facts` are the ids of those wanted, None means all.

    A fact is an entity that was derived from the version of the page and quotes its spans; the hands of its chain are
    qualified attributions, numbered from the origin.
    """
    article = reading.article
    wanted = None if facts is None else frozenset(facts)
    graph = [_version(article, captures), *(_capture(capture) for capture in captures), *_hands(reading.chain)]
    for statement in reading.statements:
        if wanted is None or statement.id in wanted:
            graph += [_statement(statement, article), *_hands(statement.chain)]
    for event in reading.events:
        if wanted is None or event.id in wanted:
            graph += [_event(event, article), *_hands(event.chain)]
    return {"@context": CONTEXT, "@graph": list({node["@id"]: node for node in graph}.values())}


def _version(article: Article, captures: Sequence[Capture]) -> Json:
    return {
        "@id": f"musnad:{article.version}",
        "@type": ["prov:Entity", "schema:NewsArticle"],
        "prov:specializationOf": {"@id": f"musnad:{Document.of(article).id}"},
        "schema:url": article.url,
        "schema:headline": article.title,
        "schema:datePublished": article.published.value,
        "schema:publisher": article.publisher,
        "prov:wasDerivedFrom": [{"@id": _capture_id(capture)} for capture in captures],
    }


def _capture(capture: Capture) -> Json:
    return {
        "@id": _capture_id(capture),
        "@type": "prov:Entity",
        "schema:sha256": capture.raw_hash,
        "schema:url": capture.url,
        "prov:generatedAtTime": {"@type": "xsd:dateTime", "@value": capture.retrieved_at}
        if capture.retrieved_at
        else None,
    }


def _capture_id(capture: Capture) -> str:
    return f"urn:sha256:{capture.raw_hash}" + (f"#{capture.retrieved_at}" if capture.retrieved_at else "")


def _statement(statement: Statement, article: Article) -> Json:
    return {
        "@id": f"musnad:{statement.id}",
        "@type": ["prov:Entity", "schema:Quotation"],
        "prov:wasDerivedFrom": {"@id": f"musnad:{article.version}"},
        "schema:spokenByCharacter": None if statement.speaker is None else statement.speaker.name,
        "schema:dateCreated": statement.said,
        "musnad:form": statement.form,
        "musnad:denial": statement.denial,
        "oa:hasTarget": [_target(span, article) for span in statement.content],
        "prov:qualifiedAttribution": _attributions(statement.chain),
    }


def _event(event: Event, article: Article) -> Json:
    return {
        "@id": f"musnad:{event.id}",
        "@type": ["prov:Entity", "schema:Event"],
        "prov:wasDerivedFrom": {"@id": f"musnad:{article.version}"},
        "musnad:type": event.type,
        "musnad:status": event.status,
        "schema:startDate": event.date,
        "schema:location": event.place,
        "schema:actor": [who.name for who in event.actors],
        "schema:recipient": [who.name for who in event.recipients],
        "oa:hasTarget": [_target(event.trigger, article)],
        "prov:qualifiedAttribution": _attributions(event.chain),
    }


def _target(span: Span, article: Article) -> Json:
    return {"oa:start": span.start, "oa:end": span.end, _QUOTE: span.of(article.text)}


def _attributions(chain: Chain) -> list[Json]:
    return [
        {
            "@type": "prov:Attribution",
            "prov:agent": {"@id": _agent_id(link)},
            "prov:hadRole": {"@id": f"musnad:role/{link.role}"},
            "musnad:position": position,
            "musnad:basis": link.basis,
        }
        for position, link in enumerate(chain)
    ]


def _hands(chain: Chain) -> Iterator[Json]:
    for link in chain:
        yield {"@id": _agent_id(link), "@type": "prov:Agent", "schema:name": link.name}


def _agent_id(link: Link) -> str:
    known = shared_id(link.entity)
    return f"musnad:entity/{known}" if known else f"musnad:name/{quote(link.name, safe='')}"
