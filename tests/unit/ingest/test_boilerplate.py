"""Boilerplate: known lines and notices, and nothing that only looks like them."""

import pytest
from designs import BODY, NOTICE

from musnad.ingest import Boilerplate
from musnad.ingest.days import Calendar
from musnad.model import Article
from musnad.pipeline import default_engine


@pytest.fixture(scope="module")
def known() -> Boilerplate:
    return Boilerplate.of(default_engine().lexicon)


@pytest.mark.parametrize(
    "line",
    [
        "Exit mobile version",
        "اقرأ أيضاً: أسعار السمك ترتفع",
        "إقرأ أيضا",
        "«شاهد أيضا» : فيديو الافتتاح",
        "• شارك الخبر",
        "فيسبوك",
        "التعليقات (12)",
        "جميع الحقوق محفوظة © 2023",
        "الوسوم: الميناء",
        "* * *",
        "// انتهى //",
        "...المزيد",
        "للمزيد: https://news.example/7",
        "إضغط على الصورة لتحميل تطبيق الجريدة",
        "تابعونا عبر تلغرام",
        "writer@paper.example",
        "https://paper.example/n/7",
        'class="page"> اضغط هنا',
        "— صحيفة المرفأ (@almarfa) March 20, 2025",
        "فيسبوك: http://facebook.example/almarfa",
        "للمزيد https://news.example/7",
        "صورة الميناء القديم <img src='http://news.example/port.jpg' alt='الميناء'>",
        'alt="' + "صورة للميناء القديم ومن حوله القوارب " * 6 + '" />',
    ],
)
def test_furniture_of_a_page_is_known(known: Boilerplate, line: str) -> None:
    assert known.is_line(line)


@pytest.mark.parametrize(
    "line",
    [
        *BODY,
        "شارك الوزير في افتتاح الميناء الجديد.",
        "فيسبوك تعلن عن خدمة جديدة",
        "تعليق الدراسة في المدينة بسبب الأمطار",
        "اقرأ أيضا " + "كلام طويل جدا " * 20,
        "اشترك في المباراة أحد عشر لاعبا من أبناء المدينة.",
        "تابع آخر المشاركين في السباق طريقه إلى الميناء.",
        "انضموا إلى المحتجين أمام مبنى البلدية.",
        "تصنيفات الأندية الجديدة تثير الجدل",
        "وسومات خيول السباق",
        "التعليقات المسيئة تنتشر على صفحات المدينة",
        "يمكن الاطلاع على الخطة في موقع البلدية www.town.example .",
        "انتهى الاجتماع في ساعة متأخرة",
        "سمات المدينة القديمة",
        'وقال رئيس المجلس إن <a href="/n/7">الخطة</a> جاهزة',
        "إن الخطة جاهزة، كما كتب (@almarfa) أمس",
    ],
)
def test_prose_is_not(known: Boilerplate, line: str) -> None:
    assert not known.is_line(line)
    assert not known.is_notice(line)


def test_a_text_kept_verbatim_has_its_furniture_marked(known: Boilerplate) -> None:
    text = "\n".join(
        ["عنوان", "", BODY[0], "اقرأ أيضا: خبر آخر", BODY[1], "شارك الخبر", NOTICE, "  ", "Exit mobile version", ""]
    )
    marked = [text[span.start : span.end] for span in known.spans(text)]
    assert marked == ["اقرأ أيضا: خبر آخر", "شارك الخبر", NOTICE, "Exit mobile version"]


@pytest.mark.parametrize(
    "behind",
    [
        ["سمات الميناء البلدية الصيادون"],
        [
            "للتواصل مع الكاتب ارسل رسالة SMS",
            "تبدأ بالرمز (9) ثم مسافة ثم نص الرسالة إلى",
            "88000 - One",
            "99000 - Two",
        ],
        ["writer@paper.example", "للتواصل أرسل sms إلى 88000", "7 مسافة ثم الرسالة"],
        ["البريد الإلكتروني: writer@paper.example"],
    ],
)
def test_what_stands_behind_the_body_is_marked_to_the_end(known: Boilerplate, behind: list[str]) -> None:
    text = "\n".join((*BODY, *behind))
    assert [span.of(text) for span in known.spans(text)] == behind
    within = "\n".join((BODY[0], "سمات المدينة", *BODY[1:]))
    assert known.spans(within) == ()


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("كتب - سالم النجار:", "سالم النجار"),
        ("كتبت: ليلى الحداد", "ليلى الحداد"),
        ("بقلم/ سامي البحري", "سامي البحري"),
        ("كتب سالم النجار رسالة إلى المجلس", None),
        ("كتب: وصل الوفد، ثم غادر.", None),
        ("إعداد الخطة", None),
        ("كتب", None),
        ("", None),
    ],
)
def test_a_line_that_names_the_author_and_does_nothing_else(known: Boilerplate, line: str, name: str | None) -> None:
    assert known.author(line) == name


def test_a_long_line_is_a_notice_only_if_it_says_two_of_them(known: Boilerplate) -> None:
    said = (
        f"ودعا رئيس المجلس المشاركين في الجلسة إلى الالتزام بآداب الحوار، وقال إن الخطة تعرض عليهم من جديد. {BODY[0]}"
    )
    assert not known.is_notice(said)
    assert known.is_notice(NOTICE)


def test_a_notice_is_known_behind_the_body_only(known: Boilerplate) -> None:
    assert known.spans(NOTICE) == ()
    assert known.spans(f"{NOTICE}\n{BODY[0]}") == ()
    said = f"قال الوزير إن تصريحات النائب لا تعبر عن رأي الحكومة. {BODY[0]}"
    assert known.spans(f"{BODY[0]}\n{said}") == ()


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("الثلاثاء 17 تشرين الأول/ أكتوبر 2023 - 10:15 صباحا", "2023-10-17"),
        ("نشر في 8 فيفري 2019", "2019-02-08"),
        ("آخر تحديث: ١٧ أكتوبر ٢٠٢٣ الساعة 14:00 بتوقيت غرينتش", "2023-10-17"),
        ("2023/10/17", "2023-10-17"),
        ("تشرين الأول 17, 2023", "2023-10-17"),
        ("كُتب في أكتوبر ٧، ٢٠٢٣", None),
        ("17.10.2023 | 08:30 GMT", "2023-10-17"),
        ("قال الوزير في 17 أكتوبر 2023 إن الخطة جاهزة", None),
        ("الثلاثاء 17 أكتوبر", None),
        ("31 فبراير 2023", None),
        ("", None),
    ],
)
def test_a_stamp_is_a_line_that_prints_a_day_and_nothing_else(line: str, day: str | None) -> None:
    found = Calendar.of(default_engine().lexicon).stamp(line)
    assert (None if found is None else found.isoformat()) == day


def test_a_clock_time_behind_the_end_of_a_dispatch_is_none_of_it(known: Boilerplate) -> None:
    text = "\n".join((*BODY, "// انتهى //", "14:05 ت م"))
    assert [span.of(text) for span in known.spans(text)] == ["// انتهى //", "14:05 ت م"]
    kept = "\n".join((*BODY, "وبدأ الاجتماع عند", "14:05 أو بعدها بقليل في مبنى البلدية"))
    assert known.spans(kept) == ()


def test_other_articles_of_the_author_are_none_of_it_however_they_are_glued(known: Boilerplate) -> None:
    titles = "مقالات أخرى للكاتبالميناء القديم" + "رحلة إلى البحرصيادون بلا قوارب" * 9
    text = "\n".join((*BODY, titles))
    assert [span.of(text) for span in known.spans(text)] == [titles]


def test_lines_of_one_site_are_furniture_on_its_pages_only(known: Boilerplate) -> None:
    line = "حجم الخط"
    site = known.sites.at("https://www.almodon.com/politics/2024/5/1/x")
    assert site.zone == "Asia/Beirut"
    assert known.at(site).is_line(line)
    assert not known.is_line(line)
    assert known.sites.at(None, "المدن") == site
    text = "\n".join((*BODY, line))
    assert [span.of(text) for span in known.in_article(Article(text, publisher="المدن"))] == [line]
    assert known.in_article(Article(text, publisher="صحيفة المرفأ")) == ()
    assert known.at(known.sites.at("https://nobody.example/")).is_line(line) is False


def test_a_name_that_two_publishers_have_leads_to_neither(known: Boilerplate) -> None:
    assert known.sites.at(None, "الوطن").name == ""
    assert known.sites.at(None, "هسبريس").zone == "Africa/Casablanca"
