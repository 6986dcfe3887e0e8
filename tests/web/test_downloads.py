"""Every result as a file: the same rows in every form, as many as the API tells."""

import csv
import json
from io import BytesIO, StringIO

import pyarrow.parquet as pq
import pytest
from starlette.testclient import TestClient

from musnad.query import TOLD_TABLES

SPEAKER = "person:استيبان لاراندا"
DAYS = "since=2020-01-01&until=2024-01-01"


def _written(value: object) -> str:
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


@pytest.mark.parametrize(
    ("path", "query", "of"),
    [
        ("/api/stories", "least=1", "stories"),
        ("/api/stories/{story}/claims", "", "claims"),
        ("/api/stories/{story}/evidence", "", "evidence"),
        ("/api/sources/flows", DAYS, "flows"),
        ("/api/sources/outlets", DAYS, "outlets"),
        ("/api/coverage", "", "coverage"),
        ("/api/rejections", "", "rejections"),
        ("/api/map", "type=CONSULT", "places"),
        (f"/api/people/{SPEAKER}/companions", "", "companions"),
        (f"/api/people/{SPEAKER}/reporters", "", "reporters"),
    ],
)
def test_a_result_is_the_same_in_every_form(client: TestClient, path: str, query: str, of: str) -> None:
    if "{story}" in path:
        path = path.format(story=client.get("/api/stories").json()["items"][0]["id"])
    files = {ending: client.get(f"{path}.{ending}?{query}") for ending in ("csv", "parquet", "jsonl")}
    assert {each.status_code for each in files.values()} == {200}
    rows = list(csv.DictReader(StringIO(files["csv"].text)))
    table = pq.read_table(BytesIO(files["parquet"].content)).to_pylist()
    lines = [json.loads(line) for line in files["jsonl"].text.splitlines()]
    assert len(rows) == len(table) == len(lines) > 0
    names = [column.name for column in TOLD_TABLES[of].columns]
    assert [*rows[0]] == [*table[0]] == names
    assert [[*map(_written, row.values())] for row in table] == [[*row.values()] for row in rows]
    for name in {*names} & {*lines[0]}:
        known = [row[name] for row in table if not isinstance(row[name], float)]
        assert known == [line[name] for line in lines if not isinstance(line[name], float)] or isinstance(
            lines[0][name], dict | list
        ), name


def test_a_claim_the_map_and_a_tree_are_the_same_over_the_api(client: TestClient) -> None:
    story = client.get("/api/stories").json()["items"][0]["id"]
    claim = client.get(f"/api/stories/{story}").json()["propositions"][0]
    assert client.get(f"/api/claims/{story}/{claim['id']}").json() == claim
    assert client.get(f"/api/claims/{story}/p-unknown").status_code == 404
    places = client.get("/api/map?type=CONSULT").json()
    assert places["placed"] == sum(each["events"] for each in places["places"] if each["latitude"] is not None) > 0
    item = client.get("/api/statements").json()["items"][0]
    tree = client.get(f"/api/statements/{item['id']}/tree").json()["tree"]
    assert tree[0]["depth"] == 0
    assert tree[0]["rule"] == item["rule"]
    history = client.get(f"/api/articles/{item['article']['version']}/history").json()
    assert [each["id"] for each in history["versions"]] == [item["article"]["version"]]
    assert history["captures"][0]["raw_hash"]
