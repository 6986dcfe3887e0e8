"""Tasks that fail: what is their own fault is told, what is a worker's goes to another, and the others get through."""

import errno
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("distributed", reason="needs musnad[scale]")

from distributed import Client, LocalCluster, get_worker

from musnad.errors import ClusterError, MusnadError
from musnad.scale.run import Crew, Failure, Task


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    with (
        LocalCluster(n_workers=2, threads_per_worker=1, processes=False, dashboard_address="127.0.0.1:0") as local,
        Client(local) as client,
    ):
        yield client


def double(number: int) -> int:
    return 2 * number


def full_on(worker: str | None, number: int) -> int:
    if worker in {None, get_worker().address}:
        raise OSError(errno.ENOSPC, "No space left on device")
    return 2 * number


def failing(tries: str) -> int:
    with Path(tries).open("a", encoding="utf-8") as file:
        file.write("x")
    message = "the shard is not what it was"
    raise MusnadError(message)


def test_every_task_comes_back_once_however_many_there_are(client: Client) -> None:
    tasks = [Task(str(number), double, (number,)) for number in range(40)]
    found = dict(Crew(client).run(iter(tasks)))
    assert {task.name: result for task, result in found.items()} == {str(n): 2 * n for n in range(40)}


def test_a_task_that_fails_by_itself_is_tried_again_and_then_told(client: Client, tmp_path: Path) -> None:
    tries = tmp_path / "tries"
    tasks = [Task("bad", failing, (str(tries),)), Task("good", double, (1,))]
    found = {task.name: result for task, result in Crew(client).run(tasks)}
    assert found == {"bad": Failure("the shard is not what it was"), "good": 2}
    assert tries.read_text("utf-8") == "xxx"


def test_a_worker_that_cannot_write_gets_no_more(client: Client) -> None:
    bad = min(client.scheduler_info()["workers"])
    crew = Crew(client)
    found = [result for _, result in crew.run([Task(str(n), full_on, (bad, n)) for n in range(12)])]
    assert sorted(found) == [2 * n for n in range(12)]
    assert set(crew.sick) <= {bad}


def test_where_no_worker_can_write_the_work_ends(client: Client) -> None:
    with pytest.raises(ClusterError, match=r"no worker can go on: .*No space left on device.* run again"):
        list(Crew(client).run([Task(str(n), full_on, (None, n)) for n in range(12)]))
