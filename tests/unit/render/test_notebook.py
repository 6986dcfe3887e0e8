"""Notebooks: records display themselves, right to left, by nothing but themselves, whatever an article holds."""

import re
from html import escape
from html.parser import HTMLParser

from musnad.claims.collected import corroborated
from musnad.model import Article, Published, Reading
from musnad.pipeline import default_engine, read
from musnad.render.notebook import Path

TEXT = """<script>alert(1)</script> بيان

قال وزير الخارجية سامح الشاذلي، أمس، لوكالة رويترز إن الاتفاق جيد.
والتقى الشاذلي نظيره الإيراني في القاهرة.
\u202e <img src=x onerror=alert(1)>
"""


def hostile() -> Reading:
    article = Article(TEXT, publisher="جريدة <b>الساحل</b>", published=Published("2021-09-14", "given", 1.0))
    return read(article, default_engine())


class Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def harmless(html: str) -> str:
    """Check that a piece of HTML runs, loads and turns nothing, and return it."""
    page = Page()
    page.feed(html)
    assert page.tags[0] == ("div", page.tags[0][1])
    assert page.tags[0][1]["dir"] == "rtl"
    assert {tag for tag, _ in page.tags} <= {"div", "p", "span", "b", "ol", "ul", "li", "bdi"}
    assert {name for _, attributes in page.tags for name in attributes} <= {"dir", "lang", "style", "title"}
    assert "url(" not in html
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", html)
    return html


def shown(record: object) -> str:
    return harmless(record._repr_html_())  # type: ignore[attr-defined]  # what notebooks call


def test_a_reading_displays_its_text_coloured_with_statements_and_chains() -> None:
    reading = hostile()
    html = shown(reading)
    assert "&lt;script&gt;" in html
    assert "جريدة &lt;b&gt;الساحل&lt;/b&gt;" in html
    assert html.count("<li>") == len(reading.statements) > 0
    assert html.count("background:#d9ece8") >= 1
    assert html.count("background:#f4d9df") >= 1


def test_statements_events_and_chains_display_themselves() -> None:
    reading = hostile()
    statement, event = reading.statements[0], reading.events[0]
    assert statement.rule in shown(statement)
    assert event.type in shown(event)
    path = shown(Path(statement.chain))
    names = [escape(link.name) for link in statement.chain]
    assert [path.index(name) for name in names] == sorted(path.index(name) for name in names)


def test_a_claim_displays_its_origins_and_routes() -> None:
    body = "قال وزير النفط كاظم نجفي إن الإمدادات كافية تماما وإن المصافي تعمل ليل نهار في البلاد كلها."
    articles = [
        Article(f"النفط\n\n{body}\n", publisher=name, id=name) for name in ("صحيفة الميناء", "جريدة <i>الساحل</i>")
    ]
    claim = corroborated(articles).claims.propositions[0]
    html = shown(claim)
    assert claim.corroboration.grade in html
    assert all(source.kind in html for source in claim.corroboration.origins.found)
