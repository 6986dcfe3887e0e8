"""What a sentence is about: words with other senses tell it only together."""

from musnad import read

_RACE = "طالب الحزب الحكومة بتأجيل سباق الرئاسة."
_CLUB = "طالب النادي اللاعب بالعودة إلى معسكر الفريق."


def _types(text: str) -> set[str]:
    return {event.type for event in read(text, published="2021-09-14").events}


def test_one_word_with_another_sense_makes_no_sport() -> None:
    assert "REQUEST" in _types(_RACE)


def test_two_such_words_make_sport() -> None:
    assert "REQUEST" not in _types(_CLUB)


def test_an_article_about_sport_is_sport_in_every_sentence() -> None:
    sport = "خسر المنتخب أمس. وسجل اللاعب متأخرا. وعاد المدرب إلى الملعب."
    demand = "وطالب أحمد سالم الحكومة بقرض عاجل."
    assert "REQUEST" in _types(demand)
    assert "REQUEST" not in _types(f"{sport} {demand}")


def test_one_word_said_often_makes_no_article_about_sport() -> None:
    elected = "عاد الرئيس المنتخب أمس. وتكلم الرئيس المنتخب مساء. وغادر الرئيس المنتخب ليلا."
    assert "REQUEST" in _types(f"{elected} وطالب أحمد سالم الحكومة بقرض عاجل.")
