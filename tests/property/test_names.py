"""The matching of names holds its promises for any names, Arabic or not."""

from hypothesis import given, settings
from hypothesis import strategies as st

from musnad.names import POSSIBLE, SAME, keys, latin, same_name
from musnad.names.known import Known
from musnad.pipeline import default_engine

KNOWN = Known.of(default_engine().lexicon)
WORDS = """محمد أحمد علي سالم سليم عبد العزيز عبدالعزيز بن ولد آل أبو الدين السادس الحربي الفيصل باراك أوباما جورج بوش
غوتيريش غوتيريس نتنياهو نتانياهو هاغل هيجل كيم جونغ أون لي مدينة وزارة الخارجية""".split()
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويةىءأإؤئپڤگ"
words = st.sampled_from(WORDS) | st.text(LETTERS, min_size=1, max_size=9)
names = st.lists(words, min_size=1, max_size=6).map(" ".join)
kinds = st.sampled_from(["person", "organisation", "place"])


@given(names, names, kinds)
@settings(max_examples=300, deadline=None)
def test_matching_is_symmetric_and_repeatable(one: str, two: str, kind: str) -> None:
    match = same_name(one, two, KNOWN, kind=kind)
    assert match == same_name(two, one, KNOWN, kind=kind) == same_name(one, two, KNOWN, kind=kind)
    assert 0 <= match.score <= 1
    assert match.verdict == ("same" if match.score >= SAME else "possible" if match.score >= POSSIBLE else "different")


@given(names, kinds)
@settings(max_examples=300, deadline=None)
def test_a_name_is_itself(name: str, kind: str) -> None:
    assert same_name(name, name, KNOWN, kind=kind).verdict != "different"
    if kind != "person" or len(name.split()) > 1:
        assert same_name(name, name, KNOWN, kind=kind).score >= POSSIBLE


@given(names, names, kinds)
@settings(max_examples=300, deadline=None)
def test_names_that_are_one_share_a_key(one: str, two: str, kind: str) -> None:
    if same_name(one, two, KNOWN, kind=kind).verdict == "same":
        assert keys(one, KNOWN, kind=kind) & keys(two, KNOWN, kind=kind)


@given(names, st.data(), kinds)
@settings(max_examples=200, deadline=None)
def test_a_name_shares_its_keys_with_itself_misspelled(name: str, data: st.DataObject, kind: str) -> None:
    at = data.draw(st.integers(0, len(name) - 1))
    slip = name[:at] + name[at + 1 :]
    if same_name(name, slip, KNOWN, kind=kind).verdict == "same":
        assert keys(name, KNOWN, kind=kind) & keys(slip, KNOWN, kind=kind)


@given(st.text(max_size=40), kinds)
@settings(max_examples=200, deadline=None)
def test_any_text_has_one_latin_form_without_arabic_letters(name: str, kind: str) -> None:
    form = latin(name, KNOWN, kind=kind)
    assert form == latin(name, KNOWN, kind=kind)
    assert not any(letter in LETTERS for letter in form.text)
