"""The pages in a real browser: every one of them, in both languages, by pointer, by keyboard and on a phone."""

import re
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright

from musnad.pipeline import default_engine
from musnad.web.served import LOOPBACK, Site, application

CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)
FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
]
PHONE = {"width": 390, "height": 780}
PATIENCE = 180_000  # ms: what is looked at is what comes, not how fast; the machine may be busy
expect.set_options(timeout=PATIENCE)

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine (scripts/browser installs it)")

Serve = Callable[[Path], str]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield found
        found.close()


@pytest.fixture(scope="module")
def serve(token: str) -> Iterator[Serve]:
    """Return what serves a collection in a thread and says where."""
    running: list[tuple[uvicorn.Server, threading.Thread]] = []

    def start(db: Path) -> str:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        app = application(Site(db, hosts=LOOPBACK, token=token), default_engine())
        server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="error"))
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.02)
        running.append((server, thread))
        return f"http://127.0.0.1:{port}"

    yield start
    for server, thread in running:
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def here(serve: Serve, examples: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    return serve(Path(shutil.copy(examples, tmp_path_factory.mktemp("served") / "news.db")))


class Watched:
    """A page of the browser with all that it complains of or asks others for."""

    def __init__(self, browser: Browser, base: str, **options: object) -> None:
        self.context = browser.new_context(base_url=base, **options)  # type: ignore[arg-type]
        self.context.set_default_timeout(PATIENCE)
        self.page: Page = self.context.new_page()
        self.complaints: list[str] = []
        self.page.on("console", self._told)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self._asked(request.url, base))

    def _told(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(message.text)

    def _asked(self, url: str, base: str) -> None:
        if not url.startswith(base):
            self.complaints.append(f"asked {url}")


def addresses(page: Page, here: str) -> list[str]:
    """Return the address of one page of every kind."""
    item = page.request.get(f"{here}/api/statements").json()["items"][0]
    event = page.request.get(f"{here}/api/events").json()["items"][0]
    story = page.request.get(f"{here}/api/stories").json()["items"][0]["id"]
    claim = page.request.get(f"{here}/api/stories/{story}").json()["propositions"][0]["id"]
    return [
        *("/?q=السفينة", "/?of=events", "/?of=articles&q=السفينة", "/?of=people", "/?q=qqq", "/today", "/map"),
        *("/coverage", "/rejections", "/watches", "/corrections", "/read", "/api", "/licences", "/sign-in", "/nothing"),
        f"/article/{item['article']['version']}?q=السفينة",
        f"/statement/{item['id']}",
        *("/stories", f"/story/{story}", f"/claim/{story}/{claim}", "/sources?since=2020-01-01"),
        f"/event/{event['id']}",
        f"/entity/{item['speaker_id']}",
    ]


@pytest.mark.parametrize(("language", "scheme", "every"), [("ar", "light", 1), ("en", "dark", 3)])
def test_every_page_is_sound_accessible_and_fits(
    browser: Browser, here: str, language: str, scheme: str, every: int
) -> None:
    watched = Watched(browser, here, locale=language, color_scheme=scheme)
    page, axe = watched.page, Axe()
    for address in addresses(page, here)[::every]:
        page.set_viewport_size({"width": 1200, "height": 800})
        page.goto(address)
        assert page.locator("html").get_attribute("lang") == language
        found = axe.run(page).response["violations"]
        serious = [each for each in found if each["impact"] in {"serious", "critical"}]
        assert [(each["id"], each["nodes"][0]["html"]) for each in serious] == [], address
        page.set_viewport_size(PHONE)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], address
    assert [each for each in watched.complaints if "404" not in each] == []
    watched.context.close()


def test_from_a_search_to_the_evidence_and_into_the_other_language(browser: Browser, here: str) -> None:
    watched = Watched(browser, here, locale="ar")
    page = watched.page
    page.goto("/")
    page.keyboard.press("/")
    page.keyboard.type("السفينة")
    page.keyboard.press("Enter")
    expect(page.locator(".find .k-hit").first).to_be_visible()
    page.locator(".find-text a").first.click()
    fact = re.search(r"#at-(.+)$", page.url)
    assert fact
    evidence = page.locator(f'.evidence [data-facts~="{fact[1]}"]').first
    expect(evidence).to_be_in_viewport()
    expect(evidence).to_have_class(re.compile(r"\blit\b"))
    cue = page.locator(".evidence a[data-leads]").first
    cue.hover()
    record = page.locator("#peek .record")
    expect(record).to_be_visible()
    expect(record.locator(".rule")).to_contain_text(".")
    expect(record.locator(".chain li").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(record).to_be_hidden()
    cue.focus()
    expect(record).to_be_visible()
    page.locator(".prefs a[hreflang=en]").click()
    expect(page.locator("html")).to_have_attribute("dir", "ltr")
    expect(page.locator(".evidence")).to_have_attribute("dir", "rtl")
    assert watched.complaints == []
    watched.context.close()


def test_an_analyst_tags_a_statement_and_takes_it_back(browser: Browser, here: str, token: str) -> None:
    watched = Watched(browser, here, locale="en")
    page = watched.page
    fact = page.request.get(f"{here}/api/statements").json()["items"][0]["id"]
    page.goto(f"/statement/{fact}")
    page.get_by_role("link", name="Sign in to correct").click()
    page.get_by_label("Token").fill(token)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_label("Tag").fill("للمراجعة")
    page.get_by_role("button", name="Add tag").click()
    expect(page.locator(".decisions")).to_contain_text("للمراجعة")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".decisions")).to_have_count(0)
    watched.context.close()


def test_hostile_articles_are_displayed_harmlessly(browser: Browser, serve: Serve, hostile_db: Path) -> None:
    watched = Watched(browser, serve(hostile_db), locale="ar", viewport=PHONE)
    page = watched.page
    page.goto("/?of=articles")
    links = [each.get_attribute("href") or "" for each in page.locator(".find-who a").all()]
    assert len(links) == 3
    for link in ["/", "/?of=events", "/?of=people", "/coverage", *links]:
        page.goto(link)
        assert page.evaluate("window.broken") is None, link
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], link
        assert page.locator("main img, main script, main svg[onload]").count() == 0, link
    assert watched.complaints == []
    watched.context.close()
