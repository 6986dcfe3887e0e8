"""Texts that break off behind a word that asks for more."""

from musnad import read

TEXT = "خبر قصير هنا.\n\nالحرب على الإرهاب سياسة وليست حملة عابرة تأجيل النظر في قضية حرق منزل نعيمة بن علي"


def test_every_beginning_of_a_text_can_be_read() -> None:
    for end in range(20, len(TEXT) + 1, 3):
        assert read(TEXT[:end]).article.text == TEXT[:end]
    assert read(TEXT).article.text == TEXT
