"""What pairs of quotation marks do."""

import pytest

import musnad

CASES = [
    ("قال الوزير سامي حداد: «لن نغادر المدينة أبدا».", ["speech"]),
    ("قال الوزير سامي حداد إن اللقاء كان «مثمرا».", ["scare"]),
    ("ونقلت صحيفة «الضفاف» عن الوزير قوله إن الطريق مغلق.", ["name"]),
    ("وعرض المخرج فيلم «رحلة طويلة إلى البيت» أمس.", ["title"]),
    ("وألقى محاضرة تحت عنوان «الماء والحياة في الصحراء الكبرى».", ["title"]),
    ("وهاجم ما سماه «الطابور الخامس».", ["scare"]),
    ("وقصف الجيش مدينة «تل الزهور» مساء أمس.", ["name"]),
    ("وكتب على الجدار «كل شيء سيكون على ما يرام».", ["unknown"]),
]


@pytest.mark.parametrize(("text", "functions"), CASES)
def test_a_pair_of_marks_has_a_function(text: str, functions: list[str]) -> None:
    reading = musnad.read(text, published="2021-09-14")
    assert [q.function for q in reading.quotations] == functions


def test_speech_names_its_statement_and_every_pair_is_told_once() -> None:
    reading = musnad.read("قال السفير: «لن نغادر المدينة أبدا». ورحب بـ«الاتفاق».", published="2021-09-14")
    first, second = reading.quotations
    assert first.statement == reading.statements[0].id
    assert second.statement is None
    assert first.span.of(reading.article.text) == "«لن نغادر المدينة أبدا»"
