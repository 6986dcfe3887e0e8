"""Which names of a collection the matching would merge, for a look by eye at false merges.

usage: merged.py ARTICLES.jsonl [--sample N] [--seed N] [--kind person|organisation|place]

Reads all articles, takes the entities that bear a proper name, compares the names that share a key, and prints how many
pairs of different spellings have which verdict, and N pairs that would be merged, with how often each name occurs.
"""

import argparse
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "src"))

from musnad.ingest import records  # noqa: E402 - the checkout itself is measured
from musnad.model import Article  # noqa: E402
from musnad.names import Match, keys, same_name  # noqa: E402
from musnad.names.known import Known  # noqa: E402
from musnad.pipeline import STAGES, Engine, default_engine, draft  # noqa: E402


def main() -> int:
    """Print the counts and the sample."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--sample", type=int, default=100)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--kind", default="person")
    options = parser.parse_args()
    engine = default_engine()
    known = Known.of(engine.lexicon)
    names = Counter(named(options.articles, options.kind, engine))
    start = time.perf_counter()
    found = list(compared(names, known, options.kind))
    took = time.perf_counter() - start
    counts = Counter(match.verdict for _, _, match in found)
    print(f"{len(names)} names of {options.kind}s, {len(found)} pairs compared in {took:.1f} s: {dict(counts)}")
    merged = [each for each in found if each[2].verdict == "same"]
    chosen = random.Random(options.seed).sample(merged, min(options.sample, len(merged)))  # noqa: S311 - a sample to look at
    for one, two, match in sorted(chosen, key=lambda each: each[2].score):
        print(f"{match.score:.2f}  {one} ({names[one]}) | {two} ({names[two]})  {match.reason}")
    return 0


def named(path: Path, kind: str, engine: Engine) -> Iterator[str]:
    """Yield the name of every entity of a kind that some mention names properly, article by article."""
    with path.open("rb") as lines:
        for article in records(lines, engine.lexicon):
            if not isinstance(article, Article):
                continue
            work = draft(article)
            for stage in STAGES:
                stage.run(engine, work)
                if stage.name == "holders":
                    break
            proper = {mention.entity for mention in work.cast.mentions if mention.proper is not None}
            yield from (e.name for e in work.cast.entities if e.kind == kind and e.id in proper)


def compared(names: Counter[str], known: Known, kind: str) -> Iterator[tuple[str, str, Match]]:
    """Yield every pair of names that share a key, with what they are to each other."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names):
        for key in keys(name, known, kind=kind):
            blocks[key].append(name)
    seen = {pair for block in blocks.values() for pair in combinations(block, 2)}
    for one, two in sorted(seen):
        yield one, two, same_name(one, two, known, kind=kind)


if __name__ == "__main__":
    sys.exit(main())
