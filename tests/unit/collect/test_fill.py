"""Filling a collection: every input becomes an article or a rejection once, whatever its form and in how many runs."""

import gzip
import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from musnad.cli.app import app
from musnad.collect import Cutter, Filled, Plan, Unit, fill, size, units
from musnad.ingest import Given
from musnad.model import Article, Reading, Retrieval
from musnad.pipeline import default_engine, read
from musnad.store import Question, Reader, Writer

CITIES = ("القاهرة", "لشبونة", "طهران", "بيروت", "الرباط", "مسقط", "عمان", "تونس")


def record(number: int) -> dict[str, Any]:
    text = (
        f"قال وزير النقل سامح الشاذلي، الثلاثاء، إن {number} سفن وصلت إلى {CITIES[number % len(CITIES)]}.\n"
        "وأضاف الشاذلي أن المحادثات مع نظيره البرتغالي كانت «مثمرة».\n"
    )
    url = f"https://paper.example/{number}"
    return {"id": f"a{number}", "text": text, "published": "2021-09-14", "publisher": "صحيفة الميناء", "url": url}


def lines(count: int) -> bytes:
    return b"".join(json.dumps(record(n), ensure_ascii=False).encode() + b"\n" for n in range(count))


@pytest.fixture
def batch(tmp_path: Path) -> Path:
    path = tmp_path / "batch.jsonl"
    path.write_bytes(lines(40))
    return path


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "news.db"


def filled(
    db: Path,
    sources: Sequence[str | Path],
    *,
    given: Given | None = None,
    stdin: bytes = b"",
    workers: int = 1,
    keeps_bytes: bool = True,
) -> Filled:
    engine = default_engine()
    known = given or Given()
    with Writer(db) as writer:
        limit = engine.settings.max_bytes
        cutter = Cutter(engine.lexicon, known, limit, lambda item: bool(writer.known([item])), BytesIO(stdin))
        return fill(
            writer, units([str(source) for source in sources], cutter), engine, Plan(known, workers, keeps_bytes)
        )


def tables(db: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Return all rows but those of the full-text index, whose parts lie as they came."""
    with sqlite3.connect(db) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        kept = [name for name in names if not name.startswith(("words", "said", "names", "sqlite"))]
        found = {name: sorted(map(repr, connection.execute(f"SELECT * FROM {name}"))) for name in kept}  # noqa: S608
    connection.close()
    return found  # type: ignore[return-value]


def test_lines_become_articles_with_their_bytes(db: Path, batch: Path) -> None:
    assert filled(db, [batch]).outcomes == {"new": 40}
    with Reader(db) as reader:
        ((article, *_),) = reader.articles_of("a7")
        (capture,) = reader.captures(article)
        assert reader.raw(capture.raw_hash) == lines(8).splitlines(keepends=True)[-1]
        assert reader.check() == []


def test_only_hashes_are_kept_where_that_is_wanted(db: Path, batch: Path) -> None:
    filled(db, [batch], keeps_bytes=False)
    with Reader(db) as reader:
        (capture,) = reader.captures(1)
        assert reader.raw(capture.raw_hash) is None


def test_a_second_run_changes_nothing(db: Path, batch: Path) -> None:
    filled(db, [batch])
    before = tables(db)
    assert filled(db, [batch]).outcomes == {"files": 1}
    assert tables(db) == before


def test_lines_that_were_added_are_read_and_no_others(db: Path, batch: Path) -> None:
    filled(db, [batch])
    batch.write_bytes(lines(43))
    assert filled(db, [batch]).outcomes == {"known": 40, "new": 3}


def test_a_page_that_changed_is_a_version(db: Path, batch: Path) -> None:
    filled(db, [batch])
    changed = record(3) | {"text": record(3)["text"].replace("مثمرة", "صعبة")}
    batch.write_text(json.dumps(changed), "utf-8")
    assert filled(db, [batch]).outcomes == {"version": 1}


def test_other_words_of_the_caller_are_another_reading(db: Path, batch: Path) -> None:
    filled(db, [batch])
    assert filled(db, [batch], given=Given(publisher="وكالة أخرى")).outcomes == {"known": 40}, (
        "they are the same versions"
    )
    assert filled(db, [batch], given=Given(published="2021-09-15")).outcomes == {"version": 40}


def test_workers_make_the_same_database(db: Path, batch: Path, tmp_path: Path) -> None:
    alone = tmp_path / "alone.db"
    filled(alone, [batch], workers=1)
    filled(db, [batch], workers=2)
    assert tables(db) == tables(alone)


def test_bad_inputs_are_counted_and_kept_with_their_place(db: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_bytes(lines(2) + b"{broken\n\n" + b'{"id": "x", "text": "English only, no word of another tongue."}\n')
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    found = filled(db, [bad, empty, tmp_path / "none.html"])
    assert found.outcomes == {"new": 2}
    assert found.reasons == {"json": 1, "not-arabic": 1, "empty": 1, "unreadable": 1}
    with Reader(db) as reader:
        by_reason = {row[3]: row for row in reader.rejections()}
        assert by_reason["json"][4].startswith("line 3:")
        assert by_reason["not-arabic"][1:3] == (str(bad), "x")
        before = len(by_reason)
    filled(db, [bad, empty, tmp_path / "none.html"])
    with Reader(db) as reader:
        assert len(reader.rejections()) == before


def test_every_form_of_input_is_taken(db: Path, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "text.txt").write_text(record(1)["text"], "utf-8")
    (tmp_path / "in" / "zipped.jsonl.gz").write_bytes(gzip.compress(lines(3)))
    page = "<html><head><title>خبر</title></head><body><article>" + "".join(
        f"<p>{record(n)['text']}</p>" for n in range(6)
    )
    (tmp_path / "in" / "page.html").write_text(page + "</article></body></html>", "utf-8")
    (tmp_path / "in" / "array.json").write_text(json.dumps([record(8), record(9)]), "utf-8")
    (tmp_path / "in" / "table.csv").write_text(f'id,text\nt,"{record(5)["text"]}"\n', "utf-8")
    stdin = json.dumps(record(20)).encode() + b"\n"
    found = filled(db, [tmp_path / "in", "-"], stdin=stdin)
    assert found.reasons == {}
    assert found.outcomes == {"new": 9}
    with Reader(db) as reader:
        article = reader.articles_of("page")[0][0]
        (capture,) = reader.captures(article)
        assert reader.raw(capture.raw_hash) == (tmp_path / "in" / "page.html").read_bytes()
    assert size([str(tmp_path / "in")]) == sum(file.stat().st_size for file in (tmp_path / "in").iterdir())
    assert size(["-"]) is None


def test_a_file_that_ends_early_is_taken_up_to_there(db: Path, tmp_path: Path) -> None:
    cut = tmp_path / "cut.jsonl.gz"
    cut.write_bytes(gzip.compress(lines(30))[:-100])
    found = filled(db, [cut])
    assert found.reasons["truncated"] == 1
    assert found.outcomes["new"] > 0


def test_a_page_fetched_again_unchanged_is_a_capture_that_is_not_read(db: Path) -> None:
    url = "https://paper.example/a"

    def fetched(at: str) -> Unit:
        article = Article(record(1)["text"], url=url)
        return Unit("net", None, 0, made=replace(article, retrieval=Retrieval("ab" * 32, at, url)))

    engine = default_engine()
    with Writer(db) as writer:
        assert fill(writer, [fetched("2021-09-14T10:00:00")], engine, Plan()).outcomes == {"new": 1}
        assert fill(writer, [fetched("2021-09-14T11:00:00")], engine, Plan()).outcomes == {"capture": 1}
    with Reader(db) as reader:
        assert [c.retrieved_at for c in reader.captures(1)] == ["2021-09-14T10:00:00", "2021-09-14T11:00:00"]


def test_what_was_taken_down_is_refused(db: Path, batch: Path) -> None:
    filled(db, [batch])
    with Writer(db) as writer:
        writer.take_down("https://paper.example/5", "by request", "2021-10-01T00:00:00")
    batch.write_bytes(json.dumps(record(5) | {"title": "عنوان"}).encode() + b"\n")
    assert filled(db, [batch]).outcomes == {"taken-down": 1}


def test_progress_is_shown_after_every_step(db: Path, batch: Path) -> None:
    engine = default_engine()
    seen: list[int] = []
    with Writer(db) as writer:
        cutter = Cutter(engine.lexicon, Given(), engine.settings.max_bytes, lambda _: False)
        fill(writer, units([str(batch)], cutter), engine, Plan(), lambda now: seen.append(now.outcomes["new"]))
    assert seen[-1] == 40
    assert len(seen) > 2
    assert seen == sorted(seen)


def test_a_summary_says_what_became_of_all() -> None:
    done = Filled()
    done.outcomes.update({"new": 1200, "version": 2, "taken-down": 1})
    done.reasons.update({"json": 1})
    expected = "1,200 new, 2 new versions, 1 refused, for they were taken down, 1 rejected (1 json)"
    assert done.summary() == expected
    assert Filled().summary() == "nothing"


def stored(db: Path) -> Iterator[Reading]:
    with Reader(db) as reader:
        yield from reader.readings()


def test_readings_in_the_store_are_those_of_the_pipeline(db: Path, batch: Path) -> None:
    filled(db, [batch])
    engine, readings = default_engine(), list(stored(db))
    assert len(readings) == 40
    assert [read(reading.article, engine) for reading in readings] == readings


def test_a_defect_is_a_rejection_that_is_tried_again(db: Path, batch: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(article: Article, _engine: object) -> Reading:
        if article.id == "a3":
            message = "a defect"
            raise ZeroDivisionError(message)
        return read(article, default_engine())

    with monkeypatch.context() as patch:
        patch.setattr("musnad.collect.work.read", broken)
        first = filled(db, [batch])
    assert (first.outcomes["new"], first.reasons["internal"]) == (39, 1)
    with Reader(db) as reader:
        assert [row[3] for row in reader.rejections()] == ["internal"]
    assert "1 inputs could not be read for a defect" in CliRunner().invoke(app, ["reread", str(db)]).stderr
    assert filled(db, [batch]).outcomes == {"known": 39, "new": 1}
    with Reader(db) as reader:
        assert reader.rejections() == [], "what could be read at last is no rejection any more"


def test_a_question_finds_what_was_taken(db: Path, batch: Path) -> None:
    filled(db, [batch])
    with Reader(db) as reader:
        assert reader.count(Question("statements", speaker="الشاذلي"))[0][1] >= 40
