"""Run every set of a bench folder and keep the numbers, with the ones before beside them.

usage: run.py [--bench DIR] [--only SET]... [--no-write] [--jobs N]

Prints the table and writes results.md and results.json next to this file. A set that the folder does not hold is a row
«absent». With --only the other sets keep their last numbers. SET is a name of the table or a beginning of one.
"""

import argparse
import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT / "src"))

from outcome import MEASURED, Outcome, from_json, to_json  # noqa: E402 - the checkout itself is measured
from report import markdown  # noqa: E402
from sets import SETS, Set, run  # noqa: E402

FORMAT = "musnad.benchmark/1"
RESULTS, TABLE = HERE / "results.json", HERE / "results.md"


def main() -> int:
    """Run the chosen sets; exit 1 if one of them failed."""
    options = _options()
    chosen = [one for one in SETS if not options.only or any(one.name.startswith(only) for only in options.only)]
    if not chosen:
        print(
            f"no set is called {', '.join(options.only)}; there are: {', '.join(s.name for s in SETS)}", file=sys.stderr
        )
        return 2
    last = load()
    with ThreadPoolExecutor(max_workers=options.jobs) as pool:
        found = dict(zip((s.name for s in chosen), pool.map(lambda s: _told(s, options.bench), chosen), strict=True))
    outcomes = merge(last, found)
    page = markdown(outcomes, _revision())
    print(page)
    if not options.no_write:
        sets = {name: to_json(outcome) for name, outcome in outcomes.items()}
        value = {"format": FORMAT, "revision": _revision(), "sets": sets}
        RESULTS.write_text(json.dumps(value, indent=1, ensure_ascii=False) + "\n", "utf-8")
        TABLE.write_text(page, "utf-8")
    return 1 if any(outcome.status == "failed" for outcome in found.values()) else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=Path, default=ROOT.parent / "shared" / "bench", help="default: %(default)s")
    parser.add_argument("--only", action="append", metavar="SET", help="only sets whose name begins so; repeatable")
    parser.add_argument("--no-write", action="store_true", help="print the table only")
    parser.add_argument("--jobs", type=int, default=1, help="sets run at once (timings get worse)")
    options = parser.parse_args()
    options.bench = options.bench.resolve()
    return options


def _told(one: Set, bench: Path) -> Outcome:
    """Run one set and say so on standard error, since a whole run takes a while."""
    outcome = run(one, bench)
    print(f"{one.name}: {outcome.status} {outcome.reason}", file=sys.stderr, flush=True)
    return outcome


def load() -> dict[str, Outcome]:
    """Return the outcomes of the last run that was written; none where there was no run."""
    if not RESULTS.exists():
        return {}
    return {name: from_json(value) for name, value in json.loads(RESULTS.read_text("utf-8"))["sets"].items()}


def merge(last: dict[str, Outcome], found: dict[str, Outcome]) -> dict[str, Outcome]:
    """Return all sets in their order: new outcomes with the numbers before them, the others as they were.

    A set that could not be run now keeps what it had before as `before`, so that the next run compares with that.
    """
    outcomes = {}
    for one in SETS:
        old, new = last.get(one.name), found.get(one.name)
        if new is None:
            if old is not None:
                outcomes[one.name] = old
            continue
        before = {} if old is None else _numbers(old)
        outcomes[one.name] = Outcome(new.status, new.measures, new.reason, before)
    return outcomes


def _numbers(outcome: Outcome) -> dict[str, float]:
    return {m.name: m.value for m in outcome.measures} if outcome.status == MEASURED else outcome.before


def _revision() -> str:
    """Return the commit of the checkout, marked where files differ from it."""
    command = ["git", "-C", str(ROOT), "describe", "--always", "--dirty"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - a fixed command
    return done.stdout.strip() or "unknown"


if __name__ == "__main__":
    sys.exit(main())
