"""What stands behind a claim: articles, copies, origins, routes, the common link, the first print, the sentence."""

from collections.abc import Callable
from dataclasses import replace

from musnad.claims import Claims
from musnad.model import Article, Published, Span
from musnad.model.claims import Proposition

Make = Callable[..., Claims]
Telling = Callable[..., Proposition]
SHARE = "حصة إضافية من المياه"


def article(key: str, text: str, publisher: str, *, day: str = "2024-03-05") -> Article:
    published = Published(day, "given")
    return Article(text, Span(0, text.index("\n")), id=key, publisher=publisher, published=published)


def test_copies_of_one_dispatch_are_one_route(news: list[Article], claims_of: Make, telling: Telling) -> None:
    found = telling(claims_of(news), news, "امتلأ للمرة الأولى").corroboration
    assert (found.articles, found.copies) == (3, 2)
    assert (found.routes.names, found.routes.least, found.routes.most) == (("رويترز",), 1, 1)
    assert (found.origins.names, found.origins.least, found.origins.most) == (("وزير المياه كريم السعداوي",), 1, 1)
    assert (found.grade, found.common) == ("gharib", "رويترز")


def test_a_reporter_who_asked_himself_is_another_route_to_the_same_origin(
    news: list[Article], claims_of: Make, telling: Telling
) -> None:
    proposition = telling(claims_of(news), news, SHARE)
    found = proposition.corroboration
    assert proposition.keys == ("a", "b", "c", "d")
    assert (found.routes.least, found.routes.most) == (2, 2)
    assert [(route.name, route.kind) for route in found.routes.found] == [("رويترز", "agency"), ("جريدة الجسر", "own")]
    assert (found.origins.least, found.origins.most) == (1, 1)
    assert (found.grade, found.common) == ("gharib", "وزير المياه كريم السعداوي")


def test_what_no_text_attributes_has_an_origin_without_name(
    news: list[Article], claims_of: Make, telling: Telling
) -> None:
    found = telling(claims_of(news), news, "وبدأ تشغيل التوربينات")
    assert found.kind == "narration"
    kinds = [(origin.kind, origin.certain) for origin in found.corroboration.origins.found]
    assert kinds == [("context", False), ("narrator", False)]


def test_the_first_print_and_the_sentence(news: list[Article], claims_of: Make, telling: Telling) -> None:
    found = telling(claims_of(news), news, SHARE)
    first = found.corroboration.first
    assert first is not None
    assert (first.key, first.publisher, first.published) == ("a", "صحيفة التلال", "2024-03-05")
    assert found.sentence == "٤ مقالات، نسختان، أصل واحد، طريقان"


def test_every_attestation_points_at_its_words(news: list[Article], claims_of: Make) -> None:
    texts = {each.id: each.text for each in news}
    found = claims_of(news).propositions
    assert found
    for proposition in found:
        sources = (*proposition.corroboration.origins.found, *proposition.corroboration.routes.found)
        assert all(0 <= n < len(proposition.attestations) for source in sources for n in source.attested)
        for each in proposition.attestations:
            assert all(span.of(texts[each.key]).strip() for span in each.spans)
        routed = {n for route in proposition.corroboration.routes.found for n in route.attested}
        assert routed == set(range(len(proposition.attestations)))


def test_an_article_alone_claims_nothing_here(news: list[Article], claims_of: Make) -> None:
    found = claims_of(news)
    assert [story.keys for story in found.stories] == [("a", "b", "c", "d"), ("e",)]
    assert all("e" not in proposition.keys for proposition in found.propositions)


def test_numbers_that_differ_are_a_conflict(claims_of: Make) -> None:
    text = (
        "انهيار جسر النخيل\n\nأعلنت هيئة الطرق أن انهيار جسر النخيل القديم أسفر عن مقتل {} عمال وإصابة سبعة آخرين."
        " وقال مدير الهيئة وائل الدرويش إن لجنة هندسية ستفحص الجسور القديمة كلها في الإقليم قبل الشتاء."
    )
    articles = [
        Article(text.format(n), Span(0, 17), id=n, publisher=f"صحيفة {n}", published=Published("2024-05-01", "given"))
        for n in ("4", "9")
    ]
    about = {each.about for proposition in claims_of(articles).propositions for each in proposition.conflicts}
    assert "numbers" in about


def test_two_sides_of_a_call_are_two_origins(claims_of: Make) -> None:
    one = (
        "اتصال هاتفي بين رئيسي جبال الأرز وسهول الملح\n\n"
        "وقالت الرئاسة الفرنسية في بيان إن الرئيس إيمانويل ماكرون أجرى اتصالا هاتفيا مع نظيره المصري "
        "عبد الفتاح السيسي بحثا فيه أمن الملاحة في المضيق."
    )
    other = (
        "السيسي يتلقى اتصالا من ماكرون\n\n"
        "وأعلنت الرئاسة المصرية في بيان أن الرئيس عبد الفتاح السيسي أجرى اتصالا هاتفيا مع نظيره الفرنسي "
        "إيمانويل ماكرون تناول أمن الملاحة في المضيق."
    )
    articles = [
        Article(text, Span(0, text.index("\n")), id=key, publisher=key, published=Published("2023-02-03", "given"))
        for key, text in (("صحيفة الغيم", one), ("صحيفة المطر", other))
    ]
    calls = [p for p in claims_of(articles).propositions if p.kind == "event" and len(p.keys) > 1]
    assert any(p.corroboration.origins.least == 2 for p in calls)


def test_two_agencies_credited_for_one_text_are_one_route_and_it_says_so(
    news: list[Article], claims_of: Make, telling: Telling
) -> None:
    other = replace(news[2], byline="أ ف ب", id="f")
    articles = [*news, other]
    found = telling(claims_of(articles, "dispatch"), articles, "وبدأ تشغيل التوربينات").corroboration
    (route,) = found.routes.found
    assert (route.name, route.disputed) == ("رويترز", ("أ ف ب",))


def test_routes_that_both_pass_through_an_agency_are_one_at_least(claims_of: Make, telling: Telling) -> None:
    said = "إن الوفد سيبحث ترسيم الحدود البحرية وحقوق الصيد قرب الجزر الشرقية"
    texts = {
        "رويترز": f"قال وزير الخارجية اليوناني يانيس دراغوميس، وفق ما نقلته وكالة الأناضول، {said} في أنقرة.",
        "الأناضول": f"قال وزير الخارجية اليوناني يانيس دراغوميس {said} غدا.",
    }
    title = "وفد يوناني يبحث ترسيم الحدود البحرية وحقوق الصيد"
    articles = [
        Article(
            f"{title}\n\n{text}",
            Span(0, len(title)),
            id=agency,
            publisher=f"صحيفة {agency}",
            byline=agency,
            published=Published("2022-01-02", "given"),
        )
        for agency, text in texts.items()
    ]
    routes = telling(claims_of(articles, "dispatch", "passage"), articles, "وحقوق الصيد قرب").corroboration.routes
    assert sorted((route.name, route.through) for route in routes.found) == [
        ("الأناضول", ()),
        ("رويترز", ("وكالة الأناضول",)),
    ]
    assert (routes.least, routes.most) == (1, 2)


def test_coverage_is_told(news: list[Article], claims_of: Make, telling: Telling) -> None:
    claims = claims_of(news)
    assert (claims.documents, claims.publishers) == (5, 5)
    assert telling(claims, news, SHARE).corroboration.publishers == 4


def test_a_report_of_another_day_in_the_same_words_is_another_claim(claims_of: Make) -> None:
    text = (
        "أسعار القمح في سوق المرفأ\n\n"
        "تراجعت أسعار القمح في سوق المرفأ ثلاثة في المئة في ختام تعاملات اليوم {}، وسط إقبال {} من المطاحن الكبرى."
    )
    first = article("a", text.format("الثلاثاء", "ضعيف"), "صحيفة التلال")
    later = article("b", text.format("الخميس", "كبير"), "صحيفة السفح", day="2024-03-07")
    again = article("c", text.format("الثلاثاء", "محدود"), "صحيفة السفح")
    told = [each.keys for each in claims_of([first, later, again]).propositions if "تراجعت" in each.text]
    assert ("a", "c") in told
    assert not any({"a", "b"} <= set(keys) for keys in told)


def test_two_acts_of_one_person_are_two_claims(claims_of: Make) -> None:
    text = (
        "السعداوي في جولة على السدود\n\nطالب وزير المياه كريم السعداوي شركات الري بإصلاح الشبكة القديمة قبل الصيف. "
        "وفي محطة الوادي الأخضر دعا السعداوي إلى {} في كل قرية من قرى الإقليم."
    )
    articles = [
        article("a", text.format("بناء خزانات صغيرة"), "صحيفة التلال"),
        article("b", text.format("بناء خزانات"), "صحيفة السفح"),
    ]
    events = [each for each in claims_of(articles).propositions if each.kind == "event"]
    assert all(len({a.spans[0].start for a in each.attestations if a.key == "a"}) == 1 for each in events)
    assert len(events) > 1
