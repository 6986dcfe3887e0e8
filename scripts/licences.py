"""What is under which licence: the packages that every part of musnad needs, and the data that it ships.

usage: licences.py          print the page docs/reference/licences.md, which make_reference.py writes

The packages are those that pyproject.toml asks for, directly or through others, as they are installed here.
"""

import re
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = Path(__file__).resolve().parents[1] / "pyproject.toml"
CORE = ""
TOOLS = frozenset({"dev", "docs", "fuzz", "release"})
"""Extras for work on musnad itself: nothing that runs needs them."""

NAMED = {
    "Apache 2.0": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "Apache-2.0 license": "Apache-2.0",
    "BSD 2-Clause License": "BSD-2-Clause",
    "BSD License": "BSD-3-Clause",
    "ISC License": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "The BSD 2-Clause License": "BSD-2-Clause",
}
"""SPDX names of what older metadata says in words."""

READ = {"axe-playwright-python": "MIT"}
"""Licences of packages whose metadata says nothing: read in the text that lies in them."""

DATA = {
    "`data/ar`, `data/world`, `data/publishers`": (
        "Apache-2.0",
        "written for this project; names, terms, domains and owners are facts; ids of Wikidata are public domain",
    ),
    "names of countries": ("Unicode-3.0", "not shipped: the Unicode CLDR, read through Babel at run time"),
    "`data/world/plover*.toml`": ("Apache-2.0", "types, modes and sectors after the PLOVER ontology; words of our own"),
    "`data/examples`": ("Apache-2.0", "pages written for this project; everybody in them is invented"),
    "`data/models/person_names.bin`": (
        "CC-BY-SA-4.0",
        "weights trained on ANERcorp, read only where `MUSNAD_NAMES_MODEL` is `small`; see `person_names.LICENSE`",
    ),
}
_COPYLEFT = re.compile(r"\bA?GPL\b|\bA?GPL-|General Public", re.IGNORECASE)


def needed(extra: str = CORE) -> dict[str, str]:
    """Return the licences of all packages that the core needs, or that an extra needs beside it, by name.

    Raises `PackageNotFoundError` where one is not installed here.
    """
    core = closure()
    wanted = core if extra == CORE else closure(extra) - core
    return {name: licence(name) for name in sorted(wanted)}


def closure(extra: str = CORE) -> set[str]:
    """Return the names of everything that musnad needs on this machine, with an extra where one is given."""
    todo = list(asked_for() if extra == CORE else asked_for() + asked_for(extra))
    found: set[str] = set()
    seen: set[tuple[str, frozenset[str]]] = set()
    while todo:
        asked = todo.pop()
        name, extras = canonicalize_name(asked.name), frozenset(asked.extras)
        if (name, extras) not in seen:
            seen.add((name, extras))
            found.add(name)
            todo += _wanted(_installed(name).requires or (), extras)
    return found


def asked_for(extra: str = CORE) -> list[Requirement]:
    """Return what pyproject.toml itself asks for on this machine: for the core, or for an extra."""
    project = _project()
    return _wanted(project["dependencies"] if extra == CORE else project["optional-dependencies"][extra], frozenset())


def extras() -> list[str]:
    """Return the extras of musnad by name."""
    return sorted(_project()["optional-dependencies"])


def _wanted(texts: Sequence[str], extras: frozenset[str]) -> list[Requirement]:
    asked = [Requirement(text) for text in texts]
    return [
        each
        for each in asked
        if each.marker is None or any(each.marker.evaluate({"extra": extra}) for extra in (extras or {""}))
    ]


@cache
def _project() -> dict[str, Any]:
    project: dict[str, Any] = tomllib.loads(PROJECT.read_text("utf-8"))["project"]
    return project


@cache
def _installed(name: str) -> Distribution:
    return distribution(name)


def licence(name: str) -> str:
    """Return the licence that a package states, as SPDX writes it where that is clear."""
    told = _installed(name).metadata
    classified = [
        line.rpartition(" :: ")[2] for line in told.get_all("Classifier") or () if line.startswith("License ::")
    ]
    written = told.get("License-Expression") or (told.get("License") or "").strip().partition("\n")[0] or ""
    if written in {"", "UNKNOWN"}:
        written = " and ".join(classified)
    return NAMED.get(written, written) or READ.get(name, "not stated")


def is_copyleft(text: str) -> bool:
    """Say whether a licence leaves no choice but one of the GPL family that reaches what is linked with it.

    >>> is_copyleft("GPL-3.0-only"), is_copyleft("MPL-1.1 OR GPL-2.0-only"), is_copyleft("LGPL-2.1")
    (True, False, False)
    """
    return all(_COPYLEFT.search(choice.replace("LGPL", "")) is not None for choice in text.split(" OR "))


def page() -> str:
    """Return the page with every package and every piece of data."""
    return "\n".join(["# Licences", *_packages(), *_data(), ""])


def _packages() -> Iterator[str]:
    yield "musnad itself is under Apache-2.0. No package that it needs leaves only a licence of the GPL family, which a"
    yield "test holds; `scripts/release` writes the bill of materials with all versions (CycloneDX) beside the wheel.\n"
    yield from _table("What every installation needs", needed())
    at_hand = {canonicalize_name(each.name) for each in asked_for("dev")}
    for extra in extras():
        title = f"`musnad[{extra}]`" + (" (for work on musnad itself)" if extra in TOOLS else "")
        direct = {canonicalize_name(each.name) for each in asked_for(extra)}
        if direct <= at_hand:
            yield from _table(title, needed(extra))
        else:  # the page must come out alike whatever else is installed
            names = ", ".join(f"`{name}`" for name in sorted(direct))
            yield f"## {title}\n\n{names}, and what these need; no part of the set-up for tests.\n"


def _table(title: str, found: Mapping[str, str]) -> Iterator[str]:
    yield f"## {title}\n\n| package | licence |\n|---|---|"
    yield from (f"| {name} | {text} |" for name, text in found.items())
    yield ""


def _data() -> Iterator[str]:
    yield "## Data\n\n| what | licence | from |\n|---|---|---|"
    yield from (f"| {what} | {text} | {source} |" for what, (text, source) in DATA.items())


if __name__ == "__main__":
    sys.stdout.write(page())
