"""Dispatches: the agency from the credits of any member, releases, articles that print two dispatches."""

from collections.abc import Mapping

from musnad.corpus.copies import find
from musnad.corpus.credit import credits_of
from musnad.corpus.groups import groups
from musnad.corpus.index import CopyIndex, Print
from musnad.model import Article, Published
from musnad.model.copies import Dispatch
from musnad.pipeline import default_engine, read

ENGINE = default_engine()
NEWS = (
    "أعلنت هيئة الموانئ في جزر الصنوبر بدء تشغيل خط بحري جديد للركاب بين العاصمة وثلاث جزر نائية. "
    "وقال مدير الهيئة، رامي السعداوي، إن الرحلات ستكون يومية في الصيف وأسبوعية في الشتاء. "
    "وأضاف أن سعر التذكرة حدد بعشرة دنانير للبالغين وبنصفها للطلبة وكبار السن. "
    "وكانت الجزر قد بقيت ثلاثة أعوام من دون نقل عام بعد غرق العبارة القديمة."
)
OTHER = (
    "فاز فريق الجبل الأزرق لكرة اليد بكأس الوديان بعد مباراة امتدت إلى وقت إضافي في القاعة الكبرى. "
    "وسجل اللاعب وائل الدرويش تسعة أهداف وحمل الكأس أمام أربعة آلاف متفرج. "
    "وقال المدرب إن الفريق تدرب شهرين في معسكر مغلق قرب البحيرة. "
    "وهذا هو اللقب الثاني للفريق منذ تأسيسه على يد معلمي المدرسة الصناعية."
)


def article(key: str, text: str, publisher: str, byline: str | None = None, day: str = "2024-05-06") -> Article:
    return Article(text, id=key, publisher=publisher, byline=byline, published=Published(day, "given"))


def dispatches(*articles: Article) -> tuple[Dispatch, ...]:
    keyed = {each.id or "": each for each in articles}
    return find(keyed, lambda each: read(each, ENGINE), ENGINE.lexicon).dispatches


def credits_by(found: Dispatch) -> Mapping[str, str | None]:
    return {member.key: member.credit for member in found.members}


def test_the_credit_of_any_member_names_the_agency() -> None:
    (found,) = dispatches(
        article("a", NEWS, "صحيفة التلال", "التلال - رويترز"),
        article("b", NEWS, "صحيفة السفح"),
        article("c", f"{NEWS} وفقا لرويترز.", "صحيفة الجرف"),
    )
    assert (found.agency, found.entity, found.basis) == ("رويترز", "agency.reuters", "credit")
    assert credits_by(found) == {"a": "named", "b": "absent", "c": "named"}


def test_an_adjective_behind_a_word_that_attributes_names_its_agency() -> None:
    (found,) = dispatches(
        article("a", NEWS, "صحيفة التلال", "أ ف ب"),
        article("b", f"{NEWS} وفقا للفرنسية.", "صحيفة السفح"),
        article("c", f"{NEWS} وزارت وزيرة فرنسية الجزيرة.", "صحيفة الجرف"),
    )
    assert credits_by(found) == {"a": "named", "b": "named", "c": "absent"}


def test_words_of_the_text_name_the_agency_where_no_line_does() -> None:
    told = NEWS.replace("، إن الرحلات", "، في تصريح لوكالة الأنباء السعودية إن الرحلات")
    (found,) = dispatches(article("a", told, "صحيفة التلال"), article("b", NEWS, "صحيفة السفح"))
    assert (found.entity, found.basis) == ("agency.spa", "text")
    assert credits_by(found) == {"a": "named", "b": "absent"}
    sure = next(member.link for member in found.members if member.key == "b")
    assert sure is not None
    assert sure.confidence < 0.7, "words of the text may be a source inside it"


def test_what_an_article_attributes_beside_the_shared_text_is_no_credit_for_it() -> None:
    own = f"{NEWS}\n{OTHER.partition('. ')[0]}. وقال متحدث لرويترز إن عدد اللاعبين في البلاد زاد كثيرا هذا العام."
    (found,) = dispatches(article("a", NEWS, "صحيفة التلال"), article("b", own, "صحيفة السفح"))
    assert (found.basis, set(credits_by(found).values())) == ("unknown", {None})


def test_an_article_with_text_of_its_own_may_credit_another_agency_for_that() -> None:
    longer = f"{NEWS}\n{OTHER}"
    (found,) = dispatches(article("a", NEWS, "صحيفة التلال", "رويترز"), article("b", longer, "صحيفة السفح", "د ب أ"))
    assert found.entity == "agency.reuters"
    assert found.disputed == ()


def test_the_order_of_the_articles_does_not_matter() -> None:
    articles = [
        article("a", NEWS, "صحيفة التلال", "رويترز"),
        article("b", f"{NEWS}\n{OTHER}", "صحيفة السفح", "د ب أ"),
        article("c", ". ".join(NEWS.split(". ")[:2]), "صحيفة الجرف", "د ب أ"),
        article("d", OTHER, "صحيفة النهر"),
    ]
    assert dispatches(*articles) == dispatches(*reversed(articles))


def test_a_bare_word_for_agencies_names_nobody() -> None:
    (found,) = dispatches(
        article("a", NEWS, "صحيفة التلال", "واس - الرياض"), article("b", NEWS, "صحيفة السفح", "وكالات")
    )
    assert credits_by(found) == {"a": "named", "b": "absent"}


def test_an_agency_that_prints_its_own_dispatch_is_credited_by_it() -> None:
    reading = read(article("a", NEWS, "واس"), ENGINE)
    assert [(c.key, c.place) for c in credits_of(reading, ENGINE.lexicon).of("line")] == [("agency.spa", "line")]
    (found,) = dispatches(article("a", NEWS, "واس"), article("b", NEWS, "صحيفة السفح"))
    assert credits_by(found) == {"a": "named", "b": "absent"}


def test_two_agencies_for_one_text_are_disputed() -> None:
    (found,) = dispatches(
        article("a", NEWS, "صحيفة التلال", "رويترز"),
        article("b", NEWS, "صحيفة السفح", "رويترز"),
        article("c", NEWS, "صحيفة الجرف", "د ب أ"),
    )
    assert found.entity == "agency.reuters"
    assert found.disputed == ("د ب أ",)
    assert credits_by(found)["c"] == "other"


def test_without_any_agency_nothing_is_called_absent() -> None:
    (found,) = dispatches(article("a", NEWS, "صحيفة التلال"), article("b", NEWS, "صحيفة السفح"))
    assert (found.agency, found.basis) == (None, "unknown")
    assert set(credits_by(found).values()) == {None}


def test_a_written_statement_that_several_publishers_print_is_a_release() -> None:
    release = (
        "قالت وزارة الزراعة في بيان: «بدأت فرق الوزارة اليوم رش بساتين الوادي ضد الجراد، وتطلب من المزارعين إبعاد "
        "خلايا النحل مسافة كيلومترين على الأقل حتى نهاية الأسبوع. وستعوض الوزارة كل من يخسر جزءا من محصوله "
        "بعد أن تعاين لجنة محلية الأضرار وتكتب تقريرا بها»."
    )
    one, other = article("a", release, "صحيفة التلال"), article("b", release, "صحيفة السفح")
    (found,) = dispatches(one, other)
    assert (found.basis, found.agency) == ("release", None)
    assert found.issuer == "وزارة الزراعة"
    (passed_on,) = dispatches(article("a", release, "صحيفة التلال", "وكالات"), other)
    assert passed_on.basis == "unknown", "somebody else may have passed it on"


def test_an_article_that_prints_two_dispatches_belongs_to_both() -> None:
    found = dispatches(
        article("n1", NEWS, "صحيفة التلال"),
        article("n2", NEWS, "صحيفة السفح"),
        article("o1", OTHER, "صحيفة التلال"),
        article("o2", OTHER, "صحيفة السفح"),
        article("both", f"{NEWS}\n{OTHER}", "صحيفة الجرف"),
    )
    assert [[member.key for member in each.members] for each in found] == [["both", "n1", "n2"], ["both", "o1", "o2"]]
    relations = [{m.key: m.relation for m in each.members}["both"] for each in found]
    assert relations == ["extends", "extends"]


def test_a_short_dispatch_behind_a_long_one_stays_apart_too() -> None:
    short = ". ".join(OTHER.split(". ")[:2])
    found = dispatches(
        article("n1", NEWS, "صحيفة التلال"),
        article("n2", NEWS, "صحيفة السفح"),
        article("o1", short, "صحيفة التلال"),
        article("o2", short, "صحيفة السفح"),
        article("both", f"{NEWS}\n{short}", "صحيفة الجرف"),
    )
    assert [[member.key for member in each.members] for each in found] == [["both", "n1", "n2"], ["both", "o1", "o2"]]


def test_a_part_and_its_whole_are_one_text() -> None:
    sentences = NEWS.split(". ")
    (found,) = dispatches(
        article("whole", NEWS, "صحيفة التلال"),
        article("half", ". ".join(sentences[:2]), "صحيفة السفح"),
        article("rest", ". ".join(sentences[1:]), "صحيفة الجرف"),
    )
    assert found.fullest == "whole"
    assert {member.key: member.relation for member in found.members} == {
        "whole": "full",
        "half": "partial",
        "rest": "partial",
    }


def test_formulas_of_another_year_do_not_join_two_texts() -> None:
    index = CopyIndex()
    old = ". ".join((*NEWS.split(". ")[:2], *OTHER.split(". ")[2:]))
    index.add("new", Print.of(article("new", NEWS, "صحيفة التلال")))
    index.add("old", Print.of(article("old", old, "صحيفة السفح", day="2021-05-06")))
    index.add("same", Print.of(article("same", old, "صحيفة الجرف")))
    assert [(pair.first, pair.second) for pair in index.pairs()] == [("new", "old"), ("new", "same"), ("old", "same")]
    assert ("new", "old") not in groups(index.pairs(), index)
    assert groups([pair for pair in index.pairs() if pair.second == "same" and pair.first == "new"], index)
