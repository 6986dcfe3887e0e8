"""The public JSON form `musnad.corroboration/1`: stories, dispatches, propositions with what stands behind them."""

from collections.abc import Mapping
from typing import Any

from musnad.claims.find import Claims
from musnad.claims.rules import RULES, Rules
from musnad.corpus.copies import Copies
from musnad.corpus.jsonio import CORROBORATION, dispatch_to_json
from musnad.model import Link, Reading, Span, span_to_json
from musnad.model.claims import Attestation, Conflict, Proposition, Readouts, Source, Sources, Story
from musnad.model.flows import SourceGraph

SOURCES = "musnad.sources/1"

Json = dict[str, Any]


def claims_to_json(claims: Claims, copies: Copies, readings: Mapping[str, Reading], rules: Rules) -> Json:
    """Return the corroboration of a collection. Evidence is shown in the words of `readings`.

    An article that stands in no story is one of its own.
    """
    return {
        "format": CORROBORATION,
        "documents": claims.documents,
        "publishers": claims.publishers,
        "rules": [name for name in RULES if rules.on(name)],
        "stories": [list(story.keys) for story in claims.stories if len(story.keys) > 1],
        "chapters": [story_to_json(story) for story in claims.stories if len(story.keys) > 1],
        "dispatches": [dispatch_to_json(each) for each in copies.dispatches],
        "propositions": [proposition_to_json(each, readings) for each in claims.propositions],
        "readouts": [{"story": key, **readouts_to_json(each)} for key, each in claims.readouts.items()],
    }


def proposition_to_json(found: Proposition, readings: Mapping[str, Reading]) -> Json:
    """Return a proposition: origins and routes refer to its evidence by number."""
    behind = found.corroboration
    return {
        "id": found.id,
        "kind": found.kind,
        "story": found.story,
        "text": found.text,
        "sentence": found.sentence,
        "articles": behind.articles,
        "copies": behind.copies,
        "publishers": behind.publishers,
        "origins": _sources(behind.origins),
        "routes": _sources(behind.routes),
        "grade": behind.grade,
        "common_link": behind.common,
        "unnamed": list(behind.unnamed),
        "owners": list(behind.owners),
        "states": list(behind.states),
        "first": None
        if behind.first is None
        else {
            "id": behind.first.key,
            "publisher": behind.first.publisher,
            "published": behind.first.published,
            "basis": behind.first.basis,
        },
        "conflicts": [_conflict(each) for each in found.conflicts],
        "evidence": [
            _evidence(each, span, number, readings)
            for number, each in enumerate(found.attestations)
            for span in each.spans
        ],
    }


def readouts_to_json(found: Readouts) -> Json:
    """Return what the sides of a story tell of it: points refer to sides by number, to propositions by id."""
    return {
        "sides": [{"name": side.name, "country": side.country, "hands": list(side.hands)} for side in found.sides],
        "points": [
            {
                "kind": point.kind,
                "sides": list(point.sides),
                "propositions": list(point.propositions),
                "text": point.text,
                "conflict": None if point.conflict is None else _conflict(point.conflict),
            }
            for point in found.points
        ],
    }


def graph_to_json(found: SourceGraph) -> Json:
    """Return the source graph of a collection, the form `musnad.sources/1`."""
    return {
        "format": SOURCES,
        "documents": found.documents,
        "outlets": [
            {
                "name": outlet.name,
                "articles": outlet.articles,
                "own": outlet.own,
                "unknown": outlet.unknown,
                "share": round(outlet.share, 3),
                "owner": outlet.owner,
                "state": outlet.state,
            }
            for outlet in found.outlets
        ],
        "flows": [
            {
                "taker": flow.taker,
                "source": flow.source,
                "kind": flow.kind,
                "articles": flow.articles,
                "credited": flow.credited,
                "days": flow.days,
                "members": list(flow.keys),
            }
            for flow in found.flows
        ],
    }


def _conflict(found: Conflict) -> Json:
    return {
        "about": found.about,
        "explained": found.explained,
        "values": [{"id": key, "value": value} for key, value in found.values],
    }


def story_to_json(story: Story) -> Json:
    """Return a story with its chapters."""
    return {
        "id": story.id,
        "members": list(story.keys),
        "chapters": [{"day": each.day, "members": list(each.keys)} for each in story.chapters],
    }


def _sources(found: Sources) -> Json:
    return {
        "names": list(found.names),
        "least": found.least,
        "most": found.most,
        "found": [_source(each) for each in found.found],
    }


def _source(source: Source) -> Json:
    return {
        "name": source.name,
        "kind": source.kind,
        "entity": source.entity,
        "certain": source.certain,
        "basis": list(source.basis),
        "owner": source.owner,
        "state": source.state,
        "through": list(source.through),
        "disputed": list(source.disputed),
        "country": source.country,
        "attestations": list(source.attested),
    }


def _evidence(each: Attestation, span: Span, number: int, readings: Mapping[str, Reading]) -> Json:
    return {
        "id": each.key,
        "span": span_to_json(span),
        "words": span.of(readings[each.key].article.text),
        "attestation": number,
        "kind": each.kind,
        "fact": each.fact,
        "denies": each.denies,
        "title": each.title,
        "chain": [_link(link) for link in each.chain],
    }


def _link(link: Link) -> Json:
    return {
        "name": link.name,
        "role": link.role,
        "entity": link.entity,
        "basis": link.basis,
        "tail": link.tail,
        "unnamed": link.unnamed,
    }
