"""Days in Arabic news: musnad beside dateparser, the date reader that most Python programs use, on our own gold.

usage: times.py

Only expressions count whose gold value is one calendar day, the one thing that both can say; the day of the article is
given to both. dateparser gives no offsets: a day counts as found where it stands anywhere in the article, once, which
favours it. Our rules were made with these articles in sight and dateparser was not: look at what kinds it misses rather
than at the distance.
"""

import re
import sys
import time
from collections import Counter
from datetime import datetime
from pathlib import Path

from dateparser import __version__
from dateparser.search import search_dates

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "src"))

from musnad.evaluate import load  # noqa: E402 - the checkout itself is measured
from musnad.evaluate.reading import read_gold  # noqa: E402
from musnad.pipeline import default_engine  # noqa: E402

DAY = re.compile(r"\d{4}-\d\d-\d\d")


def main() -> int:
    """Measure both and print."""
    engine, gold = default_engine(), load(ROOT / "tests" / "gold" / "articles")
    right: Counter[str] = Counter()
    given: Counter[str] = Counter()
    spent: Counter[str] = Counter()
    wanted = 0
    for article in gold:
        days = Counter(t.value for t in article.view.times if t.value and DAY.fullmatch(t.value))
        wanted += days.total()
        stated = dict(article.source).get("published")
        for name, found in (("musnad", _musnad), ("dateparser", _dateparser)):
            start = time.process_time()
            told = found(article, stated, engine)
            spent[name] += round(1000 * (time.process_time() - start))
            given[name] += told.total()
            right[name] += (told & days).total()
    print(f"{len(gold)} articles, {wanted} expressions of one day; dateparser {__version__}\n")
    print("| | days given | right | precision | recall | ms an article |\n|---|--:|--:|--:|--:|--:|")
    for name in ("musnad", "dateparser"):
        precision, recall = right[name] / max(1, given[name]), right[name] / wanted
        line = (given[name], right[name], f"{precision:.2f}", f"{recall:.2f}", round(spent[name] / len(gold)))
        print(f"| {name} | {' | '.join(map(str, line))} |")
    return 0


def _musnad(article: object, _: object, engine: object) -> Counter[str]:
    times = read_gold(article, engine).times
    return Counter(time.value for time in times if time.value and DAY.fullmatch(time.value))


def _dateparser(article: object, stated: str | None, _: object) -> Counter[str]:
    base = datetime.fromisoformat(stated[:10]) if stated else None
    known = {"RELATIVE_BASE": base} if base else {}
    found = search_dates(article.text, languages=["ar"], settings=known) or []
    return Counter(day.date().isoformat() for _, day in found)


if __name__ == "__main__":
    sys.exit(main())
