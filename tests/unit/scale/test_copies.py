"""Copies found bucket by bucket are those that one machine finds, whatever the sizes of buckets and tasks."""

import json
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("distributed", reason="needs musnad[scale]")

from distributed import Client, LocalCluster
from pyarrow.parquet import read_table

from musnad.cli.collection import collected
from musnad.corpus.copies import indexed
from musnad.corpus.jsonio import dispatch_to_json
from musnad.scale import PlaceError, Store, job, shards
from musnad.scale.copies import DISPATCHES, PAIRS, Sizes, find
from musnad.scale.work import read_shard
from musnad.settings import Settings

GOLD = sorted((Path(__file__).parents[2] / "gold" / "articles").glob("*.json"))[:14]
FURNITURE = " ".join(json.loads(GOLD[0].read_text("utf-8"))["text"].split()[:30])
PAPERS = ("صحيفة الميناء", "وكالة الشاطئ", "موقع الجبل", "صحيفة الوادي")


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    """Give workers in this process: what they send each other is what workers elsewhere would."""
    with (
        LocalCluster(n_workers=2, threads_per_worker=1, processes=False, dashboard_address="127.0.0.1:0") as local,
        Client(local) as client,
    ):
        yield client


def crawl(seed: int) -> list[dict[str, str]]:
    """Return articles whole, cut, with furniture, of other days and papers, with ids that come twice, in any order."""
    chance = random.Random(seed)  # noqa: S311 - any articles will do
    found = []
    for path in GOLD:
        text = json.loads(path.read_text("utf-8"))["text"]
        for number in range(chance.randrange(1, 4)):
            words = text.split(" ")
            kept = text if number == 0 else " ".join(words[: len(words) * chance.randrange(4, 11) // 10])
            day = f"2021-{chance.randrange(1, 13):02}-{chance.randrange(1, 28):02}"
            name = path.stem if chance.random() < 0.2 else f"{path.stem}-{number}"
            text_with = f"{kept}\n\n{FURNITURE}" if chance.random() < 0.6 else kept
            record = {"text": text_with, "publisher": chance.choice(PAPERS), "published": day}
            found.append(record if chance.random() < 0.2 else {"id": name} | record)
    found += chance.sample(found, 3)
    chance.shuffle(found)
    return found


@pytest.fixture(params=[1, 2])
def results(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    folder = tmp_path / "in"
    folder.mkdir()
    records = crawl(request.param)
    for number in range(4):
        lines = [json.dumps(record) for record in records[number::4]]
        (folder / f"{number}.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    out = str(tmp_path / "out")
    for shard in shards([str(folder)]):
        read_shard(shard, job(out, Settings()))
    return Store(out)


def test_copies_are_those_of_one_machine(client: Client, results: Store, tmp_path: Path) -> None:
    single = collected([str(tmp_path / "in")])
    expected = [dispatch_to_json(each) for each in single.copies().dispatches]
    index = indexed(single.articles)
    pairs = list(index.pairs())
    assert len(expected) > 5
    assert index.common
    for sizes in (Sizes(), Sizes(documents=7, prints=150, woven=3)):
        found = find(client, results, Settings(), sizes=sizes)
        assert (found.documents, found.pairs, found.dispatches) == (len(single.articles), len(pairs), len(expected))
        lines = results.read(DISPATCHES).decode().splitlines()
        assert [json.loads(line) for line in lines] == expected
        told = read_table(results.path(PAIRS)).to_pylist()
        assert [tuple(row.values()) for row in told] == [
            (pair.first, pair.second, pair.shared, pair.of_first, pair.of_second) for pair in pairs
        ]
    assert [path.name for path in Path(results.path("copies")).iterdir() if path.name.startswith(".")] == []


def test_a_search_that_was_ended_goes_on(client: Client, results: Store) -> None:
    sizes = Sizes(documents=7, prints=150, woven=3)
    seen: list[tuple[str, int, int]] = []
    find(client, results, Settings(), lambda *told: seen.append(told), sizes)
    whole = results.read(DISPATCHES)

    def ended(stage: str, *_: int) -> None:
        if stage == "members":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        find(client, results, Settings(), ended, sizes)
    again: list[tuple[str, int, int]] = []
    find(client, results, Settings(), lambda *told: again.append(told), sizes)
    first = {name: done for name, done, _ in reversed(again)}
    total = {name: of for name, _, of in seen}
    assert {name: first[name] == total[name] for name in ("postings", "buckets", "pairs", "members")} == {
        "postings": True,
        "buckets": True,
        "pairs": True,
        "members": False,
    }
    assert results.read(DISPATCHES) == whole


def test_a_folder_without_results_is_told(client: Client, tmp_path: Path) -> None:
    with pytest.raises(PlaceError, match="no results"):
        find(client, Store(str(tmp_path)), Settings())
