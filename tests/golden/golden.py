"""Golden articles: shipped pages with what must come out of them, as offsets into the article's text.

A case is a folder with `expected.json`. Title and body are standoff annotations (`start`, `end`, `text`); the loader
refuses a case whose offsets have drifted, whichever side has changed.
"""

import json
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

CASES = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Golden:
    """One case: the bytes of its page, and what is expected."""

    name: str
    source: bytes
    expected: dict[str, Any]

    @property
    def text(self) -> str:
        """Return the whole text of the article: title, blank line, body."""
        title, body = self.expected["title"], self.expected["body"]
        return str(title["text"]) + "\n" * (body["start"] - title["end"]) + str(body["text"])


def names() -> list[str]:
    """Return the names of all cases."""
    return sorted(path.parent.name for path in CASES.glob("*/expected.json"))


def load(name: str, folder: Path = CASES) -> Golden:
    """Return a case. Raises `ValueError` where an annotation is not what stands at its offsets."""
    expected = json.loads((folder / name / "expected.json").read_text("utf-8"))
    source = resources.files("musnad") / "data" / "examples" / expected["source"]
    case = Golden(name, source.read_bytes(), expected)
    for part in ("title", "body"):
        mark = expected[part]
        if case.text[mark["start"] : mark["end"]] != mark["text"]:
            message = f"{name}: {part} has drifted: [{mark['start']}, {mark['end']}) is not the text of the annotation"
            raise ValueError(message)
    if expected["body"]["end"] != len(case.text):
        message = f"{name}: body ends at {expected['body']['end']}, the text at {len(case.text)}"
        raise ValueError(message)
    return case
