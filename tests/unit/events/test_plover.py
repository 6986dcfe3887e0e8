"""The ontology and the triggers agree: types, modes, and the types of the annotated articles."""

from functools import cache

from musnad.evaluate.gold import EVENT_TYPES
from musnad.lexicon import Lexicon, load


@cache
def lexicon() -> Lexicon:
    return load()


def types() -> dict[str, tuple[str, ...]]:
    return {entry.id.split(".", 1)[1]: entry.texts("modes") for entry in lexicon().of_kind("plover_type")}


def test_the_ontology_has_the_types_of_the_gold() -> None:
    assert set(types()) == set(EVENT_TYPES)


def test_every_type_has_words() -> None:
    told = {entry.text("type") for entry in lexicon().of_kind("trigger")}
    assert told == set(EVENT_TYPES)


def test_every_mode_of_a_word_is_one_of_its_type() -> None:
    modes = types()
    wrong = [
        entry.id
        for entry in lexicon().of_kind("trigger")
        if entry.text("mode") and entry.text("mode") not in modes[entry.text("type")]
    ]
    assert wrong == []


def test_every_support_that_a_word_asks_for_exists() -> None:
    groups = {entry.text("group") for entry in lexicon().of_kind("support_verb")}
    asked = {g for e in lexicon().of_kind("trigger") for g in (*e.texts("support"), *e.texts("carriers"))}
    assert asked <= groups


def test_every_context_that_a_word_asks_for_has_words() -> None:
    known = {entry.text("context") for entry in lexicon().of_kind("context")}
    asked = {c for e in lexicon().of_kind("trigger") for c in (*e.texts("within"), *e.texts("unless"))}
    assert asked <= known


def test_every_cameo_code_belongs_to_one_type() -> None:
    codes = [c.split("/")[0] for entry in lexicon().of_kind("plover_type") for c in entry.texts("cameo")]
    assert len(codes) == len(set(codes)) > 200
