"""The shipped knowledge of the world: as much as is promised, and nothing that cannot be.

Whoever holds an office that one person holds at a time follows the one before: overlaps beyond a transition are errors
of the data, but for the governments that were rivals.
"""

import re
from collections import defaultdict
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

import pytest

from musnad.lexicon import Entry, stretch
from musnad.pipeline import default_engine

OPEN = "2025-12-31"
TRANSITION = timedelta(31)
EARLIEST, LONGEST = date(1930, 1, 1), 80 * 366  # days; no older or longer term is listed
RIVALS = {
    ("prime_minister", "PSE"),  # Gaza and Ramallah
    ("prime_minister", "LBY"),  # Tripoli and the east
    ("president", "CIV"),  # after the election of 2010
}
SEVERAL = {"vice_president"}  # states may have several at a time


@cache
def terms() -> list[Entry]:
    return list(default_engine().lexicon.of_kind("office_term"))


def singles() -> set[str]:
    return {entry.id.partition(".")[2] for entry in default_engine().lexicon.of_kind("office") if entry.flag("single")}


def days(term: Entry) -> tuple[date, date]:
    return stretch(term.text("from"))[0], stretch(term.text("to", OPEN))[1]


def certain_days(term: Entry) -> tuple[date, date]:
    """Return the latest first and the earliest last day that a term may have."""
    return stretch(term.text("from"))[1], stretch(term.text("to", OPEN))[0]


def test_fifteen_hundred_people_in_office_are_known() -> None:
    assert len({term.text("person") for term in terms()}) >= 1_500


def test_four_hundred_bodies_of_the_news_are_known_beside_firms_and_clubs() -> None:
    types = [entry.text("org_type") for entry in default_engine().lexicon.of_kind("organisation")]
    assert sum(kind not in {"company", "sport"} for kind in types) >= 400


def test_every_person_has_a_latin_name_and_a_full_one() -> None:
    people = list(default_engine().lexicon.of_kind("public_person"))
    latin = re.compile(r"[A-Z\u00c0-\u024f][A-Za-z\u00c0-\u024f\u1e00-\u1eff .,'’-]+")
    assert [p.id for p in people if not latin.fullmatch(p.text("latin"))] == []
    assert [p.id for p in people if not p.headword and not p.referring("common_name")] == []


def test_a_wikidata_id_is_one_and_stands_for_one_person() -> None:
    ids = [p.text("wikidata") for p in default_engine().lexicon.of_kind("public_person") if p.text("wikidata")]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"Q[1-9]\d*", name) for name in ids)


def test_every_term_begins_before_it_ends_and_within_a_life() -> None:
    wrong = [
        t.id for t in terms() if not EARLIEST < days(t)[0] <= days(t)[1] or (days(t)[1] - days(t)[0]).days > LONGEST
    ]
    assert wrong == []


def test_every_state_of_a_term_is_known() -> None:
    states = {entry.text("code") for entry in default_engine().lexicon.of_kind("country")} | {""}
    assert {term.text("country") for term in terms()} <= states


def test_nobody_holds_one_office_twice_at_a_time() -> None:
    held: dict[tuple[str, ...], list[tuple[date, date]]] = defaultdict(list)
    for term in terms():
        key = (term.text("person"), term.text("office"), term.text("country"), term.text("body"))
        held[key].append(days(term))
    wrong = [
        (key, a, b)
        for key, spans in held.items()
        if key[1] in singles()
        for a, b in pairwise(sorted(spans))
        if a[1] > b[0] + TRANSITION
    ]
    assert wrong == []


@pytest.mark.parametrize("office", sorted(singles() - SEVERAL))
def test_one_at_a_time_holds_what_one_person_holds(office: str) -> None:
    held: dict[str, list[tuple[date, date, str]]] = defaultdict(list)
    for term in terms():
        owner = term.text("body") or term.text("country")
        if term.text("office") == office and owner and (office, owner) not in RIVALS:
            held[owner].append((*certain_days(term), term.id))
    wrong = [(a, b) for spans in held.values() for a, b in pairwise(sorted(spans)) if a[1] > b[0] + TRANSITION]
    assert wrong == []


def test_one_at_a_time_directs_a_body() -> None:
    held: dict[str, list[tuple[date, date, str]]] = defaultdict(list)
    for term in terms():
        office = term.named("office")
        if office is not None and office.flag("single_in_body") and term.text("body"):
            held[term.text("body")].append((*certain_days(term), term.id))
    wrong = [(a, b) for spans in held.values() for a, b in pairwise(sorted(spans)) if a[1] > b[0] + TRANSITION]
    assert wrong == []


def test_every_office_is_held_and_has_a_word() -> None:
    offices = {entry.id.partition(".")[2] for entry in default_engine().lexicon.of_kind("office")}
    assert {term.text("office") for term in terms()} == offices
    assert offices <= {entry.text("office") for entry in default_engine().lexicon.of_kind("office_word")}


def test_every_capital_stands_for_a_state() -> None:
    capitals = [entry for entry in default_engine().lexicon.of_kind("place") if entry.text("place_type") == "capital"]
    assert [c.id for c in capitals if not c.flag("metonym")] == []
    assert len({c.text("country") for c in capitals}) >= 160
