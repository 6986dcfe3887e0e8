"""What becomes of shards: kinds of input, stretches of a file, an S3 server here, the way to a collection."""

import gzip
import json
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("distributed", reason="needs musnad[scale]")
pytest.importorskip("pyarrow", reason="needs musnad[parquet]")

import pyarrow as pa
from pyarrow.parquet import read_table, write_table

from musnad.collect import Cutter, Plan, fill, units
from musnad.ingest import Given
from musnad.model import from_json, reading_to_json
from musnad.pipeline import default_engine, read
from musnad.scale import ClusterError, PlaceError, Shard, Store, job, load, shards
from musnad.scale.work import read_shard
from musnad.settings import Settings
from musnad.store import Writer

GOLD = sorted((Path(__file__).parents[2] / "gold" / "articles").glob("*.json"))[:6]
TEXTS = [json.loads(path.read_text("utf-8"))["text"] for path in GOLD]
RECORDS = [{"id": path.stem, "text": text, "publisher": "صحيفة"} for path, text in zip(GOLD, TEXTS, strict=True)]


def archive(texts: list[str]) -> bytes:
    """Return a WARC of one captured page a text, each record zipped for itself."""
    made = b""
    for number, text in enumerate(texts):
        title, _, body = text.partition("\n\n")
        parts = "".join(f"<p>{part}</p>" for part in body.split("\n\n"))
        page = f"<!doctype html><html><head><title>{title}</title></head><body><article><h1>{title}</h1>{parts}"
        answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + f"{page}</article>".encode()
        head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://site.example/{number}\r\n"
        head += f"WARC-Date: 2021-09-14T08:00:00Z\r\nContent-Length: {len(answer)}\r\n\r\n"
        made += gzip.compress(head.encode() + answer + b"\r\n\r\n", mtime=0)
    return made


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    lines = [json.dumps(record, ensure_ascii=False) for record in RECORDS]
    (folder / "a.jsonl").write_text("\n".join([*lines, "", "{"]) + "\n", "utf-8")
    write_table(pa.Table.from_pylist(RECORDS), folder / "b.parquet")
    (folder / "c.warc.gz").write_bytes(archive(TEXTS[:3]))
    (folder / "_SUCCESS").touch()
    return folder


def done(out: str, planned: list[Shard], given: Given | None = None) -> list[dict[str, Any]]:
    return [read_shard(shard, job(out, Settings(), given)) for shard in planned]


def rows(out: Path, kind: str) -> list[dict[str, Any]]:
    found = [read_table(path).to_pylist() for path in sorted((out / kind).glob("*.parquet"))]
    return [row for part in found for row in part]


def test_archives_tables_and_lines_become_the_readings_that_they_are(inputs: Path, tmp_path: Path) -> None:
    planned = shards([str(inputs)])
    assert [Path(shard.address).name for shard in planned] == ["a.jsonl", "b.parquet", "c.warc.gz"]
    receipts = done(str(tmp_path / "out"), planned)
    assert [receipt["rows"]["readings"] for receipt in receipts] == [6, 6, 3]
    assert [receipt["rejected"] for receipt in receipts] == [{"json": 1}, {}, {}]
    for row in rows(tmp_path / "out", "readings"):
        found = from_json(json.loads(row["reading"]) | {"text": row["text"]})
        assert reading_to_json(found) == reading_to_json(read(found.article, default_engine()))  # type: ignore[arg-type, union-attr]
    counts = {kind: len(rows(tmp_path / "out", kind)) for kind in ("statements", "events", "mentions", "times")}
    expected = [reading_to_json(read(each.article, default_engine())) for each in _readings(tmp_path / "out")]
    assert counts == {kind: sum(len(each[kind]) for each in expected) for kind in counts}
    (rejected,) = rows(tmp_path / "out", "rejections")
    assert (rejected["source"], rejected["reason"]) == (str(inputs / "a.jsonl"), "json")
    assert rejected["detail"].startswith("line 8:")


def _readings(out: Path) -> list[Any]:
    return [from_json(json.loads(row["reading"]) | {"text": row["text"]}) for row in rows(out, "readings")]


@pytest.mark.parametrize("split", [1_500, 50_000])
def test_stretches_of_a_file_hold_every_line_once(inputs: Path, tmp_path: Path, split: int) -> None:
    planned = shards([str(inputs / "a.jsonl")], split)
    assert len({shard.name for shard in planned}) == len(planned) == -(-planned[0].size // split)
    done(str(tmp_path / "out"), planned)
    assert [row["id"] for row in rows(tmp_path / "out", "readings")] == [record["id"] for record in RECORDS]
    assert [row["reason"] for row in rows(tmp_path / "out", "rejections")] == ["json"]


def test_a_line_above_the_limit_is_rejected_and_not_held(inputs: Path, tmp_path: Path) -> None:
    with (inputs / "a.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"text": "' + "ا" * 300_000 + '"}\n')
    settings = Settings(max_bytes=100_000)
    for shard in shards([str(inputs / "a.jsonl")], 50_000):
        read_shard(shard, job(str(tmp_path / "out"), settings))
    assert [row["reason"] for row in rows(tmp_path / "out", "rejections")] == ["json", "too-large"]
    assert len(rows(tmp_path / "out", "readings")) == len(RECORDS)


def test_an_input_that_changed_or_another_musnad_is_no_result(inputs: Path, tmp_path: Path) -> None:
    (shard,) = shards([str(inputs / "b.parquet")])
    (inputs / "b.parquet").write_bytes(b"PAR1")
    with pytest.raises(PlaceError, match="it was changed"):
        done(str(tmp_path / "out"), [shard])
    work = job(str(tmp_path / "out"), Settings())
    with pytest.raises(ClusterError, match="another musnad"):
        read_shard(shard, type(work)(work.out, work.given, work.settings, (("text", "0"),)))
    assert rows(tmp_path / "out", "readings") == []
    with pytest.raises(PlaceError, match="nowhere"):
        shards([str(tmp_path / "nowhere")])


@pytest.mark.parametrize("workers", [1, 2])
def test_loading_is_the_same_as_ingesting(inputs: Path, tmp_path: Path, workers: int) -> None:
    out = str(tmp_path / "out")
    done(out, shards([str(inputs)], 4_096), Given(published="2021-09-14"))
    engine = default_engine()
    with Writer(tmp_path / "loaded.db") as writer:
        first = load(Store(out), writer, engine, workers)
    with Writer(tmp_path / "loaded.db") as writer:
        again = load(Store(out), writer, engine, 1)
    assert (first.outcomes["new"], first.reasons) == (9, {"json": 1})
    assert again.outcomes == {"files": len(list((tmp_path / "out" / "receipts").iterdir()))}
    given = Given(published="2021-09-14")
    with Writer(tmp_path / "ingested.db") as writer:
        cutter = Cutter(engine.lexicon, given, engine.settings.max_bytes, lambda _: False)
        fill(writer, units([str(inputs)], cutter), engine, Plan(given, keeps_bytes=False))
    for table in ("document", "article", "body", "capture", "statement", "event", "participant", "appearance"):
        assert _table(tmp_path / "loaded.db", table) == _table(tmp_path / "ingested.db", table), table


def _table(db: Path, name: str) -> list[str]:
    connection = sqlite3.connect(db)
    found = sorted(map(repr, connection.execute(f"SELECT * FROM {name}")))  # noqa: S608 - our own name
    connection.close()
    return found


def test_results_that_are_gone_are_told(inputs: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done(str(out), shards([str(inputs)]))
    next((out / "readings").iterdir()).unlink()
    with Writer(tmp_path / "news.db") as writer, pytest.raises(PlaceError, match="remove its receipt"):
        load(Store(str(out)), writer, default_engine(), 1)
    with Writer(tmp_path / "news.db") as writer, pytest.raises(PlaceError, match="no results"):
        load(Store(str(inputs)), writer, default_engine(), 1)


@pytest.fixture
def bucket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Serve a folder as an S3 store on this machine and yield the folder of a bucket."""
    pytest.importorskip("localbucket", reason="needs an S3 server: pip install localbucket")
    pytest.importorskip("obstore", reason="needs musnad[scale]")
    root = tmp_path / "store"
    (root / "bucket").mkdir(parents=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "localbucket", str(root), "--host", "127.0.0.1", "--port", str(port)]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)  # noqa: S603
    assert server.stdout is not None
    assert any("serving" in line for line in server.stdout)
    told = {"ENDPOINT_URL": f"http://127.0.0.1:{port}", "REGION": "us-east-1", "ALLOW_HTTP": "true"}
    for name, value in (told | {"ACCESS_KEY_ID": "key", "SECRET_ACCESS_KEY": "word"}).items():
        monkeypatch.setenv(f"AWS_{name}", value)
    yield root / "bucket"
    server.kill()
    server.wait()
    server.stdout.close()


def test_an_s3_store_gives_the_same_bytes_as_a_folder(bucket: Path, inputs: Path, tmp_path: Path) -> None:
    (bucket / "crawl").mkdir()
    for path in inputs.iterdir():
        (bucket / "crawl" / path.name).write_bytes(path.read_bytes())
    planned = shards(["s3://bucket/crawl"], 4_096)
    assert {shard.address for shard in planned} == {
        f"s3://bucket/crawl/{n}" for n in ("a.jsonl", "b.parquet", "c.warc.gz")
    }
    done("s3://bucket/results", planned)
    done(str(tmp_path / "out"), planned)
    results = {str(p.relative_to(bucket / "results")): p for p in (bucket / "results").rglob("*") if p.is_file()}
    assert results
    for name, path in results.items():
        assert path.read_bytes() == (tmp_path / "out" / name).read_bytes(), name
    with Writer(tmp_path / "news.db") as writer:
        filled = load(Store("s3://bucket/results"), writer, default_engine(), 1)
    assert filled.outcomes["new"] + filled.outcomes["known"] + filled.outcomes["capture"] == 15
    assert [shard.name for shard in shards(["s3://bucket/crawl/*.gz"])] == [planned[-1].name]
