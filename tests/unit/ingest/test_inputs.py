"""Files, folders and patterns: each input by the reader that fits it, in a stable order, nothing lost."""

import gzip
import json
import os
import threading
from io import BytesIO
from pathlib import Path

import pytest
from designs import BODY, TITLE, WITH_LEAD

from musnad.ingest.gate import may_be_arabic
from musnad.ingest.given import Given
from musnad.ingest.inputs import articles, read
from musnad.ingest.source import Source
from musnad.model import Article, Rejection
from musnad.pipeline import default_engine

TEXT = "\n".join(BODY)
PAGE = WITH_LEAD["plain article"].encode()
LINE = json.dumps({"id": "line", "text": TEXT}, ensure_ascii=False).encode() + b"\n"
RSS = f"<rss><channel><item><title>{TITLE}</title><guid>entry</guid></item></channel></rss>".encode()
CSV = f'id,text\nrow,"{TEXT}"\n'.encode()
RECORD = b'{\n "id": "whole",\n "text": ' + json.dumps(TEXT).encode() + b"\n}"
CHANNEL = {"name": "x", "type": "public_channel", "id": 7, "messages": [{"id": 1, "type": "message", "text": TEXT}]}
EXPORT = json.dumps(CHANNEL, indent=1).encode()
WET = b"WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Record-ID: <urn:1>\r\nWARC-Target-URI: https://a.example/w\r\n"
WET += b"Content-Length: %d\r\n\r\n%b\r\n\r\n" % (len(TEXT.encode()), TEXT.encode())
ALL = {
    "text": (TEXT.encode(), "NAME"),
    "page": (PAGE, "NAME"),
    "lines": (LINE, "line"),
    "whole": (RECORD, "whole"),
    "feed": (RSS, "entry"),
    "export": (EXPORT, "7/1"),
    "wet": (WET, "https://a.example/w"),
}


def found_in(name: str | Path, **more: object) -> list[Article | Rejection]:
    return list(articles(str(name), default_engine().lexicon, **more))  # type: ignore[arg-type]


def short(items: list[Article | Rejection]) -> list[str]:
    return [item.reason if isinstance(item, Rejection) else str(item.id) for item in items]


@pytest.mark.parametrize("zipped", [False, True])
@pytest.mark.parametrize("kind", ALL)
def test_every_kind_is_known_by_its_content_also_when_zipped(tmp_path: Path, kind: str, *, zipped: bool) -> None:
    data, name = ALL[kind]
    path = tmp_path / ("NAME.gz" if zipped else "NAME")
    path.write_bytes(gzip.compress(data) if zipped else data)
    assert short(found_in(path)) == [name]


@pytest.mark.parametrize("kind", ALL)
def test_a_pipe_is_read_like_a_file(kind: str) -> None:
    data, name = ALL[kind]
    reading, writing = os.pipe()

    def write() -> None:
        with open(writing, "wb", buffering=0) as pipe:  # noqa: PTH123 - a descriptor has no path
            pipe.writelines(data[at : at + 700] for at in range(0, len(data), 700))

    thread = threading.Thread(target=write)
    thread.start()
    with open(reading, "rb") as pipe:  # noqa: PTH123 - as above
        found = list(read(pipe, Source(default_engine().lexicon)))
    thread.join()
    assert short(found) == [name.replace("NAME", "-")]


def test_lines_of_a_pipe_are_read_while_it_is_still_written_to() -> None:
    reading, writing = os.pipe()
    with open(reading, "rb") as pipe, open(writing, "wb", buffering=0) as end:  # noqa: PTH123 - descriptors
        end.write(LINE)
        items = read(pipe, Source(default_engine().lexicon))
        assert next(items).id == "line"
        end.write(LINE.replace(b"line", b"next"))
        assert next(items).id == "next"
        end.close()
        assert list(items) == []


@pytest.mark.parametrize("kind", ["page", "feed", "text"])
def test_any_number_of_comments_may_stand_before_an_input(tmp_path: Path, kind: str) -> None:
    """Whoever tries all ways to divide comments among each other never ends."""
    data, name = ALL[kind]
    (tmp_path / "NAME").write_bytes(b"<!--x-->\n" * 150 + data)
    assert short(found_in(tmp_path / "NAME")) == [name]


def test_a_reader_with_a_defect_costs_its_own_input_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("musnad.ingest.tables.read_record", broken)
    (tmp_path / "a.csv").write_bytes(CSV)
    (tmp_path / "b.txt").write_text(TEXT, "utf-8")
    assert short(found_in(tmp_path)) == ["internal", "b"]


@pytest.fixture(name="folder")
def a_folder(tmp_path: Path) -> Path:
    (tmp_path / "b" / "deep").mkdir(parents=True)
    (tmp_path / ".hidden").mkdir()
    for name, data in {
        "z.csv": CSV,
        "a.txt": TEXT.encode(),
        "b/page.html": PAGE,
        "b/deep/lines.jsonl": LINE,
        "b/picture.jpg": b"\xff\xd8\xff\xe0\0\0",
        "c.xml": RSS,
        ".hidden/x.txt": TEXT.encode(),
        "b/.DS_Store": b"\0\0\0\1",
    }.items():
        (tmp_path / name).write_bytes(data)
    return tmp_path


def test_a_folder_is_read_with_its_folders_in_the_order_of_names(folder: Path) -> None:
    wanted = ["a", "line", "page", "binary", "entry", "row"]
    assert short(found_in(folder)) == wanted
    assert found_in(folder) == found_in(f"{folder}/")


def test_patterns(folder: Path) -> None:
    assert short(found_in(folder / "*.txt")) == ["a"]
    assert short(found_in(folder / "**" / "*.html")) == ["page"]
    assert short(found_in(folder / "**")) == ["a", "line", "page", "binary", "entry", "row"]
    assert short(found_in(folder / "*")) == ["a", "line", "page", "binary", "entry", "row"]
    (none,) = found_in(folder / "*.nothing")
    assert isinstance(none, Rejection)
    assert none.reason == "unreadable"


def test_a_name_with_the_signs_of_a_pattern(tmp_path: Path) -> None:
    (tmp_path / "a[1].txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a1.txt").write_text("x", encoding="utf-8")
    assert short(found_in(tmp_path / "a[1].txt")) == ["a[1]"]


def test_what_cannot_be_opened_is_a_rejection(tmp_path: Path) -> None:
    assert short(found_in(tmp_path / "missing.html")) == ["unreadable"]
    assert short(found_in(tmp_path)) == ["unreadable"]
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "round").symlink_to(tmp_path)
    (tmp_path / "z.txt").write_text(TEXT, encoding="utf-8")
    assert short(found_in(tmp_path)) == ["unreadable", "z"]


@pytest.mark.parametrize("kind", ["text", "page"])
def test_a_zipped_text_that_is_cut_is_not_read_in_part(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "a.html.gz"
    path.write_bytes(gzip.compress(ALL[kind][0])[:-20])
    assert short(found_in(path)) == ["truncated"]


def test_a_zipped_batch_that_is_cut_keeps_its_whole_records(tmp_path: Path) -> None:
    lines = b"".join(LINE.replace(b"line", b"%d" % n) for n in range(50))
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(lines)[:-20])
    found = short(found_in(path))
    assert found[-1] == "truncated"
    assert found[:40] == [str(n) for n in range(40)]


def test_a_zipped_bomb_is_bounded(tmp_path: Path) -> None:
    path = tmp_path / "bomb.html.gz"
    path.write_bytes(gzip.compress(b"<p>" + b" " * 50_000_000))
    assert short(found_in(path, max_bytes=1_000_000)) == ["too-large"]
    path.write_bytes(gzip.compress(b'{"id": "' + b" " * 50_000_000))
    assert short(found_in(path, max_bytes=1_000_000)) == ["too-large"]


def test_what_the_caller_knows_goes_to_every_input(folder: Path) -> None:
    found = found_in(folder, given=Given(publisher="صحيفة المرفأ"))
    assert {item.publisher for item in found if isinstance(item, Article)} == {"صحيفة المرفأ"}


ENGLISH = b"<html><body><p>" + b"The council agreed on a plan for the old harbour. " * 30
PERSIAN = "<p>" + "شورای شهر برنامه‌ای برای گسترش بندر قدیمی تصویب کرد که سه سال طول می‌کشد. " * 10
URDU = "<p>" + "شہر کی کونسل نے پرانی بندرگاہ کی توسیع کے منصوبے کی منظوری دے دی ہے جس پر تین سال لگیں گے۔ " * 10
FRENCH = "<p>" + "Le conseil a adopté à l'unanimité le plan d'aménagement du vieux port, façade comprise. " * 20
RUSSIAN = "<p>" + "Совет города одобрил план расширения старого порта, который продлится три года. " * 20


@pytest.mark.parametrize(
    "data",
    [
        ENGLISH,
        PERSIAN.encode(),
        URDU.encode(),
        FRENCH.encode(),
        FRENCH.encode("latin-1"),
        RUSSIAN.encode(),
        ENGLISH + "<a>العربية</a>".encode(),
        b"",
    ],
    ids="english persian urdu french french-old russian english-with-a-link nothing".split(),
)
def test_the_gate_is_closed_to_other_languages(data: bytes) -> None:
    assert not may_be_arabic(data)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1256", "iso8859-6", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("line", BODY)
def test_the_gate_is_open_to_arabic_in_any_encoding(encoding: str, line: str) -> None:
    assert may_be_arabic(line.encode(encoding, "ignore"))
    assert may_be_arabic(b" " * 3 + ("<p>" + line).encode(encoding, "ignore")) or encoding.startswith("utf-16")


def test_the_gate_is_open_to_character_references_and_to_persian_keyboards() -> None:
    assert may_be_arabic(TEXT.encode("ascii", "xmlcharrefreplace"))
    assert may_be_arabic("".join(f"&#x{ord(c):x};" for c in TEXT).encode())
    eastern = str.maketrans({"\u064a": "\u06cc", "\u0643": "\u06a9"})
    assert may_be_arabic(TEXT.translate(eastern).encode())


def test_the_gate_saves_pages_from_being_parsed(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(ENGLISH * 3)
    (found,) = found_in(tmp_path / "a.html")
    assert isinstance(found, Rejection)
    assert (found.reason, found.detail) == ("not-arabic", "by its bytes")
    assert short(list(read(BytesIO(PERSIAN.encode() * 3), Source(default_engine().lexicon)))) == ["not-arabic"]
