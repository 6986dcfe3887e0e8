"""A scheduler of one's own that is killed and started again in the middle of the work, with real processes."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("distributed", reason="needs musnad[scale]")

from musnad.scale import ClusterError, Read, cluster, job, read, shards
from musnad.scale.work import read_shard
from musnad.settings import Settings

GOLD = sorted((Path(__file__).parents[2] / "gold" / "articles").glob("*.json"))[:8]
SOURCE = Path(__file__).parents[3] / "src"


class Processes:
    """A scheduler and one worker at a port of this machine."""

    def __init__(self, port: int) -> None:
        self.address = f"tcp://127.0.0.1:{port}"
        self._running: list[subprocess.Popen[bytes]] = []
        self.start()

    def start(self) -> None:
        port = self.address.rpartition(":")[2]
        self._run("scheduler", "--host", "127.0.0.1", "--port", port, "--no-dashboard")
        self._run("worker", self.address, "--nthreads", "1", "--no-nanny", "--no-dashboard", "--death-timeout", "60")

    def kill(self) -> None:
        for each in self._running:
            each.kill()
            each.wait()
        self._running.clear()

    def _run(self, *arguments: str) -> None:
        command = [sys.executable, "-m", "dask", *arguments]
        environment = {**os.environ, "PYTHONPATH": str(SOURCE)}  # noqa: TID251 - of the processes that are started
        self._running.append(subprocess.Popen(command, stderr=subprocess.DEVNULL, env=environment))  # noqa: S603


@pytest.fixture
def processes() -> Iterator[Processes]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    found = Processes(port)
    yield found
    found.kill()


def files(out: Path) -> dict[str, bytes]:
    return {str(path.relative_to(out)): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


def test_work_goes_on_where_the_scheduler_is_killed_and_started_again(processes: Processes, tmp_path: Path) -> None:
    for path in GOLD:
        record = {"id": path.stem, "text": json.loads(path.read_text("utf-8"))["text"]}
        (tmp_path / f"{path.stem}.jsonl").write_text(json.dumps(record) + "\n", "utf-8")
    planned = shards([str(tmp_path)])
    plain, out = tmp_path / "plain", tmp_path / "out"
    for shard in planned:
        read_shard(shard, job(str(plain), Settings()))
    restarted: list[int] = []

    def restart(now: Read) -> None:
        if not restarted:
            restarted.append(now.done)
            processes.kill()
            processes.start()

    with cluster(processes.address, 1) as client:
        found = read(client, planned, job(str(out), Settings()), restart)
    assert restarted == [1]
    assert (found.done, found.failed) == (len(GOLD), {})
    assert files(out) == files(plain)


def test_an_address_where_nobody_answers_is_told() -> None:
    with (
        pytest.raises(ClusterError, match="no scheduler answers at tcp://127"),
        cluster("tcp://127.0.0.1:9", 1, wait=0.5),
    ):
        pass
