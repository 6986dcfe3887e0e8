"""What is served with the pages: all of it listed, licensed, and of this package."""

import re
from importlib import resources
from pathlib import Path

from starlette.testclient import TestClient

from musnad.web.pages.about import vendored

WEB = Path(str(resources.files("musnad.web")))
OWN = {"musnad.css", "musnad.js", "musnad.svg", "vendored.toml"}


def test_every_asset_is_our_own_or_listed_with_its_licence(client: TestClient) -> None:
    held = {str(path.relative_to(WEB / "static")) for path in (WEB / "static").rglob("*") if path.is_file()}
    listed = {name for asset in vendored() for name in (*asset.files, asset.notice)}
    assert held == OWN | listed
    page = client.get("/licences").text
    for asset in vendored():
        assert asset.version in page
        assert client.get(f"/static/{asset.notice}").status_code == 200


def test_assets_stay_small() -> None:
    assert sum(path.stat().st_size for path in (WEB / "static").rglob("*") if path.is_file()) < 420_000


def test_nothing_points_to_another_host() -> None:
    for path in [*(WEB / "static").glob("musnad.*"), *(WEB / "templates").iterdir()]:
        found = re.findall(r"(?:https?:)?//[\w.]+", path.read_text("utf-8"))
        assert set(found) <= {"http://www.w3.org"}, path.name


def test_templates_hold_no_script_and_no_style_of_their_own() -> None:
    for path in (WEB / "templates").iterdir():
        text = path.read_text("utf-8")
        assert not re.search(r"<style|\sstyle=|\son\w+=|javascript:|\|\s*safe\b", text), path.name
        assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", text)), path.name
