"""Fuzz one target, guided by coverage, and keep every input that breaks it. Needs the extra `fuzz` (atheris, Linux).

usage: fuzz.py TARGET --folder DIR [--seconds N] [--hang N]

A broken input does not end the run: it is kept in DIR/found/TARGET by the place where it broke, once a place. The
corpus grows in DIR/corpus/TARGET, and the next run goes on from it. DIR/hours.* hold CPU seconds and inputs of every
run.
"""

import argparse
import hashlib
import json
import sys
import time
import traceback
from pathlib import Path

import atheris

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[1] / "src")]

with atheris.instrument_imports(include=["musnad"]):
    import targets


class Watched:
    """One target with what was run and found; keeps its count on disk as it goes, for libFuzzer never returns."""

    def __init__(self, name: str, folder: Path) -> None:
        """Begin to count."""
        self._name, self._run = name, targets.TARGETS[name]
        self._found = folder / "found" / name
        self._found.mkdir(parents=True, exist_ok=True)
        self._log = folder / f"hours.{name}.{int(time.time())}.json"
        self._start, self._told = time.process_time(), time.monotonic()
        self._runs = self._broken = 0

    def __call__(self, data: bytes) -> None:
        """Run the target on one input; keep the input if it breaks."""
        self._runs += 1
        try:
            self._run(data)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is a finding
            self._broken += 1
            self._keep(data, error)
        now = time.monotonic()
        if now - self._told > 20:  # noqa: PLR2004 - seconds
            self._told = now
            seconds = round(time.process_time() - self._start)  # a busy or sleeping machine finds nothing
            told = {"target": self._name, "seconds": seconds, "runs": self._runs, "broken": self._broken}
            self._log.write_text(json.dumps(told), "utf-8")

    def _keep(self, data: bytes, error: Exception) -> None:
        frames = traceback.extract_tb(error.__traceback__)
        places = [
            f"{Path(f.filename).name}:{f.lineno}" for f in frames if "musnad" in f.filename or "targets" in f.filename
        ]
        place = f"{type(error).__name__}-{places[-1] if places else '?'}".replace(":", "-")
        if isinstance(error, AssertionError):
            place += "-" + hashlib.blake2b(str(error)[:40].encode(), digest_size=3).hexdigest()
        kept = self._found / place
        if not kept.exists():
            kept.write_bytes(data)
            kept.with_name(place + ".txt").write_text(
                "".join(traceback.format_exception(error)), "utf-8", "backslashreplace"
            )


def main() -> None:
    """Fuzz until the time is over."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target", choices=sorted(targets.TARGETS))
    parser.add_argument("--folder", type=Path, required=True, help="where corpus and findings are kept")
    parser.add_argument("--seconds", type=int, default=3600)
    parser.add_argument("--hang", type=int, default=30, help="seconds after which one input counts as a hang")
    options = parser.parse_args()
    corpus = options.folder / "corpus" / options.target
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(targets.seeds(options.target)):
        (corpus / f"seed-{number}").write_bytes(seed)
    watched = Watched(options.target, options.folder)
    call = [
        sys.argv[0],
        str(corpus),
        f"-max_total_time={options.seconds}",
        f"-timeout={options.hang}",
        "-max_len=20000",
    ]
    call += [
        f"-artifact_prefix={options.folder / 'found' / options.target}/",
        "-rss_limit_mb=4096",
        "-print_final_stats=1",
    ]
    atheris.Setup(call, watched)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
