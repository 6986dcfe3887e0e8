"""The public JSON forms: round trip, schema, and what is refused."""

import json
from importlib import resources

import jsonschema
import pytest

from musnad.errors import FormatError
from musnad.model import (
    Article,
    Entity,
    Event,
    Link,
    Mention,
    OffsetMap,
    Participant,
    Published,
    PublishedCandidate,
    Quotation,
    Reading,
    Rejection,
    Retrieval,
    Span,
    Speaker,
    Statement,
    TimeExpression,
    from_json,
    reading_to_json,
    rejection_to_json,
)


def full_reading() -> Reading:
    text = "عنوان\n\nقال الوزير أمس إن الاتفاق وُقّع."
    changed = PublishedCandidate("2021-09-15", "metadata", "JSON-LD")
    article = Article(
        text,
        title_span=Span(0, 5),
        id="one",
        url="http://example.org/1",
        publisher="صحيفة",
        byline="وكالة",
        published=Published("2021-09-14T10:00:00+03:00", "metadata", 0.9, reason="JSON-LD", updated=(changed,)),
        subtitle_span=Span(7, 10),
        own_id="7",
        retrieval=Retrieval("00ff", "2021-09-16T08:00:00+00:00", "http://example.org/1"),
        raw_map=OffsetMap(((0, 5, 100, 105),)),
    )
    tail = Link("وكالة", "agency", None, "byline", 0.8, "agency.x", None, tail=True)
    own = Link("الوزير", "speaker", Span(11, 17), "cue")
    candidate = PublishedCandidate("2021-09-13", "text", "weekday")
    return Reading(
        article=article,
        published=Published("2021-09-14", "evidence", 0.7, (candidate,), approximate=True),
        chain=(tail,),
        mentions=(Mention(Span(11, 17), "person", "الوزير", "local.1", subkind="role", rule="mentions.role.bare"),),
        entities=(Entity("local.1", "person", "الوزير", country="EGY", sector="GOV", gender="m", aliases=("الوزير",)),),
        times=(TimeExpression(Span(18, 21), "DATE", None, candidates=("2021-09-13",), rule="times.day.word"),),
        statements=(
            Statement(
                "s-1",
                "indirect",
                Span(7, 10),
                (Span(25, 38),),
                speaker=Speaker("الوزير", Span(11, 17), "local.1"),
                addressee=Speaker("الصحفيون"),
                chain=(own, tail),
                rule="statements.verb.clause",
            ),
        ),
        quotations=(Quotation(Span(25, 38), "speech", "s-1", "statements.marks.statement"),),
        events=(
            Event(
                "e-1",
                "AGREE",
                Span(25, 32),
                mode=None,
                actors=(Participant("الوزير", Span(11, 17), "local.1", "EGY", "GOV"),),
                recipients=(Participant("آخر"),),
                place="القاهرة",
                place_span=Span(1, 2),
                date="2021-09-13",
                statements=("s-1",),
                chain=(own, tail),
            ),
        ),
        digests=(("text", "00"),),
    )


def schema(form: str) -> dict[str, object]:
    file = resources.files("musnad") / "data" / "json-schema" / f"{form}.schema.json"
    loaded: dict[str, object] = json.loads(file.read_text("utf-8"))
    return loaded


def test_a_reading_survives_the_round_trip_through_json() -> None:
    reading = full_reading()
    assert from_json(json.loads(json.dumps(reading_to_json(reading), ensure_ascii=False))) == reading


def test_a_reading_fits_the_published_schema() -> None:
    jsonschema.validate(reading_to_json(full_reading()), schema("reading"))
    jsonschema.validate(reading_to_json(Reading(Article(""))), schema("reading"))


def test_the_schema_names_every_field_that_is_written() -> None:
    written = reading_to_json(full_reading())
    published = schema("reading")
    properties = published["properties"]
    assert isinstance(properties, dict)
    assert set(written) == set(properties)
    definitions = published["$defs"]
    assert isinstance(definitions, dict)
    pairs = {"mentions": "mention", "entities": "entity", "times": "time", "statements": "statement", "events": "event"}
    for field, name in pairs.items():
        assert set(written[field][0]) == set(definitions[name]["properties"]), name


def test_a_rejection_survives_the_round_trip_and_fits_its_schema() -> None:
    rejection = Rejection("line 3", "json", "truncated")
    value = rejection_to_json(rejection)
    jsonschema.validate(value, schema("rejection"))
    assert from_json(value) == rejection


def test_readers_ignore_unknown_fields() -> None:
    value = reading_to_json(full_reading())
    value["future"] = 1
    value["statements"][0]["future"] = 2
    value["entities"][0]["future"] = 3
    assert from_json(value) == full_reading()


NAMED = {"name": "الوزير", "kind": "person", "entity": "local.1"}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"format": "musnad.reading/9"}, "format must be"),
        ({"statements": [{"id": "s"}]}, "KeyError"),
        ({"title_span": [3, 1]}, "start=3, end=1"),
        ({"chain": [{"name": "وكالة", "role": "agency", "confidence": float("nan")}]}, "Link.confidence cannot be nan"),
        ({"url": 1.5}, "Article.url cannot be 1.5"),
        ({"chain": [{"name": None, "role": "agency"}]}, "Link.name cannot be None"),
        ({"title_span": [0.0, 2.5]}, "slice indices must be integers"),
        (
            {"mentions": [{**reading_to_json(full_reading())["mentions"][0], "proper": [7, 9.0]}]},
            "outside|Span.end cannot",
        ),
        ({"raw_map": [[0, 5, 0, "5"]]}, "TypeError|OffsetMap"),
    ],
)
def test_json_of_another_form_is_refused_with_its_reason(change: dict[str, object], message: str) -> None:
    with pytest.raises(FormatError, match=message):
        from_json({**reading_to_json(full_reading()), **change})


def test_an_address_with_half_a_character_identifies_its_document() -> None:
    value = {**reading_to_json(full_reading()), "url": "http://example.org/\ud800?a=\ud800"}
    reading = from_json(value)
    assert isinstance(reading, Reading)
    assert reading_to_json(reading)["document"] != reading_to_json(full_reading())["document"]
