"""The evidence of an event holds the word that gives it its mode, and all words that tell it."""

from musnad import read

CALLED = "بحث وزير الخارجية المصري مع نظيره التركي هاتفيا أزمة السودان."
FELL = "جرح ثلاثة جنود في هجوم قرب الموصل أمس."
MET = "بحث وزير الخارجية المصري مع نظيره التركي أزمة السودان، وكان قد اعتذر هاتفيا قبل يوم."


def test_talks_by_telephone_say_by_which_word() -> None:
    (event,) = read(CALLED).events
    assert event.mode == "phone"
    assert event.node is not None
    assert "manner.by_telephone" in {node.rule for node in event.node.walk()}


def test_a_word_of_another_clause_says_nothing() -> None:
    assert next(event for event in read(MET).events if event.type == "CONSULT").mode is None


def test_whoever_fell_in_an_attack_is_told_by_a_word_of_its_own() -> None:
    (event,) = read(FELL).events
    assert event.node is not None
    assert [node.rule for node in event.node.children if node.kind == "trigger"] == [
        "trigger.assault.attack_noun",
        "trigger.assault.wound",
    ]
