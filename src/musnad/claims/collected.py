"""Articles in, corroboration out: the readings, the copies among them, and the claims, of one collection in memory."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from musnad.claims.find import Claims, corroborate
from musnad.claims.jsonio import claims_to_json
from musnad.claims.rules import ALL_RULES, Rules
from musnad.corpus.copies import Copies, find, key_of
from musnad.model import Article, Reading, Rejection
from musnad.pipeline import Engine, default_engine, read_or_reject


@dataclass(frozen=True, slots=True)
class Corroborated:
    """A collection with what stands behind its claims."""

    readings: dict[str, Reading]
    rejected: tuple[Rejection, ...]
    copies: Copies
    claims: Claims
    rules: Rules

    def to_json(self) -> dict[str, Any]:
        """Return the form `musnad.corroboration/1`."""
        return claims_to_json(self.claims, self.copies, self.readings, self.rules)


def corroborated(
    articles: Iterable[Article], *, engine: Engine | None = None, rules: Rules = ALL_RULES
) -> Corroborated:
    """Read articles and return their stories, copies and propositions. Of two with one key the later one counts.

    An article that cannot be read (a defect of ours) is left out and told as a rejection.
    """
    chosen = engine if engine is not None else default_engine()
    known = {key_of(article): article for article in articles}
    results = {key: read_or_reject(known[key], chosen) for key in sorted(known)}
    readings = {key: result for key, result in results.items() if isinstance(result, Reading)}
    rejected = tuple(result for result in results.values() if isinstance(result, Rejection))
    found = {key: known[key] for key in readings}
    copies = find(found, lambda article: readings[key_of(article)], chosen.lexicon)
    return Corroborated(readings, rejected, copies, corroborate(readings, copies, chosen.lexicon, rules), rules)
