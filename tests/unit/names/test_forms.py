"""Latin forms of parts of names: listed ones, and those that known people and places teach."""

import pytest

from musnad.arabic import ARTICLE, fold_word
from musnad.lexicon import Lexicon
from musnad.names.forms import LatinForms
from musnad.names.known import Known


@pytest.fixture(scope="module")
def borne(lexicon: Lexicon) -> dict[str, list[str]]:
    """Return how known people write each part of their names, without article, in their order."""
    found: dict[str, list[str]] = {}
    for entry in lexicon.of_kind("public_person"):
        words, parts = fold_word(entry.headword).split(), entry.text("latin").split()
        if len(words) == len(parts):
            for word, part in zip(words, parts, strict=True):
                article = word.startswith(ARTICLE) and part.lower().startswith(("al-", "el-"))
                bare, form = (word.removeprefix(ARTICLE), part[3:]) if article else (word, part)
                if form[:1].isupper():  # «del» is a particle
                    found.setdefault(bare, []).append(form)
    return found


def test_what_is_learned_is_how_a_bearer_writes_it(known: Known, borne: dict[str, list[str]]) -> None:
    learned = {part: form for part in borne if (form := known.latin.get(part).get("learned"))}
    assert len(learned) > len(borne) / 2
    assert all(form in borne[part] for part, form in learned.items())
    assert all(part in known.latin for part in learned)


def test_of_two_bearers_who_write_alike_the_first_teaches(known: Known, borne: dict[str, list[str]]) -> None:
    # Forms of one part that begin alike and have the same consonants differ by vowels alone: both could teach it.
    spelled = {part: forms for part, forms in borne.items() if len({_bones(form) for form in forms}) == 1}
    several = {part: forms for part, forms in spelled.items() if len(set(forms)) > 1}
    learned = {part: known.latin.get(part).get("learned") for part in several}
    assert len(several) > 20
    assert {part: form for part, form in learned.items() if form and form != several[part][0]} == {}


def _bones(form: str) -> str:
    return "".join(letter for letter in form.lower() if letter not in "aeiouyw'")


def test_a_listed_form_comes_before_a_learned_one(known: Known) -> None:
    assert next(iter(known.latin.get("محمد"))) == "arab"


def test_a_place_teaches_its_own_name_and_nothing_is_known_of_a_made_up_word(known: Known) -> None:
    assert known.latin.get("دمشق")["place"] == "Damascus"
    assert known.latin.get("قشطلمنب") == {}
    assert "قشطلمنب" not in known.latin


def test_what_only_ties_names_together_teaches_nothing(lexicon: Lexicon) -> None:
    assert "learned" in LatinForms(lexicon, {}).get("نتنياهو")
    assert "learned" not in LatinForms(lexicon, {"نتنياهو": None}).get("نتنياهو")
