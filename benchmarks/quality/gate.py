"""Show the scores on our own annotated articles beside their floors, and pin them.

usage: gate.py [--update] [--allow-lower]

Without options: print the table; exit 1 if a floor is not reached or the annotations changed.
--update pins what is read now in tests/gold/baseline.json; it refuses to lower a floor unless --allow-lower is given.
"""

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "src"))

from musnad.errors import MusnadError  # noqa: E402 - the checkout itself is measured, not an installed copy
from musnad.evaluate import (  # noqa: E402
    LAYERS,
    Baseline,
    Scores,
    compare,
    dump_baseline,
    load,
    load_baseline,
    measure,
    pin,
    repin,
)
from musnad.evaluate.reading import read_gold  # noqa: E402
from musnad.pipeline import default_engine  # noqa: E402

GOLD = ROOT / "tests" / "gold" / "articles"
BASELINE = ROOT / "tests" / "gold" / "baseline.json"


def main() -> int:
    """Print the table, and pin or compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--update", action="store_true", help="pin the numbers of now")
    parser.add_argument("--allow-lower", action="store_true", help="let floors go down (say why in the commit)")
    options = parser.parse_args()
    try:
        gold = load(GOLD)
        engine = default_engine()
        scores = measure(gold, lambda article: read_gold(article, engine))
        now, old = pin(gold, scores), load_baseline(BASELINE)
        show(scores, old)
        if options.update:
            BASELINE.write_text(dump_baseline(repin(old, now, allow_lower=options.allow_lower)), "utf-8")
            print(f"pinned in {BASELINE.relative_to(ROOT)}")
            return 0
    except MusnadError as error:
        print(f"gate: {error}", file=sys.stderr)
        return 1
    if old is None:
        print("gate: no baseline yet: run with --update", file=sys.stderr)
        return 1
    problems = compare(old, now)
    for problem in problems:
        print(f"gate: {problem}", file=sys.stderr)
    return 1 if problems else 0


def show(scores: Scores, old: Baseline | None) -> None:
    """Print a row a layer: precision, recall, F1, the pinned floor, and the number of annotated facts."""
    print(f"{'layer':20}{'P':>8}{'R':>8}{'F1':>8}{'floor':>8}{'gold':>7}")
    for layer in LAYERS:
        tally = scores[layer]
        floor = None if old is None else old.floors.get(layer)
        pinned = "-" if floor is None else f"{floor:.3f}"
        print(f"{layer:20}{tally.precision:8.3f}{tally.recall:8.3f}{tally.f1:8.3f}{pinned:>8}{tally.gold:7}")


if __name__ == "__main__":
    sys.exit(main())
