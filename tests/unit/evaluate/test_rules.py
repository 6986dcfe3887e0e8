"""The book of rules holds every rule, each has an example of our own, and an explanation gives its fact again."""

import ast
import json
import re
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from random import Random
from types import ModuleType

import pytest
from typer.testing import CliRunner

import musnad
from musnad.cli.app import app
from musnad.evaluate import load
from musnad.evaluate.rules import STAGES, book, fired, note
from musnad.model import Article, Published
from musnad.pipeline import default_engine, read

ROOT = Path(__file__).parents[3]
SOURCE = Path(musnad.__file__).parent
RULE = re.compile(rf"(?:{'|'.join(STAGES)})\.\w+\.\w+")
WITHOUT = {"mentions.model.name"}  # needs a model, which tests/unit/mentions/test_tagger.py has
FACTS = 25
SENTENCE = (
    "write a sentence in tests/corpora in which the rule reads something, that of a trigger in events/triggers.tsv"
)
SAY = "say what the rule reads in NOTES of src/musnad/evaluate/rules.py, and run scripts/make_reference.py"


@pytest.fixture(scope="module")
def programs() -> Iterator[dict[str, ModuleType]]:
    before = list(sys.path)
    sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "benchmarks" / "explain")]
    yield {name: import_module(name) for name in ("rules_page", "reproduce")}
    sys.path[:] = before
    for name in ("rules_page", "reproduce"):
        sys.modules.pop(name)


@pytest.fixture(scope="module")
def examples(programs: dict[str, ModuleType]) -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = programs["rules_page"].examples(default_engine())
    return found


def named_in_the_code() -> Iterator[str]:
    for path in SOURCE.rglob("*.py"):
        for part in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(part, ast.Constant) and isinstance(part.value, str) and RULE.fullmatch(part.value):
                yield part.value


def test_every_rule_of_the_code_is_in_the_book() -> None:
    known = book(default_engine().lexicon)
    unknown = sorted({name for name in named_in_the_code() if note(name, known) is None})
    assert unknown == [], SAY


def test_every_rule_that_made_something_is_in_the_book(examples: dict[str, tuple[str, str]]) -> None:
    known = book(default_engine().lexicon)
    assert sorted(name for name in examples if note(name, known) is None) == [], SAY
    assert len(examples) > 400


def test_every_rule_makes_something_of_our_own_sentences(examples: dict[str, tuple[str, str]]) -> None:
    known = book(default_engine().lexicon)
    silent = {name for name, each in known.items() if name not in examples and not each.traps} - WITHOUT
    assert sorted(silent) == [], SENTENCE


def test_a_trigger_reads_the_sentence_that_was_written_for_it() -> None:
    lines = (ROOT / "tests" / "corpora" / "events" / "triggers.tsv").read_text("utf-8").splitlines()[1:]
    engine = default_engine()
    wrong = []
    for line in lines:
        trigger, text = line.split("\t")
        article = Article(text, published=Published("2021-09-14", "given", 1.0))
        made = {event.rule for event in read(article, engine).events}
        if f"events.{trigger}" not in made:
            wrong.append((trigger, made))
    assert wrong == []


def test_an_example_shows_the_words_in_their_sentence(examples: dict[str, tuple[str, str]]) -> None:
    words, sentence = examples["times.day_word.alone"]
    assert words in sentence


def test_what_made_a_reading_is_counted() -> None:
    found = fired(read(Article("قال الوزير سامي حداد أمس إن العمل مستمر."), default_engine()))
    assert found["statements.verb.that"] == 1
    assert found["times.day_word.alone"] == 1


def test_the_command_lists_the_rules_that_made_nothing(tmp_path: Path) -> None:
    page = tmp_path / "a.txt"
    page.write_text("قال الوزير سامي حداد أمس إن العمل مستمر في بيروت وفي صيدا وفي صور.", "utf-8")
    listed = CliRunner().invoke(app, ["rules", str(page), "--orphans", "--json"])
    assert listed.exit_code == 0
    orphans = {json.loads(line)["id"] for line in listed.stdout.splitlines() if line.startswith("{")}
    assert "statements.verb.that" not in orphans
    assert {"times.day_word.noun", "mentions.pointer.latter", "events.consult.meet"} <= orphans
    assert "times.trap.name" not in orphans
    every = CliRunner().invoke(app, ["rules"])
    assert "times.day_word.alone  " in every.stdout
    assert CliRunner().invoke(app, ["rules", "--orphans"]).exit_code == 2


def test_an_explanation_gives_its_fact_again(programs: dict[str, ModuleType]) -> None:
    reproduce, engine, chance = programs["reproduce"], default_engine(), Random(13)  # noqa: S311 - seeded
    texts = [article.text for article in load(ROOT / "tests" / "gold" / "articles")]
    for reading, part, number in reproduce.chosen(texts, FACTS, chance, engine):
        assert list(reproduce.wrong(reading, part, number, engine)) == []
