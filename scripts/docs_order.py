"""The order of the documentation, for mkdocs: start, then the parts, each with all pages that lie in its folder."""

from pathlib import Path
from typing import Any

PARTS = {"How to": "how-to", "Explanation": "explain", "Reference": "reference", "Decisions": "decisions"}


def on_config(config: Any) -> Any:  # noqa: ANN401 - mkdocs is imported only where the site is built
    """Give the site its navigation: no page can be left out."""
    docs = Path(config["docs_dir"])
    parts = [
        {title: [f"{folder}/{page.name}" for page in sorted((docs / folder).glob("*.md"))]}
        for title, folder in PARTS.items()
    ]
    config["nav"] = [*(page.name for page in sorted(docs.glob("*.md"))), *parts]
    return config
