"""The HTTP API: pages that lead on, one shape of errors, downloads, and its own description, which holds."""

import csv
import json
import zipfile
from io import BytesIO, StringIO
from pathlib import Path

import pyarrow.parquet as pq
import pytest
import schemathesis
from hypothesis import Phase, given, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance
from starlette.testclient import TestClient

from musnad.pipeline import default_engine
from musnad.web.served import LOOPBACK, Site, application

KINDS = ("statements", "events", "articles", "people")


@pytest.mark.parametrize("kind", KINDS)
def test_pages_lead_through_everything_once(client: TestClient, kind: str) -> None:
    address, seen = f"/api/{kind}?limit=7", []
    while address:
        page = client.get(address).json()
        seen += [item.get("id") or item["article"]["version"] for item in page["items"]]
        address = page["next"]
    assert len(seen) == page["total"]
    assert len(set(seen)) == len(seen)
    assert page["coverage"]["articles"] == 10


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/api/statements/s-unknown", 404),
        ("/api/articles/v-unknown/bundle", 404),
        ("/api/nothing", 404),
        ("/api/statements?limit=0", 422),
        ("/api/statements?since=never", 422),
        ("/api/statements?q=...", 422),
        ("/api/statements?after=odd", 422),
    ],
)
def test_every_error_has_one_shape(client: TestClient, address: str, status: int) -> None:
    response = client.get(address)
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    value = response.json()
    assert set(value) == {"type", "title", "status", "detail"}
    assert value["status"] == status
    assert "/" not in value["detail"].replace("and/or", "")


def test_a_method_that_is_not_there_is_an_error_of_the_same_shape(client: TestClient) -> None:
    response = client.delete("/api/statements")
    assert (response.status_code, response.json()["status"]) == (405, 405)
    assert response.headers["allow"]


def test_a_question_that_costs_too_much_is_ended(examples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("musnad.store.reader._STEPS", 50)  # a small collection costs little
    with TestClient(application(Site(examples, hosts=("testserver",), seconds=-1.0), default_engine())) as client:
        response = client.get("/api/statements", params={"q": "السفينة"})
    assert response.status_code == 503
    assert "allowed" in response.json()["detail"]


def test_results_are_downloaded_in_every_form(client: TestClient) -> None:
    asked = {"speaker": "إستيبان لاراندا"}
    total = client.get("/api/statements", params=asked).json()["total"]
    assert total
    rows = list(csv.DictReader(StringIO(client.get("/api/statements.csv", params=asked).text)))
    table = pq.read_table(BytesIO(client.get("/api/statements.parquet", params=asked).content))
    lines = client.get("/api/statements.jsonl", params=asked).text.splitlines()
    assert len(rows) == table.num_rows == len(lines) == total
    assert {row["id"] for row in rows} == {json.loads(line)["id"] for line in lines}


@pytest.mark.parametrize("address", ["/api/statements.jsonl", "/api/statements.parquet", "/api/statements/{id}/bundle"])
def test_a_download_is_sent_as_a_file_and_nothing_of_it_stays_on_the_disk(
    client: TestClient, address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    item = client.get("/api/statements", params={"limit": 1}).json()["items"][0]
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    response = client.get(address.format(id=item["id"]))
    assert response.headers["content-disposition"].startswith("attachment; filename=")
    assert int(response.headers["content-length"]) == len(response.content) > 0
    assert list(tmp_path.iterdir()) == []


def test_the_bundle_of_a_fact_holds_its_evidence(client: TestClient) -> None:
    item = client.get("/api/statements").json()["items"][0]
    response = client.get(f"/api/statements/{item['id']}/bundle")
    with zipfile.ZipFile(BytesIO(response.content)) as file:
        assert {"text.txt", "facts.json", "manifest.json", "prov.jsonld"} <= set(file.namelist())
        assert [fact["id"] for fact in json.loads(file.read("facts.json"))] == [item["id"]]


def test_permalinks_of_the_api_give_the_record(client: TestClient) -> None:
    for kind in ("statements", "events"):
        item = client.get(f"/api/{kind}").json()["items"][0]
        assert client.get(f"/api/{kind}/{item['id']}").json()["rule"] == item["rule"]
    version = item["article"]["version"]
    assert client.get(f"/api/articles/{version}").json()["format"] == "musnad.reading/1"
    entity = client.get("/api/people").json()["items"][0]
    assert client.get(f"/api/people/{entity['id']}").json() == entity


def test_the_api_does_what_its_description_says(examples: Path) -> None:
    app = application(Site(examples, hosts=(*LOOPBACK, "testserver")), default_engine())
    operations = [
        result.ok() for result in schemathesis.openapi.from_asgi("/api/openapi.json", app).get_all_operations()
    ]
    assert len(operations) > 30
    for operation in operations:  # a description cannot say that words to look for hold a letter

        @settings(max_examples=6, deadline=None, derandomize=True, database=None, phases=[Phase.generate])
        @given(case=operation.as_strategy())
        def check(case: schemathesis.Case) -> None:
            case.call_and_validate(excluded_checks=[positive_data_acceptance])

        check()
