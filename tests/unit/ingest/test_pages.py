"""Pages: the whole article and nothing else, whatever the design; day, publisher and address with their evidence."""

import re
from email.message import EmailMessage
from html import unescape

import pytest
from designs import BODY, LEAD, SHARE, TITLE, WITH_LEAD, links, page, paragraphs

from musnad.errors import InputError
from musnad.ingest import Given, read_bytes, read_text
from musnad.model import Article, Capture, Span
from musnad.pipeline import default_engine

GRAPH = (
    '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": "2023-10-17"}]}</script>'
)
PAGE_ONLY = '<script type="application/ld+json">{"@type": "WebPage", "datePublished": "2023-10-17"}</script>'
BOLD = '<b title="a > b">خط</b>ة'
CREDITED = (
    '<script type="application/ld+json">{"@type": "NewsArticle", "author": {"name": "سالم النجار"},'
    ' "sourceOrganization": {"name": "وكالة المدار"}}</script>'
)
SUBTITLED = '<script type="application/ld+json">{"@type": "NewsArticle", "alternativeHeadline": "SUB"}</script>'
CACHED = "https://almarfa-example.cdn.ampproject.org/c/s/almarfa.example/n/7/amp"
ARTICLE = f"<article><h1>{TITLE}</h1><p>{LEAD}</p>{paragraphs()}</article>"


def meta(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{content}">'


def canonical(address: str) -> str:
    return f'<link rel="canonical" href="{address}">'


def read(source: str, **given: str) -> Article:
    return read_text(source, default_engine().lexicon, given=Given(**given))


@pytest.mark.parametrize("design", WITH_LEAD, ids=lambda name: name.replace(" ", "-"))
def test_a_page_gives_title_lead_and_body_line_by_line(design: str) -> None:
    article = read(WITH_LEAD[design])
    assert [line.removeprefix("- ") for line in article.text.split("\n")] == [TITLE, "", LEAD, *BODY]
    assert article.title == TITLE


def test_words_lead_back_to_the_source_of_the_page() -> None:
    source = page(ARTICLE)
    article = read(source)
    at = article.text.index("الحداد")
    found = article.raw_bytes(Span(at, at + len("الحداد")))
    assert found is not None
    assert source.encode()[slice(*found)].decode() == "الحداد"


@pytest.mark.parametrize(
    ("head", "body", "value", "basis"),
    [
        (meta("article:published_time", "2023-10-17T08:00:00+03:00"), "", "2023-10-17T08:00:00+03:00", "metadata"),
        (meta("pubdate", "Tue, 17 Oct 2023 08:00:00 +0300"), "", "2023-10-17T08:00:00+03:00", "metadata"),
        (meta("date", "17/10/2023"), "", "2023-10-17", "metadata"),
        (meta("publish-date", "1697518800"), "", "2023-10-17T05:00:00+00:00", "metadata"),
        ("", '<span property="dc:date" content="2023-10-17T09+01:00">x</span>', "2023-10-17T09+01:00", "metadata"),
        ("", '<time class="entry-date published" datetime="2023-10-17">أمس</time>', "2023-10-17", "metadata"),
        (GRAPH, "", "2023-10-17", "metadata"),
        (canonical("https://almarfa.example/2023/10/17/port-plan"), "", "2023-10-17", "url"),
        (canonical("https://almarfa.example/news/202310171044893040-port/"), "", "2023-10-17", "url"),
        ("", "<div class='x'>الثلاثاء 17 تشرين الأول/ أكتوبر 2023 - 10:15 صباحا</div>", "2023-10-17", "metadata"),
        ("", "<div>آخر تحديث: ١٧ أكتوبر ٢٠٢٣</div>", "2023-10-17", "metadata"),
        ("", "<span>17-10-2023 | 08:00</span>", "2023-10-17", "metadata"),
        ("", "<span>10/17/2023 08:00 AM</span>", "2023-10-17", "metadata"),
        ("", "<a href='/x'><time datetime='2023-10-17'>أمس</time></a>", "2023-10-17", "metadata"),
        ("", "<ul class='meta'><li>أكتوبر 17, 2023</li></ul>", "2023-10-17", "metadata"),
        ("", "<b itemprop='datePublished'>2023-10-17 08:00</b>", "2023-10-17T08:00", "metadata"),
        (PAGE_ONLY, "", "2023-10-17", "metadata"),
    ],
)  # fmt: skip
def test_the_day_of_a_page_has_its_evidence(head: str, body: str, value: str, basis: str) -> None:
    published = read(page(f"<article><h1>{TITLE}</h1>{body}<p>{LEAD}</p>{paragraphs()}</article>", head=head)).published
    assert (published.value, published.basis) == (value, basis)


def test_a_clock_in_the_head_of_a_page_does_not_date_the_article() -> None:
    clock = "<div>الأربعاء 25 كانون الأول 2024</div>"
    stamp = "<div>الثلاثاء 17 أكتوبر 2023</div>"
    article = read(page(f"{clock}<article><h1>{TITLE}</h1>{stamp}<p>{LEAD}</p>{paragraphs()}</article>"))
    assert article.published.value == "2023-10-17"


def test_days_of_other_news_do_not_date_the_article() -> None:
    others = "<ul><li><a href='/1'>خبر</a> <time datetime='2024-01-05'>5 يناير 2024</time></li></ul>"
    stamp = "<div><time datetime='2023-10-17'>الثلاثاء 17 أكتوبر 2023</time></div>"
    for before, behind in ((others, ""), ("", others)):
        body = f"{before}<article><h1>{TITLE}</h1>{stamp}<p>{LEAD}</p>{paragraphs()}</article>{behind}"
        assert read(page(body)).published.value == "2023-10-17"


def test_other_stated_days_stay_candidates_and_one_moment_in_two_zones_is_one() -> None:
    head = (
        '<meta property="article:published_time" content="2023-10-17T23:30:00+00:00">'
        '<meta name="pubdate" content="2023-10-18T02:30:00+03:00"><meta name="dc.date" content="2023-10-20">'
    )
    published = read(page(ARTICLE, head=head)).published
    assert published.value == "2023-10-17T23:30:00+00:00"
    assert [c.value for c in published.candidates] == ["2023-10-20"]


def test_the_time_of_a_change_stands_beside_that_of_publication_with_its_evidence() -> None:
    block = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2023-10-17T08:00:00+03:00",'
        ' "dateModified": "2023-10-17T09:30:00+03:00"}</script>'
    )
    head = block + '<meta property="article:modified_time" content="2023-10-19T10:00:00+03:00">'
    published = read(page(ARTICLE, head=head)).published
    assert published.value == "2023-10-17T08:00:00+03:00"
    assert (published.reason, published.candidates) == ("JSON-LD", ())
    assert [(c.value, c.reason) for c in published.updated] == [
        ("2023-10-17T09:30:00+03:00", "JSON-LD"),
        ("2023-10-19T10:00:00+03:00", "meta article:modified_time"),
    ]


def test_all_that_state_the_day_are_its_evidence_and_all_that_state_another_one_are_kept() -> None:
    head = meta("article:published_time", "2023-10-17T08:00:00+03:00") + meta("dc.date", "2023-10-20")
    head += canonical("https://almarfa.example/2023/10/17/news") + meta("article:modified_time", "2023-10-18")
    stamp = "<div>تاريخ النشر: 16 أكتوبر 2023</div><div>آخر تحديث: 18 أكتوبر 2023</div>"
    body = f"<article><h1>{TITLE}</h1>{stamp}<p>{LEAD}</p>{paragraphs()}</article>"
    published = read(page(body, head=head)).published
    assert published.reason == "meta article:published_time, address"
    assert [(c.value, c.reason) for c in published.candidates] == [
        ("2023-10-20", "meta dc.date"),
        ("2023-10-16", "printed beside the headline"),
    ]
    assert [(c.value, c.reason) for c in published.updated] == [
        ("2023-10-18", "meta article:modified_time, printed beside the headline")
    ]


def test_a_printed_day_of_a_change_is_a_late_day_where_no_other_is_stated() -> None:
    stamp = "<div>آخر تحديث: 18 أكتوبر 2023 - 11:00</div>"
    published = read(page(f"<article><h1>{TITLE}</h1>{stamp}<p>{LEAD}</p>{paragraphs()}</article>")).published
    assert (published.value, published.approximate) == ("2023-10-18", True)
    assert [c.value for c in published.updated] == ["2023-10-18"]


@pytest.mark.parametrize("first", ["تاريخ النشر: 17 أكتوبر 2023 - 10:15", "آخر تحديث: 18 أكتوبر 2023 - 11:00"])
def test_a_printed_day_of_a_change_stands_beside_that_of_publication(first: str) -> None:
    stamps = sorted(
        ("تاريخ النشر: 17 أكتوبر 2023 - 10:15", "آخر تحديث: 18 أكتوبر 2023 - 11:00"), key=lambda stamp: stamp != first
    )
    lines = "".join(f"<div>{stamp}</div>" for stamp in stamps)
    published = read(page(f"<article><h1>{TITLE}</h1>{lines}<p>{LEAD}</p>{paragraphs()}</article>")).published
    assert published.value == "2023-10-17"
    assert published.candidates == ()
    assert [(c.value, c.reason) for c in published.updated] == [("2023-10-18", "printed beside the headline")]


def test_the_time_of_a_change_alone_is_no_time_of_publication() -> None:
    head = '<meta property="article:modified_time" content="2023-10-19T10:00:00+03:00">'
    stamp = "<time class='updated' datetime='2023-10-20'>أمس</time>"
    published = read(
        page(f"<article><h1>{TITLE}</h1>{stamp}<p>{LEAD}</p>{paragraphs()}</article>", head=head)
    ).published
    assert (published.value, published.candidates) == (None, ())
    assert [c.value for c in published.updated] == ["2023-10-19T10:00:00+03:00", "2023-10-20"]


def test_a_known_publisher_has_its_own_midnight() -> None:
    head = meta("article:published_time", "2023-10-17T22:30:00+00:00")
    assert (
        read(page(ARTICLE, head=head), url="https://www.okaz.com.sa/n/7").published.value == "2023-10-18T01:30:00+03:00"
    )
    local = meta("article:published_time", "2023-10-17T22:30:00")
    assert read(page(ARTICLE, head=local), url="https://www.okaz.com.sa/n/7").published.value == "2023-10-17T22:30:00"


def test_a_page_that_states_no_day_has_none() -> None:
    assert read(page(ARTICLE)).published.value is None  # the footer prints the year of its copyright
    article = read(page(ARTICLE).replace("2023", ""))
    assert article.published.value is None
    assert article.published.basis == "none"


def test_what_the_caller_knows_wins_and_what_the_page_says_stays_a_candidate() -> None:
    head = '<meta name="pubdate" content="2023-10-17"><meta property="og:site_name" content="صحيفة المرفأ">'
    article = read(page(ARTICLE, head=head), published="2023-10-16", publisher="بوابة المدينة")
    assert article.publisher == "بوابة المدينة"
    assert (article.published.value, article.published.basis) == ("2023-10-16", "given")
    assert [c.value for c in article.published.candidates] == ["2023-10-17"]


@pytest.mark.parametrize(
    ("retrieved", "stated", "expected"),
    [
        (None, "https://almarfa.example/n/7", "https://almarfa.example/n/7"),
        ("https://m.almarfa.example/n/7?a=x", "https://almarfa.example/n/7", "https://almarfa.example/n/7"),
        ("https://www.almarfa.example/amp/n/7", "/n/7", "https://www.almarfa.example/n/7"),
        (CACHED, "https://almarfa.example/n/7", "https://almarfa.example/n/7"),
        ("https://portal.example/copy/7", "https://almarfa.example/n/7", "https://portal.example/copy/7"),
        ("https://almarfa.example/n/7", "https://almarfa.example/", "https://almarfa.example/n/7"),
        (None, "https://almarfa.example/", None),
    ],
)  # fmt: skip
def test_the_address_is_the_canonical_one_of_the_same_site(
    retrieved: str | None, stated: str, expected: str | None
) -> None:
    source = page(ARTICLE, head=canonical(stated))
    assert read_text(source, default_engine().lexicon, given=Given(url=retrieved)).url == expected


def test_a_known_site_names_its_publisher_where_the_page_does_not() -> None:
    assert read(page(ARTICLE), url="https://www.okaz.com.sa/news/local/7").publisher == "عكاظ"
    assert read(page(ARTICLE), url="https://notokaz.com.sa/news/local/7").publisher is None


@pytest.mark.parametrize(
    ("head", "line", "byline"),
    [
        (CREDITED, "", "سالم النجار - وكالة المدار"),
        (meta("author", "سالم النجار"), "<div class='author'>قسم الأخبار</div>", "سالم النجار"),
        ("", "<div class='article-author'>بقلم: سالم النجار</div>", "سالم النجار"),
        ("", "<a rel='author' href='/w/3'>سالم النجار</a>", "سالم النجار"),
        ("", "<span class='news-source'>وكالة المدار</span>", "وكالة المدار"),
        ("", "<p>كتب - سالم النجار:</p>", "سالم النجار"),
        ("", "<aside><div class='author'>سالم النجار</div></aside>", None),
        ("", "<div class='author-box'><p>صحفي يكتب عن شؤون المدينة منذ عشر سنوات.</p></div>", None),
    ],
)  # fmt: skip
def test_the_byline_is_the_author_or_credit_of_the_page(head: str, line: str, byline: str | None) -> None:
    source = page(f"<article><h1>{TITLE}</h1>{line}<p>{LEAD}</p>{paragraphs()}</article>", head=head)
    article = read(source)
    assert article.byline == byline
    assert article.text.split("\n")[2:] == [LEAD, *BODY]


def test_a_subtitle_that_only_the_metadata_holds_opens_the_body() -> None:
    subtitle = "ثلاث شركات محلية تتنافس على المرحلة الأولى"
    block = (
        f'<script type="application/ld+json">{{"@type": "NewsArticle", "alternativeHeadline": "{subtitle}"}}</script>'
    )
    assert read(page(ARTICLE, head=block)).text.split("\n") == [TITLE, "", subtitle, LEAD, *BODY]
    marked = f"<article><h1>{TITLE}</h1><h2 class='subtitle'>{subtitle}</h2><p>{LEAD}</p>{paragraphs()}</article>"
    assert read(page(marked, head=block)).text.split("\n") == [TITLE, "", subtitle, LEAD, *BODY]


@pytest.mark.parametrize(
    ("written", "words"),
    [
        (f"<p>{LEAD}</p>", LEAD),
        (f"<p>{LEAD.replace(' ', chr(10) + '  ')}</p>", LEAD),
        (f"<p>{LEAD.replace('خطة', BOLD)}</p>", "خطة لتوسعة الميناء القديم تستمر"),
        (f"<p>{LEAD.replace('مئات', '&#1605;ئات')}</p>", "مئات"),
        (f"<p>{LEAD.replace(' ', '&nbsp;')}</p>", LEAD),
        (f"<script>var x = '{LEAD}';</script><!-- {LEAD} --><p>{LEAD}</p>", LEAD),
    ],
    ids=["as-it-is", "lines", "tags", "reference", "hard-spaces", "hidden-before"],
)  # fmt: skip
def test_a_span_leads_to_what_the_source_writes_for_it(written: str, words: str) -> None:
    source = page(f"<article><h1>{TITLE}</h1>{written}{paragraphs()}</article>", head=meta("description", LEAD))
    article = read(source)
    at = article.text.index(words)
    found = article.raw_bytes(Span(at, at + len(words)))
    assert found is not None
    raw = source.encode()
    assert found[0] > raw.index(b"<article>")
    visible = re.sub(r"<[^>\"]*(?:\"[^\"]*\"[^>\"]*)*>", "", unescape(raw[slice(*found)].decode()))
    assert visible.split() == words.split()
    assert b"<!--" not in raw[found[1] - 4 :][:4]


@pytest.mark.parametrize(
    "source",
    [
        page(""),
        page("<form><p>يرجى تسجيل الدخول لمتابعة قراءة هذا المقال.</p><input name='u'><button>دخول</button></form>"),
        page("<div class='paywall'><h2>هذا المحتوى للمشتركين فقط</h2><p>اشترك لتقرأ كل مقالات الصحيفة.</p></div>"),
        page(
            "<div><h1>تسجيل الدخول</h1><p>هذا المحتوى متاح للمشتركين فقط. يرجى تسجيل الدخول إلى حسابك لمتابعة قراءة "
            "هذا المقال، أو إنشاء حساب جديد في أقل من دقيقة.</p></div>"
        ),
        "<html><body>" + "<div>" * 100_000 + LEAD + "</div>" * 100_000 + "</body></html>",
        "<html></html>",
        "<html><body><!-- " + LEAD * 5 + " --></body></html>",
    ],
    ids=["navigation", "login", "paywall", "wall", "100000-deep", "nothing", "comment"],
)
def test_a_page_without_an_article_is_rejected_as_such(source: str) -> None:
    with pytest.raises(InputError) as caught:
        read(source)
    assert caught.value.reason == "no-article"


def test_a_short_article_about_accounts_is_one() -> None:
    body = "<p>أعلنت البلدية أن إنشاء حساب في موقعها الجديد صار ممكنا لسكان المدينة، وأن الخدمة مجانية.</p>"
    assert "إنشاء حساب" in read(page(f"<article><h1>{TITLE}</h1>{body}</article>")).text


def test_unclosed_inline_elements_do_no_harm() -> None:
    source = page(f"<article><h1>{TITLE}</h1><p>{LEAD}</p>{paragraphs()}" + "<b>" * 100_000 + "</article>")
    assert BODY[-1] in read(source).text


def test_a_day_behind_the_end_of_the_page_does_no_harm() -> None:
    article = read(page(ARTICLE) + "2023-10-17")
    assert BODY[-1] in article.text
    assert article.published.value is None


def test_a_page_in_english_is_not_arabic() -> None:
    prose = "<p>The council of the town adopted a plan for its old port, and said that works would begin soon.</p>" * 4
    with pytest.raises(InputError) as caught:
        read(f"<html><body><article><h1>Plan adopted</h1>{prose}</article></body></html>")
    assert caught.value.reason == "not-arabic"


def test_a_page_saved_in_one_file_is_read_with_its_address() -> None:
    message = EmailMessage()
    message["Snapshot-Content-Location"] = "https://almarfa.example/n/7"
    message.set_content(page(ARTICLE), subtype="html", charset="utf-8")
    message.make_related()
    message.add_related(b"\x89PNG", "image", "png")
    article = read_bytes(message.as_bytes(), default_engine().lexicon, name="page.mhtml")
    assert article.text.startswith(f"{TITLE}\n\n{LEAD}\n")
    assert article.url == "https://almarfa.example/n/7"


def test_the_same_page_with_other_chrome_is_another_capture_of_the_same_version() -> None:
    head = canonical("https://almarfa.example/n/7") + meta("pubdate", "2023-10-17")
    first = page(ARTICLE, head=head)
    second = page(f"{links()}<div class='banner'>إعلان</div>{ARTICLE}{SHARE}{links()}", head=head)
    lexicon = default_engine().lexicon
    one, other = (
        Capture.of(read_bytes(source.encode(), lexicon, given=Given(url=CACHED, retrieved_at=f"2023-10-1{n}")))
        for n, source in ((8, first), (9, second))
    )
    assert one is not None
    assert other is not None
    assert (one.document, one.version) == (other.document, other.version)
    assert one.raw_hash != other.raw_hash
    assert (one.retrieved_at, one.url) == ("2023-10-18", CACHED)
    assert read(first).retrieval is None


@pytest.mark.parametrize("root", ['<?xml version="1.0"?>\n<rss version="2.0">', "<feed xmlns='x'>", "<rdf:RDF>"])
def test_a_feed_is_no_article(root: str) -> None:
    with pytest.raises(InputError, match="feed"):
        read(f"{root}<item><title>{TITLE}</title><description>{LEAD}</description></item>")


@pytest.mark.parametrize(
    ("head", "before"),
    [
        (SUBTITLED, ""),
        (SUBTITLED, "<p>SUB</p>"),
        ("", "<h2 class='sub-title'>SUB</h2>"),
        ("", "<div class='article-subtitle'><span>SUB</span></div>"),
    ],
    ids=["stated", "stated-and-shown", "marked", "marked-in-block"],
)  # fmt: skip
def test_a_subtitle_stands_behind_the_title_and_has_a_span(head: str, before: str) -> None:
    subtitle = "أعمال تستمر ثلاث سنوات"
    body = f"<article><h1>{TITLE}</h1>{before}<p>{LEAD}</p>{paragraphs()}</article>".replace("SUB", subtitle)
    article = read(page(body, head=head.replace("SUB", subtitle)))
    assert article.subtitle == subtitle
    assert article.text.startswith(f"{TITLE}\n\n{subtitle}\n{LEAD}\n")
    assert article.text.count(subtitle) == 1


def test_what_other_articles_have_below_is_no_subtitle() -> None:
    below = f"<div class='card'><h3 class='sub-title'>{LEAD}</h3></div>"
    assert read(page(ARTICLE + below)).subtitle is None
    divs = f"<div class='text'><div>{LEAD}</div>" + "".join(f"<div>{line}</div>" for line in BODY) + "</div>"
    card = "<div class='card'><h3 class='sub-title'>سفن جديدة في الميناء القديم</h3></div>"
    article = read(page(f"<article><h1>{TITLE}</h1>{divs}</article>{card}"))
    assert article.subtitle is None
    assert "سفن جديدة" not in article.text


@pytest.mark.parametrize("author", ["المصري اليوم", "Admin", "هيئة التحرير", "almasryalyoum.com"])
def test_the_publisher_itself_in_any_name_and_what_systems_write_is_no_author(author: str) -> None:
    address = "https://www.almasryalyoum.com/news/details/7"
    article = read(page(ARTICLE, head=meta("author", author) + canonical(address)))
    assert (article.byline, article.publisher) == (None, "المصري اليوم")


def test_somebody_beside_the_publisher_is_an_author() -> None:
    head = meta("author", "سالم النجار") + canonical("https://www.almasryalyoum.com/news/details/7")
    assert read(page(ARTICLE, head=head)).byline == "سالم النجار"
