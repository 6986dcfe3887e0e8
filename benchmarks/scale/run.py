"""Print what a million pages cost, stage by stage, what the formula makes of it, and what clusters here take.

usage: run.py [--articles FILE.jsonl[.gz]] [--pages N] [--of N] [--size BYTES] [--workers N ...] [--write]

A crawl is made (crawl.py): one page in `--of` (20) is an Arabic article, taken from our own annotated articles or from
a file of yours. Stages are CPU time of one process over the same archives: unzipping and parsing records, the language
gate, extracting, reading, writing; beside their sum stands the CPU time of whole shards. Then `musnad scale read` reads
the archives with clusters of some workers, and `musnad scale copies` looks for copies. Nothing asserts a time.
"""

import argparse
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "benchmarks" / "copies")]

from crawl import crawl  # noqa: E402 - the checkout itself is measured
from fastwarc.warc import ArchiveIterator  # noqa: E402
from texts import records, text_of  # noqa: E402

from musnad.errors import InputError  # noqa: E402
from musnad.ingest import Given, read_bytes  # noqa: E402
from musnad.ingest.gate import may_be_arabic  # noqa: E402
from musnad.ingest.stream import Stream  # noqa: E402
from musnad.pipeline import read  # noqa: E402
from musnad.scale import Job, Store, job, shards  # noqa: E402
from musnad.scale.output import Results  # noqa: E402
from musnad.scale.work import engine_of, read_shard  # noqa: E402

MILLION = 1_000_000
HOUR = 3600
DECADE_PAGES = 1_350_000_000
"""Pages of Common Crawl News from August 2016 to 2026 (Lazzaroni, Lasser and Solovev, arXiv 2605.18337)."""

DECADE_SHARE = (0.02, 0.05)
"""Share of Arabic among them: assumed, for nobody has counted; twice and half as much is easily possible."""


@dataclass(frozen=True, slots=True)
class Costs:
    """CPU seconds: for a page of any language, for an Arabic page; bytes of results of an article."""

    parse: float
    gate: float
    extract: float
    read: float
    write: float
    kept: float

    def core_seconds(self, pages: float, arabic: float) -> float:
        """Return what so many pages cost, of which some are Arabic."""
        return pages * (self.parse + self.gate) + arabic * (self.extract + self.read + self.write)


def main() -> int:
    """Measure and print; with --write keep the page."""
    options = _options()
    lines: list[str] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "crawl").mkdir()
        texts = [text_of(record) for record in records(options.articles)][: max(1, options.pages // options.of)]
        paths = list(crawl(folder / "crawl", texts, pages=options.pages, of=options.of, size=options.size))
        work = job(str(folder / "alone"))
        _warm(paths[0], work)
        costs, arabic = _costs(paths, work)
        whole = _seconds(lambda: [read_shard(shard, work) for shard in shards([str(folder / "crawl")])])
        lines += _head(options, paths, texts)
        lines += _table(costs, options.pages, arabic, whole)
        lines += _clusters(folder, options, costs.core_seconds(options.pages, arabic))
        lines += _decade(costs)
    print("\n".join(lines))
    if options.write:
        (HERE / "results.md").write_text("\n".join(lines) + "\n", "utf-8")
    return 0


def _warm(path: Path, work: Job) -> None:
    """Read a shard, so that nothing loads while others are measured."""
    (shard,) = shards([str(path)])
    with tempfile.TemporaryDirectory() as folder:
        read_shard(shard, Job(folder, work.given, work.settings, work.digests))


def _costs(paths: Sequence[Path], work: Job) -> tuple[Costs, int]:
    """Return the costs of the stages, one after the other over the same pages, and how many articles there are."""
    engine = engine_of(work.settings)
    bodies: list[bytes] = []
    parse = _seconds(lambda: bodies.extend(body for path in paths for body in _bodies(path)))
    passed: list[bytes] = []
    gate = _seconds(lambda: passed.extend(filter(may_be_arabic, bodies)))
    pages = len(bodies)
    bodies.clear()
    articles: list[Any] = []
    extract = _seconds(lambda: articles.extend(_article(body, engine.lexicon) for body in passed))
    articles = [each for each in articles if each is not None]
    readings: list[Any] = []
    reading = _seconds(lambda: readings.extend(read(article, engine) for article in articles))
    with tempfile.TemporaryDirectory() as name:
        store = Store(name)
        write = _seconds(lambda: _write(store, readings))
        kept = sum(path.stat().st_size for path in Path(name).rglob("*") if path.is_file())
    count = len(articles)
    each = [seconds / count for seconds in (extract, reading, write)]
    return Costs(parse / pages, gate / pages, *each, kept / count), count


def _bodies(path: Path) -> list[bytes]:
    with path.open("rb") as file:
        found = ArchiveIterator(Stream(file), parse_http=True)  # type: ignore[arg-type]
        return [record.reader.read() for record in found]


def _article(body: bytes, lexicon: Any) -> Any:  # noqa: ANN401 - a benchmark hands things through
    try:
        return read_bytes(body, lexicon, name="page.html", given=Given(url="https://site.example/page"))
    except InputError:
        return None


def _write(store: Store, readings: Sequence[Any]) -> None:
    with store.scratch() as folder, Results(store, folder, "shard") as results:
        for reading in readings:
            results.add(reading)
        results.publish({})


def _head(options: argparse.Namespace, paths: Sequence[Path], texts: Sequence[str]) -> list[str]:
    zipped = sum(path.stat().st_size for path in paths) / options.pages / 1000
    words = sum(len(text) for text in texts) / len(texts)
    told = f"{options.pages:,} pages of {options.size / 1000:.0f} kB ({zipped:.0f} zipped), one in {options.of} Arabic"
    return [
        "# Many pages: measured",
        "",
        f"`python benchmarks/scale/run.py`: {told}, {words:,.0f} characters an article.",
        f"Python {platform.python_version()}, {os.cpu_count()} cores; load (1, 5, 15 minutes) after the stages:",
        f"{' '.join(f'{each:.1f}' for each in os.getloadavg())}. Stages are CPU time of one process.",
        "",
    ]


def _table(costs: Costs, pages: int, arabic: int, whole: float) -> list[str]:
    share = arabic / pages
    rows = [
        ("parse: unzip, find records, HTTP", "page", costs.parse, 1.0),
        ("language gate", "page", costs.gate, 1.0),
        ("extract: title, body, day, publisher", "Arabic page", costs.extract, share),
        ("read", "Arabic page", costs.read, share),
        ("write: rows, Parquet, fingerprints", "Arabic page", costs.write, share),
    ]
    lines = ["| stage | ms | for each | core hours for a million pages |", "|---|--:|---|--:|"]
    for name, of, cost, part in rows:
        lines.append(f"| {name} | {1000 * cost:.2f} | {of} | {cost * part * MILLION / HOUR:.2f} |")
    total = costs.core_seconds(pages, arabic)
    lines.append(f"| all | | | {total / pages * MILLION / HOUR:.2f} |")
    lines += ["", f"Whole shards in one process: {whole:.1f} s CPU, {whole / total:.2f} of the sum of the stages."]
    return [*lines, f"Results: {costs.kept / 1000:.1f} kB an article.", ""]


def _clusters(folder: Path, options: argparse.Namespace, predicted: float) -> list[str]:
    """Read with clusters and compare with the formula; the fixed cost is that of a crawl of one page."""
    lines = ["| `musnad scale read` | wall s | CPU s of all processes | core seconds by the formula | CPU / formula |"]
    lines.append("|---|--:|--:|--:|--:|")
    one = folder / "one"
    one.mkdir()
    list(crawl(one, ["x"], pages=1, of=1, size=1000))
    crawls = (("one page", one, 0.0), (f"{options.pages:,} pages", folder / "crawl", predicted))
    for workers in options.workers:
        for name, source, formula in crawls:
            out = folder / f"out-{workers}-{source.name}"
            wall, cpu = _run("scale", "read", str(source), "--out", str(out), "--workers", str(workers))
            ratio = f"{cpu / formula:.2f}" if formula else ""
            lines.append(f"| {workers} workers, {name} | {wall:.1f} | {cpu:.1f} | {formula:.1f} | {ratio} |")
    wall, cpu = _run("scale", "copies", str(out), "--workers", str(options.workers[-1]))
    lines.append(f"| `scale copies`, {options.workers[-1]} workers | {wall:.1f} | {cpu:.1f} | | |")
    return [*lines, ""]


def _run(*arguments: str) -> tuple[float, float]:
    """Run a command; return its seconds by the clock, and those of CPU of it and all its processes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}  # noqa: TID251 - of the process that is started
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "musnad", *arguments], capture_output=True, text=True, check=False, env=environment
    )
    if done.returncode > 1:
        raise SystemExit(done.stderr)
    wall = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _decade(costs: Costs) -> list[str]:
    lines = ["| ten years of Common Crawl News | core hours | days on 64 cores at 0.8 | results |", "|---|--:|--:|--:|"]
    for share in DECADE_SHARE:
        arabic = DECADE_PAGES * share
        hours = costs.core_seconds(DECADE_PAGES, arabic) / HOUR
        days = hours / 64 / 0.8 / 24
        kept = arabic * costs.kept / 1e12
        told = f"{DECADE_PAGES / 1e9:.2f} billion pages, {share:.0%} Arabic"
        lines.append(f"| {told} | {hours:,.0f} | {days:.1f} | {kept:.2f} TB |")
    return lines


def _seconds(run: Callable[[], object]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path)
    parser.add_argument("--pages", type=int, default=6000)
    parser.add_argument("--of", type=int, default=20)
    parser.add_argument("--size", type=int, default=90_000)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--write", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
