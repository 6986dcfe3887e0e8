"""How often the matching of names is right on pairs.tsv: pairs of one name in two spellings, and of look-alikes.

usage: pairs.py [--errors] [--blind]

A pair is merged where the verdict is `same`. `possible` stays apart and is counted for itself. With --blind the known
people of the lexicon are left aside, so that only the spelling decides.
"""

import argparse
import sys
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "src"))

from musnad.names import same_name  # noqa: E402 - the checkout itself is measured
from musnad.names.known import Known  # noqa: E402
from musnad.pipeline import default_engine  # noqa: E402


def main() -> int:
    """Print precision and recall, all verdicts, and with --errors every pair that is not as labelled."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", action="store_true", help="list the pairs that are not as labelled")
    parser.add_argument("--blind", action="store_true", help="without known people")
    options = parser.parse_args()
    known = Known.of(default_engine().lexicon)
    known = known.without_people() if options.blind else known
    counts: Counter[tuple[str, str]] = Counter()
    for one, two, kind, label in pairs():
        match = same_name(one, two, known, kind=kind)
        counts[label, match.verdict] += 1
        if options.errors and match.verdict != label:
            print(f"{label:10}{match.verdict:10}{match.score:.2f}  {one} | {two} ({match.reason})")
    merged = counts["same", "same"] + counts["different", "same"]
    alike = sum(number for (label, _), number in counts.items() if label == "same")
    print(f"{counts.total()} pairs, {alike} of one name")
    print(f"merged: precision {counts['same', 'same'] / merged:.3f}, recall {counts['same', 'same'] / alike:.3f}")
    for (label, verdict), number in sorted(counts.items()):
        print(f"  {label:10} -> {verdict:10}{number:4}")
    return 0


def pairs() -> list[tuple[str, str, str, str]]:
    """Return the labelled pairs: two names, kind, label."""
    lines = (HERE / "pairs.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(one, two, kind, label) for one, two, kind, label in rows[1:]]


if __name__ == "__main__":
    sys.exit(main())
