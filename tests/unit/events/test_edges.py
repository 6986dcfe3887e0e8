"""Texts that break off behind a word that asks for more."""

from musnad import read

TEXT = "خبر قصير هنا.\n\nالحرب على الجوع واجب وليست حملة ظرفية إرجاء الحكم في ملف حرق مخزن سليمة بن علي"


def test_a_text_may_end_where_a_noun_phrase_is_looked_for() -> None:
    assert read(TEXT).article.text == TEXT


def test_a_text_may_end_where_a_target_is_looked_for() -> None:
    event = read("وأعلن الوزير فرض عقوبات على").events[0]
    assert (event.type, event.recipients) == ("SANCTION", ())


def test_a_text_may_end_where_an_occasion_is_looked_for() -> None:
    event = read("وكانت مالطا قد استدعت سفير قبرص في").events[0]
    assert [one.name for one in event.actors] == ["مالطا"]


def test_a_text_may_end_where_what_a_raid_hit_is_looked_for() -> None:
    event = read("كما استهدفت غارة أخرى لطيران التحالف").events
    assert all(one.recipients == () for one in event)
