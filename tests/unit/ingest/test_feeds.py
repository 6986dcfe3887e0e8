"""Feeds: every entry is an article or a rejection, with its own day, zone and publisher."""

from html import escape
from pathlib import Path

import pytest
from designs import BODY, LEAD, TITLE, WITH_LEAD
from hypothesis import given, settings
from hypothesis import strategies as st

from musnad.ingest.given import Given
from musnad.ingest.inputs import articles
from musnad.model import REASONS, Article, Rejection
from musnad.pipeline import default_engine

FULL = "".join(f"<p>{line}</p>" for line in (LEAD, *BODY))
HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
SPACES = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
DAY = "<pubDate>Tue, 17 Oct 2023 21:40:00 +0300</pubDate>"


def item(inner: str, *, title: str = TITLE, link: str = "https://port.example/a", day: str = DAY) -> str:
    return f"<item><title>{title}</title><link>{link}</link>{day}{inner}</item>"


def rss(*items: str, name: str = "صحيفة المرفأ", head: str = HEAD) -> bytes:
    about = f"<title>{name}</title><link>https://port.example/</link>"
    return f'{head}<rss version="2.0" {SPACES}><channel>{about}{"".join(items)}</channel></rss>'.encode()


def summary(text: str) -> str:
    return f"<description>{escape(text)}</description>"


def full(text: str) -> str:
    return f"<content:encoded><![CDATA[{text}]]></content:encoded>"


def found_in(
    folder: Path, data: bytes, *, name: str = "feed.xml", known: Given | None = None
) -> list[Article | Rejection]:
    (folder / name).write_bytes(data)
    return list(articles(str(folder / name), default_engine().lexicon, given=known))


def only(folder: Path, data: bytes, *, name: str = "feed.xml", known: Given | None = None) -> Article:
    (found,) = found_in(folder, data, name=name, known=known)
    assert isinstance(found, Article)
    return found


def test_the_full_text_is_read_with_its_day_zone_and_publisher(tmp_path: Path) -> None:
    trailer = '<p>The post <a href="https://port.example/a">x</a> appeared first on <a href="/">y</a>.</p>'
    author = "<dc:creator>سلمى النجار</dc:creator>"
    article = only(tmp_path, rss(item(summary(LEAD + " […]") + full(FULL + trailer) + author)))
    assert article.text == "\n".join([TITLE, "", LEAD, *BODY])
    assert (article.title, article.byline, article.publisher) == (TITLE, "سلمى النجار", "صحيفة المرفأ")
    assert article.published.value == "2023-10-17T21:40:00+03:00"
    assert article.published.basis == "metadata"
    assert article.url == article.id == "https://port.example/a"


def test_an_entry_of_a_known_site_is_dated_by_its_own_clock(tmp_path: Path) -> None:
    day = "<pubDate>Tue, 17 Oct 2023 22:40:00 GMT</pubDate>"
    article = only(tmp_path, rss(item(summary(LEAD), link="https://www.okaz.com.sa/n/7", day=day)))
    assert article.published.value == "2023-10-18T01:40:00+03:00"


def test_the_summary_is_read_where_there_is_no_more(tmp_path: Path) -> None:
    assert only(tmp_path, rss(item(summary(f"<p>{LEAD}</p>")))).text == f"{TITLE}\n\n{LEAD}"


def test_a_headline_alone_is_an_article(tmp_path: Path) -> None:
    article = only(tmp_path, rss(item("")))
    assert (article.text, article.title) == (TITLE, TITLE)


def test_mark_up_that_is_escaped_twice_leaves_no_tags(tmp_path: Path) -> None:
    article = only(tmp_path, rss(item(f"<description>{escape(escape(FULL))}</description>")))
    assert article.text == "\n".join([TITLE, "", LEAD, *BODY])


def test_atom(tmp_path: Path) -> None:
    data = f"""{HEAD}<feed xmlns="http://www.w3.org/2005/Atom"><title>نشرة المرفأ</title><id>urn:feed</id>
    <entry><title>{TITLE}</title><id>urn:1</id><link href="https://port.example/1"/><author><name>ليلى</name></author>
    <updated>2023-10-18T01:00:00+02:00</updated><published>2023-10-17T23:30:00+02:00</published>
    <content type="html">{escape(FULL)}</content></entry>
    <entry><title>{TITLE}</title><id>urn:2</id><updated>2023-10-18T01:00:00Z</updated>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{FULL}</div></content></entry></feed>"""
    first, second = found_in(tmp_path, data.encode())
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert first.published.value == "2023-10-17T23:30:00+02:00"
    assert first.published.reason == "feed published"
    assert [c.value for c in first.published.updated] == ["2023-10-18T01:00:00+02:00"]
    assert (first.id, first.url, first.byline, first.publisher) == (
        "urn:1",
        "https://port.example/1",
        "ليلى",
        "نشرة المرفأ",
    )
    assert (second.id, second.published.value) == ("urn:2", "2023-10-18T01:00:00Z")
    assert first.text == second.text


def test_old_encodings_and_broken_entities(tmp_path: Path) -> None:
    broken = f"<description>خبر عاجل &nbsp; &bogus; & &#x110000; &#xd800; &#{'9' * 5000}; {LEAD}</description>"
    article = only(tmp_path, rss(item(broken)))
    assert "خبر عاجل" in article.text
    assert LEAD in article.text
    head = '<?xml version="1.0" encoding="windows-1256"?>\n'
    old = rss(item(summary(FULL)), head=head).decode().encode("cp1256")
    assert only(tmp_path, old).text == "\n".join([TITLE, "", LEAD, *BODY])
    wrong = rss(item(summary(FULL)), head=head)  # says windows-1256, and is UTF-8
    assert only(tmp_path, wrong).text == "\n".join([TITLE, "", LEAD, *BODY])


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("Tue, 17 Oct 2023 21:40:00 GMT", "2023-10-17T21:40:00+00:00"),
        ("2023-10-17T21:40:00+03:00", "2023-10-17T21:40:00+03:00"),
        ("17 Oct 2023 21:40 +0100", "2023-10-17T21:40:00+01:00"),
        ("الثلاثاء", None),
        ("Tue, 17 Oct 2023 21:40:00 +99999999999999999999", None),
    ],
)
def test_days_are_kept_as_they_are_written(tmp_path: Path, written: str, value: str | None) -> None:
    article = only(tmp_path, rss(item(summary(LEAD), day=f"<pubDate>{written}</pubDate>")))
    assert article.published.value == value
    assert value is not None or [c.value for c in article.published.candidates] == [written]


def test_entries_lead_to_pages_saved_beside_the_feed(tmp_path: Path) -> None:
    (tmp_path / "story-7.html").write_text(WITH_LEAD["plain article"], encoding="utf-8")
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "b.htm").write_text(WITH_LEAD["plain article"], encoding="utf-8")
    link = "https://port.example/2023/story-7"
    first, second, third = found_in(
        tmp_path,
        rss(
            item(summary("قصير"), link=link),
            item(summary("قصير"), link="pages/b.htm"),
            item(summary(LEAD), link="https://port.example/2023/not-saved"),
        ),
    )
    for article in (first, second):
        assert isinstance(article, Article)
        assert BODY[-1] in article.text
        assert article.published.value == "2023-10-17T21:40:00+03:00"
    assert isinstance(first, Article)
    assert (first.url, first.id) == (link, link)
    assert isinstance(third, Article)
    assert third.text == f"{TITLE}\n\n{LEAD}"


@pytest.mark.parametrize(
    "link", ["../secret.html", "https://x.example/../secret.html", "/etc/hostname", "%2e%2e/secret.html"]
)
def test_links_do_not_lead_out_of_the_folder(tmp_path: Path, link: str) -> None:
    (tmp_path / "secret.html").write_text(WITH_LEAD["plain article"], encoding="utf-8")
    folder = tmp_path / "feeds"
    folder.mkdir()
    assert only(folder, rss(item(summary(LEAD), link=link))).text == f"{TITLE}\n\n{LEAD}"


def test_bad_entries_are_rejected_and_the_others_read(tmp_path: Path) -> None:
    empty = "<item><guid>none</guid></item>"
    english = item(
        summary("The council agreed on a plan for the harbour."), title="A plan", link="https://port.example/e"
    )
    found = found_in(tmp_path, rss(empty, english, item(summary(LEAD))))
    assert [i.reason if isinstance(i, Rejection) else i.title for i in found] == ["empty", "not-arabic", TITLE]
    assert [i.id for i in found] == ["none", "https://port.example/e", "https://port.example/a"]


def test_what_the_caller_knows_wins(tmp_path: Path) -> None:
    known = Given(published="2020-01-01", publisher="أنا")
    article = only(tmp_path, rss(item(summary(LEAD))), known=known)
    assert (article.published.value, article.published.basis, article.publisher) == ("2020-01-01", "given", "أنا")


@pytest.mark.parametrize("name", ["feed.xml", "feed.rss", "feed", "feed.html"])
def test_feeds_are_known_by_what_they_hold(tmp_path: Path, name: str) -> None:
    assert only(tmp_path, rss(item(summary(LEAD))), name=name).text == f"{TITLE}\n\n{LEAD}"


def test_an_empty_feed_and_one_that_is_a_page(tmp_path: Path) -> None:
    (empty,) = found_in(tmp_path, rss())
    assert isinstance(empty, Rejection)
    assert (empty.reason, empty.id) == ("empty", "feed")
    page = only(tmp_path, WITH_LEAD["plain article"].encode(), name="page.rss")
    assert page.title == TITLE


def test_a_feed_that_is_cut_says_so(tmp_path: Path) -> None:
    data = rss(item(full(FULL)), item(full(FULL), link="https://port.example/b"))
    found = found_in(tmp_path, data[:-300])
    assert isinstance(found[0], Article)
    assert isinstance(found[-1], Rejection)
    assert found[-1].reason == "truncated"


def test_mark_up_at_which_the_parser_fails_is_damage_of_the_feed(tmp_path: Path) -> None:
    (found,) = found_in(tmp_path, rss(item(full(FULL) + "</width>")))
    assert isinstance(found, Rejection)
    assert found.reason == "truncated"


def test_entities_do_not_explode(tmp_path: Path) -> None:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    head = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">{levels}]>'
    data = rss(item(f"<description>&l11; {LEAD}</description>"), head=head)
    for found in found_in(tmp_path, data, name="feed.rss"):
        assert isinstance(found, Rejection) or len(found.text) < 10_000


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2500), st.integers(0, 200), st.binary(max_size=8))
def test_any_damage(tmp_path_factory: pytest.TempPathFactory, at: int, size: int, new: bytes) -> None:
    data = rss(item(summary(LEAD) + full(FULL)), item(summary(LEAD), link="https://port.example/b"))
    data = data[:at] + new + data[at + size :]
    folder = tmp_path_factory.getbasetemp()
    found = found_in(folder, data)
    assert found
    assert all(isinstance(i, Article) or i.reason in set(REASONS) - {"internal"} for i in found)
    assert found == found_in(folder, data)
