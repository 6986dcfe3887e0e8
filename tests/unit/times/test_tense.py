"""Whether a clause speaks of the future: by its nearest verb or marker before the day."""

import pytest

import musnad
from musnad.lexicon import match
from musnad.model import Article, Span
from musnad.pipeline import default_engine
from musnad.text import cut
from musnad.times.tense import future


def tense(text: str) -> bool | None:
    units = cut(Article(text))
    return future(units, match(units, default_engine().lexicon), len(units) - 1)


@pytest.mark.parametrize(
    "text",
    [
        "سيلتقي الوزير نظيره الخميس",
        "وسيلتقي الوزير نظيره الخميس",
        "يلتقي الوزير نظيره الخميس",
        "من المقرر أن يلتقي الوزير نظيره الخميس",
        "قال إن الوزير سيلتقي نظيره الخميس",
        "سوف يلتقي الوزير نظيره الخميس",
        "قال المنظمون عن المهرجان الذي سيلتئم الخميس",
        "اعتبارا من الخميس",
        "أعلنت البلدية إغلاق الشارع اعتبارا من الخميس",
    ],
)
def test_future(text: str) -> None:
    assert tense(text) is True


@pytest.mark.parametrize(
    "text",
    [
        "التقى الوزير نظيره الخميس",
        "لم يزر الوزير نظيره الخميس",
        "سيعود بعد أن التقى نظيره الخميس",
        "قال متحدث الخميس",
        "بدأت البلدية الإغلاق اعتبارا من الخميس",
    ],
)
def test_past(text: str) -> None:
    assert tense(text) is False


@pytest.mark.parametrize("text", ["لقاء الوزير ونظيره الخميس", "الخميس", "في سنغافورة الخميس"])
def test_nothing_tells(text: str) -> None:
    assert tense(text) is None


def test_a_present_verb_anywhere_in_the_title_announces() -> None:
    title = "الوزير يعلن التشكيلة الخميس"
    units = cut(Article(f"{title}\n\nوصل الوفد", title_span=Span(0, len(title))))
    assert future(units, match(units, default_engine().lexicon), 3) is True


@pytest.mark.parametrize("text", ["فرت العائلات منذ 7 أكتوبر.", "فرت العائلات منذ هجوم 7 أكتوبر."])
def test_since_a_date_without_year_looks_back(text: str) -> None:
    (time,) = musnad.read(text, published="2021-04-08").times
    assert time.value == "2020-10-07"
