"""The kinds of records as tables: the columns of each, and the rows of a reading.

`readings` holds everything, the others are for whoever asks with a table engine; `prints` is what copies are found by.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import Any

import pyarrow as pa

from musnad.corpus.copies import key_of
from musnad.corpus.index import Print
from musnad.model import Article, Chain, Document, Event, Reading, Rejection, reading_to_json

Row = tuple[Any, ...]
_TEXT, _NUMBER, _TRUTH = pa.string(), pa.int32(), pa.bool_()
_TEXTS, _NUMBERS = pa.list_(pa.string()), pa.list_(pa.uint64())
_ARTICLE = {"version": _TEXT, "document": _TEXT, "publisher": _TEXT, "published": _TEXT}
_SPAN = {"start": _NUMBER, "end": _NUMBER}


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record: its columns, and the rows of a reading."""

    columns: Mapping[str, pa.DataType]
    rows: Callable[[Reading], Iterator[Row]]

    @property
    def schema(self) -> pa.Schema:
        """Return the schema of its Parquet files."""
        return pa.schema(list(self.columns.items()))


def _article(reading: Reading) -> Row:
    article = reading.article
    return article.version, Document.of(article).id, article.publisher, reading.published.value


def _readings(reading: Reading) -> Iterator[Row]:
    article = reading.article
    value = reading_to_json(reading)
    text = value.pop("text")
    told = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    yield (*_article(reading), article.id, article.url, article.title, article.language, text, told)


def _statements(reading: Reading) -> Iterator[Row]:
    text, own = reading.article.text, _article(reading)
    for s in reading.statements:
        speaker = (None, None) if s.speaker is None else (s.speaker.name, s.speaker.entity)
        content = " … ".join(span.of(text) for span in s.content)
        span = (s.content[0].start, s.content[-1].end) if s.content else (s.cue.start, s.cue.end)
        told = (s.cue.of(text), s.form, s.denial, s.stance, s.medium, s.said, s.parent)
        yield (*own, s.id, *speaker, content, *told, _names(s.chain), *span, s.rule)


def _events(reading: Reading) -> Iterator[Row]:
    text, own = reading.article.text, _article(reading)
    for e in reading.events:
        span = (e.trigger.start, e.trigger.end)
        told = (e.trigger.of(text), e.type, e.mode, e.status, e.date, e.place, list(e.statements), _names(e.chain))
        yield (*own, e.id, *told, *_sides(e), *span, e.rule)


def _sides(event: Event) -> Row:
    return tuple(
        [getattr(each, name) for each in side] for side in (event.actors, event.recipients) for name in _SIDE_FIELDS
    )


_SIDE_FIELDS = ("name", "entity", "country", "sector")
_SIDES = {
    f"{side}_{name}": _TEXTS for side in ("actor", "recipient") for name in ("names", "ids", "countries", "sectors")
}


def _mentions(reading: Reading) -> Iterator[Row]:
    own = _article(reading)
    for m in reading.mentions:
        yield (*own, m.entity, m.kind, m.name, m.latin, m.span.start, m.span.end)


def _times(reading: Reading) -> Iterator[Row]:
    text, own = reading.article.text, _article(reading)
    for t in reading.times:
        yield (*own, t.span.of(text), t.type, t.value, t.start, t.end, t.granularity, t.span.start, t.span.end, t.rule)


def _prints(reading: Reading) -> Iterator[Row]:
    article = replace(reading.article, raw_map=None)
    found = Print.of(article)
    yield key_of(article), Document.of(article).id, same(article), found.publisher, found.day, sorted(found.prints)


def same(article: Article) -> str:
    """Return a hash of all that an article states of itself, by which the same article is known when it comes again."""
    return blake2b(repr(article).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _names(chain: Chain) -> list[str]:
    return [link.name for link in chain]


KINDS: Mapping[str, Kind] = {
    "readings": Kind(
        _ARTICLE | dict.fromkeys(("id", "url", "title", "language", "text", "reading"), _TEXT),
        _readings,
    ),
    "statements": Kind(
        _ARTICLE
        | dict.fromkeys(("statement", "speaker", "speaker_id", "content", "cue", "form"), _TEXT)
        | {"denial": _TRUTH}
        | dict.fromkeys(("stance", "medium", "said", "parent"), _TEXT)
        | {"chain": _TEXTS}
        | _SPAN
        | {"rule": _TEXT},
        _statements,
    ),
    "events": Kind(
        _ARTICLE
        | dict.fromkeys(("event", "trigger", "type", "mode", "status", "date", "place"), _TEXT)
        | dict.fromkeys(("statements", "chain"), _TEXTS)
        | _SIDES
        | _SPAN
        | {"rule": _TEXT},
        _events,
    ),
    "mentions": Kind(_ARTICLE | dict.fromkeys(("entity", "kind", "name", "latin"), _TEXT) | _SPAN, _mentions),
    "times": Kind(
        _ARTICLE
        | dict.fromkeys(("words", "type", "value", "first", "last", "granularity"), _TEXT)
        | _SPAN
        | {"rule": _TEXT},
        _times,
    ),
    "prints": Kind(
        dict.fromkeys(("key", "document", "same", "publisher"), _TEXT) | {"day": _NUMBER, "prints": _NUMBERS},
        _prints,
    ),
}
"""The kinds that are made of readings."""

REJECTIONS = pa.schema([(name, _TEXT) for name in ("source", "id", "reason", "detail")])


def rejection_row(source: str, rejection: Rejection) -> Row:
    """Return the row of a rejection."""
    return source, rejection.id, rejection.reason, rejection.detail
