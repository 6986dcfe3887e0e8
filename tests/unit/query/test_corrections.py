"""Corrections: applied to every answer, over every re-reading, in whatever order; listed and undone."""

from pathlib import Path

import pytest

from musnad.errors import MusnadError
from musnad.model import Article
from musnad.pipeline import default_engine, read
from musnad.query import Collection, FoundPerson, FoundStatement, Question
from musnad.store import Correction, Writer, pack

MINISTER, OTHER = "person:سامح الشاذلي", "person:كاظم نجفي"


def correct(db: Path, *corrections: Correction) -> None:
    with Writer(db) as writer:
        for each in corrections:
            writer.correct(each)


def total(db: Path, **asked: object) -> int:
    with Collection(db) as collection:
        return collection.find(Question("statements", **asked)).total  # type: ignore[arg-type]


def people(db: Path) -> dict[str, FoundPerson]:
    with Collection(db) as collection:
        return {i.id: i for i in collection.find(Question("people")).items if isinstance(i, FoundPerson)}


def ids(db: Path) -> list[str]:
    with Collection(db) as collection:
        return [item.id for item in collection.all(Question("statements")) if isinstance(item, FoundStatement)]


def test_a_wrong_fact_is_left_out_until_that_is_undone(db: Path) -> None:
    first, *rest = ids(db)
    decision = Correction("wrong", first, text="somebody else says it", at="2021-10-01T00:00:00")
    correct(db, decision)
    assert ids(db) == rest
    assert total(db) == len(rest)
    assert total(db, wrong=True) == len(rest) + 1
    with Collection(db) as collection:
        asked = Question("statements", wrong=True)
        marked = {i.id for i in collection.all(asked) if isinstance(i, FoundStatement) and i.marks.is_wrong}
        assert marked == {first}
    with Writer(db) as writer:
        writer.undo(decision.id)
        with pytest.raises(MusnadError, match="no correction"):
            writer.undo(decision.id)
    assert ids(db) == [first, *rest]
    with Collection(db) as collection:
        assert [c.undone for c in collection.corrections()] == [True]


def test_tags_and_notes_stand_beside_what_they_are_about(db: Path) -> None:
    first = ids(db)[0]
    with Collection(db) as collection:
        page = collection.find(Question("articles", publisher="الساحل")).items[0]
        document = page.article.document  # type: ignore[union-attr]
    correct(
        db,
        Correction("tag", first, text="fuel", at="2021-10-01"),
        Correction("note", first, text="ask the ministry", at="2021-10-02"),
        Correction("tag", document, text="agency copy", at="2021-10-03"),
        Correction("note", MINISTER, text="in office since May", at="2021-10-04"),
    )
    with Collection(db) as collection:
        (item,) = collection.find(Question("statements", tag="fuel")).items
        assert (item.marks.tags, item.marks.notes) == (("fuel",), ("ask the ministry",))
        copies = collection.find(Question("statements", tag="agency copy"))
        assert copies.total == collection.find(Question("statements", publisher="الساحل")).total > 0
        assert collection.find(Question("articles", tag="agency copy")).total == 1
    assert people(db)[MINISTER].marks.notes == ("in office since May",)


def test_the_same_entity_is_asked_for_by_either_name(db: Path) -> None:
    one, two = total(db, speaker="الشاذلي"), total(db, speaker="نجفي")
    correct(db, Correction("same", OTHER, MINISTER, at="2021-10-01"))
    assert total(db, speaker="الشاذلي") == total(db, speaker="نجفي") == one + two
    found = people(db)
    assert OTHER not in found
    assert found[MINISTER].articles == 3
    assert {"سامح الشاذلي", "كاظم نجفي"} <= set(found[MINISTER].names)
    correct(db, Correction("different", MINISTER, OTHER, at="2021-10-02"))
    assert total(db, speaker="الشاذلي") == one
    assert set(people(db)) >= {MINISTER, OTHER}


def test_decisions_are_the_same_in_any_order_and_hold_for_what_comes_later(db: Path, tmp_path: Path) -> None:
    decisions = [
        Correction("same", OTHER, MINISTER, at="2021-10-01"),
        Correction("same", OTHER, "person:سالم الدوري", at="2021-10-03"),
        Correction("different", OTHER, MINISTER, at="2021-10-02"),
    ]
    late = tmp_path / "late.db"
    with Collection(db) as collection, Writer(late) as writer:
        for each in reversed(decisions):
            writer.correct(each, must_exist=False)
        for reading in collection.readings():
            writer.add(pack(reading))
    with Writer(db) as writer:
        for each in decisions:
            writer.correct(each, must_exist=False)
    article = Article("قال وزير النقل سالم الدوري إن العمل مستمر.\n", url="https://new.example/9", publisher="صحيفة")
    for path in (db, late):
        with Writer(path) as writer:
            writer.add(pack(read(article, default_engine())))
    assert {name: (p.articles, p.names) for name, p in people(db).items()} == {
        name: (p.articles, p.names) for name, p in people(late).items()
    }
    assert total(db, speaker="الدوري") == total(db, speaker="نجفي") > 0


def test_corrections_outlive_a_re_reading_and_go_with_a_take_down(db: Path) -> None:
    first = ids(db)[0]
    correct(db, Correction("wrong", first, at="2021-10-01"))
    with Collection(db) as collection:
        row = collection.row(first)
        reading = collection.reading(first)
    with Writer(db) as writer:
        writer.replace(row, pack(read(reading.article, default_engine())))
    assert first not in ids(db)
    with Writer(db) as writer:
        writer.take_down(first, "by request", "2021-10-02")
    with Collection(db) as collection:
        assert collection.corrections() == ()


def test_a_namesake_gets_an_id_of_its_own_in_one_document(db: Path, tmp_path: Path) -> None:
    call = "https://port.example/3"
    with Collection(db) as collection:
        document = collection.document(call)
        readings = list(collection.readings())
    decision = Correction("namesake", MINISTER, document, at="2021-10-01")
    correct(db, decision)
    late = tmp_path / "late.db"
    with Writer(late) as writer:
        writer.correct(decision, must_exist=False)
        for reading in readings:
            writer.add(pack(reading))
    other = f"{MINISTER}@{document}"
    for path in (db, late):
        assert (people(path)[MINISTER].articles, people(path)[other].articles) == (1, 1)
        assert {item.article.url for item in _statements(path, speaker=other)} == {call}
        assert call not in {item.article.url for item in _statements(path, speaker=MINISTER)}
    with Collection(db) as collection:
        row = collection.row(call)
    with Writer(db) as writer:
        writer.replace(row, pack(read(readings[2].article, default_engine())))
    assert other in people(db), "a re-reading keeps it"
    with Writer(db) as writer:
        writer.undo(decision.id)
    assert people(db)[MINISTER].articles == 2
    assert other not in people(db)
    correct(db, decision)
    with Writer(db) as writer:
        writer.take_down(call, "by request", "2021-10-02")
    with Collection(db) as collection:
        assert collection.corrections() == ()


def _statements(db: Path, speaker: str) -> list[FoundStatement]:
    with Collection(db) as collection:
        found = collection.all(Question("statements", speaker=speaker))
        return [item for item in found if isinstance(item, FoundStatement)]


@pytest.mark.parametrize(
    ("kind", "subject", "other", "text"),
    [
        ("colour", "x", "", ""),
        ("same", "x", "", ""),
        ("same", "x", "x", ""),
        ("namesake", "x", "", ""),
        ("note", "x", "", " "),
        ("wrong", "", "", ""),
    ],
)
def test_what_decides_nothing_is_refused(kind: str, subject: str, other: str, text: str) -> None:
    with pytest.raises(MusnadError):
        Correction(kind, subject, other, text)


def test_what_is_not_held_is_refused(db: Path) -> None:
    for wrong in (
        Correction("wrong", "s-0"),
        Correction("same", MINISTER, "person:x"),
        Correction("tag", "x", text="t"),
    ):
        with pytest.raises(MusnadError, match="nothing here has the id"):
            correct(db, wrong)
