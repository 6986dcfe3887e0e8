"""Rules of the house that no linter knows: words live in data, files and functions stay small, nothing is hidden."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import musnad
from musnad import errors, pipeline
from musnad.errors import MusnadError

SOURCE = Path(musnad.__file__).parent
FILES = sorted(SOURCE.rglob("*.py"))
ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a]")
LONGEST_FILE, LONGEST_FUNCTION = 400, 70


def name(path: Path) -> str:
    return str(path.relative_to(SOURCE))


def docstrings(tree: ast.AST) -> Iterator[ast.Constant]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and node.body:
            first = node.body[0]
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                yield first.value


@pytest.mark.parametrize("path", [f for f in FILES if "arabic" not in f.parts], ids=name)
def test_words_of_arabic_live_in_data_files(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    told = set(docstrings(tree))
    literals = [n for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str) and n not in told]
    found = [f"line {n.lineno}: {n.value!r}" for n in literals if ARABIC.search(str(n.value))]
    assert found == []


@pytest.mark.parametrize("path", FILES, ids=name)
def test_files_and_functions_stay_small_and_say_what_they_are(path: Path) -> None:
    text = path.read_text("utf-8")
    tree = ast.parse(text)
    assert text.count("\n") <= LONGEST_FILE
    assert ast.get_docstring(tree), "a module says what its one job is"
    functions = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)]
    long = [
        f"{f.name}: {(f.end_lineno or 0) - f.lineno}"
        for f in functions
        if (f.end_lineno or 0) - f.lineno > LONGEST_FUNCTION
    ]
    assert long == []


def test_no_file_is_a_drawer_for_everything() -> None:
    assert not {"utils.py", "util.py", "helpers.py", "common.py", "misc.py"} & {f.name for f in FILES}


def test_every_stage_finds_what_it_needs() -> None:
    pipeline.check(pipeline.STAGES)
    with pytest.raises(MusnadError, match="'times' needs units"):
        pipeline.check([s for s in pipeline.STAGES if s.name == "times"])


def test_all_errors_stand_in_one_tree() -> None:
    found = set(
        re.findall(r"^class (\w+)\((?:\w+Error|Exception)\b", (SOURCE / "errors.py").read_text("utf-8"), re.MULTILINE)
    )
    assert found == set(errors.__all__)
    assert all(f" {name} " in str(errors.__doc__) for name in found - {"MusnadError"})
    elsewhere = [
        f"{name(path)}: {match}"
        for path in FILES
        if path.name != "errors.py" or path.parent != SOURCE
        for match in re.findall(r"^class ([A-Z]\w+)\(\w*Error\b", path.read_text("utf-8"), re.MULTILINE)
    ]
    assert elsewhere == [], "private ones begin with an underscore"


def test_the_public_names_are_these() -> None:
    assert sorted(musnad.__all__) == musnad.__all__
    assert set(musnad.__all__) == {
        "Article",
        "Collection",
        "Engine",
        "FormatError",
        "GoldError",
        "GrammarError",
        "InputError",
        "LexiconError",
        "MusnadError",
        "Question",
        "Reading",
        "RecordError",
        "Rejection",
        "Settings",
        "corroborate",
        "from_json",
        "open",
        "read",
        "reading_to_json",
        "rejection_to_json",
        "start",
    }
    for public in musnad.__all__:
        assert getattr(musnad, public).__doc__, public
