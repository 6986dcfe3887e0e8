"""Whatever is thrown at the command line: a clear word, a documented exit code, no traceback, nothing else lost."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from musnad.cli.app import app
from musnad.pipeline import default_engine

TEXT = "قال وزير الخارجية المصري، اليوم الثلاثاء، إن المحادثات في القاهرة كانت مثمرة وبناءة."
NOBODY = 65534


def run(*words: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(app, list(words), input=stdin)


def record(name: str) -> str:
    return json.dumps({"id": name, "text": TEXT}) + "\n"


def process(*words: str, **settings: str) -> "subprocess.Popen[bytes]":
    """Start the command as a terminal does; what runs in the background of a shell would ignore interrupts."""
    source = Path(__file__).parents[2] / "src"
    given = [f"{name}={value}" for name, value in {**settings, "PYTHONPATH": str(source)}.items()]
    return subprocess.Popen(  # noqa: S603 - our own command
        ["/usr/bin/env", "--default-signal=INT", *given, sys.executable, "-m", "musnad", *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


@pytest.fixture
def unprivileged() -> Iterator[None]:
    """Root may read everything, so be somebody else while a test lasts."""
    default_engine()
    me = os.geteuid()
    if me == 0:
        os.seteuid(NOBODY)
    yield
    os.seteuid(me)


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "empty"),
        ("image.png", b"\x89PNG\r\n\x1a\n\x00", "binary"),
        ("page.html", b"<html><body><nav><a href='/'>x</a></nav></body></html>", "no-article"),
        ("english.txt", b"The minister said that the talks went well.", "not-arabic"),
        ("french.txt", "Le ministre a été reçu à Paris, où il a parlé.".encode("latin-1"), "encoding"),
        ("empty.jsonl", b"", "empty"),
        ("blank.jsonl", b"\n\n", "empty"),
    ],
)
def test_a_file_without_an_article_is_named_with_its_reason(
    tmp_path: Path, name: str, data: bytes, reason: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    result = run("read", str(path))
    assert result.exit_code == 1
    assert f"{path.stem}: rejected, {reason}: " in result.stderr
    assert f"0 read, 1 rejected (1 {reason})" in result.stderr
    assert result.stdout == ""


def test_a_missing_file_and_a_folder_do_not_stop_the_others(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text(TEXT, "utf-8")
    result = run("read", str(tmp_path / "none.txt"), str(tmp_path), str(tmp_path / "none.jsonl"), str(good), "--json")
    assert result.exit_code == 0
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [v.get("reason") for v in found] == ["unreadable", None, "unreadable", None]
    assert found[0]["detail"] == "No such file or directory"
    assert found[1]["id"] == found[3]["id"] == "good"


def test_a_file_that_may_not_be_read_is_unreadable(tmp_path: Path, unprivileged: None) -> None:  # noqa: ARG001
    path = tmp_path / "secret.txt"
    os.seteuid(os.getuid())
    path.write_text(TEXT, "utf-8")
    path.chmod(0)
    if os.getuid() == 0:
        os.seteuid(NOBODY)
    result = run("read", str(path), "--json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["reason"] == "unreadable"
    assert json.loads(result.stdout)["detail"] == "Permission denied"


def test_an_input_over_the_limit_is_too_large_and_the_rest_is_read(tmp_path: Path) -> None:
    large, batch = tmp_path / "large.txt", tmp_path / "batch.jsonl"
    large.write_text(TEXT * 20, "utf-8")
    batch.write_text(record("a") + json.dumps({"id": "x", "text": TEXT * 20}) + "\n" + record("b"), "utf-8")
    with process("read", str(large), str(batch), "--json", MUSNAD_MAX_BYTES="2000") as running:
        out, err = running.communicate(timeout=60)
    found = [json.loads(line) for line in out.splitlines()]
    assert [(v["id"], v.get("reason")) for v in found] == [
        ("large", "too-large"),
        ("a", None),
        (None, "too-large"),
        ("b", None),
    ]
    assert b"2 read, 2 rejected (2 too-large)" in err


def test_json_lines_on_standard_input_are_a_batch() -> None:
    result = run("read", "-", "--json", stdin=(record("a") + "[1]\n" + record("b")).encode())
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["a", None, "b"]
    whole = run("read", "-", "--json", stdin=json.dumps({"id": "w", "text": TEXT}, indent=2).encode())
    assert json.loads(whole.stdout)["id"] == "w"


def test_a_reading_leaves_as_soon_as_its_record_has_come() -> None:
    with process("read", "-", "--json") as running:
        assert running.stdin is not None
        assert running.stdout is not None
        running.stdin.write(record("first").encode())
        running.stdin.flush()
        assert json.loads(running.stdout.readline())["id"] == "first"
        running.stdin.write(record("second").encode())
        running.stdin.close()
        assert json.loads(running.stdout.readline())["id"] == "second"
    assert running.returncode == 0


@pytest.mark.parametrize("form", [["--json"], []], ids=["json", "text"])
def test_a_reader_that_goes_away_ends_it_quietly(tmp_path: Path, form: list[str]) -> None:
    batch = tmp_path / "batch.jsonl"
    batch.write_text(record("a") * 300, "utf-8")
    with process("read", str(batch), *form) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 141


def test_an_interrupt_ends_it_without_a_traceback() -> None:
    with process("read", "-", "--json") as running:
        assert running.stdin is not None
        assert running.stdout is not None
        running.stdin.write(record("a").encode())
        running.stdin.flush()
        whole = running.stdout.readline()
        running.send_signal(signal.SIGINT)
        try:
            _, err = running.communicate(timeout=60)
        except subprocess.TimeoutExpired:
            running.kill()
            raise
    assert err.decode().split() == ["interrupted"]
    assert json.loads(whole)["id"] == "a"
    assert running.returncode == 130


def test_output_is_utf_8_whatever_the_locale() -> None:
    with process("read", "-", "--json", PYTHONIOENCODING="ascii", LC_ALL="C") as running:
        out, _ = running.communicate(TEXT.encode(), timeout=60)
    assert json.loads(out.decode("utf-8"))["text"] == TEXT


@pytest.mark.parametrize(
    ("settings", "word"),
    [({"MUSNAD_MAX_BYTES": "many"}, "many"), ({"MUSNAD_KNOWLEDGE": "BAD"}, "kind")],
    ids=["number", "knowledge"],
)
def test_a_wrong_setting_is_a_wrong_call(tmp_path: Path, settings: dict[str, str], word: str) -> None:
    bad = tmp_path / "words"
    bad.mkdir()
    (bad / "x.toml").write_text('kind = "no_such"\nversion = 1\nsource = "own"\n', "utf-8")
    given = {name: value.replace("BAD", str(bad)) for name, value in settings.items()}
    with process("read", "-", **given) as running:
        _, err = running.communicate(TEXT.encode(), timeout=60)
    assert running.returncode == 2
    assert word in err.decode()
    assert "Traceback" not in err.decode()
