"""Print what ingest costs: pages beside the bare extractor, and an archive with and without the language gate.

usage: run.py [--pages FOLDER] [--rounds N] [--records N] [--of N]

The rival of `read_page` is trafilatura with the options that `read_page` itself gives it (fast, precision, no comments)
and with metadata: title, author, site, address, description and day are what `read_page` returns too. Body alone and
trafilatura as it comes (with its fallbacks) are printed beside it. All get the same decoded strings, in one run.

The pages are the shipped examples, or a folder of your own. The archive is made here: one record in `--of` (20) is one
of the pages, the others are generated pages in other languages of the same size. Times are CPU time of this process.
"""

import argparse
import gzip
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from statistics import median

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1] / "src"), str(HERE.parent / "scale")]

from crawl import WORDS, record  # noqa: E402 - the checkout itself is measured
from trafilatura import bare_extraction  # noqa: E402
from trafilatura.settings import Extractor  # noqa: E402

from musnad.errors import InputError  # noqa: E402
from musnad.ingest import Given, warc  # noqa: E402
from musnad.ingest.decode import decoded  # noqa: E402
from musnad.ingest.gate import may_be_arabic  # noqa: E402
from musnad.ingest.inputs import articles  # noqa: E402
from musnad.ingest.page import read_page  # noqa: E402
from musnad.ingest.places import Decoded  # noqa: E402
from musnad.ingest.single import MAX_BYTES  # noqa: E402
from musnad.lexicon import Lexicon  # noqa: E402
from musnad.model import Article  # noqa: E402
from musnad.pipeline import default_engine  # noqa: E402

_TURNS = 200  # looks at a page in one measurement
RIVAL = "trafilatura, fast: body and metadata"


def main() -> int:
    """Measure and print."""
    options = _options()
    lexicon = default_engine().lexicon
    pages = _pages(options.pages)
    if not pages:
        print("no page to read", file=sys.stderr)
        return 1
    _beside_extractor(pages, lexicon, options.rounds)
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "crawl.warc.gz"
        size = _write(archive, pages, options.records, options.of)
        _gate(archive, size, lexicon)
    _gate_alone(pages)
    return 0


def _beside_extractor(pages: list[bytes], lexicon: Lexicon, rounds: int) -> None:
    """Print pages a second of the whole page reader and of trafilatura alone, turn by turn in the same rounds."""
    sources = [decoded(page, MAX_BYTES) for page in pages]
    bare, rival = _settings(metadata=False), _settings(metadata=True)
    readers: dict[str, Callable[[Decoded], object]] = {
        "trafilatura, fast: body alone": lambda source: bare_extraction(source.text, options=bare),
        RIVAL: lambda source: bare_extraction(source.text, options=rival),
        "trafilatura as it comes": lambda source: bare_extraction(source.text),
        "read_page": lambda source: _page(source, lexicon),
    }
    taken: dict[str, list[float]] = {name: [] for name in readers}
    for _ in range(rounds + 1):
        for name, read in readers.items():
            taken[name].append(_seconds(lambda read=read: list(map(read, sources))))  # type: ignore[misc]
    cost = {name: median(times[1:]) for name, times in taken.items()}  # the first round warms up
    print(f"{len(pages)} pages, {sum(map(len, pages)) / len(pages) / 1000:,.0f} kB on average, {rounds} rounds\n")
    print("| reader | pages/s | ms a page | read_page does of its pages |\n|---|---|---|---|")
    for name, seconds in cost.items():
        each = 1000 * seconds / len(pages)
        print(f"| {name} | {len(pages) / seconds:,.1f} | {each:.2f} | {seconds / cost['read_page']:.2f} |")
    print(f"\nread_page does {cost[RIVAL] / cost['read_page']:.2f} of the pages of its rival ({RIVAL})\n")


def _settings(*, metadata: bool) -> Extractor:
    return Extractor(output_format="python", fast=True, precision=True, comments=False, with_metadata=metadata)


def _gate(archive: Path, size: int, lexicon: Lexicon) -> None:
    """Print records a second of an archive with the gate and with the gate held open."""
    print(f"archive: {size:,} bytes of pages, {archive.stat().st_size:,} zipped\n")
    print("| gate | records/s | seconds | articles | rejections |\n|---|---|---|---|---|")
    taken = {}
    for name, gate in (("closed to other languages", warc.may_be_arabic), ("held open", lambda _: True)):
        with _in_place_of_gate(gate):
            found: list[str] = []
            taken[name] = _seconds(lambda found=found: found.extend(_outcomes(archive, lexicon)))  # type: ignore[misc]
        counts = Counter(found)
        read, seconds = counts.pop("article", 0), taken[name]
        others = ", ".join(f"{n} {reason}" for reason, n in counts.most_common())
        print(f"| {name} | {len(found) / seconds:,.0f} | {seconds:.2f} | {read} | {others} |")
    closed, opened = taken.values()
    print(f"\nthe gate saves {1 - closed / opened:.0%} of the time")


def _gate_alone(pages: list[bytes]) -> None:
    """Print how long the gate looks at a page of each language, as large as the pages are on average."""
    size = sum(map(len, pages)) // len(pages)
    print("\n| page | kB | microseconds at the gate | passes |\n|---|--:|--:|---|")
    others = {language: _other(language, 0, size) for language in sorted(WORDS)}
    for name, page in {**others, "Arabic": pages[0], "Arabic (Windows-1256)": _old(pages[0])}.items():
        each = min(_seconds(lambda page=page: [may_be_arabic(page) for _ in range(_TURNS)]) for _ in range(5)) / _TURNS  # type: ignore[misc]
        print(f"| {name} | {len(page) / 1000:.0f} | {each * 1e6:.0f} | {'yes' if may_be_arabic(page) else 'no'} |")


def _old(page: bytes) -> bytes:
    return page.decode("utf-8", "replace").encode("cp1256", "replace")


def _outcomes(archive: Path, lexicon: Lexicon) -> Iterator[str]:
    for item in articles(str(archive), lexicon):
        yield "article" if isinstance(item, Article) else item.reason


@contextmanager
def _in_place_of_gate(gate: Callable[[bytes], bool]) -> Iterator[None]:
    usual = warc.may_be_arabic
    warc.may_be_arabic = gate
    try:
        yield
    finally:
        warc.may_be_arabic = usual


def _write(archive: Path, pages: list[bytes], count: int, of: int) -> int:
    """Write an archive with one zipped member a record, as crawlers do; return the size of its pages."""
    languages = sorted(WORDS)
    size = 0
    with archive.open("wb") as file:
        for number in range(count):
            page = pages[number // of % len(pages)]
            body = page if number % of == 0 else _other(languages[number % len(languages)], number, len(page))
            size += len(body)
            file.write(gzip.compress(record(body, number), mtime=0))
    return size


def _other(language: str, number: int, size: int) -> bytes:
    """Return a page in another language, each a little different, with a link to an Arabic edition."""
    words = WORDS[language].split()
    turn = number % len(words)
    paragraph = f"<p>{' '.join(words[turn:] + words[:turn])} {number}.</p>\n".encode()
    head = f"<!DOCTYPE html><html lang={language}><title>{number}</title><a href='/ar'>العربية</a>".encode()
    return head + paragraph * max(1, size // len(paragraph)) + b"</html>"


def _page(source: Decoded, lexicon: Lexicon) -> Article | None:
    try:
        return read_page(source, lexicon, Given())
    except InputError:
        return None


def _pages(folder: Path | None) -> list[bytes]:
    found = resources.files("musnad") / "data" / "examples" if folder is None else folder
    return [path.read_bytes() for path in sorted(found.iterdir(), key=lambda p: p.name) if path.name.endswith(".html")]


def _seconds(run: Callable[[], object]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=Path, help="a folder with .html pages; the shipped examples otherwise")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--records", type=int, default=2000)
    parser.add_argument("--of", type=int, default=20, help="one record in so many is Arabic")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
