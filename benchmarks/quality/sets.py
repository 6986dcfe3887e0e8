"""The sets of a bench folder: what each needs, how the program reads it, and which scorer judges it.

Every set goes through the command line (`musnad read SET --json`), as a user would run it. The program is given only
the fields of the articles themselves: annotations are taken out before.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import parse
from cues import coverage
from outcome import ABSENT, FAILED, MEASURED, Measure, Outcome

from musnad.errors import MusnadError
from musnad.pipeline import default_engine

SOURCE = Path(__file__).resolve().parents[2] / "src"
GIVEN = ("id", "title", "text", "url", "publisher", "published", "byline", "date_basis")
SEED_DAY = "2021-09-14"
RESAMPLINGS = 300  # of the articles, for the intervals
PATIENCE = 3600  # seconds that one command may take


@dataclass(frozen=True, slots=True)
class Set:
    """A set: its name, the files that it needs (in the bench folder), and how it is run."""

    name: str
    needs: tuple[str, ...]
    run: Callable[[Path, Path], Outcome]


class ScorerError(Exception):
    """A command of a run ended badly; the message is the last line of what it said."""


def run(one: Set, bench: Path) -> Outcome:
    """Run one set. A set that is not there is absent, one whose commands fail has failed; neither ends the run."""
    missing = [need for need in one.needs if not (bench / need).exists()]
    if missing:
        return Outcome(ABSENT, reason=f"no {', '.join(missing)}")
    try:
        with tempfile.TemporaryDirectory() as scratch:
            return one.run(bench, Path(scratch))
    except (ScorerError, MusnadError, subprocess.TimeoutExpired, OSError, ValueError, KeyError) as error:
        return Outcome(FAILED, reason=f"{type(error).__name__}: {error}".splitlines()[0])


def call(*command: str) -> str:
    """Return what a command prints. The checkout's own package is used, whatever is installed."""
    done = subprocess.run(  # noqa: S603 - commands are ours, arguments are paths
        [sys.executable, *command], capture_output=True, text=True, cwd=SOURCE, timeout=PATIENCE, check=False
    )
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["nothing said"])[-1]
        message = f"{Path(command[0]).name if command[0] != '-m' else command[1]} ended with {done.returncode}: {last}"
        raise ScorerError(message)
    return done.stdout


def _lines(path: Path) -> Iterator[dict[str, object]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def stripped(path: Path, scratch: Path, **changes: str) -> Path:
    """Write the records of a set without their annotations, possibly with other metadata."""
    target = scratch / "given.jsonl"
    with target.open("w", encoding="utf-8") as out:
        for record in _lines(path):
            kept = {name: record[name] for name in GIVEN if record.get(name) is not None} | changes
            out.write(json.dumps(kept, ensure_ascii=False) + "\n")
    return target


def _read(scratch: Path, *sources: Path) -> Path:
    """Read sources through the command line into one file of readings."""
    target = scratch / "readings.jsonl"
    target.write_text(call("-m", "musnad", "read", *map(str, sources), "--json"), "utf-8")
    return target


def _measured(measures: tuple[Measure, ...]) -> Outcome:
    if not measures:
        return Outcome(FAILED, reason="the scorer printed nothing that parse.py knows")
    return Outcome(MEASURED, measures)


@dataclass(frozen=True, slots=True)
class _Judged:
    """A set that a scorer of the folder judges: the annotations, the scorer with its options, what reads its output.

    `published` is given to the program in place of what the records say.
    """

    gold: str
    scorer: str
    options: tuple[str, ...]
    reader: Callable[[str], tuple[Measure, ...]]
    published: str | None = None

    def __call__(self, bench: Path, scratch: Path) -> Outcome:
        """Read the set without its annotations and let the scorer judge the readings."""
        changes = {} if self.published is None else {"published": self.published}
        readings = _read(scratch, stripped(bench / self.gold, scratch, **changes))
        printed = call(str(bench / self.scorer), str(bench / self.gold), str(readings), *self.options)
        return _measured(self.reader(printed))


def _pages(bench: Path, scratch: Path) -> Outcome:
    readings = _read(scratch, *sorted((bench / "html" / "pages").glob("*.html")))
    kept = scratch / "read.jsonl"
    with kept.open("w", encoding="utf-8") as out:
        for reading in _lines(readings):
            if reading.get("format") == "musnad.reading/1":
                out.write(json.dumps(reading, ensure_ascii=False) + "\n")
    return _measured(parse.pages(call(str(bench / "html" / "score.py"), str(kept))))


def _copies(bench: Path, scratch: Path) -> Outcome:
    articles, answer = bench / "copies" / "corroboration.dev.articles.jsonl", scratch / "answer.json"
    answer.write_text(call("-m", "musnad", "corroborate", str(articles), "--json"), "utf-8")
    gold, scorer = bench / "copies" / "corroboration.dev.jsonl", bench / "copies" / "score.py"
    return _measured(parse.corroboration(call(str(scorer), str(gold), str(answer), "--texts", str(articles))))


def _all400(bench: Path, scratch: Path) -> Outcome:
    """Read everything: no crash, texts kept, every span inside its text; and how long the whole process took."""
    given = stripped(bench / "articles" / "all400.jsonl", scratch)
    texts = {str(record["id"]): str(record["text"]) for record in _lines(given)}
    began = time.perf_counter()
    readings = [r for r in _lines(_read(scratch, given)) if r.get("format") == "musnad.reading/1"]
    took = time.perf_counter() - began
    size, n = sum(map(len, texts.values())), len(texts)
    changed = [r for r in readings if r["text"] != texts[str(r["id"])]]
    outside = [r for r in readings if _outside(r, len(str(r["text"])))]
    return Outcome(
        MEASURED,
        (
            Measure("readings", len(readings), n),
            Measure("texts changed", len(changed), n, better=-1),
            Measure("readings with a span outside the text", len(outside), n, better=-1),
            Measure("ms for 1,000 characters, process", round(took / size * 1e6, 2), size, "with start-up", better=-1),
            *(Measure(f"{what} an article", round(_number(readings, what) / n, 2), n, better=0) for what in _PARTS),
        ),
    )


_PARTS = ("mentions", "times", "statements", "events")


def _number(readings: Iterable[dict[str, object]], part: str) -> int:
    parts = (reading[part] for reading in readings)
    return sum(len(found) for found in parts if isinstance(found, list))


def _outside(value: object, size: int) -> bool:
    """Say whether some span below a JSON value does not lie inside a text of this size."""
    if isinstance(value, dict):
        return any(_bad_span(v, size) if k in _SPAN_FIELDS else _outside(v, size) for k, v in value.items())
    return isinstance(value, list) and any(_outside(v, size) for v in value)


_SPAN_FIELDS = {"span", "proper", "cue", "trigger", "place_span", "title_span"}


def _bad_span(value: object, size: int) -> bool:
    return value is not None and not (isinstance(value, list) and 0 <= value[0] < value[1] <= size)


def _cues(bench: Path, _: Path) -> Outcome:
    return _measured(coverage(bench / "articles" / "cues.tsv", default_engine().lexicon))


def _judged(name: str, judged: _Judged) -> Set:
    return Set(name, (judged.gold, judged.scorer), judged)


def _annotated(name: str, gold: str, *options: str, published: str | None = None) -> Set:
    return _judged(name, _Judged(gold, "articles/score.py", ("--json", *options), parse.articles, published))


def _timed(name: str, gold: str) -> Set:
    return _judged(name, _Judged(gold, "times/score.py", ("--json",), parse.times))


def _plain(name: str, gold: str, scorer: str, reader: Callable[[str], tuple[Measure, ...]]) -> Set:
    return _judged(name, _Judged(gold, scorer, (), reader))


SETS = (
    _annotated("articles/dev", "articles/dev.jsonl", "--boot", str(RESAMPLINGS)),
    _annotated("articles/seed", "articles/seed.jsonl"),
    _annotated("articles/seed, published", "articles/seed.jsonl", published=SEED_DAY),
    _timed("times/dev", "times/dev.jsonl"),
    _timed("times/taxonomy", "times/taxonomy.jsonl"),
    _plain("events/assault_detect", "events/assault_detect.dev.jsonl", "events/score.py", parse.detection),
    _plain("events/protest_detect", "events/protest_detect.dev.jsonl", "events/score.py", parse.detection),
    _plain("events/assault_spans", "events/assault_spans.dev.jsonl", "events/score.py", parse.event_spans),
    _plain("events/protest_spans", "events/protest_spans.dev.jsonl", "events/score.py", parse.event_spans),
    _plain("names/anercorp.train", "names/anercorp.train.jsonl", "names/score.py", parse.names),
    Set("html/pages", ("html/pages", "html/score.py", "html/index.jsonl", "html/gold"), _pages),
    Set(
        "copies/corroboration",
        ("copies/corroboration.dev.jsonl", "copies/corroboration.dev.articles.jsonl", "copies/score.py"),
        _copies,
    ),
    Set("articles/all400", ("articles/all400.jsonl",), _all400),
    Set("articles/cues", ("articles/cues.tsv",), _cues),
)
"""All sets, in the order of the table."""
