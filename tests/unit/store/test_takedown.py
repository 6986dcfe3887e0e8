"""Taking down: nothing of a document stays but its tombstone, and it never comes back."""

from collections.abc import Callable
from pathlib import Path

import pytest

from musnad.model import Reading
from musnad.store import Question, Raw, Reader, StoreError, Writer, pack, people

Make = Callable[..., Reading]
NOW = "2021-10-01T09:00:00+00:00"
PAGE = "https://paper.example/a"
RARE = "الزنبركي"


def filled(path: Path, make: Make) -> Reading:
    bad = make(make().article.text.replace("الشاذلي", RARE), url=PAGE, publisher="جريدة", at="2021-09-14T10:00:00")
    with Writer(path) as writer:
        assert bad.article.retrieval is not None
        writer.add(pack(bad))
        writer.keep(Raw.of(bad.article.retrieval.raw_hash, bad.article.text.encode()))
        writer.add(pack(make(url="https://other.example/b", publisher="صحيفة")))
    return bad


def test_a_document_goes_with_all_that_hangs_on_it(tmp_path: Path, make: Make) -> None:
    path = tmp_path / "news.db"
    bad = filled(path, make)
    with Reader(path) as reader:
        before = reader.count(Question("statements"))[0][1]
        assert people.find(reader, Question("people", name=RARE), None, 5)[1:] == (1, 1)
    with Writer(path) as writer:
        stone = writer.take_down(PAGE, "court order 7", NOW)
    assert (stone.url, stone.reason, stone.at) == (PAGE, "court order 7", NOW)
    assert stone.facts == len(bad.statements) + len(bad.events)
    with Reader(path) as reader:
        assert reader.check() == []
        assert reader.count(Question("statements")) == [("", before - len(bad.statements))]
        assert reader.count(Question("articles"), "publisher") == [("صحيفة", 1)]
        assert [held.publisher for held in reader.coverage()] == ["صحيفة"]
        assert people.find(reader, Question("people", name=RARE), None, 5) == ([], 0, 0)
        assert reader.count(Question("articles", words=RARE)) == [("", 0)]
        assert bad.article.retrieval is not None
        assert reader.raw(bad.article.retrieval.raw_hash) is None
        assert [row[4] for row in reader.tombstones()] == ["court order 7"]


def test_no_word_of_it_stays_in_the_files(tmp_path: Path, make: Make) -> None:
    path = tmp_path / "news.db"
    filled(path, make)
    assert RARE.encode() in path.read_bytes()
    with Writer(path) as writer:
        writer.take_down(PAGE, "by request", NOW)
    for file in tmp_path.iterdir():
        assert RARE.encode() not in file.read_bytes(), file.name


def test_it_never_comes_back_and_is_not_taken_down_twice(tmp_path: Path, make: Make) -> None:
    path = tmp_path / "news.db"
    bad = filled(path, make)
    with Writer(path) as writer:
        writer.take_down(bad.statements[0].id, "by request", NOW)
        assert writer.add(pack(bad)).outcome == "taken-down"
        with pytest.raises(StoreError, match="no document"):
            writer.take_down(PAGE, "again", NOW)
    with Reader(path) as reader:
        assert reader.sizes()["document"] == 1
