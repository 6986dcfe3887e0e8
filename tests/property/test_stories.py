"""Stories of a collection that changes are those of a full rebuild, whatever came, changed or went in which order."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from musnad.model import Article, Document, Published, Reading, Retrieval
from musnad.model.flows import SourceGraph
from musnad.pipeline import default_engine, read
from musnad.query import Collection
from musnad.store import Correction, Packed, Writer, pack
from musnad.stories.current import refresh
from musnad.stories.work import features

DAM = "أعلن وزير المياه كريم السعداوي أن سد الوادي الأخضر امتلأ للمرة الأولى منذ تسعة أعوام وأن للمزارعين حصة."
MORE = DAM + " وقال السعداوي إن التوربينات الأربعة في محطة الكهرباء ستعمل بعد صيانة استمرت ثلاثة أشهر كاملة في الوادي."
AGAIN = "امتلأ سد الوادي الأخضر أخيرا وفق وزير المياه كريم السعداوي الذي وعد المزارعين بحصة من مياهه بعد تسعة أعوام."
FERRY = "أعلنت هيئة الموانئ في جزر الصنوبر أن العبارة الجديدة ستبدأ رحلاتها بين العاصمة وثلاث جزر نائية الأسبوع المقبل."
TICKET = "قال مدير هيئة الموانئ رامي السعداوي إن تذكرة العبارة الجديدة إلى جزر الصنوبر النائية حددت بعشرة دنانير."
TEXTS = (DAM, MORE, AGAIN, FERRY, TICKET)
DAYS = ("2024-03-05", "2024-03-07", "2024-04-20", None)
some = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])

Print = tuple[int, int, int]
prints = st.tuples(st.integers(1, 6), st.integers(0, len(TEXTS) - 1), st.integers(0, len(DAYS) - 1))
"""Page, text, day."""
steps = st.lists(st.one_of(prints, st.integers(1, 6), st.just("refresh")), min_size=4, max_size=16)
"""A page is printed or changed, taken down, or the stories are brought up to date."""


@lru_cache
def read_of(page: int, text: int, day: int, at: int) -> Reading:
    url = f"https://paper.example/{page}"
    published = Published() if DAYS[day] is None else Published(DAYS[day], "given", 1.0)
    article = Article(TEXTS[text], url=url, publisher=f"صحيفة {page}", published=published)
    found = replace(article, retrieval=Retrieval.of(TEXTS[text].encode(), f"2024-05-01T00:00:{at:02}+00:00", url))
    return read(found, default_engine())


@lru_cache
def packed(page: int, text: int, day: int, at: int) -> Packed:
    """A reading as rows; of every second step with its features, as `ingest` has them."""
    reading = read_of(page, text, day, at)
    found = pack(reading)
    if at % 2:
        return found
    return replace(found, features=features(found.document, reading, default_engine().lexicon))


def document(page: int) -> str:
    return Document.of(Article("x", url=f"https://paper.example/{page}")).id


@contextmanager
def database() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder) / "news.db"


def told(path: Path) -> list[tuple[str, tuple[str, ...]]]:
    with Collection(path) as collection:
        page = collection.stories(least=1, limit=100)
        assert page.waiting == 0
        return sorted((each.id, tuple(sorted(ref.document for ref in each.articles))) for each in page.items)


def sources(path: Path) -> SourceGraph:
    with Collection(path) as collection:
        return collection.sources()


def apply(path: Path, found: list[Print | int | str]) -> dict[int, Print]:
    """Do all steps, and return what stands at the end: the text and day of every page, with the step it came at."""
    stands: dict[int, Print] = {}
    gone: set[int] = set()
    engine = default_engine()
    with Writer(path) as writer:
        for at, step in enumerate(found):
            if step == "refresh":
                refresh(writer, engine)
            elif isinstance(step, tuple):
                if step[0] not in gone:
                    writer.add(packed(*step, at))
                    stands[step[0]] = (step[1], step[2], at)
            elif isinstance(step, int) and step in stands:
                writer.take_down(document(step), "asked for", "2024-06-01T00:00:00")
                del stands[step]
                gone.add(step)
        refresh(writer, engine)
    return stands


@some
@given(steps, st.randoms(use_true_random=False))
def test_any_history_ends_as_if_all_had_come_at_once(found: list[Print | int | str], shuffle: object) -> None:
    with database() as path, database() as other:
        stands = apply(path, found)
        left = sorted(stands.items())
        shuffle.shuffle(left)  # type: ignore[attr-defined]
        with Writer(path) as writer, Writer(other) as fresh:
            refresh(writer, default_engine(), anew=True)
            for page, each in left:
                fresh.add(packed(page, *each))
            refresh(fresh, default_engine(), anew=True)
        assert told(path) == told(other)
        assert sources(path) == sources(other)


@some
@given(steps)
def test_what_was_kept_current_is_what_a_rebuild_by_the_same_statistics_makes(found: list[Print | int | str]) -> None:
    with database() as path:
        apply(path, found)
        before = told(path), sources(path)
        with Writer(path) as writer:
            with writer.comparing() as (comparisons, _):
                comparisons.compare_again()
            refresh(writer, default_engine(), anew=False)
        assert (told(path), sources(path)) == before


def test_an_id_that_is_gone_leads_to_the_story_that_holds_most_of_it() -> None:
    with database() as path:
        with Writer(path) as writer:
            writer.add(packed(1, 0, 0, 1))
            writer.add(packed(2, 2, 0, 2))
            refresh(writer, default_engine())
        (before, _), *_ = told(path)
        with Writer(path) as writer:
            writer.add(packed(3, 1, 1, 3))
            refresh(writer, default_engine())
        with Collection(path) as collection:
            (story,) = collection.stories().items
            assert story.id != before
            assert collection.account(before).story.id == story.id
            assert len(story.articles) == 3


def test_what_an_analyst_puts_together_or_keeps_apart_holds_over_rebuilds_until_it_is_undone() -> None:
    engine = default_engine()
    dam, again, ferry = (document(page) for page in (1, 2, 3))
    with database() as path:
        with Writer(path) as writer:
            for page, text in ((1, 0), (2, 2), (3, 3)):
                writer.add(packed(page, text, 0, page))
            refresh(writer, engine)
            assert {keys for _, keys in told(path)} == {tuple(sorted((dam, again))), (ferry,)}
            split, joined = Correction("apart", dam, again, at="1"), Correction("together", dam, ferry, at="2")
            writer.correct(split)
            writer.correct(joined)
            for anew in (False, True):
                refresh(writer, engine, anew=anew)
                assert {keys for _, keys in told(path)} == {tuple(sorted((dam, ferry))), (again,)}
            writer.undo(split.id)
            writer.undo(joined.id)
            refresh(writer, engine)
        assert {keys for _, keys in told(path)} == {tuple(sorted((dam, again))), (ferry,)}


def test_claims_are_joined_and_split_by_their_facts() -> None:
    with database() as path:
        with Writer(path) as writer:
            writer.add(packed(1, 0, 0, 1))
            writer.add(packed(2, 2, 0, 2))
            refresh(writer, default_engine())

        def claims() -> list[set[str]]:
            with Collection(path) as collection:
                account = collection.account(collection.stories().items[0].id)
            return [{a.fact for a in p.attestations if a.fact} for p in account.propositions if p.kind == "statement"]

        one, other = sorted(next(each for each in claims() if len(each) > 1))[:2]
        with Writer(path) as writer:
            writer.correct(Correction("apart", one, other, at="1"))
        assert claims()
        assert not any({one, other} <= each for each in claims())
        with Writer(path) as writer:
            writer.correct(Correction("together", one, other, at="2"))
        assert any({one, other} <= each for each in claims())


def test_an_older_version_that_comes_late_is_not_compared() -> None:
    with database() as path:
        with Writer(path) as writer:
            for text, at in ((1, 4), (0, 2)):
                writer.add(packed(1, text, 0, at))
            refresh(writer, default_engine())
            with writer.comparing() as (comparisons, _):
                assert comparisons.count() == (1, 1)
        ((_, documents),) = told(path)
        assert documents == (document(1),)
