"""The example pages: seven prints of one dispatch, two readouts that are no copies, a look-alike of another year."""

import pytest

from musnad.corpus.copies import Copies, compare, find
from musnad.model import Article, Reading, Span
from musnad.model.copies import Copy, Dispatch, Member
from musnad.pipeline import default_engine, read

AGENCY = "وكالة أنباء المدار"
OTHER = "وكالة أنباء السهوب"


@pytest.fixture(scope="module")
def found(examples: dict[str, Article], readings: dict[str, Reading]) -> Copies:
    return find(examples, lambda article: readings[article.id or ""], default_engine().lexicon)


@pytest.fixture(scope="module")
def dispatch(found: Copies) -> Dispatch:
    (only,) = found.dispatches
    return only


def member(dispatch: Dispatch, key: str) -> Member:
    return next(each for each in dispatch.members if each.key == key)


def of(article: Article) -> Reading:
    return read(article, default_engine())


def between(readings: dict[str, Reading], first: str, second: str) -> Copy:
    return compare(readings[first], readings[second], of, default_engine().lexicon)


def edited(copy: Copy, kind: str, readings: dict[str, Reading]) -> list[tuple[str | None, str | None]]:
    one, other = (readings[key].article.text for key in (copy.first, copy.second))
    return [
        (None if e.first is None else e.first.of(one), None if e.second is None else e.second.of(other))
        for e in copy.edits
        if e.kind == kind
    ]


def test_one_dispatch_is_found_and_neither_readouts_nor_the_call_of_2021_belong_to_it(
    found: Copies, dispatch: Dispatch
) -> None:
    assert found.documents == 10
    assert {each.key for each in dispatch.members} == {
        "agency-dispatch",
        "copy-attribution",
        "copy-edited",
        "copy-full",
        "copy-other-credit",
        "copy-partial",
        "undated-amp",
    }
    assert (dispatch.agency, dispatch.basis) == (AGENCY, "credit")


@pytest.mark.parametrize(
    ("key", "relation", "credit"),
    [
        ("agency-dispatch", "full", "named"),
        ("copy-full", "full", "named"),
        ("copy-partial", "partial", "named"),
        ("copy-edited", "edited", "named"),
        ("copy-other-credit", "partial", "other"),
        ("copy-attribution", "partial", "absent"),
        ("undated-amp", "partial", "absent"),
    ],
)
def test_each_member_has_its_relation_and_credit(dispatch: Dispatch, key: str, relation: str, credit: str) -> None:
    assert (member(dispatch, key).relation, member(dispatch, key).credit) == (relation, credit)


def test_another_agency_for_the_same_text_is_said_to_be_disputed(dispatch: Dispatch) -> None:
    assert dispatch.disputed == (OTHER,)
    assert member(dispatch, "copy-other-credit").credited[0] == OTHER


def test_a_missing_credit_is_restored_as_a_link_with_basis_and_confidence(dispatch: Dispatch) -> None:
    link = member(dispatch, "undated-amp").link
    assert link is not None
    assert (link.name, link.role, link.basis, link.span, link.tail) == (AGENCY, "agency", "copy", None, True)
    assert 0.5 < link.confidence < 0.9


def test_a_changed_attribution_is_told_with_both_wordings(readings: dict[str, Reading]) -> None:
    copy = between(readings, "agency-dispatch", "copy-attribution")
    assert edited(copy, "attribution", readings) == [
        ("قال مصدر في وزارة الخارجية الأوروغويانية", "قالت مصادر عسكرية"),
        ("وقال المتحدث باسم الوزارة، العقيد راميرو بينيا، لوكالة أنباء المدار", "وقالت مصادر عسكرية"),
    ]
    assert copy.direction.source == "first"
    assert {each.kind for each in copy.direction.evidence} == {"credit", "time", "cut"}


def test_changed_numbers_and_names_are_told_apart_from_other_words(readings: dict[str, Reading]) -> None:
    copy = between(readings, "agency-dispatch", "copy-edited")
    assert edited(copy, "numbers", readings) == [("400", "40")]
    assert edited(copy, "names", readings) == [("ألفاريلا", "ألفارينا")]
    assert ("مصير", "مآل") in edited(copy, "reworded", readings)
    assert not edited(copy, "attribution", readings), "the same office in other words"


def test_sentences_are_cut_as_a_whole_and_moved_ones_are_not(readings: dict[str, Reading]) -> None:
    copy = between(readings, "copy-full", "copy-edited")
    cut = [first for first, _ in edited(copy, "cut", readings) if first is not None]
    assert any(text.startswith("وكانت البحرية الأوروغويانية") for text in cut)
    assert not any("في المقابل" in text for text in cut), "that paragraph stands further down"


def test_a_headline_that_says_more_than_it_may_is_found(readings: dict[str, Reading]) -> None:
    copy = between(readings, "agency-dispatch", "undated-amp")
    assert edited(copy, "headline_stronger", readings) == [(None, "تفرج")], "its text: «طالب بالإفراج»"
    assert not edited(between(readings, "copy-full", "agency-dispatch"), "headline_stronger", readings)


def test_two_prints_with_one_credit_come_from_the_agency_and_not_from_each_other(readings: dict[str, Reading]) -> None:
    assert between(readings, "agency-dispatch", "copy-full").direction.source == "common"


def test_without_evidence_the_direction_is_unknown() -> None:
    text = "أعلنت بلدية التل إغلاق السوق القديم أسبوعا كاملا لإصلاح شبكة المياه ووعدت بتعويض أصحاب المحال."
    one, other = (of(Article(text, id=key)) for key in ("a", "b"))
    found = compare(one, other, of, default_engine().lexicon)
    assert found.direction.source is None
    assert found.direction.evidence == ()
    assert found.edits == ()


def headed(title: str, body: str) -> Reading:
    return of(Article(f"{title}\n\n{body}", title_span=Span(0, len(title))))


def test_a_headline_is_compared_with_its_own_text() -> None:
    title, other = "أوروغواي تفرج عن سفينة الصيد البرتغالية", "خبر من الميناء"
    possible = "قال مصدر مطلع إن أوروغواي قد تفرج عن سفينة الصيد البرتغالية خلال أيام."
    done = "أفرجت أوروغواي أمس عن سفينة الصيد البرتغالية وغادرت السفينة الميناء مساء."
    for body, expected in ((possible, ["RETREAT: happened, told as hypothetical"]), (done, [])):
        found = compare(headed(other, body), headed(title, body), of, default_engine().lexicon)
        assert [edit.detail for edit in found.edits if edit.kind == "headline_stronger"] == expected
