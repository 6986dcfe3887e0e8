"""Clusters by average likeness: chains do not hold, ties fall by key, what is forbidden stays apart."""

from hypothesis import given
from hypothesis import strategies as st

from musnad.stories.cluster import clusters

KEYS = "abcdef"
scores = st.sampled_from([0.0, 0.2, 0.4, 0.5, 0.9])
pairs = st.dictionaries(
    st.tuples(st.sampled_from(KEYS), st.sampled_from(KEYS)).filter(lambda pair: pair[0] < pair[1]), scores
)


def test_a_chain_of_neighbours_is_no_cluster() -> None:
    chain = {("a", "b"): 0.9, ("b", "c"): 0.8, ("c", "d"): 0.8, ("d", "e"): 0.7}
    assert clusters("abcde", chain, 0.5) == [("a", "b"), ("c", "d"), ("e",)]


def test_what_is_alike_throughout_is_one() -> None:
    assert clusters("abc", {("a", "b"): 0.6, ("a", "c"): 0.5, ("b", "c"): 0.6}, 0.5) == [("a", "b", "c")]


def test_what_is_forbidden_stays_apart() -> None:
    alike = {("a", "b"): 1.0, ("a", "c"): 1.0, ("b", "c"): 1.0}
    assert clusters("abc", alike, 0.5, lambda one, other: len(one) + len(other) < 3) == [("a", "b"), ("c",)]


@given(pairs)
def test_every_key_is_in_one_cluster_and_every_cluster_is_alike(found: dict[tuple[str, str], float]) -> None:
    made = clusters(KEYS, found, 0.5)
    assert sorted(key for cluster in made for key in cluster) == list(KEYS)
    assert clusters(reversed(KEYS), dict(reversed(found.items())), 0.5) == made
    for cluster in made:
        inside = [found.get((one, other), 0.0) for one in cluster for other in cluster if one < other]
        assert not inside or sum(inside) / len(inside) > 0.3
