"""Whatever the records hold: the JSON form fits its schema, comes back, and may lack what is not required."""

import json
from importlib import resources
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

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
from musnad.model.chains import ROLES
from musnad.model.documents import BASES
from musnad.model.events import STATUSES
from musnad.model.mentions import KINDS
from musnad.model.quotations import FUNCTIONS
from musnad.model.readings import REASONS
from musnad.model.statements import FORMS, MEDIA
from musnad.model.times import TYPES

SETTINGS = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
maybe = st.none() | words
spans = st.tuples(st.integers(0, 50), st.integers(1, 30)).map(lambda pair: Span(pair[0], sum(pair)))
days = st.dates().map(lambda day: day.isoformat()) | st.datetimes().map(lambda moment: moment.isoformat())
trust = st.floats(0, 1)
candidates = st.builds(PublishedCandidate, words, st.sampled_from(BASES), words)
published = st.builds(
    Published,
    st.none() | days,
    st.sampled_from(BASES),
    trust,
    st.lists(candidates, max_size=2).map(tuple),
    st.booleans(),
)
links = st.builds(Link, words, st.sampled_from(ROLES), spans, words, trust, maybe, maybe, st.booleans()) | st.builds(
    Link, words, st.sampled_from(ROLES), st.none(), st.just("byline")
)
chains = st.lists(links, max_size=3).map(tuple)
speakers = st.builds(Speaker, words, st.none() | spans, maybe, words)
participants = st.lists(st.builds(Participant, words, st.none() | spans, maybe, maybe, maybe), max_size=2).map(tuple)
mentions = spans.flatmap(
    lambda span: st.builds(
        Mention,
        st.just(span),
        st.sampled_from(KINDS),
        words,
        words,
        proper=st.none() | st.just(span),
        subkind=maybe,
        latin=maybe,
        basis=words,
        rule=words,
    )
)
genders = st.sampled_from(["m", "f", None])
aliases = st.lists(words, max_size=2).map(tuple)
entities = st.builds(
    Entity, words, st.sampled_from(KINDS), words, maybe, maybe, maybe, genders, st.sampled_from("sdp"), aliases
)
times = st.builds(
    TimeExpression,
    spans,
    st.sampled_from(TYPES),
    maybe,
    maybe,
    maybe,
    maybe,
    st.lists(words, max_size=2).map(tuple),
    maybe,
    words,
)
statements = st.builds(
    Statement,
    words,
    st.sampled_from(FORMS),
    spans,
    st.lists(spans, min_size=1, max_size=3).map(tuple),
    speaker=st.none() | speakers,
    addressee=st.none() | speakers,
    medium=st.sampled_from(MEDIA),
    denial=st.booleans(),
    stance=words,
    said=maybe,
    parent=maybe,
    chain=chains,
    rule=words,
)
quotations = st.builds(Quotation, spans, st.sampled_from(FUNCTIONS), maybe, words)
events = st.builds(
    Event,
    words,
    words,
    spans,
    mode=maybe,
    status=st.sampled_from(STATUSES),
    actors=participants,
    recipients=participants,
    place=maybe,
    place_span=st.none() | spans,
    date=maybe,
    statements=st.lists(words, max_size=2).map(tuple),
    chain=chains,
    rule=words,
)
articles = st.builds(
    lambda text, title, **rest: Article(text, Span(0, len(text)) if title and text else None, **rest),
    words,
    st.booleans(),
    id=maybe,
    url=maybe,
    publisher=maybe,
    byline=maybe,
    published=published,
    extractor=words,
    own_id=maybe,
    retrieval=st.none() | st.builds(Retrieval, words, st.none() | st.just("2024-02-29T10:00:00+00:00"), maybe),
    raw_map=st.none() | st.just(OffsetMap(((0, 2, 5, 7), (3, 4, 8, 12)))),
)
readings = st.builds(
    Reading,
    articles,
    published,
    chains,
    st.lists(mentions, max_size=2).map(tuple),
    st.lists(entities, max_size=2).map(tuple),
    st.lists(times, max_size=2).map(tuple),
    st.lists(statements, max_size=2).map(tuple),
    st.lists(quotations, max_size=2).map(tuple),
    st.lists(events, max_size=2).map(tuple),
    st.just((("text", "00"),)),
)


def validator(form: str) -> jsonschema.Draft202012Validator:
    file = resources.files("musnad") / "data" / "json-schema" / f"{form}.schema.json"
    return jsonschema.Draft202012Validator(json.loads(file.read_text("utf-8")))


READING, REJECTION = validator("reading"), validator("rejection")


def required_only(value: Any, schema: dict[str, Any], whole: dict[str, Any]) -> Any:  # noqa: ANN401 - any JSON
    """Return a value with only what its schema requires, at every depth."""
    schema = whole["$defs"][schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema
    if "anyOf" in schema:
        return value if value is None else required_only(value, schema["anyOf"][0], whole)
    if isinstance(value, list) and isinstance(schema.get("items"), dict):
        return [required_only(item, schema["items"], whole) for item in value]
    if isinstance(value, dict) and "properties" in schema:
        properties = schema["properties"]
        return {k: required_only(v, properties[k], whole) for k, v in value.items() if k in schema.get("required", ())}
    return value


@SETTINGS
@given(readings)
def test_any_reading_fits_the_schema_and_comes_back_from_json(reading: Reading) -> None:
    value = json.loads(json.dumps(reading_to_json(reading), ensure_ascii=False))
    READING.validate(value)
    back = from_json(value)
    assert back == reading
    assert isinstance(back, Reading)
    assert back.article.version == value["version"]


@SETTINGS
@given(readings)
def test_what_the_schema_does_not_require_may_be_absent(reading: Reading) -> None:
    schema = READING.schema
    small = required_only(json.loads(json.dumps(reading_to_json(reading))), schema, schema)
    READING.validate(small)
    back = from_json(small)
    assert isinstance(back, Reading)
    assert required_only(reading_to_json(back), schema, schema) == small


@SETTINGS
@given(st.builds(Rejection, maybe, st.sampled_from(sorted(REASONS)), words))
def test_any_rejection_fits_the_schema_and_comes_back_from_json(rejection: Rejection) -> None:
    value = json.loads(json.dumps(rejection_to_json(rejection)))
    REJECTION.validate(value)
    assert from_json(value) == rejection


@pytest.mark.parametrize("field", READING.schema["required"])
def test_a_reading_without_a_required_field_is_refused(field: str) -> None:
    value = reading_to_json(Reading(Article("نص")))
    del value[field]
    assert not READING.is_valid(value)
    with pytest.raises(FormatError):
        from_json(value)


@pytest.mark.parametrize(
    "value", [[], "x", None, {"format": "musnad.reading/1", "mentions": 7}, {"format": "musnad.rejection/1", "id": 1}]
)
def test_what_has_no_public_form_is_refused(value: Any) -> None:  # noqa: ANN401 - any JSON
    with pytest.raises(FormatError):
        from_json(value)


def test_the_schema_knows_every_word_of_the_records() -> None:
    definitions = READING.schema["$defs"]
    expected = {
        ("published", "basis"): BASES,
        ("link", "role"): ROLES,
        ("mention", "kind"): KINDS,
        ("time", "type"): TYPES,
        ("statement", "form"): FORMS,
        ("statement", "medium"): MEDIA,
        ("event", "status"): STATUSES,
    }
    for (record, field), vocabulary in expected.items():
        assert set(definitions[record]["properties"][field]["enum"]) == set(vocabulary), (record, field)
    assert set(REJECTION.schema["properties"]["reason"]["enum"]) == set(REASONS)
