"""Print what reading costs, stage by stage, against the budget of the design. Nothing here asserts a time.

usage: run.py [--articles FILE.jsonl] [--rounds N] [--write]

The articles are the shipped examples and the texts of our own annotated articles, or a set of your own. Stages are
measured as CPU time, so that a busy machine does not show, and given in µs for 1,000 characters.
"""

import argparse
import json
import platform
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT / "src"))

from processes import Loaded, lexicon, megabytes, start_up, wheel  # noqa: E402 - the checkout itself is measured
from stages import ASSEMBLY, Costs, costs, growth  # noqa: E402

from musnad.errors import InputError  # noqa: E402
from musnad.ingest import Given, read_bytes, records  # noqa: E402
from musnad.model import Article  # noqa: E402
from musnad.pipeline import Engine, calm_collector, default_engine, start  # noqa: E402
from musnad.settings import Settings  # noqa: E402

BUDGET = {"text": 700, "mentions": 600, "times": 300, "statements": 500, "events": 500, "chains": 400}
"""µs for 1,000 characters: text holds the lexicon pass, chains hold the assembly."""

FIELDS = ("id", "title", "text", "url", "publisher", "published", "byline", "date_basis")
REPEATED = (1, 10, 100)
JOINED = (1, 10, 100, 400)


def main() -> int:
    """Measure and print; with --write keep the page."""
    options = _options()
    with tempfile.TemporaryDirectory() as folder:
        cold, cached = lexicon(Path(folder)), lexicon(Path(folder))
        engine = start(Settings(cache_dir=Path(folder)))
    calm_collector()  # as every command does
    peaks = {"with the engine loaded": _peak()}
    articles = list(_set(options.articles, engine) if options.articles else _own(engine))
    if not articles:
        print("no article to read: give --articles FILE.jsonl", file=sys.stderr)
        return 1
    found = costs(articles, engine, options.rounds)
    peaks["after reading all articles"] = _peak()
    longest = max(articles, key=lambda article: len(article.text))
    grown = growth(longest, engine, REPEATED)
    peaks["after the longest repetition"] = _peak()
    together = _joined(articles, engine)
    named = options.articles.name if options.articles else "own"
    size = sum(len(article.text) for article in articles)
    lines = [
        *_HEAD,
        f"Machine: {_machine()}. Articles: {named}, {len(articles)}, {size:,} characters; {options.rounds} rounds.\n",
        *_stage_table(found),
        *_growth_table(grown, len(longest.text)),
        *_joined_table(together),
        *_process_table(cold, cached, peaks),
    ]
    page = "\n".join(lines) + "\n"
    print(page)
    if options.write:
        (HERE / "results.md").write_text(page, "utf-8")
    return 0


_HEAD = (
    "# Speed\n",
    "Written by `benchmarks/speed/run.py --write`: µs of CPU time on one core for 1,000 characters, medians.\n",
)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, metavar="FILE.jsonl", help="a set to read instead of our own texts")
    parser.add_argument("--rounds", type=int, default=7, help="default: %(default)s")
    parser.add_argument("--write", action="store_true", help="keep the page in results.md")
    return parser.parse_args()


def _stage_table(found: Costs) -> Iterator[str]:
    yield "| stage | µs | budget | of the budget | of the whole |"
    yield "|---|--:|--:|--:|--:|"
    spent = dict(found.stages)
    spent["chains"] = spent.get("chains", 0.0) + spent.pop(ASSEMBLY)
    for name, cost in spent.items():
        budget = BUDGET.get(name)
        share = f"{cost / budget:.0%}" if budget else "none"
        yield f"| {name} | {cost:.0f} | {budget or '-'} | {share} | {cost / found.all:.0%} |"
    whole = sum(BUDGET.values())
    yield f"| all (fastest round {found.fastest:.0f}) | {found.all:.0f} | {whole} | {found.all / whole:.0%} | |"
    times = f"reading is {found.all / found.plain:.0f} times it"
    yield f"| plain tokenising of the same texts | {found.plain:.1f} | | {times} | |"


def _growth_table(grown: dict[int, float], size: int) -> Iterator[str]:
    yield "\nLinear? One text repeated in one article:\n"
    yield "| repeated | characters | µs |"
    yield "|--:|--:|--:|"
    for count, cost in grown.items():
        yield f"| ×{count} | {count * size:,} | {cost:.0f} |"


def _joined(articles: list[Article], engine: Engine) -> dict[int, tuple[int, float]]:
    """Return characters, and µs for 1,000 of them, where the first articles stand in one: the fastest readings."""
    found = {}
    for count in sorted({min(count, len(articles)) for count in JOINED}):
        text = "\n\n".join(article.text for article in articles[:count])
        one = Article(text, id=articles[0].id, published=articles[0].published)
        found[count] = len(text), costs([one], engine, 2).fastest
    return found


def _joined_table(together: dict[int, tuple[int, float]]) -> Iterator[str]:
    yield "\nLinear with ever new people and events? Articles joined to one:\n"
    yield "| articles | characters | µs |"
    yield "|--:|--:|--:|"
    for count, (size, cost) in together.items():
        yield f"| {count} | {size:,} | {cost:.0f} |"


def _process_table(cold: Loaded, cached: Loaded, peaks: dict[str, float]) -> Iterator[str]:
    yield "\n| whole process | |"
    yield "|---|--:|"
    yield f"| `python -c pass`, median of 5 | {_started('-c', 'pass')} |"
    yield f"| `python -m musnad --version`, median of 5 | {_started('-m', 'musnad', '--version')} |"
    page = ROOT / "src" / "musnad" / "data" / "examples" / "presidency-a.html"
    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder) / "article.txt"
        text.write_text(_text_of(page), "utf-8")
        yield f"| `python -m musnad read` of one text, median of 5 | {_started('-m', 'musnad', 'read', str(text))} |"
        as_json = _started("-m", "musnad", "read", "--json", str(text))
        yield f"| `python -m musnad read --json` of one text, median of 5 | {as_json} |"
    yield f"| `python -m musnad read` of one page, median of 5 | {_started('-m', 'musnad', 'read', str(page))} |"
    size = f"{cold.entries:,} entries, {cold.forms:,} spellings"
    yield f"| lexicon ({size}), cold | {cold.ms:.0f} ms, {cold.peak:.0f} MB |"
    yield f"| lexicon, from its cache | {cached.ms:.0f} ms, {cached.peak:.0f} MB |"
    built = wheel()
    yield f"| the wheel | {'not built: hatchling is missing' if built is None else f'{built:.2f} MB'} |"
    for what, peak in peaks.items():
        yield f"| peak memory {what} | {peak:.0f} MB |"


def _text_of(page: Path) -> str:
    """Return the text of the article on a page."""
    engine = default_engine()
    return read_bytes(page.read_bytes(), engine.lexicon, name=page.name, given=Given()).text


def _started(*arguments: str) -> str:
    try:
        return f"{start_up(*arguments):.0f} ms"
    except subprocess.CalledProcessError as error:
        return f"ended with {error.returncode}"


def _own(engine: Engine) -> Iterator[Article]:
    """Yield the shipped example pages and the annotated articles of the tests."""
    examples = resources.files("musnad") / "data" / "examples"
    if examples.is_dir():
        for page in sorted(p.name for p in examples.iterdir() if p.name.endswith(".html")):
            yield read_bytes((examples / page).read_bytes(), engine.lexicon, name=page, given=Given(id=page))
    for path in sorted((ROOT / "tests" / "gold" / "articles").glob("*.json")):
        yield from _records([json.loads(path.read_text("utf-8"))], engine)


def _set(path: Path, engine: Engine) -> Iterator[Article]:
    with path.open(encoding="utf-8") as lines:
        yield from _records([json.loads(line) for line in lines if line.strip()], engine)


def _records(values: list[dict[str, object]], engine: Engine) -> Iterator[Article]:
    """Yield the articles of records, without annotations. Raises `InputError` where one cannot be read."""
    kept = [{name: v[name] for name in FIELDS if v.get(name) is not None} for v in values]
    lines = [json.dumps(value, ensure_ascii=False).encode() for value in kept]
    for item in records(lines, engine.lexicon, given=Given(), max_bytes=engine.settings.max_bytes):
        if not isinstance(item, Article):
            raise InputError(item.reason, item.detail)
        yield item


def _peak() -> float:
    return megabytes(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def _machine() -> str:
    """Return what the numbers depend on: processor, system, Python."""
    info = Path("/proc/cpuinfo")
    known = info.read_text("utf-8").splitlines() if info.exists() else []
    names = [line.split(":", 1)[1].strip() for line in known if line.startswith("model name")]
    return f"{names[0] if names else platform.machine()}, {platform.system()}, Python {platform.python_version()}"


if __name__ == "__main__":
    sys.exit(main())
