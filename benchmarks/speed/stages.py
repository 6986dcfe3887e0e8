"""Time the stages of the pipeline, one by one, as CPU time of this process."""

import re
import time
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from musnad.model import Article
from musnad.pipeline import STAGES, Engine, draft, finish

ASSEMBLY = "assembly"
PLAIN = re.compile(r"\w+")  # what «plain tokenising» means here: one regular expression over the text


@dataclass(frozen=True, slots=True)
class Costs:
    """µs for 1,000 characters: of every stage, of plain tokenising, and of all together in the fastest round."""

    stages: dict[str, float]
    plain: float
    fastest: float

    @property
    def all(self) -> float:
        """Return the cost of reading: all stages and the assembly."""
        return sum(self.stages.values())


def costs(articles: Sequence[Article], engine: Engine, rounds: int) -> Costs:
    """Read all articles in every round and return the medians over the rounds. One round before them warms up."""
    size = sum(len(article.text) for article in articles)
    _round(articles, engine)
    measured = [_round(articles, engine) for _ in range(rounds)]
    stages = {name: median(spent[name] for spent, _ in measured) / size for name in measured[0][0]}
    return Costs(
        stages, median(plain for _, plain in measured) / size, min(sum(s.values()) for s, _ in measured) / size
    )


def _round(articles: Sequence[Article], engine: Engine) -> tuple[dict[str, int], int]:
    """Return the ns that each stage spent over all articles, and those of plain tokenising of the same texts."""
    clock = time.process_time_ns
    spent = dict.fromkeys((*(stage.name for stage in STAGES), ASSEMBLY), 0)
    plain = 0
    for article in articles:
        began = clock()
        PLAIN.findall(article.text)
        plain += clock() - began
        began = clock()
        work = draft(article)
        for stage in STAGES:
            stage.run(engine, work)
            now = clock()
            spent[stage.name] += now - began
            began = now
        finish(work, engine)
        spent[ASSEMBLY] += clock() - began
    return spent, plain


def growth(article: Article, engine: Engine, times: Sequence[int]) -> dict[int, float]:
    """Return µs for 1,000 characters where one text stands several times in an article: the fastest readings."""
    found = {}
    for count in times:
        longer = Article("\n\n".join([article.text] * count), id=article.id, published=article.published)
        found[count] = costs([longer], engine, 3 if count < max(times) else 1).fastest
    return found
