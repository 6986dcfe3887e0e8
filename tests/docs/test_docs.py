"""The documentation does what it says: every `sh` block of a page runs, every `python` block too, and what is printed
below a command is what it prints. A page is run from its top to its end, in an empty folder.

`<!-- file: NAME -->` before a block makes it a file. A `text` block behind commands holds lines of their output in
order, each as part of a line; others may stand between them, which `…` shows.
"""

import contextlib
import io
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from musnad.cli.app import app

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "docs" / "start.md", *sorted((ROOT / "docs" / "how-to").glob("*.md"))]
RUN = {"start", "trust-a-fact", "add-a-publisher", "add-words", "watch-the-news", "notebooks"}
"""Pages that must hold something to run; a page without is prose about what a test cannot have."""
BLOCK = re.compile(r"(?:<!-- file: (?P<file>\S+) -->\n)?```(?P<kind>\w+)\n(?P<body>.*?)\n```", re.DOTALL)


def commands(body: str) -> str:
    """Run the lines of a shell block; return what they print."""
    printed = ""
    for line in body.splitlines():
        words = shlex.split(line, comments=True)
        if words:
            assert words[0] == "musnad", line
            done = CliRunner().invoke(app, words[1:])
            assert done.exit_code == 0, f"{line}\n{done.output}"
            printed += done.output
    return printed


def program(body: str, names: dict[str, object]) -> str:
    """Run a Python block with what the blocks before it defined; return what it prints."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(body, "docs", "exec"), names)  # noqa: S102 - the blocks are our own
    return out.getvalue()


def missing(wanted: str, printed: str) -> str | None:
    """Return the first line that does not stand in the output behind the one before it."""
    lines = iter(printed.splitlines())
    return next(
        (line for line in wanted.splitlines() if line != "…" and not any(line.strip() in x for x in lines)), None
    )


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_examples_of_a_page_run(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    printed, ran = "", 0
    for block in BLOCK.finditer(page.read_text("utf-8")):
        kind, body = block["kind"], block["body"]
        if block["file"]:
            file = tmp_path / block["file"]
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(body + "\n", "utf-8")
        elif kind in {"sh", "python"}:
            printed = commands(body) if kind == "sh" else program(body, names)
            ran += 1
        elif kind == "text":
            assert missing(body, printed) is None, printed
    assert ran or page.stem not in RUN


def test_a_line_that_is_not_printed_is_seen() -> None:
    assert missing("b\n…\nd", "a\nb c\nx\nd e") is None
    assert missing("d\nb", "a\nb c\nd") == "b"


def test_the_site_is_built_without_a_warning(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(tmp_path / "site")]
    done = subprocess.run(build, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 - our own
    assert done.returncode == 0, done.stderr
    for page in ("start", "explain/limits", "reference/rules", "how-to/add-words"):
        assert (tmp_path / "site" / page / "index.html").exists()


def test_links_of_the_front_pages_lead_somewhere() -> None:
    for name in ("README.md", "README.ar.md", "CONTRIBUTING.md", "SECURITY.md"):
        links = re.findall(r"\]\(([^)#:]+)", (ROOT / name).read_text("utf-8"))
        assert [link for link in links if not (ROOT / link).exists()] == [], name
