"""Names that stand for those who rule there say whom they mean."""

import pytest

from musnad.lexicon import Meant, stands_for
from musnad.pipeline import default_engine


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("place.tehran", Meant("country.IRN", "")),
        ("place.moscow", Meant("country.RUS", "")),
        ("place.brussels", Meant("organisation.eu", "")),
        ("place.baabda_palace", Meant("country.LBN", "president")),
        ("place.maarab", Meant("organisation.lf", "")),
        ("organisation.white_house", Meant("country.USA", "president")),
        ("organisation.kremlin", Meant("country.RUS", "president")),
        ("organisation.elysee", Meant("country.FRA", "president")),
        ("organisation.downing", Meant("country.GBR", "prime_minister")),
    ],
)
def test_seats_and_capitals_stand_for_those_who_rule_there(name: str, meant: Meant) -> None:
    assert stands_for(default_engine().lexicon.entry(name)) == meant


@pytest.mark.parametrize("name", ["place.luxor", "organisation.fifa", "country.IRN"])
def test_all_others_stand_for_themselves(name: str) -> None:
    assert stands_for(default_engine().lexicon.entry(name)) is None


def test_all_that_is_meant_is_known() -> None:
    meant = [found for entry in default_engine().lexicon.entries.values() if (found := stands_for(entry)) is not None]
    assert len(meant) >= 230
    assert all(found.id in default_engine().lexicon.entries for found in meant)
