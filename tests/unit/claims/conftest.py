"""Invented news: a dispatch that three papers print, an own report of one, the two sides of a call, another story."""

from collections.abc import Callable, Iterable

import pytest

from musnad.claims import Claims, Rules, corroborated
from musnad.model import Article, Published, Span
from musnad.model.claims import Proposition

DISPATCH = """وزير المياه يعلن ملء سد الوادي الأخضر

أعلن وزير المياه كريم السعداوي، اليوم الثلاثاء، أن سد الوادي الأخضر امتلأ للمرة الأولى منذ تسعة أعوام.
وقال السعداوي إن مزارعي الإقليم سيحصلون على حصة إضافية من المياه حتى نهاية الموسم الزراعي المقبل.
وبدأ تشغيل التوربينات الأربعة في محطة الكهرباء الملحقة بالسد بعد صيانة استمرت ثلاثة أشهر كاملة."""

OWN = """فيضان قرب سد الوادي الأخضر بعد امتلائه

شاهد مراسلنا سكان ثلاث قرى يغادرون منازلهم بعد امتلاء سد الوادي الأخضر أول من أمس.
وقال وزير المياه كريم السعداوي لصحيفتنا إن حصة إضافية من المياه ستذهب إلى مزارعي الإقليم حتى نهاية الموسم الزراعي."""

OTHER = """افتتاح معرض الطوابع البريدية في مدينة المرفأ

افتتح رئيس البلدية معرض الطوابع البريدية بمشاركة هواة من عشر مدن، وقال المنظم إن المعرض يستمر أسبوعين."""


def article(key: str, text: str, publisher: str, *, byline: str | None = None, day: str = "2024-03-05") -> Article:
    title = Span(0, text.index("\n"))
    return Article(text, title, id=key, publisher=publisher, byline=byline, published=Published(day, "given"))


@pytest.fixture(scope="session")
def news() -> list[Article]:
    """Three prints of a dispatch, the last without credit; an own report two days later; another story."""
    return [
        article("a", DISPATCH, "صحيفة التلال", byline="التلال - رويترز"),
        article("b", DISPATCH, "صحيفة السفح", byline="رويترز"),
        article("c", DISPATCH, "صحيفة النهر", day="2024-03-06"),
        article("d", OWN, "جريدة الجسر", byline="كتب: سامر الحداد", day="2024-03-07"),
        article("e", OTHER, "جريدة المرفأ"),
    ]


Make = Callable[..., Claims]
Telling = Callable[[Claims, Iterable[Article], str], Proposition]


@pytest.fixture(scope="session")
def claims_of() -> Make:
    """The claims of articles, without some rules."""

    def made(articles: Iterable[Article], *without: str) -> Claims:
        return corroborated(articles, rules=Rules.without(without)).claims

    return made


@pytest.fixture(scope="session")
def telling() -> Telling:
    """The first proposition with evidence that overlaps some words, wherever they stand first."""

    def found(claims: Claims, articles: Iterable[Article], words: str) -> Proposition:
        places = {each.id: each.text.find(words) for each in articles}
        return next(
            proposition
            for proposition in claims.propositions
            for each in proposition.attestations
            for span in each.spans
            if (start := places[each.key]) >= 0 and span.start < start + len(words) and start < span.end
        )

    return found
