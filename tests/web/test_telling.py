"""Stories, claims with their graph, copies side by side, and who takes from whom."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from musnad.model import Article, Span
from musnad.model.flows import Flow, SourceGraph
from musnad.pipeline import default_engine, read
from musnad.store import Writer, pack
from musnad.web.views.sources import drawn

Client = Callable[..., AbstractContextManager[TestClient]]


@pytest.fixture
def story(client: TestClient) -> str:
    return str(client.get("/api/stories").json()["items"][0]["id"])


def test_a_story_shows_days_copies_and_claims(client: TestClient, story: str) -> None:
    account = client.get(f"/api/stories/{story}").json()
    page = client.get(f"/story/{story}?claims=400").text
    articles = {each["version"] for each in account["story"]["articles"]}
    assert len(articles) > 5
    assert articles <= set(re.findall(r'href="/article/([^"#?]+)', page))
    claims = {each["id"] for each in account["propositions"]}
    assert claims == set(re.findall(rf'class="find-text arabic" lang="ar"><a href="/claim/{story}/([^"]+)', page))
    assert page.count('<div class="copies">') >= 1
    assert f'href="/story/{story}"' in client.get("/stories").text


def test_an_article_leads_to_its_story(client: TestClient, story: str) -> None:
    version = client.get(f"/api/stories/{story}").json()["story"]["articles"][0]["version"]
    assert client.get(f"/story/{version}").headers["location"] == f"/story/{story}"
    assert client.get("/story/y-unknown").status_code == 404


def test_an_article_that_was_compared_with_no_other_has_a_story_of_its_own(strangers: TestClient) -> None:
    version = strangers.get("/api/articles").json()["items"][0]["article"]["version"]
    page = strangers.get(f"/story/{version}")
    assert page.status_code == 200
    claims = set(re.findall(rf'href="(/claim/{version}/[^"]+)"', page.text))
    assert claims
    for each in claims:
        assert f'href="/story/{version}"' in strangers.get(each).text


def test_the_graph_of_a_claim_leads_from_origins_over_routes_to_every_page(client: TestClient, story: str) -> None:
    claims = client.get(f"/api/stories/{story}").json()["propositions"]
    claim = max(claims, key=lambda each: len({attestation["id"] for attestation in each["evidence"]}))
    page = client.get(f"/claim/{story}/{claim['id']}").text
    pages = {attestation["id"] for attestation in claim["evidence"]}
    assert page.count('class="box pages') == len(pages)
    assert page.count('class="box origins') >= 1
    assert page.count('class="edge') >= len(pages)
    assert page.count('class="k-content') >= len(claim["evidence"])
    assert client.get(f"/claim/{story}/p-unknown").status_code in {404, 422}


def test_what_either_side_tells_of_a_claim_stands_beside_each_other(client: TestClient, story: str) -> None:
    account = client.get(f"/api/stories/{story}").json()
    sides = account["readouts"]["sides"]
    assert len(sides) == 2
    for point in account["readouts"]["points"]:
        if point["kind"] == "contradiction":
            continue
        page = client.get(f"/claim/{story}/{point['propositions'][0]}").text
        columns = (
            page[page.index('<div class="sides">') :].partition("</section>\n</div></section>")[0].split("<h3>")[1:]
        )
        assert [side["name"] in column for side, column in zip(sides, columns, strict=True)] == [True, True]
        assert [number in point["sides"] for number in (0, 1)] == ['class="point' in column for column in columns]


def test_a_story_that_is_too_large_is_shown_without_its_claims(
    client: TestClient, story: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    claim = client.get(f"/api/stories/{story}").json()["propositions"][0]["id"]
    monkeypatch.setattr("musnad.web.views.story.MOST_TOLD", 5)
    page = client.get(f"/story/{story}").text
    assert "musnad trace" in page
    assert 'class="timeline"' in page
    assert 'href="/claim/' not in page
    for address in (f"/claim/{story}/{claim}", f"/api/stories/{story}", f"/api/stories/{story}/claims.csv"):
        assert client.get(address).status_code == 422, address


def test_two_copies_stand_side_by_side(client: TestClient, story: str) -> None:
    page = client.get(f"/story/{story}").text
    links = [unescape(link) for link in re.findall(r'href="(/compare/[^"]+)"', page)]
    assert links
    changed = 0
    for link in links:
        compared = client.get(link)
        assert compared.status_code == 200
        edits = client.get(f"/api{link}").json()["edits"]
        assert compared.text.count('class="beside"') == len(edits)
        changed += bool(edits)
    assert changed


def test_articles_without_an_address_are_compared_by_their_headlines_alone(tmp_path: Path, serving: Client) -> None:
    body = "قال مصدر مطلع إن أوروغواي قد تفرج عن سفينة الصيد البرتغالية خلال أيام."
    titles = ("أوروغواي تفرج عن سفينة الصيد البرتغالية", "خبر من الميناء")
    articles = [Article(f"{title}\n\n{body}", Span(0, len(title))) for title in titles]
    with Writer(tmp_path / "news.db") as writer:
        for article in articles:
            writer.add(pack(read(article, default_engine())))
    first, second = (article.version for article in articles)
    with serving(tmp_path / "news.db") as client:
        assert client.get(f"/compare/{second}/{first}").status_code == 200
        edits = client.get(f"/api/compare/{second}/{first}").json()["edits"]
    assert [each["kind"] for each in edits] == ["headline", "headline_stronger"]


def test_who_takes_from_whom_is_drawn_and_listed(client: TestClient) -> None:
    page = client.get("/sources?since=2020-01-01&until=2024-01-01").text
    graph = client.get("/api/sources?since=2020-01-01&until=2024-01-01").json()
    assert page.count('class="edge stream') == len([f for f in graph["flows"] if f["kind"] != "quoted"]) > 2
    assert "وكالة أنباء المدار" in page


def test_flows_are_mirrored_with_the_page_and_as_wide_as_they_carry() -> None:
    flows = (Flow("م", "و", "agency", ("a", "b", "c", "d"), 4), Flow("ن", "و", "agency", ("e",), 0))
    graph = SourceGraph(5, (), flows)
    onward, mirrored = (drawn(graph, "", "", mirrored=each) for each in (False, True))
    assert onward.sources[0].x < onward.takers[0].x
    assert mirrored.sources[0].x > mirrored.takers[0].x
    assert [stream.credited for stream in onward.streams] == [True, False]
    assert onward.streams[0].width > onward.streams[1].width
