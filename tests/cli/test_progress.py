"""Progress of a batch: shown where somebody watches, never in the output, counted always."""

import io
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from rich.console import Console

from musnad.cli.progress import Tally
from musnad.model import Article, Reading, Rejection


def test_counts_and_reasons_are_shown_from_the_second_input_on() -> None:
    out = io.StringIO()
    with Tally(Console(file=out, force_terminal=True, width=100)) as tally:
        tally.add(Reading(Article("نص")))
        assert out.getvalue() == ""
        tally.add(Rejection("x", "empty"))
        tally.add(Rejection("y", "json"))
        tally.add(Rejection("z", "empty"))
    assert "1 read, 3 rejected (2 empty, 1 json)" in out.getvalue()
    assert tally.summary() == "1 read, 3 rejected (2 empty, 1 json)"


def test_nothing_is_shown_where_nobody_watches(capsys: pytest.CaptureFixture[str]) -> None:
    with Tally() as tally:
        for _ in range(3):
            tally.add(Reading(Article("نص")))
    assert capsys.readouterr() == ("", "")
    assert tally.summary() == "3 read, 0 rejected"


def test_results_stay_whole_where_progress_is_watched(tmp_path: Path) -> None:
    batch = tmp_path / "batch.jsonl"
    row = {"id": "a", "text": "قال الوزير إن المحادثات كانت مثمرة وبناءة."}
    batch.write_text((json.dumps(row) + "\n") * 20 + "[]\n", "utf-8")
    watched, terminal = pty.openpty()
    source = Path(__file__).parents[2] / "src"
    words = ["/usr/bin/env", f"PYTHONPATH={source}", "TERM=xterm", sys.executable, "-m", "musnad", "read", str(batch)]
    done = subprocess.run([*words, "--json"], stdout=subprocess.PIPE, stderr=terminal, check=True)  # noqa: S603 - ours
    os.close(terminal)
    shown = os.read(watched, 1 << 16).decode()
    os.close(watched)
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["a"] * 20 + [None]
    assert "20 read, 1 rejected (1 record)" in shown
    assert "a second" in shown
