"""Killed at any moment: what was committed is whole, and a resumed run ends as an undisturbed one."""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from musnad.store import Reader, StoreError

SEED, KILLS, RECORDS = 8, 2, 96


def command(db: Path, source: Path) -> list[str]:
    return [sys.executable, "-m", "musnad", "ingest", str(db), str(source), "--workers", "2"]


def write(path: Path) -> None:
    with path.open("w", encoding="utf-8") as file:
        for number in range(RECORDS):
            text = f"قال وزير النقل سامح الشاذلي إن {number} سفن وصلت إلى القاهرة بعد محادثات مع نظيره في لشبونة.\n" * 8
            file.write(json.dumps({"id": str(number), "text": text, "publisher": "صحيفة"}) + "\n")


def count(db: Path) -> int:
    try:
        with Reader(db) as reader:
            return reader.sizes()["article"]
    except StoreError:
        return 0  # it is only being made


def rows(db: Path) -> dict[str, list[Any]]:
    """Return all rows but those of the full-text index, whose parts lie as they came."""
    with sqlite3.connect(db) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        kept = [name for name in names if not name.startswith(("words", "said", "names"))]
        found = {name: sorted(map(repr, connection.execute(f"SELECT * FROM {name}"))) for name in kept}  # noqa: S608
    connection.close()
    return found


def test_a_killed_run_loses_nothing_that_was_committed(tmp_path: Path) -> None:
    chance = random.Random(SEED)  # noqa: S311 - seeded
    source, db, whole = tmp_path / "in.jsonl", tmp_path / "killed.db", tmp_path / "whole.db"
    write(source)
    held = 0
    for _ in range(KILLS):
        run = subprocess.Popen(command(db, source), stderr=subprocess.DEVNULL)  # noqa: S603 - our own program
        goal = held + chance.randrange(1, RECORDS // KILLS)
        while run.poll() is None and count(db) < goal:
            time.sleep(0.01)
        time.sleep(chance.random() / 20)
        os.kill(run.pid, signal.SIGKILL)
        run.wait()
        with Reader(db) as reader:
            assert reader.check() == []
            now = reader.sizes()["article"]
        assert now >= held
        held = now
    assert held > 0
    for path in (db, whole):
        done = subprocess.run(command(path, source), check=False, capture_output=True, text=True)  # noqa: S603
        assert done.returncode == 0, done.stderr
        assert "rejected" not in done.stderr
    assert count(db) == RECORDS
    assert rows(db) == rows(whole)
