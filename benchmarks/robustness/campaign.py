"""Damage real articles in every way: are they still read soundly, in time, and where untouched as before?

usage: campaign.py --articles FILE.jsonl[.gz] [--limit N] [--seed N] [--write]

For every article and every damage: no exception; nothing that `musnad.evaluate.sound` finds; CPU time below a bound
that is linear in the size; and after damages behind the text, every fact of the text as before. One article in `GROWN`
is also read ten times over in one text, of which a character may cost `SLACK` times as much. Facts may change where
what was added makes another text of it (one paragraph alone is read as a headline too), but no more than one in
`STABLE`. Exit code 1 where anything was found. `--write` keeps the page in results.md.
"""

import argparse
import gzip
import json
import sys
import time
import traceback
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from random import Random

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[1] / "src")]

from damage import DAMAGES, KEPT  # noqa: E402 - the checkout itself is measured

from musnad.evaluate.sound import evidence, facts, flaws  # noqa: E402
from musnad.ingest.decode import clean  # noqa: E402
from musnad.model import Article, Published, Reading  # noqa: E402
from musnad.pipeline import Engine, calm_collector, default_engine, read  # noqa: E402

SECONDS, PER_CHARACTER = 0.5, 200e-6  # CPU time that one text may take: fifty times what the median one does
GROWN, TIMES, SLACK = 20, 10, 2.0
STABLE = 500
SHOWN = 10  # findings of each kind that are printed


@dataclass(slots=True)
class Tally:
    """What was run and what was found."""

    texts: Counter[str] = field(default_factory=Counter)
    characters: int = 0
    seconds: float = 0.0
    slowest: tuple[float, str] = (0.0, "")
    growth: list[float] = field(default_factory=list)
    kept: Counter[str] = field(default_factory=Counter)
    lost: Counter[str] = field(default_factory=Counter)
    changed: list[str] = field(default_factory=list)
    found: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


def main() -> int:
    """Run the campaign and print its page."""
    options = _options()
    engine, tally = default_engine(), Tally()
    calm_collector()
    with suppress(KeyboardInterrupt):  # what was done until then is told
        for number, text in enumerate(islice(_texts(options.articles), options.limit)):
            _article(number, text, Random(f"{options.seed} {number}"), engine, tally)
            if sys.stderr.isatty():
                print(f"\r{number + 1} articles", end="", file=sys.stderr)
    page = "\n".join(_page(tally, options.seed)) + "\n"
    print(page)
    if options.write:
        (HERE / "results.md").write_text(page, "utf-8")
    return 1 if tally.found else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, required=True, metavar="FILE.jsonl[.gz]")
    parser.add_argument("--limit", type=int, default=2000, help="articles to take")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", action="store_true", help="keep the page in results.md")
    return parser.parse_args()


def _texts(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        for line in file:
            text = clean(json.loads(line)["text"])
            if text.strip():
                yield text


def _article(number: int, text: str, chance: Random, engine: Engine, tally: Tally) -> None:
    before = _read("unharmed", number, text, engine, tally)
    for name, damage in DAMAGES.items():
        harmed = clean(damage(text, chance))
        after = _read(name, number, harmed, engine, tally)
        if name in KEPT and before is not None and after is not None:
            _compare(f"{name}, article {number}", before, after, tally)
    if number % GROWN == 0:
        start = time.process_time()
        _read("once more", number, text, engine, tally)
        once = time.process_time() - start
        start = time.process_time()
        _read("ten times over", number, "\n\n".join([text] * TIMES), engine, tally)
        tally.growth.append((time.process_time() - start) / once / TIMES)


def _read(name: str, number: int, text: str, engine: Engine, tally: Tally) -> Reading | None:
    """Return the reading of a text, with everything that is wrong with it in the tally; None where reading failed."""
    article = Article(text, published=Published("2021-09-14", "given", 1.0), publisher="A")
    where = f"{name}, article {number}"
    start = time.process_time()
    try:
        reading = read(article, engine)
    except Exception:  # noqa: BLE001 - whatever it is, it is a finding
        tally.found["crash"].append(f"{where}: {traceback.format_exc(limit=-1)}")
        return None
    took = time.process_time() - start
    tally.texts[name] += 1
    tally.characters += len(text)
    tally.seconds += took
    tally.slowest = max(tally.slowest, (took / (len(text) + 200), where))
    if took > SECONDS + PER_CHARACTER * len(text):
        tally.found["slow"].append(f"{where}: {took:.2f} s for {len(text)} characters")
    for flaw in flaws(reading):
        tally.found["unsound"].append(f"{where}: {flaw}")
    return reading


def _compare(where: str, before: Reading, after: Reading, tally: Tally) -> None:
    """Count the facts of the text that damage behind it leaves as they were, and those that it changes."""
    size = len(before.article.text)
    old, new = (
        Counter((type(f).__name__, evidence(f), f.rule) for f in facts(reading) if evidence(f)[-1].end <= size)
        for reading in (before, after)
    )
    for fact in old:
        tally.kept[fact[0]] += fact in new
    for fact in (old - new) + (new - old):
        tally.lost[fact[0]] += 1
        tally.changed.append(f"{where}: {fact[0]} {fact[2]} at {fact[1][0]}")


def _page(tally: Tally, seed: int) -> Iterator[str]:
    yield "# Damaged articles\n"
    count = tally.texts["unharmed"]
    yield f"Written by `benchmarks/robustness/campaign.py --write`: {count:,} articles, seed {seed}.\n"
    yield "| damage | texts read |\n|---|--:|"
    yield from (f"| {name} | {count:,} |" for name, count in tally.texts.items())
    each, (rate, where) = tally.seconds / max(1, tally.characters), tally.slowest
    yield f"\n{tally.characters:,} characters in {tally.seconds:,.0f} s of CPU time, {each * 1e6:.1f} µs each;"
    yield f"the slowest text {rate * 1e6:.0f} µs ({where})."
    worst = max(tally.growth, default=0.0)
    yield f"A character of a text ten times over costs {worst:.2f} times as much at most ({len(tally.growth)} texts).\n"
    if worst > SLACK:
        tally.found["growth"].append(f"{worst:.2f} times as much")
    yield "Facts of texts that something was added to: as before"
    yield ", ".join(f"{count:,} {kind} ({tally.lost[kind]} changed)" for kind, count in tally.kept.items()) + ".\n"
    if len(tally.changed) * STABLE > sum(tally.kept.values()):
        tally.found["changed"] = tally.changed
    for kind, found in tally.found.items():
        yield f"**{kind}**: {len(found)}"
        yield from (f"- {each}" for each in found[:SHOWN])
    if not tally.found:
        yield "Found: nothing."


if __name__ == "__main__":
    sys.exit(main())
