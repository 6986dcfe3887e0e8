"""The scorer: what it counts as right, and what it can never do."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musnad.evaluate.names import same_name, same_names
from musnad.evaluate.score import LAYERS, Tally, score, total
from musnad.evaluate.views import EventView, StatementView, TimeView, View, view_of_json, view_of_reading
from musnad.model import (
    Article,
    Event,
    Link,
    Participant,
    Published,
    Reading,
    Span,
    Speaker,
    Statement,
    TimeExpression,
    reading_to_json,
)

TEXT = (
    "قال مدير الميناء لوكالة المدى إن السفينة الأولى وصلت صباح السبت، وأكد أن الرصيف الجديد جاهز. والتقى المدير وفدا."
)


def at(surface: str) -> Span:
    start = TEXT.index(surface)
    return Span(start, start + len(surface))


SAID = StatementView(at("قال"), (at("السفينة الأولى وصلت صباح السبت"),), "مدير الميناء", ("وكالة المدى",), "indirect")
ALSO = StatementView(at("أكد"), (at("الرصيف الجديد جاهز"),), "مدير الميناء", (), "indirect")
TIME = TimeView(at("صباح السبت"), "2024-05-04TMO")
MEETING = EventView("CONSULT", at("التقى"), "happened", "2024-05-04", ("المدير",), ("وفد",), "مدينة المدى")
GOLD = View(("وكالة المدى",), (SAID, ALSO), (TIME,), (MEETING,))


def f1(layer: str, read: View, gold: View = GOLD) -> float:
    return score(gold, read, TEXT)[layer].f1


def only(**changes: object) -> View:
    """Return the gold with its first statement, time or event changed."""
    said = {k: v for k, v in changes.items() if k in {"cue", "content", "name", "via", "form"}}
    time = {k: v for k, v in changes.items() if k in {"span", "value"}}
    event = {k: v for k, v in changes.items() if k not in said and k not in time}
    return replace(
        GOLD,
        statements=(replace(SAID, **said), ALSO),  # type: ignore[arg-type]
        times=(replace(TIME, **time),),  # type: ignore[arg-type]
        events=(replace(MEETING, **event),),  # type: ignore[arg-type]
    )


@pytest.mark.parametrize("layer", LAYERS)
def test_a_perfect_reading_scores_one(layer: str) -> None:
    assert f1(layer, GOLD) == 1.0


@pytest.mark.parametrize("layer", LAYERS)
def test_an_empty_reading_scores_nothing(layer: str) -> None:
    assert f1(layer, View()) == 0.0


@pytest.mark.parametrize("layer", LAYERS)
def test_reading_what_is_not_annotated_scores_nothing(layer: str) -> None:
    tally = score(View(), GOLD, TEXT)[layer]
    assert (tally.right, tally.gold, tally.precision) == (0, 0, 0.0)


@pytest.mark.parametrize("layer", [layer for layer in LAYERS if layer != "statement.via+"])
def test_reading_everything_twice_costs_precision_and_not_recall(layer: str) -> None:
    twice = View(GOLD.tail * 2, GOLD.statements * 2, GOLD.times * 2, GOLD.events * 2)
    tally = score(GOLD, twice, TEXT)[layer]
    assert tally.recall == 1.0
    # participants are counted over events that were found, so an event too many does not count again
    assert tally.precision == (1.0 if layer == "event.actors" else 0.5)


@pytest.mark.parametrize(
    ("layer", "read", "expected"),
    [
        ("statement", only(content=(at("السفينة الأولى وصلت"),)), 1.0),
        ("statement.exact", only(content=(at("السفينة الأولى وصلت"),)), 0.5),
        ("statement", only(content=(at("السفينة"),)), 0.5),
        ("statement.speaker", only(name="السيد مدير الميناء"), 1.0),
        ("statement.speaker", only(name="وكالة المدى"), 0.5),
        ("statement.speaker", only(name=""), 0.5),
        ("statement.via", only(via=()), 0.5),
        ("statement.via+", only(via=()), 0.0),
        ("statement.via", only(via=("وكالة المدى", "قناة النهر")), 0.5),
        ("statement.form", only(form="direct"), 0.5),
        ("cue", only(cue=at("وفدا")), 0.5),
        ("statement", only(cue=at("وفدا")), 1.0),
        ("time.span", only(span=at("السبت")), 1.0),
        ("time.value", only(value="2024-05-04"), 0.0),
        ("time.value", only(value=None), 0.0),
        ("event", only(type="AGREE"), 0.0),
        ("event", only(trigger=at("وصلت")), 0.0),
        ("event.status", only(status="planned"), 0.0),
        ("event", only(status="planned"), 1.0),
        ("event.date", only(date=None), 0.0),
        ("event.date", only(date="2024-05-04TMO"), 1.0),
        ("event.date", only(date="2024-05-05"), 0.0),
        ("event.place", only(place=None), 0.0),
        ("event.place", only(place="المدى"), 1.0),
        ("event.place", only(place="الرصيف"), 0.0),
        ("event.actors", only(actors=("وفد",), recipients=("المدير",)), 0.0),
        ("event.actors", only(recipients=()), 2 / 3),
        ("tail", replace(GOLD, tail=("صحيفة التلة",)), 0.0),
    ],
)
def test_a_change_counts_where_it_should(layer: str, read: View, expected: float) -> None:
    assert f1(layer, read) == pytest.approx(expected)


def test_of_nested_statements_with_like_contents_the_one_with_the_same_cue_is_meant() -> None:
    outer = replace(SAID, cue=at("لوكالة"), name="وكالة المدى")
    gold = View(statements=(outer, SAID))
    assert f1("statement.speaker", View(statements=(SAID, outer)), gold) == 1.0


def test_a_value_that_the_annotation_leaves_open_must_stay_open() -> None:
    gold = replace(GOLD, times=(replace(TIME, value=None),))
    assert f1("time.value", gold, gold) == 1.0
    assert f1("time.value", GOLD, gold) == 0.0


def test_articles_add_up_by_facts_not_by_articles() -> None:
    right, wrong = score(GOLD, GOLD, TEXT), score(View(tail=("ا", "ب", "ج")), View(), TEXT)
    assert total([right, wrong])["tail"] == Tally(1, 1, 4)


spans = st.builds(
    lambda start, length: Span(start, min(start + length, len(TEXT))),
    st.integers(0, len(TEXT) - 1),
    st.integers(1, 40),
)
names = st.sampled_from(["مدير الميناء", "وكالة المدى", "وفد", "السيد", "قناة النهر"])
views = st.builds(
    View,
    tail=st.lists(names, max_size=3).map(tuple),
    statements=st.lists(
        st.builds(
            StatementView,
            cue=st.none() | spans,
            content=st.lists(spans, min_size=1, max_size=2).map(tuple),
            name=names,
            via=st.lists(names, max_size=2).map(tuple),
            form=st.sampled_from(["direct", "indirect"]),
        ),
        max_size=4,
    ).map(tuple),
    times=st.lists(st.builds(TimeView, spans, st.sampled_from([None, "2024"])), max_size=4).map(tuple),
    events=st.lists(
        st.builds(
            EventView,
            type=st.sampled_from(["AID", "AGREE"]),
            trigger=spans,
            status=st.sampled_from(["happened", "planned"]),
            date=st.sampled_from([None, "2024-05-04"]),
            actors=st.lists(names, max_size=2).map(tuple),
        ),
        max_size=4,
    ).map(tuple),
)


@given(views, views)
def test_nothing_is_right_twice(gold: View, read: View) -> None:
    for layer, tally in score(gold, read, TEXT).items():
        assert 0 <= tally.right <= min(tally.read, tally.gold), layer
        assert 0.0 <= tally.f1 <= 1.0, layer


@given(views, views)
def test_a_layer_is_never_better_than_the_one_that_it_builds_on(gold: View, read: View) -> None:
    scores = score(gold, read, TEXT)
    for layer in ("exact", "speaker", "via", "form"):
        assert scores[f"statement.{layer}"].right <= scores["statement"].right
    assert scores["time.value"].right <= scores["time.span"].right
    assert scores["event.status"].right <= scores["event"].right


@given(views)
def test_every_expression_that_is_read_as_annotated_is_found(gold: View) -> None:
    assert score(gold, gold, TEXT)["time.span"] == Tally(*[len(gold.times)] * 3)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("أحمد علي", "احمد على", True),
        ("الرئيس سالم المحيط", "سالم المحيط", True),
        ("د. سالم المحيط", "الشيخ سالم المحيط", True),
        ("السيد", "السيد", True),
        ("السيد", "الشيخ", False),
        ("سالم المحيط", "ليلى المحيط", False),
        ("", "", False),
        ("...", "سالم", False),
    ],
)
def test_names_are_compared_folded_and_without_honorifics(one: str, other: str, same: bool) -> None:  # noqa: FBT001 - a case
    assert same_name(one, other) is same
    assert same_name(other, one) is same


def test_joint_speakers_need_as_many_names() -> None:
    assert same_names("سالم + ليلى", "ليلى + سالم")
    assert not same_names("سالم + ليلى", "سالم")
    assert not same_names("", "سالم")


def reading() -> Reading:
    tail = Link("وكالة المدى", "agency", at("وكالة المدى"), "text", tail=True)
    own = (Link("مدير الميناء", "speaker"), Link("وكالة المدى", "outlet"))
    return Reading(
        article=Article(TEXT, published=Published("2024-05-04", "given", 1.0)),
        chain=(tail,),
        times=(TimeExpression(TIME.span, "TIME", TIME.value),),
        statements=(
            Statement("s1", "indirect", at("قال"), SAID.content, Speaker("مدير الميناء"), chain=(*own, tail)),
            Statement("s2", "indirect", at("أكد"), ALSO.content, Speaker("مدير الميناء"), chain=(own[0], tail)),
        ),
        events=(
            Event(
                "e1",
                "CONSULT",
                MEETING.trigger,
                date="2024-05-04",
                actors=(Participant("المدير"),),
                recipients=(Participant("وفد"),),
                place="مدينة المدى",
            ),
        ),
    )


def test_a_reading_is_seen_as_its_annotation_would_be() -> None:
    assert view_of_reading(reading()) == GOLD


def test_the_json_form_is_seen_as_the_reading_is() -> None:
    assert view_of_json(reading_to_json(reading())) == GOLD


def test_a_rejection_is_an_empty_reading() -> None:
    assert view_of_json({"format": "musnad.rejection/1", "id": "a", "reason": "empty", "detail": ""}) == View()


def test_a_speaker_whom_nobody_knows_has_no_name() -> None:
    value = {"statements": [{"content": [[0, 3]], "speaker": None, "chain": []}]}
    assert view_of_json(value).statements[0].name == ""
