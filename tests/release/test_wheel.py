"""The wheel as a user gets it: all data files in it, and it runs where nothing but what it asks for is installed.

The bare environment is a new one with the packages that the core needs, or those of an extra too, linked into it; no
test tool, no linter and no checkout can be seen from it. `scripts/release` does the same with pip and the network.
"""

import json
import os
import subprocess
import sys
import venv
import zipfile
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from importlib.metadata import distribution
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
DATA = ROOT / "src" / "musnad" / "data"
EXAMPLE = DATA / "examples" / "presidency-a.html"
LARGEST = 4_000_000  # bytes of the wheel; whoever needs more says why here
Bare = Callable[[str], Path]
SMOKE = ROOT / "scripts" / "smoke.py"
TRIED = ("parquet", "serve")
"""Extras whose smoke runs here; scripts/release runs all of them."""
ELSEWHERE = {
    "hf": "needs torch and a model, which no test machine has; tests/unit/backends reads with a stand-in",
    "scale": "its dashboard is no part of the set-up for tests, which run a cluster; scripts/release tries it",
    "dev": "for work on musnad",
    "fuzz": "for work on musnad",
}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], cwd=ROOT, check=True)  # noqa: S603 - our own
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def licences() -> Iterator[ModuleType]:
    sys.path.insert(0, str(ROOT / "scripts"))
    yield import_module("licences")
    sys.path.remove(str(ROOT / "scripts"))
    sys.modules.pop("licences")


@pytest.fixture(scope="module")
def bare(wheel: Path, licences: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Bare:
    """Return what makes an environment with the wheel and the packages of one extra, or of none, and nothing else."""

    @cache
    def made(extra: str) -> Path:
        home = tmp_path_factory.mktemp("bare")
        venv.EnvBuilder(symlinks=True).create(home)
        (packages,) = home.glob("lib/python*/site-packages")
        for name in licences.closure(extra):
            link(name, packages)
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(packages)
        return home / "bin" / "python"

    return made


def link(name: str, packages: Path) -> None:
    """Make a package visible in an environment by links to what it installed."""
    found = distribution(name)
    for part in {Path(str(file)).parts[0] for file in found.files or () if not str(file).startswith("..")}:
        if part != "__pycache__" and not (packages / part).exists():
            (packages / part).symlink_to(Path(str(found.locate_file(part))))


def run(python: Path, *arguments: str, folder: Path) -> str:
    """Run the installed musnad away from the checkout; return what it printed."""
    surroundings = {"PATH": os.defpath, "HOME": str(folder), "MUSNAD_CACHE_DIR": str(python.parents[1] / "cache")}
    called = [str(python), *arguments]
    done = subprocess.run(called, cwd=folder, env=surroundings, capture_output=True, text=True, check=False)  # noqa: S603 - our own
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_wheel_holds_the_package_with_all_its_data_and_nothing_else(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    source = ROOT / "src"
    wanted = {str(path.relative_to(source)) for path in source.rglob("*") if path.is_file() and path.suffix != ".pyc"}
    assert {name for name in inside if ".dist-info/" not in name} == wanted
    assert any(name.startswith("musnad/data/publishers/") for name in inside)
    assert "musnad/py.typed" in inside
    told = [name.rpartition("/")[2] for name in inside if "/licenses/" in name]
    assert sorted(told) == ["LICENSE", "person_names.LICENSE"]


def test_the_wheel_stays_small(wheel: Path) -> None:
    assert wheel.stat().st_size < LARGEST


def test_without_dev_tools_it_reads_asks_and_explains(bare: Bare, tmp_path: Path) -> None:
    python = bare("")
    absent = (
        "import importlib.util as u; print([n for n in ('pytest', 'hypothesis', 'ruff', 'pyarrow') if u.find_spec(n)])"
    )
    assert run(python, "-c", absent, folder=tmp_path).strip() == "[]"
    where = run(python, "-c", "import musnad; print(musnad.__file__)", folder=tmp_path)
    assert str(ROOT) not in where
    assert run(python, "-m", "musnad", "--version", folder=tmp_path).strip() == distribution("musnad").version
    reading = json.loads(run(python, "-m", "musnad", "read", str(EXAMPLE), "--json", folder=tmp_path))
    assert reading["format"] == "musnad.reading/1"
    assert reading["statements"]
    at = str(reading["statements"][0]["cue"][0])
    assert "statements." in run(python, "-m", "musnad", "explain", str(EXAMPLE), "--at", at, folder=tmp_path)
    assert "routes" in run(python, "-m", "musnad", "corroborate", str(EXAMPLE.parent), folder=tmp_path)
    run(python, "-m", "musnad", "ingest", "news.db", str(EXAMPLE.parent), folder=tmp_path)
    assert run(python, "-m", "musnad", "find", "statements", "news.db", folder=tmp_path)
    run(python, "-m", "musnad", "lexicon", folder=tmp_path)


def test_every_extra_is_tried_or_says_why_not(licences: ModuleType) -> None:
    assert set(licences.extras()) - {*TRIED, *ELSEWHERE} == set(), "give it a smoke, or say in ELSEWHERE why"


@pytest.mark.parametrize("extra", TRIED)
def test_an_extra_brings_what_it_is_for(extra: str, bare: Bare, tmp_path: Path) -> None:
    assert "does what it is for" in run(bare(extra), "-P", str(SMOKE), extra, folder=tmp_path)


def test_no_part_needs_a_package_that_leaves_only_the_gpl(licences: ModuleType) -> None:
    assert licences.needed()
    stated = {**licences.needed(), **licences.needed("dev"), **licences.needed("parquet")}
    assert {name: text for name, text in stated.items() if licences.is_copyleft(text) or text == "not stated"} == {}
