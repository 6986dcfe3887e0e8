"""Drive the pages of a collection in a real Chromium: every kind in both languages, from a search to its evidence.

usage: browser.py DB [--each N] [--shots FOLDER]

Of every kind of page `--each` (3) are opened as a reader would, in Arabic and in English, light and dark, on a desk and
at the width of a phone. Printed are the milliseconds from the click to the loaded page, and what is wrong: complaints
of the browser, requests to other hosts, pages wider than a phone, serious violations found by axe-core. Then words are
searched and followed to their evidence, by keyboard and pointer. The exit code is 1 where anything is wrong. DB is only
read. Needs playwright and axe-playwright-python (extra `dev`) and a Chromium (`scripts/browser`).
"""

import argparse
import re
import shutil
import sys
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from urllib.parse import parse_qs, quote, urlsplit

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from axe_playwright_python.sync_playwright import Axe  # noqa: E402 - after the path
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright  # noqa: E402 - after the path
from run import pages, served, with_stories  # noqa: E402 - the benchmark beside this one

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
DESK, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 780}
LOOKS = (("ar", "light"), ("en", "dark"))
_SERIOUS = frozenset({"serious", "critical"})
_LOADED = "(() => { const [t] = performance.getEntriesByType('navigation'); return t.loadEventEnd - t.startTime })()"


@dataclass(slots=True)
class Seen:
    """What was seen: ms by kind of page, what is wrong."""

    times: dict[str, list[float]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)


def main() -> int:
    """Serve, look, print."""
    given = _options()
    path = next((found for name in CHROMIUMS if (found := shutil.which(name))), None)
    if path is None:
        print("there is no Chromium: scripts/browser installs it")
        return 2
    addresses = pages(given.db)
    seen = Seen()
    with served(given.db) as (base, _), sync_playwright() as playwright:
        with_stories(base, addresses)
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        for language, scheme in LOOKS:
            context = browser.new_context(base_url=base, locale=language, color_scheme=scheme)  # type: ignore[arg-type]
            _look(_watched(context.new_page(), base, seen), language, addresses, given, seen)
            context.close()
        _search(browser, base, addresses, seen)
        browser.close()
    print("| page | pages | median ms to the loaded page | worst |\n|---|--:|--:|--:|")
    for kind, times in seen.times.items():
        print(f"| {kind} | {len(times)} | {median(times):.0f} | {max(times):.0f} |")
    print(f"\n{sum(map(len, seen.times.values()))} pages, {len(seen.wrong)} wrong")
    print("\n".join(seen.wrong))
    return int(bool(seen.wrong))


def _look(page: Page, language: str, addresses: dict[str, list[str]], given: argparse.Namespace, seen: Seen) -> None:
    axe = Axe()
    for kind, found in addresses.items():
        if kind.startswith("API"):
            continue
        for number, address in enumerate(found[: given.each]):
            page.set_viewport_size(DESK)  # type: ignore[arg-type]
            page.goto(address)
            seen.times.setdefault(kind, []).append(float(page.evaluate(_LOADED)))
            if given.shots and not number:
                page.screenshot(path=given.shots / f"{kind.replace(' ', '-')}-{language}.png")
            if not number:
                violations = [each for each in axe.run(page).response["violations"] if each["impact"] in _SERIOUS]
                seen.wrong += [f"{address}: {each['id']} {each['nodes'][0]['html'][:120]}" for each in violations]
            page.set_viewport_size(PHONE)  # type: ignore[arg-type]
            if page.evaluate("document.documentElement.scrollWidth") > PHONE["width"]:
                seen.wrong.append(f"{address}: wider than a phone")


def _watched(page: Page, base: str, seen: Seen) -> Page:
    """Note what a page complains of and whom it asks."""

    def told(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            seen.wrong.append(f"{page.url}: {message.text}")

    page.on("console", told)
    page.on("pageerror", lambda error: seen.wrong.append(f"{page.url}: {error}"))
    page.on("request", lambda each: None if each.url.startswith(base) else seen.wrong.append(f"asked {each.url}"))
    return page


def _search(browser: Browser, base: str, addresses: dict[str, list[str]], seen: Seen) -> None:
    """Search some words and follow the first find of each to its evidence, then into the other language."""
    context = browser.new_context(base_url=base, locale="ar", viewport=DESK)  # type: ignore[arg-type]
    page = _watched(context.new_page(), base, seen)
    for address in addresses["search statements"][:5]:
        page.goto("/")
        page.keyboard.press("/")
        page.keyboard.type(_word(address))
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile(re.escape(quote(_word(address)))))
        if not page.locator(".find-text a").count():
            continue  # a word of a title that nobody says
        if not page.locator(".find .k-hit").count():
            seen.wrong.append(f"{address}: nothing is marked")
        page.locator(".find-text a").first.click()
        page.wait_for_url(re.compile("#at-"))
        fact = page.url.rpartition("#at-")[2]
        evidence = page.locator(f'.evidence [data-facts~="{fact}"]').first
        if not evidence.count() or "lit" not in (evidence.get_attribute("class") or ""):
            seen.wrong.append(f"{page.url}: the evidence is not shown")
        page.locator(".prefs a[hreflang]").click()
        page.wait_for_load_state()
        seen.times.setdefault("from a search to the evidence", []).append(float(page.evaluate(_LOADED)))
        context.clear_cookies()
    context.close()


def _word(address: str) -> str:
    return parse_qs(urlsplit(address).query)["q"][0]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("db", type=Path)
    parser.add_argument("--each", type=int, default=3, help="pages of every kind")
    parser.add_argument("--shots", type=Path, help="folder for a picture of each kind")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
