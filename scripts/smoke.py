"""Show that an environment has what an extra is for: run one thing that needs it, away from any checkout.

usage: smoke.py [EXTRA]

Run it with the Python of the environment in question. Without an extra: the demo, a reading, a collection and a
question to it. Ends with what went wrong where something does not work.
"""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.request import urlopen

SECONDS = 300  # for one command; starting worker processes takes long on a busy machine


class Broken(Exception):  # noqa: N818 - what is told is that it is broken
    """Something does not do what it is for."""


def bare(folder: Path) -> None:
    """The core: ten pages are read, explained and kept; a question is answered."""
    run(folder, "demo")
    reading = json.loads(run(folder, "read", "pages/presidency-a.html", "--json"))
    where = str(reading["statements"][0]["cue"][0])
    must("statements." in run(folder, "explain", "pages/presidency-a.html", "--at", where), "a fact is explained")
    run(folder, "ingest", "news.db", "pages")
    must(run(folder, "find", "statements", "news.db"), "statements are found")


def parquet(folder: Path) -> None:
    """Tables are written as Parquet, and read as an input."""
    run(folder, "export", "pages", "--output", "events.parquet")
    run(folder, "ingest", "news.db", "pages")
    run(folder, "export-db", "news.db", "readings", "--output", "readings.jsonl")
    texts = [json.loads(line)["text"] for line in (folder / "readings.jsonl").read_text("utf-8").splitlines()]
    from pyarrow import Table  # noqa: PLC0415 - only that environment has it
    from pyarrow.parquet import write_table  # noqa: PLC0415 - the same

    write_table(Table.from_pydict({"text": texts}), folder / "texts.parquet")
    first = json.loads(run(folder, "read", "texts.parquet", "--json").splitlines()[0])
    must(first["statements"], "articles are read out of a Parquet file")


def scale(folder: Path) -> None:
    """Worker processes read the pages, copies are found, a collection takes the results."""
    run(folder, "scale", "read", "pages", "--out", "results", "--workers", "2")
    run(folder, "scale", "copies", "results", "--workers", "2")
    run(folder, "load", "results", "news.db")
    must(run(folder, "find", "statements", "news.db"), "statements are found")


def serve(folder: Path) -> None:
    """A server answers at a free port, with a page and over the API."""
    run(folder, "ingest", "news.db", "pages")
    words = command("serve", "news.db", "--port", "0")
    with subprocess.Popen(words, cwd=folder, stderr=subprocess.PIPE, text=True) as server:  # noqa: S603 - our own
        try:
            said = server.stderr.readline() if server.stderr is not None else ""
            address = re.search(r"http://\S+", said)
            if address is None:
                raise Broken(said)
            must("</html>" in asked(address[0]), "a page is served")
            must(json.loads(asked(f"{address[0]}api/statements"))["total"], "the API answers")
        finally:
            server.terminate()


SMOKES: Mapping[str, Callable[[Path], None]] = {"": bare, "parquet": parquet, "scale": scale, "serve": serve}
"""What shows that an extra is enough for what it is for."""


def asked(address: str) -> str:
    """Return what our own server answers."""
    with urlopen(address, timeout=SECONDS) as answer:  # noqa: S310 - an address that it printed itself
        return str(answer.read(), "utf-8")


def must(found: object, what: str) -> None:
    """Raise `Broken` where something was not found."""
    if not found:
        message = f"not so: {what}"
        raise Broken(message)


def command(*words: str) -> list[str]:
    """Return the command line of musnad in this environment."""
    return [sys.executable, "-m", "musnad", *words]


def run(folder: Path, *words: str) -> str:
    """Run musnad; return what it printed."""
    done = subprocess.run(command(*words), cwd=folder, capture_output=True, text=True, timeout=SECONDS, check=False)  # noqa: S603 - our own
    if done.returncode:
        message = f"{' '.join(words)}: {done.stderr or done.stdout}"
        raise Broken(message)
    return done.stdout


def main() -> None:
    """Run the smoke of an extra in a folder of its own."""
    extra = sys.argv[1] if sys.argv[1:] else ""
    with TemporaryDirectory() as name:
        run(Path(name), "demo", "--into", "pages")
        SMOKES[extra](Path(name))
    print(f"{extra or 'bare'}: does what it is for")


if __name__ == "__main__":
    main()
