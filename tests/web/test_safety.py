"""Articles are hostile input, and so are other sites: nothing of theirs runs, turns the page around, or gets in."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from starlette.testclient import TestClient

from musnad.web.guard import HEADERS

TAGS = "<script>window.broken=1</script>\"'><svg onload=window.broken=1>"


class Page(HTMLParser):
    """The tags and attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def parsed(text: str) -> Page:
    page = Page()
    page.feed(text)
    return page


def addresses(client: TestClient) -> Iterator[str]:
    yield from ("/", "/?of=events", "/?of=articles", "/?of=people", f"/?of=articles&q={TAGS}", f"/?speaker={TAGS}")
    for article in client.get("/api/articles").json()["items"]:
        yield f"/article/{article['article']['version']}"
    for kind in ("statements", "events"):
        for item in client.get(f"/api/{kind}").json()["items"]:
            yield f"/{kind[:-1]}/{item['id']}"


def test_no_page_lets_the_markup_of_an_article_through(strangers: TestClient) -> None:
    asked = 0
    for address in addresses(strangers):
        response = strangers.get(address)
        assert response.status_code == 200, address
        page = parsed(response.text)
        scripts = [attributes for tag, attributes in page.tags if tag == "script"]
        assert all((each.get("src") or "").startswith("/static/") for each in scripts), address
        assert len(scripts) == 1, address
        for tag, attributes in page.tags:
            assert tag not in {"iframe", "object", "embed", "base", "style"}, address
            assert not [name for name in attributes if name.startswith("on") or name == "style"], address
            for name in ("href", "src", "action"):
                value = attributes.get(name) or "/"
                assert value.startswith(("/", "#", "http://", "https://")), (address, value)
        asked += 1
    assert asked > 10


def test_what_turns_the_words_around_is_not_sent(strangers: TestClient) -> None:
    seen = 0
    for address in addresses(strangers):
        text = strangers.get(address).text
        assert not re.search("[\u202a-\u202e\u2066-\u2069\x00\x1b]", text), address
        seen += "\ufffd" in text
    assert seen


def test_a_word_of_a_megabyte_is_cut_in_lists_and_told_to_be_cut_in_the_article(strangers: TestClient) -> None:
    assert len(strangers.get("/").text) < 200_000
    items = strangers.get("/api/articles").json()["items"]
    longest = max(items, key=lambda item: item["article"]["characters"])["article"]
    text = strangers.get(f"/article/{longest['version']}").text
    assert len(text) < 1_000_000
    assert "+700,0" in text


@pytest.mark.parametrize("address", ["/", "/nothing", "/api/statements", "/api/statements/x", "/static/musnad.css"])
def test_every_answer_carries_the_policy(client: TestClient, address: str) -> None:
    headers = client.get(address).headers
    assert {name: headers[name] for name in HEADERS} == HEADERS
    assert "unsafe" not in headers["content-security-policy"]


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "", "127.0.0.1.evil.example:8000"])
def test_an_unknown_name_is_refused(client: TestClient, host: str) -> None:
    response = client.get("/api/statements", headers={"host": host})
    assert response.status_code == 421
    assert "items" not in response.text
    assert response.headers["content-security-policy"]


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:9", "127.0.0.1:8000", "[::1]:8000"])
def test_the_names_of_this_machine_are_answered(client: TestClient, host: str) -> None:
    assert client.get("/api/statements", headers={"host": host}).status_code == 200


def test_a_reader_changes_language_and_colours_and_is_led_nowhere_else(client: TestClient) -> None:
    assert '<html lang="ar" dir="rtl">' in client.get("/", headers={"accept-language": "fr"}).text
    moved = client.get("/language/en", params={"back": "/?of=events"})
    assert (moved.status_code, moved.headers["location"]) == (303, "/?of=events")
    assert '<html lang="en" dir="ltr">' in client.get("/").text
    client.get("/theme/dark")
    assert 'data-theme="dark"' in client.get("/").text
    for evil in ("//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"):
        assert client.get("/theme/light", params={"back": evil}).headers["location"] == "/"
    assert client.get("/language/xx").status_code == 404


def test_a_page_that_did_not_change_is_not_sent_again(client: TestClient) -> None:
    for address in ("/", "/api/statements"):
        first = client.get(address)
        again = client.get(address, headers={"if-none-match": first.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")
        assert client.get(address, headers={"if-none-match": '"other"'}).status_code == 200
