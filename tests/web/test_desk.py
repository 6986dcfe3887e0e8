"""What a desk looks at every day: somebody, a day, the map, coverage, rejections, watches; reading a text now."""

import re
from html import unescape
from importlib import resources
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from musnad.query import Question, saved
from musnad.store import Writer
from musnad.web.views.charts import over_time
from musnad.web.views.map import coordinates

SPEAKER = "person:استيبان لاراندا"


def test_the_page_of_a_speaker_shows_statements_meetings_and_reporters(client: TestClient) -> None:
    page = client.get(f"/entity/{SPEAKER}").text
    assert "<title>إستيبان لاراندا" in page
    assert page.count('class="mark"') >= 1
    said = client.get("/api/statements", params={"speaker": SPEAKER}).json()["total"]
    assert f'<span class="soft">{said}</span>' in page
    links = {unescape(link) for link in re.findall(r'href="(/entity/[^"]+)"', page)}
    assert len(links) > 8
    for link in links:
        assert client.get(link).status_code == 200, link


def test_a_bar_leads_to_the_statements_that_it_counts(client: TestClient) -> None:
    page = client.get(f"/entity/{SPEAKER}").text
    link, name, count = re.search(r'<a href="(/\?[^"]+)" aria-label="([^:"]+): (\d+)"', page).groups()  # type: ignore[union-attr]
    assert re.search(rf'<h2 id="found">[^<]*\b{count}\b', client.get(unescape(link)).text), name


def test_time_runs_as_the_page_does_and_empty_months_are_shown() -> None:
    counts = [("2021-01", 4), ("", 9), ("2021-04", 2)]
    onward, mirrored = over_time(counts, mirrored=False), over_time(counts, mirrored=True)
    assert onward is not None
    assert mirrored is not None
    assert [bar.count for bar in onward.bars] == [4, 0, 0, 2]
    assert onward.bars[0].x < onward.bars[-1].x
    assert mirrored.bars[0].x > mirrored.bars[-1].x
    assert onward.bars[0].height == pytest.approx(2 * onward.bars[-1].height, abs=0.2)
    years = over_time([("2001-05", 1), ("2020-01", 3), ("2020-12", 2)], mirrored=False)
    assert years is not None
    assert [(b.name, b.count) for b in years.bars if b.count] == [("2001", 1), ("2020", 5)]
    assert over_time([("", 3)], mirrored=False) is None


def test_the_newest_day_is_shown_with_what_was_said_on_it(client: TestClient) -> None:
    page = client.get("/today").text
    assert "2023" in page
    assert 'class="find"' in page
    assert 'class="find"' not in client.get("/today?day=1999-01-01").text
    for edge in ("0001-01-01", "9999-12-31"):
        assert client.get(f"/today?day={edge}").status_code == 200


def test_the_map_has_a_dot_for_every_place_that_is_known(client: TestClient) -> None:
    facets = client.get("/api/events/facets?limit=50").json()["facets"]
    places = [each for each in facets if each["facet"] == "place"]
    known = [each for each in places if each["key"] in coordinates()]
    page = client.get("/map").text
    assert known
    assert page.count('<circle class="dot"') == len(known)
    dot = unescape(re.search(r'<a href="(/\?[^"]+)" aria-label="[^"]+"><title>', page)[1])  # type: ignore[index]
    assert 'class="find"' in client.get(dot).text
    assert client.get("/map?type=NOTHING").status_code == 200


def test_coordinates_are_of_this_world() -> None:
    assert all(-90 <= lat <= 90 and -180 <= lon <= 180 for lat, lon in coordinates().values())
    assert coordinates()["place.cairo"] == pytest.approx((30.1, 31.3), abs=0.3)


def test_coverage_and_rejections_are_shown(client: TestClient) -> None:
    assert "صحيفة الميناء" in client.get("/coverage").text
    reason = client.get("/api/rejections").json()["items"][0]["reason"]
    page = client.get(f"/rejections?reason={reason}").text
    assert "notes.html" in page
    assert "<script>window" not in page
    counts = client.get("/api/rejections").json()["counts"]
    assert counts == {reason: 1}
    assert client.get("/api/coverage").json()["sizes"]["document"] == 10


def test_a_watch_shows_what_is_new(db: Path, desk: TestClient) -> None:
    with Writer(db) as writer:
        writer.save_watch("متابعة", saved(Question("statements", about="السفينة")), 0)
    assert "/watches/" in desk.get("/watches").text
    assert 'class="find"' in desk.get("/watches/متابعة").text
    assert desk.get("/watches/أخرى").status_code == 404
    assert desk.get("/api/watches/متابعة").json()["items"]


def test_a_pasted_text_is_read_and_not_stored(client: TestClient) -> None:
    text = "عنوان\n\nقال الوزير سامح الشاذلي، أمس، إن الاتفاق «جيد جدا»."
    before = client.get("/api/coverage").json()["sizes"]
    page = client.post("/read", data={"text": text, "published": "2021-09-14"}).text
    assert "سامح الشاذلي" in page
    assert "2021-09-13" in page
    assert 'href="/statement/' not in page
    assert client.get("/api/coverage").json()["sizes"] == before
    read = client.post("/api/read", json={"text": text, "published": "2021-09-14"}).json()
    assert [s["speaker"]["name"] for s in read["statements"]] == ["سامح الشاذلي"]


def test_an_uploaded_page_is_read_and_what_is_no_article_is_refused(client: TestClient) -> None:
    html = (resources.files("musnad") / "data" / "examples" / "copy-full.html").read_bytes()
    sent = client.post("/read", files={"file": ("page.html", html, "text/html")})
    assert sent.status_code == 200
    assert "الرئاسة البرتغالية" in sent.text
    assert client.post("/read", data={"text": "Just English words."}).status_code == 422
    assert client.post("/api/read", json={"text": "Just English words."}).status_code == 400
    assert client.post("/read", data={"text": "نص", "published": "never"}).status_code == 422
    assert client.post("/api/read", content=b"x" * 2_100_000).status_code == 413
