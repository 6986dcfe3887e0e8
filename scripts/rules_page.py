"""The page docs/reference/rules.md: every rule with what it reads and an example from our own test sentences.

The examples are searched, never written: the first sentence of the corpora, those of the rule's own stage before the
others, of the gold sentences and of the gold articles, in whose reading the rule made something.
"""

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path

from musnad.evaluate.rules import STAGES, Note, book, note
from musnad.evaluate.sound import facts
from musnad.model import Article, Node, Published
from musnad.pipeline import Engine, default_engine, read
from musnad.text import cut

ROOT = Path(__file__).resolve().parents[1]
TESTS = ROOT / "tests"
DAY = Published("2021-09-14", "given", 1.0)
LONGEST = 160  # code points of an example
Example = tuple[str, str]  # the words that the rule read, and the sentence around them


def page() -> str:
    """Return the page."""
    engine = default_engine()
    found = examples(engine)
    known = book(engine.lexicon)
    listed = {**known, **{name: told for name in found if (told := note(name, known)) is not None}}
    lines = ["# Rules", *_HEAD]
    for stage in STAGES:
        lines += [f"## {stage.capitalize()}\n", "| rule | reads | words | in |", "|---|---|---|---|"]
        lines += [_row(each, found.get(each.id)) for each in sorted(listed.values(), key=_id) if each.stage == stage]
        lines.append("")
    return "\n".join(lines)


_HEAD = (
    "Every fact names the rule that made it, and `musnad explain` shows the tree of rules and words below it. What a",
    "rule of times is made of stands left of the arrow (`[may be missing]`, `(must stand there, no part of it)`):",
    "kinds of words ([lexicon](lexicon.md)) or what other rules make. `musnad rules INPUT… --orphans` lists the rules",
    "that make nothing of your texts. An example is the first test sentence in which the rule made something.\n",
)


def examples(engine: Engine) -> dict[str, Example]:
    """Return the first example of every rule that makes something of our own texts, from those of its stage if any."""
    own: dict[str, Example] = {}
    other: dict[str, Example] = {}
    for home, text in texts():
        for fact in facts(read(Article(text, published=DAY), engine)):
            for node in fact.node.walk() if fact.node is not None else ():
                stage = node.rule.partition(".")[0]
                found = own if stage == home else other
                if stage in STAGES and node.rule not in found:
                    found[node.rule] = _example(node, text)
    return {**other, **own}


def texts() -> Iterator[tuple[str, str]]:
    """Yield our own texts, each with the stage that it was written for, if any."""
    for path in sorted((TESTS / "corpora").rglob("*.toml")):
        cases = tomllib.loads(path.read_text("utf-8"))
        yield from ((path.parent.name, case["text"]) for part in ("yes", "no") for case in cases.get(part, ()))
    for path in [TESTS / "corpora" / "events" / "triggers.tsv", *sorted((TESTS / "gold").glob("events_*.tsv"))]:
        lines = path.read_text("utf-8").splitlines()[1:]
        yield from (("events", line.rpartition("\t")[2]) for line in lines)
    for path in sorted((TESTS / "gold" / "articles").glob("*.json")):
        yield "", json.loads(path.read_text("utf-8"))["text"]


def _example(node: Node, text: str) -> Example:
    units = cut(Article(text))
    around = next((sent for sent in units.sentences if sent.start <= node.start < sent.end), units.sentences[0])
    return _cell(text[node.start : node.end]), _cell(text[around.start : max(around.end, node.end)])


def _cell(text: str) -> str:
    line = " ".join(text.split()).replace("|", "\\|")
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rpartition(' ')[0]} …"


def _row(told: Note, example: Example | None) -> str:
    words, around = example or ("", "no example: it keeps words from being read" if told.traps else "no example yet")
    return f"| `{told.id}` | {told.doc.replace('|', chr(92) + '|')} | {words} | {around} |"


def fixed(text: str) -> list[str]:
    """Return what a page says of rules without its examples, which change with every better reading.

    Which openings the families of cues have is seen in readings too.
    """
    rows = [line for line in text.splitlines() if not line.startswith("| `statements.")]
    return ["|".join(row.split(" | ")[:2]) if row.startswith("| `") else row for row in rows]


def _id(told: Note) -> str:
    return told.id
