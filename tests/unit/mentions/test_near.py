"""Near ties keep everybody who may be meant, and what decides leaves nobody beside the one."""

import pytest

from musnad.lexicon import match
from musnad.mentions import find
from musnad.model import Article, Mention
from musnad.pipeline import default_engine
from musnad.text import cut


def mentions(text: str) -> list[tuple[str, Mention]]:
    units = cut(Article(text))
    return [(m.span.of(text), m) for m in find(units, match(units, default_engine().lexicon)).mentions]


def test_a_family_name_of_two_people_may_mean_either() -> None:
    found = mentions("التقى سالم العساف في الحديقة ماهر العساف. وقال العساف إن الحديقة جميلة.")
    tie = dict(found)["العساف"]
    assert [share for _, share in tie.alternatives] == pytest.approx([0.67, 0.33])
    assert tie.alternatives[0][0] == tie.entity


def test_an_office_of_two_people_means_rather_the_nearer_one() -> None:
    found = mentions("التقى الوزير سالم العساف الوزير ماهر السلمي. وقال الوزير إن الحديقة جميلة.")
    tie = dict(found)["الوزير"]
    assert tie.entity == dict(found)["الوزير ماهر السلمي"].entity
    assert {name for name, _ in tie.alternatives} == {m.entity for _, m in found if m.kind == "person"}
    assert sum(share for _, share in tie.alternatives) == pytest.approx(1)


@pytest.mark.parametrize(
    "text",
    [
        "وصل سالم العساف. وقال العساف إن الحديقة جميلة.",
        "وصل الوزير سالم العساف والمدير ماهر السلمي. وقال الوزير إن الحديقة جميلة.",
        "قال الوزير إن الحديقة جميلة.",
    ],
)
def test_who_is_the_only_one_has_no_alternatives(text: str) -> None:
    assert [m.alternatives for _, m in mentions(text) if m.alternatives] == []


@pytest.mark.parametrize(("sentences", "his"), [(1, True), (20, False)])
def test_a_role_means_somebody_named_soon_behind_it_only(sentences: int, *, his: bool) -> None:
    between = "وتساقطت الأمطار على القرى. " * sentences
    found = dict(mentions(f"نظم السكان حفلا بحضور المدرب. {between}وقال المدرب سالم الكستنائي إن الفريق جاهز."))
    assert (found["المدرب"].entity == found["المدرب سالم الكستنائي"].entity) == his


def test_a_role_in_the_title_means_whom_the_text_names_however_far_behind() -> None:
    between = "وتساقطت الأمطار على القرى. " * 20
    found = dict(mentions(f"المدرب يعد بالفوز\n\n{between}وقال المدرب سالم الكستنائي إن الفريق جاهز."))
    assert found["المدرب"].entity == found["المدرب سالم الكستنائي"].entity


def test_an_indefinite_role_in_a_long_first_paragraph_means_nobody_named() -> None:
    between = "وتساقطت الأمطار على القرى. " * 20
    found = dict(mentions(f"{between}وقال ذلك لمؤرخ كبير.\n\nووصل المؤرخ سالم الكستنائي."))
    assert found["مؤرخ كبير"].entity != found["المؤرخ سالم الكستنائي"].entity


def test_somebody_is_called_by_the_spelling_used_most() -> None:
    found = dict(mentions("قال هاغل إن الحفل نجح. وأضاف هيغل أن الجمهور سعيد. وقال هيغل إنه سيعود."))
    assert {found["هاغل"].name, found["هيغل"].name} == {"هيغل"}
