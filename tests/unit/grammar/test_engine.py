"""The rule engine: a rule is an id, a pattern and a production; results keep their children; bad rules are refused."""

from collections.abc import Callable
from typing import Any

import pytest

from musnad.errors import GrammarError
from musnad.grammar import (
    Chart,
    Context,
    Edge,
    Grammar,
    Item,
    Kind,
    Mark,
    Number,
    Optional,
    Rule,
    Word,
    draw,
    longest,
    number_edges,
)
from musnad.grammar.engine import ROUNDS
from musnad.lexicon import Hit, Lexicon, load, match
from musnad.model import Article, Node
from musnad.text import cut

SCHEMA = """
[kind.test_fruit]
doc = "Fruit, for tests."
[kind.test_fruit.fields.colour]
type = "str"
doc = "Its colour."
[kind.test_of]
doc = "Of, for tests."
"""
DATA = 'kind = "{}"\nversion = 1\nsource = "hand-written"\n'
FRUIT = (
    '[[entry]]\nid = "apple"\nforms = ["تفاحة"]\ncolour = "red"\n'
    '[[entry]]\nid = "grape"\nforms = ["عنب"]\ncolour = "green"\n'
)


@pytest.fixture(scope="module")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    folder = tmp_path_factory.mktemp("data")
    (folder / "schema").mkdir()
    (folder / "schema" / "test.toml").write_text(SCHEMA, "utf-8")
    (folder / "fruit.toml").write_text(DATA.format("test_fruit") + FRUIT, "utf-8")
    (folder / "of.toml").write_text(DATA.format("test_of") + '[[entry]]\nid = "of"\nforms = ["من"]\n', "utf-8")
    return load([folder])


Run = Callable[..., Chart]


@pytest.fixture
def run(lexicon: Lexicon) -> Run:
    def read(text: str, *rules: Rule) -> Chart:
        units = cut(Article(text))
        return Grammar(rules).run(number_edges(Chart(units, match(units, lexicon))))

    return read


def crate(count: int, fruit: Hit) -> tuple[int, str]:
    return count, fruit.entry.text("colour")


COUNTED = Rule("test.crate.counted", "crate", {"count": Number(1, 100), "fruit": Word("test_fruit")}, crate)
ANY = Rule("test.crate.one", "crate", {"fruit": Word("test_fruit")}, lambda fruit: (1, fruit.entry.text("colour")))


def made(chart: Chart, kind: str) -> list[tuple[str, Any]]:
    text = chart.units.text
    return [(text[edge.node.start : edge.node.end], edge.value) for edge in chart.of(kind)]


def test_a_rule_makes_its_kind_where_its_pattern_fits(run: Run) -> None:
    assert made(run("اشترى 3 تفاحة", COUNTED), "crate") == [("3 تفاحة", (3, "red"))]
    assert made(run("اشترى 300 تفاحة", COUNTED), "crate") == []
    assert made(run("اشترى تفاحة", COUNTED), "crate") == []


def test_numbers_are_read_in_digits_and_in_words(run: Run) -> None:
    assert made(run("اشترى خمسة وعشرين تفاحة", COUNTED), "crate") == [
        ("خمسة وعشرين تفاحة", (25, "red")),
        ("عشرين تفاحة", (20, "red")),
    ]


def test_a_production_may_refuse(run: Run) -> None:
    never = Rule("test.crate.never", "crate", {"fruit": Word("test_fruit")}, lambda fruit: None)  # noqa: ARG005
    assert made(run("تفاحة", never), "crate") == []


def test_a_word_may_be_asked_for_by_its_fields(run: Run) -> None:
    green = Rule("test.crate.green", "crate", {"_f": Word("test_fruit", {"colour": "green"})}, lambda: True)
    either = Rule("test.crate.any", "box", {"_f": Word("test_fruit", {"colour": ("green", "red")})}, lambda: True)
    chart = run("تفاحة عنب", green, either)
    assert [text for text, _ in made(chart, "crate")] == ["عنب"]
    assert [text for text, _ in made(chart, "box")] == ["تفاحة", "عنب"]


def test_an_optional_item_may_be_missing_and_is_none_then(run: Run) -> None:
    rule = Rule(
        "test.crate.marked",
        "crate",
        {"mark": Optional(Mark("-/")), "fruit": Word("test_fruit")},
        lambda mark, fruit: (mark, fruit.entry.text("colour")),
    )
    assert made(run("- تفاحة", rule), "crate") == [("- تفاحة", ("-", "red")), ("تفاحة", (None, "red"))]


def test_context_is_asked_for_and_lies_outside(run: Run) -> None:
    pattern: dict[str, Item] = {"_of": Context(Word("test_of")), "_fruit": Word("test_fruit")}
    rule = Rule("test.crate.of", "crate", pattern, lambda: 1)
    chart = run("من تفاحة", rule)
    (edge,) = chart.of("crate")
    assert made(chart, "crate") == [("تفاحة", 1)]
    assert (edge.first, edge.last) == (1, 2)
    assert [child.rule for child in edge.node.children] == ["test_of.of", "test_fruit.apple"]
    assert made(run("تفاحة", rule), "crate") == []


def test_taken_context_is_used_up_though_it_lies_outside(run: Run) -> None:
    pattern: dict[str, Item] = {"_of": Context(Word("test_of"), taken=True), "_f": Word("test_fruit")}
    (edge,) = run("من تفاحة", Rule("test.crate.taken", "crate", pattern, lambda: 1)).of("crate")
    assert (edge.first, edge.last, edge.node.start) == (0, 2, 3)


def test_what_follows_carries_no_preposition_unless_asked(run: Run) -> None:
    pair = Rule("test.pair.plain", "pair", {"_a": Word("test_fruit"), "_b": Word("test_fruit")}, lambda: True)
    joined = Word("test_fruit", prefixes=frozenset({"و"}))
    both = Rule("test.pair.and", "both", {"_a": Word("test_fruit"), "_b": joined}, lambda: True)
    chart = run("بتفاحة وعنب", pair, both)
    assert made(chart, "pair") == []
    assert made(chart, "both") == [("تفاحة وعنب", True)]


def test_rules_use_what_others_made_whatever_their_order(run: Run) -> None:
    large = Rule("test.crate.large", "large", {"crate": Kind("crate", lambda c: c[0] > 5)}, lambda crate: crate[0])
    assert made(run("9 عنب 2 تفاحة", large, COUNTED), "large") == [("9 عنب", 9)]


def test_a_kind_may_be_made_of_itself(run: Run) -> None:
    more = Rule(
        "test.crate.more", "crate", {"a": Kind("crate"), "b": Kind("crate")}, lambda a, b: (a[0] + b[0], "mixed")
    )
    assert ("تفاحة عنب تفاحة", (3, "mixed")) in made(run("تفاحة عنب تفاحة", ANY, more), "crate")


def test_a_rule_of_two_of_its_own_kind_may_also_ask_for_a_word(run: Run) -> None:
    tied = Rule(
        "test.crate.tied",
        "crate",
        {"a": Kind("crate"), "of": Word("test_of"), "b": Kind("crate")},
        lambda a, of, b: (a[0] + b[0], of.entry.id),
    )
    assert ("تفاحة من عنب", (2, "test_of.of")) in made(run("تفاحة من عنب", ANY, tied), "crate")


def test_a_round_sees_only_what_the_rounds_before_it_made_whatever_the_order_of_the_rules(run: Run) -> None:
    double = Rule(
        "test.crate.double", "crate", {"a": Kind("crate"), "b": Kind("crate")}, lambda a, b: (a[0] + b[0], "")
    )
    text = " ".join(["تفاحة"] * 20)
    assert max(value[0] for _, value in made(run(text, ANY, double), "crate")) == 2**ROUNDS
    assert sorted(made(run(text, ANY, double), "crate")) == sorted(made(run(text, double, ANY), "crate"))


def test_what_is_made_of_itself_is_made_once_however_its_parts_share_the_words(run: Run) -> None:
    looked: list[int] = []
    produced: list[int] = []

    def same(**_: object) -> int:
        produced.append(1)
        return 1

    row = Kind("row", lambda value: not looked.append(value))
    rules = (
        Rule("test.row.one", "row", {"_fruit": Word("test_fruit")}, same),
        Rule("test.row.two", "row", {"a": row, "b": row}, same),
        Rule("test.row.three", "row", {"a": row, "b": Optional(row), "_fruit": Word("test_fruit")}, same),
    )

    def work(words: int) -> tuple[int, int]:
        looked.clear()
        produced.clear()
        chart = run(" ".join(["تفاحة"] * words), *rules)
        spans = {(edge.first, edge.last) for edge in chart.of("row")}
        assert len(spans) * ROUNDS * len(rules) >= len(produced)
        return len(looked), len(produced)

    once, twice = work(100), work(200)
    assert twice[0] < 2.5 * once[0]
    assert twice[1] < 2.5 * once[1]


def test_matches_that_tell_a_production_something_else_are_all_found(run: Run) -> None:
    split = Rule("test.crate.split", "crate", {"a": Kind("crate"), "b": Kind("crate")}, lambda a, b: (a, b))
    values = [value for text, value in made(run("تفاحة تفاحة تفاحة", ANY, split), "crate") if text.count(" ") == 2]
    one = (1, "red")
    assert sorted(values, key=str) == [((one, one), one), (one, (one, one))]


@pytest.mark.parametrize("taken", [False, True])
def test_context_of_another_length_is_another_match(run: Run, *, taken: bool) -> None:
    one = Rule("test.crate.one", "crate", {"_fruit": Word("test_fruit")}, lambda: 1)
    two = Rule("test.crate.two", "crate", {"_a": Word("test_fruit"), "_b": Word("test_fruit")}, lambda: 1)
    behind = Rule(
        "test.crate.behind",
        "crate",
        {"_before": Context(Kind("crate"), taken=taken), "_crate": Kind("crate")},
        lambda: 2,
    )
    chart = run("تفاحة عنب تفاحة", one, two, behind)
    spans = {(e.node.start, e.node.end) for e in chart.of("crate") if e.value == 2}
    assert {(6, 15), (10, 15)} <= spans


def test_results_keep_their_children_and_explain_draws_them(run: Run) -> None:
    chart = run("اشترى 3 تفاحة", COUNTED)
    (edge,) = chart.of("crate")
    assert [node.rule for node in edge.node.walk()] == ["test.crate.counted", "digits", "test_fruit.apple"]
    assert draw(edge.node, chart.units.text).splitlines() == [
        "crate «3 تفاحة» ← test.crate.counted = (3, 'red')",
        "  number «3» ← digits = 3",
        "  test_fruit «تفاحة» ← test_fruit.apple",
    ]


def test_a_second_run_changes_nothing(run: Run) -> None:
    chart = run("3 تفاحة", COUNTED)
    before = list(chart.of("crate"))
    assert list(Grammar([COUNTED]).run(chart).of("crate")) == before


@pytest.mark.parametrize(
    ("rules", "reason"),
    [
        ([ANY, ANY], "unique: test.crate.one"),
        ([Rule("t.a.b", "x", {"_m": Optional(Mark("-"))}, lambda: 1)], "neither optional nor context"),
        ([Rule("t.a.b", "x", {"_m": Context(Mark("-"))}, lambda: 1)], "neither optional nor context"),
        ([Rule("t.a.b", "x", {"_m": Kind("x"), "_n": Kind("x"), "_o": Optional(Kind("x"))}, lambda: 1)], "at most 2"),
        (
            [Rule("t.a.b", "x", {"_y": Kind("y")}, lambda: 1), Rule("t.a.c", "y", {"_x": Kind("x")}, lambda: 1)],
            "made of each other",
        ),
    ],
)
def test_bad_rules_are_refused(rules: list[Rule], reason: str) -> None:
    with pytest.raises(GrammarError, match=reason):
        Grammar(rules)


def edge(first: int, last: int, rule: str, *, reach: int = 0) -> Edge:
    return Edge(first, last, Node("x", rule, first, last), rule, reach=reach)


def test_the_longest_wins_then_rank_then_the_first_then_reach() -> None:
    assert [e.value for e in longest([edge(0, 1, "a"), edge(0, 3, "b"), edge(2, 4, "c"), edge(3, 5, "d")])] == [
        "b",
        "d",
    ]
    ranks = {"a": 0, "b": 1}
    assert [e.value for e in longest([edge(0, 2, "a"), edge(1, 3, "b")], rank=lambda e: ranks[e.value])] == ["b"]
    assert [e.value for e in longest([edge(1, 3, "a"), edge(0, 2, "b")])] == ["b"]
    assert [e.value for e in longest([edge(0, 1, "a", reach=3), edge(0, 1, "b", reach=4)])] == ["b"]


def test_the_choice_does_not_depend_on_the_order_of_its_input() -> None:
    edges = [edge(0, 2, "a"), edge(1, 3, "b"), edge(2, 4, "c"), edge(0, 2, "d")]
    assert longest(edges) == longest(reversed(edges))
