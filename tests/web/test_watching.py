"""Watches: a search is saved where it was made, looked at, told to have been seen, removed; by nobody without token."""

import re
from html import unescape
from pathlib import Path

from starlette.testclient import TestClient

from musnad.query import Collection, Question, saved
from musnad.store import Writer


def fields(page: str, action: str) -> dict[str, str]:
    """Return the hidden fields of the form of a page that goes to an address."""
    form = page[page.index(f'action="{action}"') :].partition("</form>")[0]
    return {unescape(name): unescape(value) for name, value in re.findall(r'name="([^"]+)" value="([^"]*)"', form)}


def test_a_search_is_saved_and_removed_again(desk: TestClient, db: Path, token: str) -> None:
    asked = {"of": "events", "q": "السفينة", "since": "2020-01-01", "type": "CONSULT"}
    assert 'action="/watches"' not in desk.get("/", params=asked).text
    desk.post("/sign-in", data={"token": token})
    form = fields(desk.get("/", params=asked).text, "/watches")
    assert desk.post("/watches", data={**form, "name": "لقاءات"}).headers["location"] == "/watches"
    with Collection(db) as collection:
        question, mark = collection.watches()["لقاءات"]
        assert question == Question("events", words="السفينة", since="2020-01-01", type="CONSULT")
        assert mark == collection.mark("events")
    assert desk.post("/watches", data={**form, "name": " لقاءات "}).status_code == 409
    page = desk.get("/watches").text
    assert "لقاءات" in page
    assert desk.post("/watches/remove", data=fields(page, "/watches/remove")).status_code == 303
    assert "لقاءات" not in desk.get("/watches").text


def test_what_was_seen_is_not_new_any_more(desk: TestClient, db: Path, token: str) -> None:
    with Writer.sharing(db) as writer:
        writer.save_watch("كل شيء", saved(Question("articles")), 0)
    desk.post("/sign-in", data={"token": token})
    page = desk.get("/watches/كل شيء").text
    assert 'class="find"' in page
    desk.post("/watches/seen", data=fields(page, "/watches/seen"))
    assert 'class="find"' not in desk.get("/watches/كل شيء").text


def test_the_api_saves_tells_and_removes_with_the_token(desk: TestClient, token: str) -> None:
    headers = {"authorization": f"Bearer {token}"}
    sent = {"name": "اتفاق", "of": "statements", "asked": {"q": "السفينة", "denied": True}}
    assert desk.post("/api/watches", json=sent).status_code == 401
    assert desk.post("/api/watches", json=sent, headers=headers).status_code == 201
    assert desk.post("/api/watches", json=sent, headers=headers).status_code == 409
    assert desk.post("/api/watches", json={**sent, "of": "people"}, headers=headers).status_code == 422
    assert [each["name"] for each in desk.get("/api/watches").json()] == ["اتفاق"]
    news = desk.get("/api/watches/اتفاق").json()
    assert news["items"] == []
    mark = {"mark": 1 << 60}
    assert desk.post("/api/watches/اتفاق/seen", json=mark, headers=headers).status_code == 204
    assert desk.get("/api/watches/اتفاق").json()["mark"] == news["mark"]  # never more than is held
    assert desk.delete("/api/watches/اتفاق").status_code == 401
    assert desk.delete("/api/watches/اتفاق", headers=headers).status_code == 204
    assert desk.delete("/api/watches/اتفاق", headers=headers).status_code == 404


def test_a_question_that_cannot_be_asked_is_not_saved(desk: TestClient, token: str) -> None:
    desk.post("/sign-in", data={"token": token})
    csrf = fields(desk.get("/").text, "/watches")["csrf"]
    for asked in ("q=...", "since=never", "status=odd"):
        sent = desk.post("/watches", data={"csrf": csrf, "name": "x", "of": "events", "asked": asked})
        assert sent.status_code == 422, asked
    assert desk.post("/watches", data={"name": "x", "of": "events", "asked": "q=السفينة"}).status_code == 403
    assert desk.get("/api/watches").json() == []
