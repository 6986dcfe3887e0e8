"""Exports: the same finds in every form, and bundles that hold all evidence and its hashes."""

import csv
import json
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pyarrow.parquet as pq
import pytest

import musnad
from musnad.errors import MusnadError
from musnad.model import Reading, from_json
from musnad.query import TABLES, Collection, FoundStatement, Question, bundle, prov, write


def found(collection: Collection, of: str) -> list[musnad.query.Found]:
    return list(collection.all(Question(of)))


@pytest.mark.parametrize("of", sorted(TABLES))
def test_every_form_holds_the_same_rows(collection: Collection, tmp_path: Path, of: str) -> None:
    items = found(collection, of)
    counts = {write(of, items, tmp_path / f"out{ending}") for ending in (".jsonl", ".csv", ".tsv", ".parquet")}
    assert counts == {len(items)}
    lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()]
    table = pq.read_table(tmp_path / "out.parquet").to_pylist()
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(lines) == len(table) == len(rows) == len(items)
    names = [column.name for column in TABLES[of].columns]
    assert list(rows[0]) == list(table[0]) == names
    written = [
        {k: "" if v is None else str(v).lower() if isinstance(v, bool) else str(v) for k, v in row.items()}
        for row in table
    ]
    assert written == rows
    if of != "articles":
        assert [row["id"] for row in table] == [line["id"] for line in lines]
    schema = pq.read_schema(tmp_path / "out.parquet")
    assert all(schema.field(name).metadata[b"description"] for name in names)


def test_parquet_opens_in_duckdb_pandas_and_polars(collection: Collection, tmp_path: Path) -> None:
    duckdb, pd, pl = (pytest.importorskip(name) for name in ("duckdb", "pandas", "polars"))
    path = tmp_path / "statements.parquet"
    items = [item for item in found(collection, "statements") if isinstance(item, FoundStatement)]
    write("statements", items, path)
    denied = [item.id for item in items if item.denial]
    assert denied
    assert [row[0] for row in duckdb.read_parquet(str(path)).filter("denial").project("id").fetchall()] == denied
    frame = pd.read_parquet(path)
    assert frame[frame["denial"]]["id"].tolist() == denied
    assert pl.read_parquet(path).filter(pl.col("denial"))["id"].to_list() == denied


def test_frames_of_a_question_open_in_duckdb_pandas_and_polars(collection: Collection) -> None:
    duckdb, _, pl = (pytest.importorskip(name) for name in ("duckdb", "pandas", "polars"))
    people = collection.frame(Question("people"))
    names = people.column("name").to_pylist()
    assert people.to_pandas()["name"].tolist() == pl.from_arrow(people)["name"].to_list() == names
    assert int(duckdb.sql("SELECT count(*) FROM people").fetchall()[0][0]) == len(names)


def test_an_unknown_form_is_refused(collection: Collection, tmp_path: Path) -> None:
    with pytest.raises(MusnadError, match=r"not in '\.xls'"):
        write("events", found(collection, "events"), tmp_path / "out.xls")


def test_a_program_asks_the_same_questions(db: Path) -> None:
    with musnad.open(db) as collection:
        asked = musnad.Question("statements", speaker="نجفي")
        table = collection.frame(asked)
        assert table.num_rows == collection.find(asked).total > 0
        assert set(table.column("speaker").to_pylist()) == {"كاظم نجفي"}


def test_a_bundle_of_a_fact_holds_all_its_evidence(collection: Collection, tmp_path: Path) -> None:
    (item,) = [each for each in found(collection, "statements") if isinstance(each, FoundStatement) and each.denial]
    path = tmp_path / "fact.zip"
    hashes = bundle(collection, item.id, path)
    with ZipFile(path) as file:
        files = {name: file.read(name) for name in file.namelist()}
    manifest = json.loads(files["manifest.json"])
    assert manifest["files"] == hashes == {n: sha256(d).hexdigest() for n, d in files.items() if n != "manifest.json"}
    reading = from_json(json.loads(files["reading.json"]))
    assert isinstance(reading, Reading)
    assert reading.article.text.encode() == files["text.txt"]
    (fact,) = json.loads(files["facts.json"])
    assert fact["words"] == list(item.content)
    assert [hand["name"] for hand in fact["chain"]][-1] == "جريدة الساحل"
    (capture,) = json.loads(files["captures.json"])
    assert sha256(files[f"raw/{capture['raw_hash']}"]).hexdigest() == capture["raw_hash"]
    assert capture["retrieved_at"] == "2021-09-15T08:00:00+00:00"
    bundle(collection, item.id, tmp_path / "again.zip")
    assert (tmp_path / "again.zip").read_bytes() == path.read_bytes()


def test_a_bundle_of_a_page_holds_all_its_facts(collection: Collection, tmp_path: Path) -> None:
    bundle(collection, "https://port.example/1", tmp_path / "page.zip")
    with ZipFile(tmp_path / "page.zip") as file:
        facts = json.loads(file.read("facts.json"))
    reading = collection.reading("https://port.example/1")
    assert {fact["id"] for fact in facts} == {f.id for f in reading.statements} | {f.id for f in reading.events}
    with pytest.raises(MusnadError, match="nothing has the id"):
        bundle(collection, "https://port.example/none", tmp_path / "none.zip")


def test_provenance_names_every_hand_and_quotes_the_text(collection: Collection) -> None:
    for reading in collection.readings():
        graph = prov(reading, collection.captures(reading.article.version))["@graph"]
        nodes = {node["@id"]: node for node in graph}
        assert len(nodes) == len(graph)
        for statement in reading.statements:
            node = nodes[f"musnad:{statement.id}"]
            assert [each["oa:exact"] for each in node["oa:hasTarget"]] == [
                s.of(reading.article.text) for s in statement.content
            ]
            agents = [nodes[each["prov:agent"]["@id"]]["schema:name"] for each in node["prov:qualifiedAttribution"]]
            assert len(agents) == len(statement.chain)
        version = nodes[f"musnad:{reading.article.version}"]
        assert all(source["@id"] in nodes for source in version["prov:wasDerivedFrom"])
