"""Words are found with what is written onto them, and not inside other words."""

import pytest

from musnad.lexicon import Hit, Lexicon, load, match
from musnad.model import Article
from musnad.text import cut

SCHEMA = """
[kind.test_place]
doc = "Places, for tests."
[kind.test_verb]
doc = "Verbs, for tests."
paradigms = ["verb"]
suffixes = true
[kind.test_people]
doc = "People, for tests."
paradigms = ["noun"]
suffixes = true
third = true
[kind.test_mark]
doc = "Fixed words, for tests."
prefixes = "none"
"""
HEAD = 'kind = "{}"\nversion = 1\nsource = "hand-written"\n'


@pytest.fixture(scope="module")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    folder = tmp_path_factory.mktemp("data")
    (folder / "schema").mkdir()
    (folder / "schema" / "test.toml").write_text(SCHEMA, "utf-8")
    places = HEAD.format("test_place") + (
        '[[entry]]\nid = "iran"\nforms = ["إيران"]\n'
        '[[entry]]\nid = "kremlin"\nforms = ["الكرملين"]\n'
        '[[entry]]\nid = "germany"\nforms = ["ألمانيا"]\n'
        '[[entry]]\nid = "saint"\nforms = ["سان فرانسيسكو"]\n'
    )
    (folder / "places.toml").write_text(places, "utf-8")
    verbs = HEAD.format("test_verb") + (
        '[[entry]]\nid = "visit"\nverb = {past = "زار", present = "يزور", masdar = "زيارة"}\n'
        '[[entry]]\nid = "meet"\nverb = {past = "التقى", present = "يلتقي", participle = "ملتقي", masdar = "لقاء"}\n'
    )
    (folder / "verbs.toml").write_text(verbs, "utf-8")
    people = HEAD.format("test_people") + '[[entry]]\nid = "fighter"\nnoun = {m = "مقاتل"}\n'
    (folder / "people.toml").write_text(people, "utf-8")
    (folder / "marks.toml").write_text(HEAD.format("test_mark") + '[[entry]]\nid = "t"\nforms = ["ت"]\n', "utf-8")
    return load([folder])


def hits(text: str, lexicon: Lexicon) -> list[Hit]:
    return match(cut(Article(text)), lexicon).of("test_place", "test_verb", "test_mark")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("إيران", "إيران"),
        ("ايران", "ايران"),
        ("وإيران", "إيران"),
        ("بإيران", "إيران"),
        ("لإيران", "إيران"),
        ("إِيرَان", "إِيرَان"),
        ("إيــران", "إيــران"),
        ("الكرملين", "الكرملين"),
        ("للكرملين", "لكرملين"),
        ("وبالكرملين", "الكرملين"),
        ("لألمانيا", "ألمانيا"),
        ("سان   فرانسيسكو", "سان   فرانسيسكو"),
        ("وسيزور", "يزور"),
        ("زيارته", "زيارت"),
        ("لقائهما", "لقائ"),
        ("لقاؤه", "لقاؤ"),
        ("فالتقيا", "التقيا"),
        ("لم يزر", "يزر"),
        ("ت.غ", "ت"),
    ],
)
def test_found(text: str, found: str, lexicon: Lexicon) -> None:
    surfaces = [text[hit.start : hit.end] for hit in hits(text, lexicon)]
    assert found in surfaces


@pytest.mark.parametrize(
    "text",
    ["طيران", "إيرانية", "كرملين", "سان", "زيارت", "وت", "مزار", "لقاؤة", "لقاؤةٌ", "لقاؤـةـ", "لقاؤﺔ"],
)
def test_not_found(text: str, lexicon: Lexicon) -> None:
    assert hits(text, lexicon) == []


def test_a_hit_knows_its_grammar(lexicon: Lexicon) -> None:
    (hit,) = hits("وستزورهم", lexicon)
    assert (hit.form.pos, hit.form.tense, hit.form.gender, hit.prefix, hit.suffix) == (
        "verb",
        "present",
        "f",
        "وس",
        "هم",
    )


@pytest.mark.parametrize(("text", "suffix"), [("مقاتلهم", "هم"), ("مقاتليها", "ها"), ("مقاتلي", ""), ("مقاتل", "")])
def test_only_pronouns_of_the_third_person_follow_where_a_kind_says_so(
    lexicon: Lexicon, text: str, suffix: str
) -> None:
    found = match(cut(Article(text)), lexicon).of("test_people")
    assert {hit.suffix for hit in found} == {suffix}
