"""musnad's reader of pages over the pages of a folder: a reading a page, nothing read in it.

usage: musnad_pages.py FOLDER
"""

import json
import sys
import time
from pathlib import Path

from musnad.ingest import Given, read_bytes
from musnad.pipeline import start


def main() -> None:
    """Extract all pages; the first one is extracted twice, so that what loads then does not count."""
    lexicon = start().lexicon
    pages = {path.stem: path.read_bytes() for path in sorted(Path(sys.argv[1]).glob("*.html"))}
    read_bytes(next(iter(pages.values())), lexicon, name="page.html", given=Given())
    started = time.process_time()
    for name, page in pages.items():
        article = read_bytes(page, lexicon, name="page.html", given=Given())
        span = None if article.title_span is None else [article.title_span.start, article.title_span.end]
        published = {"value": article.published.value}
        print(json.dumps({"id": name, "text": article.text, "title_span": span, "published": published}))
    print(json.dumps({"seconds": time.process_time() - started, "start": 0.0}), file=sys.stderr)


if __name__ == "__main__":
    main()
