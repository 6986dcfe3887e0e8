"""The forms of verbs, nouns and relational adjectives, from their dictionary forms."""

import pytest

from musnad.arabic import Inflected, is_full_dual, nisba, noun, verb


def texts(forms: list[Inflected], **wanted: object) -> set[str]:
    return {f.text for f in forms if all(getattr(f, key) == value for key, value in wanted.items())}


@pytest.mark.parametrize(
    ("past", "present", "expected"),
    [
        ("أكد", "يؤكد", {"أكد", "أكدت", "أكدا", "أكدتا", "أكدوا", "أكدن"}),
        ("نفى", "ينفي", {"نفى", "نفت", "نفيا", "نفتا", "نفوا", "نفين"}),
        ("دعا", "يدعو", {"دعا", "دعت", "دعوا", "دعتا", "دعون"}),
        ("قال", "يقول", {"قال", "قالت", "قالا", "قالتا", "قالوا", "قلن"}),
        ("بقي", "يبقى", {"بقي", "بقيت", "بقيا", "بقيتا", "بقوا"}),
    ],
)
def test_the_past(past: str, present: str, expected: set[str]) -> None:
    forms = verb({"past": past, "present": present})
    assert texts(forms, tense="past") - texts(forms, suffix="required") == expected


@pytest.mark.parametrize(
    ("past", "present", "some"),
    [
        ("أكد", "يؤكد", {"يؤكد", "تؤكد", "نؤكد", "يؤكدون", "تؤكدا", "يؤكدن"}),
        ("زار", "يزور", {"يزور", "تزور", "يزوران", "يزورون"}),
        ("دعا", "يدعو", {"يدعو", "تدعو", "يدعون", "يدعوا"}),
        ("التقى", "يلتقي", {"يلتقي", "نلتقي", "يلتقون"}),
    ],
)
def test_the_present(past: str, present: str, some: set[str]) -> None:
    assert some <= texts(verb({"past": past, "present": present}), tense="present")


@pytest.mark.parametrize(
    ("past", "present", "short"),
    [("زار", "يزور", {"يزر", "تزر"}), ("دعا", "يدعو", {"يدع", "تدع"}), ("أكد", "يؤكد", set())],
)
def test_the_jussive_of_weak_and_hollow_verbs(past: str, present: str, short: set[str]) -> None:
    assert texts(verb({"past": past, "present": present}), tense="jussive") == short


def test_a_plural_loses_its_alef_before_a_pronoun() -> None:
    forms = verb({"past": "قتل", "present": "يقتل"})
    assert "قتلو" in texts(forms, tense="past", suffix="required")
    assert "قتلوا" in texts(forms, tense="past", suffix="never")


def test_passive_participle_and_masdar_know_what_they_are() -> None:
    parts = {"past": "زار", "present": "يزور", "passive": "زير", "participle": "زائر", "masdar": "زيارة"}
    forms = verb(parts)
    assert "زيرت" in texts(forms, voice="passive", tense="past")
    assert {"زائر", "زائرة", "زائرين", "زائرات"} <= texts(forms, pos="participle")
    assert texts(forms, pos="masdar", suffix="required") == {"زيارت"}


def test_a_noun_has_duals_constructs_and_plurals() -> None:
    forms = noun({"m": "وزير", "f": "وزيرة", "p": ["وزراء"], "fp": ["وزيرات"]})
    assert {"وزيران", "وزيرين", "وزيرا", "وزيري", "وزيرتان"} <= texts(forms, number="d")
    assert texts(forms, number="p", suffix="required") == {"وزراؤ", "وزرائ"}
    assert texts(forms, number="s", gender="f", suffix="never") == {"وزيرة"}


def test_a_sound_plural_gets_its_other_case_and_its_constructs() -> None:
    assert {"مراسلون", "مراسلين", "مراسلو", "مراسلي"} <= texts(noun({"m": "مراسل", "p": ["مراسلون"]}), number="p")


def test_a_phrase_is_left_as_it_is() -> None:
    assert texts(noun({"m": "رئيس تحرير"})) == {"رئيس تحرير"}


def test_a_nisba_has_gender_number_and_irregular_plurals() -> None:
    forms = nisba("عربي", ["عرب"])
    assert {"عربي", "عربية", "عربيان", "عربيين", "عربيات", "عرب"} <= texts(forms)
    assert texts(forms, number="p", gender="m") == {"عربيين", "عربيون", "عرب"}


def test_no_form_is_given_twice() -> None:
    forms = noun({"m": "يوم", "p": ["أيام"]})
    assert len(forms) == len(set(forms))


@pytest.mark.parametrize(("form", "full"), [("يومان", True), ("يومين", True), ("يومي", False), ("يوما", False)])
def test_full_duals(form: str, *, full: bool) -> None:
    assert is_full_dual(form) is full


def test_a_verb_may_have_a_present_only() -> None:
    forms = verb({"present": "يتعلق"})
    assert {"يتعلق", "تتعلق", "يتعلقون"} <= texts(forms, tense="present")
    assert not texts(forms, tense="past")
