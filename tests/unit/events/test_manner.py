"""A word of manner gives an event its mode, and stands in its evidence."""

from musnad import read

CALLED = "بحث وزير الخارجية المصري مع نظيره التركي هاتفيا أزمة السودان."
MET = "بحث وزير الخارجية المصري مع نظيره التركي أزمة السودان، وكان قد اعتذر هاتفيا قبل يوم."


def test_talks_by_telephone_say_by_which_word() -> None:
    (event,) = read(CALLED).events
    assert event.mode == "phone"
    assert event.node is not None
    assert "manner.by_telephone" in {node.rule for node in event.node.walk()}


def test_a_word_of_another_clause_says_nothing() -> None:
    assert next(event for event in read(MET).events if event.type == "CONSULT").mode is None
