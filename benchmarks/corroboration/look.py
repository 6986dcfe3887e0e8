"""Print what corroborating a collection costs, and some of its claims to be judged by eye.

usage: look.py ARTICLES.jsonl [--sample N] [--seed N] [--articles N] [--routes N]

ARTICLES are article records or readings (`musnad read --json`), which save the time of reading. Shown are claims that
at least `--articles` articles make and that may have come by `--routes` routes. Nothing here asserts a time.
"""

import argparse
import json
import random
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "src"))

from musnad.claims import Claims, corroborate  # noqa: E402 - the checkout itself is measured
from musnad.corpus.copies import find, key_of  # noqa: E402
from musnad.ingest import Given  # noqa: E402
from musnad.ingest.records import read_record  # noqa: E402
from musnad.model import READING, Reading, Rejection, from_json  # noqa: E402
from musnad.model.claims import Proposition, Sources  # noqa: E402
from musnad.pipeline import default_engine, read  # noqa: E402


def main() -> int:
    """Read, find copies, corroborate; then show a sample."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path)
    parser.add_argument("--sample", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--articles", type=int, default=3)
    parser.add_argument("--routes", type=int, default=1)
    chosen = parser.parse_args()
    lexicon = default_engine().lexicon
    started = time.perf_counter()
    readings = loaded(chosen.source)
    step("read", started, f"{len(readings)} articles")
    copies = find({key: r.article for key, r in readings.items()}, lambda a: readings[key_of(a)], lexicon)
    step("copies", started, f"{len(copies.dispatches)} texts that several articles carry")
    claims = corroborate(readings, copies, lexicon)
    several = sum(len(story.keys) > 1 for story in claims.stories)
    step("claims", started, f"{several} stories of several articles, {len(claims.propositions)} propositions")
    for each in sampled(claims, chosen):
        show(each, readings)
    return 0


def loaded(path: Path) -> dict[str, Reading]:
    """Return the readings of a file of records or readings."""
    found = {}
    engine = default_engine()
    for line in path.read_text("utf-8").splitlines():
        value = json.loads(line)
        if value.get("format") == READING:
            reading = from_json(value)
        elif "format" in value:
            continue  # a rejection
        else:
            article = read_record(value, path.name, engine.lexicon, Given())
            reading = article if isinstance(article, Rejection) else read(article, engine)
        if isinstance(reading, Reading):
            found[key_of(reading.article)] = reading
    return found


def sampled(claims: Claims, chosen: argparse.Namespace) -> list[Proposition]:
    """Return the claims to be looked at."""
    fitting = [
        each
        for each in claims.propositions
        if each.corroboration.articles >= chosen.articles and each.corroboration.routes.most >= chosen.routes
    ]
    print(f"\n{len(fitting)} propositions of {chosen.articles} articles or more, by {chosen.routes} routes or more")
    return random.Random(chosen.seed).sample(fitting, min(chosen.sample, len(fitting)))  # noqa: S311 - a sample to read


def show(found: Proposition, readings: dict[str, Reading]) -> None:
    """Print one claim with all that its numbers rest on."""
    behind = found.corroboration
    print(f"\n* {found.kind}: {found.text[:200]}\n  {found.sentence} | {behind.grade} | common link: {behind.common}")
    for what, sources in (("origin", behind.origins), ("route", behind.routes)):
        print(f"  {what}s {sources.least}-{sources.most}")
        lines(what, sources)
    for number, each in enumerate(found.attestations):
        words = " ".join(each.spans[0].of(readings[each.key].article.text).split())
        print(f"    {number:3} {each.key} [{' < '.join(link.name for link in each.chain)}] {words[:120]}")


def lines(what: str, sources: Sources) -> None:
    """Print origins or routes."""
    for each in sources.found:
        sure = "" if each.certain else "perhaps "
        print(f"    {what}: {sure}{each.name} ({each.kind} by {', '.join(each.basis)}) {list(each.attested)}")


def step(name: str, started: float, detail: str) -> None:
    """Print the seconds since the beginning."""
    print(f"{name:8}{time.perf_counter() - started:8.1f} s   {detail}")


if __name__ == "__main__":
    sys.exit(main())
