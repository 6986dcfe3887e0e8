"""The small model of names: its file, what it adds to the rules, and that nothing changes without it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest

from musnad.errors import FormatError, MusnadError
from musnad.lexicon import Hits, match
from musnad.mentions.tagger.features import alone
from musnad.mentions.tagger.perceptron import FORMAT, Tagger, shipped
from musnad.model import Article, Reading, Units
from musnad.names.signals import Cover, Named
from musnad.pipeline import default_engine, read, start
from musnad.settings import Settings
from musnad.text import cut

SIZE = 1 << 12
TEXT = "قال الوزير سامح المشواطي دزيريوف إن جرنوتشاك سافر إلى القاهرة أمس."


@dataclass(frozen=True)
class Words:
    """A model that takes some words for people, wherever no rule has read a name."""

    words: frozenset[str]
    digest: str = "words"

    def names(self, units: Units, hits: Hits, cover: Cover) -> Sequence[Named]:
        """Return every such word as a name of its own."""
        assert hits.all is not None
        assert all(0 <= i < len(units) for i in cover)
        return [Named(i, i + 1, "person") for i, norm in enumerate(units.norms) if norm in self.words]


def reading(*words: str) -> Reading:
    return read(Article(TEXT), replace(default_engine(), signal=Words(frozenset(words))))


def people(of: Reading) -> set[str]:
    return {e.name for e in of.entities if e.kind == "person"}


def model(word: str, *, least: int = 100) -> bytes:
    weights = bytearray(SIZE)
    for feature in alone(word):
        weights[feature & (SIZE - 1)] = 30
    head = {"format": FORMAT, "least": least, "gate": 0}
    return json.dumps(head).encode() + b"\n" + bytes(weights)


def test_a_name_that_only_a_model_sees_is_a_mention_with_its_rule() -> None:
    before = read(Article(TEXT), replace(default_engine(), signal=None))
    after = reading("جرنوتشاك")
    assert "جرنوتشاك" not in people(before)
    (mention,) = [m for m in after.mentions if m.name == "جرنوتشاك"]
    assert mention.rule == "mentions.model.name"
    assert mention.proper is not None
    assert mention.proper.of(TEXT) == "جرنوتشاك"
    assert {m.span for m in before.mentions} <= {m.span for m in after.mentions}


def test_a_name_beside_one_that_the_rules_read_makes_that_longer() -> None:
    before = people(read(Article(TEXT), replace(default_engine(), signal=None)))
    after = people(reading("دزيريوف"))
    if "سامح المشواطي دزيريوف" in before:
        pytest.skip("the rules read the whole name")
    assert "سامح المشواطي دزيريوف" in after
    assert "سامح المشواطي" not in after


def test_an_and_before_a_name_is_no_part_of_it() -> None:
    text = "حضر اللقاء وكرنيلوف، وويندرمان أمس."
    signal = Words(frozenset({"وكرنيلوف", "وويندرمان"}))
    found = people(read(Article(text), replace(default_engine(), signal=signal)))
    assert {"كرنيلوف", "وويندرمان"} <= found


def test_a_model_file_weighs_words_that_the_lexicon_does_not_know() -> None:
    work = read(Article(TEXT), replace(default_engine(), signal=Tagger.of(model("جرنوتشاك"))))
    assert "جرنوتشاك" in people(work)
    strict = read(Article(TEXT), replace(default_engine(), signal=Tagger.of(model("جرنوتشاك", least=10_000))))
    assert "جرنوتشاك" not in people(strict)


def everywhere(text: str) -> list[str]:
    """Return what a model takes for names that believes everything it is asked for."""
    everything = Tagger.of(json.dumps({"format": FORMAT, "least": -(10**6), "gate": -(10**6)}).encode() + b"\n\0\0")
    units = cut(Article(text))
    hits = match(units, default_engine().lexicon)
    return [units.surface(name.first, name.last) for name in everything.names(units, hits, {})]


def test_only_unknown_words_and_names_that_are_no_frequent_word_too_are_asked_for() -> None:
    assert everywhere("قال إن") == []
    assert everywhere("إن جرنوتشاك قال إن") == ["جرنوتشاك"]
    assert everywhere("إن محفوظ قال إن") == ["محفوظ"]
    assert everywhere("عن كامل قال إن") == []


def test_two_letters_are_no_name_but_a_part_of_one() -> None:
    assert everywhere("إن كج قال إن") == []
    assert everywhere("إن كج جرنوتشاك قال إن") == ["كج جرنوتشاك"]


def test_what_is_no_model_file_is_refused() -> None:
    for data in (b"", b"{}\n\0\0", b'{"format": "musnad.tagger/2", "least": 0, "gate": 0}\n' + bytes(3), b"\xff\n1234"):
        with pytest.raises(FormatError):
            Tagger.of(data)


def test_the_shipped_model_is_loaded_once_and_asked_only_where_the_settings_say_so() -> None:
    assert shipped() is shipped()
    plain, small = start(Settings(names_model="none")), start(Settings(names_model="small"))
    assert plain.signal is None
    assert small.signal is shipped()
    assert dict(plain.digests)["mentions"] != dict(small.digests)["mentions"]
    with pytest.raises(MusnadError, match="no-such-folder"):
        start(Settings(names_model="no-such-folder"))
    assert Settings.from_environment({"MUSNAD_NAMES_MODEL": ""}).names_model == "none"
