"""Tables of events: codes derived from the status, columns, files."""

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from pyarrow.parquet import read_table
from typer.testing import CliRunner

import musnad
from musnad.arabic import fold_word
from musnad.cli.app import app
from musnad.errors import MusnadError
from musnad.export import TABLES, Code, Ontology, writer
from musnad.export.tables import Row
from musnad.model import Event, Participant, Span
from musnad.pipeline import default_engine

DAY = "2021-09-14"
MEETING = "التقى وزير الخارجية الأردني نظيره القبرصي في عمان أمس الاثنين."
TRIGGER = Span(0, 4)


def ontology() -> Ontology:
    return Ontology(default_engine().lexicon)


def code(kind: str, status: str, mode: str | None = None) -> Code | None:
    return ontology().code(Event("e", kind, TRIGGER, mode=mode, status=status))


def rows(table: str, text: str) -> list[Row]:
    return list(TABLES[table].rows(musnad.read(text, published=DAY), ontology()))


@pytest.mark.parametrize(
    ("kind", "mode", "status", "wanted"),
    [
        ("CONSULT", "phone", "happened", ("CONSULT", "phone", "041")),
        ("CONSULT", "visit", "ongoing", ("CONSULT", "visit", "042")),
        ("CONSULT", "visit", "planned", ("AGREE", None, "036")),
        ("AID", None, "planned", ("AGREE", None, "033")),
        ("AID", None, "requested", ("REQUEST", "assist", "103")),
        ("RETREAT", "release", "requested", ("REQUEST", "yield", "105")),
        ("RETREAT", "ceasefire", "happened", ("RETREAT", "ceasefire", "0871")),
        ("SANCTION", None, "planned", ("THREATEN", None, "1312")),
        ("ASSAULT", "explosives", "failed", ("ASSAULT", "explosives", "1832")),
        ("PROTEST", "demo", "happened", ("PROTEST", "demo", "141")),
    ],
)
def test_code_follows_type_mode_and_status(
    kind: str, mode: str | None, status: str, wanted: tuple[str, str | None, str]
) -> None:
    found = code(kind, status, mode)
    assert found is not None
    assert (found.type, found.mode, found.cameo) == wanted


@pytest.mark.parametrize(
    ("kind", "status"),
    [("ASSAULT", "denied"), ("ASSAULT", "hypothetical"), ("CONSULT", "failed"), ("REQUEST", "planned")],
)
def test_what_the_codebooks_do_not_code_has_no_code(kind: str, status: str) -> None:
    assert code(kind, status) is None


def test_every_type_has_a_code_when_it_happened() -> None:
    kinds = [e.id.split(".", 1)[1] for e in default_engine().lexicon.of_kind("plover_type")]
    found = [code(kind, "happened") for kind in kinds]
    assert all(one is not None and len(one.cameo) == 3 for one in found)
    assert {one.quad for one in found if one is not None} == {1, 2, 3, 4}


def test_plover_has_a_row_an_event_with_its_participants() -> None:
    (row,) = rows("plover", MEETING)
    assert (row["type"], row["cameo"], row["base_type"], row["status"]) == ("CONSULT", "040", "CONSULT", "happened")
    assert (row["actor_countries"], row["date"], row["place"]) == ("JOR; CYP", "2021-09-13", "عمان")


def test_those_who_meet_are_source_and_target_both_ways() -> None:
    found = [(row["source_country"], row["target_country"], row["root"]) for row in rows("cameo", MEETING)]
    assert found == [("JOR", "CYP", "04"), ("CYP", "JOR", "04")]


def test_an_attack_without_a_known_actor_has_a_row_without_source() -> None:
    event = Event("e", "ASSAULT", TRIGGER, recipients=(Participant("قرية"),))
    reading = replace(musnad.read(MEETING), events=(event,))
    (row,) = TABLES["cameo"].rows(reading, ontology())
    assert (row["source_name"], row["target_name"]) == (None, "قرية")


@pytest.mark.parametrize("name", TABLES)
def test_rows_have_the_columns_of_their_table(name: str) -> None:
    columns = {column.name for column in TABLES[name].columns}
    assert all(set(row) == columns for row in rows(name, MEETING))
    assert rows(name, MEETING)


@pytest.mark.parametrize("ending", [".tsv", ".csv"])
def test_text_files_hold_header_and_rows(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"events{ending}"
    out = writer(TABLES["plover"], path, io.StringIO())
    out.write(rows("plover", MEETING))
    out.close()
    with path.open(encoding="utf-8", newline="") as lines:
        (row,) = csv.DictReader(lines, delimiter="\t" if ending == ".tsv" else ",")
    assert (row["type"], row["quad"], row["mode"]) == ("CONSULT", "1", "")


def test_parquet_keeps_numbers_and_nothing(tmp_path: Path) -> None:
    path = tmp_path / "events.parquet"
    out = writer(TABLES["plover"], path, io.StringIO())
    out.write(rows("plover", MEETING))
    out.close()
    (row,) = read_table(path).to_pylist()
    assert (row["quad"], row["score"], row["mode"]) == (1, 2.5, None)


def test_an_unknown_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MusnadError, match=r"\.xlsx"):
        writer(TABLES["plover"], tmp_path / "events.xlsx", io.StringIO())


def test_command_writes_a_table(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text(MEETING, "utf-8")
    done = CliRunner().invoke(app, ["export", str(article), "--table", "cameo", "--published", DAY])
    assert done.exit_code == 0
    header, first, *_ = done.stdout.splitlines()
    assert header.startswith("event_id\t")
    assert "JOR" in first
    assert CliRunner().invoke(app, ["export", str(article), "--table", "gdelt"]).exit_code == 2


def test_contexts_are_what_the_sentence_speaks_of_with_its_words() -> None:
    text = "أدان وزير الخارجية الأردني قصف المستشفى. ودعا الوزير لبنان إلى إجراء الانتخابات في موعدها."
    found = {row["base_type"]: (row["contexts"], row["context_words"]) for row in rows("plover", text)}
    assert found["ACCUSE"] == (
        "diplomatic; executive; health; military",
        "وزير الخارجية; وزير الخارجية; المستشفى; قصف",
    )
    assert found["REQUEST"] == ("election", "الانتخابات")


def test_no_context_where_no_word_says_one() -> None:
    (row,) = rows("plover", MEETING.replace("وزير الخارجية", "الرئيس"))
    assert (row["contexts"], row["context_words"]) == (None, None)


@pytest.mark.parametrize(
    ("words", "contexts"),
    [
        ("وبالانتخابات", {"election"}),
        ("مضى إلى القاعدة العسكرية", {"military"}),
        ("قاعدة بيانات", set()),
        ("الحكم الذاتي", {"territory"}),
        ("حكم ذاتي", {"territory"}),
        ("تنظيم القاعدة", {"terrorism"}),
        ("تنظيم قاعدة", set()),
        ("صلاح الدين", set()),
    ],
)
def test_an_article_that_the_data_writes_must_be_there(words: str, contexts: set[str]) -> None:
    assert set(ontology().contexts.of([fold_word(word) for word in words.split()])) == contexts


def test_every_context_has_words_and_no_word_stands_twice_in_one() -> None:
    for entry in default_engine().lexicon.of_kind("plover_context"):
        words = [fold_word(word) for word in entry.texts("words")]
        assert words, entry.id
        assert len(words) == len(set(words)), entry.id
