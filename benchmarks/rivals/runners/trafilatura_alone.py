"""trafilatura by itself, as it comes and with a wish for precision, over the pages of a folder: a reading a page.

usage: trafilatura_alone.py FOLDER [--precision]
"""

import json
import sys
import time
from pathlib import Path

from trafilatura import bare_extraction


def main() -> None:
    """Extract all pages; the first one is extracted twice, so that what loads then does not count."""
    options = {"favor_precision": True, "fast": True} if "--precision" in sys.argv else {}
    pages = {path.stem: path.read_bytes() for path in sorted(Path(sys.argv[1]).glob("*.html"))}
    bare_extraction(next(iter(pages.values())), with_metadata=True, **options)
    started = time.process_time()
    for name, page in pages.items():
        found = bare_extraction(page, with_metadata=True, **options)
        told = found.as_dict() if found is not None else {"text": "", "date": None}
        value = {"id": name, "text": told["text"] or "", "title_span": None, "published": {"value": told["date"]}}
        print(json.dumps(value, ensure_ascii=False))
    print(json.dumps({"seconds": time.process_time() - started, "start": 0.0}), file=sys.stderr)


if __name__ == "__main__":
    main()
