"""Fetching: only what may be fetched, from addresses that may be asked, in bounds. The only server is our own."""

import gzip
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from time import sleep

import pytest
from designs import TITLE, WITH_LEAD

from musnad.errors import InputError
from musnad.ingest.fetch import Fetcher, Manners, fetched
from musnad.ingest.hosts import is_public
from musnad.model import Article, Rejection
from musnad.pipeline import default_engine

PAGE = WITH_LEAD["plain article"].encode()
Answer = tuple[int, dict[str, str], bytes]
HTML = {"Content-Type": "text/html"}


class Server(ThreadingHTTPServer):
    """A server whose clients may go away before an answer ends."""

    def handle_error(self, *_: object) -> None:
        pass


class Site:
    """A server on this machine whose answers are given by path; it remembers what it was asked."""

    def __init__(self, answers: dict[str, Answer | Callable[[dict[str, str]], Answer]]) -> None:
        self.asked: list[str] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append(self.path)
                answer = answers.get(self.path, (404, {}, b""))
                status, headers, body = answer(dict(self.headers)) if callable(answer) else answer
                self.send_response(status)
                for name, value in {"Content-Length": str(len(body)), **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        self.server = Server(("127.0.0.1", 0), Handler)
        self.base = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()


class Time:
    """A clock that goes on only when somebody waits."""

    def __init__(self) -> None:
        self.now = 100.0
        self.waits: list[float] = []

    def wait(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += seconds


@pytest.fixture(name="serve")
def sites() -> Iterator[Callable[..., Site]]:
    made: list[Site] = []

    def serve(**answers: object) -> Site:
        paths = {"/" + name.replace("__", "."): answer for name, answer in answers.items()}
        made.append(Site(paths))  # type: ignore[arg-type]
        return made[-1]

    yield serve
    for site in made:
        site.server.shutdown()
        site.server.server_close()


def fetcher(time: Time | None = None, **manners: object) -> Fetcher:
    settings = {"allowed": frozenset({"127.0.0.1"}), "pause": 0.0, "timeout": 5.0, **manners}
    time = time or Time()
    return Fetcher(lambda: time.now, time.wait, manners=Manners(**settings))  # type: ignore[arg-type]


def refused(url: str, by: Fetcher | None = None) -> str:
    with pytest.raises(InputError) as error:
        (by or fetcher()).fetch(url)
    assert error.value.reason in {"not-fetched", "too-large"}
    return error.value.detail


def test_a_page_is_fetched_and_read(serve: Callable[..., Site]) -> None:
    site = serve(page=(200, HTML, PAGE))
    (article,) = fetched(f"{site.base}/page", default_engine().lexicon, fetcher())
    assert isinstance(article, Article)
    assert (article.title, article.url, article.id) == (TITLE, f"{site.base}/page", f"{site.base}/page")
    assert site.asked == ["/robots.txt", "/page"]


def test_a_zipped_answer_is_unzipped(serve: Callable[..., Site]) -> None:
    site = serve(page=(200, {**HTML, "Content-Encoding": "gzip"}, gzip.compress(PAGE)))
    assert fetcher().fetch(f"{site.base}/page").data == PAGE


def test_a_missing_page_is_a_rejection(serve: Callable[..., Site]) -> None:
    (found,) = fetched(f"{serve().base}/gone", default_engine().lexicon, fetcher())
    assert isinstance(found, Rejection)
    assert found.reason == "not-fetched"
    assert "404" in found.detail


def test_private_addresses_are_refused_unless_allowed_by_name(serve: Callable[..., Site]) -> None:
    site = serve(page=(200, HTML, PAGE))
    assert "not public" in refused(f"{site.base}/page", fetcher(allowed=frozenset()))
    assert site.asked == []


@pytest.mark.parametrize(
    "address",
    "10.0.0.1 172.16.3.4 192.168.1.1 127.0.0.1 0.0.0.0 169.254.169.254 100.64.0.1 224.0.0.1 240.0.0.1 "
    "255.255.255.255 ::1 :: fe80::1 fc00::1 ff02::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 64:ff9b::7f00:1 "
    "2002:a00:1:: fe80::1%eth0 fec0::1 3fff::1 64:ff9b:1::7f00:1 ::7f00:1 192.0.0.8 192.88.99.1".split(),
)
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_public_addresses(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("addresses", [["127.0.0.1"], ["8.8.8.8", "10.0.0.1"], ["8.8.8.8", "::1"], []])
def test_every_address_of_a_name_must_be_public(addresses: list[str]) -> None:
    time = Time()
    by = Fetcher(lambda: time.now, time.wait, resolve=lambda _host, _port: addresses)
    assert ("not public" if addresses else "no address") in refused("http://news.example/", by)


def test_the_checked_address_is_the_one_that_is_asked(serve: Callable[..., Site]) -> None:
    site = serve(page=(200, HTML, PAGE))
    time, asked = Time(), []

    def resolve(host: str, _port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) <= 2 else ["10.0.0.1"]

    by = Fetcher(
        lambda: time.now, time.wait, manners=Manners(allowed=frozenset({"news.example"}), pause=0), resolve=resolve
    )
    address = f"http://news.example:{site.server.server_port}/page"
    assert by.fetch(address).data == PAGE
    assert asked == ["news.example"] * 2  # once for robots.txt, once for the page, and never by the connection itself


def test_a_redirect_to_a_private_address_is_refused(serve: Callable[..., Site]) -> None:
    site = serve(page=(302, {"Location": "http://localhost:1/inside"}, b""))
    assert "localhost" in refused(f"{site.base}/page")


def test_redirects_are_followed_but_not_for_ever(serve: Callable[..., Site]) -> None:
    site = serve(a=(301, {"Location": "b"}, b""), b=(200, HTML, PAGE), loop=(302, {"Location": "/loop"}, b""))
    assert fetcher().fetch(f"{site.base}/a").url == f"{site.base}/b"
    assert "redirects" in refused(f"{site.base}/loop", fetcher(max_redirects=3))
    assert site.asked.count("/loop") == 4


def test_a_redirect_away_from_the_net_is_refused(serve: Callable[..., Site]) -> None:
    site = serve(page=(302, {"Location": "file:///etc/passwd"}, b""))
    assert "file:" in refused(f"{site.base}/page")


def test_robots_are_obeyed(serve: Callable[..., Site]) -> None:
    rules = b"User-agent: musnad\nDisallow: /closed\n\nUser-agent: *\nDisallow: /"
    site = serve(robots__txt=(200, {}, rules), closed=(200, HTML, PAGE), open=(200, HTML, PAGE))
    by = fetcher()
    assert "robots.txt" in refused(f"{site.base}/closed", by)
    assert by.fetch(f"{site.base}/open").data == PAGE
    assert site.asked == ["/robots.txt", "/open"]


def test_a_redirect_does_not_lead_round_robots(serve: Callable[..., Site]) -> None:
    rules = (200, {}, b"User-agent: *\nDisallow: /closed")
    site = serve(robots__txt=rules, open=(302, {"Location": "/closed"}, b""), closed=(200, HTML, PAGE))
    assert "robots.txt" in refused(f"{site.base}/open")


def test_nothing_is_fetched_while_the_rules_are_unknown(serve: Callable[..., Site]) -> None:
    site = serve(robots__txt=(503, {}, b""), page=(200, HTML, PAGE))
    assert "503" in refused(f"{site.base}/page")
    assert site.asked == ["/robots.txt"]


def test_unchanged_pages_are_not_sent_again(serve: Callable[..., Site]) -> None:
    def page(headers: dict[str, str]) -> Answer:
        if headers.get("If-None-Match") == '"v1"' and headers.get("If-Modified-Since"):
            return 304, {}, b""
        return 200, {**HTML, "ETag": '"v1"', "Last-Modified": "Tue, 17 Oct 2023 18:40:00 GMT"}, PAGE

    site, by = serve(page=page), fetcher()
    first = by.fetch(f"{site.base}/page")
    second = by.fetch(f"{site.base}/page", etag=first.etag, modified=first.modified)
    assert (first.status, first.data, second.status, second.data) == (200, PAGE, 304, b"")


def test_a_host_is_not_asked_too_often(serve: Callable[..., Site]) -> None:
    site, time = serve(page=(200, HTML, PAGE)), Time()
    by = fetcher(time, pause=2.5)
    by.fetch(f"{site.base}/page")
    time.now += 1.0
    by.fetch(f"{site.base}/page")
    assert time.waits == [2.5, 1.5]


def test_a_host_may_ask_for_a_longer_pause_but_not_for_any(serve: Callable[..., Site]) -> None:
    site, time = serve(robots__txt=(200, {}, b"User-agent: *\nCrawl-delay: 9"), page=(200, HTML, PAGE)), Time()
    fetcher(time).fetch(f"{site.base}/page")
    assert time.waits == [9.0]
    site, time = serve(robots__txt=(200, {}, b"User-agent: *\nCrawl-delay: 999999"), page=(200, HTML, PAGE)), Time()
    fetcher(time).fetch(f"{site.base}/page")
    assert time.waits == [60.0]


def test_answers_are_bounded_also_when_they_are_unzipped(serve: Callable[..., Site]) -> None:
    bomb = gzip.compress(b"x" * 3_000_000)
    site = serve(large=(200, HTML, b"x" * 5000), bomb=(200, {**HTML, "Content-Encoding": "gzip"}, bomb))
    by = fetcher(max_bytes=4000)
    assert "4000 bytes" in refused(f"{site.base}/large", by)
    assert "4000 bytes" in refused(f"{site.base}/bomb", by)


def test_zipped_bytes_that_hold_nothing_are_bounded_too(serve: Callable[..., Site]) -> None:
    empty = gzip.compress(b"", compresslevel=0)
    blocks = empty[:10] + b"\0\0\0\xff\xff" * 2000 + empty[10:]
    behind = gzip.compress(PAGE) + b"x" * 900_000
    zipped = {**HTML, "Content-Encoding": "gzip"}
    site = serve(blocks=(200, zipped, blocks), behind=(200, zipped, behind))
    assert "4000 bytes" in refused(f"{site.base}/blocks", fetcher(max_bytes=4000))
    assert fetcher(max_bytes=400_000).fetch(f"{site.base}/behind").data == PAGE


@pytest.mark.parametrize(
    "host",
    [
        "2130706433",
        "0x7f000001",
        "127.1",
        "0177.0.0.1",
        "[::ffff:127.0.0.1]",
        "127\u30020\u30020\u30021",
        "\u24db\u24de\u24d2\u24d0\u24db\u24d7\u24de\u24e2\u24e3",
    ],
)
def test_other_spellings_of_this_machine_lead_nowhere(serve: Callable[..., Site], host: str) -> None:
    site = serve(page=(200, HTML, PAGE))
    refused(f"http://{host}:{site.server.server_port}/page", fetcher(allowed=frozenset()))
    assert site.asked == []


def test_the_next_address_of_a_name_is_asked_where_the_first_does_not_answer(serve: Callable[..., Site]) -> None:
    site, time = serve(page=(200, HTML, PAGE)), Time()
    manners = Manners(allowed=frozenset({"news.example"}), pause=0)
    by = Fetcher(lambda: time.now, time.wait, manners=manners, resolve=lambda *_: ["127.0.0.9", "127.0.0.1"])
    assert by.fetch(f"http://news.example:{site.server.server_port}/page").data == PAGE


def test_when_a_page_was_fetched_is_kept(serve: Callable[..., Site]) -> None:
    site = serve(page=(200, {**HTML, "Date": "Tue, 17 Oct 2023 18:40:00 GMT"}, PAGE))
    (article,) = fetched(f"{site.base}/page", default_engine().lexicon, fetcher())
    assert isinstance(article, Article)
    assert article.retrieval is not None
    assert article.retrieval.url == f"{site.base}/page"
    assert article.published.value is None
    assert [c.basis for c in article.published.candidates] == ["evidence"]
    by = Fetcher(lambda: 0.0, Time().wait, manners=fetcher().manners, now=lambda: datetime(2023, 10, 18, tzinfo=UTC))
    assert by.fetch(f"{site.base}/page").retrieved_at == "2023-10-18T00:00:00+00:00"


def test_an_answer_that_ends_early_is_noticed(serve: Callable[..., Site]) -> None:
    cut = gzip.compress(PAGE)[:-30]
    site = serve(
        short=(200, {**HTML, "Content-Length": str(len(PAGE) + 9)}, PAGE),
        cut=(200, {**HTML, "Content-Encoding": "gzip"}, cut),
        odd=(200, {**HTML, "Content-Encoding": "zstd"}, PAGE),
    )
    by = fetcher(timeout=1.0)
    assert "early" in refused(f"{site.base}/short", by)
    assert "early" in refused(f"{site.base}/cut", by)
    assert "zstd" in refused(f"{site.base}/odd", by)


def test_an_answer_that_comes_too_slowly_is_given_up(serve: Callable[..., Site]) -> None:
    site, time = serve(page=(200, HTML, b"x" * 400_000)), Time()

    def clock() -> float:  # every look at it finds four seconds gone
        time.now += 4.0
        return time.now

    by = Fetcher(clock, time.wait, manners=Manners(allowed=frozenset({"127.0.0.1"}), pause=0, timeout=1))
    assert "slower" in refused(f"{site.base}/page", by)


def test_headers_that_come_drop_by_drop_are_given_up() -> None:
    time = Time()
    with socket.create_server(("127.0.0.1", 0)) as server:

        def drip() -> None:
            connected, _ = server.accept()
            with connected, suppress(OSError):
                connected.sendall(b"HTTP/1.1 200 OK\r\n")
                while True:
                    connected.sendall(b"X-More: yes\r\n")
                    time.now += 1.0
                    sleep(0.005)

        threading.Thread(target=drip, daemon=True).start()
        base = f"http://127.0.0.1:{server.getsockname()[1]}"
        assert "slower" in refused(f"{base}/page", fetcher(time, timeout=1.0))


def test_a_name_that_nobody_answers_for_is_given_up() -> None:
    answered = threading.Event()

    def silent(*_: object) -> list[str]:
        answered.wait()
        return []

    by = Fetcher(lambda: 0.0, Time().wait, manners=Manners(pause=0, timeout=0.05), resolve=silent)
    assert "no answer" in refused("http://news.example/a", by)
    answered.set()


@pytest.mark.parametrize(
    "url",
    [
        "", "page.html", "ftp://news.example/a", "file:///etc/passwd", "http://", "http://[", "http://a:99999/",
        "http://user:word@127.0.0.1/", "javascript:alert(1)", "http://\n127.0.0.1\r\nX: y/", "http://..../",
    ],
)  # fmt: skip
def test_no_address_of_a_page(url: str) -> None:
    refused(url)
