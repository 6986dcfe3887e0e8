"""Stories and claims are parted and joined where they are shown, and the decision is taken back there."""

import re
import sqlite3
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from musnad.store import Writer


@pytest.fixture
def desk(desk: TestClient, token: str) -> TestClient:
    desk.follow_redirects = True
    desk.post("/sign-in", data={"token": token})
    return desk


def forms(page: str, kind: str) -> list[dict[str, str]]:
    """Return the hidden fields of the forms of a page that send a kind of decision."""
    found = []
    for form in re.findall(r'<form[^>]* action="/corrections".*?</form>', page, re.DOTALL):
        values = {unescape(n): unescape(v) for n, v in re.findall(r'name="([^"]+)" value="([^"]*)"', form)}
        if values["kind"] == kind:
            found.append(values | {"options": re.findall(r'<option value="([^"]+)"', form)})  # type: ignore[dict-item]
    return found


def undo(desk: TestClient, page: str) -> None:
    key, csrf = (re.search(rf'name="{name}" value="([^"]+)"', page)[1] for name in ("key", "csrf"))  # type: ignore[index]
    assert desk.post("/corrections/undo", data={"csrf": csrf, "key": key}).status_code == 200


def documents(desk: TestClient, key: str) -> set[str]:
    return {each["document"] for each in desk.get(f"/api/stories/{key}").json()["story"]["articles"]}


@pytest.fixture
def story(desk: TestClient) -> str:
    return str(desk.get("/api/stories").json()["items"][0]["id"])


def test_an_article_is_parted_from_a_story_and_comes_back(desk: TestClient, story: str) -> None:
    before = documents(desk, story)
    form = forms(desk.get(f"/story/{story}").text, "apart")[0]
    assert {form["subject"], form["other"]} <= before
    page = desk.post("/corrections", data=form).text
    after = documents(desk, form["subject"])
    assert form["subject"] in after
    assert form["other"] not in after
    undo(desk, page)
    assert documents(desk, form["subject"]) == before


def test_two_stories_are_joined_by_an_address(desk: TestClient, story: str) -> None:
    other = next(
        each["article"]["document"]
        for each in desk.get("/api/articles?limit=100").json()["items"]
        if each["article"]["document"] not in documents(desk, story)
    )
    form = forms(desk.get(f"/story/{story}").text, "together")[0]
    page = desk.post("/corrections", data=form | {"other": f"http://testserver/article/{other}?q=x"}).text
    assert other in documents(desk, form["subject"])
    undo(desk, page)
    assert other not in documents(desk, form["subject"])


def test_claims_are_joined_and_parted(desk: TestClient, story: str) -> None:
    claims = desk.get(f"/api/stories/{story}").json()["propositions"]
    facts = {each["id"]: {place["fact"] for place in each["evidence"]} - {None} for each in claims}
    one = next(key for key, found in facts.items() if found and len({*map(str, found)}) == 1)
    form = forms(desk.get(f"/claim/{story}/{one}").text, "together")[0]
    joined = {form["subject"], form["options"][0]}
    desk.post("/corrections", data=form | {"other": form["options"][0]})
    claims = desk.get(f"/api/stories/{story}").json()["propositions"]
    both = [each for each in claims if joined <= {place["fact"] for place in each["evidence"]}]
    assert len(both) == 1
    page = desk.get(f"/claim/{story}/{both[0]['id']}").text
    assert forms(page, "apart")
    undo(desk, page)
    claims = desk.get(f"/api/stories/{story}").json()["propositions"]
    assert not [each for each in claims if joined <= {place["fact"] for place in each["evidence"]}]


def test_a_name_means_somebody_else_in_one_article(desk: TestClient, story: str) -> None:
    version = desk.get(f"/api/stories/{story}").json()["story"]["articles"][0]["version"]
    form = forms(desk.get(f"/article/{version}").text, "namesake")[0]
    page = desk.post("/corrections", data=form | {"subject": unescape(form["options"][0])}).text
    assert 'class="tag mine"' in page
    undo(desk, page)


def test_a_story_is_shown_while_its_articles_are_to_be_compared_anew(desk: TestClient, db: Path, story: str) -> None:
    before = documents(desk, story)
    with sqlite3.connect(db) as connection:
        connection.execute("DELETE FROM compared")
    connection.close()
    assert documents(desk, story) == before
    assert desk.get(f"/story/{story}").status_code == 200


def test_a_story_says_that_it_follows_once_nobody_writes(desk: TestClient, db: Path, story: str) -> None:
    form = forms(desk.get(f"/story/{story}").text, "apart")[0]
    before = documents(desk, story)
    with Writer(db):
        page = desk.post("/corrections", data=form).text
    assert 'class="note"' in page
    assert documents(desk, story) == before
