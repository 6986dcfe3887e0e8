"""`musnad scale read` and `musnad load` on the command line, with a cluster of one process."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("distributed", reason="needs musnad[scale]")

GOLD = sorted((Path(__file__).parents[1] / "gold" / "articles").glob("*.json"))[:2]


def musnad(*arguments: str) -> tuple[int, str]:
    command = [sys.executable, "-m", "musnad", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own command
    return done.returncode, done.stderr


def test_reading_is_resumed_and_its_results_are_loaded(tmp_path: Path) -> None:
    lines = [json.dumps({"id": path.stem, "text": json.loads(path.read_text("utf-8"))["text"]}) for path in GOLD]
    (tmp_path / "a.jsonl").write_text("\n".join([*lines, "[]"]), "utf-8")
    out, db = str(tmp_path / "out"), str(tmp_path / "news.db")
    code, said = musnad("scale", "read", str(tmp_path / "a.jsonl"), "--out", out, "--workers", "1")
    assert (code, said.splitlines()[-1]) == (0, "1 of 1 shards, 2 read, 1 rejected (1 record)")
    assert "1 of 1 shards; dashboard: http" in said
    code, said = musnad("scale", "read", str(tmp_path / "a.jsonl"), "--out", out, "--workers", "1")
    assert (code, said.splitlines()[-1]) == (0, "1 of 1 shards (1 done before), 2 read, 1 rejected (1 record)")
    code, said = musnad("load", out, db, "--workers", "1")
    told = ["2 new, 1 rejected (1 record)", "2 articles compared, 2 stories changed, statistics renewed"]
    assert (code, said.splitlines()) == (0, told)
    assert musnad("find", "articles", db)[0] == 0
    code, said = musnad("scale", "copies", out, "--workers", "1")
    assert (code, said.splitlines()[-1].partition(":")[0]) == (1, "2 articles, 0 pairs share text, 0 texts in several")


def test_what_is_not_there_is_a_wrong_call(tmp_path: Path) -> None:
    code, said = musnad("scale", "read", str(tmp_path / "none"), "--out", str(tmp_path / "out"))
    assert code == 2
    assert "none: No such file or directory" in said
    assert musnad("load", str(tmp_path), str(tmp_path / "news.db"))[0] == 2
