"""A collection of the example pages and one of hostile articles, and the application that serves each."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from importlib import resources
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from typer.testing import CliRunner

from musnad.cli.app import app
from musnad.model import Article, Published
from musnad.pipeline import default_engine, read
from musnad.store import Writer, pack
from musnad.text import cut
from musnad.web.served import LOOPBACK, Site, application

TAGS = "<script>window.broken=1</script><img src=x onerror=window.broken=1>\"'><svg onload=window.broken=1>"
OVERRIDE = "\u202eمقلوب\u202c \u2067معزول"

Client = Callable[..., AbstractContextManager[TestClient]]


def hostile() -> tuple[Article, ...]:
    """Return articles that want to break the page on which they are shown."""
    speech = f"{TAGS} بيان\n\nقال وزير الخارجية سامح {TAGS} الشاذلي، اليوم الثلاثاء، إن {TAGS} الاتفاق جيد."
    turned = (
        f"{OVERRIDE} عنوان\n\nوقال الوزير {OVERRIDE} كاظم نجفي لوكالة رويترز إن {OVERRIDE} الأزمة عابرة.\x00\x1b[31m"
    )
    endless = "عنوان\n\nقال الوزير إن " + "ا" * 1_000_000 + " انتهى."
    given = Published("2021-09-14", "given", 1.0)
    url = "javascript:window.broken=1"
    texts = ((speech, f"جريدة {TAGS}"), (turned, f"صحيفة {OVERRIDE}"), (endless, "ن" * 5_000))
    return tuple(
        Article(text, cut(Article(text)).title, url=url + str(n), publisher=name, byline=TAGS, published=given)
        for n, (text, name) in enumerate(texts)
    )


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Fill a collection with the example pages, and a page that cannot be read."""
    folder = tmp_path_factory.mktemp("examples")
    crawl = folder / "crawl"
    crawl.mkdir()
    for page in (resources.files("musnad") / "data" / "examples").iterdir():
        if page.name.endswith(".html"):
            (crawl / page.name).write_bytes(page.read_bytes())
    (crawl / "notes.html").write_text(f"<p>English only. {TAGS}</p>")
    done = CliRunner().invoke(app, ["ingest", str(folder / "news.db"), str(crawl), "--workers", "1"])
    assert done.exit_code == 0, done.output
    return folder / "news.db"


@pytest.fixture(scope="session")
def hostile_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile") / "news.db"
    with Writer(path) as writer:
        for article in hostile():
            writer.add(pack(read(article, default_engine())))
    return path


@contextmanager
def opened(db: Path, **options: object) -> Iterator[TestClient]:
    site = Site(db, hosts=(*LOOPBACK, "testserver"), **options)  # type: ignore[arg-type]
    with TestClient(application(site, default_engine()), follow_redirects=False) as client:
        yield client


@pytest.fixture(scope="session")
def token() -> str:
    return "the token of these tests"


@pytest.fixture
def serving() -> Client:
    """Return what serves a collection of one's own."""
    return opened


@pytest.fixture
def db(examples: Path, tmp_path: Path) -> Path:
    """A copy of the example collection, to be written to."""
    return Path(shutil.copy(examples, tmp_path / "news.db"))


@pytest.fixture
def desk(db: Path, token: str) -> Iterator[TestClient]:
    """The application over that copy, for whoever knows the token."""
    with opened(db, token=token) as found:
        yield found


@pytest.fixture
def client(examples: Path) -> Iterator[TestClient]:
    with opened(examples) as found:
        yield found


@pytest.fixture
def strangers(hostile_db: Path) -> Iterator[TestClient]:
    with opened(hostile_db) as found:
        yield found
