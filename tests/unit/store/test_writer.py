"""Taking in: documents, versions, captures; nothing twice, nothing lost, one writer, clear errors."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from musnad.model import Reading, Rejection
from musnad.store import Change, Question, Reader, StoreError, Writer, pack
from musnad.store.errors import clear

Make = Callable[..., Reading]
PAGE = "https://paper.example/a"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "news.db"


def outcomes(path: Path, *readings: Reading) -> list[str]:
    with Writer(path) as writer:
        return [writer.add(pack(reading)).outcome for reading in readings]


def current(path: Path) -> list[str]:
    with Reader(path) as reader:
        rows = reader.page(Question("articles"), None, 10)
        return [reader.text(row[0]) for row in rows]


def test_a_reading_comes_back_as_it_was(path: Path, make: Make) -> None:
    reading = make(url=PAGE, publisher="صحيفة الميناء", at="2021-09-14T10:00:00+00:00")
    assert outcomes(path, reading) == ["new"]
    with Reader(path) as reader:
        ((article, version, *_),) = reader.articles_of(PAGE)
        assert reader.reading(article) == reading
        assert version == reading.article.version
        assert reader.check() == []


def test_the_same_page_again_adds_a_capture_at_most(path: Path, make: Make) -> None:
    one, two = make(url=PAGE, at="2021-09-14T10:00:00"), make(url=PAGE, at="2021-09-14T11:00:00")
    assert outcomes(path, one, one, two, two) == ["new", "known", "capture", "known"]
    with Reader(path) as reader:
        sizes = reader.sizes()
        assert (sizes["article"], sizes["capture"]) == (1, 2)
        assert [c.retrieved_at for c in reader.captures(1)] == ["2021-09-14T10:00:00", "2021-09-14T11:00:00"]


def test_a_changed_page_is_a_version_and_the_last_capture_stands(path: Path, make: Make) -> None:
    old, new = make(url=PAGE, at="2021-09-14T10:00:00"), make(make().article.text + "خبر آخر قصير.\n", url=PAGE)
    new = replace(new, article=replace(new.article, retrieval=None))
    assert outcomes(path, old) == ["new"]
    later = make(old.article.text.replace("مثمرة", "صعبة"), url=PAGE, at="2021-09-14T12:00:00")
    earlier = make(old.article.text.replace("مثمرة", "طويلة"), url=PAGE, at="2021-09-14T08:00:00")
    assert outcomes(path, later, earlier) == ["version", "version"]
    assert current(path) == [later.article.text]
    again = make(old.article.text, url=PAGE, at="2021-09-15T08:00:00")  # changed back
    assert outcomes(path, again) == ["capture"]
    assert current(path) == [old.article.text]


def test_equal_text_of_another_publisher_is_another_document(path: Path, make: Make) -> None:
    assert outcomes(path, make(publisher="الأولى"), make(publisher="الثانية")) == ["new", "new"]


def test_rejections_are_kept_once_with_their_reason(path: Path) -> None:
    with Writer(path) as writer:
        rejection = Rejection("page-7", "not-arabic", "by its bytes")
        assert writer.reject(rejection, "crawl.warc") is True
        assert writer.reject(rejection, "crawl.warc") is False
    with Reader(path) as reader:
        assert [row[1:] for row in reader.rejections()] == [("crawl.warc", "page-7", "not-arabic", "by its bytes")]


def test_what_was_not_committed_is_gone_and_the_rest_is_whole(path: Path, make: Make) -> None:
    writer = Writer(path)
    writer.add(pack(make(publisher="الأولى")))
    writer.commit()
    writer.add(pack(make(publisher="الثانية")))
    writer.close()
    with Reader(path) as reader:
        assert reader.sizes()["article"] == 1
        assert reader.check() == []


def test_an_error_undoes_what_was_not_committed(path: Path, make: Make) -> None:
    def fails() -> None:
        with Writer(path) as writer:
            writer.add(pack(make()))
            message = "stop"
            raise RuntimeError(message)

    with pytest.raises(RuntimeError, match="stop"):
        fails()
    with Reader(path) as reader:
        assert reader.sizes()["article"] == 0


def test_a_second_writer_is_told_and_a_reader_is_not_disturbed(path: Path, make: Make) -> None:
    with Writer(path) as writer:
        writer.add(pack(make()))
        writer.commit()
        with pytest.raises(StoreError, match="another process writes to it"):
            Writer(path)
        writer.add(pack(make(publisher="الثانية")))
        with Reader(path) as reader:
            assert reader.sizes()["article"] == 1
    with Writer(path), Reader(path) as reader:
        assert reader.sizes()["article"] == 2


def test_a_file_that_is_no_database_of_ours_is_told(tmp_path: Path) -> None:
    wrong = tmp_path / "notes.txt"
    wrong.write_text("not a database at all, but long enough to be looked at\n" * 50, "utf-8")
    with pytest.raises(StoreError, match="no musnad database"):
        Writer(wrong)
    foreign = tmp_path / "foreign.db"
    with sqlite3.connect(foreign) as connection:
        connection.execute("CREATE TABLE cats (name TEXT)")
    connection.close()
    for opened in (Writer, Reader):
        with pytest.raises(StoreError, match="tables of another program"):
            opened(foreign)
    with pytest.raises(StoreError, match="there is no database"):
        Reader(tmp_path / "none.db")
    with pytest.raises(StoreError, match="cannot be opened"):
        Writer(tmp_path / "no-folder" / "x.db")


def test_a_database_of_a_newer_program_is_left_alone(path: Path) -> None:
    Writer(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("INSERT INTO migration (name) VALUES ('9999_later')")
    connection.close()
    for opened in (Writer, Reader):
        with pytest.raises(StoreError, match="newer musnad"):
            opened(path)


LIMITED = """
import resource, sys
from pathlib import Path
from typing import Any
resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, 2_000_000))
from musnad.store import Writer, pack
from musnad.model import Article, Reading
with Writer(Path(sys.argv[1])) as writer:
    for number in range(10_000):
        text = f"{number} " + "".join(chr(0x5000 + number * i % 19997) for i in range(1000))
        writer.add(pack(Reading(Article(text))))
        writer.commit()
"""


def test_no_room_on_the_disk_is_told_and_loses_nothing_committed(path: Path) -> None:
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", LIMITED, str(path)], capture_output=True, text=True, check=False
    )
    assert "StoreError" in done.stderr
    assert "what was committed is kept" in done.stderr
    with Reader(path) as reader:
        assert reader.check() == []
        assert reader.sizes()["article"] > 10


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_file_that_may_only_be_read_is_asked_and_not_written(path: Path, make: Make) -> None:
    outcomes(path, make())
    path.chmod(0o400)
    path.parent.chmod(0o500)
    try:
        assert len(current(path)) == 1
        with pytest.raises(StoreError, match=r"read-only|cannot be opened"):
            Writer(path)
    finally:
        path.parent.chmod(0o700)


def test_a_write_to_what_is_read_only_is_told_in_words(path: Path) -> None:
    Writer(path).close()
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    with pytest.raises(StoreError, match="it is read-only for this user"), clear(path):
        connection.execute("INSERT INTO meta VALUES ('a', 'b')")
    connection.close()


def test_facts_that_are_read_again_keep_their_rows(path: Path, make: Make) -> None:
    reading = make()
    assert len(reading.statements) > 1
    outcomes(path, reading)
    fewer = replace(reading, statements=reading.statements[1:])
    with Writer(path) as writer:
        assert writer.replace(1, pack(fewer)) == Change(len(fewer.statements) + len(fewer.events), 1, 0)
        writer.commit()
        kept = {row[1]: row[0] for row in asked(path)}
        assert writer.replace(1, pack(reading)) == Change(len(fewer.statements) + len(fewer.events), 0, 1)
    now = {row[1]: row[0] for row in asked(path)}
    assert {fact: now[fact] for fact in kept} == kept
    assert max(now.values()) == now[reading.statements[0].id], "a fact that was gone comes back as a new one"


def asked(path: Path) -> list[tuple[Any, ...]]:
    with Reader(path) as reader:
        return reader.page(Question("statements"), None, 100)


def test_an_index_folded_in_another_way_is_made_anew(path: Path, make: Make) -> None:
    outcomes(path, make())
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE meta SET value = 'older' WHERE key = 'index'")
        connection.execute("INSERT INTO words (words) VALUES ('delete-all')")
    connection.close()
    asked_for = Question("articles", words="القاهرة")
    with Reader(path) as reader:
        assert reader.count(asked_for) == [("", 0)]
    Writer(path).close()
    with Reader(path) as reader:
        assert reader.count(asked_for) == [("", 1)]
        assert reader.count(Question("statements", about="المحادثات")) == [("", 1)]
        assert reader.count(Question("statements", speaker="الشاذلي")) != [("", 0)]
