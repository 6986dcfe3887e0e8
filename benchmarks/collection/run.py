"""Print what a collection costs: filling it, filling it again, being killed, searching it, also while it is filled.

usage: run.py [--articles FILE] [--limit N] [--workers N] [--kills N] [--keep FOLDER] [--db FILE] [--only PART ...]

`--articles` are records of which every n-th is taken so that there are `--limit` (3,000). Every command runs as a
process of its own, as a user would run it. Memory is the sum over all processes of a command, looked at ten times a
second: pages that they share count for each of them, so the true figure is lower.
Parts: fill, again, kill, search, busy; and only when named, large: the readings `--times` times, each time on another
page of another publisher, so that search is measured on a large collection without reading one. `--db FILE` asks a
collection that is there already, whoever fills it meanwhile, and nothing else.
"""

import argparse
import gzip
import json
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median, quantiles

HERE = Path(__file__).resolve().parent
SOURCE = HERE.parents[1] / "src"
sys.path[:0] = [str(SOURCE), str(HERE.parent / "speed")]

from family import family  # noqa: E402

from musnad.query import Collection, FoundPerson, Question  # noqa: E402 - the checkout itself is measured
from musnad.store import Reader, StoreError, Writer, pack  # noqa: E402

DEFAULT = HERE.parents[2] / "shared" / "corpus" / "articles.jsonl.gz"
PARTS = ("fill", "again", "kill", "search", "busy", "large")
SEED = 8
_TURNS = 3  # times that every question is asked; the first warms up and does not count
_SMALL = 300  # records of the source of a run that is killed


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command took: seconds, peak MB over all its processes, what it said."""

    seconds: float
    megabytes: float
    said: str


def main() -> int:
    """Measure and print."""
    options = _options()
    if options.db is not None:
        _search(options.db, "as it is")
        return 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        source, db = folder / "articles.jsonl", folder / "news.db"
        count = _sampled(options.articles, options.limit, source)
        print(f"{count:,} articles, {source.stat().st_size / 1e6:.1f} MB, {options.workers} workers\n")
        if "fill" in options.only:
            _fill(source, db, count, options.workers)
        if "again" in options.only:
            _again(source, db, options.workers)
        if "kill" in options.only:
            _kill(source, folder, options.kills, options.workers)
        if "search" in options.only:
            _search(db, "at rest")
        if "busy" in options.only:
            _busy(source, db, options.workers)
        if "large" in options.only:
            large = _large(db, folder / "large.db", options.times)
            _search(large, "on a large collection")
            _busy(source, large, options.workers)
    return 0


def _fill(source: Path, db: Path, count: int, workers: int) -> None:
    for file in db.parent.glob(f"{db.name}*"):
        file.unlink()
    ran = _run("ingest", str(db), str(source), "--workers", str(workers))
    size = db.stat().st_size
    with sqlite3.connect(db) as connection:
        (raw,) = connection.execute("SELECT coalesce(sum(length(bytes)), 0) FROM raw").fetchone()
    connection.close()
    print("| filling | |\n|---|---|")
    print(f"| articles/s, start included | {count / ran.seconds:,.1f} |")
    print(f"| seconds | {ran.seconds:,.1f} |")
    print(f"| peak memory of all processes, MB | {ran.megabytes:,.0f} |")
    print(f"| database, MB | {size / 1e6:,.1f} |")
    print(f"| … an article, kB | {size / count / 1e3:,.2f} |")
    print(f"| … of which raw bytes, kB | {raw / count / 1e3:,.2f} |")
    print(f"| said | {ran.said} |\n")


def _again(source: Path, db: Path, workers: int) -> None:
    """Fill again from the same file, and from one that has a blank line more, so that every line is looked at."""
    before = _rows(db)
    same = _run("ingest", str(db), str(source), "--workers", str(workers))
    after = _rows(db)
    grown = source.with_name("grown.jsonl")
    grown.write_bytes(source.read_bytes() + b"\n")
    lines = _run("ingest", str(db), str(grown), "--workers", str(workers))
    fresh = source.with_name("fresh.db")
    first = _run("ingest", str(fresh), str(source), "--workers", str(workers))
    print("| again | seconds | of the first run | said |\n|---|---|---|---|")
    print(f"| first run | {first.seconds:.1f} | 1 | {first.said} |")
    print(f"| the same file | {same.seconds:.1f} | {same.seconds / first.seconds:.3f} | {same.said} |")
    print(f"| every line looked at | {lines.seconds:.1f} | {lines.seconds / first.seconds:.3f} | {lines.said} |")
    print(f"\nunchanged: {before == after}\n")


def _kill(source: Path, folder: Path, kills: int, workers: int) -> None:
    """Kill runs at random moments; then go on to the end and compare with an undisturbed run."""
    chance = random.Random(SEED)  # noqa: S311 - any moments will do
    small, db, whole = folder / "small.jsonl", folder / "killed.db", folder / "whole.db"
    with source.open("rb") as file, small.open("wb") as out:
        out.writelines(line for _, line in zip(range(_SMALL), file, strict=False))
    for file in (*folder.glob("killed.db*"), *folder.glob("whole.db*")):
        file.unlink()
    undisturbed = _run("ingest", str(whole), str(small), "--workers", str(workers))
    sound = kept = True
    held, moments = 0, []
    for _ in range(kills):
        command = [sys.executable, "-m", "musnad", "ingest", str(db), str(small), "--workers", str(workers)]
        run = subprocess.Popen(command, stderr=subprocess.DEVNULL, cwd=SOURCE)  # noqa: S603 - our own commands
        time.sleep(chance.uniform(0.1, undisturbed.seconds * 0.9))
        run.send_signal(signal.SIGKILL)
        run.wait()
        try:
            with Reader(db) as reader:
                sound = sound and not reader.check()
                now = reader.sizes()["article"]
        except StoreError:
            now = 0  # killed before there was a database
        kept = kept and now >= held
        held = now
        moments.append(now)
    _run("ingest", str(db), str(small), "--workers", str(workers))
    same = _rows(db) == _rows(whole)
    print(f"killed {kills} times, with so many of {_SMALL} articles committed: {', '.join(map(str, moments))}")
    print(f"integrity ok: {sound}; nothing committed lost: {kept}; end as undisturbed: {same}\n")


def _search(db: Path, when: str) -> None:
    """Print wall and processor time of pages of 20 with total and coverage."""
    taken: dict[str, list[float]] = {}
    worked: dict[str, list[float]] = {}
    with Collection(db) as collection:
        asked = list(_questions(collection))
        for turn in range(_TURNS):
            for name, question in asked:
                began, busy = time.perf_counter(), time.process_time()
                collection.find(question)
                if turn:
                    taken.setdefault(name, []).append((time.perf_counter() - began) * 1000)
                    worked.setdefault(name, []).append((time.process_time() - busy) * 1000)
    for times in (taken, worked):
        times["all but people"] = [ms for name, each in times.items() if name != "people" for ms in each]
    print(f"{when}, a page of 20 with total and coverage; CPU time tells what others on the machine do not disturb\n")
    print("| search | questions | median ms | p95 ms | median CPU ms | p95 CPU ms |\n|---|---|---|---|---|---|")
    for name, times in taken.items():
        cells = [median(times), quantiles(times, n=20)[-1], median(worked[name]), quantiles(worked[name], n=20)[-1]]
        print(f"| {name} | {len(times) // (_TURNS - 1)} | " + " | ".join(f"{cell:.1f}" for cell in cells) + " |")
    print()


def _questions(collection: Collection) -> Iterator[tuple[str, Question]]:
    """Yield questions made of what the collection itself holds: words and names, frequent and rare ones."""
    chance = random.Random(SEED)  # noqa: S311 - any words will do
    words: list[str] = []
    phrases: list[str] = []
    for number, reading in enumerate(collection.readings()):
        if number == 400:  # noqa: PLR2004 - articles are words enough
            break
        found = [word for word in reading.article.text.split() if word.isalpha() and len(word) > 3]  # noqa: PLR2004
        if len(found) > 9:  # noqa: PLR2004 - two words to choose from
            words += chance.sample(found, 2)
            at = chance.randrange(len(found) - 1)
            phrases.append(f'"{found[at]} {found[at + 1]}"')
    chance.shuffle(words)
    people = collection.find(Question("people"), limit=40).items
    names = [item.name for item in people if isinstance(item, FoundPerson)]
    for word in words[:60]:
        yield "articles, one word", Question("articles", words=word)
        yield "statements about a word", Question("statements", about=word)
    for one, two in zip(words[60:100], words[100:140], strict=False):
        yield "articles, two words", Question("articles", words=f"{one} {two}")
    for phrase in phrases[:40]:
        yield "articles, a phrase", Question("articles", words=phrase)
        yield "articles, a phrase, exact", Question("articles", words=phrase, exact=True)
    for name in names:
        yield "statements of a speaker", Question("statements", speaker=name)
        yield "events of an actor", Question("events", actor=name)
        yield "articles that name somebody", Question("articles", mentions=name)
    for name in names[:10]:
        yield "people", Question("people", mentions=name)


def _busy(source: Path, db: Path, workers: int) -> None:
    """Search while the same articles come in once more, from another publisher."""
    command = [sys.executable, "-m", "musnad", "ingest", str(db), str(source), "--workers", str(workers)]
    command += ["--published", "2020-01-01"]
    run = subprocess.Popen(command, stderr=subprocess.DEVNULL, cwd=SOURCE)  # noqa: S603 - our own commands
    try:
        time.sleep(5)
        _search(db, "while it is filled")
        print(f"still being filled at the end: {run.poll() is None}\n")
    finally:
        run.terminate()
        run.wait()


def _large(db: Path, large: Path, times: int) -> Path:
    """Make a collection of the same readings many times and return it; one that is there already is taken."""
    if not large.exists():
        with Collection(db) as collection, Writer(large) as writer:
            for reading in collection.readings():
                packed = pack(reading)
                for number in range(times):
                    name = f"{packed.publisher or ''} {number}"
                    writer.add(replace(packed, document=f"{packed.document}-{number}", publisher=name))
                writer.commit()
    with Reader(large) as reader:
        print(f"{reader.sizes()}, {large.stat().st_size / 1e6:,.0f} MB\n")
    return large


def _run(*arguments: str) -> Ran:
    """Run a musnad command and watch the memory of it and its children."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "musnad", *arguments]
    run = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=SOURCE)  # noqa: S603 - our own commands
    peak = 0.0
    while run.poll() is None:
        peak = max(peak, sum(map(_resident, family(run.pid))))
        time.sleep(0.1)
    seconds = time.perf_counter() - began
    said = run.stderr.read().strip() if run.stderr is not None else ""
    if run.returncode:
        message = f"{' '.join(command)} ended with {run.returncode}: {said}"
        raise SystemExit(message)
    return Ran(seconds, peak, said)


def _resident(pid: int) -> float:
    try:
        lines = Path(f"/proc/{pid}/status").read_text("ascii", "replace").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1000 for line in lines if line.startswith("VmRSS:")), 0.0)


def _rows(db: Path) -> dict[str, list[str]]:
    """Return all rows but those of the full-text index, whose parts lie as they came, and moments of the clock."""
    with sqlite3.connect(db) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        kept = [name for name in names if not name.startswith(("words", "said", "names", "identity_version"))]
        found = {name: sorted(map(repr, connection.execute(f"SELECT * FROM {name}"))) for name in kept}  # noqa: S608
    connection.close()
    return found


def _sampled(articles: Path, limit: int, target: Path) -> int:
    """Write every n-th record to a file, `limit` of them, and return how many there are."""
    opener = gzip.open if articles.suffix == ".gz" else open
    with opener(articles, "rb") as file:
        total = sum(1 for _ in file)
    step = max(1, total // limit)
    count = 0
    with opener(articles, "rb") as file, target.open("wb") as out:
        for number, line in enumerate(file):
            if number % step == 0 and count < limit:
                json.loads(line)
                out.write(line)
                count += 1
    return count


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, default=DEFAULT)
    parser.add_argument("--limit", type=int, default=3000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--keep", type=Path, help="folder in which the databases stay")
    parser.add_argument("--db", type=Path, help="a collection that is there already")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS[:-1]))
    parser.add_argument("--times", type=int, default=20)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
