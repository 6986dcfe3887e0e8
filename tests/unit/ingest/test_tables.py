"""Tables: one article or rejection a row, by the names of the columns."""

import builtins
import csv
import io
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow as pa
import pytest
from designs import BODY, TITLE, WITH_LEAD
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from musnad.ingest.given import Given
from musnad.ingest.inputs import articles
from musnad.model import Article, Rejection
from musnad.pipeline import default_engine

TEXT = "\n".join(BODY)
HEADER = ("id", "title", "text", "publisher", "published")
ROW = ("a", TITLE, TEXT, "صحيفة المرفأ", "2023-10-17")


def table(*rows: Sequence[str], delimiter: str = ",") -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue()


def found_in(folder: Path, data: bytes, *, name: str = "t.csv", max_bytes: int = 500_000) -> list[Article | Rejection]:
    (folder / name).write_bytes(data)
    return list(articles(str(folder / name), default_engine().lexicon, given=Given(), max_bytes=max_bytes))


def short(items: list[Article | Rejection]) -> list[str]:
    return [item.reason if isinstance(item, Rejection) else str(item.id) for item in items]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1256", "utf-16"])
@pytest.mark.parametrize(("name", "delimiter"), [("t.csv", ","), ("t.csv", ";"), ("t.tsv", "\t"), ("t.CSV", "\t")])
def test_rows_are_articles(tmp_path: Path, encoding: str, name: str, delimiter: str) -> None:
    data = table(HEADER, ROW, ("b", "", TEXT, "", ""), delimiter=delimiter).encode(encoding)
    first, second = found_in(tmp_path, data, name=name)
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.id, first.title, first.publisher) == ("a", TITLE, "صحيفة المرفأ")
    assert first.text.replace("\r\n", "\n") == f"{TITLE}\n\n{TEXT}"
    assert (first.published.value, first.published.basis) == ("2023-10-17", "metadata")
    assert (second.id, second.title, second.publisher, second.published.value) == ("b", None, None, None)


def test_columns_may_stand_anywhere_and_be_unknown(tmp_path: Path) -> None:
    data = table(
        ("n", " HTML", "Published", "url"), ("7", WITH_LEAD["plain article"], "17/10/2023", "https://x.example/1")
    )
    (found,) = found_in(tmp_path, data.encode())
    assert isinstance(found, Article)
    assert (found.title, found.url, found.published.value) == (TITLE, "https://x.example/1", "2023-10-17")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (table(("id", "title"), ("a", TITLE)), "record"),
        (table(HEADER), "empty"),
        ("", "empty"),
        ("\n\n", "empty"),
        ('"id,text\n' + TEXT * 5000, "record"),
    ],
    ids="no-text no-row nothing blank unclosed".split(),
)
def test_a_table_without_articles(tmp_path: Path, data: str, reason: str) -> None:
    (found,) = found_in(tmp_path, data.encode())
    assert isinstance(found, Rejection)
    assert (found.reason, found.id) == (reason, "t")


def test_the_missing_column_is_named(tmp_path: Path) -> None:
    (found,) = found_in(tmp_path, table(("id", "body"), ("a", TEXT)).encode())
    assert isinstance(found, Rejection)
    assert "text nor html" in found.detail
    assert "body" in found.detail


def test_odd_rows_are_rejected_and_the_others_read(tmp_path: Path) -> None:
    data = "\n" + table(
        HEADER, ("x", TITLE), (*ROW, "more"), ("y", "", "", "", ""), ("z", "", "The plan.", "", ""), ROW
    )
    found = found_in(tmp_path, data.encode())
    assert short(found) == ["record", "record", "record", "not-arabic", "a"]
    assert [item.id for item in found] == ["x", "a", "y", "z", "a"]
    assert [i.detail.partition(":")[0] for i in found if isinstance(i, Rejection)] == [f"row {n}" for n in range(2, 6)]


def test_a_cell_that_is_too_large_and_a_quotation_mark_that_is_never_closed(tmp_path: Path) -> None:
    big = ("big", "", "نص " * 400_000, "", "")
    found = found_in(tmp_path, table(HEADER, big, ROW).encode())
    assert short(found)[0] == "too-large"
    assert short(found)[-1] == "a"
    assert short(found_in(tmp_path, (table(HEADER, ROW) + 'b,"never closed' + TEXT).encode())) == ["a", "record"]


def test_a_long_text_is_not_too_large(tmp_path: Path) -> None:
    (found,) = found_in(tmp_path, table(HEADER, ("a", "", f"{TEXT}\n" * 200, "", "")).encode())
    assert isinstance(found, Article)
    assert len(found.text) > 131_072 // 2


@settings(max_examples=80, deadline=None)
@given(st.binary(max_size=400))
def test_any_rows(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    folder = tmp_path_factory.getbasetemp()
    data = ",".join(HEADER).encode() + b"\r\n" + data
    found = found_in(folder, data)
    assert found
    assert all(isinstance(item, Article) or item.reason != "internal" for item in found)
    assert found == found_in(folder, data)


def stored(folder: Path, columns: dict[str, list[object]]) -> Path:
    path = folder / "t.parquet"
    parquet.write_table(pa.table(columns), path)
    return path


def read(path: Path) -> list[Article | Rejection]:
    return list(articles(str(path), default_engine().lexicon))


def test_parquet(tmp_path: Path) -> None:
    path = stored(
        tmp_path,
        {
            "id": [1, 2, 3],
            "Text": [TEXT, None, "The plan."],
            "published": [datetime(2023, 10, 17, 21, tzinfo=UTC), None, None],
            "other": [[1], [2], [3]],
        },
    )
    found = read(path)
    assert short(found) == ["1", "record", "not-arabic"]
    assert isinstance(found[0], Article)
    assert (found[0].text, found[0].published.value) == (TEXT, "2023-10-17T21:00:00+00:00")
    (day,) = read(stored(tmp_path, {"text": [TEXT], "published": [date(2023, 10, 17)]}))
    assert isinstance(day, Article)
    assert day.published.value == "2023-10-17"


def test_parquet_without_articles(tmp_path: Path) -> None:
    assert short(read(stored(tmp_path, {"id": [1], "body": [TEXT]}))) == ["record"]
    path = stored(tmp_path, {"text": [TEXT] * 50})
    path.write_bytes(path.read_bytes()[:-200])
    assert short(read(path)) == ["truncated"]
    path = stored(tmp_path, {"text": [TEXT * 100, TEXT]})
    assert short(list(articles(str(path), default_engine().lexicon, max_bytes=1000))) == ["too-large", "None"]
    assert short(read(stored(tmp_path, {"text": pa.array([], pa.string())}))) == ["empty"]  # type: ignore[dict-item]


def test_without_pyarrow_the_command_that_installs_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = stored(tmp_path, {"text": [TEXT]})
    real = builtins.__import__

    def without(name: str, *args: object, **more: object) -> object:
        if name.startswith("pyarrow"):
            raise ImportError(name)
        return real(name, *args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", without)
    (found,) = read(path)
    assert isinstance(found, Rejection)
    assert found.reason == "unreadable"
    assert "pip install 'musnad[parquet]'" in found.detail
