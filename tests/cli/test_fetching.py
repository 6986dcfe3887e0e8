"""`musnad ingest --fetch` from a server to the database: pages with their bytes, captures, versions, refusals."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from musnad.query import Collection, Question

SENTENCE = "قال وزير النقل سامح الشاذلي إن السفن وصلت إلى بيروت، وإن العمل مستمر في الميناء منذ الصباح."


def page(more: str) -> bytes:
    body = "".join(f"<p>{SENTENCE} {more} {number}</p>" for number in range(6))
    return f"<html><head><title>وصول السفن</title></head><body><article>{body}</article></body></html>".encode()


@pytest.fixture
def site() -> Iterator[tuple[str, dict[str, bytes]]]:
    """A site on this machine: its address, and its pages by path."""
    pages: dict[str, bytes] = {}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = pages.get(self.path)
            self.send_response(404 if body is None else 200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", pages
    server.shutdown()
    server.server_close()


def ingest(db: Path, *addresses: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "musnad", "ingest", str(db), *addresses, "--fetch", "--workers", "1"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "MUSNAD_ALLOWED_HOSTS": "127.0.0.1"},  # noqa: TID251 - of the test's own process
    )


def test_a_page_is_fetched_kept_seen_again_and_seen_to_change(
    tmp_path: Path, site: tuple[str, dict[str, bytes]]
) -> None:
    base, pages = site
    pages["/a"] = page("أولا")
    db = tmp_path / "news.db"
    first = ingest(db, f"{base}/a", f"{base}/gone")
    assert "1 new" in first.stderr
    assert "1 rejected (1 not-fetched)" in first.stderr
    again = ingest(db, f"{base}/a")
    assert first.returncode == again.returncode == 0
    pages["/a"] = page("ثانيا")
    assert "1 new versions" in ingest(db, f"{base}/a").stderr
    with Collection(db) as collection:
        assert collection.find(Question("articles")).total == 1
        (changed,) = collection.changes()
        assert not changed.told
        captures = collection.captures(changed.after)
        assert collection.raw(captures[0].raw_hash) == page("ثانيا")
        assert captures[0].url == f"{base}/a"
        assert captures[0].retrieved_at is not None
        assert [each.reason for each in collection.rejections()] == ["not-fetched"]
