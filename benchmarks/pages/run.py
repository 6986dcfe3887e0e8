"""Print how long the pages of a collection take with several readers at once, also while the collection is filled.

usage: run.py DB [--readers N] [--pages N] [--think SECONDS] [--filling ARTICLES] [--only KIND ...] [--write]

Pages of all kinds are asked for in one random order by `--readers` (10) at once: first by readers who look at every
page for `--think` seconds (4; between half and one and a half times as long), then by readers who never pause, so that
the machine does nothing else. Words, people and articles are taken from the collection itself, always the same ones. A
time is that from the request to the last byte, as a browser on this machine would wait for it; CPU is the server's.

With `--filling` the collection is copied first, and the copy is filled with the records of that file, each under
another address, by `musnad ingest` with one worker while the pages are read. Without it DB is only read.
"""

import argparse
import contextlib
import gzip
import json
import os
import random
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
import urllib.request
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from statistics import median

HERE = Path(__file__).resolve().parent
SOURCE = HERE.parents[1] / "src"
sys.path.insert(0, str(SOURCE))

from musnad.query import (  # noqa: E402 - the checkout itself is measured
    Collection,
    FoundArticle,
    FoundEvent,
    FoundPerson,
    FoundStatement,
    Question,
)

SAMPLE = 60  # addresses of a kind
AIM = 250  # ms
SEED = 7
_WARM = 5.0  # seconds in which a filling comes under way


@dataclass(slots=True)
class Run:
    """What readers saw: ms by kind of page, what failed; CPU ms of the server for a page."""

    times: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    errors: list[str] = field(default_factory=list)
    cpu: float = 0.0


def main() -> None:
    """Serve, ask, print."""
    given = _options()
    addresses = {k: v for k, v in pages(given.db).items() if not given.only or k in given.only}
    with contextlib.ExitStack() as stack:
        db = given.db if given.filling is None else _copied(given.db, stack)
        base, server = stack.enter_context(served(db))
        with_stories(base, addresses)
        still = stack.enter_context(filling(db, given.filling))
        runs = [(think, asked(base, server, addresses, given, think)) for think in (given.think, 0.0)]
        was_filled = still()
    lines = [line for think, run in runs for line in report(run, addresses, given, think)]
    if given.filling is not None:
        lines += ["", f"Still being filled at the end: {was_filled}."]
    print("\n".join(lines))
    if given.write:
        head = [
            "# Pages: measured\n",
            f"`python benchmarks/pages/run.py {' '.join(sys.argv[1:])}`, {os.cpu_count()} cores",
        ]
        (HERE / "results.md").write_text("\n".join([*head, "", *lines, ""]), "utf-8")


def report(run: Run, addresses: dict[str, list[str]], given: argparse.Namespace, think: float) -> Iterator[str]:
    """Yield the lines of a table."""
    pause = f"who look at a page for {think:g} s" if think else "who never pause"
    yield f"{given.readers} readers at once {pause}, {given.pages} pages of each kind:"
    yield ""
    yield f"| page | median ms | p95 ms | worst ms | below {AIM} ms |"
    yield "|---|--:|--:|--:|--:|"
    everything = sorted(ms for found in run.times.values() for ms in found)
    for kind, found in [*((kind, sorted(run.times[kind])) for kind in addresses), ("**all**", everything)]:
        if found:
            p95, below = found[int(len(found) * 0.95)], sum(ms < AIM for ms in found) / len(found)
            yield f"| {kind} | {median(found):.0f} | {p95:.0f} | {found[-1]:.0f} | {below:.0%} |"
    yield ""
    yield f"{len(everything)} pages, {len(run.errors)} errors {run.errors[:3] or ''}; {run.cpu:.0f} ms CPU a page."
    yield ""


def pages(db: Path) -> dict[str, list[str]]:
    """Return addresses by kind of page."""
    chance = random.Random(SEED)  # noqa: S311 - any pages will do
    with Collection(db) as collection:
        articles = [i for i in collection.find(Question("articles"), limit=1000).items if isinstance(i, FoundArticle)]
        said = [i for i in collection.find(Question("statements"), limit=1000).items if isinstance(i, FoundStatement)]
        events = [i for i in collection.find(Question("events"), limit=1000).items if isinstance(i, FoundEvent)]
        people = [i for i in collection.find(Question("people"), limit=300).items if isinstance(i, FoundPerson)]

    def some(found: list[str]) -> list[str]:
        return chance.sample(found, min(SAMPLE, len(found)))

    words = sorted({word for a in articles for word in re.findall(r"\w{4,}", a.article.title or "")})
    q = [urllib.parse.quote(word) for word in some(words)]
    days = sorted({a.day for a in articles if a.day})
    versions = some([a.article.version for a in articles])
    return {
        "first page": ["/"],
        "search statements": [f"/?q={word}" for word in q],
        "search events": [f"/?of=events&q={word}" for word in q],
        "search articles": [f"/?of=articles&q={word}" for word in q],
        "search people": [f"/?of=people&q={urllib.parse.quote(p.name.split()[0])}" for p in people[:SAMPLE]],
        "all people": ["/?of=people"],
        "events by type": [f"/?of=events&type={kind}" for kind in ("CONSULT", "ASSAULT", "AGREE", "PROTEST")],
        "article": [f"/article/{version}" for version in versions],
        "statement": [f"/statement/{each}" for each in some([s.id for s in said])],
        "event": [f"/event/{each}" for each in some([e.id for e in events])],
        "person": [f"/entity/{urllib.parse.quote(each)}" for each in some([p.id for p in people])],
        "today": [f"/today?day={day}" for day in days[-SAMPLE:]] or ["/today"],
        "map": ["/map", "/map?type=ASSAULT", *(f"/map?q={word}" for word in q[:20])],
        "story of an article": [f"/story/{version}" for version in versions],
        "sources": ["/sources"],
        "coverage": ["/coverage"],
        "rejections": ["/rejections"],
        "watches": ["/watches"],
        "API statements": [f"/api/statements?q={word}" for word in q],
    }


def with_stories(base: str, addresses: dict[str, list[str]]) -> None:
    """Add the pages of stories and claims, as far as the collection has any."""
    page = _get(f"{base}/stories?least=3")
    links = list(dict.fromkeys(unescape(each) for each in re.findall(r'href="(/story/[^"?]+)"', page)))
    if links and "story of an article" in addresses:
        addresses["stories"] = ["/stories", "/stories?least=3"]
        addresses["story"] = links[:SAMPLE]
        found = [unescape(c) for link in links[:10] for c in re.findall(r'href="(/claim/[^"]+)"', _get(base + link))]
        addresses["claim"] = list(dict.fromkeys(found))[:SAMPLE] or ["/stories"]


def asked(base: str, server: int, addresses: dict[str, list[str]], given: argparse.Namespace, think: float) -> Run:
    """Let readers ask for pages of all kinds in random order, and return what they saw."""
    chance = random.Random(SEED + 1)  # noqa: S311 - any order will do
    wanted = [(kind, chance.choice(found)) for kind, found in addresses.items() for _ in range(given.pages)]
    chance.shuffle(wanted)
    pauses = [think * chance.uniform(0.5, 1.5) for _ in wanted]
    run, lock = Run(), threading.Lock()

    def read(first: float) -> None:
        time.sleep(first)
        while True:
            with lock:
                if not wanted:
                    return
                (kind, address), pause = wanted.pop(), pauses.pop()
            start = time.perf_counter()
            try:
                _get(base + address)
            except OSError as error:
                run.errors.append(f"{address}: {error}")
            else:
                run.times[kind].append(1000 * (time.perf_counter() - start))
            time.sleep(pause)

    number, before = len(wanted), _cpu(server)
    readers = [threading.Thread(target=read, args=(think * n / given.readers,)) for n in range(given.readers)]
    for each in readers:
        each.start()
    for each in readers:
        each.join()
    run.cpu = 1000 * (_cpu(server) - before) / number
    return run


@contextlib.contextmanager
def served(db: Path) -> Iterator[tuple[str, int]]:
    """Serve a collection in a process of its own; say where, and which process it is."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "musnad", "serve", str(db.resolve()), "--port", str(port)]
    server = subprocess.Popen(command, cwd=SOURCE, stderr=subprocess.DEVNULL)  # noqa: S603 - our own command
    base = f"http://127.0.0.1:{port}"
    try:
        for _ in range(300):
            with contextlib.suppress(OSError):
                _get(f"{base}/licences")
                break
            time.sleep(0.2)
        yield base, server.pid
    finally:
        server.terminate()
        server.wait()


@contextlib.contextmanager
def filling(db: Path, articles: Path | None) -> Iterator[Callable[[], bool]]:
    """Fill a collection meanwhile; what is given says whether it is still being filled."""
    if articles is None:
        yield lambda: False
        return
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "others.jsonl"
        _renamed(articles, source)
        command = [sys.executable, "-m", "musnad", "ingest", str(db.resolve()), str(source), "--workers", "1"]
        filler = subprocess.Popen(command, cwd=SOURCE, stderr=subprocess.DEVNULL)  # noqa: S603 - our own command
        try:
            time.sleep(_WARM)
            yield lambda: filler.poll() is None
        finally:
            filler.terminate()
            filler.wait()


def _renamed(articles: Path, target: Path) -> None:
    """Write the records of a file under other ids and addresses: to a collection they are other articles."""
    opener = gzip.open if articles.suffix == ".gz" else open
    with opener(articles, "rt", encoding="utf-8") as file, target.open("w", encoding="utf-8") as out:
        for line in file:
            record = json.loads(line)
            record["id"] = f"{record.get('id', '')}-again"
            if record.get("url"):
                record["url"] = f"{record['url'].rstrip('/')}/again"
            out.write(json.dumps(record, ensure_ascii=False) + "\n")


def _copied(db: Path, stack: contextlib.ExitStack) -> Path:
    copy = Path(stack.enter_context(tempfile.TemporaryDirectory())) / "news.db"
    return Path(shutil.copy(db, copy))


def _cpu(process: int) -> float:
    """Return the seconds that a process has worked (Linux); 0 elsewhere."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _get(address: str) -> str:
    with urllib.request.urlopen(address, timeout=60) as response:  # noqa: S310 - our own address
        return str(response.read().decode())


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("db", type=Path)
    parser.add_argument("--readers", type=int, default=10)
    parser.add_argument("--pages", type=int, default=40, help="pages of every kind")
    parser.add_argument("--think", type=float, default=4.0, help="seconds for which a reader looks at a page")
    parser.add_argument("--filling", type=Path, help="records with which a copy is filled meanwhile")
    parser.add_argument("--only", nargs="+", default=[])
    parser.add_argument("--write", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    main()
