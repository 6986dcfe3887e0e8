"""Two sides beside each other: told by both, only by one, contradicted; what explains a difference that is none."""

from collections.abc import Callable

import pytest

from musnad.claims import Claims
from musnad.model import Article, Published, Span
from musnad.model.claims import Conflict, Proposition

Make = Callable[..., Claims]
TITLE = "ماكرون والسيسي يبحثان ملف السدود هاتفيا"
CALL = "أجرى الرئيس الفرنسي إيمانويل ماكرون اتصالا هاتفيا مع نظيره المصري عبد الفتاح السيسي. "
FRENCH = (
    CALL
    + "وقالت الرئاسة الفرنسية في بيان إن الرئيسين اتفقا على إيفاد 12 خبيرا في المياه إلى القاهرة لتقييم مخزون السدود. "
    "وأضافت الرئاسة الفرنسية أن باريس ستمول محطة لقياس منسوب النهر في الجنوب."
)
EGYPTIAN = (
    "تلقى الرئيس المصري عبد الفتاح السيسي مكالمة هاتفية من إيمانويل ماكرون تناولت مخزون السدود في البلدين. "
    "وأفادت الرئاسة المصرية في بيان بأن الزعيمين توافقا على إيفاد 30 خبيرا في المياه إلى القاهرة لتقييم مخزون "
    "السدود. وأعلنت الرئاسة المصرية أن القاهرة ستستضيف مؤتمرا عن الجفاف في الخريف المقبل بحضور وفود من أفريقيا."
)


def article(
    key: str, body: str, publisher: str, *, byline: str = "كتب: سامر الحداد", day: str = "2023-02-03"
) -> Article:
    published = Published(day, "given")
    return Article(
        f"{TITLE}\n\n{body}", Span(0, len(TITLE)), id=key, publisher=publisher, byline=byline, published=published
    )


def conflicts(claims: Claims, about: str) -> list[Conflict]:
    return [each for p in claims.propositions for each in p.conflicts if each.about == about]


def saying(claims: Claims, words: str) -> Proposition:
    return next(p for p in claims.propositions if p.kind == "statement" and words in p.text)


def test_two_sides_stand_beside_each_other(claims_of: Make) -> None:
    claims = claims_of([article("f", FRENCH, "صحيفة السين"), article("e", EGYPTIAN, "صحيفة النيل")])
    (readouts,) = claims.readouts.values()
    assert {side.country for side in readouts.sides} == {"FRA", "EGY"}
    countries = [{readouts.sides[n].country for n in point.sides} for point in readouts.points]
    points = list(zip(readouts.points, countries, strict=True))
    only = {next(iter(sides)): p.text for p, sides in points if p.kind == "one" and len(p.text.split()) > 5}
    assert "منسوب النهر" in " ".join(p.text for p, sides in points if p.kind == "one" and sides == {"FRA"})
    assert "مؤتمرا عن الجفاف" in " ".join(p.text for p, sides in points if p.kind == "one" and sides == {"EGY"})
    assert set(only) == {"FRA", "EGY"}
    against = [p for p, sides in points if p.kind == "contradiction" and sides == {"FRA", "EGY"}]
    assert any(p.conflict is not None and p.conflict.about == "numbers" for p in against)


def test_one_claim_of_both_sides_has_two_origins(claims_of: Make) -> None:
    same = EGYPTIAN.replace("30 خبيرا", "12 خبيرا")
    claims = claims_of([article("f", FRENCH, "صحيفة السين"), article("e", same, "صحيفة النيل")])
    found = saying(claims, "12 خبيرا")
    assert {source.country for source in found.corroboration.origins.found if source.certain} == {"FRA", "EGY"}
    (readouts,) = claims.readouts.values()
    assert any(p.kind == "both" and found.id in p.propositions for p in readouts.points)


def test_a_part_of_a_longer_sentence_is_the_same_claim(claims_of: Make) -> None:
    longer = CALL + (
        "وأكد السيسي على استمرار التعاون بين البلدين لمكافحة الجفاف وبناء مشترك لمحطات تحلية المياه الساحلية الجديدة، "
        "بحسب الرئاسة المصرية."
    )
    short = CALL + "وأكد ماكرون على البناء المشترك لمحطات تحلية المياه الساحلية، بحسب الرئاسة الفرنسية."
    claims = claims_of([article("e", longer, "صحيفة النيل"), article("f", short, "صحيفة السين")])
    found = next(p for p in claims.propositions if p.kind == "statement" and p.keys == ("e", "f"))
    assert {source.country for source in found.corroboration.origins.found if source.certain} == {"FRA", "EGY"}


def test_a_denial_contradicts_what_another_affirms(claims_of: Make) -> None:
    denial = CALL + "ونفت الرئاسة المصرية أن يكون الرئيسان اتفقا على إيفاد خبراء إلى القاهرة لتقييم مخزون السدود."
    claims = claims_of([article("f", FRENCH, "صحيفة السين"), article("e", denial, "صحيفة النيل")])
    (conflict, *_) = conflicts(claims, "denial")
    assert {("f", "affirmed"), ("e", "denied")} <= set(conflict.values)


def test_a_slip_in_one_copy_is_no_conflict(claims_of: Make) -> None:
    slip = FRENCH.replace("12 خبيرا", "21 خبيرا")
    prints = [("a", FRENCH), ("b", FRENCH), ("c", slip)]
    claims = claims_of([article(key, text, f"صحيفة {key}", byline="رويترز") for key, text in prints])
    assert {each.explained for each in conflicts(claims, "numbers")} == {"slip"}


def test_the_same_amount_in_other_units_is_no_conflict(claims_of: Make) -> None:
    text = "وقال وزير المياه كريم السعداوي إن ترميم السد القديم سيكلف {} دينار تدفعها الحكومة على ثلاث سنوات متتالية."
    articles = [
        article("a", CALL + text.format("1.5 مليون"), "صحيفة السين"),
        article("b", CALL + text.format("1500000"), "صحيفة النيل"),
    ]
    assert {each.explained for each in conflicts(claims_of(articles), "numbers")} == {"units"}


def test_one_word_for_a_day_printed_on_two_days_is_no_conflict(claims_of: Make) -> None:
    text = "التقى وزير المياه كريم السعداوي اليوم وزير الزراعة الأردني سامي حداد في عمان لبحث ملف السدود والري والمياه."
    articles = [article("a", text, "صحيفة السين"), article("b", text, "صحيفة النيل", day="2023-02-04")]
    assert {each.explained for each in conflicts(claims_of(articles), "dates")} == {"day words"}


def test_words_given_to_two_people_are_an_attribution_conflict(claims_of: Make) -> None:
    text = CALL + "وقال {} إن محطات التحلية الساحلية ستعمل بالطاقة الشمسية قبل نهاية العام المقبل في خمس مدن."
    articles = [
        article("a", text.format("وزير المياه كريم السعداوي"), "صحيفة السين"),
        article("b", text.format("وزير الزراعة سامي حداد"), "صحيفة النيل"),
    ]
    (conflict,) = conflicts(claims_of(articles), "speaker")
    assert {key for key, _ in conflict.values} == {"a", "b"}
    assert len({who for _, who in conflict.values}) == 2


def test_sides_that_do_not_agree_on_who_called_contradict_each_other(claims_of: Make) -> None:
    french = FRENCH + " وأوضحت الرئاسة الفرنسية أن الاتصال جرى بمبادرة من الجانب المصري."
    egyptian = EGYPTIAN + " وقالت الرئاسة المصرية إن السيسي تلقى مكالمة هاتفية من ماكرون تناولت مخزون السدود."
    claims = claims_of([article("f", french, "صحيفة السين"), article("e", egyptian, "صحيفة النيل")])
    (conflict,) = conflicts(claims, "asker")
    assert dict(conflict.values) == {"e": "إيمانويل ماكرون", "f": "عبد الفتاح السيسي"}
    (readouts,) = claims.readouts.values()
    assert any(p.kind == "contradiction" and p.conflict == conflict for p in readouts.points)


@pytest.mark.parametrize(
    "call",
    [
        "أجرى إيمانويل ماكرون اتصالا هاتفيا بنظيره المصري عبد الفتاح السيسي.",
        "اتصل الرئيس الفرنسي إيمانويل ماكرون هاتفيا بالرئيس المصري عبد الفتاح السيسي.",
        "جرت مكالمة هاتفية بين الرئيس المصري عبد الفتاح السيسي ونظيره الفرنسي إيمانويل ماكرون.",
        CALL,
    ],
)
def test_one_caller_in_other_words_is_no_conflict(claims_of: Make, call: str) -> None:
    other = FRENCH.replace(CALL, f"{call} ")
    claims = claims_of([article("f", other, "صحيفة السين"), article("e", EGYPTIAN, "صحيفة النيل")])
    assert conflicts(claims, "asker") == []
