"""Annotated articles: surfaces become spans, and nothing wrong gets through."""

import json
from pathlib import Path
from typing import Any

import pytest

from musnad.errors import GoldError
from musnad.evaluate.gold import counts, digest, find, load, parse
from musnad.model import Span

TEXT = "الوزيرة: الجسر سيفتح غدا\n\nعمّان (وكالة المدى)- قالت الوزيرة إن الجسر سيفتح غدا، وأضافت الوزيرة أن العمل انتهى."


def article(**changes: object) -> dict[str, Any]:
    value: dict[str, Any] = {
        "id": "bridge",
        "publisher": "صحيفة التلة",
        "published": "2024-05-06",
        "text": TEXT,
        "tail": [{"name": "وكالة المدى", "role": "agency", "basis": "dateline", "mention": "وكالة المدى"}],
        "statements": [
            {
                "id": "S1",
                "form": "indirect",
                "cue": "قالت",
                "speaker": "الوزيرة#2",
                "name": "الوزيرة",
                "content": ["الجسر سيفتح غدا#2"],
            }
        ],
        "times": [{"t": "غدا#2", "type": "DATE", "value": "2024-05-07"}],
        "events": [],
    }
    return value | changes


def statement(**changes: object) -> dict[str, Any]:
    return article(statements=[article()["statements"][0] | changes])


def event(**changes: object) -> dict[str, Any]:
    value: dict[str, Any] = {
        "type": "AGREE",
        "mode": None,
        "trigger": "انتهى",
        "actors": [],
        "recipients": [],
        "place": None,
    }
    return article(events=[value | {"date": None, "status": "happened"} | changes])


def test_a_numbered_surface_is_that_occurrence() -> None:
    gold = parse(article())
    said = gold.view.statements[0]
    assert said.cue is not None
    assert said.cue.of(TEXT) == "قالت"
    assert said.content[0].start == TEXT.rindex("الجسر سيفتح غدا")
    assert gold.view.times[0].span == Span(TEXT.rindex("غدا"), TEXT.rindex("غدا") + 3)


def test_a_surface_without_number_is_the_first_occurrence() -> None:
    assert find(TEXT, "الوزيرة") == Span(0, 7)


def test_occurrences_may_overlap() -> None:
    assert find("aaa", "aa#2") == Span(1, 3)


def test_a_number_sign_without_digits_is_text() -> None:
    assert find("وسم #الجسر", "#الجسر") == Span(4, 10)


def test_a_title_field_stands_before_the_body() -> None:
    gold = parse({"id": "a", "title": "عنوان", "text": "متن", "times": [{"t": "متن", "type": "DATE", "value": None}]})
    assert gold.text == "عنوان\n\nمتن"
    assert gold.view.times[0].span.of(gold.text) == "متن"


def test_resolved_spans_are_taken_too() -> None:
    assert parse(statement(cue=[0, 7])).view.statements[0].cue == Span(0, 7)


@pytest.mark.parametrize("surface", ["الرئيس", "قالت#2", "الوزيرة#0", "", "#2"])
def test_a_surface_that_is_not_there_is_refused(surface: str) -> None:
    with pytest.raises(GoldError, match="S1 cue"):
        parse(statement(cue=surface))


@pytest.mark.parametrize(
    ("wrong", "where"),
    [
        (statement(form="spoken"), "S1 form"),
        (statement(medium="radio"), "S1 medium"),
        (statement(denial="no"), "S1 denial"),
        (statement(name=""), "S1 name"),
        (statement(content=[]), "S1 content"),
        (statement(content=["غير مكتوب"]), "S1 content"),
        (statement(cue=[5, 5]), "S1 cue"),
        (statement(cue=[0, 4000]), "S1 cue"),
        (statement(via="رويترز"), "S1 via"),
        (statement(parent="S9"), "S1: parent"),
        (statement(parent="S1"), "S1: parent"),
        (statement(speakr="الوزيرة"), "unknown field 'speakr'"),
        (article(statements=article()["statements"] * 2), "needs an id of its own"),
        (article(times=[{"t": "غدا", "type": "DAY", "value": None}]), "time 1 type"),
        (article(times=[{"t": "غدا", "type": "DATE", "value": "tomorrow"}]), "time 1 value"),
        (article(times=[{"t": "أمس", "type": "DATE", "value": None}]), "time 1: not in the text"),
        (article(tail=[{"name": "م", "role": "speaker", "basis": "text"}]), "tail 1 role"),
        (article(tail=[{"name": "م", "role": "agency", "basis": "hearsay"}]), "tail 1 basis"),
        (event(type="MEET"), "event 1 type"),
        (event(status="maybe"), "event 1 status"),
        (event(date="yesterday"), "event 1 date"),
        (event(trigger="وقّع"), "event 1 trigger"),
        (event(actors="الوزيرة"), "event 1 actors"),
        (article(tails=[]), "unknown field 'tails'"),
    ],
)
def test_what_the_guide_does_not_know_is_refused_with_its_place(wrong: dict[str, Any], where: str) -> None:
    with pytest.raises(GoldError, match=where):
        parse(wrong)


@pytest.mark.parametrize("value", [[], {"id": "a"}, {"text": "نص"}, {"id": "a", "text": 3}])
def test_what_is_no_annotated_article_is_refused(value: object) -> None:
    with pytest.raises(GoldError, match="at least id and text"):
        parse(value)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "value",
    [
        *("2024-05-06", "2024-05", "2024", "202", "2024-W19", "2024-W19-WE", "2024-Q2", "2024-SU", "2024-05-06T15:30"),
        *("2024-05-06T15:30Z", "2024-05-06T15:30+03:00", "2024-05-06TMO", "P3D", "PT2H", "P1Y2M", "PXD", "P1DE"),
        *("PAST_REF", "PRESENT_REF", "FUTURE_REF", "BC331", "XXXX-WXX-2", "2021-04-13/2021-05-12", "2009/2011"),
    ],
)
def test_values_of_the_guide_are_accepted(value: str) -> None:
    assert parse(article(times=[{"t": "غدا", "type": "DATE", "value": value}])).view.times[0].value == value


@pytest.mark.parametrize("value", ["2024-5-6", "P", "P3", "06-05-2024", "2024-05-06 15:30", "2024/05/06", "today"])
def test_values_that_are_not_timex_are_refused(value: str) -> None:
    with pytest.raises(GoldError, match="no TIMEX3 value"):
        parse(article(times=[{"t": "غدا", "type": "DATE", "value": value}]))


def test_all_problems_are_told_at_once() -> None:
    with pytest.raises(GoldError) as caught:
        parse(statement(form="spoken", cue="ليس هنا"))
    assert len(str(caught.value).splitlines()) == 2


def write(folder: Path, name: str, value: object) -> None:
    (folder / name).write_text(json.dumps(value, ensure_ascii=False), "utf-8")


def test_a_folder_is_loaded_by_file_name(tmp_path: Path) -> None:
    write(tmp_path, "b.json", article(id="second"))
    write(tmp_path, "a.json", article(id="first"))
    assert [gold.id for gold in load(tmp_path)] == ["first", "second"]


def test_a_problem_names_its_file(tmp_path: Path) -> None:
    write(tmp_path, "a.json", statement(form="spoken"))
    (tmp_path / "b.json").write_text("{", "utf-8")
    with pytest.raises(GoldError, match=r"(?s)a\.json: S1 form.*b\.json: not JSON"):
        load(tmp_path)


def test_two_files_may_not_have_one_id(tmp_path: Path) -> None:
    write(tmp_path, "a.json", article())
    write(tmp_path, "b.json", article())
    with pytest.raises(GoldError, match="two files have the id 'bridge'"):
        load(tmp_path)


def test_an_empty_folder_is_an_error_not_a_perfect_score(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no annotated article"):
        load(tmp_path)


def test_the_digest_ignores_order_and_notices_every_change() -> None:
    one, two = parse(article(id="one")), parse(article(id="two"))
    changed = parse(statement(id="S1", form="mixed") | {"id": "two"})
    assert digest([one, two]) == digest([two, one])
    assert digest([one, two]) != digest([one, changed])


def test_the_digest_does_not_notice_remarks_and_spacing() -> None:
    assert digest([parse(article(note="why"))]) == digest([parse(article())])
    assert digest([parse(statement(note="why"))]) == digest([parse(article())])


def test_counts_say_how_much_is_annotated() -> None:
    assert counts([parse(article())]) == {"articles": 1, "statements": 1, "times": 1, "events": 0, "tails": 1}
