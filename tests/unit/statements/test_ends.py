"""Texts that break off behind a preposition of attribution, or behind its aside, are read like others."""

import pytest

import musnad


@pytest.mark.parametrize(
    "text",
    ["نبت الزهر وفقا", "نبت الزهر، بحسب", "نبت الزهر وذلك حسب"],
)
def test_text_ends_behind_preposition(text: str) -> None:
    assert musnad.read(text).statements == ()


@pytest.mark.parametrize(
    "text",
    [
        "وفر اللصان من الحراس، وفق ما أوضحت شبكة الضفاف،",
        "وحددت التحاليل الأولية حسب ذات المصدر،",
        "أعلنت النقابة، أكبر نقابات البلاد،",
        "طالب خمسة نواب",
    ],
)
def test_text_ends_behind_aside(text: str) -> None:
    assert musnad.read(text).article.text == text
