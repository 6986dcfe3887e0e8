"""An analyst's decisions: made and undone where the thing is shown, by nobody who does not know the token."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from musnad.query import Collection
from musnad.store import Writer


@pytest.fixture
def sign_in(desk: TestClient, token: str) -> Callable[[], str]:
    """Return what signs in and gives what a form must hold then."""

    def signed() -> str:
        sent = desk.post("/sign-in", data={"token": token, "back": "/corrections"})
        assert sent.headers["location"] == "/corrections"
        return re.search(r'name="csrf" value="([0-9a-f]+)"', desk.get("/").text)[1]  # type: ignore[index]

    return signed


def a_statement(client: TestClient) -> str:
    return str(client.get("/api/statements").json()["items"][0]["id"])


def test_a_fact_is_tagged_noted_found_wrong_and_all_of_it_undone(desk: TestClient, sign_in: Callable[[], str]) -> None:
    csrf, fact = sign_in(), a_statement(desk)
    back = f"/statement/{fact}"
    for kind, text in (("tag", "مهم"), ("note", "يحتاج <b>تدقيقا</b>"), ("wrong", "ليس هو")):
        sent = desk.post("/corrections", data={"csrf": csrf, "kind": kind, "subject": fact, "text": text, "back": back})
        assert (sent.status_code, sent.headers["location"]) == (303, back)
    page = desk.get(back).text
    assert all(words in page for words in ("مهم", "يحتاج &lt;b&gt;تدقيقا", "ليس هو"))
    assert fact not in {item["id"] for item in desk.get("/api/statements?limit=100").json()["items"]}
    keys = re.findall(r'name="key" value="([^"]+)"', page)
    assert len(keys) == 3
    for key in keys:
        assert desk.post("/corrections/undo", data={"csrf": csrf, "key": key, "back": back}).status_code == 303
    assert 'name="key"' not in desk.get(back).text
    assert fact in {item["id"] for item in desk.get("/api/statements?limit=100").json()["items"]}
    assert desk.get("/corrections").text.count('class="is-wrong"') == 3


def test_two_entities_are_made_one_and_two_again(desk: TestClient, sign_in: Callable[[], str]) -> None:
    csrf = sign_in()
    one, two = "person:نونو الفاريلا", "person:نونو الفارينا"
    desk.post("/corrections", data={"csrf": csrf, "kind": "same", "subject": one, "other": two})
    assert desk.get(f"/api/people/{one}").json()["id"] == desk.get(f"/api/people/{two}").json()["id"]
    desk.post("/corrections", data={"csrf": csrf, "kind": "different", "subject": one, "other": two})
    assert desk.get(f"/api/people/{one}").json()["id"] != desk.get(f"/api/people/{two}").json()["id"]


def test_nothing_is_written_without_the_token_or_by_another_site(
    desk: TestClient, db: Path, sign_in: Callable[[], str]
) -> None:
    fact = a_statement(desk)
    form = {"kind": "tag", "subject": fact, "text": "x"}
    assert desk.post("/corrections", data=form).status_code == 403
    assert desk.post("/sign-in", data={"token": "guess"}).status_code == 403
    csrf = sign_in()
    assert desk.post("/corrections", data=form).status_code == 403
    assert desk.post("/corrections", data={**form, "csrf": csrf[::-1]}).status_code == 403
    crossed = desk.post("/corrections", data={**form, "csrf": csrf}, headers={"sec-fetch-site": "cross-site"})
    assert crossed.status_code == 403
    assert desk.post("/api/corrections", json=form).status_code == 401
    assert desk.post("/api/corrections", json=form, headers={"authorization": "Bearer guess"}).status_code == 401
    assert desk.delete("/api/corrections/c-1").status_code == 401
    desk.post("/sign-out", data={"csrf": csrf})
    assert desk.post("/corrections", data={**form, "csrf": csrf}).status_code == 403
    with Collection(db) as collection:
        assert collection.corrections() == ()


def test_the_cookie_of_a_session_is_signed_and_kept_from_scripts(desk: TestClient, token: str) -> None:
    cookie = desk.post("/sign-in", data={"token": token}).headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    desk.cookies.clear()
    desk.cookies.set("musnad-session", "9999999999.x." + "0" * 64)
    assert 'name="csrf"' not in desk.get("/").text


def test_without_a_token_nobody_signs_in(client: TestClient) -> None:
    assert client.post("/sign-in", data={"token": ""}).status_code == 403
    assert client.post("/api/corrections", json={}, headers={"authorization": "Bearer "}).status_code in {401, 422}
    assert 'type="password"' not in client.get("/sign-in").text


def test_the_api_keeps_and_undoes_with_the_token(desk: TestClient, token: str) -> None:
    headers = {"authorization": f"Bearer {token}"}
    made = desk.post(
        "/api/corrections", json={"kind": "tag", "subject": a_statement(desk), "text": "x"}, headers=headers
    )
    assert made.status_code == 201
    assert [each["id"] for each in desk.get("/api/corrections").json()] == [made.json()["id"]]
    assert desk.delete(f"/api/corrections/{made.json()['id']}", headers=headers).status_code == 204
    assert desk.get("/api/corrections").json()[0]["undone"]
    unknown = desk.post("/api/corrections", json={"kind": "tag", "subject": "s-0", "text": "x"}, headers=headers)
    assert unknown.status_code == 422


def test_an_analyst_corrects_while_another_process_fills_the_collection(desk: TestClient, db: Path, token: str) -> None:
    headers = {"authorization": f"Bearer {token}"}
    decision = {"kind": "tag", "subject": a_statement(desk), "text": "x"}
    with Writer(db):
        assert desk.post("/api/corrections", json=decision, headers=headers).status_code == 201
    assert [each["text"] for each in desk.get("/api/corrections").json()] == ["x"]
