"""How much of a list of reporting words the lexicon knows.

A verb counts as known if one of its finite forms is a word of the statements stage, an expression if one of its
spellings is. Descriptions of sources, media and turns are no cues and are left out, as are expressions that the list
gives only as a pattern.
"""

import csv
import re
import tomllib
from importlib import resources
from pathlib import Path

from outcome import Measure

from musnad.lexicon import Lexicon, match
from musnad.model import Article
from musnad.text import cut

_EXPRESSIONS = {"NOM", "ISNAD"}
_PATTERN = re.compile(r"[\\()\[\]?*+.^$]")


def coverage(path: Path, lexicon: Lexicon) -> tuple[Measure, ...]:
    """Return the shares of verbs, of verb forms (also by frequency) and of expressions that are known."""
    kinds = _kinds()
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    verbs = [(_forms(row), int(row["saudi_docs"] or 0)) for row in rows if row["group"].startswith("V-")]
    known = [([_knows(lexicon, kinds, form) for form in forms], weight) for forms, weight in verbs if forms]
    forms = [one for found, _ in known for one in found]
    plain = [row["regex"].split("|") for row in rows if row["group"] in _EXPRESSIONS and _is_plain(row["regex"])]
    spelled = [any(_knows(lexicon, kinds, one) for one in ones) for ones in plain]
    weighted = sum(weight for found, weight in known if any(found))
    return (
        _share("verbs known", sum(any(found) for found, _ in known), len(known)),
        _share("verbs known, by frequency", weighted, sum(weight for _, weight in known)),
        _share("verb forms known", sum(forms), len(forms)),
        _share("expressions known", sum(spelled), len(spelled)),
    )


def _share(name: str, known: int, of: int) -> Measure:
    return Measure(name, round(known / max(1, of), 3), of)


def _forms(row: dict[str, str]) -> list[str]:
    return row["finite_forms"].split()


def _is_plain(pattern: str) -> bool:
    return bool(pattern) and _PATTERN.search(pattern) is None


def _kinds() -> list[str]:
    """Return the kinds of words that the statements stage declares."""
    schema = resources.files("musnad") / "data" / "schema" / "statements.toml"
    return sorted(tomllib.loads(schema.read_text("utf-8"))["kind"])


def _knows(lexicon: Lexicon, kinds: list[str], words: str) -> bool:
    """Say whether the whole of these words is one word of the lexicon."""
    hits = match(cut(Article(words)), lexicon)
    return any(hit.start == 0 and hit.end == len(words) for kind in kinds for hit in hits.of(kind))
