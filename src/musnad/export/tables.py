"""The tables that events are exported as, with every column documented."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations, product

from musnad.export.codes import Code, Ontology
from musnad.export.contexts import Contexts
from musnad.model import Event, Participant, Reading, Units
from musnad.text import cut

Value = str | int | float | None
Row = dict[str, Value]
JOINT = "; "
"""What stands between several values in one field."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, and what it holds."""

    name: str
    doc: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table: what it is, its columns in order, and how a reading becomes rows."""

    doc: str
    columns: tuple[Column, ...]
    rows: Callable[[Reading, Ontology], Iterator[Row]]


def _event_row(reading: Reading, event: Event, code: Code | None) -> Row:
    article = reading.article
    return {
        "event_id": event.id,
        "article_id": article.id,
        "url": article.url,
        "publisher": article.publisher,
        "published": reading.published.value,
        "date": event.date,
        "type": None if code is None else code.type,
        "mode": None if code is None else code.mode,
        "cameo": None if code is None else code.cameo,
        "quad": None if code is None else code.quad,
        "score": None if code is None else code.score,
        "base_type": event.type,
        "base_mode": event.mode,
        "status": event.status,
        "place": event.place,
    }


def _plover(reading: Reading, ontology: Ontology) -> Iterator[Row]:
    """Yield a row an event, whatever its status."""
    if not reading.events:
        return
    text, units = reading.article.text, cut(reading.article)
    for event in reading.events:
        row = _event_row(reading, event, ontology.code(event)) | _contexts(event, units, ontology.contexts)
        for side, people in (("actor", event.actors), ("recipient", event.recipients)):
            row |= {
                f"{side}_names": _joined([p.name for p in people]),
                f"{side}_countries": _joined([p.country or "" for p in people]),
                f"{side}_sectors": _joined([p.sector or "" for p in people]),
            }
        row |= {
            "trigger": event.trigger.of(text),
            "trigger_start": event.trigger.start,
            "trigger_end": event.trigger.end,
            "statements": _joined(event.statements),
            "chain": _joined([link.name for link in event.chain]),
            "rule": event.rule,
        }
        yield row


def _contexts(event: Event, units: Units, contexts: Contexts) -> Row:
    """Return the contexts of the sentence in which the trigger stands, and the words that say so."""
    sentence = units.sentence(units.token_at(event.trigger.start))
    found = contexts.of(units.norms[sentence.first : sentence.last])
    words = [units.surface(sentence.first + first, sentence.first + last) for first, last in found.values()]
    return {"contexts": _joined(list(found)), "context_words": _joined(words)}


def _joined(values: Sequence[str]) -> str | None:
    return JOINT.join(values) if any(values) else None


def _cameo(reading: Reading, ontology: Ontology) -> Iterator[Row]:
    """Yield a row for every actor and recipient of an event that has a code; participants that meet act both ways."""
    for event in reading.events:
        code = ontology.code(event)
        if code is None:
            continue
        for source, target in _dyads(event):
            yield (
                _event_row(reading, event, code)
                | {"root": code.cameo[:2]}
                | _party("source", source)
                | _party("target", target)
            )


def _dyads(event: Event) -> Iterator[tuple[Participant | None, Participant | None]]:
    if len(event.actors) > 1 and not event.recipients:
        yield from permutations(event.actors, 2)
        return
    yield from product(event.actors or (None,), event.recipients or (None,))


def _party(side: str, who: Participant | None) -> Row:
    country, sector = ("", "") if who is None else (who.country or "", who.sector or "")
    return {
        f"{side}_name": None if who is None else who.name,
        f"{side}_country": country or None,
        f"{side}_sector": sector or None,
        f"{side}_code": country + sector or None,
    }


_DOCS: Mapping[str, str] = {
    "event_id": "the event; the same as in the JSON form",
    "article_id": "the article that tells it",
    "url": "its address, where known",
    "publisher": "who published it",
    "published": "the day of the article, as read",
    "date": "when it happened: an ISO day, or a longer period as in TIMEX3; empty where the text does not tell",
    "type": "PLOVER type as the codebook has it for this status; empty where it has none",
    "mode": "PLOVER mode of that type",
    "cameo": "CAMEO code",
    "quad": "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict",
    "score": "score of the type between conflict (negative) and cooperation",
    "base_type": "type of the event, whatever became of it",
    "base_mode": "its mode",
    "status": "happened, ongoing, planned, hypothetical, requested, denied, failed",
    "place": "where, by name",
    "actor_names": "who did it, joined by «; »",
    "actor_countries": "their countries (ISO 3166 alpha-3) in the same order",
    "actor_sectors": "their PLOVER sectors in the same order",
    "recipient_names": "to whom, joined by «; »",
    "recipient_countries": "their countries in the same order",
    "recipient_sectors": "their sectors in the same order",
    "contexts": "PLOVER contexts: what the sentence that tells it is about, joined by «; »",
    "context_words": "the first words in that sentence that say so, in the same order",
    "trigger": "the words that tell it",
    "trigger_start": "where they start in the article's text, in code points",
    "trigger_end": "where they end",
    "statements": "ids of the statements that tell it, joined by «; »",
    "chain": "through whom it reached us, origin first, joined by «; »",
    "rule": "the rule that read it",
    "root": "first two digits of the CAMEO code",
    "source_name": "who did it",
    "source_country": "country of the source",
    "source_sector": "sector of the source",
    "source_code": "country and sector in one, as CAMEO actor codes are written",
    "target_name": "to whom it was done",
    "target_country": "country of the target",
    "target_sector": "sector of the target",
    "target_code": "country and sector of the target in one",
}
_SHARED = ("event_id", "article_id", "url", "publisher", "published", "date", "type", "mode", "cameo", "quad", "score")
_BASE = ("base_type", "base_mode", "status", "place")
_CONTEXT = ("contexts", "context_words")
_SIDES = tuple(f"{side}_{what}" for side in ("actor", "recipient") for what in ("names", "countries", "sectors"))
_EVIDENCE = ("trigger", "trigger_start", "trigger_end", "statements", "chain", "rule")
_DYAD = tuple(f"{side}_{what}" for side in ("source", "target") for what in ("name", "country", "sector", "code"))


def _columns(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name, _DOCS[name]) for name in names)


TABLES: Mapping[str, Table] = {
    "plover": Table("one row an event", _columns(*_SHARED, *_BASE, *_CONTEXT, *_SIDES, *_EVIDENCE), _plover),
    "cameo": Table(
        "one row a coded event and pair of source and target",
        _columns(*_SHARED, "root", *_BASE, *_DYAD),
        _cameo,
    ),
}
"""Every table by name."""
