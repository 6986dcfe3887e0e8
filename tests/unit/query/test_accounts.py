"""Stories, traces and the source graph of a collection on disk, asked through `musnad.open`."""

import json
from pathlib import Path

import pytest

import musnad
from musnad.collect import Cutter, Plan, fill, units
from musnad.errors import MusnadError
from musnad.ingest import Given
from musnad.pipeline import default_engine
from musnad.query import account_to_json, trace_to_json
from musnad.store import Writer
from musnad.stories.current import refresh

DAM = (
    "أعلن وزير المياه كريم السعداوي، اليوم الثلاثاء، أن سد الوادي الأخضر امتلأ للمرة الأولى منذ تسعة أعوام. "
    "وقال السعداوي إن مزارعي الإقليم سيحصلون على حصة إضافية من المياه حتى نهاية الموسم الزراعي المقبل. "
    "وبدأ تشغيل التوربينات الأربعة في محطة الكهرباء الملحقة بالسد بعد صيانة استمرت ثلاثة أشهر كاملة."
)
STAMPS = (
    "افتتح رئيس البلدية معرض الطوابع البريدية في مدينة المرفأ بمشاركة هواة من عشر مدن، وقال المنظم إن المعرض يستمر "
    "أسبوعين كاملين."
)
RECORDS = (
    {"id": "a", "publisher": "صحيفة التلال", "byline": "التلال - رويترز", "published": "2024-03-05", "text": DAM},
    {"id": "b", "publisher": "صحيفة السفح", "byline": "رويترز", "published": "2024-03-05", "text": DAM},
    {"id": "c", "publisher": "صحيفة النهر", "published": "2024-03-07", "text": DAM},
    {"id": "e", "publisher": "جريدة المرفأ", "byline": "كتب: سامر الحداد", "published": "2024-03-05", "text": STAMPS},
)


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("told")
    source, path = folder / "news.jsonl", folder / "news.db"
    titles = {DAM: "وزير المياه يعلن ملء سد الوادي الأخضر", STAMPS: "افتتاح معرض الطوابع البريدية"}
    lines = [json.dumps(record | {"title": titles[record["text"]]}) for record in RECORDS]
    source.write_text("\n".join(lines) + "\n", "utf-8")
    engine = default_engine()
    with Writer(path) as writer:
        cutter = Cutter(engine.lexicon, Given(), engine.settings.max_bytes, lambda _: False)
        fill(writer, units([str(source)], cutter), engine, Plan())
        refresh(writer, engine)
    return path


def test_stories_are_listed_latest_news_first_in_pages(db: Path) -> None:
    with musnad.open(db) as collection:
        page = collection.stories()
        assert [{ref.input for ref in story.articles} for story in page.items] == [{"a", "b", "c"}]
        story = page.items[0]
        assert (story.first, story.last) == ("2024-03-05", "2024-03-07")
        assert (page.total, page.articles, page.publishers) == (1, 4, 4)
        assert [chapter.day for chapter in story.chapters] == ["2024-03-05", "2024-03-07"]
        every = collection.stories(least=1, limit=1)
        behind = collection.stories(least=1, limit=1, after=every.after)
        assert (every.total, every.items[0].id, behind.after) == (2, story.id, None)
        assert [ref.input for ref in behind.items[0].articles] == ["e"]
        assert not collection.stories(since="2024-03-08").items


def test_an_account_holds_claims_with_words_of_its_own_articles(db: Path) -> None:
    with musnad.open(db) as collection:
        account = collection.account(collection.stories().items[0].id)
        share = next(each for each in account.propositions if "حصة إضافية" in each.text)
        assert share.sentence == "٣ مقالات، نسختان، أصل واحد، طريق واحد"
        assert {account.texts[each.key].article.id for each in share.attestations} == {"a", "b", "c"}
        assert account.proposition(share.id) == share
        with pytest.raises(MusnadError):
            account.proposition("p-0")
        value = account_to_json(account)
        assert all(e["words"] for p in value["propositions"] for e in p["evidence"])
        assert json.loads(json.dumps(value)) == value


def test_a_trace_answers_an_article_a_fact_and_words(db: Path) -> None:
    with musnad.open(db) as collection:
        story = collection.stories().items[0]
        third = next(ref for ref in story.articles if ref.input == "c")
        (whole,) = collection.trace(third.document).accounts
        assert whole.story.id == story.id
        assert all(third.document in each.keys for each in whole.propositions)
        fact = next(a.fact for p in whole.propositions for a in p.attestations if a.fact is not None)
        (one,) = collection.trace(fact).accounts
        assert 0 < len(one.propositions) < len(whole.propositions)
        (found,) = collection.trace("مزارعي الإقليم حصة إضافية").accounts
        assert "حصة إضافية" in found.propositions[0].text
        assert collection.trace("كلمات لا يكتبها أحد").accounts == ()
        assert trace_to_json(collection.trace(story.id))["accounts"][0]["story"]["id"] == story.id


def test_an_article_alone_has_an_account_too(db: Path) -> None:
    with musnad.open(db) as collection:
        account = collection.account("e")
        assert [ref.input for ref in account.story.articles] == ["e"]
        assert account.propositions
        with pytest.raises(MusnadError):
            collection.account("nobody-knows-this")


def test_the_source_graph_counts_takers_credits_and_delay(db: Path) -> None:
    with musnad.open(db) as collection:
        graph = collection.sources()
    flows = {flow.taker: flow for flow in graph.flows if flow.kind == "agency"}
    assert {taker: (flow.source, flow.articles, flow.credited) for taker, flow in flows.items()} == {
        "صحيفة التلال": ("رويترز", 1, 1),
        "صحيفة السفح": ("رويترز", 1, 1),
        "صحيفة النهر": ("رويترز", 1, 0),
    }
    assert flows["صحيفة النهر"].days == 2
    shares = {outlet.name: (outlet.articles, outlet.own, outlet.share) for outlet in graph.outlets}
    assert shares["جريدة المرفأ"] == (1, 1, 1.0)
    assert shares["صحيفة النهر"] == (1, 0, 0.0)
