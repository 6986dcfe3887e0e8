"""The pages of the example collection: what an analyst sees, and where it leads."""

import re
from html import unescape
from importlib import import_module, resources
from pathlib import Path
from typing import get_args

import pytest
from starlette.testclient import TestClient

from musnad.model.events import STATUSES
from musnad.model.mentions import KINDS
from musnad.web.asking import Kind, Status
from musnad.web.wording import LANGUAGES, wording

TEMPLATES = resources.files("musnad.web") / "templates"


def text_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def test_a_search_marks_its_words_and_leads_to_the_evidence(client: TestClient) -> None:
    page = client.get("/", params={"q": "السفينة"}).text
    assert '<span class="k-hit ">السفينة</span>' in page
    found = re.search(r'href="(/article/[^"#?]+)\?q=[^"#]+#at-(s-[0-9a-f]+)"', page)
    assert found
    article = client.get(found[1]).text
    assert f'<span id="at-{found[2]}"></span>' in article
    assert f'id="card-{found[2]}"' in article
    assert f'href="#at-{found[2]}"' in article


def test_facets_narrow_a_search_and_are_taken_away_again(client: TestClient) -> None:
    page = client.get("/", params={"of": "events"}).text
    links = [unescape(link) for link in re.findall(r'<li><a href="(/\?[^"]+)"', page)]
    kind = next(link for link in links if "type=" in link)
    narrowed = client.get(kind).text
    total = int(re.search(r'<h2 id="found">[^<]*?(\d+)', page)[1])  # type: ignore[index]
    fewer = int(re.search(r'<h2 id="found">[^<]*?(\d+)', narrowed)[1])  # type: ignore[index]
    assert 0 < fewer < total
    assert 'aria-current="true"' in narrowed
    assert 'href="/?of=events"' in narrowed


def test_the_page_of_a_statement_draws_its_chain_and_says_why(client: TestClient) -> None:
    items = client.get("/api/statements", params={"limit": 100}).json()["items"]
    item = max(items, key=lambda each: len(each["chain"]) + len(each["article"]["chain"]))
    page = client.get(f"/statement/{item['id']}").text
    chain = page[page.index('<ol class="chain"') :]
    names = re.findall(r'class="hop[^"]*"[^>]*><bdi>([^<]+)', chain[: chain.index("</ol>")])
    told = [hand["name"] for hand in (*item["chain"], *item["article"]["chain"])]
    assert [unescape(name) for name in names] == list(dict.fromkeys(told))
    assert item["rule"] in page
    assert '<ul class="tree"' in page


def test_names_are_in_latin_script_in_the_english_interface(client: TestClient) -> None:
    client.cookies.set("musnad-language", "en")
    page = client.get("/", params={"speaker": "إستيبان لاراندا"}).text
    who = re.findall(r'<h3 class="find-who"><a[^>]*><bdi>([^<]+)', page)
    assert who
    assert all(name.isascii() or not re.search("[\u0600-\u06ff]", name) for name in who)


@pytest.mark.parametrize("address", ["/article/v-unknown", "/statement/s-unknown", "/nothing"])
def test_what_is_not_there_is_said_in_the_language_of_the_reader(client: TestClient, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 404
    assert wording("ar").say("error.title") in response.text


def test_fields_of_a_form_that_nobody_filled_in_ask_for_nothing(client: TestClient) -> None:
    asked = client.get("/?of=statements&q=&since=&until=&mentions=")
    assert asked.status_code == 200
    assert 'class="find' in asked.text


def test_a_wrong_question_is_said_to_be_wrong(client: TestClient) -> None:
    for query in ("since=tomorrow", "since=2021-99-01", "of=nothing", "of=events&status=odd", "after=x"):
        assert client.get(f"/?{query}").status_code in {404, 422}, query


def test_what_may_be_asked_for_is_what_records_hold() -> None:
    assert (get_args(Status), get_args(Kind)) == (STATUSES, KINDS)


def test_every_word_is_said_somewhere() -> None:
    folder = Path(str(resources.files("musnad.web")))
    pages = [each for each in folder.rglob("*") if each.suffix in {".html", ".py"}]
    said = " ".join(page.read_text("utf-8") for page in pages)
    put_together = {*re.findall(r'say\("(\w+)\." ~', said), *re.findall(r'kind\("(\w+)"', said)}
    plain = ((s, k) for s, section in wording("en").words.items() if s not in put_together for k in section)
    assert [f"{section}.{key}" for section, key in plain if f"{section}.{key}" not in said] == []


def test_both_languages_have_words_for_the_same_things() -> None:
    keys = [{(s, k) for s, section in wording(each).words.items() for k in section} for each in LANGUAGES]
    assert keys[0] == keys[1]
    for section, key in keys[0]:
        marks = [set(re.findall(r"\{(\w+)\}", wording(each).words[section][key])) for each in LANGUAGES]
        assert marks[0] == marks[1], (section, key)


def test_every_word_that_templates_ask_for_is_there() -> None:
    for template in TEMPLATES.iterdir():
        for section, key in re.findall(r'ui\.say\("(\w+)\.(\w+)"(?! ~)', template.read_text("utf-8")):
            assert wording("ar").words[section][key], template.name


def test_every_template_names_its_context() -> None:
    checked = 0
    for template in TEMPLATES.iterdir():
        text = template.read_text("utf-8")
        assert re.match(r"\{# .*[Cc]ontext: .*#\}", text), template.name
        for module, name in re.findall(r"view = (musnad\.web\.views\.\w+)\.(\w+)", text.splitlines()[0]):
            known = set(dir(getattr(import_module(module), name)))
            assert set(re.findall(r"\bview\.(\w+)", text)) <= known, template.name
            checked += 1
    assert checked
