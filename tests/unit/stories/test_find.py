"""Stories: one happening in other words is one, look-alikes of another year or town are not."""

from musnad.model import Article, Published, Reading, Span
from musnad.pipeline import default_engine, read
from musnad.stories.find import stories

ENGINE = default_engine()
CALL = (
    "بحث الرئيس الفرنسي إيمانويل ماكرون هاتفيا مع نظيره المصري عبد الفتاح السيسي {} وقالت الرئاسة الفرنسية في بيان إن "
    "الرئيسين {}."
)
DAM = (
    "ماكرون والسيسي يبحثان هاتفيا ملف السدود",
    CALL.format("ملف السدود والمياه في حوض النيل.", "اتفقا على إيفاد خبراء مياه إلى القاهرة لتقييم مخزون السدود"),
)
AGAIN = (
    "اتصال بين ماكرون والسيسي عن السدود",
    (
        "تلقى الرئيس المصري عبد الفتاح السيسي اتصالا هاتفيا من إيمانويل ماكرون تناول مخزون السدود ومياه النيل، واتفقا "
        "على أن يصل خبراء مياه فرنسيون إلى القاهرة."
    ),
)
GAZ = (
    "السيسي وماكرون يناقشان تصدير الغاز المسال",
    (
        "أجرى الرئيس عبد الفتاح السيسي محادثة هاتفية مع إيمانويل ماكرون بشأن تصدير الغاز المسال إلى أوروبا وخط أنابيب "
        "جديد تحت البحر المتوسط، وفق الرئاسة المصرية، من دون تحديد موعد لتوقيع عقود الغاز مع شركات الطاقة."
    ),
)


def reading(key: str, text: tuple[str, str], day: str | None) -> Reading:
    title, body = text
    published = Published(day, "given") if day else Published()
    whole = f"{title}\n\n{body}"
    return read(Article(whole, Span(0, len(title)), id=key, publisher=key, published=published), ENGINE)


def keys(*readings: Reading) -> list[tuple[str, ...]]:
    return [story.keys for story in stories({each.article.id or "": each for each in readings}, ENGINE.lexicon)]


def test_one_call_in_other_words_is_one_story() -> None:
    assert keys(reading("a", DAM, "2023-02-03"), reading("b", AGAIN, "2023-02-04")) == [("a", "b")]


def test_the_same_two_presidents_in_another_year_are_another_story() -> None:
    assert keys(reading("a", DAM, "2023-02-03"), reading("b", DAM, "2024-02-03")) == [("a",), ("b",)]


def test_an_undated_look_alike_about_another_matter_stays_apart() -> None:
    found = keys(reading("a", DAM, "2023-02-03"), reading("b", AGAIN, "2023-02-04"), reading("c", GAZ, None))
    assert found == [("a", "b"), ("c",)]


def test_copies_are_one_story_whatever_their_words() -> None:
    readings = {"a": reading("a", DAM, "2023-02-03"), "b": reading("b", GAZ, "2023-02-03")}
    (story,) = stories(readings, ENGINE.lexicon, [("a", "b")])
    assert [chapter.day for chapter in story.chapters] == ["2023-02-03"]


def test_a_story_has_a_chapter_for_every_day() -> None:
    readings = {"a": reading("a", DAM, "2023-02-03"), "b": reading("b", AGAIN, "2023-02-04")}
    (story,) = stories(readings, ENGINE.lexicon)
    assert [(chapter.day, chapter.keys) for chapter in story.chapters] == [
        ("2023-02-03", ("a",)),
        ("2023-02-04", ("b",)),
    ]


def test_the_same_in_another_town_is_another_story() -> None:
    body = "قتل ثلاثة أشخاص وأصيب سبعة آخرون في حريق اندلع فجرا داخل مستودع للأقمشة، وفتحت الشرطة تحقيقا في أسبابه."
    again = "أودى حريق شب في مستودع للأقمشة بحياة شخصين، وأصيب خمسة آخرون نقلوا إلى المستشفى، ولم تعرف أسباب الحريق."
    title = "حريق في مستودع أقمشة في {}"
    damascus = reading("a", (title.format("دمشق"), f"دمشق - {body}"), "2023-02-03")
    there = reading("b", (title.format("دمشق"), f"دمشق - {again}"), "2023-02-04")
    elsewhere = reading("c", (title.format("الرباط"), f"الرباط - {again}"), "2023-02-04")
    assert keys(damascus, there) == [("a", "b")]
    assert keys(damascus, elsewhere) == [("a",), ("c",)]


def test_the_same_report_with_other_figures_days_later_is_another_story() -> None:
    body = "قالت بلدية السهل إن مفتشيها أغلقوا {} محلا لبيع اللحوم في حملة على الأسواق بعد مخالفات صحية، وغرمت أصحابها."
    title = "بلدية السهل تغلق {} محلا لبيع اللحوم"
    first = reading("a", (title.format(17), body.format(17)), "2023-02-03")
    copied = reading("b", ("إغلاق 17 محل لحوم في السهل", body.format(17)), "2023-02-06")
    weekly = reading("c", (title.format(23), body.format(23)), "2023-02-10")
    assert keys(first, copied) == [("a", "b")]
    assert keys(first, weekly) == [("a",), ("c",)]


def test_figures_that_rise_from_day_to_day_are_one_story() -> None:
    body = "ارتفع عدد قتلى انهيار مصنع الأقمشة في المنصورة إلى {} شخصا، وما زالت فرق الإنقاذ تبحث عن عمال تحت الأنقاض."
    title = "ارتفاع قتلى انهيار مصنع المنصورة إلى {}"
    found = [reading(k, (title.format(n), body.format(n)), f"2023-02-0{n - 20}") for k, n in (("a", 23), ("b", 24))]
    assert keys(*found) == [("a", "b")]
