"""The words of an article can be asked for by token and by kind, and every way of asking tells the same."""

import pytest

from musnad.lexicon import Hits, Lexicon, load, match
from musnad.model import Article
from musnad.text import cut

SCHEMA = """
[kind.test_place]
doc = "Places, for tests."
[kind.test_verb]
doc = "Verbs, for tests."
paradigms = ["verb"]
suffixes = true
"""
HEAD = 'kind = "{}"\nversion = 1\nsource = "hand-written"\n'
KINDS = ("test_place", "test_verb")


@pytest.fixture(scope="module")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    folder = tmp_path_factory.mktemp("data")
    (folder / "schema").mkdir()
    (folder / "schema" / "test.toml").write_text(SCHEMA, "utf-8")
    places = (
        '[[entry]]\nid = "saint"\nforms = ["سان فرانسيسكو"]\n'
        '[[entry]]\nid = "sana"\nforms = ["سان"]\n'
        '[[entry]]\nid = "bay"\nforms = ["سان فرانسيسكو الكبرى"]\n'
    )
    (folder / "places.toml").write_text(HEAD.format("test_place") + places, "utf-8")
    verbs = '[[entry]]\nid = "visit"\nverb = {past = "زار", present = "يزور"}\n'
    (folder / "verbs.toml").write_text(HEAD.format("test_verb") + verbs, "utf-8")
    return load([folder])


@pytest.fixture
def hits(lexicon: Lexicon) -> Hits:
    return match(cut(Article("زار الوفد سان فرانسيسكو الكبرى ثم زارها فريق آخر بسان فرانسيسكو")), lexicon)


def test_phrases_of_every_length_are_found_longest_first(hits: Hits) -> None:
    places = [(hit.first, hit.last, hit.entry.id) for hit in hits.of("test_place")]
    assert places == [
        (2, 5, "test_place.bay"),
        (2, 4, "test_place.saint"),
        (2, 3, "test_place.sana"),
        (9, 11, "test_place.saint"),
        (9, 10, "test_place.sana"),
    ]


def test_a_phrase_carries_proclitics_on_its_first_word_only(hits: Hits) -> None:
    assert [hit.prefix for hit in hits.of("test_place") if hit.first == 9] == ["ب", "ب"]


def test_asking_by_token_and_by_kind_tells_the_same(hits: Hits) -> None:
    for kind in KINDS:
        by_token = [hit for token in range(12) for hit in hits.at(token, kind)]
        assert by_token == hits.of(kind)
        assert [(hit.first, hit.form) for hit in by_token] == hits.forms(kind)
        assert [token for token in range(12) if hits.has(token, kind)] == list(hits.tokens(kind))
    every = [hit for token in range(12) for hit in hits.at(token)]
    assert every == list(hits.all)
    assert [hit for hit in every if hit.kind in KINDS] == hits.of(*KINDS)
    assert [hit for token in range(12) for hit in hits.among(token, frozenset(KINDS))] == hits.of(*KINDS)
    assert set(hits.kinds()) == {hit.kind for hit in every}


def test_verbs_are_the_hits_that_are_verbs(hits: Hits) -> None:
    for token in range(12):
        assert hits.verbs(token) == [hit for hit in hits.at(token) if hit.form.pos == "verb"]
    assert {hit.suffix for hit in hits.verbs(6)} == {"ها"}


def test_what_is_asked_for_may_be_changed_without_harm(hits: Hits) -> None:
    hits.at(2).clear()
    hits.of("test_place").clear()
    assert len(hits.of("test_place")) == 5
    assert len(hits.at(2, "test_place")) == 3


@pytest.mark.parametrize("token", [-1, 1, 12, 1000])
def test_where_no_word_is_there_is_nothing(hits: Hits, token: int) -> None:
    assert [hit for hit in hits.at(token) if hit.kind in KINDS] == []
    assert not hits.has(token, *KINDS)


def test_no_hits_at_all() -> None:
    assert Hits().all == ()
    assert Hits().of("test_place") == Hits().at(0) == Hits().at(0, "test_place") == Hits().among(0, set(KINDS)) == []
    assert not Hits().has(0)
    assert not Hits().has(0, *KINDS)


def test_a_hit_is_the_same_whoever_asks(hits: Hits) -> None:
    assert hits.at(2, "test_place")[0] is hits.of("test_place")[0]


def test_forms_are_made_once_and_know_their_patterns(lexicon: Lexicon) -> None:
    assert "سان" in lexicon.forms
    assert "لا شيء" not in lexicon.forms
    assert lexicon.forms["سان"] is lexicon.forms["سان"]
    assert len(list(lexicon.forms)) == len(lexicon.forms)


def test_a_ta_marbuta_with_dots_is_no_pronoun_however_it_is_asked_for(lexicon: Lexicon) -> None:
    hits = match(cut(Article("حي زارة زاره الوفد")), lexicon)
    assert not hits.has(1, "test_verb")
    assert hits.at(1, "test_verb") == hits.verbs(1) == []
    assert list(hits.tokens("test_verb")) == [2]
    assert {hit.suffix for hit in hits.verbs(2)} == {"ه"}
