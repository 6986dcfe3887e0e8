"""How well is an article's own day known? A check on a collection whose articles state their days.

usage: days.py --articles FILE.jsonl[.gz] [--only said|hidden] [--undated N] [--show N] [--seed N]

Three tables, each number with how many articles stand behind it:

1. Articles that say «today» with its weekday and state an exact day: on how many the estimated day is the stated one,
   on how many relative expressions count from it, and on how many the day is found again if it is called that of a
   crawl and put 0 to 3 days late. What is left has words that speak against the stated day.
2. Articles of crawls that say so: how many stated days were moved back, by how many days, and on how many of all the
   day words fit the day before and after; `--show N` prints some, to be judged by eye.
3. Articles with an exact day whose day is hidden, until `--undated` of them had evidence: on how many the true day is
   among the candidates, on how many it or the day before is (a text is often put on the page the day after), and how
   many days a set holds. Misses are printed with the evidence.

Only numbers and identifiers are printed but with `--show`, which prints the words around the day words.
"""

import argparse
import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from statistics import median

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "src"))

from musnad.grammar import Edge  # noqa: E402 - the checkout itself is measured
from musnad.ingest import records  # noqa: E402
from musnad.lexicon import Hits, match  # noqa: E402
from musnad.model import Article, Published, Rejection, Units  # noqa: E402
from musnad.pipeline import Engine, default_engine  # noqa: E402
from musnad.text import cut  # noqa: E402
from musnad.times.choose import chosen  # noqa: E402
from musnad.times.find import read_chart  # noqa: E402
from musnad.times.reference import LATEST_CRAWL, Today, estimate  # noqa: E402
from musnad.times.undated import dated_word, day_word, fits  # noqa: E402
from musnad.times.values import DayWord  # noqa: E402

TODAY = "day_word.today"
HEAD = "| what | articles | % |\n|---|--:|--:|"
EXACT = ("article", "url")  # bases of a day that neither a crawl nor the text itself gave


@dataclass(frozen=True, slots=True)
class Read:
    """An article with what was found in it."""

    article: Article
    units: Units
    hits: Hits
    edges: list[Edge]

    @property
    def stated(self) -> date:
        """Return the stated day; articles without one are not read."""
        day = self.article.published.day
        if day is None:
            raise ValueError(self.article.id)
        return day

    def day(self, published: Published) -> Today:
        """Return its day if this were stated."""
        return estimate(published, self.edges, self.units, self.hits)

    @property
    def words(self) -> list[DayWord]:
        """Return its day words with weekdays, those beside a full date left aside."""
        found = (day_word(edge.value) for edge in self.edges if dated_word(edge) is None)
        return [word for word in found if word is not None and word.weekday is not None]


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, required=True, metavar="FILE.jsonl[.gz]")
    parser.add_argument("--only", choices=("said", "hidden"), help="only tables 1 and 2, or only table 3")
    parser.add_argument("--undated", type=int, default=1000, metavar="N")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="corrected days to print")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    engine, chance = default_engine(), Random(options.seed)  # noqa: S311 - a sample
    lines = list(_lines(options.articles))
    if options.only != "hidden":
        _said(lines, engine, chance, options.show)
    if options.only != "said":
        _undated(lines, engine, chance, options.undated)
    return 0


def _said(lines: list[str], engine: Engine, chance: Random, show: int) -> None:
    """Print what is found where a text says «today» with its weekday."""
    today = engine.lexicon.entry(TODAY).headword
    said = [read for line in lines if today in line and (read := _read(line, engine)) and _says_today(read)]
    _exact([read for read in said if not read.article.published.approximate], chance)
    _crawled([read for read in said if read.article.published.approximate], chance, show)


def _lines(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        yield from lines


def _read(line: str, engine: Engine) -> Read | None:
    article = next(iter(records([line.encode()], engine.lexicon)))
    if isinstance(article, Rejection) or article.published.day is None:
        return None
    units = cut(article)
    hits = match(units, engine.lexicon)
    return Read(article, units, hits, chosen(read_chart(units, hits)))


def _says_today(read: Read) -> bool:
    return any(word.offset == 0 for word in read.words)


def _exact(reads: list[Read], chance: Random) -> None:
    same, counted, again, misfits = 0, 0, 0, 0
    for read in reads:
        day = read.stated
        today = read.day(read.article.published)
        same += today.published.day == day
        counted += today.day == day
        misfits += not any(fits(day, word) for word in read.words)
        late = day + timedelta(chance.randint(0, LATEST_CRAWL))
        again += read.day(Published(late.isoformat(), "given", 1.0, approximate=True)).day == day
    print(f"## Exact days, «today» with its weekday: {len(reads)} articles\n\n{HEAD}")
    for name, count in (
        ("estimated day is the stated one", same),
        ("relative expressions count from it", counted),
        ("no day word fits the stated day", misfits),
        ("found again from up to three days later", again),
    ):
        print(f"| {name} | {count} | {_percent(count, len(reads))} |")


def _crawled(reads: list[Read], chance: Random, show: int) -> None:
    moved, before, after = Counter[int](), 0, 0
    shown: list[tuple[Read, date, date]] = []
    for read in reads:
        stated = read.stated
        today = read.day(read.article.published).published.day or stated
        moved[(stated - today).days] += 1
        before += all(fits(stated, word) for word in read.words)
        after += all(fits(today, word) for word in read.words)
        if stated != today:
            shown.append((read, stated, today))
    print(f"\n## Days of crawls, «today» with its weekday: {len(reads)} articles\n\n{HEAD}")
    for days, count in sorted(moved.items()):
        print(f"| moved back by {days} | {count} | {_percent(count, len(reads))} |")
    print(f"| all day words fit the stated day | {before} | {_percent(before, len(reads))} |")
    print(f"| all day words fit the estimated day | {after} | {_percent(after, len(reads))} |\n")
    for read, stated, today in chance.sample(shown, min(show, len(shown))):
        print(f"- {read.article.id}: {stated} → {today}, {today:%A}: {' … '.join(_around(read))}")


def _around(read: Read) -> Iterator[str]:
    for edge in read.edges:
        word = day_word(edge.value)
        if word is not None and word.weekday is not None:
            first, last = max(0, edge.first - 4), min(len(read.units), edge.last + 4)
            yield " ".join(read.units.surface(first, last).split())


@dataclass(frozen=True, slots=True)
class Found:
    """What the text alone says of the day of an article: stretches of days, and how they were found."""

    id: str
    day: date
    stretches: tuple[tuple[date, date], ...]
    kind: str
    reason: str

    @property
    def size(self) -> int:
        """Return how many days the set holds."""
        return sum((last - first).days + 1 for first, last in self.stretches)

    def holds(self, day: date) -> bool:
        """Say whether a day is in the set."""
        return any(first <= day <= last for first, last in self.stretches)


def _hidden(read: Read) -> Found | None:
    """Return what is found without the stated day, None without evidence."""
    published = read.day(Published()).published
    if published.value is None and not published.candidates:
        return None
    values = [published.value] if published.value else [one.value for one in published.candidates]
    days = [[date.fromisoformat(side) for side in value.split("/")] for value in values]
    kind = "one day" if published.value else "stretches" if any("/" in value for value in values) else "single days"
    reason = published.reason if published.value else published.candidates[0].reason
    return Found(read.article.id or "", read.stated, tuple((sides[0], sides[-1]) for sides in days), kind, reason)


def _undated(lines: list[str], engine: Engine, chance: Random, wanted: int) -> None:
    seen, found = 0, list[Found]()
    for line in chance.sample(lines, len(lines)):
        if len(found) >= wanted:
            break
        read = _read(line, engine) if json.loads(line).get("date_basis") in EXACT else None
        if read is not None:
            seen += 1
            hidden = _hidden(read)
            found += [] if hidden is None else [hidden]
    print(f"\n## Hidden days: {len(found)} articles with evidence, of {seen}\n")
    print("| found | articles | true day in the set | % | it or the day before, % | median days | most days |")
    print("|---|--:|--:|--:|--:|--:|--:|")
    for kind in ("one day", "single days", "stretches", ""):
        some = [one for one in found if not kind or one.kind == kind]
        sizes = [one.size for one in some] or [0]
        right = sum(one.holds(one.day) for one in some)
        late = sum(one.holds(one.day) or one.holds(one.day - timedelta(1)) for one in some)
        shares = _percent(right, len(some)), _percent(late, len(some))
        cells = (len(some), right, *shares, f"{median(sizes):.0f}", max(sizes))
        print(f"| {kind or 'all'} | {' | '.join(map(str, cells))} |")
    print()
    for one in found:
        if not one.holds(one.day):
            print(f"- {one.id}: {one.day} is not in {one.stretches[0][0]} … {one.stretches[-1][1]}: {one.reason}")


def _percent(count: int, of: int) -> str:
    return f"{100 * count / max(1, of):.2f}"


if __name__ == "__main__":
    sys.exit(main())
