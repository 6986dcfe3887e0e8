"""Every rule of dependence is documented, switchable, and an unknown one is refused."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from musnad.claims import RULES, Claims, Rules
from musnad.model import Article, Published, Span
from musnad.model.claims import Proposition

Make = Callable[..., Claims]
Telling = Callable[..., Proposition]


def test_rules_can_be_left_out() -> None:
    rules = Rules.without(["passage"])
    assert not rules.on("passage")
    assert all(rules.on(name) for name in RULES if name != "passage")


def test_an_unknown_rule_is_refused() -> None:
    with pytest.raises(ValueError, match="no_such_rule"):
        Rules.without(["no_such_rule"])


CALL = (
    "الرئاسة الفرنسية تعلن تفاصيل اتصال\n\nأجرى الرئيس الفرنسي إيمانويل ماكرون اتصالا هاتفيا مع نظيره المصري "
    "عبد الفتاح السيسي. وقال ماكرون خلال الاتصال الهاتفي إن باريس ستمول محطة لقياس منسوب النهر في الجنوب."
)


def call(key: str) -> Article:
    published = Published("2023-02-03", "given")
    return Article(CALL, Span(0, CALL.index("\n")), id=key, publisher=f"صحيفة {key}", published=published)


def test_what_was_said_in_a_call_tells_of_it_unless_that_rule_is_left_out(claims_of: Make) -> None:
    def told(*without: str) -> bool:
        (found,) = (p for p in claims_of([call("f"), call("g")], *without).propositions if p.kind == "event")
        return any((each.fact or "").startswith("s") for each in found.attestations)

    assert told()
    assert not told("occasion")


def test_without_the_rules_on_copies_every_page_counts(news: list[Article], claims_of: Make, telling: Telling) -> None:
    found = telling(claims_of(news, "dispatch", "passage", "agency"), news, "امتلأ للمرة الأولى").corroboration
    assert found.routes.most == 3


def test_without_context_only_the_voice_of_the_text_is_left(
    news: list[Article], claims_of: Make, telling: Telling
) -> None:
    found = telling(claims_of(news, "context"), news, "وبدأ تشغيل التوربينات").corroboration
    assert [origin.kind for origin in found.origins.found] == ["narrator"]


def test_the_same_words_are_one_route_though_nobody_credits_anybody(
    news: list[Article], claims_of: Make, telling: Telling
) -> None:
    found = telling(claims_of(news, "dispatch", "agency"), news, "وبدأ تشغيل التوربينات").corroboration
    assert (found.routes.least, found.routes.most) == (1, 1)
    assert found.routes.found[0].basis == ("own", "passage")


def test_two_papers_that_quote_the_same_words_took_nothing_from_each_other(
    news: list[Article], claims_of: Make, telling: Telling
) -> None:
    quote = "«سنعيد فتح القناة القديمة أمام سفن الصيد الصغيرة قبل نهاية الصيف المقبل»"
    texts = {
        "a": f"فتح القناة القديمة أمام سفن الصيد\n\nقال وزير النقل وائل الدرويش للصحفيين: {quote}.",
        "b": f"الدرويش يعد بفتح القناة القديمة لسفن الصيد\n\nوصرح وزير النقل وائل الدرويش في المرفأ: {quote}.",
    }
    articles = [
        replace(each, text=texts[key], title_span=Span(0, texts[key].index("\n")), byline="كتب: رامي الحداد")
        for key, each in zip(texts, (news[0], news[1]), strict=True)
    ]
    found = telling(claims_of(articles, "dispatch", "agency"), articles, "سنعيد فتح القناة").corroboration
    assert found.routes.least == 2


def test_most_copies_decide_whether_a_source_has_a_name(claims_of: Make) -> None:
    text = (
        "انفجار ألغام قرب المعبر\n\nوقال {} إن تسعة عشر شخصا قتلوا في انفجار ألغام زرعت قرب المعبر الحدودي خلال "
        "اليومين الماضيين. وأغلقت السلطات الطريق المؤدية إلى المعبر وبدأت فرق الهندسة عملها في المكان منذ الصباح."
    )
    named, unnamed = text.format("وزير الدفاع سامي حداد"), text.format("مصدر عسكري ميداني")
    prints = [("a", named), ("b", unnamed), ("c", unnamed)]

    def kinds(some: list[tuple[str, str]]) -> set[str]:
        made = [
            Article(t, Span(0, t.index("\n")), id=k, publisher=f"صحيفة {k}", published=Published("2024-05-01", "given"))
            for k, t in some
        ]
        found = next(p for p in claims_of(made).propositions if p.kind == "statement" and "تسعة عشر" in p.text)
        return {origin.kind for origin in found.corroboration.origins.found if "copied" not in origin.basis}

    assert kinds(prints) == {"unnamed"}
    assert kinds(prints[:2]) == {"person"}
