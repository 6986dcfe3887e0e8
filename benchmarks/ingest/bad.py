"""Print what becomes of bad input: every outcome, the seconds and the peak memory of the real command line.

usage: bad.py [NAME ...]

Each input is made here and read by a process of its own with `musnad read --json`. With names only those are read.
"""

import gzip
import json
import subprocess
import sys
import tempfile
import time
import zlib
from collections import Counter
from collections.abc import Callable
from pathlib import Path

TITLE = "مجلس القرية يوافق على بناء المدرسة"
LINES = (
    "وافق مجلس القرية على بناء مدرسة جديدة تتسع لثلاثمئة تلميذ وتفتح أبوابها في الخريف المقبل.",
    "وقال رئيس المجلس إن الأعمال تبدأ خلال أسبوعين، وإن كلفتها تتحملها وزارة التربية.",
    "وأضافت مديرة المدرسة القديمة أن عدد التلاميذ تضاعف منذ خمس سنوات.",
)
MEGABYTE = 1 << 20


def main() -> int:
    """Read every bad input and print a table."""
    wanted = sys.argv[1:] or list(INPUTS)
    print("| input | seconds | peak MB | exit | outcome |\n|---|--:|--:|--:|---|")
    with tempfile.TemporaryDirectory() as folder:
        for name in wanted:
            path = Path(folder) / name
            path.write_bytes(INPUTS[name]())
            seconds, peak, code, outcome = _read(path)
            print(f"| {name} | {seconds:.1f} | {peak} | {code} | {outcome} |", flush=True)
            path.unlink()
    return 0


def _read(path: Path) -> tuple[float, int, int, str]:
    """Return seconds, peak memory in MB, exit code and the counted outcomes of reading a file."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "musnad", "read", str(path), "--json"]
    peak = 0
    with (
        tempfile.TemporaryFile() as output,
        subprocess.Popen(command, stdout=output, stderr=subprocess.DEVNULL) as process,  # noqa: S603 - our own
    ):
        while process.poll() is None:
            peak = max(peak, _peak(process.pid))
            time.sleep(0.02)
        seconds = time.perf_counter() - start
        output.seek(0)
        found = Counter(json.loads(line).get("reason", "read") for line in output)
    return seconds, peak, process.returncode, ", ".join(f"{n} {what}" for what, n in found.items())


def _peak(pid: int) -> int:
    """Return the peak memory of a process so far in MB, 0 if it has ended."""
    try:
        status = Path(f"/proc/{pid}/status").read_text("ascii")
    except OSError:
        return 0
    return next((int(line.split()[1]) // 1024 for line in status.splitlines() if line.startswith("VmHWM")), 0)


def _page(before: str = "", behind: str = "", *, body: str | None = None, head: str = "") -> bytes:
    paragraphs = "".join(f"<p>{line}</p>" for line in LINES)
    inner = f"<article><h1>{TITLE}</h1>{paragraphs}</article>" if body is None else body
    html = f"<html lang=ar><head><title>{TITLE}</title>{head}</head><body>{before}{inner}{behind}</body></html>"
    return html.encode()


def _archive(pages: int = 5, body: bytes | None = None, more: str = "") -> bytes:
    found = b""
    for number in range(pages):
        block = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{more}\r\n".encode() + (body or _page())
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://site.example/{number}\r\n"
            f"WARC-Record-ID: <urn:uuid:{number}>\r\nContent-Type: application/http\r\n"
            f"Content-Length: {len(block)}\r\n\r\n"
        )
        found += head.encode() + block + b"\r\n\r\n"
    return found


def _zipped_archive() -> bytes:
    records = _archive().split(b"WARC/1.0\r\n")[1:]
    return b"".join(gzip.compress(b"WARC/1.0\r\n" + record, mtime=0) for record in records)


def _bomb(part: bytes) -> bytes:
    """Return 2 GB of the same megabyte, zipped."""
    squeeze = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join(squeeze.compress(part * MEGABYTE) for _ in range(2000)) + squeeze.flush()


def _jsonl(*texts: str) -> bytes:
    return b"".join(json.dumps({"id": str(n), "text": text}).encode() + b"\n" for n, text in enumerate(texts))


PROSE = "\n".join(LINES)
LOGIN = "<form><p>يرجى تسجيل الدخول لمتابعة القراءة.</p><input name=u><button>دخول</button></form>"
WALL = (
    "<div><p>هذا المحتوى متاح للمشتركين فقط. يرجى تسجيل الدخول إلى حسابك لمتابعة قراءة المقال، أو إنشاء حساب جديد لا "
    "يستغرق أكثر من دقيقة واحدة.</p></div>"
)
LINKS = "<nav><ul>" + "".join(f"<li><a href='/{n}'>قسم الأخبار {n}</a></li>" for n in range(60)) + "</ul></nav>"
DEEP = "<div>" * 100_000
INPUTS: dict[str, Callable[[], bytes]] = {
    "cut.warc": lambda: _archive()[:-400],
    "cut.warc.gz": lambda: _zipped_archive()[:-400],
    "bomb.html.gz": lambda: _bomb(b"\0"),
    "bomb.jsonl.gz": lambda: _bomb(b"a"),
    "bomb-and-line.jsonl.gz": lambda: _bomb(b"a") + gzip.compress(b"\n" + _jsonl(PROSE)),
    "bomb-within.warc": lambda: _archive(1, _bomb(b"a"), "Content-Encoding: gzip\r\n") + _archive(1),
    "200-MB.html": lambda: _page(behind="<p>x</p>" * 25_000_000),
    "deep-article.html": lambda: _page(DEEP),
    "deep-behind.html": lambda: _page(behind=DEEP),
    "deep.json": lambda: b'{"id": "a", "text": ' + b"[" * 100_000,
    "deep-metadata.html": lambda: _page(head=f"<script type='application/ld+json'>{'[' * 100_000}</script>"),
    "entities.html": lambda: _page("<p>&#xD800; &#9999999; &bogus; &amp;amp; &#; &#x; & &</p>"),
    "mixed-encodings.html": lambda: _page() + f"<p>{PROSE}</p>".encode("cp1256"),
    "mixed-encodings.txt": lambda: f"{PROSE}\n".encode() + PROSE.encode("cp1256"),
    "surrogates.jsonl": lambda: _jsonl(f"{PROSE} \ud800", PROSE),
    "surrogates.html": lambda: _page().replace(b"<p>", b"<p>\xed\xa0\x80"),
    "no-bytes.html": lambda: b"",
    "empty-body.html": lambda: _page(body=""),
    "navigation.html": lambda: _page(body=LINKS),
    "login.html": lambda: _page(body=LOGIN),
    "login-wall.html": lambda: _page(body=WALL),
    "open-tags.html": lambda: _page(behind="<a" * 5_000_000),
    "open-scripts.html": lambda: _page(behind="<script>" * 200_000),
}

if __name__ == "__main__":
    sys.exit(main())
