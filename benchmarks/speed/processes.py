"""Measure whole processes: start-up, building the lexicon cold and from its cache; and the size of the wheel."""

import atexit
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from shutil import rmtree
from statistics import median
from tempfile import TemporaryDirectory, mkdtemp

SOURCE = Path(__file__).resolve().parents[2] / "src"
_LEXICON = """
import resource, sys, time
from pathlib import Path
from musnad.lexicon import load
began = time.perf_counter()
lexicon = load((), cache_dir=Path(sys.argv[1]))
took = time.perf_counter() - began
print(took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, len(lexicon.entries), len(lexicon.forms))
"""


def start_up(*arguments: str, rounds: int = 5) -> float:
    """Return the median wall time in ms of a Python process with these arguments, once its modules are compiled."""
    _run(*arguments)
    return median(_once(*arguments) for _ in range(rounds)) * 1000


def _once(*arguments: str) -> float:
    began = time.perf_counter()
    _run(*arguments)
    return time.perf_counter() - began


@dataclass(frozen=True, slots=True)
class Loaded:
    """What it took a process to load the lexicon: ms, peak MB; how large it is: entries, spelled forms."""

    ms: float
    peak: float
    entries: int
    forms: int


def lexicon(cache: Path) -> Loaded:
    """Load the lexicon in a process of its own, with this cache folder."""
    seconds, peak, entries, forms = _run("-c", _LEXICON, str(cache)).split()
    return Loaded(float(seconds) * 1000, megabytes(int(peak)), int(entries), int(forms))


def wheel() -> float | None:
    """Return the size in MB of the wheel of this checkout, None where there is nothing to build it with."""
    with TemporaryDirectory() as folder:
        try:
            _run("-m", "hatchling", "build", "-t", "wheel", "-d", folder, folder=SOURCE.parent)
        except subprocess.CalledProcessError:
            return None
        return sum(file.stat().st_size for file in Path(folder).iterdir()) / 1_000_000


def megabytes(peak: int) -> float:
    """Return a peak of `getrusage` in MB: it counts kilobytes, and bytes on macOS."""
    return peak / (1_000_000 if sys.platform == "darwin" else 1_000)


def _run(*arguments: str, folder: Path = SOURCE) -> str:
    """Run Python as an installed package is run: with compiled modules, even where the checkout keeps none."""
    kept = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": _bytecode()}  # noqa: TID251 - of a child
    done = subprocess.run(  # noqa: S603 - our own commands
        [sys.executable, *arguments], capture_output=True, text=True, cwd=folder, check=True, env=kept
    )
    return done.stdout


@cache
def _bytecode() -> str:
    """Return a folder for compiled modules, which goes with this process."""
    folder = mkdtemp(prefix="musnad-bytecode-")
    atexit.register(rmtree, folder, ignore_errors=True)
    return folder
