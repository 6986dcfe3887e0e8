"""What can go wrong around a collection: a full disk, a medium that is read-only, a second writer; each in its process.

The disks are real ones of a few megabytes, mounted in a namespace of the test's own.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from musnad.cli.app import app
from musnad.store import Writer

ARTICLE = "قال وزير النقل سامح الشاذلي، اليوم الثلاثاء، إن السفن وصلت إلى بيروت.\nوأضاف أن العمل مستمر.\n"
INGEST = f"{sys.executable} -m musnad ingest disk/news.db batch.jsonl --workers 1"
FIND = f"{sys.executable} -m musnad find articles disk/news.db --limit 1"


def _mounts() -> bool:
    """Say whether this user may mount a disk in a namespace of his own (Linux)."""
    if shutil.which("unshare") is None:
        return False
    tried = subprocess.run(["unshare", "-rm", "mount", "-t", "tmpfs", "x", "/mnt"], capture_output=True, check=False)  # noqa: S607
    return tried.returncode == 0


on_a_disk = pytest.mark.skipif(not _mounts(), reason="this system lets no user mount a disk in a namespace")


def shell(folder: Path, *lines: str) -> list[str]:
    """Run lines on a disk of their own, mounted at `disk`, and return what each said with its exit code."""
    (folder / "disk").mkdir()
    script = "\n".join(f"({line}) 2>&1; echo \"exit $?\"; echo '\x1e'" for line in lines)
    done = subprocess.run(  # noqa: S603 - our own commands
        ["unshare", "-rm", "sh", "-c", script],  # noqa: S607
        capture_output=True,
        text=True,
        check=True,
        cwd=folder,
    )
    return done.stdout.split("\x1e\n")[:-1]


def batch(folder: Path, count: int) -> None:
    with (folder / "batch.jsonl").open("w", encoding="utf-8") as file:
        for number in range(count):
            text = ARTICLE + "".join(chr(0x621 + number * i % 26) for i in range(2, 3000))
            file.write(json.dumps({"id": str(number), "url": f"https://p.example/{number}", "text": text}) + "\n")


@on_a_disk
def test_a_full_disk_is_told_keeps_what_was_committed_and_the_same_command_goes_on(tmp_path: Path) -> None:
    batch(tmp_path, 300)
    _, full, found, _, rest = shell(
        tmp_path,
        "mount -t tmpfs -o size=2m tmpfs disk",
        INGEST,
        FIND,
        "mount -o remount,size=100m disk",
        INGEST,
    )
    assert "the disk is full; what was committed is kept" in full
    assert "exit 2" in full
    assert "exit 0" in found
    assert "known before" in rest
    assert "exit 0" in rest


@on_a_disk
def test_a_medium_that_is_read_only_is_asked_and_not_written(tmp_path: Path) -> None:
    batch(tmp_path, 3)
    _, filled, _, found, again = shell(
        tmp_path,
        "mount -t tmpfs -o size=20m tmpfs disk",
        INGEST,
        "mount -o remount,ro disk",
        FIND,
        INGEST,
    )
    assert "3 new" in filled
    assert "3 articles" in found
    assert "exit 0" in found
    assert "read-only" in again or "cannot be opened" in again
    assert "exit 2" in again


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


def test_a_second_writer_is_told_while_analysts_ask_and_correct(tmp_path: Path) -> None:
    batch(tmp_path, 3)
    db, source = tmp_path / "news.db", tmp_path / "batch.jsonl"
    assert run("ingest", db, source, "--workers", "1").exit_code == 0
    with Writer(db):
        second = run("ingest", db, source, "--workers", "1")
        assert second.exit_code == 2
        assert "another process writes to it" in second.stderr
        assert run("reread", db, "--workers", "1").exit_code == 2
        assert run("find", "articles", db, "--limit", "1").exit_code == 0
        assert run("find", "statements", db, "--speaker", "الشاذلي", "--save", "minister").exit_code == 0
        assert run("correct", "note", db, "person:سامح الشاذلي", "in office since May").exit_code == 0
        assert run("watch", db).exit_code == 1
    assert "in office since May" in run("find", "people", db).stdout


def test_a_correction_of_nothing_makes_no_database(tmp_path: Path) -> None:
    result = run("correct", "note", tmp_path / "typo.db", "person:x", "text")
    assert result.exit_code == 2
    assert "there is no database" in result.stderr
    assert list(tmp_path.iterdir()) == []
