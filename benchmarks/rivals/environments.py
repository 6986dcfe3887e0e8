"""An environment of its own for every rival, made when it is asked for; none of them is a dependency of musnad."""

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
FOLDER = HERE / ".environments"
CURRENT = f"{sys.version_info.major}.{sys.version_info.minor}"


class AbsentError(Exception):
    """A rival that cannot be run here, and why."""


@dataclass(frozen=True, slots=True)
class Rival:
    """What is installed for a rival, and the versions of Python that can run it, the best one first."""

    name: str
    packages: tuple[str, ...]
    pythons: tuple[str, ...] = (CURRENT,)


def environment(rival: Rival) -> Path:
    """Return the interpreter of a rival's environment. Raises `AbsentError` where it cannot be made."""
    home = FOLDER / rival.name.replace(" ", "-")
    python = home / "bin" / "python"
    if not (home / "done").exists():
        shutil.rmtree(home, ignore_errors=True)
        print(f"installing {', '.join(rival.packages)} …", file=sys.stderr)
        _run([_python(rival.pythons), "-m", "venv", str(home)])
        _run([str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *rival.packages])
        (home / "done").touch()
    return python


def _python(versions: tuple[str, ...]) -> str:
    for version in versions:
        if version == CURRENT:
            return sys.executable
        kept = sorted(Path.home().glob(f".pyenv/versions/{version}.*/bin/python"))
        for found in (shutil.which(f"python{version}"), *map(str, kept)):
            if found is not None and _answers(found):
                return found
    message = f"needs Python {' or '.join(versions)}"
    raise AbsentError(message)


def _answers(python: str) -> bool:
    done = subprocess.run([python, "--version"], capture_output=True, check=False)  # noqa: S603 - an interpreter
    return done.returncode == 0


def _run(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own commands
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["it ended badly"])[-1]
        raise AbsentError(last)
