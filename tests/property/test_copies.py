"""The state of the copies is a function of the documents: not of their order, nor of what came and went."""

import random
from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from musnad.corpus.align import changes, in_order
from musnad.corpus.fingerprints import words
from musnad.corpus.groups import groups, groups_around
from musnad.corpus.index import CopyIndex, Print
from musnad.corpus.passages import Run, Words, overlap, runs
from musnad.model import Article, Published

VOCABULARY = [f"كلمة{a}{b}" for a in "ابتثجحخد" for b in "رزسشصضطظ"]
SENTENCES = [" ".join(VOCABULARY[start::5] + VOCABULARY[start::9]) for start in range(5)]
LONG = settings(max_examples=120, deadline=None)

texts = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5).map(". ".join)
days = st.sampled_from([None, "2024-03-01", "2024-03-02", "2024-03-20", "2025-03-01"])
documents = st.builds(
    lambda text, publisher, day: Article(
        text, publisher=publisher, published=Published(day, "given" if day else "none")
    ),
    texts,
    st.sampled_from([None, "صحيفة الجسر", "صحيفة المرفأ", "صحيفة التل"]),
    days,
)
collections = st.lists(documents, min_size=1, max_size=14)


def index_of(articles: Sequence[tuple[str, Article]], common: frozenset[int] = frozenset()) -> CopyIndex:
    index = CopyIndex(common)
    for key, article in articles:
        index.add(key, Print.of(article))
    return index


@LONG
@given(collections, st.randoms(use_true_random=False))
def test_the_order_of_arrival_changes_nothing(articles: list[Article], chance: random.Random) -> None:
    keyed = [(f"d{number:02}", article) for number, article in enumerate(articles)]
    mixed = keyed.copy()
    chance.shuffle(mixed)
    one, other = index_of(keyed), index_of(mixed)
    for index in (one, other):
        index.settle()
    assert one.common == other.common
    assert list(one.pairs()) == list(other.pairs())
    assert groups(one.pairs(), one) == groups(other.pairs(), other)


@LONG
@given(collections, collections, st.randoms(use_true_random=False))
def test_an_index_that_grew_and_shrank_is_the_index_of_what_is_left(
    kept: list[Article], gone: list[Article], chance: random.Random
) -> None:
    left = [(f"k{number:02}", article) for number, article in enumerate(kept)]
    away = [(f"g{number:02}", article) for number, article in enumerate(gone)]
    steps = [*left, *away]
    chance.shuffle(steps)
    grown = index_of(steps)
    for key, _ in away:
        grown.remove(key)
    rebuilt = index_of(left)
    assert list(grown.pairs()) == list(rebuilt.pairs())
    for index in (grown, rebuilt):
        index.settle()
    assert grown.common == rebuilt.common
    assert list(grown.pairs()) == list(rebuilt.pairs())


@LONG
@given(collections, documents)
def test_the_neighbours_of_a_new_document_are_those_of_a_rebuilt_index(articles: list[Article], new: Article) -> None:
    keyed = [(f"d{number:02}", article) for number, article in enumerate(articles)]
    settled = index_of(keyed)
    settled.settle()
    settled.add("new", Print.of(new))
    rebuilt = index_of([("new", new), *reversed(keyed)], settled.common)
    assert settled.neighbours("new") == rebuilt.neighbours("new")
    assert list(settled.pairs()) == list(rebuilt.pairs())


@LONG
@given(collections)
def test_the_groups_around_a_document_are_those_of_the_whole(articles: list[Article]) -> None:
    index = index_of([(f"d{number:02}", article) for number, article in enumerate(articles)])
    index.settle()
    whole = groups(index.pairs(), index)
    for number in range(len(articles)):
        key = f"d{number:02}"
        around = groups_around(key, index)
        assert [group for group in around if key in group] == [group for group in whole if key in group]
        assert set(around) <= set(whole)


@LONG
@given(texts, texts)
def test_passages_hold_the_same_words_on_both_sides(first: str, second: str) -> None:
    one, other = Words.of(Article(first)), Words.of(Article(second))
    for run in runs(one.norms, other.norms):
        assert one.norms[run.first : run.first + run.size] == other.norms[run.second : run.second + run.size]
    found = overlap(one, other)
    assert found.shared <= min(len(one.norms), len(other.norms))
    for passage in found.passages:
        assert passage.words <= len(words(passage.first.of(first)))
        assert passage.words <= len(words(passage.second.of(second)))


@LONG
@given(texts, texts)
def test_without_its_changes_a_text_is_the_other(first: str, second: str) -> None:
    one, other = words(first), words(second)
    found = changes(one, other)
    gone = {i for change in found for i in range(change.first, change.first_end)}
    come = {i for change in found for i in range(change.second, change.second_end)}
    left = [word for i, word in enumerate(one) if i not in gone]
    right = [word for i, word in enumerate(other) if i not in come]
    assert sorted(left) == sorted(right)
    assert changes(one, one) == []


words_of_few = st.lists(st.sampled_from("ابتثج"), max_size=60)


def heaviest(found: Sequence[Run], behind: int = 0) -> int:
    """Return the most words that runs in the order of both texts hold, by trying all."""
    rest = ((run, found[number + 1 :]) for number, run in enumerate(found) if run.second >= behind)
    return max((run.size + heaviest(later, run.ends[1]) for run, later in rest), default=0)


@LONG
@given(words_of_few, words_of_few)
def test_the_runs_that_anchor_two_texts_are_in_order_and_hold_the_most_words(one: list[str], other: list[str]) -> None:
    found = runs(one, other)
    kept = in_order(found)
    assert all(run.ends[1] <= later.second for run, later in pairwise(kept))
    assert sum(run.size for run in kept) == heaviest(found)


def test_a_text_that_says_the_same_thousands_of_times_shares_all_of_it() -> None:
    one = ["وصل", "الوفد", "أمس"] * 2000
    assert sum(run.size for run in runs(one, one)) == len(one)
