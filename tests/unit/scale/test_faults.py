"""A real cluster of two worker processes: whatever dies, the results are those of a run that nothing disturbed."""

import json
import os
import resource
import signal
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from time import sleep
from typing import Any

import pytest

pytest.importorskip("distributed", reason="needs musnad[scale]")

from distributed import Client

from musnad.scale import Job, Read, cluster, job, read, shards
from musnad.scale.run import Crew, Failure, Task
from musnad.scale.work import read_shard
from musnad.settings import Settings

GOLD = sorted((Path(__file__).parents[2] / "gold" / "articles").glob("*.json"))[:24]
LITTLE = 6_000  # bytes of a file: less than any shard's readings


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("in")
    records = [{"id": path.stem, "text": json.loads(path.read_text("utf-8"))["text"]} for path in GOLD]
    for number in range(8):
        lines = [json.dumps(record) for record in records[3 * number : 3 * number + 3]]
        (folder / f"{number}.jsonl").write_text("\n".join([*lines, "no record"]) + "\n", "utf-8")
    (folder / "garbage.warc.gz").write_bytes(sha256(b"noise").digest() * 100)
    return folder


@pytest.fixture(scope="module")
def undisturbed(inputs: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return the results of the same shards read one after the other in this process."""
    out = tmp_path_factory.mktemp("undisturbed")
    for shard in shards([str(inputs)]):
        read_shard(shard, work(out))
    return files(out)


@pytest.fixture(scope="module")
def workers() -> Iterator[Client]:
    with cluster(None, 2) as client:
        yield client


@pytest.fixture
def client(workers: Client) -> Client:
    """Return the client once two workers answer: one that a test before killed is known for a while after its death."""
    for _ in range(300):
        answers = workers.run(os.getpid, on_error="return")
        if sum(isinstance(answer, int) for answer in answers.values()) == len(answers) == 2:
            return workers
        sleep(0.1)
    pytest.fail("two workers did not come up")


def work(out: Path) -> Job:
    return job(str(out), Settings())


def files(out: Path) -> dict[str, bytes]:
    return {str(path.relative_to(out)): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


def test_a_worker_that_is_killed_loses_nothing(
    client: Client, inputs: Path, undisturbed: dict[str, bytes], tmp_path: Path
) -> None:
    pids = list(client.run(os.getpid).values())
    assert len(pids) == 2
    killed: list[int] = []

    def kill(now: Read) -> None:
        if not killed and now.done >= 1:
            killed.append(pids[0])
            os.kill(pids[0], signal.SIGKILL)

    found = read(client, shards([str(inputs)]), work(tmp_path), kill)
    assert killed
    assert (found.done, found.failed) == (9, {})
    assert (found.readings, found.reasons["json"], found.reasons["empty"]) == (24, 8, 1)
    assert files(tmp_path) == undisturbed


def test_a_worker_whose_disk_is_full_gets_no_more_work(
    client: Client, inputs: Path, undisturbed: dict[str, bytes], tmp_path: Path
) -> None:
    bad = min(client.scheduler_info()["workers"])
    before = client.run(resource.getrlimit, resource.RLIMIT_FSIZE, workers=[bad])[bad]
    client.run(resource.setrlimit, resource.RLIMIT_FSIZE, (LITTLE, before[1]), workers=[bad])
    try:
        found = read(client, shards([str(inputs)]), work(tmp_path))
    finally:
        client.run(resource.setrlimit, resource.RLIMIT_FSIZE, before, workers=[bad])
    assert list(found.sick) == [bad]
    assert "File too large" in found.sick[bad]
    assert found.failed == {}
    assert files(tmp_path) == undisturbed


def test_a_second_run_reads_nothing_and_a_lost_result_is_made_again(
    client: Client, inputs: Path, undisturbed: dict[str, bytes], tmp_path: Path
) -> None:
    planned = shards([str(inputs)])
    read(client, planned[:4], work(tmp_path))
    rest = read(client, planned, work(tmp_path))
    assert (rest.before, rest.done, rest.readings) == (4, 9, 24)
    assert files(tmp_path) == undisturbed
    next((tmp_path / "receipts").iterdir()).unlink()
    again = read(client, planned, work(tmp_path))
    assert (again.before, again.done) == (8, 9)
    assert files(tmp_path) == undisturbed


def deadly(number: int) -> int:
    if number == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def test_a_task_that_kills_its_workers_is_told_and_takes_no_other_with_it(client: Client) -> None:
    client.run_on_scheduler(_patience, 0)
    try:
        found = {task.name: result for task, result in Crew(client).run(_deadly())}
    finally:
        client.run_on_scheduler(_patience, 3)
    assert found == {"0": Failure("it killed every worker that took it")} | {str(n): n for n in range(1, 6)}


def _deadly() -> list[Task]:
    return [Task(str(number), deadly, (number,)) for number in range(6)]


def _patience(failures: int, dask_scheduler: Any) -> None:  # noqa: ANN401 - handed in by the scheduler
    dask_scheduler.allowed_failures = failures
