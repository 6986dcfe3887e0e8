"""Directions: credits, publishers, days and lost names, and unknown where they disagree."""

from musnad.corpus.copies import compare
from musnad.model import Article, Published, Reading
from musnad.model.copies import Direction
from musnad.pipeline import default_engine, read

ENGINE = default_engine()
TEXT = (
    "أعلنت هيئة الموانئ في جزر الصنوبر بدء تشغيل خط بحري جديد للركاب بين العاصمة وثلاث جزر نائية. "
    "وقال مدير الهيئة، رامي السعداوي، إن الرحلات ستكون يومية في الصيف وأسبوعية في الشتاء."
)


def article(publisher: str | None, byline: str | None = None, day: str | None = None, *, late: bool = False) -> Article:
    published = Published(day, "given" if day else "none", approximate=late)
    return Article(TEXT, id=f"{publisher} {byline} {day}", publisher=publisher, byline=byline, published=published)


def of(each: Article) -> Reading:
    return read(each, ENGINE)


def towards(first: Article, second: Article) -> Direction:
    return compare(of(first), of(second), of, ENGINE.lexicon).direction


def kinds(found: Direction) -> set[tuple[str, str]]:
    return {(each.kind, each.source) for each in found.evidence}


def test_whoever_is_credited_by_the_other_is_the_source() -> None:
    found = towards(article("صحيفة السفح", "واس - الرياض"), article("واس"))
    assert found.source == "second"
    assert ("publisher", "second") in kinds(found)


def test_credits_to_one_agency_make_its_dispatch_the_source_of_both() -> None:
    found = towards(article("صحيفة السفح", "واس"), article("صحيفة الجرف", "واس", "2024-05-06"))
    assert found.source == "common"


def test_the_one_with_a_credit_was_not_taken_from_the_one_without() -> None:
    assert towards(article("صحيفة السفح"), article("صحيفة الجرف", "رويترز")).source == "second"


def test_the_earlier_day_speaks_for_its_text_and_a_day_that_may_be_late_does_not() -> None:
    early, later = article("صحيفة السفح", day="2024-05-06"), article("صحيفة الجرف", day="2024-05-07")
    assert towards(early, later).source == "first"
    assert towards(later, early).source == "second"
    assert towards(early, article("صحيفة الجرف", day="2024-05-07", late=True)).source is None


def test_hours_count_and_minutes_do_not() -> None:
    early = article("صحيفة السفح", day="2024-05-06T08:00:00+03:00")
    assert towards(early, article("صحيفة الجرف", day="2024-05-06T08:20:00+03:00")).source is None
    assert towards(early, article("صحيفة الجرف", day="2024-05-06T12:00:00+03:00")).source == "first"
    assert towards(early, article("صحيفة الجرف", day="2024-05-06")).source is None


def test_evidence_that_disagrees_makes_the_direction_unknown_and_is_kept() -> None:
    found = towards(article("صحيفة السفح", "رويترز", "2024-05-08"), article("صحيفة الجرف", None, "2024-05-06"))
    assert found.source is None
    assert kinds(found) == {("credit", "first"), ("time", "second")}
