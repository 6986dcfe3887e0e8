"""Texts for the benchmarks of copies: a file of your own, or our own annotated articles."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


def records(path: Path | None) -> Iterator[dict[str, Any]]:
    """Yield the records of a JSONL file, zipped or not; without a file, our own annotated articles."""
    if path is None:
        for gold in sorted((ROOT / "tests" / "gold" / "articles").glob("*.json")):
            value = json.loads(gold.read_text("utf-8"))
            yield {"id": gold.stem, "text": value["text"]}
        return
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def text_of(record: dict[str, Any]) -> str:
    """Return title, blank line and text of a record."""
    title = record.get("title")
    return f"{title}\n\n{record['text']}" if title else str(record["text"])
