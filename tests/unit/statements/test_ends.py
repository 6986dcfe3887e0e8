"""Texts that break off behind a preposition of attribution are read like others."""

import pytest

import musnad


@pytest.mark.parametrize("text", ["نبت الزهر وفقا", "نبت الزهر، بحسب", "نبت الزهر وذلك حسب"])
def test_text_ends_behind_preposition(text: str) -> None:
    assert musnad.read(text).statements == ()
