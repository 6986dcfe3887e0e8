"""The list of terms of office and of known events: dates that can be read, and words for every office."""

from collections import defaultdict
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

import pytest

from musnad.lexicon import Entry, Lexicon, load
from musnad.times.windows import stretch

OPEN = "2025-12-31"
SINGLE = ("monarch", "prime_minister", "foreign_minister", "defence_minister", "interior_minister", "crown_prince")
RIVALS = {"PSE", "LBY"}  # where two governments held office at once
TURN = timedelta(31)


@cache
def lexicon() -> Lexicon:
    return load()


def term(entry: Entry) -> tuple[date, date]:
    return stretch(entry.text("from"))[0], stretch(entry.text("to", OPEN))[1]


def test_there_are_many_terms() -> None:
    assert len(list(lexicon().of_kind("office_term"))) >= 500


def test_every_term_begins_before_it_ends() -> None:
    assert [entry.id for entry in lexicon().of_kind("office_term") if term(entry)[0] >= term(entry)[1]] == []


def test_every_office_has_a_word() -> None:
    offices = {entry.text("office") for entry in lexicon().of_kind("office_term")}
    assert offices <= {entry.text("office") for entry in lexicon().of_kind("office_word")}


@pytest.mark.parametrize("office", SINGLE)
def test_no_two_terms_of_one_office_of_a_state_overlap(office: str) -> None:
    terms: dict[str, list[tuple[date, date]]] = defaultdict(list)
    for entry in lexicon().of_kind("office_term"):
        if entry.text("office") == office and entry.text("country") not in RIVALS:
            terms[entry.text("country")].append(term(entry))
    wrong = [(c, a, b) for c, held in terms.items() for a, b in pairwise(sorted(held)) if a[1] > b[0] + TURN]
    assert wrong == []


def test_every_known_event_has_a_day() -> None:
    assert all(stretch(entry.text("from"))[0] < date(2026, 1, 1) for entry in lexicon().of_kind("known_event"))
